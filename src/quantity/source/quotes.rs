//! Quotations: where they open and close, and whose words they are.

use std::cell::Cell;

use super::super::Quantity;
use super::super::clause::{Pieces, What};
use super::super::outline::{QUOTE, Text};
use super::memory::Memory;
use super::speaker::{Reader, Speaker};
use super::{Claim, Speech, near};
use crate::lexicon::keyword as kw;
use crate::record::EntityKind;
use crate::text::Shape;

/// A stretch between quotation marks with its speaker.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quote {
    pub first: u32,
    pub speaker: Option<Speaker>,
}

/// The quotations of a text, as far as they are known.
#[derive(Default)]
pub(super) struct Quotes {
    found: bool,
    list: Vec<Stretch>,
}

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    /// The tokens between the marks.
    tokens: (u32, u32),
    /// The sentences that the marks stand in.
    sentences: (u32, u32),
    /// Whose words they are, once that was asked for.
    told: Option<Told>,
}

/// Whose words a quotation holds, and who spoke last in any up to there, with the sentence where that ended.
#[derive(Clone, Copy, Debug)]
struct Told {
    speaker: Option<Speaker>,
    heard: Option<(Speaker, u32)>,
}

/// How many sentences a quotation may stand from the one before for its speaker to go on.
const SENTENCES_BACK: u32 = 2;

impl Quotes {
    /// Forgets the text before.
    pub fn clear(&mut self) {
        self.found = false;
        self.list.clear();
    }

    /// Finds the quotations of a text. A mark opens when a word stands directly behind it and none directly before.
    fn find(&mut self, text: Text, pieces: &mut Pieces, list: &[Quantity]) {
        self.found = true;
        let view = text.view;
        let mut open: Option<(u32, u32)> = None;
        for (sentence, tokens) in view.sentences.iter().enumerate() {
            let sentence = sentence as u32;
            if !text.held(sentence).marked(QUOTE) {
                continue;
            }
            for token in tokens.range() {
                if view.id(token) != kw::QUOTE || !stands_alone(text, pieces, list, sentence, token) {
                    continue;
                }
                let (token, opens) = (token as u32, !view.glued(token) && view.glued(token + 1));
                match open {
                    Some((first, from)) if !opens => {
                        open = None;
                        self.list.push(Stretch { tokens: (first, token), sentences: (from, sentence), told: None });
                    }
                    None if opens => open = Some((token + 1, sentence)),
                    // Each paragraph of a quotation opens anew, and only the last is closed.
                    Some((first, from)) if token == tokens.first && sentence > from => {
                        self.list.push(Stretch { tokens: (first, token), sentences: (from, sentence - 1), told: None });
                        open = Some((token + 1, sentence));
                    }
                    _ => {}
                }
            }
        }
        // One that is never closed is sure of its own sentence alone.
        if let Some((first, from)) = open {
            let tokens = (first, view.sentences[from as usize].last);
            self.list.push(Stretch { tokens, sentences: (from, from), told: None });
        }
    }
}

/// Whether a mark is a piece of its own, and not within a name or a number phrase.
fn stands_alone(text: Text, pieces: &mut Pieces, list: &[Quantity], sentence: u32, token: usize) -> bool {
    let at = list.partition_point(|quantity| !quantity.implicit && (quantity.end as usize) <= token);
    let counted = list.get(at).is_some_and(|quantity| (quantity.first as usize) <= token);
    let plain = text.entities.at(token).is_none() && text.times.at(token).is_none() && !counted;
    plain || {
        let pieces = pieces.ready(text, list, sentence);
        let at = pieces.partition_point(|piece| (piece.first as usize) < token);
        pieces.get(at).is_some_and(|piece| piece.first as usize == token && piece.what == What::Quote)
    }
}

impl Speech {
    /// The quotation that a token stands in.
    pub(super) fn quote(&mut self, text: Text, pieces: &mut Pieces, list: &[Quantity], token: u32) -> Option<Quote> {
        if !self.quotes.found {
            self.quotes.find(text, pieces, list);
        }
        let end = self.quotes.list.partition_point(|quote| quote.tokens.0 <= token);
        let index = end.checked_sub(1).filter(|&index| token < self.quotes.list[index].tokens.1)?;
        Some(Quote { first: self.quotes.list[index].tokens.0, speaker: self.speaker(text, pieces, list, index) })
    }

    /// Whose words a quotation holds: those of a claim that reaches it, else of whoever spoke shortly before.
    fn speaker(&mut self, text: Text, pieces: &mut Pieces, list: &[Quantity], index: usize) -> Option<Speaker> {
        if let Some(known) = self.quotes.list[index].told {
            return known.speaker;
        }
        // Back to the nearest that has a speaker of its own, is known, or that nothing before can reach…
        let mut first = index;
        let mut own = self.whose(text, pieces, list, first);
        let mut heard = None;
        while own.is_none()
            && let Some(before) = first.checked_sub(1)
            && self.quotes.list[first].sentences.0 <= self.quotes.list[before].sentences.1 + SENTENCES_BACK
        {
            if let Some(known) = self.quotes.list[before].told {
                heard = known.heard;
                break;
            }
            first = before;
            own = self.whose(text, pieces, list, first);
        }
        // 'X said he was sure. "There will be 100 jobs."': whoever spoke in the sentence before goes on.
        if own.is_none() && heard.is_none() {
            own = self.spoke_before(text, pieces, list, first);
        }
        // … and on from there.
        for at in first..=index {
            let Stretch { tokens, sentences: (from, to), .. } = self.quotes.list[at];
            let mut speaker = if at == first { own } else { None };
            // A quotation of a few words within a sentence says nothing of who speaks next.
            if speaker.is_none()
                && let Some((before, last)) = heard
                && from <= last + SENTENCES_BACK
                && text.view.sentences[from as usize].first + 1 == tokens.0
            {
                speaker = Some(before);
            }
            if let Some(speaker) = speaker {
                heard = Some((speaker, to));
            }
            self.quotes.list[at].told = Some(Told { speaker, heard });
        }
        self.quotes.list[index].told.and_then(|told| told.speaker)
    }

    /// Who spoke in the sentence before that of a quotation which a sentence begins with.
    fn spoke_before(&mut self, text: Text, pieces: &mut Pieces, list: &[Quantity], index: usize) -> Option<Speaker> {
        let Stretch { tokens: (first, _), sentences: (from, _), .. } = self.quotes.list[index];
        let before = from.checked_sub(1).filter(|_| text.view.sentences[from as usize].first + 1 == first)?;
        if !text.says(before) {
            return None;
        }
        let claim = self.ready(text, pieces, list, before).0.iter().rfind(|claim| !claim.cites)?;
        Some(claim.speaker)
    }

    /// Whose words stand between two marks: the claim that reaches its end from behind, or its beginning from before.
    fn whose(&mut self, text: Text, pieces: &mut Pieces, list: &[Quantity], index: usize) -> Option<Speaker> {
        let Stretch { tokens: (first, end), sentences: (from, to), .. } = self.quotes.list[index];
        // Words of saying inside the quotation are the speaker's own.
        let outside = |claim: &&Claim| claim.verb.0 < first || claim.verb.0 >= end;
        let within = |range: (u32, u32), token: u32| range.0 <= token && token < range.1;
        let last = end.saturating_sub(1);
        let back = near(self.ready(text, pieces, list, to).0, last)
            .iter()
            .filter(outside)
            .find(|claim| within(claim.back, last))
            .map(|claim| claim.speaker);
        back.or_else(|| {
            near(self.ready(text, pieces, list, from).0, first)
                .iter()
                .filter(outside)
                .rfind(|claim| within(claim.forward, first))
                .map(|claim| claim.speaker)
        })
        .or_else(|| self.few_words(text, pieces, list, index))
    }

    /// A few words in quotation marks are those of whom the sentence is about: 'Ana Ruiz called it "a crime against 12 men"'.
    fn few_words(&mut self, text: Text, pieces: &mut Pieces, list: &[Quantity], index: usize) -> Option<Speaker> {
        let Stretch { tokens: (first, _), sentences: (from, to), .. } = self.quotes.list[index];
        let small = text.view.shape(first as usize) == Shape::Lower;
        // 'Ana Ruiz was blunter: "We have three days."'
        let colon = first > 1 && text.view.is(first as usize - 2, &[kw::COLON]);
        if !colon && (from != to || !small) {
            return None;
        }
        pieces.ready(text, list, from);
        let asked = Cell::new(false);
        let Text { view, entities, .. } = text;
        let memory = Memory::default();
        let reader = Reader { view, entities, pieces: pieces.of(from), memory, asked: &asked, named: self.named };
        let subject = reader.main_subject()?;
        let named = match subject.speaker {
            Speaker::Entity(index) => {
                matches!(entities.list[index as usize].kind, EntityKind::Person | EntityKind::Agency)
            }
            Speaker::Words(..) => false,
        };
        (named && reader.pieces[subject.end - 1].end < first).then_some(subject.speaker)
    }
}
