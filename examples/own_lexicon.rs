//! Names and counted things of your own, beside the bundled ones.
//!
//! Run it with `cargo run --example own_lexicon`. The formats are those of `lexicons/README.md`; files are added with
//! `TaggerBuilder::lexicon`, and `headcount lexicon check FILE` tells what is wrong with one.

use headcount::Tagger;

/// An agency. An alias in capitals matches in capitals only.
const AGENCIES: &str = "\
ref\ttype\tname\tcountry\taliases\tnote
agency:coastal-rescue\tngo\tCoastal Rescue Service\tHR\tCRS|Coastal Rescue\t
";

/// A noun, and where it stands in the tree of counted things.
const THINGS: &str = "\
category\tpath\tnouns
soldier\tperson/military/soldier\tdrone operator
";

fn main() {
    let tagger = Tagger::builder()
        .lexicon_text("agencies.tsv", AGENCIES)
        .lexicon_text("things.tsv", THINGS)
        .build()
        .unwrap_or_else(|error| panic!("every fault, with file, line and column:\n{error}"));

    let document = tagger.tag("The CRS said that seven drone operators were killed in Zadar.");
    let agency = &document.entities[0];
    assert_eq!(agency.reference.as_deref(), Some("agency:coastal-rescue"));
    let unit = document.quantities[0].unit.as_ref().expect("they are counted");
    assert_eq!(unit.category.as_deref(), Some("soldier"));
    println!("{} says: {} ({})", agency.name, document.quantities[0].text, unit.category.as_deref().unwrap_or("-"));
}
