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
mod owned;

use json::{number, number_option, short};

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

/// What sort of name an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum EntityKind {
    /// Any organisation: "the **NIS** said", "**Boko Haram** fighters".
    Agency,
    /// A human being: "President **Vladimir Putin**".
    Person,
    /// A place on the map: "in **Kursk**".
    Place,
    /// A demonym: "600 **North Korean** soldiers".
    Nationality,
}

/// How an entity was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Via {
    /// It stands in a lexicon.
    Lexicon,
    /// An acronym that this text defines: "the Coastal Rescue Service (CRS)".
    Acronym,
    /// A title stands before it: "Gen. **X**".
    Title,
    /// It has the shape of a name.
    Name,
    /// A short form of an earlier mention: "**Kim**" after "Kim Jong Un".
    Coref,
    /// A named rule: "the village of **X**".
    Rule,
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

/// How the words around a number bound it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Bound {
    /// "**12** miners".
    #[default]
    Exact,
    /// "**about 600** soldiers", "nearly", "some", "an estimated".
    About,
    /// "**at least 300** were killed", "no fewer than".
    AtLeast,
    /// "**more than 4,000** were wounded", "over".
    MoreThan,
    /// "**up to 20** are missing", "as many as".
    AtMost,
    /// "**fewer than 300** voters", "under".
    LessThan,
    /// "**20 to 30** villagers".
    Range,
    /// "**dozens** of homes".
    Vague,
}

/// Which way a figure moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Trend {
    /// "rose **5 %**".
    Up,
    /// "fell by **300**".
    Down,
}

/// Whether a figure is told as fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Status {
    /// "12 were killed"; also "no soldiers were killed", with value 0.
    #[default]
    Reported,
    /// "denied that 5 were killed".
    Denied,
    /// "15,000 workers will be sent".
    Planned,
    /// "up to 40 may have drowned", "feared dead".
    Possible,
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

/// Kinds of unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum UnitKind {
    /// A counted noun: "12 **miners**".
    Count,
    /// Money: "**$**4.5 billion".
    Currency,
    /// "4 **percent**".
    Percent,
    /// A physical unit: "350 **km**".
    Measure,
    /// "three **days**".
    Duration,
    /// "a 27-**year-old**".
    Age,
    /// "18 **°C**".
    Temperature,
    /// Sports and votes: "3-1", "104 **votes** to 11".
    Score,
    /// "one in ten".
    Ratio,
    /// Nothing is counted.
    #[default]
    None,
}

/// What happened to the counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Role {
    /// "12 miners **died**", "600 **deaths**", "six **bodies**".
    Killed,
    /// "40 were **hurt**".
    Wounded,
    /// Killed or wounded, not split: "4,700 **casualties**".
    Casualty,
    /// "19 sailors are **missing**".
    Missing,
    /// "the army **captured** 30 rebels".
    Captured,
    /// "police **arrested** five".
    Detained,
    /// "gunmen **abducted** 87 pupils".
    Kidnapped,
    /// "the group **freed** two hostages".
    Released,
    /// "20 were **pulled out alive**".
    Rescued,
    /// "700 families have **fled**".
    Displaced,
    /// "9,430 residents were **evacuated**".
    Evacuated,
    /// "15,000 soldiers were **sent** to Russia".
    Deployed,
    /// "412 new cholera **cases**".
    Infected,
    /// "34 were **taken to hospital**".
    Hospitalized,
    /// "11 miners are **trapped**".
    Trapped,
    /// "300 passengers were **stranded**".
    Stranded,
    /// "left 5,000 **homeless**".
    Homeless,
    /// "80,000 people are **affected**".
    Affected,
    /// "600 miners **marched**".
    Protesting,
    /// "the plant **employs** 850 people".
    Employed,
    /// "it will **lay off** 2,100".
    LaidOff,
    /// "three women were **raped**".
    Assaulted,
    /// "eight men were **sentenced**".
    Sentenced,
    /// "20 villages were **destroyed**".
    Destroyed,
    /// "1,430 houses were **damaged**".
    Damaged,
    /// "31 drones were **shot down**".
    ShotDown,
    /// "Russia **fired** 40 missiles".
    Launched,
    /// "it **delivered** 1,500 blankets".
    Delivered,
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

/// Kinds of time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TimeKind {
    /// "30 April 2025", "May", "2014".
    Date,
    /// "3.40 am".
    Time,
    /// "past 24 hours", "first half of 2023", "1870s".
    Period,
    /// "Wednesday", "last month", "overnight".
    Relative,
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
    pub claims: Vec<Claim>,
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
pub struct Claim {
    /// Id of the entity that says so; absent where it is no entity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<usize>,
    /// The figure.
    #[serde(default, with = "number_option", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub value: Option<f64>,
    /// How the words bound it.
    pub bound: Bound,
}
