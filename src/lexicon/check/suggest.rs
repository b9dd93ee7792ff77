//! What was probably meant.

/// The word of a list that is nearest to what was written; none where nothing is near.
pub(super) fn nearest<'l>(written: &str, list: impl IntoIterator<Item = &'l str>) -> Option<&'l str> {
    let written = written.to_lowercase();
    // A third of the letters may be wrong, two at the least: "solider", "ministery".
    let limit = (written.chars().count() / 3).max(2);
    list.into_iter()
        .map(|word| (strsim::osa_distance(&written, &word.to_lowercase()), word))
        .filter(|(distance, word)| *distance <= limit && *distance < word.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// "did you mean X?", else what else there is to say.
pub(super) fn did_you_mean<'l>(
    written: &str,
    list: impl IntoIterator<Item = &'l str>,
    otherwise: impl FnOnce() -> String,
) -> String {
    match nearest(written, list) {
        Some(word) => format!("did you mean \"{word}\"?"),
        None => otherwise(),
    }
}

/// A name as the second half of an id: "Médecins du Monde" → "medecins-du-monde".
pub(super) fn slug(name: &str) -> String {
    let mut folded = String::new();
    crate::text::fold_into(name, &mut folded);
    let words: Vec<&str> = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_finds_its_word_and_another_word_does_not() {
        let list = ["soldier", "police", "militant"];
        assert_eq!(nearest("solider", list), Some("soldier"));
        assert_eq!(nearest("Polise", list), Some("police"));
        assert_eq!(nearest("giraffe", list), None);
        assert_eq!(nearest("x", ["ab"]), None);
    }

    #[test]
    fn a_slug_is_plain_letters_and_hyphens() {
        assert_eq!(slug("Médecins du Monde (MdM)"), "medecins-du-monde-mdm");
    }
}
