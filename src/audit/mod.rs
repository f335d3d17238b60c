//! A folder of HTML, made by any generator, is checked as it lies there.
//!
//! Takes a folder; gives diagnostics in the form of all others, and on request the addresses on
//! other hosts. Reads every page, style sheet, sitemap and feed of it, on all threads, and forgets
//! it; those that something is wrong with are read once more, and of their text only the lines
//! that are to be shown are kept. Knows nothing of reports and sources, asks no other host, writes
//! nothing and prints nothing.

mod folder;
mod report;

use std::collections::BTreeMap;
use std::path::PathBuf;

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::check::{Closed, Kind, Leaf, Setting, Web};
use crate::diag::{Diagnostic, Message};
use crate::pipeline::{Failure, Progress};
use crate::source::Sources;
use folder::{Folder, Text};
use report::Report;

/// What to check, and how.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder that is published.
    pub folder: PathBuf,
    /// How it is published, and what is asked of it.
    pub setting: Setting,
    /// Threads; `None` for one a core.
    pub jobs: Option<usize>,
}

/// What came of a check.
#[derive(Debug)]
pub struct Outcome {
    /// The files that diagnostics point at, with the lines that they point at; of the others,
    /// nothing but their ends.
    pub sources: Sources,
    /// Everything there is to say, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The addresses on other hosts, in their order, where they were asked for.
    pub external: Vec<External>,
}

/// An address on another host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct External {
    /// As it is written.
    pub address: String,
    /// How often.
    pub count: usize,
    /// The first file that has it, from the folder.
    pub file: String,
    /// The line of the tag there.
    pub line: usize,
}

/// Checks a folder.
///
/// # Errors
/// [`Failure`] if it cannot be read, or has no pages.
pub fn check(options: &Options, progress: &dyn Progress) -> Result<Outcome, Failure> {
    let pool = ThreadPoolBuilder::new().num_threads(options.jobs.unwrap_or(0)).build();
    let outcome = match pool {
        Ok(pool) => pool.install(|| run(options, progress)),
        Err(error) => {
            Err(failed(Message::new("failure-threads").with("reason", error.to_string())))
        }
    };
    progress.finish();
    outcome
}

fn run(options: &Options, progress: &dyn Progress) -> Result<Outcome, Failure> {
    progress.phase("phase-read-site", 0);
    let folder = Folder::open(&options.folder)?;
    progress.phase("phase-proof", folder.paths.len());
    let web = Web::new(options.setting.clone(), &folder.paths);
    let read = folder.paths.par_iter().enumerate().map(|(number, path)| {
        let read = read(&folder, &web, number, path);
        progress.step();
        read
    });
    let (mut leaves, unread): (Vec<_>, Vec<_>) =
        read.collect::<Result<Vec<_>, Failure>>()?.into_iter().unzip();
    let external = external(&mut leaves, &folder.paths);
    let closed = web.close(leaves);
    let (sources, diagnostics) = report(&folder, &closed, &unread)?;
    Ok(Outcome { sources, diagnostics, external })
}

/// What a file is to the others, and what is wrong with it before anyone has read it.
fn read(
    folder: &Folder,
    web: &Web,
    number: usize,
    path: &str,
) -> Result<(Leaf, Option<Text>), Failure> {
    if Kind::of(path) == Kind::Other || folder.is_unsafe(path) {
        return Ok((Leaf::default(), None));
    }
    Ok(match folder.read(path)? {
        Text::Plain(text) => (web.leaf(file(number), &text), None),
        Text::Broken { text, at } => {
            (web.leaf(file(number), &text), Some(Text::Broken { text, at }))
        }
        unread if Kind::of(path) == Kind::Page => (Leaf::unread(), Some(unread)),
        _ => (Leaf::default(), None),
    })
}

fn file(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Takes the addresses on other hosts out of the leaves.
fn external(leaves: &mut [Leaf], paths: &[String]) -> Vec<External> {
    let mut found: BTreeMap<String, External> = BTreeMap::new();
    for (leaf, path) in leaves.iter_mut().zip(paths) {
        for (address, spot) in std::mem::take(&mut leaf.foreign) {
            let known = found.entry(address).or_insert_with_key(|address| External {
                address: address.clone(),
                count: 0,
                file: path.clone(),
                line: spot.line as usize,
            });
            known.count += 1;
        }
    }
    found.into_values().collect()
}

/// Reads the files that something is wrong with once more, and says what.
fn report(
    folder: &Folder,
    closed: &Closed,
    unread: &[Option<Text>],
) -> Result<(Sources, Vec<Diagnostic>), Failure> {
    let mut suspects = closed.suspects();
    let before = (0..).zip(unread).filter(|(_, text)| text.is_some()).map(|(file, _)| file);
    suspects.extend(before);
    suspects.sort_unstable();
    suspects.dedup();
    let reports = suspects.into_par_iter().map(|file| {
        let path = &folder.paths[file as usize];
        match &unread[file as usize] {
            Some(Text::Broken { text, at }) => {
                let findings = closed.findings(file, text, |other| folder.text(other));
                Ok(Report::broken(path, text, *at, findings))
            }
            Some(text) => Ok(Report::unread(path, text)),
            None => {
                let text = folder.read(path)?.into_string();
                let findings = closed.findings(file, &text, |other| folder.text(other));
                Ok(Report::new(path, &text, findings))
            }
        }
    });
    let reports = reports.collect::<Result<Vec<_>, Failure>>()?;
    let mut sources = Sources::default();
    let mut diagnostics = Vec::new();
    let refused = folder.refused.iter().map(|path| Report::refused(path));
    for report in refused.chain(reports) {
        diagnostics.extend(report.into_diagnostics(&mut sources));
    }
    Ok((sources, diagnostics))
}

fn failed(message: Message) -> Failure {
    Failure { message, details: Vec::new(), hint: None }
}
