//! Footnotes of one page: every reference leads to its note, every note back to a reference.
//!
//! Takes the facts of a page; reports on its sheet what is wrong, and leaves there what leads to
//! other pages. A page whose references all stand in notes, and whose notes lead back to other
//! pages, is a list of notes: there, a note's references are on those pages.
//!
//! On pages that are not congbo's own, only what is surely wrong is reported: what is marked in a
//! way that nobody knows may still be a footnote.

use std::collections::HashMap;

use super::FindingKind;
use super::address::{Address, Place, written_anchor};
use super::facts::{Facts, Reference, UseKind, WayBack};
use super::sheet::{Link, Sheet};

/// The notes of a page and what leads to them.
struct Notes<'a> {
    facts: &'a Facts<'a>,
    /// The note that each reference leads to, as an index.
    targets: Vec<Option<usize>>,
    /// The note that a reference's anchor stands for: the other half of a way back.
    referred: HashMap<&'a str, usize>,
    /// The notes by their anchors.
    ids: HashMap<&'a str, usize>,
}

/// Judges a page's footnotes.
pub(super) fn judge<'a>(sheet: &mut Sheet<'a>, facts: &'a Facts<'a>) {
    if facts.notes.is_empty() && facts.references.is_empty() {
        return;
    }
    let ids: HashMap<&str, usize> =
        facts.notes.iter().enumerate().rev().map(|(index, note)| (&*note.id, index)).collect();
    let targets: Vec<_> =
        facts.references.iter().map(|reference| within(sheet, &reference.address, &ids)).collect();
    let anchored = |(reference, target): (&'a Reference<'a>, &Option<usize>)| {
        Some((reference.id.as_deref()?, (*target)?))
    };
    let referred: HashMap<_, _> =
        facts.references.iter().zip(&targets).rev().filter_map(anchored).collect();
    let notes = Notes { facts, targets, referred, ids };
    notes.references(sheet);
    notes.ways_back(sheet);
    notes.each_note(sheet);
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
                if reference.marked {
                    astray(sheet, reference);
                }
                continue;
            };
            let note = &self.facts.notes[target];
            let printed = reference.number();
            let told = sheet.strict || printed.is_some();
            if let Some(number) = note.number.filter(|_| told && printed != note.number) {
                let subject = format!("{} ≠ {number} (#{})", reference.text.trim(), note.id);
                sheet.report(reference.spot, FindingKind::ReferenceNumber, &subject);
            }
            if let Some(id) = &reference.id {
                sheet.references.push((id, &note.id));
            }
        }
    }

    /// Every way back leads to a reference to its note. Finds out whether the page lists notes.
    fn ways_back(&self, sheet: &mut Sheet<'a>) {
        let mut away = Vec::new();
        for way in self.facts.ways_back.iter().filter(|way| way.marked) {
            match sheet.resolver.resolve(&way.address) {
                Address::Inside(place) if place.path != sheet.path => away.push((way, place)),
                Address::Inside(place) if self.leads_back(sheet, way, &place) => {}
                _ => sheet.report(way.spot, FindingKind::BacklinkWrong, &way.address),
            }
        }
        let outside = self.facts.references.iter().zip(&self.targets).any(|(reference, target)| {
            reference.note.is_none() && (reference.marked || target.is_some())
        });
        sheet.lists_notes = !away.is_empty() && !outside;
        for (way, place) in away {
            self.lead_away(sheet, way, place);
        }
    }

    /// Whether a way back within the page leads to a reference to its note; on a page that is not
    /// congbo's own, to anything but a reference to another one.
    fn leads_back(&self, sheet: &Sheet<'_>, way: &WayBack<'_>, place: &Place) -> bool {
        match within(sheet, &way.address, &self.referred) {
            Some(note) => note == way.note,
            None if sheet.strict => false,
            None => place.anchor.as_ref().is_some_and(|anchor| sheet.has(anchor, &way.address)),
        }
    }

    fn lead_away(&self, sheet: &mut Sheet<'a>, way: &'a WayBack<'a>, place: Place) {
        if sheet.lists_notes {
            let (address, spot, kind) = (&*way.address, way.spot, UseKind::Navigation);
            let link = Link { address, place, spot, kind };
            sheet.ways_back.push((link, &self.facts.notes[way.note].id));
        } else {
            sheet.report(way.spot, FindingKind::BacklinkWrong, &way.address);
        }
    }

    /// Every note has a way back and, but in a list of notes, a live reference.
    fn each_note(&self, sheet: &mut Sheet<'a>) {
        let live = self.live(sheet);
        let leads_back = self.have_ways_back(sheet);
        let mut lost = Vec::new();
        for (index, note) in self.facts.notes.iter().enumerate() {
            let referred = sheet.lists_notes || live[index];
            if !referred {
                sheet.report(note.spot, FindingKind::NoteWithoutReference, &note.id);
            }
            if !leads_back[index] && (sheet.strict || referred) {
                lost.push(note);
            }
        }
        let referred = live.iter().filter(|&&live| sheet.lists_notes || live).count();
        match lost.first() {
            // That a generator makes no ways back is one finding a page.
            Some(first) if !sheet.strict && lost.len() == referred && referred > 1 => {
                let count = referred.to_string();
                sheet.report(first.spot, FindingKind::NotesWithoutWayBack, &count);
            }
            _ => lost.iter().for_each(|note| {
                sheet.report(note.spot, FindingKind::NoteWithoutWayBack, &note.id);
            }),
        }
    }

    /// Which notes have a way back: a link that is marked as one or, on pages that are not congbo's
    /// own, that leads to a reference to the note.
    fn have_ways_back(&self, sheet: &Sheet<'_>) -> Vec<bool> {
        let mut leads_back = vec![false; self.facts.notes.len()];
        for way in &self.facts.ways_back {
            let found = || within(sheet, &way.address, &self.referred) == Some(way.note);
            leads_back[way.note] |= way.marked || (!sheet.strict && found());
        }
        leads_back
    }

    /// The notes that the page's text leads to, be it through other notes. On a page that is not
    /// congbo's own, any link will do.
    fn live(&self, sheet: &Sheet<'_>) -> Vec<bool> {
        let mut in_note = vec![Vec::new(); self.facts.notes.len()];
        let mut reached = Vec::new();
        if !sheet.strict {
            let links = self.facts.uses.iter().filter(|used| used.address.starts_with('#'));
            reached.extend(links.filter_map(|used| within(sheet, &used.address, &self.ids)));
        }
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

/// A reference that leads to no footnote of its page. On a page that is not congbo's own it may
/// lead to a list of notes elsewhere, or to a note that is marked in no known way.
fn astray<'a>(sheet: &mut Sheet<'a>, reference: &'a Reference<'a>) {
    let (address, spot) = (&*reference.address, reference.spot);
    if !sheet.strict {
        match sheet.resolver.resolve(address) {
            Address::Inside(place) if place.path != sheet.path => {
                let kind = UseKind::Reference;
                sheet.links.push(Link { address, place, spot, kind });
                return;
            }
            Address::Inside(Place { anchor: Some(anchor), .. }) if sheet.has(&anchor, address) => {
                return;
            }
            Address::Foreign | Address::Beside(_) => return sheet.foreign.push((address, spot)),
            _ => {}
        }
    }
    sheet.report(spot, FindingKind::ReferenceWithoutNote, address);
}
