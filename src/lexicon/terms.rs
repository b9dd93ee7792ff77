//! Reading the files of `lexicons/words/`: each kind of file, told by its columns, fills one table of the lexicon.

use std::collections::HashSet;

use super::inflect;
use super::sense::{
    BoundWord, Class, CueWord, Effect, Frame, Game, NumberKind, NumberWord, OfficeWord, ReportFrame, Scene, ShapeWord,
    Side, ThingWord, TimeWord, TimeWordKind, TitleKind, UnitWord, VerbForm, pos,
};
use super::table::{Row, Table};
use super::tables::{Connective, WordFlags};
use super::variants::variants;
use super::words::{Builder, Case};
use crate::record::{Bound, EntityKind, Role, Tally, Trend, UnitKind};

/// A prefix of units: "kilo", "k".
pub(crate) struct Prefix {
    word: String,
    symbols: Vec<String>,
    kind: String,
}

/// Reads the file if it is one of words; whether it is.
pub(super) fn read(builder: &mut Builder, table: &Table) -> bool {
    let reader: fn(&mut Builder, &Table, &Row) = match table.header() {
        ["word", "kind", "value", "min", "max"] => number,
        ["phrase", "bound", "side"] => bound,
        ["name", "kind", "words", "symbols", "prefixes"] => unit,
        ["prefix", "symbols", "kind"] => prefix,
        ["category", "path", "nouns"] => thing,
        ["british", "american", "kind"] => spelling,
        ["plural", "singular"] => irregular,
        ["lemma", "frame", "role", "forms", "things"] => cue,
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
        ["word", "unit"] => context,
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

fn number(builder: &mut Builder, table: &Table, row: &Row) {
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

fn bound(builder: &mut Builder, table: &Table, row: &Row) {
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

fn prefix(builder: &mut Builder, _: &Table, row: &Row) {
    builder.prefixes.push(Prefix {
        word: row.cells()[0].to_owned(),
        symbols: row.parts(Some(1)).map(|(_, symbol)| symbol.to_owned()).collect(),
        kind: row.cells()[2].to_owned(),
    });
}

fn unit(builder: &mut Builder, table: &Table, row: &Row) {
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
                builder.add_term(&format!("{prefix}{symbol}"), Case::Exact, Class::Unit, at);
                // People write codes of money in small letters too: "20 usd", "hk$5".
                if kind == UnitKind::Currency && is_code(symbol) {
                    builder.add_term(&symbol.to_lowercase(), Case::Exact, Class::Unit, at);
                }
            }
        }
    }
}

/// Whether a symbol is a code in capitals: "USD", "HK$".
fn is_code(symbol: &str) -> bool {
    let letters = symbol.bytes().filter(u8::is_ascii_uppercase).count();
    let rest = symbol.len() - letters;
    letters == 3 && rest == 0 || letters >= 2 && rest == 1 && symbol.contains('$')
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

/// The branch of a path in the tree of things, new or known.
fn branch(builder: &mut Builder, path: &str) -> u32 {
    if let Some(&id) = builder.branch_ids.get(path) {
        return id;
    }
    let id = builder.tables.branches.len() as u32;
    builder.tables.branches.push(path.to_owned());
    builder.branch_ids.insert(path.to_owned(), id);
    id
}

fn thing(builder: &mut Builder, _: &Table, row: &Row) {
    let category = builder.intern(row.cells()[0]);
    let branch = branch(builder, row.cells()[1]);
    let mut nouns = Vec::new();
    for (_, noun) in row.parts(Some(2)) {
        nouns.push(noun.to_owned());
        variants(noun, &builder.spellings, &mut nouns);
    }
    // A spelling that the file has by itself as well is added once.
    let mut seen = HashSet::new();
    nouns.retain(|noun| seen.insert(noun.clone()));
    for noun in &nouns {
        // The head of "member of the security forces" is "member", of "police officer" "officer".
        let phrase = noun.split_once(" of ").map_or(noun.as_str(), |(phrase, _)| phrase);
        // "people" stands in the file as it is, and is counted in persons.
        let last = phrase.rsplit(' ').next().unwrap_or(phrase);
        let listed = builder.spellings.head(last);
        let singular = builder.singular(listed);
        let is_plural = singular != listed;
        let plurals = builder.plurals(noun);
        let name = builder.intern(last.rsplit('-').next().unwrap_or(last));
        let head = builder.intern(&singular);
        let mut add = |form: &str, plural: bool| {
            builder.tables.things.push(ThingWord { head, name, category, branch, plural });
            builder.add_term(form, Case::Any, Class::Thing, builder.tables.things.len() - 1);
        };
        if is_plural {
            add(noun, true);
            continue;
        }
        add(noun, plurals.iter().any(|plural| plural == noun));
        for plural in plurals.iter().filter(|plural| *plural != noun) {
            add(plural, true);
        }
    }
}

fn role(builder: &mut Builder, table: &Table, row: &Row, column: usize) -> Option<Role> {
    use serde::Deserialize;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, StrDeserializer};
    let cell = row.cells()[column];
    let from: StrDeserializer<'_, Error> = cell.into_deserializer();
    match Role::deserialize(from) {
        Ok(role) => Some(role),
        Err(_) => {
            builder.faults.push(table.fault(row, column, 0, format!("\"{cell}\" is no role of the record")));
            None
        }
    }
}

fn cue(builder: &mut Builder, table: &Table, row: &Row) {
    let frames = [
        ("affects", Frame::Affects),
        ("undergoes", Frame::Undergoes),
        ("does", Frame::Does),
        ("state", Frame::State),
        ("event", Frame::Event),
        ("toll", Frame::Toll),
        ("takes", Frame::Takes),
        ("suffers", Frame::Suffers),
        ("taken", Frame::Taken),
        ("figure", Frame::Figure),
        ("moves", Frame::Moves),
        ("joins", Frame::Joins),
        ("none", Frame::None),
    ];
    let Some(frame) = choose(builder, table, row, 1, &frames) else { return };
    let optional = frame == Frame::None || frame == Frame::Figure && row.cells()[2].is_empty();
    let role = if optional { None } else { role(builder, table, row, 2) };
    if !optional && role.is_none() {
        return;
    }
    let first = builder.tables.cue_things.len() as u32;
    for (offset, path) in row.parts(Some(4)) {
        let known = builder.tables.branches.iter().any(|branch| branch.starts_with(path));
        if !known {
            builder.faults.push(table.fault(row, 4, offset, format!("\"{path}\" is no branch of things.tsv")));
        }
        let id = branch(builder, path);
        builder.tables.cue_things.push(id);
    }
    let things = (first, builder.tables.cue_things.len() as u32);
    let lemma = row.cells()[0];
    let given: Vec<&str> = row.parts(Some(3)).map(|(_, form)| form).collect();
    let plural = builder.plurals(lemma).swap_remove(0);
    let mut add = |phrase: &str, form: VerbForm| {
        builder.tables.cues.push(CueWord { frame, form, role, things });
        builder.add_term(phrase, Case::Any, Class::Cue, builder.tables.cues.len() - 1);
    };
    match frame {
        Frame::State => add(lemma, VerbForm::Plain),
        Frame::None => {
            add(lemma, VerbForm::Plain);
            for (_, form) in row.parts(Some(3)) {
                add(form, VerbForm::Plain);
            }
        }
        Frame::Event | Frame::Toll | Frame::Taken | Frame::Figure => {
            add(lemma, VerbForm::Plain);
            match given.first() {
                Some(plural) => add(plural, VerbForm::Plain),
                None => add(&plural, VerbForm::Plain),
            }
        }
        Frame::Affects
        | Frame::Undergoes
        | Frame::Does
        | Frame::Takes
        | Frame::Suffers
        | Frame::Moves
        | Frame::Joins => {
            let [third, past, ing] = inflect::verb(lemma);
            let past = given.first().map_or(past.as_str(), |form| form);
            let participle = given.get(1).copied().unwrap_or(past);
            let ing = given.get(2).map_or(ing.as_str(), |form| form);
            add(lemma, VerbForm::Base);
            add(&third, VerbForm::Third);
            add(ing, VerbForm::Ing);
            if past == participle {
                add(past, VerbForm::PastOrParticiple);
            } else {
                add(past, VerbForm::Past);
                add(participle, VerbForm::Participle);
            }
        }
    }
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

fn designator(builder: &mut Builder, _: &Table, row: &Row) {
    builder.tables.designators.push(row.cells()[1] == "capital");
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

fn context(builder: &mut Builder, table: &Table, row: &Row) {
    let Some(kind) = choose(builder, table, row, 1, &UNIT_KINDS) else { return };
    builder.tables.contexts.push(kind);
    builder.add_term(row.cells()[0], Case::Any, Class::Context, builder.tables.contexts.len() - 1);
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
