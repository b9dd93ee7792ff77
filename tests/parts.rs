//! Parts and their wholes: rows of `text | what is counted and its role | tolls`, grouped by phenomenon.
//! The notation is told in `common`.

mod common;

use common::groups;

groups! {
    /// Whoever is named behind "including" is part of the figure.
    without_a_figure r#"
Six people, including a police inspector, were killed in Ijebu. | Six people: killed; a police inspector: killed < Six people | killed 6
Nineteen mourners, among them a pastor and his two sons, were shot dead in Jos. | Nineteen mourners: killed; a pastor: killed < Nineteen mourners; two sons: killed < Nineteen mourners | killed 19
The raid killed 11 farmers including the village head of Dawa. | 11 farmers: killed; the village head: killed < 11 farmers | killed 11
Twelve people, including a man who killed his wife, were pardoned in Lomé. | * | killed 1, released 12
Forty people died in Bata, including women and children. | Forty people: killed | killed 40
A student was among nine people killed in Mubi. | A student: killed < nine people; nine people: killed | killed 9
"#

    /// Those among the dead are part of them, here or in a sentence before.
    among r#"
Twelve people died in Kano. Among those killed were two soldiers and a clerk. | Twelve people: killed; two soldiers: killed < Twelve people; a clerk: killed < Twelve people | killed 12
Among the 12 people killed in Igarra were a policeman and two girls. | 12 people: killed; a policeman: killed < 12 people; two girls: killed < 12 people | killed 12
The dead, shot in three places, included two chiefs. | two chiefs: killed | killed 2
Nine divers died off Lae. Two Danes and a cook were among the dead. | Nine divers: killed; Two Danes: killed < Nine divers; a cook: killed < Nine divers | killed 9
Nine divers died off Lae. Two Danes are among the injured. | Nine divers: killed; Two Danes: wounded | killed 9, wounded 2
"#

    /// A bracket or a dash says whom a figure is made of.
    spelled_out r#"
Bandits shot dead six people (five traders and a guard) in Goma. | six people: killed; five traders: killed < six people; a guard: killed < six people | killed 6
Fifteen persons died (13 civilians) in Biu. | Fifteen persons: killed; 13 civilians: killed < Fifteen persons | killed 15
A strike killed two families -- four children and four parents -- in Idlib. | * | killed 8
Eighteen people, seven herders and 11 raiders, died near Pibor. | * | killed 18
Six people were killed (10 km from Goma). | Six people: killed | killed 6
"#

    /// The figure that opens the sentence is the whole.
    openings r#"
Of the 52 people on the bus to Puno, 19 died and 33 were hurt. | 19: killed < 52 people; 33: wounded < 52 people | killed 19, wounded 33
Of 27 people with the virus in Bata, 12 have died. | 27 people: infected; 12: killed < 27 people | killed 12, infected 27
"#

    /// Bare numbers that say how some fared.
    worst r#"
Forty people were hurt in Beira, seven critically. | Forty people: wounded; seven: wounded < Forty people | wounded 40
Twelve people were killed in Kano, five in Jos. | Twelve people: killed; five: killed | killed 17
"#

    /// What cannot be of a kind, or is told twice, is no part.
    no_parts r#"
Gunmen wound 2 in Kabul. Two of his guards were hurt. | * | wounded 2
Guards in one of its camps said 32 staff were injured in Kabul. | 32 staff: wounded | wounded 32
The region reels from one of its worst weeks: dozens were killed in Assam. | dozens: killed | killed 24 to 99
"#
}
