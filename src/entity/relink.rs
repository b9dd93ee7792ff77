//! Mentions seen again in the light of what the text has named: "Kim", "Washington" the man, "Lopez Obrador".

use super::Named;
use super::acronym::{is_acronym, nickname};
use super::alone::{surnames, words};
use super::coref::{Memory, Word};
use super::evidence::{AFTER_STRONG_TITLE, ALL_CAPS, HEADLINE, Marks, OPENS, common};
use crate::lexicon::sense::pos;
use crate::lexicon::{View, keyword as k, types};
use crate::record::{EntityKind, Via};

impl Memory {
    /// Sees a mention of one word again in the light of what the text has named: "Kim", "Washington" the man.
    pub(super) fn relink(&self, view: &View, marks: &Marks, at: &[u32], named: &mut Named) {
        if self.seen.is_empty() && self.offices.is_empty() {
            return;
        }
        let first = named.first as usize;
        let alone = named.end - named.first == 1;
        let may_be_office = named.kind == EntityKind::Agency && !self.offices.is_empty();
        if alone && !may_be_office && !self.words.may_have(view.tokens[first].hash) {
            return;
        }
        let single = words(view, named) == 1;
        let word = if single { self.word(view, first) } else { Word::default() };
        if let Some(seen) = self.told(word.acronym)
            && (is_acronym(view, first) && named.kind != EntityKind::Person || nickname(view, first))
        {
            *named = seen.mention(first, named.end as usize, Via::Acronym, 0.9);
            return;
        }
        if named.kind == EntityKind::Agency
            && named.country == 0
            && let Some(found) = self.office(view, marks, at, first).filter(|found| found.end == named.end)
            && named.entry.map_or(0, |entry| view.lexicon.entry(entry).country) == 0
        {
            *named = found;
            return;
        }
        if !single {
            self.relink_longer(view, named);
            return;
        }
        let Some(last) = surnames(view, named).next() else { return };
        let same = last == view.tokens[first].hash;
        let word = if same { word } else { self.words.get(last).copied().unwrap_or_default() };
        let known = word.surname.or(word.ahead);
        match named.kind {
            EntityKind::Person => {
                if known.is_none()
                    && named.via == Via::Name
                    && let Some(seen) = self.told(word.agency.or(word.agency_ahead))
                    && !common(view, first)
                    && seen.first_word(view) == view.tokens[first].hash
                {
                    *named = seen.mention(first, named.end as usize, Via::Coref, 0.7);
                    return;
                }
                let Some(seen) = self.told(known) else { return };
                named.same_as = (seen.last < named.first).then_some(seen.last);
                named.named_by = Some(seen.full);
                named.entry = seen.entry;
                if named.via != Via::Title {
                    named.via = Via::Coref;
                }
            }
            EntityKind::Place | EntityKind::Agency => {
                // "13 points for Chicago" after "Chicago Bulls".
                if let Some(seen) = self.told(word.agency)
                    && named.kind == EntityKind::Place
                    && seen.is_team(view)
                    && seen.first_word(view) == view.tokens[first].hash
                    && first > 0
                    && view.tokens[first].newlines_before == 0
                    && (view.is(first - 1, &[k::FOR, k::AGAINST, k::OVER, k::WITH])
                        || view.likely(named.end as usize, pos::PAST))
                    && !view.is(first - 1, &[k::IN, k::AT, k::NEAR, k::FROM, k::TO, k::COMMA])
                {
                    *named = seen.mention(first, named.end as usize, Via::Coref, 0.7);
                    return;
                }
                // "Tara Bell, |Georgia's aunt", "Now, |Palma said": a place stands behind a comma only where a name is before it.
                let owns = view.is(named.end as usize, &[k::POSSESSIVE, k::APOSTROPHE]);
                let listed = || {
                    view.is(first - 1, &[k::COMMA])
                        && first > 1
                        && view.capital(first - 2)
                        && !marks.has(first - 2, OPENS)
                };
                let located = || {
                    first > 0
                        && (view.is(first - 1, &[k::IN, k::AT, k::NEAR, k::THE])
                            || !owns && (view.is(first - 1, &[k::FROM, k::TO]) || listed()))
                };
                let ahead = word.ahead.filter(|_| marks.has(first, OPENS | HEADLINE | ALL_CAPS));
                // "Israel Gutierrez wrote of Israel": the country.
                let country = || {
                    named.kind == EntityKind::Place
                        && named.entry.is_some_and(|entry| view.lexicon.entry(entry).subtype == types::COUNTRY)
                };
                let object = || {
                    first > 0 && view.is(first - 1, &[k::OF, k::WITH, k::FOR, k::BY, k::AGAINST, k::BETWEEN, k::AND])
                };
                let given = word.given.filter(|_| !(object() && country()));
                if let Some(seen) = self.told(word.surname.or(given).or(ahead))
                    && (!located() || marks.has(first, AFTER_STRONG_TITLE))
                {
                    *named = seen.mention(first, named.end as usize, Via::Coref, 0.7);
                }
            }
            EntityKind::Nationality => {}
        }
    }

    /// "Lopez Obrador" after "Andres Manuel Lopez Obrador".
    fn relink_longer(&self, view: &View, named: &mut Named) {
        let length = named.end - named.first;
        if named.kind != EntityKind::Person || named.entry.is_some() || length > 4 {
            return;
        }
        // "Três Serras" where the text has told of its shares.
        let own = self.word(view, named.end as usize - 1);
        if named.via == Via::Name
            && let Some(seen) = self.told(own.agency.or(own.agency_ahead))
            && seen.kind == EntityKind::Agency
            && seen.full_end - seen.full == length
            && (0..length)
                .all(|on| view.tokens[(named.first + on) as usize].hash == view.tokens[(seen.full + on) as usize].hash)
        {
            *named = seen.mention(named.first as usize, named.end as usize, Via::Coref, 0.7);
            return;
        }
        let Some(seen) = self.told(self.word(view, named.end as usize - 1).surname) else { return };
        // A short form that was named by a longer one does not tell where that ends.
        let longer = seen.full_end.checked_sub(seen.full).is_some_and(|words| words > length && words < 2 * length + 4);
        let token = |end: u32, back: u32| view.tokens[(end - back) as usize].hash;
        if longer && (1..=length).all(|back| token(named.end, back) == token(seen.full_end, back)) {
            named.same_as = Some(seen.last);
            named.named_by = Some(seen.full);
            named.entry = seen.entry;
        }
    }
}
