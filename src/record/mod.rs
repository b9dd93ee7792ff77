//! The record: what one tagged document looks like.
//!
//! These types are the public interface of the program: `headcount tag` writes them as JSON, and every other output is a
//! view of them. Strings are borrowed from the text and from the lexicons where they can be; [`Document::into_owned`]
//! sets a document free of both.
//!
//! Offsets are half-open byte ranges into the UTF-8 text, on character boundaries:
//! `&text[entity.start..entity.end] == entity.text`. (The command line writes them in code points unless told otherwise.)

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

mod json;
mod kinds;
mod owned;
mod shift;

pub use kinds::{Bound, EntityKind, Role, Status, TimeKind, Trend, UnitKind, Via};

use json::{number, number_option, short};
pub(crate) use shift::Offsets;

/// A string borrowed from the text or the lexicons, or owned after deserializing.
pub type Str<'a> = Cow<'a, str>;

/// A document that borrows nothing: what deserializing gives.
pub type OwnedDocument = Document<'static>;

/// What is known of one document after tagging.
///
/// ```
/// let tagger = headcount::Tagger::bundled();
/// let document = tagger.tag("At least 12 miners were killed in Ghana.");
/// let json = serde_json::to_string(&document).unwrap();
/// let back: headcount::OwnedDocument = serde_json::from_str(&json).unwrap();
/// assert_eq!(back, document);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document<'a> {
    /// The caller's name for the document, as given with the input.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Str<'a>>,
    /// The text itself, where it was asked for (`--with-text`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Str<'a>>,
    /// Agencies, people, places and nationalities in text order, never overlapping.
    pub entities: Vec<Entity<'a>>,
    /// Every number that counts or measures something, in text order of the numbers.
    pub quantities: Vec<Quantity<'a>>,
    /// Dates, clock times and periods, in text order: never quantities.
    pub times: Vec<Time<'a>>,
    /// What the document says in all, by role: the figures that an analyst would write down.
    pub tolls: BTreeMap<Role, Toll<'a>>,
}

/// A stretch of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mention<'a> {
    /// Where it begins.
    pub start: usize,
    /// Where it ends (not part of it).
    pub end: usize,
    /// The words as they stand.
    pub text: Str<'a>,
}

/// A mention of somebody or somewhere: the name alone, without article, title or possessive.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entity<'a> {
    /// Index in [`Document::entities`]; other fields point to entities by it.
    pub id: usize,
    /// Where the mention begins.
    pub start: usize,
    /// Where the mention ends.
    pub end: usize,
    /// The mention as it stands.
    pub text: Str<'a>,
    /// Agency, person, place or nationality.
    pub kind: EntityKind,
    /// A finer type: `country`, `city`, `intelligence`, `militant`…
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub subtype: Option<Str<'a>>,
    /// Canonical name; for a nationality its country's.
    pub name: Str<'a>,
    /// Stable id of the lexicon entry (`country:KP`, `agency:kr-nis`); absent where the mention is in no lexicon.
    #[serde(rename = "ref", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Str<'a>>,
    /// ISO 3166-1 alpha-2 code, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Str<'a>>,
    /// Latitude of a resolved place, in degrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f32>,
    /// Longitude of a resolved place, in degrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f32>,
    /// How it was found.
    pub via: Via,
    /// How sure: 0 to 1.
    #[serde(with = "short")]
    #[cfg_attr(feature = "schema", schemars(with = "f32"))]
    pub score: f32,
}

/// A number that counts or measures something, or an implicit count of people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quantity<'a> {
    /// Where it begins: at the bound, sign or number.
    pub start: usize,
    /// Where it ends: after what is counted.
    pub end: usize,
    /// The words as they stand.
    pub text: Str<'a>,
    /// The numeral itself; absent when [`implicit`](Self::implicit).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Mention<'a>>,
    /// The number; absent for a range or a vague word.
    #[serde(default, with = "number_option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub value: Option<f64>,
    /// The least that the text gives: 10 of "10 to 15", 300 of "at least 300", 24 of "dozens".
    #[serde(default, with = "number_option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub min: Option<f64>,
    /// The most that the text gives: 15 of "10 to 15", 20 of "up to 20", 99 of "dozens".
    #[serde(default, with = "number_option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub max: Option<f64>,
    /// How the words bound the number.
    pub bound: Bound,
    /// Whether it is a change upwards or downwards ("rose 5 %").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trend: Option<Trend>,
    /// What is counted, or the unit of measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit<'a>>,
    /// Ids of the entities that qualify what is counted ("600 **North Korean** soldiers").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<usize>,
    /// What happened to the counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The words that gave the role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue: Option<Mention<'a>>,
    /// Whether it is told as a fact, a plan, a possibility, or denied.
    pub status: Status,
    /// Id of the entity that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<usize>,
    /// The words for who says so, where it is no entity ("police", "a hospital official").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_text: Option<Str<'a>>,
    /// Id of the place entity where it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<usize>,
    /// The time expression that it is tied to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeRef<'a>>,
    /// Index of the quantity that this one is part of ("900 casualties, **including some 70 deaths**").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<usize>,
    /// True where no numeral stands: "a soldier was killed".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub implicit: bool,
    /// How sure: 0 to 1.
    #[serde(with = "short")]
    #[cfg_attr(feature = "schema", schemars(with = "f32"))]
    pub score: f32,
}

/// What is counted or measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unit<'a> {
    /// What kind of unit it is.
    pub kind: UnitKind,
    /// Normal form: "kilometre per hour", "north korean soldier".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Str<'a>>,
    /// For a counted noun its singular head ("soldier").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<Str<'a>>,
    /// The category that the counted-things lexicon gives the head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Str<'a>>,
    /// The branch of the tree of counted things that the head is on, from the trunk: "person/military/soldier". All soldiers,
    /// officers and conscripts are what begins with "person/military/".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<Str<'a>>,
    /// Where the unit's own words begin; absent where it is understood from another number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// Where the unit's own words end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    /// The words as they stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Str<'a>>,
}

/// A date, a clock time, a period or a relative expression. Its span has no preposition or article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Time<'a> {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The words as they stand.
    pub text: Str<'a>,
    /// What kind of expression it is.
    pub kind: TimeKind,
    /// ISO 8601 value, where the text and the document's date give one ("2025-04", "2025-04-30", "2015/2019").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iso: Option<Str<'a>>,
}

/// A quantity's time: the words and their ISO value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TimeRef<'a> {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The words as they stand.
    pub text: Str<'a>,
    /// ISO 8601 value, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iso: Option<Str<'a>>,
}

/// What the document as a whole says of a role.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Toll<'a> {
    /// The figure; absent where only a range is known.
    #[serde(default, with = "number_option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub value: Option<f64>,
    /// The least that the text allows.
    #[serde(default, with = "number_option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub min: Option<f64>,
    /// The most that the text allows.
    #[serde(default, with = "number_option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub max: Option<f64>,
    /// How the words bound the figure.
    pub bound: Bound,
    /// Indexes of the quantities that made it.
    pub quantities: Vec<usize>,
    /// The toll split by category of the counted, as far as the text does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part<'a>>,
    /// What each source claims, where sources differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim<'a>>,
}

/// A part of a toll: "15 persons, **including three soldiers**".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Part<'a> {
    /// The category of the counted.
    pub category: Str<'a>,
    /// How many.
    #[serde(with = "number")]
    #[cfg_attr(feature = "schema", schemars(with = "f64"))]
    pub value: f64,
}

/// What one source says of a toll.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claim<'a> {
    /// Id of the entity that says so; absent where it is no entity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<usize>,
    /// The words for a source that is no entity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_text: Option<Str<'a>>,
    /// The figure.
    #[serde(default, with = "number_option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub value: Option<f64>,
    /// How the words bound it.
    pub bound: Bound,
}
