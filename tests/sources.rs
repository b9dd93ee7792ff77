//! Who says it: rows of `text | what is told of its quantities`, by phenomenon. The notation is told in `told`.

mod told;

use told::rows;

rows! {
    /// Words of saying before what is said.
    before r#"
Police said 12 miners had died near Obuasi. | 12 miners: source=-, said=Police
UNICEF said on Tuesday that 40 children were hurt. | 40 children: source=UNICEF
UNICEF told reporters in Geneva that 40 children were hurt. | 40 children: source=UNICEF
According to Amnesty International, 14 protesters were shot. | 14 protesters: source=Amnesty International
According to a doctor, nine villagers were killed. | nine villagers: source=-, said=doctor
Interior Minister Paulo Nunda confirmed that six soldiers were killed. | six soldiers: source=Paulo Nunda
Human Rights Watch has documented 33 deaths in Oromia. | 33 deaths: source=Human Rights Watch
Ana Ruiz, a nurse at the clinic, said 21 patients were moved. | 21 patients: source=Ana Ruiz
The head of the Red Crescent, Karim Daoud, told IRNA that 12 teams had left. | 12 teams: source=Karim Daoud
Ukraine's president, Volodymyr Zelenskiy, said 30 drones were shot down. | 30 drones: source=Volodymyr Zelensky
A spokesman for the Kenya Red Cross warned that 200 families might be cut off. | 200 families: source=Kenya Red Cross
"#

    /// Words of saying behind what is said.
    behind r#"
Kenya has counted 397 lions, UNICEF said on Sunday. | 397 lions: source=UNICEF
Russia said 12 soldiers had died, Reuters reported. | 12 soldiers: source=Russia
Twelve miners had died, police said. | Twelve miners: source=-, said=police
Twelve miners had died, said Paulo Nunda, the mayor. | Twelve miners: source=Paulo Nunda
The gang had sent 90 boats, said Paulo Nunda, and had earned $12 million. | 90 boats: source=Paulo Nunda; $12 million: source=Paulo Nunda
Some 300 homes burned down, UNICEF reported on Monday. | Some 300 homes: source=UNICEF
Forty people drowned, according to the United Nations. | Forty people: source=United Nations
Forty people drowned, according to a statement by its partner, Save the Children. | Forty people: source=Save the Children
Nine died and 30 were hurt in the crash, a hospital official said on Friday. | Nine: said=hospital official; 30: said=hospital official
Ten were killed on Sunday, state-run Al Jazeera television reported. | Ten: source=Al Jazeera
"#

    /// Words of saying within what is said.
    around r#"
The quake, UNICEF said, had left 90 children dead. | 90 children: source=UNICEF
Some 40 people, according to the Red Cross, were missing. | Some 40 people: source=International Committee of the Red Cross
At least 14 people, police say, were crushed to death. | At least 14 people: said=police
"#

    /// "X, citing Y, reported" gives Y; X passes it on.
    relays r#"
Reuters, citing the Red Cross, reported that 70 people had died. | 70 people: source=International Committee of the Red Cross, said=Reuters
The BBC quoted Paulo Nunda as saying that 70 people had died. | 70 people: source=Paulo Nunda, said=BBC
Seventy people died, Xinhua reported, citing the Ministry of Health. | Seventy people: source=Ministry of Health, said=Xinhua
The agency cited a low price and shut 12 mines. | 12 mines: source=-
"#

    /// Quotations that go on over sentences.
    quotes r#"
"We buried 12 men," said Paulo Nunda, the mayor. "Another nine are in hospital." | 12 men: source=Paulo Nunda; nine: source=Paulo Nunda
"We buried 12 men. Nine are in hospital," Paulo Nunda said. | 12 men: source=Paulo Nunda; Nine: source=Paulo Nunda
Paulo Nunda, the mayor, was shaken. "We buried 12 men," he said. | 12 men: source=Paulo Nunda
"There were 14 of us in the truck," a survivor said. | 14: said=survivor
Some called it "the killing of 12 angels". | 12 angels: source=-
"#

    /// Pronouns and short forms.
    pronouns r#"
UNICEF sent a team to Juba. It said that 40 children had died. | 40 children: source=UNICEF
UNICEF said that the camp was full. It added that 40 children had died. | 40 children: source=UNICEF
Paulo Nunda told AFP the toll would rise. He said 15 people were missing. | 15 people: source=Paulo Nunda
Amnesty International said prisons were full. The group said 90 men had died. | 90 men: source=Amnesty International
The World Food Programme needs money. Some 300 trucks are stuck, the agency said. | Some 300 trucks: source=World Food Programme
Boeing will cut 900 jobs in Seattle, the company said on Monday. | 900 jobs: source=Boeing
The health secretary warned of more rain. He said 12 people had drowned. | 12 people: source=-, said=health secretary
Rebels freed six men of the army, the ombudsman's office said. | six men: source=-, said=ombudsman's office
UNICEF published a report on Chad. The report said 40 children had died. | 40 children: source=UNICEF
"#

    /// A verb that puts a figure somewhere.
    put_at r#"
The UN put the number of dead at 45. | 45: source=United Nations
The ADEDY union put the number of marchers at 60,000. | 60,000: source=ADEDY
Kyiv puts Russian losses at 900 soldiers. | 900 soldiers: source=Kyiv
UNICEF gave the depth as 22 kilometres and the magnitude as 6.8. | 22 kilometres: source=UNICEF; 6.8: source=UNICEF
UNICEF's latest figures put the dead at 12. | 12: source=UNICEF
Ministry of Health figures put the dead at 12. | 12: source=Ministry of Health
Gaza figures put the dead at 12. | 12: source=-
UNICEF spoke of six dead. On Sunday it raised the number to 13. | 13: source=UNICEF
The firm raised prices as 12 banks failed. | 12 banks: source=-
The Red Cross raised the toll in Cebu to 204. | 204: source=International Committee of the Red Cross
Officials in Texas on Sunday put the toll at 68. | 68: source=-, said=Officials, time=-
The UN put 12 people at risk. | 12 people: source=-
"#

    /// Reports, data and witnesses.
    documents_and_witnesses r#"
A report by Human Rights Watch says 12 children died in Gao. | 12 children: source=Human Rights Watch
A UN report says 12 children died in Gao. | 12 children: source=United Nations
Data from the World Bank show that 40 million people are poor. | 40 million people: source=World Bank
Local media reported 12 deaths in Gao. | 12 deaths: source=-, said=Local media
An AFP reporter saw 12 bodies in Gao. | 12 bodies: source=Agence France-Presse
Sixteen people were killed, witnesses told AFP on Sunday. | Sixteen people: source=-, said=witnesses
One of the survivors, Amina Keita, said 12 people died in Gao. | 12 people: source=Amina Keita
UNICEF, which has 40 staff in Gao, said 12 children had died. | 12 children: source=UNICEF
The UN mission, MONUSCO, said 12 people had died. | 12 people: source=MONUSCO
"#

    /// Nobody's claim: beliefs, hearsay, and verbs of saying that are something else.
    nobody r#"
About 12 people are believed to have died in Gao. | About 12 people: source=-, said=-
Reportedly 12 people died in Gao. | 12 people: source=-, said=-
Twelve deaths were reported in Gao. | Twelve deaths: source=-, said=-
Some 41 people confirmed missing were found alive in Bor. | Some 41 people: source=-, said=-
The fish measured two metres. | two metres: source=-, said=-
Kenya expects to send 600 officers to Haiti. | 600 officers: source=-
UNICEF did not say how 12 boys had died. | 12 boys: source=-
"#

    /// Headlines that name their source behind a dash.
    headlines r#"
Twelve die in bus crash near Cusco - police\n\nA bus left the road. | Twelve: said=police
Quake kills 40 in Flores - UN | 40: source=United Nations
UN: 40 dead in Flores quake | 40: source=United Nations
"#

    /// Whoever denies is the source of what is denied.
    denials r#"
Moscow denied that its missiles had killed 40 civilians. | 40 civilians: source=Moscow, status=denied
The army rejected the claim that 12 boys had been shot. | 12 boys: said=army, status=denied
"#

    /// A claim ends where the next begins.
    two_claims r#"
The army said it had killed 90 rebels; the rebels admitted losing 11 men. | 90 rebels: said=army; 11 men: said=rebels
UNICEF said 40 had died, while Save the Children spoke of 55. | 40: source=UNICEF; 55: source=Save the Children
The UN said 40 had died, but Paulo Nunda said 55 were dead. | 40: source=United Nations; 55: source=Paulo Nunda
"#

    /// A verb that is left out before the next speaker's figure.
    gaps r#"
The UN put the dead at 45, the Red Cross at 60. | 45: source=United Nations; 60: source=International Committee of the Red Cross
Amnesty International counted 40 deaths, Human Rights Watch 52. | 40 deaths: source=Amnesty International; 52: source=Human Rights Watch
The UN estimates the number of dead at 4,000 and the Red Cross at 6,000. | 4,000: source=United Nations; 6,000: source=International Committee of the Red Cross
The IMF expects growth of 3 percent; the World Bank, 2 percent. | 3 percent: source=International Monetary Fund; 2 percent: source=World Bank
The raid, in which 12 hostages died, was a success, the Kremlin maintained. | 12 hostages: source=Kremlin
"#

    /// Figures that somebody owns or keeps, and what only looks so.
    owned_figures r#"
UNICEF's latest count stands at 43 deaths. | 43 deaths: source=UNICEF
By UNICEF's count, 43 children have died. | 43 children: source=UNICEF
By the Red Cross's tally 43 villagers were buried. | 43 villagers: source=International Committee of the Red Cross
The UN's estimate is that 43 children have died. | 43 children: source=United Nations
UNICEF has 43 deaths on its books. | 43 deaths: source=UNICEF
UNICEF's toll stands at 40. | 40: source=UNICEF
Interpol has put 12 names on its list. | 12 names: source=-
NATO flew 900 raids in May, by its own tally. | 900 raids: source=North Atlantic Treaty Organization
NATO's base has 900 beds. | 900 beds: source=-
"#

    /// Verbs that say with a clause or a quotation, and not with an object.
    clauses r#"
UNICEF assumes that 43 children have died. | 43 children: source=UNICEF
UNICEF fears that 43 children have died. | 43 children: source=UNICEF, status=possible
Boeing promised that 43 jets would be delivered. | 43 jets: source=Boeing, status=planned
"Twelve men," sighed Paulo Nunda. | Twelve men: source=Paulo Nunda
"If the 12 of us go," Paulo Nunda asked, "who will feed the 40 goats?" | 12: source=Paulo Nunda; 40 goats: source=Paulo Nunda
Only 12 of the 40 buses are running, complains Grace Otieno, a clerk. | 12: source=Grace Otieno; 40 buses: source=Grace Otieno
Paulo Nunda added two goals. | two goals: source=-
UNICEF added 12 beds to the ward. | 12 beds: source=-
The EU told Hungary to pay 200 million euros. | 200 million euros: source=-
Ana Ruiz, a nurse, has 12 beds. | 12 beds: source=-
"#

    /// What a sentence is about speaks on as "it" and "he".
    subjects r#"
Boeing will cut 780 jobs, it said on Wednesday. | 780 jobs: source=Boeing
Boeing, which lost a contract, will cut 780 jobs, it said. | 780 jobs: source=Boeing
The Bank of Ghana raised its rate on Monday. It expects prices to rise by 4 percent. | 4 percent: source=Bank of Ghana
Paulo Nunda told AFP that the toll would rise. Ana Ruiz lost her home. She said that 15 people were missing. | 15 people: source=Ana Ruiz
UNICEF flew in tents. Its spokesman said 12 children had died. | 12 children: source=UNICEF
UNICEF at first reported 12 deaths but later raised its count to 40. | 12 deaths: source=UNICEF; 40: source=UNICEF
UNICEF first reported 12 deaths, then 40. | 12 deaths: source=UNICEF; 40: source=UNICEF
UNICEF had spoken of 12 deaths; it now speaks of 40. | 12 deaths: source=UNICEF; 40: source=UNICEF
Paulo Nunda first said 12 people had died. He later put the toll at 40. | 12 people: source=Paulo Nunda; 40: source=Paulo Nunda
"#

    /// How far a claim reaches within its sentence.
    reach r#"
His ransom, which Manila denies paying, came to 30 million pesos, according to Rappler. | 30 million pesos: source=Rappler
Poland will station 10,000 troops there, minister Paulo Nunda said on Wednesday; 4,000 will support the guards. | 10,000 troops: source=Paulo Nunda; 4,000: source=Paulo Nunda
Nine people died, said Paulo Nunda; ten had been reported at first. | Nine people: source=Paulo Nunda; ten: source=-
Twelve people died, said Paulo Nunda, a doctor with UNICEF, and two more lost a leg. | Twelve people: source=Paulo Nunda; two more: source=Paulo Nunda
What is known, says Oxfam, is that 12 people died. | 12 people: source=Oxfam
UNICEF, which first reported 12 deaths, has raised the count to 40. | 12 deaths: source=UNICEF; 40: source=UNICEF
UNICEF, after first reporting 12 deaths, has raised the count to 40. | 12 deaths: source=UNICEF; 40: source=UNICEF
Boeing, which has 900 workers in Ohio, said 12 of them had died. | 900 workers: source=-; 12: source=Boeing
The army denied killing 40 people, but admitted the death of two. | 40 people: status=denied; two: status=reported
"#

    /// A count by somebody.
    on_counts r#"
On the latest count by the Red Cross 40 people have died. | 40 people: source=International Committee of the Red Cross
At the last count by UNICEF 40 children were missing. | 40 children: source=UNICEF
By the reckoning of Oxfam 40 people have died. | 40 people: source=Oxfam
Lawyers with Amnesty International knew of 40 arrests. | 40 arrests: source=Amnesty International
UNICEF, in its latest survey, puts the share at 40 percent. | 40 percent: source=UNICEF
UNICEF's survey of 900 homes found that 40 percent had no water. | 900 homes: source=-; 40 percent: source=UNICEF
"#

    /// A few quoted words, quotations behind a colon, and hearsay in them.
    few_words r#"
Paulo Nunda offered a reward for "the eight warships" to leave. | eight warships: source=Paulo Nunda
Paulo Nunda called it "a crime against 12 families". | 12 families: source=Paulo Nunda
Oxfam's Grace Otieno was blunter: "We have three days of water." | three days: source=Grace Otieno
"The army told us that 12 men had died," said Paulo Nunda. | 12 men: source=Paulo Nunda
Paulo Nunda, 73, used it to prop up a shed. "My wife told me for five winters to throw it out," he said. | five winters: source=Paulo Nunda
"#

    /// Who has a name stands for the nameless whom they cite.
    nameless r#"
The US has sent 4,500 sailors, Reuters reported, citing two officials. | 4,500 sailors: source=Reuters
The BBC was told by UNICEF that 70 people had died. | 70 people: source=UNICEF
Paulo Nunda was quoted by the BBC as saying 70 people had died. | 70 people: source=Paulo Nunda
A UNICEF report seen by Reuters says 70 people died. | 70 people: source=UNICEF
Forty people have died, two UNICEF doctors said. | Forty people: source=UNICEF
"#

    /// Who has a name stands for those who only count; lists, rumours, and hearers that nobody knows.
    counters r#"
Hospitals recorded 900 cases of cholera, UNICEF reported. | 900 cases: source=UNICEF, said=Hospitals
Hospitals recorded 900 cases of cholera. Five people died, UNICEF said. | 900 cases: source=-, said=Hospitals; Five people: source=UNICEF
Officials said that 12 people had died, but UNICEF said it was 20. | 12 people: source=-, said=Officials; 20: source=UNICEF
UNICEF has the names of 140 prisoners. | 140 prisoners: source=UNICEF
UNICEF published a list of 39 names. | 39 names: source=UNICEF
Kenya disowned a rumour that it would withdraw 400 officers. | 400 officers: source=Kenya
Some 40 people were killed, Ruth Banda told ERR. | Some 40 people: source=Ruth Banda
The UTM, a union, disputes this: at least 20 miners are missing, it maintains. | at least 20 miners: source=UTM
The union, UTM, disputes this: at least 20 miners are missing, it maintains. | at least 20 miners: source=UTM
"#
    /// What tells when and how it was said ends a claim behind what is said; data of so many are nobody's word.
    circumstances r#"
Forty people died, UNICEF said in its morning report. | Forty people: source=UNICEF, place=-
Forty people died, UNICEF said after talks in Geneva. | Forty people: source=UNICEF, place=-
Forty people died, UNICEF said as it counted the dead. | Forty people: source=UNICEF
UNICEF said after talks in Geneva that 40 people had died. | 40 people: source=UNICEF
The study drew on data from 31 nurses, and 10 had died in Gao. | 10: source=-, said=-
A clerk close to the country's ruling party was shot dead. | A clerk: source=-, said=-
"#
}
