//! Who and where: rows of marked sentences, grouped by phenomenon.
//!
//! How marks are written is told in `tests/marks`. People, agencies and sport reports have files of their own.

mod marks;

use headcount::{EntityKind, Tagger};
use marks::check;
use proptest::prelude::*;

#[test]
fn names_of_the_lexicons() {
    check(&[
        "Clashes near [place Goma] killed nine, the [agency United Nations] said.",
        "The [agency WHO|World Health Organization] sent doctors to [place Lusaka].",
        "A court in [place Lyon] heard the case on Friday.",
        "[place France]'s [agency Senate] voted on Monday.",
        "Some 40 [people Syrian|Syria] refugees and nine [people Kenyans|Kenya] were on board.",
        "He opened an account at the [agency Bank of China].",
        "who is it that they sent to us?",
    ]);
}

#[test]
fn agencies_by_shape() {
    check(&[
        "The [agency Ministry of Rural Works] promised wells.",
        "[place Zambia]'s [agency Ministry of Health] counted 40 cases.",
        "Officers of the [agency Tarkwa Police Department] found the van.",
        "She teaches law at the [agency University of Brenfield].",
        "Rebels of the [agency Kolari Liberation Front] took the bridge.",
        "Shares of [agency Drexmoor Holdings] fell by a third.",
        "The [agency Institute for Water and Soil] published the figures.",
        "[agency Zelodra], a start-up in [place Nairobi], rents pumps.",
        "The poultry exporter [agency Andolina Alimenta] lost a ship.",
        "[agency Pinewood Fertilisers] said that the leak was sealed.",
        "[place South Korea]'s [agency Joint Chiefs of Staff] watched.",
        "[agency Ostrava Children's Hospital Foundation] paid for the beds.",
        "Fighters of the [agency al-Zuhour Brigade] and the [agency Army of the Silver Dawn] withdrew.",
        "Planes of the [agency Coalition] flew over, and the [agency Department] was told.",
        "The [agency Mandel Council] met. Nobody on the [agency Council|Mandel Council] objected.",
    ]);
}

#[test]
fn agencies_by_who_works_for_them() {
    check(&[
        "A spokesman for [agency Zelodra] gave no figure.",
        "The chairman of [agency Brask/Lumo] resigned. [agency Brask/Lumo] lost a third of its worth.",
        "Members of [agency Talvorik] were seen at the bridge.",
        "He is an analyst at [agency Copper Point], he said.",
        "Members of Mr [person Sandeford]'s family wept.",
        "The vice president of Public Policy came late.",
    ]);
}

#[test]
fn bodies_of_states_by_country_and_kind() {
    check(&[
        "[place South Korea]'s [agency spy agency|National Intelligence Service] gave no date.",
        "The [agency Russian defence ministry] denied it, as did the [agency Russian defense ministry].",
        "The [agency Israeli military] closed the road.",
        "The [agency Turkish parliament] met at noon, and [place Japan]'s [agency parliament] too.",
        "The [agency US State Department|US State Department] warned travellers.",
        "[place Nigeria]'s [agency central bank|Central Bank of Nigeria] kept its rate.",
        "The [agency Kenyan Red Cross|Kenya Red Cross] brought tents.",
        "The [agency Ministry of Health of Zambia] and the [agency parliament of the Philippines] agreed.",
        "The [agency Pakistan army] crossed the river.",
        "[place Moscow]'s [agency foreign ministry] called the envoy in.",
        "[place Chad]'s small [agency presidential guard] marched.",
        "A [agency Peruvian navy] spokeswoman refused to comment.",
        "The [agency Assad regime] fell, and the [agency Syrian opposition] with it.",
    ]);
}

#[test]
fn what_only_looks_like_a_body_of_a_state() {
    check(&[
        "Forty [people Iraqi] police stood by, and dozens of [people Chadian] marines.",
        "Two [people Egyptian] police officers were in the car.",
        "A [people French] military jet landed.",
        "[people Israeli] military aid grew, and pro-[people Syrian] forces left.",
        "The [people Japanese] public broadcaster [agency NHK] showed it.",
        "The [place US] government paid for the road.",
        "Reporters in [place Mali] police themselves.",
        "[place Russia] forces [place Ukraine] to choose.",
        "[place Barcelona]'s police force hired clerks.",
        "The army, the ministry and the spy agency gave no comment.",
    ]);
}

#[test]
fn a_body_told_of_once_is_known_again() {
    check(&[
        "[place South Korea]'s [agency spy agency] met. The [agency intelligence agency|National Intelligence Service] was late.",
        "The [agency Danish navy] met the [agency Polish navy]. The navy was late.",
        "The [agency Israeli army] met. Both the [agency army] and an army were late.",
    ]);
    let tagger = Tagger::bundled();
    let document = tagger.tag("The Danish defence ministry met. The Defence Ministry was late.");
    let [one, two] = &document.entities[..] else { panic!("two mentions") };
    assert_eq!((&one.name, &one.country), (&two.name, &two.country));
}

#[test]
fn bodies_of_states_say_things() {
    let tagger = Tagger::bundled();
    let text = "South Korea's spy agency said that 600 soldiers had died. On Friday the spy agency said 700 had died. \
                The agency added that 12 were captured.";
    let document = tagger.tag(text);
    for quantity in &document.quantities {
        let source = quantity.source.map(|id| document.entities[id].reference.as_deref());
        assert_eq!(source, Some(Some("agency:kr-nis")), "{}", quantity.text);
    }
    assert_eq!(document.quantities.len(), 3);
}

#[test]
fn bodies_have_their_entry_type_and_country() {
    let tagger = Tagger::bundled();
    for (text, kind, country) in [
        ("South Korea's main spy agency met.", "intelligence", "KR"),
        ("The Bhutanese finance ministry met.", "ministry", "BT"),
        ("The Congolese army met.", "military", "CD"),
        ("Georgia's foreign ministry met.", "ministry", "GE"),
    ] {
        let document = tagger.tag(text);
        let agency = document.entities.iter().find(|entity| entity.kind == EntityKind::Agency).expect(text);
        let got = (agency.subtype.as_deref(), agency.country.as_deref());
        assert_eq!(got, (Some(kind), Some(country)), "{text}");
    }
    let document = tagger.tag("South Korea's main spy agency met.");
    assert_eq!(document.entities[1].reference.as_deref(), Some("agency:kr-nis"));
}

#[test]
fn places_by_shape_and_context() {
    check(&[
        "Soldiers entered the village of [place Tabokel] at dawn.",
        "The herders fled to [place Omberi] district on foot.",
        "A landslide blocked [place Mount Kasulo] for two days.",
        "Floods cut off [place Gashengo County] on Sunday.",
        "Nine people drowned in [place Koelmersdorf] on Sunday.",
        "[place LODWAR], [place Kenya] ([agency AP|Associated Press]) - Herders lost half of their goats.",
        "They moved to [place Brennau], [place Germany], in May.",
        "Gunmen attacked a school in [place Kebbi] state.",
        "The villages of [place Talmo] and [place Kefrin] were empty.",
        "Snow fell in eastern [place Badghis].",
    ]);
}

#[test]
fn people_by_their_names() {
    check(&[
        "\"We heard a bang,\" said [person Grace Mwale], 41, who sells fish.",
        "[person Ahmed Noor] told reporters that the road was open.",
        "The house belongs to [person Maria Petrova].",
        "[person John F. Mallory Jr.] signed the letter.",
        "[person Abdullah al-Rashidi] leads the group.",
        "[person Lee Sung-gwen] asked for a vote.",
        "[person Pieter van der Meulen] retired in May.",
    ]);
}

#[test]
fn people_by_their_titles() {
    check(&[
        "Gen. [person Oleksandr Bondar] denied it.",
        "The police spokesman [person Yusuf Hamid] gave no figure.",
        "Mr [person Keatley] paid the fine.",
        "Prime Minister [person Olufemi Danjuma] will travel on Sunday.",
        "Dr. [person Tomasz Wrona] treated the wounded.",
        "[people Russian] President [person Vladimir Putin] and Coach [person Awa Ndour] spoke.",
    ]);
}

#[test]
fn acronyms_that_the_text_defines() {
    check(&[
        "The [agency Coastal Rescue Service] ([agency CRS|Coastal Rescue Service]) found two boats. \
         The [agency CRS|Coastal Rescue Service] will search on.",
        "[agency KDF|Kolari Defence Front] ([agency Kolari Defence Front]) fighters left. \
         Nobody saw the [agency KDF|Kolari Defence Front] again.",
    ]);
}

#[test]
fn short_forms_of_earlier_mentions() {
    check(&[
        "[person Liisa Karppinen] found the book. [person Karppinen|Liisa Karppinen] returned it.",
        "The president met [person Kim Jong-un|Kim Jong Un]. [person Kim|Kim Jong Un]'s sister came too.",
        "[agency Dakar Thunder] beat [agency Tunis Towers]. [agency Thunder|Dakar Thunder] led all night.",
        "[agency Open Meadow Corp.] sold its farm. [agency Open Meadow|Open Meadow Corp.] has none left.",
    ]);
}

#[test]
fn of_two_people_with_one_surname_the_last_is_meant() {
    check(&[
        "[person Ruth Banda] and [person Joseph Banda] ran. [person Banda|Joseph Banda] won.",
        "[person Kim Jong-un|Kim Jong Un] stayed at home, said [person Kim Byung-kee]. [person Kim|Kim Byung-kee] gave no date.",
    ]);
}

#[test]
fn words_that_are_two_things() {
    check(&[
        "The family moved to [place Georgia] and then to [place Jordan].",
        "[person Paris Hilton] sang.",
        "[place Washington] said it would send aid.",
        "It may rain in March, and the mobile clinic will be nice.",
        "Reading is good for children.",
    ]);
}

#[test]
fn no_names() {
    check(&[
        "Meanwhile the ministry said nothing.",
        "The Chief was angry.",
        "On Monday he left.",
        "Police Find Nine Stolen Cars After Long Chase",
        "STOLEN CARS FOUND AFTER LONG CHASE",
        "The SA-22 missile has a short range.",
        "They fled before tropical storm Jeanne.",
        "The stolen Peugeot 308 stood in a field.",
        "They found a VQTED and towed it away.",
        "The ministry and the country's intelligence agency gave no comment.",
    ]);
}

#[test]
fn of_places_with_one_name_the_containing_one_decides() {
    let tagger = Tagger::bundled();
    for (text, country) in
        [("The train left London, Ontario, at noon.", "CA"), ("The train left London at noon.", "GB")]
    {
        let document = tagger.tag(text);
        assert_eq!(document.entities[0].country.as_deref(), Some(country), "{text}");
    }
}

#[test]
fn small_places_need_evidence() {
    check(&[
        // Where something is, whose part it is, what kind of place it is.
        "Hail broke every window in [place Narrabri].",
        "The mill in [place Deloraine], [place Tasmania], will close.",
        "Nine cows were stolen in the village of [place Leongatha].",
        "[place Ouyen] residents waited for the rain.\nThe shop in [place Ouyen] stayed open.",
        "[place MANHASSET], [place N.Y.] - A ferry ran aground.",
        "[person Ida Brandt], 49, of [place Mataranka], won the race.",
        // The country that the text is about.
        "[place Australia] had a dry winter. Trucks from [place Innisfail] brought bananas.",
        // Without any, the name is somebody's or nobody's.
        "Nobody had asked [person Wilson].",
        "Christmas was quiet, and Emerald is a colour.",
        "[person Grace Campbell] told [person Wilson Darby] nothing.",
        "They met in March 2009.",
    ]);
}

#[test]
fn known_places_need_none() {
    check(&[
        "[place Chernobyl] fills the archive.",
        "[place Beslan] has not forgotten.",
        "[place Bakhmut] lay in ruins.",
    ]);
}

/// The places of a text, each with the start of its id or with its region or country.
fn places(text: &str) -> Vec<(String, String)> {
    let tagger = Tagger::bundled();
    let document = tagger.tag(text);
    let place = |entity: &headcount::record::Entity| {
        let (lat, lon) = (entity.lat?.round(), entity.lon?.round());
        (entity.kind == EntityKind::Place).then(|| (entity.text.to_string(), format!("{lat} {lon}")))
    };
    document.entities.iter().filter_map(place).collect()
}

#[test]
fn of_places_with_one_name_the_text_around_decides() {
    for (text, name, at) in [
        ("A barn burned near Springfield, Illinois.", "Springfield", "40 -90"),
        ("A barn burned near Springfield, Missouri.", "Springfield", "37 -93"),
        ("Deputies in Edmonton, Ky., looked for the car. Later the car was found in Edmonton.", "Edmonton", "37 -86"),
        ("The oil firm has its seat in Edmonton.", "Edmonton", "54 -113"),
        ("The governor of Maine visited a shipyard in Portland.", "Portland", "44 -70"),
        ("U.S. officials flew to Paris on Monday.", "Paris", "49 2"),
        ("In Russia, U.S. officials saw nothing.", "Russia", "60 100"),
        ("A road was closed in Washington County, Oregon.", "Washington County", "46 -123"),
        ("The bus to Atlanta, Georgia, was late.", "Georgia", "33 -83"),
        ("The bus to Tbilisi, Georgia, was late.", "Georgia", "42 44"),
        ("Clashes in Beni went on, the army of the Democratic Republic of Congo said.", "Beni", "0 29"),
        ("Shelling hit Mykolaiv. Nikolaev is a port.", "Nikolaev", "47 32"),
    ] {
        let found = places(text);
        let place = found.iter().rev().find(|(text, _)| text == name);
        assert_eq!(place.map(|(_, at)| at.as_str()), Some(at), "{text}: {found:?}");
    }
}

#[test]
fn an_agency_takes_its_country_from_the_words_before_it() {
    let tagger = Tagger::bundled();
    for (text, country) in [
        ("Zambia's Ministry of Health counted 40 cases.", "ZM"),
        ("The Kenyan Ministry of Rural Works promised wells.", "KE"),
    ] {
        let document = tagger.tag(text);
        let agency = document.entities.iter().find(|entity| entity.kind == EntityKind::Agency).expect(text);
        assert_eq!(agency.country.as_deref(), Some(country), "{text}");
    }
}

/// Pieces that have something to say to the rules, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Kim", "Jong", "-", "un", "Ruth", "Banda", "said", "the", "The", "of", "Ministry", "Health", "and", "(", ")",
        "NIS", "CRS", ",", ".", "'s", "\"", "Gen", "Mr", "in", "London", "Ontario", "St", "al", "van", "Jr", "29",
        "U.S.", "é", "中", "\n", "\n\n", "_", "&", "/", "Lake", "Province", "state", "🚀", "a", "’", "Corp", ":",
        "MOSCOW", "Russian",
    ]);
    let blank = prop::sample::select(vec!["", " ", " ", " "]);
    prop::collection::vec((words, blank), 0..40)
        .prop_map(|parts| parts.into_iter().map(|(word, blank)| format!("{word}{blank}")).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn entities_ascend_and_slice_the_text(text in prop_oneof![pieces(), ".{0,80}"]) {
        let tagger = Tagger::bundled();
        let document = tagger.tag(&text);
        let mut last = 0;
        for (index, entity) in document.entities.iter().enumerate() {
            prop_assert_eq!(entity.id, index);
            prop_assert!(last <= entity.start && entity.start < entity.end);
            prop_assert_eq!(&text[entity.start..entity.end], &*entity.text);
            prop_assert!((0.0..=1.0).contains(&entity.score));
            prop_assert!(!entity.name.is_empty());
            last = entity.end;
        }
    }
}
