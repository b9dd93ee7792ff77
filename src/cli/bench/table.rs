//! The report for people.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, TableComponent, presets};
use unicode_width::UnicodeWidthStr;

use super::compare::Comparison;
use super::report::{Report, Spread};

/// Texts shorter than this give figures that jump about.
const SMALL: u64 = 1_000_000;

/// Tables for a terminal of this width.
pub fn text(report: &Report, width: usize, coloured: bool) -> String {
    let page = Page { width, coloured };
    let mut text = head(report, &page);
    for part in [speed(report, &page), threads(report, &page), stages(report, &page)] {
        text.push('\n');
        text.push_str(&part);
    }
    if let Some(comparison) = &report.comparison {
        text.push('\n');
        text.push_str(&compared(comparison, &page));
    }
    text
}

/// How to print.
struct Page {
    width: usize,
    coloured: bool,
}

impl Page {
    /// A title over a table; its first column is of words, the others of figures.
    fn table(&self, title: &str, columns: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
        let bold = if self.coloured { Style::new().bold() } else { Style::new() };
        let mut table = Table::new();
        table.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
        table.set_style(TableComponent::HeaderLines, '─').set_style(TableComponent::MiddleHeaderIntersections, '─');
        table.set_width(u16::try_from(self.width).unwrap_or(u16::MAX)).set_header(columns);
        rows.into_iter().for_each(|row| {
            table.add_row(row.into_iter().map(Cell::new));
        });
        table.column_iter_mut().skip(1).for_each(|column| column.set_cell_alignment(CellAlignment::Right));
        let lines: String = table.lines().map(|line| format!("{}\n", line.trim_end())).collect();
        format!("{bold}{title}{bold:#}\n\n{lines}")
    }

    /// Wraps words at the width.
    fn paragraph(&self, text: &str) -> String {
        let (mut lines, mut column) = (String::new(), 0);
        for word in text.split(' ') {
            let width = word.width();
            if column > 0 && column + 1 + width > self.width {
                lines.push('\n');
                column = 0;
            } else if column > 0 {
                lines.push(' ');
                column += 1;
            }
            lines.push_str(word);
            column += width;
        }
        lines + "\n"
    }

    /// Something that must be seen.
    fn alarm(&self, text: &str) -> String {
        let red = if self.coloured { Style::new().bold().fg_color(Some(AnsiColor::Red.into())) } else { Style::new() };
        format!("{red}{text}{red:#}\n")
    }
}

fn head(report: &Report, page: &Page) -> String {
    let Report { machine, corpus, output, memory, options, .. } = report;
    let mut text = String::new();
    let mut line = |key: &str, value: String| writeln!(text, "{key:<9}{value}").unwrap_or_default();
    let build = if report.build == "release" { "" } else { ", A DEBUG BUILD: its figures mean nothing" };
    line("program", format!("headcount {}{build}, {}", report.version, report.date));
    let cores = plural(machine.cores as u64, "core");
    line("machine", format!("{}, {cores}, {}, {}", machine.cpu, machine.arch, machine.os));
    line(
        "corpus",
        format!(
            "{}, {} of text ({} of input), {}",
            plural(corpus.documents, "document"),
            megabytes(corpus.text_bytes),
            megabytes(corpus.input_bytes),
            plural(corpus.tokens, "token")
        ),
    );
    line(
        "found",
        format!(
            "{} entities, {} quantities, {} times, {} tolls",
            grouped(output.entities),
            grouped(output.quantities),
            grouped(output.times),
            grouped(output.tolls)
        ),
    );
    let same = if output.same_in_all_runs { "the same in all runs" } else { "NOT THE SAME IN ALL RUNS" };
    line("output", format!("{} of JSON lines, XXH3 {}, {same}", megabytes(output.bytes), output.xxh3));
    let with = if memory.with_inputs { ", the input held in memory too" } else { "" };
    let peak =
        memory.peak_bytes.map_or("n/a on this system".to_owned(), |bytes| format!("{} at most", megabytes(bytes)));
    line("memory", format!("{peak}, tagging on {}{with}", plural(memory.threads as u64, "thread")));
    line("lexicons", format!("opened in {} ms", figure(report.open_seconds * 1e3)));
    text.push('\n');
    let runs = plural(u64::from(options.repeat), "run");
    let _ = writeln!(text, "Medians of {runs} each after {} to warm up. 1 MB is 1,000,000 bytes.", options.warm_up);
    if corpus.text_bytes < SMALL {
        text.push_str("The corpus is small: below a megabyte of text, figures are rough.\n");
    }
    if let Some(percent) = report.busy() {
        text.push_str(&page.alarm(&format!(
            "The machine was busy: {percent:.0} % of the time went by with waiting for a core. Figures are too low."
        )));
    }
    text
}

fn speed(report: &Report, page: &Page) -> String {
    let columns = ["", "MB/s of text", "min–max", "documents/s", "tokens/s", "matches"];
    let mut rows: Vec<Vec<String>> = Vec::new();
    if let Some(one) = report.program.first() {
        rows.push(vec![
            "headcount".to_owned(),
            figure(one.mb_per_second.median),
            range(&one.mb_per_second),
            grouped(one.documents_per_second as u64),
            grouped(one.tokens_per_second as u64),
        ]);
    }
    if let Some(scan) = &report.reference {
        let per_second = |count: u64| grouped((count as f64 / scan.seconds.median) as u64);
        rows.push(vec![
            "bare scan".to_owned(),
            figure(scan.mb_per_second.median),
            range(&scan.mb_per_second),
            per_second(report.corpus.documents),
            per_second(report.corpus.tokens),
            grouped(scan.matches),
        ]);
    }
    if let Some(ratio) = report.ratio {
        rows.push(vec!["headcount / bare scan".to_owned(), format!("{ratio:.3}")]);
    }
    let columns = if report.reference.is_some() { &columns[..] } else { &columns[..5] };
    let mut text = page.table("One thread", columns, rows);
    text.push('\n');
    text.push_str(
        &page.paragraph("headcount: reads the files, tags, writes JSON lines that are counted, summed up and dropped."),
    );
    if let Some(scan) = &report.reference {
        let canonical = match &scan.canonical_only[..] {
            [] => String::new(),
            lexicons => format!(
                " Of {} these are the canonical names only: compiled files keep no others as text.",
                lexicons.join(", ")
            ),
        };
        text.push_str(&page.paragraph(&format!(
            "bare scan: {}. It looks for {} names.{canonical} Its automaton takes {} and was built in {} s.",
            scan.what,
            grouped(scan.forms as u64),
            megabytes(scan.memory_bytes),
            figure(scan.build_seconds)
        )));
    }
    text
}

fn threads(report: &Report, page: &Page) -> String {
    let rows = report.program.iter().map(|speed| {
        vec![
            speed.threads.to_string(),
            figure(speed.mb_per_second.median),
            range(&speed.mb_per_second),
            format!("{:.2}", speed.to_one_thread),
            format!("{:.0} %", speed.efficiency * 100.0),
        ]
    });
    page.table("Threads", &["threads", "MB/s of text", "min–max", "to one thread", "efficiency"], rows)
}

fn stages(report: &Report, page: &Page) -> String {
    let tokens = report.corpus.tokens.max(1) as f64;
    let row = |name: &str, seconds: &Spread, percent: f64| {
        let per_token = Spread::of(seconds.samples.iter().map(|seconds| seconds * 1e9 / tokens).collect());
        vec![name.to_owned(), figure(per_token.median), range(&per_token), format!("{percent:.1} %")]
    };
    let mut rows: Vec<Vec<String>> =
        report.stages.iter().map(|stage| row(&stage.stage, &stage.seconds, stage.percent)).collect();
    rows.push(row("all", &report.timed_seconds, 100.0));
    page.table("Stages, one thread, with a clock", &["stage", "ns a token", "min–max", "share"], rows)
}

fn compared(comparison: &Comparison, page: &Page) -> String {
    let rows = comparison.ratios.iter().map(|ratio| {
        let sure = match ratio.apart {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        };
        let (before, after) = (figure(ratio.before), figure(ratio.after));
        vec![ratio.what.clone(), before, after, format!("{:.2}", ratio.ratio), sure.to_owned()]
    });
    let columns = ["", "before", "now", "now / before", "beyond the spread"];
    let mut text = page.table(&format!("Compared with {}", comparison.with), &columns, rows);
    text.push('\n');
    for remark in &comparison.remarks {
        let _ = writeln!(text, "Not quite comparable: {remark}.");
    }
    if comparison.differences.is_empty() {
        text.push_str("The output is the same: counts and checksum.\n");
    } else {
        text.push_str(&page.alarm("THE OUTPUT IS NOT THE SAME:"));
        for difference in &comparison.differences {
            let line = format!("  {}: {} before, {} now", difference.what, difference.before, difference.after);
            text.push_str(&page.alarm(&line));
        }
    }
    text
}

fn range(spread: &Spread) -> String {
    format!("{}–{}", figure(spread.min), figure(spread.max))
}

/// Three digits that count.
fn figure(value: f64) -> String {
    match value.abs() {
        value if value >= 100.0 => grouped(value.round() as u64),
        value if value >= 10.0 => format!("{value:.1}"),
        value => format!("{value:.2}"),
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{} MB", figure(bytes as f64 / 1e6))
}

/// `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn plural(number: u64, noun: &str) -> String {
    format!("{} {noun}{}", grouped(number), if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::{figure, grouped};

    #[test]
    fn numbers_for_people() {
        for (number, printed) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), printed);
        }
        for (number, printed) in [(0.123, "0.12"), (9.876, "9.88"), (12.34, "12.3"), (1234.5, "1,235")] {
            assert_eq!(figure(number), printed);
        }
    }
}
