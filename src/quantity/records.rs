//! Quantities as the record has them.

use std::borrow::Cow;

use super::{Noun, Per, Quantities, Quantity, Unit};
use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::Class;
use crate::record::{self, Bound, Mention, Span, TimeRef, UnitKind};
use crate::text::{Shape, fold_into};
use crate::time::{Expression, Preposition, Times};

/// The quantities as the record has them.
pub(crate) fn records<'a>(
    view: &View<'_, 'a>,
    entities: &Entities,
    times: &Times,
    quantities: &Quantities,
) -> Vec<record::Quantity<'a>> {
    quantities.list.iter().map(|quantity| record(view, entities, times, &quantities.list, quantity)).collect()
}

/// The entities within a counted noun phrase ("600 North Korean soldiers").
fn qualifying(entities: &Entities, unit: Unit) -> Vec<usize> {
    let mut of = Vec::new();
    let Unit::Count(noun) = unit else { return of };
    for entity in (noun.first..noun.end).filter_map(|token| entities.at(token as usize)) {
        if of.last() != Some(&entity) {
            of.push(entity);
        }
    }
    of
}

fn mention<'a>(view: &View<'_, 'a>, first: u32, end: u32) -> Mention<'a> {
    let (start, stop) = view.span(first as usize, end as usize);
    Mention { start: start as usize, end: stop as usize, text: Cow::Borrowed(view.slice(first as usize, end as usize)) }
}

fn record<'a>(
    view: &View<'_, 'a>,
    entities: &Entities,
    times: &Times,
    list: &[Quantity],
    quantity: &Quantity,
) -> record::Quantity<'a> {
    let (first, end) = shown(quantity);
    let whole = mention(view, first, end.max(first + 1));
    let number = (!quantity.implicit && quantity.number.0 < quantity.number.1)
        .then(|| mention(view, quantity.number.0, quantity.number.1));
    record::Quantity {
        start: whole.start,
        end: whole.end,
        text: whole.text,
        number,
        value: quantity.value,
        min: quantity.min.or(match quantity.bound {
            Bound::AtLeast | Bound::MoreThan => quantity.value,
            _ => None,
        }),
        max: quantity.max,
        bound: quantity.bound,
        trend: quantity.trend,
        unit: unit(view, list, quantity),
        of: qualifying(entities, quantity.unit),
        role: quantity.role,
        cue: quantity.cue.map(|(first, end)| mention(view, first, end)),
        status: quantity.status,
        source: quantity.source.map(|index| index as usize),
        source_text: quantity.source_words.map(|(first, end)| mention(view, first, end).text),
        place: quantity.place.map(|index| index as usize),
        time: quantity.time.map(|index| time(view, times, index as usize)),
        part_of: quantity.part_of.map(|index| index as usize),
        tally: quantity.tally,
        sentence: sentence(view, quantity.sentence),
        implicit: quantity.implicit,
        score: (quantity.score * 100.0).round() / 100.0,
    }
}

/// The time of a quantity: of "between 2015 and 2019" both years.
fn time<'a>(view: &View<'_, 'a>, times: &Times, index: usize) -> TimeRef<'a> {
    let list = &times.list;
    let one = &list[index];
    let before = index.checked_sub(1).map(|before| &list[before]).filter(|before| paired(view, before, one));
    let after = list.get(index + 1).filter(|after| paired(view, one, after));
    let (from, to) = match (before, after) {
        (Some(before), _) => (before, one),
        (None, Some(after)) => (one, after),
        (None, None) => (one, one),
    };
    let words = mention(view, from.first, to.end);
    let iso = match (&from.iso, &to.iso) {
        (Some(first), Some(last)) if from.first != to.first => {
            let (first, last) = (first.split('/').next(), last.rsplit('/').next());
            Some(format!("{}/{}", first.unwrap_or_default(), last.unwrap_or_default()))
        }
        (_, iso) if from.first == to.first => iso.clone(),
        _ => None,
    };
    TimeRef { start: words.start, end: words.end, text: words.text, iso: iso.map(Cow::Owned) }
}

/// "between 2015 and 2019", "from Monday to Friday", "in July and August".
fn paired(view: &View, from: &Expression, to: &Expression) -> bool {
    let joined = to.first == from.end + 1;
    let between = from.end as usize;
    joined
        && match from.preposition {
            Preposition::Between => view.is(between, &[kw::AND]),
            Preposition::From => view.is(between, &[kw::TO, kw::UNTIL, kw::THROUGH, kw::TILL]),
            Preposition::In | Preposition::On | Preposition::During | Preposition::Over => {
                let apart = from.clock || to.clock || view.is(to.end as usize, &[kw::POSSESSIVE]);
                view.is(between, &[kw::AND]) && from.kind == to.kind && !apart
            }
            _ => false,
        }
}

fn sentence(view: &View, index: u32) -> Span {
    let tokens = view.sentences[index as usize];
    let (start, end) = view.span(tokens.first as usize, tokens.last as usize);
    Span { start: start as usize, end: end as usize }
}

/// The words of a quantity in the record: a bound that changes nothing ("only 12") and the set that it is part of ("12 of
/// them", "11 of the children") are read but not shown.
fn shown(quantity: &Quantity) -> (u32, u32) {
    let (mut first, mut end) = (quantity.first, quantity.end);
    let number = quantity.number;
    if quantity.implicit || number.0 >= number.1 {
        return (first, end);
    }
    if quantity.bound == Bound::Exact && quantity.value.is_some_and(|value| value >= 0.0) {
        first = match quantity.unit {
            Unit::Measure { words, .. } if words.0 < words.1 && words.1 <= number.0 => words.0,
            _ => number.0,
        };
    }
    // "five of them women", but not "Five of them were women".
    let named = matches!(quantity.unit, Unit::Count(noun) if noun.first <= end) && !quantity.marks.definite;
    if quantity.marks.partitive && !named && !matches!(quantity.unit, Unit::Measure { .. }) {
        end = number.1;
    }
    (first, end)
}

fn unit<'a>(view: &View<'_, 'a>, list: &[Quantity], quantity: &Quantity) -> Option<record::Unit<'a>> {
    match quantity.unit {
        Unit::None => None,
        Unit::People => Some(record::Unit {
            kind: UnitKind::Count,
            name: Some(Cow::Borrowed("person")),
            head: Some(Cow::Borrowed("person")),
            category: Some(Cow::Borrowed("person")),
            path: Some(Cow::Borrowed("person/person")),
            start: None,
            end: None,
            text: None,
        }),
        Unit::Like(other) => {
            let mut unit = unit(view, list, list.get(other as usize)?)?;
            (unit.start, unit.end, unit.text) = (None, None, None);
            Some(unit)
        }
        Unit::Measure { kind, name, words, per } => {
            let name = name_of_measure(view, name, per);
            let words = (words.0 < words.1).then(|| mention(view, words.0, words.1));
            let head = (kind == UnitKind::Score).then(|| name.clone());
            Some(record::Unit {
                kind,
                name: Some(name),
                head,
                category: None,
                path: None,
                start: words.as_ref().map(|words| words.start),
                end: words.as_ref().map(|words| words.end),
                text: words.map(|words| words.text),
            })
        }
        Unit::Count(noun) => {
            let words = mention(view, noun.first, noun.end);
            let (head, category, path) = head(view, noun);
            Some(record::Unit {
                kind: UnitKind::Count,
                name: Some(name_of_count(view, noun, &head)),
                head: Some(head),
                category,
                path,
                start: Some(words.start),
                end: Some(words.end),
                text: Some(words.text),
            })
        }
    }
}

/// "dollar", "dollar per barrel".
fn name_of_measure<'a>(view: &View<'_, 'a>, name: u32, per: Option<Per>) -> Cow<'a, str> {
    let name = view.lexicon.string(name);
    match per {
        None => Cow::Borrowed(name),
        Some(per) => Cow::Owned(format!("{name} per {}", per_name(view, per))),
    }
}

fn per_name(view: &View, per: Per) -> String {
    match per {
        Per::Unit(name) => view.lexicon.string(name).to_owned(),
        Per::Noun(token) => folded(view, token),
        Per::Many(first, end) => {
            let mut name = String::new();
            fold_into(view.slice(first as usize, end as usize), &mut name);
            name
        }
    }
}

fn folded(view: &View, token: u32) -> String {
    let mut out = String::new();
    fold_into(view.slice(token as usize, token as usize + 1), &mut out);
    out
}

/// The singular head, and the category and the branch of the tree of things that the lexicon gives it.
fn head<'a>(view: &View<'_, 'a>, noun: Noun) -> (Cow<'a, str>, Option<Cow<'a, str>>, Option<Cow<'a, str>>) {
    match noun.thing {
        Some(row) if is_demonym(view, noun) => {
            let thing = &view.lexicon.things[row as usize];
            let category = Cow::Borrowed(view.lexicon.string(thing.category));
            let path = Cow::Borrowed(view.lexicon.branches[thing.branch as usize].as_str());
            (Cow::Owned(view.lexicon.singular(&folded(view, noun.head))), Some(category), Some(path))
        }
        Some(row) => {
            let thing = &view.lexicon.things[row as usize];
            let category = view.lexicon.string(thing.category);
            let category = (!category.is_empty()).then_some(Cow::Borrowed(category));
            let path = Cow::Borrowed(view.lexicon.branches[thing.branch as usize].as_str());
            (Cow::Borrowed(view.lexicon.string(thing.head)), category, Some(path))
        }
        None => (Cow::Owned(singular(view, noun.head)), None, None),
    }
}

/// The singular of a word in lower case; "RBIs" are more than one "RBI".
fn singular(view: &View, head: u32) -> String {
    let folded = folded(view, head);
    let initials = view.shape(head as usize) == Shape::Title
        && view
            .slice(head as usize, head as usize + 1)
            .strip_suffix('s')
            .is_some_and(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase()));
    match folded.strip_suffix('s') {
        Some(word) if initials => word.to_owned(),
        _ => view.lexicon.singular(&folded),
    }
}

/// "five Palestinians": people, told by the name of a people.
fn is_demonym(view: &View, noun: Noun) -> bool {
    view.capital(noun.head as usize)
        && noun.thing.is_some_and(|row| view.lexicon.string(view.lexicon.things[row as usize].head) == "person")
        && !view.has(noun.head as usize, Class::Thing)
}

/// The noun phrase in lower case, acronyms apart, with its head in the singular.
fn name_of_count<'a>(view: &View<'_, 'a>, noun: Noun, head: &str) -> Cow<'a, str> {
    let thing = noun
        .thing
        .filter(|_| !is_demonym(view, noun))
        .map(|row| view.lexicon.string(view.lexicon.things[row as usize].name));
    if let Some(name) = thing
        && (noun.first, noun.first + 1) == (noun.head, noun.end)
        && noun.per.is_none()
    {
        return Cow::Borrowed(name);
    }
    let mut name = String::with_capacity((noun.end - noun.first) as usize * 12);
    for token in noun.first..noun.end {
        let glued = view.glued(token as usize);
        if token > noun.first && !glued {
            name.push(' ');
        }
        if token == noun.head {
            name.push_str(thing.unwrap_or(head));
        } else if view.shape(token as usize) == Shape::Upper {
            name.push_str(view.slice(token as usize, token as usize + 1));
        } else {
            fold_into(view.slice(token as usize, token as usize + 1), &mut name);
        }
    }
    if let Some(per) = noun.per {
        name.push_str(" per ");
        name.push_str(&per_name(view, per));
    }
    Cow::Owned(name)
}
