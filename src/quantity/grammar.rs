//! Small words of grammar that several rules ask for.

use crate::lexicon::WordId;
use crate::lexicon::keyword::{self as kw, WordSet};

/// Words that say whose.
pub(super) const OWNERS: &[WordId] = &[kw::HIS, kw::HER, kw::THEIR, kw::ITS, kw::MY, kw::OUR];
pub(super) const OWNER_SET: WordSet = WordSet::of(OWNERS);

/// Forms of "be".
pub(super) const BE: &[WordId] = &[kw::IS, kw::ARE, kw::WAS, kw::WERE, kw::BE, kw::BEEN, kw::BEING];

/// Forms of "be" and "get", which make a passive.
pub(super) const PASSIVE: WordSet = WordSet::of(BE).or(WordSet::of(&[kw::GET, kw::GETS, kw::GOT, kw::GETTING]));

/// A verb of being or having, never part of a noun phrase: "14 were children".
pub(super) const BE_HAVE_DO: WordSet =
    WordSet::of(BE).or(WordSet::of(&[kw::HAVE, kw::HAS, kw::HAD, kw::DO, kw::DOES, kw::DID]));

/// All verbs that help another.
pub(super) const AUXILIARIES: WordSet = PASSIVE.or(BE_HAVE_DO).or(WordSet::of(&[kw::HAVING]));
