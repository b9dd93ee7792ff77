//! Which reading of a cue is meant for a thing, and what numbers can be said to suffer at all.

use super::super::chunk::{Chunk, Voice, What};
use super::super::grammar::OWNER_SET;
use super::super::{Noun, Unit, last_before, noun};
use super::{Cue, Linker, Strength, strong};
use crate::lexicon::sense::{Class, CueWord, Frame, pos};
use crate::lexicon::{View, keyword as kw};
use crate::number::Form;
use crate::record::{Role, UnitKind};

impl Linker<'_, '_, '_> {
    /// "delivered 40 tonnes of rice": a measure of something is delivered as things are.
    pub(super) fn take_load(&mut self, index: usize, cue: usize, strength: Strength) -> Option<Role> {
        let load = self.is_load(index);
        let delivered = self.rows(cue).any(|row| self.view.lexicon.cues[row].role == Some(Role::Delivered));
        (load && delivered).then(|| {
            let words = (self.chunks[cue].first, self.chunks[cue].end);
            self.set(index, Role::Delivered, words, strength);
            Role::Delivered
        })
    }

    /// "40 tonnes of rice".
    pub(super) fn is_load(&self, index: usize) -> bool {
        let quantity = &self.list[index];
        matches!(quantity.unit, Unit::Measure { kind: UnitKind::Measure, .. })
            && self.view.is(quantity.end as usize, &[kw::OF])
    }

    /// The counted thing of a number, over understood nouns.
    pub(super) fn thing_of(&self, index: usize) -> Option<u32> {
        match self.list[index].unit {
            Unit::Count(noun) => noun.thing,
            _ => None,
        }
    }

    pub(super) fn is_thing_known(&self, index: usize) -> bool {
        matches!(self.list[index].unit, Unit::Count(_))
    }

    /// The role of the reading of the cue that is made most closely for the thing.
    pub(super) fn role_for(&self, at: usize, thing: Option<u32>, named: bool, agent: bool) -> Option<Role> {
        let mut best: Option<(usize, Role)> = None;
        // "cost 17 people their lives", but not "took 22 passengers".
        let takes = match self.chunks[at].what {
            What::Cue(Voice::Passive) => false,
            What::Cue(Voice::Active | Voice::Bare) => {
                (self.chunks[at].end as usize..self.view.len()).take(12).any(|token| {
                    self.view
                        .words
                        .all(token, Class::Cue)
                        .any(|(_, row)| self.view.lexicon.cues[row].frame == Frame::Taken)
                })
            }
            _ => true,
        };
        for row in self.meant(at) {
            let cue = self.view.lexicon.cues[row];
            // "passengers were taken off", "took six seamen": nobody's life, which is in no branch of things.
            if matches!(cue.frame, Frame::Takes | Frame::Suffers) && !takes {
                continue;
            }
            let Some(role) = cue.role.filter(|_| !self.undergone || cue.frame == Frame::Undergoes) else { continue };
            let fit = match thing {
                Some(_) => self.fit(&cue, thing),
                // A noun that the lexicon lacks: only cues that say the same of everything, or of people.
                None if named => {
                    let anybody = self.view.lexicon.cue_takes(&cue, "person") && self.strong_role(role);
                    // "Some 70 jetties were washed away".
                    let anything = takes_any(role)
                        && !agent
                        && (self.view.lexicon.cue_takes(&cue, "thing") || self.view.lexicon.cue_takes(&cue, "place"));
                    let anybody = anybody || agent && lies(role) && self.view.lexicon.cue_takes(&cue, "person");
                    (!self.view.lexicon.cue_is_choosy(&cue) || anybody || anything).then_some(0)
                }
                // What is said of anybody goes before what is said of some.
                None if self.view.lexicon.cue_takes(&cue, "person") => Some(1),
                // "The army lost 12", but not "one taken from a duck".
                None => (self.allows_people(&cue) && role == Role::Killed && !agent).then_some(0),
            };
            // "21 were taken to Nyala": what is said of hostages alone.
            let fit = fit.filter(|&fit| {
                thing.is_some() || named || fit > 0 || !matches!(role, Role::Kidnapped | Role::Captured | Role::LaidOff)
            });
            if let Some(fit) = fit
                && best.is_none_or(|(known, _)| fit > known)
            {
                best = Some((fit, role));
            }
        }
        best.map(|(_, role)| role)
    }

    /// Roles that nearly always are of people, so that an unknown noun under them is one.
    pub(super) fn strong_role(&self, role: Role) -> bool {
        strong(role)
    }

    /// See [`can_suffer`].
    pub(super) fn can_suffer(&self, row: u32) -> bool {
        can_suffer(self.view, row)
    }

    /// Whether a counted thing is gunmen, robbers or suspects.
    pub(super) fn is_armed(&self, row: u32) -> bool {
        let branch = self.view.lexicon.branch(row as usize);
        branch.starts_with("person/armed") || branch.starts_with("person/law") || branch.starts_with("person/captive")
    }

    /// The role of the reading of the cue that is said of people, rather of all than of some.
    pub(super) fn role_for_person(&self, at: usize, person: usize) -> Option<Role> {
        let people = self.view.lexicon.people().map(|row| row as u32);
        let chunk = self.chunks[person];
        let noun = (chunk.first..chunk.end).find_map(|token| {
            noun::thing(self.view, token as usize).filter(|(end, _)| *end == chunk.end as usize).map(|(_, row)| row)
        });
        let mut of_some = None;
        for row in self.meant(at) {
            let cue = self.view.lexicon.cues[row];
            let said = cue.frame != Frame::Takes && (!self.undergone || cue.frame == Frame::Undergoes);
            let Some(role) = cue.role.filter(|_| said && self.allows_people(&cue)) else { continue };
            if self.fit(&cue, people).is_some() {
                return Some(role);
            }
            // "The coach was stopped": what is said of migrants alone.
            // "lost Ana Ruiz to Juventus".
            let choosy = matches!(role, Role::Detained | Role::Kidnapped | Role::Captured | Role::Killed)
                && noun.is_none_or(|row| self.fit(&cue, Some(row as u32)).is_none());
            if !choosy {
                of_some = of_some.or(Some(role));
            }
        }
        of_some
    }

    /// Whether the cue can also be said of its subject.
    pub(super) fn undergoes(&self, cue: Cue) -> bool {
        self.rows(cue.at).any(|row| self.view.lexicon.cues[row].frame == Frame::Undergoes)
    }

    pub(super) fn first_role(&self, at: usize) -> Option<Role> {
        self.rows(at).find_map(|row| self.view.lexicon.cues[row].role)
    }

    /// The rows of a cue, or the only one that is meant.
    pub(super) fn meant(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let rows = if self.only.is_some() { None } else { Some(self.rows(at)) };
        self.only.into_iter().chain(rows.into_iter().flatten())
    }

    pub(super) fn rows(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let chunk = self.chunks[at];
        let end = chunk.end as usize;
        self.view
            .words
            .all(chunk.first as usize, Class::Cue)
            .filter(move |(cue_end, _)| *cue_end == end)
            .map(|(_, row)| row)
    }

    pub(super) fn fit(&self, cue: &CueWord, thing: Option<u32>) -> Option<usize> {
        match thing {
            Some(row) => self.view.lexicon.cue_fit(cue, self.view.lexicon.things[row as usize].branch),
            None => Some(0),
        }
    }

    pub(super) fn allows_people(&self, cue: &CueWord) -> bool {
        self.view.lexicon.cue_allows_branch(cue, "person")
    }

    /// Whether a number can be of people or things at all, and not a score, an ordinal or a rate.
    pub(super) fn countable(&self, index: usize) -> bool {
        let quantity = &self.list[index];
        // "three times the official toll".
        let times =
            self.thing_of(index).is_some_and(|row| self.view.lexicon.branch(row as usize).starts_with("measure"));
        !times
            && !matches!(quantity.form, Form::Score)
            && !matches!(quantity.unit, Unit::Measure { kind: UnitKind::Age, .. })
    }

    /// "shot 68 to lead by four": a round of golf.
    pub(super) fn is_round(&self, cue: Chunk, index: usize) -> bool {
        let quantity = &self.list[index];
        let first = quantity.first;
        let behind = first == cue.end || first == cue.end + 1 && self.view.is(cue.end as usize, &[kw::A, kw::AN]);
        let shot = cue.end == cue.first + 1 && self.view.is(cue.first as usize, &[kw::SHOT]);
        if !shot || !behind {
            return false;
        }
        // "shot a six-under 66", "shot 7-for-9".
        let end = quantity.number.1 as usize;
        self.view.is(end, &[kw::HYPHEN]) && self.view.is(end + 1, &[kw::UNDER, kw::OVER, kw::FOR])
            || first == cue.end
                && matches!(quantity.unit, Unit::None)
                && quantity.form == Form::Digits
                && quantity.value.is_some_and(|value| (55.0..90.0).contains(&value))
    }

    /// Whether a number measures: money, distance, time.
    pub(super) fn measured(&self, index: usize) -> bool {
        matches!(self.list[index].unit, Unit::Measure { .. })
    }

    /// "Two cullers": whether a counted noun that the lexicon lacks is made as words for doers are.
    pub(super) fn is_agent_noun(&self, index: usize) -> bool {
        matches!(self.list[index].unit, Unit::Count(noun) if is_doer(self.view, noun))
    }

    /// "lost a third of their price": a share of nothing that can be hit.
    pub(super) fn is_share_of_thing(&self, index: usize) -> bool {
        let quantity = &self.list[index];
        let end = quantity.number.1 as usize;
        let of = usize::from(self.view.is(end, &[kw::OF]));
        // "half of their price", "half his crop".
        let share = matches!(quantity.form, Form::Fraction | Form::Ratio)
            && quantity.unit == Unit::None
            && (of > 0 || OWNER_SET.has(self.view.id(end)));
        let token = end + of;
        let owned = OWNER_SET.has(self.view.id(token)) || self.view.is(token, &[kw::THE]);
        share && owned && self.names_no_thing(token + 1)
    }

    /// Whether a noun phrase at a token ends in a noun that the lexicon has not among things: "price", "Iraqi wheat market".
    fn names_no_thing(&self, first: usize) -> bool {
        let noun = |token: usize| self.view.is_word(token) && self.view.likely(token, pos::NOUN | pos::ADJECTIVE);
        let stop = (first..first + 4).find(|&token| !noun(token) && !self.view.capital(token)).unwrap_or(first + 4);
        stop > first
            && !(first..stop).any(|token| self.view.has(token, Class::Number))
            && self.view.likely(stop - 1, pos::NOUN)
            && (first..stop).all(|token| noun::thing(self.view, token).is_none_or(|(end, _)| end < stop))
    }

    /// "added 3.3 million subscribers and lost 410,000": of those counted last, whom the cue is not said of.
    pub(super) fn is_more_gone(&self, index: usize, cue: usize) -> bool {
        let quantity = &self.list[index];
        let general = || {
            self.rows(cue).any(|row| {
                let cue = &self.view.lexicon.cues[row];
                cue.role.is_some() && self.view.lexicon.cue_takes(cue, "person")
            })
        };
        quantity.unit == Unit::None
            && !general()
            && last_before(self.list, index, |other| matches!(other.unit, Unit::Count(_))).is_some_and(|before| {
                let before = &self.list[before];
                before.sentence == quantity.sentence && before.role.is_none()
            })
            && self.thing_leant_on(index, cue).is_none()
    }

    /// "It has 10,000 bears and allows 481 to be shot": of the animals told of last.
    pub(super) fn is_more_of_animals(&self, index: usize, role: Role) -> bool {
        let quantity = &self.list[index];
        if quantity.unit != Unit::None || role != Role::Wounded || quantity.marks.partitive {
            return false;
        }
        let before = last_before(self.list, index, |other| matches!(other.unit, Unit::Count(_)));
        before.is_some_and(|before| {
            self.list[before].sentence == quantity.sentence
                && self.thing_of(before).is_some_and(|row| self.view.lexicon.branch(row as usize).starts_with("animal"))
        })
    }
}

/// Roles that words for doers have which the lexicon lacks.
fn lies(role: Role) -> bool {
    !matches!(role, Role::LaidOff | Role::Deployed | Role::Employed | Role::Delivered | Role::Kidnapped)
}

/// Whether a counted noun that the lexicon lacks is made as words for doers are: "cullers".
pub(super) fn is_doer(view: &View, noun: Noun) -> bool {
    if noun.thing.is_some() {
        return false;
    }
    let word = view.slice(noun.head as usize, noun.head as usize + 1).as_bytes();
    ["ers", "ists", "ians", "men"].into_iter().any(|ending| {
        word.len() > ending.len() + 2 && word[word.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
    })
}

/// Roles that things have which the lexicon lacks: whatever is destroyed or delivered is no person.
pub(super) fn takes_any(role: Role) -> bool {
    matches!(role, Role::Delivered | Role::Destroyed | Role::Damaged)
}

/// Whether a counted thing is people, or stands for them ("bodies", "cases"): pigs are not killed as people are.
pub(super) fn can_suffer(view: &View, row: u32) -> bool {
    let branch = view.lexicon.branch(row as usize);
    branch.starts_with("person") || branch.starts_with("event/harm")
}

/// Whether a counted thing is people, dead or alive.
pub(super) fn can_suffer_or_lie(view: &View, row: u32) -> bool {
    can_suffer(view, row) || view.lexicon.branch(row as usize).starts_with("thing/remains")
}
