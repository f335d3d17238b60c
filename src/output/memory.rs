//! The sinks that touch no disk.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::Sink;
use super::ledger::{self, Ledger};

/// Keeps the files, for tests and a live preview.
#[derive(Debug, Default)]
pub struct Memory(Ledger<Vec<u8>>);

impl Memory {
    /// The file `path`, if it was written.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Vec<u8>> {
        self.0.lock().get(path).cloned()
    }

    /// All files by path.
    #[must_use]
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.0.into_entries()
    }
}

impl Sink for Memory {
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.0.enter(path, bytes.to_vec())
    }

    fn copy(&self, path: &str, from: &Path) -> io::Result<()> {
        ledger::open(from)?;
        self.0.enter(path, fs::read(from).map_err(ledger::about(from))?)
    }
}

/// Keeps nothing but the paths: finds the fault that the disk would, for a check without writing.
#[derive(Debug, Default)]
pub struct Discard(Ledger<()>);

impl Sink for Discard {
    fn write(&self, path: &str, _bytes: &[u8]) -> io::Result<()> {
        self.0.enter(path, ())
    }

    fn copy(&self, path: &str, from: &Path) -> io::Result<()> {
        ledger::open(from)?;
        self.0.enter(path, ())
    }
}
