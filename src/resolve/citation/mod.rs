//! Citations: the documents that a report mentions, each once, with every place that cites it.
//!
//! A symbol alone is no identity: numbers begin anew every year, so `01/NQ-CP` of 2023 and of
//! 2024 are two documents (Nghị định 30/2020/NĐ-CP, Điều 15). A mention without a date means the
//! document of that symbol that was mentioned last, as the decree has later citations leave the
//! date out; before any dated one, the first that follows; and where the text gives no date at
//! all, the one of that symbol in the registry, if it has but one.

pub mod grammar;

use std::collections::{BTreeMap, BTreeSet};

use self::grammar::{Family, fold_symbol};
use crate::diag::Diagnostic;
use crate::model::meta::{Date, RegisteredDocument};
use crate::model::resolved::{Document, Resolved};
use crate::model::table::{DocumentId, MentionId, Table};
use crate::resolve::anchor;

/// A mention as the text has it.
#[derive(Debug)]
pub struct Found {
    /// What was read.
    pub mention: grammar::Mention,
    /// Where it is written.
    pub span: Option<crate::source::Span>,
}

/// `documents.yaml` by symbol.
#[derive(Debug, Default)]
pub struct Registry<'a>(BTreeMap<String, Vec<&'a RegisteredDocument>>);

impl<'a> Registry<'a> {
    /// The registry of these documents.
    #[must_use]
    pub fn new(documents: &'a [RegisteredDocument]) -> Self {
        let mut by_symbol: BTreeMap<String, Vec<&RegisteredDocument>> = BTreeMap::new();
        for document in documents {
            by_symbol.entry(fold_symbol(&document.symbol)).or_default().push(document);
        }
        Self(by_symbol)
    }

    /// Reports entries that nothing tells apart: a mention would be of neither.
    pub fn check(&self, diagnostics: &mut Vec<Diagnostic>) {
        for entries in self.0.values() {
            for (index, entry) in entries.iter().enumerate() {
                if let Some(first) = entries[..index].iter().find(|first| is_one(first, entry)) {
                    let symbol = &entry.symbol;
                    diagnostics.push(Diagnostic::document_repeated(entry.span, symbol, first.span));
                }
            }
        }
    }

    /// The year of the documents of a symbol, if all of them that `issuer` can have issued are of
    /// one year.
    fn year(&self, symbol: &str, issuer: Option<&str>) -> Option<u16> {
        let could_be = |entry: &&&RegisteredDocument| {
            entry.issuer.as_deref().zip(issuer).is_none_or(|(entry, own)| is_one_body(entry, own))
        };
        let mut entries = self.of_symbol(symbol).iter().filter(could_be);
        let year = entries.next()?.date.map(Date::year)?;
        entries.all(|entry| entry.date.map(Date::year) == Some(year)).then_some(year)
    }

    fn of_symbol(&self, symbol: &str) -> &[&'a RegisteredDocument] {
        self.0.get(symbol).map_or(&[], Vec::as_slice)
    }
}

/// The documents behind mentions in reading order, and which of them each mention is of.
///
/// `issuer` is the body whose report it is: symbols of local bodies are only unique within its
/// reach.
#[must_use]
pub fn identify(
    found: &Table<MentionId, Found>,
    registry: &Registry,
    issuer: Option<&str>,
) -> (Table<DocumentId, Document>, Table<MentionId, DocumentId>) {
    let years = years(found, registry);
    let mut documents: Table<DocumentId, Document> = Table::default();
    let mut by_identity: BTreeMap<(String, Option<u16>), DocumentId> = BTreeMap::new();
    let of_mention = found
        .iter()
        .zip(years)
        .map(|((id, found), year)| {
            let symbol = fold_symbol(&found.mention.symbol);
            let document = *by_identity
                .entry((symbol.clone(), year))
                .or_insert_with(|| documents.push(document(&found.mention, &symbol, year, issuer)));
            complete(&mut documents[document], &found.mention);
            documents[document].mentions.push(id);
            document
        })
        .collect();
    for document in documents.values_mut() {
        register(document, registry);
    }
    name(&mut documents);
    (documents, of_mention)
}

/// The year of each mention's document, where anything tells it.
fn years(found: &Table<MentionId, Found>, registry: &Registry) -> Vec<Option<u16>> {
    let own = |mention: &grammar::Mention| {
        mention.year_in_symbol.or_else(|| mention.date.map(Date::year))
    };
    let mut last: BTreeMap<String, u16> = BTreeMap::new();
    for found in found.values() {
        if let Some(year) = own(&found.mention) {
            last.entry(fold_symbol(&found.mention.symbol)).or_insert(year);
        }
    }
    let of = |found: &Found| {
        let mention = &found.mention;
        let symbol = fold_symbol(&mention.symbol);
        if let Some(year) = own(mention) {
            last.insert(symbol, year);
            return Some(year);
        }
        let issuer = mention.issuer.as_deref();
        last.get(&symbol).copied().or_else(|| registry.year(&symbol, issuer))
    };
    found.values().map(of).collect()
}

fn document(
    mention: &grammar::Mention,
    symbol: &str,
    year: Option<u16>,
    issuer: Option<&str>,
) -> Document {
    let reach = if is_local(mention) { issuer.unwrap_or_default() } else { "" };
    let year = year.map_or_else(String::new, |year| year.to_string());
    Document {
        id: String::new(),
        symbol: mention.symbol.clone(),
        kind: None,
        date: None,
        issuer: None,
        title: None,
        url: None,
        identity: format!("{symbol} {year} {reach}"),
        mentions: Vec::new(),
    }
}

/// Whether the symbol is one that every province or commune gives out anew.
fn is_local(mention: &grammar::Mention) -> bool {
    let codes = mention.symbol.split(['/', '-']);
    let local = |code: &str| matches!(code, "UBND" | "HĐND" | "TU" | "HU" | "ĐU" | "TTHĐND");
    mention.family == Family::OfficialLetter || codes.into_iter().any(local)
}

/// Adds what a further mention tells.
fn complete(document: &mut Document, mention: &grammar::Mention) {
    document.kind = document.kind.take().or_else(|| mention.kind.map(str::to_owned));
    document.date = document.date.or(mention.date);
    document.issuer = document.issuer.take().or_else(|| mention.issuer.clone());
}

/// Adds what the registry knows of a document.
fn register(document: &mut Document, registry: &Registry) {
    let symbol = fold_symbol(&document.symbol);
    let year = document.date.map(Date::year).or_else(|| year_in(&document.identity));
    let fits = |entry: &&&RegisteredDocument| {
        let same_year = match (entry.date, document.date, year) {
            (Some(entry), Some(date), _) if entry.year() == date.year() => {
                entry == date || !dated_so(registry, &symbol, date)
            }
            (Some(entry), _, Some(year)) => entry.year() == year,
            _ => true,
        };
        let issuers = entry.issuer.as_deref().zip(document.issuer.as_deref());
        let other_issuer =
            issuers.is_some_and(|(entry, own)| has_reach(document) && !is_one_body(entry, own));
        same_year && !other_issuer
    };
    let mut entries = registry.of_symbol(&symbol).iter().filter(fits);
    let (Some(entry), None) = (entries.next(), entries.next()) else { return };
    document.title.clone_from(&entry.title);
    document.url.clone_from(&entry.url);
    document.date = document.date.or(entry.date);
    document.kind = document.kind.take().or_else(|| entry.kind.clone());
    document.issuer = document.issuer.take().or_else(|| entry.issuer.clone());
}

/// Whether the registry has a document of that symbol and day.
fn dated_so(registry: &Registry, symbol: &str, date: Date) -> bool {
    registry.of_symbol(symbol).iter().any(|entry| entry.date == Some(date))
}

/// Whether the document's symbol says nothing outside the reach of its issuer.
fn has_reach(document: &Document) -> bool {
    document.identity.splitn(3, ' ').nth(2).is_some_and(|reach| !reach.is_empty())
}

/// Whether nothing tells two entries of one symbol apart.
fn is_one(left: &RegisteredDocument, right: &RegisteredDocument) -> bool {
    let issuers = left.issuer.as_deref().zip(right.issuer.as_deref());
    left.date.zip(right.date).is_none_or(|(left, right)| left == right)
        && issuers.is_none_or(|(left, right)| is_one_body(left, right))
}

/// Whether two names can be one body's: "UBND tỉnh" is the short form of "UBND tỉnh Hà Tĩnh".
fn is_one_body(left: &str, right: &str) -> bool {
    let (left, right) = (left.to_lowercase(), right.to_lowercase());
    left.contains(&right) || right.contains(&left)
}

fn year_in(identity: &str) -> Option<u16> {
    identity.split(' ').nth(1)?.parse().ok()
}

/// Gives every document an id of its own, from kind, symbol and year: folding accents makes
/// `3/HĐ-UBND` and `3/HD-UBND` alike, so a count follows where it must.
fn name(documents: &mut Table<DocumentId, Document>) {
    let mut taken = BTreeSet::new();
    for document in documents.values_mut() {
        let kind = document.kind.as_deref().unwrap_or_default();
        let year = year_in(&document.identity).map_or_else(String::new, |year| year.to_string());
        let carries_year = document.symbol.contains(&year);
        let year = if carries_year { "" } else { &year };
        let base = anchor::slug(&format!("{kind} {} {year}", document.symbol));
        document.id = free(&base, &mut taken);
    }
}

/// `base`, or where it is taken `base.2` and so on; it is taken from here on.
fn free(base: &str, taken: &mut BTreeSet<String>) -> String {
    let counted = (2..).map(|count| format!("{base}.{count}"));
    let id = std::iter::once(base.to_owned()).chain(counted).find(|id| !taken.contains(id));
    let id = id.unwrap_or_default();
    taken.insert(id.clone());
    id
}

/// Gives every document that the site cites an anchor on the page of them all, by identity.
///
/// An ordinary page has no page of documents of its own, so its mentions use these anchors.
#[must_use]
pub fn unify(reports: &mut [Resolved]) -> BTreeMap<String, String> {
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for report in &mut *reports {
        for document in report.documents.values() {
            if !ids.contains_key(&document.identity) {
                ids.insert(document.identity.clone(), free(&document.id, &mut taken));
            }
        }
    }
    for report in reports.iter_mut().filter(|report| !report.is_report()) {
        for document in report.documents.values_mut() {
            if let Some(id) = ids.get(&document.identity) {
                document.id.clone_from(id);
            }
        }
    }
    ids
}
