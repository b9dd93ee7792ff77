//! Names that nothing but their surroundings give away: "in Sopron", "LODWAR, Kenya", unknown acronyms.

use super::beside::DIRECTIONS;
use super::evidence::{AFTER_TITLE, ALL_CAPS, HEADLINE, IN_TITLE, Marks, OPENS, closed_class, common};
use super::located::{before_its_region, between, dateline, listed, located, of_several};
use super::{Named, beside_others, place_frames, points, speaks};
use crate::lexicon::keyword::WordSet;
use crate::lexicon::sense::{Class, Side};
use crate::lexicon::{View, WordFlags, keyword as k, types};
use crate::record::{EntityKind, Via};
use crate::text::{Kind, Shape};

/// Whether the surroundings of a token may tell a name that starts there.
#[inline]
pub(super) fn may_tell(marks: &Marks, token: usize) -> bool {
    marks.may_name(token) && !marks.has(token, ALL_CAPS | HEADLINE)
}

/// A name that starts at a token which is in no entity yet and of which its surroundings [may tell](may_tell).
pub(super) fn find(view: &View, marks: &Marks, at: &[u32], list: &[Named], token: usize) -> Option<Named> {
    // "Moss/|Dragoti" goes with what stands before it.
    let half = || view.is(token.wrapping_sub(1), &[k::SLASH]) && view.glued(token) && view.glued(token - 1);
    if says_nothing(view, token) || half() {
        return None;
    }
    // "|Gov. Rosa Amparo".
    if marks.has(token, IN_TITLE) && view.is(token + 1, &[k::DOT]) && view.glued(token + 1) {
        return None;
    }
    let end = free_words(view, marks, at, token);
    // "Miner |Brandine dropped 11 cents": what a firm is, where a sentence begins.
    let trade = end == token + 2 && marks.has(token, OPENS) && common(view, token) && !common(view, token + 1);
    if trade && speaks::moves(view, end) && view.has(token, Class::Thing) {
        return Some(Named::new(token + 1, end, EntityKind::Agency, Via::Name, 0.6));
    }
    if end == token || (token..end).filter(|&t| view.is_word(t)).count() > 3 {
        return None;
    }
    // Each rule asks for something right before or behind the name: most are ruled out by one look at either.
    let (before, behind) = (token.wrapping_sub(1), view.id(end));
    let comma = behind == k::COMMA;
    let joint = JOINTS.has(behind) || JOINTS.has(view.id(before));
    dateline(view, at, token, end)
        .or_else(|| when(comma, || before_its_region(view, marks, at, list, token, end)))
        .or_else(|| when(view.is(before, &[k::BY]), || byline(view, marks, token, end)))
        .or_else(|| when(joint, || listed(view, at, list, token, end)))
        .or_else(|| when(LOCATORS.has(view.id(before)) || joint, || located(view, marks, token, end)))
        .or_else(|| when(joint || view.is(before, &[k::BETWEEN]), || between(view, marks, token, end)))
        .or_else(|| when(joint, || of_several(view, token, end)))
        .or_else(|| when(place_frames::takes(view, before), || place_frames::struck(view, marks, token, end)))
        .or_else(|| when(comma, || called_somebody(view, token, end)))
        .or_else(|| when(comma, || place_frames::called_a_place(view, marks, token, end)))
        .or_else(|| {
            let noun = view.has(before, Class::Shape) || view.has(end, Class::Shape);
            when(comma || noun, || called_an_agency(view, marks, token, end))
        })
        .or_else(|| when(view.has(end, Class::Title), || beside_others::employs(view, marks, token, end)))
        .or_else(|| when(joint, || beside_others::among_people(view, at, list, token, end)))
        .or_else(|| when(joint, || beside_others::among_firms(view, at, list, token, end)))
        .or_else(|| when(behind == k::OF, || beside_others::seated(view, marks, token, end)))
        .or_else(|| when(view.has(before, Class::Report), || beside_others::hearer(view, marks, token, end)))
        .or_else(|| when(after_article(view, token), || definite(view, token, end)))
        .or_else(|| {
            let verb = view.has(end, Class::Report) || view.has(end, Class::Trend);
            when(verb, || speaker(view, marks, token, end))
        })
        .or_else(|| domain(view, token))
        .or_else(|| when(behind == k::AMPERSAND, || partners(view, marks, at, token, end)))
        .or_else(|| when(view.shape(token) == Shape::Upper, || unknown_acronym(view, marks, at, token, end)))
}

/// What a rule finds, where it may find anything.
#[inline]
fn when(may: bool, rule: impl FnOnce() -> Option<Named>) -> Option<Named> {
    if may { rule() } else { None }
}

/// What stands between names of one kind.
const JOINTS: WordSet = WordSet::of(&[k::COMMA, k::AND, k::OR, k::SEMICOLON]);
/// What stands before a place where something is or happens.
const LOCATORS: WordSet = DIRECTIONS.or(WordSet::of(&[
    k::IN,
    k::NEAR,
    k::OUTSIDE,
    k::AROUND,
    k::INSIDE,
    k::OF,
    k::AT,
    k::FROM,
    k::OFF,
    k::TO,
]));

/// Whether no rule can find anything at a word, by the tokens before and behind it: so it is with most.
fn says_nothing(view: &View, token: usize) -> bool {
    const BEFORE: WordSet = DIRECTIONS.or(WordSet::of(&[
        k::IN,
        k::NEAR,
        k::OUTSIDE,
        k::AROUND,
        k::INSIDE,
        k::AT,
        k::FROM,
        k::OF,
        k::OFF,
        k::AND,
        k::COMMA,
        k::TO,
        k::THE,
        k::BETWEEN,
    ]));
    const BEHIND: WordSet = WordSet::of(&[k::AMPERSAND, k::HYPHEN, k::SLASH, k::OPEN, k::COMMA, k::AND, k::OF]);
    let (before, behind) = (token.wrapping_sub(1), token + 1);
    view.shape(token) == Shape::Title
        && !view.capital(behind)
        && !BEHIND.has(view.id(behind))
        && !BEFORE.has(view.id(before))
        && !view.has(behind, Class::Report)
        && !view.has(behind, Class::Trend)
        && !view.has(before, Class::Shape)
        && !view.has(before, Class::Report)
        && !place_frames::takes(view, before)
        && !view.has(behind, Class::Shape)
        && !view.has(behind, Class::Title)
        && !ends_like_an_address(view, token)
}

/// Whether a full stop stands where that of an address would ("Zuluta|.com").
fn ends_like_an_address(view: &View, token: usize) -> bool {
    let word = &view.text.as_bytes()[view.tokens[token].start as usize..view.tokens[token].end as usize];
    (3..=5).any(|back| word.len() > back && word[word.len() - back] == b'.')
}

/// Words with capitals that are in no entity, hyphens between them taken in.
fn free_words(view: &View, marks: &Marks, at: &[u32], token: usize) -> usize {
    let free = |t: usize| marks.may_name(t) && at[t] == 0;
    let mut end = token;
    while free(end) && end <= token + 6 {
        end += 1;
        if view.is(end, &[k::HYPHEN, k::SLASH])
            && view.glued(end)
            && view.glued(end + 1)
            && end + 1 < view.len()
            && view.is_word(end + 1)
            && at[end + 1] == 0
        {
            end += 2;
        }
    }
    end
}

/// "By ANNA KORVEL NEW YORK (AP)": who wrote the story, in capitals.
fn byline(view: &View, marks: &Marks, token: usize, end: usize) -> Option<Named> {
    let by = token.checked_sub(1)?;
    let words = (token..end).filter(|&t| view.is_word(t)).count();
    let capitals = (token..end).all(|t| !view.is_word(t) || matches!(view.shape(t), Shape::Upper | Shape::Single));
    let begins = view.is(by, &[k::BY]) && marks.has(by, OPENS);
    (begins && capitals && words >= 2).then(|| Named::new(token, end, EntityKind::Person, Via::Rule, 0.85))
}

/// "Sutanto, the police chief,", "a police spokesman, Suyitno,": what somebody does, beside a word that nobody knows.
fn called_somebody(view: &View, token: usize, end: usize) -> Option<Named> {
    let single = end == token + 1 && view.shape(token) == Shape::Title && !common(view, token);
    if !single || !view.is(end, &[k::COMMA]) {
        return None;
    }
    let phrase = |from: usize| (from..from + 5).take_while(|&t| view.shape(t) == Shape::Lower);
    let role = |at: usize| view.has(at, Class::Title) && view.shape(at) == Shape::Lower;
    let behind = view.is(end + 1, &[k::THE, k::A, k::AN]) && {
        let last = phrase(end + 2).take_while(|&t| !view.is(t, &[k::OF, k::FOR, k::WHO, k::THAT])).last();
        last.is_some_and(|last| {
            (end + 2..=last).any(|t| view.longest(t, Class::Title).is_some_and(|(stop, _)| stop == last + 1))
                || view.is(end + 1, &[k::A, k::AN]) && view.is(last + 1, &[k::COMMA]) && one_person(view, last)
        })
    };
    // "Harmono, speaker of the house".
    let bare = || {
        let told = || view.longest(end + 1, Class::Title).filter(|_| role(end + 1)).map_or(0, |(stop, _)| stop);
        let stop = if one_person(view, end + 1) { end + 2 } else { told() };
        view.is(stop, &[k::OF, k::AT])
    };
    let before = || {
        token >= 2
            && view.is(token - 1, &[k::COMMA])
            && role(token - 2)
            && (3..7)
                .any(|back| token >= back && view.is(token - back, &[k::A, k::AN, k::THE, k::HIS, k::HER, k::THEIR]))
    };
    (behind || bare() || before()).then(|| Named::new(token, end, EntityKind::Person, Via::Title, 0.8))
}

/// "a retired |admiral": somebody, told by a noun.
fn one_person(view: &View, at: usize) -> bool {
    view.has(at, Class::Thing)
        && view.words.all(at, Class::Thing).any(|(end, row)| {
            let branch = view.lexicon.branch(row);
            let one = !view.lexicon.things[row].plural;
            end == at + 1 && one && branch.starts_with("person/") && !branch.starts_with("person/group")
        })
}

/// "the news agency MTQ", "Zelodra, a start-up firm": a small word beside the name tells that it is an agency.
fn called_an_agency(view: &View, marks: &Marks, token: usize, end: usize) -> Option<Named> {
    if marks.has(token, AFTER_TITLE) {
        return None;
    }
    // "the aircraft carrier Brask".
    let vessel = |at: usize| {
        let Some(part) = at.checked_sub(1).filter(|&part| view.has(part, Class::Thing)) else { return false };
        let thing = |row: usize| view.lexicon.branch(row).starts_with("thing/");
        view.longest(part, Class::Thing).is_some_and(|(stop, row)| stop == at + 1 && thing(row))
    };
    let before = token.checked_sub(1).and_then(|before| agency_noun(view, before).filter(|_| !vessel(before)));
    let article = view.is(end, &[k::COMMA]) && view.is(end + 1, &[k::A, k::AN, k::THE, k::WHICH, k::ITS]);
    let behind = || {
        (end + 2..end + 7)
            .take_while(|&t| view.is_word(t) || view.is(t, &[k::HYPHEN]))
            .find_map(|t| agency_noun(view, t))
    };
    // "Bakhtar radio said".
    let beside = || agency_noun(view, end).filter(|&subtype| subtype == types::MEDIA && strange(view, token, end));
    let subtype = before.or_else(|| if article { behind() } else { beside() })?;
    // "pastoral company Elders": right behind the noun a usual word is a name as well.
    let named = before.is_some() && view.shape(token) == Shape::Title && !marks.has(token, OPENS | IN_TITLE);
    if !(strange(view, token, end) || named) {
        return None;
    }
    let mut named = Named::new(token, end, EntityKind::Agency, Via::Rule, 0.65);
    named.subtype = subtype;
    Some(named)
}

/// A small word that ends names of agencies when it has a capital: its type.
#[inline]
pub(super) fn agency_noun(view: &View, at: usize) -> Option<u32> {
    // Most words make no names.
    if view.has(at, Class::Shape) && view.shape(at) == Shape::Lower { noun_of_agencies(view, at) } else { None }
}

fn noun_of_agencies(view: &View, at: usize) -> Option<u32> {
    view.words.all(at, Class::Shape).find_map(|(end, row)| {
        let word = view.lexicon.shapes[row];
        let small = (at..end).all(|t| !view.capital(t));
        // "Omnetel, its phone |unit".
        let firm = word.side == Side::Tail
            || word.side == Side::Beside && word.subtype != 0
            || word.side == Side::Role && word.subtype == types::COMPANY;
        (word.kind == EntityKind::Agency && firm && small).then_some(word.subtype)
    })
}

/// "the Coalition", "the Department": a word that makes names of agencies, with a capital and an article, names one by itself.
fn definite(view: &View, token: usize, end: usize) -> Option<Named> {
    let alone =
        end == token + 1 && !view.capital(end) && !view.is(end, &[k::HYPHEN]) && view.shape(token) == Shape::Title;
    if !alone || !after_article(view, token) || view.is(end, &[k::OF, k::FOR, k::AT, k::DE]) {
        return None;
    }
    let subtype = makes_agencies(view, token)?;
    // "the Company" says nothing by itself.
    if subtype == types::COMPANY {
        return None;
    }
    let mut named = Named::new(token, end, EntityKind::Agency, Via::Name, 0.5);
    named.subtype = subtype;
    Some(named)
}

/// The type of a word that only makes names of agencies, from their end or before "of".
pub(super) fn makes_agencies(view: &View, token: usize) -> Option<u32> {
    if !view.has(token, Class::Shape) {
        return None;
    }
    let words = || {
        view.words
            .all(token, Class::Shape)
            .filter(|(end, _)| *end == token + 1)
            .map(|(_, row)| view.lexicon.shapes[row])
            .filter(|word| word.side != Side::Beside)
    };
    let only = words().all(|word| word.kind == EntityKind::Agency && matches!(word.side, Side::Tail | Side::Of));
    words().next().filter(|_| only).map(|word| word.subtype)
}

/// Whether "the" stands before a token.
pub(super) fn after_article(view: &View, token: usize) -> bool {
    token > 0 && view.is(token - 1, &[k::THE])
}

/// "Coral Fertilisers said": words with capitals that are no person and say something.
fn speaker(view: &View, marks: &Marks, token: usize, end: usize) -> Option<Named> {
    if !points::says(view, end) && !speaks::moves(view, end) {
        return None;
    }
    // "Yet Gross said": the first word is none of the name.
    if marks.has(token, OPENS) && end > token + 1 && closed_class(view, token) {
        return None;
    }
    // "We've found": a short form of two usual words.
    if view.slice(token, token + 1).contains(['\'', '\u{2019}']) && marks.has(token, OPENS) {
        return None;
    }
    let two = end > token + 1 && !view.is(token + 1, &[k::HYPHEN]);
    let titled = (token..=end).any(|t| marks.has(t, AFTER_TITLE | IN_TITLE));
    let called = view.info(token).flags.has(WordFlags::GIVEN | WordFlags::SURNAME);
    // "Tarrant said it expects".
    let thing = view.is(end + 1, &[k::IT, k::ITS]);
    let stranger = end == token + 1 && !common(view, token) && (!called || thing);
    ((two || stranger) && !titled).then(|| Named::new(token, end, EntityKind::Agency, Via::Name, 0.5))
}

/// "Quick & Reilly": two names with a sign between them.
fn partners(view: &View, marks: &Marks, at: &[u32], token: usize, end: usize) -> Option<Named> {
    if !view.is(end, &[k::AMPERSAND]) || marks.has(token, AFTER_TITLE) {
        return None;
    }
    let stop = free_words(view, marks, at, end + 1);
    let named =
        |first: usize, end: usize| (first..end).any(|t| view.shape(t) == Shape::Title && view.tokens[t].len() > 2);
    (stop > end + 1 && named(token, end) && named(end + 1, stop))
        .then(|| Named::new(token, stop, EntityKind::Agency, Via::Name, 0.7))
}

/// "Zuluta.com": a company by its address.
fn domain(view: &View, token: usize) -> Option<Named> {
    let inside = view.is(token + 1, &[k::QUESTION]) || (token > 0 && view.is(token - 1, &[k::SLASH]));
    if view.shape(token) != Shape::Title || !ends_like_an_address(view, token) || inside {
        return None;
    }
    let (name, top) = view.slice(token, token + 1).rsplit_once('.')?;
    let letters = |part: &str| part.bytes().all(|b| b.is_ascii_lowercase());
    (name.len() > 2 && (2..=4).contains(&top.len()) && letters(top))
        .then(|| Named::new(token, token + 1, EntityKind::Agency, Via::Name, 0.7))
}

/// Letters that stand for some body that the text does not explain: "the AMQU said".
fn unknown_acronym(view: &View, marks: &Marks, at: &[u32], token: usize, end: usize) -> Option<Named> {
    let capitals = end > token + 1 && (token..end).all(|t| view.shape(t) == Shape::Upper);
    if view.shape(token) != Shape::Upper || capitals {
        return None;
    }
    let length = view.tokens[token].len();
    let letters = view.slice(token, token + 1).bytes().all(|b| b.is_ascii_uppercase() || b == b'&');
    let numbered = view.is(token + 1, &[k::HYPHEN, k::SLASH]) && view.glued(token + 1)
        || [token.wrapping_sub(1), token + 1]
            .iter()
            .any(|&t| view.tokens.get(t).is_some_and(|t| t.kind == Kind::Number));
    let glued = view.glued(token) && token > 0 && !view.is(token - 1, &[k::OPEN, k::QUOTE]);
    if !(2..=6).contains(&length) || !letters || numbered || glued {
        return None;
    }
    let other = view.has(token, Class::Unit)
        || view.has(token, Class::Title)
        || view.has(token, Class::Time)
        || view.has(token, Class::Number)
        || common(view, token)
        || view.is(token, &[k::AM, k::PM, k::US]);
    // "a QTED", but "a QTED spokesman": one of several is a thing.
    let one = token > 0
        && view.is(token - 1, &[k::A, k::AN])
        && !(view.has(end, Class::Title) || view.has(end, Class::Thing) || view.has(end, Class::Report));
    // "(NYSE: GTW)" is how the stock is called.
    let ticker = token > 1
        && (view.is(token - 1, &[k::COLON]) && at[token - 2] != 0
            || view.is(token - 1, &[k::OPEN]) && view.is(token + 1, &[k::COLON]));
    (!other && !one && !ticker && !marks.has(token, ALL_CAPS | HEADLINE))
        .then(|| Named::new(token, end, EntityKind::Agency, Via::Name, 0.5))
}

/// Whether some word is no usual English word.
pub(super) fn strange(view: &View, token: usize, end: usize) -> bool {
    (token..end).any(|t| view.is_word(t) && !common(view, t))
}
