//! What happened to the counted: rows of `text | what is counted and its role | tolls`, grouped by phenomenon.
//! The notation is told in `common`.

mod common;

use common::{assert_gaps, groups};

groups! {
    /// The counted is the subject of a passive verb.
    passive_verbs r#"
Twelve miners were killed when a gallery collapsed near Obuasi. | Twelve miners: killed | killed 12
At least 40 passengers were injured as the train left the rails outside Pune. | At least 40 passengers: wounded | wounded at least 40
Nine shepherds have been found dead in a gorge above Jumla. | Nine shepherds: killed | killed 9
Some 30 pilgrims had been hurt by the time help came to Lalibela. | Some 30 pilgrims: wounded | wounded about 30
Up to seven fishermen were shot by smugglers off Gwadar on Monday. | Up to seven fishermen: wounded | wounded at most 7
Three nurses were seriously wounded by shrapnel in Sloviansk. | Three nurses: wounded | wounded 3
More than 100 worshippers were crushed to death in the stampede at Haridwar. | More than 100 worshippers: killed | killed more than 100
Four lorry drivers are being treated for burns after the blast in Tema. | Four lorry drivers: wounded | wounded 4
Six policemen were ambushed and killed on the road to Loreto. | Six policemen: killed | killed 6
Eight villagers were reported killed in the raid on Kaiama. | Eight villagers: killed | killed 8
The two brothers were beheaded by the group in Palma, their uncle said. | two brothers: killed | killed 2
Fifty-one people were confirmed dead after the ferry sank off Cebu. | Fifty-one people: killed | killed 51
Five cyclists were run over and killed by a bus in Graz. | Five cyclists: killed | killed 5
Two women were burnt alive in their home in Ranchi. | Two women: killed | killed 2
Sixteen farmers got killed by lightning in Barisal this week. | Sixteen farmers: killed | killed 16
Eleven prisoners were hanged at dawn in Karaj. | Eleven prisoners: killed | killed 11
Seven workers were electrocuted at a building site in Doha. | Seven workers: killed | killed 7
Three climbers were swept to their deaths by an avalanche on Manaslu. | Three climbers: killed | killed 3
"#

    /// The counted is the object of an active verb.
    active_verbs r#"
The raid on Nyala claimed 12 lives. | 12 lives: killed | killed 12
A car bomb killed 21 shoppers in Baqubah on Sunday. | 21 shoppers: killed | killed 21
The blast in Quetta wounded more than 30 people. | more than 30 people: wounded | wounded more than 30
Gunmen shot dead six traders at a market in Zamfara. | six traders: killed | killed 6
The flood has left 14 dead and some 50 injured in Durban. | 14: killed; some 50: wounded | killed 14, wounded about 50
Raiders on horseback slaughtered 18 herders near Abyei. | 18 herders: killed | killed 18
The drone strike took the lives of four medics in Nyala. | four medics: killed | killed 4
The army said it had killed 45 insurgents around Gao. | 45 insurgents: killed | killed 45
The fire cost 17 people their lives in Johannesburg. | 17 people: killed | killed 17
Cholera has killed 212 people in Malawi since March. | 212 people: killed | killed 212
Militiamen executed 11 hostages in a school in Bunia. | 11 hostages: killed | killed 11
A suicide bomber blew himself up at a checkpoint in Kabul, killing eight guards. | eight guards: killed | killed 8
A wall fell on a wedding party in Agra, crushing 10 guests to death. | 10 guests: killed | killed 10
The explosion at the depot hurt two firemen and a clerk in Izmir. | two firemen: wounded; a clerk: wounded | wounded 3
A stray shell maimed five schoolchildren in Marawi. | five schoolchildren: wounded | wounded 5
Troops fired on the march in Conakry and killed at least seven. | at least seven: killed | killed at least 7
The attackers stabbed three priests to death in Rouen. | three priests: killed | killed 3
Shelling of Kherson claimed three lives on Tuesday. | three lives: killed | killed 3
Doctors in Gaza treated 60 people wounded by shell fire. | 60 people: wounded | wounded 60
"#

    /// The counted dies, drowns, falls: verbs said of the victim.
    verbs_of_the_victim r#"
Thirteen migrants drowned off Zuwara on Friday. | Thirteen migrants: killed | killed 13
Two climbers fell to their deaths on the Eiger. | Two climbers: killed | killed 2
Four of the wounded later succumbed to their injuries in Mosul. | Four: killed | killed 4
Some 70 villagers perished in the mudslide at Sibolga. | Some 70 villagers: killed | killed about 70
Nineteen children died of measles in Homa Bay. | Nineteen children: killed | killed 19
Six sailors lost their lives when the trawler sank near Vigo. | Six sailors: killed | killed 6
Three elderly women froze to death in Lviv. | Three elderly women: killed | killed 3
Five men suffocated in a container at Zeebrugge. | Five men: killed | killed 5
Nine miners have died and 11 are unaccounted for at a pit in Zonguldak. | Nine miners: killed; 11: missing | killed 9, missing 11
Eight people sustained injuries in the crash near Nakuru. | Eight people: wounded | wounded 8
At least 25 spectators suffered burns at a stadium in Cali. | At least 25 spectators: wounded | wounded at least 25
Two boys starved to death in the camp at Zamzam. | Two boys: killed | killed 2
Fourteen recruits collapsed and died during training in Lagos. | Fourteen recruits: killed | killed 14
Three students were feared dead after the boat overturned on Lake Kivu. | Three students: possible killed | killed 3
A dozen people met their deaths on the pass above Leh. | A dozen people: killed | killed 12
"#

    /// Participles after or before what they are said of.
    participles r#"
The 21 people killed in Baidoa on Monday were traders. | 21 people: killed | killed 21
Two soldiers killed in an ambush near Tillabéri were buried on Sunday. | Two soldiers: killed | killed 2
With 17 passengers injured, the operator of the Lima line closed it. | 17 passengers: wounded | wounded 17
The blast left a crater in Homs and five people dead. | five people: killed | killed 5
Relatives of the 33 drowned crewmen gathered in Busan. | 33 drowned crewmen: killed | killed 33
A list names 140 slain villagers from Bucha. | 140 slain villagers: killed | killed 140
Rescuers carried 22 injured climbers down from Rinjani. | 22 injured climbers: wounded | wounded 22
Nine dead, 30 hurt in bus plunge near Cusco | Nine: killed; 30: wounded | killed 9, wounded 30
Among those shot was a teacher; the four killed were pupils in Sandvika. | a teacher: wounded; four: killed | killed 4, wounded 1
Eleven men, all shot in the head, were found dead in a ditch near Tijuana. | Eleven men: killed | killed 11
The number of people killed in the Aleppo raid has reached 58. | 58: killed | killed 58
"#

    /// Nouns that are counted or that count by "of".
    nouns r#"
The ministry recorded 600 deaths in the Tigray camps. | 600 deaths: killed | killed 600
The death toll in Antakya stands at 45. | 45: killed | killed 45
The bodies of six men were pulled from a well in Culiacán. | six men: killed | killed 6
Divers recovered 14 bodies from the wreck off Zanzibar. | 14 bodies: killed | killed 14
The killing of five aid workers in Juba drew protests. | five aid workers: killed | killed 5
The deaths of 12 recruits in Makhachkala are being looked into. | 12 recruits: killed | killed 12
The crash in Oaxaca caused 31 injuries. | 31 injuries: wounded | wounded 31
Rebels inflicted heavy losses, with 90 casualties on the army side near Bakhmut. | 90 casualties: casualty | casualty 90
The murder of three nuns shook Port-au-Prince. | three nuns: killed | killed 3
A toll of 19 was given by the hospital in Marib. | 19: killed | killed 19
Eleven fatalities were reported from Manipur. | Eleven fatalities: killed | killed 11
The province of Herat counted 78 dead and 140 wounded. | 78: killed; 140: wounded | killed 78, wounded 140
The landslide's death toll climbed to at least 63 in Wayanad. | at least 63: killed | killed at least 63
There were eight deaths and 20 injuries on the roads around Accra. | eight deaths: killed; 20 injuries: wounded | killed 8, wounded 20
Malaysia reported its first two deaths from the virus in Penang. | two deaths: killed | killed 2
The police chief put the number of dead at 27 in Peshawar. | 27: killed | killed 27
"#

    /// Phrasal verbs and verbs with an adjective.
    phrasal_verbs r#"
Three judges were gunned down outside a court in Kabul. | Three judges: killed | killed 3
Masked men mowed down 15 worshippers in Mopti. | 15 worshippers: killed | killed 15
Two lorries were blown up by a mine, and six soldiers died, near Djibo. | Two lorries: destroyed; six soldiers: killed | killed 6, destroyed 2
Four activists were hacked to death in Dhaka. | Four activists: killed | killed 4
Five men were beaten to death by a crowd in Bangui. | Five men: killed | killed 5
Two guards were knifed to death at a depot in Leeds. | Two guards: killed | killed 2
Ten hostages were put to death in Raqqa. | Ten hostages: killed | killed 10
Seven farmers were cut down by machine-gun fire in Tolima. | Seven farmers: killed | killed 7
Gangs burned 20 villagers alive in Ituri. | 20 villagers: killed | killed 20
Eight people were stabbed, two of them fatally, in Malmö. | Eight people: wounded; two: killed < Eight people | killed 2, wounded 8
"#

    /// Light verbs and verbs of weapons, which say less than they seem.
    light_verbs r#"
Soldiers opened fire on 200 marchers in Khartoum. | - | -
Police fired tear gas at 3,000 people in Tbilisi. | - | -
Guerrillas carried out 40 attacks in Arauca last month. | - | -
Gunmen attacked two villages and six churches near Jos. | - | -
The army shelled five towns in Sagaing. | - | -
Six people took part in the shooting, prosecutors in Bremen said. | - | -
Twelve people received fatal injuries in the Tabriz blast. | Twelve people: killed | killed 12
Nine officers received minor injuries in the Athens riot. | Nine officers: wounded | wounded 9
Two brothers took their own lives in Aomori. | Two brothers: killed | killed 2
"#

    /// One verb said of several, and verbs left out.
    ellipsis_and_coordination r#"
Seventeen people were killed and 23 others wounded in Mogadishu. | Seventeen people: killed; 23 others: wounded | killed 17, wounded 23
A truck hit a bus near Kano, killing 9 and injuring 51. | 9: killed; 51: wounded | killed 9, wounded 51
The raid on Hodeidah killed or injured at least 40 dockers. | at least 40 dockers: casualty | casualty at least 40
Four civilians and two soldiers died in Donetsk. | Four civilians: killed; two soldiers: killed | killed 6
The storm swept over Luzon, leaving two dead, three hurt and one missing. | two: killed; three: wounded; one: missing | killed 2, wounded 3, missing 1
Dead: 6; injured: 12; missing: 3. | 6: killed; 12: wounded; 3: missing | killed 6, wounded 12, missing 3
In Goma 14 people died, in Bukavu nine. | 14 people: killed; nine: killed | killed 23
Eight men were shot dead in Guayaquil and another three in Manta. | Eight men: killed; three: killed | killed 11
The army lost 12 men, the rebels 30. | 12 men: killed; 30: killed | killed 42
Three women, two men and an infant were killed in Idlib. | Three women: killed; two men: killed; an infant: killed | killed 6
Hail injured 40 people in Girona, ten of them badly. | 40 people: wounded; ten: wounded < 40 people | wounded 40
Some were stabbed and others shot; in all 16 died in Mocímboa. | 16: killed | killed 16
The blast in Lahore killed 30 and left twice as many, 60, wounded. | 30: killed; 60: wounded | killed 30, wounded 60
Seven people were killed, 15 wounded and four are missing after the raid on Bor. | Seven people: killed; 15: wounded; four: missing | killed 7, wounded 15, missing 4
At least three were dead and dozens hurt on the pier in Odesa. | At least three: killed; dozens: wounded | killed at least 3, wounded 24 to 99
Between 20 and 30 people were killed and up to 100 injured in Mandalay. | Between 20 and 30 people: killed; up to 100: wounded | killed 20 to 30, wounded at most 100
Bomb kills 11, wounds 35 in Cotabato | 11: killed; 35: wounded | killed 11, wounded 35
Hundreds were hurt, at least 80 of them seriously, in Beira. | Hundreds: wounded; at least 80: wounded < Hundreds | wounded 200 to 999
Killed were four officers and a driver, the governor of Ghazni said. | four officers: killed; a driver: killed | killed 5
- Sumy: 3 killed, 14 injured\n- Nikopol: 1 killed, 5 injured | 3: killed; 14: wounded; 1: killed; 5: wounded | killed 4, wounded 19
One person was killed in Kharkiv, while in Izium two were wounded. | One person: killed; two: wounded | killed 1, wounded 2
Police in Cape Town said 10 people, not 12, had been killed. | 10 people: killed; 12: denied killed | killed 10
"#

    /// Those who do, threaten or merely stand near are no victims.
    not_victims_doers r#"
A gunman killed his wife in Linz. | his wife: killed | killed 1
The rebels kidnapped a nurse whom they later freed in Kidal. | a nurse: kidnapped | kidnapped 1
Three gunmen killed five shopkeepers in Karachi. | five shopkeepers: killed | killed 5
Two women with explosive belts killed 15 people in Maroua. | 15 people: killed | killed 15
Forty soldiers searched the village of Tabou and shot a farmer. | a farmer: wounded | wounded 1
About 60 raiders on motorcycles attacked Dori, killing 12. | 12: killed | killed 12
A patrol of 20 policemen found eight bodies near Acapulco. | eight bodies: killed | killed 8
Seven men with machetes wounded a guard at a mosque in Mombasa. | a guard: wounded | wounded 1
The group, which has 3,000 fighters, killed nine people in Cabo Delgado. | nine people: killed | killed 9
Five hundred mourners buried the three pupils shot dead in Hebron. | three pupils: killed | killed 3
More than 200 firefighters fought the blaze that killed two campers in Évora. | More than 200 firefighters: deployed; two campers: killed | killed 2, deployed more than 200
Ten witnesses saw the bus hit and kill a girl in Osh. | a girl: killed | killed 1
Fifty rescuers are looking for the bodies of three divers off Gozo. | three divers: killed | killed 3
A judge killed the motion in Trento. | - | -
"#

    /// Nobody: a figure of nought.
    negation r#"
No one was hurt in the Turin fire. | No one: wounded | wounded 0
Nobody was killed when the bridge fell in Mandi. | Nobody: killed | killed 0
There were no casualties in the Rasht quake. | no casualties: casualty | casualty 0
None of the 80 passengers was injured at Bergen airport. | None: wounded | wounded 0
No deaths were reported from Suva. | No deaths: killed | killed 0
No soldiers were wounded in the clash at Dokdo. | No soldiers: wounded | wounded 0
The Esbjerg blast damaged a silo without causing injuries. | - | -
Nobody died, but 14 people were hurt in the Lodz crash. | Nobody: killed; 14 people: wounded | killed 0, wounded 14
All 30 miners came out unhurt in Sudbury. | - | -
Zero fatalities were recorded in Tallinn last month. | Zero fatalities: killed | killed 0
The 12 hikers were not harmed, park rangers in Utah said. | - | -
The army denied that five of its men had been killed near Sarny. | five: denied killed | -
"#

    /// Not said to have happened: planned, feared, threatened, imagined.
    not_happened r#"
The group threatened to kill ten hostages in Zinder. | ten hostages: possible killed | -
Up to 40 people may have been killed in Bamenda. | Up to 40 people: possible killed | killed at most 40
The plot aimed to kill 100 worshippers in Lyon, a court heard. | 100 worshippers: planned killed | -
Without the vaccine 300 children would have died in Kandahar. | 300 children: possible killed | -
Thirty more soldiers are to be sent to Malakal. | Thirty more soldiers: planned deployed | -
The firm will lay off 120 workers in Graz. | 120 workers: planned laid_off | -
More than 20 divers are feared drowned off Palau. | More than 20 divers: possible killed | killed more than 20
Police foiled a plan to bomb a train and murder 50 people near Jena. | 50 people: planned killed | -
"#

    /// Past years, anniversaries and statistics, for comparison.
    history_and_statistics r#"
Every year 1,000 people are killed by snakes in Odisha. | 1,000 people: killed | -
Four tourists were hurt in Luxor, where in 1997 gunmen killed 62 people. | Four tourists: wounded; 62 people: killed | killed 62, wounded 4
The city marked ten years since the fire that killed 112 people. | 112 people: killed | killed 112
Smoking kills eight million people a year, doctors in Geneva said. | eight million people: killed | -
On average three cyclists die each week in Jakarta. | three cyclists: killed | -
A shell killed a boy in Toretsk, three years after a raid there killed 51. | a boy: killed; 51: killed | killed 1
The quake of 1939 killed 30,000 people in Erzincan; Monday's hurt six. | 30,000 people: killed; six: wounded | killed 30000, wounded 6
Two miners died in Katowice; last year 38 were killed in the region. | Two miners: killed; 38: killed | killed 2
"#

    /// Animals, buildings, games and idioms.
    things_games_idioms r#"
Lightning killed 30 sheep near Batken. | - | -
Two calves died in the barn fire at Roscommon. | - | -
The second goal killed off the game after 70 minutes in Lille. | - | -
Two players were injured and will miss three matches for Porto. | Two players: wounded | wounded 2
The bill was killed by 51 votes to 49. | - | -
The drought has killed 4,000 cattle and two herders in Garissa. | two herders: killed | killed 2
The golfer shot 68 to lead by four strokes in Durban. | - | -
"#

    /// The number of those whom a participle tells of, and a state that somebody owns.
    numbers_of r#"
The number of fishermen detained this year rose to 214. | 214: detained | detained 214
The raid brings to 12 the number of journalists killed this year. | 12: killed | killed 12
The number of fishermen in Gao rose to 214. | - | -
The rebels put the army's dead at 200. | 200: killed | killed 200
"#

    /// Who did it before and whom it befell; what goes with soldiers; those told anew between commas.
    neighbours r#"
Rebels killed a guard and abducted 40 villagers. | a guard: killed; 40 villagers: kidnapped | killed 1, kidnapped 40
The army sent 300 troops and a dozen trucks to Gao. | 300 troops: deployed; a dozen trucks: deployed | deployed 300
Two people, a mother and her baby, died in Gao. | Two people: killed | killed 2
Two clerks, a nurse and a cook died in Gao. | Two clerks: killed; a nurse: killed; a cook: killed | killed 4
Eight cars parked on a street lined with shops were destroyed. | Eight cars: destroyed | destroyed 8
Two wardens guarding nurses were killed near Mitu. | Two wardens: killed | killed 2
Three guides escorting four doctors were wounded near Mitu. | Three guides: wounded | wounded 3
"#

    /// Rounds of golf, players who are sold, crops that are lost.
    nobody_hit r#"
Omar Sy shot a 6-under 66. | - | -
The team lost Omar Sy to Juventus. | - | -
Omar Sy finished fourth. | - | -
Omar Sy lost about half his crop. | - | -
Shares of the maker shot up 8 percent. | - | -
Two guards were on duty. | - | -
"#
}

/// Rows that are right but not reached yet. One that is reached moves up to its group.
const KNOWN_GAPS: &str = r#"
# participles
# phrasal_verbs
The troops wiped out a band of 30 fighters near Marib. | 30 fighters: killed | killed 30
Nine sailors were swept overboard and drowned off Cape Agulhas. | Nine sailors: killed | killed 9
# ellipsis_and_coordination
Five died on the spot and two more in hospital in Ankara. | Five: killed; two more: killed | killed 7
Both the driver, who was 31, and his six passengers died near Salta. | six passengers: killed; the driver: killed | killed 7
# not_victims_doers
The officer shot at a car in Malmö. | - | -
The four brothers who killed two officers in Naples were caught. | two officers: killed; four brothers: captured | killed 2, captured 4
# not_happened
If the dam breaks, 5,000 people could drown in Ludhiana. | 5,000 people: possible killed | -
A drill in Nagoya assumed that a quake had killed 2,000 people. | 2,000 people: possible killed | -
# things_games_idioms
The striker shot twice and scored two goals as Wigan beat Derby 3-1. | - | -
The film, in which 40 people are killed, opens in 300 cinemas. | - | -
He has two dead batteries and three dead ends in his Ghent workshop. | - | -
# delivered
Two planes delivered 30 tonnes of rice to Port Sudan. | 30 tonnes: delivered | delivered 30
"#;

#[test]
fn known_gaps_are_still_open() {
    assert_gaps(KNOWN_GAPS);
}
