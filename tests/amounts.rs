//! Amounts of more than one figure, and which way figures moved.

mod notation;

use notation::check;

/// One amount of money in notes and coins; what only stands beside it is another.
#[test]
fn notes_and_coins() {
    check(&[
        ("The ticket came to two dollars and fifty cents.", &["two dollars and fifty cents = 2.5 dollar"]),
        ("A pint costs £4 and 20 pence there.", &["£4 and 20 pence = 4.2 pound sterling"]),
        ("He still owes $5 and 25 cents.", &["$5 and 25 cents = 5.25 dollar"]),
        ("Ten euros fifty cents bought a bowl.", &["Ten euros fifty cents = 10.5 euro"]),
        ("She had 40 dollars, 50 cents less than him.", &["40 dollars = 40 dollar", "50 cents = 50 cent"]),
        ("The fine is 5 pounds and 2 euros.", &["5 pounds = 5 pound sterling", "2 euros = 2 euro"]),
        ("It rose from 80 cents to 2 dollars.", &["80 cents = 80 cent", "2 dollars = 2 dollar"]),
    ]);
}

/// Ranges that begin below zero.
#[test]
fn ranges_below_zero() {
    check(&[
        ("Nights of -10 to 5 degrees Celsius are likely.", &["-10 to 5 degrees Celsius = -10..5 celsius"]),
        ("It stays between -4 and 3 °C in the cellar.", &["between -4 and 3 °C = -4..3 celsius"]),
        ("The forecast is for growth of -1.5 to 0.5 percent.", &["-1.5 to 0.5 percent = -1.5..0.5 percentage"]),
        ("He scored -3 and 5 in the two rounds.", &["-3 = -3 -", "5 = 5 -", "two rounds = 2 round"]),
    ]);
}

/// The level behind a change in points; a rate behind a bracket.
#[test]
fn levels_and_rates() {
    check(&[
        ("The index rose 12 points to 5,431.", &["12 points = 12 point up", "5,431 = 5431 point"]),
        (
            "The Nikkei lost 88.5 points, or 0.2%, to end at 38,120.4.",
            &["88.5 points = 88.5 point down", "0.2% = 0.2 percentage down", "38,120.4 = 38120.4 point"],
        ),
        (
            "The duty brings in nine million shekels ($2.4 million) a year.",
            &["nine million shekels = 9000000 shekel per year", "$2.4 million = 2400000 dollar"],
        ),
        ("A new rate of $218.31 per 100 sheep was set.", &["$218.31 per 100 sheep = 218.31 dollar per 100 sheep"]),
        ("It cost $1 billion-a-year.", &["$1 billion-a-year = 1000000000 dollar per year"]),
        ("Eggs went for $3.10 a dozen.", &["$3.10 a dozen = 3.1 dollar per dozen"]),
    ]);
}

/// Words of change.
#[test]
fn changes() {
    check(&[
        ("Losses narrowed by 40 per cent.", &["40 per cent = 40 percentage down"]),
        ("Output shrank at an annual rate of 0.6%.", &["0.6% = 0.6 percentage down"]),
        ("Rents have gone up by an average of $120 a month.", &["$120 a month = 120 dollar per month up"]),
        ("The shares are off 3 percent.", &["3 percent = 3 percentage down"]),
        ("The islet lies 30 miles off the coast.", &["30 miles = 30 mile"]),
        ("The wool indicator dropped off 6 per cent.", &["6 per cent = 6 percentage down"]),
        ("Prices were 14 per cent lower in May.", &["14 per cent = 14 percentage down"]),
        ("It ended 2.5 percent lower.", &["2.5 percent = 2.5 percentage down"]),
        ("The team got 5 percent lower prices.", &["5 percent = 5 percentage down"]),
        ("April was two degrees warmer than usual.", &["two degrees = 2 degree up"]),
        ("The stock rose as high as $45.", &["as high as $45 = <=45 dollar"]),
        ("The stock fell as much as 3 percent.", &["as much as 3 percent = <=3 percentage down"]),
        ("It was a six-week double blind trial.", &["six-week = 6 week"]),
        ("Contracts worth $750 million a year lapsed.", &["$750 million a year = 750000000 dollar per year"]),
        ("The mill cut 300 jobs.", &["300 jobs = 300 job down"]),
        ("Roads make up 60% of the town.", &["60% = 60 percentage"]),
        (
            "It made a profit of $27 million up nearly 60 per cent.",
            &["$27 million = 27000000 dollar", "nearly 60 per cent = ~60 percentage up"],
        ),
        ("Oil retreated toward $44.", &["$44 = 44 dollar"]),
        ("Stocks are forecast to be down 1.5 million bales.", &["1.5 million bales = 1500000 bale down"]),
        ("The shop sold 5,200 cars, down 300 from May.", &["5,200 cars = 5200 car", "300 = 300 car down"]),
        ("They walked up two hills.", &["two hills = 2 hill"]),
    ]);
}

/// Bounds that are none.
#[test]
fn spans() {
    check(&[
        ("Pay went up 9 percent over two years.", &["9 percent = 9 percentage up", "two years = 2 year"]),
        ("He ran 53.8 seconds over 400 metres.", &["53.8 seconds = 53.8 second", "400 metres = 400 metre"]),
        ("It took over two years.", &["over two years = >2 year"]),
        (
            "The ward took in 22 bodies and more than 70 wounded men.",
            &["22 bodies = 22 body", "more than 70 wounded men = >70 wounded man"],
        ),
        ("They sent 15,000 men and up to 90 tanks.", &["15,000 men = 15000 man", "up to 90 tanks = <=90 tank"]),
        ("Each drinks two litres and more.", &["two litres and more = >=2 litre"]),
        ("The jug is 300 years old, give or take 40.", &["300 years old = 300 year of age", "40 = 40 -"]),
    ]);
}

/// An "m" is a million where money is told, a "k" a thousand where nothing else is.
#[test]
fn millions_told_as_money() {
    check(&[
        ("The mill made a profit of 8 m last year.", &["8 m = 8000000 -"]),
        ("The bridge cost 12 m.", &["12 m = 12000000 -"]),
        ("The kiosk raised 3m from its users.", &["3m = 3000000 -"]),
        ("It sold for 15 k euros.", &["15 k euros = 15000 euro"]),
        ("She earns 52 k a year.", &["52 k = 52000 -"]),
        ("They put in 4 m dollars.", &["4 m dollars = 4000000 dollar"]),
        ("A $1.4bn port is planned.", &["$1.4bn = 1400000000 dollar"]),
        ("A $2m pier is too dear.", &["$2m = 2000000 dollar"]),
        (
            "Claims may reach A$2 billion to A$3 billion.",
            &["A$2 billion to A$3 billion = 2000000000..3000000000 australian dollar"],
        ),
        ("It costs €10-15 or £20-25 each.", &["€10-15 = 10..15 euro", "£20-25 = 20..25 pound sterling"]),
        (
            "They lent 2.5m Swiss francs from a 3m-euro fund.",
            &["2.5m Swiss francs = 2500000 swiss franc", "3m-euro = 3000000 euro"],
        ),
        ("The deal may cost $3m-4m.", &["$3m-4m = 3000000..4000000 dollar"]),
        ("He paid £25 to 300 people.", &["£25 = 25 pound sterling", "300 people = 300 people"]),
        ("She needs 300 at least and five at most.", &["300 at least = >=300 -", "five at most = <=5 -"]),
        ("They hurt 12 people, at least three women.", &["12 people = 12 people", "at least three women = >=3 woman"]),
        ("It has 300 minimum wage jobs.", &["300 minimum wage jobs = 300 minimum wage job"]),
        ("It is worth €1.5 b.", &["€1.5 b = 1500000000 euro"]),
        ("The wall is 8 m from the road.", &["8 m = 8 metre"]),
        ("They sold 12 m of rope.", &["12 m = 12 metre"]),
        ("It fell to the ten-pound note.", &["ten-pound = 10 pound sterling"]),
        ("The bill is 20 euros per annum.", &["20 euros per annum = 20 euro per year"]),
        ("A 12-cents-a-share payout was cut.", &["12-cents-a-share = 12 cent per share"]),
        ("The rent is 30 percent of 900.", &["30 percent = 30 percentage", "900 = 900 -"]),
    ]);
}

/// What is lost or gained is a change, but neither a result nor what differs from another.
#[test]
fn no_change_is_told() {
    check(&[
        ("The Otters lost 3-1.", &["3 = 3 -", "1 = 1 -"]),
        ("The larger one costs $40 more.", &["$40 = 40 dollar"]),
        ("The toll fell by nine, the river thinned by 4 metres.", &["nine = 9 - down", "4 metres = 4 metre down"]),
        ("Rents jumped a bigger-than-feared 7 percent.", &["7 percent = 7 percentage up"]),
        ("Fares are up an average of 4 percent.", &["4 percent = 4 percentage up"]),
        ("The bank lifted U.S. rates; it raised U.S. bond yields by 2 percent.", &["2 percent = 2 percentage up"]),
        (
            "She gave four runs on nine hits over six innings.",
            &["four runs = 4 run", "nine hits = 9 hit", "six innings = 6 inning"],
        ),
        ("He stayed over six innings.", &["over six innings = >6 inning"]),
        ("He carded an eight-under 64.", &["eight = 8 -", "64 = 64 -"]),
    ]);
}
