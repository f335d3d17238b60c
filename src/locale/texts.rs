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
    let mut given = BTreeSet::new();
    for (key, pattern) in messages(&resource) {
        match Locale::of(Language::ENGLISH).pattern(key).filter(|_| is_of_pages(key)) {
            None => diagnostics.push(Diagnostic::text_unknown(place(key), key)),
            Some(known) => {
                given.insert(key);
                let known = variables(known);
                for value in variables(pattern).difference(&known) {
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

/// The values that a text asks for.
fn variables<'p>(pattern: &Pattern<&'p str>) -> BTreeSet<&'p str> {
    let mut found = BTreeSet::new();
    in_pattern(pattern, &mut found);
    found
}

fn in_pattern<'p>(pattern: &Pattern<&'p str>, found: &mut BTreeSet<&'p str>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression<'p>(expression: &Expression<&'p str>, found: &mut BTreeSet<&'p str>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            for variant in variants {
                in_pattern(&variant.value, found);
            }
        }
    }
}

fn in_inline<'p>(inline: &InlineExpression<&'p str>, found: &mut BTreeSet<&'p str>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name);
        }
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        InlineExpression::FunctionReference { arguments, .. }
        | InlineExpression::TermReference { arguments: Some(arguments), .. } => {
            in_arguments(arguments, found);
        }
        _ => {}
    }
}

fn in_arguments<'p>(arguments: &CallArguments<&'p str>, found: &mut BTreeSet<&'p str>) {
    let named = arguments.named.iter().map(|argument| &argument.value);
    for argument in arguments.positional.iter().chain(named) {
        in_inline(argument, found);
    }
}
