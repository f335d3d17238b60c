//! Links: where each leads, as the site will be published.
//!
//! Takes destinations as authors wrote them and knows every page, anchor and file of the site.
//! Gives an answer for each or a diagnostic; never leaves a link to be tried by a reader.

use std::collections::{BTreeMap, BTreeSet};

use super::note::nearest;
use super::outline::Outline;
use crate::content::markdown::note_key;
use crate::content::paths;
use crate::diag::{Diagnostic, Message};
use crate::locale::Locale;
use crate::model::addresses::{
    BASED_FILES, CALENDAR, CITATION_BIB, CITATION_JSON, DEPARTMENTS, DIRECTIVES, DIRECTIVES_CSV,
    DOCUMENTS, DOCUMENTS_CSV, FOOTNOTES, FOOTNOTES_CSV, FULL_TEXT, REPORT_JSON, ROBOTS, SITE_PAGES,
};
use crate::model::department::Departments;
use crate::model::draft::{Dimensions, Kind};
use crate::model::resolved::{Destination, NavigationLink, Place, Target};
use crate::model::table::{Id, NoteId};
use crate::source::{Sources, Span};

/// Schemes of links that lead out of the site.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// A report's pages and files besides the text: address under it, and the text that says what they
/// are called in a sentence, or a name.
const OWN_PAGES: &[(&str, &str)] = &[
    (FULL_TEXT, "site-link-full-text"),
    (FOOTNOTES, "site-link-footnotes"),
    (DIRECTIVES, "site-link-directives"),
    (DOCUMENTS, "site-link-documents"),
    (REPORT_JSON, REPORT_JSON),
    (FOOTNOTES_CSV, FOOTNOTES_CSV),
    (DIRECTIVES_CSV, DIRECTIVES_CSV),
    (DOCUMENTS_CSV, DOCUMENTS_CSV),
    (CITATION_BIB, CITATION_BIB),
    (CITATION_JSON, CITATION_JSON),
    (CALENDAR, CALENDAR),
];

/// Where a link leads, and what it says if its author left that open.
#[derive(Debug)]
pub struct Followed {
    /// Where it leads.
    pub destination: Destination,
    /// Its text, if it has none.
    pub text: String,
    /// The file that has to be published for it, as a path under the site root.
    pub asset: Option<String>,
    /// The dimensions of a picture.
    pub dimensions: Option<Dimensions>,
}

/// Every address of the site that a link can lead to.
pub struct Addresses<'a> {
    outlines: &'a [Outline],
    departments: &'a Departments,
    sources: &'a Sources,
    files: &'a BTreeSet<String>,
    pictures: &'a BTreeMap<String, Dimensions>,
    base_url: Option<&'a str>,
    by_path: BTreeMap<&'a str, usize>,
    folders: BTreeSet<&'a str>,
}

impl<'a> Addresses<'a> {
    /// The addresses of a site; `files` are all files of `content/` and `static/`, as paths
    /// from the site root, `pictures` the dimensions of those that are pictures, and `base_url` is
    /// where the site will be published.
    #[must_use]
    pub fn new(
        outlines: &'a [Outline],
        departments: &'a Departments,
        sources: &'a Sources,
        files: &'a BTreeSet<String>,
        pictures: &'a BTreeMap<String, Dimensions>,
        base_url: Option<&'a str>,
    ) -> Self {
        let by_path = outlines
            .iter()
            .enumerate()
            .map(|(index, outline)| (outline.draft.path.as_str(), index))
            .collect();
        let mut folders = BTreeSet::new();
        for outline in outlines {
            let mut folder = outline.draft.path.as_str();
            while !folder.is_empty() {
                folder = paths::parent(folder);
                folders.insert(folder);
            }
        }
        Self { outlines, departments, sources, files, pictures, base_url, by_path, folders }
    }

    /// Follows a link written at `span` in the report or page `from`.
    ///
    /// # Errors
    /// The diagnostic for a link that leads nowhere, or where it must not.
    pub fn follow(
        &self,
        from: &Outline,
        written: &str,
        span: Span,
    ) -> Result<Followed, Diagnostic> {
        if written.is_empty() {
            return Err(Diagnostic::link_broken(span, written));
        }
        if let Some(fragment) = written.strip_prefix('#') {
            return Self::anchor(from, from, fragment, span);
        }
        if let Some(own) = self.own(written) {
            return self.within_site(from, &own, written, span);
        }
        if let Some(external) = external(written, span)? {
            let text = written.to_owned();
            return Ok(Followed {
                destination: Destination::External(external),
                text,
                asset: None,
                dimensions: None,
            });
        }
        self.within_site(from, written, written, span)
    }

    /// Follows `target`, a path on the site that was written as `written`.
    fn within_site(
        &self,
        from: &Outline,
        target: &str,
        written: &str,
        span: Span,
    ) -> Result<Followed, Diagnostic> {
        let (path, fragment) = split(target);
        let path = self.path(&path, span)?;
        self.page(from, &path, fragment.as_deref(), span)
            .or_else(|| self.file(&path))
            .unwrap_or_else(|| Err(self.nowhere(from, written, &path, span)))
    }

    /// The path on the site of a full address that is the site's own.
    fn own(&self, written: &str) -> Option<String> {
        let base = self.base_url?.trim_end_matches('/');
        let decoded = paths::decode(base);
        let rest = written.strip_prefix(base).or_else(|| written.strip_prefix(&decoded))?;
        match rest.chars().next() {
            None | Some('/' | '#' | '?') => Some(format!("/{}", rest.trim_start_matches('/'))),
            Some(_) => None,
        }
    }

    /// The file of an image written at `span`.
    ///
    /// # Errors
    /// The diagnostic for an image that is not there or would come from another host.
    pub fn image(&self, written: &str, span: Span) -> Result<Followed, Diagnostic> {
        if written.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:")) {
            return Err(Diagnostic::image_embedded(span));
        }
        if let Some(external) = external(written, span)? {
            return Err(Diagnostic::image_remote(span, &external));
        }
        let path = self.path(&split(written).0, span)?;
        self.file(&path).unwrap_or_else(|| Err(self.no_file(written, &path, span)))
    }

    /// The file of the figures of a chart, written at `span`.
    ///
    /// # Errors
    /// The diagnostic for a file that is not there or not of this site.
    pub fn data(&self, written: &str, span: Span) -> Result<Followed, Diagnostic> {
        if external(written, span)?.is_some() {
            return Err(Diagnostic::field_invalid(span, "data", "expected-data"));
        }
        let path = self.path(&split(written).0, span)?;
        self.file(&path).unwrap_or_else(|| Err(Diagnostic::asset_missing(span, written)))
    }

    /// Title and address of a page that `site.yaml` names for the head of the site; the front
    /// page has the site's title unless it has a text of its own.
    ///
    /// # Errors
    /// The diagnostic for a page that is not there.
    pub fn navigation(
        &self,
        written: &str,
        span: Span,
        site_title: &str,
    ) -> Result<NavigationLink, Diagnostic> {
        let path = self.path(&split(written).0, span)?;
        let content = path.strip_prefix("content").unwrap_or(&path).trim_start_matches('/');
        let content = page_path(content);
        if let Some(&index) = self.by_path.get(content) {
            let outline = &self.outlines[index];
            return Ok(navigation_link(outline));
        }
        if content.is_empty() {
            return Ok(folder_link(site_title, String::new()));
        }
        if self.folders.contains(content) {
            return Ok(folder_link(paths::name(content), format!("{content}/")));
        }
        if let Some(page) = SITE_PAGES.iter().find(|page| page.trim_end_matches('/') == content) {
            let address = (*page).to_owned();
            return Ok(NavigationLink { title: None, address, language: None });
        }
        Err(Diagnostic::link_broken(span, written).maybe_hint(self.near_page(&path, None)))
    }

    /// The top folders and pages of the site.
    #[must_use]
    pub fn top(&self) -> Vec<NavigationLink> {
        let mut names: BTreeSet<&str> = BTreeSet::new();
        for outline in self.outlines {
            names.extend(outline.draft.path.split('/').next().filter(|name| !name.is_empty()));
        }
        let mut names: Vec<&str> = names.into_iter().collect();
        names.sort_by(|left, right| paths::compare(left, right));
        let link = |name: &str| match self.by_path.get(name) {
            Some(&index) => navigation_link(&self.outlines[index]),
            None => folder_link(name, format!("{name}/")),
        };
        names.into_iter().map(link).collect()
    }

    /// A path as it was written, from the site root.
    fn path(&self, written: &str, span: Span) -> Result<String, Diagnostic> {
        let joined = paths::follow(&self.sources.file(span.file).path, written);
        joined.ok_or_else(|| Diagnostic::path_outside(span, written))
    }

    /// A page of the site, or an anchor on it.
    fn page(
        &self,
        from: &Outline,
        path: &str,
        fragment: Option<&str>,
        span: Span,
    ) -> Option<Result<Followed, Diagnostic>> {
        let inner = path.strip_prefix("content")?;
        let content = inner.strip_prefix('/').or(inner.is_empty().then_some(inner))?;
        if let Some(&index) = self.by_path.get(page_path(content)) {
            return Some(Self::document(from, &self.outlines[index], fragment, span));
        }
        if content.ends_with(".md") {
            return self.text_file(from, path, fragment, span);
        }
        if self.folders.contains(content) {
            let address = if content.is_empty() { String::new() } else { format!("{content}/") };
            let name = match content {
                "" => from.words.text("site-link-home"),
                _ => paths::name(content).to_owned(),
            };
            return Some(Ok(site(address, None, &name)));
        }
        self.generated(from, content, fragment, span)
    }

    /// A report or page as a whole, or an anchor in it.
    fn document(
        from: &Outline,
        to: &Outline,
        fragment: Option<&str>,
        span: Span,
    ) -> Result<Followed, Diagnostic> {
        if let Some(fragment) = fragment {
            return Self::anchor(from, to, fragment, span);
        }
        let address = to.pages[Id::from_index(0)].address.clone();
        let home = || from.words.text("site-link-home");
        let title = if to.title.is_empty() { home() } else { to.title.clone() };
        Ok(site(address, None, &title))
    }

    /// A Markdown file of a report: the first thing that is written in it.
    fn text_file(
        &self,
        from: &Outline,
        path: &str,
        fragment: Option<&str>,
        span: Span,
    ) -> Option<Result<Followed, Diagnostic>> {
        if !self.files.contains(path) {
            return None;
        }
        let to = self.outlines.iter().rev().find(|outline| {
            matches!(outline.draft.kind, Kind::Report(_))
                && path
                    .strip_prefix("content/")
                    .and_then(|path| path.strip_prefix(&outline.draft.path))
                    .is_some_and(|rest| outline.draft.path.is_empty() || rest.starts_with('/'))
        })?;
        if let Some(fragment) = fragment {
            return Some(Self::anchor(from, to, fragment, span));
        }
        let written_there = |span: Span| self.sources.file(span.file).path == path;
        let section = to.draft.sections.iter().find(|(_, section)| written_there(section.span));
        let directive = to.directives.iter().find(|(_, placed)| {
            written_there(to.draft.lists[placed.list].directives[placed.index].span)
        });
        let target = directive
            .map(|(id, _)| Target::Directive(id))
            .or(section.map(|(id, _)| Target::Section(id)));
        Some(match target {
            Some(target) => Ok(Self::target(from, to, target)),
            None => Self::document(from, to, None, span),
        })
    }

    /// What congbo makes of the directives of all reports: their deadlines, a department's page.
    fn of_directives(&self, content: &str) -> Option<Followed> {
        let all = || self.outlines.iter();
        if content == CALENDAR && all().any(has_deadlines) {
            return Some(site(CALENDAR.to_owned(), None, CALENDAR));
        }
        let name = content.strip_prefix(DEPARTMENTS)?;
        let department = self.departments.iter().find(|department| department.id == name)?;
        Some(site(department.address(), None, &department.name))
    }

    /// A page that congbo makes by itself.
    fn generated(
        &self,
        from: &Outline,
        content: &str,
        fragment: Option<&str>,
        span: Span,
    ) -> Option<Result<Followed, Diagnostic>> {
        let based = self.base_url.map_or(&[][..], |_| &BASED_FILES);
        let mut pages = SITE_PAGES.iter().chain(&[ROBOTS]).chain(based);
        if let Some(page) = pages.find(|page| page.trim_end_matches('/') == content) {
            return Some(Ok(site((*page).to_owned(), None, content)));
        }
        if let Some(found) = self.of_directives(content) {
            return Some(Ok(found));
        }
        let &index = self.by_path.get(paths::parent(content))?;
        let to = &self.outlines[index];
        if matches!(to.draft.kind, Kind::Page(_)) {
            return None;
        }
        let name = paths::name(content);
        let made = |page: &str| page != CALENDAR || has_deadlines(to);
        let own = OWN_PAGES.iter().find(|(page, _)| page.trim_end_matches('/') == name);
        if let Some((page, text)) = own.filter(|(page, _)| made(page)) {
            let address = format!("{}{page}", to.pages[Id::from_index(0)].address);
            return Some(match fragment.map(paths::decode) {
                Some(fragment) if !is_on(to, page, &fragment) => {
                    Err(Diagnostic::reference_unresolved(span, &fragment))
                }
                fragment => Ok(site(address, fragment, &from.words.text(text))),
            });
        }
        let begins = |target: &Target| match target {
            Target::Section(id) => to.pages.values().any(|page| page.section == Some(*id)),
            Target::Directive(_) => content.contains("directives"),
            _ => false,
        };
        if to.anchors.get(name).is_some_and(begins) {
            return Some(Self::anchor(from, to, fragment.unwrap_or(name), span));
        }
        let directives = to
            .draft
            .lists
            .values()
            .any(|list| format!("{}/{}", to.draft.path, list.folder) == content);
        directives.then(|| {
            Ok(site(
                format!("{}{DIRECTIVES}", to.pages[Id::from_index(0)].address),
                None,
                &from.words.text("site-link-directives"),
            ))
        })
    }

    /// A file that is published because something links to it.
    fn file(&self, path: &str) -> Option<Result<Followed, Diagnostic>> {
        let in_static = path
            .strip_prefix("content/")
            .map(|path| format!("static/{path}"))
            .filter(|path| self.files.contains(path));
        if self.files.contains(path) && !is_source(path) {
            let address = path.strip_prefix("content/").or_else(|| path.strip_prefix("static/"))?;
            let mut followed = site(address.to_owned(), None, paths::name(path));
            followed.asset = path.starts_with("content/").then(|| path.to_owned());
            followed.dimensions = self.pictures.get(path).copied();
            return Some(Ok(followed));
        }
        let path = in_static?;
        let address = path.strip_prefix("static/")?.to_owned();
        let mut followed = site(address, None, paths::name(&path));
        followed.dimensions = self.pictures.get(&path).copied();
        Some(Ok(followed))
    }

    /// The diagnostic for a link that leads to no page or file, with its cause where that is seen.
    fn nowhere(&self, from: &Outline, written: &str, path: &str, span: Span) -> Diagnostic {
        let quotes = ['“', '”', '‘', '’', '"'];
        let bare = paths::decode(written);
        let bare = bare.trim_matches(quotes);
        if bare != paths::decode(written) {
            let hint = Message::new("link-broken-hint-quotes").with("name", bare);
            return Diagnostic::link_broken(span, written).hint(hint);
        }
        if is_web_host(written) {
            let hint = Message::new("link-broken-hint-host").with("name", written);
            return Diagnostic::link_broken(span, written).hint(hint);
        }
        let name = paths::name(path);
        if name.contains('.') && !name.ends_with(".md") && !name.ends_with(".html") {
            return self.no_file(written, path, span);
        }
        let hint = self.near_page(path, Some(from));
        Diagnostic::link_broken(span, written).maybe_hint(hint)
    }

    /// The page that a path was meant to lead to, which is not that on which it stands: each of its
    /// folders is the same or a slip of the same.
    fn near_page(&self, path: &str, from: Option<&Outline>) -> Option<Message> {
        let own = from.map(|from| from.draft.path.as_str());
        let content = page_path(path.strip_prefix("content/").unwrap_or(path));
        let names: Vec<&str> = content.split('/').collect();
        let near = |known: &str| {
            let known: Vec<&str> = known.split('/').collect();
            known.len() == names.len()
                && names.iter().zip(&known).all(|(name, known)| {
                    name == known || nearest(name, std::iter::once(*known)).is_some()
                })
        };
        let known = self.by_path.keys().copied();
        let mut known = known.filter(|path| !path.is_empty() && Some(*path) != own);
        let near = known.find(|known| near(known))?;
        Some(Message::new("link-broken-hint-nearest").with("name", format!("/{near}")))
    }

    /// The diagnostic for a file that is not there, and the one that was meant.
    fn no_file(&self, written: &str, path: &str, span: Span) -> Diagnostic {
        let folder = paths::parent(&self.sources.file(span.file).path);
        let name = |near: &str| match near.strip_prefix(folder).and_then(|it| it.strip_prefix('/'))
        {
            Some(inner) => inner.to_owned(),
            None => format!("/{}", near.split_once('/').map_or(near, |(_, rest)| rest)),
        };
        let path = paths::join("", &path.replace('\\', "/")).unwrap_or_default();
        let same = self
            .same_file(&path)
            .map(|near| Message::new("asset-missing-hint-nearest").with("name", name(near)));
        let near = || Some(Message::new("did-you-mean").with("name", name(self.near_file(&path)?)));
        Diagnostic::asset_missing(span, written).maybe_hint(same.or_else(near))
    }

    /// The file of a path but for the case of its letters.
    fn same_file(&self, path: &str) -> Option<&str> {
        let wanted = path.to_lowercase();
        self.attachments().find(|file| file.to_lowercase() == wanted)
    }

    /// A file in the same folder with nearly the same name, or with another end.
    fn near_file(&self, path: &str) -> Option<&str> {
        let stem = |path| paths::name(path).rsplit_once('.').map_or(path, |(stem, _)| stem);
        let wanted = stem(path);
        self.attachments().filter(|file| paths::parent(file) == paths::parent(path)).find(|file| {
            stem(file) == wanted || nearest(wanted, std::iter::once(stem(file))).is_some()
        })
    }

    /// Files that links can lead to.
    fn attachments(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(String::as_str).filter(|path| !is_source(path))
    }

    // Anchors.

    fn anchor(
        from: &Outline,
        to: &Outline,
        fragment: &str,
        span: Span,
    ) -> Result<Followed, Diagnostic> {
        let fragment = paths::decode(fragment);
        if let Some(target) = find(to, &fragment) {
            return Ok(Self::target(from, to, target));
        }
        // Why the note has no number has been said where it is defined.
        if is_defined_note(to, &fragment) || is_missed(to, &fragment) {
            return Self::document(from, to, None, span);
        }
        let notes = to.notes.anchors.iter().map(|anchor| format!("fn-{anchor}"));
        let notes: Vec<String> = notes.collect();
        let counted = counts_paragraph(&fragment);
        let known = to.anchors.keys().map(String::as_str);
        let known = known.filter(|anchor| counted || !counts_paragraph(anchor));
        let near = nearest(&fragment, known.chain(notes.iter().map(String::as_str)));
        let hint =
            near.map(|near| Message::new("reference-unresolved-hint-nearest").with("name", near));
        Err(Diagnostic::reference_unresolved(span, &fragment).maybe_hint(hint))
    }

    fn target(from: &Outline, to: &Outline, target: Target) -> Followed {
        let text = citation(to, target, &from.words);
        if std::ptr::eq(from, to) {
            return Followed {
                destination: Destination::Within(target),
                text,
                asset: None,
                dimensions: None,
            };
        }
        let (address, fragment) = home(to, target);
        site(address, Some(fragment), &format!("{text} ({})", to.title))
    }
}

fn site(address: String, fragment: Option<String>, text: &str) -> Followed {
    Followed {
        destination: Destination::Site { address, fragment },
        text: text.to_owned(),
        asset: None,
        dimensions: None,
    }
}

/// The path of the page that a Markdown file makes: without `.md`, a folder for its `index`.
fn page_path(path: &str) -> &str {
    let path = path.strip_suffix(".html").unwrap_or(path);
    let path = path.strip_suffix(".md").unwrap_or(path);
    if paths::name(path) == "index" { paths::parent(path) } else { path }
}

/// Files that are read and not published.
fn is_source(path: &str) -> bool {
    let name = paths::name(path);
    name.ends_with(".md")
        || matches!(
            name,
            "site.yaml"
                | "report.yaml"
                | "footnotes.yaml"
                | "documents.yaml"
                | "abbreviations.yaml"
        )
}

/// Path and fragment of a destination, decoded; a query has no meaning on a static site.
fn split(written: &str) -> (String, Option<String>) {
    let (path, fragment) = match written.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment.to_owned())),
        None => (written, None),
    };
    let path = path.split('?').next().unwrap_or_default();
    (paths::decode(path), fragment.filter(|fragment| !fragment.is_empty()))
}

/// A destination outside the site, if it is one.
fn external(written: &str, span: Span) -> Result<Option<String>, Diagnostic> {
    if let Some(rest) = written.strip_prefix("//") {
        return Ok(Some(format!("https://{rest}")));
    }
    let Some((scheme, rest)) = written.split_once(':') else { return Ok(None) };
    let is_scheme = scheme.starts_with(|char: char| char.is_ascii_alphabetic())
        && scheme.chars().all(|char| char.is_ascii_alphanumeric() || "+-.".contains(char));
    if !is_scheme {
        return Ok(None);
    }
    let scheme = scheme.to_ascii_lowercase();
    // `C:\…` is a drive of the author's computer.
    if scheme.len() == 1 || scheme == "file" {
        return Err(Diagnostic::path_local(span, written));
    }
    if SCHEMES.contains(&scheme.as_str()) {
        let leads = leads_somewhere(&scheme, rest);
        return leads
            .then(|| Some(written.to_owned()))
            .ok_or_else(|| Diagnostic::link_broken(span, written));
    }
    Err(Diagnostic::scheme_unsafe(span, written))
}

/// Whether an address has what its scheme needs: a host, a mailbox, a number.
fn leads_somewhere(scheme: &str, rest: &str) -> bool {
    match scheme {
        "mailto" => rest.contains(['@', '?']),
        "tel" => rest.contains(|char: char| char.is_ascii_digit()),
        _ => rest
            .strip_prefix("//")
            .is_some_and(|rest| !rest.split(['/', '?', '#']).next().unwrap_or_default().is_empty()),
    }
}

/// The link to a report or page in the head of the site.
fn navigation_link(outline: &Outline) -> NavigationLink {
    NavigationLink {
        title: Some(outline.title.clone()),
        address: outline.pages[Id::from_index(0)].address.clone(),
        language: Some(outline.draft.kind.language()),
    }
}

/// The link to a folder that has no page of the author's.
fn folder_link(title: &str, address: String) -> NavigationLink {
    NavigationLink { title: Some(title.to_owned()), address, language: None }
}

/// Whether a page of a report besides its text has an anchor that an author can know.
fn is_on(outline: &Outline, page: &str, fragment: &str) -> bool {
    match find(outline, fragment) {
        Some(Target::Note(_)) => [FOOTNOTES, FULL_TEXT].contains(&page),
        Some(Target::Directive(_)) => [DIRECTIVES, FULL_TEXT].contains(&page),
        Some(_) => page == FULL_TEXT,
        None => false,
    }
}

/// Whether a directive of a report has a deadline.
fn has_deadlines(outline: &Outline) -> bool {
    let mut directives = outline.draft.lists.values().flat_map(|list| &list.directives);
    directives.any(|directive| directive.meta.deadline.is_some())
}

/// What an anchor is on.
fn find(outline: &Outline, fragment: &str) -> Option<Target> {
    if let Some(id) = fragment.strip_prefix("fn-") {
        let key = note_key(id);
        let by_anchor = || outline.notes.anchors.iter().position(|anchor| note_key(anchor) == key);
        let by_key = outline.notes.by_key.get(&key).copied();
        return Some(Target::Note(by_key.or_else(|| by_anchor().map(NoteId::from_index))?));
    }
    outline.anchors.get(fragment).copied()
}

/// Whether an anchor is that of a note that has a definition, be it one that no page shows.
fn is_defined_note(outline: &Outline, fragment: &str) -> bool {
    let key = fragment.strip_prefix("fn-").map(note_key);
    key.is_some_and(|key| {
        outline.draft.slips.notes_misread
            || outline.draft.notes.values().any(|note| note.key == key)
    })
}

/// Whether an anchor is that of something that was told to be nothing, or stands under it.
fn is_missed(outline: &Outline, fragment: &str) -> bool {
    outline.draft.slips.anchors.iter().any(|id| {
        let rest = fragment.strip_prefix(id.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("-p") || rest.starts_with("-t"))
    })
}

/// Whether an anchor is that of a paragraph by its form: `p1`, `muc-p1`.
fn counts_paragraph(anchor: &str) -> bool {
    let count = anchor.rsplit('-').next().and_then(|last| last.strip_prefix('p'));
    count.is_some_and(|count| count.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether an address without its scheme is one of the web: `www.…`, or a host of a kind that
/// offices have.
fn is_web_host(written: &str) -> bool {
    let host = written.split(['/', '?', '#']).next().unwrap_or_default();
    let named = [".vn", ".com", ".org", ".net"].iter().any(|end| host.ends_with(end));
    let label = |label: &str| {
        !label.is_empty() && label.chars().all(|char| char.is_ascii_alphanumeric() || char == '-')
    };
    (host.starts_with("www.") || named) && host.contains('.') && host.split('.').all(label)
}

/// The page on which something is at home, and its anchor there.
#[must_use]
pub fn home(outline: &Outline, target: Target) -> (String, String) {
    let root = &outline.pages[Id::from_index(0)].address;
    let page = |page| outline.pages[page].address.clone();
    let anchor = |wanted: Target| {
        let found = outline.anchors.iter().find(|(_, target)| **target == wanted);
        found.map(|(anchor, _)| anchor.clone()).unwrap_or_default()
    };
    match target {
        Target::Section(id) => (page(outline.section_pages[id]), anchor(target)),
        Target::Directive(id) => {
            (page(outline.directives[id].page), outline.directives[id].id.clone())
        }
        Target::Note(id) => {
            let address = match outline.draft.kind {
                Kind::Report(_) => format!("{root}{FOOTNOTES}"),
                Kind::Page(_) => root.clone(),
            };
            let anchor = outline.notes.anchors.get(id.index()).cloned().unwrap_or_default();
            (address, format!("fn-{anchor}"))
        }
        Target::Paragraph(_) | Target::Table(_) | Target::Chart(_) => {
            let address = match owner(outline, target) {
                Some(Place::Section(id)) => page(outline.section_pages[id]),
                Some(Place::Directive(id)) => page(outline.directives[id].page),
                _ => root.clone(),
            };
            (address, anchor(target))
        }
    }
}

/// What a paragraph, table or chart stands in.
fn owner(outline: &Outline, target: Target) -> Option<Place> {
    use crate::model::flow::Block;
    let holds = |blocks: &[Block]| {
        blocks.iter().any(|block| match (block, target) {
            (Block::Paragraph(Some(id), _), Target::Paragraph(wanted)) => *id == wanted,
            (Block::Table(id, _), Target::Table(wanted)) => *id == wanted,
            (block, Target::Chart(wanted)) => block.charts().any(|id| id == wanted),
            _ => false,
        })
    };
    let draft = &outline.draft;
    if holds(&draft.opening) {
        return Some(Place::Opening);
    }
    let sections = draft.sections.iter();
    let section = sections.into_iter().find(|(_, section)| holds(&section.blocks));
    let directive = || {
        outline
            .directives
            .iter()
            .find(|(_, placed)| holds(&draft.lists[placed.list].directives[placed.index].blocks))
    };
    section
        .map(|(id, _)| Place::Section(id))
        .or_else(|| directive().map(|(id, _)| Place::Directive(id)))
}

/// What an automatic reference to something says, in the language of `words`.
#[must_use]
pub fn citation(outline: &Outline, target: Target, words: &Locale) -> String {
    let place = || ("place", owner_citation(outline, target, words).into());
    match target {
        Target::Section(id) => outline.section_citation(id, words),
        Target::Directive(id) => outline.directive_citation(id, words),
        Target::Note(id) => words.format("site-cite-note", &[("number", (id.index() + 1).into())]),
        Target::Table(id) => match outline.table_number(id) {
            Some(number) => words.format("site-cite-table", &[("number", number.into())]),
            None => words.format("site-cite-table-in", &[place()]),
        },
        Target::Chart(id) => {
            words.format("site-cite-chart", &[("number", (id.index() + 1).into())])
        }
        Target::Paragraph(id) => {
            let anchor = outline.paragraphs.get(&id).map_or("", String::as_str);
            let count = anchor.rsplit('p').next().unwrap_or_default();
            words.format("site-cite-paragraph", &[("number", count.into()), place()])
        }
    }
}

fn owner_citation(outline: &Outline, target: Target, words: &Locale) -> String {
    match owner(outline, target) {
        Some(Place::Section(id)) => outline.section_citation(id, words),
        Some(Place::Directive(id)) => citation(outline, Target::Directive(id), words),
        _ => words.text("site-cite-opening"),
    }
}
