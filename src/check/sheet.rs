//! What one page alone can tell.
//!
//! Takes the facts of a page; gives the findings that need no other page, and what must be held
//! against the others: what it defines, and what leads away from it.

use std::collections::HashSet;

use super::address::{Address, Place, Resolver, written_anchor};
use super::facts::{Anchor, Facts, Use};
use super::proof::Options;
use super::{Finding, FindingKind, notes};

/// A page on its own.
pub(super) struct Sheet<'a> {
    /// Path of the page.
    pub path: &'a str,
    /// What is wrong with it whatever the others are.
    pub findings: Vec<Finding>,
    /// Every anchor.
    pub anchors: HashSet<&'a str>,
    /// Anchor of each reference that leads to a note of the page, and the note's.
    pub references: Vec<(&'a str, &'a str)>,
    /// Links to other pages.
    pub links: Vec<Link<'a>>,
    /// Ways back to references on other pages, each with its note's anchor.
    pub ways_back: Vec<(Link<'a>, &'a str)>,
    pub(super) resolver: Resolver<'a>,
}

/// A link to another page.
pub(super) struct Link<'a> {
    /// As it is written.
    pub address: &'a str,
    /// Where it leads.
    pub place: Place,
    /// Where it stands.
    pub line: u32,
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(options: &'a Options, path: &'a str, facts: &'a Facts) -> Self {
        let mut sheet = Self {
            path,
            findings: Vec::new(),
            anchors: HashSet::with_capacity(facts.anchors.len()),
            references: Vec::new(),
            links: Vec::new(),
            ways_back: Vec::new(),
            resolver: Resolver::new(options, path, facts.base.as_deref()),
        };
        sheet.define(&facts.anchors);
        for used in &facts.uses {
            sheet.follow(used, options.strict);
        }
        notes::judge(&mut sheet, facts);
        if options.strict {
            for fault in &facts.faults {
                sheet.report(fault.line, fault.kind, &fault.subject);
            }
        }
        sheet
    }

    pub(crate) fn report(&mut self, line: u32, kind: FindingKind, subject: &str) {
        self.findings.push(Finding::new(self.path, line, kind, subject));
    }

    fn define(&mut self, anchors: &'a [Anchor]) {
        let (old, ids): (Vec<&Anchor>, Vec<&Anchor>) =
            anchors.iter().partition(|anchor| anchor.old);
        for anchor in ids {
            if !self.anchors.insert(&anchor.id) {
                self.report(anchor.line, FindingKind::IdTwice, &anchor.id);
            }
        }
        self.anchors.extend(old.into_iter().map(|anchor| &*anchor.id));
    }

    fn follow(&mut self, used: &'a Use, strict: bool) {
        let (address, line) = (&*used.address, used.line);
        let loads = used.kind.loads();
        match self.resolver.resolve(address) {
            Address::Beyond => self.report(line, FindingKind::LinkNowhere, address),
            // The page itself is no picture, script or style.
            Address::Inside(_) if loads && address.trim().is_empty() => {
                self.report(line, FindingKind::LinkNowhere, address);
            }
            Address::Inside(place) if place.path == self.path => self.stay(place, used),
            Address::Inside(place) => self.links.push(Link { address, place, line }),
            Address::Foreign if loads && strict => {
                self.report(line, FindingKind::ForeignRequest, address);
            }
            Address::Code if strict => self.report(line, FindingKind::InlineCode, address),
            Address::Foreign | Address::Code | Address::Elsewhere => {}
        }
    }

    /// A link within the page.
    fn stay(&mut self, place: Place, used: &Use) {
        let written = written_anchor(&used.address).unwrap_or_default();
        let found = place.anchor.is_none_or(|anchor| self.anchors.contains(&*anchor));
        if !found && !self.anchors.contains(written) {
            self.report(used.line, FindingKind::AnchorMissing, &used.address);
        }
    }
}
