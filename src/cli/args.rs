//! The arguments: what can be written on the command line, in every language.
//!
//! Takes the arguments as the system gives them, gives a [`Request`] or clap's complaint, which
//! `usage` puts into words. Help comes in the language asked for, so that language is found
//! first, by [`Preferences::scan`], which understands nothing else and never fails. Runs no
//! command; of the site it reads only the language, and never complains of it.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use clap::builder::styling::Styles;
use clap::builder::{PossibleValuesParser, StyledStr};
use clap::{Arg, ArgAction, ArgMatches, Command, Error, ValueHint, value_parser};
use clap_complete::Shell;

use super::console::Color;
use crate::locale::{Language, Locale};

/// The program's name.
pub(super) const PROGRAM: &str = "congbo";

/// What has to be known before the arguments are understood.
pub(super) struct Preferences {
    /// The language of `--lang`, else the site's.
    pub language: Language,
    /// The choice of `--color`.
    pub color: Color,
}

impl Preferences {
    /// Looks for `--lang`, `--color` and `--root` anywhere in the arguments.
    pub(crate) fn scan(arguments: &[OsString]) -> Self {
        let named = value_of("--lang", arguments).and_then(OsStr::to_str);
        let root = value_of("--root", arguments).unwrap_or(OsStr::new("."));
        Self {
            language: named
                .and_then(spoken)
                .or_else(|| site_language(Path::new(root)))
                .unwrap_or_default(),
            color: value_of("--color", arguments)
                .and_then(OsStr::to_str)
                .and_then(Color::from_name)
                .unwrap_or_default(),
        }
    }
}

/// What stands after `name`, or after `name=`, before a `--`.
fn value_of<'a>(name: &str, arguments: &'a [OsString]) -> Option<&'a OsStr> {
    let mut options = arguments.iter().skip(1).take_while(|argument| *argument != "--");
    while let Some(argument) = options.next() {
        if argument == name {
            return options.next().map(OsString::as_os_str);
        }
        let text = argument.to_str().unwrap_or_default();
        if let Some(value) = text.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')) {
            return Some(OsStr::new(value));
        }
    }
    None
}

/// The `language` of a site's `content/site.yaml`, if it can be read without knowing YAML: a
/// line of its own that begins with the key. Whether it is right is for the content to say.
fn site_language(root: &Path) -> Option<Language> {
    let text = fs::read_to_string(root.join("content").join("site.yaml")).ok()?;
    let mut lines = text.trim_start_matches('\u{FEFF}').lines();
    let value = lines.find_map(|line| line.strip_prefix("language:"))?;
    let value = value.split(" #").next().unwrap_or_default();
    spoken(value.trim().trim_matches(['"', '\'']))
}

/// The language of that code, if congbo itself speaks it.
fn spoken(code: &str) -> Option<Language> {
    Language::from_name(code).filter(|language| Locale::languages().any(|own| own == *language))
}

/// What the command line asks for.
#[derive(Debug)]
pub(super) enum Request {
    /// To run a command.
    Run(Invocation),
    /// To show a text: help or the version.
    Show(StyledStr),
}

/// A command with what is common to all.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Invocation {
    /// The site root.
    pub root: PathBuf,
    /// Whether only what fails is printed.
    pub quiet: bool,
    /// The command.
    pub action: Action,
}

/// A command with its own arguments.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// Publish.
    Build(Build),
    /// Check.
    Check(Check),
    /// Explain a code, or list them all.
    Explain(Option<String>),
    /// Write a small site into a folder, or into the site root.
    Init(Option<PathBuf>),
    /// Print a shell's completions.
    Completions(Shell),
}

/// The arguments of `build`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Build {
    /// Where to publish; `public` in the site root where it is not said.
    pub output: Option<PathBuf>,
    /// Threads.
    pub jobs: Option<usize>,
    /// Whether warnings fail.
    pub strict: bool,
    /// Whether foreign files in the output may be lost.
    pub overwrite: bool,
    /// Whether compressed copies are put beside the files.
    pub precompress: bool,
}

/// The arguments of `check`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Check {
    /// Threads.
    pub jobs: Option<usize>,
    /// Whether warnings fail.
    pub strict: bool,
    /// How to print.
    pub format: Format,
    /// The git revision whose unchanged files are not reported.
    pub since: Option<String>,
    /// A folder of HTML to check instead of the content.
    pub site: Option<Site>,
}

/// A folder of HTML that is checked as it lies there.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Site {
    /// The folder.
    pub folder: PathBuf,
    /// Where it is published.
    pub base_url: Option<String>,
    /// Whether `page` also stands for `page.html`.
    pub clean_urls: bool,
    /// Whether addresses on other hosts are listed.
    pub list_external: bool,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Format {
    /// For people.
    #[default]
    Human,
    /// For programs, as section 3 of the content contract lays it down.
    Json,
    /// For code scanning and editors.
    Sarif,
    /// For GitHub Actions.
    GitHub,
    /// For CI systems that read results of tests.
    JUnit,
}

impl Format {
    /// The values of `--format`.
    const NAMES: [(&'static str, Self); 5] = [
        ("human", Self::Human),
        ("json", Self::Json),
        ("sarif", Self::Sarif),
        ("github", Self::GitHub),
        ("junit", Self::JUnit),
    ];

    /// The form that a value of `--format` names.
    fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(own, _)| *own == name).map(|(_, format)| *format)
    }
}

/// Understands the arguments, the program's name first; help is laid out for `width` columns.
///
/// # Errors
/// Clap's, where they cannot be understood.
pub(super) fn parse(
    arguments: &[OsString],
    locale: &Locale,
    width: usize,
) -> Result<Request, Box<Error>> {
    let mut command = command(locale).term_width(width);
    let matches = match command.try_get_matches_from_mut(arguments) {
        Ok(matches) => matches,
        Err(error) if error.use_stderr() => return Err(Box::new(error)),
        Err(shown) => return Ok(Request::Show(shown.render())),
    };
    Ok(match matches.subcommand() {
        Some(("help", rest)) => {
            let name = text(rest, "of");
            Request::Show(named(command, name.as_deref()).render_help())
        }
        Some((name, rest)) => invocation(name, rest, &matches),
        None => Request::Show(command.render_help()),
    })
}

/// The command that the arguments name, or the program, and its usage line without a heading.
pub(super) fn usage(arguments: &[OsString], locale: &Locale) -> (String, String) {
    let program = command(locale);
    let mut words = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    let name = words.find(|word| program.find_subcommand(word).is_some());
    let full = name.map_or_else(|| PROGRAM.to_owned(), |name| format!("{PROGRAM} {name}"));
    let usage = named(program, name).render_usage().to_string();
    (full, usage.strip_prefix("Usage: ").unwrap_or(&usage).to_owned())
}

/// The command called `name`, or the program.
fn named(program: Command, name: Option<&str>) -> Command {
    name.and_then(|name| program.find_subcommand(name).cloned()).unwrap_or(program)
}

fn invocation(name: &str, rest: &ArgMatches, all: &ArgMatches) -> Request {
    let action = match name {
        "build" => Action::Build(build(rest)),
        "check" => Action::Check(check(rest)),
        "init" => Action::Init(rest.get_one("dir").cloned()),
        "completions" => Action::Completions(*rest.get_one("shell").unwrap_or(&Shell::Bash)),
        _ => Action::Explain(text(rest, "code")),
    };
    let root = all.get_one("root").cloned().unwrap_or_else(|| PathBuf::from("."));
    Request::Run(Invocation { root, quiet: all.get_flag("quiet"), action })
}

fn build(matches: &ArgMatches) -> Build {
    Build {
        output: matches.get_one("output").cloned(),
        jobs: jobs(matches),
        strict: matches.get_flag("strict"),
        overwrite: matches.get_flag("overwrite"),
        precompress: matches.get_flag("precompress"),
    }
}

fn check(matches: &ArgMatches) -> Check {
    let format = text(matches, "format").and_then(|name| Format::from_name(&name));
    Check {
        jobs: jobs(matches),
        strict: matches.get_flag("strict"),
        format: format.unwrap_or_default(),
        since: text(matches, "since"),
        site: site(matches),
    }
}

fn site(matches: &ArgMatches) -> Option<Site> {
    Some(Site {
        folder: matches.get_one("site").cloned()?,
        base_url: text(matches, "base-url"),
        clean_urls: matches.get_flag("clean-urls"),
        list_external: matches.get_flag("list-external"),
    })
}

fn jobs(matches: &ArgMatches) -> Option<usize> {
    matches.get_one::<u16>("jobs").copied().map(usize::from)
}

fn text(matches: &ArgMatches, id: &str) -> Option<String> {
    matches.get_one::<String>(id).cloned()
}

/// The whole command line in clap's terms, every word of it from the locale.
pub(super) fn command(locale: &Locale) -> Command {
    let words = Words { locale };
    let usage = format!(
        "{PROGRAM} [{}] [{}]",
        locale.text("help-options-word"),
        locale.text("help-command-word")
    );
    let commands =
        [words.build(), words.check(), words.explain(), words.init(), words.completions()];
    let help = words.help(&commands);
    words
        .command(PROGRAM, "help-about", "help-after")
        .override_usage(usage)
        .version(env!("CARGO_PKG_VERSION"))
        .styles(Styles::styled())
        .disable_help_subcommand(true)
        .subcommand_help_heading(locale.text("help-heading-commands"))
        .args(words.common())
        .subcommands(commands)
        .subcommand(help)
        .mut_subcommands(|command| words.with_usage(command))
}

/// Makes the argument take a folder.
fn folder(arg: Arg) -> Arg {
    arg.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::DirPath)
}

/// A full address of a site. The reason for a refusal is said by `usage`.
fn absolute(url: &str) -> Result<String, String> {
    let (scheme, rest) = url.split_once("://").unwrap_or_default();
    let known = ["http", "https"].iter().any(|own| scheme.eq_ignore_ascii_case(own));
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let whole = known && !host.is_empty() && !url.contains(['?', '#', ' ']);
    if whole { Ok(url.to_owned()) } else { Err(String::new()) }
}

/// Makes the argument take one of some words, which its help names.
fn one_of(arg: Arg, values: impl IntoIterator<Item = String>) -> Arg {
    arg.value_parser(PossibleValuesParser::new(values)).hide_possible_values(true)
}

/// Builds commands and arguments in one language.
struct Words<'l> {
    locale: &'l Locale,
}

impl Words<'_> {
    fn build(&self) -> Command {
        self.command("build", "help-build", "help-build-after")
            .arg(folder(self.option("output", "help-output", "help-value-folder")))
            .arg(self.jobs())
            .arg(self.flag("strict", "help-strict"))
            .arg(self.flag("overwrite", "help-overwrite"))
            .arg(self.flag("precompress", "help-precompress"))
    }

    fn check(&self) -> Command {
        let format = self.option("format", "help-format", "help-value-format");
        self.command("check", "help-check", "help-check-after")
            .arg(self.jobs())
            .arg(self.flag("strict", "help-strict"))
            .arg(self.option("since", "help-since", "help-value-revision").conflicts_with("site"))
            .arg(folder(self.option("site", "help-site", "help-value-folder")))
            .arg(self.of_site(self.base_url()))
            .arg(self.of_site(self.flag("clean-urls", "help-clean-urls")))
            .arg(self.of_site(self.flag("list-external", "help-list-external")))
            .arg(one_of(format, Format::NAMES.map(|(name, _)| name.to_owned())))
    }

    fn base_url(&self) -> Arg {
        let option = self.option("base-url", "help-base-url", "help-value-url");
        option.value_parser(absolute).value_hint(ValueHint::Url)
    }

    /// An option that has a meaning beside `--site` only.
    fn of_site(&self, arg: Arg) -> Arg {
        arg.requires("site").help_heading(self.locale.text("help-heading-site"))
    }

    fn explain(&self) -> Command {
        self.command("explain", "help-explain", "help-explain-after").arg(self.positional(
            "code",
            "help-explain-code",
            "help-value-code",
        ))
    }

    fn init(&self) -> Command {
        self.command("init", "help-init", "help-init-after").arg(folder(self.positional(
            "dir",
            "help-init-dir",
            "help-value-folder",
        )))
    }

    fn completions(&self) -> Command {
        let shell = self.positional("shell", "help-completions-shell", "help-value-shell");
        let shell = shell.value_parser(value_parser!(Shell)).hide_possible_values(true);
        self.command("completions", "help-completions", "help-completions-after")
            .arg(shell.required(true))
    }

    fn help(&self, commands: &[Command]) -> Command {
        let names = commands.iter().map(|command| command.get_name().to_owned());
        let of = self.positional("of", "help-help-command-name", "help-command-word");
        self.command("help", "help-help-command", "help-after").arg(one_of(of, names))
    }

    /// The arguments that every command takes.
    fn common(&self) -> [Arg; 6] {
        let lang = self.option("lang", "help-lang", "help-value-language");
        let color = self.option("color", "help-color", "help-value-when");
        let version = self.flag("version", "help-version").short('V').action(ArgAction::Version);
        let heading = self.locale.text("help-heading-global");
        [
            folder(self.option("root", "help-root", "help-value-folder")).global(true),
            one_of(lang, Locale::languages().map(|language| language.name().to_owned()))
                .global(true),
            one_of(color, Color::NAMES.map(str::to_owned)).global(true),
            self.flag("quiet", "help-quiet").short('q').global(true),
            self.flag("help", "help-help").short('h').action(ArgAction::HelpShort).global(true),
            version,
        ]
        .map(|arg| arg.help_heading(heading.clone()))
    }

    /// A command with its help and its examples, and clap's own words out of sight.
    fn command(&self, name: &'static str, about: &str, after: &str) -> Command {
        let usage = self.locale.text("help-usage");
        Command::new(name)
            .about(self.locale.text(about))
            .after_help(self.locale.text(after))
            .help_template(format!(
                "{{about}}\n\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}\n"
            ))
            .disable_help_flag(true)
            .disable_version_flag(true)
    }

    /// The command with its usage line, `congbo explain [OPTIONS] [CODE]`, in the locale's words.
    fn with_usage(&self, command: Command) -> Command {
        let options = format!("[{}]", self.locale.text("help-options-word"));
        let start = [PROGRAM.to_owned(), command.get_name().to_owned(), options];
        let positionals = command.get_positionals().map(ToString::to_string);
        let usage = start.into_iter().chain(positionals).collect::<Vec<_>>().join(" ");
        command.override_usage(usage)
    }

    fn jobs(&self) -> Arg {
        self.option("jobs", "help-jobs", "help-value-count")
            .short('j')
            .value_parser(value_parser!(u16).range(1..))
    }

    fn option(&self, name: &'static str, help: &str, value: &str) -> Arg {
        self.flag(name, help).action(ArgAction::Set).value_name(self.locale.text(value))
    }

    fn flag(&self, name: &'static str, help: &str) -> Arg {
        Arg::new(name)
            .long(name)
            .help(self.locale.text(help))
            .help_heading(self.locale.text("help-heading-options"))
            .action(ArgAction::SetTrue)
    }

    fn positional(&self, name: &'static str, help: &str, value: &str) -> Arg {
        Arg::new(name)
            .help(self.locale.text(help))
            .help_heading(self.locale.text("help-heading-arguments"))
            .value_name(self.locale.text(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    fn action(line: &str) -> Option<Action> {
        match parse(&arguments(line), Locale::of(Language::ENGLISH), 80) {
            Ok(Request::Run(invocation)) => Some(invocation.action),
            _ => None,
        }
    }

    #[test]
    fn every_option_reaches_its_command() {
        let build = Build {
            output: Some(PathBuf::from("out")),
            jobs: Some(2),
            strict: true,
            overwrite: true,
            precompress: true,
        };
        let check =
            |format| Check { jobs: Some(1), strict: false, format, since: None, site: None };
        let since = Check {
            jobs: None,
            strict: true,
            format: Format::Human,
            since: Some("HEAD^".to_owned()),
            site: None,
        };
        let site = Site {
            folder: PathBuf::from("public"),
            base_url: Some("https://vi-du.example/a/".to_owned()),
            clean_urls: true,
            list_external: true,
        };
        let site = Check { site: Some(site), ..check(Format::Json) };
        for (line, expected) in [
            (
                "congbo build --output out -j 2 --strict --overwrite --precompress",
                Action::Build(build),
            ),
            ("congbo check --format json --jobs=1", Action::Check(check(Format::Json))),
            ("congbo check --format sarif --jobs=1", Action::Check(check(Format::Sarif))),
            ("congbo check --format github --jobs=1", Action::Check(check(Format::GitHub))),
            ("congbo check --format junit --jobs=1", Action::Check(check(Format::JUnit))),
            ("congbo check --since HEAD^ --strict", Action::Check(since)),
            (
                "congbo check --site public --base-url https://vi-du.example/a/ --clean-urls \
                 --list-external --format json -j 1",
                Action::Check(site),
            ),
            ("congbo explain", Action::Explain(None)),
            ("congbo explain link-broken", Action::Explain(Some("link-broken".to_owned()))),
            ("congbo init site", Action::Init(Some(PathBuf::from("site")))),
            ("congbo completions zsh", Action::Completions(Shell::Zsh)),
        ] {
            assert_eq!(action(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn what_is_common_may_stand_before_or_after_the_command() {
        let locale = Locale::of(Language::ENGLISH);
        for line in ["congbo --root r -q check", "congbo check -q --root r"] {
            let request = parse(&arguments(line), locale, 80);
            let Ok(Request::Run(invocation)) = request else { unreachable!("{line}") };
            assert_eq!((invocation.root, invocation.quiet), (PathBuf::from("r"), true), "{line}");
        }
    }

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        for (line, expected) in [
            ("congbo build --lang en", Language::ENGLISH),
            ("congbo --lang=en", Language::ENGLISH),
            ("congbo --lang fr check --xyz", Language::VIETNAMESE),
            ("congbo -- --lang en", Language::VIETNAMESE),
            ("congbo --lang", Language::VIETNAMESE),
        ] {
            let line = format!("{line} --root /nowhere");
            assert_eq!(Preferences::scan(&arguments(&line)).language, expected, "{line}");
        }
    }

    #[test]
    fn without_lang_it_is_the_site_s() -> std::io::Result<()> {
        for (text, expected) in [
            ("title: A\nlanguage: en\n", Some(Language::ENGLISH)),
            ("\u{FEFF}language: \"en\" # the interface\r\n", Some(Language::ENGLISH)),
            ("publisher:\n  language: en\n", None),
            ("language: fr\n", None),
        ] {
            let root = tempfile::tempdir()?;
            fs::create_dir(root.path().join("content"))?;
            fs::write(root.path().join("content/site.yaml"), text)?;
            assert_eq!(site_language(root.path()), expected, "{text}");
        }
        Ok(())
    }

    #[test]
    fn clap_finds_nothing_wrong_with_the_command_line_s_own_making() {
        for language in Locale::languages() {
            command(Locale::of(language)).debug_assert();
        }
    }

    #[test]
    fn no_help_has_words_of_another_language() {
        let locale = Locale::of(Language::VIETNAMESE);
        let names = ["build", "check", "explain", "init", "completions", "help"];
        for name in names.into_iter().map(Some).chain([None]) {
            let help = named(command(locale), name).render_help().to_string();
            for word in ["Usage", "Options", "OPTIONS", "Commands", "Arguments", "default", "Print"]
            {
                assert!(!help.contains(word), "{word} in the help of {name:?}:\n{help}");
            }
        }
    }
}
