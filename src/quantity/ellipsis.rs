//! Ellipsis: numbers that name nothing themselves and lean on another ("and some 80 hurt", "seven others").

use super::chunk::{Chunks, What};
use super::outline::Text;
use super::role::leant::is_the_other;
use super::{Noun, Quantity, Unit, last_before, member, noun, part, rival};
use crate::lexicon::sense::{Class, pos};
use crate::lexicon::{Connective, View, keyword as kw};
use crate::number::Form;
use crate::record::{Role, UnitKind};
use crate::trace::Trace;

/// How many sentences back a number with a role may lean.
const SENTENCES_BACK: u32 = 3;

/// Gives every bare number what it leans on, and roles that go with it.
pub(super) fn resolve(text: Text, chunks: &mut Chunks, list: &mut [Quantity], trace: &mut Trace) {
    let view = text.view;
    for index in 0..list.len() {
        // "Nineteen of the 64 injured": as those whom they are of.
        if list[index].unit == Unit::None
            && let Some(whole) = part::of_following(view, list, index).map(|whole| whole as usize)
            && list[whole].unit == Unit::None
            && !matches!(list[index].form, Form::Fraction | Form::Ratio)
        {
            one(text, chunks, list, whole, trace);
            if list[whole].unit != Unit::None {
                list[index].unit = member::like(list, whole);
            }
        }
        one(text, chunks, list, index, trace);
    }
}

/// Gives the bare number at `index` what it leans on.
fn one(text: Text, chunks: &mut Chunks, list: &mut [Quantity], index: usize, trace: &mut Trace) {
    let view = text.view;
    if matches!(list[index].unit, Unit::Count(_)) && list[index].role.is_none() {
        gapped(text, chunks, list, index, trace);
    }
    // "Four of the victims died. … The other two": known before the rest is asked for.
    if list[index].marks.definite && list[index].part_of.is_none() {
        list[index].part_of = part::of_them(view, list, index);
    }
    if list[index].implicit || !matches!(list[index].unit, Unit::None) || list[index].form == Form::Score {
        return;
    }
    if list[index].part_of.is_none() {
        part::of_state(view, list, index);
    }
    if list[index].unit != Unit::None
        || member::link(text, chunks, list, index, trace)
        || rival::link(text, chunks, list, index, trace)
    {
        return;
    }
    let Some(unit) = leans_on(view, list, index) else { return };
    let (start, stop) = view.span(list[index].first as usize, list[index].end as usize);
    if let Unit::Like(other) = unit {
        trace.note("ellipsis", start, stop, || format!("like \"{}\"", words(view, &list[other as usize])));
        if list[index].role.is_none() {
            shared_role(view, chunks, list, index, other as usize);
        }
    } else {
        trace.note("ellipsis", start, stop, || "people".to_owned());
    }
    list[index].unit = unit;
}

/// "Argentina has sent three planes and Brazil 90 men": the verb of the first is that of the second too, of whom it says
/// the same.
fn gapped(text: Text, chunks: &Chunks, list: &mut [Quantity], index: usize, trace: &mut Trace) {
    let view = text.view;
    let Some(before) = index.checked_sub(1) else { return };
    let (told, quantity) = (&list[before], &list[index]);
    let (Some(role), Some(cue)) = (told.role, told.cue) else { return };
    let Unit::Count(Noun { thing: Some(_), .. }) = quantity.unit else { return };
    let object = cue.0 < told.first && !told.implicit && !quantity.implicit && !quantity.marks.partitive;
    if !object
        || told.sentence != quantity.sentence
        || !matches!(role, Role::Deployed | Role::Delivered | Role::Launched)
    {
        return;
    }
    let (start, stop) = chunks.sentences[quantity.sentence as usize];
    let chunks = &chunks.list[start as usize..stop as usize];
    let Some(at) = chunks.iter().position(|chunk| chunk.what == What::Number(index as u32)) else { return };
    let joint = |what: What| matches!(what, What::Comma | What::Break | What::Connective(Connective::And));
    // "and the Netherlands 120 troops".
    let over = usize::from(at >= 3 && view.is(chunks[at - 2].first as usize, &[kw::THE]));
    let giver = at >= 2 && matches!(chunks[at - 1].what, What::Entity(_)) && joint(chunks[at - 2 - over].what);
    // "and Brazil 90 men were": a verb of its own.
    let acts = chunks[at + 1..]
        .iter()
        .take_while(|chunk| !matches!(chunk.what, What::Clause | What::Break | What::Comma | What::Connective(_)))
        .any(|chunk| matches!(chunk.what, What::Verb | What::Aux | What::Cue(_)));
    let first = chunks.iter().position(|chunk| chunk.first >= told.end).unwrap_or(at);
    let parted =
        chunks[first.min(at)..at].iter().any(|chunk| matches!(chunk.what, What::Verb | What::Aux | What::Cue(_)));
    if giver && !acts && !parted {
        let (from, end) = view.span(cue.0 as usize, cue.1 as usize);
        trace.note("gapped", from, end, || format!("{role:?}"));
        (list[index].role, list[index].cue) = (Some(role), Some(cue));
    }
}

fn words<'a>(view: &View<'_, 'a>, quantity: &Quantity) -> &'a str {
    view.slice(quantity.first as usize, quantity.end as usize)
}

/// What a bare number means: the same as another, or people.
fn leans_on(view: &View, list: &[Quantity], index: usize) -> Option<Unit> {
    let quantity = &list[index];
    let fraction = matches!(quantity.form, Form::Fraction | Form::Ratio);
    if fraction {
        return None;
    }
    let same_sentence = |other: &Quantity| other.sentence == quantity.sentence;
    if is_the_other(view, quantity)
        && let Some(before) = last_before(list, index, |other| {
            !other.implicit && counted(other) && quantity.sentence - other.sentence <= 1
        })
    {
        return Some(Unit::Like(origin(list, before)));
    }
    if let Some(role) = quantity.role {
        // "some 80 hurt": as the nearest counted people before it.
        let before = last_before(list, index, |other| {
            !other.implicit
                && quantity.sentence - other.sentence.min(quantity.sentence) <= SENTENCES_BACK
                && counted(other)
                && !is_among_them(view, other)
                && (suits(view, role, list, other) || quantity.marks.partitive && is_larger(other, quantity))
                && !is_doer(view, quantity, other)
                && (!is_kin(view, list, other) || is_larger(other, quantity))
                && (same_sentence(other) || other.role.is_some() || is_larger(other, quantity))
        });
        if let Some(noun) = named_by(view, quantity) {
            return Some(Unit::Count(noun));
        }
        if quantity.marks.toll {
            return Some(Unit::People);
        }
        return match before {
            Some(other) => Some(Unit::Like(origin(list, other))),
            None => of_people(role).then_some(Unit::People),
        };
    }
    if quantity.marks.other || quantity.marks.more && quantity.end == quantity.number.1 {
        let before = last_before(list, index, |other| {
            !other.implicit && counted(other) && quantity.sentence - other.sentence <= 1
        });
        return Some(before.map_or(Unit::People, |other| Unit::Like(origin(list, other))));
    }
    if quantity.marks.partitive {
        let before = last_before(list, index, |other| {
            !other.implicit
                && (counted(other) || is_score(other))
                && (is_larger(other, quantity) || other.form == Form::Vague)
                && quantity.sentence - other.sentence <= SENTENCES_BACK
        })?;
        return Some(Unit::Like(origin(list, before)));
    }
    if is_body(view, quantity) {
        return Some(Unit::People);
    }
    // "1,900,000 ($17,400)": money, as the brackets tell.
    if view.is(quantity.end as usize, &[kw::OPEN])
        && let Some(next) = list.get(index + 1).filter(|next| next.first == quantity.end + 1 && money(next).is_some())
    {
        let money = last_before(list, index, |other| {
            same_sentence(other) && money(other).is_some_and(|name| money(next) != Some(name))
        });
        return money.map(|other| Unit::Like(other as u32));
    }
    // "freed nine hostages. It still has 16".
    if has_before(view, quantity) {
        let before = last_before(list, index, |other| {
            !other.implicit && counted(other) && quantity.sentence - other.sentence <= 1
        })?;
        return Some(Unit::Like(origin(list, before)));
    }
    // "12 mills in Peru and three in Chile", "5.1 per cent, against 6".
    // "9.6 billion shares, against a 20-day average of 10.8 billion".
    // Nor is a price as many bedrooms as the flat has: "a three-bedroom flat costs 400,000".
    let describes = |other: &Quantity| {
        let words = match other.unit {
            Unit::Measure { kind: UnitKind::Duration, words, .. } => words.0,
            Unit::Count(noun) => noun.first,
            _ => return false,
        };
        view.id((words as usize).saturating_sub(1)) == kw::HYPHEN
    };
    let before = last_before(list, index, |other| !other.implicit && same_sentence(other) && !describes(other))?;
    let other = &list[before];
    let level = view.is((quantity.first as usize).checked_sub(1)?, &[kw::TO, kw::AT]);
    match other.unit {
        // "50 percent of 200".
        Unit::Measure { kind: UnitKind::Percent, .. } if level || view.is(quantity.first as usize - 1, &[kw::OF]) => {
            None
        }
        Unit::Measure { kind: UnitKind::Age | UnitKind::Duration, .. } => None,
        Unit::None => None,
        _ if other.form == Form::Score => None,
        _ => Some(Unit::Like(origin(list, before))),
    }
}

/// "an army of 45", "a crew of 12": the number of those who make up a body.
fn is_body(view: &View, quantity: &Quantity) -> bool {
    let Some(body) = (quantity.first as usize).checked_sub(2).filter(|&body| view.is(body + 1, &[kw::OF])) else {
        return false;
    };
    let group = view.words.all(body, Class::Thing).any(|(end, row)| {
        end == body + 1 && !view.lexicon.things[row].plural && view.lexicon.branch(row).starts_with("person/group")
    });
    group
        || view
            .words
            .all(body, Class::Cue)
            .any(|(end, row)| end == body + 2 && view.lexicon.cues[row].role == Some(Role::Deployed))
}

/// Whether a form of "have" stands before a number that nothing follows, over an adverb.
fn has_before(view: &View, quantity: &Quantity) -> bool {
    let first = quantity.first as usize;
    let have = |token: Option<usize>| token.is_some_and(|token| view.is(token, &[kw::HAVE, kw::HAS, kw::HAD]));
    !view.is_word(quantity.end as usize)
        && (have(first.checked_sub(1))
            || first > 0 && view.likely(first - 1, pos::ADVERB) && have(first.checked_sub(2)))
}

/// "The number of infections rose to 1,940": what the words that told of the figure name.
fn named_by(view: &View, quantity: &Quantity) -> Option<Noun> {
    let (first, end) = quantity.cue?;
    (first as usize + 1..end as usize).find_map(|token| {
        let (after, row) = noun::thing(view, token).filter(|_| view.is(token - 1, &[kw::OF]))?;
        (after == end as usize).then_some(Noun {
            first: token as u32,
            end,
            head: end - 1,
            thing: Some(row as u32),
            per: None,
        })
    })
}

/// "About 60 raiders rode into Dori, killing 12": who stands before the verb and is not hit himself does it.
fn is_doer(view: &View, quantity: &Quantity, other: &Quantity) -> bool {
    // "A bus with 52 passengers fell into a river, killing 18".
    let aboard = other.first > 0 && view.is(other.first as usize - 1, &[kw::WITH]);
    quantity.cue.is_some_and(|cue| cue.0 < quantity.first && other.end <= cue.0)
        && other.sentence == quantity.sentence
        && other.role.is_none()
        && !aboard
}

/// "83 drowned, more than 50 women among them, and 19 are missing": some of those whom the next number is as well.
fn is_among_them(view: &View, other: &Quantity) -> bool {
    let end = other.end as usize;
    view.is(end, &[kw::AMONG]) && view.is(end + 1, &[kw::THEM])
}

/// Whether relatives are counted: 200 missing are none of somebody's two daughters.
fn is_kin(view: &View, list: &[Quantity], other: &Quantity) -> bool {
    let unit = match other.unit {
        Unit::Like(origin) => list[origin as usize].unit,
        unit => unit,
    };
    let Unit::Count(Noun { thing: Some(row), .. }) = unit else { return false };
    view.lexicon.branch(row as usize).starts_with("person/kin")
}

/// Whether `other` may hold the counted of `quantity`.
fn is_larger(other: &Quantity, quantity: &Quantity) -> bool {
    let most = |quantity: &Quantity| quantity.value.or(quantity.max).or(quantity.min);
    matches!((most(other), most(quantity)), (Some(whole), Some(part)) if whole >= part)
}

/// "20 points, nine of them in the last period".
fn is_score(quantity: &Quantity) -> bool {
    matches!(quantity.unit, Unit::Measure { kind: UnitKind::Score, .. })
}

/// The name of the currency that a quantity is told in.
fn money(quantity: &Quantity) -> Option<u32> {
    match quantity.unit {
        Unit::Measure { kind: UnitKind::Currency, name, .. } => Some(name),
        _ => None,
    }
}

/// The quantity that names the noun, over further ellipses.
fn origin(list: &[Quantity], mut index: usize) -> u32 {
    for _ in 0..8 {
        match list[index].unit {
            Unit::Like(other) if (other as usize) < list.len() => index = other as usize,
            _ => break,
        }
    }
    index as u32
}

fn counted(quantity: &Quantity) -> bool {
    matches!(quantity.unit, Unit::Count(_) | Unit::Like(_) | Unit::People)
}

/// Whether the things of `other` can have the role.
fn suits(view: &View, role: Role, list: &[Quantity], other: &Quantity) -> bool {
    let noun = match other.unit {
        Unit::Like(origin) => match list[origin as usize].unit {
            Unit::Count(noun) => noun,
            _ => return of_people(role),
        },
        Unit::Count(noun) => noun,
        _ => return of_people(role),
    };
    let Some(thing) = noun.thing else { return !of_people(role) || other.role == Some(role) };
    let branch = view.lexicon.branch(thing as usize);
    let person = branch.starts_with("person") && !branch.starts_with("person/group");
    if matches!(role, Role::Affected | Role::LaidOff) && !branch.starts_with("event/") {
        return true;
    }
    // "reported 14 arrests; six were jailed": who was jailed is no arrest.
    person == of_people(role) || other.role == Some(role) && (!of_people(role) || branch.starts_with("person"))
}

/// Roles that people have.
pub(super) fn of_people(role: Role) -> bool {
    !matches!(role, Role::Destroyed | Role::Damaged | Role::ShotDown | Role::Launched | Role::Delivered)
}

/// "France has 60 soldiers in Bamako, and Spain 90": the second shares the first's role where no verb parts them.
fn shared_role(view: &View, chunks: &Chunks, list: &mut [Quantity], index: usize, other: usize) {
    if list[index].sentence != list[other].sentence || list[index].marks.partitive || list[other].role.is_none() {
        return;
    }
    let (from, to) = (list[other].end, list[index].first);
    let (start, stop) = chunks.sentences[list[index].sentence as usize];
    let mut joined = false;
    for chunk in &chunks.list[start as usize..stop as usize] {
        if chunk.first < from || chunk.first >= to {
            continue;
        }
        match chunk.what {
            What::Verb | What::Aux | What::Clause | What::Break | What::Cue(_) | What::Pronoun => return,
            What::Comma | What::Connective(Connective::And | Connective::But) => joined = true,
            _ => {}
        }
    }
    let follows = view.is(list[index].end as usize, &[kw::FROM, kw::IN, kw::AT, kw::OF, kw::DOT, kw::COMMA]);
    if joined && follows {
        list[index].role = list[other].role;
        list[index].cue = list[other].cue;
    }
}
