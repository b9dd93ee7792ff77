//! Who and where: the names that one article keeps to.

use super::material::{Agencies, Country, Material, Name};
use super::seeded::Seeded;

/// Slots that the agencies of the story fill, each with its type and whether it is one of the country.
const AGENCIES: [(&str, &str, bool); 13] = [
    ("police", "police", true),
    ("ministry", "ministry", true),
    ("military", "military", true),
    ("militant", "militant", true),
    ("bank", "bank", true),
    ("university", "university", true),
    ("media", "media", false),
    ("igo", "igo", false),
    ("ngo", "ngo", false),
    ("company", "company", false),
    ("company2", "company", false),
    ("team", "team", false),
    ("team2", "team", false),
];

/// Slots for names.
#[derive(Clone, Copy)]
pub enum Part {
    Agency(usize),
    City(usize),
    /// In capitals, as datelines have it.
    CityInCapitals,
    Country,
    Abroad,
    Nationality,
    Region,
    Known(usize),
    /// The last of the names of the first known one.
    KnownLast,
    Unknown(usize),
    UnknownLast,
}

impl Part {
    pub fn of(slot: &str) -> Option<Part> {
        Some(match slot {
            "city" => Part::City(0),
            "city2" => Part::City(1),
            "CITY" => Part::CityInCapitals,
            "country" => Part::Country,
            "abroad" => Part::Abroad,
            "nationality" => Part::Nationality,
            "region" => Part::Region,
            "person" => Part::Known(0),
            "person2" => Part::Known(1),
            "surname" => Part::KnownLast,
            "official" => Part::Unknown(0),
            "witness" => Part::Unknown(1),
            "official_last" => Part::UnknownLast,
            _ => Part::Agency(AGENCIES.iter().position(|(name, ..)| *name == slot)?),
        })
    }
}

pub struct Cast<'m> {
    country: &'m Country,
    abroad: &'m Country,
    region: &'static str,
    cities: [&'static str; 2],
    agencies: [Name; AGENCIES.len()],
    /// Bits of the agencies that were named already.
    named: u32,
    known: [&'static str; 2],
    unknown: [(&'static str, &'static str); 2],
    /// Whether the article has curly quotes.
    pub curly: bool,
}

impl<'m> Cast<'m> {
    pub fn pick(material: &'m Material, seeded: &mut Seeded) -> Cast<'m> {
        let country = seeded.pick_skewed(&material.countries);
        let abroad = seeded.pick_skewed(&material.countries);
        let known = |of: &Country, seeded: &mut Seeded| {
            if of.people.is_empty() { *seeded.pick(&material.people) } else { *seeded.pick(&of.people) }
        };
        let unknown = |seeded: &mut Seeded| (*seeded.pick(&material.given), *seeded.pick(&material.surnames));
        Cast {
            region: seeded.pick::<&str>(&country.regions),
            cities: [seeded.pick_skewed::<&str>(&country.cities), seeded.pick_skewed::<&str>(&country.cities)],
            agencies: AGENCIES.map(|(_, kind, local)| {
                let here = |of: &'m Agencies| of.get(kind).filter(|names| !names.is_empty());
                let local = if local { here(&country.agencies) } else { None };
                *seeded.pick_skewed(local.or_else(|| here(&material.agencies)).expect("lexicons have every type"))
            }),
            named: 0,
            known: [known(country, seeded), known(abroad, seeded)],
            unknown: [unknown(seeded), unknown(seeded)],
            curly: seeded.percent(25),
            country,
            abroad,
        }
    }

    pub fn write(&mut self, part: Part, out: &mut String) {
        let last = |name: &'static str| name.rsplit_once(' ').map_or(name, |(_, last)| last);
        let name = match part {
            Part::Agency(at) => {
                let (seen, name) = (self.named >> at & 1 == 1, self.agencies[at]);
                self.named |= 1 << at;
                if seen { name.short } else { name.full }
            }
            Part::City(at) => self.cities[at],
            Part::CityInCapitals => return out.extend(self.cities[0].chars().flat_map(char::to_uppercase)),
            Part::Country => self.country.name,
            Part::Abroad => self.abroad.name,
            Part::Nationality => self.country.nationality,
            Part::Region => self.region,
            Part::Known(at) => self.known[at],
            Part::KnownLast => last(self.known[0]),
            Part::Unknown(at) => {
                let (given, surname) = self.unknown[at];
                out.push_str(given);
                out.push(' ');
                surname
            }
            Part::UnknownLast => self.unknown[0].1,
        };
        out.push_str(name);
    }
}
