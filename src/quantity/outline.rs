//! The outline of a text: what each sentence holds at all. Most sentences hold no figure and nobody who is hit, or none
//! of what a rule asks for; with the outline they are passed over unread.

use super::chunk::may_take;
use super::clause::{clausal, puts};
use super::{Quantity, noun};
use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::{Class, CueWord, Frame, ReportFrame, TitleKind, pos};
use crate::number::Numerals;
use crate::record::{EntityKind, Role};
use crate::text::{Kind, Sentence};
use crate::time::{Expression, Times};

/// What every rule reads: the text and what was found in it before.
#[derive(Clone, Copy)]
pub(super) struct Text<'r, 's, 'a> {
    pub view: &'r View<'s, 'a>,
    pub entities: &'r Entities,
    pub times: &'r Times,
    pub outline: &'r Outline,
}

/// What the sentences of a text hold.
#[derive(Default)]
pub(super) struct Outline {
    sentences: Vec<Held>,
    classes: u32,
    /// Tokens that say "no", "none", "neither" or "nobody", in order.
    pub noes: Vec<u32>,
}

/// What a sentence holds.
#[derive(Clone, Copy, Default)]
pub(super) struct Held {
    /// Bits of the masks of its tokens: the classes of words that begin in it, and others.
    classes: u32,
    marks: u8,
}

/// How many tokens may stand before the colon that a sentence opens with.
const OPENING: usize = 5;

/// A quotation mark.
pub(super) const QUOTE: u8 = 1;
/// A question mark.
pub(super) const QUESTION: u8 = 2;

/// Words that tell of one person by themselves, or of two.
const SOMEBODY: WordSet =
    WordSet::of(&[kw::HIM, kw::HER, kw::ANOTHER, kw::COUPLE, kw::PAIR, kw::TWIN, kw::PARENTS, kw::HE, kw::SHE]);

/// Words before nouns that make one person, or two, of a plural.
const ONE_OF: WordSet = WordSet::of(&[kw::A, kw::AN, kw::BOTH]);

/// How far before a noun its owner may stand.
const OWNER: usize = 3;

/// Whether an owner stands before a noun: "UNICEF's latest count", "its count".
fn is_owned(view: &View, noun: usize) -> bool {
    (noun.saturating_sub(OWNER)..noun)
        .any(|token| view.tokens[token].kind == Kind::Possessive || view.is(token, &[kw::ITS]))
}

/// Whether a branch of the tree of things is of single people.
pub(super) fn is_person(branch: &str) -> bool {
    branch.starts_with("person") && !branch.starts_with("person/group")
}

impl Held {
    /// Whether a word of the class begins in the sentence.
    #[inline]
    pub fn has(self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }

    /// Whether one of the marks stands in it.
    #[inline]
    pub fn marked(self, marks: u8) -> bool {
        self.marks & marks != 0
    }
}

impl Outline {
    /// Goes over a text once.
    pub fn read(&mut self, view: &View) {
        self.sentences.clear();
        self.noes.clear();
        self.classes = 0;
        for sentence in view.sentences {
            let masks = &view.words.masks[sentence.range()];
            let classes = masks.iter().fold(0, |classes, mask| classes | mask);
            let mut held = Held { classes, marks: 0 };
            if classes & Class::NOTED != 0 {
                let noted = (sentence.first as usize..).zip(masks).filter(|(_, mask)| *mask & Class::NOTED != 0);
                for (token, _) in noted {
                    match view.id(token) {
                        kw::QUOTE => held.marks |= QUOTE,
                        kw::QUESTION => held.marks |= QUESTION,
                        kw::NO | kw::NONE | kw::NOBODY | kw::NEITHER => self.noes.push(token as u32),
                        _ => {}
                    }
                }
            }
            self.classes |= classes;
            self.sentences.push(held);
        }
    }

    /// What a sentence holds.
    #[inline]
    pub fn of(&self, sentence: usize) -> Held {
        self.sentences[sentence]
    }

    /// Whether a word of the class begins anywhere.
    pub fn any(&self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }
}

impl Text<'_, '_, '_> {
    /// Whether anything may be counted in a text, or anybody hit.
    pub fn may_count(&self, numerals: &Numerals) -> bool {
        !numerals.list.is_empty() || !self.outline.noes.is_empty() || self.outline.any(Class::Cue)
    }

    fn tokens(&self, sentence: u32) -> Sentence {
        self.view.sentences[sentence as usize]
    }

    /// What a sentence holds.
    #[inline]
    pub fn held(&self, sentence: u32) -> Held {
        self.outline.of(sentence as usize)
    }

    /// The times that stand in a sentence.
    pub fn times(&self, sentence: u32) -> impl Iterator<Item = &'_ Expression> + '_ {
        let (tokens, list) = (self.tokens(sentence), &self.times.list);
        let at = list.partition_point(|time| time.end <= tokens.first);
        list[at..].iter().take_while(move |time| time.first < tokens.last)
    }

    /// The places named in a sentence.
    pub fn places(&self, sentence: u32) -> impl Iterator<Item = usize> + '_ {
        let (tokens, list) = (self.tokens(sentence), &self.entities.list);
        let at = list.partition_point(|named| named.end <= tokens.first);
        (at..list.len())
            .take_while(move |&index| list[index].first < tokens.last)
            .filter(|&index| list[index].kind == EntityKind::Place)
    }

    /// The tokens of a sentence where a word of the class begins.
    pub fn all(&self, sentence: u32, class: Class) -> impl Iterator<Item = usize> + '_ {
        self.all_of(sentence, class.bit())
    }

    /// The tokens of a sentence with one of some bits of the mask.
    fn all_of(&self, sentence: u32, bits: u32) -> impl Iterator<Item = usize> + '_ {
        let range = if self.held(sentence).classes & bits != 0 { self.tokens(sentence).range() } else { 0..0 };
        let first = range.start;
        let masks = self.view.words.masks[range].iter().enumerate();
        masks.filter(move |(_, mask)| *mask & bits != 0).map(move |(at, _)| first + at)
    }

    /// Whether words of saying may name a speaker in a sentence.
    pub fn says(&self, sentence: u32) -> bool {
        let view = self.view;
        self.all_of(sentence, Class::SAYS).any(|token| {
            view.words.all(token, Class::Report).any(|(end, row)| match view.lexicon.reports[row] {
                frame if !frame.may_speak() => false,
                ReportFrame::Puts => puts(view, end),
                ReportFrame::Clause => clausal(view, token, end),
                ReportFrame::Figures => is_owned(view, token),
                _ => true,
            })
        })
    }

    /// Whether a word such as "including" stands in a sentence.
    pub fn parts(&self, sentence: u32) -> bool {
        self.held(sentence).classes & Class::PARTS != 0
    }

    /// Whether a cue of a sentence can hit somebody who is in none of its `numbers`. Nouns ("the death") do where "of", a
    /// colon, another cue, or a word that sets parts apart may follow.
    pub fn may_hit(&self, sentence: u32, numbers: &[Quantity]) -> bool {
        let view = self.view;
        let mut somebody = None;
        let hits = |token: usize| {
            let Some((end, _)) = view.longest(token, Class::Cue) else { return false };
            let (mut counts, mut verb, mut taking) = (false, false, false);
            let cues = || view.words.all(token, Class::Cue).map(|(cue_end, row)| (cue_end, &view.lexicon.cues[row]));
            let counts_one = |cue: &CueWord| cue.role.is_some_and(Role::counts_one);
            for (cue_end, cue) in cues() {
                counts |= counts_one(cue);
                verb |= cue_end == end && !matches!(cue.frame, Frame::Event | Frame::Toll | Frame::Taken | Frame::None);
                taking |= matches!(cue.role, Some(Role::Killed | Role::Kidnapped | Role::Detained));
            }
            let of_people = |cue: &CueWord| counts_one(cue) && self.may_be_of_people(cue, sentence);
            // What costs least is asked first.
            counts
                && (self.is_free(token) && (verb || self.noun_hits(end)) || self.parts(sentence))
                && (cues().any(|(_, cue)| of_people(cue)) || self.may_part(token, sentence))
                && (*somebody.get_or_insert_with(|| self.tells_of_somebody(sentence))
                    || taking && self.takes_somebody(end, sentence))
                && (self.parts(sentence) || may_take(*self, numbers, sentence, token))
        };
        self.all_of(sentence, Class::HITS).any(hits)
    }

    /// Whether a cue may be said of somebody without a figure: of people as such, or of a kind of them that the sentence tells
    /// of where only some are taken or held ("took prisoners"). What takes lives ("claimed") is said of nobody.
    fn may_be_of_people(&self, cue: &CueWord, sentence: u32) -> bool {
        let (words, lexicon) = (self.view.words, self.view.lexicon);
        let fits = |row: usize| lexicon.cue_fit(cue, lexicon.things[row].branch).is_some();
        cue.frame != Frame::Takes
            && lexicon.cue_allows_branch(cue, "person")
            && (!matches!(cue.role, Some(Role::Detained | Role::Kidnapped | Role::Captured))
                || lexicon.people().is_none_or(fits)
                || self
                    .all(sentence, Class::Thing)
                    .any(|token| words.all(token, Class::Thing).any(|(_, row)| fits(row))))
    }

    /// Whether a word may be the first of a cue that what it is said of parts: "took a nurse hostage".
    pub fn may_part(&self, token: usize, sentence: u32) -> bool {
        let view = self.view;
        let ids = &view.words.ids[..self.tokens(sentence).last as usize];
        let rest = ids.get(token + 2..).unwrap_or_default();
        view.leads(token) && view.lexicon.may_part(ids[token], rest, Class::Cue)
    }

    /// Whether a token is in no entity and no time, which are never cut.
    fn is_free(&self, token: usize) -> bool {
        self.entities.at(token).is_none() && self.times.at(token).is_none()
    }

    /// Whether a sentence may tell of somebody without a figure: by a name, a noun of one person, or a pronoun.
    pub fn tells_of_somebody(&self, sentence: u32) -> bool {
        let (view, tokens, list) = (self.view, self.tokens(sentence), &self.entities.list);
        let at = list.partition_point(|named| named.end <= tokens.first);
        let mut within = list[at..].iter().take_while(|named| named.first < tokens.last);
        // "A Palestinian was killed".
        let one = |token: u32| token > 0 && view.is(token as usize - 1, &[kw::A, kw::AN, kw::ANOTHER]);
        if within.any(|named| match named.kind {
            EntityKind::Person => true,
            EntityKind::Nationality => one(named.first),
            _ => false,
        }) {
            return true;
        }
        let lexicon = view.lexicon;
        // The last word that makes one, or two, of a plural too: "a police", "both men".
        let mut one = None;
        tokens.range().any(|token| {
            let id = view.id(token);
            if SOMEBODY.has(id) {
                return true;
            }
            if ONE_OF.has(id) {
                one = Some(token);
            }
            let mask = view.mask(token);
            let person = |row: usize| {
                let thing = &lexicon.things[row];
                let single = !thing.plural || one.is_some_and(|one| token <= one + noun::LONGEST + 1);
                single && is_person(&lexicon.branches[thing.branch as usize])
            };
            mask & Class::Thing.bit() != 0 && view.words.all(token, Class::Thing).any(|(_, row)| person(row))
                || mask & Class::Title.bit() != 0
                    && view.words.all(token, Class::Title).any(|(_, row)| lexicon.titles[row] == TitleKind::Job)
        })
    }

    /// Whether "a" or "an" may begin the object of a cue that ends before a token: no preposition stands between.
    fn takes_somebody(&self, end: usize, sentence: u32) -> bool {
        let view = self.view;
        let cut = Class::Cue.bit() | Class::Connective.bit() | Class::Status.bit() | Class::Report.bit();
        let ends = |token: usize| {
            view.likely(token, pos::PREPOSITION)
                && view.mask(token) & cut == 0
                && view.id(token) != kw::OF
                && self.is_free(token)
                && !noun::starts_noun(view, token)
        };
        let article = |token: &usize| view.is(*token, &[kw::A, kw::AN]);
        (end..self.tokens(sentence).last as usize).take_while(|&token| !ends(token)).any(|token| article(&token))
    }

    /// Whether a noun that is a cue and ends before a token may be said of something that follows.
    pub fn noun_hits(&self, end: usize) -> bool {
        let view = self.view;
        view.is(end, &[kw::OF, kw::SLASH])
            || view.has(end, Class::Connective)
            || view.tokens.get(end).is_some_and(|token| matches!(token.punct(), b':' | b';' | b'-'))
    }

    /// Whether a colon stands near the beginning of a sentence, behind who says the rest.
    pub fn opens_with_colon(&self, sentence: u32) -> bool {
        let tokens = self.tokens(sentence).range();
        tokens.skip(1).take(OPENING).any(|token| self.view.id(token) == kw::COLON)
    }

    /// Whether a sentence may be a headline that names its source behind a dash: no mark closes it.
    pub fn is_headline(&self, sentence: u32, list: &[Quantity]) -> bool {
        let end = self.tokens(sentence).last;
        let last = end as usize - 1;
        let from = list.partition_point(|quantity| !quantity.implicit && quantity.sentence < sentence);
        let (view, entities) = (self.view, self.entities);
        let closed = matches!(view.tokens[last].punct(), b'.' | b'?' | b'!' | b'"' | b',' | b')')
            && entities.at(last).is_none()
            && !list[from..]
                .iter()
                .take_while(|quantity| quantity.sentence == sentence)
                .any(|number| number.end == end);
        let dash = |token: usize| view.id(token) == kw::HYPHEN && !(view.glued(token) && view.glued(token + 1));
        !closed && self.tokens(sentence).range().any(dash)
    }
}
