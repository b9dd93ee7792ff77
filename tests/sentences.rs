//! Sentences of the news, a form of number or of what stands beside it in each.

mod notation;

use notation::check;

/// Bounds, ranges, trends, units and counted nouns in plain sentences.
#[test]
fn sentences() {
    check(&[
        ("The index rose 0.4 per cent to 18,204.55.", &["0.4 per cent = 0.4 percentage up", "18,204.55 = 18204.55 -"]),
        ("Sales were down 2.1% at the firm.", &["2.1% = 2.1 percentage down"]),
        ("Unemployment fell by 300 to 5,200.", &["300 = 300 - down", "5,200 = 5200 -"]),
        ("Shares gained 12 points.", &["12 points = 12 point up"]),
        ("Rates went from 2 to 2.25 per cent.", &["2 to 2.25 per cent = 2..2.25 percentage"]),
        ("They paid 3 or €4 for a coffee.", &["3 or €4 = 3..4 euro"]),
        (
            "It got 90 million of the 400 million rupees.",
            &["90 million = 90000000 rupee", "400 million rupees = 400000000 rupee"],
        ),
        (
            "The airline ordered nine used A320neo airliners.",
            &["nine used A320neo airliners = 9 used a320neo airliner"],
        ),
        ("The museum lost six display cases.", &["six display cases = 6 display case"]),
        ("A total of 14 calves were sold.", &["14 calves = 14 calf"]),
        ("A pair of gloves was found.", &["A pair of gloves = 2 glove"]),
        ("The strait is 3 km wide.", &["3 km = 3 kilometre"]),
        ("The tank fires 8 rounds per minute.", &["8 rounds per minute = 8 round per minute"]),
        ("The clinic does 400 tests per day.", &["400 tests per day = 400 test per day"]),
        ("The field of 5 kV/cm was applied.", &["5 kV/cm = 5 kilovolt per centimetre"]),
        ("Oil rose to $80 a barrel.", &["$80 a barrel = 80 dollar per barrel"]),
        ("The car does 40 miles per gallon.", &["40 miles per gallon = 40 mile per gallon"]),
        ("It pumps 2 million barrels per day.", &["2 million barrels per day = 2000000 barrel per day"]),
        ("He finished within 30 seconds.", &["30 seconds = 30 second"]),
        ("A sub-500 gram drone flew.", &["sub-500 gram = <500 gram"]),
        ("The five-man crew lived.", &["five-man = 5 man"]),
        ("The two-month strike ended.", &["two-month = 2 month"]),
        ("A 27-year-old left.", &["27-year-old = 27 year of age"]),
        ("Between 30 and 40 goats died.", &["Between 30 and 40 goats = 30..40 goat"]),
        ("It costs $4-5 billion.", &["$4-5 billion = 4000000000..5000000000 dollar"]),
        ("They have 5-plus years.", &["5-plus years = >=5 year"]),
        ("No fewer than 9 mules ran.", &["No fewer than 9 mules = >=9 mule"]),
        ("Just shy of 300 mules ran.", &["Just shy of 300 mules = <300 mule"]),
        ("About 300-odd pages burned.", &["About 300-odd pages = ~300 page"]),
        ("It weighs 40 kg ± 2 kg.", &["40 kg = 40 kilogram", "± 2 kg = ~2 kilogram"]),
        ("A dozen or so mules ran.", &["A dozen or so mules = ~12 mule"]),
        ("Some 300 mules ran.", &["Some 300 mules = ~300 mule"]),
        ("Tens of thousands of mules ran.", &["Tens of thousands of mules = ?20000..99999 mule"]),
        ("Several hundred mules ran.", &["Several hundred mules = ?300..900 mule"]),
        ("Scores of mules ran.", &["Scores of mules = ?40..99 mule"]),
        ("A handful of mules ran.", &["A handful of mules = ?3..9 mule"]),
        ("The toll is ٣٤ dead.", &["٣٤ = 34 person"]),
        ("Temperatures reached −12 °C.", &["−12 °C = -12 celsius"]),
        ("The rate is .5 per cent.", &[".5 per cent = 0.5 percentage"]),
        ("Half a million mules ran.", &["Half a million mules = 500000 mule"]),
        ("Two-thirds of voters stayed home.", &["Two-thirds = 0.6667 -"]),
        ("A third of the mules ran.", &["A third = 0.3333 -"]),
        ("One in ten mules ran.", &["One in ten = 0.1 -"]),
        ("2.1 lakh crore rupees was spent.", &["2.1 lakh crore rupees = 2100000000000 indian rupee"]),
        ("One and a half million mules ran.", &["One and a half million mules = 1500000 mule"]),
        (
            "Two thousand four hundred and seventeen mules ran.",
            &["Two thousand four hundred and seventeen mules = 2417 mule"],
        ),
        ("Twenty-eight mules ran.", &["Twenty-eight mules = 28 mule"]),
        ("Five hundred thousand mules ran.", &["Five hundred thousand mules = 500000 mule"]),
        ("The pipeline is 5 m wide and cost $5 m.", &["5 m = 5 metre", "$5 m = 5000000 dollar"]),
        ("He ran the 100m in 9.8 seconds.", &["100m = 100 metre", "9.8 seconds = 9.8 second"]),
        ("A 64GB phone has 8 GB of memory.", &["64GB = 64 gigabyte", "8 GB = 8 gigabyte"]),
        ("The engine makes 300 horsepower.", &["300 horsepower = 300 horsepower"]),
        ("The side won by 3 points and 40 runs.", &["3 points = 3 point", "40 runs = 40 run"]),
        ("The vote was 19 votes to 16.", &["19 votes = 19 vote", "16 = 16 vote"]),
        ("The peso fell 3 centavos.", &["3 centavos = 3 centavo down"]),
        ("It cost 99 cents or 45 pence.", &["99 cents = 99 cent", "45 pence = 45 penny"]),
        ("It was raised by 25 basis points.", &["25 basis points = 25 basis point up"]),
        ("It rose 1.5 percentage points.", &["1.5 percentage points = 1.5 percentage point up"]),
        ("They saw 27 deaths per 100,000 people.", &["27 deaths per 100,000 people = 27 death per 100,000 people"]),
        ("She scored twice in 2 games.", &["2 games = 2 game"]),
        ("The plane is a Boeing 737 with 180 seats.", &["180 seats = 180 seat"]),
        ("The Type 45 destroyer has 48 missiles.", &["48 missiles = 48 missile"]),
        ("About half the crew of 40 stayed.", &["About half = ~0.5 -", "40 = 40 person"]),
        ("He had 3 wins, 2 draws and 1 loss.", &["3 wins = 3 win", "2 draws = 2 draw", "1 loss = 1 loss"]),
        ("The 401(k) plan lost 3%.", &["3% = 3 percentage down"]),
        ("The 04-05 season had 38 rounds.", &["38 rounds = 38 round"]),
        ("The PS5 sold 3 million units.", &["3 million units = 3000000 unit"]),
        ("The firm paid PS6m.", &["PS6m = 6000000 pound sterling"]),
        (
            "It cost N10 million and P2 million.",
            &["N10 million = 10000000 nigerian naira", "P2 million = 2000000 philippine peso"],
        ),
        ("The device is a 5G phone with 3D glass.", &["5G = 5 generation wireless"]),
        ("The six-foot-two guard scored.", &["six-foot = 6 foot", "two = 2 inch"]),
        ("She is 5ft 6in tall.", &["5ft = 5 foot", "6 = 6 inch"]),
        ("She is 5 feet 6 inches tall.", &["5 feet = 5 foot", "6 inches = 6 inch"]),
        ("The fence is 10 by 12 feet.", &["10 = 10 foot", "12 feet = 12 foot"]),
        ("It took an hour and a half.", &["an hour and a half = 1.5 hour"]),
        ("It took two-and-a-half years.", &["two-and-a-half years = 2.5 year"]),
        ("It lies a mile and a half away.", &["a mile and a half = 1.5 mile"]),
        ("The fossil is 5 million years old.", &["5 million years old = 5000000 year of age"]),
        ("It formed 5 million years ago.", &["5 million years = 5000000 year"]),
    ]);
}

/// Looks like one thing and is another.
#[test]
fn near_misses() {
    check(&[
        ("She was 5 in May.", &["5 = 5 -"]),
        ("He has 200,000 C. difficile samples.", &["200,000 = 200000 -"]),
        ("A Zero-G flight is planned.", &["Zero-G = 0 g"]),
        ("Twenty second-hand cars were sold.", &["Twenty second-hand cars = 20 second-hand car"]),
        ("Six quarters of growth ended.", &["Six quarters = 6 quarter"]),
        ("Three grand pianos stood there.", &["Three grand pianos = 3 grand piano"]),
    ]);
}

/// Names that a number word ends, codes, years that nothing counts; figures that look like these.
#[test]
fn names_and_years() {
    check(&[
        ("She told BBC One that it rained.", &[]),
        ("He flew aboard Air Force One to Rome.", &[]),
        ("Homes in the 90210 ZIP code are dear.", &[]),
        ("Calls from the 212 area code stopped.", &[]),
        ("The stock trades at $7/$9 in the model.", &["$7 = 7 dollar", "$9 = 9 dollar"]),
        ("Israel Destroys Homes, Kills One.", &["One = 1 person"]),
        ("The rebels of South Sudan freed One Hundred men.", &["One Hundred men = 100 man"]),
        ("Uses 8 l/100 km.", &["8 l/100 km = 8 litre per 100 kilometres"]),
        ("The half-year profit was $5 million.", &["$5 million = 5000000 dollar"]),
        ("Hundreds of US soldiers left.", &["Hundreds of US soldiers = ?200..999 US soldier"]),
        (
            "It cost hundreds of billions of US dollars.",
            &["hundreds of billions of US dollars = ?200000000000..999999999999 dollar"],
        ),
        ("She saw dozens of us.", &["dozens = ?24..99 -"]),
        ("They set a deadline of 2008.", &[]),
        ("It ran on into 2007.", &[]),
        ("Many look to 2012 with hope.", &[]),
        ("It killed 2005.", &["2005 = 2005 person"]),
        ("A total of 1987.", &["1987 = 1987 -"]),
        ("Sales rose to 2005.", &["2005 = 2005 -"]),
        ("The index closed at 1987.", &["1987 = 1987 -"]),
        ("Of these, 2005 were new.", &["2005 = 2005 -"]),
    ]);
}

/// What is counted through adjectives and names, trends and bounds, ages behind people, halves and quarters.
#[test]
fn counted_and_told() {
    check(&[
        ("The maker ordered three safety recalls.", &["three safety recalls = 3 safety recall"]),
        ("He threw four touchdown passes.", &["four touchdown passes = 4 touchdown pass"]),
        (
            "She is one of the most gifted and unpredictable keepers here.",
            &["one = 1 most gifted and unpredictable keeper"],
        ),
        ("They have two close female friends.", &["two close female friends = 2 close female friend"]),
        ("Two gas-only options are sold.", &["Two gas-only options = 2 gas-only option"]),
        ("They built 3 disc-like shelters.", &["3 disc-like shelters = 3 disc-like shelter"]),
        ("Three Acme Inc. executives left.", &["Three Acme Inc. executives = 3 acme inc. executive"]),
        ("The mill slashed prices to growers by 17 per cent.", &["17 per cent = 17 percentage down"]),
        ("They would need to add ten users.", &["ten users = 10 user"]),
        ("She signed contracts worth $750 million a year.", &["$750 million a year = 750000000 dollar per year"]),
        ("They fell into two groups.", &["two groups = 2 group"]),
        ("Costs fell by 300 to 5,200.", &["300 = 300 - down", "5,200 = 5200 -"]),
        ("Children under five eat free.", &["under five = <5 year of age"]),
        ("People over 65 pay less.", &["over 65 = >65 year of age"]),
        ("Pupils aged between 12 and 14 sang.", &["between 12 and 14 = 12..14 year of age"]),
        ("Men aged 18-34 watched.", &["18-34 = 18..34 year of age"]),
        ("It happened when she was at school at age 9.", &["9 = 9 year of age"]),
        ("Only one came.", &["one = 1 -"]),
        ("One was killed in the crash.", &["One = 1 person"]),
        ("The fees rose by a quarter point.", &["a quarter point = 0.25 point up"]),
        ("It took half a century.", &["half a century = 0.5 century"]),
        ("A half-dozen drones flew.", &["half-dozen drones = 6 drone"]),
        ("Half-a-dozen drones flew.", &["Half-a-dozen drones = 6 drone"]),
        ("He drank 2-1/2 pints.", &["2-1/2 pints = 2.5 pint"]),
        ("Another couple of decades passed.", &["couple of decades = 2 decade"]),
        ("A couple more days passed.", &["A couple more days = 2 day"]),
        ("Five-and-a-half years passed.", &["Five-and-a-half years = 5.5 year"]),
        ("It holds 12 500 people.", &["12 500 people = 12500 people"]),
        ("It cost €100 000.", &["€100 000 = 100000 euro"]),
        (
            "Rents of 60 miles / hour and $9 a day were told.",
            &["60 miles / hour = 60 mile per hour", "$9 a day = 9 dollar per day"],
        ),
        (
            "They killed hundreds of bees, and tens of millions of ants.",
            &["hundreds of bees = ?200..999 bee", "tens of millions of ants = ?20000000..99999999 ant"],
        ),
        ("The top 43 referring sites were named.", &["43 referring sites = 43 referring site"]),
        ("He earned £3.2m and ¥500.", &["£3.2m = 3200000 pound sterling", "¥500 = 500 japanese yen"]),
    ]);
}

/// Ages at death and about, ratios that are no years, halves that are no number, labels of science.
#[test]
fn ages_and_labels() {
    check(&[
        ("Kelley, a two-time champion, died at 97.", &["two-time = 2 time", "97 = 97 year of age"]),
        ("She dies at 81, her family said.", &["81 = 81 year of age"]),
        ("The subjects, aged around 27, slept.", &["around 27 = ~27 year of age"]),
        ("The risk is one in 1000.", &["one in 1000 = 0.001 -"]),
        ("They were full siblings or half siblings.", &[]),
        ("They made element 120 and studied chromosome 14.", &[]),
        ("He died at 5 p.m.", &[]),
        ("Six died at sea.", &["Six = 6 person"]),
    ]);
}
