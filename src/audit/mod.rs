//! A folder of HTML, made by any generator, is checked as it lies there.
//!
//! Takes a folder; gives diagnostics in the form of all others, and on request the addresses on
//! other hosts. Reads every page, style sheet, sitemap and feed of it, on all threads, and forgets
//! it: of its text only the lines that are to be shown are kept. Knows nothing of reports and
//! sources, asks no other host, writes nothing and prints nothing.

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
    let (mut leaves, seen): (Vec<_>, Vec<_>) =
        read.collect::<Result<Vec<_>, Failure>>()?.into_iter().unzip();
    let external = external(&mut leaves, &folder.paths);
    let closed = web.close(leaves);
    let (sources, diagnostics) = report(&folder, &closed, seen)?;
    Ok(Outcome { sources, diagnostics, external })
}

/// What is kept of a file's text, besides its leaf.
enum Seen {
    Nothing,
    /// What its leaf has found, with the lines.
    Early(Report),
    /// A text that is not as it should be.
    Odd(Text),
}

/// What a file is to the others, and what is wrong with it as far as it can tell alone.
fn read(folder: &Folder, web: &Web, number: usize, path: &str) -> Result<(Leaf, Seen), Failure> {
    if Kind::of(path) == Kind::Other || folder.is_unsafe(path) {
        return Ok((Leaf::default(), Seen::Nothing));
    }
    Ok(match folder.read(path)? {
        Text::Plain(text) => {
            let leaf = web.leaf(file(number), &text);
            let findings = leaf.findings();
            let found = !findings.is_empty();
            let early = found.then(|| Seen::Early(Report::new(path, &text, findings)));
            (leaf, early.unwrap_or(Seen::Nothing))
        }
        Text::Broken { text, at } => {
            (web.leaf(file(number), &text), Seen::Odd(Text::Broken { text, at }))
        }
        odd if Kind::of(path) == Kind::Page => (Leaf::unread(), Seen::Odd(odd)),
        _ => (Leaf::default(), Seen::Nothing),
    })
}

fn file(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Takes the addresses on other hosts out of the leaves.
fn external(leaves: &mut [Leaf], paths: &[String]) -> Vec<External> {
    let mut found: BTreeMap<String, External> = BTreeMap::new();
    for (leaf, path) in leaves.iter_mut().zip(paths) {
        for (address, line) in std::mem::take(&mut leaf.foreign) {
            let known = found.entry(address).or_insert_with_key(|address| External {
                address: address.clone(),
                count: 0,
                file: path.clone(),
                line: line as usize,
            });
            known.count += 1;
        }
    }
    found.into_values().collect()
}

/// Says what is wrong with each file; those with which more is wrong than they could tell alone
/// are read once more.
fn report(
    folder: &Folder,
    closed: &Closed,
    seen: Vec<Seen>,
) -> Result<(Sources, Vec<Diagnostic>), Failure> {
    let reports = seen.into_par_iter().enumerate().map(|(number, seen)| {
        let (number, path) = (file(number), &*folder.paths[number]);
        let findings = |text: &str| closed.findings(number, text, |other| folder.text(other));
        Ok(match seen {
            Seen::Odd(Text::Broken { text, at }) => {
                Some(Report::broken(path, &text, at, findings(&text)))
            }
            Seen::Odd(text) => Some(Report::unread(path, &text)),
            _ if closed.tells_more(number) => {
                let text = folder.read(path)?.into_string();
                Some(Report::new(path, &text, findings(&text)))
            }
            Seen::Early(report) => Some(report),
            Seen::Nothing => None,
        })
    });
    let reports = reports.collect::<Result<Vec<_>, Failure>>()?;
    let mut sources = Sources::default();
    let mut diagnostics = Vec::new();
    let refused = folder.refused.iter().map(|path| Report::refused(path));
    for report in refused.chain(reports.into_iter().flatten()) {
        diagnostics.extend(report.into_diagnostics(&mut sources));
    }
    Ok((sources, diagnostics))
}

fn failed(message: Message) -> Failure {
    Failure { message, details: Vec::new(), hint: None }
}
