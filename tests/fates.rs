//! Who does it, where they are brought, and what becomes of some of them: rows of `text | what is counted, its role and its
//! whole | tolls`, grouped by phenomenon.
//! The notation is told in `common`.

mod common;

use common::groups;

groups! {
    /// Who pleaded for the rest, or rushed somebody, is told of by the sentence's own verb.
    who_did_something r#"
An imam who pleaded for the rest was stabbed to death in Djibo. | An imam: killed | killed 1
A nurse who had begged for the others was shot dead in Djibo. | A nurse: killed | killed 1
A caretaker who rushed him was shot in the thigh in Ostend. | A caretaker: wounded | wounded 1
A cartoonist and her husband were arrested at home in Dire. | A cartoonist and her husband = 2: detained | detained 2
Ten were freed in Djibo and the rest were killed. | Ten: released | released 10
"#

    /// The noun tells it: demonstrators of whom is spoken, political prisoners, people who work at a plant.
    nouns r#"
Some 5,000 marchers filled the square in Split. | Some 5,000 marchers: protesting | protesting about 5000
There are 320 political prisoners in Minsk. | 320 political prisoners: detained | detained 320
Egypt freed 60 political prisoners. | 60 political prisoners: released | released 60
The firm will close a plant in Porto, where 140 people work. | 140 people: employed | employed 140
The trial of 12 protesters opened in Minsk. | - | -
A plant where 140 people died will close in Porto. | 140 people: killed | killed 140
"#

    /// "The number of those who …": the verb tells it.
    number_of_those r#"
Aid workers put the number of those who fled at 34,000. | 34,000: displaced | displaced 34000
The number of those who were arrested in Minsk rose to 212. | 212: detained | detained 212
The total of those who have died stands at 96. | 96: killed | killed 96
The agency puts the number of those who voted at 40,000. | - | -
"#

    /// One verb for several givers, each with what they send.
    gapped r#"
Argentina has sent three planes and Brazil 90 men to Calama. | three planes: deployed; 90 men: deployed | deployed 90
Poland supplied 20 generators, Norway 300 tents and Italy 40 pumps. | 20 generators: delivered; 300 tents: delivered; 40 pumps: delivered | delivered 360
Germany will send 400 soldiers, the Netherlands 120 troops. | 400 soldiers: planned deployed; 120 troops: planned deployed | -
France has sent two ships and Spain 40 divers are at sea. | two ships: deployed | deployed 2
"#

    /// Not to survive is to die.
    not_surviving r#"
Most patients in Hodeidah recovered, but nine did not survive. | nine: killed | killed 9
Three officers lost their lives in Split; 14 did not make it out. | Three officers: killed; 14: killed | killed 17
Flames devoured 40 houses in Las Tacas. | 40 houses: destroyed | destroyed 40
"#

    /// What a relative clause says of those before it, or of where they were, is not what the sentence says of them.
    relative_clauses r#"
All 23 hostages from a carrier that pirates seized off Eyl in August were freed. | 23 hostages: released | released 23
All 14 nuns the gunmen abducted were released unhurt. | 14 nuns: released | released 14
Forty pupils from a school that gunmen stormed in May were set free. | Forty pupils: released | released 40
Two clerks from a bank that robbers raided were wounded in Riga. | Two clerks: wounded | wounded 2
"#

    /// The doer tells more than the verb: police take and arrest, ships pick up and save.
    doers r#"
Police took away 15 strikers in Bari on Monday. | 15 strikers: detained | detained 15
Gunmen took away 15 villagers near Kaga. | 15 villagers: kidnapped | kidnapped 15
Eight men were taken away in a van by police in Minsk. | Eight men: detained | detained 8
A tanker picked up 87 people off Crotone. | 87 people: rescued | rescued 87
Detectives picked up nine suspects in Lima. | nine suspects: detained | detained 9
A mudslide in Kodagu buried 14 tea pickers. | 14 tea pickers: trapped | trapped 14
Divers are looking for eight sailors in the Sulu Sea. | eight sailors: missing | missing 8
Rallies in Tbilisi have drawn 50,000 people. | 50,000 people: protesting | protesting 50000
"#

    /// Near-misses: doers who hold, bury, draw or seek in another sense.
    other_doers r#"
The camp near Renk now holds 42,000. | - | -
The party holds 39 of the 120 seats in Maseru. | - | -
"I buried two daughters," said Salma Deeb. | - | -
The match in Leeds drew 12,000 people. | - | -
Police are looking for two men in Hull. | - | -
Customs men seized 40 phones in Riga. | - | -
"#

    /// Where somebody is brought says more than how; a participle tells in passing.
    goals_and_asides r#"
Twenty workers were rushed to a clinic in Ahero. | Twenty workers: hospitalized | hospitalized 20
Some 1,400 people were taken to a stadium in Cali. | Some 1,400 people: evacuated | evacuated about 1400
Two men working at the site were killed in Doha. | Two men: killed | killed 2
All 22 children he held in Recife were set free. | 22 children: released | released 22
The firm, which has 1,200 staff, is based in Leeds. | 1,200 staff: employed | employed 1200
In all 17 people have died in Quetta, the office said. | 17 people: killed | killed 17
"#

    /// Bare numbers in the next sentence, behind a colon, and by what they died of.
    parts_without_words r#"
A dinghy left Zuwara with 88 people. By then 39 had died of thirst. | 39: killed < 88 people | killed 39
At least 36 people have died in Sylhet: 21 by drowning, nine of snakebite. | At least 36 people: killed; 21: killed < At least 36 people; nine: killed < At least 36 people | killed at least 36
Five people died in Iquique, three of heart attacks. | Five people: killed; three: killed < Five people | killed 5
The floe left 117 people stranded. Of them 109 were rescued by dusk. | 117 people: stranded; 109: rescued < 117 people | rescued 109, stranded 117
Thirteen officers were hurt in Tbilisi, and one was taken to hospital. | Thirteen officers: wounded; one: hospitalized < Thirteen officers | wounded 13, hospitalized 1
Some 17,000 people fled Renk; about 60 percent came on foot. | Some 17,000 people: displaced; about 60 percent: displaced < Some 17,000 people | displaced about 17000
Sixty-one men were aboard. A tanker rescued 44. | 44: rescued < Sixty-one men | rescued 44
All 23 hostages were freed on Monday. Fifteen are from Lebanon, six from Malta and the remaining two from Nepal. | 23 hostages: released; Fifteen: released < 23 hostages; six: released < 23 hostages; two: released < 23 hostages | released 23
"#

    /// Near-misses: those who are none of the whole.
    no_parts r#"
The bank has 12 branches. Four people were killed in Kano. | Four people: killed | killed 4
Raiders killed 4,000 cattle near Jos and 12 herders. | 12 herders: killed | killed 12
Romania has 10,400 bears; it allows 481 to be shot each year. | - | -
The firm added three million subscribers and lost 410,000. | - | -
"#

    /// Cases are of an illness where the text tells of one; what no lexicon has is destroyed like other things.
    cases_and_things r#"
Police suspected the nurses in 23 cases. | - | -
Cholera has broken out in Dougui, where 264 cases have been found. | 264 cases: infected | infected 264
The storm washed away 40 jetties near Lomé. | 40 jetties: destroyed | destroyed 40
Two cullers in Naju have been infected with bird flu. | Two cullers: infected | infected 2
"#

    /// Figures that are given, put and corrected.
    figures r#"
Floods killed 30 people in Wau. The governor gave the number of dead as 45. | 30 people: killed; 45: killed | killed 45
Flash floods killed 17 people in Chaman, the office said, raising an earlier count of 11. | 17 people: killed; 11: killed | killed 17
Sixteen firefighters were hurt near Braga, one of them badly. | Sixteen firefighters: wounded; one: wounded < Sixteen firefighters | wounded 16
"#
}
