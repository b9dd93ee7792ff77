//! News that nobody wrote: articles made up from templates and from the names and words of `lexicons/`, so that benches and
//! tests need no corpus. The same seed gives the same bytes on every machine, until a lexicon or a template changes.

mod cast;
mod material;
mod number;
mod seeded;
mod template;

use cast::Cast;
use headcount::Date;
use material::Material;
use seeded::Seeded;
use template::{Kind, Templates, Told};

/// Stories, and how many in a hundred articles tell them.
const STORIES: [(&str, u64); 9] = [
    ("disaster", 13),
    ("conflict", 17),
    ("crime", 11),
    ("business", 16),
    ("labour", 8),
    ("sport", 11),
    ("politics", 13),
    ("health", 6),
    ("technology", 5),
];

/// Writes one article after the other.
pub struct News {
    seeded: Seeded,
    material: Material,
    templates: Templates,
}

impl News {
    pub fn new(seed: u64) -> News {
        let material = Material::load();
        let templates = Templates::load(&material);
        News { seeded: Seeded(seed), material, templates }
    }

    /// Puts the next article into `text`, and tells when it was published.
    pub fn next(&mut self, text: &mut String) -> Date {
        let News { seeded, material, templates } = self;
        text.clear();
        let story = story(seeded);
        let mut cast = Cast::pick(material, seeded);
        let mut told = Told::default();
        let mut write = |kind, seeded: &mut Seeded, text: &mut String| {
            let at = text.len();
            templates.pick(kind, story, &mut told, seeded).write(material, &mut cast, seeded, text);
            at
        };

        if seeded.percent(55) {
            let at = write(Kind::Headline, seeded, text);
            if seeded.percent(12) {
                text[at..].make_ascii_uppercase();
            }
            text.push_str(if seeded.percent(60) { "\n\n" } else { ". " });
        }
        if seeded.percent(40) {
            write(Kind::Dateline, seeded, text);
            text.push(' ');
        }
        write(Kind::Lead, seeded, text);
        let paragraphs = seeded.percent(60);
        for _ in 0..2 + seeded.below(8) + seeded.below(9) + seeded.below(10) {
            text.push_str(if paragraphs && seeded.percent(45) { "\n\n" } else { " " });
            let kind = match seeded.below(100) {
                0..9 => Kind::Follow,
                9..73 => Kind::Plain,
                73..96 => Kind::Quote,
                _ => Kind::Background,
            };
            write(kind, seeded, text);
        }
        date(seeded)
    }
}

fn story(seeded: &mut Seeded) -> usize {
    let mut left = seeded.below(STORIES.iter().map(|(_, share)| share).sum());
    let here = |(_, share): &(&str, u64)| left.checked_sub(*share).map(|rest| left = rest).is_none();
    STORIES.iter().position(here).expect("it is below their sum")
}

fn date(seeded: &mut Seeded) -> Date {
    let (year, month, day) = (1995 + seeded.below(31), 1 + seeded.below(12), 1 + seeded.below(28));
    Date::new(year as i16, month as i8, day as i8).expect("every month has 28 days")
}
