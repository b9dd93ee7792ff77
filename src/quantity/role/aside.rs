//! People without a figure who are part of a figure: "twelve people, including a nurse and her son".

use super::super::chunk::{Hit, What};
use super::super::{LOOK_BACK, Noun, Quantity, Unit, noun};
use super::{Cue, Linker};
use crate::lexicon::{Connective, keyword as kw};
use crate::record::Role;

/// How many sentences back those may be told of whom "the victims" means.
pub(super) const GROUP_BACK: u32 = 3;

impl Linker<'_, '_, '_> {
    /// Rule *parts without figure*: whoever stands in an aside behind a figure with a role is part of it.
    pub(super) fn parts_without_figure(&mut self, start: usize, stop: usize) {
        let mut whole: Option<u32> = None;
        let mut open = false;
        for at in start..stop {
            let chunk = self.chunks[at];
            match chunk.what {
                What::Connective(Connective::Part) => open = whole.is_some(),
                What::Number(index) if !chunk.aside => {
                    open = false;
                    // "six members of one family, among them a toddler": of the six.
                    let hit = |index: u32| self.list[index as usize].role.is_some();
                    if !self.measured(index as usize) && (hit(index) || !whole.is_some_and(hit)) {
                        whole = Some(index);
                    }
                }
                // "including a man who killed his wife": what is told of the part is told apart.
                What::Clause | What::Verb | What::Aux | What::Cue(_) if chunk.aside => open = false,
                What::People { .. } if chunk.aside && open => {
                    let Some(index) = whole else { continue };
                    if !self.within_preposition(at, start) && !self.told_by_name(at, start) {
                        self.part(at, index);
                    }
                }
                _ => {}
            }
            if !chunk.aside {
                open &= matches!(chunk.what, What::Comma);
            }
        }
    }

    /// "The victims included two nurses", "Among the survivors were 14 children": what befell those counted before whom the
    /// noun means.
    pub(super) fn told_of_group(&self, at: usize, start: usize) -> Option<Role> {
        let chunk = self.chunks[at];
        let last = (chunk.first..chunk.end).rev().find_map(|token| {
            let (end, row) = noun::thing(self.view, token as usize)?;
            (end <= chunk.end as usize && self.view.lexicon.things[row].plural).then_some((token as usize, row))
        });
        let subject = || {
            let before = chunk.first as usize;
            let opens =
                at > start && at <= start + 2 && matches!(self.chunks[at - 1].what, What::Noun { people: true });
            let token = before.checked_sub(1).filter(|_| opens)?;
            noun::thing(self.view, token).filter(|(end, _)| *end == before).map(|(_, row)| (token, row))
        };
        let sentence = self.view.sentences.partition_point(|sentence| sentence.last <= chunk.first) as u32;
        let them = self.view.is(chunk.end as usize - 1, &[kw::THEM])
            && at == start
            && self.chunks.get(at + 1).is_some_and(|next| matches!(next.what, What::Aux));
        if them {
            let mut before =
                self.list.iter().rev().filter(|told| !told.implicit && told.sentence < sentence).take(LOOK_BACK);
            let told = before.find(|told| counts(told))?;
            return told.role.filter(|_| told.sentence + 1 == sentence);
        }
        let (token, row) = last.or_else(subject)?;
        let definite = token > 0 && self.view.is(token - 1, &[kw::THE]);
        let branch = self.view.lexicon.branch(row);
        let means = |told: &Quantity| {
            let Some(role) = told.role else { return false };
            match branch {
                "person/condition/victim" => role.counts_one() && !matches!(role, Role::Missing | Role::Detained),
                "person/condition/survivor" => {
                    matches!(role, Role::Rescued | Role::Released | Role::Hospitalized | Role::Wounded)
                }
                _ if branch.starts_with("person/captive") => {
                    matches!(role, Role::Kidnapped | Role::Captured | Role::Detained | Role::Released | Role::Rescued)
                }
                _ => matches!(told.unit, Unit::Count(Noun { thing: Some(other), .. }) if other as usize == row),
            }
        };
        let near = self.list.iter().rev().filter(|told| !told.implicit && told.sentence < sentence);
        let near = near.take_while(|told| told.sentence + GROUP_BACK >= sentence).take(LOOK_BACK);
        near.filter(|told| told.part_of.is_none() && means(told)).find_map(|told| told.role).filter(|_| definite)
    }

    /// Makes somebody part of a figure, if what happened to those counted is told of people.
    fn part(&mut self, at: usize, whole: u32) {
        let quantity = &self.list[whole as usize];
        let (Some(role), Some(cue)) = (quantity.role, quantity.cue) else { return };
        let known = self.people.iter().any(|hit| hit.chunk == at as u32);
        if role.counts_one() && !known && quantity.value.is_none_or(|value| value > 1.0) {
            let (begin, end) = self.view.span(self.chunks[at].first as usize, self.chunks[at].end as usize);
            self.trace.note("part without figure", begin, end, || format!("{role:?}"));
            self.people.push(Hit { chunk: at as u32, role, cue, whole: Some(whole) });
        }
    }

    /// Rule *among number*: "Among the 12 people killed were a policeman and two girls": those behind the verb are part of
    /// the figure.
    pub(super) fn among_number(&mut self, cue: Cue, start: usize, stop: usize) {
        let Some(at) = cue.at.checked_sub(1).filter(|at| *at >= start) else { return };
        let What::Number(whole) = self.chunks[at].what else { return };
        let among = (start..at).rev().take(2).any(|at| self.view.is(self.chunks[at].first as usize, &[kw::AMONG]));
        let over = |chunk: What| {
            matches!(chunk, What::Preposition | What::Entity(_) | What::Noun { .. } | What::Time(_) | What::Other)
        };
        let verb = (cue.at + 1..stop.min(cue.at + 8)).find(|&at| !over(self.chunks[at].what));
        let verb = verb.filter(|&verb| among && matches!(self.chunks[verb].what, What::Aux));
        let Some(verb) = verb else { return };
        let mut target = self.object_at(verb, stop);
        while let Some(found) = target {
            match self.chunks[found].what {
                What::Number(index) => {
                    let of_whole = &self.list[whole as usize];
                    let (role, words) = (of_whole.role, of_whole.cue);
                    let part = &mut self.list[index as usize];
                    if part.role.is_none() {
                        (part.role, part.cue) = (role, words);
                    }
                    part.part_of = Some(whole);
                }
                What::People { .. } => self.part(found, whole),
                _ => return,
            }
            target = self.joined_behind(found, stop);
        }
    }

    /// Rule *one among*: "A student was among 11 people killed", "Diplomat among 7 hurt": part of the figure.
    pub(super) fn one_among(&mut self, cue: Cue, start: usize) {
        let Some(at) = cue.at.checked_sub(1).filter(|at| *at >= start) else { return };
        let What::Number(whole) = self.chunks[at].what else { return };
        let Some(among) =
            (start..at).rev().take(2).find(|&at| self.view.is(self.chunks[at].end as usize - 1, &[kw::AMONG]))
        else {
            return;
        };
        let Some(before) = among.checked_sub(1).filter(|before| *before >= start) else { return };
        let subject = match self.chunks[before].what {
            What::Aux => self.subject_at(before, start),
            What::People { .. } | What::Number(_) => Some(before),
            _ => None,
        };
        let Some(subject) = subject else { return };
        match self.chunks[subject].what {
            What::Number(index) if self.list[index as usize].role.is_none() => {
                let (role, words) = (self.list[whole as usize].role, self.list[whole as usize].cue);
                let part = &mut self.list[index as usize];
                (part.role, part.cue, part.part_of) = (role, words, Some(whole));
            }
            What::People { .. } => self.part(subject, whole),
            _ => {}
        }
    }

    /// Rule *spelled out*: "six people (five women and a guard) died", "killing two families -- four children and a man":
    /// numbers behind a bracket, a dash or a colon tell whom the figure before is made of.
    pub(super) fn spelled_out(&mut self, at: usize, whole: usize, stop: usize) {
        let (Some(role), Some(cue)) = (self.list[whole].role, self.list[whole].cue) else { return };
        if !role.counts_one() || self.chunks[at].aside || self.list[whole].part_of.is_some() {
            return;
        }
        self.summed_up(at, whole, stop);
        // "15 persons died (13 civilians)": over the cue.
        let mark = (at + 1..stop.min(at + 4))
            .find(|&next| !matches!(self.chunks[next].what, What::Cue(_) | What::Aux | What::Other));
        let Some(mark) = mark.filter(|&mark| matches!(self.chunks[mark].what, What::Open | What::Break)) else {
            return;
        };
        if self.view.tokens[self.chunks[mark].first as usize].punct() == b';' {
            return;
        }
        let mut next = mark + 1;
        while next < stop {
            match self.chunks[next].what {
                What::Number(index) => {
                    let index = index as usize;
                    let people = self.thing_of(index).is_some_and(|row| self.can_suffer(row));
                    if !people || self.list[index].role.is_some() {
                        return;
                    }
                    let smaller = self.list[index].value.zip(self.list[whole].value);
                    let part = &mut self.list[index];
                    (part.role, part.cue) = (Some(role), Some(cue));
                    // Families are not made of so many.
                    if smaller.is_some_and(|(part, whole)| part <= whole) {
                        part.part_of = Some(whole as u32);
                    }
                }
                What::People { .. } if next > mark + 1 => self.part(next, whole as u32),
                What::Connective(Connective::And) | What::Comma => {}
                _ => return,
            }
            next += 1;
        }
    }

    /// "97 people are dead, 62 men and 35 women": numbers behind a comma that make up the figure before are its parts.
    fn summed_up(&mut self, at: usize, whole: usize, stop: usize) {
        let over = |what: What| {
            matches!(
                what,
                What::Cue(_)
                    | What::Aux
                    | What::Other
                    | What::Entity(_)
                    | What::Time(_)
                    | What::Preposition
                    | What::Noun { .. }
            )
        };
        let Some(comma) = (at + 1..stop.min(at + 12)).find(|&next| !over(self.chunks[next].what)) else { return };
        let (mut sum, mut next) = (0.0, comma);
        while next + 1 < stop
            && matches!(self.chunks[next].what, What::Comma | What::Connective(Connective::And))
            && let Some(index) = self.chunks[next + 1].is_number()
            && self.list[index].role.is_none()
            && self.thing_of(index).is_some_and(|row| self.can_suffer(row))
        {
            sum += self.list[index].value.unwrap_or(f64::NAN);
            next += 2;
        }
        if next <= comma + 2 || self.list[whole].value != Some(sum) {
            return;
        }
        let (role, cue) = (self.list[whole].role, self.list[whole].cue);
        for chunk in (comma + 1..next).step_by(2) {
            let Some(index) = self.chunks[chunk].is_number() else { continue };
            let part = &mut self.list[index];
            (part.role, part.cue, part.part_of) = (role, cue, Some(whole as u32));
        }
    }

    /// "a reporter, Amal Haddad,": the name of whoever stands before it.
    pub(super) fn told_by_name(&self, at: usize, start: usize) -> bool {
        let Some(comma) = at.checked_sub(1).filter(|comma| *comma > start) else { return false };
        matches!(self.chunks[comma].what, What::Comma)
            && matches!(self.chunks[comma - 1].what, What::People { .. })
            && self.same_person(comma - 1, at)
    }
}

/// Whether a number counts, so that others may be some of them.
fn counts(quantity: &Quantity) -> bool {
    matches!(quantity.unit, Unit::Count(_) | Unit::None | Unit::People) && quantity.part_of.is_none()
}
