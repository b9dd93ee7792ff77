//! Every record fits the schema that the program prints.
#![cfg(feature = "schema")]

use headcount::Tagger;
use serde_json::{Value, json};

fn validator() -> jsonschema::Validator {
    jsonschema::validator_for(&headcount::output::schema()).unwrap()
}

#[track_caller]
fn assert_fits(record: &Value) {
    let faults: Vec<String> =
        validator().iter_errors(record).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:#?}\n{record:#}");
}

#[test]
fn tagged_documents_fit() {
    let tagger = Tagger::bundled();
    for text in [
        "",
        "Nothing happened.",
        "At least 12 miners were killed and about 40 wounded near Obuasi, Ghana, police said on Friday.",
        "The army denied that five soldiers died. Up to 30 may be missing; dozens of homes burned.",
        "Prices rose 4.5 percent to $1.2 billion in 2023, the World Bank said. It was 18 °C.",
        "A third of the 90 passengers, including six children, were hurt on 9 May at 3.40 am.",
        "Gen. Vladimir Petrov told lawmakers that between 200 and 300 troops will be sent to Kursk next week.",
        "Größe 😀 12 Bergleute, 4 in Zürich.",
    ] {
        let date = "2025-04-30".parse().ok();
        let mut document = tagger.tag_with(text, date, &mut tagger.scratch()).into_owned();
        assert_fits(&serde_json::to_value(&document).unwrap());
        document.id = Some("an id".into());
        document.text = Some(text.into());
        assert_fits(&serde_json::to_value(&document).unwrap());
    }
}

/// Every field that a record may have.
#[test]
fn a_full_record_fits() {
    let mention = json!({"start": 0, "end": 3, "text": "Six"});
    let record = json!({
        "id": "a", "text": "Six soldiers died.",
        "entities": [{
            "id": 0, "start": 0, "end": 3, "text": "Six", "kind": "agency", "type": "ngo", "name": "Six", "ref": "agency:six",
            "country": "GH", "lat": 1.5, "lon": -0.25, "via": "lexicon", "score": 0.9
        }],
        "quantities": [{
            "start": 0, "end": 12, "text": "Six soldiers", "number": mention, "value": 6, "min": 6, "max": 6.5,
            "bound": "about", "trend": "up",
            "unit": {
                "kind": "count", "name": "soldier", "head": "soldier", "category": "soldier",
                "path": "person/military/soldier", "start": 4, "end": 12, "text": "soldiers"
            },
            "of": [0], "role": "killed", "cue": {"start": 13, "end": 17, "text": "died"}, "status": "possible",
            "source": 0, "source_text": "police", "place": 0,
            "time": {"start": 0, "end": 3, "text": "Six", "iso": "2025-04-30"}, "sentence": {"start": 0, "end": 17}, "tally": "new", "part_of": 0, "implicit": true, "score": 0.75
        }],
        "times": [{"start": 0, "end": 3, "text": "Six", "kind": "relative", "iso": "2025-04-30"}],
        "tolls": {"killed": {
            "value": 6, "min": 6, "max": 6, "bound": "range", "quantities": [0],
            "parts": [{"category": "soldier", "value": 6}], "claims": [{"source": 0, "value": 6, "bound": "exact"}]
        }}
    });
    assert_fits(&record);
    let document: headcount::OwnedDocument = serde_json::from_value(record.clone()).unwrap();
    assert_eq!(serde_json::to_value(&document).unwrap(), record);
}

#[test]
fn what_is_no_record_does_not_fit() {
    for record in [
        json!({"entities": [], "quantities": [], "times": []}),
        json!({"entities": [], "quantities": [], "times": [], "tolls": {"hexed": {"bound": "exact", "quantities": []}}}),
        json!({"entities": [], "quantities": [], "times": [], "tolls": {"killed": {"bound": "exact"}}}),
        json!({"entities": [{"id": 0}], "quantities": [], "times": [], "tolls": {}}),
        json!({"entities": [], "quantities": [{"start": -1}], "times": [], "tolls": {}}),
    ] {
        assert!(!validator().is_valid(&record), "{record}");
    }
}

#[test]
fn fields_are_described() {
    let schema = headcount::output::schema();
    assert_eq!(schema["title"], "headcount record");
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        for (field, about) in definition["properties"].as_object().into_iter().flatten() {
            assert!(about["description"].is_string(), "{name}.{field} has no description");
        }
    }
}
