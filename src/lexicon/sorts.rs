//! What rules ask of the branches of the tree of counted things, and of the categories of the record: told by the lexicons.

use serde::{Deserialize, Serialize};

/// Sorts of what stands on a branch (`words/branches.tsv`), as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sorts(u16);

impl Sorts {
    /// Who may arrest: "police took 15 men".
    pub const FORCE: u16 = 1;
    /// Who saves: "divers pulled out four".
    pub const RESCUER: u16 = 1 << 1;
    /// What takes people aboard: "a tanker picked up 87 people".
    pub const VESSEL: u16 = 1 << 2;
    /// What holds people without doing anything to them: "the camp holds 4,700".
    pub const VENUE: u16 = 1 << 3;
    /// What draws people: "the rallies".
    pub const PROTEST: u16 = 1 << 4;
    /// What befalls people: "an avalanche buried nine skiers".
    pub const DISASTER: u16 = 1 << 5;
    /// Who attacks.
    pub const ARMED: u16 = 1 << 6;
    /// Who speaks, or a body that does: "the hospital said".
    pub const SPEAKER: u16 = 1 << 7;
    /// Where people come to harm: "Bolivia's roads claim 1,400 lives".
    pub const SITE: u16 = 1 << 8;
    /// Who is told of by a town: "a Gartow woman".
    pub const LOCAL: u16 = 1 << 9;
    /// Who or what is told of by a town, a firm or a person: "a Gartow clerk", "a Wells client".
    pub const POST: u16 = 1 << 10;
    /// What bears a name like somebody's: "the ferry Dona Luz".
    pub const CHRISTENED: u16 = 1 << 11;
    /// Who is told by what they do.
    pub const CALLING: u16 = 1 << 12;

    const NAMES: [(&str, u16); 13] = [
        ("force", Sorts::FORCE),
        ("rescuer", Sorts::RESCUER),
        ("vessel", Sorts::VESSEL),
        ("venue", Sorts::VENUE),
        ("protest", Sorts::PROTEST),
        ("disaster", Sorts::DISASTER),
        ("armed", Sorts::ARMED),
        ("speaker", Sorts::SPEAKER),
        ("site", Sorts::SITE),
        ("local", Sorts::LOCAL),
        ("post", Sorts::POST),
        ("christened", Sorts::CHRISTENED),
        ("calling", Sorts::CALLING),
    ];

    /// Adds a sort by its name in the file. False where it is none.
    pub fn add(&mut self, name: &str) -> bool {
        let known = Sorts::NAMES.iter().find(|(known, _)| *known == name);
        self.0 |= known.map_or(0, |(_, bit)| *bit);
        known.is_some()
    }

    /// The names of all sorts, for whoever wrote another.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Sorts::NAMES.iter().map(|(name, _)| *name)
    }

    /// Whether it is of one of some sorts.
    #[inline]
    pub fn has(self, bits: u16) -> bool {
        self.0 & bits != 0
    }

    /// Of each branch what the longest row says that names it or what it grows from.
    pub fn of_branches(branches: &[String], rows: &[(Box<str>, Sorts)]) -> Vec<Sorts> {
        let holds = |row: &str, branch: &str| {
            branch.strip_prefix(row).is_some_and(|rest| matches!(rest.bytes().next(), None | Some(b'/')))
        };
        let of = |branch: &String| {
            let named = rows.iter().filter(|(row, _)| holds(row, branch)).max_by_key(|(row, _)| row.len());
            named.map_or_else(Sorts::default, |(_, sorts)| *sorts)
        };
        branches.iter().map(of).collect()
    }
}

/// What a category of the record says of those counted (`words/categories.tsv`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Telling {
    /// Only that somebody or some event was counted: "person", "death".
    Generic,
    /// They may be the same people as those of any other category: "man".
    Open,
    /// They bear arms: "soldier".
    Armed,
}
