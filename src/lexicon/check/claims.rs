//! Names that several entries go by: who is meant must be settled by the files.

use super::fields::Columns;
use super::sheet::{Line, Sheet};
use crate::error::Fault;
use crate::record::EntityKind;
use crate::text::{Shape, Token, hash_folded, tokenize};

/// A name as it is matched.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// Its words, folded, with how each must be written; hyphens and blanks are one.
    pub key: u64,
    /// Of a name of one word, the hash of that.
    pub word: Option<u64>,
    /// Whether it is all in capitals.
    pub capitals: bool,
}

/// Makes [`Form`]s.
#[derive(Default)]
pub(super) struct Former {
    tokens: Vec<Token>,
}

impl Former {
    /// How a name is matched; none where there is no word in it. Demonyms are names of their own kind.
    pub fn form(&mut self, name: &str, demonym: bool) -> Option<Form> {
        tokenize(name, &mut self.tokens);
        let mut words = self.tokens.iter().filter(|token| token.punct() != b'-').peekable();
        let first = words.peek().map(|token| token.hash)?;
        let (mut key, mut count, mut capitals) = (u64::from(demonym), 0, true);
        for token in words {
            // As the matcher reads an alias: capitals, a capital, or anything.
            let case = match token.shape {
                Shape::Upper | Shape::Single => 2,
                Shape::Title => 1,
                _ => 0,
            };
            capitals &= case == 2;
            key = (key.rotate_left(23) ^ token.hash.wrapping_add(case)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            count += 1;
        }
        Some(Form { key, word: (count == 1).then_some(first), capitals })
    }
}

/// An entry, as far as it matters for who is meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owner {
    kind: EntityKind,
    sheet: u16,
    line: u32,
    /// Where its line begins in the file's text.
    offset: usize,
    population: f32,
    /// Hashes of its own code (of a country or region), its region's and its country's; 0 for none.
    code: u64,
    region: u64,
    country: u64,
}

impl Owner {
    /// The entry of a line.
    pub fn new(sheet: usize, line: &Line, kind: EntityKind, columns: &Columns, population: f32) -> Self {
        let id = line.cells[columns.reference];
        let hash = |code: &str| if code.is_empty() { 0 } else { hash_folded(code) };
        let code = id.strip_prefix("country:").or_else(|| id.strip_prefix("region:")).map_or(0, hash);
        Owner {
            kind,
            sheet: sheet as u16,
            line: line.number as u32,
            offset: line.text.as_ptr() as usize,
            population,
            code,
            region: hash(line.cell(columns.region)),
            country: hash(line.cell(columns.country)),
        }
    }

    /// Whether the other place lies in this one.
    fn holds(&self, other: &Owner) -> bool {
        self.code != 0 && (self.code == other.region || self.code == other.country)
    }
}

/// Whether a reader, and so the program, can tell which of two entries is meant by a name that both have.
///
/// Of two places the one with more people is meant until the text says otherwise; a place and the region or country that
/// holds it may share their name, and so may places of different regions or countries.
fn settled(a: &Owner, b: &Owner) -> bool {
    a.kind == EntityKind::Place
        && b.kind == EntityKind::Place
        && (a.population != b.population || a.holds(b) || b.holds(a) || apart(a, b))
}

/// Whether both are known to lie in different regions or countries: which is meant is told by what the text is about. A
/// region does not lie in itself.
fn apart(a: &Owner, b: &Owner) -> bool {
    let within = |owner: &Owner| if owner.region == owner.code { 0 } else { owner.region };
    let differ = |a: u64, b: u64| a != 0 && b != 0 && a != b;
    differ(a.country, b.country) || differ(within(a), within(b))
}

struct Claim {
    key: u64,
    owner: u32,
    /// Where in its line the name begins and how long it is.
    offset: u32,
    length: u16,
}

/// What all entries claim. Only names without a flag or prior are kept: any other is settled.
#[derive(Default)]
pub(super) struct Claims {
    owners: Vec<Owner>,
    claims: Vec<Claim>,
}

impl Claims {
    /// Adds an entry, for [`add`](Self::add).
    pub fn add_owner(&mut self, owner: Owner) -> u32 {
        self.owners.push(owner);
        self.owners.len() as u32 - 1
    }

    /// Adds a name of an entry: `part` of `line`.
    pub fn add(&mut self, owner: u32, form: Form, line: &str, part: &str, guarded: bool) {
        if !guarded {
            let offset = (part.as_ptr() as usize - line.as_ptr() as usize) as u32;
            self.claims.push(Claim { key: form.key, owner, offset, length: part.len() as u16 });
        }
    }

    /// Adds a fault for every name by which it is not clear who is meant.
    pub fn settle(mut self, sheets: &[Sheet], faults: &mut [Vec<Fault>]) {
        let owners = &self.owners;
        let of = |claim: &Claim| &owners[claim.owner as usize];
        self.claims.sort_unstable_by_key(|claim| (claim.key, claim.owner));
        for group in self.claims.chunk_by_mut(|a, b| a.key == b.key).filter(|group| group.len() > 1) {
            // Places last, larger ones first, those of a region together: then each need only be held against the first and
            // the one before it.
            group.sort_by(|a, b| {
                let (a, b) = (of(a), of(b));
                let order = |owner: &Owner| owner.kind == EntityKind::Place;
                order(a)
                    .cmp(&order(b))
                    .then(b.population.total_cmp(&a.population))
                    .then((a.country, a.region).cmp(&(b.country, b.region)))
            });
            for index in 1..group.len() {
                let claim = of(&group[index]);
                let rival = [&group[0], &group[index - 1]].into_iter().map(of).find(|rival| !settled(claim, rival));
                if let Some(rival) = rival {
                    faults[claim.sheet as usize].push(fault(sheets, &group[index], claim, rival));
                }
            }
        }
    }
}

fn fault(sheets: &[Sheet], claim: &Claim, owner: &Owner, rival: &Owner) -> Fault {
    let line = |owner: &Owner| {
        let text = sheets[owner.sheet as usize].text;
        let rest = &text[owner.offset - text.as_ptr() as usize..];
        rest.split('\n').next().unwrap_or(rest)
    };
    let text = line(owner);
    let (start, end) = (claim.offset as usize, claim.offset as usize + claim.length as usize);
    let name = &text[start..end];
    let other = &sheets[rival.sheet as usize];
    let id = line(rival).split('\t').nth(other.column("ref").unwrap_or(0)).unwrap_or_default();
    let advice = if owner.kind == EntityKind::Place && rival.kind == EntityKind::Place {
        "give both populations, or flag the one that is meant more rarely"
    } else {
        "flag the one that is meant more rarely"
    };
    let message = format!(
        "\"{name}\" is a name of {id} ({}:{}) too: {advice}, as in \"{name} [context]\" or \"{name} [prior=0.2]\"",
        other.file, rival.line
    );
    let column = text[..start].chars().count() + 1;
    Fault { file: sheets[owner.sheet as usize].file.to_owned(), line: owner.line as usize, column, message }
}
