//! Departments: who leads or supports directives, over the whole site.
//!
//! Plain data, made by `resolve::department`. Two names are one department's where they differ in
//! nothing but case and blanks; the Unicode form was settled when the text was read.

use std::collections::BTreeMap;

use super::addresses::{CALENDAR, DEPARTMENTS};
use super::meta::Language;

/// Who leads or supports directives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// The name, as it is written most often.
    pub name: String,
    /// The site's, if a text in it has the name, else that of the first text.
    pub language: Language,
    /// What stands for it in addresses.
    pub id: String,
    /// Whether a directive that it leads or supports has a deadline.
    pub deadlines: bool,
}

impl Department {
    /// The address of its page.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{DEPARTMENTS}{}/", self.id)
    }

    /// The address of its deadlines.
    #[must_use]
    pub fn calendar(&self) -> String {
        format!("{}{CALENDAR}", self.address())
    }
}

/// Every department of a site.
#[derive(Debug, Default)]
pub struct Departments(BTreeMap<String, Department>);

impl Departments {
    /// The departments, each with what [`identity`] makes of its name.
    #[must_use]
    pub fn new(departments: impl IntoIterator<Item = (String, Department)>) -> Self {
        Self(departments.into_iter().collect())
    }

    /// The department of this name, however it is spelt.
    #[must_use]
    pub fn of(&self, name: &str) -> Option<&Department> {
        self.0.get(&identity(name))
    }

    /// All of them, in no order that a reader would look for.
    pub fn iter(&self) -> impl Iterator<Item = &Department> {
        self.0.values()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What two spellings of one name have in common: its words in small letters.
#[must_use]
pub fn identity(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
