//! Texts whose names begin with one word, which are read when the first of them is asked for.
//!
//! Takes files of texts, gives them apart by families: a run needs a few of them, and reading them
//! all takes longer than a small site's check. A file is cut where an entry begins.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;

use super::Language;

/// The texts of a language whose names begin with one word, in Fluent's form.
pub(super) struct Family {
    language: Language,
    source: String,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl Family {
    /// All families of files of a language, the later over the earlier.
    pub(super) fn all<'t>(
        language: Language,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> BTreeMap<String, Self> {
        let mut families: BTreeMap<String, Self> = BTreeMap::new();
        for (name, entries) in texts.into_iter().flat_map(runs) {
            let family = families.entry(name.to_owned()).or_insert_with(|| Self {
                language,
                source: String::new(),
                bundle: OnceLock::new(),
            });
            family.source.push_str(entries);
            family.source.push('\n');
        }
        families
    }

    /// The texts, read. What Fluent cannot read of congbo's own is found by a test.
    pub(super) fn bundle(&self) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| {
            let language = self.language.name().parse().into_iter().collect();
            let mut bundle = FluentBundle::new_concurrent(language);
            bundle.set_use_isolating(false);
            let resource = FluentResource::try_new(self.source.clone());
            bundle.add_resource_overriding(resource.unwrap_or_else(|(readable, _)| readable));
            bundle
        })
    }
}

/// The family of a text.
pub(super) fn name_of(key: &str) -> &str {
    let end = key.bytes().position(|sign| !sign.is_ascii_alphanumeric());
    &key[..end.unwrap_or(key.len())]
}

/// A file as runs of entries of one family. A term, whose name begins with a hyphen, is of the
/// family of pages: only a site has any.
fn runs(text: &str) -> Vec<(&str, &str)> {
    let ends = text.match_indices('\n').map(|(end, _)| end + 1);
    let mut runs: Vec<(&str, usize)> = Vec::new();
    for start in [0].into_iter().chain(ends).filter(|&at| begins_entry(&text[at..])) {
        let name = Some(name_of(&text[start..])).filter(|name| !name.is_empty());
        let name = name.unwrap_or(super::PAGES);
        if runs.last().is_none_or(|(last, _)| *last != name) {
            runs.push((name, start));
        }
    }
    let ends = runs.iter().skip(1).map(|(_, start)| *start).chain([text.len()]);
    runs.iter().zip(ends).map(|((name, start), end)| (*name, &text[*start..end])).collect()
}

/// Whether an entry begins with a text: a name and an equals sign. Within braces a line of a text
/// may begin with a name as well.
fn begins_entry(text: &str) -> bool {
    let name = text.strip_prefix('-').unwrap_or(text);
    let in_name = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_');
    let rest = name.trim_start_matches(in_name);
    name.starts_with(|sign: char| sign.is_ascii_alphabetic())
        && rest.trim_start_matches(' ').starts_with('=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_cut_by_families_and_the_later_stands() {
        let own = "site-home = một\n    hai\n# lời dặn\n\nlevel-error = ba\nsite-close = bốn\n";
        let theirs = "-brand = Cổng\nsite-close = { -brand } năm\nhỏng\n";
        let families = Family::all(Language::VIETNAMESE, [own, theirs]);
        let text = |key: &str| {
            let bundle = families[name_of(key)].bundle();
            let pattern = bundle.get_message(key).and_then(|message| message.value())?;
            Some(bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
        };
        assert_eq!(text("site-home").as_deref(), Some("một\nhai"));
        assert_eq!(text("level-error").as_deref(), Some("ba"));
        assert_eq!(text("site-close").as_deref(), Some("Cổng năm"));
        assert!(families["site"].bundle().get_message("level-error").is_none());
    }

    #[test]
    fn a_line_within_a_text_begins_no_entry() {
        let text = "site-home = một {\nNUMBER($count) } hai {\nlevel-error }\nsite-close = ba\n";
        assert_eq!(runs(text), [("site", text)]);
        assert_eq!(runs("site-a=1\nlevel-b  =2").len(), 2);
    }
}
