//! Each role by the words that usually give it: rows of `text | what is counted and its role | tolls`.
//! The notation is told in `common`.

mod common;

use common::groups;

groups! {
    /// Missing.
    missing r#"
Nineteen sailors are missing after a trawler sank off Nouadhibou. | Nineteen sailors: missing | missing 19
Seven hikers have been missing in the Tatra mountains since Friday. | Seven hikers: missing | missing 7
At least 11 fishermen went missing near Vizag. | At least 11 fishermen: missing | missing at least 11
Three children disappeared from a camp in Calais. | Three children: missing | missing 3
More than 30 people remain unaccounted for in Montecito. | More than 30 people: missing | missing more than 30
Divers off Lampedusa were looking for 12 missing migrants. | 12 missing migrants: missing | missing 12
Some 30 people remain missing in Valencia. | Some 30 people: missing | missing about 30
"#

    /// Captured.
    captured r#"
The army captured 30 rebels near Goma. | 30 rebels: captured | captured 30
Some 200 soldiers surrendered to the rebels in Massawa. | Some 200 soldiers: captured | captured about 200
Fifteen marines were taken prisoner outside Mariupol. | Fifteen marines: captured | captured 15
Kurdish forces hold 9,000 captured fighters near Hasakah. | 9,000 captured fighters: captured | captured 9000
"#

    /// Detained and arrested.
    detained r#"
Police arrested five men in Antwerp. | five men: detained | detained 5
Eleven students were detained after a vigil in Minsk. | Eleven students: detained | detained 11
Forty people are in custody over the riot in Nantes. | Forty people: detained | detained 40
The raid in Naples led to 14 arrests. | 14 arrests: detained | detained 14
Officers rounded up more than 100 migrants in Tunis. | more than 100 migrants: detained | detained more than 100
Two bankers were jailed pending trial in Valletta. | Two bankers: detained | detained 2
"#

    /// Kidnapped.
    kidnapped r#"
Gunmen abducted 87 pupils near Kagara. | 87 pupils: kidnapped | kidnapped 87
Three engineers were kidnapped on the road to Kidal. | Three engineers: kidnapped | kidnapped 3
The group holds four hostages in Gao. | four hostages: kidnapped | kidnapped 4
Pirates took six seamen hostage off Bonny. | six seamen: kidnapped | kidnapped 6
The gang has seized a priest and two nuns in Croix-des-Bouquets. | two nuns: kidnapped; a priest: kidnapped | kidnapped 3
"#

    /// Released.
    released r#"
The rebels freed two hostages near Arauca. | two hostages: released | released 2
Forty-one prisoners were released in Harare. | Forty-one prisoners: released | released 41
Three drivers were let go after a ransom was paid in Zaria. | Three drivers: released | released 3
Courts in Algiers set 20 activists free. | 20 activists: released | released 20
"#

    /// Rescued.
    rescued r#"
The coastguard rescued 53 people off Lesbos. | 53 people: rescued | rescued 53
Twelve boys were pulled out alive from a cave near Chiang Rai. | Twelve boys: rescued | rescued 12
Some 300 villagers were plucked from rooftops in Feni. | Some 300 villagers: rescued | rescued about 300
A helicopter lifted nine climbers to safety in Chamonix. | nine climbers: rescued | rescued 9
Two survivors were dug out of the rubble in Adana. | Two survivors: rescued | rescued 2
"#

    /// Displaced.
    displaced r#"
Thousands have fled their homes in Marawi. | Thousands: displaced | displaced 2000 to 9999
Some 2,050 families have fled El Fasher. | Some 2,050 families: displaced | displaced about 2050
The fighting displaced 40,000 people in Masisi. | 40,000 people: displaced | displaced 40000
At least 600,000 are displaced in Amhara. | At least 600,000: displaced | displaced at least 600000
Floods forced 12,000 villagers from their homes in Sylhet. | 12,000 villagers: displaced | displaced 12000
"#

    /// Evacuated.
    evacuated r#"
Firemen evacuated 300 guests from a hotel in Rhodes. | 300 guests: evacuated | evacuated 300
About 9,430 residents were moved to safety on Luzon. | About 9,430 residents: evacuated | evacuated about 9430
The eruption led to the evacuation of 5,000 islanders on Vanuatu. | 5,000 islanders: evacuated | evacuated 5000
Some 800 pupils were led to safety from two burning schools in Cork. | Some 800 pupils: evacuated | evacuated about 800
"#

    /// Deployed.
    deployed r#"
Forty engineers are to be deployed to Mali. | Forty engineers: planned deployed | -
Kenya sent 600 police officers to Haiti. | 600 police officers: deployed | deployed 600
Fifteen hundred soldiers were deployed along the Narva river. | Fifteen hundred soldiers: deployed | deployed 1500
The mission has 4,000 troops stationed in Bangui. | 4,000 troops: deployed | deployed 4000
"#

    /// Infected.
    infected r#"
Lusaka counted 412 new cholera cases. | 412 new cholera cases: infected | infected 412
Nine nurses were infected with Ebola in Mbandaka. | Nine nurses: infected | infected 9
Some 80 pupils fell ill with measles in Lethbridge. | Some 80 pupils: infected | infected about 80
Thirty-one sailors tested positive for the virus in Rota. | Thirty-one sailors: infected | infected 31
"#

    /// Hospitalized.
    hospitalized r#"
Thirty-four people were taken to hospital in Gazipur. | Thirty-four people: hospitalized | hospitalized 34
Eleven guests were hospitalised with food poisoning in Varna. | Eleven guests: hospitalized | hospitalized 11
Six toddlers were admitted to a clinic in Lethbridge. | Six toddlers: hospitalized | hospitalized 6
The gas leak put 112 workers in hospital in Ennore. | 112 workers: hospitalized | hospitalized 112
Two drivers are in intensive care in Olomouc. | Two drivers: hospitalized | hospitalized 2
"#

    /// Trapped.
    trapped r#"
Six divers are still trapped in a cave near Vaduz. | Six divers: trapped | trapped 6
Eleven miners are trapped in a shaft near Copiapó. | Eleven miners: trapped | trapped 11
Rescuers are digging for 40 men trapped under a tunnel in Uttarkashi. | 40 men: trapped | trapped 40
The slide trapped nine hikers on a ledge above Cortina. | nine hikers: trapped | trapped 9
Up to 25 people were buried under rubble in Fes. | Up to 25 people: trapped | trapped at most 25
"#

    /// Stranded.
    stranded r#"
Three hundred passengers were stranded at Keflavik airport. | Three hundred passengers: stranded | stranded 300
Snow left 1,200 motorists stuck on a pass near Nagaoka. | 1,200 motorists: stranded | stranded 1200
The strike stranded 4,000 tourists on Tenerife. | 4,000 tourists: stranded | stranded 4000
"#

    /// Homeless.
    homeless r#"
The fire left 5,000 people homeless in Cox's Bazar. | 5,000 people: homeless | homeless 5000
Some 700 families lost their homes in the flood at Chókwè. | Some 700 families: homeless | homeless about 700
Two hundred people have been made homeless in Valparaíso. | Two hundred people: homeless | homeless 200
"#

    /// Affected.
    affected r#"
In Turkana 926,000 people are affected by drought. | 926,000 people: affected | affected 926000
The cyclone affected 1.4 million people in Sofala. | 1.4 million people: affected | affected 1400000
Some 60,000 households are without power in Galway. | Some 60,000 households: affected | affected about 60000
"#

    /// Protesting and striking.
    protesting r#"
Some 600 miners marched through Rustenburg. | Some 600 miners: protesting | protesting about 600
At least 20,000 people protested in Yerevan on Sunday. | At least 20,000 people: protesting | protesting at least 20000
About 3,500 dockers went on strike in Antwerp. | About 3,500 dockers: protesting | protesting about 3500
Thousands took to the streets of Dakar. | Thousands: protesting | protesting 2000 to 9999
"#

    /// Employed.
    employed r#"
The plant in Graz employs 850 people. | 850 people: employed | employed 850
A mill in Lahti with a workforce of 210 is for sale. | 210: employed | employed 210
The firm has 14,300 workers in Carletonville. | 14,300 workers: employed | employed 14300
Some 98,000 people work for the group in Brazil. | Some 98,000 people: employed | employed about 98000
"#

    /// Laid off.
    laid_off r#"
The yard laid off 300 welders in Rauma. | 300 welders: laid_off | laid_off 300
About 4,000 people lost their jobs in Port Talbot. | About 4,000 people: laid_off | laid_off about 4000
The bank in Milan cut 2,100 jobs. | 2,100 jobs: laid_off | laid_off 2100
Sixty teachers were dismissed in Diyarbakir. | Sixty teachers: laid_off | laid_off 60
"#

    /// Assaulted.
    assaulted r#"
Soldiers raped 17 women in Minova. | 17 women: assaulted | assaulted 17
Nine girls were sexually abused at a school in Kisumu. | Nine girls: assaulted | assaulted 9
Three reporters were beaten up by guards in Baku. | Three reporters: assaulted | assaulted 3
Four prisoners said they had been tortured in Bujumbura. | Four prisoners: assaulted | assaulted 4
"#

    /// Sentenced.
    sentenced r#"
A court in Lyon sentenced eight men to prison. | eight men: sentenced | sentenced 8
Six smugglers were jailed for ten years in Catania. | Six smugglers: sentenced | sentenced 6
Twelve men were condemned to death in Kinshasa. | Twelve men: sentenced | sentenced 12
Three poachers received prison terms of five years in Arusha. | Three poachers: sentenced | sentenced 3
"#

    /// Destroyed.
    destroyed r#"
The quake destroyed 20 villages near Herat. | 20 villages: destroyed | destroyed 20
Seventy homes burned down in Paradise. | Seventy homes: destroyed | destroyed 70
Two bridges were washed away in Chitral. | Two bridges: destroyed | destroyed 2
Shells flattened three schools in Avdiivka. | three schools: destroyed | destroyed 3
Ukraine said 14 tanks had been knocked out near Vuhledar. | 14 tanks: destroyed | destroyed 14
"#

    /// Damaged.
    damaged r#"
Two clinics and a church were damaged by shells in Kupiansk. | Two clinics: damaged | damaged 2
Hail damaged 1,430 houses in Girona. | 1,430 houses: damaged | damaged 1430
Some 40 cars were battered by hail in Reutlingen. | Some 40 cars: damaged | damaged about 40
The blast shattered windows and damaged nine buildings in Varna. | nine buildings: damaged | damaged 9
"#

    /// Shot down.
    shot_down r#"
Air defences shot down 31 drones over Odesa. | 31 drones: shot_down | shot_down 31
Two helicopters were downed near Aleppo. | Two helicopters: shot_down | shot_down 2
All nine missiles were intercepted above Eilat. | nine missiles: shot_down | shot_down 9
The navy brought down three drones off Hodeidah. | three drones: shot_down | shot_down 3
"#

    /// Launched.
    launched r#"
Russia fired 40 missiles at Lviv. | 40 missiles: launched | launched 40
Two ballistic missiles were launched from Sunan. | Two ballistic missiles: launched | launched 2
Militants lobbed five mortar shells into Beledweyne. | five mortar shells: launched | launched 5
The raid on Kryvyi Rih involved 60 drones launched from Crimea. | 60 drones: launched | launched 60
"#

    /// Delivered.
    delivered r#"
Norway has shipped 12 howitzers to Ukraine. | 12 howitzers: delivered | delivered 12
The charity delivered 1,500 blankets to Jajarkot. | 1,500 blankets: delivered | delivered 1500
Some 200,000 doses were handed over in Kigali. | Some 200,000 doses: delivered | delivered about 200000
"#
}
