//! One map call that runs serially or on a pool, and keeps the order of its input.
//!
//! Three parts that do not wait for each other within a window: a thread that gets items ready (it reads), a pool that
//! works on them, and the calling thread, which hands the results on in order. Items are jobs of a `rayon` pool, so a
//! worker that has none helps with whatever else the pool is doing. The window bounds how many items (and how many bytes
//! of them) are on their way at once, and with it the memory; one slow item holds the others up only when the window is
//! full.

use std::any::Any;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc};

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

    /// Does the work.
    fn run(&self, item: Self::Item, state: &mut Self::State) -> Self::Output;

    /// Bytes that an item holds: only so many are let in at once.
    fn weight(item: &Self::Item) -> usize;
}

/// How much may be on its way at once.
#[derive(Clone, Copy)]
struct Window {
    /// Items being ready, worked on, or waiting for an earlier one to be finished.
    items: usize,
    /// Bytes of those items. A single item may be larger; it then goes alone.
    bytes: usize,
}

impl Window {
    /// Enough for this many threads to stay busy.
    fn for_threads(threads: usize) -> Self {
        Window { items: 8 * threads, bytes: (2 << 20) * threads.max(8) }
    }
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
///     fn run(&self, item: u64, _: &mut ()) -> u64 { item * item }
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
            sink(job.run(item, &mut state))?;
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
        let (mut arrived, mut handed_on, mut at_end) = (0, 0, false);
        let mut waiting = BTreeMap::new();
        while !at_end || handed_on < arrived {
            match inbox.recv().expect("this thread holds a sender") {
                Event::Item { item, weight } => {
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
                            let output = job.run(item, &mut state);
                            lock(states).push(state);
                            output
                        }));
                        // Nobody listens any more once the sink broke.
                        let _ = events.send(Event::Done { number, weight, result });
                    });
                }
                Event::Done { number, weight, result } => {
                    waiting.insert(number, (weight, result));
                    while let Some((weight, result)) = waiting.remove(&handed_on) {
                        handed_on += 1;
                        let flow = sink(result.unwrap_or_else(|panic| give_up(&gate, panic)));
                        gate.leave(weight);
                        if flow.is_break() {
                            gate.close();
                            return flow;
                        }
                    }
                }
                Event::End(result) => {
                    at_end = true;
                    result.unwrap_or_else(|panic| give_up(&gate, panic));
                }
            }
        }
        ControlFlow::Continue(())
    })
}

type Panic = Box<dyn Any + Send>;

/// What the calling thread is told.
enum Event<T, R> {
    /// The reader has one more.
    Item { item: T, weight: usize },
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

/// Lets items in while there is room in the window.
struct Gate {
    window: Window,
    inside: Mutex<Inside>,
    left: Condvar,
}

#[derive(Default)]
struct Inside {
    items: usize,
    bytes: usize,
    closed: bool,
}

impl Gate {
    fn new(window: Window) -> Self {
        Gate { window, inside: Mutex::default(), left: Condvar::new() }
    }

    /// Waits for room. False when nothing is wanted any more.
    fn enter(&self, weight: usize) -> bool {
        let full = |inside: &mut Inside| {
            let fits = inside.items < self.window.items && inside.bytes + weight <= self.window.bytes;
            !(inside.closed || inside.items == 0 || fits)
        };
        let mut inside = self.left.wait_while(self.lock(), full).unwrap_or_else(PoisonError::into_inner);
        inside.items += 1;
        inside.bytes += weight;
        !inside.closed
    }

    fn leave(&self, weight: usize) {
        let mut inside = self.lock();
        inside.items -= 1;
        inside.bytes -= weight;
        self.left.notify_one();
    }

    fn close(&self) {
        self.lock().closed = true;
        self.left.notify_one();
    }

    fn lock(&self) -> MutexGuard<'_, Inside> {
        lock(&self.inside)
    }
}

/// Closes the gate however the work ends, so that the reader ends too.
struct Closing<'g>(&'g Gate);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Nothing here is left half done by a panic.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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

        fn run(&self, item: usize, _: &mut ()) -> (usize, usize) {
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
            fn run(&self, item: usize, _: &mut ()) -> usize {
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
}
