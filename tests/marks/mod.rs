//! Marked sentences. A mark is `[kind words]`, or `[kind words|name]` where the canonical name is asked too: "[agency NIS]
//! told [person Kim|Kim Jong Un]". What has no mark must be no entity.

use headcount::{EntityKind, Tagger};

/// What a mark asks for.
#[derive(Debug, PartialEq)]
struct Mark {
    text: String,
    start: usize,
    kind: EntityKind,
    name: Option<String>,
}

/// Cuts a marked sentence into its text and its marks.
fn parse(marked: &str) -> (String, Vec<Mark>) {
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let (inside, behind) = after.split_once(']').expect("a mark is closed");
        let (kind, words) = inside.split_once(' ').expect("a mark has a kind and words");
        let (words, name) = match words.split_once('|') {
            Some((words, name)) => (words, Some(name.to_owned())),
            None => (words, None),
        };
        let kind = match kind {
            "agency" => EntityKind::Agency,
            "person" => EntityKind::Person,
            "place" => EntityKind::Place,
            "people" => EntityKind::Nationality,
            other => panic!("no kind {other}"),
        };
        marks.push(Mark { text: words.to_owned(), start: text.len(), kind, name });
        text.push_str(words);
        rest = behind;
    }
    text.push_str(rest);
    (text, marks)
}

/// Writes what was found the way the rows are written.
fn print(text: &str, found: &[headcount::record::Entity]) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for entity in found {
        let kind = match entity.kind {
            EntityKind::Agency => "agency",
            EntityKind::Person => "person",
            EntityKind::Place => "place",
            EntityKind::Nationality => "people",
        };
        out += &format!("{}[{kind} {}|{}]", &text[at..entity.start], entity.text, entity.name);
        at = entity.end;
    }
    out + &text[at..]
}

pub fn check(rows: &[&str]) {
    let tagger = Tagger::bundled();
    let mut wrong = Vec::new();
    for row in rows {
        let (text, marks) = parse(row);
        let document = tagger.tag(&text);
        let right = marks.len() == document.entities.len()
            && marks.iter().zip(&document.entities).all(|(mark, entity)| {
                (mark.start, mark.kind, mark.text.as_str()) == (entity.start, entity.kind, &*entity.text)
                    && mark.name.as_ref().is_none_or(|name| *name == *entity.name)
            });
        if !right {
            wrong.push(format!("asked {row}\n  got {}", print(&text, &document.entities)));
        }
    }
    assert!(wrong.is_empty(), "see src/entity/:\n{}", wrong.join("\n"));
}
