//! Chunks: each sentence cut into the few kinds of thing that the linking rules speak of.

use super::{Quantity, Unit, noun};
use crate::entity::Entities;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, Effect, Frame, ReportFrame, VerbForm, pos};
use crate::lexicon::{Connective, View};
use crate::record::{EntityKind, Role, UnitKind};
use crate::text::Kind;
use crate::time::Times;
use crate::trace::ChunkNote;

use super::Quantities;

/// A chunk of a sentence, as token range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Chunk {
    pub first: u32,
    /// Token after the last.
    pub end: u32,
    pub what: What,
    /// It stands in a part that "including" and its kin open, up to the comma that closes it.
    pub aside: bool,
}

/// Kinds of chunk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum What {
    /// A number phrase: index in the quantities.
    Number(u32),
    /// Somebody told without a figure: how many, if that can be told, and whether the words point back.
    People { count: u8, definite: bool, entity: Option<u32> },
    /// People or things in the plural, uncounted, or a thing in the singular.
    Noun { people: bool },
    /// What happened to the counted.
    Cue(Voice),
    Connective(Connective),
    Report(ReportFrame),
    Status(Effect),
    Entity(u32),
    Time(u32),
    /// "was", "has", "will", "been".
    Aux,
    /// A finite verb that is no cue.
    Verb,
    /// "who", "that", "when", "after": a clause of its own begins.
    Clause,
    Preposition,
    Pronoun,
    Comma,
    /// ";", ":" and dashes.
    Break,
    Open,
    Close,
    Quote,
    /// Adverbs and whatever else.
    Other,
}

/// How a cue stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// "killed 21 people", "killing 9".
    Active,
    /// "were killed".
    Passive,
    /// A participle without a verb before it: "soldiers killed in", or active: the neighbours tell.
    Bare,
    /// A verb of which the subject is counted: "died".
    Subject,
    /// "dead", "missing".
    State,
    /// "deaths".
    Event,
    /// "the death toll".
    Toll,
    /// "claimed" before lives.
    Takes,
}

/// The chunks of a text, by sentence.
#[derive(Default)]
pub(crate) struct Chunks {
    pub list: Vec<Chunk>,
    /// Range in `list` of each sentence.
    pub sentences: Vec<(u32, u32)>,
    /// People who are told without a figure and hit by a cue: the chunk, what happened, the cue's tokens.
    pub people: Vec<(u32, Role, (u32, u32))>,
}

/// Cuts every sentence that holds a number or a cue.
pub(super) fn cut(view: &View, entities: &Entities, times: &Times, quantities: &[Quantity], chunks: &mut Chunks) {
    chunks.list.clear();
    chunks.sentences.clear();
    let mut next = 0;
    for (index, sentence) in view.sentences.iter().enumerate() {
        let start = chunks.list.len() as u32;
        let mut at = sentence.first as usize;
        let stop = sentence.last as usize;
        while at < stop {
            while quantities.get(next).is_some_and(|quantity| (quantity.first as usize) < at) {
                next += 1;
            }
            let number = quantities.get(next).filter(|quantity| quantity.first as usize == at && quantity.sentence as usize == index);
            let (end, what) = match number {
                Some(quantity) => (quantity.end as usize, What::Number(next as u32)),
                None => match over_age(view, entities, times, quantities.get(next), at, stop) {
                    Some((end, what)) => {
                        chunks.list.push(Chunk { first: at as u32, end: end as u32, what, aside: false });
                        at = end;
                        continue;
                    }
                    None => chunk(view, entities, times, at, stop),
                },
            };
            let end = end.clamp(at + 1, stop);
            // What a number phrase that starts later covers is not cut away from it.
            let end = quantities.get(next + usize::from(number.is_some())).map_or(end, |quantity| {
                if number.is_none() && (quantity.first as usize) > at { end.min(quantity.first as usize) } else { end }
            });
            chunks.list.push(Chunk { first: at as u32, end: end as u32, what, aside: false });
            at = end;
        }
        mark_asides(view, &mut chunks.list[start as usize..]);
        chunks.sentences.push((start, chunks.list.len() as u32));
    }
}

/// "his 12-year-old daughter", "a 60-year-old farmer": a person with an age between determiner and noun.
fn over_age(
    view: &View,
    entities: &Entities,
    times: &Times,
    age: Option<&Quantity>,
    at: usize,
    stop: usize,
) -> Option<(usize, What)> {
    let age = age.filter(|age| matches!(age.unit, Unit::Measure { kind: UnitKind::Age, .. }) && age.first as usize <= at + 2)?;
    let determined = view.is(at, &[kw::A, kw::AN, kw::THE, kw::HIS, kw::HER, kw::THEIR, kw::ITS]);
    if !determined || age.end as usize >= stop {
        return None;
    }
    let noun = noun::read(view, entities, times, age.end as usize, true)?;
    let person = noun.thing.is_some_and(|row| {
        let branch = &view.lexicon.branches[view.lexicon.things[row as usize].branch as usize];
        branch.starts_with("person") && !branch.starts_with("person/group")
    });
    (person && noun.end as usize <= stop)
        .then_some((noun.end as usize, What::People { count: 1, definite: view.is(at, &[kw::THE]), entity: None }))
}

/// The chunk that starts at a token.
fn chunk(view: &View, entities: &Entities, times: &Times, at: usize, stop: usize) -> (usize, What) {
    if let Some(time) = times.at(at) {
        return (times.list[time].end as usize, What::Time(time as u32));
    }
    if let Some(entity) = entities.at(at) {
        let named = &entities.list[entity];
        let end = named.end as usize;
        if named.kind == EntityKind::Person {
            return (end, What::People { count: 1, definite: false, entity: Some(entity as u32) });
        }
        // "Syrian civilians": the adjective belongs to the noun behind it.
        if named.kind == EntityKind::Nationality
            && let Some(found) = people(view, entities, times, at, stop, true)
        {
            return found;
        }
        return (end, What::Entity(entity as u32));
    }
    if let Some(found) = cue(view, times, at) {
        return found;
    }
    match view.tokens[at].kind {
        Kind::Punct => return (at + 1, punctuation(view, at)),
        Kind::Possessive | Kind::Symbol | Kind::Number | Kind::Fraction => return (at + 1, What::Other),
        Kind::Word => {}
    }
    if let Some((end, row)) = view.longest(at, Class::Connective) {
        let kind = view.lexicon.connectives[row];
        // "and another from a rival party were killed": one more.
        let alone = view.likely(end, pos::PREPOSITION | pos::MODAL | pos::PAST) && !view.is(end, &[kw::OF]);
        if view.is(at, &[kw::ANOTHER]) && alone {
            return (end, What::People { count: 1, definite: false, entity: None });
        }
        if !(kind == Connective::More && noun::starts_noun(view, end)) {
            return (end, What::Connective(kind));
        }
    }
    let status = view.longest(at, Class::Status);
    let report = view.longest(at, Class::Report);
    match (status, report) {
        (Some((end, row)), report) if report.is_none_or(|(report, _)| end >= report) => {
            let effect = view.lexicon.statuses[row];
            if effect != Effect::None {
                return (end, What::Status(effect));
            }
        }
        (_, Some((end, row))) => return (end, What::Report(view.lexicon.reports[row])),
        _ => {}
    }
    if view.is(at, AUXILIARIES) || view.likely(at, pos::MODAL) {
        return (at + 1, What::Aux);
    }
    if view.is(at, &[kw::WHO, kw::WHOM, kw::WHICH, kw::THAT, kw::WHEN, kw::WHERE, kw::WHILE, kw::AFTER, kw::BEFORE, kw::IF, kw::BECAUSE, kw::AS]) {
        return (at + 1, What::Clause);
    }
    if let Some(found) = people(view, entities, times, at, stop, false) {
        return found;
    }
    word(view, at)
}

const AUXILIARIES: &[crate::lexicon::WordId] = &[
    kw::IS, kw::ARE, kw::WAS, kw::WERE, kw::BE, kw::BEEN, kw::BEING, kw::GET, kw::GETS, kw::GOT, kw::GETTING, kw::HAVE,
    kw::HAS, kw::HAD, kw::HAVING, kw::DO, kw::DOES, kw::DID,
];

/// A noun that is a cue.
fn is_event(view: &View, token: usize) -> bool {
    view.words.all(token, Class::Cue).any(|(_, row)| matches!(view.lexicon.cues[row].frame, Frame::Event | Frame::Toll | Frame::Taken))
}

fn word(view: &View, at: usize) -> (usize, What) {
    let likeliest = view.info(at).likeliest;
    let owner = view.is(at, &[kw::HIS, kw::HER, kw::THEIR, kw::ITS, kw::MY, kw::OUR]);
    let what = if owner && (noun::starts_noun(view, at + 1) || view.has(at + 1, Class::Number)) {
        What::Other
    } else if view.is(at, &[kw::HIM]) || view.is(at, &[kw::HER]) && !noun::starts_noun(view, at + 1) {
        What::People { count: 1, definite: true, entity: None }
    } else if likeliest & pos::PREPOSITION != 0 {
        What::Preposition
    } else if likeliest & pos::PRONOUN != 0 {
        What::Pronoun
    } else if likeliest & (pos::VERB | pos::THIRD | pos::PAST | pos::PARTICIPLE) != 0 {
        What::Verb
    } else if likeliest & (pos::NOUN | pos::PLURAL) != 0 || view.info(at).pos == 0 {
        What::Noun { people: false }
    } else {
        What::Other
    };
    (at + 1, what)
}

fn punctuation(view: &View, at: usize) -> What {
    let hyphen = view.id(at) == kw::HYPHEN && view.glued(at) && view.glued(at + 1);
    match view.tokens[at].punct() {
        b',' => What::Comma,
        b'-' if hyphen => What::Other,
        b';' | b':' | b'-' => What::Break,
        b'(' | b'[' => What::Open,
        b')' | b']' => What::Close,
        b'"' => What::Quote,
        _ => What::Other,
    }
}

/// A cue phrase at a token: its end and its voice. An idiom that holds a cue's word is none.
fn cue(view: &View, times: &Times, at: usize) -> Option<(usize, What)> {
    let (end, _) = view.longest(at, Class::Cue)?;
    if end == at + 1 && noun_in_place(view, at) {
        return None;
    }
    let mut found: Option<Voice> = None;
    for (_, row) in view.words.all(at, Class::Cue).filter(|(cue_end, _)| *cue_end == end) {
        let cue = &view.lexicon.cues[row];
        let voice = match cue.frame {
            Frame::None => return Some((end, What::Other)),
            Frame::State => Voice::State,
            Frame::Event => Voice::Event,
            Frame::Toll => Voice::Toll,
            Frame::Takes | Frame::Suffers => Voice::Takes,
            Frame::Taken if taken(view, at) => Voice::Event,
            Frame::Taken => return Some((end, What::Noun { people: false })),
            Frame::Undergoes | Frame::Does => Voice::Subject,
            Frame::Affects => match cue.form {
                VerbForm::Participle | VerbForm::PastOrParticiple if passive(view, times, at) => Voice::Passive,
                VerbForm::Participle => Voice::Bare,
                VerbForm::PastOrParticiple if perfect(view, times, at) => Voice::Active,
                VerbForm::PastOrParticiple => Voice::Bare,
                _ => Voice::Active,
            },
        };
        found = Some(match found {
            None => voice,
            Some(before) => choose(view, at, end, before, voice),
        });
    }
    found.map(|voice| (end, What::Cue(voice)))
}

/// "during protests", "a new strike": a word that can be a noun where only a noun can stand.
fn noun_in_place(view: &View, at: usize) -> bool {
    let only_verb = view.words.all(at, Class::Cue).all(|(_, row)| {
        let cue = &view.lexicon.cues[row];
        matches!(cue.frame, Frame::Affects | Frame::Undergoes | Frame::Does) && matches!(cue.form, VerbForm::Base | VerbForm::Third)
    });
    let before = at > 0 && (view.likely(at - 1, pos::PREPOSITION | pos::DETERMINER | pos::ADJECTIVE) || view.id(at - 1) == kw::POSSESSIVE);
    only_verb && before && !view.is(at - 1, &[kw::TO]) && view.can_be(at, pos::NOUN | pos::PLURAL)
}

/// Whether a verb that takes lives stands before: "claimed 12 lives".
pub(super) fn taken(view: &View, at: usize) -> bool {
    (at.saturating_sub(8)..at).any(|before| {
        view.words.all(before, Class::Cue).any(|(_, row)| view.lexicon.cues[row].frame == Frame::Takes)
    })
}

/// Which of two readings of the same word is meant.
fn choose(view: &View, at: usize, end: usize, one: Voice, other: Voice) -> Voice {
    let verbal = |voice: Voice| matches!(voice, Voice::Active | Voice::Passive | Voice::Bare | Voice::Subject);
    let (verb, noun) = match (verbal(one), verbal(other)) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        // "were put to death" is passive though "put" is a base form too; object verbs go before subject verbs
        // ("the storm displaced 40" and "40 displaced").
        _ => {
            return [Voice::Passive, Voice::Bare, Voice::Active]
                .into_iter()
                .find(|voice| [one, other].contains(voice))
                .unwrap_or(one);
        }
    };
    match noun {
        // "the killing of", "a strike", but "killing 9".
        Voice::Event | Voice::Toll => {
            let determined = at > 0 && (view.likely(at - 1, pos::DETERMINER | pos::ADJECTIVE) || view.is(at - 1, &[kw::OF, kw::POSSESSIVE, kw::IN]));
            if determined || view.is(end, &[kw::OF]) { noun } else { verb }
        }
        // A participle is a verb when it has an auxiliary, else the neighbours tell.
        Voice::State => verb,
        _ => verb,
    }
}

/// The token of the verb's auxiliary before a cue, adverbs and "not" between them skipped.
fn auxiliary(view: &View, times: &Times, at: usize) -> Option<usize> {
    let mut token = at;
    for _ in 0..4 {
        token = token.checked_sub(1)?;
        // "were last night killed".
        if let Some(time) = times.at(token) {
            token = times.list[time].first as usize;
            continue;
        }
        if view.is(token, AUXILIARIES) {
            return Some(token);
        }
        let skipped = view.likely(token, pos::ADVERB) || view.is(token, &[kw::NOT, kw::ALSO]) || view.has(token, Class::Report) || view.has(token, Class::Status) || view.is(token, &[kw::COMMA, kw::TO]);
        if !skipped {
            return None;
        }
    }
    None
}

fn passive(view: &View, times: &Times, at: usize) -> bool {
    auxiliary(view, times, at).is_some_and(|token| {
        view.is(token, &[kw::IS, kw::ARE, kw::WAS, kw::WERE, kw::BE, kw::BEEN, kw::BEING, kw::GET, kw::GETS, kw::GOT, kw::GETTING])
    })
}

fn perfect(view: &View, times: &Times, at: usize) -> bool {
    auxiliary(view, times, at).is_some_and(|token| view.is(token, &[kw::HAVE, kw::HAS, kw::HAD, kw::HAVING]))
}

/// A noun phrase without a figure: a person told by a noun ("a night watchman", "their uncle"), or others.
fn people(view: &View, entities: &Entities, times: &Times, at: usize, stop: usize, bare: bool) -> Option<(usize, What)> {
    let article = view.is(at, &[kw::A, kw::AN]);
    let definite = view.is(at, &[kw::THE, kw::THIS, kw::THAT, kw::THESE, kw::THOSE]);
    let owned = view.is(at, &[kw::HIS, kw::HER, kw::THEIR, kw::ITS, kw::MY, kw::OUR]);
    let pair = view.is(at, &[kw::BOTH]);
    let another = view.is(at, &[kw::ANOTHER]);
    let determined = article || definite || owned || pair || another;
    if !determined && !bare && !noun::starts_noun(view, at) {
        return None;
    }
    let start = at + usize::from(determined);
    if start >= stop {
        return None;
    }
    let single = article || another || !pair;
    let noun = noun::read(view, entities, times, start, single && determined).filter(|noun| noun.end as usize <= stop)?;
    let end = noun.end as usize - usize::from(ends_in_verb(view, start, noun.end as usize));
    // "the killing", "the death": the noun is a cue and is cut next.
    if determined && let Some(at) = (start..end).find(|&token| is_event(view, token)) {
        return Some((at, What::Other));
    }
    let Some(row) = noun.thing else {
        // "The head of a polling station": a job makes a person.
        let job = view.longest(end - 1, Class::Title).is_some_and(|(title, row)| {
            title == end && view.lexicon.titles[row] == crate::lexicon::sense::TitleKind::Job
        });
        let single = determined && job && !view.likely(end - 1, pos::PLURAL);
        return Some((end, if single { What::People { count: 1, definite: false, entity: None } } else { What::Noun { people: false } }));
    };
    let thing = &view.lexicon.things[row as usize];
    let branch = &view.lexicon.branches[thing.branch as usize];
    let person = branch.starts_with("person") && !branch.starts_with("person/group");
    if !person {
        return Some((end, What::Noun { people: branch.starts_with("person") }));
    }
    let count = match () {
        () if pair || view.is(end - 1, &[kw::COUPLE]) => 2,
        () if thing.plural && !(article || another) => return Some((end, What::Noun { people: true })),
        // A bare singular ("school principal shot dead") is one person in a headline, a modifier elsewhere.
        () => 1,
    };
    Some((end, What::People { count, definite: definite && !owned, entity: None }))
}

/// "The company plans to": a last word that is a verb before what a verb takes.
fn ends_in_verb(view: &View, start: usize, end: usize) -> bool {
    let last = end - 1;
    last > start
        && view.can_be(last, pos::THIRD | pos::VERB | pos::PAST | pos::ING)
        && (view.can_be(last, pos::ING) && view.likely(end, pos::PREPOSITION | pos::DETERMINER) && noun::thing(view, last - 1).is_some()
            || view.is(end, &[kw::TO, kw::THAT, kw::A, kw::AN, kw::THE, kw::IT, kw::HE, kw::THEY, kw::SHE]) || view.has(end, Class::Number) || view.has(end, Class::Bound))
}

/// Marks what "including", "among them" and brackets set aside, up to the comma or bracket that closes it.
fn mark_asides(view: &View, chunks: &mut [Chunk]) {
    let mut open = false;
    let mut bracket = false;
    for index in 0..chunks.len() {
        match chunks[index].what {
            What::Connective(Connective::Part) => open = true,
            What::Open => bracket = true,
            What::Close => {
                bracket = false;
                chunks[index].aside = true;
                continue;
            }
            What::Break => open = false,
            What::Comma if open && closes(view, chunks, index) => open = false,
            What::Aux if open && closes_by_verb(chunks, index) => open = false,
            _ => {}
        }
        chunks[index].aside = open || bracket;
    }
    mark_between_dashes(view, chunks);
}

/// Marks what stands between two dashes: "Eighteen people -- seven herders and 11 raiders -- were killed".
fn mark_between_dashes(view: &View, chunks: &mut [Chunk]) {
    let dash = |chunk: &Chunk| chunk.what == What::Break && view.tokens[chunk.first as usize].punct() == b'-';
    let mut at = 0;
    while at < chunks.len() {
        if !dash(&chunks[at]) {
            at += 1;
            continue;
        }
        let Some(length) = chunks[at + 1..].iter().position(dash) else { return };
        for chunk in &mut chunks[at..at + length + 2] {
            chunk.aside = true;
        }
        at += length + 2;
    }
}

/// A comma closes what "including" opened unless the list goes on behind it.
fn closes(_: &View, chunks: &[Chunk], comma: usize) -> bool {
    let after = |n: usize| chunks.get(comma + n).map(|chunk| chunk.what);
    !matches!(
        (after(1), after(2)),
        (Some(What::Number(_) | What::People { .. } | What::Noun { .. }), Some(What::Connective(Connective::And) | What::Comma))
    )
}

/// A verb closes it too where no comma did: "people including two children were killed".
fn closes_by_verb(chunks: &[Chunk], aux: usize) -> bool {
    chunks.get(aux + 1..aux + 4).is_some_and(|next| next.iter().any(|chunk| matches!(chunk.what, What::Cue(_))))
        && !matches!(chunks[aux - 1].what, What::Clause | What::Pronoun)
}

impl Chunk {
    /// Whether this number phrase counts something that is measured and cannot be hurt or sent.
    pub fn is_number(&self) -> Option<usize> {
        match self.what {
            What::Number(index) => Some(index as usize),
            _ => None,
        }
    }
}

/// The chunks in words, for `headcount explain`.
pub(crate) fn notes(view: &View, quantities: &Quantities) -> Vec<ChunkNote> {
    quantities
        .chunks
        .list
        .iter()
        .map(|chunk| {
            let (start, end) = view.span(chunk.first as usize, chunk.end as usize);
            let (kind, detail) = describe(&quantities.list, chunk);
            let detail = if chunk.aside { format!("{detail} (aside)") } else { detail };
            ChunkNote { start: start as usize, end: end as usize, kind, detail }
        })
        .collect()
}

fn describe(list: &[Quantity], chunk: &Chunk) -> (&'static str, String) {
    match chunk.what {
        What::Number(index) => {
            let unit = list.get(index as usize).map(|quantity| match quantity.unit {
                Unit::None => "bare",
                Unit::Measure { .. } => "measured",
                Unit::Count(_) => "counted",
                Unit::Like(_) | Unit::People => "understood",
            });
            ("number", unit.unwrap_or_default().to_owned())
        }
        What::People { count, definite, .. } => {
            ("people", format!("{count}{}", if definite { ", pointing back" } else { "" }))
        }
        What::Noun { people } => ("noun", if people { "people, uncounted".to_owned() } else { String::new() }),
        What::Cue(voice) => ("cue", format!("{voice:?}").to_lowercase()),
        What::Connective(kind) => ("connective", format!("{kind:?}").to_lowercase()),
        What::Report(frame) => ("reporting", format!("{frame:?}").to_lowercase()),
        What::Status(effect) => ("status", format!("{effect:?}").to_lowercase()),
        What::Entity(_) => ("entity", String::new()),
        What::Time(_) => ("time", String::new()),
        What::Aux => ("auxiliary", String::new()),
        What::Verb => ("verb", String::new()),
        What::Clause => ("clause", String::new()),
        What::Preposition => ("preposition", String::new()),
        What::Pronoun => ("pronoun", String::new()),
        What::Comma | What::Break | What::Open | What::Close | What::Quote => ("punctuation", String::new()),
        What::Other => ("other", String::new()),
    }
}
