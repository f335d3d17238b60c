//! What clap has against a command line, in the locale's words.
//!
//! Takes clap's error as data (its kind and context), gives a message, a hint and the usage
//! line on the error stream, and the status of a bad usage. Clap's own sentences are not used.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Console, Status, args, complain};
use crate::diag::Message;
use crate::locale::Locale;

/// Says what is wrong with the arguments, for which clap gave `error`.
pub(super) fn refuse(
    error: &Error,
    arguments: &[OsString],
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<Status> {
    complain(&message(error), hint(error).as_ref(), locale, console)?;
    let (command, usage) = args::usage(arguments, locale);
    let heading = locale.text("help-usage");
    let see = locale.format("usage-see", &[("command", command.into())]);
    console.print_error(&format!("\n{heading}: {usage}\n{see}\n"))?;
    Ok(Status::CouldNotRun)
}

fn message(error: &Error) -> Message {
    match error.kind() {
        ErrorKind::UnknownArgument => about_argument("usage-unknown-argument", error),
        ErrorKind::InvalidSubcommand => Message::new("usage-unknown-command")
            .with("command", context(error, ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => about_value(error),
        ErrorKind::TooManyValues => about_argument("usage-value-unexpected", error)
            .with("value", context(error, ContextKind::InvalidValue)),
        ErrorKind::ArgumentConflict => about_conflict(error),
        ErrorKind::MissingRequiredArgument => about_argument("usage-required", error),
        ErrorKind::InvalidUtf8 => Message::new("usage-not-text"),
        _ => Message::new("usage-other"),
    }
}

fn about_argument(key: &'static str, error: &Error) -> Message {
    Message::new(key).with("argument", argument(error))
}

fn about_value(error: &Error) -> Message {
    let value = context(error, ContextKind::InvalidValue);
    if value.is_empty() {
        return about_argument("usage-value-missing", error);
    }
    about_argument("usage-value-invalid", error).with("value", value)
}

/// Clap reports an option given twice as in conflict with itself.
fn about_conflict(error: &Error) -> Message {
    if error.get(ContextKind::PriorArg) == error.get(ContextKind::InvalidArg) {
        return about_argument("usage-repeated", error);
    }
    let other = bare(&first(error, ContextKind::PriorArg).unwrap_or_default());
    about_argument("usage-conflict", error).with("other", other)
}

/// The nearest thing that there is, else the values that there are.
fn hint(error: &Error) -> Option<Message> {
    let suggestions =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let nearest = suggestions.into_iter().find_map(|kind| first(error, kind));
    let values = context(error, ContextKind::ValidValue);
    match nearest {
        Some(name) => Some(Message::new("did-you-mean").with("name", name)),
        None if !values.is_empty() => {
            Some(Message::new("usage-hint-values").with("values", values))
        }
        None if error.kind() != ErrorKind::ArgumentConflict && argument(error) == "--jobs" => {
            Some(Message::new("usage-hint-jobs"))
        }
        None if error.kind() == ErrorKind::UnknownArgument && is_folder(&argument(error)) => {
            Some(Message::new("usage-hint-root").with("path", argument(error)))
        }
        None => None,
    }
}

/// Whether a stray argument is the name of a folder.
fn is_folder(argument: &str) -> bool {
    !argument.starts_with('-') && Path::new(argument).is_dir()
}

/// An argument's name: `--jobs` of `--jobs <N>`, `SHELL` of `<SHELL>`.
fn argument(error: &Error) -> String {
    bare(&context(error, ContextKind::InvalidArg))
}

fn bare(whole: &str) -> String {
    match whole.split_once(' ') {
        Some((name, _)) if name.starts_with('-') => name.to_owned(),
        _ => whole.trim_matches(['<', '>', '[', ']']).to_owned(),
    }
}

/// What the error says of `kind`, lists with commas; empty where it says nothing.
fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

fn first(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.first().cloned(),
        _ => None,
    }
}
