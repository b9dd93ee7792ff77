//! Compounds and figures within what is counted; forms of numerals and ages.

mod notation;

use notation::check;

/// Compounds of small words describe what is counted, or are it.
#[test]
fn compounds() {
    check(&[
        ("Two off-duty officers saw it.", &["Two off-duty officers = 2 off-duty officer"]),
        ("It hired three in-house lawyers.", &["three in-house lawyers = 3 in-house lawyer"]),
        ("The premier survived 3 no-confidence votes.", &["3 no-confidence votes = 3 no-confidence vote"]),
        ("Four all-party talks failed.", &["Four all-party talks = 4 all-party talk"]),
        ("Five would-be buyers called.", &["Five would-be buyers = 5 would-be buyer"]),
        ("The fair drew ten up-and-coming potters.", &["ten up-and-coming potters = 10 up-and-coming potter"]),
        ("They ordered 20 state-of-the-art buses.", &["20 state-of-the-art buses = 20 state-of-the-art bus"]),
        ("Police solved six hit-and-run cases.", &["six hit-and-run cases = 6 hit-and-run case"]),
        ("He scored five much-needed goals.", &["five much-needed goals = 5 much-needed goal"]),
        ("Four at-risk children moved out.", &["Four at-risk children = 4 at-risk child"]),
        ("The party won eight by-elections.", &["eight by-elections = 8 by-election"]),
        ("She won five track-and-field medals.", &["five track-and-field medals = 5 track-and-field medal"]),
        (
            "11 pro-Russian and pro-Iranian militiamen left.",
            &["11 pro-Russian and pro-Iranian militiamen = 11 pro-russian and pro-iranian militiaman"],
        ),
        ("The return of the two-time All-Star Ruben Oakes is near.", &["two-time = 2 time"]),
        ("A two-to-fourfold rise was seen.", &["two = 2 -"]),
        ("They saw 30 such skis.", &["30 such skis = 30 such ski"]),
        ("Six more such thefts followed.", &["Six more such thefts = 6 such theft"]),
        ("He saved three spot kicks.", &["three spot kicks = 3 spot kick"]),
        ("The strikers parked 64 refuse trucks.", &["64 refuse trucks = 64 refuse truck"]),
        ("It trades at 12 times earnings.", &["12 times = 12 time"]),
    ]);
}

/// Figures in the name of what is counted.
#[test]
fn models() {
    check(&[
        ("The airline flies two Boeing 737 jets.", &["two Boeing 737 jets = 2 boeing 737 jet"]),
        ("The army owns 12 Leopard 2 tanks.", &["12 Leopard 2 tanks = 12 leopard 2 tank"]),
        ("It ordered 30 Boeing 787 Dreamliners.", &["30 Boeing 787 Dreamliners = 30 boeing 787 dreamliner"]),
        ("The order of 130 787 Dreamliners stands.", &["130 787 Dreamliners = 130 787 dreamliner"]),
        ("The wind claimed 25 lives; 43 missing.", &["25 lives = 25 life", "43 = 43 person"]),
        ("In Lagos 12 buses stood idle.", &["12 buses = 12 bus"]),
    ]);
}

/// Ages that a word for one tells, and of somebody named.
#[test]
fn ages() {
    check(&[
        ("The calf is a month old.", &["a month old = 1 month of age"]),
        ("A house a year old fell down.", &["a year old = 1 year of age"]),
        ("My daughter is seven.", &["seven = 7 year of age"]),
        ("Her brother was 30.", &["30 = 30 year of age"]),
        ("The answer is seven.", &["seven = 7 -"]),
    ]);
}

/// Numerals.
#[test]
fn numerals() {
    check(&[
        ("1 hundred and 5", &["1 hundred and 5 = 105 -"]),
        ("five hundred and a half", &["five hundred and a half = 500.5 -"]),
        ("1.2E5", &["1.2E5 = 120000 -"]),
        ("6 * 10^4", &["6 * 10^4 = 60000 -"]),
        ("-.75", &["-.75 = -0.75 -"]),
        ("It costs $.99.", &["$.99 = 0.99 dollar"]),
        ("3.4 M", &["3.4 M = 3400000 -"]),
        ("85 K", &["85 K = 85 kelvin"]),
        ("The gas is kept at a temperature of 4 K.", &["4 K = 4 kelvin"]),
        ("He has 22K.", &["22K = 22000 -"]),
        ("It costs 10 or 15 cents.", &["10 or 15 cents = 10..15 cent"]),
        ("They lie a 15 or 20 day walk away.", &["15 or 20 day = 15..20 day"]),
        ("The range is 20-30.", &["20-30 = 20..30 -"]),
        ("They won 3-1.", &["3 = 3 -", "1 = 1 -"]),
        ("The 02/03 season was dry.", &[]),
        ("Radio 2PH told of a 7E7.", &[]),
        ("It paid SKr40m.", &["SKr40m = 40000000 swedish krona"]),
        ("The child is 1 year and 3 months old.", &["1 year = 1 year of age", "3 months old = 3 month of age"]),
        ("The count stands at 2 million three hundred thousand.", &["2 million three hundred thousand = 2300000 -"]),
        ("The only good deal is one that holds.", &[]),
        ("It was one of two.", &["one = 1 -", "two = 2 -"]),
        ("Copies of the game \"Halo 2\" fetched $50.", &["$50 = 50 dollar"]),
        ("a board of 6\" by 8\"", &["6\" = 6 inch", "8\" = 8 inch"]),
        (
            "They studied about 70 male and female baboons.",
            &["about 70 male and female baboons = ~70 male and female baboon"],
        ),
        ("Two more came from scores by Leinart.", &["Two more = 2 -"]),
        ("Scores of goats died.", &["Scores of goats = ?40..99 goat"]),
        ("The reef runs from 300 metres to one kilometre.", &["300 metres = 300 metre", "one kilometre = 1 kilometre"]),
    ]);
}
