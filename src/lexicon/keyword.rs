//! The few words that rules of grammar name: they have fixed ids, so that a rule compares integers.
//! What a word *means* is never listed here; that is in `lexicons/`.

use super::sense::Class;
use super::vocab::WordId;

macro_rules! keywords {
    ($($name:ident $word:literal),* $(,)?) => {
        /// The words in the order of their ids.
        pub(super) const WORDS: &[&str] = &[$($word),*];
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Index { $($name),* }
        $(pub(crate) const $name: WordId = WordId(Index::$name as u32 + 1);)*
    };
}

/// Whether a word is a keyword.
#[inline]
pub(super) fn is_keyword(word: WordId) -> bool {
    (word.0.wrapping_sub(1) as usize) < WORDS.len()
}

/// Some of the keywords: one test of a bit for lists of many.
#[derive(Clone, Copy)]
pub(crate) struct WordSet([u64; WordSet::BLOCKS]);

impl WordSet {
    const BLOCKS: usize = WORDS.len() / 64 + 1;

    pub const fn of(words: &[WordId]) -> Self {
        let mut blocks = [0; WordSet::BLOCKS];
        let mut at = 0;
        while at < words.len() {
            let id = words[at].0 as usize;
            blocks[id / 64] |= 1 << (id % 64);
            at += 1;
        }
        WordSet(blocks)
    }

    /// The words of both sets.
    pub const fn or(mut self, other: WordSet) -> Self {
        let mut block = 0;
        while block < WordSet::BLOCKS {
            self.0[block] |= other.0[block];
            block += 1;
        }
        self
    }

    /// Whether a word is one of them.
    #[inline]
    pub fn has(&self, word: WordId) -> bool {
        let id = word.0 as usize;
        self.0.get(id / 64).is_some_and(|block| block >> (id % 64) & 1 != 0)
    }
}

keywords! {
    COMMA ",", DOT ".", SEMICOLON ";", COLON ":", HYPHEN "-", QUOTE "\"", APOSTROPHE "'", OPEN "(", CLOSE ")",
    SLASH "/", PERCENT_SIGN "%", PLUS_SIGN "+", HASH "#", AMPERSAND "&", QUESTION "?", POSSESSIVE "'s", AT_SIGN "@",
    EQUALS "=", A "a", AN "an", THE "the", THIS "this", THAT "that", THESE "these", THOSE "those", OF "of", IN "in",
    ON "on", AT "at", BY "by", TO "to", FROM "from", FOR "for", WITH "with", NEAR "near", INTO "into",
    BETWEEN "between", PER "per", THAN "than", AS "as", OUT "out", OFF "off", UP "up", DOWN "down", OVER "over",
    AFTER "after", BEFORE "before", SINCE "since", UNTIL "until", DURING "during", INSIDE "inside", OUTSIDE "outside",
    AROUND "around", TOWARDS "towards", TOWARD "toward", ACROSS "across", AGAINST "against", WITHIN "within",
    THROUGH "through", ABOUT "about", AND "and", OR "or", WHILE "while", WHEN "when", WHERE "where", WHO "who",
    AMONG "among", WHOM "whom", WHICH "which", WHOSE "whose", IF "if", BECAUSE "because", WHAT "what", IS "is",
    ARE "are", WAS "was", WERE "were", BE "be", BEEN "been", BEING "being", GET "get", GETS "gets", GOT "got",
    GETTING "getting", HAVE "have", HAS "has", HAD "had", HAVING "having", DO "do", DOES "does", DID "did", HE "he",
    SHE "she", IT "it", THEY "they", THEM "them", THEIR "their", HIS "his", HER "her", ITS "its", I "i", HIM "him",
    US "us", OUR "our", MY "my", NO "no", NOT "not", NONE "none", NEVER "never", NOBODY "nobody", ONE "one",
    HALF "half", MORE "more", LESS "less", OTHER "other", OTHERS "others", ANOTHER "another",
    FURTHER "further", BOTH "both", EACH "each", EVERY "every", SOME "some", ANY "any", EITHER "either",
    TOTAL "total", WORKED "worked", WORK "work", CONTINUES "continues", CONTINUE "continue", STILL "still", ALIVE "alive",
    TOLL "toll", NUMBER "number", LEAST "least", FEW "few", COUPLE "couple", OLD "old", YEAR "year", YEARS "years",
    AGED "aged", AGE "age", AGO "ago", LATER "later", EARLIER "earlier", PEOPLE "people", TIME "time", DAY "day",
    ST "st", ND "nd", RD "rd", TH "th", S "s", DOZEN "dozen", AM "am", PM "pm", NAMED "named", CALLED "called",
    ACCORDING "according", ALSO "also", LATE "late", RANGING "ranging", BACK "back", SOUTH "south", NORTH "north",
    EAST "east", WEST "west", NORTHERN "northern", SOUTHERN "southern", EASTERN "eastern", WESTERN "western",
    CENTRAL "central", AL "al", EL "el", BIN "bin", IBN "ibn", BINT "bint", VAN "van", VON "von", DER "der",
    DEN "den", DE "de", LA "la", DEL "del", DA "da", DOS "dos", DI "di", DU "du", UL "ul", ABU "abu", TER "ter",
    OULD "ould", TILL "till", THROUGHOUT "throughout", HOUR "hour", HOURS "hours", MINUTE "minute", MINUTES "minutes",
    SECOND "second", SECONDS "seconds", ENDING "ending", ENDED "ended", RECENT "recent", LAST "last", HRS "hrs",
    EARLY "early", CIRCA "circa", SAW "saw", FINAL "final", FALL "fall", RAISE "raise", RAISED "raised",
    RAISES "raises", RAISING "raising", TURNED "turned", TURNS "turns", MINUS "minus", NEGATIVE "negative", X "x",
    BELOW "below", ABOVE "above", POINT "point", POINTS "points", M "m", SUCH "such", TOOK "took", TAKES "takes",
    TAKE "take", MAKING "making", MADE "made", MAKES "makes", MAKE "make", TIMES "times", AVERAGE "average",
    PACE "pace", RATE "rate", BUT "but", HIGH "high", LOW "low", SCORE "score", GRAND "grand", ZERO "zero",
    PLUS "plus", CARET "^", DOZENS "dozens", K "k", AGES "ages", UNDER "under", FOLLOWING "following",
    UNLESS "unless", CAME "came", COMES "comes", CLOSE_BY "close", NEXT "next", V "v", VS "vs", B "b", C "c",
    LBW "lbw", RUN "run", RACE "race", NEARBY "nearby", NEIGHBORING "neighboring", NEIGHBOURING "neighbouring",
    DOWNTOWN "downtown", MAYOR "mayor", ADD "add", ADDS "adds", ADDED "added", ADDING "adding", MORNING "morning",
    NEITHER "neither", PAIR "pair", TWIN "twin", SHOT "shot", PARENTS "parents", FIGURE "figure", TALLY "tally",
    COUNT "count", REMAIN "remain", REMAINS "remains", REMAINED "remained", ALONG "along", BENEATH "beneath",
    BORDER "border", FRONTIER "frontier", THERE "there", MOST "most", WORST "worst", FIRST "first",
    NORTHEAST "northeast", NORTHWEST "northwest", SOUTHEAST "southeast", SOUTHWEST "southwest", SHORT "short",
    OUTSKIRTS "outskirts", WORLDWIDE "worldwide", GLOBALLY "globally", DESPITE "despite", SAME "same",
    TONNES "tonnes", TONS "tons", PERIOD "period", COMPARED "compared", LOS "los", OPERATION "operation", LOST "lost",
    QUARTER "quarter", ALL "all", CASE "case", CASES "cases", ONTO "onto", LEFT "left", LEAVE "leave", LAS "las",
    DES "des", DELLA "della", POUR "pour", PARA "para", WA "wa", PAR "par", CARDED "carded", FIRED "fired",
    PAST "past", SOMEONE "someone", EVERYBODY "everybody", EVERYONE "everyone", ANYBODY "anybody", ANYONE "anyone",
    PLACE "place", ANTI "anti", PRO "pro", BEHIND "behind", GOVERNOR "governor", GOV "gov", LT "lt", AWAY "away",
}

/// Small words that stand before a surname.
pub(crate) const PARTICLES: WordSet = WordSet::of(&[
    AL, EL, BIN, IBN, BINT, VAN, VON, DER, DEN, DE, LA, DEL, DA, DOS, DI, DU, UL, ABU, TER, OULD, LOS, WA,
]);

/// What a word adds to its mask whatever senses it has.
pub(super) fn mask(word: WordId) -> u32 {
    const ASKED: WordSet = WordSet::of(&[A, AN, THAT, HALF, APOSTROPHE]);
    const NOTED: WordSet = WordSet::of(&[QUOTE, QUESTION, NO, NONE, NOBODY, NEITHER]);
    let bit = |set: &WordSet, bit: u32| if set.has(word) { bit } else { 0 };
    bit(&ASKED, Class::ASKED) | bit(&PARTICLES, Class::PARTICLE) | bit(&NOTED, Class::NOTED)
}
