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

#[test]
fn sides_of_a_game() {
    check(&[
        "SOCCER - [place NORWAY] HOLD [place MALTA].\n[place OSLO] 1996-10-02\n[place Norway] drew with [place Malta] 1-1.",
        "The league season is over. [agency Wigan] finished third, and [agency Bolton] lost the final match.",
        "He scored 12 goals in his last season and joined [agency Newcastle] from [agency Blackburn].",
        "[person Pedro Salas] of [agency Seattle] scored twice in the first half of the game against [agency Denver].",
        "The coach left [agency Boston] at the end of the season. His last match was in [place Boston].",
        "[agency Leeds], who lead the league, play the last match of the season in [place Bradford].",
        "The game was a 1-1 tie with [agency Dallas]. [agency Denver]'s goalkeeper was hurt in the second half.",
        "[place Seattle] lost 300 jobs.",
        "They left [place Boston] for [place Denver].",
        "[agency TORONTO] AT [place DETROIT]",
        "The [place Denver] suburb has a new football pitch, and the league pays for the match of the season.",
    ]);
}

#[test]
fn players_and_sides_by_their_numbers() {
    check(&[
        "At [place Taunton]: [agency Surrey] 214-9; [agency Glamorgan] 259 and 9-0.",
        "Bowling: [person Streak] 14-2-40-1, [person Olonga] 9-1-45-1.",
        "[person A. de Mello] c [person G. Flower] b [person P. Strang] 35",
        "135 [person Billy Andersen] 69 66, [person Steve Lorne] 67 68",
        "[person Khalid Benali] ([place Morocco]) beat [person Mark Cairns] ([place England]) 15-10 15-6",
        "RUGBY LEAGUE - RESULTS.\n[agency Wigan] won the league match.",
    ]);
}

#[test]
fn riders() {
    check(&[
        "Leading placings:\n1. [person Gian Matteo Ferri] ([place Italy]) [agency Zelco] 4 hours 31 minutes\n2. [person Cassio Freitas] ([place Brazil]) [agency Brex-Zelvista] same time",
        "1. [person Ludmila Berg] ([place Sweden]) 12.60 seconds",
    ]);
}

#[test]
fn clubs_tell_of_play() {
    check(&[
        "[agency Atalanta] drew 2-2 with [agency Udinese] in [place Bergamo]. [person Ademola Lookman] scored twice for the hosts. [agency Lazio] stay sixth, a point behind [agency Bologna].",
        "[place Bologna] and [place Turin] stay dry, a day behind [place Milan].",
        "[person Zinger] beat [person Venus Brandt] 6-3 6-4 in the semi-finals of the tournament. She won three sets.",
        "BASKETBALL - STANDINGS\nATLANTIC DIVISION\n[agency MIAMI] 13 5 .722 -\n[agency NEW YORK] 11 6 .647 1 1/2",
        "CRICKET - SCORES\n[agency Durham] 248 ([person S. Hart] 84; [person P. Hand] 5-61), [agency Yorkshire] 211-6",
        "The [agency Bulls] beat the [agency Pacers] at the [place Brask Center] in the last game of the championship season.",
    ]);
}

#[test]
fn sides_and_those_who_score_for_them() {
    check(&[
        "Scorers: [agency Turin] - [person Ana Borges] 24, [person Lise Brandt] 19; [agency Zagreb] - [person Marta Kovac] 18",
        "WESTERN DIVISION\n[agency TEXAS] 75 56 .573 -\n[agency SEATTLE] 69 61 .531 5 1/2",
        "[agency Essex] first innings 301",
        "NEW SHOPS OPEN. [place TURIN] - Only 4 percent came.",
        "1. [person Ludmila Berg] ([place Sweden]) [agency Jordan] 1 minute 23.5 seconds",
    ]);
}

#[test]
fn a_slug_tells_of_play() {
    check(&[
        "CRICKET - SCORES.\n[agency Durham] captain [person Ann Tolley] slept through most of a long and dull day on which nothing else happened.",
    ]);
}
