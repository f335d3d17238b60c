//! Departments: the names in the front matter of all directives, brought together.
//!
//! Takes the outlines of a whole site, gives each department one name and one address. The address
//! is made of the name alone, so that no other report, earlier or later in the site, makes it
//! another department's. Never guesses: names that differ in more than case and blanks are two
//! departments.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::anchor::slug;
use super::outline::Outline;
use crate::model::addresses::untaken;
use crate::model::department::{Department, Departments, identity};
use crate::model::draft::DraftDirective;
use crate::model::meta::Language;

/// How the address of a department begins whose name has neither letters nor digits.
const NAMELESS: &str = "co-quan";

/// Digits of a digest in an address.
const DIGITS: usize = 8;

/// The spellings of one name and how often each is used.
type Spellings<'a> = Vec<(&'a str, usize)>;

/// What is found of a department: its language and its spellings.
type Found<'a> = (Language, Spellings<'a>);

/// Every department of a site in `own` language. A name is in that language if a text in it has the
/// name, else in that of the first text.
#[must_use]
pub fn gather(outlines: &[Outline], own: Language) -> Departments {
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    for (language, directive) in directives(outlines) {
        for name in of_directive(directive) {
            let (known, spellings) =
                found.entry(identity(name)).or_insert_with(|| (language, Vec::new()));
            if language == own {
                *known = own;
            }
            match spellings.iter_mut().find(|(spelling, _)| *spelling == name) {
                Some((_, count)) => *count += 1,
                None => spellings.push((name, 1)),
            }
        }
    }
    let mut bearers: BTreeMap<String, usize> = BTreeMap::new();
    for identity in found.keys() {
        *bearers.entry(slug(identity)).or_default() += 1;
    }
    let dated: BTreeSet<String> = directives(outlines)
        .map(|(_, directive)| directive)
        .filter(|directive| directive.meta.deadline.is_some())
        .flat_map(of_directive)
        .map(identity)
        .collect();
    let mut taken = BTreeSet::new();
    Departments::new(found.into_iter().map(|(identity, (language, spellings))| {
        let id = untaken(&id(&identity, &bearers), &mut taken);
        let name = usual(&spellings).to_owned();
        let deadlines = dated.contains(&identity);
        (identity, Department { name, language, id, deadlines })
    }))
}

/// Every directive with the language of its text, in the order of the site.
fn directives(outlines: &[Outline]) -> impl Iterator<Item = (Language, &DraftDirective)> {
    outlines.iter().flat_map(|outline| {
        let language = outline.draft.kind.language();
        let directives = outline.draft.lists.values().flat_map(|list| &list.directives);
        directives.map(move |directive| (language, directive))
    })
}

/// The names that a directive has.
fn of_directive(directive: &DraftDirective) -> impl Iterator<Item = &str> {
    directive.meta.lead.iter().chain(&directive.meta.support).map(String::as_str)
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

/// What stands for a name in addresses: its slug, and where others have the same, or it has
/// neither letters nor digits, a digest of the name besides.
fn id(identity: &str, bearers: &BTreeMap<String, usize>) -> String {
    let slug = slug(identity);
    if !identity.contains(char::is_alphanumeric) {
        format!("{NAMELESS}-{}", digest(identity))
    } else if bearers.get(&slug).is_some_and(|&count| count > 1) {
        format!("{slug}-{}", digest(identity))
    } else {
        slug
    }
}

/// The first digits of the SHA-256 of a name.
fn digest(identity: &str) -> String {
    let mut digits = format!("{:x}", Sha256::digest(identity));
    digits.truncate(DIGITS);
    digits
}
