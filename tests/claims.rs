//! Rival claims: what each source says of a toll, and what all of them leave open. Rows of `text | role | figure | claims`.

use headcount::Tagger;
use headcount::record::{Document, Toll};

const ROWS: &str = r#"
The army said it killed 90 rebels; the rebels admitted losing only 11 men. | killed | 90 (11 to 90) | army: 90, rebels: 11
Police said six marchers died in Conakry. The opposition put the toll at 15. | killed | 15 (6 to 15) | Police: 6, opposition: 15
The UN said 40 people died in Goma. The army said 25 were killed. | killed | 40 (25 to 40) | United Nations: 40, army: 25
Gunmen killed 20 miners near Djibo, residents said. The ministry put the figure at 12. | killed | 12 (12 to 20) | residents: 20, ministry: 12
Police said 12 people were killed in Kano. Police said four more died on Tuesday. | killed | 16 (16 to 16) | -
Police said 12 people were killed in Kano. Twelve people died, the hospital said. | killed | 12 (12 to 12) | -
Twelve people were killed in Kano. The hospital said three of them were nurses. | killed | 12 (12 to 12) | -
Twelve people were hurt in Kano and 30 in Jos, police said. | wounded | 42 (42 to 42) | -
Police revised the toll to 28 from an earlier 34. | killed | 28 (28 to 28) | -
"#;

#[test]
fn sources_that_differ_are_told_with_the_toll() {
    let tagger = Tagger::bundled();
    let wrong: Vec<String> = ROWS
        .lines()
        .filter(|line| !line.is_empty())
        .filter_map(|line| {
            let [text, role, figure, claims] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("{line}") };
            let document = tagger.tag(text);
            let toll = document.tolls.iter().find(|(of, _)| format!("{of:?}").eq_ignore_ascii_case(role));
            let got = toll.map(|(_, toll)| told(&document, toll)).unwrap_or_default();
            let asked = (figure.to_owned(), if claims == "-" { String::new() } else { claims.to_owned() });
            (got != asked).then(|| format!("{text}\n  asked {asked:?}\n  got   {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The figure with the range that it stands for, and who says what.
fn told(document: &Document, toll: &Toll) -> (String, String) {
    let print = |figure: Option<f64>| figure.map(|figure| figure.to_string()).unwrap_or_default();
    let figure = format!("{} ({} to {})", print(toll.value), print(toll.min), print(toll.max));
    let claims = toll.claims.iter().map(|claim| {
        let name = claim.source.map(|id| document.entities[id].name.to_string());
        let name = name.or(claim.source_text.as_deref().map(str::to_owned)).unwrap_or_default();
        format!("{name}: {}", print(claim.value))
    });
    (figure, claims.collect::<Vec<_>>().join(", "))
}
