//! What becomes of each figure of a role, in text order.

use super::figure::Figure;
use super::{LOOK_AHEAD, Text};
use crate::record::{self, Bound, Role, Status, TimeRef};

/// Categories that say only that somebody or some event was counted.
const GENERIC: &[&str] = &["person", "death", "body", "casualty", "injury"];

/// Categories that may be of the same people as any other.
const OPEN: &[&str] = &["man", "case"];

/// Categories of those who bear arms.
const ARMED: &[&str] = &["soldier", "police", "militant", "peacekeeper"];

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

    fn because(self, why: &'static str) -> Verdict {
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
    one_died: Option<usize>,
    /// Indexes of figures, in text order.
    pub taken: Vec<usize>,
    /// Sum of those taken.
    total: f64,
    /// Sum of the details told of those taken.
    details: f64,
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
        let value = text.most(at);
        let apart = marks.more || marks.other;
        let told = self.recent().any(|taken| text.most(taken) == value && !apart && !marks.separate);
        if told && !(record.implicit && self.same_sentence(figure)) {
            return What::ToldBefore.because("the same figure");
        }
        if marks.again {
            return What::Detail.because("the words point back");
        }
        if record.implicit && figure.bare && self.gave_way(value) {
            return What::ToldBefore.because("one told of in passing");
        }
        if self.splits_first(at) {
            return What::Splits.because("with others it adds up to the first");
        }
        if marks.separate {
            return What::Adds.because("told apart: \"also\", \"in a separate attack\"");
        }
        if marks.more || marks.other && !marks.definite && !self.others_before(figure) {
            return if self.details > 0.0 && self.details + value <= self.total {
                What::Detail.because("with the details before it is within the toll")
            } else {
                What::Adds.because("others, or more")
            };
        }
        if figure.later && self.hurt_before(at) {
            return What::Adds.because("one of the wounded, who died later");
        }
        if self.same_sentence(figure) {
            return self.beside(at, value);
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
            _ if last.is_some_and(|(_, last)| contradicts(last, record)) => What::Detail.because("another source"),
            _ => What::Adds.because("told side by side"),
        }
    }

    /// "Gunmen killed a teacher. Noor Ali was shot at his door": a wounded person told by name or as "he", in a text where
    /// one person was killed, is that one.
    fn shot_and_died(&self, figure: &Figure) -> bool {
        let told_again = figure.marks.again || figure.bare;
        self.role == Role::Wounded
            && self.text.record(figure).implicit
            && told_again
            && self.one_died.is_some_and(|sentence| sentence != figure.sentence)
    }

    /// Whether a figure of this size was replaced by a larger one.
    fn gave_way(&self, value: f64) -> bool {
        self.rivals.iter().rev().take(LOOK_AHEAD).any(|&rival| self.text.most(rival) == value)
    }

    /// "Five were killed and several others hurt. … Eight others were hurt": others than the killed, both times.
    fn others_before(&self, figure: &Figure) -> bool {
        self.recent().any(|taken| {
            let before = &self.text.figures[taken];
            let vague = self.text.record(before).bound == Bound::Vague;
            before.marks.other && vague && before.sentence != figure.sentence
        })
    }

    /// Whether somebody hurt is told of before a figure.
    fn hurt_before(&self, at: usize) -> bool {
        let hurt = |role: Role| matches!(role, Role::Wounded | Role::Hospitalized);
        self.role == Role::Killed
            && self.text.figures[at.saturating_sub(LOOK_AHEAD)..at].iter().any(|before| hurt(before.role))
    }

    /// Whether a figure counts none of those who are counted already: policemen, and before that villagers.
    fn excludes(&self, at: usize) -> bool {
        let category = |at: usize| -> Option<&str> {
            let (_, record) = self.text.at(at);
            let category = record.unit.as_ref()?.category.as_deref()?;
            (!is_generic(category) && !OPEN.contains(&category)).then_some(category)
        };
        let Some(own) = category(at) else { return false };
        // "Ten villagers died. … The army said it killed four insurgents": two accounts of one event.
        let speaks = speaker(self.text.at(at).1);
        if speaks.is_some() && self.recent().any(|taken| speaker(self.text.at(taken).1) != speaks) {
            return false;
        }
        let armed = |category: &str| ARMED.contains(&category);
        self.recent()
            .all(|taken| category(taken).is_some_and(|other| armed(own) != armed(other) || armed(own) && own != other))
    }

    /// Whether a figure is tied to another day than all before it.
    fn at_another_time(&self, figure: &Figure) -> bool {
        let time = |figure: &Figure| self.text.record(figure).time.as_ref();
        let Some(day) = time(figure).filter(|_| figure.dated) else { return false };
        self.recent().all(|taken| time(&self.text.figures[taken]).is_some_and(|other| differ(other, day)))
    }

    /// The last of those taken, latest first.
    fn recent(&self) -> impl Iterator<Item = usize> + '_ {
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
                self.total = text.most(at);
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
        if side_by_side(&text.figures[at]) {
            return false;
        }
        let most = text.most(first);
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
fn contradicts(one: &record::Quantity, other: &record::Quantity) -> bool {
    matches!((speaker(one), speaker(other)), (Some(one), Some(other)) if one != other)
}

/// Whether two expressions name different days.
fn differ(one: &TimeRef, other: &TimeRef) -> bool {
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

/// Whether a category says only that somebody was counted.
pub(super) fn is_generic(category: &str) -> bool {
    GENERIC.contains(&category)
}
