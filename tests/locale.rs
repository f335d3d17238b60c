//! The words of congbo: every language has every text, with the same variables, every text that
//! is asked for exists, and none is left over.

#![expect(clippy::expect_used, clippy::panic, reason = "texts that cannot be read have failed")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use congbo::diag::Code;
use congbo::locale::{Language, Locale};
use congbo::model::meta::{ChartKind, State, Status};
use congbo::render::search::KINDS;
use fluent_bundle::FluentResource;
use regex::Regex;
use support::{files, repository};

fn source(language: Language) -> String {
    let path = repository().join(format!("src/locale/{}.ftl", language.name()));
    std::fs::read_to_string(path).expect("a locale")
}

/// Every text with the variables in it.
fn texts(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let entry = Regex::new(r"(?m)^([a-z][a-z0-9-]*) =").expect("a pattern");
    let variable = Regex::new(r"\$([a-z]+)").expect("a pattern");
    let source = source(language);
    let starts: Vec<_> = entry.captures_iter(&source).collect();
    let end_of = |index: usize| {
        let next = starts.get(index + 1).and_then(|found| found.get(0));
        next.map_or(source.len(), |found| found.start())
    };
    let mut texts = BTreeMap::new();
    for (index, found) in starts.iter().enumerate() {
        let start = found.get(0).map_or(0, |whole| whole.end());
        let text = source[start..end_of(index)].lines().filter(|line| !line.starts_with('#'));
        let text: String = text.collect::<Vec<_>>().join("\n");
        let variables = variable.captures_iter(&text).map(|each| each[1].to_owned()).collect();
        let twice = texts.insert(found[1].to_owned(), variables).is_some();
        assert!(!twice, "{} twice in {}", &found[1], language.name());
    }
    texts
}

/// Every string in the sources that has the form of a name, and every name that templates ask
/// for.
fn asked_for() -> (BTreeSet<String>, BTreeSet<String>) {
    let literal = Regex::new(r#""([a-z][a-z0-9]*(?:-[a-z0-9]+)*)""#).expect("a pattern");
    let mut in_sources = BTreeSet::new();
    for (path, bytes) in files(&repository().join("src")) {
        // The classes that generators give to footnotes have the form of names too.
        if path.ends_with(".rs") && path != "check/marks.rs" {
            let text = String::from_utf8(bytes).expect("a source");
            in_sources.extend(literal.captures_iter(&text).map(|found| found[1].to_owned()));
        }
    }
    let call = Regex::new(r#"t\(key="([a-z0-9-]+)"( ~ )?"#).expect("a pattern");
    let mut in_templates = BTreeSet::new();
    for (_, bytes) in files(&repository().join("templates")) {
        let text = String::from_utf8(bytes).expect("a template");
        for found in call.captures_iter(&text) {
            match found.get(2) {
                None => in_templates.extend([format!("site-{}", &found[1])]),
                Some(_) => in_templates.extend(composed(&found[1])),
            }
        }
    }
    (in_sources, in_templates)
}

/// The names that a template puts together from a word of the views.
fn composed(start: &str) -> Vec<String> {
    let words: Vec<&str> = match start {
        "kind-" => vec!["folder", "text"],
        "nothing-" => vec![
            "abbreviations",
            "departments",
            "directives",
            "documents",
            "footnotes",
            "site-documents",
        ],
        "departments-" => vec!["draft", "reader"],
        "status-" => Status::WORDS.iter().map(|(word, _)| *word).collect(),
        "chart-kind-" => ChartKind::WORDS.iter().map(|(word, _)| *word).collect(),
        "state-" => State::WORDS.iter().map(|(word, _)| *word).collect(),
        "search-kind-" => KINDS.to_vec(),
        other => panic!("what follows {other}?"),
    };
    words.iter().map(|word| format!("site-{start}{word}")).collect()
}

#[test]
fn every_language_has_the_same_texts_with_the_same_variables() {
    let vietnamese = texts(Language::VIETNAMESE);
    assert!(vietnamese.len() > 200);
    assert_eq!(vietnamese, texts(Language::ENGLISH));
}

/// A line of a text that begins with a bracket, a star or a dot would cut it short.
#[test]
fn fluent_reads_every_file_whole() {
    for language in Locale::languages() {
        let name = language.name();
        if let Err((_, errors)) = FluentResource::try_new(source(language)) {
            panic!("{name}: {errors:?}");
        }
    }
}

#[test]
fn every_text_that_a_template_asks_for_exists() {
    let texts = texts(Language::ENGLISH);
    for key in asked_for().1 {
        assert!(texts.contains_key(&key), "{key}");
    }
}

/// Names in the sources are told from other strings by how the names of texts begin.
#[test]
fn every_text_that_the_sources_ask_for_exists() {
    let texts = texts(Language::ENGLISH);
    let families = [
        "proof-",
        "output-",
        "failure-",
        "phase-",
        "site-",
        "expected-",
        "yaml-cause-",
        "id-reason-",
        "built-",
        "count-",
        "level-",
        "usage-",
        "help-",
        "init-",
        "footnote-",
        "reference-",
        "anchor-",
        "number-",
        "directive-",
        "link-",
        "asset-",
        "field-",
        "path-",
        "template-",
        "citation-",
        "heading-",
        "image-",
        "page-",
        "html-",
        "first-",
        "also-",
        "defined-",
        "malformed-",
        "referred-",
        "did-you-",
        "since-",
        "sarif-",
    ];
    for key in asked_for().0 {
        if families.iter().any(|family| key.starts_with(family)) {
            assert!(texts.contains_key(&key), "{key}");
        }
    }
}

#[test]
fn no_text_is_left_over() {
    let (in_sources, in_templates) = asked_for();
    for key in texts(Language::ENGLISH).keys() {
        let of_a_code = key.starts_with("summary-") || key.starts_with("explain-");
        let used = in_sources.contains(key) || in_templates.contains(key) || of_a_code;
        assert!(used || key.starts_with("site-status-"), "{key}");
    }
}

#[test]
fn every_code_has_its_words_in_every_language() {
    for language in Locale::languages() {
        let language_name = language.name();
        let texts = texts(language);
        for code in Code::ALL.iter().map(|code| code.name()) {
            for key in [format!("summary-{code}"), format!("explain-{code}")] {
                assert!(texts.contains_key(&key), "{language_name}: {key}");
            }
            let own = |key: &String| key.starts_with(code) && !key.contains("-hint");
            assert!(texts.keys().any(own), "{language_name}: {code} has no message");
        }
    }
}

/// Texts that are sentences or words within one: messages, hints, causes.
fn is_within_a_sentence(key: &str) -> bool {
    let of_a_code = Code::ALL.iter().any(|code| key.starts_with(code.name()));
    let families =
        ["expected-", "yaml-cause-", "id-reason-", "proof-", "output-", "failure-", "since-"];
    of_a_code || key.contains("-hint") || families.iter().any(|family| key.starts_with(family))
}

#[test]
fn messages_and_hints_begin_in_lower_case_and_end_without_a_full_stop() {
    let exceptions = ["“", "{"];
    for language in Locale::languages() {
        let name = language.name();
        for key in texts(language).keys().filter(|key| is_within_a_sentence(key)) {
            let text = Locale::of(language).text(key);
            let begins = exceptions.iter().any(|sign| text.starts_with(sign));
            let low = text.chars().next().is_some_and(char::is_lowercase);
            assert!(begins || low, "{name}: {key}: {text}");
            assert!(!text.ends_with('.'), "{name}: {key}: {text}");
            assert!(!text.contains('"'), "{name}: {key}: {text}");
        }
    }
}

#[test]
fn summaries_fit_a_line_of_the_list() {
    for language in Locale::languages() {
        let name = language.name();
        for &code in Code::ALL {
            let summary = Locale::of(language).text(&format!("summary-{}", code.name()));
            assert!(summary.chars().count() <= 56, "{name}: {summary}");
        }
    }
}

/// An explanation says what is wrong, shows it, and shows how it is mended.
#[test]
fn explanations_have_an_example_and_a_way_out() {
    let marks = [
        (Language::VIETNAMESE, ["Ví dụ", "Ví dụ"], ["Cách sửa", "Cách xử lý"]),
        (Language::ENGLISH, ["The mistake", "Example"], ["How to mend it", "What to do"]),
    ];
    for (language, example, way_out) in marks {
        for &code in Code::ALL {
            let text = Locale::of(language).text(&format!("explain-{}", code.name()));
            let has = |marks: &[&str]| marks.iter().any(|mark| text.contains(mark));
            assert!(has(&example) && has(&way_out), "{}: {text}", code.name());
            let long = text.lines().find(|line| line.chars().count() > 80);
            assert_eq!(long, None, "{}", code.name());
        }
    }
}
