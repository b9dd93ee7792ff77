//! Names added at run time, matched by an `aho-corasick` automaton.
//!
//! The automaton runs over the folded tokens, each written between two marks, so that a match always begins and ends at
//! word boundaries and a phrase of several words matches whatever blanks stand between them. All matches are taken, except those
//! whose letters are not written as their form asks; which of them stay is decided together with those of the tries (`scan`).

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::case::{CaseRule, written_as};
use super::entry::NameForm;
use crate::text::{Token, fold_into, tokenize};

const WORD_START: char = '\u{1}';
const WORD_END: char = '\u{2}';

/// Patterns under construction.
#[derive(Default)]
pub(super) struct Patterns {
    ids: HashMap<String, usize>,
    tokens: Vec<Token>,
    forms: Vec<Vec<NameForm>>,
}

/// The automaton and the forms of each of its patterns.
pub(super) struct Automaton {
    search: AhoCorasick,
    forms: Vec<Vec<NameForm>>,
}

/// The text as the automaton reads it; reused between texts.
#[derive(Default)]
pub(super) struct Haystack {
    folded: String,
    /// Where each written token begins in `folded`, and its index.
    starts: Vec<(u32, u32)>,
    found: Vec<(u32, u32, NameForm)>,
}

impl Haystack {
    /// What was found: first token, token after the last, form.
    pub fn found(&self) -> &[(u32, u32, NameForm)] {
        &self.found
    }
}

/// Writes tokens the way patterns and texts are compared. Hyphens match blanks, so they are left out.
fn write_tokens(text: &str, tokens: &[Token], out: &mut String, mut each: impl FnMut(usize, usize)) {
    for (index, token) in tokens.iter().enumerate().filter(|(_, token)| token.punct() != b'-') {
        each(out.len(), index);
        out.push(WORD_START);
        fold_into(token.text(text), out);
        out.push(WORD_END);
    }
}

impl Patterns {
    pub fn add(&mut self, name: &str, form: NameForm) {
        let mut pattern = String::new();
        tokenize(name, &mut self.tokens);
        write_tokens(name, &self.tokens, &mut pattern, |_, _| ());
        if pattern.is_empty() {
            return;
        }
        let next = self.forms.len();
        let id = *self.ids.entry(pattern).or_insert(next);
        if id == next {
            self.forms.push(Vec::new());
        }
        self.forms[id].push(form);
    }

    /// None where there are no patterns.
    pub fn build(self) -> Option<Automaton> {
        if self.ids.is_empty() {
            return None;
        }
        let mut patterns = vec![String::new(); self.ids.len()];
        for (pattern, id) in self.ids {
            patterns[id] = pattern;
        }
        let search = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(patterns)
            .or_else(|_| AhoCorasick::new([""; 0]))
            .ok()?;
        Some(Automaton { search, forms: self.forms })
    }
}

impl Automaton {
    /// Finds all names whose letters are written as they ask, sorted by where they begin.
    pub fn find(&self, text: &str, tokens: &[Token], haystack: &mut Haystack) {
        let Haystack { folded, starts, found } = haystack;
        folded.clear();
        starts.clear();
        found.clear();
        write_tokens(text, tokens, folded, |at, index| starts.push((at as u32, index as u32)));
        for hit in self.search.find_overlapping_iter(folded.as_str()) {
            let first = starts.partition_point(|(at, _)| (*at as usize) < hit.start());
            let last = starts.partition_point(|(at, _)| (*at as usize) < hit.end()) - 1;
            let (first, end) = (starts[first].1, starts[last].1 + 1);
            for form in &self.forms[hit.pattern().as_usize()] {
                if written_as(CaseRule(form.case.get()), &tokens[first as usize..end as usize]) {
                    found.push((first, end, *form));
                }
            }
        }
        found.sort_by_key(|(first, end, _)| (*first, *end));
    }
}
