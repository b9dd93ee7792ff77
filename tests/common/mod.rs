//! The notation that the tests of roles, tolls and implicit counts share.
//!
//! A row is a line: a text, what it says of the counted, and its tolls.
//!
//! ```text
//! 12 miners, two of them boys, were killed. | 12 miners: killed; two: killed < 12 miners | killed 12
//! ```
//!
//! - The second cell lists every quantity that has a role, in any order, parted by `; `: its words, then `= 2` for an
//!   implicit count of more than one, then after a colon its role, with its status before it where that is not
//!   `reported`, and after `<` the words of what it is part of. `*` asks for nothing.
//! - The third cell lists every toll in the order of [`Role`]: its role, its bound and its figure, or "20 to 30".
//! - `-` is an empty cell, `\n` in a text a new line, and a line that begins with `# ` no row.

use headcount::record::{Document, Quantity, Toll};
use headcount::{Bound, Role, Status, Tagger};

/// A test for each group of rows: its doc comment, its name, its table.
macro_rules! groups {
    ($($(#[$doc:meta])* $name:ident $rows:literal)*) => {
        $(
            $(#[$doc])*
            #[test]
            fn $name() {
                crate::common::assert_rows($rows);
            }
        )*
    };
}
pub(crate) use groups;

struct Row<'t> {
    text: String,
    counted: &'t str,
    tolls: &'t str,
}

/// Reads a table.
fn rows(table: &str) -> impl Iterator<Item = Row<'_>> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).map(|line| {
        let cells: Vec<&str> = line.split(" | ").map(|cell| if cell == "-" { "" } else { cell }).collect();
        let [text, counted, tolls] = cells[..] else { panic!("not three cells: {line}") };
        Row { text: text.replace("\\n", "\n"), counted, tolls }
    })
}

/// Every row holds.
#[track_caller]
pub fn assert_rows(table: &str) {
    let tagger = Tagger::bundled();
    let wrong: Vec<String> = rows(table).filter_map(|row| fault(&tagger, &row)).collect();
    assert!(wrong.is_empty(), "see `headcount explain` and src/quantity/:\n{}", wrong.join("\n"));
}

/// No row holds yet: one that does should move up to its group.
#[allow(dead_code, reason = "not every file of rows has gaps")]
#[track_caller]
pub fn assert_gaps(table: &str) {
    let tagger = Tagger::bundled();
    let (open, reached): (Vec<Row>, Vec<Row>) = rows(table).partition(|row| fault(&tagger, row).is_some());
    let reached: Vec<String> = reached.into_iter().map(|row| row.text).collect();
    assert!(reached.is_empty(), "these rows hold now; move them up to their groups:\n{}", reached.join("\n"));
    println!("{} known gaps", open.len());
}

/// What is wrong with a row, if anything.
fn fault(tagger: &Tagger, Row { text, counted, tolls }: &Row) -> Option<String> {
    let document = tagger.tag(text);
    let (found, summed) = (print_counted(&document), print_tolls(&document));
    let right = *counted == "*" || sorted(counted) == sorted(&found);
    (!right || *tolls != summed).then(|| format!("{text}\n  asked {counted} | {tolls}\n  got   {found} | {summed}"))
}

/// The quantities of a cell, in no order.
fn sorted(cell: &str) -> Vec<&str> {
    let mut items: Vec<&str> = cell.split("; ").map(str::trim).collect();
    items.sort_unstable();
    items
}

/// Every quantity that has a role, as the rows write it.
fn print_counted(document: &Document) -> String {
    let one = |quantity: &Quantity| {
        let role = name(quantity.role?);
        let count = match quantity.value {
            Some(value) if quantity.implicit && value != 1.0 => format!(" = {value}"),
            _ => String::new(),
        };
        let status = match quantity.status {
            Status::Reported => "",
            Status::Denied => "denied ",
            Status::Planned => "planned ",
            Status::Possible => "possible ",
        };
        let whole = match quantity.part_of {
            Some(whole) => format!(" < {}", document.quantities[whole].text),
            None => String::new(),
        };
        Some(format!("{}{count}: {status}{role}{whole}", quantity.text))
    };
    document.quantities.iter().filter_map(one).collect::<Vec<_>>().join("; ")
}

/// Every toll, as the rows write it.
fn print_tolls(document: &Document) -> String {
    let one = |(role, toll): (&Role, &Toll)| format!("{} {}", name(*role), figure(toll));
    document.tolls.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn figure(toll: &Toll) -> String {
    let bound = match toll.bound {
        Bound::About => "about ",
        Bound::AtLeast => "at least ",
        Bound::MoreThan => "more than ",
        Bound::AtMost => "at most ",
        Bound::LessThan => "less than ",
        Bound::Exact | Bound::Range | Bound::Vague => "",
    };
    let (min, max) = (toll.min.unwrap_or(0.0), toll.max);
    match (toll.value, toll.bound, max) {
        (Some(value), ..) => format!("{bound}{value}"),
        (None, Bound::AtMost | Bound::LessThan, Some(max)) => format!("{bound}{max}"),
        (None, Bound::AtLeast | Bound::MoreThan, _) => format!("{bound}{min}"),
        (None, _, Some(max)) => format!("{min} to {max}"),
        (None, _, None) => format!("about {min}"),
    }
}

/// The role as the record writes it.
fn name(role: Role) -> String {
    serde_json::to_value(role).unwrap().as_str().unwrap().to_owned()
}
