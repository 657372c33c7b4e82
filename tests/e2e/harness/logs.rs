//! What a server prints, kept until somebody wants to see it.

use std::io::{BufRead as _, BufReader, Read};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

/// The lines of a process's output, in the order in which they came.
#[derive(Clone, Default)]
pub(super) struct Logs {
    shared: Arc<(Mutex<Vec<String>>, Condvar)>,
}

impl Logs {
    /// Follows a stream of the process until its end.
    pub(super) fn follow(&self, stream: impl Read + Send + 'static) {
        let logs = self.clone();
        thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                let (lines, grown) = &*logs.shared;
                lines.lock().unwrap().push(line);
                grown.notify_all();
            }
        });
    }

    /// Waits for a line that holds `marker` and returns what follows it.
    pub(super) fn after(&self, marker: &str, patience: Duration) -> Option<String> {
        let (lines, grown) = &*self.shared;
        let found = |lines: &[String]| {
            lines
                .iter()
                .find_map(|line| line.split_once(marker))
                .map(|(_, rest)| rest.trim().to_owned())
        };
        let (lines, _) = grown
            .wait_timeout_while(lines.lock().unwrap(), patience, |lines| {
                found(lines).is_none()
            })
            .unwrap();
        found(&lines)
    }

    /// Everything until now.
    pub(super) fn text(&self) -> String {
        self.shared.0.lock().unwrap().join("\n")
    }
}
