//! Trend: which way a figure moved ("rose 5 percent", "down 300", "cut its workforce by 10,000").
//!
//! Verbs and particles tell it, nouns do not: in "a cut of 300 jobs" nothing has moved yet.

use super::grammar::BE;
use super::outline::Text;
use super::{Quantity, Unit};
use crate::lexicon::sense::{Class, pos};
use crate::lexicon::{View, keyword as kw};
use crate::number::Form;
use crate::record::{Role, Trend, UnitKind};
use crate::text::Kind;

/// How many tokens may stand between a word of change and the figure.
const REACH: usize = 6;
/// The same before "by", which asks for such a word: "reduced the use of chemical pesticides by 90%".
const FAR: usize = 12;

/// Marks every quantity that a word of change governs.
pub(super) fn mark(text: Text, list: &mut [Quantity]) {
    let view = text.view;
    for index in 0..list.len() {
        let quantity = &list[index];
        let by = quantity.first > 0 && view.is(quantity.first as usize - 1, &[kw::BY]);
        let told = quantity.role.is_some_and(|role| role != Role::LaidOff);
        // "lost 2-1".
        if quantity.implicit || quantity.form == Form::Score || told && !measured(quantity) && !by {
            continue;
        }
        let again = index > 0 && list[index - 1].trend.is_some();
        let moved = again || text.held(quantity.sentence).has(Class::Trend);
        let trend = if moved { before(view, list, index) } else { None };
        let trend = trend.or_else(|| behind(view, quantity));
        list[index].trend = trend;
    }
}

/// "rose 0.4 per cent", "fell by 300", "cut its workforce by 10,000": the nearest word of change before the figure. A
/// figure behind "to" or "from" is a level and not the change.
fn before(view: &View, list: &[Quantity], index: usize) -> Option<Trend> {
    let quantity = &list[index];
    let start = view.sentences[quantity.sentence as usize].first as usize;
    let first = quantity.first as usize;
    if again(view, list, index) {
        return list[index - 1].trend;
    }
    let direct = first.checked_sub(1).filter(|before| *before >= start)?;
    // "fell below $20,000", "rose as high as $45", "slid toward $44" tell a level too.
    let level = view.is(first, &[kw::BELOW, kw::ABOVE])
        || view.is(first, &[kw::AS]) && view.is(first + 1, &[kw::HIGH, kw::LOW]);
    // "to climb the 2,400m peak" moves no figure.
    if view.tokens[direct].kind == Kind::Possessive
        || view.is(direct, &[kw::THE, kw::ITS, kw::THEIR, kw::HIS, kw::HER, kw::THIS, kw::THAT, kw::THESE, kw::THOSE])
    {
        return None;
    }
    // "by another half a point", "by a further quarter point".
    let further = view.is(direct, &[kw::ANOTHER]) || view.is(direct, &[kw::FURTHER]) && direct > start;
    let direct = match further {
        true => direct.saturating_sub(1 + usize::from(view.is(direct - 1, &[kw::A]))).max(start),
        false => direct,
    };
    let rate = at_a_rate(view, direct);
    if level || rate.is_none() && view.is(direct, &[kw::TO, kw::FROM, kw::AT, kw::OF, kw::TOWARD, kw::TOWARDS]) {
        return None;
    }
    let by = rate.is_some() || view.is(direct, &[kw::BY]);
    let figure =
        matches!(quantity.unit, Unit::Measure { kind, .. } if !matches!(kind, UnitKind::Age | UnitKind::Duration));
    let mut token = rate.unwrap_or(first);
    let mut reach = if by { FAR } else { REACH };
    let mut step = 0;
    while step < reach {
        token = token.checked_sub(1).filter(|token| *token >= start)?;
        if index > 0 && (token as u32) < list[index - 1].end {
            return None;
        }
        let near = step < 2;
        // A compound is one word.
        reach += usize::from(view.id(token) == kw::HYPHEN) * 2;
        step += 1;
        if let Some((end, row)) = view.longest(token, Class::Trend)
            && end <= first
            && (!view.is(token, &[kw::OFF]) || off(view, token, first))
            && (by || figure || near && !measured(quantity))
        {
            // "add ten users": no figure has moved.
            let added = view.is(token, &[kw::ADD, kw::ADDS, kw::ADDED, kw::ADDING]);
            if !by && added && matches!(quantity.unit, Unit::Count(_)) {
                return None;
            }
            return moves(view, quantity, token, end).then(|| view.lexicon.trends[row]);
        }
        let joint = if by { pos::COORDINATOR | pos::WH } else { pos::PREPOSITION | pos::COORDINATOR | pos::WH };
        let parted = (step > 1 || !by && !figure) && view.likely(token, joint);
        // "rose a steeper-than-feared 7 percent"; a full stop within a sentence is that of "U.S.".
        let within = view.id(token + 1) == kw::HYPHEN && view.glued(token + 1);
        if parted && !within || matches!(view.tokens[token].punct(), b';' | b':' | b',' | b'(') {
            return None;
        }
    }
    None
}

/// ", off 1.2%", "is off 3 points": "off" that tells a fall by itself, not "dropped off 6%".
fn off(view: &View, token: usize, first: usize) -> bool {
    let open = |before: usize| is_being(view, before) || view.id(before) == kw::COMMA || view.has(before, Class::Unit);
    token + 1 == first && token.checked_sub(1).is_some_and(open)
}

/// "at an annual rate of", "by an average of": the preposition that begins what ends with "of" at a token.
fn at_a_rate(view: &View, of: usize) -> Option<usize> {
    let noun = of.checked_sub(1).filter(|_| view.is(of, &[kw::OF]))?;
    if !view.is(noun, &[kw::RATE, kw::PACE, kw::AVERAGE, kw::TOTAL]) {
        return None;
    }
    // "up an average of 3 percent".
    let article = noun.checked_sub(1).filter(|article| view.is(*article, &[kw::A, kw::AN]));
    if let Some(article) = article.filter(|article| *article > 0 && view.has(article - 1, Class::Trend)) {
        return Some(article);
    }
    let start = (noun.saturating_sub(4)..noun).rev().find(|token| view.is(*token, &[kw::AT, kw::BY]))?;
    view.is(start + 1, &[kw::A, kw::AN, kw::THE]).then_some(start)
}

/// "up 12 points, or 0.01%", "down 300 dollars (2 percent)": the second figure says the same again.
fn again(view: &View, list: &[Quantity], index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    let (end, first) = (list[before].end as usize, list[index].first as usize);
    let comma = usize::from(view.id(end) == kw::COMMA);
    measured(&list[index])
        && measured(&list[before])
        && first == end + comma + 1
        && view.is(end + comma, &[kw::OR, kw::OPEN])
        && list[before].trend.is_some()
}

/// Whether a word of change is said of the figure: a verb or particle, and not a noun ("an overall cut of", "the price
/// increase"), nor the particle of another verb ("picked up three bags"), nor money that is raised.
fn moves(view: &View, quantity: &Quantity, token: usize, end: usize) -> bool {
    let first = quantity.first as usize;
    let before = token.checked_sub(1);
    // "Add 3 eggs": said to do.
    if token == view.sentences[quantity.sentence as usize].first as usize && view.info(token).likeliest == pos::VERB {
        return false;
    }
    if view.is(token, &[kw::UP, kw::DOWN]) && end == token + 1 {
        let share = matches!(
            quantity.unit,
            Unit::Measure { kind: UnitKind::Percent | UnitKind::Score | UnitKind::Currency, .. }
        );
        let average = view.is(end, &[kw::A, kw::AN]) && view.is(first - 1, &[kw::OF]);
        let beside = first == end || view.is(end, &[kw::BY]) || average;
        let verb = before.is_some_and(|before| view.verb_like(before) && !is_being(view, before));
        // "make up 60% of": a share.
        let made = before.is_some_and(|before| {
            view.is(before, &[kw::MAKE, kw::MAKES, kw::MADE, kw::MAKING, kw::TAKE, kw::TAKES, kw::TOOK])
        });
        // "is down 1.5 million bales", ", up 300 from May".
        let told =
            measured(quantity) || before.is_some_and(|before| is_being(view, before) || view.id(before) == kw::COMMA);
        return beside && told && !made && (share || !verb);
    }
    let noun = view.can_be(token, pos::NOUN | pos::PLURAL);
    // "the storm surge could reach 3 to 4 feet".
    if noun && (view.likely(end, pos::MODAL) || is_being(view, end)) {
        return false;
    }
    if noun && (view.is(end, &[kw::OF, kw::IN]) || before.is_some_and(|before| modifies(view, before))) {
        return false;
    }
    let raised = view.is(token, &[kw::RAISE, kw::RAISED, kw::RAISES, kw::RAISING]);
    let money = matches!(quantity.unit, Unit::Measure { kind: UnitKind::Currency, .. });
    let gathered = raised && (money || !measured(quantity));
    !gathered || view.is(first - 1, &[kw::BY])
}

fn is_being(view: &View, token: usize) -> bool {
    view.is(token, BE)
}

/// Whether a word makes the next one a noun: "an", "its", "overall", "percent".
fn modifies(view: &View, token: usize) -> bool {
    // "the Bremen Composite rose".
    let named = view.capital(token) && token > 0 && view.capital(token - 1);
    view.likely(token, pos::DETERMINER)
        || view.likely(token, pos::ADJECTIVE) && !named
        || view.is(token, &[kw::HIS, kw::HER, kw::ITS, kw::THEIR, kw::OUR, kw::MY])
        || view.tokens[token].kind == Kind::Possessive
        // "the 5 percent rise", not "the pound rose".
        || view.has(token, Class::Unit) && token > 0 && is_number(view, token - 1)
}

fn is_number(view: &View, token: usize) -> bool {
    view.tokens[token].kind == Kind::Number || view.has(token, Class::Number) || view.id(token) == kw::HYPHEN
}

fn measured(quantity: &Quantity) -> bool {
    matches!(quantity.unit, Unit::Measure { .. })
}

/// "2% higher", "3 percent more", "£4,000 less", "5 points up".
fn behind(view: &View, quantity: &Quantity) -> Option<Trend> {
    let stop = view.sentences[quantity.sentence as usize].last as usize;
    let end = quantity.end as usize;
    // "a third more".
    let share = quantity.form == Form::Fraction && quantity.unit == Unit::None;
    if share && quantity.marks.more && view.is(end - 1, &[kw::MORE]) {
        return Some(Trend::Up);
    }
    if end >= stop || !measured(quantity) && !share {
        return None;
    }
    // "30 miles off the coast", "20 percent off".
    if view.is(end, &[kw::OFF]) {
        return None;
    }
    let (after, row) = view.longest(end, Class::Trend)?;
    // "a profit of $27 million up nearly 60 per cent": the next figure moved.
    let figure = |token: usize| {
        view.tokens.get(token).is_some_and(|token| token.kind == Kind::Number)
            || [Class::Number, Class::Bound, Class::Unit].iter().any(|class| view.has(token, *class))
    };
    // "14 per cent lower": a comparative, though "lower" is a verb too.
    let compares = view.likely(end, pos::ADJECTIVE) && view.slice(end, end + 1).ends_with("er");
    if figure(after) && !compares {
        return None;
    }
    let verb = view.can_be(end, pos::NOUN | pos::VERB | pos::THIRD | pos::PAST | pos::PARTICIPLE | pos::ING);
    (!verb || compares).then(|| view.lexicon.trends[row])
}
