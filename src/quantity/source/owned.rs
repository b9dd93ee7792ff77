//! Claims without a verb of saying: figures that somebody owns or keeps.

use super::super::clause::What;
use super::Claim;
use super::claim::segment;
use super::speaker::{Phrase, Reader, Speaker};
use crate::lexicon::keyword as kw;
use crate::record::EntityKind;

/// How far a figure may stand behind the noun that holds it, in pieces.
const FIGURE: usize = 6;

/// "By the UN's count 12 have died", "the UN's count stands at 12", "its estimate is that 12 have died".
pub(super) fn figures(reader: &Reader, at: usize) -> Option<Claim> {
    let pieces = reader.pieces;
    let phrase = owner(reader, at)?;
    let before = phrase.first.checked_sub(1).map(|before| &pieces[before]);
    let adverbial = before.is_some_and(|piece| {
        matches!(piece.what, What::Preposition) && reader.view.is(piece.first as usize, &[kw::BY, kw::IN, kw::ON])
    });
    let what = |piece: usize| pieces.get(piece).map(|piece| piece.what);
    let told = || {
        matches!(what(at + 1), Some(What::Aux | What::Verb | What::Cue | What::Report(_)))
            && (at + 2..at + 2 + FIGURE).any(|piece| matches!(what(piece), Some(What::Number(_) | What::Relative)))
    };
    if !adverbial && !told() {
        return None;
    }
    let (start, end) = segment(reader, at);
    let first = pieces[if adverbial { phrase.first - 1 } else { phrase.first }].first;
    // "28 people have died, by the UN's count, and 40 are missing".
    let behind = adverbial && matches!(what(at + 1), None | Some(What::Comma | What::Stop | What::Semicolon));
    let back = if behind { (start, first) } else { (first, first) };
    Some(Claim {
        told: (first, pieces[at].end),
        forward: (pieces[at].end, end),
        back,
        ..Claim::of(phrase.speaker, (pieces[at].first, pieces[at].end))
    })
}

/// Whose figures a noun holds: "the UN's latest count", "its count".
fn owner(reader: &Reader, noun: usize) -> Option<Phrase> {
    let cue = matches!(reader.pieces[noun].what, What::Cue);
    let first = reader.run_before(if cue { noun } else { noun + 1 })?;
    let phrase = if reader.view.is(reader.token(first), &[kw::ITS]) {
        Phrase { speaker: reader.it(first)?, first, end: noun + 1 }
    } else if let Some(What::Entity(index)) = noun.checked_sub(1).map(|before| reader.pieces[before].what) {
        // "Health Ministry figures put the dead at 12".
        Phrase { speaker: Speaker::Entity(index), first, end: noun + 1 }
    } else {
        let mark = (first..noun).rev().find(|&piece| matches!(reader.pieces[piece].what, What::Possessive))?;
        Phrase { speaker: reader.resolve(first, mark, mark)?, first, end: noun + 1 }
    };
    // "Gaza's toll" is nobody's count.
    let Speaker::Entity(index) = phrase.speaker else { return None };
    matches!(reader.entities.list[index as usize].kind, EntityKind::Agency | EntityKind::Person).then_some(phrase)
}

/// "The Red Cross has 174 deaths on its books": the subject of the sentence tells so.
pub(super) fn kept(reader: &Reader, at: usize) -> Option<Claim> {
    let subject = reader.main_subject().filter(|phrase| phrase.end <= at && reader.speaks(phrase.speaker))?;
    // "has put 12 names on its list" tells of something else.
    let number = (subject.end..at).rev().find(|&piece| matches!(reader.pieces[piece].what, What::Number(_)))?;
    if !matches!(reader.pieces[number - 1].what, What::Aux) {
        return None;
    }
    let (first, _) = segment(reader, at);
    let (verb, from) = (reader.pieces[at], reader.pieces[subject.end - 1].end);
    Some(Claim {
        told: (verb.first, verb.end),
        forward: (verb.end, verb.end),
        back: (first.max(from), verb.first),
        ..Claim::of(subject.speaker, (verb.first, verb.end))
    })
}
