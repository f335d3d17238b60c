//! What the HTML standard says of elements: tables of names, and nothing else.
//!
//! Source: <https://html.spec.whatwg.org/multipage/parsing.html> (sections 13.1.2 and 13.2.6).

use html5ever::tokenizer::states::RawKind;
use html5ever::{LocalName, local_name as name};

use super::scan::Mode;

/// Elements without content and end tag.
pub(super) fn is_void(element: &LocalName) -> bool {
    matches!(
        *element,
        name!("area")
            | name!("base")
            | name!("br")
            | name!("col")
            | name!("embed")
            | name!("hr")
            | name!("img")
            | name!("input")
            | name!("link")
            | name!("meta")
            | name!("source")
            | name!("track")
            | name!("wbr")
    )
}

/// Elements before which a browser closes an open paragraph.
pub(super) fn ends_paragraph(element: &LocalName) -> bool {
    is_heading(element)
        || matches!(
            *element,
            name!("address")
                | name!("article")
                | name!("aside")
                | name!("blockquote")
                | name!("center")
                | name!("dd")
                | name!("details")
                | name!("dialog")
                | name!("dir")
                | name!("div")
                | name!("dl")
                | name!("dt")
                | name!("fieldset")
                | name!("figcaption")
                | name!("figure")
                | name!("footer")
                | name!("form")
                | name!("header")
                | name!("hgroup")
                | name!("hr")
                | name!("li")
                | name!("listing")
                | name!("main")
                | name!("menu")
                | name!("nav")
                | name!("ol")
                | name!("p")
                | name!("plaintext")
                | name!("pre")
                | name!("search")
                | name!("section")
                | name!("summary")
                | name!("table")
                | name!("ul")
                | name!("xmp")
        )
}

/// `h1` to `h6`.
pub(super) fn is_heading(element: &LocalName) -> bool {
    matches!(
        *element,
        name!("h1") | name!("h2") | name!("h3") | name!("h4") | name!("h5") | name!("h6")
    )
}

/// Elements in which a paragraph or link outside counts no longer as open.
pub(super) fn bounds_scope(element: &LocalName) -> bool {
    matches!(
        *element,
        name!("applet")
            | name!("button")
            | name!("caption")
            | name!("marquee")
            | name!("object")
            | name!("table")
            | name!("td")
            | name!("template")
            | name!("th")
    )
}

/// Elements that take no text: a browser moves it elsewhere.
pub(super) fn takes_no_text(element: &LocalName) -> bool {
    matches!(
        *element,
        name!("colgroup")
            | name!("head")
            | name!("html")
            | name!("table")
            | name!("tbody")
            | name!("tfoot")
            | name!("thead")
            | name!("tr")
    )
}

/// Whether the start of `next` ends the open element `open`, whose end tag may be left out.
pub(super) fn is_ended_by(open: &LocalName, next: &LocalName) -> bool {
    match *open {
        name!("p") => {
            *next == name!("p")
                || [name!("li"), name!("dd"), name!("td"), name!("tr"), name!("tbody")]
                    .iter()
                    .any(|holder| is_ended_by(holder, next))
        }
        name!("li") => *next == name!("li"),
        name!("dd") | name!("dt") => matches!(*next, name!("dd") | name!("dt")),
        name!("td") | name!("th") => {
            matches!(*next, name!("td") | name!("th") | name!("tr")) || is_table_part(next)
        }
        name!("caption") | name!("colgroup") | name!("tr") => {
            *next == name!("tr") || is_table_part(next)
        }
        name!("tbody") | name!("tfoot") | name!("thead") => is_table_part(next),
        name!("option") => matches!(*next, name!("optgroup") | name!("option")),
        name!("optgroup") => *next == name!("optgroup"),
        name!("rp") | name!("rt") => matches!(*next, name!("rp") | name!("rt")),
        name!("head") => *next == name!("body"),
        _ => false,
    }
}

fn is_table_part(element: &LocalName) -> bool {
    matches!(*element, name!("tbody") | name!("tfoot") | name!("thead"))
}

/// Whether a browser leaves `child` in `parent`, where the markup puts it.
pub(super) fn may_hold(parent: &LocalName, child: &LocalName) -> bool {
    if matches!(*child, name!("script") | name!("template")) {
        return true;
    }
    match *parent {
        name!("head") => matches!(
            *child,
            name!("base")
                | name!("link")
                | name!("meta")
                | name!("noscript")
                | name!("style")
                | name!("title")
        ),
        name!("table") => {
            is_table_part(child)
                || matches!(
                    *child,
                    name!("caption") | name!("colgroup") | name!("style") | name!("tr")
                )
        }
        name!("tbody") | name!("tfoot") | name!("thead") => *child == name!("tr"),
        name!("tr") => matches!(*child, name!("td") | name!("th")),
        name!("colgroup") => *child == name!("col"),
        name!("template") => true,
        _ if is_heading(parent) => !is_heading(child),
        _ => !needs_a_table(child),
    }
}

fn needs_a_table(element: &LocalName) -> bool {
    is_table_part(element)
        || matches!(
            *element,
            name!("caption")
                | name!("col")
                | name!("colgroup")
                | name!("td")
                | name!("th")
                | name!("tr")
        )
}

/// Whether what stands in the element is no HTML (an SVG picture, a formula), where the element
/// around it is (`foreign`) or is not.
pub(super) fn is_foreign_inside(element: &LocalName, foreign: bool) -> bool {
    match *element {
        name!("math") | name!("svg") => true,
        name!("annotation-xml")
        | name!("desc")
        | name!("foreignobject")
        | name!("mi")
        | name!("mn")
        | name!("mo")
        | name!("ms")
        | name!("mtext")
        | name!("title") => false,
        _ => foreign,
    }
}

/// How what stands in an element is read.
pub(super) fn mode(element: &LocalName) -> Mode {
    match raw_text(element) {
        Some(RawKind::ScriptData) => Mode::Script,
        Some(RawKind::Rcdata) => Mode::Text,
        Some(_) => Mode::Raw,
        None if *element == name!("plaintext") => Mode::Plain,
        None => Mode::Markup,
    }
}

/// How the text of an element is read, if it is not read as markup.
pub(super) fn raw_text(element: &LocalName) -> Option<RawKind> {
    match *element {
        name!("script") => Some(RawKind::ScriptData),
        name!("iframe") | name!("noembed") | name!("noframes") | name!("style") | name!("xmp") => {
            Some(RawKind::Rawtext)
        }
        name!("textarea") | name!("title") => Some(RawKind::Rcdata),
        _ => None,
    }
}
