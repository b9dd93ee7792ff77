//! Speakers: which noun phrase before or behind words of saying is the one who says.

use std::cell::Cell;

use super::super::clause::{Piece, WINDOW, What};
use super::super::grammar::BE;
use super::memory::{FirstNamed, Memory};
use crate::entity::Entities;
use crate::lexicon::sense::{Class, Effect, ReportFrame, Side, VerbForm, pos};
use crate::lexicon::{Sorts, View, keyword as kw};
use crate::record::EntityKind;

/// Who is speaking: an entity, or words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speaker {
    Entity(u32),
    Words(u32, u32),
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

impl Reader<'_, '_, '_> {
    /// Who has spoken so far.
    pub fn memory(&self) -> &Memory {
        self.asked.set(true);
        &self.memory
    }

    pub fn what(&self, at: usize) -> Option<What> {
        self.pieces.get(at).map(|piece| piece.what)
    }

    pub fn token(&self, at: usize) -> usize {
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
                // "first said", "at first said".
                _ if self.view.is(self.token(piece), &[kw::FIRST]) => {}
                What::Preposition if self.view.is(self.token(before), &[kw::FIRST]) => {}
                What::Time(_) => {}
                What::Preposition if before < at && matches!(self.what(before), Some(What::Time(_))) => {}
                What::Stop if self.view.is(self.token(piece), &[kw::APOSTROPHE]) => {}
                What::Close => return self.before_brackets(piece),
                What::Comma => return self.apposed(piece),
                What::Relative if self.is_who(piece) => {
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

    fn is_who(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Relative)) && self.view.is(self.token(at), &[kw::WHO, kw::WHICH])
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
                // "The firm, which employs 900 people, 40 of them in Chad, said".
                What::Comma if self.is_who(comma + 1) => return self.phrase_before(self.before_age(comma)),
                What::Comma if self.nominal(comma - 1) => {
                    let Some(phrase) = self.phrase_before(comma) else { continue };
                    // "The head of the Red Cross, Ana Ruiz, said".
                    if comma + 2 == close
                        && let What::Entity(index) = self.pieces[comma + 1].what
                        && self.is_described_by(index, phrase.speaker, comma - 1)
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

    /// The comma before the age that stands between commas: "Shaji Thomas, 44, who".
    fn before_age(&self, comma: usize) -> usize {
        let aged = comma > 1
            && matches!(self.pieces[comma - 1].what, What::Number(_))
            && matches!(self.pieces[comma - 2].what, What::Comma);
        if aged { comma - 2 } else { comma }
    }

    /// Whether words before a name tell who that is: a person after anything but a person, an agency after words that end in
    /// no name ("the UN mission, MONUSCO,").
    fn is_described_by(&self, index: u32, before: Speaker, last: usize) -> bool {
        let kind = |index: u32| self.entities.list[index as usize].kind;
        match (kind(index), before) {
            (EntityKind::Person, Speaker::Entity(other)) => kind(other) != EntityKind::Person,
            (EntityKind::Person | EntityKind::Agency, Speaker::Words(..)) => true,
            (EntityKind::Agency, Speaker::Entity(_)) => !matches!(self.pieces[last].what, What::Entity(_)),
            _ => false,
        }
    }

    /// Whether a speaker is an entity of a kind.
    pub fn is_kind(&self, speaker: Speaker, kind: EntityKind) -> bool {
        matches!(speaker, Speaker::Entity(index) if self.entities.list[index as usize].kind == kind)
    }

    /// Whether somebody or something that can speak is named: an entity, people, a document, "the ministry".
    pub fn speaks(&self, speaker: Speaker) -> bool {
        match speaker {
            Speaker::Entity(_) => true,
            Speaker::Words(first, end) => (first..end).any(|token| {
                let token = token as usize;
                self.people(token)
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

    /// Whether a noun means people, or a body of them.
    pub fn people(&self, noun: usize) -> bool {
        self.view.words.all(noun, Class::Thing).any(|(_, row)| self.view.lexicon.sorts(row).has(Sorts::SPEAKER))
    }

    /// The subject of the sentence: the noun phrase that it begins with.
    pub fn main_subject(&self) -> Option<Phrase> {
        let at = self.opening()?;
        if matches!(self.what(at), Some(What::Pronoun)) {
            return self.pronoun(at);
        }
        let phrase = self.named_at(at)?;
        (!matches!(self.what(at), Some(What::Number(_)))).then_some(phrase)
    }

    /// The piece that the subject of the sentence begins with.
    pub fn opening(&self) -> Option<usize> {
        let mut at = self.behind_dateline();
        // "On Monday, the firm", "Also".
        while matches!(
            self.what(at),
            Some(What::Adverb | What::Quote | What::Stop | What::Time(_) | What::Comma | What::And | What::But)
        ) {
            at += 1;
        }
        // "In May, UNICEF", "After reporting 12 deaths, UNICEF".
        if matches!(self.what(at), Some(What::Preposition | What::Clause)) {
            at =
                (at..self.pieces.len()).take(WINDOW).find(|&piece| matches!(self.pieces[piece].what, What::Comma))? + 1;
        }
        Some(at)
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
        // "admitted losing 11 men" is no such one.
        let happened = |token: usize| {
            self.view.words.all(token, Class::Cue).any(|(_, row)| self.view.lexicon.cues[row].form != VerbForm::Ing)
        };
        self.view.can_be(self.token(at), pos::PARTICIPLE)
            && self.what(at + 1).is_some()
            && self.view.has(self.token(at + 1), Class::Cue)
            && happened(self.token(at + 1))
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
