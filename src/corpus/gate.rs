//! The gate before the work: it lets items in while there is room for them.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// How much may be on its way at once.
#[derive(Clone, Copy)]
pub(super) struct Window {
    /// Items being ready, worked on, or waiting for an earlier one to be finished.
    pub items: usize,
    /// Bytes of those items. A single item may be larger; it then goes alone.
    pub bytes: usize,
}

impl Window {
    /// Enough for this many threads to stay busy.
    pub fn for_threads(threads: usize) -> Self {
        Window { items: 8 * threads, bytes: (2 << 20) * threads.max(8) }
    }
}

/// Lets items in while there is room in the window.
pub(super) struct Gate {
    window: Window,
    inside: Mutex<Inside>,
    left: Condvar,
}

#[derive(Default)]
pub(super) struct Inside {
    items: usize,
    bytes: usize,
    pub closed: bool,
}

impl Gate {
    pub fn new(window: Window) -> Self {
        Gate { window, inside: Mutex::default(), left: Condvar::new() }
    }

    /// Waits for room. False when nothing is wanted any more.
    pub fn enter(&self, weight: usize) -> bool {
        let full = |inside: &mut Inside| {
            let fits = inside.items < self.window.items && inside.bytes + weight <= self.window.bytes;
            !(inside.closed || inside.items == 0 || fits)
        };
        let mut inside = self.left.wait_while(self.lock(), full).unwrap_or_else(PoisonError::into_inner);
        inside.items += 1;
        inside.bytes += weight;
        !inside.closed
    }

    pub fn leave(&self, weight: usize) {
        let mut inside = self.lock();
        inside.items -= 1;
        inside.bytes -= weight;
        self.left.notify_one();
    }

    pub fn close(&self) {
        self.lock().closed = true;
        self.left.notify_one();
    }

    pub fn lock(&self) -> MutexGuard<'_, Inside> {
        lock(&self.inside)
    }
}

/// Closes the gate however the work ends, so that the reader ends too.
pub(super) struct Closing<'g>(pub &'g Gate);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Nothing here is left half done by a panic.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
