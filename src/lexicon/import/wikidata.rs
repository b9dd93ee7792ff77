//! Wikidata: entities as JSON (a dump, a line each, or what its API gives), and the results of queries as JSON.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::csv::{self, Columns};
use super::entry::{Entry, Kind};
use super::report::{Place, Reason};
use super::sink::Sink;
use super::source::Source;
use super::{Refused, Target, json};

/// Reads entities or results.
pub(super) fn read(source: &mut Source, sink: &mut Sink) -> Result<(), Refused> {
    let name = source.name().to_owned();
    json::each(source, sink, &mut |value, place, sink| {
        if let Some(rows) = value.pointer("/results/bindings").and_then(Value::as_array) {
            let rows = rows.iter().filter_map(Value::as_object);
            return table(&rows.collect::<Vec<_>>(), &name, place, sink);
        }
        if let Some(entities) = value.get("entities").and_then(Value::as_object) {
            return entities.values().try_for_each(|value| item(value, place, sink));
        }
        match value.as_object() {
            Some(object) if object.contains_key("claims") || object.contains_key("labels") => item(&value, place, sink),
            Some(object) => table(&[object], &name, place, sink),
            None => {
                sink.report.note(Reason::Malformed, place, || "no object: an entity has id, labels and claims".into());
                Ok(())
            }
        }
    })
}

/// Rows of a query: each an object by variable, with plain values or `{"type", "value"}`.
fn table(rows: &[&Map<String, Value>], name: &str, place: &Place, sink: &mut Sink) -> Result<(), Refused> {
    let header: BTreeSet<&str> = rows.iter().flat_map(|row| row.keys().map(String::as_str)).collect();
    let header: Vec<&str> = header.into_iter().collect();
    if header.is_empty() {
        return Ok(());
    }
    let columns = Columns::of(&header, &sink.options, name)?;
    for row in rows {
        let text = |key: &&str| match row.get(*key) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Object(cell)) => cell.get("value").and_then(Value::as_str).unwrap_or_default().to_owned(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        };
        let cells: Vec<String> = header.iter().map(text).collect();
        columns.take(&cells.iter().map(String::as_str).collect::<Vec<_>>(), place, sink)?;
    }
    Ok(())
}

/// One entity.
fn item(item: &Value, place: &Place, sink: &mut Sink) -> Result<(), Refused> {
    let id = item.get("id").and_then(Value::as_str).unwrap_or_default();
    if !id.starts_with('Q') {
        // Properties and lexemes are no entities of ours.
        sink.report.count(Reason::Type);
        return Ok(());
    }
    let Some(target) = target(item, sink) else {
        let classes: Vec<&str> = values(item, "P31").into_iter().filter_map(entity).collect();
        let first = classes.first().copied().unwrap_or("Q43229").to_owned();
        let listed =
            if classes.is_empty() { "of no class".to_owned() } else { format!("of class {}", classes.join(", ")) };
        sink.report.note(Reason::NoKind, place, || {
            format!("{id} is {listed}: say what that is (--label {first}=agency:company, or {first}=skip)")
        });
        return Ok(());
    };
    let languages: Vec<String> = sink.options.languages().into_iter().map(str::to_owned).collect();
    let label = |field: &str| {
        let labels = item.get(field)?;
        languages.iter().find_map(|language| term(labels.get(language)?))
    };
    let Some(name) = label("labels") else {
        sink.report.note(Reason::NoName, place, || format!("{id} has no label in {}", languages.join(", ")));
        return Ok(());
    };
    let mut entry = Entry::new(&target, name);
    for language in &languages {
        entry.aliases.extend(term(&item["labels"][language]).map(str::to_owned));
        let aliases = item["aliases"][language].as_array();
        entry.aliases.extend(aliases.into_iter().flatten().filter_map(term).map(str::to_owned));
    }
    let country = if target.kind == Kind::Person { "P27" } else { "P17" };
    entry.country = values(item, country).into_iter().find_map(entity).unwrap_or_default().to_owned();
    entry.reference = format!("wikidata:{id}");
    match target.kind {
        Kind::Place => facts_of_place(item, &languages, &mut entry),
        Kind::Person => label("descriptions").unwrap_or_default().clone_into(&mut entry.role),
        _ => label("descriptions").unwrap_or_default().clone_into(&mut entry.note),
    }
    sink.add(entry, place)?;
    Ok(())
}

fn facts_of_place(item: &Value, languages: &[String], entry: &mut Entry) {
    let text = |property: &str| values(item, property).into_iter().find_map(Value::as_str);
    if let Some(point) = values(item, "P625").first() {
        let degrees = |key: &str| point.get(key).map(Value::to_string).unwrap_or_default();
        (entry.lat, entry.lon) = (degrees("latitude"), degrees("longitude"));
    }
    // The last figure of several is the newest, as a rule.
    if let Some(amount) = values(item, "P1082").last().and_then(|value| value.get("amount")?.as_str()) {
        amount.trim_start_matches('+').clone_into(&mut entry.population);
    }
    if let Some(code) = text("P300") {
        code.clone_into(&mut entry.region);
    }
    if let Some(id) = text("P1566").filter(|id| id.bytes().all(|byte| byte.is_ascii_digit())) {
        entry.reference = format!("geonames:{id}");
    }
    for value in values(item, "P1549") {
        let language = value.get("language").and_then(Value::as_str).unwrap_or_default();
        if languages.iter().any(|other| other == language) {
            entry.demonyms.extend(value.get("text").and_then(Value::as_str).map(str::to_owned));
        }
    }
    if let (Some(code), "country") = (text("P297"), entry.subtype.as_str()) {
        entry.reference = format!("country:{code}");
        code.clone_into(&mut entry.country);
    } else if entry.subtype == "region" && !entry.region.is_empty() {
        entry.reference = format!("region:{}", entry.region);
        entry.region.clear();
    }
}

/// What an entity is: by its classes, else as the command says, else a place where it has an id of GeoNames.
fn target(item: &Value, sink: &Sink) -> Option<Target> {
    let classes = values(item, "P31");
    let by_class = classes.into_iter().filter_map(entity).find_map(|class| csv::target_of(class, &sink.options));
    let place = || values(item, "P1566").first().and_then(|_| Target::parse("place").ok());
    by_class.or_else(|| sink.options.target.clone()).or_else(place)
}

/// A label or alias, plain or with its language.
fn term(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.get("value")?.as_str())
}

/// The id of an entity that is a value.
fn entity(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.get("id")?.as_str())
}

/// The values of a property that are not deprecated: the preferred ones where there are any.
fn values<'v>(item: &'v Value, property: &str) -> Vec<&'v Value> {
    let statements: Vec<&Value> = item["claims"][property].as_array().into_iter().flatten().collect();
    let rank = |statement: &&Value| statement.get("rank").and_then(Value::as_str).unwrap_or("normal").to_owned();
    let preferred = statements.iter().any(|statement| rank(statement) == "preferred");
    let wanted = if preferred { "preferred" } else { "normal" };
    let value = |statement: &'v Value| match statement {
        Value::Object(object) => statement.pointer("/mainsnak/datavalue/value").or_else(|| object.get("value")),
        plain => Some(plain),
    };
    statements.into_iter().filter(|statement| rank(statement) == wanted).filter_map(value).collect()
}
