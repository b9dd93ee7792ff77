//! Entities and query results of Wikidata.

use crate::{import, import_with, labels};

const GHANA: &str = r#"{"type":"item","id":"Q117","labels":{"en":{"language":"en","value":"Ghana"}},"aliases":{"en":[{"language":"en","value":"Republic of Ghana"}]},"claims":{"P31":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q6256"}}}}],"P297":[{"rank":"normal","mainsnak":{"datavalue":{"value":"GH"}}}],"P1549":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"text":"Ghanaian","language":"en"}}}}],"P625":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"latitude":8,"longitude":-1.5}}}}]}}"#;
const ACME: &str = r#"{"type":"item","id":"Q900000001","labels":{"en":{"language":"en","value":"Acme"}},"aliases":[],"claims":{"P31":[{"rank":"deprecated","mainsnak":{"datavalue":{"value":{"id":"Q515"}}}},{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q4830453"}}}}],"P17":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q117"}}}}]}}"#;

#[test]
fn entities_of_wikidata_are_read_from_dumps_lines_and_the_api() {
    for json in [
        format!("[\n{GHANA},\n{ACME}\n]\n"),
        format!("{GHANA}\n{ACME}\n"),
        format!("{{\"entities\":{{\"Q117\":{GHANA},\"Q900000001\":{ACME}}}}}"),
    ] {
        assert_eq!(
            import("dump.json", json).rows(),
            [
                "country:GH\tplace\tcountry\tGhana\tGH\t\t8\t-1.5\t\t\t\t\tRepublic of Ghana\tGhanaian\t",
                "wikidata:Q900000001\tagency\tcompany\tAcme\tGH\t\t\t\t\t\t\t\t\t\t",
            ]
        );
    }
}

#[test]
fn an_entity_of_no_known_class_or_language_is_named() {
    let made =
        import("dump.json", [ACME.replace("Q4830453", "Q900000009"), ACME.replace("\"en\":", "\"de\":")].join("\n"));
    made.notes(&["!1:1 --label Q900000009=", "!2:1 no label"]);
    let options = labels(&[("Q900000009", "agency:company")]);
    assert_eq!(import_with(options, "dump.json", ACME.replace("Q4830453", "Q900000009")).rows().len(), 1);
}

#[test]
fn results_of_a_query_join_the_rows_of_an_item() {
    let csv = "item,itemLabel,itemAltLabel,type,country,coord
http://www.wikidata.org/entity/Q900000002,Obuasi,\"Obwasi, Obuase\",http://www.wikidata.org/entity/Q515,http://www.wikidata.org/entity/Q117,Point(-1.67 6.2)
http://www.wikidata.org/entity/Q900000002,Obuasi,Obuasi Town,city,Ghana,
http://www.wikidata.org/entity/Q900000003,Q900000003,,city,Ghana,
";
    let made = import("query.csv", csv);
    assert_eq!(made.rows(), ["wikidata:Q900000002\tcity\tObuasi\tGH\t\t6.2\t-1.67\t\tObwasi|Obuase|Obuasi Town\t"]);
    made.notes(&["!4:1 no name"]);

    let json = r#"{"head":{"vars":["item","itemLabel","typeLabel"]},"results":{"bindings":[
        {"item":{"type":"uri","value":"http://www.wikidata.org/entity/Q900000004"},
         "itemLabel":{"type":"literal","value":"Daily Lamp"},"typeLabel":{"type":"literal","value":"newspaper"}}]}}"#;
    assert_eq!(import("query.json", json).rows(), ["wikidata:Q900000004\tmedia\tDaily Lamp\t\t\t"]);
}
