//! Lines of results, standings and squads: rows of marked sentences; see `tests/marks`.

mod marks;

use marks::check;

#[test]
fn scores() {
    check(&[
        "[place Ghana] 2 [place Mali] 0",
        "[agency Arsenal] 2 [agency Tottenham] 1\n[agency Blackburn] 1 [agency Newcastle] 0",
        "Results of games on Friday:\n[agency Chicago] 108 [agency DETROIT] 95\n[agency UTAH] 103 [agency Golden State] 90",
        "[agency Real Madrid] 3 ([person Suker] 11, [person Raul] 34, [person Mijat] 78 penalty) [agency Compostela] 1 ([person Ohen] 60).",
        "[agency Karlsruhe] 14 6 4 4 24 19 22\n[agency Cologne] 14 6 2 6 23 21 20",
        "[agency BALTIMORE] 69 61 .531 5\n[agency TORONTO] 61 70 .466 13 1/2",
        "[agency DETROIT] AT [agency BALTIMORE]",
        "[agency Panionios] ([place Greece]) 82 [agency Cibona Zagreb] ([place Croatia]) 79",
        "[agency Oakland] beat the [agency New York Yankees] 3-0.",
        "Postponed: [agency Wimbledon FC] v [agency Aston Villa]",
        "At [place Colchester]: [agency Essex] 532-8 ([person G. Gooch] 111).",
    ]);
}

#[test]
fn cricket() {
    check(&[
        "[person M. Taylor] c [person Hooper] b [person Walsh] 27",
        "[person I. Healy] not out 44",
        "[person R. Ponting] lbw b [person Bishop] 9",
    ]);
}

#[test]
fn players() {
    check(&[
        "[person Thomas Muster] ([place Austria]) beat [person Ai Sugita] ([place Japan]) 6-1 6-2",
        "1. [person Ludmila Berg] ([place Sweden]) 12.60 seconds",
        "[person Laurent Blanc] ([agency Barcelona]), [person Lilian Thuret] ([agency Parma])",
        "[agency Middlesbrough] striker [person Fabio Conti] scored twice.",
        "They lost the game against [agency Chicago] and beat [agency Detroit] 4-2.",
        "[agency Surrey] are waiting for an answer.",
        "[person Michael Brandt] scored as the [agency Chicago Bulls] won. He had 13 points for [agency Chicago|Chicago Bulls].",
    ]);
}

#[test]
fn what_is_no_result() {
    check(&[
        "On May 4 he drove 20 miles to [place Chicago].",
        "[place Chicago] had 20 inches of snow and [place Detroit] 10.",
        "He flew to [place Detroit] 4 days later.",
        "They marched against [place Chicago] police.",
        "Room 9 Floor 3",
        "W L T GF GA",
        "The [agency Pirates] won, and the pirates fled.",
        "Roe v. Wade was heard again.",
    ]);
}
