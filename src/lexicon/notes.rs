//! What the lexicons say of each token, in words, for `headcount explain`.

use super::sense::{Class, pos};
use super::{View, WordFlags};
use crate::trace::TokenNote;

/// A note for every token.
pub(crate) fn notes(view: &View) -> Vec<TokenNote> {
    let mut out = Vec::with_capacity(view.len());
    for (sentence, range) in view.sentences.iter().enumerate() {
        for token in range.range() {
            let (start, end) = view.span(token, token + 1);
            out.push(TokenNote { start: start as usize, end: end as usize, sentence, notes: note(view, token) });
        }
    }
    out
}

fn note(view: &View, token: usize) -> Vec<String> {
    let info = view.info(token);
    let mut notes: Vec<String> = pos::names(info.pos).map(str::to_owned).collect();
    for (bit, name) in [(WordFlags::GIVEN, "given name"), (WordFlags::SURNAME, "surname")] {
        if info.flags.has(bit) && view.capital(token) {
            notes.push(name.to_owned());
        }
    }
    for (end, class, row) in view.words.senses(token) {
        notes.push(format!("{} \"{}\"{}", class.name(), view.slice(token, end), detail(view, class, row)));
    }
    for name in view.words.names.iter().filter(|name| name.first as usize == token) {
        let role = view.lexicon.string(view.lexicon.entry(name.entry).role);
        let role = if role.is_empty() { String::new() } else { format!(", {role}") };
        notes.push(format!("name of {}{role}", view.lexicon.entry_reference(name.entry)));
    }
    notes
}

fn detail(view: &View, class: Class, row: usize) -> String {
    let lexicon = view.lexicon;
    match class {
        Class::Number => format!(": {:?} {}", lexicon.numbers[row].kind, lexicon.numbers[row].value),
        Class::Bound => format!(": {:?}", lexicon.bounds[row].bound),
        Class::Unit | Class::Letter => format!(": {}", lexicon.string(lexicon.units[row].name)),
        Class::Thing => format!(": {}", lexicon.branches[lexicon.things[row].branch as usize]),
        Class::Cue => {
            let cue = &lexicon.cues[row];
            format!(": {:?} {:?} {}", cue.frame, cue.form, cue.role.map_or(String::new(), |role| format!("{role:?}")))
        }
        Class::Status => format!(": {:?}", lexicon.statuses[row]),
        Class::Report => format!(": {:?}", lexicon.reports[row]),
        Class::Title => format!(": {:?}", lexicon.titles[row]),
        Class::Time => format!(": {:?}", lexicon.times[row].kind),
        Class::Shape => format!(": {:?} {:?}", lexicon.shapes[row].kind, lexicon.shapes[row].side),
        Class::Connective => format!(": {:?}", lexicon.connectives[row]),
        Class::Trend => format!(": {:?}", lexicon.trends[row]),
        Class::Context => format!(": {:?}", lexicon.contexts[row]),
        Class::Office => format!(": {}", lexicon.string(lexicon.offices[row].office)),
        Class::Scene => format!(": {:?}", lexicon.scenes[row]),
        Class::Game => format!(": {:?}", lexicon.games[row]),
        Class::Tally => format!(": {:?}", lexicon.tallies[row]),
        Class::Designator => String::new(),
    }
}
