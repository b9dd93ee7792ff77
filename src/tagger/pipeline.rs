//! The pipeline: one function that reads like the way of a document.

use std::ops::Range;

use super::{Layers, Scratch, Tagger};
use crate::lexicon::{self, View};
use crate::long::Piece;
use crate::stages::{Clock, Stage};
use crate::text::{split_sentences, tokenize_noting};
use crate::{Date, Document, entity, number, quantity, time, toll};

impl Tagger {
    #[inline]
    pub(super) fn tag_each<'a>(
        &'a self,
        clock: &mut impl Clock,
        texts: &[(&'a str, Option<Date>)],
        scratch: &mut Scratch,
        each: &mut dyn FnMut(Document<'a>),
    ) {
        self.read(clock, texts, scratch);
        // Again stage by stage.
        let names = texts.iter().enumerate().map(|(number, (text, _))| self.named(clock, text, number, scratch));
        let mut documents: Vec<Document> = names.collect();
        for (number, (document, (text, _))) in documents.iter_mut().zip(texts).enumerate() {
            self.count(clock, text, number, scratch, document);
        }
        for (document, layers) in documents.iter_mut().zip(&scratch.layers) {
            document.tolls = toll::of(&self.lexicon, document, &layers.figures, &mut scratch.trace);
            clock.over(Stage::Tolls);
        }
        documents.into_iter().for_each(each);
    }

    /// The way of texts that are read as wholes, up to their records. What was found stays in the work area.
    fn read(&self, clock: &mut impl Clock, texts: &[(&str, Option<Date>)], scratch: &mut Scratch) {
        let lexicon = &*self.lexicon;
        let Scratch { layers, work, trace } = scratch;
        if layers.len() < texts.len() {
            layers.resize_with(texts.len(), Layers::default);
        }
        for (layers, (text, _)) in layers.iter_mut().zip(texts) {
            let Layers { tokens, sentences, words, .. } = layers;
            if tokenize_noting(text, tokens) {
                lexicon.part_money(text, tokens);
            }
            clock.tokens(tokens.len());
            clock.over(Stage::Text);
            lexicon.read(tokens, words);
            clock.over(Stage::Lexicons);
            split_sentences(text, tokens, |token| words.full_stop(token), sentences);
            clock.over(Stage::Text);
        }
        for step in lexicon::STEPS {
            for (layers, (text, _)) in layers.iter_mut().zip(texts) {
                step(lexicon, text, &layers.tokens, &mut layers.words, &mut work.lexicon);
                clock.over(Stage::Lexicons);
            }
        }
        for step in entity::STEPS {
            for (layers, (text, _)) in layers.iter_mut().zip(texts) {
                let Layers { tokens, sentences, words, entities, .. } = layers;
                let view = View { text, tokens, sentences, words, lexicon };
                step(&view, entities, &mut work.entities, trace);
                clock.over(Stage::Entities);
            }
        }
        for (layers, (text, date)) in layers.iter_mut().zip(texts) {
            let Layers { tokens, sentences, words, entities, times, .. } = layers;
            let view = View { text, tokens, sentences, words, lexicon };
            time::find(&view, entities, times, *date, trace);
            clock.over(Stage::Times);
        }
        for (layers, (text, _)) in layers.iter_mut().zip(texts) {
            let Layers { tokens, sentences, words, entities, times, numerals, .. } = layers;
            let view = View { text, tokens, sentences, words, lexicon };
            number::find(&view, entities, times, numerals, trace);
            clock.over(Stage::Numbers);
        }
        for step in quantity::STEPS {
            for (layers, (text, _)) in layers.iter_mut().zip(texts) {
                let Layers { tokens, sentences, words, entities, times, numerals, quantities, .. } = layers;
                let view = View { text, tokens, sentences, words, lexicon };
                let found = quantity::Found { entities, times, numerals };
                step(&view, found, quantities, trace);
                clock.over(Stage::Quantities);
            }
        }
    }

    /// The record of one of the texts that were read: its entities and times.
    fn named<'a>(
        &'a self,
        clock: &mut impl Clock,
        text: &'a str,
        number: usize,
        scratch: &mut Scratch,
    ) -> Document<'a> {
        let (layers, work) = (&mut scratch.layers[number], &mut scratch.work);
        let Layers { tokens, sentences, words, entities, times, .. } = layers;
        let view = View { text, tokens, sentences, words, lexicon: &self.lexicon };
        let document = Document {
            entities: entity::records(&view, entities, &mut work.entities),
            times: time::records(&view, times),
            ..Document::default()
        };
        clock.over(Stage::Records);
        document
    }

    /// Adds the quantities to the record of one of the texts.
    fn count<'a>(
        &'a self,
        clock: &mut impl Clock,
        text: &'a str,
        number: usize,
        scratch: &mut Scratch,
        document: &mut Document<'a>,
    ) {
        let Layers { tokens, sentences, words, entities, times, quantities, figures, .. } = &mut scratch.layers[number];
        let view = View { text, tokens, sentences, words, lexicon: &self.lexicon };
        toll::figures(&view, times, quantities, figures);
        clock.over(Stage::Tolls);
        document.quantities = quantity::records(&view, entities, times, quantities);
        clock.over(Stage::Records);
    }

    /// One stretch of a long text.
    #[inline]
    pub(super) fn piece<'a>(
        &'a self,
        clock: &mut impl Clock,
        text: &'a str,
        range: Range<usize>,
        date: Option<Date>,
        scratch: &mut Scratch,
    ) -> Piece<'a> {
        let (start, text) = (range.start, &text[range]);
        self.read(clock, &[(text, date)], scratch);
        let mut document = self.named(clock, text, 0, scratch);
        self.count(clock, text, 0, scratch, &mut document);
        let Layers { figures, sentences, .. } = &scratch.layers[0];
        Piece { start, document, figures: figures.clone(), sentences: sentences.len() }
    }
}
