//! Which characters a typeface has, remembered without the typeface itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use super::typeface::Typeface;

/// The characters of a typeface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Coverage {
    /// The first and the last code point of each run of them, in rising order.
    runs: Vec<(u32, u32)>,
}

impl Coverage {
    fn of(code_points: impl Iterator<Item = u32>) -> Self {
        let mut sorted: Vec<u32> = code_points.collect();
        sorted.sort_unstable();
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for code_point in sorted {
            match runs.last_mut() {
                Some((_, last)) if code_point <= last.saturating_add(1) => *last = code_point,
                _ => runs.push((code_point, code_point)),
            }
        }
        Self { runs }
    }

    /// Whether a character is among them.
    pub(super) fn has(&self, char: char) -> bool {
        let wanted = u32::from(char);
        let after = self.runs.partition_point(|(first, _)| *first <= wanted);
        let run = after.checked_sub(1).and_then(|place| self.runs.get(place));
        run.is_some_and(|(_, last)| wanted <= *last)
    }
}

/// What a file was when it was looked into.
type Seen = (Option<SystemTime>, u64);

/// What was found, by file.
type Known = BTreeMap<PathBuf, (Seen, Option<Arc<Coverage>>)>;

/// The characters of every typeface that was looked into, until its file changes.
#[derive(Debug, Default)]
pub(super) struct Coverages(Mutex<Known>);

impl Coverages {
    /// The characters of the typeface in a file; none where it is none, or cannot be read.
    pub(super) fn of(&self, path: &Path) -> Option<Arc<Coverage>> {
        let metadata = fs::metadata(path).ok()?;
        let now = (metadata.modified().ok(), metadata.len());
        if let Some((seen, coverage)) = self.known().get(path)
            && *seen == now
        {
            return coverage.clone();
        }
        let read = Typeface::read(path).ok().flatten();
        let coverage = read.and_then(|typeface| {
            let face = typeface.face()?;
            Some(Arc::new(Coverage::of(face.code_points())))
        });
        self.known()
            .insert(path.to_owned(), (now, coverage.clone()));
        coverage
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        // What is there is whole, whatever happened to a thread that held it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typeface_has_the_characters_of_its_runs_and_no_others() {
        let coverage = Coverage::of([0x4E02, 0x4E00, 0x4E01, 0x4E01, 0x20BB7].into_iter());
        assert_eq!(coverage.runs, [(0x4E00, 0x4E02), (0x20BB7, 0x20BB7)]);
        for (char, has) in [
            ('a', false),
            ('一', true),
            ('丂', true),
            ('七', false),
            ('𠮶', false),
            ('𠮷', true),
            ('𠮸', false),
        ] {
            assert_eq!(coverage.has(char), has, "{char}");
        }
    }
}
