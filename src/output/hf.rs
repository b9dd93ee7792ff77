//! Tags carried over to the subword tokens of a Hugging Face `tokenizer.json`: training data for fine-tuning.
//!
//! Each document becomes one JSON line:
//!
//! ```json
//! {"id": "a.txt", "tokens": ["[CLS]", "Six", "Nor", "##we", "##gians", "died"], "ids": [1, 40, 77, 78, 90, 12],
//!  "offsets": [[0, 0], [0, 3], [4, 7], [7, 9], [9, 14], [15, 19]], "special_tokens_mask": [1, 0, 0, 0, 0, 0],
//!  "entities": ["O", "O", "B-nationality", "I-nationality", "I-nationality", "O"],
//!  "quantities": ["O", "B-quantity", "I-quantity", "I-quantity", "I-quantity", "O"]}
//! ```
//!
//! - Labels are BIO, in two columns, since a quantity often holds an entity ("six **Norwegians**"): `entities` has
//!   `agency`, `person`, `place` and `nationality`, `quantities` has `quantity`. BIO cannot nest, so of quantities within
//!   one another (an age in "a 15-year-old boy") the outermost is labelled. Implicit quantities ("a soldier was killed")
//!   are labelled like others.
//! - A token is labelled when it shares at least one character with a mention; the first such token gets the `B-`.
//! - `offsets` point into the text, in the unit that was asked for. Special tokens have none of the text: `[0, 0]`, `O`.
//! - Truncation and padding that the tokenizer file asks for are switched off: every token of the text is there.

use std::ops::Range;
use std::path::Path;

use serde::{Deserialize, Serialize};
use tokenizers::pattern::Pattern;
use tokenizers::{PreTokenizedString, PreTokenizer, SplitDelimiterBehavior, Tokenizer};

use super::{Error, Format, Offsets, Workspace};
use crate::record::{Document, EntityKind};

/// Writes tokens, ids, offsets and labels of each document as a JSON line.
pub struct HuggingFace {
    tokenizer: Tokenizer,
    offsets: Offsets,
    with_text: bool,
}

/// One line of output.
#[derive(Serialize)]
struct Labelled<'a> {
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    tokens: &'a [String],
    ids: &'a [u32],
    offsets: &'a [(usize, usize)],
    special_tokens_mask: &'a [u32],
    entities: Vec<&'static str>,
    quantities: Vec<&'static str>,
}

/// The labels of one kind of mention.
#[derive(Clone, Copy)]
struct Labels {
    begin: &'static str,
    inside: &'static str,
}

const OUTSIDE: &str = "O";
const QUANTITY: Labels = Labels { begin: "B-quantity", inside: "I-quantity" };

impl HuggingFace {
    /// Uses a tokenizer, without its truncation and padding.
    ///
    /// # Errors
    /// When the tokenizer does not let itself be set up so.
    pub fn new(mut tokenizer: Tokenizer) -> Result<Self, Error> {
        tokenizer.with_truncation(None).map_err(Error::new)?;
        tokenizer.with_padding(None);
        Ok(HuggingFace { tokenizer, offsets: Offsets::default(), with_text: false })
    }

    /// Reads a `tokenizer.json`.
    ///
    /// # Errors
    /// When the file cannot be read, or holds no tokenizer.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, Error> {
        Self::new(Tokenizer::from_file(path).map_err(Error::new)?)
    }

    /// What offsets count; code points unless told otherwise.
    #[must_use]
    pub fn offsets(self, offsets: Offsets) -> Self {
        HuggingFace { offsets, ..self }
    }

    /// Puts the text itself into each line.
    #[must_use]
    pub fn with_text(self, with_text: bool) -> Self {
        HuggingFace { with_text, ..self }
    }
}

impl Format for HuggingFace {
    fn write(
        &self,
        text: &str,
        document: Document<'_>,
        workspace: &mut Workspace,
        out: &mut Vec<u8>,
    ) -> Result<(), Error> {
        let encoding = self.tokenizer.encode(text, true).map_err(Error::new)?;
        // The tokenizer's own offsets are bytes too; alignment happens in bytes, the unit asked for comes last.
        let mut offsets = encoding.get_offsets().to_vec();
        let entities = document.entities.iter().map(|entity| (entity.start..entity.end, labels_of(entity.kind)));
        let quantities = document.quantities.iter().map(|quantity| (quantity.start..quantity.end, QUANTITY));
        let (entities, quantities) = (label(&offsets, entities), label(&offsets, quantities));

        workspace.offsets.reset(text, self.offsets);
        for (start, end) in &mut offsets {
            (*start, *end) = (workspace.offsets.get(text, *start), workspace.offsets.get(text, *end));
        }
        let line = Labelled {
            id: document.id.as_deref(),
            text: self.with_text.then_some(text),
            tokens: encoding.get_tokens(),
            ids: encoding.get_ids(),
            offsets: &offsets,
            special_tokens_mask: encoding.get_special_tokens_mask(),
            entities,
            quantities,
        };
        serde_json::to_writer(&mut *out, &line).map_err(Error::new)?;
        out.push(b'\n');
        Ok(())
    }
}

fn labels_of(kind: EntityKind) -> Labels {
    match kind {
        EntityKind::Agency => Labels { begin: "B-agency", inside: "I-agency" },
        EntityKind::Person => Labels { begin: "B-person", inside: "I-person" },
        EntityKind::Place => Labels { begin: "B-place", inside: "I-place" },
        EntityKind::Nationality => Labels { begin: "B-nationality", inside: "I-nationality" },
    }
}

/// Gives each token its label. Of mentions that overlap the one that begins first holds, the longer one of two that
/// begin together.
fn label(tokens: &[(usize, usize)], mentions: impl Iterator<Item = (Range<usize>, Labels)>) -> Vec<&'static str> {
    let mut mentions: Vec<_> = mentions.filter(|(range, _)| !range.is_empty()).collect();
    mentions.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut covered = 0;
    mentions.retain(|(range, _)| {
        let free = range.start >= covered;
        if free {
            covered = range.end;
        }
        free
    });

    let mut labels = vec![OUTSIDE; tokens.len()];
    let mut next = 0;
    let mut begun = false;
    // Tokens stand in text order, and so do mentions; tokens without text stand anywhere.
    for (label, &(start, end)) in labels.iter_mut().zip(tokens).filter(|(_, (start, end))| start < end) {
        while mentions.get(next).is_some_and(|(range, _)| range.end <= start) {
            (next, begun) = (next + 1, false);
        }
        if let Some((_, labels)) = mentions.get(next).filter(|(range, _)| range.start < end) {
            *label = if begun { labels.inside } else { labels.begin };
            begun = true;
        }
    }
    labels
}

/// Cuts text where headcount cuts it, as the first step of a Hugging Face pipeline: no subword then straddles the border
/// of a number, a unit or a possessive.
///
/// ```
/// use headcount::output::hf::HeadcountPreTokenizer;
/// use tokenizers::{OffsetReferential, OffsetType, PreTokenizedString, PreTokenizer};
///
/// let mut text = PreTokenizedString::from("Kim's 4.5bn");
/// HeadcountPreTokenizer::default().pre_tokenize(&mut text).unwrap();
/// let words: Vec<&str> =
///     text.get_splits(OffsetReferential::Original, OffsetType::Byte).into_iter().map(|(word, _, _)| word).collect();
/// assert_eq!(words, ["Kim", "'s", "4.5", "bn"]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "Headcount")]
pub struct HeadcountPreTokenizer {}

impl PreTokenizer for HeadcountPreTokenizer {
    fn pre_tokenize(&self, text: &mut PreTokenizedString) -> tokenizers::Result<()> {
        text.split(|_, part| part.split(BetweenTokens, SplitDelimiterBehavior::Removed))
    }
}

/// Matches what stands between our tokens (white space); each token is a stretch of its own.
struct BetweenTokens;

impl Pattern for BetweenTokens {
    fn find_matches(&self, inside: &str) -> tokenizers::Result<Vec<((usize, usize), bool)>> {
        let mut tokens = Vec::new();
        crate::text::tokenize(inside, &mut tokens);
        let mut stretches = Vec::with_capacity(2 * tokens.len() + 1);
        let mut at = 0;
        for token in tokens {
            let (start, end) = (token.start as usize, token.end as usize);
            if at < start {
                stretches.push(((at, start), true));
            }
            stretches.push(((start, end), false));
            at = end;
        }
        if at < inside.len() {
            stretches.push(((at, inside.len()), true));
        }
        Ok(stretches)
    }
}
