//! The words of everything that congbo says, in every language that it speaks.
//!
//! Takes the name of a text and what fills it, gives the sentence in the language asked for.
//! The texts stand in `src/locale/*.ftl` (Fluent), one file a language, compiled in; a further
//! language is its file, a variant of [`Language`] and a line in each of its three tables. A
//! name without a text gives the name itself, so that nothing that has to be said is lost; the
//! tests hold the files to the same names with the same variables. Never reads a file, the
//! clock or the environment.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::diag::{Arg, Diagnostic, Message, Related};
pub use crate::model::meta::Language;

/// The file of a language's texts.
const fn source(language: Language) -> &'static str {
    match language {
        Language::Vietnamese => include_str!("locale/vi.ftl"),
        Language::English => include_str!("locale/en.ftl"),
    }
}

/// The texts of one language.
pub struct Locale {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

static LOCALES: LazyLock<[Locale; 2]> =
    LazyLock::new(|| [Language::Vietnamese, Language::English].map(Locale::read));

impl Locale {
    /// The texts of `language`.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        &LOCALES[language as usize]
    }

    /// Reads a language's file. What Fluent cannot read of it is left out; a test finds it.
    fn read(language: Language) -> Self {
        let source = source(language).to_owned();
        let resource = FluentResource::try_new(source).unwrap_or_else(|(readable, _)| readable);
        let mut bundle =
            FluentBundle::new_concurrent(language.name().parse().into_iter().collect());
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a text called `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A text that nothing is filled into.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.resolve(key, &FluentArgs::new())
    }

    /// A text with `args` filled in.
    #[must_use]
    pub fn format(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.resolve(key, &self.values(args))
    }

    /// A text with `args` filled in whose names are a template's.
    #[must_use]
    pub fn fill(&self, key: &str, args: &[(String, Arg)]) -> String {
        let args = args.iter().map(|(name, arg)| (name.as_str(), self.value(arg))).collect();
        self.resolve(key, &args)
    }

    /// A message in words.
    #[must_use]
    pub fn message(&self, message: &Message) -> String {
        self.format(message.key, &message.args)
    }

    /// What `diagnostic` says is to be done. Besides its own values a hint may use those of the
    /// diagnostic's message.
    #[must_use]
    pub fn hint(&self, diagnostic: &Diagnostic) -> Option<String> {
        diagnostic.hint.as_ref().map(|hint| self.beside(&diagnostic.message, hint))
    }

    /// What `related` says of another place of `diagnostic`, whose values it may use too.
    #[must_use]
    pub fn related(&self, diagnostic: &Diagnostic, related: &Related) -> String {
        self.beside(&diagnostic.message, &related.message)
    }

    /// `message` with its own values and, where it has none of a name, those of `main`.
    fn beside(&self, main: &Message, message: &Message) -> String {
        let args: Vec<_> = main.args.iter().chain(&message.args).cloned().collect();
        self.format(message.key, &args)
    }

    /// The values in Fluent's form; of two with one name the later stands.
    fn values<'a>(&self, args: &'a [(&'static str, Arg)]) -> FluentArgs<'a> {
        args.iter().map(|(name, arg)| (*name, self.value(arg))).collect()
    }

    fn value<'a>(&self, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => text.as_str().into(),
            Arg::Count(count) => FluentValue::from(*count),
            Arg::Term(key) => self.text(key).into(),
        }
    }

    fn resolve(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        match pattern {
            Some(pattern) => {
                let mut problems = Vec::new();
                self.bundle.format_pattern(pattern, Some(args), &mut problems).into_owned()
            }
            None => key.to_owned(),
        }
    }
}
