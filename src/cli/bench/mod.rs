//! `headcount bench`: how fast it is, where the time goes, and whether the answer is the same.
//!
//! What is run takes turns, round by round: the program on one thread, the bare scan, the program on more threads, the program
//! with a clock. So all of them see the same machine, whatever else it does.

mod compare;
mod corpus;
mod machine;
mod reference;
mod report;
mod run;
mod table;

use std::io::{self, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use clap::ValueEnum;
use headcount::corpus::Summary;
use headcount::{Stage, Stages};

use super::args::{BenchArgs, ColorArg};
use super::messages::{self, Outcome};
use super::{out, setup};
use compare::Comparison;
use corpus::Inputs;
use machine::{Machine, Share};
use reference::Reference;
use report::{Counted, Found, Memory, Options, Report, Speed, Spread, StageTime};
use run::{Program, Timed, Written};

/// What the measured runs of a default bench take together, about.
const SECONDS: f64 = 4.0;

/// Measures and prints the report.
pub fn run(args: BenchArgs) -> anyhow::Result<Outcome> {
    setup::one_stdin(&args.paths)?;
    let before = args.compare.as_deref().map(|path| Ok::<_, anyhow::Error>((path, Report::read(path)?))).transpose()?;
    let start = Instant::now();
    let tagger = setup::tagger(&args.lexicons)?;
    let open_seconds = start.elapsed().as_secs_f64();
    let inputs = Inputs::open(&args.paths, setup::read_options(&args.input))?;
    let program = Program { tagger: &tagger, inputs: &inputs, date: args.input.date };
    let threads = args.threads.map_or_else(machine::cores, NonZeroUsize::get);

    // First as `tag` runs, with nothing of the bench in memory.
    let (_, written, summary) = program.run(threads, messages::problem);
    let memory = Memory { peak_bytes: machine::peak_memory(), threads, with_inputs: inputs.keeps() };

    let (survey, mut corpus, mut output, texts) = survey(&program, !args.no_reference);
    corpus.input_bytes = summary.bytes;
    corpus.errors = summary.errors;
    if corpus.text_bytes == 0 {
        let what = if corpus.documents == 0 { "no document" } else { "no document with any text" };
        messages::error(format_args!("nothing to measure: {what} in {}", names(&args.paths).join(", ")));
        return Ok(Outcome::SomeFailed);
    }
    let reference = if args.no_reference { None } else { Some(Reference::build(&args.lexicons, texts)?) };

    let repeat = args.repeat.map_or_else(|| (SECONDS / 4.0 / survey.seconds).clamp(3.0, 15.0) as u32, u32::from);
    let mut rounds = Rounds::new(threads, written);
    rounds.check(survey.written);
    for round in 0..args.warm_up + repeat {
        progress(round, args.warm_up, repeat);
        rounds.run(&program, reference.as_ref(), round >= args.warm_up);
    }
    progress_done();

    output.bytes = written.bytes;
    output.xxh3 = format!("{:016x}", written.xxh3);
    output.same_in_all_runs = rounds.same;
    let options = options(&args, threads, repeat);
    let mut report = rounds.report(options, corpus, output, open_seconds, memory, reference.as_ref());
    report.comparison = before.as_ref().map(|(path, before)| Comparison::of(path, before, &report));

    let text = if args.json {
        serde_json::to_string_pretty(&report)? + "\n"
    } else {
        table::text(&report, out::width(), out::coloured(ColorArg::Auto))
    };
    out::print(text)?;
    Ok(outcome(&report, &summary))
}

/// Says on standard error what is wrong, if anything.
fn outcome(report: &Report, summary: &Summary) -> Outcome {
    let mut outcome = if summary.errors == 0 { Outcome::Fine } else { Outcome::SomeFailed };
    if !report.output.same_in_all_runs {
        messages::error("the runs did not all write the same; please report it");
        outcome = Outcome::SomeFailed;
    }
    if let Some(comparison) = &report.comparison {
        for difference in &comparison.differences {
            let compare::Difference { what, before, after } = difference;
            messages::error(format_args!("{}: not the same {what}: {before} before, {after} now", comparison.with));
            outcome = Outcome::SomeFailed;
        }
    }
    outcome
}

/// The first run with a clock, which looks at what is found. The texts are kept where they are wanted.
fn survey(program: &Program<'_>, keep: bool) -> (Timed, Counted, Found, Vec<String>) {
    let (mut corpus, mut found, mut texts) = (Counted::default(), Found::default(), Vec::new());
    let timed = program.timed(|text, document| {
        corpus.documents += 1;
        corpus.text_bytes += text.len() as u64;
        found.entities += document.entities.len() as u64;
        found.quantities += document.quantities.len() as u64;
        found.times += document.times.len() as u64;
        found.tolls += document.tolls.len() as u64;
        if keep {
            texts.push(text.to_owned());
        }
    });
    corpus.tokens = timed.stages.tokens();
    (timed, corpus, found, texts)
}

/// The samples of all rounds.
struct Rounds {
    /// What every run must have written.
    written: Written,
    same: bool,
    /// Seconds of the program, by number of threads.
    program: Vec<(usize, Vec<f64>)>,
    reference: Vec<f64>,
    matches: u64,
    /// All of a run with a clock, and its parts.
    timed: Vec<f64>,
    reading: Vec<f64>,
    stages: Vec<Stages>,
    writing: Vec<f64>,
    /// How much of the measured time on one thread was waiting.
    share: Share,
}

impl Rounds {
    fn new(threads: usize, written: Written) -> Self {
        let program = thread_counts(threads).map(|count| (count, Vec::new())).collect();
        Rounds {
            written,
            same: true,
            program,
            reference: Vec::new(),
            matches: 0,
            timed: Vec::new(),
            reading: Vec::new(),
            stages: Vec::new(),
            writing: Vec::new(),
            share: Share::default(),
        }
    }

    fn check(&mut self, written: Written) {
        self.same &= written == self.written;
    }

    /// Everything once, the bare scan right behind the program on one thread.
    fn run(&mut self, program: &Program<'_>, reference: Option<&Reference>, measured: bool) {
        for index in 0..self.program.len() {
            let start = Share::so_far();
            let (seconds, written, _) = program.run(self.program[index].0, |_| ());
            self.check(written);
            if measured {
                self.program[index].1.push(seconds);
            }
            if let Some(reference) = reference.filter(|_| index == 0) {
                let (seconds, matches) = reference.run();
                self.matches = matches;
                if measured {
                    self.reference.push(seconds);
                }
            }
            if measured && index == 0 {
                self.share.add_since(start);
            }
        }
        let start = Share::so_far();
        let timed = program.timed(|_, _| ());
        self.check(timed.written);
        if measured {
            self.share.add_since(start);
            self.timed.push(timed.seconds);
            self.reading.push(timed.reading.as_secs_f64());
            self.stages.push(timed.stages);
            self.writing.push(timed.writing.as_secs_f64());
        }
    }

    fn report(
        self,
        options: Options,
        corpus: Counted,
        output: Found,
        open_seconds: f64,
        memory: Memory,
        reference: Option<&Reference>,
    ) -> Report {
        let stages = self.stage_times(corpus.tokens);
        let megabytes = corpus.text_bytes as f64 / 1e6;
        let mut program: Vec<Speed> = Vec::new();
        for (threads, samples) in self.program {
            let seconds = Spread::of(samples);
            let mb_per_second = seconds.rate(megabytes);
            let one = program.first().map_or(mb_per_second.median, |one| one.mb_per_second.median);
            let to_one_thread = mb_per_second.median / one;
            program.push(Speed {
                threads,
                documents_per_second: corpus.documents as f64 / seconds.median,
                tokens_per_second: corpus.tokens as f64 / seconds.median,
                to_one_thread,
                efficiency: to_one_thread / threads as f64,
                seconds,
                mb_per_second,
            });
        }
        let seconds = Spread::of(self.reference);
        let reference = reference.map(|scan| report::Reference {
            what: reference::WHAT.to_owned(),
            forms: scan.forms,
            canonical_only: scan.canonical_only.clone(),
            build_seconds: scan.build_seconds,
            memory_bytes: scan.memory(),
            matches: self.matches,
            mb_per_second: seconds.rate(megabytes),
            seconds,
        });
        let one = program.first().map_or(0.0, |one| one.mb_per_second.median);
        Report {
            format: report::FORMAT,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            build: if cfg!(debug_assertions) { "debug" } else { "release" }.to_owned(),
            date: now(),
            machine: Machine::this(),
            options,
            corpus,
            output,
            open_seconds,
            program,
            ratio: reference.as_ref().map(|scan| one / scan.mb_per_second.median),
            reference,
            stages,
            timed_seconds: Spread::of(self.timed),
            memory,
            waited_percent: self.share.waited_percent(),
            comparison: None,
        }
    }

    fn stage_times(&self, tokens: u64) -> Vec<StageTime> {
        let of = |stage: Stage| self.stages.iter().map(|run| run.spent(stage).as_secs_f64()).collect();
        let mut stages = vec![("reading".to_owned(), Spread::of(self.reading.clone()))];
        stages.extend(Stage::ALL.map(|stage| (stage.name().to_owned(), Spread::of(of(stage)))));
        stages.push(("writing".to_owned(), Spread::of(self.writing.clone())));
        let all: f64 = stages.iter().map(|(_, seconds)| seconds.median).sum();
        let time = |(stage, seconds): (String, Spread)| StageTime {
            stage,
            ns_per_token: seconds.median * 1e9 / tokens.max(1) as f64,
            percent: 100.0 * seconds.median / all.max(f64::MIN_POSITIVE),
            seconds,
        };
        stages.into_iter().map(time).collect()
    }
}

/// 1, 2, 4… and the most.
fn thread_counts(most: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(1_usize), |count| count.checked_mul(2))
        .take_while(move |count| *count < most)
        .chain([most.max(1)])
}

fn options(args: &BenchArgs, threads: usize, repeat: u32) -> Options {
    let input = &args.input;
    let format = input.input_format.to_possible_value().map(|value| value.get_name().to_owned());
    Options {
        inputs: names(&args.paths),
        lexicons: names(&args.lexicons.lexicons),
        bundled_names: !args.lexicons.no_bundled_names,
        input_format: format.unwrap_or_default(),
        text_field: input.text_field.clone(),
        id_field: input.id_field.clone(),
        date_field: input.date_field.clone(),
        date: input.date.map(|date| date.to_string()),
        threads,
        repeat,
        warm_up: args.warm_up,
    }
}

fn names(paths: &[std::path::PathBuf]) -> Vec<String> {
    paths.iter().map(|path| path.display().to_string()).collect()
}

/// Now, UTC, to the second.
fn now() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    jiff::Timestamp::from_second(since.as_secs() as i64).map(|now| now.to_string()).unwrap_or_default()
}

/// Tells a terminal how far it is.
fn progress(round: u32, warm_up: u32, repeat: u32) {
    if io::stderr().is_terminal() {
        let what =
            if round < warm_up { "warming up".to_owned() } else { format!("{} of {repeat}", round - warm_up + 1) };
        let _ = write!(io::stderr(), "\r\x1b[Kheadcount: round {what}");
        let _ = io::stderr().flush();
    }
}

fn progress_done() {
    if io::stderr().is_terminal() {
        let _ = write!(io::stderr(), "\r\x1b[K");
    }
}

#[cfg(test)]
mod tests {
    use super::thread_counts;

    #[test]
    fn threads_double_up_to_the_most() {
        for (most, counts) in [(1, &[1][..]), (2, &[1, 2]), (6, &[1, 2, 4, 6]), (8, &[1, 2, 4, 8])] {
            assert_eq!(thread_counts(most).collect::<Vec<_>>(), counts);
        }
    }
}
