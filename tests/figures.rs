//! Figures of the news of every kind.

mod notation;

use notation::check;

/// Markets, companies, cars and phones, science, weather, games: sentences as the news writes them.
#[test]
fn news() {
    check(&[
        (
            "Apple reported quarterly revenue of $94.9 billion, up 6% from a year earlier.",
            &["$94.9 billion = 94900000000 dollar", "6% = 6 percentage up"],
        ),
        (
            "The Dow Jones Industrial Average rose 123.75 points, or 0.3%, to 42,387.57.",
            &["123.75 points = 123.75 point up", "0.3% = 0.3 percentage up", "42,387.57 = 42387.57 point"],
        ),
        (
            "Brent crude futures slipped 34 cents to $71.08 a barrel.",
            &["34 cents = 34 cent down", "$71.08 a barrel = 71.08 dollar per barrel"],
        ),
        (
            "The 10-year Treasury yield climbed 5 basis points to 4.28%.",
            &["10-year = 10 year", "5 basis points = 5 basis point up", "4.28% = 4.28 percentage"],
        ),
        (
            "Tesla delivered 462,890 vehicles in the quarter, missing estimates of 463,310.",
            &["462,890 vehicles = 462890 vehicle", "463,310 = 463310 vehicle"],
        ),
        (
            "The company said it would lay off about 1,250 workers, or 5% of its workforce.",
            &["about 1,250 workers = ~1250 worker", "5% = 5 percentage"],
        ),
        (
            "Inflation eased to 2.4% in September from 2.5% in August.",
            &["2.4% = 2.4 percentage", "2.5% = 2.5 percentage"],
        ),
        (
            "The bank cut its benchmark rate by a quarter of a percentage point to 3.25%.",
            &["a quarter of a percentage point = 0.25 percentage point down", "3.25% = 3.25 percentage"],
        ),
        ("The pound was down 0.2% at $1.2975.", &["0.2% = 0.2 percentage down", "$1.2975 = 1.2975 dollar"]),
        ("The euro fell 0.4 percent to $1.08.", &["0.4 percent = 0.4 percentage down", "$1.08 = 1.08 dollar"]),
        ("The deal values the firm at 12 times earnings.", &["12 times = 12 time"]),
        (
            "It sprints from 0 to 60 mph in 3.9 seconds.",
            &["0 to 60 mph = 0..60 mile per hour", "3.9 seconds = 3.9 second"],
        ),
        (
            "The phone comes with 8GB of RAM, 256GB of storage and a 5,000mAh battery.",
            &["8GB = 8 gigabyte", "256GB = 256 gigabyte", "5,000mAh = 5000 milliampere hour"],
        ),
        ("It has a 6.7-inch display with a 120Hz refresh rate.", &["6.7-inch = 6.7 inch", "120Hz = 120 hertz"]),
        (
            "LeBron James had 32 points, 14 rebounds and 12 assists in 36 minutes.",
            &["32 points = 32 point", "14 rebounds = 14 rebound", "12 assists = 12 assist", "36 minutes = 36 minute"],
        ),
        ("He averaged 24.1 points per game last season.", &["24.1 points per game = 24.1 point per game"]),
        ("She won her third title in five years.", &["five years = 5 year"]),
        ("The Chiefs won 27-20 on Thursday.", &["27 = 27 -", "20 = 20 -"]),
        ("He threw for 291 yards and two touchdowns.", &["291 yards = 291 yard", "two touchdowns = 2 touchdown"]),
        (
            "The storm packed winds of 150 mph and dumped 12 inches of rain.",
            &["150 mph = 150 mile per hour", "12 inches = 12 inch"],
        ),
        ("The quake, of magnitude 6.1, struck at a depth of 10 km.", &["6.1 = 6.1 -", "10 km = 10 kilometre"]),
        (
            "The 5.9-magnitude quake struck 30 kilometres off the coast.",
            &["5.9-magnitude = 5.9 magnitude", "30 kilometres = 30 kilometre"],
        ),
        (
            "Some 1.2 million people in 300,000 homes lost power.",
            &["Some 1.2 million people = ~1200000 people", "300,000 homes = 300000 home"],
        ),
        ("About one in four adults has high blood pressure.", &["About one in four = ~0.25 -"]),
        ("Nearly half of the respondents said they would not vote.", &["Nearly half = ~0.5 -"]),
        (
            "Two-thirds of the 1,500 people polled backed the plan.",
            &["Two-thirds = 0.6667 -", "1,500 people = 1500 people"],
        ),
        (
            "The fund has more than $6.2 trillion in assets under management.",
            &["more than $6.2 trillion = >6200000000000 dollar"],
        ),
        ("He was fined £500 and ordered to pay £85 costs.", &["£500 = 500 pound sterling", "£85 = 85 pound sterling"]),
        ("He was jailed for three years and four months.", &["three years = 3 year", "four months = 4 month"]),
        ("Prices start at £1,099 for the 13-inch model.", &["£1,099 = 1099 pound sterling", "13-inch = 13 inch"]),
        (
            "The ship is 365 metres long and can carry 7,600 passengers.",
            &["365 metres = 365 metre", "7,600 passengers = 7600 passenger"],
        ),
        (
            "Sales doubled to €3.1bn while losses narrowed by 40 per cent.",
            &["€3.1bn = 3100000000 euro", "40 per cent = 40 percentage down"],
        ),
        ("The firm expects to add between 200 and 250 stores.", &["between 200 and 250 stores = 200..250 store"]),
        ("Nvidia shares tumbled more than 7% in after-hours trading.", &["more than 7% = >7 percentage down"]),
        (
            "The S&P 500 added 0.4% and the Nasdaq 100 gained 1.1%.",
            &["0.4% = 0.4 percentage up", "1.1% = 1.1 percentage up"],
        ),
        ("Unemployment stands at 4.1%, the lowest in 50 years.", &["4.1% = 4.1 percentage", "50 years = 50 year"]),
        ("The bill passed by 52 votes to 48.", &["52 votes = 52 vote", "48 = 48 vote"]),
        ("Voters backed it by a margin of 3 to 1.", &["3 = 3 -", "1 = 1 -"]),
        (
            "Each dose costs around $20 and protects for up to 12 months.",
            &["around $20 = ~20 dollar", "up to 12 months = <=12 month"],
        ),
        ("The vaccine must be kept at minus 70 degrees Celsius.", &["minus 70 degrees Celsius = -70 celsius"]),
        (
            "The plant will produce 1.4 gigawatts, enough for 1 million homes.",
            &["1.4 gigawatts = 1.4 gigawatt", "1 million homes = 1000000 home"],
        ),
        (
            "Emissions must fall 45% by 2030 to keep warming below 1.5C.",
            &["45% = 45 percentage down", "below 1.5C = <1.5 celsius"],
        ),
        (
            "The asteroid, roughly 60 feet across, passed within 4,000 miles of Earth.",
            &["roughly 60 feet = ~60 foot", "4,000 miles = 4000 mile"],
        ),
        (
            "The satellite weighs 2.8 tonnes and orbits at 786km.",
            &["2.8 tonnes = 2.8 metric ton", "786km = 786 kilometre"],
        ),
        (
            "The 37-year-old midfielder, who cost €80m, has scored 11 goals in 40 games.",
            &["37-year-old = 37 year of age", "€80m = 80000000 euro", "11 goals = 11 goal", "40 games = 40 game"],
        ),
        (
            "He spent $2.5 million on a four-bedroom house in 2019.",
            &["$2.5 million = 2500000 dollar", "four-bedroom = 4 bedroom"],
        ),
        ("Bitcoin traded at $68,410, off 1.2% on the day.", &["$68,410 = 68410 dollar", "1.2% = 1.2 percentage down"]),
        (
            "The charity raised over £1m for six hospitals.",
            &["over £1m = >1000000 pound sterling", "six hospitals = 6 hospital"],
        ),
        ("Wages grew 3.9% year on year, the slowest pace since 2020.", &["3.9% = 3.9 percentage up"]),
        (
            "Only 12 of the 27 member states have signed.",
            &["12 = 12 member state", "27 member states = 27 member state"],
        ),
        ("Three of the five judges dissented.", &["Three = 3 judge", "five judges = 5 judge"]),
        (
            "The price of eggs has risen 28 cents to $3.82 a dozen.",
            &["28 cents = 28 cent up", "$3.82 a dozen = 3.82 dollar per dozen"],
        ),
        ("GDP shrank at an annual rate of 0.6% in the first quarter.", &["0.6% = 0.6 percentage down"]),
        ("Ticket prices range from $35 to $250.", &["$35 to $250 = 35..250 dollar"]),
        (
            "The museum drew 8.7 million visitors, 2% fewer than in 2022.",
            &["8.7 million visitors = 8700000 visitor", "2% = 2 percentage"],
        ),
        (
            "The minister said two thirds of the country's 45 hospitals lack power.",
            &["two thirds = 0.6667 -", "45 hospitals = 45 hospital"],
        ),
        (
            "A record 1.5m people visited in July alone, 300,000 more than a year ago.",
            &["1.5m people = 1500000 people", "300,000 more = 300000 people"],
        ),
        ("The company's market value has more than tripled to $1.2tn.", &["$1.2tn = 1200000000000 dollar"]),
        (
            "It has 14,000 employees in 22 countries.",
            &["14,000 employees = 14000 employee", "22 countries = 22 country"],
        ),
        ("She scored 18 of her 25 points in the second half.", &["18 = 18 point", "25 points = 25 point"]),
        ("The Lakers lead the series two games to one.", &["two games = 2 game", "one = 1 game"]),
        ("His 4-yard run made it 14-7.", &["4-yard = 4 yard", "14 = 14 -", "7 = 7 -"]),
        ("Manchester United were 2-1 winners.", &["2 = 2 -", "1 = 1 -"]),
        ("The race was decided by 0.03 seconds.", &["0.03 seconds = 0.03 second"]),
        ("He ran the 100 metres in 9.81 seconds.", &["100 metres = 100 metre", "9.81 seconds = 9.81 second"]),
        ("She is ranked 12th, 40 places above her rival.", &["40 places = 40 place"]),
        (
            "A 330ml can has 35g of sugar, nearly nine teaspoons.",
            &["330ml = 330 millilitre", "35g = 35 gram", "nearly nine teaspoons = ~9 teaspoon"],
        ),
        ("Of the 1,024 tested, 3% were positive.", &["1,024 = 1024 -", "3% = 3 percentage"]),
        (
            "The 55-mile, six-lane bridge cost $20bn.",
            &["55-mile = 55 mile", "six-lane = 6 lane", "$20bn = 20000000000 dollar"],
        ),
        (
            "Temperatures will reach 104 degrees Fahrenheit (40 Celsius).",
            &["104 degrees Fahrenheit = 104 fahrenheit", "40 Celsius = 40 celsius"],
        ),
        (
            "The rate is 7.5 deaths per 100,000 people.",
            &["7.5 deaths per 100,000 people = 7.5 death per 100,000 people"],
        ),
        ("The council approved the plan 7-2.", &["7 = 7 -", "2 = 2 -"]),
        ("Judges voted 5 to 4 to uphold the law.", &["5 = 5 -", "4 = 4 -"]),
        (
            "The house has three bedrooms, two and a half bathrooms and a two-car garage.",
            &["three bedrooms = 3 bedroom", "two and a half bathrooms = 2.5 bathroom", "two-car = 2 car"],
        ),
        (
            "He owes $3,200 in back rent, or about four months' worth.",
            &["$3,200 = 3200 dollar", "about four months = ~4 month"],
        ),
        ("Gold hit a record high of $2,758.37 an ounce.", &["$2,758.37 an ounce = 2758.37 dollar per ounce"]),
        (
            "Wheat for December delivery rose 1 1/4 cents to $5.80 a bushel.",
            &["1 1/4 cents = 1.25 cent up", "$5.80 a bushel = 5.8 dollar per bushel"],
        ),
        (
            "The yield on the 10-year note was 4.2%, up from 4.18%.",
            &["10-year = 10 year", "4.2% = 4.2 percentage", "4.18% = 4.18 percentage"],
        ),
        ("Oil is down 8% this year.", &["8% = 8 percentage down"]),
        ("Sales were up 12% to €1.1 billion.", &["12% = 12 percentage up", "€1.1 billion = 1100000000 euro"]),
        ("Profit before tax fell by a third.", &["a third = 0.3333 - down"]),
        ("The index closed 0.8 per cent lower at 7,650.", &["0.8 per cent = 0.8 percentage down", "7,650 = 7650 -"]),
        (
            "The stock has gained 34 percent so far this year, compared with an 18 percent rise in the S&P 500.",
            &["34 percent = 34 percentage up", "18 percent = 18 percentage"],
        ),
        (
            "The central bank raised rates by 25 basis points to 5.5%.",
            &["25 basis points = 25 basis point up", "5.5% = 5.5 percentage"],
        ),
        (
            "Consumer prices rose 0.2% on the month and 2.6% on the year.",
            &["0.2% = 0.2 percentage up", "2.6% = 2.6 percentage"],
        ),
        ("Exports shrank 1.3% while imports grew 4.6%.", &["1.3% = 1.3 percentage down", "4.6% = 4.6 percentage up"]),
        ("It raised its dividend 5% to 42 cents.", &["5% = 5 percentage up", "42 cents = 42 cent"]),
        (
            "The firm cut 300 jobs and closed two of its nine plants.",
            &["300 jobs = 300 job down", "two = 2 plant", "nine plants = 9 plant"],
        ),
        ("The car costs $10,000 less than its rival.", &["$10,000 = 10000 dollar"]),
        ("Rents are 15% higher than before the pandemic.", &["15% = 15 percentage up"]),
        ("One in five children lives in poverty.", &["One in five = 0.2 -"]),
        ("Six in 10 voters disapprove.", &["Six in 10 = 0.6 -"]),
        ("The flight carried 149 passengers and six crew.", &["149 passengers = 149 passenger", "six crew = 6 crew"]),
        (
            "The train was travelling at 186 mph (300 km/h).",
            &["186 mph = 186 mile per hour", "300 km/h = 300 kilometre per hour"],
        ),
        ("He has a 6ft 4in frame.", &["6ft = 6 foot", "4 = 4 inch"]),
        ("Around 8 billion devices are in use.", &["Around 8 billion devices = ~8000000000 device"]),
        (
            "The strike is into its third week and has cost 50 million euros a day.",
            &["50 million euros a day = 50000000 euro per day"],
        ),
        ("The army has 25,000 to 30,000 soldiers there.", &["25,000 to 30,000 soldiers = 25000..30000 soldier"]),
        ("The dam holds 3.5 billion cubic metres.", &["3.5 billion cubic metres = 3500000000 cubic metre"]),
        ("It emits 120g of CO2 per km.", &["120g = 120 gram"]),
        ("The company spent $4 million to $5 million on it.", &["$4 million to $5 million = 4000000..5000000 dollar"]),
        ("Prices rose from $2 to $2.50.", &["$2 to $2.50 = 2..2.5 dollar"]),
        ("The fee rose from £10 to £15.", &["£10 to £15 = 10..15 pound sterling"]),
        ("About 3 in 4 said yes.", &["About 3 in 4 = ~0.75 -"]),
        (
            "A Big Mac costs 5.69 dollars in the US and 24 yuan in China.",
            &["5.69 dollars = 5.69 dollar", "24 yuan = 24 chinese yuan"],
        ),
        (
            "The U.N. needs $46.4bn to help 180.5m people.",
            &["$46.4bn = 46400000000 dollar", "180.5m people = 180500000 people"],
        ),
        ("The 20-nation bloc meets in Rio.", &["20-nation = 20 nation"]),
        ("The five-day event drew 12,000.", &["five-day = 5 day", "12,000 = 12000 -"]),
        (
            "More than 90 of its 120 lawmakers walked out.",
            &["More than 90 = >90 lawmaker", "120 lawmakers = 120 lawmaker"],
        ),
        ("He has been in jail for 1,000 days.", &["1,000 days = 1000 day"]),
        ("The population is about 1.4 million.", &["about 1.4 million = ~1400000 -"]),
        ("Interest is charged at prime plus 2 percent.", &["2 percent = 2 percentage"]),
    ]);
}
