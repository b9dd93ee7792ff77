//! The few words that rules of grammar name: they have fixed ids, so that a rule compares integers.
//! What a word *means* is never listed here; that is in `lexicons/`.

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

keywords! {
    COMMA ",", DOT ".", SEMICOLON ";", COLON ":", HYPHEN "-", QUOTE "\"", APOSTROPHE "'", OPEN "(", CLOSE ")",
    OPEN_SQUARE "[", CLOSE_SQUARE "]", SLASH "/", PERCENT_SIGN "%", DOLLAR "$", PLUS_SIGN "+", HASH "#", AMPERSAND "&",
    QUESTION "?", EXCLAMATION "!", POSSESSIVE "'s", ELLIPSIS "...", AT_SIGN "@", EQUALS "=", TILDE "~", ASTERISK "*",
    A "a", AN "an", THE "the", THIS "this", THAT "that", THESE "these", THOSE "those",
    OF "of", IN "in", ON "on", AT "at", BY "by", TO "to", FROM "from", FOR "for", WITH "with", NEAR "near", INTO "into",
    BETWEEN "between", AMONG "among", PER "per", THAN "than", AS "as", OUT "out", OFF "off", UP "up", DOWN "down",
    OVER "over", UNDER "under", AFTER "after", BEFORE "before", SINCE "since", UNTIL "until", DURING "during",
    INSIDE "inside", OUTSIDE "outside", AROUND "around", TOWARDS "towards", TOWARD "toward", ACROSS "across",
    AGAINST "against", WITHIN "within", THROUGH "through", VIA "via", ABOUT "about", WITHOUT "without",
    AND "and", OR "or", BUT "but", NOR "nor", WHILE "while", WHEN "when", WHERE "where", WHO "who", WHOM "whom",
    WHICH "which", WHOSE "whose", IF "if", BECAUSE "because", WHAT "what", HOW "how",
    IS "is", ARE "are", WAS "was", WERE "were", BE "be", BEEN "been", BEING "being", GET "get", GETS "gets", GOT "got",
    GETTING "getting", HAVE "have", HAS "has", HAD "had", HAVING "having", DO "do", DOES "does", DID "did",
    HE "he", SHE "she", IT "it", THEY "they", THEM "them", THEIR "their", HIS "his", HER "her", ITS "its", WE "we", I "i",
    YOU "you", HIM "him", US "us", OUR "our", MY "my",
    NO "no", NOT "not", NONE "none", NEITHER "neither", NEVER "never", NOBODY "nobody", ONE "one", HALF "half",
    MORE "more", LESS "less", FEWER "fewer", OTHER "other", OTHERS "others", ANOTHER "another", FURTHER "further",
    ALL "all", BOTH "both", EACH "each", EVERY "every", SOME "some", ANY "any", MOST "most", EITHER "either",
    TOTAL "total", TOLL "toll", NUMBER "number", LEAVE "leave", LEAVES "leaves", LEAVING "leaving", LEFT "left",
    LEAST "least", FEW "few", COUPLE "couple", MANY "many", SEVERAL "several", OLD "old", YEAR "year", YEARS "years", AGED "aged", AGE "age", AGO "ago",
    LATER "later", EARLIER "earlier", MEMBER "member", MEMBERS "members", PEOPLE "people", PERSON "person",
    CASE "case", TIME "time", TIMES "times", DAY "day", ST "st", ND "nd", RD "rd", TH "th", S "s", HUNDRED "hundred",
    THOUSAND "thousand", MILLION "million", DOZEN "dozen", DOZENS "dozens", AM "am", PM "pm", A_M "a.m", P_M "p.m",
    VS "vs", V "v", JR "jr", SR "sr", VILLAGE "village", CITY "city", TOWN "town", NAMED "named", CALLED "called",
    LIKE "like", SAID "said", ACCORDING "according", TOGETHER "together", THERE "there", HERE "here", ALSO "also",
    INCLUDING "including", FORMER "former", LATE "late", THEN "then", JUST "just", ONLY "only", EVEN "even", WELL "well",
    RANGING "ranging", BACK "back", SEA "sea", SOUTH "south", NORTH "north", EAST "east", WEST "west", NEW "new",
    NORTHERN "northern", SOUTHERN "southern", EASTERN "eastern", WESTERN "western", CENTRAL "central",
    SOLD "sold", RATE "rate", LOST "lost", STRONG "strong", MAN "man", ODD "odd", PLUS "plus",
    AL "al", EL "el", BIN "bin", IBN "ibn", BINT "bint", VAN "van", VON "von", DER "der", DEN "den", DE "de", LA "la",
    DEL "del", DA "da", DOS "dos", DI "di", DU "du", UL "ul", ABU "abu", TER "ter", OULD "ould",
    TILL "till", THROUGHOUT "throughout", HOUR "hour", HOURS "hours", MINUTE "minute", MINUTES "minutes", SECOND "second",
    SECONDS "seconds", ENDING "ending", ENDED "ended", RECENT "recent", LAST "last", HRS "hrs", EARLY "early",
    CIRCA "circa", SAW "saw", FINAL "final", FALL "fall",
    RAISE "raise", RAISED "raised", RAISES "raises", RAISING "raising", TURNED "turned", TURNS "turns",
    MINUS "minus", NEGATIVE "negative", X "x", BELOW "below", ABOVE "above",
}
