//! Numbers, bounds and units.

use super::choose;
use crate::lexicon::sense::{BoundWord, Class, NumberKind, NumberWord, UnitWord};
use crate::lexicon::table::{Row, Table};
use crate::lexicon::words::{Builder, Case};
use crate::record::{Bound, UnitKind};

/// A prefix of units: "kilo", "k".
pub(crate) struct Prefix {
    word: String,
    symbols: Vec<String>,
    kind: String,
}

fn parse_number(builder: &mut Builder, table: &Table, row: &Row, column: usize) -> f64 {
    let cell = row.cells()[column];
    if cell.is_empty() {
        return f64::NAN;
    }
    cell.parse().unwrap_or_else(|_| {
        builder.faults.push(table.fault(row, column, 0, format!("\"{cell}\" is no number")));
        f64::NAN
    })
}

pub(super) fn number(builder: &mut Builder, table: &Table, row: &Row) {
    let kinds = [
        ("unit", NumberKind::Unit),
        ("teen", NumberKind::Teen),
        ("tens", NumberKind::Tens),
        ("hundred", NumberKind::Hundred),
        ("scale", NumberKind::Scale),
        ("suffix", NumberKind::Suffix),
        ("collective", NumberKind::Collective),
        ("vague", NumberKind::Vague),
        ("fraction", NumberKind::Fraction),
        ("ordinal", NumberKind::Ordinal),
        ("none", NumberKind::None),
    ];
    let Some(kind) = choose(builder, table, row, 1, &kinds) else { return };
    let value = parse_number(builder, table, row, 2);
    let (min, max) = (parse_number(builder, table, row, 3), parse_number(builder, table, row, 4));
    builder.tables.numbers.push(NumberWord { kind, value, min, max });
    let case = if kind == NumberKind::Suffix { Case::Exact } else { Case::Any };
    builder.add_term(row.cells()[0], case, Class::Number, builder.tables.numbers.len() - 1);
}

pub(super) fn bound(builder: &mut Builder, table: &Table, row: &Row) {
    let bounds = [
        ("exact", Bound::Exact),
        ("about", Bound::About),
        ("at_least", Bound::AtLeast),
        ("more_than", Bound::MoreThan),
        ("at_most", Bound::AtMost),
        ("less_than", Bound::LessThan),
    ];
    let sides = [("before", false), ("after", true)];
    let Some(bound) = choose(builder, table, row, 1, &bounds) else { return };
    let Some(after) = choose(builder, table, row, 2, &sides) else { return };
    builder.tables.bounds.push(BoundWord { bound, after });
    builder.add_term(row.cells()[0], Case::Any, Class::Bound, builder.tables.bounds.len() - 1);
}

pub(super) fn prefix(builder: &mut Builder, _: &Table, row: &Row) {
    builder.prefixes.push(Prefix {
        word: row.cells()[0].to_owned(),
        symbols: row.parts(Some(1)).map(|(_, symbol)| symbol.to_owned()).collect(),
        kind: row.cells()[2].to_owned(),
    });
}

pub(super) fn unit(builder: &mut Builder, table: &Table, row: &Row) {
    let Some(kind) = choose(builder, table, row, 1, &UNIT_KINDS) else { return };
    let name = row.cells()[0];
    let prefixes = row.cells()[4];
    let mut forms = vec![(String::new(), vec![String::new()])];
    let hundredth = prefixes == "hundredth";
    if !prefixes.is_empty() {
        let fitting = builder.prefixes.iter().filter(|prefix| prefix.kind == prefixes);
        forms.extend(fitting.map(|prefix| (prefix.word.clone(), prefix.symbols.clone())));
    }
    for (word_prefix, symbol_prefixes) in forms {
        let name = builder.intern(&format!("{word_prefix}{name}"));
        for (_, word) in row.parts(Some(2)) {
            let row = UnitWord { kind, name, before: false, symbol: false, hundredth };
            builder.tables.units.push(row);
            builder.add_term(&format!("{word_prefix}{word}"), Case::Any, Class::Unit, builder.tables.units.len() - 1);
        }
        for (offset, symbol) in row.parts(Some(3)) {
            let (symbol, class) = match symbol.strip_suffix(LETTER) {
                Some(symbol) => (symbol, Class::Letter),
                None => (symbol, Class::Unit),
            };
            let (before, symbol) = match (symbol.strip_suffix('_'), symbol.strip_prefix('_')) {
                (Some(symbol), _) => (true, symbol),
                (_, Some(symbol)) => (false, symbol),
                _ => {
                    let message = "a symbol says where it stands: $_ before the number, _km after it";
                    builder.faults.push(table.fault(row, 3, offset, message));
                    continue;
                }
            };
            for prefix in &symbol_prefixes {
                builder.tables.units.push(UnitWord { kind, name, before, symbol: true, hundredth });
                let at = builder.tables.units.len() - 1;
                builder.add_term(&format!("{prefix}{symbol}"), Case::Exact, class, at);
                // People write codes of money in small letters too: "20 usd", "hk$5".
                if kind == UnitKind::Currency && is_code(symbol) {
                    builder.add_term(&symbol.to_lowercase(), Case::Exact, Class::Unit, at);
                }
            }
        }
    }
}

/// What stands behind a symbol that is something else unless it stands right behind digits.
const LETTER: &str = "[letter]";

/// Whether a symbol is a code in capitals: "USD", "HK$".
fn is_code(symbol: &str) -> bool {
    let letters = symbol.bytes().filter(u8::is_ascii_uppercase).count();
    let rest = symbol.len() - letters;
    letters == 3 && rest == 0 || letters >= 2 && rest == 1 && symbol.contains('$')
}

pub(super) fn context(builder: &mut Builder, table: &Table, row: &Row) {
    let Some(kind) = choose(builder, table, row, 1, &UNIT_KINDS) else { return };
    builder.tables.contexts.push(kind);
    builder.add_term(row.cells()[0], Case::Any, Class::Context, builder.tables.contexts.len() - 1);
}

/// The kinds of unit, by their names.
const UNIT_KINDS: [(&str, UnitKind); 8] = [
    ("currency", UnitKind::Currency),
    ("percent", UnitKind::Percent),
    ("measure", UnitKind::Measure),
    ("duration", UnitKind::Duration),
    ("age", UnitKind::Age),
    ("temperature", UnitKind::Temperature),
    ("score", UnitKind::Score),
    ("ratio", UnitKind::Ratio),
];
