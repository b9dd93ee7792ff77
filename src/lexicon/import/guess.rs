//! Telling the format of an input by its beginning.

use super::{Format, Refused, codes};

/// The format of an input that begins so.
pub(super) fn format(name: &str, head: &str) -> Result<Format, Refused> {
    let lower = name.to_ascii_lowercase();
    let lower = lower.strip_suffix(".gz").unwrap_or(&lower);
    let has = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    if head.contains('\0') {
        return Err(Refused(format!("{name}: not text in UTF-8; convert it first (iconv -f UTF-16 -t UTF-8)")));
    }
    let mut lines = head.lines().filter(|line| !line.trim().is_empty());
    let Some(first) = lines.clone().next() else { return Err(Refused(format!("{name}: empty"))) };
    if first.trim_start().starts_with(['{', '[']) && !cameo_line(first) {
        return json(name, head);
    }
    let geonames = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        cells.len() == 19 && number(cells[0]) && cells[6].len() <= 1
    };
    let (fit, seen) =
        lines.clone().take(20).fold((0, 0), |(fit, seen), line| (fit + usize::from(geonames(line)), seen + 1));
    if fit * 2 > seen {
        return Ok(Format::GeoNames);
    }
    let cells: Vec<&str> = first.split('\t').collect();
    if cells.len() >= 4 && number(cells[0]) && number(cells[1]) && cells[2].len() <= 7 {
        return Err(Refused(format!(
            "{name}: alternate names of GeoNames have no places of their own: name the dump, and this file by --alternates"
        )));
    }
    if has(&[".lst"]) {
        return Ok(Format::Gate);
    }
    if lines.clone().any(|line| line.starts_with("---") && line.contains('[')) && has(&[".txt", ".verbs"]) {
        return Err(Refused(format!("{name}: a dictionary of verbs; actors and agents can be imported")));
    }
    let plain = lines.by_ref().filter(|line| !line.starts_with(['#', ';', '<'])).take(200);
    let (coded, all) = plain.fold((0, 0), |(coded, all), line| (coded + usize::from(cameo_line(line)), all + 1));
    if coded * 2 > all {
        return Ok(Format::Cameo);
    }
    if has(&[".csv", ".tsv", ".tab"]) || header(first) {
        return Ok(Format::Csv);
    }
    Ok(Format::List)
}

fn number(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
}

fn json(name: &str, head: &str) -> Result<Format, Refused> {
    let has = |words: &[&str]| words.iter().any(|word| head.contains(word));
    if has(&["\"pattern\""]) {
        return Ok(Format::Spacy);
    }
    if has(&["\"claims\"", "\"bindings\"", "\"labels\"", "\"itemLabel\"", "wikidata.org/entity/", "\"head\""]) {
        return Ok(Format::Wikidata);
    }
    Err(Refused(format!("{name}: JSON of no known kind: say what it is (--from spacy, --from wikidata)")))
}

/// A line of a CAMEO dictionary: a synonym, or something with a code behind it.
fn cameo_line(line: &str) -> bool {
    if let Some(synonym) = line.strip_prefix('+') {
        return !synonym.contains(char::is_lowercase) || synonym.contains('_');
    }
    let code = line.split_once('[').map(|(_, code)| code.trim_start_matches('~'));
    let capitals = code.map_or(0, |code| code.bytes().take_while(|byte| byte.is_ascii_uppercase()).count());
    let joined = line.split_whitespace().next().is_some_and(|word| word.ends_with('_') && word.len() > 1);
    capitals >= 3 || joined || code == Some("---]")
}

/// Whether a line names columns.
fn header(line: &str) -> bool {
    let cells = |separator| line.split(separator).map(|cell: &str| cell.trim_matches(['"', ' ']).to_lowercase());
    [',', '\t', ';'].into_iter().any(|separator| {
        let known = cells(separator).filter(|cell| codes::code("column", &super::csv::plain(cell)).is_some()).count();
        known >= 2
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_their_beginnings() {
        let place = "1\tObuasi\tObuasi\t\t6.2\t-1.67\tP\tPPL\tGH\t\t02\t\t\t\t175043\t\t200\tAfrica/Accra\t2020-01-01";
        for (name, head, expected) in [
            ("GH.txt", place, Format::GeoNames),
            ("patterns.jsonl", "{\"label\": \"ORG\", \"pattern\": \"Acme\"}", Format::Spacy),
            ("dump.json", "[\n{\"type\":\"item\",\"id\":\"Q117\",\"labels\":{}},", Format::Wikidata),
            ("actors.txt", "; note\nGHANA_ [GHA]\n+GHANAIAN_\n", Format::Cameo),
            ("agents.txt", "FARMER [~AGR]\nMINER {} [~LAB]\n", Format::Cameo),
            ("own.csv", "Name,Country\nAcme,GH\n", Format::Csv),
            ("export.txt", "item,itemLabel\nhttp://www.wikidata.org/entity/Q117,Ghana\n", Format::Csv),
            ("names.txt", "Acme\nGlobex\n", Format::List),
            ("city.lst", "Accra\n", Format::Gate),
        ] {
            assert_eq!(format(name, head), Ok(expected), "{name}");
        }
    }
}
