//! Findings of one file as diagnostics, with the lines that they point at.
//!
//! Takes the text of a file and what is wrong with it; keeps of the text the lines that have to be
//! shown, in the form of all sources, and of the others their ends, so that lines and columns are
//! those of the file.

use std::collections::BTreeMap;

use super::folder::Text;
use crate::check::{Finding, FindingKind, Near, Spot};
use crate::diag::{Diagnostic, Message};
use crate::source::{self, FileId, Form, SourceFile, Sources, Span};

/// What there is to say of one file.
pub(super) struct Report {
    path: String,
    text: String,
    items: Vec<Item>,
}

/// Something to say: where, as ranges of the kept text, and what.
struct Item {
    place: (usize, usize),
    what: What,
}

enum What {
    Finding { finding: Finding, first: (usize, usize) },
    Encoding(Form),
    Unread { reason: &'static str },
    Refused,
}

impl Report {
    /// Of a file that was read.
    pub(super) fn new(path: &str, text: &str, findings: Vec<Finding>) -> Self {
        let mut kept = Kept::default();
        for finding in &findings {
            kept.ask(finding.spot);
            kept.ask(first(finding));
        }
        kept.fill(text);
        let items = findings.into_iter().map(|finding| Item {
            place: kept.place(finding.spot),
            what: What::Finding { first: kept.place(first(&finding)), finding },
        });
        let items = items.collect();
        Self { path: path.to_owned(), text: kept.text, items }
    }

    /// Of a file that is no UTF-8 from `at` on.
    pub(super) fn broken(path: &str, text: &str, at: usize, findings: Vec<Finding>) -> Self {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        let spot = Spot { line: 0, start: at, end: at };
        let encoding = Finding {
            page: path.to_owned(),
            spot,
            kind: FindingKind::PageUnread,
            subject: String::new(),
            near: None,
        };
        let mut all = vec![encoding];
        all.extend(findings);
        let mut report = Self::new(path, text, all);
        if let Some(first) = report.items.first_mut() {
            first.what = What::Encoding(Form::Bytes);
        }
        report
    }

    /// Of a file that is called a page and cannot be read as one.
    pub(super) fn unread(path: &str, text: &Text) -> Self {
        let what = match text {
            Text::Utf16 => What::Encoding(Form::Utf16),
            Text::TooLarge => What::Unread { reason: "page-unread-reason-large" },
            _ => What::Unread { reason: "page-unread-reason-binary" },
        };
        Self::whole(path, what)
    }

    /// Of a symbolic link that is not followed.
    pub(super) fn refused(path: &str) -> Self {
        Self::whole(path, What::Refused)
    }

    fn whole(path: &str, what: What) -> Self {
        let items = vec![Item { place: (0, 0), what }];
        Self { path: path.to_owned(), text: String::new(), items }
    }

    /// The diagnostics, in the order of their places, with the file among the sources.
    pub(super) fn into_diagnostics(self, sources: &mut Sources) -> Vec<Diagnostic> {
        let Self { path, text, items } = self;
        let file = sources.add(SourceFile { path: path.clone(), text });
        items.into_iter().filter_map(|item| diagnostic(&item, file, &path)).collect()
    }
}

fn diagnostic(item: &Item, file: FileId, path: &str) -> Option<Diagnostic> {
    let span = |(start, end): (usize, usize)| Span::new(file, start..end);
    let place = span(item.place);
    Some(match &item.what {
        What::Encoding(form) => Diagnostic::encoding_invalid(place, *form),
        What::Unread { reason } => Diagnostic::page_unread(place, path, reason),
        What::Refused => Diagnostic::symlink_outside(place, path),
        What::Finding { finding, first } => return about(finding, place, span(*first)),
    })
}

/// The diagnostic of a finding; none for what only the proof of congbo's own pages finds.
fn about(finding: &Finding, span: Span, first: Span) -> Option<Diagnostic> {
    let subject = &*finding.subject;
    Some(match finding.kind {
        FindingKind::LinkNowhere => {
            Diagnostic::link_broken(span, subject).maybe_hint(hint(finding))
        }
        FindingKind::FileMissing => {
            Diagnostic::asset_missing(span, subject).maybe_hint(hint(finding))
        }
        FindingKind::AnchorMissing => {
            Diagnostic::anchor_missing(span, subject).maybe_hint(hint(finding))
        }
        FindingKind::IdTwice => Diagnostic::id_twice(span, subject, first),
        FindingKind::ReferenceWithoutNote => Diagnostic::note_missing(span, subject),
        FindingKind::NoteElsewhere => Diagnostic::note_elsewhere(span, subject),
        FindingKind::NoteWithoutReference => Diagnostic::note_unreferenced(span, subject),
        FindingKind::NoteWithoutWayBack => Diagnostic::backlink_missing(span, subject),
        FindingKind::NotesWithoutWayBack => {
            Diagnostic::backlinks_missing(span, subject.parse().unwrap_or_default())
        }
        FindingKind::BacklinkWrong => Diagnostic::backlink_broken(span, subject),
        FindingKind::ReferenceNumber => Diagnostic::note_number_mismatch(span, subject),
        FindingKind::PageUnlinked => Diagnostic::page_orphaned(span, subject),
        _ => return None,
    })
}

fn hint(finding: &Finding) -> Option<Message> {
    let hint = |key, name: &str| Some(Message::new(key).with("name", name));
    match finding.near.as_ref()? {
        Near::Spelling(name) if finding.kind == FindingKind::AnchorMissing => {
            hint("reference-unresolved-hint-spelling", name)
        }
        Near::Spelling(name) => hint("link-broken-hint-spelling", name),
        Near::Extension(name) => hint("link-broken-hint-extension", name),
        Near::Base(name) => hint("link-broken-hint-base", name),
        Near::Prefix(name) => hint("link-broken-hint-prefix", name),
        Near::Folder => Some(Message::new("link-broken-hint-folder")),
        Near::Outside => Some(Message::new("link-broken-hint-outside")),
        Near::Disk => Some(Message::new("link-broken-hint-disk")),
        Near::Host(name) => hint("link-broken-hint-host", name),
        Near::First(_) => None,
    }
}

/// The other place of a finding, or its own.
fn first(finding: &Finding) -> Spot {
    match finding.near {
        Some(Near::First(spot)) => spot,
        _ => finding.spot,
    }
}

/// The lines of a text that are kept.
#[derive(Default)]
struct Kept {
    text: String,
    /// Where places that are asked for stand in the kept text.
    places: BTreeMap<(u32, u32), (usize, usize)>,
}

impl Kept {
    fn ask(&mut self, spot: Spot) {
        self.places.insert((spot.start, spot.end), (0, 0));
    }

    fn place(&self, spot: Spot) -> (usize, usize) {
        self.places.get(&(spot.start, spot.end)).copied().unwrap_or_default()
    }

    /// Takes the lines of the places that were asked for.
    fn fill(&mut self, text: &str) {
        let mut at = 0;
        let plain = !text.contains('\r');
        let mut places = self.places.iter_mut().peekable();
        while places.peek().is_some() {
            let (line, ends) = line_at(&text[at..], plain);
            let last = at + line.len() + ends;
            let final_line = last == text.len();
            let begin = self.text.len();
            let mut needed = false;
            while let Some(((start, end), place)) =
                places.next_if(|((start, _), _)| final_line || (*start as usize) < last)
            {
                let before = normal(within(line, 0, *start as usize - at));
                let marked = normal(within(line, *start as usize - at, *end as usize - at));
                *place = (begin + before.len(), begin + before.len() + marked.len());
                needed = true;
            }
            if needed {
                self.text += &normal(line);
            }
            self.text.push('\n');
            if final_line {
                break;
            }
            at = last;
        }
    }
}

/// The line that a text begins with, and how many bytes end it. A `plain` text has no carriage
/// return.
fn line_at(text: &str, plain: bool) -> (&str, usize) {
    let end = if plain { text.find('\n') } else { text.find(['\n', '\r']) };
    match end {
        Some(end) => (&text[..end], if text[end..].starts_with("\r\n") { 2 } else { 1 }),
        None => (text, 0),
    }
}

/// A part of a line, cut where the line ends.
fn within(line: &str, from: usize, to: usize) -> &str {
    let from = line.floor_char_boundary(from);
    let to = line.floor_char_boundary(to).max(from);
    &line[from..to]
}

/// In the form of all sources, on one line.
fn normal(line: &str) -> String {
    let text = source::decode(line.as_bytes()).unwrap_or_else(|error| error.text);
    text.replace('\n', " ")
}
