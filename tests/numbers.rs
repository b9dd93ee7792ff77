//! Numerals: what is one, what it is worth, and what only looks like one.

mod notation;

use headcount::Tagger;
use notation::check;
use proptest::prelude::*;

/// Digits, words, fractions, multipliers.
#[test]
fn forms() {
    check(&[
        (
            "The council counted 1,234,567 ballots in 48 hours.",
            &["1,234,567 ballots = 1234567 ballot", "48 hours = 48 hour"],
        ),
        ("The census found 1 234 567 wells.", &["1 234 567 wells = 1234567 well"]),
        ("The archive holds 1.234.567 letters.", &["1.234.567 letters = 1234567 letter"]),
        (
            "Farmers owe 12,34,567 rupees on 3.5 lakh plots.",
            &["12,34,567 rupees = 1234567 rupee", "3.5 lakh plots = 350000 plot"],
        ),
        ("The state set aside 2 crore rupees.", &["2 crore rupees = 20000000 indian rupee"]),
        ("He paid .5 percent interest.", &[".5 percent = 0.5 percentage"]),
        ("Turnout was 61.75 percent.", &["61.75 percent = 61.75 percentage"]),
        ("It fell to −12.5 degrees Celsius overnight.", &["−12.5 degrees Celsius = -12.5 celsius"]),
        ("The gauge read minus 7 degrees.", &["minus 7 degrees = -7 degree"]),
        ("The well held 1.5e6 litres.", &["1.5e6 litres = 1500000 litre"]),
        ("Three quarters of the roof is gone.", &["Three quarters = 0.75 -"]),
        ("Only 3/4 of the seats were sold.", &["3/4 = 0.75 -"]),
        ("Pour in 1 3/4 cups of water.", &["1 3/4 cups = 1.75 cup"]),
        ("She walked 5½ miles.", &["5½ miles = 5.5 mile"]),
        ("The trip took two and a half hours.", &["two and a half hours = 2.5 hour"]),
        ("It cleared half a million files.", &["half a million files = 500000 file"]),
        ("Two-thirds of the orchard burned.", &["Two-thirds = 0.6667 -"]),
        ("A third of the wheat was lost.", &["A third = 0.3333 -"]),
        ("One in ten trees survived.", &["One in ten = 0.1 -"]),
        ("Six out of ten shops are shut.", &["Six out of ten = 0.6 -"]),
        ("The chain has 4k shops and 5m users.", &["4k shops = 4000 shop", "5m users = 5000000 user"]),
        ("Sales reached $7.2bn and debts €3tr.", &["$7.2bn = 7200000000 dollar", "€3tr = 3000000000000 euro"]),
        ("Another 3 dozen crates came.", &["3 dozen crates = 36 crate"]),
        (
            "Two thousand four hundred and seventeen ballots were void.",
            &["Two thousand four hundred and seventeen ballots = 2417 ballot"],
        ),
        ("Twenty-eight barges sank.", &["Twenty-eight barges = 28 barge"]),
        ("A dozen eggs and a hundred loaves were sold.", &["A dozen eggs = 12 egg", "a hundred loaves = 100 loaf"]),
        ("One and a half million homes lost power.", &["One and a half million homes = 1500000 home"]),
        ("Some hundred thousand birds came.", &["Some hundred thousand birds = ~100000 bird"]),
        ("The plant makes a hundred and twenty engines.", &["a hundred and twenty engines = 120 engine"]),
        ("The ship carried ٣٤ lorries.", &["٣٤ lorries = 34 lorry"]),
        (
            "A 27-year-old sailor and a two-month-old puppy were on board.",
            &["27-year-old = 27 year of age", "two-month-old = 2 month of age"],
        ),
        ("The five-member panel met.", &["five-member = 5 member"]),
        ("It is a sub-500 gram drone.", &["sub-500 gram = <500 gram"]),
        ("The cup is worth £1.5m-£2m.", &["£1.5m-£2m = 1500000..2000000 pound sterling"]),
        (
            "It sold for AUD1.5m, not RM3,000 or $US40.",
            &["AUD1.5m = 1500000 australian dollar", "RM3,000 = 3000 malaysian ringgit", "$US40 = 40 dollar"],
        ),
        ("Henry VIII and Rocky IV were on.", &[]),
    ]);
}

/// Two figures that are one range, and words that say how a figure is meant.
#[test]
fn ranges_and_bounds() {
    check(&[
        ("Prices of 10 to 15 euros were seen.", &["10 to 15 euros = 10..15 euro"]),
        ("Prices of 10-15 euros were seen.", &["10-15 euros = 10..15 euro"]),
        ("Between 30 and 40 boats left.", &["Between 30 and 40 boats = 30..40 boat"]),
        ("The fee runs from $250 to $900.", &["$250 to $900 = 250..900 dollar"]),
        ("They plan to spend $4-5 billion.", &["$4-5 billion = 4000000000..5000000000 dollar"]),
        ("Interest of 3.5%-4% is paid.", &["3.5%-4% = 3.5..4 percentage"]),
        ("It does 0 to 60 mph in 4 seconds.", &["0 to 60 mph = 0..60 mile per hour", "4 seconds = 4 second"]),
        ("Mileage rose from 31 miles per gallon to 38.", &["31 miles per gallon to 38 = 31..38 mile per gallon"]),
        ("Weight went from 180 pounds to 165.", &["180 pounds to 165 = 165..180 pound-mass"]),
        ("It cost 11 per cent to 13 per cent more.", &["11 per cent to 13 per cent = 11..13 percentage"]),
        ("It takes 8 or 9 days.", &["8 or 9 days = 8..9 day"]),
        ("Five to six masons worked there.", &["Five to six masons = 5..6 mason"]),
        ("More than 300 tents stood there.", &["More than 300 tents = >300 tent"]),
        ("Over 20 lorries queued.", &["Over 20 lorries = >20 lorry"]),
        ("At least 7 kites flew.", &["At least 7 kites = >=7 kite"]),
        ("No fewer than 9 vans came.", &["No fewer than 9 vans = >=9 van"]),
        ("Up to 40 carts were sold.", &["Up to 40 carts = <=40 cart"]),
        ("As many as 12 trams stopped.", &["As many as 12 trams = <=12 tram"]),
        ("Under 5 boats sailed.", &["Under 5 boats = <5 boat"]),
        ("Nearly 300 shops shut.", &["Nearly 300 shops = ~300 shop"]),
        ("Around 70 pubs opened.", &["Around 70 pubs = ~70 pub"]),
        ("Some 300 cafes closed.", &["Some 300 cafes = ~300 cafe"]),
        ("It was just shy of 500 tonnes.", &["just shy of 500 tonnes = <500 metric ton"]),
        ("The book has 300-odd pages.", &["300-odd pages = ~300 page"]),
        ("He keeps 12 or so goats.", &["12 or so goats = ~12 goat"]),
        ("He waited 5-plus years.", &["5-plus years = >=5 year"]),
        ("Just 14 pupils passed.", &["14 pupils = 14 pupil"]),
        ("A total of 31 wells ran dry.", &["31 wells = 31 well"]),
        ("Children under the age of 5 eat free.", &["under the age of 5 = <5 year of age"]),
        ("Dozens of goats strayed.", &["Dozens of goats = ?24..99 goat"]),
        ("Tens of thousands of fans cheered.", &["Tens of thousands of fans = ?20000..99999 fan"]),
        ("Several hundred nurses marched.", &["Several hundred nurses = ?300..900 nurse"]),
        ("Hundreds of thousands of bees died.", &["Hundreds of thousands of bees = ?200000..999999 bee"]),
        ("Scores of kites flew.", &["Scores of kites = ?40..99 kite"]),
        ("A few ducks swam by.", &["A few ducks = ?3..5 duck"]),
        ("A couple of geese followed.", &["A couple of geese = 2 goose"]),
        ("A handful of swans stayed.", &["A handful of swans = ?3..9 swan"]),
        (
            "The engine makes just over 300 hp (224 kW).",
            &["just over 300 hp = >300 horsepower", "224 kW = >224 kilowatt"],
        ),
    ]);
}

/// Which way a figure moved: told by verbs and particles, never by nouns.
#[test]
fn trends() {
    check(&[
        ("The index rose 0.4 per cent to 18,204.55.", &["0.4 per cent = 0.4 percentage up", "18,204.55 = 18204.55 -"]),
        ("Sales were down 2.1%.", &["2.1% = 2.1 percentage down"]),
        ("Costs fell by 300 euros.", &["300 euros = 300 euro down"]),
        ("The bank cut its staff costs by 12 percent.", &["12 percent = 12 percentage down"]),
        ("The party gained 12 seats.", &["12 seats = 12 seat up"]),
        ("The fund lost 162 points, or 2.1%.", &["162 points = 162 point down", "2.1% = 2.1 percentage down"]),
        ("The forecast was revised upward by $40 million.", &["$40 million = 40000000 dollar up"]),
        ("Rents are 3% higher.", &["3% = 3 percentage up"]),
        ("They saw a cut of 300 jobs.", &["300 jobs = 300 job"]),
        ("A 75 percent increase was reported.", &["75 percent = 75 percentage"]),
        (
            "Revenue rose to $7.4 billion from $6.8 billion.",
            &["$7.4 billion = 7400000000 dollar", "$6.8 billion = 6800000000 dollar"],
        ),
        ("The start-up raised $40 million.", &["$40 million = 40000000 dollar"]),
        ("The pilot picked up 3 bags.", &["3 bags = 3 bag"]),
        ("Add 3 eggs.", &["3 eggs = 3 egg"]),
    ]);
}

/// Dates, ordinals, names, addresses, marks.
#[test]
fn no_quantity() {
    check(&[
        ("In 1987 the club moved, and on 4 May 1990 it closed at 10.30 a.m.", &[]),
        ("The 1990s were good; so was the '60s sound.", &[]),
        ("He came 2nd in the 21st race.", &[]),
        ("The third man waited in Room 14.", &[]),
        ("Flight MH17 and Route 66 are known.", &[]),
        ("Article 5 and Resolution 2401 were read.", &[]),
        ("The T-72 and the A320neo were shown.", &[]),
        ("COVID-19 closed the G20 talks.", &[]),
        ("The S&P 500 and the Fortune 500 differ.", &[]),
        ("The shop is open 24/7.", &[]),
        ("She bought a Galaxy S24 and a Boeing 737.", &[]),
        ("He drove the 2019 Corolla home.", &[]),
        ("The 787 Dreamliner landed.", &[]),
        ("A phase 3 trial began.", &[]),
        ("They heard Twenty One Pilots play.", &[]),
        ("Channel 4 and Radio 4 showed it.", &[]),
        ("Call +1 202 555 0147 now.", &[]),
        ("She lives at 12 Baker Street.", &[]),
        ("1. Wash the rice.", &[]),
        ("Run version 2.1.3 now.", &[]),
        ("See #10 and @team7.", &[]),
        ("No one came, and each one knew.", &[]),
        ("She came second and he third.", &[]),
        ("He ran the 4x100m relay.", &[]),
        ("They left with 4:39 to play.", &[]),
        ("The ratio was 3:1.", &[]),
        ("Article 9 was read aloud.", &[]),
        ("Windows 11 came out.", &[]),
        ("The 2003 final was long.", &[]),
        ("He lost the 2018 Riverside Cup.", &[]),
        ("Fig. 4 shows it.", &[]),
        ("The PS5 and the PS4 are sold out.", &[]),
        ("The RS6 came second.", &[]),
        ("Turn to channel 9 at 5 in the morning.", &[]),
        ("The 76ers beat the 49ers.", &[]),
        ("Radio 2PH and 3AW told of a 7E7.", &[]),
        ("The 3D film is on.", &[]),
        ("He came twenty-first.", &[]),
        ("It is her hundred and fifth birthday.", &[]),
        ("The two hundredth anniversary was kept.", &[]),
        ("She ate a third apple.", &[]),
        ("The final score was close.", &[]),
        ("At one point he slept.", &[]),
        ("He made the point one day.", &[]),
        ("The one-off sale and the one-way street.", &[]),
        ("They came one by one, from one place to another.", &[]),
        ("To be one with nature is hard.", &[]),
        ("He is never one to boast.", &[]),
        ("No-one saw him.", &[]),
        ("The rest saw one from afar.", &[]),
        ("His 401(k) shrank.", &[]),
        ("The 04-05 team was good.", &[]),
        ("It is so in note [12].", &[]),
        ("In the summer of '69 he left.", &[]),
        ("Carbon-14 and omega-3 were found.", &[]),
        ("In the years leading up to 2005 it grew.", &[]),
        ("The Fortune 500 list and FTSE 100 firms were shown.", &[]),
        ("The years 2004, 2005 and 2006 were dry after a wet start to 2003.", &[]),
        ("In the 2007 financial year it grew.", &[]),
        ("It starts at 0700.", &[]),
        ("Children over the fence shouted.", &[]),
        ("The house at Age Street is old.", &[]),
        ("The SA-22 and the A320neo met at the G20.", &[]),
        ("COVID-19 hit the Galaxy S24 factory on Route 66.", &[]),
        ("Passengers left Gate 14 for Platform 3.", &[]),
        ("Article 5 and Resolution 2401 were cited.", &[]),
        ("Flight MH17 crashed.", &[]),
        ("The 9/11 attacks hit Fortune 500 firms and the S&P 500.", &[]),
        ("Call 020 7946 0958 or +1 202 555 0147.", &[]),
        ("He lives at 12 Harbour Street.", &[]),
        ("See note [3] and version 2.4.1.", &[]),
        ("The page is at example.com/2024/5 by @team7 #10.", &[]),
        ("No one said a word and everyone saw one.", &[]),
        ("He was second in the 9th round.", &[]),
        ("He waited a second.", &[]),
        ("King Henry VIII and Louis XIV were kings.", &[]),
        ("World War II began in 1939.", &[]),
        ("The 1990s were loud.", &[]),
        ("He wore No. 7 and lived on the 3rd floor.", &[]),
        ("The study used carbon-14 and omega-3 oils.", &[]),
    ]);
}

/// Words and signs of which numbers are made, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "600",
        "1,234",
        "4.5",
        ".5",
        "½",
        "3/4",
        "1e9",
        "٣",
        "two",
        "hundred",
        "million",
        "dozen",
        "half",
        "a",
        "of",
        "and",
        "to",
        "or",
        "-",
        "–",
        "−",
        "$",
        "€",
        "US$",
        "%",
        "per",
        "cent",
        "km",
        "/",
        "h",
        "°",
        "C",
        "m",
        "bn",
        "x",
        "between",
        "from",
        "about",
        "more",
        "than",
        "up",
        "years",
        "old",
        "people",
        "trucks",
        "were",
        "killed",
        "in",
        "ten",
        "out",
        "(",
        ")",
        ":",
        ",",
        ".",
        "No.",
        "Room",
        "fell",
        "by",
        "several",
        "thousands",
        "one",
        "the",
        "no",
        "\n",
        "RM5",
        "10^6",
        "\u{a0}",
        "'s",
    ]);
    let joint = prop::sample::select(vec![" ", "", "  "]);
    prop::collection::vec((piece, joint), 0..24).prop_map(|all| all.into_iter().flat_map(|(a, b)| [a, b]).collect())
}

/// What holds of every answer, whatever the text.
fn sound(tagger: &Tagger, text: &str) {
    let document = tagger.tag(text);
    let mut last = 0;
    for quantity in &document.quantities {
        assert_eq!(&text[quantity.start..quantity.end], quantity.text, "{text:?}");
        if let (Some(min), Some(max)) = (quantity.min, quantity.max) {
            assert!(min <= max, "{text:?}: {quantity:?}");
        }
        let Some(number) = &quantity.number else { continue };
        assert_eq!(&text[number.start..number.end], number.text, "{text:?}");
        assert!(number.start >= last, "{text:?}: numbers ascend and do not overlap");
        assert!(quantity.start <= number.start && number.end <= quantity.end, "{text:?}: {quantity:?}");
        last = number.end;
    }
}

#[test]
fn any_text_is_read_soundly() {
    let tagger = Tagger::bundled();
    let config = ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(text in pieces())| sound(&tagger, &text));
    let config = ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(text in "\\PC{0,80}")| sound(&tagger, &text));
}
