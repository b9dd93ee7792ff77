//! Which place is meant: rows of marked sentences, grouped by phenomenon.
//!
//! A mark is `[words @ lat lon]`, in whole degrees, for a place that is on the map; `[words @ TG]` for one of which the country
//! alone is known, and `[words @ -]` for one of which nothing is. What has no mark must be no place.

use headcount::{EntityKind, Tagger};

/// A text and its marks taken apart: the words of each and what stands behind the `@`.
fn parse(marked: &str) -> (String, Vec<(usize, &str, &str)>) {
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        text.push_str(before);
        let (inside, behind) = after.split_once(']').expect("a mark is closed");
        let (words, at) = inside.split_once(" @ ").expect("a mark says where");
        marks.push((text.len(), words, at));
        text.push_str(words);
        rest = behind;
    }
    text.push_str(rest);
    (text, marks)
}

fn check(rows: &[&str]) {
    let tagger = Tagger::bundled();
    let mut wrong = Vec::new();
    for row in rows {
        let (text, marks) = parse(row);
        let document = tagger.tag(&text);
        let places = document.entities.iter().filter(|entity| entity.kind == EntityKind::Place);
        let found: Vec<(usize, &str, String)> = places
            .map(|place| {
                let at = match (place.lat, place.lon) {
                    (Some(lat), Some(lon)) => format!("{} {}", lat.round() as i32, lon.round() as i32),
                    _ => place.country.as_deref().unwrap_or("-").to_owned(),
                };
                (place.start, &*place.text, at)
            })
            .collect();
        if !marks.iter().copied().eq(found.iter().map(|(start, words, at)| (*start, *words, at.as_str()))) {
            wrong.push(format!("asked {row}\n  got {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "see `headcount explain` and src/entity/:\n{}", wrong.join("\n"));
}

/// What is a place by its words alone has no coordinates, but the country that the text gives it.
#[test]
fn places_by_shape_have_no_coordinates() {
    check(&[
        "Rice burned in the village of [Tamberma @ TG] in [Togo @ 9 1].",
        "Cattle died across the [Oromia Regional State @ -].",
        "Cattle were stolen in [Jema'a Local Government Area @ NG] of [Kaduna State @ 10 8].",
        "A bus fell into the [Gombira River @ -], and a train stopped at [Mwesa Junction @ -].",
        "Fog closed [Lindholm Airport @ -] and [Ravnik Road @ -].",
        "Snow fell in [Sulov District @ -], in [Trebin Oblast @ -] and on [Mount Karelo @ -].",
        "Hail fell on [Barnard Crescent @ -] and [Farley Close @ -].",
        "Glenn Close spoke at the close of the show.",
        "The Brask Elder School District hired a cook.",
    ]);
}

/// "The City of Duluth" is Duluth.
#[test]
fn a_city_is_what_stands_behind_the_word() {
    check(&[
        "The City of [Duluth @ 47 -92] sold two snowploughs.",
        "The Town of [Brinkley @ 35 -91], [Arkansas @ 35 -92], closed a well.",
        "Voters in the County of [Brask @ -] like the plan.",
        "The [City of London @ 52 0] has many banks.",
        "The [U.S. @ 40 -99] District Judge sat in [Toledo @ 42 -84], [Ohio @ 40 -83].",
    ]);
}

/// Where a report comes from.
#[test]
fn datelines() {
    check(&[
        "[LUSAKA @ -15 28], [Zambia @ -14 28] (AP) - Maize is cheap.",
        "[ANN ARBOR @ 42 -84], [Mich. @ 44 -85] (AP) - Maize is dear.",
        "[GARTOW @ 53 11] (Reuters) - Maize is neither.",
    ]);
}

/// One word, several places: which is told by what is said of it.
#[test]
fn words_that_are_several_places() {
    check(&[
        "[Georgia @ 33 -83]'s governor signed the bill in [Atlanta @ 34 -84].",
        "[Georgia @ 42 44]'s foreign ministry in [Tbilisi @ 42 45] called the ambassador.",
        "[Georgia @ 33 -83] joined [South Carolina @ 34 -81] and [Alabama @ 33 -87] in the lawsuit.",
        "[Washington @ 39 -77] imposed sanctions on [Iran @ 32 53].",
        "Smoke spread from [Seattle @ 48 -122] across eastern [Washington @ 47 -121].",
        "The state of [Washington @ 47 -121] sold two ferries.",
        "Denzel Lowry Washington sang. He lives in [Ohio @ 40 -83].",
        "The mayor of [Lebanon @ 39 -84] sold the mill. He was born in [Ohio @ 40 -83].",
        "[Lebanon @ 34 36]'s army sold the mill.",
        "A man from [Reading @ 51 -1] was reading.",
        "It was a nice day in [Nice @ 44 7], and mobile phones rang in [Mobile @ 31 -88], [Alabama @ 33 -87].",
        "The [Amazon @ -3 -60] rose by a metre.",
        "The Amazon warehouse was full.",
    ]);
}

/// "Cambridge, England", "a city in central Scotland".
#[test]
fn where_the_text_says_it_lies() {
    check(&[
        "She left [Cambridge @ 42 -71], [Massachusetts @ 42 -72], for [Cambridge @ 52 0], [England @ 53 -2]. \
         [Cambridge @ 52 0] was wet.",
        "The ship left [Tripoli @ 34 36], [Lebanon @ 34 36], for [Tripoli @ 33 13], [Libya @ 28 17].",
        "In [Moscow @ 56 38], [U.S. @ 40 -99] officials said nothing.",
        "A thief was seen in [Boston @ 53 0], [Lincolnshire @ 53 -1].",
        "[Perth @ 56 -3] is a city in central [Scotland @ 57 -4]. [Perth @ 56 -3] lies on a river.",
        "[Kelly @ US] is a town in [Ohio @ 40 -83].",
        "[Cordoba @ 1 -78] is a town in the [Nariño Department @ 2 -78], [Colombia @ 4 -73].",
    ]);
}

/// Towns that are named together are near each other.
#[test]
fn neighbours_decide() {
    check(&[
        "Rain fell on [Greenville @ 33 -91], [Cleveland @ 34 -91], [Greenwood @ 34 -90] and [Indianola @ 33 \
         -91]. [Mississippi @ 33 -90] had a wet May.",
        "A barn burned in [Humboldt @ 36 -89], [Tennessee @ 36 -86]. The farmer drove to [Jackson @ 36 -89] \
         and [Trenton @ 36 -89].",
        "Buses in [Pullman @ 47 -117], [Lewiston @ 46 -117] and [Moscow @ 47 -117] stood still. [Idaho @ 44 -115] had snow.",
        "Snow fell on [Moscow @ 56 38], and snow fell on [Kazan @ 56 49].",
        "[Toronto @ 44 -79] was cold. A plane from [London @ 52 0] was late.",
        "The [Ontario @ 49 -84] police closed a road in [London @ 43 -81], [Woodstock @ 43 -81] and \
         [Ingersoll @ 43 -81].",
        "A bus left [Perth @ -32 116]. Nobody in [WA @ -25 122] saw it.",
        "A bus left [Seattle @ 48 -122]. Nobody in [WA @ 47 -121] saw it.",
    ]);
}

/// "A Hamilton man", "Pullman residents", but "a Hamilton fan".
#[test]
fn who_is_from_there() {
    check(&[
        "A [Hamilton @ 43 -80] man was fined in [Ontario @ 49 -84].",
        "A Hamilton fan was fined.",
        "A [Shelby @ 43 -83] couple won the prize.",
        "[Pullman @ 47 -117] residents filled bags with sand.",
        "Nobody saw a Wells client.",
        "Ida Brandt of [Herrin @ 38 -89] said no. She lives in [Illinois @ 40 -89].",
        "[Lancaster @ 35 -118] Mayor Ida Brandt said no.",
        "The fire spread from [Skowhegan @ 45 -70], [Maine @ 45 -69], to nearby [Harmony @ 45 -70].",
    ]);
}

/// A virus is not where it was found first.
#[test]
fn diseases_called_after_places() {
    check(&[
        "The West Nile virus is back.",
        "Rift Valley fever killed nine cows in [Kenya @ 1 38].",
        "The [Nile @ 22 32] is low.",
    ]);
}

/// People, streets and teams that bear the name of a place.
#[test]
fn people_streets_and_teams_called_after_places() {
    check(&[
        "Paris Hilton sang in [Paris @ 49 2].",
        "Jordan Peele filmed in [Jordan @ 31 37].",
        "He walked from [Berlin Street @ -] to [Paris Avenue @ -].",
        "The Kansas City Chiefs won in [Denver @ 40 -105].",
    ]);
}

/// Names joined to places.
#[test]
fn lists_of_places() {
    check(&[
        "Shells fell on [Homs @ 35 37], [Hama @ 35 37] and [Idlib @ 36 37].",
        "Crews in [Seattle @ 48 -122] and [Olympia @ 47 -123] rested.",
    ]);
}

/// What a text says a name is, and what only looks so.
#[test]
fn definitions_and_near_misses() {
    check(&[
        "Rebels took [Sake @ -2 29], a town near [Goma @ -2 29].",
        "Moore, a city councillor, said no.",
        "The mill stands in Section W.",
        "[Lima @ 41 -84] lost 300 jobs. [Findlay @ 41 -84] and [Wapakoneta @ 41 -84] are in [Ohio @ 40 -83] too.",
        "He lives in [London @ 40 -83]. [Ohio @ 40 -83] is where [Springfield @ 40 -84], [Urbana @ 40 -84] \
         and [Mechanicsburg @ 40 -84] are.",
        "[Springfield @ 37 -93] burned, and so did [Nixa @ 37 -93] and [Ozark @ 37 -93].",
        "The judge in [Greene County @ 37 -93], [Missouri @ 38 -92], jailed a [Republic @ 37 -93] man.",
        "[Plateau State @ 9 9] Governor Simon Ibok spoke.",
        "[Kentucky @ 38 -85] State Troopers came.",
    ]);
}

/// Of two places that may be meant neither is as sure as one alone.
#[test]
fn doubt_lowers_the_score() {
    let tagger = Tagger::bundled();
    let score = |text: &str| tagger.tag(text).entities[0].score;
    assert!(score("Springfield burned.") < score("Springfield, Missouri, burned."));
}

/// What speaks for each place of a name is told to whoever asks.
#[test]
fn explanations_weigh_the_places_of_a_name() {
    let tagger = Tagger::bundled();
    let explanation = tagger.explain("The road from Springfield to Trenton was closed.", None);
    let weighed = explanation.1.steps.iter().filter(|step| step.rule == "which place").count();
    assert!(weighed > 1, "{:?}", explanation.1.steps);
}

#[test]
fn unknown_places_by_what_stands_there() {
    check(&[
        "Fishermen from [Talisun @ -] saved sheep.",
        "At [Gorbesk @ -], men in masks stopped a bus.",
        "On the way, at [Gaskolo @ -], a bus was stopped.",
        "She had come 300 kilometres from [Wanjara @ -] to be there.",
        "Villagers prayed in a mosque at [Tirgan @ -].",
        "The river [Lumbozi @ -] rose at night.",
        "She worked at Zelodra for a year, and he bought it from Gumarex.",
        "Nobody wept at Easter.",
    ]);
}

/// Provinces and parishes of one name: the country that the text tells of decides.
#[test]
fn divisions_of_small_states() {
    check(&[
        "The storm struck [Malampa @ -16 167] province in [Vanuatu @ -16 168].",
        "Two men swam off [Saint Philip @ 13 -59] parish, a guide in [Barbados @ 13 -60] said.",
        "Goats grazed in [Saint Philip Parish @ 17 -62], [Antigua and Barbuda @ 17 -62].",
        "Two miners slept in [Western Province @ -16 24], [Zambia @ -14 28].",
        "Mangoes rotted in [Central Province @ -9 160], and the [Solomon Islands @ -9 160] sold none.",
        "Hikers rested in [Bohinj @ 46 14], [Slovenia @ 46 15].",
        "Grad rockets hit a barn.",
        "Saint Philip was painted by nobody.",
    ]);
}

/// "the Hudson" is a river wherever the name stands without an article for a town.
#[test]
fn waters_have_articles() {
    check(&[
        "They rowed across the [Hudson @ 42 -74] with pumps.",
        "The boy was born in [Hudson @ 42 -74], [New York @ 43 -76].",
        "The barge will be raised once the [Mississippi @ 35 -90] drops.",
        "Voters in [Mississippi @ 33 -90] slept.",
        "A video by The Atlantic showed the room.",
    ]);
}

#[test]
fn places_told_by_grammar() {
    check(&[
        "Goats sleep on the road between [Kilmadden @ -] and [Lemybrack @ -].",
        "The match between Kilmadden and Lemybrack was dull.",
        "The road to [Kulavata @ -] is shut.",
        "The ship had left [Galbesk @ -] for [Manila @ 15 121].",
        "Two men were stopped at [Natakhvari @ -].",
        "Hail fell in [Gorman @ -] and [Tolsk @ -] counties.",
        "The teacher slept in [Karima @ SD], a town in [Sudan @ 16 30].",
        "The hills lie west of [Chalavo @ -].",
        "They came from [Turin @ 45 8] and [Galbesk @ -] to help.",
        "He came from [Athens @ 34 -83], in [Georgia @ 33 -83].",
        "Two cars met at [Brask Street @ -]-[Lumo Road @ -].",
    ]);
}

#[test]
fn names_that_are_none_of_places() {
    check(&[
        "They walked out to U.S. 33 and waved.",
        "The San Antonio Four were freed.",
        "Four men from [San Antonio @ 29 -98] were freed.",
    ]);
}

#[test]
fn governors_tell_of_regions() {
    check(&[
        "The bill was signed by [Washington @ 47 -121] Gov. Ann Tolley.",
        "She was governor of [New York @ 43 -76].",
    ]);
}
