//! What one page alone can tell.
//!
//! Takes the facts of a page; gives the findings that need no other page, and what must be held
//! against the others: what it defines, and what leads away from it.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::address::{Address, Place, Resolver, written_anchor};
use super::facts::{Anchor, Facts, Use, UseKind};
use super::proof::Options;
use super::scan::Spot;
use super::web::Near;
use super::{Finding, FindingKind, notes};

/// A page on its own.
pub(super) struct Sheet<'a> {
    /// Path of the page.
    pub path: &'a str,
    /// What is wrong with it whatever the others are.
    pub findings: Vec<Finding>,
    /// Every anchor, with its first place.
    pub anchors: HashMap<&'a str, Spot>,
    /// Anchor of each reference that leads to a note of the page, and the note's.
    pub references: Vec<(&'a str, &'a str)>,
    /// Links to other pages.
    pub links: Vec<Link<'a>>,
    /// Ways back to references on other pages, each with its note's anchor.
    pub ways_back: Vec<(Link<'a>, &'a str)>,
    /// Whether the page lists notes whose references are elsewhere.
    pub lists_notes: bool,
    /// Addresses on other hosts.
    pub foreign: Vec<(&'a str, Spot)>,
    /// Links to the site's host, outside the site.
    pub beside: Vec<Link<'a>>,
    /// Whether the page is one of congbo's own.
    pub strict: bool,
    pub(super) resolver: Resolver<'a>,
}

/// A link to another page.
pub(super) struct Link<'a> {
    /// As it is written.
    pub address: &'a str,
    /// Where it leads.
    pub place: Place,
    /// Where it stands.
    pub spot: Spot,
    /// What for.
    pub kind: UseKind,
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(options: &'a Options, path: &'a str, facts: &'a Facts<'a>) -> Self {
        let mut sheet = Self {
            path,
            findings: Vec::new(),
            anchors: HashMap::with_capacity(facts.anchors.len()),
            references: Vec::new(),
            links: Vec::new(),
            ways_back: Vec::new(),
            lists_notes: false,
            foreign: Vec::new(),
            beside: Vec::new(),
            strict: options.strict,
            resolver: Resolver::new(options, path, facts.base.as_deref()),
        };
        sheet.define(&facts.anchors);
        for used in &facts.uses {
            sheet.follow(used);
        }
        notes::judge(&mut sheet, facts);
        for fault in &facts.faults {
            sheet.report(fault.spot, fault.kind, &fault.subject);
        }
        sheet
    }

    pub(crate) fn report(&mut self, spot: Spot, kind: FindingKind, subject: &str) {
        self.findings.push(self.finding(spot, kind, subject));
    }

    pub(crate) fn finding(&self, spot: Spot, kind: FindingKind, subject: &str) -> Finding {
        Finding::new(self.path, spot, kind, subject)
    }

    fn define(&mut self, anchors: &'a [Anchor<'a>]) {
        let (old, ids): (Vec<&Anchor<'_>>, Vec<&Anchor<'_>>) =
            anchors.iter().partition(|anchor| anchor.old);
        for anchor in ids {
            match self.anchors.entry(&anchor.id) {
                Entry::Vacant(new) => drop(new.insert(anchor.spot)),
                Entry::Occupied(first) => {
                    let near = Some(Near::First(*first.get()));
                    let twice = self.finding(anchor.spot, FindingKind::IdTwice, &anchor.id);
                    self.findings.push(Finding { near, ..twice });
                }
            }
        }
        for anchor in old {
            self.anchors.entry(&anchor.id).or_insert(anchor.spot);
        }
    }

    fn follow(&mut self, used: &'a Use<'a>) {
        let (address, spot, kind) = (&*used.address, used.spot, used.kind);
        // A part of this very page, wherever its relative addresses start from.
        if kind.loads() && address.len() > 1 && address.starts_with('#') {
            let anchor = address[1..].to_owned();
            return self.stay(Place { path: self.path.to_owned(), anchor: Some(anchor) }, used);
        }
        match self.resolver.resolve(address) {
            Address::Beyond => self.lead_nowhere(used, Near::Outside),
            Address::Disk => self.lead_nowhere(used, Near::Disk),
            // The page itself is no picture, script or style; others leave that to a script.
            Address::Inside(_) if kind.loads() && address.trim().is_empty() => {
                if self.strict {
                    self.report(spot, FindingKind::LinkNowhere, address);
                }
            }
            Address::Inside(place) if place.path == self.path => self.stay(place, used),
            Address::Inside(place) => self.links.push(Link { address, place, spot, kind }),
            Address::Foreign if kind.loads() && self.strict => {
                self.report(spot, FindingKind::ForeignRequest, address);
            }
            Address::Beside(_) if kind.loads() && self.strict => {
                self.lead_nowhere(used, Near::Outside);
            }
            Address::Beside(place) => self.beside.push(Link { address, place, spot, kind }),
            Address::Foreign => self.foreign.push((address, spot)),
            Address::Code if self.strict => {
                self.report(spot, FindingKind::InlineCode, address);
            }
            Address::Data if kind.loads() && self.strict => {
                self.report(spot, FindingKind::EmbeddedData, address);
            }
            Address::Code | Address::Data | Address::Elsewhere => {}
        }
    }

    /// An address that no reader can follow.
    fn lead_nowhere(&mut self, used: &Use<'_>, near: Near) {
        let finding = self.finding(used.spot, FindingKind::LinkNowhere, &used.address);
        self.findings.push(Finding { near: Some(near), ..finding });
    }

    /// A link within the page. A picture's part may be put there by a script.
    fn stay(&mut self, place: Place, used: &Use<'_>) {
        let judged = self.strict || !used.kind.loads();
        if judged && !place.anchor.is_none_or(|anchor| self.has(&anchor, &used.address)) {
            self.report(used.spot, FindingKind::AnchorMissing, &used.address);
        }
    }

    /// Whether the page has the anchor, decoded or as the address has it.
    pub(super) fn has(&self, anchor: &str, address: &str) -> bool {
        let written = written_anchor(address).unwrap_or_default();
        self.anchors.contains_key(anchor) || self.anchors.contains_key(written)
    }
}
