//! Names that the lexicons know, each with what its flags ask for.

use super::beside::DIRECTIONS;
use super::evidence::{AFTER_TITLE, ALL_CAPS, HEADLINE, Marks, OPENS, common};
use super::gazetteer::{Group, Listed};
use super::joined::{Joined, joined};
use super::nearby::Sure;
use super::product::{Product, after_event, disease, event, heads_results, numbered, product};
use super::speaks::{alone_with_article, in_context, plays, titled_article, trades};
use super::support::Around;
use super::{Named, context, points, product};
use crate::lexicon::keyword::{self, WordSet};
use crate::lexicon::sense::{Class, Side, TitleKind, pos};
use crate::lexicon::{NameFlags, View, WordFlags, types};
use crate::record::{EntityKind, Via};
use crate::text::{Kind, Shape, Token};

/// One candidate for each stretch of tokens that is a name: the likeliest of the entries that have it.
pub(super) fn from_lexicon(view: &View, marks: &mut Marks, arounds: &mut Vec<Around>, out: &mut Vec<Named>) {
    let small = marks.names.groups().iter().filter(|group| group.small);
    arounds.clear();
    arounds.extend(small.map(|&group| Around::read(view, marks, group)));
    // A name that its sentence shows to be a small place's is one in the other sentences too.
    marks.locale.settle(arounds);
    find_neighbours(view, marks, arounds);
    let mut arounds = arounds.iter_mut();
    // Where the last place ended.
    let mut last = usize::MAX - 1;
    let from = out.len();
    let mut doubtful: Vec<(Group, Listed)> = Vec::new();
    for &group in marks.names.groups() {
        let around = if group.small { arounds.next() } else { None };
        let around = around.map(|around| {
            around.read_again(view, marks, group, last);
            &*around
        });
        // So it is with most names that only villages have.
        if group.has_only_towns() && around.is_some_and(Around::is_hopeless) {
            continue;
        }
        if let Some(sure) = sure(view, marks, group) {
            last = if sure.kind == EntityKind::Place { sure.end as usize } else { last };
            out.push(sure);
            continue;
        }
        let mut context = Context::new(view, marks, group);
        let quiet = context.quiet;
        // "Turin or |the ACT".
        let joint = last + usize::from(view.is(last + 1, &[keyword::THE]));
        context.listed = joint + 1 == group.first as usize && view.is(last, &[keyword::AND, keyword::OR]);
        let mut best: Option<(&Listed, f32)> = None;
        for name in marks.names.of(group) {
            let score = score(&mut context, name, around);
            if best.is_none_or(|(_, highest)| highest.total_cmp(&score).is_le()) {
                best = Some((name, score));
            }
        }
        if let Some((name, score)) = best
            && score < 0.5
            && again(view, marks, group, name)
        {
            doubtful.push((group, *name));
        }
        let best = best.filter(|(_, score)| *score >= 0.5);
        if let Some(best) = best.map(|(name, score)| named(view, marks, group, name, score, quiet)) {
            if best.kind == EntityKind::Place {
                last = best.end as usize;
            }
            out.push(best);
        }
    }
    // "Apple rose" after "shares of Apple", "Troy" below a dateline: what the text has named once it means again.
    for (group, name) in doubtful {
        let same = |named: &Named| named.entry == Some(name.entry.id) && named.kind == name.entry.kind;
        if out[from..].iter().any(same) {
            out.push(named(view, marks, group, &name, 0.6, false));
        }
    }
}

/// Whether a name that nothing around it speaks for may be taken if the text is sure of it elsewhere.
fn again(view: &View, marks: &Marks, group: Group, name: &Listed) -> bool {
    let (first, end) = (group.first as usize, group.end as usize);
    let longer =
        view.capital(end) && view.is_word(end) || first > 0 && view.capital(first - 1) && view.is_word(first - 1);
    let place = || !marks.has(first, OPENS | HEADLINE) && !common(view, first) && !named_person(view, group);
    (name.entry.kind == EntityKind::Agency || name.entry.kind == EntityKind::Place && place())
        && name.flags.has(NameFlags::CONTEXT)
        && (!longer || marks.has(first, HEADLINE))
        && !marks.has(first, ALL_CAPS | AFTER_TITLE)
}

/// "Troy said", "for Troy's": what people do and own.
fn named_person(view: &View, group: Group) -> bool {
    let end = group.end as usize;
    points::says(view, end) || view.is(end, &[keyword::POSSESSIVE, keyword::APOSTROPHE, keyword::WHO])
}

/// Notes the towns and counties that small places may be neighbours of, if there are small places.
fn find_neighbours(view: &View, marks: &mut Marks, arounds: &[Around]) {
    if arounds.is_empty() || !ask_near(view, marks, arounds) {
        return;
    }
    let Marks { names, locale, .. } = marks;
    let mut arounds = arounds.iter();
    for &group in names.groups() {
        let around = if group.small { arounds.next() } else { None };
        locale.neighbours.add(view, names, group, around.map_or(Sure::No, Around::sure));
    }
}

/// Whether some small place's neighbours may be asked for: those of most are told by the words around them alone.
fn ask_near(view: &View, marks: &Marks, arounds: &[Around]) -> bool {
    let (mut listed, mut next) = (0, arounds.iter());
    marks.names.groups().iter().any(|group| {
        let around = if group.small { next.next() } else { None };
        // "Seattle and |Olympia".
        let beside = group.first < listed
            && view.is((group.first as usize).wrapping_sub(1), &[keyword::AND, keyword::OR, keyword::COMMA]);
        listed = group.end + 2;
        around.is_some_and(|around| around.asks_near(marks, beside))
    })
}

/// The neighbours of the names of a stretch, asked once for all of them.
struct Context<'m, 's, 'a> {
    view: &'m View<'s, 'a>,
    marks: &'m Marks,
    group: Group,
    /// Whether they speak for a name of each kind.
    known: [Option<bool>; 4],
    product: Product,
    /// Whether a disease stands behind them, once that is asked.
    disease: Option<bool>,
    /// "NZ$5": a sign of money.
    money: bool,
    /// Nothing beside them is asked for by a rule that names without flags have: so it is with most.
    quiet: bool,
    /// "U.S. 33": the number of a road.
    road: bool,
    /// "Seattle and |Olympia": joined to a place.
    listed: bool,
}

impl<'m, 's, 'a> Context<'m, 's, 'a> {
    fn new(view: &'m View<'s, 'a>, marks: &'m Marks, group: Group) -> Self {
        let (end, quiet) = (group.end as usize, is_quiet(view, marks, group));
        let symbol = || view.tokens.get(end).is_some_and(|token| token.kind == Kind::Symbol);
        let money = !quiet && symbol() && view.glued(end) && view.slice(end, end + 1) == "$";
        Context {
            view,
            marks,
            group,
            known: [None; 4],
            product: if quiet { Product::None } else { product(view, end) },
            disease: None,
            money,
            quiet,
            road: !quiet && product::road(view, group.first as usize, end),
            listed: false,
        }
    }

    /// "West Nile |virus": no place.
    fn before_disease(&mut self) -> bool {
        *self.disease.get_or_insert_with(|| disease(self.view, self.group.end as usize))
    }

    fn speaks_for(&mut self, kind: EntityKind) -> bool {
        let Context { view, marks, group, .. } = *self;
        *self.known[kind as usize]
            .get_or_insert_with(|| in_context(view, marks, kind, group.first as usize, group.end as usize))
    }
}

/// Whether no rule for names that need no evidence asks for what stands beside a match: no article, direction, hyphen or
/// word that makes names before it, no number, sign or capital behind it, in a text that is not about a game.
fn is_quiet(view: &View, marks: &Marks, group: Group) -> bool {
    const BEFORE: WordSet = DIRECTIONS.or(WordSet::of(&[keyword::THE, keyword::OF, keyword::HYPHEN]));
    const BEHIND: WordSet = WordSet::of(&[keyword::OF, keyword::HYPHEN]);
    let (before, end) = ((group.first as usize).wrapping_sub(1), group.end as usize);
    let small = |behind: &Token| match behind.kind {
        Kind::Word => matches!(behind.shape, Shape::Lower | Shape::Mixed | Shape::None),
        Kind::Punct | Kind::Possessive => true,
        _ => false,
    };
    !marks.play
        && view.tokens.get(end).is_none_or(small)
        && !BEHIND.has(view.id(end))
        && !BEFORE.has(view.id(before))
        && !view.has(before, Class::Shape)
}

/// The one entry of a name that asks for no evidence, where nothing beside it is asked for either: so it is with every third
/// name.
#[inline]
fn sure(view: &View, marks: &Marks, group: Group) -> Option<Named> {
    let [name] = marks.names.of(group) else { return None };
    let told = !group.small && name.is_plain() && is_quiet(view, marks, group);
    let place = name.entry.kind == EntityKind::Place;
    if !told || place && disease(view, group.end as usize) {
        return None;
    }
    Some(named(view, marks, group, name, name.fame(), true))
}

/// What a match is a name of: its people, where it is a demonym.
fn kind(name: &Listed) -> EntityKind {
    if name.flags.has(NameFlags::DEMONYM) { EntityKind::Nationality } else { name.entry.kind }
}

/// A match as a candidate. `quiet` where it has been seen that [nothing stands beside it](is_quiet).
fn named(view: &View, marks: &Marks, group: Group, name: &Listed, score: f32, quiet: bool) -> Named {
    let (first, end, kind) = (group.first as usize, group.end as usize, kind(name));
    if quiet && end == first + 1 {
        return listed(first, end, kind, name, score);
    }
    if !quiet && let Joined::Longer(first, end) = joined(view, marks, group, name) {
        let mut named = Named::new(first, end, kind, Via::Name, score.min(0.85));
        named.subtype = name.entry.subtype;
        named.country = name.entry.country;
        return named;
    }
    let end = match name.entry.subtype {
        // "Sylhet |division", where that is how the lexicon has it.
        types::REGION if end > first + 1 && view.shape(end - 1) == Shape::Lower => end - 1,
        _ => without_small_tail(view, kind, first, end),
    };
    // "Prince |Philip": the lexicon's name has a title in front, the span has none.
    let first = match kind {
        EntityKind::Person => behind_title(view, first, end),
        EntityKind::Place => with_direction(view, marks, first),
        _ => first,
    };
    listed(first, end, kind, name, score)
}

#[inline]
fn listed(first: usize, end: usize, kind: EntityKind, name: &Listed, score: f32) -> Named {
    let mut named = Named::new(first, end, kind, Via::Lexicon, score);
    named.entry = Some(name.entry.id);
    named
}

/// "East |Mosul": a part of a place, where its direction has a capital.
fn with_direction(view: &View, marks: &Marks, first: usize) -> usize {
    let part = first > 0
        && DIRECTIONS.has(view.id(first - 1))
        && view.shape(first - 1) == Shape::Title
        && view.shape(first) == Shape::Title
        && view.tokens[first].newlines_before == 0
        && !marks.has(first - 1, OPENS | HEADLINE)
        && !(first > 1 && view.capital(first - 2) && view.is_word(first - 2));
    first - usize::from(part)
}

/// Where a person's name begins behind its title.
fn behind_title(view: &View, first: usize, end: usize) -> usize {
    if !view.has(first, Class::Title) || end < first + 2 {
        return first;
    }
    let strong = |row: usize| matches!(view.lexicon.titles[row], TitleKind::Royal | TitleKind::Religious);
    let given = |at: usize| view.info(at).flags.has(WordFlags::GIVEN);
    let title = view.words.all(first, Class::Title).find(|&(behind, row)| behind < end && strong(row));
    match title {
        Some((behind, _)) if !given(first) || given(behind) => behind,
        _ => first,
    }
}

/// The score that its flags and its neighbours leave a match.
fn score(context: &mut Context, name: &Listed, around: Option<&Around>) -> f32 {
    let Context { view, marks, group, product, .. } = *context;
    let (first, behind) = (group.first as usize, group.end as usize);
    let kind = kind(name);
    let small = around.filter(|_| kind == EntityKind::Place && name.small);
    let mut score = match small {
        Some(around) => around.score(marks, name),
        None => name.fame(),
    };
    // So it is with most of the many villages of a name: nothing below makes more of it.
    if small.is_some() && score == 0.0 {
        return 0.0;
    }
    if context.quiet && name.is_plain() {
        return if kind == EntityKind::Place && context.before_disease() { 0.0 } else { score };
    }
    if context.money || context.road {
        return 0.0;
    }
    if name.flags.has(NameFlags::EXACT) && marks.has(first, ALL_CAPS) {
        score = 0.0;
    }
    if name.flags.has(NameFlags::TITLE) && !marks.has(first, AFTER_TITLE) {
        score = 0.0;
    }
    if name.flags.has(NameFlags::CONTEXT) && small.is_none() {
        // "the WA government" where Perth was told of.
        let letters = kind == EntityKind::Place && view.shape(first) == Shape::Upper && group.end == group.first + 1;
        let told = letters && marks.locale.names_region(name.entry.region);
        // "the Amazon" is no firm, "the Amazon warehouse" is.
        let article = alone_with_article(view, group);
        let speaks = match name.entry.subtype {
            types::COMPANY if article => false,
            types::COMPANY if trades(view, marks, first, group.end as usize) => true,
            types::TEAM if plays(view, group.end as usize) => true,
            // "The Atlantic": papers have their article with a capital.
            types::MEDIA if titled_article(view, marks, first) => true,
            types::WATER => article,
            types::AREA | types::MOUNTAIN | types::FACILITY if article => true,
            _ => told || (kind == EntityKind::Place && context.listed) || context.speaks_for(kind),
        };
        score *= if speaks { 0.9 } else { 0.4 };
    }
    // The file says how often the name means this entry: seldom is not without evidence.
    if let Some(share) = name.share {
        let likely = share >= 0.5 || context.speaks_for(kind);
        score *= if likely { 0.7 + 0.3 * share } else { 0.4 };
    }
    // "told The |Atlantic": a paper.
    if name.entry.subtype == types::WATER && titled_article(view, marks, first) {
        score = 0.3;
    }
    // "across the |Niger": a country or a state has no article.
    if matches!(name.entry.subtype, types::COUNTRY | types::REGION)
        && alone_with_article(view, group)
        && marks.names.of(group).iter().any(|other| other.entry.subtype == types::WATER)
    {
        score = 0.3;
    }
    // "in Turkana": where something is, not who.
    if name.flags.has(NameFlags::DEMONYM)
        && first > 0
        && view.is(first - 1, &[keyword::IN, keyword::NEAR, keyword::AT, keyword::FROM, keyword::TO])
        && !view.likely(behind, pos::NOUN | pos::PLURAL | pos::ADJECTIVE)
    {
        score -= 0.1;
    }
    if matches!(kind, EntityKind::Agency | EntityKind::Place) && event(view, group.end as usize, kind) {
        return 0.0;
    }
    if kind == EntityKind::Place && heads_results(view, marks, first, group.end as usize) {
        return 0.0;
    }
    // "the District Court, Southern District |of Ohio".
    if name.entry.subtype == types::REGION
        && view.is(behind, &[keyword::OF])
        && view.capital(behind + 1)
        && view.has(behind - 1, Class::Shape)
        && group.end > group.first + 1
    {
        return 0.0;
    }
    if kind == EntityKind::Place && (after_event(view, first) || numbered(view, marks, behind)) {
        return 0.0;
    }
    if name.entry.kind == EntityKind::Agency && matches!(joined(view, marks, group, name), Joined::Product) {
        return 0.0;
    }
    // "the daily |Sabah said".
    if kind == EntityKind::Place
        && first > 0
        && context::agency_noun(view, first - 1) == Some(types::MEDIA)
        && !view.likely(behind, pos::NOUN | pos::PLURAL | pos::ADJECTIVE)
    {
        return 0.0;
    }
    match product {
        Product::None if kind == EntityKind::Place && context.before_disease() => 0.0,
        Product::None => score,
        Product::OfCompany if name.entry.subtype != types::COMPANY => score,
        _ => 0.0,
    }
}

/// "Benue |state", "Antara |news agency": a small word at the end of a name tells what it is and is no part of the span.
fn without_small_tail(view: &View, kind: EntityKind, first: usize, end: usize) -> usize {
    let tail = |at: usize| {
        view.shape(at) == Shape::Lower
            && view.words.all(at, Class::Shape).any(|(behind, row)| {
                let word = view.lexicon.shapes[row];
                // "Antara |news agency", but "Bank of Kolari |river".
                let says = word.kind == kind && (kind == EntityKind::Place || word.subtype == types::MEDIA);
                behind == end && word.side == Side::Tail && says
            })
    };
    (first + 1..end).find(|&at| tail(at)).unwrap_or(end)
}
