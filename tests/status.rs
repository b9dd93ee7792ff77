//! How sure it is: rows of `text | what is told of its quantities`, by phenomenon. The notation is told in `told`.

mod told;

use told::rows;

rows! {
    /// What is told as a fact, negated ones too.
    reported r#"
Twelve miners were killed near Obuasi. | Twelve miners: status=reported
No soldiers were killed in Gao. | No soldiers: status=reported
None of the 14 passengers was hurt. | None: status=reported
At least 12 people are known to have died. | At least 12 people: status=reported
Twelve people reportedly died in Gao. | Twelve people: status=reported
Police confirmed that 12 people had died, but would not say how. | 12 people: status=reported
The army did not elaborate on how 12 men died. | 12 men: status=reported
Relatives want the bodies of 12 men who were killed in May. | 12 men: status=reported
"#

    /// Denials reach over "that", and not over another verb of saying.
    denied r#"
Moscow denied that 40 civilians were killed. | 40 civilians: status=denied
Moscow denies having killed 40 civilians. | 40 civilians: status=denied
The army dismissed reports that 12 boys had been shot. | 12 boys: status=denied
There is no evidence that 300 people were executed, the army said. | 300 people: status=denied
Moscow denied hitting homes, saying it had destroyed two hangars. | two hangars: status=reported
The army denied any role; 12 boys were killed in the raid. | 12 boys: status=reported
The minister denied that the jail held 40 boys. | 40 boys: status=denied
"#

    /// What is denied is no plan, though it is told as one.
    denied_plans r#"
The ministry disowned a rumour that it would send 300 troops to Mali. | 300 troops: status=denied
The ministry denied it would send 300 troops to Mali. | 300 troops: status=denied
The ministry denied a rumour that it may lay off 300 workers. | 300 workers: status=denied
The army dismissed rumours that 40 soldiers had been killed in Kati. | 40 soldiers: status=denied
The ministry denied plans to send 300 troops to Mali. | 300 troops: status=denied
Chad called off plans to deploy 600 soldiers in Niger. | 600 soldiers: status=denied
Chad, which denies it, plans to send 600 soldiers to Niger. | 600 soldiers: status=planned
A guard who tried to stop the thieves was killed. | A guard: status=reported
"#

    /// What nobody would confirm may be so, and so may what is suspected.
    unconfirmed r#"
The army refused to confirm that 12 soldiers had been killed in Gao. | 12 soldiers: status=possible
The army refused to confirm reports that 12 soldiers had been killed in Gao. | 12 soldiers: status=possible
The army did not confirm or deny reports that 12 soldiers had been killed. | 12 soldiers: status=possible
The army confirmed reports that 12 soldiers had been killed. | 12 soldiers: status=reported
Nigeria has found 11 suspected cases of mpox. | 11 suspected cases: status=possible
Nigeria has found 11 cases of mpox. | 11 cases: status=reported
"#

    /// What is to happen.
    planned r#"
Kenya will send 600 officers to Haiti. | 600 officers: status=planned
Kenya plans to send 600 officers to Haiti. | 600 officers: status=planned
Kenya agreed last month to send 600 officers to Haiti. | 600 officers: status=planned
The firm is to lay off 900 workers. | 900 workers: status=planned
Some 900 workers will be laid off in June. | Some 900 workers: status=planned
The firm will cut 300 jobs in Detroit and lay off 900 workers in Ohio. | 300 jobs: status=planned; 900 workers: status=planned
The European Union voted to send 200 observers to Chad. | 200 observers: status=planned
A further 9,430 residents are to be evacuated. | 9,430 residents: status=planned
Motorola to cut 1,000 jobs in Illinois | 1,000 jobs: status=planned
Kenya sent 600 officers, and will send a ship. | 600 officers: status=reported
Kenya, which will host the summit, sent 600 officers to Haiti. | 600 officers: status=reported
"#

    /// What may be so: hedges, fears, dangers, threats.
    possible r#"
Up to 40 people may have drowned off Sfax. | Up to 40 people: status=possible
Forty people are feared dead in Wayanad. | Forty people: status=possible
Forty people could die of hunger in Kassala. | Forty people: status=possible
Dozens of bodies may lie under the mud in Valencia. | Dozens of bodies: status=possible
Up to 50 deaths are feared in Herat. | Up to 50 deaths: status=possible
Scientists expect 10,000 more deaths in Dhaka. | 10,000 more deaths: status=possible
Gangs threatened to kill 12 hostages. | 12 hostages: status=possible
It is likely that 12 climbers died on Manaslu. | 12 climbers: status=possible
The ministry could not confirm that 12 soldiers had died. | 12 soldiers: status=possible
Twelve climbers died on Manaslu, and more may follow. | Twelve climbers: status=reported
"#

    /// Questions and conditionals.
    supposed r#"
Were 40 soldiers killed in Gao? | 40 soldiers: status=possible
If 40 soldiers are killed, the army will leave Gao. | 40 soldiers: status=possible
The army asked whether 40 soldiers had been killed. | 40 soldiers: status=possible
Had they stayed, 40 people would have been killed. | 40 people: status=possible
Nobody knows why 40 soldiers were killed in Gao. | 40 soldiers: status=reported
"#

    /// Demands, and what is known of those they are about.
    demands r#"
The UN urged Chad to free 12 students. | 12 students: status=possible
Relatives begged the gang to release 12 students. | 12 students: status=possible
Thousands marched to demand the release of the 48 hostages held in Gaza. | 48 hostages: status=reported
"#

    /// Promises and plans that are nouns.
    promises r#"
Belgium has promised 215,000 doses. | 215,000 doses: status=planned
Belgium has pledged 40 tanks to Ukraine. | 40 tanks: status=planned
The firm announced the layoff of 900 workers. | 900 workers: status=planned
Parliament approved the deployment of 2,000 soldiers. | 2,000 soldiers: status=planned
The firm announced plans to lay off 900 workers. | 900 workers: status=planned
Hamas has agreed to the release of 33 hostages. | 33 hostages: status=planned
"#

    /// Hedges in the passive.
    hedged r#"
The other nine are believed to be trapped. | nine: status=possible
Nine miners are thought to be trapped. | Nine miners: status=possible
Nine miners are presumed dead. | Nine miners: status=possible
At least 40 people are known to have died. | At least 40 people: status=reported
At least 40 people are confirmed dead. | At least 40 people: status=reported
If talks fail, 900 workers will lose their jobs. | 900 workers: status=possible
"#

    /// Reports that are denied behind, denials of guilt, and denials denied.
    refuted r#"
Reports that 40 soldiers had deserted were denied by the army. | 40 soldiers: status=denied
The claim that 40 soldiers were killed is untrue, the army said. | 40 soldiers: status=denied
She dismissed talk of 40 deaths. | 40 deaths: status=denied
He denied a role in the attack that killed 40 people. | 40 people: status=reported
Nobody disputes that 40 people were killed. | 40 people: status=reported
The army did not deny that 40 people had died. | 40 people: status=reported
"#
}
