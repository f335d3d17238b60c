//! Footnotes of one page: every reference leads to its note, every note back to a reference.
//!
//! Takes the facts of a page; reports on its sheet what is wrong, and leaves there the ways back
//! that lead to other pages. A page whose references all stand in notes, and whose notes lead
//! back to other pages, is a list of notes: there, a note's references are on those pages.

use std::collections::HashMap;

use super::FindingKind;
use super::address::{Address, Place, written_anchor};
use super::facts::{Facts, Reference, WayBack};
use super::sheet::{Link, Sheet};

/// The notes of a page and what leads to them.
struct Notes<'a> {
    facts: &'a Facts,
    /// The note that each reference leads to, as an index.
    targets: Vec<Option<usize>>,
    /// The note that a reference's anchor stands for: the other half of a way back.
    referred: HashMap<&'a str, usize>,
}

/// Judges a page's footnotes.
pub(super) fn judge<'a>(sheet: &mut Sheet<'a>, facts: &'a Facts) {
    let ids: HashMap<&str, usize> =
        facts.notes.iter().enumerate().rev().map(|(index, note)| (&*note.id, index)).collect();
    let targets: Vec<_> =
        facts.references.iter().map(|reference| within(sheet, &reference.address, &ids)).collect();
    let anchored = |(reference, target): (&'a Reference, &Option<usize>)| {
        Some((reference.id.as_deref()?, (*target)?))
    };
    let referred: HashMap<_, _> =
        facts.references.iter().zip(&targets).rev().filter_map(anchored).collect();
    let notes = Notes { facts, targets, referred };
    notes.references(sheet);
    let listing = notes.ways_back(sheet);
    notes.each_note(sheet, listing);
}

/// What an address of this page leads to, if it is among `known`.
fn within(sheet: &Sheet<'_>, address: &str, known: &HashMap<&str, usize>) -> Option<usize> {
    match sheet.resolver.resolve(address) {
        Address::Inside(Place { path, anchor: Some(anchor) }) if path == sheet.path => {
            known.get(&*anchor).or_else(|| known.get(written_anchor(address)?)).copied()
        }
        _ => None,
    }
}

impl<'a> Notes<'a> {
    /// Every reference leads to one note, and prints its number.
    fn references(&self, sheet: &mut Sheet<'a>) {
        for (reference, target) in self.facts.references.iter().zip(&self.targets) {
            let Some(target) = *target else {
                sheet.report(reference.line, FindingKind::ReferenceWithoutNote, &reference.address);
                continue;
            };
            let note = &self.facts.notes[target];
            if let Some(number) = note.number.filter(|_| reference.number() != note.number) {
                let subject = format!("{} ≠ {number} (#{})", reference.text.trim(), note.id);
                sheet.report(reference.line, FindingKind::ReferenceNumber, &subject);
            }
            if let Some(id) = &reference.id {
                sheet.references.push((id, &note.id));
            }
        }
    }

    /// Every way back leads to a reference to its note. Tells whether the page lists notes.
    fn ways_back(&self, sheet: &mut Sheet<'a>) -> bool {
        let mut away = Vec::new();
        for way in &self.facts.ways_back {
            match sheet.resolver.resolve(&way.address) {
                Address::Inside(place) if place.path != sheet.path => away.push((way, place)),
                _ if within(sheet, &way.address, &self.referred) == Some(way.note) => {}
                _ => sheet.report(way.line, FindingKind::BacklinkWrong, &way.address),
            }
        }
        let listing = !away.is_empty()
            && self.facts.references.iter().all(|reference| reference.note.is_some());
        for (way, place) in away {
            self.lead_away(sheet, listing, way, place);
        }
        listing
    }

    fn lead_away(&self, sheet: &mut Sheet<'a>, listing: bool, way: &'a WayBack, place: Place) {
        if listing {
            let link = Link { address: &way.address, place, line: way.line };
            sheet.ways_back.push((link, &self.facts.notes[way.note].id));
        } else {
            sheet.report(way.line, FindingKind::BacklinkWrong, &way.address);
        }
    }

    /// Every note has a way back and, but in a list of notes, a live reference.
    fn each_note(&self, sheet: &mut Sheet<'a>, listing: bool) {
        let live = self.live();
        let mut leads_back = vec![false; self.facts.notes.len()];
        for way in &self.facts.ways_back {
            leads_back[way.note] = true;
        }
        for (index, note) in self.facts.notes.iter().enumerate() {
            if !listing && !live[index] {
                sheet.report(note.line, FindingKind::NoteWithoutReference, &note.id);
            }
            if !leads_back[index] {
                sheet.report(note.line, FindingKind::NoteWithoutWayBack, &note.id);
            }
        }
    }

    /// The notes that the page's text leads to, be it through other notes.
    fn live(&self) -> Vec<bool> {
        let mut in_note = vec![Vec::new(); self.facts.notes.len()];
        let mut reached = Vec::new();
        for (reference, target) in self.facts.references.iter().zip(&self.targets) {
            let holder = reference.note.map_or(&mut reached, |note| &mut in_note[note]);
            holder.extend(*target);
        }
        let mut live = vec![false; self.facts.notes.len()];
        while let Some(note) = reached.pop() {
            if !std::mem::replace(&mut live[note], true) {
                reached.append(&mut in_note[note]);
            }
        }
        live
    }
}
