//! Resolved + theme -> files: views, HTML, highlighting, feeds, data.
//!
//! Takes a resolved site and gives its files to a sink, each as soon as it is made, reports side
//! by side. The same site makes the same bytes, whatever the number of threads, the folder, the
//! time or the locale. Never reads content, never decides whether anything is published.

pub mod abbreviations;
pub mod assets;
pub mod bodies;
pub mod body;
mod calendar;
pub mod chart;
pub mod citation;
pub mod data;
mod departments;
mod directives;
pub mod highlight;
pub mod href;
mod light;
mod linked_data;
mod report;
pub mod search;
mod site;
pub mod theme;
pub mod views;

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use rayon::prelude::*;
use serde::Serialize;

use self::abbreviations::Abbreviations;
use self::href::{encode, encode_external, relative};
use self::theme::Theme;
use self::views::{Link, PageView, PublisherView, SiteView};
use crate::locale::{Locale, Locales};
use crate::model::addresses::{
    ABBREVIATIONS, DEPARTMENTS, DOCUMENTS, FEED, Of, SEARCH, Shows, file_at, pages_of,
};
use crate::model::meta::Language;
use crate::model::resolved::{Resolved, Site};
use crate::output::Sink;

/// Name and version of congbo, as pages carry it.
const GENERATOR: &str = concat!("congbo ", env!("CARGO_PKG_VERSION"));

/// The kinds of pages whose titles are the site's own words.
const OWN_PAGES: [&str; 5] =
    ["site-documents", "departments", "abbreviations", "search", "not-found"];

/// Why a site cannot be rendered.
#[derive(Debug)]
pub enum RenderError {
    /// A template failed.
    Template {
        /// The template that was asked for.
        name: &'static str,
        /// What Tera says.
        error: Box<tera::Error>,
    },
    /// A file cannot be written.
    Write {
        /// Its address.
        path: String,
        /// Why.
        error: io::Error,
    },
}

/// How many pages [`render`] makes of a site that does not bring its own 404.html.
#[must_use]
pub fn page_count(site: &Site) -> usize {
    site::page_count(site)
}

/// Renders a site into `sink`; `files` are its files on disk by path from the site root.
///
/// # Errors
/// The first [`RenderError`] in the order of the site.
pub fn render(
    site: &Site,
    files: &BTreeMap<String, PathBuf>,
    theme: &Theme,
    locales: &Locales,
    sink: &dyn Sink,
) -> Result<(), RenderError> {
    let locale = locales.of(site.config.language);
    let abbreviations = Abbreviations::new(&site.abbreviations);
    let renderer = Renderer { site, abbreviations, theme, locales, locale, sink };
    let results: Vec<Result<(), RenderError>> =
        site.documents.par_iter().map(|document| renderer.document(document)).collect();
    results.into_iter().collect::<Result<(), _>>()?;
    renderer.site_pages(files)?;
    renderer.assets(files)
}

/// Everything that each page needs.
struct Renderer<'a> {
    site: &'a Site,
    abbreviations: Abbreviations,
    theme: &'a Theme,
    locales: &'a Locales,
    /// The site's language.
    locale: &'a Locale,
    sink: &'a dyn Sink,
}

impl<'a> Renderer<'a> {
    fn document(&self, document: &'a Resolved) -> Result<(), RenderError> {
        if document.is_report() {
            self.report(document)
        } else if document.is_index() {
            Ok(())
        } else {
            self.text_page(document)
        }
    }

    /// Writes a page; `address` ends in `/` or names a file.
    fn page<V: Serialize>(
        &self,
        address: &str,
        template: &'static str,
        view: &V,
    ) -> Result<(), RenderError> {
        let html = self.theme.render(template, view).map_err(|error| failed(template, error))?;
        self.write(file_at(address), html.as_bytes())
    }

    fn write(&self, path: String, bytes: &[u8]) -> Result<(), RenderError> {
        self.sink.write(&path, bytes).map_err(|error| RenderError::Write { path, error })
    }

    /// What `site` is on the page at `address`.
    fn site_view(&self, address: &str) -> SiteView {
        self.site_view_by(address, &|target| relative(address, target))
    }

    /// What `site` is on the page at `address`, from which `to` makes all links.
    fn site_view_by(&self, address: &str, to: &dyn Fn(&str) -> String) -> SiteView {
        let config = &self.site.config;
        let assets = self.theme.assets();
        let asset = |name: &str| to(assets.address(name).unwrap_or(name));
        let shown = |page: &str| (!self.is_empty(page)).then(|| to(page));
        SiteView {
            title: self.site_title(),
            description: config.description.clone(),
            language: self.locale.language().name(),
            publisher: config.publisher.as_ref().map(|publisher| PublisherView {
                name: publisher.name.clone(),
                parent: publisher.parent.clone(),
                address: publisher.address.clone(),
                email: publisher.email.clone(),
                phone: publisher.phone.clone(),
                phone_href: publisher.phone.as_deref().and_then(href::dial),
                url: publisher.url.clone(),
            }),
            home: to(""),
            navigation: self.navigation(address, to),
            stylesheet: asset("congbo.css"),
            script: asset("congbo.js"),
            icon: asset("icon.svg"),
            search: to(SEARCH),
            feed: config.base_url.as_ref().map(|_| to(FEED)),
            documents: shown(DOCUMENTS),
            departments: shown(DEPARTMENTS),
            abbreviations: shown(ABBREVIATIONS),
            generator: GENERATOR,
        }
    }

    fn site_title(&self) -> String {
        self.site.config.title.clone().unwrap_or_default()
    }

    fn navigation(&self, address: &str, to: &dyn Fn(&str) -> String) -> Vec<Link> {
        let entries = self.site.navigation.iter();
        entries
            .map(|link| {
                let target = link.address.as_str();
                let title = link.title.clone().unwrap_or_else(|| self.made_title(target));
                let language = link.language.unwrap_or(self.locale.language()).name();
                let current = !target.is_empty() && address.starts_with(target);
                let mut href = to(target);
                href.extend(link.query.iter().map(|query| format!("?{}", encode_external(query))));
                href.extend(link.fragment.iter().map(|id| format!("#{}", encode(id))));
                Link { title, href, current, language }
            })
            .collect()
    }

    /// Whether a page of the site that congbo makes has nothing to show.
    fn is_empty(&self, address: &str) -> bool {
        let made = pages_of(Of::Site).find(|made| made.address == address);
        match made.map(|made| made.shows) {
            Some(Shows::Documents) => {
                self.site.documents.iter().all(|report| report.documents.is_empty())
            }
            Some(Shows::Departments) => self.site.departments.is_empty(),
            Some(Shows::Abbreviations) => self.site.abbreviations.is_empty(),
            _ => false,
        }
    }

    /// The title of a page of the site that congbo makes.
    fn made_title(&self, address: &str) -> String {
        let title = match address {
            DOCUMENTS => "site-site-documents",
            DEPARTMENTS => "site-departments",
            ABBREVIATIONS => "site-abbreviations",
            SEARCH => "site-search",
            _ => "site-home",
        };
        self.locale.text(title)
    }

    /// What `page` is on the page at `address`, which is the site's own: what it shows besides is
    /// of the registries.
    fn page_view(
        &self,
        kind: &'static str,
        address: &str,
        title: &str,
        description: Option<String>,
    ) -> PageView {
        PageView {
            kind,
            title: title.to_owned(),
            own_title: OWN_PAGES.contains(&kind).then(|| title.to_owned()),
            description,
            canonical: self.canonical(address),
            breadcrumbs: self.breadcrumbs(address),
            empty: self.is_empty(address),
            language: self.site.registry_language().name(),
            territory: self.territory(self.locale.language()),
            data_html: None,
        }
    }

    /// The words that are written into the text of a report or page.
    fn words(&self, document: &Resolved) -> &'a Locale {
        self.locales.of(document.language())
    }

    /// The same page, which is content in a language of its own.
    fn in_language(&self, page: PageView, language: Language) -> PageView {
        PageView { language: language.name(), territory: self.territory(language), ..page }
    }

    /// A language with its territory, as Open Graph has it.
    fn territory(&self, language: Language) -> String {
        self.locales.of(language).text("site-territory")
    }

    /// The full address of a page or file, where the site's own is known.
    fn canonical(&self, address: &str) -> Option<String> {
        let base = self.site.config.base_url.as_ref();
        base.map(|base| format!("{base}{}", encode(address)))
    }

    /// The pages above the one at `address`: the front page, folders, the report.
    fn breadcrumbs(&self, address: &str) -> Vec<Link> {
        let mut links = Vec::new();
        if address.is_empty() {
            return links;
        }
        let link = |title: String, target: &str, language: Language| Link {
            title,
            href: relative(address, target),
            current: false,
            language: language.name(),
        };
        links.push(link(self.locale.text("site-home"), "", self.locale.language()));
        let parts: Vec<&str> = address.trim_end_matches('/').split('/').collect();
        for end in 1..parts.len() {
            let path = parts[..end].join("/");
            let address = format!("{path}/");
            if pages_of(Of::Site).any(|made| made.address == address) {
                links.push(link(self.made_title(&address), &address, self.locale.language()));
            } else if self.is_page(&path) {
                let (title, language) = self.title_of(&path);
                links.push(link(title, &address, language));
            }
        }
        links
    }

    /// Whether a path is a report's, a page's or a folder's.
    fn is_page(&self, path: &str) -> bool {
        self.site.folders.contains(path)
            || self.site.documents.iter().any(|document| document.path == path)
    }

    /// The title of a report, page or folder, and its language.
    fn title_of(&self, path: &str) -> (String, Language) {
        let documents = &self.site.documents;
        let own = documents.iter().find(|document| document.path == path);
        own.map_or_else(
            || (path.rsplit('/').next().unwrap_or_default().to_owned(), self.locale.language()),
            |document| (document.title.clone(), document.language()),
        )
    }
}

fn failed(name: &'static str, error: tera::Error) -> RenderError {
    RenderError::Template { name, error: Box::new(error) }
}

/// The first sentences of a text: whole words, about `length` characters.
fn excerpt(text: &str, length: usize) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    let Some((cut, _)) = text.char_indices().nth(length) else { return Some(text.to_owned()) };
    let end = text[..cut].rfind(' ').unwrap_or(cut);
    let words = text[..end].trim_end_matches([',', ';', ':', '.', ' ', '–', '-']);
    Some(format!("{words}…"))
}
