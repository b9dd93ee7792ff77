//! Whom words without a name point to: "the agency", "the report", "South Korea's army".

use super::super::clause::{WINDOW, What};
use super::speaker::{Reader, Speaker};
use crate::lexicon::sense::{Class, ReportFrame, Side};
use crate::lexicon::types;
use crate::record::EntityKind;

/// How many entities back "the company" may point.
const NAMED_BEFORE: usize = 12;

/// The type of companies, and the branch of the tree of counted things that calls them something.
const COMPANY: &str = "company";
const ECONOMY: &str = "economy/";

impl Reader<'_, '_, '_> {
    /// "South Korea's intelligence agency", "the Kenyan military": the agency of that country and kind that the text names.
    pub fn described(&self, first: usize, end: usize) -> Option<u32> {
        let lexicon = self.view.lexicon;
        let country = self.pieces[first..end].iter().find_map(|piece| {
            let What::Entity(index) = piece.what else { return None };
            let entry = lexicon.entry(self.entities.list[index as usize].entry?);
            (entry.country != 0).then_some(entry.country)
        })?;
        let nouns = self.pieces[first..end].iter().filter(|piece| matches!(piece.what, What::Noun | What::Modifier));
        self.entities
            .list
            .iter()
            .take(WINDOW)
            .position(|named| {
                let Some(entry) = named.entry.map(|entry| lexicon.entry(entry)) else { return false };
                let subtype = lexicon.string(entry.subtype);
                named.kind == EntityKind::Agency
                    && entry.country == country
                    && nouns.clone().any(|piece| {
                        self.view.slice(piece.first as usize, piece.end as usize).eq_ignore_ascii_case(subtype)
                    })
            })
            .map(|index| index as u32)
    }

    /// "the report said", "the agency added": the last speaker, if that can be one.
    pub fn pointed(&self, noun: usize) -> Option<Speaker> {
        if self.is(noun, ReportFrame::Document) || self.is(noun, ReportFrame::Figures) {
            return self.memory().last.or_else(|| self.lead(EntityKind::Agency).map(Speaker::Entity));
        }
        if self.named.agency >= self.pieces.last()?.end {
            return None;
        }
        let body = self.is(noun, ReportFrame::Body);
        // Whoever spoke last, else the nearest that was named so, else one of which nothing is known.
        let spoke = self.memory().agency.filter(|&agency| body || self.kin(noun, agency) || self.of_type(noun, agency));
        let before = self.entities.list.partition_point(|named| (named.first as usize) < noun) as u32;
        let near = |fits: &dyn Fn(u32) -> bool| {
            let is_agency = |agency: u32| self.entities.list[agency as usize].kind == EntityKind::Agency;
            (0..before).rev().take(NAMED_BEFORE).find(|&agency| is_agency(agency) && fits(agency))
        };
        spoke
            .or_else(|| near(&|agency| body || self.kin(noun, agency)))
            .or_else(|| near(&|agency| self.typed(noun, |kind| kind != 0 && kind == self.subtype(agency))))
            .or_else(|| near(&|agency| self.subtype(agency) == 0 && self.typed(noun, |_| true)))
            .map(Speaker::Entity)
    }

    /// Whether a noun is in the lexicon of words of saying with a frame.
    pub fn is(&self, noun: usize, frame: ReportFrame) -> bool {
        self.view.words.all(noun, Class::Report).any(|(_, row)| self.view.lexicon.reports[row] == frame)
    }

    /// Whether a noun means a body of people that can speak: "the government".
    pub fn is_body(&self, noun: usize) -> bool {
        self.is(noun, ReportFrame::Body) || self.typed(noun, |_| true)
    }

    /// Whom a spokesman speaks for: "a company spokesman", "the ministry's spokesman", "a spokesman said".
    pub fn voiced(&self, first: usize, head: usize) -> Option<Speaker> {
        if !self.is(self.token(head), ReportFrame::Voice) {
            return None;
        }
        let own = (first..head).rev().find(|&at| matches!(self.pieces[at].what, What::Noun | What::Modifier));
        match own {
            Some(noun) => self.pointed(self.token(noun)),
            None => self.it(first),
        }
        .filter(|speaker| matches!(speaker, Speaker::Entity(_)))
    }

    /// Whether a noun can mean an agency: it stands in its name, or it is a company.
    fn kin(&self, noun: usize, agency: u32) -> bool {
        let word = self.view.id(noun);
        let named = &self.entities.list[agency as usize];
        let same_word = (named.first..named.end).any(|token| self.view.id(token as usize) == word);
        let in_name = named.entry.map(|entry| self.view.lexicon.entry(entry)).is_some_and(|entry| {
            let name = self.view.lexicon.entry_name(entry.id);
            let (start, stop) = self.view.span(noun, noun + 1);
            let word = &self.view.text[start as usize..stop as usize];
            name.split(' ').any(|part| part.eq_ignore_ascii_case(word))
        });
        let lexicon = self.view.lexicon;
        // "the army" is none of a rebel army.
        if self.subtype(agency) == types::MILITANT && self.typed(noun, |kind| kind == types::MILITARY) {
            return false;
        }
        let company = || {
            lexicon.string(self.subtype(agency)) == COMPANY
                && self.view.words.all(noun, Class::Thing).any(|(_, row)| lexicon.branch(row).starts_with(ECONOMY))
        };
        same_word || in_name || company()
    }

    /// Whether a noun is what the lexicon of shapes calls an agency of any, or of the same, type: "the Agency" in lower case.
    fn of_type(&self, noun: usize, agency: u32) -> bool {
        let subtype = self.subtype(agency);
        self.typed(noun, |kind| kind == 0 || kind == subtype)
    }

    /// Whether the lexicon of shapes calls a noun an agency, of a type that fits.
    fn typed(&self, noun: usize, fits: impl Fn(u32) -> bool) -> bool {
        self.view.words.all(noun, Class::Shape).any(|(_, row)| {
            let shape = &self.view.lexicon.shapes[row];
            shape.kind == EntityKind::Agency && !matches!(shape.side, Side::Role | Side::Event) && fits(shape.subtype)
        })
    }

    fn subtype(&self, agency: u32) -> u32 {
        let named = &self.entities.list[agency as usize];
        named.entry.map_or(named.subtype, |entry| self.view.lexicon.entry(entry).subtype)
    }
}
