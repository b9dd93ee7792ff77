//! Cues: the voice in which a word that says what happened stands.

use super::super::grammar::{AUXILIARIES, PASSIVE};
use super::{Voice, What};
use crate::lexicon::sense::{Class, Frame, VerbForm, pos};
use crate::lexicon::{View, keyword as kw};
use crate::time::Times;

/// A cue phrase at a token: its end and its voice. An idiom that holds a cue's word is none.
pub(super) fn cue(view: &View, times: &Times, at: usize) -> Option<(usize, What)> {
    let (end, _) = longest(view, times, at)?;
    if end == at + 1 && noun_in_place(view, at) {
        return None;
    }
    let mut found: Option<Voice> = None;
    for (_, row) in view.words.all(at, Class::Cue).filter(|(cue_end, _)| *cue_end == end) {
        let cue = &view.lexicon.cues[row];
        let voice = match cue.frame {
            Frame::None => {
                // "escaped death" is a verb all the same.
                let verb = end > at + 1 && view.verb_like(at);
                return Some((end, if verb { What::Verb } else { What::Other }));
            }
            Frame::State => Voice::State,
            Frame::Event => Voice::Event,
            Frame::Toll => Voice::Toll,
            Frame::Takes | Frame::Suffers => Voice::Takes,
            Frame::Taken if taken(view, at) => Voice::Event,
            Frame::Taken => return Some((end, What::Noun { people: false })),
            Frame::Figure => return None,
            Frame::Moves => match cue.form {
                VerbForm::Participle | VerbForm::PastOrParticiple if passive(view, times, at) => Voice::Passive,
                _ => Voice::Active,
            },
            Frame::Undergoes | Frame::Does => Voice::Subject,
            Frame::Affects => match cue.form {
                VerbForm::Participle | VerbForm::PastOrParticiple if passive(view, times, at) => Voice::Passive,
                VerbForm::Participle => Voice::Bare,
                VerbForm::PastOrParticiple if perfect(view, times, at) => Voice::Active,
                VerbForm::PastOrParticiple => Voice::Bare,
                _ => Voice::Active,
            },
        };
        found = Some(match found {
            None => voice,
            Some(before) => choose(view, at, end, before, voice),
        });
    }
    found.map(|voice| (end, What::Cue(voice)))
}

/// The longest cue at a token. "were delivered on Monday" holds no idiom ("delivered on"): the preposition is the time's.
fn longest(view: &View, times: &Times, at: usize) -> Option<(usize, usize)> {
    let (end, row) = view.longest(at, Class::Cue)?;
    let idiom = view.lexicon.cues[row].frame == Frame::None;
    if idiom && end > at + 1 && view.likely(end - 1, pos::PREPOSITION) && times.at(end).is_some() {
        return view.words.all(at, Class::Cue).rfind(|(shorter, _)| *shorter < end);
    }
    Some((end, row))
}

/// "during protests", "a new strike": a word that can be a noun where only a noun can stand.
fn noun_in_place(view: &View, at: usize) -> bool {
    let only_verb = view.words.all(at, Class::Cue).all(|(_, row)| {
        let cue = &view.lexicon.cues[row];
        matches!(cue.frame, Frame::Affects | Frame::Undergoes | Frame::Does)
            && matches!(cue.form, VerbForm::Base | VerbForm::Third)
    });
    let before = at > 0
        && (view.likely(at - 1, pos::PREPOSITION | pos::DETERMINER | pos::ADJECTIVE)
            || view.id(at - 1) == kw::POSSESSIVE);
    only_verb && before && !view.is(at - 1, &[kw::TO]) && view.can_be(at, pos::NOUN | pos::PLURAL)
}

/// Whether a verb that takes lives stands before: "claimed 12 lives".
pub(in crate::quantity) fn taken(view: &View, at: usize) -> bool {
    (at.saturating_sub(8)..at)
        .any(|before| view.words.all(before, Class::Cue).any(|(_, row)| view.lexicon.cues[row].frame == Frame::Takes))
}

/// Which of two readings of the same word is meant.
fn choose(view: &View, at: usize, end: usize, one: Voice, other: Voice) -> Voice {
    let verbal = |voice: Voice| matches!(voice, Voice::Active | Voice::Passive | Voice::Bare | Voice::Subject);
    let (verb, noun) = match (verbal(one), verbal(other)) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        // "were put to death" is passive though "put" is a base form too; object verbs go before subject verbs
        // ("the storm displaced 40" and "40 displaced").
        _ => {
            return [Voice::Passive, Voice::Bare, Voice::Active]
                .into_iter()
                .find(|voice| [one, other].contains(voice))
                .unwrap_or(one);
        }
    };
    match noun {
        // "the killing of", "a strike", but "killing 9".
        Voice::Event | Voice::Toll => {
            let determined = at > 0
                && (view.likely(at - 1, pos::DETERMINER | pos::ADJECTIVE)
                    || view.is(at - 1, &[kw::OF, kw::POSSESSIVE, kw::IN]));
            if determined || view.is(end, &[kw::OF]) { noun } else { verb }
        }
        // A participle is a verb when it has an auxiliary, else the neighbours tell.
        Voice::State => verb,
        _ => verb,
    }
}

/// The token of the verb's auxiliary before a cue, adverbs and "not" between them skipped.
fn auxiliary(view: &View, times: &Times, at: usize) -> Option<usize> {
    let mut token = at;
    for _ in 0..4 {
        token = token.checked_sub(1)?;
        // "were last night killed".
        if let Some(time) = times.at(token) {
            token = times.list[time].first as usize;
            continue;
        }
        if AUXILIARIES.has(view.id(token)) {
            return Some(token);
        }
        // "is to cut 40 jobs": an infinitive is no participle.
        if token + 1 == at && view.is(token, &[kw::TO]) {
            return None;
        }
        let skipped = view.likely(token, pos::ADVERB)
            || view.is(token, &[kw::NOT, kw::ALSO])
            || view.has(token, Class::Report)
            || view.has(token, Class::Status)
            || view.is(token, &[kw::COMMA, kw::TO]);
        if !skipped {
            return None;
        }
    }
    None
}

fn passive(view: &View, times: &Times, at: usize) -> bool {
    auxiliary(view, times, at).is_some_and(|token| PASSIVE.has(view.id(token)))
}

fn perfect(view: &View, times: &Times, at: usize) -> bool {
    auxiliary(view, times, at).is_some_and(|token| view.is(token, &[kw::HAVE, kw::HAS, kw::HAD, kw::HAVING]))
}
