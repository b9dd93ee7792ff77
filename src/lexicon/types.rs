//! The types that entries may have, as `lexicons/README.md` describes them: what is checked and what is imported. They
//! are the first strings of every lexicon, so that a rule that asks for a type compares integers.

macro_rules! strings {
    ($($name:ident $string:literal),* $(,)?) => {
        /// The strings in the order of their indexes, from 1 on.
        pub(crate) const STRINGS: &[&str] = &[$($string),*];
        #[allow(dead_code, non_camel_case_types, clippy::upper_case_acronyms)]
        enum Index { $($name),* }
        $(#[allow(dead_code)] pub(crate) const $name: u32 = Index::$name as u32 + 1;)*
    };
}

strings! {
    // Types of places.
    COUNTRY "country", REGION "region", CITY "city", WATER "water", ISLAND "island", MOUNTAIN "mountain", AREA "area",
    FACILITY "facility", CONTINENT "continent",
    // Types of agencies.
    INTELLIGENCE "intelligence", MINISTRY "ministry", MILITARY "military", POLICE "police", MILITANT "militant",
    PARTY "party", LEGISLATURE "legislature", COURT "court", MEDIA "media", IGO "igo", NGO "ngo", COMPANY "company",
    TEAM "team", UNIVERSITY "university", GOVERNMENT "government", BANK "bank", AGENCY "agency",
    // The office of who rules.
    REGIME "regime",
}

/// Types of places.
#[cfg(any(feature = "check", feature = "import"))]
pub(crate) const PLACE_TYPES: &[&str] = STRINGS.split_at(CONTINENT as usize).0;

/// Types of agencies.
#[cfg(any(feature = "check", feature = "import"))]
pub(crate) const AGENCY_TYPES: &[&str] =
    STRINGS.split_at(CONTINENT as usize).1.split_at((AGENCY - CONTINENT) as usize).0;
