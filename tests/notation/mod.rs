//! Quantities in short, for tests: `about 600 soldiers = ~600 soldier`.
//!
//! Behind `=` stand the value with its bound (`~` about, `>` more than, `>=` at least, `<` less than, `<=` at most, `10..15`
//! a range, `?24..99` a vague word), the name of the unit (`-` for none) and, where the figure moved, `up` or `down`.

use headcount::record::{Quantity, Trend};
use headcount::{Bound, Tagger};

/// The quantities of a text in short; implicit ones are left out.
pub fn read(tagger: &Tagger, text: &str) -> Vec<String> {
    let document = tagger.tag(text);
    document.quantities.iter().filter(|quantity| !quantity.implicit).map(short).collect()
}

fn short(quantity: &Quantity) -> String {
    let figure = |value: Option<f64>| value.map_or(String::new(), plain);
    let value = match quantity.bound {
        Bound::Exact => figure(quantity.value),
        Bound::About => format!("~{}", figure(quantity.value)),
        Bound::AtLeast => format!(">={}", figure(quantity.min)),
        Bound::MoreThan => format!(">{}", figure(quantity.min)),
        Bound::AtMost => format!("<={}", figure(quantity.max)),
        Bound::LessThan => format!("<{}", figure(quantity.max)),
        Bound::Range => format!("{}..{}", figure(quantity.min), figure(quantity.max)),
        Bound::Vague => format!("?{}..{}", figure(quantity.min), figure(quantity.max)),
    };
    let unit = quantity.unit.as_ref().and_then(|unit| unit.name.as_deref()).unwrap_or("-");
    let trend = match quantity.trend {
        Some(Trend::Up) => " up",
        Some(Trend::Down) => " down",
        None => "",
    };
    format!("{} = {value} {unit}{trend}", quantity.text)
}

/// At most four decimals, and none that say nothing.
fn plain(value: f64) -> String {
    let rounded = (value * 1e4).round() / 1e4;
    if rounded == 0.0 && value != 0.0 { format!("{value:e}") } else { rounded.to_string() }
}

/// Checks rows of texts and what is read in them, and names all that differ.
pub fn check(rows: &[(&str, &[&str])]) {
    let tagger = Tagger::bundled();
    let mut wrong = String::new();
    for (text, expected) in rows {
        let got = read(&tagger, text);
        if got != *expected {
            wrong.push_str(&format!("\n{text}\n  expected {expected:?}\n       got {got:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
