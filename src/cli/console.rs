//! Where a run's words go, and what is known of the place.
//!
//! Takes finished texts, writes them to an output and an error stream. A reader that has gone
//! away (a closed pipe) is no failure: what is left is dropped. Never decides what is said.

use std::env;
use std::io::{self, ErrorKind, IsTerminal, Write};

use clap::builder::StyledStr;
use clap::builder::styling::{AnsiColor, Style};

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Color {
    /// On a terminal whose user has not asked for none.
    #[default]
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

impl Color {
    /// The values of `--color`.
    pub(crate) const NAMES: [&'static str; 3] = ["auto", "always", "never"];

    /// The choice of `--color`'s value.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        match name {
            "auto" => Some(Self::Auto),
            "always" => Some(Self::Always),
            "never" => Some(Self::Never),
            _ => None,
        }
    }
}

/// Columns where there is no terminal to ask.
const WIDTH: usize = 100;
const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const HINT: Style = AnsiColor::BrightCyan.on_default().bold();

/// One of the two streams.
struct Stream<'a> {
    to: Box<dyn Write + 'a>,
    terminal: bool,
}

/// The two streams that a run writes to, and what the terminal is like.
pub struct Console<'a> {
    out: Stream<'a>,
    err: Stream<'a>,
    width: Option<usize>,
    colorless: bool,
    color: Color,
}

impl Console<'static> {
    /// The process's own streams. Reads `NO_COLOR` and `TERM` from the environment.
    #[must_use]
    pub fn of_process() -> Self {
        let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        let size = terminal_size::terminal_size();
        let width = size.map(|(width, _)| usize::from(width.0)).filter(|&width| width > 0);
        Self {
            out: Stream { to: Box::new(io::stdout()), terminal: io::stdout().is_terminal() },
            err: Stream { to: Box::new(io::stderr()), terminal: io::stderr().is_terminal() },
            width,
            colorless: set("NO_COLOR") || dumb,
            color: Color::Auto,
        }
    }
}

impl<'a> Console<'a> {
    /// Streams that are no terminals.
    #[must_use]
    pub fn of_writers(out: impl Write + 'a, err: impl Write + 'a) -> Self {
        Self {
            out: Stream { to: Box::new(out), terminal: false },
            err: Stream { to: Box::new(err), terminal: false },
            width: None,
            colorless: false,
            color: Color::Auto,
        }
    }

    /// Chooses when colours are used.
    pub(crate) fn set_color(&mut self, color: Color) {
        self.color = color;
    }

    /// Columns to lay texts out for.
    pub(crate) fn width(&self) -> usize {
        self.width.unwrap_or(WIDTH)
    }

    /// Whether the output is to be coloured.
    pub(crate) fn colors_out(&self) -> bool {
        self.colors(self.out.terminal)
    }

    /// Whether the error stream is to be coloured.
    pub(crate) fn colors_err(&self) -> bool {
        self.colors(self.err.terminal)
    }

    fn colors(&self, terminal: bool) -> bool {
        match self.color {
            Color::Auto => terminal && !self.colorless,
            Color::Always => true,
            Color::Never => false,
        }
    }

    /// Whether somebody watches the error stream.
    pub(crate) fn is_watched(&self) -> bool {
        self.err.terminal
    }

    /// Writes to the output.
    pub(crate) fn print(&mut self, text: &str) -> io::Result<()> {
        self.out.write(text)
    }

    /// Writes a text with styles of its own to the output.
    pub(crate) fn print_styled(&mut self, text: &StyledStr) -> io::Result<()> {
        let text = if self.colors_out() { text.ansi().to_string() } else { text.to_string() };
        self.print(&text)
    }

    /// Writes to the error stream.
    pub(crate) fn print_error(&mut self, text: &str) -> io::Result<()> {
        self.err.write(text)
    }

    /// Writes a message under its level's name to the error stream.
    pub(crate) fn complain(&mut self, level: &str, message: &str) -> io::Result<()> {
        self.labelled(ERROR, level, message)
    }

    /// Writes what does not fail under its level's name to the error stream.
    pub(crate) fn warn(&mut self, level: &str, message: &str) -> io::Result<()> {
        self.labelled(WARNING, level, message)
    }

    /// Writes something to know to the error stream.
    pub(crate) fn remark(&mut self, text: &str) -> io::Result<()> {
        self.print_error(&format!("{}\n", annotate_snippets::normalize_untrusted_str(text)))
    }

    /// Writes a hint under its name to the error stream.
    pub(crate) fn advise(&mut self, name: &str, hint: &str) -> io::Result<()> {
        self.labelled(HINT, name, hint)
    }

    /// Writes one of the things that a message is about to the error stream.
    pub(crate) fn detail(&mut self, text: &str) -> io::Result<()> {
        self.print_error(&format!("  {}\n", annotate_snippets::normalize_untrusted_str(text)))
    }

    fn labelled(&mut self, style: Style, label: &str, text: &str) -> io::Result<()> {
        let style = if self.colors_err() { style } else { Style::new() };
        let text = annotate_snippets::normalize_untrusted_str(text);
        self.print_error(&format!("{style}{label}:{style:#} {text}\n"))
    }
}

impl Stream<'_> {
    fn write(&mut self, text: &str) -> io::Result<()> {
        let written = self.to.write_all(text.as_bytes()).and_then(|()| self.to.flush());
        match written {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            other => other,
        }
    }
}
