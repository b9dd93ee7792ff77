//! Where and when it happened: rows of `text | what is told of its quantities`, by phenomenon. The notation is told in
//! `told`.

mod told;

use told::rows;

rows! {
    /// A preposition leads to the place.
    prepositions r#"
Nine people were killed in Kano. | Nine people: place=Kano
Nine people were killed near Kano. | Nine people: place=Kano
Nine people were killed outside Kano. | Nine people: place=Kano
Nine people were killed close to Kano. | Nine people: place=Kano
Nine people in Kano were killed by a storm. | Nine people: place=Kano
In Kano, nine people were killed. | nine people: place=Kano
A fire at a market in Kano killed nine people. | nine people: place=Kano
"#

    /// Of a chain the most specific, but not what it lies outside of.
    chains r#"
Nine people died in Kharotabad of Quetta, Pakistan. | Nine people: place=Kharotabad
Nine people died near Kaura in Katsina state, northern Nigeria. | Nine people: place=Kaura
Nine people died in Ennore, north of Chennai. | Nine people: place=Ennore
Nine people died in Idlib province, outside Aleppo. | Nine people: place=Idlib Governorate
Nine people died in Syria, outside Aleppo. | Nine people: place=Aleppo
"#

    /// Verbs that a place takes, or that take it.
    verbs_of_places r#"
A quake shook Manila and killed nine people. | nine people: place=Manila
A typhoon that struck Cebu left 40 people dead. | 40 people: place=Cebu
Floods swept through Derna, killing 4,000 people. | 4,000 people: place=Derna
Derna was hit by floods that killed 4,000 people. | 4,000 people: place=Derna
Manila has seen 12 deaths from dengue. | 12 deaths: place=Manila
Cebu province accounted for 141 of the 200 deaths. | 141: place=Cebu
Ghana reported 40 cases of cholera. | 40 cases: place=Ghana, source=Ghana
"#

    /// From where and to where.
    movements r#"
Kenya sent 600 officers to Haiti. | 600 officers: place=Haiti
Some 900 soldiers were sent from Goma to Bukavu. | Some 900 soldiers: place=Bukavu
More than 4,000 people fled Goma. | More than 4,000 people: place=Goma
More than 4,000 people fled from Goma to Rwanda. | More than 4,000 people: place=Goma
Some 700 residents were evacuated from Faro. | Some 700 residents: place=Faro
Aid workers delivered 400 tents to Juba. | 400 tents: place=Juba
"#

    /// Not where somebody spoke, nor where they are from.
    speakers r#"
Nine people died, police said in Nairobi. | Nine people: place=-
Officials in Nairobi said nine people had died in Garissa. | nine people: place=Garissa
Paulo Nunda, a doctor from Luanda, treated nine wounded men. | nine wounded men: place=-
"#

    /// A sentence that names no place takes the one that the text is about; the dateline is the last resort.
    carried r#"
A bomb went off in Kano. Nine people were killed. | Nine people: place=Kano
GAZIPUR, Bangladesh - Nine workers died in a fire. | Nine workers: place=Gazipur
LIMA - Bus plunges into ravine in Peru, 24 dead - police | 24: place=Peru
LAGOS - A bomb in Kano killed nine people. | nine people: place=Kano
Nine died in Kano on Monday. Last year floods killed 600 people. | 600 people: place=-
A bomb in Kano killed nine. In 2017 a similar blast killed 40 people. | 40 people: place=-
A bomb in Kano killed nine. No one was arrested. | nine: place=Kano
"#

    /// Ages, distances, durations and what nothing happens to have no place.
    no_place r#"
Paulo Nunda, 44, died in Kano after a 20 km march of three days. | 44: place=-; 20 km: place=-; three days: place=-
"#

    /// The time of the event, and its ISO value.
    times r#"
Nine people were killed in Kano on Wednesday. | Nine people: time=Wednesday, iso=2025-04-30
On Monday nine people were killed in Kano. | nine people: time=Monday, iso=2025-04-28
Nine people were killed in Kano last month. | Nine people: time=last month, iso=2025-03
Nine people were killed in Kano overnight. | Nine people: time=overnight, iso=2025-04-29/2025-04-30
Some 1,200 people have been killed since October 7. | Some 1,200 people: time=October 7, iso=2024-10-07
Nine people were killed when a bus left the road on Sunday. | Nine people: time=Sunday
Forty people had died by Sunday morning. | Forty people: time=Sunday morning
Floods killed nine people in Accra in June 2015. | nine people: time=June 2015, iso=2015-06
Two were killed and 14 hurt in Gao on Monday. | Two: time=Monday; 14: time=Monday
A raft sank off Zarzis on Monday night, and 26 people, among them two boys, are thought dead. | 26 people: time=Monday night; two boys: time=Monday night
Rebels fired 60 rockets at Goma overnight; 52 of them were shot down. | 60 rockets: time=overnight; 52: time=overnight
Nine people were hurt in Gao on Monday, three of whom are still in hospital. | Nine people: time=Monday; three: time=-
"#

    /// Not the time of the saying, of a plan's making or of something else.
    other_times r#"
Police said on Wednesday that nine people had died in Kano. | nine people: time=-
Nine people died in Kano, police said on Wednesday. | Nine people: time=-
Kenya agreed on Friday to send 600 officers to Haiti. | 600 officers: time=-, status=planned
Some 900 people were evacuated before the storm hit Cebu on Tuesday. | Some 900 people: time=-
Some 900 nurses will strike unless they are paid by Friday. | Some 900 nurses: time=-
A wave killed 105 people in Java, recalling the 2004 tsunami. | 105 people: time=-
Nine died in Sila, bringing the toll since Thursday to 35. | Nine: time=-; 35: time=Thursday
Thousands marched on Saturday to demand the release of the 48 hostages still held in Gaza. | 48 hostages: time=-, place=Gaza Strip
"#

    /// Words of saying between commas part nothing.
    between_commas r#"
A bomb exploded in Kano on Monday, police said, killing nine people. | nine people: time=Monday, place=Kano
On Tuesday, officials said, 12 men drowned off Sfax. | 12 men: time=Tuesday, place=Sfax
Nine men died in Kano on Thursday, he said, and 90 were in hospital. | Nine men: time=Thursday; 90: time=-
Nine people were shot dead on Monday, police in Lagos said, in a raid on Kano. | Nine people: time=Monday
In a statement on Tuesday, UNICEF said 12 children had died in Gao. | 12 children: place=Gao, time=-
Twelve children died in Gao, UNICEF said in Geneva on Tuesday. | Twelve children: place=Gao, time=-
"#

    /// The place that tells which event it was, and who lives there.
    of_the_event r#"
The Beirut blast killed 218 people. | 218 people: place=Beirut
The roof of Novi Sad railway station fell in and killed 16 people. | 16 people: place=Novi Sad
Soldiers evacuated 300 residents of Blatten. | 300 residents: place=Blatten
A man from Kano killed nine people in Jos. | nine people: place=Jos
The Kano-based firm laid off 90 workers in Jos. | 90 workers: place=Jos
"#

    /// Figures to which nothing happens take long times alone.
    figures r#"
The mine made a profit of $40 million last year. | $40 million: time=last year
The mine made a profit of $40 million, it said on Monday. | $40 million: time=-
The army has hit 800 targets since March 15. | 800 targets: time=March 15
The club opened 12 schools on Monday. | 12 schools: time=-
"#

    /// New, or the sum of a time.
    tallies r#"
Twelve more deaths on Sunday brought the total to 1,208 since March. | Twelve more deaths: tally=new; 1,208: tally=cumulative
Accra had 412 new cases in the past 24 hours. | 412 new cases: tally=new
Nine people died in Accra in the past 24 hours. | Nine people: tally=new, time=past 24 hours
Since March 447 people have died in Accra. | 447 people: tally=cumulative
The floods have killed 31 people so far. | 31 people: tally=cumulative
The death toll rose to 45 on Monday. | 45: tally=cumulative
Another 40 people were hurt in Accra. | 40 people: tally=new
Nine people died in Accra. | Nine people: tally=-
The new mayor met nine people. | nine people: tally=-
"#
    /// Where some of the dead were, where people were moved from, and where they were taken in is not where the text goes on.
    elsewhere r#"
Forty people have died in Cuba. Nine of the dead drowned near Baracoa. Another 23 people are missing. | Nine: place=Baracoa; 23 people: place=Cuba
A fire in Evia killed nine people. Some 200 residents were moved out of Limni. Two clerks were arrested. | Two clerks: place=Evia
Floods in Gao killed nine people. The town has taken in 270,000 displaced people. | 270,000 displaced people: place=-
A mine fell in at Gao, killing nine men. Some 5.7 million people go hungry. | Some 5.7 million people: place=-
Gunmen stopped a bus from Gonaives near Saint-Marc and kidnapped 17 people. | 17 people: place=Saint-Marc
Air crews shot down 93 drones over Chad, but five got through, and 16 homes in Gao were damaged. | 93 drones: place=Chad; 16 homes: place=Gao
"#

    /// The next sentence tells where, if none up to it does.
    told_next r#"
Gunmen burst into a bar and killed 26 people. The attack in Coatzacoalcos went on for an hour. | 26 people: place=Coatzacoalcos
Shells killed 26 people in Gao. The attack in Lagos went on for an hour. | 26 people: place=Gao
"#

    /// Times that tell which noun is meant; times of those who belong to a group.
    nouns_with_times r#"
Police held 81 people in Gao, among them a man wanted since 2021. | 81 people: time=-; a man: time=-
A blast killed nine clerks who worked for a Jan. 30 election. | nine clerks: time=-
A ferry saved 68 migrants near Gozo on Friday. The survivors included 14 children. | 14 children: time=Friday, place=Gozo
"#
}
