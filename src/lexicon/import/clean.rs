//! Names as our files write them: no bars, no stray blanks, small guards, ids made from names.

use super::codes::{self, folded};

/// A name fit for a cell.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub text: String,
    /// The flags that stood behind it ("context").
    pub flags: String,
    /// Whether more than blanks at the ends had to go.
    pub cleaned: bool,
}

/// A cell of free text: control characters and bars go, blanks are single.
pub(super) fn cell(raw: &str) -> String {
    spaced(raw, |c| c == '|').0
}

/// The text with single blanks, and whether anything inside changed.
fn spaced(raw: &str, bad: impl Fn(char) -> bool) -> (String, bool) {
    let raw = raw.trim_matches(|c: char| c.is_whitespace() || invisible(c));
    let mut out = String::with_capacity(raw.len());
    let mut changed = false;
    for c in raw.chars() {
        let blank = c.is_whitespace() || c.is_control() || bad(c);
        if invisible(c) && !c.is_control() {
            changed = true;
        } else if !blank {
            out.push(c);
        } else if out.is_empty() || out.ends_with(' ') {
            changed = true;
        } else {
            out.push(' ');
            changed |= c != ' ';
        }
    }
    out.truncate(out.trim_end().len());
    (out, changed)
}

/// Characters without a width, byte order marks, replacement characters.
fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{e000}'..='\u{f8ff}' | '\u{feff}' | '\u{fffd}')
}

/// Cleans a name. None where nothing is left that has a letter.
pub(super) fn name(raw: &str) -> Option<Name> {
    let (mut text, mut cleaned) = spaced(raw, |c| c == '|');
    let mut flags = String::new();
    if let Some((before, behind)) = text.strip_suffix(']').and_then(|text| text.split_once(" [")) {
        let known = |flag: &str| matches!(flag, "context" | "title" | "exact");
        if !behind.is_empty() && behind.split([' ', ',']).all(known) {
            (flags, text) = (behind.to_owned(), before.to_owned());
        }
    }
    if text.contains(['[', ']']) {
        text = text.replace('[', "(").replace(']', ")");
        cleaned = true;
    }
    if let Some(inner) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        text = inner.trim().to_owned();
        cleaned = true;
    }
    let text = text.trim_matches([',', ';']).trim_start_matches('#').trim().to_owned();
    text.chars().any(char::is_alphabetic).then_some(Name { text, flags, cleaned })
}

/// The flag that a name needs, where it could be taken for a common word.
pub(super) fn guard(name: &str) -> Option<&'static str> {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (Some(name), None) = (words.next(), words.next()) else { return None };
    let folded = folded(name);
    if folded.chars().count() > 1 && !codes::common(&folded) {
        return None;
    }
    let capitals = name.chars().count() > 1 && name.chars().all(char::is_uppercase);
    Some(if capitals { "exact" } else { "context" })
}

/// A name without the article that our files leave out, unless a common word alone would be left.
pub(super) fn without_article(name: &str) -> &str {
    let rest = ["The ", "the ", "THE "].iter().find_map(|article| name.strip_prefix(article));
    rest.filter(|rest| rest.chars().any(char::is_alphabetic) && guard(rest).is_none()).unwrap_or(name)
}

/// The part of an id that a name gives: "Green Lantern Relief" is "green-lantern-relief".
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in folded(name).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if c.is_alphanumeric() {
            // Other scripts keep their letters: an id need not be ASCII to be stable.
            slug.push(c);
        } else if c != '\'' && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Names that differ in nothing that matching looks at have the same key.
pub(super) fn key(name: &str) -> String {
    folded(name).replace('-', " ")
}

/// How narrowly a name asks for capitals: an alias in capitals matches less than one in lower case.
pub(super) fn capitals(name: &str) -> usize {
    name.chars().filter(|c| c.is_uppercase()).count()
}

/// Whether all letters are Latin.
pub(super) fn latin(name: &str) -> bool {
    name.chars().filter(|c| c.is_alphabetic()).all(|c| {
        matches!(c, '\u{0}'..='\u{24f}' | '\u{2b0}'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}')
    })
}

/// Spells an all-capitals name as news does ("ABDUL_AZIZ AL-HAKIM" is "Abdul Aziz al-Hakim"). Short single words stay as
/// they are: they are acronyms.
pub(super) fn respell(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let alone = !name.contains([' ', '-']);
    let words: Vec<String> = name.split(' ').map(|word| respell_word(word, alone)).collect();
    let text = words.join(" ");
    // A particle that begins an English name is a word like any other.
    match text.split_once(' ') {
        Some((first, rest)) if matches!(first, "the" | "of" | "and" | "for" | "in" | "on" | "at" | "to") => {
            format!("{} {rest}", titled(first))
        }
        _ => text,
    }
}

fn respell_word(word: &str, alone: bool) -> String {
    if word.contains('-') {
        return word.split('-').map(|part| respell_word(part, false)).collect::<Vec<_>>().join("-");
    }
    let lower = word.to_lowercase();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let vowels = lower.chars().any(|c| "aeiouy".contains(c));
    let acronym = word.contains(['.', '/', '&']) || (alone && letters <= 4 && !codes::personal(&titled(&lower)));
    if acronym || (letters > 1 && letters <= 5 && !vowels) {
        return word.to_owned();
    }
    if codes::code("particle", &lower).is_some() && !alone {
        return lower;
    }
    for (prefix, spelled) in [("mc", "Mc"), ("o'", "O'"), ("d'", "d'")] {
        if let Some(rest) = lower.strip_prefix(prefix).filter(|rest| rest.len() > 2) {
            return format!("{spelled}{}", titled(rest));
        }
    }
    titled(&lower)
}

fn titled(lower: &str) -> String {
    let mut chars = lower.chars();
    let mut out = String::with_capacity(lower.len());
    // A bracket or quote may stand before the first letter.
    for c in chars.by_ref() {
        if c.is_alphanumeric() {
            out.extend(c.to_uppercase());
            break;
        }
        out.push(c);
    }
    out.push_str(chars.as_str());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(raw: &str) -> (String, String, bool) {
        let name = name(raw).unwrap();
        (name.text, name.flags, name.cleaned)
    }

    #[test]
    fn bars_tabs_and_control_characters_become_single_blanks() {
        assert_eq!(cleaned("Aid|Now"), ("Aid Now".into(), String::new(), true));
        assert_eq!(cleaned("\u{feff} Aid\t Now\u{0}\n"), ("Aid Now".into(), String::new(), true));
        assert_eq!(cleaned(" Aid Now "), ("Aid Now".into(), String::new(), false));
    }

    #[test]
    fn flags_stay_and_other_square_brackets_become_round() {
        assert_eq!(cleaned("Reading [context]"), ("Reading".into(), "context".into(), false));
        assert_eq!(cleaned("Harbour [old]"), ("Harbour (old)".into(), String::new(), true));
    }

    #[test]
    fn what_has_no_letter_is_no_name() {
        for raw in ["", "  ", "|", "1994", "--"] {
            assert_eq!(name(raw), None, "{raw:?}");
        }
    }

    #[test]
    fn common_words_are_guarded_by_how_they_are_written() {
        let rows = [
            ("Reading", Some("context")),
            ("WHO", Some("exact")),
            ("Kumasi", None),
            ("Reading Town", None),
            ("Y", Some("context")),
        ];
        for (name, flag) in rows {
            assert_eq!(guard(name), flag, "{name}");
        }
    }

    #[test]
    fn the_article_goes_where_the_name_stands_without_it() {
        assert_eq!(without_article("The World Bank"), "World Bank");
        assert_eq!(without_article("The Who"), "The Who");
    }

    #[test]
    fn capitals_are_respelled_as_news_writes_them() {
        for (dictionary, news) in [
            ("HAMID KARZAI", "Hamid Karzai"),
            ("ABDUL AZIZ AL-HAKIM", "Abdul Aziz al-Hakim"),
            ("MINISTRY OF DEFENSE", "Ministry of Defense"),
            ("THE EUROPEAN UNION", "The European Union"),
            ("JOHN MCCAIN", "John McCain"),
            ("FARC", "FARC"),
            ("U.N. MONITOR", "U.N. Monitor"),
            ("BOKO HARAM", "Boko Haram"),
            ("Boutros Ghali", "Boutros Ghali"),
        ] {
            assert_eq!(respell(dictionary), news);
        }
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Médecins Sans Frontières (MSF)"), "medecins-sans-frontieres-msf");
        assert_eq!(slug("O'Brien & Sons"), "obrien-sons");
    }
}
