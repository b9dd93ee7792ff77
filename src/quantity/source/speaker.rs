//! Speakers: which noun phrase before or behind words of saying is the one who says.

use std::cell::Cell;

use super::super::clause::{Piece, WINDOW, What};
use super::super::grammar::{BE, OWNERS};
use super::super::outline::is_person;
use crate::entity::Entities;
use crate::lexicon::sense::{Class, Effect, ReportFrame, Side, pos};
use crate::lexicon::{View, keyword as kw};
use crate::record::EntityKind;

/// Who is speaking: an entity, or words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speaker {
    Entity(u32),
    Words(u32, u32),
}

/// Who has spoken so far, for "it", "he" and "the agency".
#[derive(Clone, Copy, Default)]
pub(super) struct Memory {
    last: Option<Speaker>,
    person: Option<Speaker>,
    agency: Option<u32>,
}

/// A speaker and the pieces that tell of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub speaker: Speaker,
    pub first: usize,
    /// Piece after the last.
    pub end: usize,
}

/// How far a subject may stand from its verb, in pieces.
const REACH: usize = 30;

/// How many entities back "the company" may point.
const NAMED_BEFORE: usize = 12;

/// The type of companies, and the branch of the tree of counted things that calls them something.
const COMPANY: &str = "company";
const ECONOMY: &str = "economy/";

/// Branches of the tree of counted things that speak.
const SPEAKING: &[&str] = &["person", "economy/company", "place/building"];

/// One sentence, read for its speakers.
pub(super) struct Reader<'r, 's, 'a> {
    pub view: &'r View<'s, 'a>,
    pub entities: &'r Entities,
    pub pieces: &'r [Piece],
    /// Who has spoken; see [`Reader::memory`].
    pub memory: Memory,
    /// Set where that was asked.
    pub asked: &'r Cell<bool>,
    pub named: FirstNamed,
}

/// The first token of the first agency that a text names: none has spoken before.
#[derive(Clone, Copy, Default)]
pub(super) struct FirstNamed {
    agency: u32,
}

impl FirstNamed {
    /// Those of a text.
    pub fn of(entities: &Entities) -> Self {
        let first = |kind| entities.list.iter().find(|named| named.kind == kind).map_or(u32::MAX, |named| named.first);
        FirstNamed { agency: first(EntityKind::Agency) }
    }
}

impl Memory {
    /// Notes that somebody has spoken.
    pub fn heard(&mut self, view: &View, entities: &Entities, speaker: Speaker) {
        self.last = Some(speaker);
        match speaker {
            Speaker::Entity(index) => match entities.list[index as usize].kind {
                EntityKind::Person => self.person = Some(speaker),
                EntityKind::Agency => self.agency = Some(index),
                _ => {}
            },
            // "the health secretary warned": "he" is that one.
            Speaker::Words(_, end) if one_person(view, end as usize - 1) => self.person = Some(speaker),
            Speaker::Words(..) => {}
        }
    }
}

/// Whether a noun means one person: "secretary".
fn one_person(view: &View, noun: usize) -> bool {
    view.words.all(noun, Class::Thing).any(|(_, row)| {
        let thing = &view.lexicon.things[row];
        !thing.plural && is_person(&view.lexicon.branches[thing.branch as usize])
    })
}

impl Reader<'_, '_, '_> {
    /// Who has spoken so far.
    fn memory(&self) -> &Memory {
        self.asked.set(true);
        &self.memory
    }

    fn what(&self, at: usize) -> Option<What> {
        self.pieces.get(at).map(|piece| piece.what)
    }

    fn token(&self, at: usize) -> usize {
        self.pieces[at].first as usize
    }

    /// The subject of the words of saying at `at`: "the NIS told lawmakers", "Aamin Ambulance, a rescue service, said".
    pub fn subject(&self, at: usize) -> Option<Phrase> {
        let mut before = at;
        while before > 0 {
            let piece = before - 1;
            match self.what(piece)? {
                // "did not say", "to say": nobody says it.
                What::Adverb if self.view.is(self.token(piece), &[kw::NOT, kw::NEVER]) => return None,
                What::Aux | What::Adverb | What::Report(ReportFrame::Belief) => {}
                What::Time(_) => {}
                What::Preposition if before < at && matches!(self.what(before), Some(What::Time(_))) => {}
                What::Stop if self.view.is(self.token(piece), &[kw::APOSTROPHE]) => {}
                What::Close => return self.before_brackets(piece),
                What::Comma => return self.apposed(piece),
                What::Relative if self.view.is(self.token(piece), &[kw::WHO, kw::WHICH]) => {
                    return self.antecedent(piece);
                }
                What::Pronoun => return self.pronoun(piece),
                _ if self.nominal(piece) => return self.phrase_before(before),
                _ => return None,
            }
            before = piece;
        }
        None
    }

    /// "the National Rescue Service (NRS) said".
    fn before_brackets(&self, close: usize) -> Option<Phrase> {
        let open = (0..close).rev().take(REACH).find(|&piece| matches!(self.pieces[piece].what, What::Open))?;
        self.phrase_before(open)
    }

    /// Who "who" and "which" stand for: "the Red Crescent, which said".
    pub fn antecedent(&self, relative: usize) -> Option<Phrase> {
        let end =
            if relative > 0 && matches!(self.pieces[relative - 1].what, What::Comma) { relative - 1 } else { relative };
        let phrase = self.phrase_before(end)?;
        // "Ruth Banda, a nurse at the General Hospital, who said".
        if let Some(comma) = phrase.first.checked_sub(1)
            && matches!(self.pieces[comma].what, What::Comma)
            && matches!(self.pieces[phrase.first].what, What::Determiner)
            && let Some(What::Entity(index)) = comma.checked_sub(1).and_then(|before| self.what(before))
            && self.entities.list[index as usize].kind == EntityKind::Person
        {
            return Some(Phrase { speaker: Speaker::Entity(index), ..phrase });
        }
        Some(phrase)
    }

    /// The noun before what is set off by commas: "Daniel Oduya, who teaches law, warned", "the army spokesman, 52, said".
    fn apposed(&self, close: usize) -> Option<Phrase> {
        let mut nearest = None;
        for comma in (1..close).rev().take(REACH) {
            match self.pieces[comma].what {
                What::Comma if self.nominal(comma - 1) => {
                    let Some(phrase) = self.phrase_before(comma) else { continue };
                    // "The head of the Red Cross, Ana Ruiz, said".
                    if comma + 2 == close
                        && let What::Entity(index) = self.pieces[comma + 1].what
                        && self.is_described_by(index, phrase.speaker)
                    {
                        return Some(Phrase { speaker: Speaker::Entity(index), first: phrase.first, end: close });
                    }
                    let named = matches!(self.pieces[comma - 1].what, What::Entity(_));
                    if named {
                        return Some(phrase);
                    }
                    nearest = nearest.or(Some(phrase));
                }
                What::Quote | What::Semicolon => break,
                _ => {}
            }
        }
        nearest
    }

    /// Whether words before a name tell who that is: a person after anything but a person, an agency after words.
    fn is_described_by(&self, index: u32, before: Speaker) -> bool {
        let kind = |index: u32| self.entities.list[index as usize].kind;
        match before {
            Speaker::Words(..) => matches!(kind(index), EntityKind::Person | EntityKind::Agency),
            Speaker::Entity(other) => kind(index) == EntityKind::Person && kind(other) != EntityKind::Person,
        }
    }

    /// "it said", "he told reporters", "they added".
    fn pronoun(&self, at: usize) -> Option<Phrase> {
        let token = self.token(at);
        let speaker = if self.view.is(token, &[kw::HE, kw::SHE]) {
            self.memory().person.or_else(|| self.person_before(token).map(Speaker::Entity))?
        } else if self.view.is(token, &[kw::IT]) {
            let agency = self.memory().agency.map(Speaker::Entity);
            match self.memory().last {
                Some(Speaker::Entity(index)) if self.entities.list[index as usize].kind == EntityKind::Person => {
                    agency?
                }
                Some(last) => last,
                None => agency?,
            }
        } else if self.view.is(token, &[kw::THEY]) {
            self.memory().last?
        } else {
            return None;
        };
        Some(Phrase { speaker, first: at, end: at + 1 })
    }

    /// The nearest person named before a token.
    fn person_before(&self, token: usize) -> Option<u32> {
        let end = self.entities.list.partition_point(|named| (named.first as usize) < token);
        (end.saturating_sub(WINDOW)..end)
            .rev()
            .find(|&index| self.entities.list[index].kind == EntityKind::Person)
            .map(|index| index as u32)
    }

    /// Whether a piece can be part of a noun phrase.
    fn nominal(&self, at: usize) -> bool {
        matches!(
            self.what(at),
            Some(What::Entity(_) | What::Noun | What::Modifier | What::Determiner | What::Possessive | What::Number(_))
        )
    }

    /// The noun phrase that ends before `end`, with what "of", "for" and their kin add: "a spokesman for the army".
    fn phrase_before(&self, end: usize) -> Option<Phrase> {
        let mut first = self.run_before(end)?;
        let mut head_end = end;
        let mut hops = 0;
        while first > 1
            && hops < 4
            && matches!(self.pieces[first - 1].what, What::Preposition)
            && self.nominal(first - 2)
        {
            // "people were killed in Kano officials said" has no such chain: a time or a verb ends it.
            let Some(before) = self.run_before(first - 1) else { break };
            (head_end, first) = (first - 1, before);
            hops += 1;
        }
        // "witnesses and medics said": both, where they begin the clause.
        if first > 1
            && matches!(self.pieces[first - 1].what, What::And)
            && let Some(other) = self.run_before(first - 1)
            && (other == 0 || matches!(self.pieces[other - 1].what, What::Comma | What::Quote | What::Clause))
            && !(other..first).any(|piece| matches!(self.pieces[piece].what, What::Number(_)))
        {
            let one = self.resolve(other, first - 1, first - 1);
            let two = self.resolve(first, head_end, end);
            let speaker = match (one, two) {
                (Some(Speaker::Entity(index)), _) | (_, Some(Speaker::Entity(index))) => Speaker::Entity(index),
                _ => Speaker::Words(self.pieces[other].first, self.pieces[end - 1].end),
            };
            return Some(Phrase { speaker, first: other, end });
        }
        Some(Phrase { speaker: self.resolve(first, head_end, end)?, first, end })
    }

    /// Where the pieces of a noun phrase begin that stand together before `end`.
    fn run_before(&self, end: usize) -> Option<usize> {
        let mut first = end;
        while first > 0 && self.nominal(first - 1) {
            first -= 1;
            let article =
                matches!(self.pieces[first].what, What::Determiner) && !self.view.is(self.token(first), OWNERS);
            if article {
                break;
            }
        }
        (first < end).then_some(first)
    }

    /// The noun phrase that begins at `at`: "said harbour master Nils Aune", "according to the UN".
    pub fn phrase_at(&self, at: usize) -> Option<Phrase> {
        let mut head_end = at;
        while self.nominal(head_end) && !(head_end > at && matches!(self.pieces[head_end].what, What::Determiner)) {
            head_end += 1;
        }
        if head_end == at {
            return None;
        }
        let mut end = head_end;
        let mut hops = 0;
        while hops < 3 && matches!(self.what(end), Some(What::Preposition)) && self.nominal(end + 1) {
            end += 1;
            while self.nominal(end) {
                end += 1;
            }
            hops += 1;
        }
        Some(Phrase { speaker: self.resolve(at, head_end, end)?, first: at, end })
    }

    /// The same with the name that is set behind it: "said the head of the hospital, Ana Ruiz."
    pub fn named_at(&self, at: usize) -> Option<Phrase> {
        let phrase = self.phrase_at(at)?;
        let Speaker::Words(_, end) = phrase.speaker else { return Some(phrase) };
        let single = !self.view.likely(end as usize - 1, pos::PLURAL);
        if single
            && matches!(self.what(phrase.end), Some(What::Comma))
            && let Some(What::Entity(index)) = self.what(phrase.end + 1)
            && matches!(self.entities.list[index as usize].kind, EntityKind::Person | EntityKind::Agency)
            && matches!(
                self.what(phrase.end + 2),
                None | Some(What::Comma | What::Stop | What::Quote | What::Semicolon | What::Dash)
            )
        {
            return Some(Phrase { speaker: Speaker::Entity(index), end: phrase.end + 2, ..phrase });
        }
        Some(phrase)
    }

    /// Who a noun phrase names: the name that is its head; else the agency within it or behind "of" and "for"; else
    /// whoever "the agency" and "the report" point back to; else its words.
    fn resolve(&self, first: usize, head_end: usize, end: usize) -> Option<Speaker> {
        let mut last = head_end.checked_sub(1)?;
        while last > first && matches!(self.pieces[last].what, What::Possessive | What::Modifier) {
            last -= 1;
        }
        if let What::Entity(index) = self.pieces[last].what {
            let kind = self.entities.list[index as usize].kind;
            if kind != EntityKind::Nationality {
                return Some(Speaker::Entity(index));
            }
        }
        let agency = |piece: &Piece| match piece.what {
            What::Entity(index) if self.entities.list[index as usize].kind == EntityKind::Agency => {
                Some(Speaker::Entity(index))
            }
            _ => None,
        };
        // "the Houthi-run television" is not theirs.
        let compound = |at: usize| {
            self.pieces
                .get(at + 1)
                .is_some_and(|next| next.what == What::Modifier && self.view.id(next.first as usize) == kw::HYPHEN)
        };
        if let Some(found) = (first..end).filter(|&at| !compound(at)).find_map(|at| agency(&self.pieces[at])) {
            return Some(found);
        }
        if let Some(agency) = self.described(first, head_end) {
            return Some(Speaker::Entity(agency));
        }
        let start = self.pieces[first].first as usize;
        if !matches!(self.pieces[last].what, What::Noun | What::Entity(_) | What::Number(_) | What::Modifier) {
            return None;
        }
        // "the ombudsman's office" is that one.
        if self.view.is(start, &[kw::THE, kw::THIS, kw::ITS])
            && !self.pieces[first..last].iter().any(|piece| matches!(piece.what, What::Possessive))
            && let Some(known) = self.pointed(self.token(last))
        {
            return Some(known);
        }
        let begin = if matches!(self.pieces[first].what, What::Determiner) { first + 1 } else { first };
        (begin <= last).then(|| Speaker::Words(self.pieces[begin].first, self.pieces[last].end))
    }

    /// "South Korea's intelligence agency", "the Kenyan military": the agency of that country and kind that the text names.
    fn described(&self, first: usize, end: usize) -> Option<u32> {
        let lexicon = self.view.lexicon;
        let country = self.pieces[first..end].iter().find_map(|piece| {
            let What::Entity(index) = piece.what else { return None };
            let entry = lexicon.entry(self.entities.list[index as usize].entry?);
            (entry.country != 0).then_some(entry.country)
        })?;
        let nouns = self.pieces[first..end].iter().filter(|piece| matches!(piece.what, What::Noun | What::Modifier));
        self.entities
            .list
            .iter()
            .take(WINDOW)
            .position(|named| {
                let Some(entry) = named.entry.map(|entry| lexicon.entry(entry)) else { return false };
                let subtype = lexicon.string(entry.subtype);
                named.kind == EntityKind::Agency
                    && entry.country == country
                    && nouns.clone().any(|piece| {
                        self.view.slice(piece.first as usize, piece.end as usize).eq_ignore_ascii_case(subtype)
                    })
            })
            .map(|index| index as u32)
    }

    /// "the report said", "the agency added": the last speaker, if that can be one.
    fn pointed(&self, noun: usize) -> Option<Speaker> {
        let frame =
            |frame| self.view.words.all(noun, Class::Report).any(|(_, row)| self.view.lexicon.reports[row] == frame);
        if frame(ReportFrame::Document) {
            return self.memory().last;
        }
        if self.named.agency >= self.pieces.last()?.end {
            return None;
        }
        let body = frame(ReportFrame::Body);
        let fits = |agency: &u32| {
            self.entities.list[*agency as usize].kind == EntityKind::Agency && (body || self.kin(noun, *agency))
        };
        // Whoever spoke last, else the nearest that was named.
        let spoke = self.memory().agency.filter(fits);
        let before = self.entities.list.partition_point(|named| (named.first as usize) < noun) as u32;
        spoke.or_else(|| (0..before).rev().take(NAMED_BEFORE).find(fits)).map(Speaker::Entity)
    }

    /// Whether a noun can mean an agency: it stands in its name, or is what agencies of its type are called.
    fn kin(&self, noun: usize, agency: u32) -> bool {
        let word = self.view.id(noun);
        let named = &self.entities.list[agency as usize];
        let same_word = (named.first..named.end).any(|token| self.view.id(token as usize) == word);
        let entry = named.entry.map(|entry| self.view.lexicon.entry(entry));
        let subtype = entry.map_or(named.subtype, |entry| entry.subtype);
        // "the Agency" in lower case: what the lexicon of shapes calls an agency of any or of the same type.
        let shape = self.view.words.all(noun, Class::Shape).any(|(_, row)| {
            let shape = &self.view.lexicon.shapes[row];
            shape.kind == EntityKind::Agency
                && !matches!(shape.side, Side::Role | Side::Event)
                && (shape.subtype == 0 || shape.subtype == subtype)
        });
        let in_name = entry.is_some_and(|entry| {
            let name = self.view.lexicon.entry_name(entry.id);
            let (start, stop) = self.view.span(noun, noun + 1);
            let word = &self.view.text[start as usize..stop as usize];
            name.split(' ').any(|part| part.eq_ignore_ascii_case(word))
        });
        let company = || {
            self.view.lexicon.string(subtype) == COMPANY
                && self.view.words.all(noun, Class::Thing).any(|(_, row)| {
                    let lexicon = self.view.lexicon;
                    lexicon.branches[lexicon.things[row].branch as usize].starts_with(ECONOMY)
                })
        };
        same_word || shape || in_name || company()
    }

    /// Whether somebody or something that can speak is named: an entity, people, a document, "the ministry".
    pub fn speaks(&self, speaker: Speaker) -> bool {
        match speaker {
            Speaker::Entity(_) => true,
            Speaker::Words(first, end) => (first..end).any(|token| {
                let token = token as usize;
                let people = self.view.words.all(token, Class::Thing).any(|(_, row)| {
                    let branch = &self.view.lexicon.branches[self.view.lexicon.things[row].branch as usize];
                    SPEAKING.iter().any(|speaking| branch.starts_with(speaking))
                });
                people
                    || self.view.has(token, Class::Report)
                    || self
                        .view
                        .words
                        .all(token, Class::Shape)
                        .any(|(_, row)| !matches!(self.view.lexicon.shapes[row].side, Side::Role | Side::Event))
                    || self.view.has(token, Class::Office)
                    || self.view.has(token, Class::Title)
            }),
        }
    }

    /// The subject of the sentence: the noun phrase that it begins with.
    pub fn main_subject(&self) -> Option<Phrase> {
        let mut at = self.behind_dateline();
        // "On Monday, the firm", "Also".
        while matches!(
            self.what(at),
            Some(What::Adverb | What::Quote | What::Stop | What::Time(_) | What::Comma | What::And | What::But)
        ) {
            at += 1;
        }
        if matches!(self.what(at), Some(What::Preposition)) {
            at =
                (at..self.pieces.len()).take(WINDOW).find(|&piece| matches!(self.pieces[piece].what, What::Comma))? + 1;
        }
        if matches!(self.what(at), Some(What::Pronoun)) {
            return self.pronoun(at);
        }
        let phrase = self.phrase_at(at)?;
        (!matches!(self.what(at), Some(What::Number(_)))).then_some(phrase)
    }

    /// The piece behind a dateline: "LAGOS, March 3 (Reuters) - ".
    fn behind_dateline(&self) -> usize {
        let dash = self.pieces.iter().take(9).position(|piece| matches!(piece.what, What::Dash));
        let plain = |piece: &Piece| {
            matches!(piece.what, What::Entity(_) | What::Comma | What::Open | What::Close | What::Time(_) | What::Noun)
        };
        dash.filter(|&dash| self.pieces[..dash].iter().all(plain)).map_or(0, |dash| dash + 1)
    }

    /// Whether a verb of saying is a participle before what happened: "41 people confirmed missing".
    pub fn reduced(&self, at: usize) -> bool {
        self.view.can_be(self.token(at), pos::PARTICIPLE)
            && self.what(at + 1).is_some()
            && self.view.has(self.token(at + 1), Class::Cue)
            && matches!(at.checked_sub(1).and_then(|before| self.what(before)), Some(What::Number(_) | What::Noun))
    }

    /// Whether what looks like a verb of saying tells of a plan: "expects to send".
    pub fn plans(&self, at: usize) -> bool {
        self.view.longest(self.token(at), Class::Status).is_some_and(|(end, row)| {
            end > self.pieces[at].end as usize && self.view.lexicon.statuses[row] == Effect::Planned
        })
    }

    /// Whether a verb of saying is passive, and what it tells no speaker's words: "were reported".
    pub fn passive(&self, at: usize) -> bool {
        let first = self.token(at);
        if self.view.can_be(first, pos::ING) || self.view.is(first, BE) {
            return false;
        }
        (0..at)
            .rev()
            .take(3)
            .map(|piece| &self.pieces[piece])
            .take_while(|piece| matches!(piece.what, What::Aux | What::Adverb))
            .any(|piece| self.view.is(piece.first as usize, BE))
    }
}
