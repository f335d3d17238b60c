//! Links: where each leads, as the site will be published.
//!
//! Takes destinations as authors wrote them and knows every page, anchor and file of the site.
//! Gives an answer for each or a diagnostic; never leaves a link to be tried by a reader.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::note::nearest;
use super::outline::Outline;
use crate::base::Base;
use crate::content::markdown::note_key;
use crate::content::{paths, walk};
use crate::diag::{Diagnostic, Message};
use crate::locale::Locale;
use crate::model::addresses::{
    DEPARTMENTS, DIRECTIVES, DOCUMENTS, FOOTNOTES, FULL_TEXT, Grounds, Of, made_where, pages_of,
};
use crate::model::department::Departments;
use crate::model::draft::{Dimensions, Kind, Unread};
use crate::model::resolved::{Destination, NavigationLink, Place, Target};
use crate::model::table::{Id, NoteId};
use crate::source::{Sources, Span};

/// Schemes of links that lead out of the site.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

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

/// Where a link is written.
#[derive(Clone, Copy)]
pub struct Origin<'a> {
    /// The report or page; none for the site's own YAML.
    pub outline: Option<&'a Outline>,
    /// The words of its language.
    pub words: &'a Locale,
}

impl<'a> From<&'a Outline> for Origin<'a> {
    fn from(outline: &'a Outline) -> Self {
        Self { outline: Some(outline), words: &outline.words }
    }
}

/// Every address of the site that a link can lead to.
pub struct Addresses<'a> {
    outlines: &'a [Outline],
    departments: &'a Departments,
    sources: &'a Sources,
    files: &'a BTreeSet<String>,
    pictures: &'a BTreeMap<String, Dimensions>,
    base: Option<Base>,
    by_path: BTreeMap<&'a str, usize>,
    folders: &'a BTreeSet<String>,
}

impl<'a> Addresses<'a> {
    /// The addresses of a site, whose folders with a page of their own are known; `files` are all files of `content/` and `static/`, as paths
    /// from the site root, `pictures` the dimensions of those that are pictures, and `base_url` is
    /// where the site will be published.
    #[must_use]
    pub fn new(
        (outlines, folders): (&'a [Outline], &'a BTreeSet<String>),
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
        let base = base_url.and_then(Base::of);
        Self { outlines, departments, sources, files, pictures, base, by_path, folders }
    }

    /// Follows a link written at `span`.
    ///
    /// # Errors
    /// The diagnostic for a link that leads nowhere, or where it must not.
    pub fn follow(&self, from: Origin, written: &str, span: Span) -> Result<Followed, Diagnostic> {
        if written.is_empty() {
            return Err(Diagnostic::link_broken(span, written));
        }
        if let (Some(fragment), Some(outline)) = (written.strip_prefix('#'), from.outline) {
            return Self::anchor(from, outline, fragment, span);
        }
        let local = self.local(written);
        if let Some(external) = external(&local, span)? {
            let text = written.to_owned();
            return Ok(Followed {
                destination: Destination::External(external),
                text,
                asset: None,
                dimensions: None,
            });
        }
        self.within_site(from, &local, written, span)
    }

    /// The full address, as it is published, of what a full address in the site's YAML leads to, and
    /// the file that has to be published for it.
    ///
    /// # Errors
    /// As for [`Self::follow`].
    pub fn in_full(
        &self,
        words: &Locale,
        (written, span): (&str, Span),
        base_url: &str,
    ) -> Result<(String, Option<(String, String)>), Diagnostic> {
        let followed = self.follow(Origin { outline: None, words }, written, span)?;
        let Destination::Site { address, fragment } = followed.destination else {
            return Ok((written.to_owned(), None));
        };
        let fragment = fragment.map(|anchor| format!("#{}", paths::encode(&anchor)));
        let full = format!("{base_url}{}{}", paths::encode(&address), fragment.unwrap_or_default());
        Ok((full, followed.asset.map(|asset| (asset, address))))
    }

    /// Follows `target`, a path on the site that was written as `written`.
    fn within_site(
        &self,
        from: Origin,
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

    /// An address without what it begins with if it is the site's own in full: a path on the site,
    /// or another site's address.
    fn local<'w>(&self, written: &'w str) -> Cow<'w, str> {
        let own = self.base.as_ref().and_then(|base| base.own(written));
        own.map_or(Cow::Borrowed(written), |path| Cow::Owned(format!("/{path}")))
    }

    /// The file of an image written at `span`.
    ///
    /// # Errors
    /// The diagnostic for an image that is not there or would come from another host.
    pub fn image(&self, written: &str, span: Span) -> Result<Followed, Diagnostic> {
        if written.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:")) {
            return Err(Diagnostic::image_embedded(span));
        }
        let local = self.local(written);
        if let Some(external) = external(&local, span)? {
            return Err(Diagnostic::image_remote(span, &external));
        }
        let path = self.path(&split(&local).0, span)?;
        self.file(&path).unwrap_or_else(|| Err(self.no_file(written, &path, span)))
    }

    /// The place that a key figure names, written at `span`.
    ///
    /// # Errors
    /// The diagnostic for a name that nothing in the report has.
    pub fn stated(from: &Outline, id: &str, span: Span) -> Result<Followed, Diagnostic> {
        let told = Self::anchor(from.into(), from, id.trim_start_matches('#'), span);
        told.map_err(Diagnostic::of_a_figure)
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
        self.file(&path).unwrap_or_else(|| Err(self.no_file(written, &path, span)))
    }

    /// Title and address of a page that `site.yaml` names for the head of the site, or of a place on
    /// one; the front page has the site's title unless it has a text of its own.
    ///
    /// # Errors
    /// The diagnostic for a page or place that is not there.
    pub fn navigation(
        &self,
        words: &Locale,
        written: &str,
        span: Span,
        site_title: &str,
    ) -> Result<NavigationLink, Diagnostic> {
        let local = self.local(written);
        let (path, fragment) = split(&local);
        if path.is_empty() {
            return Err(Diagnostic::link_broken(span, written));
        }
        let path = self.path(&path, span)?;
        let content = path.strip_prefix("content").unwrap_or(&path).trim_start_matches('/');
        let content = page_path(content);
        let link = if let Some(&index) = self.by_path.get(content) {
            let from = Origin { outline: None, words };
            place_link(from, &self.outlines[index], fragment.as_deref(), span)?
        } else if let Some(link) = self.made_link(content, site_title) {
            let unresolved = |anchor: String| Diagnostic::reference_unresolved(span, &anchor);
            fragment.map_or(Ok(link), |anchor| Err(unresolved(anchor)))?
        } else {
            let hint = self.near_page(&path, None);
            return Err(Diagnostic::link_broken(span, written).maybe_hint(hint));
        };
        Ok(NavigationLink { query: query(&local), ..link })
    }

    /// The link to the page of a folder, or to one that belongs to no report.
    fn made_link(&self, content: &str, site_title: &str) -> Option<NavigationLink> {
        if content.is_empty() {
            return Some(folder_link(site_title, String::new()));
        }
        if self.folders.contains(content) {
            return Some(folder_link(paths::name(content), format!("{content}/")));
        }
        let mut pages = pages_of(Of::Site).map(|made| made.address);
        let page = pages.find(|page| page.trim_end_matches('/') == content)?;
        Some(NavigationLink { title: None, ..folder_link("", page.to_owned()) })
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
        from: Origin,
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
        // A file of that name is what was meant; that its place is taken is said elsewhere.
        if self.files.contains(path) && !self.is_source(path) {
            return None;
        }
        self.generated(from, content, fragment, span)
    }

    /// A report or page as a whole, or an anchor in it.
    fn document(
        from: Origin,
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
        from: Origin,
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

    /// What congbo makes of a department: its page, its deadlines.
    fn of_department(&self, content: &str) -> Option<Followed> {
        let inner = content.strip_prefix(DEPARTMENTS)?;
        let (name, file) = inner.split_once('/').unwrap_or((inner, ""));
        let department = self.departments.iter().find(|department| department.id == name)?;
        let deadlines = department.deadlines;
        let mut made = made_where(Of::Department, Grounds { deadlines, ..self.grounds() });
        let made = made.find(|made| made.address == file)?;
        let address = format!("{}{}", department.address(), made.address);
        let text = if file.is_empty() { &department.name } else { file };
        Some(site(address, None, text))
    }

    /// What decides which pages and files of the site are made.
    fn grounds(&self) -> Grounds {
        let deadlines = self.outlines.iter().any(|outline| outline.draft.has_deadlines());
        Grounds { deadlines, based: self.base.is_some() }
    }

    /// A page that congbo makes by itself.
    fn generated(
        &self,
        from: Origin,
        content: &str,
        fragment: Option<&str>,
        span: Span,
    ) -> Option<Result<Followed, Diagnostic>> {
        let mut made = made_where(Of::Site, self.grounds());
        if let Some(made) = made.find(|made| made.address.trim_end_matches('/') == content) {
            return Some(Ok(site(made.address.to_owned(), None, content)));
        }
        if let Some(found) = self.of_department(content) {
            return Some(Ok(found));
        }
        let &index = self.by_path.get(paths::parent(content))?;
        let to = &self.outlines[index];
        if matches!(to.draft.kind, Kind::Page(_)) {
            return None;
        }
        let name = paths::name(content);
        let grounds = Grounds { deadlines: to.draft.has_deadlines(), ..self.grounds() };
        let mut made = made_where(Of::Report, grounds);
        if let Some(made) = made.find(|made| made.address.trim_end_matches('/') == name) {
            let page = made.address;
            let address = format!("{}{page}", to.pages[Id::from_index(0)].address);
            return Some(match fragment.map(paths::decode) {
                Some(fragment) if !is_on(to, page, &fragment) => {
                    Err(Diagnostic::reference_unresolved(span, &fragment))
                }
                fragment => Ok(site(address, fragment, &name_of(page, from.words))),
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
        if self.files.contains(path) && !self.is_source(path) {
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
    fn nowhere(&self, from: Origin, written: &str, path: &str, span: Span) -> Diagnostic {
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
        let hint = self.near_page(path, from.outline);
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

    /// Whether a file is read and not published.
    fn is_source(&self, path: &str) -> bool {
        walk::is_source(path, |folder| self.files.contains(&format!("{folder}/report.yaml")))
    }

    /// Files that links can lead to.
    fn attachments(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(String::as_str).filter(|path| !self.is_source(path))
    }

    // Anchors.

    fn anchor(
        from: Origin,
        to: &Outline,
        fragment: &str,
        span: Span,
    ) -> Result<Followed, Diagnostic> {
        let fragment = paths::decode(fragment);
        if let Some(target) = find(to, &fragment) {
            return Ok(Self::target(from, to, target));
        }
        // Why the note has no number has been said where it is defined.
        let missed = || to.draft.slips.unread >= Unread::Ids || is_missed(to, &fragment);
        if is_defined_note(to, &fragment) || missed() {
            return Self::document(from, to, None, span);
        }
        let near = meant_note(to, &fragment).or_else(|| meant_directive(to, &fragment));
        let near = near.or_else(|| near_anchor(to, &fragment));
        let hint =
            near.map(|near| Message::new("reference-unresolved-hint-nearest").with("name", near));
        Err(Diagnostic::reference_unresolved(span, &fragment).maybe_hint(hint))
    }

    fn target(from: Origin, to: &Outline, target: Target) -> Followed {
        let text = citation(to, target, from.words);
        if from.outline.is_some_and(|from| std::ptr::eq(from, to)) {
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

/// Path and fragment of a destination, decoded; a query has no meaning on a static site.
fn split(written: &str) -> (String, Option<String>) {
    let (path, fragment) = match written.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment.to_owned())),
        None => (written, None),
    };
    let path = path.split('?').next().unwrap_or_default();
    (paths::decode(path), fragment.filter(|fragment| !fragment.is_empty()))
}

/// What a destination asks of its page.
fn query(written: &str) -> Option<String> {
    let (path, _) = written.split_once('#').unwrap_or((written, ""));
    path.split_once('?').map(|(_, query)| query.to_owned())
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
            .map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default())
            .is_some_and(|host| !host.is_empty() && !host.contains('\\')),
    }
}

/// The link to a report or page in the head of the site.
fn navigation_link(outline: &Outline) -> NavigationLink {
    NavigationLink {
        title: Some(outline.title.clone()),
        address: outline.pages[Id::from_index(0)].address.clone(),
        query: None,
        fragment: None,
        language: Some(outline.draft.kind.language()),
    }
}

/// The link to a place in a report or page, which has the title of its section.
fn place_link(
    from: Origin,
    outline: &Outline,
    anchor: Option<&str>,
    span: Span,
) -> Result<NavigationLink, Diagnostic> {
    let link = navigation_link(outline);
    let Some(anchor) = anchor else { return Ok(link) };
    let followed = Addresses::anchor(from, outline, anchor, span)?;
    let Destination::Site { address, fragment } = followed.destination else { return Ok(link) };
    let title = match find(outline, &paths::decode(anchor)) {
        Some(Target::Section(id)) => outline.titles.get(id.index()).cloned(),
        _ => None,
    };
    Ok(NavigationLink { title: title.or(link.title), address, fragment, ..link })
}

/// The link to a folder that has no page of the author's.
fn folder_link(title: &str, address: String) -> NavigationLink {
    let title = Some(title.to_owned());
    NavigationLink { title, address, query: None, fragment: None, language: None }
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

/// What a page or file that every report has is called in a sentence.
fn name_of(page: &str, words: &Locale) -> String {
    match page {
        FULL_TEXT => words.text("site-link-full-text"),
        FOOTNOTES => words.text("site-link-footnotes"),
        DIRECTIVES => words.text("site-link-directives"),
        DOCUMENTS => words.text("site-link-documents"),
        file => file.to_owned(),
    }
}

/// The anchor of the note that has this id, where nothing else does.
fn meant_note(to: &Outline, fragment: &str) -> Option<String> {
    let anchor = format!("fn-{fragment}");
    find(to, &anchor).map(|_| anchor)
}

/// The id of the directive that `nv-3` would be, if it had none of its own.
fn meant_directive(to: &Outline, fragment: &str) -> Option<String> {
    let number: usize = fragment.strip_prefix("nv-")?.parse().ok()?;
    let mut placed = to.directives.values().filter(|placed| placed.index + 1 == number);
    let one = placed.next()?;
    placed.next().is_none().then(|| one.id.clone())
}

/// The anchor of the same kind that is most like one that nothing has.
fn near_anchor(to: &Outline, fragment: &str) -> Option<String> {
    if fragment.starts_with("fn-") {
        let notes: Vec<String> = to.notes.anchors.iter().map(|it| format!("fn-{it}")).collect();
        return nearest(fragment, notes.iter().map(String::as_str)).map(str::to_owned);
    }
    let counted = counts_paragraph(fragment);
    let known = to.anchors.keys().map(String::as_str);
    let known = known.filter(|anchor| counted || !counts_paragraph(anchor));
    nearest(fragment, known).map(str::to_owned)
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
