//! Firms, papers and other bodies that no lexicon lists, by who owns, runs and names them: rows of marked sentences; see
//! `tests/marks`.

mod marks;

use marks::check;

#[test]
fn by_verbs_that_are_said_of_firms() {
    check(&[
        "The pit, owned by [agency Zelmur] since May, lost money.",
        "The guard was hired by [agency Dawn Watch] in March.",
        "A mine run by [agency Lumo Salts] has cracked the houses.",
        "The firm will compete with [agency Heron Maps] and others.",
        "It was bought from [agency Kelda Axles] in May.",
        "She worked at [agency Zelodra] for a year.",
        "The barn, owned by [person Ann Tolley], burned.",
        "A mine run by [person Grace Mwale] has cracked the houses.",
        "A mine run by thieves has cracked the houses.",
    ]);
}

#[test]
fn what_says_it_is_a_firm() {
    check(&["[agency Tolman] said it expects a loss.", "[person Ann Tolman] said it was late."]);
}

#[test]
fn by_what_stands_beside() {
    check(&[
        "[agency Zelmur], based in [place Turin], lost money.",
        "[agency Brask Lumo], a unit of [agency Dorvex Pits], lost money.",
        "Analysts at stockbrokers [agency Jana Brask] cut their forecast.",
        "She told [agency Zelmur] television that it was late.",
        "Wool exporter [agency Zelmur] lost money.",
        "Newspaper [agency Corriere del Brask] said nobody was hurt.",
        "They flew from the aircraft carrier Dawn.",
        "They drank to the harvest, which was dull.",
    ]);
}

#[test]
fn by_their_last_word() {
    check(&[
        "[agency Brask Limited] sold its barn, and the bids were limited.",
        "[agency Lumo Corp.] [agency Brask Mills Inc.] and others sold theirs.",
        "The [agency Brask Dairy Co-op] and the [agency Lumo Fishing Co-operative] sold milk.",
        "The [agency Brask Post-Gazette] was late.",
        "The [agency National Institute of Hydrology, Seismology and Volcanology] warned of ash.",
    ]);
}

#[test]
fn names_that_go_on() {
    check(&[
        "[agency Greenpeace Brazil] sued, and [agency BBC Radio Leicester] told of it.",
        "[agency Greenpeace] sued in [place Brazil].",
        "Fighters of the [agency ULIMO-J] faction fled.",
    ]);
}

#[test]
fn one_name_has_one_sense() {
    check(&["Shares of [agency Zelo Dorvex] fell 4%. The deal gives [agency Zelo Dorvex] two mills."]);
}

#[test]
fn police_of_a_country_are_people() {
    check(&["[people Kenyan|Kenya] police found the car, and the [agency Kenyan army] towed it."]);
}
