//! Templates and static files: those that are compiled in, and the site's own that replace them.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, Value};

use super::assets::Assets;
use crate::diag::{Arg, Diagnostic};
use crate::locale::{Language, Locale, Locales};
use crate::source::{FileId, SourceFile, Sources, Span};

macro_rules! embedded {
    ($folder:literal: $($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../", $folder, "/", $name))),)*]
    };
}

/// The templates that are compiled in.
pub const TEMPLATES: &[(&str, &str)] = embedded!("templates":
    "_appendices.html" "_backlinks.html" "_breadcrumbs.html" "_components.html"
    "_calendar.html" "_department-reports.html" "_directive-facts.html" "_directive-filters.html"
    "_directive-states.html" "_directive-table.html" "_directive.html" "_document-head.html"
    "_document.html" "_entry.html" "_footer.html" "_head.html" "_header.html" "_indicators.html"
    "_metadata.html" "_note-list.html" "_notes.html" "_nothing.html" "_outline.html" "_part.html" "_popups.html"
    "_previous-next.html" "_report-line.html" "_report-pages.html" "_signature.html" "_status.html"
    "abbreviations.html" "atom.xml" "base.html" "chart.html" "department.html" "departments.html"
    "directive.html" "directives.html" "documents.html" "folder.html" "footnotes.html"
    "full-text.html" "not-found.html"
    "report.html" "robots.txt" "search.html" "section.html" "site-documents.html" "sitemap.xml" "text.html"
);

/// The static files that are compiled in.
pub const STATIC: &[(&str, &str)] = embedded!("static": "congbo.css" "congbo.js" "directives.css" "directives.js" "icon.svg" "search.css" "search.js");

/// The look of a site.
pub struct Theme {
    tera: Tera,
    own: Vec<(String, FileId)>,
    assets: Arc<Assets>,
}

impl Theme {
    /// The built-in templates, with the site's `own` in the place of those of the same name, for a
    /// site in `language`.
    ///
    /// # Errors
    /// The diagnostic for a template of the site's own that is no template.
    pub fn new(
        own: &[(String, FileId)],
        assets: Assets,
        locales: &Locales,
        language: Language,
        sources: &mut Sources,
    ) -> Result<Self, Box<Diagnostic>> {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html", ".xml"]);
        let locales = locales.clone();
        tera.register_function("t", move |arguments: Kwargs, _: &State| {
            let chosen = arguments.get::<&str>("language")?.and_then(Language::from_name);
            text(locales.of(chosen.unwrap_or(language)), &arguments)
        });
        let assets = Arc::new(assets);
        let published = Arc::clone(&assets);
        tera.register_function("asset", move |arguments: Kwargs, state: &State| {
            asset(&published, &arguments, state)
        });
        let replaced = |name: &str| own.iter().any(|(own, _)| own == name);
        let built_in = TEMPLATES.iter().filter(|(name, _)| !replaced(name)).copied();
        let mut templates: Vec<(String, String)> =
            built_in.map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        for (name, file) in own {
            templates.push((name.clone(), sources.text(*file).to_owned()));
        }
        let theme = |tera| Self { tera, own: own.to_vec(), assets };
        match tera.add_raw_templates(templates) {
            Ok(()) => Ok(theme(tera)),
            Err(error) => Err(Box::new(theme(tera).diagnostic("", &error, sources))),
        }
    }

    /// The static files of the site.
    #[must_use]
    pub fn assets(&self) -> &Assets {
        &self.assets
    }

    /// Fills a template.
    ///
    /// # Errors
    /// What Tera says; [`Theme::diagnostic`] makes a diagnostic of it.
    pub fn render<V: Serialize>(&self, template: &str, view: &V) -> Result<String, tera::Error> {
        self.tera.render(template, &Context::from_serialize(view)?)
    }

    /// Templates of the site's own that nothing uses and that have nearly the name of a built-in one:
    /// the file of each, and that name.
    #[must_use]
    pub fn misnamed(
        own: &[(String, FileId)],
        sources: &Sources,
    ) -> Vec<(FileId, String, &'static str)> {
        let quoted = |name: &str| [format!("\"{name}\""), format!("'{name}'")];
        let used = |name: &str| {
            let mut texts = own.iter().map(|(_, file)| sources.text(*file));
            texts.any(|text| quoted(name).iter().any(|word| text.contains(word)))
        };
        let named = |name: &str| TEMPLATES.iter().any(|(built_in, _)| *built_in == name);
        let unknown = own.iter().filter(|(name, _)| !named(name) && !used(name));
        unknown
            .filter_map(|(name, file)| {
                let mut known = TEMPLATES.iter().map(|(built_in, _)| *built_in);
                let wanted = known.find(|built_in| stem(built_in) == stem(name))?;
                Some((*file, name.clone(), wanted))
            })
            .collect()
    }

    /// What is wrong with a template, and where. A template that is compiled in becomes a source
    /// so that its line can be shown.
    #[must_use]
    pub fn diagnostic(
        &self,
        template: &str,
        error: &tera::Error,
        sources: &mut Sources,
    ) -> Diagnostic {
        let (name, range, cause) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => (
                report.filename().to_owned(),
                report.span().range.clone(),
                report.message().to_owned(),
            ),
            ErrorKind::MissingParent { current, .. } => (current.clone(), 0..0, error.to_string()),
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
                (tpl.clone(), 0..0, error.to_string())
            }
            ErrorKind::Msg(message) => match Told::read(message) {
                Some(told) => {
                    let file = self.file(told.template, sources);
                    let range = told.range(sources.text(file));
                    (told.template.to_owned(), range, told.cause.to_owned())
                }
                None => (template.to_owned(), 0..0, message.clone()),
            },
            _ => (template.to_owned(), 0..0, error.to_string()),
        };
        let file = self.file(&name, sources);
        let span = Span::new(file, range);
        if let Some(Objection { key, subject }) = Objection::read(&cause) {
            return Diagnostic::template_asks(span, key, &name, subject);
        }
        let cause = cause.lines().next().unwrap_or_default();
        Diagnostic::template_invalid(span, &name, cause)
    }

    fn file(&self, name: &str, sources: &mut Sources) -> FileId {
        if let Some((_, file)) = self.own.iter().find(|(own, _)| own == name) {
            return *file;
        }
        let text = TEMPLATES.iter().find(|(built_in, _)| *built_in == name);
        let text = text.map_or("", |(_, text)| text).to_owned();
        sources.add(SourceFile { path: format!("templates/{name}"), text })
    }
}

/// The name of a template without what is easily mistaken in it: capitals, the sign of a part, a
/// plural, its end.
fn stem(name: &str) -> String {
    let lower = name.to_lowercase();
    let stem = lower.strip_suffix(".html").or_else(|| lower.strip_suffix(".htm")).unwrap_or(&lower);
    stem.trim_start_matches('_').trim_end_matches('s').to_owned()
}

/// What Tera has against a name that nothing has (a filter, a function, an included template). It
/// gives this as finished text alone: `error: ` and the cause, ` --> template:line:column`, a row
/// without, the line, and a row of `^` under the place.
struct Told<'e> {
    template: &'e str,
    cause: &'e str,
    /// From 1.
    line: usize,
    /// From 1, in characters.
    column: usize,
    width: usize,
}

impl<'e> Told<'e> {
    fn read(report: &'e str) -> Option<Self> {
        let mut lines = report.lines();
        let cause = lines.next()?.strip_prefix("error: ")?;
        let (place, column) = lines.next()?.trim_start().strip_prefix("--> ")?.rsplit_once(':')?;
        let (template, line) = place.rsplit_once(':')?;
        let width = lines.nth(2).map_or(0, |marks| marks.matches('^').count());
        Some(Self {
            template,
            cause,
            line: line.parse().ok()?,
            column: column.parse().ok()?,
            width,
        })
    }

    /// The bytes of the place in the template's text.
    fn range(&self, text: &str) -> Range<usize> {
        let above = text.split_inclusive('\n').take(self.line - 1).map(str::len).sum::<usize>();
        let bytes = |from: usize, characters: usize| {
            text[from..].chars().take(characters).map(char::len_utf8).sum::<usize>()
        };
        let start = above + bytes(above, self.column - 1);
        start..start + bytes(start, self.width)
    }
}

/// What our own functions have against a template: the name of a text, and what it is about. Tera
/// carries it from them as text alone.
struct Objection<'e> {
    key: &'static str,
    subject: &'e str,
}

impl<'e> Objection<'e> {
    /// No text is called so.
    const TEXT: &'static str = "template-invalid-text";
    /// No static file is called so.
    const FILE: &'static str = "template-invalid-file";
    /// A template that sees no `site` asks for the link to a file.
    const PLACE: &'static str = "template-invalid-place";

    fn error(key: &'static str, subject: &str) -> tera::Error {
        tera::Error::message(format!("{key}: {subject}"))
    }

    fn read(cause: &'e str) -> Option<Self> {
        let (written, subject) = cause.split_once(": ")?;
        let key = [Self::TEXT, Self::FILE, Self::PLACE].into_iter().find(|&key| key == written)?;
        Some(Self { key, subject })
    }
}

/// `t(key="…")`: a text of the site in its language, or in that of `language`; further arguments
/// fill it.
fn text(locale: &Locale, arguments: &Kwargs) -> Result<String, tera::Error> {
    let key = format!("site-{}", arguments.must_get::<&str>("key")?);
    if !locale.has(&key) {
        return Err(Objection::error(Objection::TEXT, &key));
    }
    let mut fill = Vec::new();
    for (name, value) in arguments.iter() {
        let arg = match value.as_u64().and_then(|number| usize::try_from(number).ok()) {
            Some(count) => Arg::Count(count),
            None => Arg::Text(value.to_string()),
        };
        fill.push((name.to_string(), arg));
    }
    Ok(locale.fill(&key, &fill))
}

/// `asset(name="congbo.js")`: the link from the page that is filled to a static file.
fn asset(assets: &Assets, arguments: &Kwargs, state: &State) -> Result<String, tera::Error> {
    let name = arguments.must_get::<&str>("name")?;
    let site = state.get::<Value>("site")?;
    let home = site.as_ref().and_then(|site| site.get_from_path("home")?.as_str());
    let home = home.ok_or_else(|| Objection::error(Objection::PLACE, name))?;
    assets.link(home, name).ok_or_else(|| Objection::error(Objection::FILE, name))
}
