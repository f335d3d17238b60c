//! The phases in order.
//!
//! Takes what to build and where; reads, resolves, checks, renders, proves and publishes, and
//! gives everything that is to be said about the content. Every phase looks at the whole site, so
//! that an author sees all errors at once; only a site without errors goes on to the next. Knows
//! no phase from inside and prints nothing.

use std::collections::BTreeMap;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::ThreadPoolBuilder;

use crate::check::{Finding, FindingKind, Near, Proof, proof};
use crate::content::walk::ReadError;
use crate::content::{self, Content};
use crate::diag::{Code, Diagnostic, Message, Severity};
use crate::lint;
use crate::locale::{Locales, texts};
use crate::model::resolved::Site;
use crate::model::table::Id;
use crate::output::{
    Action, Discard, Foreign, ForeignFile, OutputError, Policy, Published, Sink, Staging, cause,
    shown,
};
use crate::render::assets::{Assets, Clash};
use crate::render::theme::Theme;
use crate::render::{self, RenderError};
use crate::resolve;
use crate::source::{FOLDERS, FileId, SourceFile, Sources, Span};

/// What to build and where.
#[derive(Debug, Clone)]
pub struct Options {
    /// The site root.
    pub root: PathBuf,
    /// The folder to publish into.
    pub output: PathBuf,
    /// Threads; `None` for one a core.
    pub jobs: Option<usize>,
    /// Whether warnings fail.
    pub strict: bool,
    /// Whether files in the output folder that congbo did not write are carried over into the new
    /// site, except where it has files of its own, instead of refused.
    pub overwrite: bool,
    /// Whether compressed copies are put beside the files, for servers that hand them out.
    pub precompress: bool,
}

/// How much was read and published.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Reports.
    pub reports: usize,
    /// Pages; none where errors kept them from being made.
    pub pages: usize,
    /// Sections of reports.
    pub sections: usize,
    /// Directives.
    pub directives: usize,
    /// Footnotes of reports.
    pub footnotes: usize,
    /// References to footnotes in reports.
    pub references: usize,
    /// Mentions of documents in reports.
    pub citations: usize,
}

/// What came of a run.
#[derive(Debug)]
pub struct Outcome {
    /// Everything that was read.
    pub sources: Sources,
    /// Everything there is to say, in the order of the phases; the same in every run.
    pub diagnostics: Vec<Diagnostic>,
    /// Counts.
    pub summary: Summary,
    /// Whether the site was published; never by a check.
    pub published: bool,
    /// What became of files in the output folder that congbo did not write, and of the old site.
    pub notices: Vec<Notice>,
}

/// Something to know about the folder that was published into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What.
    pub message: Message,
    /// What it is about, one by one.
    pub details: Vec<Message>,
    /// Whether something is lost, or left to be done.
    pub warns: bool,
}

/// Why a run could not be made at all, whatever the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What.
    pub message: Message,
    /// What it is about, one by one: the files that congbo did not write.
    pub details: Vec<Message>,
    /// What to do.
    pub hint: Option<Message>,
}

/// Who is told how far a run has come.
pub trait Progress: Sync {
    /// A phase begins: the name of its text in the locale, and how many steps it will have; none
    /// where that is not known.
    fn phase(&self, key: &'static str, steps: usize);
    /// One step is done.
    fn step(&self);
    /// The run is over.
    fn finish(&self);
}

/// Nobody is told.
#[derive(Debug, Clone, Copy)]
pub struct Silent;

impl Progress for Silent {
    fn phase(&self, _: &'static str, _: usize) {}
    fn step(&self) {}
    fn finish(&self) {}
}

/// Publishes a site. If it has errors, or with [`Options::strict`] warnings, nothing is written.
///
/// # Errors
/// [`Failure`] if the site cannot be read, or the output not written; then nothing has changed.
pub fn build(options: &Options, progress: &dyn Progress) -> Result<Outcome, Failure> {
    run(options, progress, || publish(options, progress))
}

/// Says what [`build`] would say of the content, and touches nothing.
///
/// # Errors
/// [`Failure`] if the site cannot be read.
pub fn check(options: &Options, progress: &dyn Progress) -> Result<Outcome, Failure> {
    run(options, progress, || {
        let mut work = Work::read(options, progress)?;
        let unasked = |_: &Site, _: &Locales| Ok(());
        work.prove(&Discard::default(), unasked, options, progress)?;
        Ok(work.outcome(false))
    })
}

/// Runs `work` on the threads that `options` ask for.
fn run(
    options: &Options,
    progress: &dyn Progress,
    work: impl FnOnce() -> Result<Outcome, Failure> + Send,
) -> Result<Outcome, Failure> {
    let content = options.root.join("content");
    if !content.is_dir() {
        return Err(ReadError::NoContent(content).into());
    }
    let pool = ThreadPoolBuilder::new().num_threads(options.jobs.unwrap_or(0)).build();
    let outcome = match pool {
        Ok(pool) => pool.install(work),
        Err(error) => Err(Failure::new("failure-threads").with("reason", error.to_string())),
    };
    progress.finish();
    outcome
}

/// The lock on the output comes before the first file is read: of two builds at a time, the one
/// that publishes last has also read last.
fn publish(options: &Options, progress: &dyn Progress) -> Result<Outcome, Failure> {
    let staging = Staging::begin(&options.output, &policy(options), || {
        progress.phase("phase-wait", 0);
        ControlFlow::Continue(())
    })?;
    let mut work = Work::read(options, progress)?;
    let index = |site: &Site, locales: &Locales| render::search::index(site, locales, &staging);
    if !work.prove(&staging, index, options, progress)? {
        return Ok(work.outcome(false));
    }
    if options.precompress {
        let begin = |files| progress.phase("phase-precompress", files);
        staging.precompress(begin, || progress.step())?;
    }
    progress.phase("phase-publish", 0);
    let notices = notices(staging.publish()?, &options.output);
    Ok(Outcome { notices, ..work.outcome(true) })
}

/// What there is to say of a folder that was published into: what was lost first.
fn notices(published: Published, output: &Path) -> Vec<Notice> {
    let Published { kept, replaced, stale, leftover, .. } = published;
    let left = leftover.map(|error| filled(&error, error.key()));
    let all = [
        ("built-replaced", listed(&replaced), true),
        ("built-stale", listed(&stale), true),
        ("built-kept", listed(&kept), false),
        ("built-leftover", left.into_iter().collect(), true),
    ];
    let told = all.into_iter().filter(|(_, details, _)| !details.is_empty());
    let message = |key| Message::new(key).with("path", shown(output));
    told.map(|(key, details, warns)| Notice { message: message(key), details, warns }).collect()
}

/// Files that congbo did not write, each with how it differs.
fn listed(files: &[ForeignFile]) -> Vec<Message> {
    files.iter().map(|file| Message::new(file.key()).with("path", file.name())).collect()
}

/// A text about an error of the output.
fn filled(error: &OutputError, key: &'static str) -> Message {
    let args = error.args().into_iter();
    args.fold(Message::new(key), |message, (name, value)| message.with(name, value))
}

fn policy(options: &Options) -> Policy {
    Policy {
        root: options.root.clone(),
        sources: FOLDERS.iter().map(|folder| options.root.join(folder)).collect(),
        foreign: if options.overwrite { Foreign::CarryOver } else { Foreign::Refuse },
    }
}

/// A site between its phases.
struct Work {
    sources: Sources,
    files: BTreeMap<String, PathBuf>,
    locales: Locales,
    theme: Option<Theme>,
    /// The templates of the site's own, by name.
    templates: String,
    /// The style sheets of the site's own: where each is published, and its file.
    styles: Vec<(String, FileId)>,
    site: Site,
    diagnostics: Vec<Diagnostic>,
    summary: Summary,
}

impl Work {
    /// Everything up to the pages.
    fn read(options: &Options, progress: &dyn Progress) -> Result<Self, Failure> {
        progress.phase("phase-read", 0);
        let mut content = content::read(&options.root)?;
        progress.phase("phase-resolve", 0);
        let (locales, found) = texts::read(&content.texts, &content.sources);
        content.diagnostics.extend(found);
        let assets = Assets::read(&content.files);
        let assets = assets.map_err(|(path, error)| ReadError::new(&path, &error))?;
        let (site, mentions) = resolve::resolve(&mut content, &locales, &assets.given());
        let Content {
            mut sources,
            config,
            templates,
            styles,
            files,
            mut diagnostics,
            levels,
            ignores,
            ..
        } = content;
        diagnostics.extend(lint::check(&site, &mentions));
        let mut diagnostics = lint::level::apply(diagnostics, &levels, &ignores);
        // What else is found in a file that is no text comes of that.
        diagnostics.retain(|each| {
            each.code == Code::EncodingInvalid || sources.is_readable(each.span.file)
        });
        diagnostics.extend(clashes(&assets, &mut sources));
        let misnamed = Theme::misnamed(&templates, &sources).into_iter();
        diagnostics.extend(misnamed.map(|(file, name, wanted)| {
            Diagnostic::file_misnamed(Span::file_start(file), &name, wanted)
        }));
        let theme = match Theme::new(&templates, assets, &locales, config.language, &mut sources) {
            Ok(theme) => Some(theme),
            Err(diagnostic) => {
                diagnostics.push(*diagnostic);
                None
            }
        };
        let summary = counted(&site);
        let templates = named(&templates);
        Ok(Self { sources, files, locales, theme, templates, styles, site, diagnostics, summary })
    }

    /// Makes the pages, unless something keeps the site from being published, and looks at them
    /// as a browser would. Whether all is well. `beside` is done at the same time; no page asks
    /// for what comes of it, so that there is nothing in it to prove.
    fn prove(
        &mut self,
        sink: &dyn Sink,
        beside: impl FnOnce(&Site, &Locales) -> Result<(), RenderError> + Send,
        options: &Options,
        progress: &dyn Progress,
    ) -> Result<bool, Failure> {
        let Some(theme) = self.theme.take().filter(|_| !self.fails(options.strict)) else {
            return Ok(false);
        };
        progress.phase("phase-render", render::page_count(&self.site));
        let base_url = self.site.config.base_url.as_deref();
        let proved = Proved {
            sink,
            proof: Proof::new(proof::Options::published_at(base_url)),
            pages: AtomicUsize::new(0),
            progress,
        };
        expect_notes(&self.site, &proved.proof);
        for (name, file) in &self.styles {
            proved.proof.style(name, self.sources.text_on_disk(*file));
        }
        let (rendered, done) = rayon::join(
            || render::render(&self.site, &self.files, &theme, &self.locales, &proved),
            || beside(&self.site, &self.locales),
        );
        match rendered.and(done) {
            Ok(()) => {}
            Err(RenderError::Template { name, error }) => {
                self.diagnostics.push(theme.diagnostic(name, &error, &mut self.sources));
                return Ok(false);
            }
            Err(RenderError::Write { path, error }) => return Err(unwritten(&path, error)),
        }
        progress.phase("phase-proof", 0);
        self.summary.pages = proved.pages.into_inner();
        let findings = proved.proof.finish();
        let proven = findings.is_empty();
        self.report(findings);
        Ok(proven)
    }

    /// Whether what was found so far keeps the site from being published.
    fn fails(&self, strict: bool) -> bool {
        let fails = |each: &Diagnostic| strict || each.severity == Severity::Error;
        self.diagnostics.iter().any(fails)
    }

    /// Makes diagnostics of what the proof found.
    fn report(&mut self, findings: Vec<Finding>) {
        for finding in findings {
            let style = self.styles.iter().find(|(name, _)| *name == finding.page);
            match style.and_then(|(_, file)| of_style(&finding, *file, &self.sources)) {
                Some(diagnostic) => self.diagnostics.push(diagnostic),
                None => self.report_page(finding),
            }
        }
    }

    /// A page is gone by now, so that its lines are empty, and none is shown: what counts is their
    /// number.
    fn report_page(&mut self, finding: Finding) {
        let above = (finding.spot.line as usize).saturating_sub(1);
        let text = "\n".repeat(above + 1);
        let file = self.sources.add(SourceFile { path: finding.page, text });
        let span = Span::new(file, above..above);
        let failed = Diagnostic::proof_failed(span, finding.kind.key(), &finding.subject);
        self.diagnostics.push(match &*self.templates {
            "" => failed,
            templates => failed.made_by(templates),
        });
    }

    fn outcome(self, published: bool) -> Outcome {
        let Self { sources, diagnostics, summary, .. } = self;
        Outcome { sources, diagnostics, summary, published, notices: Vec::new() }
    }
}

/// What a style sheet of the site's own asks for and cannot have, as texts are told it.
fn of_style(finding: &Finding, file: FileId, sources: &Sources) -> Option<Diagnostic> {
    let Finding { spot, subject, .. } = finding;
    let range = spot.start as usize..spot.end as usize;
    let span = sources.span_on_disk(file, range.clone());
    let composed = sources.text_on_disk(file).get(range) == Some(sources.slice(span));
    let hint = || Message::new("path-unsafe-style-hint");
    Some(match (finding.kind, &finding.near) {
        (FindingKind::LinkNowhere, Some(Near::Outside)) => Diagnostic::path_outside(span, subject),
        (FindingKind::LinkNowhere, Some(Near::Disk)) => {
            Diagnostic::path_local(span, subject).hint(hint())
        }
        (FindingKind::LinkNowhere, _) if composed => Diagnostic::asset_missing(span, subject),
        (FindingKind::LinkNowhere, _) => Diagnostic::asset_missing(span, subject)
            .hint(Message::new("asset-missing-hint-composed")),
        (FindingKind::AnchorMissing, _) => Diagnostic::anchor_missing(span, subject),
        (FindingKind::ForeignRequest, _) => Diagnostic::style_remote(span, subject),
        (FindingKind::EmbeddedData, _) => Diagnostic::style_embedded(span).hint(hint()),
        (FindingKind::InlineCode, _) => Diagnostic::scheme_unsafe(span, subject).hint(hint()),
        _ => return None,
    })
}

/// Static files that have the place of another of congbo's.
fn clashes(assets: &Assets, sources: &mut Sources) -> Vec<Diagnostic> {
    let told = assets.clashes().iter().map(|Clash { taken, plain }| {
        let place = sources.unread(&format!("static/{taken}"));
        Diagnostic::digest_taken(place, taken, plain)
    });
    told.collect()
}

/// Templates as a message names them.
fn named(templates: &[(String, FileId)]) -> String {
    let names: Vec<String> =
        templates.iter().map(|(name, _)| format!("templates/{name}")).collect();
    names.join(", ")
}

fn counted(site: &Site) -> Summary {
    let mut summary = Summary::default();
    for report in site.documents.iter().filter(|document| document.is_report()) {
        summary.reports += 1;
        summary.sections += report.sections.len();
        summary.directives += report.directives.len();
        summary.footnotes += report.notes.len();
        summary.references += report.references.len();
        summary.citations += report.mentions.len();
    }
    summary
}

/// Tells the proof which number each footnote has, for every report and page but folders' own:
/// below these stand pages of others.
fn expect_notes(site: &Site, proof: &Proof) {
    for document in site.documents.iter().filter(|document| !document.is_index()) {
        for (id, note) in document.notes.iter() {
            let number = u32::try_from(id.index() + 1).unwrap_or(u32::MAX);
            proof.expect_note(document.address(), &note.anchor(), number);
        }
    }
}

/// Shows every file to the proof on its way to the sink.
struct Proved<'a> {
    sink: &'a dyn Sink,
    proof: Proof,
    pages: AtomicUsize,
    progress: &'a dyn Progress,
}

impl Sink for Proved<'_> {
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.sink.write(path, bytes)?;
        if path.ends_with(".html") {
            self.proof.page(path, &crate::check::read(&String::from_utf8_lossy(bytes)));
            self.pages.fetch_add(1, Ordering::Relaxed);
            self.progress.step();
        } else {
            self.proof.file(path);
        }
        if path.ends_with(".css") {
            self.proof.style(path, &String::from_utf8_lossy(bytes));
        }
        Ok(())
    }

    fn copy(&self, path: &str, from: &Path) -> io::Result<()> {
        self.sink.copy(path, from)?;
        self.proof.file(path);
        Ok(())
    }
}

fn unwritten(path: &str, source: io::Error) -> Failure {
    OutputError::Io { action: Action::Write, path: path.into(), source }.into()
}

impl Failure {
    fn new(key: &'static str) -> Self {
        Self { message: Message::new(key), details: Vec::new(), hint: None }
    }

    fn with(mut self, name: &'static str, value: String) -> Self {
        self.message = self.message.with(name, value);
        self
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::NoContent(path) => Self {
                hint: Some(site_above(&path)),
                ..Self::new("failure-no-content").with("path", shown(&path))
            },
            ReadError::Empty(path) => Self {
                hint: Some(Message::new("failure-no-content-hint")),
                ..Self::new("failure-empty").with("path", shown(&path))
            },
            ReadError::Io { path, kind, detail } => Self::new("failure-read")
                .with("path", shown(&path))
                .with("cause", cause(kind).to_owned())
                .with("detail", detail),
        }
    }
}

/// What to do where there is no `content`: the nearest folder above that has one is named.
fn site_above(content: &Path) -> Message {
    let here = content.parent().and_then(|root| root.canonicalize().ok()).unwrap_or_default();
    let above = here.ancestors().skip(1).find(|above| above.join("content").is_dir());
    match above {
        Some(above) => Message::new("failure-no-content-hint-above").with("path", shown(above)),
        None => Message::new("failure-no-content-hint"),
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        let details = match &error {
            OutputError::Foreign { files, .. } => listed(files),
            _ => Vec::new(),
        };
        let hint = error.hint().map(|key| filled(&error, key));
        Self { message: filled(&error, error.key()), details, hint }
    }
}
