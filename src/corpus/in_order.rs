//! One map call that runs serially or on a pool, and keeps the order of its input.
//!
//! Three parts that do not wait for each other within a window: a thread that gets items ready (it reads), a pool that
//! works on them, and the calling thread, which hands the results on in order. Items are jobs of a `rayon` pool, so a
//! worker that has none helps with whatever else the pool is doing. The window bounds how many items (and how many bytes
//! of them) are on their way at once, and with it the memory; one slow item holds the others up only when the window is
//! full.

use std::any::Any;
use std::collections::{BTreeMap, VecDeque};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Mutex, mpsc};

use super::gate::{Closing, Gate, Window, lock};

/// Work that is done on one item after the other.
pub trait Job: Sync {
    /// What is worked on.
    type Item: Send + 'static;
    /// What comes out.
    type Output: Send + 'static;
    /// Memory that a worker keeps between items.
    type State: Send;

    /// The memory of one more worker.
    fn state(&self) -> Self::State;

    /// Does the work. What is ready before the end goes to `ahead`, in order; what is returned is the last.
    fn run(&self, item: Self::Item, state: &mut Self::State, ahead: &mut dyn FnMut(Self::Output)) -> Self::Output;

    /// Bytes that an item holds: only so many are let in at once.
    fn weight(item: &Self::Item) -> usize;
}

/// Does `job` on every item of `source` on `threads` threads and gives the results to `sink` in the order of the items.
///
/// With one thread everything happens on the calling thread. Otherwise `source` runs on a thread of its own, and `sink`
/// on the calling one. `sink` may break; what was not finished then is dropped, and a `source` that waits for input is
/// left behind until it comes.
///
/// ```
/// use std::ops::ControlFlow;
/// use headcount::corpus::{Job, map_in_order};
///
/// struct Square;
/// impl Job for Square {
///     type Item = u64;
///     type Output = u64;
///     type State = ();
///     fn state(&self) {}
///     fn run(&self, item: u64, _: &mut (), _: &mut dyn FnMut(u64)) -> u64 { item * item }
///     fn weight(_: &u64) -> usize { 8 }
/// }
///
/// let mut squares = Vec::new();
/// let flow: ControlFlow<()> = map_in_order(4, 0..1000, &Square, |square| {
///     squares.push(square);
///     ControlFlow::Continue(())
/// });
/// assert!(flow.is_continue());
/// assert!(squares.into_iter().eq((0..1000).map(|n| n * n)));
/// ```
///
/// # Panics
/// When `job` or `source` panics, after the work in hand is done; and when the system gives no threads.
pub fn map_in_order<J: Job, B>(
    threads: usize,
    source: impl IntoIterator<Item = J::Item, IntoIter: Send + 'static>,
    job: &J,
    mut sink: impl FnMut(J::Output) -> ControlFlow<B>,
) -> ControlFlow<B> {
    let source = source.into_iter();
    if threads <= 1 {
        let mut state = job.state();
        for item in source {
            let mut flow = ControlFlow::Continue(());
            let last = job.run(item, &mut state, &mut |output| {
                if flow.is_continue() {
                    flow = sink(output);
                }
            });
            flow?;
            sink(last)?;
        }
        return ControlFlow::Continue(());
    }

    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .thread_name(|index| format!("headcount-{index}"))
        .build()
        .expect("the system gives threads");
    let gate = Arc::new(Gate::new(Window::for_threads(threads)));
    let _closing = Closing(&gate);
    let (events, inbox) = mpsc::channel();
    read_ahead(source, J::weight, events.clone(), gate.clone());
    let states = Mutex::new(Vec::new());

    pool.in_place_scope_fifo(|scope| {
        let (mut arrived, mut at_end) = (0, false);
        let mut waiting = Waiting::default();
        while !at_end || waiting.next < arrived {
            // All that has come in is passed on to the workers before the sink gets anything: it may take its time.
            let event = match waiting.is_ready() {
                true => inbox.try_recv().ok(),
                false => Some(inbox.recv().expect("this thread holds a sender")),
            };
            match event {
                Some(Event::Item { item, weight }) => {
                    let (number, events) = (arrived, events.clone());
                    let (states, gate) = (&states, &*gate);
                    arrived += 1;
                    scope.spawn_fifo(move |_| {
                        if gate.lock().closed {
                            return;
                        }
                        // Which worker's memory it is does not matter, so an idle one's will do. It is no thread's own:
                        // a worker that waits inside a job may be given another job meanwhile.
                        let state = lock(states).pop();
                        let result = catch_unwind(AssertUnwindSafe(|| {
                            let mut state = state.unwrap_or_else(|| job.state());
                            // Nobody listens any more once the sink broke.
                            let mut ahead = |output| drop(events.send(Event::Ahead { number, output }));
                            let output = job.run(item, &mut state, &mut ahead);
                            lock(states).push(state);
                            output
                        }));
                        let _ = events.send(Event::Done { number, weight, result });
                    });
                }
                Some(Event::Ahead { number, output }) => waiting.add(number, Output::Ahead(output)),
                Some(Event::Done { number, weight, result }) => {
                    waiting.add(number, result.map_or_else(Output::Panic, |output| Output::Last(output, weight)));
                }
                Some(Event::End(result)) => {
                    at_end = true;
                    result.unwrap_or_else(|panic| give_up(&gate, panic));
                }
                None => {
                    let (output, weight) = match waiting.take() {
                        Output::Ahead(output) => (output, None),
                        Output::Last(output, weight) => (output, Some(weight)),
                        Output::Panic(panic) => give_up(&gate, panic),
                    };
                    let flow = sink(output);
                    if let Some(weight) = weight {
                        gate.leave(weight);
                    }
                    if flow.is_break() {
                        gate.close();
                        return flow;
                    }
                }
            }
        }
        ControlFlow::Continue(())
    })
}

/// Outputs that came before their turn.
struct Waiting<R> {
    /// The item whose turn it is.
    next: usize,
    outputs: BTreeMap<usize, VecDeque<Output<R>>>,
}

/// What a worker made of an item.
enum Output<R> {
    /// There is more to come.
    Ahead(R),
    /// All; and the item's weight.
    Last(R, usize),
    Panic(Panic),
}

impl<R> Default for Waiting<R> {
    fn default() -> Self {
        Waiting { next: 0, outputs: BTreeMap::new() }
    }
}

impl<R> Waiting<R> {
    fn add(&mut self, number: usize, output: Output<R>) {
        self.outputs.entry(number).or_default().push_back(output);
    }

    /// Whether there is an output whose turn it is.
    fn is_ready(&self) -> bool {
        self.outputs.first_key_value().is_some_and(|(&number, _)| number == self.next)
    }

    /// The output whose turn it is; only if there is one.
    fn take(&mut self) -> Output<R> {
        let mut first = self.outputs.first_entry().expect("one is ready");
        let output = first.get_mut().pop_front().expect("no item without outputs is kept");
        if first.get().is_empty() {
            first.remove();
        }
        if !matches!(output, Output::Ahead(_)) {
            self.next += 1;
        }
        output
    }
}

type Panic = Box<dyn Any + Send>;

/// What the calling thread is told.
enum Event<T, R> {
    /// The reader has one more.
    Item { item: T, weight: usize },
    /// A worker has something of an item ready.
    Ahead { number: usize, output: R },
    /// A worker has finished.
    Done { number: usize, weight: usize, result: Result<R, Panic> },
    /// The reader has no more.
    End(Result<(), Panic>),
}

/// Runs the source on a thread of its own, as far ahead as the gate lets it.
fn read_ahead<T: Send + 'static, R: Send + 'static>(
    source: impl Iterator<Item = T> + Send + 'static,
    weigh: fn(&T) -> usize,
    events: mpsc::Sender<Event<T, R>>,
    gate: Arc<Gate>,
) {
    let read = move || {
        let result = catch_unwind(AssertUnwindSafe(|| {
            for item in source {
                let weight = weigh(&item);
                if !gate.enter(weight) || events.send(Event::Item { item, weight }).is_err() {
                    return;
                }
            }
        }));
        let _ = events.send(Event::End(result));
    };
    std::thread::Builder::new().name("headcount-read".into()).spawn(read).expect("the system gives threads");
}

fn give_up(gate: &Gate, panic: Panic) -> ! {
    gate.close();
    resume_unwind(panic)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    /// Takes longer for some items than for others, and counts how many are on their way.
    #[derive(Default)]
    struct Uneven {
        started: AtomicUsize,
    }

    impl Job for Uneven {
        type Item = usize;
        type Output = (usize, usize);
        type State = ();

        fn state(&self) {}

        fn run(&self, item: usize, _: &mut (), _: &mut dyn FnMut((usize, usize))) -> (usize, usize) {
            assert_ne!(item, 666, "no such item");
            let started = self.started.fetch_add(1, Ordering::Relaxed);
            std::thread::sleep(Duration::from_micros(if item.is_multiple_of(17) { 2000 } else { 20 }));
            (item, started)
        }

        fn weight(_: &usize) -> usize {
            1
        }
    }

    #[test]
    fn order_and_window() {
        for threads in [1, 2, 5] {
            let mut seen = 0;
            let flow: ControlFlow<()> = map_in_order(threads, 0..500, &Uneven::default(), |(item, started)| {
                assert_eq!(item, seen);
                assert!(started < seen + 2 * Window::for_threads(threads).items);
                seen += 1;
                ControlFlow::Continue(())
            });
            assert!(flow.is_continue());
            assert_eq!(seen, 500);
        }
    }

    #[test]
    fn a_break_stops_the_work() {
        for threads in [1, 3] {
            let job = Uneven::default();
            let flow = map_in_order(threads, 0.., &job, |(item, _)| {
                if item == 30 { ControlFlow::Break(item) } else { ControlFlow::Continue(()) }
            });
            assert_eq!(flow, ControlFlow::Break(30));
            assert!(job.started.into_inner() <= 31 + Window::for_threads(threads).items);
        }
    }

    #[test]
    #[should_panic(expected = "no such item")]
    fn a_panic_comes_through() {
        let _: ControlFlow<()> = map_in_order(3, 0..10_000, &Uneven::default(), |_| ControlFlow::Continue(()));
    }

    #[test]
    fn heavy_items_go_alone() {
        struct Heavy;
        impl Job for Heavy {
            type Item = usize;
            type Output = usize;
            type State = ();
            fn state(&self) {}
            fn run(&self, item: usize, _: &mut (), _: &mut dyn FnMut(usize)) -> usize {
                item
            }
            fn weight(_: &usize) -> usize {
                usize::MAX / 4
            }
        }
        let mut sum = 0;
        let _: ControlFlow<()> = map_in_order(2, 0..50, &Heavy, |item| {
            sum += item;
            ControlFlow::Continue(())
        });
        assert_eq!(sum, 49 * 50 / 2);
    }

    #[test]
    fn what_is_ready_ahead_keeps_its_place() {
        struct Pieces;
        impl Job for Pieces {
            type Item = usize;
            type Output = (usize, usize);
            type State = ();
            fn state(&self) {}
            fn run(&self, item: usize, _: &mut (), ahead: &mut dyn FnMut((usize, usize))) -> (usize, usize) {
                std::thread::sleep(Duration::from_micros(if item.is_multiple_of(5) { 500 } else { 5 }));
                (0..item % 4).for_each(|piece| ahead((item, piece)));
                (item, item % 4)
            }
            fn weight(_: &usize) -> usize {
                1
            }
        }
        let expected: Vec<_> = (0..300).flat_map(|item| (0..=item % 4).map(move |piece| (item, piece))).collect();
        for threads in [1, 4] {
            let mut seen = Vec::new();
            let _: ControlFlow<()> = map_in_order(threads, 0..300, &Pieces, |output| {
                seen.push(output);
                ControlFlow::Continue(())
            });
            assert_eq!(seen, expected);
            let flow = map_in_order(threads, 0..300, &Pieces, |output| match output {
                (31, 1) => ControlFlow::Break(output),
                _ => ControlFlow::Continue(()),
            });
            assert_eq!(flow, ControlFlow::Break((31, 1)));
        }
    }
}
