//! Whether a cue takes anybody or anything by how it stands: asked before a sentence is cut for it. Cut is only as far as the
//! rule *object* reaches, from the cue on: what is said of those behind it stands there or nowhere.

use super::super::facts::Facts;
use super::super::outline::Text;
use super::super::{Quantity, Unit};
use super::{Voice, What, chunk_at, cue, people};
use crate::lexicon::sense::{Class, Frame};
use crate::lexicon::{Connective, keyword as kw};
use crate::record::{EntityKind, UnitKind};

/// How far a cue looks for its object, in chunks.
const REACH: usize = 6;

/// How many chunks may stand between a number and the verb of its relative clause: "the 80 clerks it employs".
const RELATIVE: usize = 3;

/// How far behind a verb what is suffered may stand, in tokens.
const SUFFERED: usize = 80;

/// Whether a cue at a token may be said of a number of its sentence, or of somebody told of without one. What stands before a
/// cue is not looked at, but for verbs that only take objects.
pub(in crate::quantity) fn may_take(text: Text, numbers: &[Quantity], sentence: u32, token: usize) -> bool {
    let Text { view, entities, times, .. } = text;
    if entities.at(token).is_some() || times.at(token).is_some() {
        return false;
    }
    let Some((end, What::Cue(voice))) = cue::cue(view, times, token) else { return false };
    let stop = view.sentences[sentence as usize].last as usize;
    // "sent at least 90": a figure begins within what could be a longer cue.
    let figure = numbers.iter().map(|number| number.first as usize).find(|first| *first > token);
    let end = end.min(figure.unwrap_or(stop));
    let frame = |frame: Frame| {
        let mut rows = view.words.all(token, Class::Cue);
        rows.any(|(cue_end, row)| cue_end == end && view.lexicon.cues[row].frame == frame)
    };
    // "killed or injured": two cues at one count.
    let joined = || view.has(end, Class::Connective) || view.is(end, &[kw::SLASH]);
    match voice {
        Voice::Active => {}
        Voice::Takes => {
            let event = |token: usize| people::is_event(view, token);
            return joined() || frame(Frame::Suffers) && (end..stop.min(end + SUFFERED)).any(event);
        }
        Voice::Event => return text.noun_hits(end) || view.is(end - 1, &[kw::BY]),
        _ => return true,
    }
    if joined() || frame(Frame::Undergoes) {
        return true;
    }
    let cut = Cut { text, facts: Facts::of(text, stop), numbers, stop };
    let before = numbers.iter().rev().find(|number| number.end as usize <= token);
    let told_before =
        before.is_some_and(|number| view.is(end, &[kw::THEM]) || cut.describes(number.end as usize, token));
    told_before || cut.takes(end)
}

/// Whether a number begins at a token, or the person whose age it is: "a 60-year-old farmer".
fn begins(number: &Quantity, at: usize) -> bool {
    let age = matches!(number.unit, Unit::Measure { kind: UnitKind::Age, .. });
    (at..=at + if age { 2 } else { 0 }).contains(&(number.first as usize))
}

/// A sentence that is cut from some token on.
struct Cut<'t, 's, 'a> {
    text: Text<'t, 's, 'a>,
    facts: Facts<'t>,
    /// The numbers of the sentence.
    numbers: &'t [Quantity],
    stop: usize,
}

impl Cut<'_, '_, '_> {
    /// The chunk at a token where no number begins.
    fn next(&self, at: usize) -> (usize, What) {
        let Text { view, entities, times, .. } = self.text;
        let (end, what) = chunk_at(view, entities, times, &self.facts, at, self.stop);
        let number = self.numbers.iter().map(|number| number.first as usize).find(|first| *first > at);
        (end.clamp(at + 1, self.stop).min(number.unwrap_or(self.stop)), what)
    }

    /// Whether a relative clause begins behind a number of which a cue is the verb.
    fn describes(&self, from: usize, verb: usize) -> bool {
        let mut at = from;
        for _ in 0..RELATIVE {
            if at >= verb {
                break;
            }
            match self.next(at) {
                (end, What::Pronoun | What::Entity(_) | What::Noun { .. } | What::Aux | What::Other | What::Clause) => {
                    at = end
                }
                _ => return false,
            }
        }
        at == verb
    }

    /// Whether an object may stand behind a cue that ends before a token; see
    /// [`Linker::object_at`](super::super::role).
    fn takes(&self, from: usize) -> bool {
        let Text { view, entities, .. } = self.text;
        let named =
            |token: usize| entities.at(token).is_some_and(|index| entities.list[index].kind == EntityKind::Person);
        let (mut at, mut pronoun) = (from, false);
        for step in 0..REACH {
            if at >= self.stop {
                return false;
            }
            if self.numbers.iter().any(|number| begins(number, at)) {
                return true;
            }
            let (end, what) = self.next(at);
            match what {
                What::People { .. } => return true,
                // "a family of seven".
                What::Noun { people: true } => return view.is(end, &[kw::OF]),
                What::Noun { people: false } => return view.is(at, &[kw::A, kw::AN]) || named(end),
                // "killing themselves and five others".
                What::Pronoun if view.is(end, &[kw::COMMA]) || view.has(end, Class::Connective) => {}
                What::Connective(Connective::And) | What::Comma if pronoun => {}
                What::Connective(Connective::More | Connective::Other) | What::Status(_) | What::Other => {}
                What::Break if view.id(at) != kw::SEMICOLON => {}
                What::Report(_) | What::Open | What::Quote if step == 0 => {}
                What::Preposition if step == 0 && view.is(at, &[kw::OF]) => {}
                What::Cue(Voice::Bare | Voice::Active) if view.is(end - 1, &[kw::OF]) => {}
                What::Time(_) => return self.numbers.iter().any(|number| number.first as usize == end),
                _ => return false,
            }
            pronoun = what == What::Pronoun;
            at = end;
        }
        false
    }
}
