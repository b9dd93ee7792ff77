//! What becomes of each figure of a role, in text order.

use super::figure::Figure;
use super::{LOOK_AHEAD, Text};
use crate::record::{self, Bound, Role, Status, TimeRef};

/// What becomes of a figure, and why.
#[derive(Clone, Copy)]
pub(super) struct Verdict {
    pub what: What,
    pub why: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Adds,
    Replaces,
    PartOfAnother,
    ToldBefore,
    Detail,
    /// A detail that splits what is counted already: it tells of which kind they were.
    Splits,
    NotCounted,
}

impl What {
    pub fn says(self) -> &'static str {
        match self {
            What::Adds => "adds to the toll",
            What::Replaces => "is the toll so far",
            What::PartOfAnother => "is part of another figure",
            What::ToldBefore => "was told before",
            What::Detail | What::Splits => "tells of what is counted already",
            What::NotCounted => "does not count",
        }
    }

    pub fn because(self, why: &'static str) -> Verdict {
        Verdict { what: self, why }
    }
}

/// The figures of one role that make up the toll so far.
pub(super) struct Sum<'d, 'a> {
    pub text: Text<'d, 'a>,
    pub role: Role,
    /// Feared figures and those of earlier years count too: nothing else is known.
    possible: bool,
    /// The sentence that tells of a person killed without a figure.
    pub one_died: Option<usize>,
    /// Indexes of figures, in text order.
    pub taken: Vec<usize>,
    /// Sum of those taken.
    pub total: f64,
    /// The total is told by an order and not by the sum of figures.
    pub stated: bool,
    /// Sum of the details told of those taken.
    pub details: f64,
    /// Figures that stood for the whole and gave way, or were told against it.
    pub rivals: Vec<usize>,
    /// Figures that split what is taken.
    pub splits: Vec<usize>,
}

impl<'d, 'a> Sum<'d, 'a> {
    pub fn new(text: Text<'d, 'a>, role: Role, one_died: Option<usize>) -> Self {
        // What is only feared, or lies in the past, counts where nothing else is known.
        let possible = !text.figures.iter().any(|figure| figure.role == role && text.counts(figure));
        Sum {
            text,
            role,
            possible,
            one_died,
            taken: Vec::new(),
            total: 0.0,
            stated: false,
            details: 0.0,
            rivals: Vec::new(),
            splits: Vec::new(),
        }
    }

    /// What becomes of a figure.
    pub fn consider(&self, at: usize) -> Verdict {
        let text = self.text;
        let (figure, record) = text.at(at);
        let marks = &figure.marks;
        if let Some(why) = self.out(figure, record) {
            return What::NotCounted.because(why);
        }
        if record.part_of.is_some_and(|whole| text.document.quantities[whole].role == Some(self.role)) {
            return What::PartOfAnother.because("its whole has the same role");
        }
        if self.shot_and_died(figure) {
            return What::Detail.because("who was killed is told of again");
        }
        if let Some(verdict) = self.in_order(figure) {
            return verdict;
        }
        let Some(&first) = self.taken.first() else { return What::Replaces.because("the first figure") };
        if marks.toll {
            return What::Replaces.because("a stated toll");
        }
        // "140 divers and five ships": a toll is of people or of things, of people first.
        let kind = text.figures[first].kind;
        if figure.kind != kind {
            let what = if figure.kind > kind { What::Detail } else { What::Replaces };
            return what.because("people go before groups and things");
        }
        if self.of_another_year(figure, first) {
            return What::NotCounted.because("of a year that is told, beside what has just happened");
        }
        let value = text.most(at);
        let apart = (marks.more || marks.other) && !self.contrasts(at);
        let told = !apart
            && !marks.separate
            && self.recent().any(|taken| text.most(taken) == value && !self.side_by_side(taken, at));
        if !apart && !self.same_sentence(figure) && !marks.separate && self.together(at) > self.total.max(value) {
            return What::Replaces.because("with those told beside it a larger figure");
        }
        let several = record.implicit && value > 1.0 && !text.at(first).1.implicit;
        if told && (!(record.implicit && self.same_sentence(figure)) || several) {
            return What::ToldBefore.because("the same figure");
        }
        if figure.later && self.hurt_before(at) {
            return What::Adds.because("one of the wounded, who died later");
        }
        if marks.again && !(figure.joined && self.same_sentence(figure)) {
            return What::Detail.because("the words point back");
        }
        if record.implicit && figure.bare && self.gave_way(value) {
            return What::ToldBefore.because("one told of in passing");
        }
        if self.splits_first(at) && !self.at_another_time(figure) {
            return What::Splits.because("with others it adds up to the first");
        }
        if marks.separate {
            return What::Adds.because("told apart: \"also\", \"in a separate attack\"");
        }
        if apart && (marks.more || !marks.definite && !self.others_before(figure)) {
            return if self.details > 0.0 && self.details + value <= self.total {
                What::Detail.because("with the details before it is within the toll")
            } else {
                What::Adds.because("others, or more")
            };
        }
        if self.same_sentence(figure) {
            return self.beside(at, value);
        }
        if self.weaker(at) {
            return self.against(at);
        }
        if self.excludes(at) {
            return What::Adds.because("of another kind than those counted");
        }
        let named = record.implicit && figure.bare && self.total > 1.0;
        if !named && self.at_another_time(figure) {
            return What::Adds.because("on another day");
        }
        let vague = record.bound == Bound::Vague && self.recent().all(|taken| text.at(taken).1.bound != Bound::Vague);
        if value > self.total && !vague {
            What::Replaces.because("a larger figure")
        } else {
            What::Detail.because(if vague { "a vague figure behind an exact one" } else { "a smaller figure" })
        }
    }

    /// Why a figure can enter no toll, if so.
    fn out(&self, figure: &Figure, record: &record::Quantity) -> Option<&'static str> {
        let text = self.text;
        // "Twelve are feared dead" is what there is to write down; "two might be arrested" is nothing yet.
        let harm = matches!(self.role, Role::Killed | Role::Wounded | Role::Casualty | Role::Missing | Role::Trapped);
        let idle = text.idle(figure).filter(|_| !(self.possible && figure.only_past()));
        idle.or(match record.status {
            Status::Reported => None,
            Status::Possible if self.possible && harm => None,
            Status::Possible => Some("only possible"),
            Status::Planned => Some("only planned"),
            Status::Denied => Some("denied"),
        })
    }

    /// "A 12th victim died": what the toll comes to by that, unless the order is one of killed and wounded together.
    fn in_order(&self, figure: &Figure) -> Option<Verdict> {
        let nth = f64::from(figure.marks.nth);
        if nth < 2.0 || self.role != Role::Killed {
            return None;
        }
        let others = self.text.figures.iter().any(|other| other.role != self.role && other.sentence <= figure.sentence);
        match self.total {
            total if total == nth - 1.0 => Some(What::Adds.because("the next in order")),
            total if total >= nth => Some(What::Detail.because("counted by its place in the order")),
            // "A second man was killed" may say no more than "another".
            _ if others || nth < 3.0 => None,
            _ => Some(What::Replaces.because("its place in the order tells the toll")),
        }
    }

    /// A figure in the sentence of the last that was taken.
    fn beside(&self, at: usize, value: f64) -> Verdict {
        let text = self.text;
        let (figure, record) = text.at(at);
        // "74 died … after a lawyer was gunned down": the main clause tells the toll.
        let main = |figure: &Figure| !figure.marks.subordinate;
        let last = self.taken.last().map(|&last| text.at(last));
        let last_is_main = last.is_none_or(|(figure, _)| main(figure));
        match (last_is_main, main(figure)) {
            (true, false) => What::Detail.because("in a clause beside the main one"),
            (false, true) if value > self.total => What::Replaces.because("of the main clause"),
            _ if figure.marks.rival => What::Detail.because("another source, or \"but\""),
            _ if last.is_some_and(|(_, last)| contradicts(last, record)) => self.against(at),
            _ => What::Adds.because("told side by side"),
        }
    }

    /// The last of those taken, latest first.
    pub(super) fn recent(&self) -> impl Iterator<Item = usize> + '_ {
        self.taken.iter().rev().take(LOOK_AHEAD).copied()
    }

    pub fn apply(&mut self, at: usize, verdict: Verdict) {
        let text = self.text;
        match verdict.what {
            What::Adds => {
                self.total += text.most(at);
                self.taken.push(at);
            }
            What::Replaces => {
                let nth = f64::from(text.figures[at].marks.nth);
                self.stated = self.in_order(&text.figures[at]).is_some_and(|_| nth > 1.0);
                self.total = if self.stated { nth } else { text.most(at) };
                self.details = 0.0;
                self.rivals.append(&mut self.taken);
                self.splits.clear();
                self.taken.push(at);
            }
            What::Splits => self.splits.push(at),
            What::Detail => {
                let (figure, record) = text.at(at);
                if !figure.marks.again {
                    self.details += text.most(at);
                }
                if figure.marks.rival || self.is_foreign(record, figure) {
                    self.rivals.push(at);
                }
            }
            What::PartOfAnother | What::ToldBefore | What::NotCounted => {}
        }
    }

    /// Whether somebody else than the source of the toll says something else of the same event.
    fn is_foreign(&self, record: &record::Quantity, figure: &Figure) -> bool {
        let Some((_, last)) = self.taken.last().map(|&last| self.text.at(last)) else { return false };
        let elsewhere = matches!((last.place, record.place), (Some(one), Some(other)) if one != other);
        contradicts(last, record) && !record.implicit && !elsewhere && !figure.marks.again && record.part_of.is_none()
    }

    fn same_sentence(&self, figure: &Figure) -> bool {
        self.taken.last().is_some_and(|&last| self.text.figures[last].sentence == figure.sentence)
    }

    /// "Nineteen people, six traders and 13 guards, died": figures after the first that add up to it, this one among
    /// them, here or in the sentences that follow.
    fn splits_first(&self, at: usize) -> bool {
        let [first] = self.taken[..] else { return false };
        let text = self.text;
        let whole = &text.figures[first];
        // "Three women, two men and a child were killed": figures under one cue are told side by side.
        let side_by_side = |figure: &Figure| figure.cue == whole.cue && figure.sentence == whole.sentence;
        // But "eighteen people, seven herders and 11 raiders, died" are 18.
        let generic = |figure: &Figure| {
            let unit = text.record(figure).unit.as_ref();
            unit.is_none_or(|unit| unit.category.as_deref() == Some("person"))
        };
        if side_by_side(&text.figures[at]) && (!generic(whole) || generic(&text.figures[at]) && !text.at(at).1.implicit)
        {
            return false;
        }
        let most = text.most(first);
        if most < 2.0 || text.most(at) >= most {
            return false;
        }
        let mut sum = 0.0;
        let mut seen = false;
        let near = |figure: &Figure| figure.quantity <= whole.quantity + LOOK_AHEAD;
        let behind = text.figures.iter().enumerate().skip(first + 1);
        for (next, figure) in behind.take_while(|(_, figure)| near(figure)) {
            if figure.role != self.role || !text.counts(figure) || text.record(figure).part_of.is_some() {
                continue;
            }
            seen |= next == at;
            sum += text.most(next);
            if sum >= most {
                return sum == most && seen;
            }
        }
        false
    }
}

/// Who says it: an entity's index, or words.
pub(super) fn speaker<'r>(record: &'r record::Quantity) -> Option<(Option<usize>, Option<&'r str>)> {
    (record.source.is_some() || record.source_text.is_some()).then_some((record.source, record.source_text.as_deref()))
}

/// Whether two figures have sources, and not the same.
pub(super) fn contradicts(one: &record::Quantity, other: &record::Quantity) -> bool {
    matches!((speaker(one), speaker(other)), (Some(one), Some(other)) if one != other)
}

/// Whether two expressions name different days.
pub(super) fn differ(one: &TimeRef, other: &TimeRef) -> bool {
    match (&one.iso, &other.iso) {
        (Some(one), Some(other)) => one != other && !one.starts_with(&**other) && !other.starts_with(&**one),
        _ => !one.text.eq_ignore_ascii_case(&other.text),
    }
}

impl Figure {
    /// Whether nothing but its year keeps it out of a toll.
    fn only_past(&self) -> bool {
        self.marks.past && !self.share && !self.marks.rate && !self.marks.historical && !self.marks.hypothetical
    }
}
