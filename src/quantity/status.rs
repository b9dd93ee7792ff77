//! Status: whether a figure is told as fact, plan or possibility, or denied.

use super::clause::{self, Piece, Pieces, What};
use super::outline::{QUESTION, Text};
use super::{Quantity, Unit};
use crate::lexicon::sense::{Class, Effect, ReportFrame, pos};
use crate::lexicon::{View, WordId, keyword as kw};
use crate::record::{Role, Status};
use crate::trace::Trace;

/// How far back from the cue a word of status reaches, in pieces.
const REACH: usize = 24;

/// Sets the status of every quantity that has a role.
pub(super) fn mark(text: Text, pieces: &mut Pieces, list: &mut [Quantity], trace: &mut Trace) {
    let view = text.view;
    for index in 0..list.len() {
        let held = text.held(list[index].sentence);
        if !held.has(Class::Status) && !held.marked(QUESTION) && !infinitive(view, list[index].cue) {
            continue;
        }
        let cue = match list[index].cue {
            Some(cue) => cue,
            // "denied that it held 40 boys": without a role too.
            None if matches!(list[index].unit, Unit::Count(_) | Unit::Like(_) | Unit::People)
                && denies(text, list[index].sentence) =>
            {
                (list[index].first, list[index].first)
            }
            None => continue,
        };
        let pieces = pieces.ready(text, list, list[index].sentence);
        let quantity = &mut list[index];
        let found = governing(view, pieces, quantity, cue)
            .or_else(|| behind(view, pieces, quantity, cue))
            .or_else(|| headline(view, pieces, cue))
            .or_else(|| asked(view, pieces))
            .or_else(|| promised(view, pieces, quantity, cue))
            .or_else(|| refuted(view, pieces, quantity))
            .or_else(|| suspected(view, quantity));
        let Some((mut effect, first, end)) = found else { continue };
        // "If talks fail, 900 workers will be laid off".
        if effect == Effect::Planned && supposes(view, pieces) {
            effect = Effect::Hypothetical;
        }
        let (begin, stop) = view.span(first as usize, end as usize);
        trace.note("status", begin, stop, || format!("{effect:?}").to_lowercase());
        match effect {
            Effect::Planned => quantity.status = Status::Planned,
            Effect::Possible => quantity.status = Status::Possible,
            Effect::Denied => quantity.status = Status::Denied,
            Effect::Hypothetical => {
                quantity.status = Status::Possible;
                quantity.marks.hypothetical = true;
            }
            Effect::Historical => quantity.marks.historical = true,
            Effect::Negated | Effect::None | Effect::Habitual | Effect::Plans | Effect::Demands => {}
        }
    }
    for index in 0..list.len() {
        if let Some(whole) = list[index].part_of
            && list[index].role.is_some()
            && list[index].role == list[whole as usize].role
            && list[index].cue == list[whole as usize].cue
        {
            take(list, index, whole as usize);
        }
        // "will send 600 officers, bringing its contingent to 1,000".
        if let Some(before) = index.checked_sub(1)
            && list[before].status == Status::Planned
            && list[index].role == list[before].role
            && list[index].sentence == list[before].sentence
            && follows(view, &list[before], &list[index])
        {
            take(list, index, before);
        }
    }
}

/// Whether "to" stands before a cue.
fn infinitive(view: &View, cue: Option<(u32, u32)>) -> bool {
    cue.is_some_and(|cue| cue.0 > 0 && view.is(cue.0 as usize - 1, &[kw::TO]))
}

/// Whether somebody denies something in a sentence.
fn denies(text: Text, sentence: u32) -> bool {
    let view = text.view;
    text.all(sentence, Class::Status)
        .any(|token| view.words.all(token, Class::Status).any(|(_, row)| view.lexicon.statuses[row] == Effect::Denied))
}

fn take(list: &mut [Quantity], index: usize, from: usize) {
    list[index].status = list[from].status;
    list[index].marks.hypothetical |= list[from].marks.hypothetical;
    list[index].marks.historical |= list[from].marks.historical;
}

/// Whether a figure stands in a participle clause behind another: ", bringing …".
fn follows(view: &View, before: &Quantity, after: &Quantity) -> bool {
    (before.end..after.first)
        .take(40)
        .any(|token| view.tokens[token as usize].punct() == b',' && view.likely(token as usize + 1, pos::ING))
}

/// The word of status that governs a figure: the nearest before its cue in the clause. A denial reaches over "that".
fn governing(view: &View, pieces: &[Piece], quantity: &Quantity, cue: (u32, u32)) -> Option<(Effect, u32, u32)> {
    let from = clause::at(pieces, quantity.first.max(cue.0))?;
    let mut clause = false;
    let mut said = false;
    // "will cut 1,750 jobs in Detroit and lay off 550": the verb before stands under the same word.
    let joined = from > 0
        && quantity.first > cue.0
        && clause::at(pieces, cue.0).is_some_and(|at| at > 0 && pieces[at - 1].what == What::And)
        && view.can_be(cue.0 as usize, pos::VERB);
    // "wants to put up 2,500 masts and to cut 900 jobs".
    let again = clause::at(pieces, cue.0).is_some_and(|at| {
        at > 1
            && view.is(pieces[at - 1].first as usize, &[kw::TO])
            && matches!(pieces[at - 2].what, What::And | What::But)
    });
    let mut verbs = if again {
        -3
    } else if joined {
        -1
    } else {
        0
    };
    let mut covered = u32::MAX;
    // A plan or a possibility, which a denial before it may take back: "denied that it would send".
    let mut weaker = None;
    let mut opened = false;
    let own = clause::at(pieces, quantity.first)?;
    // "demand the release of the 48 hostages still held": known before, whatever is asked for them.
    if known_before(view, pieces, quantity) {
        return None;
    }
    let mut next = from + 1;
    for _ in 0..REACH {
        let Some(at) = next.checked_sub(1) else { break };
        next = at;
        let piece = pieces[at];
        if let Some((effect, begin, end)) = phrase(view, piece, pieces[0].first)
            && begin < covered
        {
            covered = begin;
            match effect {
                // "denied hitting homes, saying it had destroyed two hangars".
                Effect::Denied if said => return weaker,
                // "denied plans to send".
                Effect::Denied if weaker.is_some_and(|(_, plan, _)| plan <= end + 1) => {
                    return Some((effect, begin, end));
                }
                Effect::Denied if weaker.is_none() || opened || view.is(end as usize, &[kw::IT, kw::THEY, kw::HE]) => {
                    return Some((effect, begin, end));
                }
                Effect::Denied => return weaker,
                Effect::Negated | Effect::None | Effect::Habitual | Effect::Plans | Effect::Demands => {}
                _ if weaker.is_none() && !clause && verbs < 1 && !of_relative(view, pieces, at, quantity, cue) => {
                    weaker = Some((effect, begin, end));
                }
                _ => {}
            }
        }
        // "agreed on Friday to send 1,000".
        if !clause
            && verbs < 1
            && weaker.is_none()
            && view.is(piece.first as usize, &[kw::TO])
            && piece.end == cue.0
            && let Some(found) = apart(view, pieces, at)
        {
            return Some(found);
        }
        match piece.what {
            What::Semicolon | What::Dash => return weaker,
            What::Comma | What::And | What::But if weaker.is_some() => return weaker,
            // "Forty people, who may have been asleep, were killed": over what is set off.
            What::Comma => {
                let low = if at > own { own } else { at.saturating_sub(REACH) };
                let opened = (low..at).rev().take_while(|&comma| pieces[comma].what != What::Semicolon);
                next = opened.into_iter().find(|&comma| set_off(pieces, comma)).unwrap_or(next);
            }
            // "has not ruled out that 12 drowned" governs what it is followed by.
            What::Relative if is_opened(view, pieces, at) => {
                opened = weaker.is_some();
            }
            // "refused to confirm **reports that** 12 had died".
            What::Report(ReportFrame::Belief) if is_opened(view, pieces, at) => {}
            What::Report(frame) => {
                (clause, opened) = (true, weaker.is_some());
                said |= frame == ReportFrame::Says
                    && matches!(
                        at.checked_sub(1).map(|before| pieces[before].what),
                        Some(What::Comma | What::And | What::But)
                    );
            }
            What::Relative | What::Clause => (clause, opened) = (true, weaker.is_some()),
            // "could leave 300 homeless": the verb that takes the figure is one with the cue.
            What::Verb
                if piece.first < cue.0.min(quantity.first)
                    && matches!(pieces.get(at + 1).map(|piece| piece.what), Some(What::Number(_))) => {}
            What::Verb | What::Cue if piece.first < cue.0 => verbs += 1,
            _ => {}
        }
    }
    weaker
}

/// "A guard who tried to stop the thieves was killed": whether what is said at a piece is said within a relative clause, and
/// the cue is a verb of its own behind it.
fn of_relative(view: &View, pieces: &[Piece], at: usize, quantity: &Quantity, cue: (u32, u32)) -> bool {
    let Some(verb) = clause::at(pieces, cue.0).filter(|&verb| verb > at + 1) else { return false };
    let finite = pieces[at + 1..verb].iter().rposition(|piece| view.is(piece.first as usize, &FINITE));
    let closed = finite.is_some_and(|finite| {
        pieces[at + 1..at + 1 + finite]
            .iter()
            .any(|piece| matches!(piece.what, What::Noun | What::Entity(_) | What::Verb | What::Cue | What::Pronoun))
    });
    closed && pieces[..at].iter().rev().take(3).any(|piece| piece.what == What::Relative && piece.first >= quantity.end)
}

/// "could not confirm **that** 12 had died": whether words of status lead to what a clause tells.
fn is_opened(view: &View, pieces: &[Piece], that: usize) -> bool {
    that > 0 && phrase(view, pieces[that - 1], pieces[0].first).is_some_and(|(.., end)| end == pieces[that].first)
}

/// Forms of verbs that begin what is said of a subject.
const FINITE: [WordId; 6] = [kw::WAS, kw::WERE, kw::IS, kw::ARE, kw::HAS, kw::HAVE];

/// A plan or a demand with words between its verb and "to" before the cue: "agreed on Friday to send", "urged Chad to free".
fn apart(view: &View, pieces: &[Piece], to: usize) -> Option<(Effect, u32, u32)> {
    let mut at = to;
    for _ in 0..BEHIND {
        at = at.checked_sub(1)?;
        let effect = |effect: Effect| {
            let verb = pieces[at].first as usize;
            view.words.all(verb, Class::Status).any(|(_, row)| view.lexicon.statuses[row] == effect)
        };
        let timed = matches!(pieces[to - 1].what, What::Time(_));
        if timed && effect(Effect::Plans) {
            return Some((Effect::Planned, pieces[at].first, pieces[to].end));
        }
        if effect(Effect::Demands) {
            return Some((Effect::Hypothetical, pieces[at].first, pieces[to].end));
        }
        let passes = matches!(
            pieces[at].what,
            What::Time(_)
                | What::Preposition
                | What::Entity(_)
                | What::Adverb
                | What::Noun
                | What::Modifier
                | What::Determiner
                | What::Number(_)
        );
        if !passes {
            return None;
        }
    }
    None
}

/// Whether a participle tells of a group that is known already: "the 48 hostages still held in Gaza".
pub(super) fn known_before(view: &View, pieces: &[Piece], quantity: &Quantity) -> bool {
    let (Some(cue), Some(own)) = (quantity.cue, clause::at(pieces, quantity.first)) else { return false };
    let definite = quantity.first > 0 && view.is(quantity.first as usize - 1, &[kw::THE, kw::ITS, kw::THEIR]);
    definite
        && cue.0 >= quantity.end
        && clause::at(pieces, cue.0).is_some_and(|at| {
            pieces[own + 1..at.max(own + 1)].iter().all(|piece| matches!(piece.what, What::Adverb | What::Noun))
        })
        && view.can_be(cue.0 as usize, pos::PARTICIPLE)
}

/// "Motorola to cut 1,000 jobs": a sentence with "to" for its verb tells what is planned.
fn headline(view: &View, pieces: &[Piece], cue: (u32, u32)) -> Option<(Effect, u32, u32)> {
    let to = clause::at(pieces, cue.0)?.checked_sub(1)?;
    let opens = view.is(pieces[to].first as usize, &[kw::TO])
        && (1..6).contains(&to)
        && pieces[..to]
            .iter()
            .all(|piece| matches!(piece.what, What::Entity(_) | What::Noun | What::Modifier | What::Comma))
        && matches!(pieces[to - 1].what, What::Entity(_) | What::Noun);
    opens.then_some((Effect::Planned, pieces[to].first, pieces[to].end))
}

/// "has promised 2,000 doses", "announced the layoff of 900 workers": a verb of plans whose object is the figure, or an event
/// that somebody brings about.
fn promised(view: &View, pieces: &[Piece], quantity: &Quantity, cue: (u32, u32)) -> Option<(Effect, u32, u32)> {
    let plans = |token: u32| {
        view.words.all(token as usize, Class::Status).any(|(_, row)| view.lexicon.statuses[row] == Effect::Plans)
    };
    if plans(cue.0) {
        return Some((Effect::Planned, cue.0, cue.1));
    }
    if !matches!(quantity.role, Some(Role::LaidOff | Role::Deployed | Role::Evacuated))
        || !view.can_be(cue.0 as usize, pos::NOUN | pos::PLURAL)
    {
        return None;
    }
    let from = clause::at(pieces, quantity.first.min(cue.0))?;
    let verb = pieces[..from].iter().rev().take(BEHIND).find(|piece| {
        !matches!(piece.what, What::Determiner | What::Modifier | What::Noun | What::Number(_) | What::Entity(_))
    })?;
    plans(verb.first).then_some((Effect::Planned, verb.first, verb.end))
}

/// "Reports that 40 soldiers had died were denied", "the claim that 40 died is untrue": what is said of the report holds for
/// what it tells.
fn refuted(view: &View, pieces: &[Piece], quantity: &Quantity) -> Option<(Effect, u32, u32)> {
    let own = clause::at(pieces, quantity.first)?;
    let told = pieces[..own].iter().rev().take(BEHIND).any(|piece| {
        view.has(piece.first as usize, Class::Report)
            && view
                .words
                .all(piece.first as usize, Class::Report)
                .any(|(_, row)| matches!(view.lexicon.reports[row], ReportFrame::Document | ReportFrame::Belief))
            && !matches!(piece.what, What::Report(ReportFrame::Says | ReportFrame::Told))
    });
    if !told {
        return None;
    }
    pieces[own + 1..]
        .iter()
        .take(REACH)
        .take_while(|piece| !matches!(piece.what, What::Semicolon | What::Comma))
        .find_map(|&piece| phrase(view, piece, piece.first))
        .filter(|(effect, ..)| *effect == Effect::Denied)
}

/// "11 suspected cases": what is counted may not be so.
fn suspected(view: &View, quantity: &Quantity) -> Option<(Effect, u32, u32)> {
    let possible = |token: usize| {
        view.words.all(token, Class::Status).any(|(_, row)| view.lexicon.statuses[row] == Effect::Possible)
    };
    let mut within = quantity.number.1..quantity.end;
    let word = within.find(|&token| view.has(token as usize, Class::Status) && possible(token as usize))?;
    (quantity.role == Some(Role::Infected)).then_some((Effect::Possible, word, word + 1))
}

/// Whether a sentence begins with a condition: "If", "Unless".
fn supposes(view: &View, pieces: &[Piece]) -> bool {
    let first = pieces.iter().find(|piece| !matches!(piece.what, What::Quote | What::Stop));
    first.is_some_and(|piece| {
        matches!(phrase(view, *piece, piece.first), Some((Effect::Hypothetical, ..)))
            && matches!(piece.what, What::Clause | What::Adverb | What::Preposition | What::Modifier | What::Noun)
    })
}

/// How far behind a noun its verb may stand, in pieces.
const BEHIND: usize = 8;

/// The word of status behind a noun that is itself the cue: "dozens of bodies may lie there", "up to 50 deaths are feared".
fn behind(view: &View, pieces: &[Piece], quantity: &Quantity, cue: (u32, u32)) -> Option<(Effect, u32, u32)> {
    if quantity.first > cue.0 || cue.1 > quantity.end || cue.0 == cue.1 {
        return None;
    }
    let last = clause::at(pieces, quantity.end - 1)?;
    for at in (last + 1..pieces.len()).take(BEHIND) {
        if let Some(found) = phrase(view, pieces[at], pieces[0].first) {
            return Some(found).filter(|(effect, ..)| matches!(effect, Effect::Possible | Effect::Planned));
        }
        match pieces[at].what {
            What::Preposition | What::Noun | What::Modifier | What::Determiner | What::Entity(_) | What::Adverb => {}
            _ => return None,
        }
    }
    None
}

/// Whether a comma opens a relative clause.
fn set_off(pieces: &[Piece], comma: usize) -> bool {
    pieces[comma].what == What::Comma && pieces.get(comma + 1).is_some_and(|next| next.what == What::Relative)
}

/// The phrase of status that ends with or begins at a piece; of overlapping ones the leftmost ("has not ruled out").
fn phrase(view: &View, piece: Piece, start: u32) -> Option<(Effect, u32, u32)> {
    let at = piece.first as usize;
    let low = at.saturating_sub(4).max(start as usize);
    (low..=at).find_map(|token| {
        let (end, row) = view.longest(token, Class::Status)?;
        (end > at).then(|| (view.lexicon.statuses[row], token as u32, end as u32))
    })
}

/// "Were 40 soldiers killed?": what is asked may be so.
fn asked(view: &View, pieces: &[Piece]) -> Option<(Effect, u32, u32)> {
    let (first, last) = (pieces.first()?, pieces.last()?);
    let mark = (last.first.saturating_sub(1)..last.end).any(|token| view.is(token as usize, &[kw::QUESTION]));
    (mark && first.what == What::Aux).then_some((Effect::Possible, first.first, first.end))
}
