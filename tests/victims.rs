//! Who is hit: rows of `text | what is counted and its role | tolls`, grouped by what leads from a cue to whom it is said of.
//! The notation is told in `common`.

mod common;

use common::groups;

groups! {
    /// Pronouns before a cue stand for whom the sentence is about.
    pronouns r#"
Rami Haddad, 38, was driving to Zahle when he was gunned down. | Rami Haddad: killed | killed 1
Two brothers were mending a net off Mombasa when they were abducted. | Two brothers: kidnapped | kidnapped 2
Four teachers in Mopti said they had been beaten. | Four teachers: assaulted | assaulted 4
He was shot dead outside a mosque in Basra. | He: killed | killed 1
A nurse was killed in Bunia. She was shot on her way to work. | A nurse: killed | killed 1
Troops mistook three shepherds for rebels near Maiduguri and shot them dead. | three shepherds: killed | killed 3
Men dragged editor Luis Prado out of a bar in Tula and beat him to death. | Luis Prado: killed | killed 1
The company said it had been killed off by high rents in Leeds. | - | -
He said he had killed time in Oslo. | - | -
"#

    /// What a relative clause says is said of what stands right before it.
    relative_clauses r#"
The families of the two pilots who died near Split want an inquiry. | two pilots: killed | killed 2
Fifteen others were hurt at a mill in Bangui which was attacked by rebels. | Fifteen others: wounded | wounded 15
Some 200 marchers were wounded by troops who fired from a roof in Nasiriyah. | Some 200 marchers: wounded | wounded about 200
Relatives of the driver who was killed in Lima blame the brakes. | the driver: killed | killed 1
A driver who tried to stop them was killed. | A driver: killed | killed 1
A guard who stopped them was killed. | A guard: killed | killed 1
A driver who tried to stop them said nobody was killed. | nobody: killed | killed 0
"#

    /// A verb with an object of its own is not said of its subject.
    uncounted_objects r#"
Two bombers attacked the market in Biu. | - | -
Forty rebels killed the governor's dogs in Jos. | - | -
Two men on a motorbike killed Yusuf Danladi near Gao. | Yusuf Danladi: killed | killed 1
Four brothers wounded a bear near Brasov. | - | -
"#

    /// People told by the name of their country.
    peoples r#"
Five Palestinians and two Israelis were killed near Jenin. | Five Palestinians: killed; two Israelis: killed | killed 7
A Palestinian was shot dead in Hebron. | A Palestinian: killed | killed 1
One Briton and four Afghans died in the Kabul blast. | One Briton: killed; four Afghans: killed | killed 5
About 400 Syrians fled to Chad. | About 400 Syrians: displaced | displaced about 400
Two U.S. soldiers and three U.N. workers were hurt in Tikrit. | Two U.S. soldiers: wounded; three U.N. workers: wounded | wounded 5
An Israeli strike hit 12 houses in Rafah. | - | -
"#

    /// Verbs of several words with their object between.
    parted_verbs r#"
Gunmen took nine tourists hostage in Kidal. | nine tourists: kidnapped | kidnapped 9
Police shot two robbers dead in Kisumu. | two robbers: killed | killed 2
A mob burned a thief alive in Wamba. | a thief: killed | killed 1
Rebels took 19 soldiers prisoner near Sake. | 19 soldiers: captured | captured 19
The quake left 300 families homeless in Herat. | 300 families: homeless | homeless 300
Gunmen killed ten villagers and wounded five in Mopti. | ten villagers: killed; five: wounded | killed 10, wounded 5
The golfer shot 66 and led by two strokes in Doha. | - | -
Berlin handed over 18 tanks to Kyiv. | 18 tanks: delivered | delivered 18
"#

    /// A name and what it is are one person.
    appositions r#"
Samuel Kiplagat, a ranger, was killed by poachers in Tsavo. | Samuel Kiplagat: killed | killed 1
Attackers killed a TV and radio reporter in Afgooye. | radio reporter: killed | killed 1
Gunmen abducted Father Daniel Obi near Onitsha. | Daniel Obi: kidnapped | kidnapped 1
A journalist and activist was found dead in Ibb. | activist: killed | killed 1
Guitarist Pablo Ruiz and drummer Elias Mora were shot dead in Reynosa. | Pablo Ruiz: killed; Elias Mora: killed | killed 2
The mayor of Tula, Ana Prieto, was wounded. | Ana Prieto: wounded | wounded 1
Khalid Noor, his brother and a neighbour died in Taiz. | * | killed 3
"#

    /// Those joined over what describes the first.
    chains r#"
Men shot dead a leader of the People's Front (PF) and his nephew in Dir. | a leader: killed; his nephew: killed | killed 2
Gunmen killed the son of a judge, and a woman who was with him, in Galkayo. | the son: killed; a woman: killed | killed 2
Bombs killed two people in the villages of Jebla and Tel Amara. | two people: killed | killed 2
A baker was killed in Aden along with two of his sons. | A baker: killed; two: killed | killed 3
Three backers of one party and another from a rival party were killed in Siliguri. | Three backers: killed; another: killed | killed 4
Dozens were killed and many more injured in Bo. | Dozens: killed | killed 24 to 99
"#

    /// Nouns for those who did it count whom they did it to.
    whose_deed r#"
The kidnappers of two engineers in Wana want a ransom. | two engineers: kidnapped | kidnapped 2
A court in Arusha tried the killers of five women. | five women: killed | killed 5
Two killers fled from a jail in Lima. | - | -
"#

    /// Bodies, lives and cases.
    phrases r#"
Six burned bodies were found in Taxco. | Six burned bodies: killed | killed 6
The lives of five miners were lost in Obuasi. | five miners: killed | killed 5
The clash claimed ten lives in Khana. | ten lives: killed | killed 10
Researchers counted 11 turtle deaths off Kilifi. | - | -
Cats lead nine lives in stories told in Siwa. | - | -
"#
}
