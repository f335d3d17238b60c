//! The words of everything that congbo says, in every language that it speaks.
//!
//! Takes the name of a text and what fills it, gives the sentence in the language asked for.
//! The texts stand in `src/locale/*.ftl` (Fluent), one file a language, compiled in; a further
//! language of congbo's is its file and a row of the table `BUILT_IN`. A site may bring a further
//! language for its pages, or other words, in files of its own ([`texts`]). A name without a text
//! gives the name itself, so that nothing that has to be said is lost; the tests hold the files to
//! the same names with the same variables. Never reads a file, the clock or the environment.

mod family;
pub mod texts;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::Pattern;

use family::Family;

use crate::diag::{Arg, Diagnostic, Message, Related};
pub use crate::model::meta::Language;

/// The family of the texts of pages.
const PAGES: &str = "site";

/// The languages that congbo speaks.
static BUILT_IN: [BuiltIn; 2] = [
    BuiltIn::new(Language::VIETNAMESE, include_str!("locale/vi.ftl")),
    BuiltIn::new(Language::ENGLISH, include_str!("locale/en.ftl")),
];

/// A language that congbo speaks; most runs ask for one of them.
struct BuiltIn {
    language: Language,
    text: &'static str,
    locale: OnceLock<Locale>,
}

impl BuiltIn {
    const fn new(language: Language, text: &'static str) -> Self {
        Self { language, text, locale: OnceLock::new() }
    }

    fn locale(&self) -> &Locale {
        self.locale.get_or_init(|| Locale::read(self.language, [self.text]))
    }
}

/// The texts of one language.
pub struct Locale {
    language: Language,
    families: BTreeMap<String, Family>,
}

impl fmt::Debug for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Locale").field(&self.language).finish()
    }
}

impl Locale {
    /// The texts of `language`; of the first that congbo speaks where it does not speak that.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        let own = BUILT_IN.iter().find(|built_in| built_in.language == language);
        own.unwrap_or(&BUILT_IN[0]).locale()
    }

    /// The languages that congbo speaks.
    pub fn languages() -> impl Iterator<Item = Language> {
        BUILT_IN.iter().map(|built_in| built_in.language)
    }

    /// Takes files of a language, the later over the earlier.
    fn read<'t>(language: Language, texts: impl IntoIterator<Item = &'t str>) -> Self {
        Self { language, families: Family::all(language, texts) }
    }

    /// The family of the text called `key`, and the text as it is written.
    fn find(&self, key: &str) -> Option<(&Family, &Pattern<&str>)> {
        let family = self.families.get(family::name_of(key))?;
        Some((family, family.bundle().get_message(key)?.value()?))
    }

    /// The text called `key` as it is written.
    fn pattern(&self, key: &str) -> Option<&Pattern<&str>> {
        self.find(key).map(|(_, pattern)| pattern)
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a text called `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.pattern(key).is_some()
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
        match self.find(key) {
            Some((family, pattern)) => {
                let mut problems = Vec::new();
                family.bundle().format_pattern(pattern, Some(args), &mut problems).into_owned()
            }
            None => key.to_owned(),
        }
    }
}

/// The languages of a site: those that congbo speaks, with the site's own words where it has them,
/// and those of its own.
#[derive(Debug, Clone)]
pub struct Locales(BTreeMap<Language, Arc<Locale>>);

impl Locales {
    /// The languages of a site with texts of its own.
    fn of_site(own: &[(Language, &str)]) -> Self {
        let mut texts: BTreeMap<Language, Vec<&str>> = BTreeMap::new();
        let built_in = BUILT_IN.iter().map(|built_in| (built_in.language, built_in.text));
        for (language, text) in built_in.chain(own.iter().copied()) {
            texts.entry(language).or_default().push(text);
        }
        let read = |(language, texts)| (language, Arc::new(Locale::read(language, texts)));
        Self(texts.into_iter().map(read).collect())
    }

    /// Whether the site has texts in `language`.
    #[must_use]
    pub fn has(&self, language: Language) -> bool {
        self.0.contains_key(&language)
    }

    /// The texts in `language`; in Vietnamese where the site has none, which was reported.
    #[must_use]
    pub fn of(&self, language: Language) -> &Arc<Locale> {
        self.0.get(&language).unwrap_or_else(|| &self.0[&Language::default()])
    }
}
