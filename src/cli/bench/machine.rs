//! The machine that it was measured on, as far as it tells.

use std::fs;

use serde::{Deserialize, Serialize};

/// What the figures were measured on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Machine {
    /// The processor's name; "unknown" where the system does not tell.
    pub cpu: String,
    /// Threads that the system runs at once.
    pub cores: usize,
    /// Operating system, with the version of a Linux kernel.
    pub os: String,
    /// Architecture: `x86_64`, `aarch64`…
    pub arch: String,
}

impl Machine {
    /// This one.
    pub fn this() -> Self {
        let release = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
        let kernel = release.split('-').next().unwrap_or_default();
        Machine {
            cpu: cpu().unwrap_or_else(|| "unknown".to_owned()),
            cores: cores(),
            os: format!("{} {}", std::env::consts::OS, kernel.trim()).trim_end().to_owned(),
            arch: std::env::consts::ARCH.to_owned(),
        }
    }
}

/// Threads that the system runs at once.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn cpu() -> Option<String> {
    let info = fs::read_to_string("/proc/cpuinfo").ok();
    let name = info.as_deref().and_then(|info| field(info, "model name")).map(str::to_owned);
    name.or_else(|| std::env::var("PROCESSOR_IDENTIFIER").ok())
}

/// The most memory that this process has held so far, in bytes. None where the system does not tell (it is no Linux).
pub fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let kibibytes: u64 = field(&status, "VmHWM")?.strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

/// What this thread did with its time so far, in nanoseconds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Share {
    /// It ran.
    pub ran: u64,
    /// It could have run, but other programs had the cores.
    pub waited: u64,
}

impl Share {
    /// None where the system does not tell (it is no Linux).
    pub fn so_far() -> Option<Self> {
        let stat = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        let mut numbers = stat.split_whitespace().map_while(|number| number.parse().ok());
        Some(Share { ran: numbers.next()?, waited: numbers.next()? })
    }

    /// Adds what was done since `start`.
    pub fn add_since(&mut self, start: Option<Share>) {
        if let (Some(start), Some(now)) = (start, Share::so_far()) {
            self.ran += now.ran.saturating_sub(start.ran);
            self.waited += now.waited.saturating_sub(start.waited);
        }
    }

    /// The share of waiting; None where nothing was told.
    pub fn waited_percent(self) -> Option<f64> {
        let all = self.ran + self.waited;
        (all > 0).then(|| 100.0 * self.waited as f64 / all as f64)
    }
}

/// The value of the first line `NAME: value`.
fn field<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    text.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        (key.trim_end() == name).then(|| value.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn fields_are_found_by_their_whole_name() {
        let text = "model\t\t: 17\nmodel name\t: A CPU\nVmHWM:\t  2048 kB\n";
        assert_eq!(field(text, "model name"), Some("A CPU"));
        assert_eq!(field(text, "VmHWM"), Some("2048 kB"));
        assert_eq!(field(text, "VmPeak"), None);
    }
}
