//! How footnotes are marked: by the roles of DPUB-ARIA, and by what the common generators write.
//!
//! Takes start tags, says what they are. The roles are those of
//! <https://www.w3.org/TR/dpub-aria-1.1/>; the classes and attributes those of mdBook, Zola and
//! pulldown-cmark, Hugo, Pandoc, markdown-it, GitHub (cmark-gfm, remark), Jekyll (kramdown), Python
//! Markdown, Sphinx and docutils, Asciidoctor.

use html5ever::local_name as name;

use super::facts::has_token;
use super::scan::Tag;
use super::tree::Context;

/// Classes of a link that refers to a footnote, or of the raised stretch around it.
const REFERENCES: [&str; 4] = ["footnote-ref", "footnote-reference", "footnote", "footnoteref"];
/// Classes of a link from a footnote to its reference.
const WAYS_BACK: [&str; 6] = [
    "footnote-backref",
    "footnote-back",
    "footnote-backlink",
    "data-footnote-backref",
    "reversefootnote",
    "fn-backref",
];
/// Classes of a list of footnotes.
const LISTS: [&str; 4] = ["footnotes", "footnotes-list", "footnote-list", "footnote-definition"];

/// Whether the tag has a role.
pub(super) fn has_role(tag: &Tag<'_>, role: &str) -> bool {
    tag.value("role").is_some_and(|roles| has_token(roles, role))
}

/// Whether the element is a footnote by its role.
pub(super) fn is_note(tag: &Tag<'_>) -> bool {
    has_role(tag, "doc-footnote") || has_role(tag, "doc-endnote")
}

/// Whether the element is a list of footnotes by its role.
pub(super) fn is_list(tag: &Tag<'_>) -> bool {
    has_role(tag, "doc-endnotes")
}

/// Whether a generator marks the link as a reference.
pub(super) fn is_reference(link: &Tag<'_>) -> bool {
    link.attribute("data-footnote-ref").is_some() || has_class(link, &REFERENCES)
}

/// Whether a generator marks links in the raised stretch as references.
pub(super) fn raises_reference(raised: &Tag<'_>) -> bool {
    has_class(raised, &REFERENCES)
}

/// Whether a generator marks the link, which stands in a footnote, as its way back.
pub(super) fn is_way_back(link: &Tag<'_>) -> bool {
    link.attribute("data-footnote-backref").is_some() || has_class(link, &WAYS_BACK)
}

/// Whether the element is a list of footnotes, by its role or as a generator marks it.
pub(super) fn lists_notes(tag: &Tag<'_>) -> bool {
    match tag.name {
        name!("aside") | name!("div") | name!("ol") | name!("section") => {
            is_list(tag)
                || tag.attribute("data-footnotes").is_some()
                || tag.value("id") == Some("footnotes")
                || has_class(tag, &LISTS)
        }
        _ => is_list(tag),
    }
}

/// Whether a generator marks the element, which has an id, as a footnote.
pub(super) fn is_kept_note(tag: &Tag<'_>, inner: &Context) -> bool {
    match tag.name {
        // Python Markdown lists its notes in `div.footnote`, which others give to any remark.
        name!("li") => has_class(tag, &["footnote-item"]) || (inner.remark && begins_as_note(tag)),
        // docutils up to 0.17
        name!("dt") => inner.remark && has_class(tag, &["label"]),
        name!("aside") | name!("div") => {
            has_class(tag, &["footnote-definition"])
                || (has_class(tag, &["footnote"]) && (inner.endnotes || has_role(tag, "note")))
        }
        _ => false,
    }
}

/// Whether the element may hold footnotes, if they are marked besides.
pub(super) fn is_remark(tag: &Tag<'_>) -> bool {
    matches!(tag.name, name!("div") | name!("dl")) && has_class(tag, &["footnote"])
}

fn begins_as_note(item: &Tag<'_>) -> bool {
    item.value("id").is_some_and(|id| id.starts_with("fn"))
}

fn has_class(tag: &Tag<'_>, classes: &[&str]) -> bool {
    let mut own = tag.value("class").unwrap_or_default().split_ascii_whitespace();
    own.any(|own| classes.iter().any(|class| own.eq_ignore_ascii_case(class)))
}

/// Whether a footnote's text begins with its number as a label, `[3]` or `3.`, and not with a
/// number that is part of a sentence.
pub(super) fn is_label(beginning: &str) -> bool {
    let digits =
        beginning.trim_start_matches(|sign: char| sign.is_whitespace() || "[(".contains(sign));
    let rest = digits.trim_start_matches(|sign: char| sign.is_ascii_digit()).trim_start();
    rest.starts_with(['.', ')', ']', ':'])
}
