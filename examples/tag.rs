//! Tags one text and prints who, where and how many.
//!
//! Run it with `cargo run --example tag`, or with a text of yours: `cargo run --example tag -- "Nine people drowned."`

use headcount::Tagger;

fn main() {
    let text = std::env::args().nth(1).unwrap_or_else(|| include_str!("ferry.txt").to_owned());

    // Built once a process, from the lexicons in the program; a clone costs nothing.
    let tagger = Tagger::bundled();
    let document = tagger.tag(&text);

    for entity in &document.entities {
        println!("{:?}: {} ({})", entity.kind, entity.text, entity.name);
    }
    // The document borrows from the text; ids of entities are their indexes.
    for quantity in &document.quantities {
        let counted = quantity.unit.as_ref().and_then(|unit| unit.head.as_deref()).unwrap_or("-");
        let source = quantity.source.map_or("-", |id| &*document.entities[id].name);
        println!("{:?}: {counted}, {:?}, said by {source}", quantity.text, quantity.role);
    }
    // What the text says in all: parts are not added to their wholes.
    for (role, toll) in &document.tolls {
        println!("{role:?}: {:?} {:?}", toll.bound, toll.value.or(toll.min));
    }
}
