//! Texts of a site's own: files of languages among its templates, held against congbo's.
//!
//! Takes the files `templates/<language>.ftl`; gives the languages that the site has, and what is
//! wrong with the files. A file of a language that congbo has replaces single texts of it; the file
//! of a further one has all texts of pages, those whose name begins with `site-`. Which values a
//! text is given is told by congbo's own; a text may leave some out. Never reads a file.

use std::collections::btree_map::Entry::{Occupied, Vacant};
use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};

use super::family::name_of;
use super::{BUILT_IN, Language, Locale, Locales, PAGES};
use crate::diag::Diagnostic;
use crate::source::{FileId, Sources, Span};

/// The languages of a site whose own files of texts are `own`, by name, and what is wrong with
/// these.
#[must_use]
pub fn read(own: &[(String, FileId)], sources: &Sources) -> (Locales, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut texts: Vec<(Language, &str)> = Vec::new();
    for (name, file) in own {
        match name.strip_suffix(".ftl").and_then(Language::from_name) {
            Some(language) => {
                let text = sources.text(*file);
                diagnostics.extend(check(language, text, *file));
                texts.push((language, text));
            }
            None => {
                diagnostics.push(Diagnostic::texts_misnamed(Span::file_start(*file), name));
            }
        }
    }
    (Locales::of_site(&texts), diagnostics)
}

/// What is wrong with a file of texts.
fn check(language: Language, text: &str, file: FileId) -> Vec<Diagnostic> {
    let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err(readable) => readable,
    };
    let mut diagnostics: Vec<Diagnostic> = errors
        .into_iter()
        .map(|error| {
            let at = error.slice.map_or(error.pos.start, |slice| slice.start);
            Diagnostic::texts_invalid(line_at(text, at, file))
        })
        .collect();
    let place = |part: &str| {
        let start = part.as_ptr() as usize - resource.source().as_ptr() as usize;
        Span::new(file, start..start + part.len())
    };
    diagnostics.extend(repeated(&resource, place));
    diagnostics.extend(unknown(&resource, place));
    let mut given = BTreeSet::new();
    for (key, pattern) in messages(&resource) {
        match Locale::of(Language::ENGLISH).pattern(key).filter(|_| is_of_pages(key)) {
            None => diagnostics.push(Diagnostic::text_unknown(place(key), key)),
            Some(known) => {
                given.insert(key);
                let known = Names::of(known).values;
                for value in Names::of(pattern).values.difference(&known) {
                    let known: Vec<String> = known.iter().map(|name| format!("${name}")).collect();
                    let known = known.join(", ");
                    let span = place(value);
                    diagnostics.push(Diagnostic::text_value_unknown(span, key, value, &known));
                }
            }
        }
    }
    if Locale::languages().all(|built_in| built_in != language) {
        diagnostics.extend(missing(language, &given, file));
    }
    diagnostics
}

/// Texts and terms whose name another above them has.
fn repeated(resource: &FluentResource, place: impl Fn(&str) -> Span) -> Vec<Diagnostic> {
    let mut first = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for entry in resource.entries() {
        let (of_term, name) = match entry {
            Entry::Message(message) => (false, message.id.name),
            Entry::Term(term) => (true, term.id.name),
            _ => continue,
        };
        match first.entry((of_term, name)) {
            Occupied(known) => {
                diagnostics.push(Diagnostic::text_given_twice(place(name), name, *known.get()));
            }
            Vacant(new) => drop(new.insert(place(name))),
        }
    }
    diagnostics
}

/// What the texts and terms of a file name that there is not: a text that is none of pages, a term
/// that the file does not have, a part of a text, a function.
fn unknown(resource: &FluentResource, place: impl Fn(&str) -> Span) -> Vec<Diagnostic> {
    let terms: BTreeMap<&str, &Pattern<&str>> = terms(resource).collect();
    let english = Locale::of(Language::ENGLISH);
    let missing = |name: &Name| match *name {
        Name::Text(key, None) => !is_of_pages(key) || !english.has(key),
        Name::Term(key) => !terms.contains_key(key),
        Name::Text(_, Some(_)) | Name::Function(_) => true,
    };
    let texts = messages(resource).map(|(_, pattern)| pattern);
    let names = texts.chain(terms.values().copied()).flat_map(|pattern| Names::of(pattern).others);
    let told = |name: Name| {
        let (Name::Text(key, _) | Name::Term(key) | Name::Function(key)) = name;
        Diagnostic::text_reference_unknown(place(key), key)
    };
    names.filter(missing).map(told).collect()
}

/// Names and texts of a file's terms.
fn terms(resource: &FluentResource) -> impl Iterator<Item = (&str, &Pattern<&str>)> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Term(term) => Some((term.id.name, &term.value)),
        _ => None,
    })
}

/// What the file of a further language lacks.
fn missing(language: Language, given: &BTreeSet<&str>, file: FileId) -> Option<Diagnostic> {
    let keys: Vec<String> =
        texts_of_pages().into_iter().filter(|key| !given.contains(key.as_str())).collect();
    let first = Span::file_start(file);
    (!keys.is_empty())
        .then(|| Diagnostic::texts_missing(first, language.name(), keys.len(), &keys.join(", ")))
}

/// The names of the texts that a language needs for pages, in the order of congbo's file.
fn texts_of_pages() -> Vec<String> {
    let text = BUILT_IN[0].text.to_owned();
    let resource = FluentResource::try_new(text).unwrap_or_else(|(readable, _)| readable);
    let keys = messages(&resource).map(|(key, _)| key.to_owned());
    keys.filter(|key| is_of_pages(key)).collect()
}

fn is_of_pages(key: &str) -> bool {
    name_of(key) == PAGES
}

/// Names and texts of a file.
fn messages(resource: &FluentResource) -> impl Iterator<Item = (&str, &Pattern<&str>)> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    })
}

/// The line in which `at` stands, without the blanks around it.
fn line_at(text: &str, at: usize, file: FileId) -> Span {
    let at = at + text[at..].len() - text[at..].trim_start().len();
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    Span::new(file, at..at + text[at..end].trim_end().len())
}

/// What a text names: values that it is given, and other texts.
#[derive(Default)]
struct Names<'p> {
    /// Values, without the sign before them.
    values: BTreeSet<&'p str>,
    /// Texts, terms and functions, as [`Name`] tells them apart, and where they are named.
    others: Vec<Name<'p>>,
}

/// What a text names besides values.
#[derive(Clone, Copy)]
enum Name<'p> {
    /// A text, or a part of it.
    Text(&'p str, Option<&'p str>),
    /// A term.
    Term(&'p str),
    /// A function, of which there is none.
    Function(&'p str),
}

impl<'p> Names<'p> {
    fn of(pattern: &Pattern<&'p str>) -> Self {
        let mut names = Self::default();
        names.pattern(pattern);
        names
    }

    fn pattern(&mut self, pattern: &Pattern<&'p str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'p str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'p str>) {
        match inline {
            InlineExpression::VariableReference { id } => drop(self.values.insert(id.name)),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::MessageReference { id, attribute } => {
                let part = attribute.as_ref().map(|part| part.name);
                self.others.push(Name::Text(id.name, part));
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.others.push(Name::Term(id.name));
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.others.push(Name::Function(id.name));
                self.arguments(arguments);
            }
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&'p str>) {
        let named = arguments.named.iter().map(|argument| &argument.value);
        arguments.positional.iter().chain(named).for_each(|argument| self.inline(argument));
    }
}
