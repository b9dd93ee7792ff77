//! Numbers, units and nouns as they are said and written: what is read, and what only looks alike.

mod notation;

use notation::check;

/// Numerals in words that go on: scales on scales, parts of scales, coins that are not named.
#[test]
fn long_numerals() {
    check(&[
        (
            "The cloud holds a hundred thousand million stars.",
            &["a hundred thousand million stars = 100000000000 star"],
        ),
        ("They printed a thousand million notes.", &["a thousand million notes = 1000000000 note"]),
        ("One and a quarter million tins were recalled.", &["One and a quarter million tins = 1250000 tin"]),
        ("Two and three quarter million bees were moved.", &["Two and three quarter million bees = 2750000 bee"]),
        ("A couple dozen goats broke loose.", &["A couple dozen goats = 24 goat"]),
        ("She paid two dollars fifty for tea.", &["two dollars fifty = 2.5 dollar"]),
        ("He owes five pounds ten.", &["five pounds ten = 5.1 pound sterling"]),
        ("He paid two dollars, fifty times.", &["two dollars = 2 dollar", "fifty times = 50 time"]),
        ("The code adds up to nine thousand and sixty.", &["nine thousand and sixty = 9060 -"]),
        ("Up to nine thousand fans came.", &["Up to nine thousand fans = <=9000 fan"]),
    ]);
}

/// A third more, a further quarter: parts that change a figure.
#[test]
fn parts_of_change() {
    check(&[
        ("The farm sold a third more.", &["a third more = 0.3333 - up"]),
        ("A third of the farm was sold.", &["A third = 0.3333 -"]),
        ("Profit fell by a third to €2.1 billion.", &["a third = 0.3333 - down", "€2.1 billion = 2100000000 euro"]),
        ("The bank cut its rate by a further quarter point.", &["quarter point = 0.25 point down"]),
        (
            "The index slid by another half a percentage point.",
            &["half a percentage point = 0.5 percentage point down"],
        ),
        ("The pound rose 0.3 per cent.", &["0.3 per cent = 0.3 percentage up"]),
        ("The surge could reach 3 to 4 feet.", &["3 to 4 feet = 3..4 foot"]),
        ("The plan cut the use of salt in tinned food by 40 per cent.", &["40 per cent = 40 percentage down"]),
        ("The lake is 3 metres lower over the pit.", &["3 metres = 3 metre down"]),
        ("They hope to climb the 2,400m peak.", &["2,400m = 2400 metre"]),
        ("They hope to lower Peru's $5 million debt.", &["$5 million = 5000000 dollar"]),
    ]);
}

/// What goes on over a time is no bound; what takes longer is.
#[test]
fn over_a_time() {
    check(&[
        ("The study followed 212 twins over three decades.", &["212 twins = 212 twin", "three decades = 3 decade"]),
        ("They pledged $600 billion over five years.", &["$600 billion = 600000000000 dollar", "five years = 5 year"]),
        ("The climb took over three hours.", &["over three hours = >3 hour"]),
        ("The vote ends over 150 years of private ownership.", &["over 150 years = >150 year"]),
        ("The hunt took place over five weeks.", &["over five weeks = >5 week"]),
        ("Sales topped 60 million.", &["topped 60 million = >60000000 -"]),
        ("Debts exceeded £5m.", &["exceeded £5m = >5000000 pound sterling"]),
        ("The bill came to $1.6m plus costs.", &["$1.6m = 1600000 dollar"]),
        ("He stayed three months plus a week.", &["three months = 3 month"]),
        ("The hall seats 500 plus.", &["500 plus = >=500 -"]),
        ("The margin is plus or minus 3 points.", &["plus or minus 3 points = ~3 point"]),
    ]);
}

/// Figures of a result behind the names of those who played, and strokes.
#[test]
fn results() {
    check(&[
        ("Hawks 27, Rovers 24.", &["27 = 27 -", "24 = 24 -"]),
        ("Hawks 27 Rovers 24.", &["27 = 27 -", "24 = 24 -"]),
        ("They pulled off a 27-to-24 win.", &["27 = 27 -", "24 = 24 -"]),
        ("They won the match 7-6.", &["7 = 7 -", "6 = 6 -"]),
        ("She shot a 67 on Sunday.", &["67 = 67 -"]),
        ("He leads after a four-under-par 65.", &["four = 4 -", "65 = 65 -"]),
        ("He has a two-shot lead.", &["two-shot = 2 shot"]),
        ("Banda scores 20 points.", &["20 points = 20 point"]),
        ("Scores of fans wept.", &["Scores of fans = ?40..99 fan"]),
    ]);
}

/// Labels: a noun that nothing determines, before digits.
#[test]
fn labels() {
    check(&[
        ("Car 44 and car 16 were close.", &[]),
        ("The reactor, unit 2 at the plant, is shut.", &[]),
        ("In week 3 the strike spread.", &[]),
        ("In the third week 300 had died.", &["300 = 300 person"]),
        ("On the bus 12 women sang.", &["12 women = 12 woman"]),
        ("On stage 12 dancers waited.", &["12 dancers = 12 dancer"]),
        ("Call 555-0134 now.", &[]),
        ("It cooled to near absolute zero.", &[]),
        ("Ground zero was cleared.", &[]),
        ("The firm sold thirty-three 737 MAX jets.", &["thirty-three 737 MAX jets = 33 737 MAX jet"]),
        ("A magnitude 6.4 tremor struck.", &["6.4 tremor = 6.4 tremor"]),
    ]);
}

/// Years that describe what comes behind them, and counts that look like years.
#[test]
fn years_by_place() {
    check(&[
        ("They studied the 1918 virus.", &[]),
        ("A 1999 estimate was lower.", &[]),
        ("Its 2004 results were poor.", &[]),
        ("London unveiled its 2012 bid plans.", &[]),
        ("Sales in 2004, 2005 and 2006 were flat.", &[]),
        ("The rates of 2007 and 2008 were higher.", &[]),
        ("1979: the mine opens.", &[]),
        ("London burned in the Great Fire of 1666.", &[]),
        ("He won a prize of 1666.", &["1666 = 1666 -"]),
        ("They killed 1975 people.", &["1975 people = 1975 people"]),
        ("Some 1985 homes were lost.", &["Some 1985 homes = ~1985 home"]),
        ("The ice is 1981 metres thick.", &["1981 metres = 1981 metre"]),
    ]);
}

/// Ages that no word of age tells.
#[test]
fn ages_of_people() {
    check(&[
        ("The striker, 24, has signed.", &["24 = 24 year of age"]),
        ("The minister, 58, took office.", &["58 = 58 year of age"]),
        ("It is for anyone under 18.", &["under 18 = <18 year of age"]),
        ("Nobody under 21 may enter.", &["under 21 = <21 year of age"]),
        ("Those over 65 pay less.", &["over 65 = >65 year of age"]),
        ("The striker scored 24, a record.", &["24 = 24 -"]),
    ]);
}

/// Noun phrases through letters, names and a second modifier.
#[test]
fn through_names() {
    check(&[
        ("Four mainstream IT firms merged.", &["Four mainstream IT firms = 4 mainstream IT firm"]),
        ("Two key US retailers agreed.", &["Two key US retailers = 2 key US retailer"]),
        (
            "They showed 14 new imaging and printing products.",
            &["14 new imaging and printing products = 14 new imaging and printing product"],
        ),
        ("Two live cloned pups were born.", &["Two live cloned pups = 2 live cloned pup"]),
        ("There is only one fossil known.", &["one fossil = 1 fossil"]),
        ("Each of the 32 teams plays three games.", &["32 teams = 32 team", "three games = 3 game"]),
        ("Only a handful of the 800 seats were empty.", &["Only a handful = ?3..9 seat", "800 seats = 800 seat"]),
        ("The line ordered 30 Airbus A350s.", &["30 Airbus A350s = 30 airbus a350"]),
        (
            "They tried doses of 7.5 micrograms and two of 15 micrograms.",
            &["7.5 micrograms = 7.5 microgram", "two = 2 -", "15 micrograms = 15 microgram"],
        ),
        ("The grave of two World War I pilots was found.", &["two World War I pilots = 2 world war i pilot"]),
        ("It was one of the valley's oldest sailing contests.", &["one = 1 oldest sailing contest"]),
    ]);
}

/// Symbols and units by what stands around them.
#[test]
fn symbols() {
    check(&[
        ("Fit a 10 kΩ resistor.", &["10 kΩ = 10 kiloohm"]),
        ("Use 47 µF and 100 pF.", &["47 µF = 47 microfarad", "100 pF = 100 picofarad"]),
        ("It was 45º in the shade.", &["45º = 45 degree"]),
        ("It reads 25 nanomols per litre.", &["25 nanomols per litre = 25 nanomole per litre"]),
        ("The ship is 300m long.", &["300m = 300 metre"]),
        ("The site has 5m new users.", &["5m new users = 5000000 new user"]),
        ("He weighs 14st 6lb.", &["14st = 14 stone", "6lb = 6 pound-mass"]),
        ("It was the 21st stop.", &[]),
        ("It took 2h 30m.", &["2h = 2 hour", "30m = 30 minute"]),
        ("They back the 'two and five' plan.", &["two = 2 -", "five = 5 -"]),
        ("He is 6' tall.", &["6' = 6 foot"]),
        ("Crude rose above $47 US a barrel.", &["above $47 US a barrel = >47 dollar per barrel"]),
        ("Thefts went from 14 in 1,000 to 16.", &["14 in 1,000 = 0.014 -", "16 = 16 -"]),
        ("It will be -3 to 4 degrees.", &["-3 to 4 degrees = -3..4 degree"]),
    ]);
}
