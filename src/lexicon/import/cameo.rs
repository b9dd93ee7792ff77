//! Dictionaries of actors of TABARI, PETRARCH and PETRARCH2; those of agents go on to [`agents`].
//!
//! ```text
//! ; a comment, # another
//! HAMID_KARZAI_
//! +KARZAI_
//!     [AFGELI 750101-000101]
//!     [AFGGOV >011222]
//! BOKO_HARAM_ [NGAREB]
//! ```

use super::entry::{Entry, Kind};
use super::report::{Place, Reason};
use super::sink::Sink;
use super::source::Source;
use super::{Refused, Target, agents, clean, codes};

/// An actor: its names, then its codes with their dates.
#[derive(Default)]
struct Block {
    names: Vec<(String, Place)>,
    codes: Vec<Code>,
    /// Whether a code was told to be malformed already.
    faulty: bool,
}

/// A code and the years in which it held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Code {
    text: String,
    from: Option<u16>,
    to: Option<u16>,
}

/// Reads a dictionary.
pub(super) fn read(source: &mut Source, sink: &mut Sink) -> Result<(), Refused> {
    let mut line = String::new();
    let mut block = Block::default();
    let mut sets = agents::Sets::default();
    let mut in_comment = false;
    while source.line(&mut line, &mut sink.report)? {
        if in_comment || line.trim_start().starts_with("<!--") {
            in_comment = !line.contains("-->");
            continue;
        }
        let text = without_comment(&line);
        if text.trim().is_empty() || sets.define(text) {
            continue;
        }
        let (phrase, coded) = text.split_at(text.find('[').unwrap_or(text.len()));
        if let Some(code) = coded.strip_prefix("[~") {
            block.take(sink)?;
            let column = phrase.chars().count() + 1;
            let Some((code, _)) = code.split_once(']') else {
                malformed("a code without its closing bracket", &source.at(column), sink);
                continue;
            };
            let (phrase, plural) = match phrase.split_once('{') {
                Some((phrase, plural)) => (phrase, plural.split_once('}').map(|(plural, _)| plural)),
                None => (phrase, None),
            };
            agents::take(phrase.trim(), plural, code.trim(), &sets, &source.at(1), sink)?;
            continue;
        }
        let indented = text.starts_with([' ', '\t']);
        let synonym = phrase.trim().strip_prefix('+');
        let phrase = synonym.unwrap_or(phrase).trim();
        if !phrase.is_empty() {
            if synonym.is_none() && !indented {
                block.take(sink)?;
            } else if block.names.is_empty() {
                malformed("a synonym of nothing: the actor's first name stands without a plus", &source.at(1), sink);
                continue;
            }
            block.names.push((phrase.to_owned(), source.at(1)));
        }
        let mut rest = coded;
        while let Some(start) = rest.find('[') {
            let column = text.len() - rest[start..].len() + 1;
            let Some(end) = rest[start..].find(']') else {
                malformed("a code without its closing bracket", &source.at(column), sink);
                block.faulty = true;
                break;
            };
            block.codes.extend(code(&rest[start + 1..start + end]));
            rest = &rest[start + end + 1..];
        }
    }
    block.take(sink)
}

fn malformed(message: &str, place: &Place, sink: &mut Sink) {
    sink.report.note(Reason::Malformed, place, || message.to_owned());
}

/// A line up to the comment behind it.
fn without_comment(line: &str) -> &str {
    let starts = |(at, c): &(usize, char)| {
        let before = line[..*at].chars().next_back();
        *c == ';' || (*c == '#' && before.is_none_or(|c| c.is_whitespace() || c == ']'))
    };
    line.char_indices().find(starts).map_or(line, |(at, _)| &line[..at])
}

/// A code as it stands in brackets: `AFGGOV 011222-041207`, `AFGGOV >011222`.
fn code(text: &str) -> Option<Code> {
    let mut parts = text.split_whitespace();
    let code = parts.next().filter(|code| code.bytes().all(|byte| byte.is_ascii_uppercase()) && code.len() >= 3)?;
    let dates: String = parts.collect();
    let (from, to) = match dates.split_once('-') {
        Some((from, to)) => (year(from), year(to)),
        None if dates.starts_with('>') => (year(&dates[1..]), None),
        None if dates.starts_with('<') => (None, year(&dates[1..])),
        None => (None, None),
    };
    Some(Code { text: code.to_owned(), from, to })
}

/// The year of YYMMDD or YYYYMMDD. Two digits from 30 on are of the last century, as the codebook has it.
fn year(date: &str) -> Option<u16> {
    let digits = if date.len() >= 8 { 4 } else { 2 };
    let year: u16 = date.get(..digits)?.parse().ok()?;
    Some(match (digits, year) {
        (4, year) => year,
        (_, year) if year >= 30 => 1900 + year,
        (_, year) => 2000 + year,
    })
}

impl Block {
    /// Puts the actor into the sink and begins anew.
    fn take(&mut self, sink: &mut Sink) -> Result<(), Refused> {
        let Block { names, codes, faulty } = std::mem::take(self);
        let Some((first, place)) = names.first().cloned() else { return Ok(()) };
        let dated = codes.iter().any(|code| code.from.is_some() || code.to.is_some());
        // The latest role that says more than "elite".
        let Some(code) = codes.iter().max_by_key(|code| (!code.text.ends_with("ELI"), code.from.max(code.to))).cloned()
        else {
            if !faulty {
                malformed("no code behind the actor: write one in brackets, such as [USAGOV]", &place, sink);
            }
            return Ok(());
        };
        if let Some(target) = sink.options.label(&code.text).filter(|target| target.kind == Kind::Skip).cloned() {
            sink.wanted(target.kind, "", "");
            return Ok(());
        }
        let country = codes::country(code.text.get(..3).unwrap_or_default()).unwrap_or_default();
        let spelled: Vec<(String, Place)> = names
            .into_iter()
            .flat_map(|(name, place)| {
                let acronym = acronym(&name).map(str::to_owned);
                std::iter::once(spell(&name)).chain(acronym).map(move |name| (name, place.clone()))
            })
            .collect();
        if code.text.len() == 3 && !country.is_empty() && !dated {
            return words_of_country(&spelled, &code.text, country, sink);
        }
        let roles: Vec<&str> =
            code.text.as_bytes().chunks(3).filter_map(|triple| std::str::from_utf8(triple).ok()).collect();
        let roles = if country.is_empty() { &roles[..] } else { &roles[1..] };
        let first = spell(&first);
        let target = sink.options.label(&code.text).cloned().or_else(|| {
            let person = is_person(&first, dated);
            let known = roles.iter().find_map(|role| sink.options.target_of("cameo", role));
            match known {
                _ if person => Target::parse("person").ok(),
                Some(target) => Some(target),
                None => Target::parse("agency").ok(),
            }
        });
        let Some(target) = target else { return Ok(()) };
        let mut entry = Entry::new(&target, &first);
        entry.country = country.to_owned();
        if target.kind == Kind::Person {
            let role = roles.iter().find_map(|role| codes::code("cameo-role", role)).map_or("", |(_, role)| role);
            role.clone_into(&mut entry.role);
            entry.from = code.from.map(|year| year.to_string()).unwrap_or_default();
            entry.to = code.to.map(|year| year.to_string()).unwrap_or_default();
        }
        for (name, _) in &spelled[1..] {
            // "President Karzai" is a title and a name: the name is enough.
            let titled = target.kind == Kind::Person
                && spelled.iter().any(|(other, _)| name.strip_suffix(other.as_str()).is_some_and(|t| t.ends_with(' ')));
            if titled { sink.report.count(Reason::Titled) } else { entry.aliases.push(name.clone()) }
        }
        entry.reference = format!("cameo:{}:", code.text);
        sink.add(entry, &place)?;
        Ok(())
    }
}

/// "HAMID_KARZAI_" as news writes it; what stands in brackets behind a name is taken off.
fn spell(name: &str) -> String {
    let name = name.replace('_', " ");
    let name = name.split_once('(').map_or(name.as_str(), |(before, _)| before);
    clean::respell(&name.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The acronym in brackets behind a name: "(PLF)", but not "(GREECE)".
fn acronym(name: &str) -> Option<&str> {
    let (inner, _) = name.split_once('(')?.1.split_once(')')?;
    let letters = (2..=6).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_uppercase());
    (letters && !codes::known_country_word(inner)).then_some(inner)
}

/// Whether a name is that of a person: it begins with a personal name, or its codes have dates, and nothing in it makes
/// an organisation.
fn is_person(name: &str, dated: bool) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let agency = words.iter().any(|word| codes::agency_word(&codes::folded(word)))
        || name.contains(|c: char| c.is_ascii_digit());
    let all_common = words.iter().all(|word| codes::common(&codes::folded(word)));
    let personal =
        words.len() > 1 && codes::personal(words[0]) && !codes::common(&codes::folded(words[words.len() - 1]));
    !agency && !all_common && (dated || personal)
}

/// The words that a dictionary has for a country: its names, its demonyms, its cities.
fn words_of_country(names: &[(String, Place)], code: &str, country: &str, sink: &mut Sink) -> Result<(), Refused> {
    let Some(own) = codes::country_name(country) else { return Ok(()) };
    // Spellings of a country's name begin as it does; those of the name itself end as it does too.
    let alike = |name: &str| {
        let (name, own) = (codes::folded(name), codes::folded(own));
        (name.chars().take(3).eq(own.chars().take(3)), name.chars().rev().take(2).eq(own.chars().rev().take(2)))
    };
    let endings = ["an", "ans", "ian", "ians", "ese", "ish", "i", "is", "ite", "ites"];
    let target = |subtype| Target::parse_parts("place", subtype).map_err(Refused);
    let mut whole = Entry::new(&target("country")?, own);
    (whole.reference, whole.country) = (format!("country:{country}"), country.to_owned());
    for (name, place) in names {
        let (begins, ends) = alike(name);
        if codes::known_country_word(name) || codes::known_place(name) {
            sink.report.count(Reason::Known);
        } else if begins && ends {
            whole.aliases.push(name.clone());
        } else if begins && endings.iter().any(|ending| name.ends_with(ending)) {
            whole.demonyms.push(name.clone());
        } else if name.contains(own) {
            whole.aliases.push(name.clone());
        } else {
            let kind = if is_person(name, false) { Target::parse("person").map_err(Refused)? } else { target("")? };
            let mut entry = Entry::new(&kind, name);
            country.clone_into(&mut entry.country);
            entry.reference = format!("cameo:{code}:");
            sink.add(entry, place)?;
        }
    }
    if !(whole.aliases.is_empty() && whole.demonyms.is_empty()) {
        sink.add(whole, &names[0].1)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_years() {
        let rows = [
            ("AFGGOV 870930-20041207", Some(1987), Some(2004)),
            ("AFGGOV >011222", Some(2001), None),
            ("AFGGOV <19920101", None, Some(1992)),
            ("AFGGOV", None, None),
        ];
        for (text, from, to) in rows {
            assert_eq!(code(text), Some(Code { text: "AFGGOV".into(), from, to }), "{text}");
        }
        assert_eq!(code("---"), None);
    }

    #[test]
    fn comments_end_a_line() {
        for (line, kept) in
            [("A_ [GHA] # x", "A_ [GHA] "), ("A_ [GHA]# x", "A_ [GHA]"), ("A#B_ ; x", "A#B_ "), ("; x", "")]
        {
            assert_eq!(without_comment(line), kept);
        }
    }

    #[test]
    fn persons_are_told_from_bodies() {
        for (name, dated, person) in [
            ("Kofi Annan", false, true),
            ("Ejeviome Otobo", true, true),
            ("Ministry of Defense", true, false),
            ("Shining Path", true, false),
            ("Boko Haram", false, false),
        ] {
            assert_eq!(is_person(name, dated), person, "{name}");
        }
    }
}
