//! Leads: the preposition that leads to a place, and what it says of the place.

use super::super::grammar::BE;
use super::super::outline::Text;
use crate::entity::Named;
use crate::lexicon::View;
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::{Class, Scene, pos};
use crate::record::{EntityKind, Role};

/// How a place is led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lead {
    /// By nothing that tells of a place, or of another one.
    No,
    /// It only tells where the place lies: "on the border with X", "30 km north of X".
    Beside,
    /// "in X", "near the town of X".
    Firm,
    /// The way that those of the role have gone: "from X" for the displaced, "to X" for the deployed.
    Way,
}

/// How many tokens may stand between a preposition and the name.
const REACH: usize = 8;

const STAYS: WordSet = WordSet::of(&[
    kw::IN,
    kw::AT,
    kw::NEAR,
    kw::OUTSIDE,
    kw::INSIDE,
    kw::ACROSS,
    kw::AROUND,
    kw::ON,
    kw::WITHIN,
    kw::THROUGHOUT,
    kw::OFF,
    kw::ALONG,
    kw::BENEATH,
    kw::ABOVE,
    kw::ONTO,
]);

pub(super) const GOES: WordSet = WordSet::of(&[kw::TO, kw::INTO, kw::TOWARDS, kw::TOWARD]);
/// Where a way ends; "into a ravine in X" tells where something happened.
const ENDS: WordSet = WordSet::of(&[kw::TO, kw::TOWARDS, kw::TOWARD]);
const COMES: WordSet = WordSet::of(&[kw::FROM, kw::OUT]);
const STOPS: WordSet =
    WordSet::of(&[kw::TO, kw::FROM, kw::BY, kw::INTO, kw::AND, kw::FOR, kw::AFTER, kw::BEFORE, kw::BETWEEN, kw::WHILE]);

pub(super) const DIRECTIONS: WordSet = WordSet::of(&[
    kw::NORTH,
    kw::SOUTH,
    kw::EAST,
    kw::WEST,
    kw::NORTHEAST,
    kw::NORTHWEST,
    kw::SOUTHEAST,
    kw::SOUTHWEST,
    kw::SHORT,
    kw::OUTSKIRTS,
]);

/// How a name is led to, over "the", adjectives and nouns ("on the Greek island of X").
pub(super) fn lead(text: Text, named: &Named, role: Option<Role>) -> Lead {
    if is_hit(text.view, named) {
        return Lead::Firm;
    }
    led(text, named.first as usize, role)
}

/// How what begins at a token is led to.
pub(super) fn led(text: Text, first: usize, role: Option<Role>) -> Lead {
    let Text { view, entities, times, .. } = text;
    let mut token = first;
    let mut beside = false;
    for _ in 0..REACH {
        let Some(before) = token.checked_sub(1) else { break };
        token = before;
        let id = view.id(token);
        // "a quake shook Manila", "swept through the camp".
        if scene_at(view, token, Scene::Object)
            || view.is(token, &[kw::THROUGH, kw::INTO]) && token > 0 && scene_at(view, token - 1, Scene::Object)
        {
            return if beside { Lead::Beside } else { Lead::Firm };
        }
        // "close to Yelwata".
        if id == kw::TO && token > 0 && view.is(token - 1, &[kw::CLOSE_BY, kw::NEXT]) {
            return Lead::Firm;
        }
        if STAYS.has(id) {
            return match () {
                () if elsewhere(view, token, role) => Lead::No,
                () if beside => Lead::Beside,
                () => Lead::Firm,
            };
        }
        let goes = match role {
            Some(Role::Deployed | Role::Delivered) => GOES.has(id),
            Some(Role::Displaced | Role::Evacuated) => COMES.has(id),
            _ => false,
        };
        if goes {
            return if beside { Lead::Beside } else { Lead::Way };
        }
        let moves = match role {
            Some(Role::ShotDown | Role::Launched | Role::Destroyed) => {
                view.is(token, &[kw::OVER, kw::INTO, kw::AGAINST, kw::TOWARDS, kw::TOWARD])
            }
            Some(Role::Protesting) => view.is(token, &[kw::THROUGH]),
            _ => false,
        };
        if moves {
            return Lead::Firm;
        }
        if id == kw::WITH && token > 0 && view.is(token - 1, &[kw::BORDER, kw::FRONTIER]) {
            beside = true;
            continue;
        }
        if STOPS.has(id) || times.at(token).is_some() {
            break;
        }
        if id == kw::OF {
            // "residents of Blatten".
            if token > 0 && thing_of(view, token - 1, DWELLERS) {
                return Lead::Firm;
            }
            // "north of X" is beside it, "the north of X" within.
            let within = token > 1 && view.is(token - 2, &[kw::THE]);
            beside |= token > 0 && !within && (DIRECTIONS.has(view.id(token - 1)) || view.has(token - 1, Class::Unit));
            continue;
        }
        let adjective = entities.at(token).is_some_and(|index| entities.list[index].kind == EntityKind::Nationality);
        let hyphen = id == kw::HYPHEN && view.glued(token) && view.glued(token + 1);
        let number = view.tokens[token].kind == crate::text::Kind::Number;
        let other = entities.at(token).is_some() || !view.is_word(token) || view.verb_like(token);
        if other && !adjective && !hyphen && !number || view.likely(token, pos::PREPOSITION) {
            break;
        }
    }
    if beside { Lead::Beside } else { Lead::No }
}

/// Whether a preposition of place tells where somebody came to, or from where those of the role were sent: "to camps in X".
fn elsewhere(view: &View, preposition: usize, role: Option<Role>) -> bool {
    let wrong = match role {
        Some(Role::Displaced | Role::Evacuated) => &GOES,
        // "140 houses burned, and people were moved to a hall in X".
        Some(Role::Killed | Role::Missing | Role::Homeless | Role::Destroyed | Role::Damaged | Role::Trapped) => &ENDS,
        Some(Role::Deployed | Role::Delivered) => &COMES,
        _ => return false,
    };
    // "took refuge in X".
    if role == Some(Role::Displaced)
        && preposition > 1
        && view.likely(preposition - 1, pos::NOUN)
        && view.likely(preposition - 2, pos::VERB | pos::PAST | pos::PARTICIPLE | pos::ING)
    {
        return true;
    }
    led_by(view, preposition, wrong)
}

/// Whether a noun phrase behind one of these words ends before a preposition: "to camps **in** X".
pub(super) fn led_by(view: &View, preposition: usize, words: &WordSet) -> bool {
    for token in (0..preposition).rev().take(5) {
        if words.has(view.id(token)) {
            // "burned to death in X".
            return !thing_of(view, token + 1, "event/harm");
        }
        let noun = view.is_word(token)
            && (view.likely(token, pos::NOUN | pos::PLURAL | pos::ADJECTIVE | pos::DETERMINER)
                || view.info(token).pos == 0)
            && !view.is(token, &[kw::THERE]);
        if !noun {
            return false;
        }
    }
    false
}

/// The branch of the tree of counted things where those are who live somewhere.
pub(super) const DWELLERS: &str = "person/local";

/// Whether a noun is of a branch of the tree of things.
pub(super) fn thing_of(view: &View, token: usize, branch: &str) -> bool {
    let lexicon = view.lexicon;
    view.has(token, Class::Thing)
        && view.words.all(token, Class::Thing).any(|(_, row)| lexicon.branch(row).starts_with(branch))
}

/// Whether a verb at a token tells of a place in this way.
pub(super) fn scene_at(view: &View, token: usize, scene: Scene) -> bool {
    view.has(token, Class::Scene)
        && view.words.all(token, Class::Scene).any(|(_, row)| view.lexicon.scenes[row] == scene)
}

/// "rebels attacked Malakal", "the quake struck the town of X": the place that a sentence says was struck.
pub(super) fn struck(text: Text, sentence: u32) -> Option<u32> {
    let view = text.view;
    if !text.held(sentence).has(Class::Scene) {
        return None;
    }
    let struck = |index: &usize| {
        let named = &text.entities.list[*index];
        let before = (0..named.first as usize).rev().take(5);
        let verb = before
            .take_while(|&token| {
                view.is_word(token) && (view.id(token) == kw::OF || !view.likely(token, pos::PREPOSITION))
            })
            .any(|token| scene_at(view, token, Scene::Object));
        verb || is_hit(view, named)
    };
    text.places(sentence).find(struck).map(|index| index as u32)
}

/// "Cebu was struck by a quake".
fn is_hit(view: &View, named: &Named) -> bool {
    let at = named.end as usize;
    let verb = if view.is(at, &[kw::HAS, kw::HAD]) { at + 1 } else { at };
    view.is(verb, BE) && scene_at(view, verb + 1, Scene::Object) && view.is(verb + 2, &[kw::BY])
}
