//! Times within a noun phrase, which date the event that it names: "Sunday's blast", "the October 7 attack", "clashes on
//! Friday in which nine died".

use super::super::clause::{Piece, What};
use super::Reader;
use crate::lexicon::sense::{Class, pos};
use crate::lexicon::{View, keyword as kw};

/// How many pieces a noun phrase goes on behind the time that it begins with.
const PHRASE: usize = 6;

/// How far before a relative clause the time of its antecedent may stand, in pieces.
const BACK: usize = 9;

/// How far before a piece the relative clause that it is in may begin.
const RELATIVE: usize = 6;

impl Reader<'_, '_, '_> {
    /// "**Sunday**'s bomb attack", "the **October 7** attack": whether a time stands before the noun of an event within its
    /// phrase.
    pub(super) fn dates_event(&self, pieces: &[Piece], at: usize) -> bool {
        let owner = matches!(pieces.get(at + 1).map(|next| next.what), Some(What::Possessive));
        let described = at > 0 && matches!(pieces[at - 1].what, What::Determiner);
        if !owner && !described {
            return false;
        }
        pieces[at + 1 + usize::from(owner)..]
            .iter()
            .take(PHRASE)
            .take_while(|piece| {
                matches!(piece.what, What::Noun | What::Modifier | What::Cue | What::Entity(_) | What::Number(_))
            })
            .any(|piece| self.names_happening(piece))
    }

    /// Whether a time within a noun phrase is that of what its clause tells: the phrase is the subject, or what it
    /// happened in ("in Sunday's blast"), not another event ("over Sunday's verdict").
    pub(super) fn dates_clause(&self, pieces: &[Piece], at: usize) -> bool {
        let subject = || {
            lead(pieces, at).is_none_or(|lead| {
                matches!(
                    lead.what,
                    What::Comma
                        | What::And
                        | What::But
                        | What::Report(_)
                        | What::Relative
                        | What::Semicolon
                        | What::Quote
                        | What::Dash
                )
            })
        };
        self.dates_scene(pieces, at) || subject() && self.dates_event(pieces, at)
    }

    /// "in **Sunday**'s blast": whether a time within a noun phrase dates what the clause tells of as its scene.
    pub(super) fn dates_scene(&self, pieces: &[Piece], at: usize) -> bool {
        lead(pieces, at).is_some_and(|lead| {
            matches!(lead.what, What::Preposition)
                && self.view.is(lead.first as usize, &[kw::IN, kw::DURING, kw::BY, kw::AT])
        }) && self.dates_event(pieces, at)
    }

    /// "Clashes on **Friday** in which nine died", "the **2019** flood that drowned 30": the time of the event that a
    /// relative clause tells of.
    pub(super) fn of_antecedent(&self, pieces: &[Piece], relative: usize) -> Option<u32> {
        if !self.view.is(pieces[relative].first as usize, &[kw::WHICH, kw::THAT]) {
            return None;
        }
        let mut event = false;
        for at in (relative.saturating_sub(BACK)..relative).rev() {
            match pieces[at].what {
                What::Time(index) => {
                    let leads = || {
                        let noun = if matches!(pieces[at.max(1) - 1].what, What::Preposition) { 2 } else { 1 };
                        at >= noun && self.names_happening(&pieces[at - noun])
                    };
                    let dated = if event { self.dates_event(pieces, at) } else { leads() };
                    return Some(index).filter(|_| dated);
                }
                What::Noun | What::Cue | What::Modifier | What::Entity(_) => {
                    event |= self.names_happening(&pieces[at]);
                }
                What::Comma if at + 2 >= relative => {}
                What::Possessive if event => {}
                What::Determiner => {}
                What::Preposition if !event => {}
                _ => return None,
            }
        }
        None
    }

    /// "A blast that killed 12 in Kano **was** claimed on Friday": the verb of the clause around the relative clause that a
    /// piece stands in, behind it.
    pub(super) fn outer_verb(&self, pieces: &[Piece], low: usize, high: usize) -> usize {
        let opens = |at: &usize| matches!(pieces[*at].what, What::Relative | What::Comma | What::Clause);
        let relative = (low.saturating_sub(RELATIVE)..low).rev().find(opens);
        let restricts = relative.is_some_and(|at| {
            let noun = at.wrapping_sub(if at > 1 && matches!(pieces[at - 1].what, What::Preposition) { 2 } else { 1 });
            // "the road that 40 people use was shut": the first verb is that of the relative clause.
            let object = matches!(pieces[at + 1].what, What::Number(_) | What::Determiner | What::Entity(_));
            matches!(pieces[at].what, What::Relative)
                && pieces
                    .get(noun)
                    .is_some_and(|noun| matches!(noun.what, What::Noun | What::Entity(_) | What::Time(_) | What::Cue))
                && (!object || high > low)
        });
        if !restricts {
            return pieces.len();
        }
        let finite = |at: &usize| {
            let piece = pieces[*at];
            let joined =
                matches!(pieces[at - 1].what, What::And | What::Comma | What::But | What::Relative | What::Adverb);
            let token = piece.first as usize;
            !joined
                && match piece.what {
                    What::Aux => true,
                    What::Verb | What::Cue | What::Report(_) => {
                        self.view.likely(token, pos::PAST | pos::THIRD)
                            && !(self.view.can_be(token, pos::PARTICIPLE)
                                && self.view.is(piece.end as usize, &[kw::BY, kw::IN, kw::ON, kw::AT]))
                    }
                    _ => false,
                }
        };
        (high + 1..pieces.len()).take_while(|&at| !opens(&at)).find(finite).unwrap_or(pieces.len())
    }

    /// Whether a piece ends in a noun for what happens: "bombings", "flood", "protest march".
    fn names_happening(&self, piece: &Piece) -> bool {
        let token = piece.end as usize - 1;
        self.view.has(token, Class::Thing)
            && self
                .view
                .longest(token, Class::Thing)
                .is_some_and(|(_, row)| self.view.lexicon.branch(row).starts_with("event/"))
    }
}

/// What stands before a noun phrase that begins with a time, or with an article and a time.
fn lead(pieces: &[Piece], at: usize) -> Option<Piece> {
    let first = if at > 0 && matches!(pieces[at - 1].what, What::Determiner) { at - 1 } else { at };
    first.checked_sub(1).map(|lead| pieces[lead])
}

/// "A storm that killed 323 in September cost $3.3 billion": the time of a relative clause within the subject.
pub(super) fn embedded(view: &View, pieces: &[Piece], at: usize) -> bool {
    let is = |at: usize, part: u16| view.can_be(pieces[at].first as usize, part);
    let goes_on = pieces.get(at + 1).is_some_and(|next| {
        matches!(next.what, What::Verb | What::Aux | What::Cue)
            || matches!(next.what, What::Noun | What::Modifier) && is(at + 1, pos::PAST | pos::THIRD)
    });
    let opens = (0..at)
        .rev()
        .take(12)
        .find(|&before| matches!(pieces[before].what, What::Relative | What::Comma | What::Clause))
        .filter(|&before| before > 0 && matches!(pieces[before].what, What::Relative));
    goes_on
        && opens.is_some_and(|that| {
            let noun = pieces[that - 1].what;
            matches!(noun, What::Noun | What::Entity(_)) || !matches!(noun, What::Report(_)) && is(that - 1, pos::NOUN)
        })
}

/// "Chad, which lost nine men **last year**, has sent": whether a time stands in a relative clause between commas behind
/// which the verb follows.
pub(super) fn in_aside(pieces: &[Piece], at: usize) -> bool {
    let comma = |at: &usize| matches!(pieces[*at].what, What::Comma);
    let resumes = |end: usize| {
        matches!(
            pieces.get(end + 1).map(|next| next.what),
            Some(What::Verb | What::Aux | What::Cue | What::Adverb | What::Report(_))
        )
    };
    (at + 1..pieces.len()).take(ASIDE).find(comma).is_some_and(resumes)
        && (0..at).rev().take(ASIDE).find(comma).is_some_and(|begin| matches!(pieces[begin + 1].what, What::Relative))
}

/// How far an aside may go on before and behind a time, in pieces.
const ASIDE: usize = 14;
