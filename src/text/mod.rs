//! Text: words and sentences, with offsets that stay those of the original.
//!
//! Words are those of UAX #29 (`unicode-segmentation`), cut further where news needs it: a possessive comes off its
//! word ("Kim's" is "Kim" + "'s"), and digits come off the letters glued behind them ("4.5bn" is "4.5" + "bn").
//! Each token carries the hash of its *folded* form (lower case, no accents, plain quotes and dashes), so that later
//! rooms compare integers and never strings.
//!
//! This room knows nothing of the others.
//!
//! ```
//! use headcount::text::{FullStop, split_sentences, tokenize};
//!
//! let text = "Gen. Kim's unit lost 4.5 tons. Two men died.";
//! let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
//! tokenize(text, &mut tokens);
//! let words: Vec<&str> = tokens.iter().map(|t| t.text(text)).collect();
//! assert_eq!(words[..7], ["Gen", ".", "Kim", "'s", "unit", "lost", "4.5"]);
//!
//! let gen_is_a_title = |word: usize| match tokens[word].text(text) {
//!     "Gen" => FullStop::Never,
//!     _ => FullStop::Ends,
//! };
//! split_sentences(text, &tokens, gen_is_a_title, &mut sentences);
//! assert_eq!(sentences.len(), 2);
//! ```

mod ascii;
mod bounds;
mod byte_class;
mod fold;
mod letters;
mod sentence;
mod token;
mod tokenizer;
mod writer;

#[cfg(feature = "check")]
pub(crate) use fold::is_invisible;
pub use fold::{fold_into, hash_folded, hash_word};
pub use sentence::{FullStop, Sentence, split_sentences};
pub use token::{Kind, Shape, Token};
pub use tokenizer::tokenize;
pub(crate) use tokenizer::tokenize_noting;

/// The slow ways that the fast ones are tested against; not for use.
#[doc(hidden)]
pub mod reference {
    pub use super::bounds::{sentence_bounds, sentence_bounds_uax};
    pub use super::tokenizer::tokenize_uax;
}
