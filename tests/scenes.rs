//! Where and when it happened, over clauses and sentences: rows of `text | place and time of its quantities`, by
//! phenomenon, right ones and near misses.
//!
//! A row is a line: a text, and for some of its quantities their words, the name of the place and the words of the time,
//! parted by `@` and `#`; `-` asks for none, and what is left out may be anything. Texts are of a Wednesday, 30 April 2025.

use headcount::record::{Document, Quantity};
use headcount::{Date, Tagger};

/// A test for each group of rows: its doc comment, its name, its table.
macro_rules! scenes {
    ($($(#[$doc:meta])* $name:ident $rows:literal)*) => {
        $(
            $(#[$doc])*
            #[test]
            fn $name() {
                assert_scenes($rows);
            }
        )*
    };
}

/// Every row holds.
#[track_caller]
fn assert_scenes(table: &str) {
    let tagger = Tagger::bundled();
    let wrong: Vec<String> =
        table.lines().filter(|line| !line.is_empty()).filter_map(|row| fault(&tagger, row)).collect();
    assert!(wrong.is_empty(), "see `headcount explain` and src/quantity/:\n{}", wrong.join("\n"));
}

/// What is wrong with a row, if anything.
fn fault(tagger: &Tagger, row: &str) -> Option<String> {
    let (text, asked) = row.split_once(" | ").unwrap_or_else(|| panic!("not two cells: {row}"));
    let document = tagger.tag_with(text, Some(Date::constant(2025, 4, 30)), &mut tagger.scratch());
    let wrong: Vec<String> = asked.split("; ").filter_map(|item| miss(&document, item)).collect();
    (!wrong.is_empty()).then(|| format!("{text}\n  {}", wrong.join("\n  ")))
}

/// What is wrong with a quantity as a row asks for it: "nine people @ Kano # Monday".
fn miss(document: &Document, item: &str) -> Option<String> {
    let (rest, time) = item.split_once(" # ").map_or((item, None), |(rest, time)| (rest, Some(time)));
    let (words, place) = rest.split_once(" @ ").map_or((rest, None), |(words, place)| (words, Some(place)));
    let Some(quantity) = document.quantities.iter().find(|quantity| quantity.text == words) else {
        let found: Vec<&str> = document.quantities.iter().map(|quantity| &*quantity.text).collect();
        return Some(format!("no quantity {words:?} among {found:?}"));
    };
    let (at, when) = (place_of(document, quantity), quantity.time.as_ref().map_or("-", |time| &*time.text));
    let right = place.is_none_or(|place| place == at) && time.is_none_or(|time| time == when);
    (!right).then(|| format!("asked {item}, found {words} @ {at} # {when}"))
}

fn place_of<'d>(document: &'d Document, quantity: &Quantity) -> &'d str {
    quantity.place.map_or("-", |place| &*document.entities[place].name)
}

scenes! {
    /// The subject of a verb that has or sees those who are counted.
    subjects r#"
Hong Kong treated 84 people for heat stroke. | 84 people @ Hong Kong
Kenya recorded 41 deaths from cholera. | 41 deaths @ Kenya
Kenya recorded 300 cases and nine deaths. | nine deaths @ Kenya
Congo, which has had 27,000 cases of cholera, asked for vaccine. | 27,000 cases @ Democratic Republic of the Congo
The storm moved on. Greece, which it had struck first, counted 17 dead. | 17 @ Greece
Bangladesh has hospitalised 4,600 dengue patients since July. | 4,600 dengue patients @ Bangladesh # July
Benue state has had 600 cases of cholera. | 600 cases @ Benue
A Kano court sentenced 12 men to death on Friday. | 12 men @ Kano # Friday
The Beirut blast killed 200 people. | 200 people @ Beirut
Yemen's war has killed 9,000 people. | 9,000 people @ Yemen
Israel killed nine people in Beirut. | nine people @ Beirut
Israel killed nine people. | nine people @ -
"#

    /// The object of a verb that strikes; a country that is spoken to is no place.
    objects r#"
An earthquake hit Tibet on Tuesday, killing 126 people and injuring 188. | 126 people @ Tibet # Tuesday; 188 @ Tibet # Tuesday
Militants raided Timbuktu and killed nine soldiers. | nine soldiers @ Timbuktu
Peru accused Chile of shooting nine fishermen. | nine fishermen @ -
Peru urged Chile to free nine fishermen. | nine fishermen @ -
"#

    /// Of several places the one that it happened at: neither the other ends of a road nor what it lies beside.
    beside r#"
A lorry overturned near Puebla, on the road from Veracruz to Mexico City, killing nine people. | nine people @ Puebla
A lorry overturned on the road from Veracruz to Mexico City, near Puebla, killing nine people. | nine people @ Puebla
Troops went to Arauca, on the border with Venezuela, where rebels have killed 80 people. | 80 people @ Arauca
Two buses collided on the highway between Kampala and Gulu, killing nine people. | nine people @ -
Nine people were shot along the border with Gaza. | Nine people @ Gaza Strip
Soldiers fought in northern Syria, killing nine civilians, after Damascus scrapped a truce. | nine civilians @ Syria
"#

    /// Of places in a chain the most specific, whatever the order.
    chains r#"
A bus fell into a gorge in Peru's Ayacucho region, killing nine people. | nine people @ Ayacucho Region
Nine people died in Tabas, a town in Iran's South Khorasan province. | Nine people @ Tabas
At least six people died in Kenya when a bus left the road near Eldoret. | At least six people @ Eldoret
Six people died in Kenya on Monday, two of them in Eldoret. | Six people @ Kenya; two @ Eldoret
Russia said 21 drones had been shot down that night, nine of them over Kursk. | nine @ Kursk
"#

    /// From where people fled, and to where soldiers were sent.
    movements r#"
About 90,000 people have fled Darfur for camps in Chad. | About 90,000 people @ Darfur
About 90,000 people fled to camps in Chad. | About 90,000 people @ -
About 90,000 people took refuge in Chad. | About 90,000 people @ -
France sent 300 soldiers from its bases in Djibouti to Haiti. | 300 soldiers @ Haiti
Kenya deployed 600 officers in Haiti on Monday. | 600 officers @ Haiti # Monday
"#

    /// What the text has been about, and what it only compares that with.
    comparisons r#"
A bus crash near Lima killed nine people. In 2015 a driver had killed three in the city. | three @ Lima # 2015
A fire in Accra killed nine people on Monday. In April a blast in Tamale had killed 20. Two more people died in hospital. | 20 @ Tamale # April; Two more people @ Accra
A jet crashed at Jos in Nigeria, killing nine. The country's last crash, in June 2012, killed ten people. | ten people @ Nigeria # June 2012
A bomb in Kano killed nine people. This year 600 people have died. | 600 people @ -
A bomb in Kano killed nine people. Worldwide, 600 people died in such attacks. | 600 people @ -
In all 40 workers have been killed in Balochistan. Ten others were wounded. | Ten others @ Balochistan
Nine civilians were killed in South Sudan. Rebels attacked Malakal on Sunday. They killed 18 people. | 18 people @ Malakal
Nine civilians were killed in Niger. The attack took place in Agadez on Sunday. Another 17 people were hurt. | 17 people @ Agadez
Nine civilians were killed in South Sudan. A minister spoke in Juba. Another 18 people were hurt. | 18 people @ South Sudan
A wall fell in Kano. In 2022 a bus had left the same road, killing 20 people. | 20 people @ Kano # 2022
"#

    /// What "there" points to, and datelines behind a headline.
    pointers r#"
The car was found in Aubagne, and police detained two brothers there. | two brothers @ Aubagne
Plane crash kills 10. MARTINSVILLE, Va. -- A small plane came down yesterday. | 10 @ Martinsville
Militants holding three aid workers in Afghanistan said they had held talks. | three aid workers @ Afghanistan
Gunmen have killed six nurses in the northwest of the Central African Republic. | six nurses @ Central African Republic
Gunmen killed six nurses, including one from Ghana, in Bangui. | six nurses @ Bangui
"#

    /// Who employs them: a plant where it stands, a firm nowhere.
    employers r#"
A fire in Turku killed two men. The plant employs 850 people. | 850 people @ Turku
A fire in Turku killed two men. The company employs 850 people. | 850 people @ -
The firm employs 5,400 people in Turku. | 5,400 people @ Turku
The firm employs 98,000 people at 35 plants in Brazil. | 98,000 people @ -
The bombs came from Sardinia, where the factory employs 270 people. | 270 people @ Sardinia
"#

    /// A part takes place and time of its whole, unless it has its own.
    parts r#"
A storm killed 30 people in Kano on Monday. Five of them were children. | 30 people @ Kano # Monday
Some 50,000 people have fled Juba since February, 10,000 of them to Ethiopia. | 10,000 @ Juba # February
Gunmen killed 60 people in Kano on Monday, nine of them children. | nine of them children @ Kano # Monday
"#

    /// What records and comparisons tell is of other times and places.
    records r#"
On Sunday 612 patients were admitted in Dhaka, the most in one day this year. | 612 patients @ Dhaka # Sunday
Marines arrested 23 people off Acapulco, the biggest haul ever made in the Pacific. | 23 people @ Acapulco
It sold 900 cars, 6 percent fewer than in the same month a year earlier. | 6 percent # -
Thai police rescued 48 women from two bars in Pattaya on Thursday. | 48 women @ Pattaya # Thursday
The toll rose to 45 in Kano from 30 on Monday. | 45 @ Kano # -
"#

    /// The time of another event in the sentence is not that of the clause.
    other_events r#"
A court in Vilnius on Tuesday sentenced 67 soldiers for the killing of 14 civilians in January 1991. | 67 soldiers @ Vilnius # Tuesday; 14 civilians # January 1991
The union called a strike on Friday over the sacking of 26 men. | 26 men # -
Bandits struck on Monday night, before seven others were killed in Kano. | seven others @ Kano # -
The minister spoke on Monday after 12 people had died in Kano. | 12 people @ Kano # -
Congo, which has had 27,000 cases, received vaccine last week. | 27,000 cases # -
The line, opened in 2017, cost $3.6 billion. | $3.6 billion # -
"#

    /// The time of what somebody did to those who are counted, or of the event that hit them.
    relative_clauses r#"
Nine people were wounded by militants who opened fire on a parade in Ahvaz on Saturday. | Nine people @ Ahvaz # Saturday
Nine people were killed in a riot that broke out in Khujand late last night. | Nine people @ Khujand # late last night
Nine boys were killed near the fence that separates the two towns on Sunday evening. | Nine boys # Sunday evening
Six children who were kidnapped in Kano were shot dead. | Six children @ Kano
Police freed nine men who had been seized in Kano on Sunday. | nine men # -
"#

    /// Of a time between two the whole.
    between r#"
Between 2015 and 2019 some 300 miners were killed in Peru. | some 300 miners @ Peru # 2015 and 2019
Some 300 miners were killed in Peru between 2015 and 2019. | Some 300 miners @ Peru # 2015 and 2019
Twelve people died in Kano from Monday to Wednesday. | Twelve people @ Kano # Monday to Wednesday
Twelve people died in Kano on Monday and 20 on Wednesday. | Twelve people @ Kano # Monday; 20 @ Kano # Wednesday
"#

    /// Figures: periods of their own clause, and in the genitive.
    figures r#"
Last year's $700,000 loss was small. | $700,000 # Last year
In May a drone had killed 20 guests. | 20 guests # May
Poachers shot 420 rhinos in 2024, 79 fewer than the year before. | 79 # -
This week the families of 19 of them went to court. | 19 # -
Nine people were killed this week in two areas. | Nine people # this week; two areas # -
In the second quarter sales fell by 11 percent. | 11 percent # second quarter
"#

    /// Where people are brought to, what a boat has left and where soldiers go are no places of what happened.
    ways r#"
A fire in Huelva burned 90 houses, and 300 people were moved to a school in Lepe. | 90 houses @ Huelva; 300 people @ Huelva
A dhow that had left Lamu sank south of Mombasa on Sunday. Nine people drowned. | Nine people @ Mombasa
A ferry sank off Zanzibar on Sunday. Nine people drowned. | Nine people @ Zanzibar
A bus hit a mine between Gao and Ansongo. Nine people died. | Nine people @ Gao
France has sent 300 marines to Haiti. Nine men died in a brawl. | 300 marines @ Haiti; Nine men @ -
Kenya will station 300 soldiers along its border with Somalia. | 300 soldiers @ -
A fire in Huelva killed nine people. The army sent 40 soldiers. | 40 soldiers @ Huelva
Since April 68,500 people have crossed at Adre after fleeing Khartoum. | 68,500 people @ Khartoum # April
Cholera spread to camps in Chad. Nine people died in Adre. | Nine people @ Adré
"#

    /// The finer place that a follow-up names, the wider one of a sum, and those who live where the text tells of.
    stories r#"
A shootout killed nine people in Balochistan. The clash broke out near Loralai, where three men stormed a jail. Twelve people were hurt. | Twelve people @ Loralai
A wall fell in Gao, killing five people. In all 17 people have died in Mali since Monday. Ten others were hurt. | 17 people @ Mali; Ten others @ Mali
A wall fell in Gao, killing five people. Since 2019 some 600 people have died. | some 600 people @ -
A wall fell in Gao, killing five people. Since May 600 residents have been evacuated. | 600 residents @ Gao # May
A shipyard in Gdynia burned. Nine welders have died at the shipyard since 2019. | Nine welders @ Gdynia # 2019
A jet crashed near Jos. In 2019 nine people were killed in the same area. | nine people @ Jos # 2019
Peru's worst bus crash, in 2019, killed nine people. | nine people @ Peru # 2019
A blast killed nine people in Jos. "I ran," said Ida Brandt, whose husband was killed. | husband @ -
A blast killed nine miners at Jos, the fourth such accident in Nigeria this year. | nine miners @ Jos
"#

    /// Lists: each figure has the place and the time that open or close its part of the list.
    lists r#"
In Surat nine people drowned, in Vadodara 12 and in Bharuch three. | nine people @ Surat; 12 @ Vadodara; three @ Bharuch
Floods hit Gujarat. In Surat nine people drowned, in Vadodara 12. Some 4,000 people were evacuated. | Some 4,000 people @ Gujarat
Nine people were killed in Rafah, 12 in Jabalia and five in Gaza City. | Nine people @ Rafah; 12 @ Jabalia; five @ Gaza City
On Monday nine people drowned, on Tuesday 12 and on Wednesday three. | nine people # Monday; 12 # Tuesday; three # Wednesday
Police arrested a clerk in Jos, and on Sunday nine more men were held in Kano. | a clerk @ Jos # -; nine more men @ Kano # Sunday
Police arrested 17 men in Jos and, on Sunday, freed nine. | 17 men # -; nine # Sunday
"#

    /// The time of a part, of a clause of its own, of what goes on, and of what somebody says.
    times_of_others r#"
Iran fired 90 drones at Iraq overnight, of which 76 were shot down. | 90 drones # overnight; 76 # overnight
Nine people have drowned in Jos, four of them on Sunday. | Nine people # -; four # Sunday
Hospitals have admitted 300 patients since May; 31 are still there. | 300 patients # May; 31 # -
Police let the crowd be until noon and then arrested nine men. | nine men # -
Ida Brandt's firm will cut 780 jobs, it said on Sunday. | 780 jobs # -
Years after the sinking, in which 31 people drowned, nine men were jailed on Sunday. | 31 people # -; nine men # Sunday
Since the outbreak was declared in August 480 people have died and 750 have been infected. | 480 people # August
"#

    /// The period of a figure, and that of the figure that it is set beside.
    periods r#"
It has 2,900 staff, down from 4,650 in 2019. | 4,650 # 2019
Reserves cover 21 percent of imports, against 34 a year ago. | 34 # year ago; 21 percent # -
Sales rose 12 percent in the first nine months. | 12 percent # first nine months
The storm that killed 323 people in May cost $3.3 billion. | 323 people # May; $3.3 billion # -
Beans have gone up by 12 percent since January, to $8.70 a kilo. | 12 percent # January; $8.70 a kilo # -
The bus had been stopped in May for having four bald tyres. | four bald tyres # -
The firm was founded in 1987 by two brothers. | two brothers # -
Over the weekend police arrested 40 men. | 40 men # weekend
"#

    /// Where some of the hurt came to, and a spot that a sentence begins with, are not what the text is about.
    spots r#"
A bus overturned near Voi, killing nine people. Eleven were taken to hospitals in Mombasa. Two children are missing. | Eleven @ Mombasa; Two children @ Voi
A blast shook Homs on Friday. Seven people are in hospital in Damascus. Five others died. | Seven people @ Damascus; Five others @ Homs
A train left the rails near Gitega. Of the 60 wounded, 12 were flown to a clinic in Nairobi. Seven are missing. | 60 @ Gitega; 12 @ Nairobi; Seven @ Gitega
Of the 28 workers kidnapped in Arauca, nine were freed near Tame. | 28 workers @ Arauca; nine @ Tame
A flood swept through Gitega. At a school in Kayanza three girls drowned. Some 200 people are missing. | three girls @ Kayanza; Some 200 people @ Gitega
Gitega has been under curfew for a week. At a school in Kayanza three girls died. Then 40 people were arrested. | 40 people @ Gitega
The army shelled Homs. In Damascus two soldiers were killed. A third soldier was wounded. | two soldiers @ Damascus; A third soldier @ Damascus
Cholera has come back to Malawi. At Lilongwe 56 patients lie in a ward. Nine patients died. | Nine patients @ Lilongwe
A gunman in Gitega gave up at 4 pm. He had shot three guards. | three guards @ Gitega
"#

    /// "there" is not the country that sends or loses those who are counted.
    pointed_to r#"
NATO troops are in Tapa. France keeps 300 soldiers there. Germany has sent 40 soldiers there. | 300 soldiers @ Tapa; 40 soldiers @ Tapa
Gunmen raided Kayanza. Chad lost nine soldiers there. | nine soldiers @ Kayanza
Kenya is in mourning. Nine people died there on Monday. | Nine people @ Kenya
Chad counts its dead. Rebels have killed 26 people there since May. | 26 people @ Chad
"#

    /// Sites in the genitive, and times that befall only a part or open the sentence of whoever recorded it.
    owned_sites r#"
Bolivia's roads claim around 1,400 lives a year. | around 1,400 lives @ Bolivia
Kenya's highways killed 900 people. | 900 people @ Kenya
Chad's rivers drowned nine children. | nine children @ Chad
Kenya's parliament killed nine bills. | nine bills @ -
Eight men were arrested on Monday and six of them released on Friday. | Eight men # Monday; six # Friday
Twelve sailors were seized in May; two of them were killed on Sunday. | Twelve sailors # May; two # Sunday
Nine men were shot and four of them wounded badly on Friday. | Nine men # Friday; four # Friday
Dengue is bad. In the first nine months of the year clinics logged 900 cases. | 900 cases # first nine months of the year
It has 751 turbines and wants another 120 by 2030. | 751 turbines # -; 120 # 2030
The plant makes 40 cars, and will close by 2030. | 40 cars # -
"#

    /// A town that somebody goes into, or that something comes to, where the text names no other place.
    entered r#"
Rebels marched into Goma on Sunday. Nine soldiers were killed. | Nine soldiers @ Goma
Gunmen rode into Kayanza at dawn. Nine men were shot and 40 houses burned. | Nine men @ Kayanza; 40 houses @ Kayanza
The war came to Juba on Sunday. Shells killed nine people. | nine people @ Juba
In the hills behind Juba men with guns took hostages. Police sent 200 officers. | 200 officers @ Juba
Some 400 families fled into Chad. Nine people were killed on the way. | Nine people @ -
A delegation flew to Geneva. Nine people were killed. | Nine people @ -
Kenya put money into Somalia. Nine people were killed. | Nine people @ -
"#

    /// Parts in the next sentence keep the time of their whole, if nothing new befalls them.
    parts_later r#"
Russia launched 162 drones overnight, the air force said. Of the 162 drones, 119 were shot down. | 119 # overnight
Russia fired 40 missiles on Friday. Of these 31 were shot down. | 31 # Friday
Gunmen kidnapped 40 pupils on Monday. Twelve are girls. | Twelve # Monday
A storm killed nine people in May. Four of them were children. | Four # May
A storm killed nine people in May. Four of them drowned on Sunday. | Four # Sunday
Police arrested 90 people on Friday. Of those, 40 were released. | 40 # -
"#

    /// A time at the head of a sentence holds over what is told of its subject between commas.
    over_asides r#"
Last year Boeing, which makes jets, lost $92 million. | $92 million # Last year
In 2023 Boeing, which bought a plant in 2019, sold 900 planes. | 900 planes # 2023
Boeing, which lost a plant last year, sold 900 planes. | 900 planes # -
"#

    /// The time of an event that a noun phrase names, and not what is done about the event.
    within_phrases r#"
Clashes on Friday in which nine people died were over at noon. | nine people # Friday
An attack on Sunday in Kano that killed nine people shook the town. | nine people @ Kano # Sunday
A protest on Monday, in which nine men were hurt, was banned. | nine men # Monday
The 2019 flood that drowned 30 villagers began in May. | 30 villagers # 2019
The October 7 attack killed some 1,200 people. | some 1,200 people # October 7
Sunday's blast killed nine people and wounded 40 others. | nine people # Sunday; 40 others # Sunday
Police said Sunday's blast killed nine people. | nine people # Sunday
Nine people were killed in Friday's raid. | Nine people # Friday
Critics condemned Sunday's attack, in which nine people died. | nine people # Sunday
Police arrested nine men over Sunday's attack. | nine men # -
A court opened a hearing on Monday into the fire that killed nine people. | nine people # -
A hearing on Monday was told of the fire that killed nine people. | nine people # -
The bombing that killed nine people in Kano was claimed on Friday. | nine people @ Kano # -
The raid that killed nine people and wounded 30 on Friday was condemned on Sunday. | nine people # Friday; 30 # Friday
The gunman arrested on Friday who killed nine people is 19. | nine people # -
"#

    /// A time holds over verbs of one subject that tell of the same past.
    conjuncts r#"
Last year it carried four million passengers and lost $92 million. | four million passengers # Last year; $92 million # Last year
It carried four million passengers last year and lost $92 million. | four million passengers # last year; $92 million # last year
In 2023 it opened 12 shops, closed four and made a profit of €31 million. | four # 2023; €31 million # 2023
Last year it carried four million passengers and now has 90 jets. | four million passengers # Last year; 90 jets # -
It was founded in 1998 and has 90 jets. | 90 jets # -
Between 2018 and 2022 the army lost 1,900 guns and found 310. | 310 # 2018 and 2022
The army, which sent 800 soldiers to Goma last week, said on Monday it had lost nine. | 800 soldiers @ Goma # last week; nine # -
So far this year 1,320 people have drowned, compared with 880 in the same period last year. | 1,320 people # this year
Nine people died in Jos on Monday and Tuesday. | Nine people @ Jos # Monday and Tuesday
It sold 900 cars in March, 6 percent more than a year earlier, and exported 80. | 80 # March
In the 12 months to June it lost $12 million. | $12 million # 12 months to June
As of Monday morning 31,000 homes had no power. | 31,000 homes # Monday morning
It has paid 3.2 billion reais and said on Friday it would pay another 1 billion next year. | 3.2 billion reais # -; 1 billion # next year
It stands 300 metres from the plant that closed last year. | 300 metres # -
"#

    /// What goes on, is planned or was said before has not the time of what happened; the dead have that of their death.
    aspects r#"
Docks closed on Monday, and by Wednesday 61 ships were waiting. | 61 ships # Wednesday
In Chad 36 hikers have been kidnapped since May, and 21 are still held. | 36 hikers # May; 21 # -
A fire that broke out near Jos on Sunday has spread and destroyed 46 huts. | 46 huts # -
A blast that shook Jos on Sunday killed nine people. | nine people @ Jos # Sunday
Chad, which sent 300 soldiers to Goma last year, has now sent 40 medics. | 300 soldiers # last year; 40 medics # -
Peru sent 85 nurses to Cuba on Sunday, and Chile plans to send 30 tonnes of food. | 30 tonnes # -
Floods have killed 112 people since Tuesday, raising an earlier toll of 87. | 112 people # Tuesday; 87 # -
Floods have killed 112 people since Tuesday. Nine of the dead were children. | Nine # Tuesday
Bears have killed 26 people in the past 20 years and injured 274. | 26 people # past 20 years; 274 # past 20 years
Storms have killed nine people on the coast and displaced 400 this year. | 400 # this year
The mill made 46,000 tonnes last year and used a tenth of the power. | 46,000 tonnes # last year; a tenth # last year
It made 9,000 bikes last year, half of what it had planned. | half # -
Two trucks were burned a week earlier and a driver was killed. | a driver # week earlier
"#

    /// Ways, clauses of other subjects, and what "there" and "the city" point to.
    other_clauses r#"
A bus that left Nairobi overturned near Voi, killing 11 passengers. | 11 passengers @ Voi
Fighting raged in Juba. Since May at least 70 people have starved to death in the city. | at least 70 people @ Juba
Riots broke out in Honiara. Sixty officers from Fiji are deployed there. | Sixty officers @ Honiara
Officers in Rotterdam found a bomb. Five men were arrested, and a depot in Antwerp was searched. | Five men @ Rotterdam
Nine men were killed, and a school in Kano was burned down. | Nine men @ Kano
Chad and Niger met at a post near Bosso. Niamey released 17 soldiers. | 17 soldiers @ Bosso
Hong Kong released 40 protesters. | 40 protesters @ Hong Kong
The charity delivered 2,300 tents to Juba in May and 3,100 in June. | 2,300 tents @ Juba # May; 3,100 @ Juba # June
"#

    /// Places that no lexicon has, told by the place that they lie in.
    unknown r#"
A boat sank off Hizla, in the south of Bangladesh, and nine people drowned. | nine people @ Hizla
Iran fired at camps near Koya, in northern Iraq, killing nine people. | nine people @ Koya
A fire at a smelter at Morowali in Indonesia killed nine workers. | nine workers @ Morowali
Mud killed nine people in the zone of Gofa. | nine people @ Gofa
A storm hit Cuba. Nine people died, most of them in Baracoa. | Nine people @ Cuba
Chad has 270 soldiers stationed at Rukla, and Niger 150. | 270 soldiers @ Rukla; 150 @ Rukla
Clinics recorded 40 cholera cases in Kenya on Monday. Nine people have died this year. | Nine people @ Kenya # this year
Gunmen opened fire in Irapuato, in the Mexican state of Guanajuato, and killed eight men. | eight men @ Irapuato
Ten men died in Ras al-Khaimah. | Ten men @ Ras al-Khaimah City
On 9 November three miners were kidnapped; two of them have since been freed. | three miners # 9 November; two # -
By Monday noon UNICEF had counted 23 dead. | 23 # Monday noon
On Monday noon UNICEF said it had counted 23 dead. | 23 # -
It is to cut 1,400 jobs after a loss of €318 million in the third quarter. | 1,400 jobs # -
Fewer came than in 2019, when 46,800 people landed. | 46,800 people # 2019
Gunmen raided Zurgama, a town in Chad, and killed nine people. | nine people @ Zurgama
Gunmen attacked Zurgama on Sunday and killed nine people. | nine people @ Zurgama
Some 4,000 people have fled Zurgama for Chad. | Some 4,000 people @ Zurgama
Critics attacked Zurgama, the coach, after nine men were hurt. | nine men @ -
"#
}
