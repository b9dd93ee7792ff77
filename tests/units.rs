//! Units and counted nouns: what a number measures or counts.

mod notation;

use notation::check;

/// Signs, codes and words of currencies; what they are per.
#[test]
fn money() {
    check(&[
        (
            "It costs US$20, A$30 and HK$40.",
            &["US$20 = 20 dollar", "A$30 = 30 australian dollar", "HK$40 = 40 hong kong dollar"],
        ),
        ("It costs Rs 50, RM60 and €70.", &["Rs 50 = 50 rupee", "RM60 = 60 malaysian ringgit", "€70 = 70 euro"]),
        ("He paid 20 dollars and 50 cents.", &["20 dollars and 50 cents = 20.5 dollar"]),
        ("The coin is worth 80p or 12 pence.", &["80p = 80 penny", "12 pence = 12 penny"]),
        ("Oil sold at $80 a barrel.", &["$80 a barrel = 80 dollar per barrel"]),
        ("They earn £300 per week.", &["£300 per week = 300 pound sterling per week"]),
        (
            "It cost 5 Swiss francs and 20 Danish kroner.",
            &["5 Swiss francs = 5 swiss franc", "20 Danish kroner = 20 danish krone"],
        ),
        ("She spent 100 yuan and 3,000 yen.", &["100 yuan = 100 chinese yuan", "3,000 yen = 3000 japanese yen"]),
        ("It costs 3 or €4.", &["3 or €4 = 3..4 euro"]),
        (
            "About 90 million of the 400 million rupees was spent.",
            &["About 90 million = ~90000000 rupee", "400 million rupees = 400000000 rupee"],
        ),
        // Pounds of money and of weight, by what stands around them.
        ("He was fined 500 pounds.", &["500 pounds = 500 pound sterling"]),
        ("The deal is worth 5 million pounds.", &["5 million pounds = 5000000 pound sterling"]),
        ("Rent is 900 pounds a month.", &["900 pounds a month = 900 pound sterling per month"]),
        ("Millions of pounds were wiped out.", &["Millions of pounds = ?2000000..9999999 pound sterling"]),
        ("The calf weighs 180 pounds.", &["180 pounds = 180 pound-mass"]),
        ("They shipped 2 million pounds of beef.", &["2 million pounds = 2000000 pound-mass"]),
        ("Heat the oven to 200 c.", &["200 c = 200 celsius"]),
        ("A sweet costs 20 c.", &["20 c = 20 cent"]),
    ]);
}

/// Percent and its kin.
#[test]
fn shares() {
    check(&[
        ("Turnout rose 25 percentage points.", &["25 percentage points = 25 percentage point up"]),
        (
            "Rates rose 25 basis points, or a quarter of a percentage point.",
            &["25 basis points = 25 basis point up", "a quarter of a percentage point = 0.25 percentage point up"],
        ),
        ("A 10-percent cut came.", &["10-percent = 10 percentage"]),
        ("Rates went from 2 to 2.25 per cent.", &["2 to 2.25 per cent = 2..2.25 percentage"]),
    ]);
}

/// Units of the lexicon with prefixes, and units made of two.
#[test]
fn measures() {
    check(&[
        ("He drove 90 km/h.", &["90 km/h = 90 kilometre per hour"]),
        ("It does 30 miles per gallon.", &["30 miles per gallon = 30 mile per gallon"]),
        ("Output was 3 million barrels per day.", &["3 million barrels per day = 3000000 barrel per day"]),
        ("The field is 5 kV/cm.", &["5 kV/cm = 5 kilovolt per centimetre"]),
        ("The lab runs 4,000 tests per day.", &["4,000 tests per day = 4000 test per day"]),
        ("The 2 GB file took 40 ms.", &["2 GB = 2 gigabyte", "40 ms = 40 millisecond"]),
        (
            "A 300 horsepower engine with 450 Nm of torque.",
            &["300 horsepower = 300 horsepower", "450 Nm = 450 newton metre"],
        ),
        ("She ran 100 m in 11 seconds.", &["100 m = 100 metre", "11 seconds = 11 second"]),
        ("The wall is 6 feet 2 inches high.", &["6 feet = 6 foot", "2 inches = 2 inch"]),
        ("He weighs 180 pounds.", &["180 pounds = 180 pound-mass"]),
        ("It needs 5 mg/kg.", &["5 mg/kg = 5 milligram per kilogram"]),
        ("The box measures 10 x 20 x 30 cm.", &["10 = 10 centimetre", "20 = 20 centimetre", "30 cm = 30 centimetre"]),
        (
            "The farm covers 40 sq km and the house 200 square metres.",
            &["40 sq km = 40 square kilometre", "200 square metres = 200 square metre"],
        ),
        ("They took 2 tonnes of rice.", &["2 tonnes = 2 metric ton"]),
    ]);
}

/// Degrees, and years of life.
#[test]
fn temperatures_and_ages() {
    check(&[
        ("Temperatures hit 35C and 95F.", &["35C = 35 celsius", "95F = 95 fahrenheit"]),
        (
            "It was 40 deg Celsius, or 104 degrees Fahrenheit.",
            &["40 deg Celsius = 40 celsius", "104 degrees Fahrenheit = 104 fahrenheit"],
        ),
        ("It's -5 degrees outside.", &["-5 degrees = -5 degree"]),
        (
            "She was five years old and he was 10 months old.",
            &["five years old = 5 year of age", "10 months old = 10 month of age"],
        ),
        ("He is aged 45.", &["45 = 45 year of age"]),
        ("Jane Porter, 61, retired.", &["61 = 61 year of age"]),
        ("Her son, who was 10, laughed.", &["10 = 10 year of age"]),
    ]);
}

/// Lengths of time, points and results.
#[test]
fn durations_and_sport() {
    check(&[
        ("They walked for two days and 3 hours.", &["two days = 2 day", "3 hours = 3 hour"]),
        ("A three-week strike ended.", &["three-week = 3 week"]),
        (
            "He scored 21 points, 10 rebounds and 5 assists.",
            &["21 points = 21 point", "10 rebounds = 10 rebound", "5 assists = 5 assist"],
        ),
        ("She averages 15.3 ppg.", &["15.3 ppg = 15.3 point per game"]),
        ("City won 3-1.", &["3 = 3 -", "1 = 1 -"]),
    ]);
}

/// The noun phrase behind a number: whole, and no further.
#[test]
fn counted_nouns() {
    check(&[
        ("The airline bought nine used A320neo airliners.", &["nine used A320neo airliners = 9 used a320neo airliner"]),
        ("The museum bought six display cases.", &["six display cases = 6 display case"]),
        ("There were 19 fouls.", &["19 fouls = 19 foul"]),
        ("Two 40-tonne trucks arrived.", &["Two 40-tonne trucks = 2 40-tonne truck", "40-tonne = 40 metric ton"]),
        ("They offer two gas-only engines.", &["two gas-only engines = 2 gas-only engine"]),
        ("The 11 wolves howled and four mice ran.", &["11 wolves = 11 wolf", "four mice = 4 mouse"]),
        ("It drew a pair of oxen.", &["a pair of oxen = 2 ox"]),
        ("Two or three men waited.", &["Two or three men = 2..3 man"]),
        ("Police found 12 stolen cars.", &["12 stolen cars = 12 stolen car"]),
        ("They hired 35 teachers and 12 more.", &["35 teachers = 35 teacher", "12 more = 12 teacher"]),
        ("Twelve women ran.", &["Twelve women = 12 woman"]),
        ("They planted 1,200 fruit trees last spring.", &["1,200 fruit trees = 1200 fruit tree"]),
        ("The firm has 600 people.", &["600 people = 600 people"]),
        ("It has 40 rooms and opened in 1990.", &["40 rooms = 40 room"]),
        ("They found 14 cracks, of which 5 were deep.", &["14 cracks = 14 crack", "5 = 5 crack"]),
        ("There were 27 deaths per 100,000 people.", &["27 deaths per 100,000 people = 27 death per 100,000 people"]),
        ("He cut 12 of the 40 trees.", &["12 = 12 tree down", "40 trees = 40 tree"]),
        ("Eight of them swam.", &["Eight = 8 -"]),
        ("They sold 300 and kept 12.", &["300 = 300 -", "12 = 12 -"]),
        (
            "It lost 2,380,000 yen ($21,972) and won 500,000 ($4,600).",
            &[
                "2,380,000 yen = 2380000 japanese yen down",
                "$21,972 = 21972 dollar down",
                "500,000 = 500000 japanese yen",
                "$4,600 = 4600 dollar",
            ],
        ),
        ("Water boils at 100 °C and lead melts at 621.5 °F.", &["100 °C = 100 celsius", "621.5 °F = 621.5 fahrenheit"]),
        ("The road is 10 km. long and 4 lanes wide.", &["10 km = 10 kilometre", "4 lanes = 4 lane"]),
    ]);
}

/// Letters that are units only right behind figures, with nothing behind them that could be counted.
#[test]
fn letters_measure_behind_figures() {
    check(&[
        ("The plug has a fuse of 13 A.", &["13 A = 13 ampere"]),
        ("A 20 A breaker kept tripping.", &["20 A = 20 ampere"]),
        ("It takes a pull of 40 N to open the lid.", &["40 N = 40 newton"]),
        ("The scan was done at 3 T.", &["3 T = 3 tesla"]),
        ("The wagon weighs 12 T.", &["12 T = 12 metric ton"]),
        ("She has run the kiosk for 14 a and will stay.", &["14 a = 14 year"]),
        ("The trip takes 4 d by barge.", &["4 d = 4 day"]),
        ("The light stays red for 75 s.", &["75 s = 75 second"]),
        ("The bond runs 30 y.", &["30 y = 30 year"]),
        ("A 50 MP lens was fitted.", &["50 MP = 50 megapixel"]),
        ("The ice stays at 120 K.", &["120 K = 120 kelvin"]),
        ("It lasted 1h 12m 40s.", &["1h = 1 hour", "12m = 12 minute", "40s = 40 second"]),
        ("He swam it in 52s.", &["52s = 52 second"]),
        ("It sells 50 a day.", &["50 = 50 -"]),
        ("Group 4 A won.", &["4 = 4 -"]),
        ("He lives at 16 A Tanner Street.", &[]),
        ("Two MP walked out.", &["Two MP = 2 mp"]),
        ("They flew 747s in the 80s.", &[]),
        ("He is in his 40s.", &[]),
    ]);
}
