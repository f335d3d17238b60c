//! Footnotes: which definition each reference means, and the number of each note.
//!
//! Numbers follow the first reference in the reading order of the text, directives included;
//! notes that only other notes refer to come after all of these, in the order in which they are
//! reached. So every numbered note can be reached by a reader, and every definition that cannot
//! is reported: as unused, or as part of a circle of notes that only refer to one another.

use std::collections::{BTreeMap, BTreeSet};

use super::outline::{block_flows, references};
use crate::diag::{Diagnostic, Message};
use crate::model::draft::{Cause, Draft, DraftReference, Follows, Unread};
use crate::model::flow::{Flow, Piece};
use crate::model::table::{Id, NoteId, ReferenceId};

/// The notes of a report in the order of their numbers.
#[derive(Debug, Default)]
pub struct Notes {
    /// The definition of each number.
    pub order: Vec<NoteId>,
    /// The number, as an index from 0, of each key.
    pub by_key: BTreeMap<String, NoteId>,
    /// What stands behind `fn-` for each number.
    pub anchors: Vec<String>,
    /// What stands before the count of a second reference, for each number.
    pub separators: Vec<String>,
}

/// Numbers the notes of a report whose text is `flows`, and reports what is wrong with them.
#[must_use]
pub fn number(draft: &Draft, flows: &[&Flow], diagnostics: &mut Vec<Diagnostic>) -> Notes {
    let definitions = definitions(draft, diagnostics);
    report_empty(draft, &definitions, diagnostics);
    report_undefined(draft, &definitions, diagnostics);
    let order = reach(draft, flows, &definitions);
    if draft.slips.unread < Unread::Text {
        report_unreached(draft, &definitions, &order, diagnostics);
    }
    let anchors = anchors(draft, &order);
    let separators = separators(&anchors);
    let by_key = order
        .iter()
        .enumerate()
        .map(|(index, &id)| (draft.notes[id].key.clone(), NoteId::from_index(index)))
        .collect();
    Notes { order, by_key, anchors, separators }
}

type Definitions<'a> = BTreeMap<&'a str, NoteId>;

/// The definition that a reference means: that of its key, else the only one that differs from it in
/// nothing but accents, blanks and hyphens, which is told where the reference stands.
fn meant(definitions: &Definitions, key: &str) -> Option<NoteId> {
    let exact = definitions.get(key).copied();
    let folded = || {
        let letters = key.chars().any(char::is_alphabetic);
        let slug = super::anchor::slug(key);
        let mut same =
            definitions.iter().filter(|(known, _)| letters && super::anchor::slug(known) == slug);
        same.next().map(|(_, &id)| id).filter(|_| same.next().is_none())
    };
    exact.or_else(folded)
}

/// The first definition of each key; later ones are reported.
fn definitions<'a>(draft: &'a Draft, diagnostics: &mut Vec<Diagnostic>) -> Definitions<'a> {
    let mut definitions = Definitions::new();
    for (id, note) in draft.notes.iter() {
        match definitions.get(note.key.as_str()) {
            Some(&first) => diagnostics.push(Diagnostic::footnote_duplicate(
                note.span,
                &note.id,
                draft.notes[first].span,
            )),
            None => {
                definitions.insert(&note.key, id);
            }
        }
    }
    definitions
}

fn report_empty(draft: &Draft, definitions: &Definitions, diagnostics: &mut Vec<Diagnostic>) {
    for &id in definitions.values() {
        let note = &draft.notes[id];
        let says_something = |piece: &Piece| match piece {
            Piece::Text(run) => !run.text().trim().is_empty(),
            Piece::Code(_)
            | Piece::CodeBlock(_)
            | Piece::Chart(_)
            | Piece::Image(_)
            | Piece::LinkStart(_) => true,
            Piece::Block(markup) => markup.contains("<hr"),
            _ => false,
        };
        if !block_flows(&note.blocks, &draft.tables.tables)
            .iter()
            .any(|flow| flow.iter().any(says_something))
        {
            diagnostics.push(Diagnostic::footnote_empty(note.span, &note.id));
        }
    }
}

/// Notes in the order of their numbers: those that the text refers to, then those that these do.
fn reach(draft: &Draft, flows: &[&Flow], definitions: &Definitions) -> Vec<NoteId> {
    let mut order = Vec::new();
    let mut seen = BTreeSet::new();
    let mut reach = |flows: &[&Flow], order: &mut Vec<NoteId>| {
        for reference in references(flows) {
            let key = draft.tables.references[reference].key.as_str();
            if let Some(note) = meant(definitions, key)
                && seen.insert(note)
            {
                order.push(note);
            }
        }
    };
    reach(flows, &mut order);
    let mut next = 0;
    while let Some(&note) = order.get(next) {
        reach(&block_flows(&draft.notes[note].blocks, &draft.tables.tables), &mut order);
        next += 1;
    }
    order
}

fn report_unreached(
    draft: &Draft,
    definitions: &Definitions,
    order: &[NoteId],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let reached: BTreeSet<NoteId> = order.iter().copied().collect();
    let unreached: BTreeSet<NoteId> =
        definitions.values().copied().filter(|id| !reached.contains(id)).collect();
    let mut told = BTreeSet::new();
    for &id in &unreached {
        if told.contains(&id) {
            continue;
        }
        let circle = circle(draft, definitions, id);
        if circle.is_empty() {
            let note = &draft.notes[id];
            diagnostics.push(Diagnostic::footnote_unused(note.span, &note.id));
            continue;
        }
        let ids: Vec<&str> = circle.iter().map(|&id| draft.notes[id].id.as_str()).collect();
        let spans: Vec<_> = circle.iter().map(|&id| draft.notes[id].span).collect();
        if let [first, others @ ..] = spans.as_slice() {
            diagnostics.push(Diagnostic::footnote_cycle(*first, &ids, others));
        }
        told.extend(circle);
    }
}

/// The notes that lead to `id` and that it leads to; empty if it does not lead back to itself.
fn circle(draft: &Draft, definitions: &Definitions, id: NoteId) -> Vec<NoteId> {
    let ahead = leads_to(draft, definitions, id);
    if !ahead.contains(&id) {
        return Vec::new();
    }
    ahead
        .iter()
        .copied()
        .filter(|&other| leads_to(draft, definitions, other).contains(&id))
        .collect()
}

/// Every note that can be reached from `id` in one step or more.
fn leads_to(draft: &Draft, definitions: &Definitions, id: NoteId) -> BTreeSet<NoteId> {
    let mut found = BTreeSet::new();
    let mut open = vec![id];
    while let Some(note) = open.pop() {
        for reference in references(&block_flows(&draft.notes[note].blocks, &draft.tables.tables)) {
            let key = draft.tables.references[reference].key.as_str();
            if let Some(&target) = definitions.get(key)
                && found.insert(target)
            {
                open.push(target);
            }
        }
    }
    found
}

// Undefined references, and why.

fn report_undefined(draft: &Draft, definitions: &Definitions, diagnostics: &mut Vec<Diagnostic>) {
    for (id, reference) in draft.tables.references.iter() {
        let defined = definitions.contains_key(reference.key.as_str());
        if reference.padded {
            let meant = meant(definitions, &reference.key);
            let name = meant.map_or(&reference.id, |note| &draft.notes[note].id);
            let hint = Message::new("footnote-undefined-hint-blank").with("name", name.as_str());
            diagnostics.push(undefined(reference).hint(hint));
        } else if !defined && !draft.slips.notes_misread && !stands_for_a_definition(draft, id) {
            diagnostics.push(with_cause(draft, definitions, reference));
        }
    }
    for slip in &draft.slips.references {
        let hint = match slip.cause {
            Cause::LineBreak => "footnote-undefined-hint-line-break",
            Cause::Empty => "footnote-undefined-hint-empty",
            Cause::Unclosed => "footnote-undefined-hint-unclosed",
            Cause::Html => "footnote-undefined-hint-html",
            Cause::Link => "footnote-undefined-hint-link",
        };
        let hint = Message::new(hint).with("name", slip.id.as_str());
        diagnostics.push(Diagnostic::footnote_undefined(slip.span, &slip.id).hint(hint));
    }
}

fn undefined(reference: &DraftReference) -> Diagnostic {
    Diagnostic::footnote_undefined(reference.span, &reference.id)
}

/// Whether a reference that begins a line is a definition gone wrong which another reference
/// will name as its cause.
fn stands_for_a_definition(draft: &Draft, id: ReferenceId) -> bool {
    let reference = &draft.tables.references[id];
    reference.opens_line.is_some()
        && draft.tables.references.iter().any(|(other, candidate)| {
            other != id && candidate.key == reference.key && candidate.opens_line.is_none()
        })
}

fn with_cause(draft: &Draft, definitions: &Definitions, reference: &DraftReference) -> Diagnostic {
    let diagnostic = undefined(reference);
    let name = reference.id.as_str();
    if let Some((hint, other)) = malformed_definition(draft, reference) {
        let hint = Message::new(hint).with("name", name);
        let diagnostic = diagnostic.hint(hint);
        return match other {
            Some(span) => diagnostic.also(span, Message::new("malformed-definition-here")),
            None => diagnostic,
        };
    }
    if let Some((_, span)) = draft.slips.in_code.iter().find(|(key, _)| *key == reference.key) {
        let hint = Message::new("footnote-undefined-hint-in-code").with("name", name);
        return diagnostic.hint(hint).also(*span, Message::new("defined-in-code-here"));
    }
    if draft.slips.link_labels.contains(&reference.key) {
        return diagnostic
            .hint(Message::new("footnote-undefined-hint-link-label").with("name", name));
    }
    let hint = match nearest(&reference.key, definitions.keys().copied()) {
        Some(key) => {
            let id = definitions.get(key).map_or(key, |&id| draft.notes[id].id.as_str());
            Message::new("footnote-undefined-hint-nearest").with("name", id)
        }
        None => Message::new("footnote-undefined-hint-none").with("name", name),
    };
    diagnostic.hint(hint)
}

/// A line that was meant to define the note and lacks its colon, or has a blank before it.
fn malformed_definition(
    draft: &Draft,
    reference: &DraftReference,
) -> Option<(&'static str, Option<crate::source::Span>)> {
    let candidates = draft.tables.references.values();
    let slip = candidates
        .filter(|candidate| candidate.key == reference.key)
        .filter(|candidate| {
            candidate.span != reference.span || candidate.opens_line != Some(Follows::Line)
        })
        .find(|candidate| candidate.opens_line.is_some())?;
    let hint = match slip.opens_line? {
        Follows::Colon => "footnote-undefined-hint-blank-before-colon",
        Follows::ColonAtOnce => "footnote-undefined-hint-in-code",
        Follows::Text | Follows::Line => "footnote-undefined-hint-no-colon",
    };
    Some((hint, (slip.span != reference.span).then_some(slip.span)))
}

/// The name that an author most likely meant, if one is near; one number is not near another.
#[must_use]
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded = super::anchor::slug(name);
    let counts = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
    let limit = name.chars().count() / 4 + 1;
    known
        .map(|candidate| {
            let same = super::anchor::slug(candidate) == folded;
            (if same { 0 } else { strsim::osa_distance(name, candidate) }, candidate)
        })
        .filter(|&(distance, candidate)| {
            distance <= limit && distance < name.chars().count().max(candidate.chars().count())
        })
        .filter(|(distance, candidate)| *distance > 0 || *candidate != name)
        .filter(|(distance, _)| *distance == 0 || !counts)
        .min()
        .map(|(_, candidate)| candidate)
}

// Anchors.

/// What stands behind `fn-`: the id as it was defined, blanks as `-`, no two the same. An id
/// with blanks gives way to one that has the hyphens.
fn anchors(draft: &Draft, order: &[NoteId]) -> Vec<String> {
    let id = |note: &NoteId| draft.notes[*note].id.as_str();
    let blank = |id: &&str| id.contains(char::is_whitespace);
    let mut taken: BTreeSet<String> =
        order.iter().map(id).filter(|id| !blank(id)).map(str::to_owned).collect();
    let mut anchor = |id: &str| {
        if !blank(&id) {
            return id.to_owned();
        }
        let base = id.replace(char::is_whitespace, "-");
        let counted = (2..=taken.len() + 2).map(|count| format!("{base}-{count}"));
        let free = std::iter::once(base.clone()).chain(counted).find(|it| !taken.contains(it));
        let anchor = free.unwrap_or(base);
        taken.insert(anchor.clone());
        anchor
    };
    order.iter().map(|note| anchor(id(note))).collect()
}

/// A second reference to `a` is `fnref-a-2`, which is also the first one to a note `a-2`: where
/// such a note exists the count is set off by more hyphens.
fn separators(anchors: &[String]) -> Vec<String> {
    let counted = |anchor: &str, separator: &str| {
        anchors.iter().any(|other| {
            other.strip_prefix(anchor).and_then(|rest| rest.strip_prefix(separator)).is_some_and(
                |rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()),
            )
        })
    };
    anchors
        .iter()
        .map(|anchor| {
            let mut separator = "-".to_owned();
            while counted(anchor, &separator) {
                separator.push('-');
            }
            separator
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_reference_meets_no_other_notes_anchor() {
        let anchors = ["a", "a-2", "a--2", "b"].map(str::to_owned);
        assert_eq!(separators(&anchors), ["---", "-", "-", "-"]);
    }

    #[test]
    fn the_nearest_name_is_near() {
        let known = ["ngan-sach", "dau-tu"];
        assert_eq!(nearest("ngân-sách", known.into_iter()), Some("ngan-sach"));
        assert_eq!(nearest("ngan-sac", known.into_iter()), Some("ngan-sach"));
        assert_eq!(nearest("1", ["2", "12"].into_iter()), None);
        assert_eq!(nearest("giao-duc", known.into_iter()), None);
    }
}
