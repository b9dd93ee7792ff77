//! The record for reading in a terminal: the text with its mentions marked, a table of quantities, the tolls.
//!
//! With colours, entities have the colour of their kind (agency blue, person magenta, place green, nationality yellow),
//! quantities are underlined and their numerals bold. Without, `[…]` stands around entities and `{…}` around quantities.

use std::fmt::Write as _;
use std::io::Write as _;

use anstyle::{AnsiColor, Style};
use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, TableComponent, presets};
use unicode_width::UnicodeWidthStr;

use super::{Error, Format, Frame, Workspace};
use crate::record::{Bound, Document, EntityKind, Quantity, Status, Toll};

/// Writes documents for reading.
#[derive(Clone, Copy, Debug)]
pub struct Pretty {
    /// Marks by colour instead of brackets.
    pub coloured: bool,
    /// Columns to fill.
    pub width: usize,
}

impl Format for Pretty {
    fn write(&self, text: &str, document: Document<'_>, _: &mut Workspace, out: &mut Vec<u8>) -> Result<(), Error> {
        if let Some(id) = &document.id {
            let bold = self.style(Style::new().bold());
            writeln!(out, "{bold}{}{bold:#}", one_line(id)).map_err(Error::new)?;
        }
        let mut page = Page::new(*self, out);
        page.text(text, &document);
        if !document.quantities.is_empty() {
            writeln!(out, "\n{}", self.quantities(&document)).map_err(Error::new)?;
        }
        if !document.tolls.is_empty() {
            writeln!(out, "\n{}", self.tolls(&document)).map_err(Error::new)?;
        }
        Ok(())
    }

    fn frame(&self) -> Frame {
        Frame { between: "\n", ..Frame::default() }
    }
}

impl Pretty {
    fn style(&self, style: Style) -> Style {
        if self.coloured { style } else { Style::new() }
    }

    fn table(&self, titles: &[&str]) -> Table {
        let mut table = Table::new();
        table.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
        table.set_style(TableComponent::HeaderLines, '─').set_style(TableComponent::MiddleHeaderIntersections, '─');
        table.set_width(u16::try_from(self.width).unwrap_or(u16::MAX)).set_header(titles);
        table
    }

    fn quantities(&self, document: &Document<'_>) -> Table {
        let name = |id: Option<usize>| id.and_then(|id| document.entities.get(id)).map(|entity| one_line(&entity.name));
        let mut table = self.table(&["#", "number", "bound", "counted", "role", "status", "source", "place", "time"]);
        for (index, quantity) in document.quantities.iter().enumerate() {
            let source = name(quantity.source).or_else(|| quantity.source_text.as_deref().map(one_line));
            let status = if quantity.status == Status::Reported { String::new() } else { word(&quantity.status) };
            let time = quantity.time.as_ref().map(|time| match &time.iso {
                Some(iso) => format!("{} ({iso})", one_line(&time.text)),
                None => one_line(&time.text),
            });
            table.add_row([
                Cell::new(index).set_alignment(CellAlignment::Right),
                Cell::new(figure(quantity.value, quantity.min, quantity.max)).set_alignment(CellAlignment::Right),
                Cell::new(bound(quantity.bound)),
                Cell::new(counted(quantity)),
                Cell::new(quantity.role.as_ref().map(word).unwrap_or_default()),
                Cell::new(status),
                Cell::new(source.unwrap_or_default()),
                Cell::new(name(quantity.place).unwrap_or_default()),
                Cell::new(time.unwrap_or_default()),
            ]);
        }
        table
    }

    fn tolls(&self, document: &Document<'_>) -> Table {
        let mut table = self.table(&["toll", "figure", "of them", "claims", "from #"]);
        for (role, toll) in &document.tolls {
            let parts = toll.parts.iter().map(|part| format!("{} {}", thousands(part.value), one_line(&part.category)));
            let claims = toll.claims.iter().map(|claim| {
                let source = claim.source.and_then(|id| document.entities.get(id)).map(|entity| one_line(&entity.name));
                let value = claim.value.map(thousands).unwrap_or_default();
                let words = claim.source_text.as_deref().map(one_line);
                let source = source.or(words);
                format!("{}: {} {value}", source.as_deref().unwrap_or("others"), bound(claim.bound))
            });
            let quantities = toll.quantities.iter().map(usize::to_string);
            table.add_row([
                word(role),
                toll_figure(toll),
                parts.collect::<Vec<_>>().join(", "),
                claims.collect::<Vec<_>>().join(", "),
                quantities.collect::<Vec<_>>().join(", "),
            ]);
        }
        table
    }
}

/// What is counted, with the share that it is of another quantity.
fn counted(quantity: &Quantity<'_>) -> String {
    let unit = quantity.unit.as_ref();
    let own = unit.and_then(|unit| unit.text.as_deref().or(unit.name.as_deref()).or(unit.head.as_deref()));
    let mut counted = one_line(own.unwrap_or_default());
    if let Some(whole) = quantity.part_of {
        let _ = write!(counted, "{}(of #{whole})", if counted.is_empty() { "" } else { " " });
    }
    counted
}

fn toll_figure(toll: &Toll<'_>) -> String {
    format!("{} {}", bound(toll.bound), figure(toll.value, toll.min, toll.max)).trim().to_string()
}

fn figure(value: Option<f64>, min: Option<f64>, max: Option<f64>) -> String {
    match (value, min, max) {
        (Some(value), _, _) => thousands(value),
        (None, Some(min), Some(max)) => format!("{}–{}", thousands(min), thousands(max)),
        (None, Some(bound), None) | (None, None, Some(bound)) => thousands(bound),
        (None, None, None) => String::new(),
    }
}

/// A figure with its thousands parted: 15,000.
fn thousands(value: f64) -> String {
    let plain = value.to_string();
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), ""), |(whole, fraction)| (whole, fraction));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut out = sign.to_string();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        let _ = write!(out, ".{fraction}");
    }
    out
}

fn bound(bound: Bound) -> String {
    match bound {
        Bound::Exact => String::new(),
        bound => word(&bound).replace('_', " "),
    }
}

/// The word that stands for it in JSON.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        other => other.map(|value| value.to_string()).unwrap_or_default(),
    }
}

/// Text on one line that a terminal takes for text: control characters are replaced, white space is one blank.
///
/// ```
/// assert_eq!(headcount::output::pretty::one_line("red \x1b[31m\n  alarm"), "red ␛[31m alarm");
/// ```
#[must_use]
pub fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().map(visible).collect()
}

fn visible(c: char) -> char {
    match c {
        '\0'..='\x1f' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\x7f' => '␡',
        c if c.is_control() => '\u{fffd}',
        c => c,
    }
}

/// A border of a mention.
#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    opens: bool,
    what: Marked,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Marked {
    Entity(EntityKind),
    Quantity,
    Number,
}

/// The borders in text order; at one place those that close come first, and the wider mentions open first.
fn marks(document: &Document<'_>) -> Vec<Mark> {
    let entities = document.entities.iter().map(|e| (e.start, e.end, Marked::Entity(e.kind)));
    let quantities = document.quantities.iter().map(|q| (q.start, q.end, Marked::Quantity));
    let numbers = document.quantities.iter().filter_map(|q| q.number.as_ref());
    let numbers = numbers.map(|number| (number.start, number.end, Marked::Number));
    let mut borders = Vec::new();
    for (start, end, what) in entities.chain(quantities).chain(numbers) {
        if start < end {
            borders.push((Mark { at: start, opens: true, what }, end));
            borders.push((Mark { at: end, opens: false, what }, start));
        }
    }
    borders.sort_by_key(|&(mark, other_end)| {
        let rank = (what_rank(mark.what), mark.opens);
        (mark.at, mark.opens, std::cmp::Reverse(other_end), if mark.opens { rank.0 } else { u8::MAX - rank.0 })
    });
    borders.into_iter().map(|(mark, _)| mark).collect()
}

fn what_rank(what: Marked) -> u8 {
    match what {
        Marked::Quantity => 0,
        Marked::Number => 1,
        Marked::Entity(_) => 2,
    }
}

/// Writes text word by word, wrapped at the width, and minds which mentions are open.
struct Page<'o> {
    pretty: Pretty,
    out: &'o mut Vec<u8>,
    column: usize,
    /// How many quantities and numerals are open here, and the entity if one is.
    quantities: usize,
    numbers: usize,
    entity: Option<EntityKind>,
}

impl<'o> Page<'o> {
    fn new(pretty: Pretty, out: &'o mut Vec<u8>) -> Self {
        Page { pretty, out, column: 0, quantities: 0, numbers: 0, entity: None }
    }

    fn text(&mut self, text: &str, document: &Document<'_>) {
        let marks = marks(document);
        let mut marks = &marks[..];
        let mut blank = true;
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let mut at = start;
            for word in line.split(char::is_whitespace).filter(|word| !word.is_empty()) {
                at += line[at - start..].find(word).unwrap_or_default();
                marks = self.word(at, word, marks);
                at += word.len();
            }
            let is_blank = line.trim().is_empty();
            // One empty line is enough between paragraphs, and none at the start.
            if !(is_blank && blank) {
                self.newline();
            }
            blank = is_blank;
            start += line.len();
        }
        for mark in marks {
            self.mark(*mark);
        }
    }

    /// Writes a word with the marks before and in it; returns the marks that are left.
    fn word<'m>(&mut self, start: usize, word: &str, mut marks: &'m [Mark]) -> &'m [Mark] {
        let end = start + word.len();
        // What closes before the word, or at its end, belongs to this line; what opens before it goes with the word.
        while let Some((mark, rest)) = marks.split_first().filter(|(mark, _)| !mark.opens && mark.at <= start) {
            self.mark(*mark);
            marks = rest;
        }
        let brackets = marks.iter().take_while(|mark| mark.at < end || (mark.at == end && !mark.opens));
        let brackets = if self.pretty.coloured { 0 } else { brackets.filter(|m| m.what != Marked::Number).count() };
        let width = word.width() + brackets;
        if self.column > 0 {
            if self.column + 1 + width > self.pretty.width {
                self.newline();
            } else {
                self.put(" ");
            }
        }
        let mut at = start;
        while let Some((mark, rest)) = marks.split_first() {
            if mark.at > end || (mark.at == end && mark.opens) {
                break;
            }
            if mark.at > at {
                self.put(&word[at - start..mark.at - start]);
                at = mark.at;
            }
            self.mark(*mark);
            marks = rest;
        }
        self.put(&word[at - start..]);
        marks
    }

    fn mark(&mut self, mark: Mark) {
        let change = |count: &mut usize| *count = if mark.opens { *count + 1 } else { count.saturating_sub(1) };
        let brackets = match mark.what {
            Marked::Entity(kind) => {
                self.entity = mark.opens.then_some(kind);
                ["[", "]"]
            }
            Marked::Quantity => {
                change(&mut self.quantities);
                ["{", "}"]
            }
            Marked::Number => return change(&mut self.numbers),
        };
        if !self.pretty.coloured {
            self.put(brackets[usize::from(!mark.opens)]);
        }
    }

    /// Writes a piece of text in the style of the place.
    fn put(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let mut style = Style::new();
        if self.pretty.coloured {
            style = style.fg_color(self.entity.map(|kind| colour(kind).into()));
            style = if self.quantities > 0 { style.underline() } else { style };
            style = if self.numbers > 0 { style.bold() } else { style };
        }
        self.column += text.width();
        let text: String = text.chars().map(visible).collect();
        let _ = write!(self.out, "{style}{text}{style:#}");
    }

    fn newline(&mut self) {
        self.out.push(b'\n');
        self.column = 0;
    }
}

fn colour(kind: EntityKind) -> AnsiColor {
    match kind {
        EntityKind::Agency => AnsiColor::Blue,
        EntityKind::Person => AnsiColor::Magenta,
        EntityKind::Place => AnsiColor::Green,
        EntityKind::Nationality => AnsiColor::Yellow,
    }
}
