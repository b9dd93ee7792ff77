//! What one word is to the noun phrase that it stands in: a modifier, a noun, or its end.

use super::super::grammar::BE_HAVE_DO;
use super::{Number, joins_modifiers, starts_noun};
use crate::entity::Entities;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, Frame, NumberKind, VerbForm, pos};
use crate::lexicon::{Connective, View};
use crate::record::EntityKind;
use crate::text::Shape;

/// What a word is to a noun phrase.
pub(super) enum Part {
    Modifier,
    Noun { plural: bool },
    Stop,
}

/// The token after a word, over a hyphen that joins it to the next: "short-range".
fn after_joint(view: &View, token: usize) -> usize {
    let joint = view.id(token + 1) == kw::HYPHEN && view.glued(token + 1) && view.glued(token + 2);
    token + 1 + usize::from(joint)
}

/// Reads one word.
pub(super) fn part(
    view: &View,
    entities: &Entities,
    token: usize,
    has_head: bool,
    has_plural: bool,
    number: Number,
) -> Part {
    let single = number.single;
    let info = view.info(token);
    if BE_HAVE_DO.has(view.id(token)) {
        return Part::Stop;
    }
    if is_plain_noun(view, entities, token) {
        return Part::Noun { plural: info.likeliest & pos::PLURAL != 0 };
    }
    if let Some(entity) = entities.at(token) {
        return match entities.list[entity].kind {
            EntityKind::Nationality => Part::Modifier,
            EntityKind::Person => Part::Stop,
            // "two key US retailers".
            EntityKind::Agency | EntityKind::Place
                if has_head
                    && !(number.many && !has_plural && many_behind(view, entities.list[entity].end as usize)) =>
            {
                Part::Stop
            }
            EntityKind::Agency | EntityKind::Place => Part::Modifier,
        };
    }
    // "30 such skis".
    if view.is(token, &[kw::SUCH]) && !has_head && starts_noun(view, token + 1) {
        return Part::Modifier;
    }
    // "four mainstream IT companies", "three phase I trials", "five World War I graves".
    let letters = view.shape(token) == Shape::Upper && !has_plural
        || view.is(token, &[kw::I]) && token > 0 && (view.has(token - 1, Class::Designator) || view.capital(token - 1));
    if letters && number.many && many_behind(view, token + 1) {
        return Part::Modifier;
    }
    let closed = pos::PREPOSITION | pos::DETERMINER | pos::PRONOUN | pos::MODAL | pos::WH | pos::COORDINATOR;
    let connective = view.longest(token, Class::Connective).map(|(_, row)| view.lexicon.connectives[row]);
    if matches!(connective, Some(Connective::Other | Connective::More)) && !view.is(token, &[kw::OTHERS]) {
        // "12 other people", "25 more" before a noun.
        return if starts_noun(view, token + 1) { Part::Modifier } else { Part::Stop };
    }
    if info.likeliest & closed != 0 || connective.is_some() && info.likeliest & (pos::NOUN | pos::PLURAL) == 0 {
        return if view.is(token, &[kw::AND, kw::BUT]) && !has_head && !single && joins_modifiers(view, token) {
            Part::Modifier
        } else {
            Part::Stop
        };
    }
    let most = view.is(token, &[kw::MOST]);
    if info.likeliest & pos::ADVERB != 0 || most {
        // "most heavily guarded buildings".
        let next = token + 1 + usize::from(view.likely(token + 1, pos::ADVERB));
        let noun = starts_noun(view, next + 1) || number.many && plural_in_form(view, next + 1);
        let describes = view.can_be(next, pos::ADJECTIVE | pos::PARTICIPLE) && noun;
        if describes && !has_head {
            return Part::Modifier;
        }
        if !most {
            return Part::Stop;
        }
    }
    if info.likeliest & (pos::PAST | pos::PARTICIPLE | pos::ING | pos::ADJECTIVE) != 0 || is_state(view, token) {
        let next = after_joint(view, token);
        // "the most spectacular catches", "the most gifted and unpredictable attackers".
        let noun = starts_noun(view, next)
            || number.many && plural_in_form(view, next)
            // "ten free throws": many do not throw with an ending.
            || number.many && info.likeliest == pos::ADJECTIVE && view.likely(next, pos::THIRD) && view.can_be(next, pos::PLURAL)
            // "the oldest sailing contests".
            || number.many && view.likely(next, pos::ING) && many_behind(view, next + 1)
            || view.is(next, &[kw::AND, kw::BUT]) && number.many && joins_modifiers(view, next);
        return if !has_head && noun {
            Part::Modifier
        } else if info.likeliest & (pos::ING | pos::ADJECTIVE) != 0
            && info.pos & (pos::NOUN | pos::PLURAL) != 0
            && !has_head
            && !is_state(view, token)
        {
            Part::Noun { plural: info.pos & pos::PLURAL != 0 }
        } else {
            Part::Stop
        };
    }
    // Many do not take a verb in -s: in "19 fouls" and "five assists" it is a noun.
    // So it is where what stands before is singular still: "three safety recalls".
    let told = || view.has(token, Class::Cue) && !(view.info(token - 1).likeliest == pos::NOUN && number.many);
    let wanted = !has_head || number.many && !has_plural && info.pos & pos::PLURAL != 0 && !told();
    if info.likeliest & pos::THIRD != 0 && wanted && !single {
        return Part::Noun { plural: true };
    }
    // "two close friends", "two clean goals".
    // "two live cloned pups".
    let described = || view.likely(token + 1, pos::PAST | pos::PARTICIPLE) && many_behind(view, token + 2);
    if info.likeliest & pos::VERB != 0
        && info.pos & pos::ADJECTIVE != 0
        && !has_head
        && (starts_noun(view, token + 1) || number.many && described())
    {
        return Part::Modifier;
    }
    if info.likeliest & (pos::VERB | pos::THIRD) != 0 {
        let plural = info.pos & pos::PLURAL != 0;
        let noun = info.pos & (pos::NOUN | pos::PLURAL) != 0;
        return if noun && !has_head && (single || plural || starts_noun(view, token + 1)) {
            Part::Noun { plural }
        } else {
            Part::Stop
        };
    }
    let initial = view.shape(token) == Shape::Single && view.id(token + 1) == kw::DOT && view.glued(token + 1);
    if view.shape(token) == Shape::None || initial {
        return Part::Stop;
    }
    let plural = if info.pos != 0 {
        info.likeliest & pos::PLURAL != 0
    } else {
        let word = view.tokens[token].text(view.text);
        word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")
    };
    if cardinal_word(view, token) {
        return Part::Stop;
    }
    Part::Noun { plural }
}

/// Whether a word is most likely a noun and means nothing else to a noun phrase, as most in it do.
fn is_plain_noun(view: &View, entities: &Entities, token: usize) -> bool {
    const MEANT: u32 = Class::Connective.bit() | Class::Cue.bit() | Class::Number.bit();
    let likeliest = view.info(token).likeliest;
    likeliest & (pos::NOUN | pos::PLURAL) != 0
        && likeliest & !(pos::NOUN | pos::PLURAL) == 0
        && view.mask(token) & MEANT == 0
        && matches!(view.shape(token), Shape::Lower | Shape::Title)
        && entities.at(token).is_none()
        && !view.is(token, &[kw::SUCH, kw::MOST])
}

/// Whether a noun in the plural stands at a token.
fn many_behind(view: &View, token: usize) -> bool {
    view.is_word(token) && view.likely(token, pos::PLURAL) && view.shape(token) == Shape::Lower
}

/// Whether a verb in -s may be a noun in the plural: "catches".
fn plural_in_form(view: &View, token: usize) -> bool {
    view.likely(token, pos::THIRD) && view.can_be(token, pos::PLURAL) && !view.has(token, Class::Cue)
}

pub(in crate::quantity) fn cardinal_word(view: &View, token: usize) -> bool {
    view.has(token, Class::Number)
        && view.words.all(token, Class::Number).any(|(_, row)| {
            matches!(
                view.lexicon.numbers[row].kind,
                NumberKind::Unit | NumberKind::Teen | NumberKind::Tens | NumberKind::Vague | NumberKind::Hundred
            )
        })
}

/// A word of state: "dead", "wounded", "missing".
fn is_state(view: &View, token: usize) -> bool {
    view.has(token, Class::Cue)
        && view.words.all(token, Class::Cue).any(|(_, row)| {
            let cue = &view.lexicon.cues[row];
            cue.frame == Frame::State
                || cue.frame == Frame::Affects && matches!(cue.form, VerbForm::Participle | VerbForm::PastOrParticiple)
        })
}
