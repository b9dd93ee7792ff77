//! Sentences with slots, taken apart once and filled many times.

use super::STORIES;
use super::cast::{Cast, Part};
use super::material::{Material, rows};
use super::number::Number;
use super::seeded::Seeded;

const TEMPLATES: &str = include_str!("templates.tsv");

/// What a sentence is for.
#[derive(Clone, Copy)]
pub enum Kind {
    Dateline,
    Headline,
    Lead,
    Follow,
    Plain,
    Quote,
    Background,
}

const KINDS: [&str; 7] = ["dateline", "headline", "lead", "follow", "plain", "quote", "background"];

/// One sentence.
pub struct Template(Vec<Piece>);

enum Piece {
    Text(&'static str),
    Number(Number),
    Part(Part),
    /// A word of a list.
    Word(usize),
    /// "a " or "an ", as the next word has it.
    Article,
    Open,
    Close,
    Apostrophe,
}

/// What an article tells already: a bit for each template of a kind.
#[derive(Default)]
pub struct Told([u128; KINDS.len()]);

/// All sentences, by kind and story.
pub struct Templates([Vec<Vec<Template>>; KINDS.len()]);

impl Templates {
    pub fn load(material: &Material) -> Templates {
        let of = |kind: &str, story: &str| {
            rows(TEMPLATES)
                .filter(|row| row["kind"] == kind && (row["story"] == story || row["story"] == "any"))
                .map(|row| Template(pieces(row["template"], material)))
                .collect()
        };
        Templates(KINDS.map(|kind| STORIES.iter().map(|(story, _)| of(kind, story)).collect()))
    }

    /// One that the article does not have yet, unless three in a row were told already.
    pub fn pick(&self, kind: Kind, story: usize, told: &mut Told, seeded: &mut Seeded) -> &Template {
        let (templates, told) = (&self.0[kind as usize][story], &mut told.0[kind as usize]);
        let mut at = 0;
        for _ in 0..3 {
            at = seeded.below(templates.len() as u64);
            if *told >> at & 1 == 0 {
                break;
            }
        }
        *told |= 1 << at;
        &templates[at as usize]
    }
}

/// Takes a template apart; a slot that nobody fills is a fault of the file.
fn pieces(template: &'static str, material: &Material) -> Vec<Piece> {
    let (mut pieces, mut rest, mut quoted) = (Vec::new(), template, false);
    while let Some(at) = rest.find(['{', '"', '\'']) {
        if at > 0 {
            pieces.push(Piece::Text(&rest[..at]));
        }
        let sign = &rest[at..=at];
        rest = &rest[at + 1..];
        pieces.push(match sign {
            "'" => Piece::Apostrophe,
            "\"" => {
                quoted = !quoted;
                if quoted { Piece::Open } else { Piece::Close }
            }
            _ => {
                let (slot, behind) = rest.split_once('}').unwrap_or_else(|| panic!("a brace is open: {template}"));
                rest = behind;
                if slot == "a" {
                    rest = rest.strip_prefix(' ').unwrap_or_else(|| panic!("no blank behind {{a}}: {template}"));
                    Piece::Article
                } else {
                    slot_piece(slot, material).unwrap_or_else(|| panic!("nothing fills {{{slot}}}: {template}"))
                }
            }
        });
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

fn slot_piece(slot: &str, material: &Material) -> Option<Piece> {
    (Number::of(slot).map(Piece::Number))
        .or_else(|| Part::of(slot).map(Piece::Part))
        .or_else(|| material.list(slot).map(Piece::Word))
}

impl Template {
    /// Appends the sentence, its slots filled.
    pub fn write(&self, material: &Material, cast: &mut Cast, seeded: &mut Seeded, out: &mut String) {
        let start = out.len();
        let mut article = None;
        for piece in &self.0 {
            match *piece {
                // "Corp." has its full stop already.
                Piece::Text(text) if text.starts_with('.') && out.ends_with('.') => out.push_str(&text[1..]),
                Piece::Text(text) => out.push_str(text),
                Piece::Number(number) => number.write(seeded, out),
                Piece::Part(part) => cast.write(part, out),
                Piece::Word(list) => {
                    let list = &material.lists[list];
                    let word = if list.skewed { seeded.pick_skewed(&list.words) } else { seeded.pick(&list.words) };
                    out.push_str(word);
                }
                Piece::Article => {
                    out.push_str("a ");
                    article = Some(out.len());
                    continue;
                }
                Piece::Open => out.push(if cast.curly { '“' } else { '"' }),
                Piece::Close => out.push(if cast.curly { '”' } else { '"' }),
                Piece::Apostrophe => out.push(if cast.curly { '’' } else { '\'' }),
            }
            if let Some(at) = article.take()
                && (out[at..].starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O', '8']) || out[at..].starts_with("un"))
            {
                out.insert(at - 1, 'n');
            }
        }
        capitalise(out, start);
    }
}

/// Begins a sentence with a capital, also behind a quote.
fn capitalise(out: &mut str, start: usize) {
    let first = out[start..].find(|letter: char| letter.is_alphanumeric()).map(|at| start + at);
    if let Some(letter) = first.and_then(|at| out.get_mut(at..=at)) {
        letter.make_ascii_uppercase();
    }
}
