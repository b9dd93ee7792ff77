//! Elliptic numbers: what those that name nothing themselves count, and what happened to it.

use headcount::Tagger;
use headcount::record::Quantity;
use proptest::prelude::*;

/// `number: head role` of every number of a text that has no unit of measure; `-` where there is none.
fn counted(text: &str) -> Vec<String> {
    let tagger = Tagger::bundled();
    let document = tagger.tag(text);
    let one = |quantity: &Quantity| {
        let number = &quantity.number.as_ref()?.text;
        let head = quantity.unit.as_ref().and_then(|unit| unit.head.as_deref()).unwrap_or("-").to_owned();
        let role = quantity
            .role
            .map_or("-".to_owned(), |role| serde_json::to_value(role).unwrap().as_str().unwrap().to_owned());
        Some(format!("{number}: {head} {role}"))
    };
    document.quantities.iter().filter_map(one).collect()
}

#[track_caller]
fn check(rows: &[(&str, &[&str])]) {
    for (text, asked) in rows {
        assert_eq!(&counted(text), asked, "{text}");
    }
}

/// One more figure for what was told before takes its noun and its role.
#[test]
fn rival_figures() {
    check(&[
        (
            "Organisers said 90,000 people had marched in Skopje. Police put the crowd at 31,000; a monitor counted 58,000.",
            &["90,000: person protesting", "31,000: person protesting", "58,000: person protesting"],
        ),
        (
            "Officials in Fes first spoke of 38 deaths. By Sunday they had raised the figure to 94.",
            &["38: death killed", "94: death killed"],
        ),
        (
            "The union spoke of 80,000 demonstrators; the government of 6,000.",
            &["80,000: demonstrator protesting", "6,000: demonstrator protesting"],
        ),
        ("The march in Porto was calm. Police put the turnout at 3,000.", &["3,000: person protesting"]),
        (
            "Some 2,000 miners marched in Lota. The union said 300 women took part.",
            &["2,000: miner protesting", "300: woman protesting"],
        ),
        // Near-misses: another measure, a concert, what is counted by itself.
        (
            "The rocket killed two men and flew 350 km; Tokyo measured 330.",
            &["two: man killed", "350: - -", "330: - -"],
        ),
        ("An army of 45 besieged Goma.", &["45: person -"]),
        ("A crew of 12 sailed; a crew of 40 sailors did not.", &["12: person -", "40: sailor -"]),
        ("A cup of 12 was full.", &["12: - -"]),
        ("The concert in Graz was loud. The hall put the crowd at 3,000.", &["3,000: - -"]),
        ("Floods killed 12 people in Feni. The mayor counted 40 cows.", &["12: person killed", "40: cow -"]),
    ]);
}

/// The noun is that of those told of before, of a set large enough, and people where verbs are said of people.
#[test]
fn what_they_lean_on() {
    check(&[
        (
            "The boatman lost two daughters near Bhola. More than 200 are missing in the delta.",
            &["two: daughter killed", "200: person missing"],
        ),
        ("About 60 raiders rode into Dori, killing 12.", &["60: raider -", "12: person killed"]),
        ("Two jets burned out at Gao and three more were damaged.", &["Two: jet destroyed", "three: jet damaged"]),
        (
            "The mission in Juba reported 14 arrests. Six were later jailed.",
            &["14: arrest detained", "Six: person sentenced"],
        ),
        (
            "The rebels freed nine hostages near Arauca. They still have 16.",
            &["nine: hostage released", "16: hostage -"],
        ),
        (
            "The museum in Rijeka got 214 drawings. Half a dozen will go on show.",
            &["214: drawing -", "Half a dozen: drawing -"],
        ),
        ("The number of infections in Lusaka rose to 1,940.", &["1,940: infection infected"]),
        (
            "The storm levelled 412 houses in Feni and another 90 were damaged.",
            &["412: house destroyed", "90: house damaged"],
        ),
    ]);
}

/// Of whom a number with a role tells: of those hit before, of who was aboard, of one of a calling, of all of one kind; of
/// nobody set aside, on duty or hit in another way.
#[test]
fn of_whom_a_number_tells() {
    check(&[
        (
            "A bus with 52 pilgrims fell into a ravine near Ayacucho, killing 18 and hurting 27 others.",
            &["52: pilgrim -", "18: pilgrim killed", "27: pilgrim wounded"],
        ),
        ("A raid by 30 gunmen on a bar in Celaya killed 12.", &["30: gunman -", "12: person killed"]),
        ("A firefighter died and three others were burnt near Patras.", &["three: firefighter wounded"]),
        ("A woman died and three others were hurt near Patras.", &["three: person wounded"]),
        (
            "Seventeen pupils and two teachers died in Homs. More than 40 were wounded.",
            &["Seventeen: pupil killed", "two: teacher killed", "40: person wounded"],
        ),
        (
            "Sixteen workers, ten of them women, died in Karachi. Twenty-three were hurt.",
            &["Sixteen: worker killed", "ten: woman killed", "Twenty-three: worker wounded"],
        ),
        (
            "The blast in Soma killed 28 miners. By noon the toll had climbed to 40.",
            &["28: miner killed", "40: miner killed"],
        ),
        (
            "The blast killed six policemen and a vendor in Quetta. By noon the toll had risen to nine.",
            &["six: policeman killed", "nine: person killed"],
        ),
        (
            "Divers found five bodies off Masbate. That takes the toll to 61.",
            &["five: body killed", "61: person killed"],
        ),
        (
            "Thirty-three attackers were killed near Sibi. A doctor spoke of 37 wounded.",
            &["Thirty-three: attacker killed", "37: person wounded"],
        ),
        (
            "Five firemen died near Evora. The army sent 900 soldiers. Twelve were hurt.",
            &["Five: fireman killed", "900: soldier deployed", "Twelve: fireman wounded"],
        ),
        (
            "Only 40 policemen were on duty in Hathras. Nineteen of the 64 injured had broken bones.",
            &["40: policeman -", "Nineteen: person wounded", "64: person wounded"],
        ),
        (
            "The protesters burnt four buses in Dhaka; 15 were arrested.",
            &["four: bus destroyed", "15: protester detained"],
        ),
        ("Witnesses said that 15 were arrested in Dhaka.", &["15: person detained"]),
        ("In the vote in Blantyre 48 women were elected, against 40 last time.", &["48: woman -", "40: woman -"]),
        ("Three of those killed in Kisumu were students.", &["Three: student killed"]),
        (
            "Four people were killed in Lviv. Two of the dead were sisters.",
            &["Four: person killed", "Two: sister killed"],
        ),
        (
            "Four people were killed in Lviv. Two of the dead were in their beds.",
            &["Four: person killed", "Two: person killed"],
        ),
    ]);
}

/// A verb behind a number is no noun of it.
#[test]
fn verbs_behind_numbers() {
    check(&[
        ("Ten girls were rescued in Pattaya. Two wore uniforms.", &["Ten: girl rescued", "Two: girl rescued"]),
        (
            "The ferry took 90 passengers off the rock, but eleven needed treatment in hospital.",
            &["90: passenger rescued", "eleven: passenger hospitalized"],
        ),
        // A participle describes what can be counted.
        ("The yard in Lae has eleven needed parts.", &["eleven: part -"]),
    ]);
}

/// Two that could lean on each other lean on nothing.
#[test]
fn numbers_that_lean_on_numbers() {
    check(&[
        ("four of five", &["four: - -", "five: - -"]),
        ("It pays 900 dollars to each widow and 300 to each of the wounded.", &["900: - -", "300: - -"]),
        ("The mayor told of damage to 31 homes and four shops.", &["31: home damaged", "four: shop damaged"]),
        ("Nine of the 31 wounded were flown out.", &["Nine: person evacuated", "31: person wounded"]),
    ]);
}

proptest! {
    /// Whatever numbers stand beside each other, what they lean on ends somewhere, and no part is its own whole.
    #[test]
    fn numbers_lean_on_earlier_ends(words in prop::collection::vec(prop::sample::select(BESIDE), 2..30)) {
        let text = words.join(" ");
        let tagger = Tagger::bundled();
        let document = tagger.tag(&text);
        for (index, quantity) in document.quantities.iter().enumerate() {
            prop_assert_ne!(quantity.part_of, Some(index), "{}", text);
        }
    }
}

/// What numbers lean by.
const BESIDE: &[&str] = &[
    "four",
    "five",
    "12",
    "64",
    "a third",
    "dozens",
    "of",
    "of the",
    "of them",
    "of whom",
    "others",
    "another",
    "more",
    "dead",
    "wounded",
    "killed",
    "were",
    "was",
    "had",
    ",",
    ".",
    "and",
    "including",
    "among them",
    "the rest",
    "victims",
    "soldiers",
    "children",
    "police said",
    "no",
    "denied",
    "to",
    "from",
    "at least",
    "about",
    "remaining",
    "still",
    "40 %",
];
