//! Departments: the names in the front matter of all directives, brought together.
//!
//! Takes the outlines of a whole site, gives each department one name and one address. Never
//! guesses: names that differ in more than case and blanks are two departments.

use std::collections::{BTreeMap, BTreeSet};

use super::anchor::slug;
use super::outline::Outline;
use crate::model::addresses::untaken;
use crate::model::department::{Department, Departments, identity};

/// The spellings of one name and how often each is used.
type Spellings<'a> = Vec<(&'a str, usize)>;

/// Every department of a site.
#[must_use]
pub fn gather(outlines: &[Outline]) -> Departments {
    let mut order = Vec::new();
    let mut found: BTreeMap<String, Spellings> = BTreeMap::new();
    for name in names(outlines) {
        let identity = identity(name);
        let spellings = found.entry(identity.clone()).or_insert_with(|| {
            order.push(identity);
            Vec::new()
        });
        match spellings.iter_mut().find(|(spelling, _)| *spelling == name) {
            Some((_, count)) => *count += 1,
            None => spellings.push((name, 1)),
        }
    }
    let mut taken = BTreeSet::new();
    Departments::new(order.into_iter().map(|identity| {
        let name = usual(&found[&identity]);
        let department = Department { name: name.to_owned(), id: id(name, &mut taken) };
        (identity, department)
    }))
}

/// Every name, in the order of the site.
fn names(outlines: &[Outline]) -> impl Iterator<Item = &str> {
    let lists = outlines.iter().flat_map(|outline| outline.draft.lists.values());
    let directives = lists.flat_map(|list| &list.directives);
    directives
        .flat_map(|directive| directive.meta.lead.iter().chain(&directive.meta.support))
        .map(String::as_str)
}

/// The spelling that is used most, the first of them where several are.
fn usual<'a>(spellings: &Spellings<'a>) -> &'a str {
    let mut best = ("", 0);
    for &(spelling, count) in spellings {
        if count > best.1 {
            best = (spelling, count);
        }
    }
    best.0
}

/// The slug of a name, with a count where another department has it already.
fn id(name: &str, taken: &mut BTreeSet<String>) -> String {
    untaken(&slug(name), taken)
}
