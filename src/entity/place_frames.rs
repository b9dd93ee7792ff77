//! Places that no lexicon has, told by the verb that they are the object of, or by what they are said to be.

use super::Named;
use super::beside;
use super::context::strange;
use super::evidence::{AFTER_TITLE, Marks, OPENS};
use super::sort::defined;
use crate::lexicon::sense::{Class, Scene};
use crate::lexicon::{View, WordFlags, keyword as k};
use crate::record::{EntityKind, Role, Via};
use crate::text::Shape;

/// Whether a verb at a token may take a place: "shelled Merowe", "fled Merowe".
pub(super) fn takes(view: &View, verb: usize) -> bool {
    view.has(verb, Class::Scene) || view.has(verb, Class::Cue)
}

/// "shelled Merowe on Sunday", "have fled Merowe for Chad": a verb that is said of places before a word that nobody knows.
pub(super) fn struck(view: &View, marks: &Marks, token: usize, end: usize) -> Option<Named> {
    let verb = token.checked_sub(1)?;
    // "had left Merowe |for Gartow".
    let leaves = |scene: Scene| scene == Scene::Apart && view.is(end, &[k::FOR]) && view.capital(end + 1);
    let hits = view.words.all(verb, Class::Scene).any(|(_, row)| {
        let scene = view.lexicon.scenes[row];
        scene == Scene::Object || leaves(scene) && !marks.play
    });
    let flees = || {
        view.words
            .all(verb, Class::Cue)
            .any(|(stop, row)| stop == token && view.lexicon.cues[row].role == Some(Role::Displaced))
    };
    // "attacked Brandt, the coach".
    let apposed = view.is(end, &[k::COMMA]) && view.is(end + 1, &[k::THE, k::A, k::AN, k::WHO, k::HIS, k::HER]);
    let closed = view.is(end, &[k::COMMA, k::DOT, k::ON, k::IN, k::AND, k::FOR, k::BEFORE, k::AFTER])
        || view.has(end, Class::Time)
        || beside::place_noun(view, end);
    let person = (token..end).any(|t| view.info(t).flags.has(WordFlags::GIVEN | WordFlags::SURNAME));
    let stands = !apposed && (hits || flees()) && closed && !person && !marks.has(token, OPENS | AFTER_TITLE);
    (stands && end == token + 1 && view.shape(token) == Shape::Title && strange(view, token, end))
        .then(|| Named::new(token, end, EntityKind::Place, Via::Rule, 0.55))
}

/// "raided Merowe, a town in Sudan": a word that nobody knows, told by what it is.
pub(super) fn called_a_place(view: &View, marks: &Marks, token: usize, end: usize) -> Option<Named> {
    let unknown = view.shape(token) == Shape::Title && strange(view, token, end) && !marks.has(token, AFTER_TITLE);
    (unknown && defined(view, end).is_some()).then(|| Named::new(token, end, EntityKind::Place, Via::Rule, 0.65))
}

/// "stationed |at Rukla": a verb of those who are sent somewhere.
pub(super) fn sent(view: &View, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|verb| {
        view.words
            .all(verb, Class::Cue)
            .any(|(stop, row)| stop == at && view.lexicon.cues[row].role == Some(Role::Deployed))
    })
}
