//! Number phrases: a numeral with its bound before or behind it and what it counts or measures.

use super::bound::{bound_after, bound_before, bound_end, negative, same_again, shared};
use super::outline::Text;
use super::partitive::of_phrase;
use super::{Marks, Noun, Per, Quantity, Unit, age, joint, noun, unit};
use crate::entity::Entities;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, pos};
use crate::lexicon::{Connective, View};
use crate::number::{Form, Numeral, Numerals};
use crate::record::{Bound, Status, UnitKind};
use crate::text::Kind;
use crate::time::Times;

/// Makes a quantity of every numeral, and of "no" and "none" before people.
pub(super) fn find(text: Text, numerals: &Numerals, list: &mut Vec<Quantity>) {
    let Text { view, entities, times, outline } = text;
    let mut noes = &outline.noes[..];
    let mut next = 0;
    for (sentence, tokens) in view.sentences.iter().enumerate() {
        let mut token = tokens.first;
        loop {
            while let [no, rest @ ..] = noes
                && *no < token
            {
                noes = rest;
            }
            let numeral = numerals.list.get(next).filter(|numeral| numeral.first >= token);
            let no = noes.first().copied().unwrap_or(u32::MAX);
            let at = numeral.map_or(u32::MAX, |numeral| numeral.first).min(no);
            if at >= tokens.last {
                break;
            }
            if at == no && numeral.is_none_or(|numeral| numeral.first != no) {
                list.extend(zero(view, entities, times, sentence as u32, at as usize));
                token = at + 1;
                continue;
            }
            let Some(numeral) = numeral else { break };
            let following = numerals.list.get(next + 1);
            let quantity = phrase(view, entities, times, sentence as u32, *numeral, following);
            token = numeral.end;
            next += 1;
            // The second number of a rate is part of its unit, and so are digits of a symbol ("km^2", "l/100km").
            let within = match quantity.unit {
                Unit::Count(Noun { per: Some(Per::Many(_, end)), .. }) => end,
                // "$3.82 a dozen".
                Unit::Measure { per: Some(_), .. } => quantity.end,
                Unit::Measure { words: (first, end), .. } if first <= numeral.end + 1 => end,
                _ => 0,
            };
            let within = if is_below_zero(view, quantity.end as usize) { quantity.end } else { within };
            if within > token {
                token = within;
                next += numerals.list[next..].iter().take_while(|numeral| numeral.first < within).count();
            }
            list.push(quantity);
        }
        if next == numerals.list.len() && noes.is_empty() {
            break;
        }
    }
    shared(view, list);
    joint::join(view, list);
    same_again(view, list);
}

fn phrase(
    view: &View,
    entities: &Entities,
    times: &Times,
    sentence: u32,
    numeral: Numeral,
    following: Option<&Numeral>,
) -> Quantity {
    let (at, end) = (numeral.first as usize, numeral.end as usize);
    let mut quantity = blank(sentence, numeral);
    let stop = view.sentences[sentence as usize].last as usize;

    if let Some(found) = unit::before(view, at, end) {
        quantity.unit = found.unit;
        quantity.first = found.first as u32;
        quantity.end = found.end as u32;
    } else if age::alone(view, entities, at, end) {
        quantity.unit = age::unit(view);
        quantity.end = age::past_years(view, end).unwrap_or(end) as u32;
    } else if let Some(found) =
        unit::behind_feet(view, at, end).filter(|_| numeral.value.is_some_and(|inches| inches < 12.0))
    {
        quantity.unit = found.unit;
    } else if round_of_golf(view, at, end) || first_of_result(view, at, end) {
        quantity.form = Form::Score;
    } else if numeral.form != Form::Score {
        counted(view, entities, times, &mut quantity, end.min(stop), stop, following);
        if quantity.unit == Unit::None && (numeral.form == Form::Range || view.is(at, &[kw::A, kw::AN])) {
            quantity.unit = unit_within(view, at, end);
        }
    }
    // "$218.31 per 100 sheep".
    let behind = quantity.end as usize;
    if let Unit::Measure { per: per @ None, .. } = &mut quantity.unit
        && explicit_per(view, behind)
        && let Some(other) = following.filter(|other| other.first as usize == behind + 1)
        && let Some(many) = noun::read(view, entities, times, other.end as usize, false)
    {
        *per = Some(Per::Many(other.first, many.end));
        quantity.end = many.end;
    }
    unit::money::rupees(view, entities, &mut quantity);
    negative(view, &mut quantity);
    below_zero(view, &mut quantity);
    bound_before(view, &mut quantity);
    bound_after(view, &mut quantity, end);
    quantity
}

/// "shot a 67", "a four-under-par 67": strokes.
fn round_of_golf(view: &View, at: usize, end: usize) -> bool {
    let plain = view.tokens[at].kind == Kind::Number && end == at + 1 && (2..=3).contains(&view.tokens[at].len());
    let goes_on = view.is_word(end) && noun::starts_noun(view, end) || view.has(end, Class::Unit);
    let shot = at >= 2 && view.is(at - 1, &[kw::A, kw::AN]) && view.is(at - 2, &[kw::SHOT, kw::CARDED, kw::FIRED]);
    plain && !goes_on && view.id(end) != kw::HYPHEN && (shot || at >= 1 && view.is(at - 1, &[kw::PAR]))
}

/// "Jaguars 27 Colts 24": the first of two figures behind names.
fn first_of_result(view: &View, at: usize, end: usize) -> bool {
    let plain = |token: usize| {
        view.tokens.get(token).is_some_and(|token| token.kind == Kind::Number && token.len() <= 3 && token.space_before)
    };
    if at == 0 || !plain(at) || end != at + 1 || !view.capital(end) || !view.capital(at - 1) || !view.is_word(at - 1) {
        return false;
    }
    let second = (end..end + 4).find(|&token| !view.capital(token)).unwrap_or(end);
    second > end && plain(second) && !view.is_word(second + 1) && !view.has(at - 1, Class::Cue)
}

fn blank(sentence: u32, numeral: Numeral) -> Quantity {
    let bound = match numeral.form {
        Form::Range => Bound::Range,
        Form::Vague => Bound::Vague,
        _ => Bound::Exact,
    };
    Quantity {
        sentence,
        first: numeral.first,
        end: numeral.end,
        number: (numeral.first, numeral.end),
        form: numeral.form,
        value: numeral.value,
        min: numeral.min,
        max: numeral.max,
        bound,
        trend: None,
        unit: Unit::None,
        role: None,
        cue: None,
        status: Status::Reported,
        source: None,
        source_words: None,
        place: None,
        time: None,
        part_of: None,
        tally: None,
        implicit: false,
        marks: Marks::default(),
        score: 0.9,
    }
}

/// "10 degrees below zero", "5 above zero": the zero is no number of its own.
fn below_zero(view: &View, quantity: &mut Quantity) {
    let fits = match quantity.unit {
        Unit::Measure { kind, .. } => kind == UnitKind::Temperature,
        unit => unit == Unit::None,
    };
    let end = quantity.end as usize;
    if !fits || !is_below_zero(view, end + 2) {
        return;
    }
    if view.is(end, &[kw::BELOW])
        && let Some(value) = quantity.value
    {
        quantity.value = Some(-value);
    }
    quantity.end += 2;
}

/// Whether "below zero" or "above zero" ends before a token.
fn is_below_zero(view: &View, end: usize) -> bool {
    end >= 2 && view.is(end - 1, &[kw::ZERO]) && view.is(end - 2, &[kw::BELOW, kw::ABOVE])
}

/// "from 95 kilos to 88": the unit behind the first figure of a range.
fn unit_within(view: &View, at: usize, end: usize) -> Unit {
    let found = (at + 1..end).find_map(|token| {
        let second = view.tokens[token].kind == Kind::Number || view.has(token, Class::Number);
        (!second).then(|| unit::after(view, token, None)).flatten().filter(|found| found.end < end)
    });
    found.map_or(Unit::None, |found| found.unit)
}

/// The unit or the counted noun behind a number.
fn counted(
    view: &View,
    entities: &Entities,
    times: &Times,
    quantity: &mut Quantity,
    end: usize,
    stop: usize,
    following: Option<&Numeral>,
) {
    // "300-odd pages", "12 or so goats".
    let end = bound_end(view, end, stop).unwrap_or(end);
    // "10 x 20 cm": the unit stands behind the last.
    if end >= stop || view.is(end, &[kw::X]) && view.tokens.get(end + 1).is_some_and(|token| token.kind == Kind::Number)
    {
        return;
    }
    if let Some(found) = unit::after(view, end, quantity.value) {
        // "five people": a unit's word that is a counted thing too is counted ("points", "votes").
        quantity.unit = found.unit;
        quantity.end = found.end as u32;
        return;
    }
    let hyphen = view.id(end) == kw::HYPHEN && view.glued(end) && view.glued(end + 1);
    let single = quantity.value == Some(1.0) || hyphen;
    let mut at = end + usize::from(hyphen);
    // "seven others", "another 12", "25 more".
    let mut connective = view.longest(at, Class::Connective).map(|(end, row)| (end, view.lexicon.connectives[row]));
    quantity.marks.more |= (quantity.first as usize).checked_sub(1).is_some_and(|before| is_more(view, before));
    while let Some((after, kind @ (Connective::Other | Connective::More))) = connective {
        let other = kind == Connective::Other;
        if view.is(at, &[kw::OF]) || part_words(view, at) {
            break;
        }
        quantity.marks.other |= other;
        quantity.marks.more |= !other;
        quantity.end = after as u32;
        at = after;
        connective = if at < stop {
            view.longest(at, Class::Connective).map(|(end, row)| (end, view.lexicon.connectives[row]))
        } else {
            None
        };
    }
    // "10 to 12 more months".
    if quantity.marks.more
        && at > end
        && let Some(found) = unit::after(view, at, quantity.value)
    {
        quantity.unit = found.unit;
        quantity.end = found.end as u32;
        return;
    }
    let others_alone = quantity.marks.other && view.is(at - 1, &[kw::OTHERS]);
    if view.is(at, &[kw::OF]) {
        of_phrase(view, entities, times, quantity, at + 1, stop, following);
        return;
    }
    if quantity.form == Form::Ratio || quantity.form == Form::Fraction && !view.is(at, &[kw::A, kw::AN]) {
        // "1/2 cup of sugar".
        let digits = view.tokens[quantity.number.0 as usize].kind != Kind::Word && view.likely(at, pos::NOUN);
        let noun = (digits && quantity.form == Form::Fraction).then(|| noun::read(view, entities, times, at, true));
        if let Some(noun) = noun.flatten().filter(|noun| noun.end as usize <= stop) {
            (quantity.unit, quantity.end) = (Unit::Count(noun), noun.end);
        }
        return;
    }
    // "a 2-for-1 split".
    if is_exchange(view, quantity.number.0 as usize) {
        return;
    }
    // "half a point", "half an hour".
    if quantity.form == Form::Fraction {
        if let Some(found) = unit::after(view, at + 1, quantity.value) {
            quantity.unit = found.unit;
            quantity.end = found.end as u32;
            return;
        }
        at += 1;
    }
    if others_alone {
        return;
    }
    // "a 300-strong crowd".
    if hyphen && view.info(at).likeliest == pos::ADJECTIVE && !view.has(at, Class::Thing) {
        return;
    }
    let many = !single && !hyphen && quantity.form != Form::Fraction;
    let noun = noun::counted(view, entities, times, at, single, many).or_else(|| noun::demonym(view, entities, at));
    // "a two-shot lead".
    let compound = || (hyphen && view.is_word(at) && view.can_be(at, pos::NOUN)).then(|| first_noun(view, at));
    let Some(mut noun) = noun.or_else(compound).filter(|noun| noun.end as usize <= stop) else {
        return;
    };
    if hyphen {
        // "four-storey building", "11-member team": the word at the hyphen is counted, not what it describes.
        noun = first_noun(view, at);
    }
    if let Some((per, end)) = unit::per(view, noun.end as usize, false)
        && explicit_per(view, noun.end as usize)
    {
        noun.per = Some(per);
        quantity.marks.rate = true;
        quantity.end = end as u32;
    }
    // "27 deaths per 100,000 people".
    if explicit_per(view, noun.end as usize)
        && let Some(other) = following.filter(|other| other.first == noun.end + 1)
        && let Some(many) = noun::read(view, entities, times, other.end as usize, false)
    {
        noun.per = Some(Per::Many(other.first, many.end));
        quantity.marks.rate = true;
        quantity.end = many.end;
    }
    quantity.unit = Unit::Count(noun);
    quantity.end = quantity.end.max(noun.end);
}

/// "2-for-1", "two-to-one": the second of two figures that stand against each other counts nothing.
fn is_exchange(view: &View, at: usize) -> bool {
    at > 2 && view.id(at - 1) == kw::HYPHEN && view.is(at - 2, &[kw::FOR, kw::TO]) && view.id(at - 3) == kw::HYPHEN
}

fn explicit_per(view: &View, at: usize) -> bool {
    view.is(at, &[kw::PER])
}

fn part_words(view: &View, at: usize) -> bool {
    view.longest(at, Class::Connective).is_some_and(|(_, row)| view.lexicon.connectives[row] == Connective::Part)
}

fn is_more(view: &View, token: usize) -> bool {
    view.longest(token, Class::Connective).is_some_and(|(_, row)| view.lexicon.connectives[row] == Connective::More)
        && view.is(token, &[kw::ANOTHER, kw::FURTHER, kw::MORE])
}

/// The single noun at a hyphen.
fn first_noun(view: &View, at: usize) -> Noun {
    let row = view.longest(at, Class::Thing).map(|(_, row)| row as u32);
    Noun { first: at as u32, end: at as u32 + 1, head: at as u32, thing: row, per: None }
}

/// "no soldiers were killed", "none of the passengers was hurt", "nobody was hurt": zero, if a role comes to it.
fn zero(view: &View, entities: &Entities, times: &Times, sentence: u32, at: usize) -> Option<Quantity> {
    let stop = view.sentences[sentence as usize].last as usize;
    let none = view.is(at, &[kw::NONE, kw::NOBODY])
        || view.is(at, &[kw::NO]) && view.is(at + 1, &[kw::ONE])
        || view.is(at, &[kw::NEITHER]) && view.is(at + 1, &[kw::OF]);
    if !none && !view.is(at, &[kw::NO]) {
        return None;
    }
    let end = at + 1 + usize::from(none && view.is(at, &[kw::NO]));
    let numeral =
        Numeral { first: at as u32, end: end as u32, value: Some(0.0), min: None, max: None, form: Form::Words };
    let mut quantity = blank(sentence, numeral);
    quantity.marks.zero = true;
    if none {
        quantity.unit = Unit::People;
        return (end < stop).then_some(quantity);
    }
    // "no more than 12", "no further details": a bound, or nothing that can be counted.
    if view.has(at, Class::Bound) || end >= stop {
        return None;
    }
    let noun = noun::read(view, entities, times, end, false).filter(|noun| noun.end as usize <= stop)?;
    noun.thing?;
    quantity.end = noun.end;
    quantity.unit = Unit::Count(noun);
    Some(quantity)
}
