//! What is kept of all pages until the last has come in, and what is then found.
//!
//! Takes sheets; gives findings. Strings are kept once and named by numbers, whose order depends
//! on who came first and never reaches a finding. A link takes 24 bytes, an anchor 4.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::num::NonZeroU32;
use std::sync::Arc;

use super::address::written_anchor;
use super::facts::Facts;
use super::scan::Spot;
use super::sheet::{Link, Sheet};
use super::{Finding, FindingKind};

/// A string that is kept once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Text(NonZeroU32);

/// The numbers that a report's notes are to have, by their anchors.
type Numbers = BTreeMap<String, u32>;

/// What is kept of all pages.
#[derive(Debug, Default)]
pub(super) struct Store {
    known: HashMap<Arc<str>, Text>,
    texts: Vec<Arc<str>>,
    /// Paths of all files, pages too.
    published: Vec<Text>,
    pages: Vec<Page>,
    /// By the folder of the report.
    expected: BTreeMap<String, Numbers>,
    findings: Vec<Finding>,
}

/// What is kept of a page.
#[derive(Debug)]
struct Page {
    path: Text,
    anchors: Box<[Text]>,
    /// Anchor of a reference, anchor of its note.
    references: Box<[(Text, Text)]>,
    notes: Box<[NumberedNote]>,
    links: Box<[Away]>,
    /// Links from the root of the host that forget the site's folder, if the site has what they name.
    beside: Box<[Away]>,
    /// The ways back from a list of notes, each with its note's anchor.
    ways_back: Box<[(Away, Text)]>,
}

/// A note on a page.
#[derive(Debug)]
struct NumberedNote {
    id: Text,
    number: Option<u32>,
    spot: Spot,
}

/// A link to another page.
#[derive(Debug)]
struct Away {
    address: Text,
    path: Text,
    anchor: Option<Text>,
    spot: Spot,
}

impl Store {
    /// Takes in a page.
    pub(crate) fn add(&mut self, sheet: Sheet<'_>, facts: &Facts<'_>) {
        self.publish(sheet.path);
        self.keep(sheet, facts);
    }

    /// Takes in what a page, or a style sheet, alone could not tell.
    pub(crate) fn keep(&mut self, sheet: Sheet<'_>, facts: &Facts<'_>) {
        let path = self.text(sheet.path);
        let anchors = facts.anchors.iter().map(|anchor| self.text(&anchor.id)).collect();
        let pairs = sheet.references.iter();
        let references = pairs.map(|(id, note)| (self.text(id), self.text(note))).collect();
        let notes = facts.notes.iter().map(|note| NumberedNote {
            id: self.text(&note.id),
            number: note.number,
            spot: note.spot,
        });
        let notes = notes.collect();
        let links = sheet.links.iter().map(|link| self.away(link)).collect();
        let beside = sheet.beside.iter().map(|link| self.away(link)).collect();
        let pairs = sheet.ways_back.iter();
        let ways_back = pairs.map(|(link, note)| (self.away(link), self.text(note))).collect();
        self.findings.extend(sheet.findings);
        self.pages.push(Page {
            path,
            anchors: sorted(anchors),
            references: sorted(references),
            notes,
            links,
            beside,
            ways_back,
        });
    }

    /// Takes in the path of a file, page or not.
    pub(crate) fn publish(&mut self, path: &str) -> Text {
        let path = self.text(path);
        self.published.push(path);
        path
    }

    /// Takes in the number of a note.
    pub(crate) fn expect(&mut self, report: &str, id: &str, number: u32) {
        self.expected.entry(report.to_owned()).or_default().insert(id.to_owned(), number);
    }

    fn away(&mut self, link: &Link<'_>) -> Away {
        Away {
            address: self.text(link.address),
            path: self.text(&link.place.path),
            anchor: link.place.anchor.as_deref().map(|anchor| self.text(anchor)),
            spot: link.spot,
        }
    }

    fn text(&mut self, text: &str) -> Text {
        if let Some(&known) = self.known.get(text) {
            return known;
        }
        let shared: Arc<str> = text.into();
        self.texts.push(Arc::clone(&shared));
        let count = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let name = Text(NonZeroU32::new(count).unwrap_or(NonZeroU32::MAX));
        self.known.insert(shared, name);
        name
    }

    fn str(&self, text: Text) -> &str {
        self.texts.get(text.0.get() as usize - 1).map_or("", |text| text)
    }

    /// Everything that is wrong, sorted, each once.
    pub(crate) fn finish(mut self) -> Vec<Finding> {
        self.published.sort_unstable();
        self.pages.sort_unstable_by_key(|page| page.path);
        let mut findings = std::mem::take(&mut self.findings);
        findings.extend(self.paths_twice());
        for page in &self.pages {
            findings.extend(page.links.iter().filter_map(|link| self.link(page, link)));
            findings.extend(page.beside.iter().filter_map(|link| self.unprefixed(page, link)));
            let ways = page.ways_back.iter();
            findings.extend(ways.filter_map(|(way, note)| self.way_back(page, way, *note)));
        }
        findings.extend(self.numbers());
        findings.sort_unstable();
        findings.dedup();
        findings
    }

    fn finding(&self, page: &Page, spot: Spot, kind: FindingKind, subject: &str) -> Finding {
        Finding::new(self.str(page.path), spot, kind, subject)
    }

    fn paths_twice(&self) -> impl Iterator<Item = Finding> {
        let twice = self.published.windows(2).filter(|pair| pair[0] == pair[1]);
        twice.map(|pair| {
            let path = self.str(pair[0]);
            Finding::new(path, Spot::default(), FindingKind::PathTwice, path)
        })
    }

    /// A link leads to a file and, on a page, to an anchor.
    fn link(&self, page: &Page, link: &Away) -> Option<Finding> {
        let kind = match self.file(link.path) {
            None => FindingKind::LinkNowhere,
            Some(path) if self.reaches(path, link) => return None,
            Some(_) => FindingKind::AnchorMissing,
        };
        Some(self.finding(page, link.spot, kind, self.str(link.address)))
    }

    /// What the site has is meant by a link that leads beside the site's folder.
    fn unprefixed(&self, page: &Page, link: &Away) -> Option<Finding> {
        self.file(link.path)?;
        Some(self.finding(page, link.spot, FindingKind::LinkNowhere, self.str(link.address)))
    }

    /// The published file of a path, which a server also takes for that of a folder.
    fn file(&self, path: Text) -> Option<Text> {
        let published = |path: &Text| self.published.binary_search(path).is_ok();
        let folder = || self.known.get(&*format!("{}/index.html", self.str(path))).copied();
        Some(path).filter(published).or_else(|| folder().filter(published))
    }

    fn reaches(&self, path: Text, link: &Away) -> bool {
        let pages = self.pages_at(path);
        let has = |anchor| pages.iter().any(|page| page.anchors.binary_search(&anchor).is_ok());
        pages.is_empty() || link.anchor.is_none() || self.spellings(link).any(has)
    }

    fn pages_at(&self, path: Text) -> &[Page] {
        let start = self.pages.partition_point(|page| page.path < path);
        let end = self.pages.partition_point(|page| page.path <= path);
        &self.pages[start..end]
    }

    /// The anchor that a link may mean: decoded, or else as it is written.
    fn spellings(&self, link: &Away) -> impl Iterator<Item = Text> {
        let written = written_anchor(self.str(link.address));
        link.anchor.into_iter().chain(written.and_then(|anchor| self.known.get(anchor).copied()))
    }

    /// A way back leads to a reference to its note, in the same report.
    fn way_back(&self, page: &Page, way: &Away, note: Text) -> Option<Finding> {
        let report = self.report(page.path).map(|(report, _)| report);
        let refers = |target: &Page| {
            self.report(target.path).map(|(report, _)| report) == report
                && self
                    .spellings(way)
                    .any(|id| target.references.binary_search(&(id, note)).is_ok())
        };
        let target = self.file(way.path).map_or(&[][..], |path| self.pages_at(path));
        (!target.iter().any(refers)).then(|| {
            self.finding(page, way.spot, FindingKind::BacklinkWrong, self.str(way.address))
        })
    }

    /// The innermost report that a page is in.
    fn report(&self, page: Text) -> Option<(&str, &Numbers)> {
        let path = self.str(page);
        let folders = path.rmatch_indices('/').map(|(stroke, _)| &path[..=stroke]).chain([""]);
        folders
            .filter_map(|folder| self.expected.get_key_value(folder))
            .map(|(report, numbers)| (&**report, numbers))
            .next()
    }

    /// Every note has its number in the report, and every note of a report is on a page.
    fn numbers(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut seen = BTreeSet::new();
        for page in &self.pages {
            let Some((report, numbers)) = self.report(page.path) else { continue };
            for note in &page.notes {
                let id = self.str(note.id);
                seen.insert((report, id));
                findings.extend(self.number(page, note, numbers.get(id).copied()));
            }
        }
        let expected = self
            .expected
            .iter()
            .flat_map(|(report, numbers)| numbers.keys().map(move |id| (&**report, &**id)));
        let lost = expected.filter(|note| !seen.contains(note));
        findings.extend(
            lost.map(|(report, id)| {
                Finding::new(report, Spot::default(), FindingKind::NoteLost, id)
            }),
        );
        findings
    }

    fn number(&self, page: &Page, note: &NumberedNote, expected: Option<u32>) -> Option<Finding> {
        let show =
            |number: Option<u32>| number.map_or("–".to_owned(), |number| number.to_string());
        let (printed, right) = (show(note.number), show(expected));
        let subject = format!("#{}: {printed} ≠ {right}", self.str(note.id));
        let wrong = expected.is_none() || note.number != expected;
        wrong.then(|| self.finding(page, note.spot, FindingKind::NoteNumber, &subject))
    }
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Box<[T]> {
    list.sort_unstable();
    list.into_boxed_slice()
}
