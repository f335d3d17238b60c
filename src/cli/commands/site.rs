//! `congbo check --site`: what is wrong with a folder of HTML, whoever made it.
//!
//! The findings are what was asked for, so they go to the output, in the forms of `check`.

use std::fmt::Write as _;
use std::io;

use super::{could_not_run, printed, verdict};
use crate::audit::{self, External, Options, Outcome};
use crate::check::Setting;
use crate::cli::args::{Format, Site};
use crate::cli::progress::Line;
use crate::cli::{Console, Status, emit, repository};
use crate::locale::Locale;

/// What to check and how to say what was found.
pub(super) struct Asked {
    pub folder: Site,
    pub jobs: Option<usize>,
    pub strict: bool,
    pub format: Format,
}

/// Checks a folder.
pub(super) fn run(
    asked: &Asked,
    quiet: bool,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<Status> {
    match audit::check(&options(asked), &Line::on(console, quiet, locale)) {
        Ok(outcome) => report(outcome, asked, quiet, locale, console),
        Err(failure) => could_not_run(&failure, locale, console),
    }
}

fn options(asked: &Asked) -> Options {
    let Site { folder, base_url, clean_urls, list_external } = &asked.folder;
    let setting =
        Setting { base_url: base_url.clone(), clean_urls: *clean_urls, foreign: *list_external };
    Options { folder: folder.clone(), setting, jobs: asked.jobs }
}

fn report(
    outcome: Outcome,
    asked: &Asked,
    quiet: bool,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<Status> {
    let status = verdict(&outcome.diagnostics, asked.strict);
    if asked.format == Format::Human {
        people(outcome, asked, quiet, locale, console)?;
    } else {
        console.print(&programs(&outcome, asked, locale)?)?;
    }
    Ok(status)
}

fn programs(outcome: &Outcome, asked: &Asked, locale: &Locale) -> io::Result<String> {
    let Outcome { diagnostics, sources, external } = outcome;
    let setting = emit::Setting {
        folder: repository::folder(&asked.folder.folder),
        strict: asked.strict,
        since: None,
    };
    let external = asked.folder.list_external.then_some(&external[..]);
    Ok(match asked.format {
        Format::Human => String::new(),
        Format::Json => emit::json_of_site(diagnostics, sources, locale, external)?,
        Format::Sarif => emit::sarif(diagnostics, sources, locale, &setting)?,
        Format::GitHub => emit::github(diagnostics, sources, locale, &setting),
        Format::JUnit => emit::junit(diagnostics, sources, locale, &setting),
    })
}

fn people(
    outcome: Outcome,
    asked: &Asked,
    quiet: bool,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let Outcome { diagnostics, sources, external } = outcome;
    let findings = printed(diagnostics, quiet, asked.strict);
    if !quiet || !findings.is_empty() {
        let (color, width) = (console.colors_out(), console.width());
        console.print(&emit::human(&findings, &sources, locale, color, width))?;
    }
    if asked.folder.list_external {
        console.print(&listed(&external, locale))?;
    }
    Ok(())
}

/// The addresses on other hosts, each with how often it is used and where first.
fn listed(external: &[External], locale: &Locale) -> String {
    let mut text =
        format!("\n{}\n", locale.format("external", &[("count", external.len().into())]));
    for each in external {
        let address = annotate_snippets::normalize_untrusted_str(&each.address);
        let _ = writeln!(text, "  {address}  {}× {}:{}", each.count, each.file, each.line);
    }
    text
}
