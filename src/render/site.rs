//! The pages of the site as a whole: folders, documents, abbreviations, machines.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};

use super::citation::{edition, given_number};
use super::href::{encode, relative};
use super::report::{indicators, is_empty, mentions, page_description};
use super::search::KINDS;
use super::theme::STATIC;
use super::views::{
    AbbreviationView, AbbreviationsPage, AddressView, DocumentView, EntryView, FolderPage,
    HighlightsView, MachinePage, NotFoundPage, ReportChoice, SearchPage, SiteDocumentsPage,
    SiteView,
};
use super::{RenderError, Renderer};
use crate::content::paths;
use crate::model::addresses::{
    ABBREVIATIONS, DOCUMENTS, FEED, FULL_TEXT, NOT_FOUND, Of, SEARCH, SEARCH_INDEX, made_where,
    pages_of,
};
use crate::model::meta::{Date, PartialDate};
use crate::model::resolved::{Resolved, Site};

/// How many key figures the site's front page shows.
const HIGHLIGHTS: usize = 4;

/// How many pages a site has.
pub(super) fn page_count(site: &Site) -> usize {
    let of = |document: &Resolved| {
        if document.is_report() {
            document.pages.len() + pages_of(Of::Report).count()
        } else {
            usize::from(!document.is_index())
        }
    };
    let documents: usize = site.documents.iter().map(of).sum();
    let departments = site.departments.len() * pages_of(Of::Department).count();
    let own = pages_of(Of::Site).count() + [NOT_FOUND].len();
    documents + departments + site.folders.len() + own
}

impl Renderer<'_> {
    /// Every page that belongs to no single report.
    pub(super) fn site_pages(&self, files: &BTreeMap<String, PathBuf>) -> Result<(), RenderError> {
        for folder in &self.site.folders {
            self.folder(folder)?;
        }
        self.site_documents()?;
        self.departments()?;
        self.abbreviations()?;
        self.search()?;
        let made = made_where(Of::Site, self.site.grounds()).filter(|made| made.yields());
        let own = |name: &str| files.contains_key(&format!("static/{name}"));
        for name in made.map(|made| made.address).filter(|name| !own(name)) {
            match name {
                NOT_FOUND => self.not_found()?,
                name => self.page(name, name, &self.machine_page(name))?,
            }
        }
        Ok(())
    }

    /// Static files and the files that texts link to.
    pub(super) fn assets(&self, files: &BTreeMap<String, PathBuf>) -> Result<(), RenderError> {
        let assets = self.theme.assets();
        let copy = |address: &str, source: &PathBuf| {
            let result = self.sink.copy(address, source);
            result.map_err(|error| RenderError::Write { path: address.to_owned(), error })
        };
        for (name, _) in STATIC {
            let address = assets.address(name).unwrap_or(name);
            if let Some(text) = assets.built_in(name) {
                self.write((*name).to_owned(), text.as_bytes())?;
                self.write(address.to_owned(), text.as_bytes())?;
            } else if let Some(source) = files.get(&format!("static/{name}")) {
                copy(address, source)?;
            }
        }
        for (path, source) in files {
            let own = path.strip_prefix("static/").filter(|name| !assets.is_given(name));
            if let Some(address) = own {
                copy(address, source)?;
            }
        }
        let texts = self.site.documents.iter().flat_map(|document| &document.assets);
        let linked: BTreeMap<&String, &String> = texts.chain(&self.site.assets).collect();
        for (path, address) in linked {
            if let Some(source) = files.get(path) {
                copy(address, source)?;
            }
        }
        Ok(())
    }

    // Folders.

    fn folder(&self, path: &str) -> Result<(), RenderError> {
        let address = if path.is_empty() { String::new() } else { format!("{path}/") };
        let index = self.site.documents.iter().find(|document| document.path == path);
        let title = match index {
            Some(document) => document.title.clone(),
            None if path.is_empty() => self.site_title(),
            None => self.title_of(path).0,
        };
        let (id, title_html, body) = match index {
            Some(document) => {
                let (id, title_html, body) = self.page_body(document)?;
                (id, title_html, Some(body))
            }
            None => (None, super::href::escape(&title).into_owned(), None),
        };
        let description =
            index.and_then(page_description).or_else(|| self.site.config.description.clone());
        let language = index.map_or(self.locale.language(), Resolved::language);
        let page = self.page_view("folder", &address, &title, description);
        let mut page = self.in_language(page, language);
        page.own_title = index.is_none().then(|| title.clone());
        page.data_html = path.is_empty().then(|| self.site_data());
        let view = FolderPage {
            site: self.site_view(&address),
            page,
            id,
            title_html,
            body,
            front: path.is_empty(),
            highlights: path.is_empty().then(|| self.highlights()).flatten(),
            entries: self.entries(&address),
        };
        self.page(&address, "folder.html", &view)
    }

    /// Reports and pages below a folder: newest first, then those without a date, by path.
    fn entries(&self, folder: &str) -> Vec<EntryView> {
        let documents = self.site.documents.iter();
        let mut below: Vec<&Resolved> = documents
            .filter(|document| !document.is_index() && document.path.starts_with(folder))
            .collect();
        below.sort_by(|left, right| newest_first(left, right));
        below.into_iter().map(|document| entry(document, folder)).collect()
    }

    /// The key figures of the newest report that has some.
    fn highlights(&self) -> Option<HighlightsView> {
        let reports = self.site.documents.iter().filter(|report| !report.indicators.is_empty());
        let newest = reports.min_by(|left, right| newest_first(left, right))?;
        let mut indicators = indicators(newest, "");
        indicators.truncate(HIGHLIGHTS);
        Some(HighlightsView {
            title: newest.title.clone(),
            language: newest.language().name(),
            status: newest.status().name(),
            href: relative("", newest.address()),
            indicators,
        })
    }

    // Documents.

    fn site_documents(&self) -> Result<(), RenderError> {
        let address = DOCUMENTS;
        let mut documents: BTreeMap<&str, DocumentView> = BTreeMap::new();
        for report in &self.site.documents {
            for document in report.documents.values() {
                let view = documents.entry(&document.identity).or_insert_with(|| {
                    let id = self.site.document_ids.get(&document.identity);
                    let mut view = self.bare_document_view(document);
                    view.id = id.cloned().unwrap_or(view.id);
                    view
                });
                complete(view, self.bare_document_view(document));
                view.mentions.extend(mentions(report, document, address, Some(&report.title)));
            }
        }
        let mut documents: Vec<DocumentView> = documents.into_values().collect();
        let name = |view: &DocumentView| {
            format!("{} {}", view.kind.as_deref().unwrap_or_default(), view.symbol)
        };
        documents.sort_by(|left, right| {
            alphabetical(&name(left), &name(right)).then_with(|| left.id.cmp(&right.id))
        });
        let title = self.locale.text("site-site-documents");
        let view = SiteDocumentsPage {
            site: self.site_view(address),
            page: self.page_view("site-documents", address, &title, None),
            documents,
        };
        self.page(address, "site-documents.html", &view)
    }

    fn abbreviations(&self) -> Result<(), RenderError> {
        let address = ABBREVIATIONS;
        let mut abbreviations: Vec<_> = self.abbreviations.entries().iter().collect();
        abbreviations.sort_by(|left, right| {
            alphabetical(&left.short, &right.short).then_with(|| left.long.cmp(&right.long))
        });
        let title = self.locale.text("site-abbreviations");
        let view = AbbreviationsPage {
            site: self.site_view(address),
            page: self.page_view("abbreviations", address, &title, None),
            abbreviations: abbreviations
                .into_iter()
                .map(|entry| AbbreviationView {
                    id: entry.id.clone(),
                    short: entry.short.clone(),
                    long: entry.long.clone(),
                })
                .collect(),
        };
        self.page(address, "abbreviations.html", &view)
    }

    // Search.

    fn search(&self) -> Result<(), RenderError> {
        let address = SEARCH;
        let mut reports: Vec<&Resolved> =
            self.site.documents.iter().filter(|document| document.is_report()).collect();
        reports.sort_by(|left, right| newest_first(left, right));
        let dates = reports.iter().filter_map(|report| date(report));
        let years: BTreeSet<u16> = dates.map(PartialDate::year).collect();
        let has_pages = self.site.documents.len() > reports.len();
        let kinds = KINDS.into_iter().filter(|&kind| kind != "page" || has_pages);
        let languages: BTreeSet<_> =
            self.site.documents.iter().map(|document| document.language().name()).collect();
        let title = self.locale.text("site-search");
        let view = SearchPage {
            site: self.site_view(address),
            page: self.page_view("search", address, &title, None),
            index: relative(address, SEARCH_INDEX),
            root: relative(address, ""),
            kinds: kinds.collect(),
            years: years.into_iter().rev().collect(),
            languages: languages.into_iter().collect(),
            reports: reports.into_iter().map(|report| choice(report, address)).collect(),
        };
        self.page(address, "search.html", &view)
    }

    // Machines.

    /// A server shows this page under any address, so its links start at the site's root.
    fn not_found(&self) -> Result<(), RenderError> {
        let title = self.locale.text("site-not-found");
        let mut page = self.page_view("not-found", NOT_FOUND, &title, None);
        page.canonical = None;
        page.breadcrumbs.clear();
        let view = NotFoundPage { site: self.rooted_site_view(), page };
        self.page(NOT_FOUND, "not-found.html", &view)
    }

    /// What `site` is on a page whose links start at the root of the host.
    fn rooted_site_view(&self) -> SiteView {
        let root = root_path(self.site.config.base_url.as_deref());
        self.site_view_by("", &|target| format!("{root}{}", encode(target)))
    }

    fn machine_page(&self, name: &str) -> MachinePage {
        let base = self.site.config.base_url.clone().unwrap_or_default();
        let entries = if name == FEED { self.feed(&base) } else { self.site_map(&base) };
        MachinePage {
            site: self.site_view(""),
            updated: entries.iter().filter_map(|entry| entry.date.clone()).max(),
            entries,
            base_url: base,
        }
    }

    /// Reports whose date is known to the day, newest first.
    fn feed(&self, base: &str) -> Vec<AddressView> {
        let mut reports: Vec<&Resolved> =
            self.site.documents.iter().filter(|document| full_date(document).is_some()).collect();
        reports.sort_by(|left, right| newest_first(left, right));
        reports.into_iter().map(|report| self.feed_entry(report, base)).collect()
    }

    /// A report in the feed, which says of a text that it is not the one that was issued.
    fn feed_entry(&self, report: &Resolved, base: &str) -> AddressView {
        let status = report.status();
        AddressView {
            status: Some(status.name()),
            edition: edition(status, self.words(report)),
            ..address_view(report, base, report.address())
        }
    }

    /// Every page that is worth finding; none that has nothing to show.
    fn site_map(&self, base: &str) -> Vec<AddressView> {
        let plain = |address: &str| AddressView {
            url: format!("{base}{}", encode(address)),
            title: String::new(),
            language: self.locale.language().name(),
            date: None,
            author: None,
            summary: None,
            status: None,
            edition: None,
        };
        let mut addresses = Vec::new();
        for folder in &self.site.folders {
            let end = if folder.is_empty() { "" } else { "/" };
            addresses.push(plain(&format!("{folder}{end}")));
        }
        for document in self.site.documents.iter().filter(|document| !document.is_index()) {
            let root = document.address();
            for page in document.pages.values() {
                addresses.push(address_view(document, base, &page.address));
            }
            if document.is_report() {
                for page in pages_of(Of::Report).filter(|made| !is_empty(document, made.shows)) {
                    let address = format!("{root}{}", page.address);
                    addresses.push(address_view(document, base, &address));
                }
            }
        }
        // Nobody is led to a page that finds by one that finds.
        let pages = pages_of(Of::Site).map(|made| made.address);
        let pages = pages.filter(|&page| page != SEARCH && !self.is_empty(page));
        addresses.extend(pages.map(plain));
        addresses.extend(self.department_addresses().iter().map(|address| plain(address)));
        addresses
    }
}

/// Vietnamese alphabetical order (CLDR), numbers by value.
static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut preferences = CollatorPreferences::from(icu_locale_core::locale!("vi"));
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    Collator::try_new(preferences, CollatorOptions::default()).ok()
});

/// Which of two names comes first in an alphabetical list.
pub(super) fn alphabetical(left: &str, right: &str) -> Ordering {
    COLLATOR.as_ref().map_or(Ordering::Equal, |collator| collator.compare(left, right))
}

/// The path of the site's root on its server.
fn root_path(base_url: Option<&str>) -> &str {
    let path = base_url.and_then(|url| {
        let (_, rest) = url.split_once("://")?;
        rest.find('/').map(|slash| &rest[slash..])
    });
    path.unwrap_or("/")
}

fn date(document: &Resolved) -> Option<PartialDate> {
    document.meta()?.date
}

fn full_date(document: &Resolved) -> Option<Date> {
    date(document)?.full()
}

/// Reports with dates first, the newest of them before the others; then by path.
pub(super) fn newest_first(left: &Resolved, right: &Resolved) -> Ordering {
    let key = |document: &Resolved| date(document).map(PartialDate::iso);
    let reports = right.is_report().cmp(&left.is_report());
    reports
        .then_with(|| key(right).cmp(&key(left)))
        .then_with(|| paths::compare(&left.path, &right.path))
}

fn entry(document: &Resolved, folder: &str) -> EntryView {
    let meta = document.meta();
    EntryView {
        kind: if document.is_report() { "report" } else { "text" },
        title: document.title.clone(),
        language: document.language().name(),
        href: relative(folder, document.address()),
        number: meta.and_then(given_number),
        document_kind: meta.map(|_| document.document_kind.clone()),
        date: date(document).map(PartialDate::short),
        date_iso: date(document).map(PartialDate::iso),
        issuer: meta.and_then(|meta| meta.issuer.as_ref()).map(|issuer| issuer.name.clone()),
        status: document.is_report().then(|| document.status().name()),
        excerpt: page_description(document),
    }
}

fn choice(report: &Resolved, address: &str) -> ReportChoice {
    ReportChoice {
        value: report.path.clone(),
        title: report.title.clone(),
        number: report.meta().and_then(given_number),
        date: date(report).map(PartialDate::short),
        status: report.status().name(),
        language: report.language().name(),
        href: relative(address, report.address()),
        full_text: relative(address, &format!("{}{FULL_TEXT}", report.address())),
    }
}

fn address_view(document: &Resolved, base: &str, address: &str) -> AddressView {
    let issuer = document.meta().and_then(|meta| meta.issuer.as_ref());
    AddressView {
        url: format!("{base}{}", encode(address)),
        title: document.title.clone(),
        language: document.language().name(),
        date: full_date(document).map(Date::iso),
        author: issuer.map(|issuer| issuer.name.clone()),
        summary: page_description(document),
        status: None,
        edition: None,
    }
}

/// Adds what another report tells of a document.
fn complete(view: &mut DocumentView, other: DocumentView) {
    view.kind = view.kind.take().or(other.kind);
    view.date = view.date.take().or(other.date);
    view.date_iso = view.date_iso.take().or(other.date_iso);
    view.issuer = view.issuer.take().or(other.issuer);
    view.title = view.title.take().or(other.title);
    view.url = view.url.take().or(other.url);
}
