//! Senses: what a word or phrase is in its class, a row of data for each.

use serde::{Deserialize, Serialize};

pub(crate) use super::class::Class;
pub(crate) use super::pos;
use crate::record::{Bound, Role, UnitKind};

/// One sense: a class and the row of that class's table.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Sense {
    pub class: Class,
    pub row: u32,
}

/// A row of `numbers.tsv`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct NumberWord {
    pub kind: NumberKind,
    pub value: f64,
    pub min: f64,
    pub max: f64,
}

/// Kinds of number word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum NumberKind {
    Unit,
    Teen,
    Tens,
    Hundred,
    Scale,
    Suffix,
    Collective,
    Vague,
    Fraction,
    Ordinal,
    /// A phrase that counts nothing, though a number word stands in it: "one-off".
    None,
}

/// A row of `bounds.tsv`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct BoundWord {
    pub bound: Bound,
    /// Stands after the number ("or so") and not before it.
    pub after: bool,
}

/// A form of a row of `units.tsv`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct UnitWord {
    pub kind: UnitKind,
    /// Index of the name in the lexicon's strings.
    pub name: u32,
    /// Written before the number ("$").
    pub before: bool,
    /// A symbol ("km") and not a word ("kilometres").
    pub symbol: bool,
    /// Money of which a hundred make the one it stands beside: "cents".
    pub hundredth: bool,
}

/// A counted noun: a form of a row of `things.tsv`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct ThingWord {
    /// Index of the singular in the lexicon's strings: the last word alone ("officer" of "police officers").
    pub head: u32,
    /// The same as the file has it, for names: "people" keeps its form there though its head is "person".
    pub name: u32,
    /// Index of the category's name in the lexicon's strings.
    pub category: u32,
    /// Index of the branch in [`Lexicon::branches`](super::Lexicon).
    pub branch: u32,
    pub plural: bool,
}

/// A form of a row of `cues.tsv`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct CueWord {
    pub frame: Frame,
    pub form: VerbForm,
    /// None for [`Frame::None`].
    pub role: Option<Role>,
    /// Range of branches in `Lexicon::cue_things` that it may be said of; empty for all.
    pub things: (u32, u32),
}

/// How a cue takes what it counts. See `lexicons/README.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Frame {
    Affects,
    Undergoes,
    Does,
    State,
    Event,
    Toll,
    Takes,
    /// A verb that makes its subject suffer the event behind it: "sustained various injuries".
    Suffers,
    /// A noun that counts only after a verb that takes it: "claimed 12 lives".
    Taken,
    /// A noun for a number of what was told before: "put the figure at 40", "the turnout was 3,000".
    Figure,
    /// A verb that has its role only where the text tells of what is joined: "3,000 took part".
    Joins,
    /// A verb that affects its object, and its subject only in the passive: "300 were moved", not "300 moved".
    Moves,
    None,
}

/// The form in which a cue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum VerbForm {
    /// "kill"
    Base,
    /// "kills"
    Third,
    /// "killed", "slew" and "slain" alike where they do not differ
    PastOrParticiple,
    Past,
    Participle,
    /// "killing"
    Ing,
    /// A noun, singular or plural, or an adjective.
    Plain,
}

/// Effects of `status.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Effect {
    /// An idiom that holds a word of status and has none ("not only").
    None,
    Planned,
    Possible,
    Denied,
    Negated,
    Hypothetical,
    Historical,
    /// What happens again and again: "every year", "on average".
    Habitual,
    /// A verb that makes a plan of what follows "to", with a time between: "agreed on Friday to send".
    Plans,
    /// A verb that asks somebody for what follows "to": "urged Chad to free".
    Demands,
}

/// Frames of `reporting.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ReportFrame {
    Says,
    Told,
    According,
    Quotes,
    Belief,
    Document,
    /// A noun that points back to an agency of any type: "the group said".
    Body,
    /// A verb that says with a figure behind it alone: "put the number of dead at 45".
    Puts,
    /// A verb that says with a clause or a quotation alone: "feared that 12 had died", "asked: …".
    Clause,
    /// A document of numbers, which speaks for its owner: "the UN's count stands at 45".
    Figures,
    /// A noun for who speaks for others: "its spokesman said".
    Voice,
    /// Words behind what their subject has written down: "had 174 deaths on its books".
    Kept,
}

impl ReportFrame {
    /// Whether it is of nouns, which say nothing by themselves.
    pub fn is_noun(self) -> bool {
        matches!(self, Self::Document | Self::Figures | Self::Body | Self::Voice)
    }

    /// Whether who says it may stand beside it.
    pub fn may_speak(self) -> bool {
        !matches!(self, Self::Belief | Self::Document | Self::Body | Self::Voice)
    }

    /// Whether a clause is cut at it for what happened to whom; a noun that is a cue too ("toll") cuts none.
    pub fn cuts(self, cue: bool) -> bool {
        match self {
            Self::Body | Self::Puts | Self::Clause | Self::Voice | Self::Kept => false,
            Self::Figures => !cue,
            _ => true,
        }
    }
}

/// A row of `scenes.tsv`: which place a verb tells of without a preposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Scene {
    /// What it is done to: "a quake shook Manila".
    Object,
    /// Who does it: "Manila has seen 12 deaths".
    Subject,
    /// What it is done to, and yet nothing happens there: "a boat that had left Zuwara", "backs Kyiv".
    Apart,
}

/// A row of `games.tsv`: what tells of a game.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Game {
    /// A word of play: "striker", "innings".
    Play,
    /// What sides do where the text tells of a game: "Madrid beat Turin".
    Side,
}

/// Kinds of title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum TitleKind {
    Honorific,
    Military,
    Political,
    Police,
    Religious,
    Academic,
    Royal,
    Job,
    Suffix,
}

/// A row of `times.tsv`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct TimeWord {
    pub kind: TimeWordKind,
    /// [`TimeWord::NONE`] where the file gives none.
    pub value: i32,
}

impl TimeWord {
    /// The value of an empty cell.
    pub const NONE: i32 = i32::MIN;
}

/// Kinds of time word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum TimeWordKind {
    Month,
    Weekday,
    Day,
    Part,
    Unit,
    Modifier,
    Offset,
    Preposition,
    Clock,
    Holiday,
    Era,
    Season,
    Quarter,
    Half,
}

impl TimeWordKind {
    /// What a word of the kind adds to the mask of its token.
    pub const fn bits(self) -> u32 {
        match self {
            TimeWordKind::Preposition => 0,
            TimeWordKind::Offset => Class::ASKED,
            _ => Class::ASKED | Class::STARTS_TIME,
        }
    }
}

/// A row of `shapes.tsv`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct ShapeWord {
    pub kind: crate::record::EntityKind,
    /// Index of the type in the lexicon's strings, 0 for none.
    pub subtype: u32,
    pub side: Side,
}

/// A row of `offices.tsv`: a body that every state has, as indexes of the lexicon's strings.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct OfficeWord {
    /// Which one: "foreign-ministry".
    pub office: u32,
    /// The type of an agency.
    pub subtype: u32,
}

/// Where a shape word stands in the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Side {
    Head,
    Tail,
    Of,
    /// In small letters before "of", "for" or "at" and the name, and no part of it: "a spokesman for X".
    Role,
    /// Beside the name in apposition: "the operator, X,", "X, which runs".
    Beside,
    /// Ends the name of an event, which is no entity, and neither is a name inside: "X Open".
    Event,
}
