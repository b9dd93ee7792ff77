//! Verbs whose object decides what they say, verbs in two parts, and what is had: rows of `text | what is counted and its
//! role | tolls`, grouped by phenomenon.
//! The notation is told in `common`.

mod common;

use common::groups;

groups! {
    /// The counted parts the verb from the rest of the cue.
    split_cues r#"
Fishermen pulled 64 migrants from the water off Lampedusa. | 64 migrants: rescued | rescued 64
Raiders near Zuru let ten of the 140 abducted pupils go. | ten: released < 140 abducted pupils; 140 abducted pupils: kidnapped | kidnapped 140, released 10
Mudslides in Cusco killed 19 people and drove 310 from their homes. | 19 people: killed; 310: displaced | killed 19, displaced 310
Crews dug seven people out of the rubble in Adana. | seven people: rescued | rescued 7
Officers in Bari took two men into custody. | two men: detained | detained 2
A drone killed 12 guards and wounded five near Marib. | 12 guards: killed; five: wounded | killed 12, wounded 5
"#

    /// What is moved, lost or let go depends on what it is.
    by_the_object r#"
Some 3,200 people from nine villages near Rauda were moved to a hall. | Some 3,200 people: evacuated | evacuated about 3200
Some 300 people moved to Bergen last year. | - | -
At least 140 homes were lost in the fire at Paradise. | At least 140 homes: destroyed | destroyed at least 140
The 2,400 passengers were taken off the ship by lifeboat near Cork. | 2,400 passengers: evacuated | evacuated 2400
The striker took 12 corners and lost two teeth in Derby. | - | -
Italy offered a brigade of 3,500 troops for Mali. | 3,500 troops: planned deployed | -
The carmaker is to cut 900 jobs in Emden. | 900 jobs: planned laid_off | -
"#

    /// Workers who are had are employed, troops who are had somewhere are deployed.
    what_is_had r#"
The foundry in Graz has 8,900 employees. | 8,900 employees: employed | employed 8900
A mill with 220 workers in Oulu is for sale. | 220 workers: employed | employed 220
The alliance has 4,500 soldiers in Kosovo. | 4,500 soldiers: deployed | deployed 4500
The militia has 3,000 soldiers. | - | -
The mission in Juba was meant to have 2,500 soldiers in the north. | - | -
The airline employed 13,400 people before the slump and now has 9,700. | 13,400 people: employed; 9,700: employed | employed 9700
"#

    /// Loads are measured and delivered all the same.
    loads r#"
The charity delivered 40 tonnes of rice to Jajarkot. | 40 tonnes: delivered | -
Trucks drove 40 miles of bad road to Jajarkot. | - | -
A firm in Graz donated 300 gadgets to the school. | 300 gadgets: delivered | delivered 300
"#

    /// Those who say what befell them, and those whom somebody did something to.
    clauses r#"
Four women told a court in Goma that they had been raped. | Four women: assaulted | assaulted 4
Eighty clerks whom the paper in Kuopio dismissed have gone to court. | Eighty clerks: laid_off | laid_off 80
The strike by 3,600 doctors in Lagos entered its third week. | 3,600 doctors: protesting | protesting 3600
Guards in Nauru killed two men in a brawl; nine were kept in hospital. | two men: killed; nine: hospitalized | killed 2, hospitalized 9
"#
}
