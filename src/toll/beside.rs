//! How a figure stands to those told before it: of others, of the same, of another day, by another source.

use super::LOOK_AHEAD;
use super::figure::Figure;
use super::sum::{Sum, Verdict, What, contradicts, differ, speaker};
use crate::lexicon::Telling;
use crate::record::{self, Bound, Role};

impl<'a> Sum<'_, 'a> {
    /// "Four died and 30 more were hurt": more than the dead.
    pub(super) fn contrasts(&self, at: usize) -> bool {
        let own = &self.text.figures[at];
        let from = at.saturating_sub(LOOK_AHEAD);
        let beside = self.text.figures[from..at].iter().filter(|figure| figure.sentence == own.sentence);
        let (mut same, mut other) = (false, false);
        for figure in beside {
            same |= figure.role == own.role;
            other |= figure.role != own.role;
        }
        other && !same
    }

    /// "Four children and four parents": figures under one cue that count different people.
    pub(super) fn side_by_side(&self, one: usize, other: usize) -> bool {
        let ((first, one), (second, other)) = (self.text.at(one), self.text.at(other));
        let head = |record: &record::Quantity<'a>| record.unit.as_ref().and_then(|unit| unit.head.clone());
        first.cue == second.cue
            && first.sentence == second.sentence
            && matches!((head(one), head(other)), (Some(one), Some(other)) if one != other && one != "person")
    }

    /// "Amal Haddad was killed along with a photographer and a guard": what all come to that one cue is said of.
    pub(super) fn together(&self, at: usize) -> f64 {
        let own = &self.text.figures[at];
        let beside =
            |figure: &&Figure| figure.cue == own.cue && figure.sentence == own.sentence && figure.role == own.role;
        let from = at.saturating_sub(LOOK_AHEAD);
        let near = self.text.figures[from..].iter().take(2 * LOOK_AHEAD).filter(beside);
        near.filter(|figure| self.text.counts(figure) && self.text.record(figure).part_of.is_none())
            .map(|figure| self.text.record(figure).value.unwrap_or(0.0))
            .sum()
    }

    /// Whether what is taken only says how many there can be at most, and somebody else tells how many there were.
    pub(super) fn weaker(&self, at: usize) -> bool {
        let record = self.text.at(at).1;
        let most = |record: &record::Quantity| matches!(record.bound, Bound::AtMost | Bound::LessThan);
        let [only] = self.taken[..] else { return false };
        let taken = self.text.at(only).1;
        most(taken) && !most(record) && !record.implicit && (contradicts(taken, record) || speaker(taken).is_none())
    }

    /// "Locals spoke of up to 40 dead; officials confirmed 17".
    pub(super) fn against(&self, at: usize) -> Verdict {
        if self.weaker(at) {
            What::Replaces.because("another source that says more than \"up to\"")
        } else {
            What::Detail.because("another source")
        }
    }

    /// "Gunmen killed a teacher. Noor Ali was shot at his door": a wounded person told by name or as "he", in a text where
    /// one person was killed, is that one.
    pub(super) fn shot_and_died(&self, figure: &Figure) -> bool {
        let text = self.text;
        let record = text.record(figure);
        if self.role != Role::Wounded
            || !(record.implicit || record.cue.as_ref().is_some_and(|cue| cue.text.ends_with("shot")))
        {
            return false;
        }
        if record.implicit {
            let told_again = figure.marks.again || figure.bare;
            return told_again && self.one_died.is_some_and(|sentence| sentence != figure.sentence);
        }
        // "Gunmen killed her and two children. The two children were shot": as many as were killed.
        let near = text.figures.iter().filter(|other| {
            other.role == Role::Killed && other.sentence < figure.sentence && figure.sentence - other.sentence <= 2
        });
        near.take(LOOK_AHEAD)
            .any(|other| text.record(other).value.is_some() && text.record(other).value == record.value)
    }

    /// Whether a figure of this size was replaced by a larger one.
    pub(super) fn gave_way(&self, value: f64) -> bool {
        self.rivals.iter().rev().take(LOOK_AHEAD).any(|&rival| self.text.most(rival) == value)
    }

    /// "Five were killed and several others hurt. … Eight others were hurt": others than the killed, both times.
    pub(super) fn others_before(&self, figure: &Figure) -> bool {
        self.recent().any(|taken| {
            let before = &self.text.figures[taken];
            let vague = self.text.record(before).bound == Bound::Vague;
            before.marks.other && vague && before.sentence != figure.sentence
        })
    }

    /// Whether somebody hurt is told of before a figure.
    pub(super) fn hurt_before(&self, at: usize) -> bool {
        let hurt = |role: Role| matches!(role, Role::Wounded | Role::Hospitalized);
        self.role == Role::Killed
            && self.text.figures[at.saturating_sub(LOOK_AHEAD)..at].iter().any(|before| hurt(before.role))
    }

    /// Whether a figure counts none of those who are counted already: policemen, and before that villagers.
    pub(super) fn excludes(&self, at: usize) -> bool {
        let category = |at: usize| -> Option<&str> {
            let (_, record) = self.text.at(at);
            let category = record.unit.as_ref()?.category.as_deref()?;
            let told = self.text.lexicon.telling(category);
            (!matches!(told, Some(Telling::Generic | Telling::Open))).then_some(category)
        };
        let Some(own) = category(at) else { return false };
        // "Ten villagers died. … The army said it killed four insurgents": two accounts of one event.
        let speaks = speaker(self.text.at(at).1);
        if speaks.is_some() && self.recent().any(|taken| speaker(self.text.at(taken).1) != speaks) {
            return false;
        }
        let armed = |category: &str| self.text.tells(category, Telling::Armed);
        self.recent()
            .all(|taken| category(taken).is_some_and(|other| armed(own) != armed(other) || armed(own) && own != other))
    }

    /// "killed 13 people on Thursday. … In 2012 a blast had killed 41": a figure tied to a year, where the first is tied to
    /// a day without one.
    pub(super) fn of_another_year(&self, figure: &Figure, first: usize) -> bool {
        let (told, record) = self.text.at(first);
        let own = self.text.record(figure).time.as_ref().is_some_and(|time| names_year(&time.text));
        own && told.sentence != figure.sentence
            && record.time.as_ref().is_none_or(|time| !names_year(&time.text))
            && !figure.marks.toll
    }

    /// Whether a figure is tied to another day than all before it.
    pub(super) fn at_another_time(&self, figure: &Figure) -> bool {
        let time = |figure: &Figure| self.text.record(figure).time.as_ref();
        let Some(day) = time(figure).filter(|_| figure.dated) else { return false };
        self.recent().all(|taken| time(&self.text.figures[taken]).is_some_and(|other| differ(other, day)))
    }
}

/// Whether the words of a time hold the number of a year.
fn names_year(words: &str) -> bool {
    let year = |word: &str| word.len() == 4 && matches!(word.parse(), Ok(1800_u32..2100));
    words.split(|letter: char| !letter.is_ascii_digit()).any(year)
}
