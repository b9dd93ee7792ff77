//! Reading the files of `lexicons/words/`: each kind of file, told by its columns, fills one table of the lexicon.

mod counted;
mod measures;

use super::sense::{
    Class, Effect, Game, OfficeWord, ReportFrame, Scene, ShapeWord, Side, TimeWord, TimeWordKind, TitleKind, pos,
};
use super::table::{Row, Table};
use super::tables::{Connective, Designator, WordFlags};
use super::words::{Builder, Case};
use crate::record::{EntityKind, Tally, Trend};

pub(crate) use measures::Prefix;

/// Reads the file if it is one of words; whether it is.
pub(super) fn read(builder: &mut Builder, table: &Table) -> bool {
    let reader: fn(&mut Builder, &Table, &Row) = match table.header() {
        ["word", "kind", "value", "min", "max"] => measures::number,
        ["phrase", "bound", "side"] => measures::bound,
        ["name", "kind", "words", "symbols", "prefixes"] => measures::unit,
        ["prefix", "symbols", "kind"] => measures::prefix,
        ["category", "path", "nouns"] => counted::thing,
        ["branch", "sorts"] => counted::branch_sorts,
        ["category", "telling"] => counted::telling,
        ["british", "american", "kind"] => spelling,
        ["plural", "singular"] => irregular,
        ["lemma", "frame", "role", "forms", "things"] => counted::cue,
        ["phrase", "effect"] => status,
        ["phrase", "frame"] => reporting,
        ["title", "kind"] => title,
        ["phrase", "kind", "value"] => time,
        ["word", "kind", "type", "side"] => shape,
        ["office", "type", "phrases"] => office,
        ["word", "note"] => designator,
        ["phrase", "kind"] => connective,
        ["verb", "scene"] => scene,
        ["word", "game"] => game,
        ["phrase", "tally"] => tally,
        ["phrase", "trend"] => trend,
        ["word", "unit"] => measures::context,
        ["abbreviation", "note"] => abbreviation,
        ["word", "tags"] => english,
        ["given", "note"] => given,
        ["surname", "note"] => surname,
        _ => return false,
    };
    for row in table.rows() {
        reader(builder, table, row);
    }
    true
}

/// The value that a word of a closed list stands for; a fault where it is none of them.
fn choose<T: Copy>(builder: &mut Builder, table: &Table, row: &Row, column: usize, list: &[(&str, T)]) -> Option<T> {
    let cell = row.cells()[column];
    let found = list.iter().find(|(word, _)| *word == cell).map(|(_, value)| *value);
    if found.is_none() {
        let words: Vec<&str> = list.iter().map(|(word, _)| *word).collect();
        let message = format!("\"{cell}\" is no {}: write {}", table.header()[column], words.join(", "));
        builder.faults.push(table.fault(row, column, 0, message));
    }
    found
}

fn spelling(builder: &mut Builder, table: &Table, row: &Row) {
    let [british, american, kind] = *row.cells() else { return };
    if !builder.spellings.add(british, american, kind) {
        let message = format!("\"{kind}\" is no kind: write word, stem, ending, apart, bound");
        builder.faults.push(table.fault(row, 2, 0, message));
    }
}

fn irregular(builder: &mut Builder, _: &Table, row: &Row) {
    builder.add_irregular(row.cells()[0], row.cells()[1]);
}

fn status(builder: &mut Builder, table: &Table, row: &Row) {
    let effects = [
        ("none", Effect::None),
        ("planned", Effect::Planned),
        ("possible", Effect::Possible),
        ("denied", Effect::Denied),
        ("negated", Effect::Negated),
        ("hypothetical", Effect::Hypothetical),
        ("historical", Effect::Historical),
        ("habitual", Effect::Habitual),
        ("plans", Effect::Plans),
        ("demands", Effect::Demands),
    ];
    let Some(effect) = choose(builder, table, row, 1, &effects) else { return };
    builder.tables.statuses.push(effect);
    builder.add_term(row.cells()[0], Case::Any, Class::Status, builder.tables.statuses.len() - 1);
}

fn reporting(builder: &mut Builder, table: &Table, row: &Row) {
    let frames = [
        ("says", ReportFrame::Says),
        ("told", ReportFrame::Told),
        ("according", ReportFrame::According),
        ("quotes", ReportFrame::Quotes),
        ("belief", ReportFrame::Belief),
        ("document", ReportFrame::Document),
        ("body", ReportFrame::Body),
        ("puts", ReportFrame::Puts),
        ("clause", ReportFrame::Clause),
        ("figures", ReportFrame::Figures),
        ("voice", ReportFrame::Voice),
        ("kept", ReportFrame::Kept),
    ];
    let Some(frame) = choose(builder, table, row, 1, &frames) else { return };
    builder.tables.reports.push(frame);
    builder.add_term(row.cells()[0], Case::Any, Class::Report, builder.tables.reports.len() - 1);
}

fn title(builder: &mut Builder, table: &Table, row: &Row) {
    let kinds = [
        ("honorific", TitleKind::Honorific),
        ("military", TitleKind::Military),
        ("political", TitleKind::Political),
        ("police", TitleKind::Police),
        ("religious", TitleKind::Religious),
        ("academic", TitleKind::Academic),
        ("royal", TitleKind::Royal),
        ("job", TitleKind::Job),
        ("suffix", TitleKind::Suffix),
    ];
    let Some(kind) = choose(builder, table, row, 1, &kinds) else { return };
    builder.tables.titles.push(kind);
    builder.add_term(row.cells()[0], Case::Written, Class::Title, builder.tables.titles.len() - 1);
}

fn time(builder: &mut Builder, table: &Table, row: &Row) {
    let kinds = [
        ("month", TimeWordKind::Month),
        ("weekday", TimeWordKind::Weekday),
        ("day", TimeWordKind::Day),
        ("part", TimeWordKind::Part),
        ("unit", TimeWordKind::Unit),
        ("modifier", TimeWordKind::Modifier),
        ("offset", TimeWordKind::Offset),
        ("preposition", TimeWordKind::Preposition),
        ("clock", TimeWordKind::Clock),
        ("holiday", TimeWordKind::Holiday),
        ("era", TimeWordKind::Era),
        ("season", TimeWordKind::Season),
        ("quarter", TimeWordKind::Quarter),
        ("half", TimeWordKind::Half),
    ];
    let Some(kind) = choose(builder, table, row, 1, &kinds) else { return };
    let value = row.cells()[2].parse().unwrap_or(TimeWord::NONE);
    builder.tables.times.push(TimeWord { kind, value });
    builder.add_term(row.cells()[0], Case::Written, Class::Time, builder.tables.times.len() - 1);
}

fn shape(builder: &mut Builder, table: &Table, row: &Row) {
    let kinds = [("agency", EntityKind::Agency), ("place", EntityKind::Place), ("person", EntityKind::Person)];
    let sides = [
        ("head", Side::Head),
        ("tail", Side::Tail),
        ("of", Side::Of),
        ("role", Side::Role),
        ("event", Side::Event),
        ("beside", Side::Beside),
    ];
    let Some(kind) = choose(builder, table, row, 1, &kinds) else { return };
    let Some(side) = choose(builder, table, row, 3, &sides) else { return };
    let subtype = builder.intern(row.cells()[2]);
    builder.tables.shapes.push(ShapeWord { kind, subtype, side });
    builder.add_term(row.cells()[0], Case::Any, Class::Shape, builder.tables.shapes.len() - 1);
}

fn office(builder: &mut Builder, _: &Table, row: &Row) {
    let (office, subtype) = (builder.intern(row.cells()[0]), builder.intern(row.cells()[1]));
    builder.tables.offices.push(OfficeWord { office, subtype });
    for (_, phrase) in row.parts(Some(2)) {
        builder.add_term(phrase, Case::Any, Class::Office, builder.tables.offices.len() - 1);
    }
}

fn designator(builder: &mut Builder, table: &Table, row: &Row) {
    let notes = [
        ("", Designator::Anywhere),
        ("capital", Designator::Capital),
        ("bare", Designator::Bare),
        ("named", Designator::Named),
    ];
    let Some(designator) = choose(builder, table, row, 1, &notes) else { return };
    builder.tables.designators.push(designator);
    builder.add_term(row.cells()[0], Case::Written, Class::Designator, builder.tables.designators.len() - 1);
}

fn connective(builder: &mut Builder, table: &Table, row: &Row) {
    let kinds = [
        ("part", Connective::Part),
        ("other", Connective::Other),
        ("more", Connective::More),
        ("and", Connective::And),
        ("or", Connective::Or),
        ("but", Connective::But),
        ("separate", Connective::Separate),
    ];
    let Some(kind) = choose(builder, table, row, 1, &kinds) else { return };
    builder.tables.connectives.push(kind);
    builder.add_term(row.cells()[0], Case::Any, Class::Connective, builder.tables.connectives.len() - 1);
}

fn scene(builder: &mut Builder, table: &Table, row: &Row) {
    let scenes = [("object", Scene::Object), ("subject", Scene::Subject), ("apart", Scene::Apart)];
    let Some(scene) = choose(builder, table, row, 1, &scenes) else { return };
    builder.tables.scenes.push(scene);
    builder.add_term(row.cells()[0], Case::Any, Class::Scene, builder.tables.scenes.len() - 1);
}

fn game(builder: &mut Builder, table: &Table, row: &Row) {
    let games = [("play", Game::Play), ("side", Game::Side)];
    let Some(game) = choose(builder, table, row, 1, &games) else { return };
    builder.tables.games.push(game);
    builder.add_term(row.cells()[0], Case::Any, Class::Game, builder.tables.games.len() - 1);
}

fn tally(builder: &mut Builder, table: &Table, row: &Row) {
    let tallies = [("new", Tally::New), ("cumulative", Tally::Cumulative)];
    let Some(tally) = choose(builder, table, row, 1, &tallies) else { return };
    builder.tables.tallies.push(tally);
    builder.add_term(row.cells()[0], Case::Any, Class::Tally, builder.tables.tallies.len() - 1);
}

fn trend(builder: &mut Builder, table: &Table, row: &Row) {
    let trends = [("up", Trend::Up), ("down", Trend::Down)];
    let Some(trend) = choose(builder, table, row, 1, &trends) else { return };
    builder.tables.trends.push(trend);
    builder.add_term(row.cells()[0], Case::Any, Class::Trend, builder.tables.trends.len() - 1);
}

fn abbreviation(builder: &mut Builder, table: &Table, row: &Row) {
    let kinds = [("never", WordFlags::STOP_NEVER), ("maybe", WordFlags::STOP_MAYBE)];
    let Some(bit) = choose(builder, table, row, 1, &kinds) else { return };
    let word = row.cells()[0];
    builder.word(word.strip_suffix('.').unwrap_or(word)).flags.set(bit);
}

fn english(builder: &mut Builder, table: &Table, row: &Row) {
    let (mut all, mut likeliest) = (0, 0);
    for (offset, letter) in row.cells()[1].bytes().enumerate() {
        match pos::of_letter(letter) {
            Some(bit) => {
                all |= bit;
                likeliest = if likeliest == 0 { bit } else { likeliest };
            }
            None => {
                let message = format!("'{}' is no part of speech: see lexicons/README.md", letter as char);
                builder.faults.push(table.fault(row, 1, offset, message));
            }
        }
    }
    let info = builder.word(row.cells()[0]);
    info.pos = all;
    info.likeliest = likeliest;
}

fn given(builder: &mut Builder, _: &Table, row: &Row) {
    person_name(builder, row, WordFlags::GIVEN, WordFlags::GIVEN_WORD);
}

fn surname(builder: &mut Builder, _: &Table, row: &Row) {
    person_name(builder, row, WordFlags::SURNAME, WordFlags::SURNAME_WORD);
}

/// A name of people, which is a word too where its note says so.
fn person_name(builder: &mut Builder, row: &Row, name: u8, word: u8) {
    let flags = &mut builder.word(row.cells()[0]).flags;
    flags.set(name);
    if !row.cells()[1].is_empty() {
        flags.set(word);
    }
}
