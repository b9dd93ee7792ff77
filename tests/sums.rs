//! What enters a toll and what does not: rows of `text | * | tolls`, grouped by phenomenon.
//! The notation is told in `common`.

mod common;

use common::groups;

groups! {
    /// What is new is not added to what there is in all.
    new_and_cumulative r#"
Twelve more deaths on Sunday brought the total to 1,208 since March. | * | killed 1208
Three more people died of cholera, taking the total to 96 since January. | * | killed 96
Two more died on Friday, bringing to 11 the number killed in Rafah. | * | killed 11
Six people died in Goma on Monday. Two more died on Tuesday. | * | killed 8
Officials spoke of 38 deaths in Antakya. By Sunday they had raised the figure to 94. | * | killed 94
The toll rose to 31 on Sunday from 26 a day before in Derna. | * | killed 31
A raid raised the death toll to 22 marines and one sailor. | 22 marines: killed; one sailor: killed | killed 23
"#

    /// Victims told by their place in an order.
    orders r#"
A 12th victim of the Jena fire died on Monday. | A 12th victim: killed | killed 12
Five miners were killed in Soma. A sixth miner died overnight. | * | killed 6
Two people were hurt and a third man died in Bray. | * | killed 1, wounded 2
The mayor is the third official killed this year in Puebla. | * | killed 1
"#

    /// Who was hurt and died later is added.
    later_deaths r#"
Six people were killed and the mayor was wounded in Xalapa. The mayor later died of his wounds. | * | killed 7
Five people were killed in Bray, police said. Police found three people dead, and two others were taken to hospital, where they later died. | * | killed 5, hospitalized 2
"#

    /// Figures of people who cannot be the same are added.
    of_another_kind r#"
A paramedic was killed in Taxco. Three policemen who guarded the event also died. | * | killed 4
Twelve villagers were killed in a raid on Gerziwan. Forty-seven Taliban fighters were killed in the north. | * | killed 59
Ten people were killed in Balkh. Three soldiers were killed in the raid. | * | killed 10
Ten villagers died in Paktia. A spokesman said the strike killed four insurgents. | * | killed 10
"#

    /// What an event answers to is no part of its toll.
    reasons r#"
Eleven people were killed in riots over the killing of a baker in Bangui. | * | killed 11
Hours after a lawyer was gunned down, 74 people were killed in Quetta. | * | killed 74
Less than a day after two priests and 17 worshippers were killed, raiders killed 39 people in Guma. | * | killed 39
Marchers in Lagos recalled the killing of nine students. | * | killed 9
"#

    /// Figures in one breath, and others.
    side_by_side r#"
Bombs kill 35 in Baghdad. Three bombs killed 35 children and seven adults in Baghdad. | * | killed 42
Five killed, 30 hurt in Pattan blast. A bomb killed four soldiers and a boy and wounded 30 more. | * | killed 5, wounded 30
Three people were killed in Bauchi, whereas three others were killed in Azare. | * | killed 6
Nineteen protesters died in all. Eleven protesters died on Friday. Five more were killed in Meerut. | * | killed 19
Five were killed and several others hurt in a bar in Garibaldi. Eight others were hurt, a clerk said. | * | killed 5, wounded 8
A soldier was killed in Arauca; a patrolman was shot dead in Cauca. | * | killed 2
Six passengers died in Lowgar and the driver succumbed to his injuries. | * | killed 7
Six people and the attacker died in Bamako. | * | killed 6
Militants beheaded four men in Kirawa. Earlier in the week they had killed seven people in Mora. | * | killed 11
Several guests were hurt in Graz. Twelve guests were hurt, police said. | * | wounded 12
Twelve miners died in Welkom. Several miners have been killed there. | * | killed 12
"#

    /// Somebody who knows goes before somebody who says "up to".
    how_many_at_most r#"
Up to 40 people drowned in Bo, villagers said. The ministry said 17 people drowned. | * | killed 17
"#
}
