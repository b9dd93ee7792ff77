//! The closed lists of the record. They know nothing of the rest, so that the lexicon compiler can share them.

use serde::{Deserialize, Serialize};

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

/// Whether a figure is new, or the sum of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Tally {
    /// "**twelve more** deaths", "412 **new** cases", "nine deaths **in the past 24 hours**".
    New,
    /// "the **total** rose to 1,208", "447 have died **since October**", "31 **so far**".
    Cumulative,
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

impl Role {
    /// Whether somebody told of without a figure counts as one: who suffers this, and not other roles.
    pub(crate) fn counts_one(self) -> bool {
        matches!(self, Role::Killed | Role::Wounded | Role::Casualty | Role::Detained | Role::Kidnapped | Role::Missing)
    }
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
