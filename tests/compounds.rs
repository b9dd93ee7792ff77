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

/// A noun that is named for a number is counted as a whole, and counts nothing by itself.
#[test]
fn nouns_named_for_numbers() {
    check(&[
        ("She made 12 of her 20 three-pointers.", &["12 = 12 three-pointer", "20 three-pointers = 20 three-pointer"]),
        ("He hit a three-pointer.", &[]),
        ("They bought two four-seaters.", &["two four-seaters = 2 four-seater"]),
        ("A two-seater car was stolen.", &["two-seater = 2 seater"]),
        ("The 14-member board met.", &["14-member = 14 member"]),
        ("It was shot in 4K and shown on an 8K screen.", &[]),
        ("She ran a 5K.", &[]),
        ("They bought 5K shares.", &["5K shares = 5000 share"]),
        ("He shops at a 7-Eleven.", &[]),
        ("A 2-for-1 sale and one-to-one talks are on.", &["2 = 2 -", "1 = 1 -"]),
        ("One-in-eight pupils was ill.", &["One-in-eight = 0.125 -"]),
        ("A 1-in-50-year storm struck.", &["1 = 1 -", "50-year = 50 year"]),
        ("A 400-strong choir sang.", &["400 = 400 -"]),
        ("Make it a 12-by-9-foot shed.", &["12 = 12 foot", "9-foot = 9 foot"]),
    ]);
}

/// What the last of a list measures, the others do too; what describes another is leant on by nobody.
#[test]
fn units_shared_in_lists() {
    check(&[
        ("He kicked goals of 28, 39 and 44 yards.", &["28 = 28 yard", "39 = 39 yard", "44 yards = 44 yard"]),
        ("She cleared 3, 4, and 5 metres.", &["3 = 3 metre", "4 = 4 metre", "5 metres = 5 metre"]),
        ("In 2004, 39 and 44 yards were enough.", &["39 = 39 yard", "44 yards = 44 yard"]),
        ("It has two- and three-bedroom flats.", &["two = 2 bedroom", "three-bedroom = 3 bedroom"]),
        ("The 5- and 10-year bonds rose.", &["5 = 5 year", "10-year = 10 year"]),
        ("He made 7 of 9 free throws.", &["7 = 7 free throw", "9 free throws = 9 free throw"]),
        (
            "Output was 4 million tyres, against a 30-day average of 5 million.",
            &["4 million tyres = 4000000 tyre", "30-day = 30 day", "5 million = 5000000 tyre"],
        ),
        ("A four-bedroom flat costs 300,000.", &["four-bedroom = 4 bedroom", "300,000 = 300000 -"]),
        ("One of the most closely watched races ended.", &["One = 1 most closely watched race"]),
        ("One of that town's lesser-known inns shut.", &["One = 1 lesser-known inn"]),
        ("One of those inns shut.", &["One = 1 inn"]),
        ("Three of those hurt were boys.", &["Three = 3 boy"]),
        ("It needs 8 to 10 more weeks.", &["8 to 10 more weeks = 8..10 week"]),
        ("He drove in 60 RBIs.", &["60 RBIs = 60 rbi"]),
        ("The bottom half of the list is blank.", &[]),
        ("\"Ortega's 9\" is on tonight.", &[]),
        ("They will merge with Three.", &[]),
        ("They will meet in the round of 16 between exits 4 and 7.", &[]),
    ]);
}
