//! `explain` says which words gave a figure its role, by which rule, and why it entered a toll or did not. Rows of `text |
//! rule | what it decided`, where the decision is told by how it begins.

use headcount::Tagger;

const ROWS: &str = r#"
Twelve miners were killed in Welkom. | subject | Killed: "Twelve miners"
A bomb killed 21 shoppers in Baqubah. | object | Killed: "21 shoppers"
The crash caused eight deaths in Accra. | within | Killed
The death toll in Hama rose to 94. | toll | Killed
A nurse was shot dead in Nyala. | implicit | 1 Killed
Six people, including a guard, were killed in Bo. | part without figure | Killed
Six people (five boys and a guard) were killed in Bo. | part | of "Six people"
Seventeen people were killed and 23 others wounded in Aden. | ellipsis | like "Seventeen people"
Twelve miners were killed in Welkom. | toll | Killed: is the toll so far (the first figure)
Five died in Bo. Nine people were killed, police said. | toll | Killed: is the toll so far (a larger figure)
Nine people were killed in Bo. Five died on the spot. | toll | Killed: tells of what is counted already (a smaller figure)
Bus plunge kills 21 in Nepal. Twenty-one pilgrims died. | toll | Killed: was told before
Six died in Goma on Monday. Two more died on Tuesday. | toll | Killed: adds to the toll (others, or more)
Nine rebels were killed in Bria; one soldier also died. | toll | Killed: adds to the toll (told apart
Twelve people, including two boys, died in Kano. | toll | Killed: is part of another figure
Up to 40 people may have been killed in Bamenda. Nine were killed in Bo. | toll | Killed: does not count (only possible)
The army denied that five men had been killed near Sarny. | toll | Killed: does not count (denied)
The firm will lay off 120 workers in Graz. Nobody was laid off in Linz. | toll | LaidOff: does not count (only planned)
Every year 1,000 people are killed by snakes in Odisha. | toll | Killed: does not count (a rate
The toll rose to 31 from 26 in Derna. | toll | Killed: does not count (told of the past
A 12th victim of the Jena fire died. | toll | Killed: is the toll so far (its place in the order
Eleven people were killed in riots over the killing of a baker. | toll | Killed: tells of what is counted already (in a clause beside
The UN said 40 people died in Goma. The army said 25 were killed. | toll | Killed: tells of what is counted already
"#;

#[test]
fn every_kind_of_decision_is_told() {
    let tagger = Tagger::bundled();
    let wrong: Vec<String> = ROWS
        .lines()
        .filter(|line| !line.is_empty())
        .filter_map(|line| {
            let [text, rule, decision] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("{line}") };
            let (_, explanation) = tagger.explain(text, None);
            let told = explanation.steps.iter().any(|step| step.rule == rule && step.detail.starts_with(decision));
            let steps = || explanation.steps.iter().map(|step| format!("{}: {}", step.rule, step.detail));
            (!told).then(|| format!("{line}\n  got {:?}", steps().collect::<Vec<_>>()))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
