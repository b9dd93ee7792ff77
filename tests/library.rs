//! The library as other programs use it: own lexicons, kept work areas, threads, records that travel as JSON.

use std::io::Write as _;
use std::thread;

use headcount::{Date, Document, EntityKind, OwnedDocument, Role, Scratch, Tagger};
use proptest::prelude::*;

/// Texts of many kinds: ordinary ones, scripts, odd blanks, capitals, broken sentences, nothing.
const TEXTS: &[&str] = &[
    "",
    " \n\t ",
    "Nothing happened.",
    "At least 12 miners were killed and about 40 wounded near Obuasi, Ghana, police said on Friday.",
    "The National Rescue Board (NRB) said 4,700 people fled, including about 600 children. The NRB sent 30 doctors to Kumasi.",
    "SEVEN DEAD, DOZENS HURT AS BUS PLUNGES INTO RIVER IN NEPAL",
    "“We lost 1\u{202f}200 homes,” President Emmanuel Macron’s envoy told reporters—“and ten to 15 schools.”",
    "Größe 😀 zwölf: 12 Bergleute in Zürich, 4 in São Paulo, 3 в Москве, 五人死亡, ٣ جرحى.",
    "No\u{a0}soldiers were killed; the army denied that 5 were.\r\n\r\n- 3-1\r\n- $4.5bn (€4bn), 18 °C, 6'2\"",
    "Flight MH17, COVID-19, G7, Article 5, 9/11, 24/7, 1,2,3, 1.2.3.4, 10,00, 0x1F, ½, 3½, 10⁶, V2, No. 10.",
    "a\u{301}ccent e\u{301}\u{301} 12\u{301} people \u{feff}\u{200b}\u{200d}ﬁve ﬁremen died ﷽ 👩‍👩‍👧‍👦 two",
    "Two hundred and fifty-",
    "Between 60 and 50 people, 900-800 homes.",
    "((((\"'''...12...\"))))!!!??",
    "A soldier was killed. Amina Yusuf and her cousin were shot dead. Six of them were women. The toll rose to 45.",
    "between and twenty hundred thousand million of dozens of scores of a couple of",
    "Between 200 and 300 troops will be sent to Kursk next week, Gen. Oleh Petrenko said; 10 to 15 percent may have left since May 2014.",
];

fn date() -> Option<Date> {
    "2025-04-30".parse().ok()
}

/// Every stretch of text that a document speaks of.
fn stretches<'d>(document: &'d Document<'_>) -> Vec<(usize, usize, &'d str)> {
    let mut all: Vec<(usize, usize, &str)> = Vec::new();
    all.extend(document.entities.iter().map(|entity| (entity.start, entity.end, &*entity.text)));
    all.extend(document.times.iter().map(|time| (time.start, time.end, &*time.text)));
    for quantity in &document.quantities {
        all.push((quantity.start, quantity.end, &quantity.text));
        all.extend(
            quantity.number.iter().chain(&quantity.cue).map(|mention| (mention.start, mention.end, &*mention.text)),
        );
        all.extend(quantity.time.iter().map(|time| (time.start, time.end, &*time.text)));
        if let Some(unit) = &quantity.unit {
            assert_eq!(unit.start.is_some(), unit.end.is_some(), "{unit:?}");
            if let (Some(start), Some(end), Some(text)) = (unit.start, unit.end, unit.text.as_deref()) {
                all.push((start, end, text));
            }
        }
    }
    all
}

/// What holds of every document, whatever the text.
#[track_caller]
fn assert_sound(text: &str, document: &Document<'_>) {
    for (start, end, said) in stretches(document) {
        assert_eq!(text.get(start..end), Some(said), "{start}..{end} of {text:?}");
    }
    let (entities, quantities) = (document.entities.len(), document.quantities.len());
    for (index, entity) in document.entities.iter().enumerate() {
        assert_eq!(entity.id, index);
        assert!((0.0..=1.0).contains(&entity.score), "{entity:?}");
    }
    for pair in document.entities.windows(2) {
        assert!(pair[0].end <= pair[1].start, "entities overlap or are out of order: {pair:?}");
    }
    for pair in document.times.windows(2) {
        assert!(pair[0].end <= pair[1].start, "times overlap or are out of order: {pair:?}");
    }
    let order = |index: usize| {
        let quantity = &document.quantities[index];
        quantity.number.as_ref().map_or(quantity.start, |number| number.start)
    };
    for (index, quantity) in document.quantities.iter().enumerate() {
        assert!(index == 0 || order(index - 1) <= order(index), "quantities are out of order at {index} in {text:?}");
        assert!(quantity.of.iter().chain(&quantity.source).chain(&quantity.place).all(|&id| id < entities));
        assert!(quantity.part_of.is_none_or(|whole| whole < quantities && whole != index), "{quantity:?}");
        assert_eq!(quantity.number.is_none(), quantity.implicit, "{quantity:?}");
        assert!(quantity.place.is_none_or(|id| document.entities[id].kind == EntityKind::Place), "{quantity:?}");
        for figure in [quantity.value, quantity.min, quantity.max].into_iter().flatten() {
            assert!(figure.is_finite(), "{quantity:?}");
        }
        if let (Some(min), Some(max)) = (quantity.min, quantity.max) {
            assert!(min <= max, "{quantity:?}");
        }
        if let Some(number) = &quantity.number {
            assert!(quantity.start <= number.start && number.end <= quantity.end, "{quantity:?}");
        }
        assert!((0.0..=1.0).contains(&quantity.score), "{quantity:?}");
    }
    for (role, toll) in &document.tolls {
        assert!(!toll.quantities.is_empty(), "{role:?}");
        for &index in &toll.quantities {
            assert_eq!(document.quantities[index].role, Some(*role));
        }
        assert!(toll.claims.iter().filter_map(|claim| claim.source).all(|id| id < entities));
    }
}

#[test]
fn taggers_and_documents_go_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Tagger>();
    shared::<Scratch>();
    shared::<OwnedDocument>();
    shared::<headcount::Error>();

    let tagger = Tagger::bundled();
    let alone: Vec<OwnedDocument> = TEXTS.iter().map(|text| tagger.tag(text).into_owned()).collect();
    let together: Vec<Vec<OwnedDocument>> = thread::scope(|scope| {
        let tag_all = || {
            let mut scratch = tagger.scratch();
            TEXTS.iter().map(|text| tagger.tag_with(text, None, &mut scratch).into_owned()).collect()
        };
        let threads: Vec<_> = (0..3).map(|_| scope.spawn(tag_all)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for documents in together {
        assert_eq!(documents, alone);
    }
}

#[test]
fn documents_are_sound() {
    let tagger = Tagger::bundled();
    for text in TEXTS {
        assert_sound(text, &tagger.tag_with(text, date(), &mut tagger.scratch()));
    }
    let all = TEXTS.join("\n\n");
    assert_sound(&all, &tagger.tag(&all));
}

/// Nothing of a text may stay behind in the work area.
#[test]
fn a_kept_work_area_changes_nothing() {
    let tagger = Tagger::bundled();
    let mut kept = tagger.scratch();
    for first in TEXTS {
        for second in TEXTS {
            let _ = tagger.tag_with(first, date(), &mut kept);
            let again = tagger.tag_with(second, None, &mut kept);
            assert_eq!(again, tagger.tag(second), "after {first:?}");
        }
    }
}

/// The work area belongs to no tagger: one may serve several.
#[test]
fn a_work_area_serves_several_taggers() {
    let (bundled, own) = (Tagger::bundled(), Tagger::builder().lexicon_text("own.tsv", AGENCY).build().unwrap());
    let mut kept = bundled.scratch();
    let text = "Green Lantern Relief sent 40 doctors to Accra.";
    for tagger in [&bundled, &own, &bundled] {
        assert_eq!(tagger.tag_with(text, None, &mut kept), tagger.tag(text));
    }
}

#[test]
fn records_travel_as_json() {
    let tagger = Tagger::bundled();
    for text in TEXTS {
        let document = tagger.tag_with(text, date(), &mut tagger.scratch());
        let json = serde_json::to_string(&document).unwrap();
        let back: OwnedDocument = serde_json::from_str(&json).unwrap();
        assert_eq!(back, document, "{text:?}");
        assert_eq!(serde_json::to_string(&back).unwrap(), json);
    }
}

#[test]
fn an_owned_document_outlives_text_and_tagger() {
    let document: OwnedDocument = {
        let text = TEXTS[3].to_owned();
        let tagger = Tagger::builder().build().unwrap();
        tagger.tag(&text).into_owned()
    };
    assert_eq!(document, Tagger::bundled().tag(TEXTS[3]));
}

#[test]
fn explaining_gives_the_same_record() {
    let tagger = Tagger::bundled();
    for text in TEXTS {
        let (document, explanation) = tagger.explain(text, date());
        assert_eq!(document, tagger.tag_with(text, date(), &mut tagger.scratch()), "{text:?}");
        let ranges = explanation.tokens.iter().map(|note| note.start..note.end);
        let ranges = ranges.chain(explanation.chunks.iter().map(|note| note.start..note.end));
        let ranges = ranges.chain(explanation.steps.iter().map(|step| step.start..step.end));
        for range in ranges {
            assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
        }
    }
}

#[test]
fn the_day_of_publishing_dates_the_weekdays() {
    let tagger = Tagger::bundled();
    let text = "Four hikers died on Monday.";
    let iso = |date| {
        let document = tagger.tag_with(text, date, &mut tagger.scratch()).into_owned();
        document.quantities[0].time.as_ref().and_then(|time| time.iso.clone())
    };
    assert_eq!(iso(date()).as_deref(), Some("2025-04-28"));
    assert_eq!(iso(None), None);
}

mod own_lexicons {
    use super::*;

    /// The reference of each entity, in text order; its words where it has none.
    fn references(tagger: &Tagger, text: &str) -> Vec<String> {
        let document = tagger.tag(text);
        let entities = document.entities.into_iter();
        entities.map(|entity| entity.reference.unwrap_or(entity.text).into_owned()).collect()
    }

    #[test]
    fn added_to_the_bundled_ones() {
        let tagger = Tagger::builder().lexicon_text("own.tsv", AGENCY).build().unwrap();
        let found = references(&tagger, "GLR sent 40 doctors to Ghana, NATO said.");
        assert_eq!(found, ["agency:glr", "country:GH", "agency:nato"]);
    }

    #[test]
    fn instead_of_the_bundled_ones() {
        let tagger = Tagger::builder().without_bundled_names().lexicon_text("own.tsv", AGENCY).build().unwrap();
        let text = "GLR sent 40 doctors to Ghana.";
        let document = tagger.tag(text);
        assert_eq!(document.entities[0].reference.as_deref(), Some("agency:glr"));
        assert!(document.entities.iter().all(|entity| entity.reference.as_deref() != Some("country:GH")));
        assert_eq!(document.quantities[0].role, Some(Role::Deployed), "the words stay: {document:#?}");
    }

    #[test]
    fn from_files() {
        let mut file = tempfile::Builder::new().suffix(".tsv").tempfile().unwrap();
        file.write_all(AGENCY.as_bytes()).unwrap();
        let tagger = Tagger::builder().lexicon(file.path()).build().unwrap();
        assert_eq!(references(&tagger, "Green Lantern Relief said so."), ["agency:glr"]);
    }

    #[test]
    fn people_and_places() {
        let people =
            "ref\tname\tcountry\trole\tfrom\tto\taliases\nperson:x\tTamsin Orrowdale\tGB\tharbour master\t2020\t\t\n";
        let places = "ref\ttype\tname\tcountry\tregion\tlat\tlon\tpopulation\taliases\tdemonyms\n\
                      place:x\tcity\tQuorrin Bay\tIE\t\t53.5\t-10.25\t900\tQuorrin\tQuorriner|Quorriners\n";
        let builder = Tagger::builder().lexicon_text("people.tsv", people).lexicon_text("places.tsv", places);
        let tagger = builder.build().unwrap();
        let document = tagger.tag("Two boats sank off Quorrin Bay, Tamsin Orrowdale said. Three Quorriners died.");
        let found: Vec<(EntityKind, &str)> = document
            .entities
            .iter()
            .map(|entity| (entity.kind, entity.reference.as_deref().unwrap_or("none")))
            .collect();
        let expected =
            [(EntityKind::Place, "place:x"), (EntityKind::Person, "person:x"), (EntityKind::Nationality, "place:x")];
        assert_eq!(found, expected);
        assert_eq!((document.entities[0].lat, document.entities[0].lon), (Some(53.5), Some(-10.25)));
    }

    #[test]
    fn a_new_counted_thing() {
        let text = "Eleven kestrel handlers were killed.";
        let category = |tagger: &Tagger| {
            let document = tagger.tag(text).into_owned();
            document.quantities[0].unit.as_ref().and_then(|unit| unit.category.clone())
        };
        let things = "category\tpath\tnouns\nsoldier\tperson/military/soldier\tkestrel handler\n";
        let own = Tagger::builder().lexicon_text("things.tsv", things).build().unwrap();
        assert_eq!(category(&own).as_deref(), Some("soldier"));
        assert_ne!(category(&Tagger::bundled()).as_deref(), Some("soldier"));
    }

    #[test]
    fn every_fault_is_told_with_its_place() {
        let bad =
            "ref\ttype\tname\tcountry\taliases\tnote\nagency:a\tngo\tA Good One\tGH\t\t\nagency:b\tngo\tToo Few\n";
        let error =
            Tagger::builder().lexicon_text("own.tsv", bad).lexicon_text("odd.tsv", "a\tb\n1\t2\n").build().err();
        let error = error.expect("both files are faulty");
        let faults = error.lexicon_faults();
        assert_eq!(
            faults.iter().map(|fault| (&*fault.file, fault.line)).collect::<Vec<_>>(),
            [("own.tsv", 3), ("odd.tsv", 1)]
        );
        for fault in faults {
            assert!(error.to_string().contains(&fault.to_string()));
        }
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = Tagger::builder().lexicon("no/such/lexicon.tsv").build().err().expect("there is no such file");
        assert!(error.to_string().contains("lexicon.tsv"), "{error}");
        assert!(error.lexicon_faults().is_empty());
        assert!(std::error::Error::source(&error).is_none_or(|source| !source.to_string().is_empty()));
    }
}

const AGENCY: &str = "ref\ttype\tname\tcountry\taliases\tnote\nagency:glr\tngo\tGreen Lantern Relief\tGH\tGLR\t\n";

/// Pieces that news is made of. A text that fails is worth a row in `TEXTS`.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(vec![
            "at least", "about", "12", "4,700", "two", "dozens of", "hundreds", "a third of", "between", "and", "to", "no",
            "soldiers", "people", "children", "percent", "km", "years old", "$", "€4.5", "million", "were", "killed",
            "wounded", "missing", "sent to", "will be", "denied that", "said", "told", "according to", "police", "the NIS",
            "NATO", "North Korean", "Gen.", "Kim", "Kim Jong Un", "Kursk", "Russia", "on Friday", "in January", "of whom",
            "including", "others", "more", "a soldier", "rose by", "toll", "the", "in", ",", ".", "\n\n", "“", "”", "'s", "-",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => "[0-9]{1,12}([.,:/-][0-9]{1,6}){0,3}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_sound_document(pieces in prop::collection::vec((piece(), prop::bool::weighted(0.85)), 0..60)) {
        let text: String = pieces.iter().map(|(piece, blank)| if *blank { format!("{piece} ") } else { piece.clone() }).collect();
        let tagger = Tagger::bundled();
        assert_sound(&text, &tagger.tag_with(&text, date(), &mut tagger.scratch()));
    }

    #[test]
    fn any_characters_give_a_sound_document(text in any::<String>()) {
        assert_sound(&text, &Tagger::bundled().tag(&text));
    }
}
