//! Raw HTML in Markdown: cleaned to a safe list, and what was taken out is told.
//!
//! Takes the HTML that the Markdown parser set aside, gives HTML that is balanced and holds
//! nothing but elements and attributes of the lists below, as markup and text apart, since text is
//! text in whatever an author writes it. The cleaning is `ammonia`'s; what this module adds is an
//! account of what went, since authors are not to be altered in silence.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use ammonia::Builder;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// Elements that may stand within a line.
const INLINE: &[&str] = &[
    "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u",
    "var", "wbr",
];

/// Elements that may stand in a block of HTML besides these.
const BLOCK: &[&str] = &[
    "blockquote",
    "caption",
    "col",
    "colgroup",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements that have no end.
const VOID: &[&str] = &["br", "col", "hr", "wbr"];

/// Every element that raw HTML may have.
pub fn elements() -> impl Iterator<Item = &'static str> {
    INLINE.iter().chain(BLOCK).copied()
}

/// Attributes that any element may have.
const GENERIC: &[&str] = &["dir", "lang", "title"];

/// Attributes of single elements.
const OF_ELEMENT: &[(&str, &[&str])] = &[
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("del", &["datetime"]),
    ("details", &["open"]),
    ("ins", &["datetime"]),
    ("li", &["value"]),
    ("ol", &["reversed", "start"]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("time", &["datetime"]),
];

/// Items of lists. One that stands in no list of its own block would end the item of a list
/// around it: a list in Markdown, or the notes of a page.
const ITEMS: &[&str] = &["dd", "dt", "li"];

/// The lists that items stand in.
const LISTS: &[&str] = &["dl", "ol", "ul"];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| cleaner(elements()));

/// For a block with items that stand in no list of it.
static CLEANER_OF_ITEMS: LazyLock<Builder<'static>> =
    LazyLock::new(|| cleaner(elements().filter(|name| !ITEMS.contains(name))));

fn cleaner(elements: impl Iterator<Item = &'static str>) -> Builder<'static> {
    let mut builder = Builder::empty();
    builder.tags(elements.collect());
    builder.generic_attributes(GENERIC.iter().copied().collect());
    builder.tag_attributes(
        OF_ELEMENT.iter().map(|(tag, names)| (*tag, names.iter().copied().collect())).collect(),
    );
    builder.clean_content_tags(["script", "style"].into_iter().collect());
    builder.link_rel(None);
    builder
}

/// What was taken out of a piece of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// Lines after the first one of the piece.
    pub line: usize,
    /// The element or attribute, as it is shown to the author.
    pub what: String,
    /// Whether it may be used and only lacks its counterpart.
    pub unbalanced: bool,
}

/// A block of HTML, cleaned.
///
/// Gives HTML in which every element is closed, and an account of what went.
#[must_use]
pub fn clean_block(raw: &str) -> (String, Vec<Removed>) {
    let tags = tags(raw);
    let mut removed: Vec<Removed> =
        tags.iter().flat_map(|(line, tag)| objections(*line, tag, true)).collect();
    removed.extend(unbalanced(&tags));
    let mut html = settled(&CLEANER, raw);
    if has_stray_item(&html) {
        html = settled(&CLEANER_OF_ITEMS, raw);
    }
    removed.extend(lost(&tags, &html, &removed));
    removed.sort_by_key(|removed| removed.line);
    (html, without_ends(removed))
}

/// What went, without the end tags whose start tags went too.
fn without_ends(removed: Vec<Removed>) -> Vec<Removed> {
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept = Vec::with_capacity(removed.len());
    for removed in removed {
        if let Some(name) = removed.what.strip_prefix("</") {
            let count = open.entry(name.to_owned()).or_default();
            if *count > 0 {
                *count -= 1;
                continue;
            }
        } else if let Some(name) = removed.what.strip_prefix('<') {
            *open.entry(name.to_owned()).or_default() += 1;
        }
        kept.push(removed);
    }
    kept
}

/// HTML cleaned until cleaning it changes nothing more: what goes can leave elements in each
/// other that a browser would read in another way.
fn settled(cleaner: &Builder, raw: &str) -> String {
    let mut html = cleaner.clean(raw).to_string();
    for _ in 0..MOST_ROUNDS {
        let again = cleaner.clean(&html).to_string();
        if again == html {
            return html;
        }
        html = again;
    }
    // What does not settle is left as text alone.
    Builder::empty().clean(&html).to_string()
}

/// Rounds of cleaning after which a block counts as one that does not settle.
const MOST_ROUNDS: usize = 8;

/// Allowed elements that are not in the clean HTML and were not told of: they may not stand where
/// they do.
fn lost(tags: &[(usize, Tag)], html: &str, told: &[Removed]) -> Vec<Removed> {
    let mut kept: BTreeMap<String, usize> = BTreeMap::new();
    for (_, tag) in self::tags(html) {
        *kept.entry(shown(&tag)).or_default() += 1;
    }
    let mut lost = Vec::new();
    for (line, tag) in tags {
        let what = shown(tag);
        let told = told.iter().any(|removed| removed.line == *line && removed.what == what);
        let left = kept.entry(what.clone()).or_default();
        let is_there = *left > 0;
        *left = left.saturating_sub(1);
        if !is_there && !told && tag.kind == TagKind::StartTag {
            lost.push(lonely(*line, what));
        }
    }
    lost
}

/// Whether clean HTML has an item of a list outside every list.
fn has_stray_item(html: &str) -> bool {
    let mut lists = 0_usize;
    tags(html).iter().any(|(_, tag)| {
        let name = &*tag.name;
        if LISTS.contains(&name) {
            lists = match tag.kind {
                TagKind::StartTag => lists + 1,
                TagKind::EndTag => lists.saturating_sub(1),
            };
        }
        lists == 0 && ITEMS.contains(&name)
    })
}

/// A tag as it is shown to the author.
fn shown(tag: &Tag) -> String {
    let end = if tag.kind == TagKind::EndTag { "/" } else { "" };
    format!("<{end}{}>", tag.name)
}

/// A part of clean HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Markup of an element that may stand within a line.
    Inline(String),
    /// A line break.
    Break,
    /// Markup of an element that ends the line, and the blanks around it.
    Block(String),
    /// Text, in stretches that have their place in the HTML as it was written; lines are joined,
    /// but for those of `<pre>`.
    Text(Vec<(String, Range<usize>)>),
}

/// Takes clean HTML apart. `raw` is what it was made from, where the places of its text lie.
#[must_use]
pub fn parts(html: &str, raw: &str) -> Vec<Part> {
    let mut parts = Parts { raw, at: 0, preformatted: 0, done: Vec::new() };
    let mut rest = html;
    while !rest.is_empty() {
        let length = if rest.starts_with('<') {
            let length = markup_length(rest);
            parts.markup(&rest[..length]);
            length
        } else {
            let length = rest.find('<').unwrap_or(rest.len());
            parts.text(&rest[..length]);
            length
        };
        rest = &rest[length..];
    }
    parts.done
}

struct Parts<'a> {
    raw: &'a str,
    /// How far the text of `raw` was found again.
    at: usize,
    /// How many `<pre>` are open.
    preformatted: usize,
    done: Vec<Part>,
}

impl Parts<'_> {
    fn markup(&mut self, markup: &str) {
        let (end, name) = match markup[1..].strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, &markup[1..]),
        };
        let name = name.split(|char: char| !char.is_ascii_alphanumeric()).next();
        let name = name.unwrap_or_default();
        if name == "pre" {
            self.preformatted = self.preformatted.saturating_add_signed(if end { -1 } else { 1 });
        }
        if name == "br" {
            self.done.push(Part::Break);
        } else if INLINE.contains(&name) {
            self.done.push(Part::Inline(markup.to_owned()));
        } else {
            self.block(markup);
        }
    }

    /// Markup that ends the line takes the blanks before it, and the markup before that.
    fn block(&mut self, markup: &str) {
        let blanks = match self.done.last_mut() {
            Some(Part::Text(stretches)) => take_blanks(stretches),
            _ => String::new(),
        };
        if matches!(self.done.last(), Some(Part::Text(stretches)) if stretches.is_empty()) {
            self.done.pop();
        }
        match self.done.last_mut() {
            Some(Part::Block(before)) => before.extend([&blanks, markup]),
            _ => self.done.push(Part::Block(blanks + markup)),
        }
    }

    fn text(&mut self, html: &str) {
        let mut html = html;
        if let Some(Part::Block(before)) = self.done.last_mut() {
            let text = html.trim_start_matches(is_blank);
            before.push_str(&html[..html.len() - text.len()]);
            html = text;
        }
        let mut stretches = Vec::new();
        while !html.is_empty() {
            let (text, length) = stretch(html, self.preformatted > 0);
            let place = if length == text.len() { self.place(text) } else { self.reference(text) };
            let text = if text == "\n" && self.preformatted == 0 { " " } else { text };
            stretches.push((text.to_owned(), place));
            html = &html[length..];
        }
        if !stretches.is_empty() {
            self.done.push(Part::Text(stretches));
        }
    }

    /// Where a sign was written that is a character reference in clean HTML.
    fn reference(&mut self, sign: &str) -> Range<usize> {
        let rest = &self.raw[self.at..];
        let length = match rest.strip_prefix('&').and_then(|rest| rest.find(';')) {
            Some(end) if end <= LONGEST_REFERENCE => end + "&;".len(),
            _ if rest.starts_with(sign) => sign.len(),
            _ => 0,
        };
        let start = self.at;
        self.at += length;
        start..self.at
    }

    /// Where a stretch of text was written: at the next place that reads so, and if none does
    /// nearby, where the last one ended.
    fn place(&mut self, text: &str) -> Range<usize> {
        let mut from = self.at;
        let mut limit = (self.at + text.len() + FARTHEST).min(self.raw.len());
        while !self.raw.is_char_boundary(limit) {
            limit += 1;
        }
        while let Some(next) = self.raw.get(from..limit).and_then(|rest| rest.find(text)) {
            let start = from + next;
            // Not inside of a tag: what is marked up before it is jumped over.
            if let Some(tag) = self.raw[from..start].find('<') {
                from += tag + markup_length(&self.raw[from + tag..]);
            } else {
                self.at = start + text.len();
                return start..self.at;
            }
        }
        self.at..self.at
    }
}

/// How far the text of clean HTML may be from where the last one ended: tags that went lie between.
const FARTHEST: usize = 4096;

/// The longest name of a character reference that is looked for.
const LONGEST_REFERENCE: usize = 32;

/// The next stretch of the text in clean HTML, and the bytes that it takes there: a character
/// reference, a line end, or what stands before one.
fn stretch(html: &str, preformatted: bool) -> (&str, usize) {
    const REFERENCES: &[(&str, &str)] =
        &[("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{a0}"), ("&quot;", "\"")];
    for (reference, char) in REFERENCES {
        if html.starts_with(reference) {
            return (char, reference.len());
        }
    }
    if !preformatted && html.starts_with('\n') {
        return ("\n", 1);
    }
    // Word by word, so that one that was written otherwise leads none astray.
    let stops = |char: char| char == '&' || char == ' ' || char == '\n' && !preformatted;
    let first = html.chars().next().map_or(0, char::len_utf8);
    let length = html[first..].find(stops).map_or(html.len(), |at| first + at);
    (&html[..length], length)
}

/// Takes the blanks off the end of a text.
fn take_blanks(stretches: &mut Vec<(String, Range<usize>)>) -> String {
    let mut blanks = String::new();
    while let Some((text, _)) = stretches.last_mut() {
        let kept = text.trim_end_matches(is_blank).len();
        blanks.insert_str(0, &text[kept..]);
        text.truncate(kept);
        if kept > 0 {
            break;
        }
        stretches.pop();
    }
    blanks
}

/// Whether HTML takes a character for a blank.
fn is_blank(char: char) -> bool {
    matches!(char, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// One tag within a line.
#[derive(Debug, PartialEq, Eq)]
pub enum InlineTag {
    /// A start tag, cleaned.
    Open(String, String),
    /// An element without an end, cleaned.
    Void(String),
    /// The end tag of this element.
    Close(String),
    /// A comment or something else that leaves nothing.
    Nothing,
}

/// One tag within a line, cleaned, and an account of what went.
#[must_use]
pub fn clean_tag(raw: &str) -> (InlineTag, Vec<Removed>) {
    let Some((_, tag)) = tags(raw).into_iter().next() else {
        return (InlineTag::Nothing, Vec::new());
    };
    let name = tag.name.to_string();
    let removed = objections(0, &tag, false);
    if !INLINE.contains(&name.as_str()) {
        return (InlineTag::Nothing, removed);
    }
    if tag.kind == TagKind::EndTag {
        return (InlineTag::Close(name), removed);
    }
    let cleaned = CLEANER.clean(raw).to_string();
    if VOID.contains(&name.as_str()) {
        return (InlineTag::Void(cleaned), removed);
    }
    let open = cleaned.strip_suffix(&format!("</{name}>")).unwrap_or(&cleaned).to_owned();
    (InlineTag::Open(name, open), removed)
}

/// Where `[^` stands in the text of a piece of HTML, outside its tags and comments.
#[must_use]
pub fn note_marks(raw: &str) -> Vec<usize> {
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(next) = raw[at..].find(['<', '[']) {
        at += next;
        let rest = &raw[at..];
        if rest.starts_with("[^") {
            marks.push(at);
        }
        at += if rest.starts_with('<') { markup_length(rest) } else { 1 };
    }
    marks
}

/// Bytes of the comment or tag at the start of a piece of HTML; a sign that begins neither is one.
fn markup_length(html: &str) -> usize {
    if let Some(comment) = html.strip_prefix("<!--") {
        return comment.find("-->").map_or(html.len(), |end| end + "<!---->".len());
    }
    if !html[1..].starts_with(|char: char| char.is_ascii_alphabetic() || "/!?".contains(char)) {
        return 1;
    }
    let mut quote = None;
    for (at, char) in html.char_indices() {
        match (quote, char) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(char),
            (Some(open), _) if open == char => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// What is not on the lists in one tag.
fn objections(line: usize, tag: &Tag, block: bool) -> Vec<Removed> {
    let name = &*tag.name;
    if !(INLINE.contains(&name) || block && BLOCK.contains(&name)) {
        return vec![Removed { line, what: shown(tag), unbalanced: false }];
    }
    let own = OF_ELEMENT.iter().find(|(element, _)| *element == name).map_or(&[][..], |of| of.1);
    tag.attrs
        .iter()
        .map(|attribute| attribute.name.local.to_string())
        .filter(|attribute| !GENERIC.contains(&attribute.as_str()))
        .filter(|attribute| !own.contains(&attribute.as_str()))
        .map(|attribute| Removed { line, what: format!("{attribute}=\"…\""), unbalanced: false })
        .collect()
}

/// Allowed tags of a block that have no counterpart in it.
fn unbalanced(tags: &[(usize, Tag)]) -> Vec<Removed> {
    let mut open: Vec<(usize, String)> = Vec::new();
    let mut lost = Vec::new();
    for (line, tag) in tags {
        let name = tag.name.to_string();
        if VOID.contains(&name.as_str())
            || !objections(0, tag, true).iter().all(|r| !r.what.starts_with('<'))
        {
            continue;
        }
        if tag.kind == TagKind::StartTag {
            open.push((*line, name));
        } else if let Some(at) = open.iter().rposition(|(_, other)| *other == name) {
            open.remove(at);
        } else {
            lost.push(lonely(*line, format!("</{name}>")));
        }
    }
    lost.extend(open.into_iter().map(|(line, name)| lonely(line, format!("<{name}>"))));
    lost
}

fn lonely(line: usize, what: String) -> Removed {
    Removed { line, what, unbalanced: true }
}

/// The tags in a piece of HTML, each with the number of lines before it.
fn tags(raw: &str) -> Vec<(usize, Tag)> {
    let input = BufferQueue::default();
    input.push_back(raw.into());
    let tokenizer = Tokenizer::new(Collector::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.tags.into_inner()
}

#[derive(Default)]
struct Collector {
    tags: RefCell<Vec<(usize, Tag)>>,
    /// Lines before the end of the last token, which is where the next one begins.
    line: Cell<usize>,
}

impl TokenSink for Collector {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let line = usize::try_from(line).unwrap_or(usize::MAX).saturating_sub(1);
        let begin = self.line.replace(line);
        if let Token::TagToken(tag) = token {
            self.tags.borrow_mut().push((begin, tag));
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn what(removed: &[Removed]) -> Vec<&str> {
        removed.iter().map(|removed| removed.what.as_str()).collect()
    }

    #[test]
    fn a_block_keeps_what_is_on_the_list_and_tells_what_is_not() {
        let raw = "<div onclick=\"x()\">\n<script>alert(1)</script>\n<b>a</b></div>";
        let (html, removed) = clean_block(raw);
        assert_eq!(html, "<div>\n\n<b>a</b></div>");
        assert_eq!(what(&removed), ["onclick=\"…\"", "<script>"]);
        assert_eq!(removed[1].line, 1);
    }

    #[test]
    fn a_block_that_is_not_complete_in_itself_is_closed_and_told() {
        let (html, removed) = clean_block("<details><summary>a</summary>");
        assert_eq!(html, "<details><summary>a</summary></details>");
        assert_eq!(what(&removed), ["<details>"]);
    }

    #[test]
    fn an_item_without_its_list_is_taken_out_and_told() {
        let (html, removed) = clean_block("<div>\n<li>a</li></div>");
        assert_eq!(html, "<div>\na</div>");
        assert_eq!(what(&removed), ["<li>"]);
        assert_eq!(removed[0].line, 1);
        let (html, removed) = clean_block("<ul><li>a</li></ul>");
        assert_eq!((html.as_str(), removed.len()), ("<ul><li>a</li></ul>", 0));
    }

    #[test]
    fn text_is_taken_apart_from_markup_with_its_place() {
        let raw = "<p title=\"a > b\">a &amp; b<b>c</b>\nd</p>";
        let text = |stretches: &[(&str, Range<usize>)]| {
            Part::Text(
                stretches.iter().map(|(text, at)| ((*text).to_owned(), at.clone())).collect(),
            )
        };
        let parts = parts("<p title=\"a > b\">\na &amp; b<b>c</b>\nd\n</p>", raw);
        assert_eq!(parts[0], Part::Block("<p title=\"a > b\">\n".into()));
        assert_eq!(parts[1], text(&[("a", 17..18), (" ", 18..19), ("&", 19..24), (" b", 24..26)]));
        assert_eq!(parts[2], Part::Inline("<b>".into()));
        assert_eq!(parts[3], text(&[("c", 29..30)]));
        assert_eq!(parts[5], text(&[(" ", 34..35), ("d", 35..36)]));
        assert_eq!(parts[6], Part::Block(" </p>".into()));
    }

    #[test]
    fn a_tag_in_a_line_is_cleaned_alone() {
        let (tag, removed) = clean_tag("<abbr title=\"a&quot;b\" onmouseover=\"x\">");
        assert_eq!(tag, InlineTag::Open("abbr".into(), "<abbr title=\"a&quot;b\">".into()));
        assert_eq!(what(&removed), ["onmouseover=\"…\""]);
        assert_eq!(clean_tag("</abbr>").0, InlineTag::Close("abbr".into()));
        assert_eq!(clean_tag("<br />").0, InlineTag::Void("<br>".into()));
        assert_eq!(clean_tag("<!-- a -->"), (InlineTag::Nothing, Vec::new()));
        assert_eq!(what(&clean_tag("<iframe src=\"x\">").1), ["<iframe>"]);
    }

    #[test]
    fn a_note_mark_in_an_attribute_or_a_comment_is_none() {
        assert_eq!(note_marks("<b title=\"[^1]\">a[^2]</b>"), [17]);
        assert_eq!(note_marks("<b title='> [^1]'>a < b[^2]</b>"), [23]);
        assert_eq!(note_marks("<!-- <b>a</b>[^1] -->[^2]<!-- [^3]"), [21]);
    }
}
