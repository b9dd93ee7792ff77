//! The types that entries may have, as `lexicons/README.md` describes them: what is checked and what is imported.

/// Types of places.
pub(crate) const PLACE_TYPES: &[&str] =
    &["country", "region", "city", "water", "island", "mountain", "area", "facility", "continent"];

/// Types of agencies.
pub(crate) const AGENCY_TYPES: &[&str] = &[
    "intelligence",
    "ministry",
    "military",
    "police",
    "militant",
    "party",
    "legislature",
    "court",
    "media",
    "igo",
    "ngo",
    "company",
    "team",
    "university",
    "government",
    "bank",
    "agency",
];
