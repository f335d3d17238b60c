//! What one page defines and uses, read as a browser would read it.
//!
//! Takes the HTML of a page, of any generator; gives compact [`Facts`] with the line of each,
//! counted from 1. The tokenizer of html5ever decodes and splits; no tree is built. Never fails:
//! what no browser would read as it was written is a fault among the facts.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::{Attribute, LocalName, local_name as name};

use super::FindingKind;
use super::elements;
use super::tree::{Context, Tree};

/// What one page defines and uses, each in the order of the page.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The address that relative ones start from, if it is not the page's own.
    pub base: Option<String>,
    /// Places that a link can lead to.
    pub anchors: Vec<Anchor>,
    /// Addresses, but those of references and of ways back.
    pub uses: Vec<Use>,
    /// References to footnotes: links with the role `doc-noteref`.
    pub references: Vec<Reference>,
    /// Footnotes.
    pub notes: Vec<Note>,
    /// Links with the role `doc-backlink` that stand in a footnote.
    pub ways_back: Vec<WayBack>,
    /// Markup that a browser would not see as it was written, and code in the page.
    pub faults: Vec<Fault>,
}

/// A place that a link can lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The value of `id`, or of `name`.
    pub id: String,
    /// Where.
    pub line: u32,
    /// Whether it is the old `<a name>`, which may repeat an id.
    pub old: bool,
}

/// An address that the page uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// As it is written, character references decoded.
    pub address: String,
    /// Where.
    pub line: u32,
    /// What for.
    pub kind: UseKind,
}

/// What an address is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UseKind {
    /// A link that a reader follows.
    Navigation,
    /// Where a form is sent.
    Form,
    /// The page's own full address.
    Canonical,
    /// A feed.
    Feed,
    /// The page in another language or form.
    Alternate,
    /// Another relation between documents (`rel=next`, `license`, …).
    Relation,
    /// A style sheet.
    Stylesheet,
    /// A script.
    Script,
    /// A picture, also an icon.
    Image,
    /// Sound, film and their tracks.
    Media,
    /// A page or object within the page.
    Frame,
    /// Something to be fetched before it is needed, a manifest.
    Preload,
}

impl UseKind {
    /// Whether a browser fetches the address by itself when it shows the page.
    #[must_use]
    pub const fn loads(self) -> bool {
        use UseKind::{Frame, Image, Media, Preload, Script, Stylesheet};
        matches!(self, Stylesheet | Script | Image | Media | Frame | Preload)
    }
}

/// A reference to a footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Its anchor: the link's, or that of the `sup` around it.
    pub id: Option<String>,
    /// The link's address; empty where it has none.
    pub address: String,
    /// Where.
    pub line: u32,
    /// What a reader sees.
    pub text: String,
    /// The footnote that it stands in, as an index of [`Facts::notes`].
    pub note: Option<usize>,
}

impl Reference {
    /// The number that a reader sees, if it is one: `3` of "3", "\[3\]" and "chú thích 3".
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        let mut runs = self.text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
        let number = runs.next()?.parse().ok()?;
        runs.next().is_none().then_some(number)
    }
}

/// A footnote: in an element with the role `doc-endnotes`, a list item with an id or an element
/// whose id begins with `fn-`; anywhere, an element with the role `doc-footnote`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its anchor.
    pub id: String,
    /// Where.
    pub line: u32,
    /// Its number as a browser prints it: that of the item of a numbered list, or the number
    /// that its text begins with.
    pub number: Option<u32>,
}

/// A link from a footnote to where it is referred to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayBack {
    /// The link's address; empty where it has none.
    pub address: String,
    /// Where.
    pub line: u32,
    /// The footnote, as an index of [`Facts::notes`].
    pub note: usize,
}

/// Something wrong with the page in itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub line: u32,
    /// What.
    pub kind: FindingKind,
    /// The tag, attribute or text that it is about.
    pub subject: String,
}

impl Fault {
    pub(super) fn new(line: u32, kind: FindingKind, subject: String) -> Self {
        Self { line, kind, subject }
    }
}

/// Reads a page.
#[must_use]
pub fn read(html: &str) -> Facts {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let reader = Reader { line: 1, ..Reader::default() };
    let tokenizer = Tokenizer::new(Sink(RefCell::new(reader)), TokenizerOpts::default());
    let _blocked_by_no_script = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner().finish()
}

/// What the tokenizer hands its tokens to.
struct Sink(RefCell<Reader>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        self.0.borrow_mut().token(&token, u32::try_from(line).unwrap_or(u32::MAX))
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.0.borrow().tree.context().foreign
    }
}

/// The page as far as it has been read.
#[derive(Default)]
struct Reader {
    facts: Facts,
    tree: Tree,
    /// Where the next token begins; the tokenizer tells where each ends.
    line: u32,
    /// The first characters of a footnote that is no item of a numbered list.
    beginning: String,
}

impl Reader {
    fn token(&mut self, token: &Token, line: u32) -> TokenSinkResult<()> {
        let next = match token {
            Token::TagToken(tag) if tag.kind == StartTag => self.start(tag),
            Token::TagToken(tag) => self.end(tag),
            Token::CharacterTokens(text) => self.text(text),
            Token::ParseError(error) => return self.misspelt(error, line),
            _ => TokenSinkResult::Continue,
        };
        self.line = line;
        next
    }

    fn finish(mut self) -> Facts {
        self.facts.faults.extend(self.tree.finish());
        self.facts
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let around = self.tree.context();
        let mut inner = self.tree.enter(&tag.name, self.line, &mut self.facts.faults);
        if tag.had_duplicate_attributes {
            self.fault(FindingKind::AttributeTwice, format!("<{}>", tag.name));
        }
        if !inner.inert {
            self.gather(tag, &mut inner);
        }
        if elements::is_void(&tag.name) && !around.foreign {
            return TokenSinkResult::Continue;
        }
        self.open(tag, inner);
        elements::raw_text(&tag.name)
            .filter(|_| !around.foreign)
            .map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }

    /// Opens an element that may hold something.
    fn open(&mut self, tag: &Tag, inner: Context) {
        if tag.self_closing && inner.foreign {
            return;
        }
        if tag.self_closing {
            self.fault(FindingKind::Markup, format!("<{}/>", tag.name));
        }
        let numbered = match tag.name {
            name!("ol") => number(tag, &name!("start")).or(Some(1)),
            name!("li") => number(tag, &name!("value")),
            _ => None,
        };
        let outer = self.tree.context().note;
        self.tree.push(&tag.name, self.line, numbered, inner);
        if let Some(note) = inner.note.filter(|_| outer.is_none()) {
            self.facts.notes[note].number = self.tree.ordinal();
            self.beginning.clear();
        }
    }

    fn end(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        self.tree.close(&tag.name, self.line, &mut self.facts.faults);
        TokenSinkResult::Continue
    }

    fn text(&mut self, text: &str) -> TokenSinkResult<()> {
        self.facts.faults.extend(self.tree.text(text, self.line));
        let context = self.tree.context();
        if let Some(reference) = context.reference {
            self.facts.references[reference].text.push_str(text);
        }
        if let Some(note) = context.note {
            self.begin_note(note, text);
        }
        TokenSinkResult::Continue
    }

    /// Looks for a footnote's number where its text begins.
    fn begin_note(&mut self, note: usize, text: &str) {
        let known = self.facts.notes[note].number.is_some() && self.beginning.is_empty();
        if !known && self.beginning.len() < 32 {
            self.beginning.push_str(text);
            self.facts.notes[note].number = leading_number(&self.beginning);
        }
    }

    fn misspelt(&mut self, error: &str, line: u32) -> TokenSinkResult<()> {
        if error != "Duplicate attribute" {
            let fault = Fault::new(line, FindingKind::Markup, error.to_owned());
            self.facts.faults.push(fault);
        }
        TokenSinkResult::Continue
    }

    fn fault(&mut self, kind: FindingKind, subject: String) {
        self.facts.faults.push(Fault::new(self.line, kind, subject));
    }

    /// Takes from a start tag what the page defines and uses by it, and what it is to its content.
    fn gather(&mut self, tag: &Tag, inner: &mut Context) {
        for attribute in &tag.attrs {
            self.attribute(tag, attribute);
        }
        self.code(tag);
        if tag.name == name!("sup") && value(tag, &name!("id")).is_some() {
            inner.raised = self.facts.anchors.len().checked_sub(1);
        }
        if let Some(roles) = value(tag, &name!("role")) {
            inner.endnotes |= has_token(roles, "doc-endnotes");
        }
        if tag.name == name!("a") {
            self.link(tag, inner);
        }
        self.note(tag, inner);
    }

    fn attribute(&mut self, tag: &Tag, attribute: &Attribute) {
        let text = &*attribute.value;
        match attribute.name.local {
            name!("id") if !text.is_empty() => self.anchor(text, false),
            name!("name") if tag.name == name!("a") && !text.is_empty() => self.anchor(text, true),
            name!("style") => self.fault(FindingKind::InlineCode, format!("style=\"{text}\"")),
            name!("srcset") | name!("imagesrcset") => {
                for address in candidates(text) {
                    self.uses(address, UseKind::Image);
                }
            }
            name!("href") if tag.name == name!("base") => {
                self.facts.base.get_or_insert_with(|| text.to_owned());
            }
            ref name if name.starts_with("on") => {
                self.fault(FindingKind::InlineCode, format!("{name}=\"{text}\""));
            }
            ref name => {
                if let Some(kind) = use_of(tag, name) {
                    self.uses(text, kind);
                }
            }
        }
    }

    fn anchor(&mut self, id: &str, old: bool) {
        self.facts.anchors.push(Anchor { id: id.to_owned(), line: self.line, old });
    }

    fn uses(&mut self, address: &str, kind: UseKind) {
        self.facts.uses.push(Use { address: address.to_owned(), line: self.line, kind });
    }

    fn code(&mut self, tag: &Tag) {
        let inline = match tag.name {
            name!("style") => true,
            name!("script") => value(tag, &name!("src")).is_none() && is_run(tag),
            _ => false,
        };
        if inline {
            self.fault(FindingKind::InlineCode, format!("<{}>", tag.name));
        }
    }

    fn link(&mut self, tag: &Tag, inner: &mut Context) {
        let roles = value(tag, &name!("role")).unwrap_or_default();
        let address = value(tag, &name!("href")).unwrap_or_default().to_owned();
        let line = self.line;
        if has_token(roles, "doc-noteref") {
            let raised = inner.raised.and_then(|anchor| self.facts.anchors.get(anchor));
            let own = value(tag, &name!("id")).map(str::to_owned);
            let id = own.or_else(|| raised.map(|anchor| anchor.id.clone()));
            inner.reference = Some(self.facts.references.len());
            let (text, note) = (String::new(), inner.note);
            self.facts.references.push(Reference { id, address, line, text, note });
        } else if let (Some(note), true) = (inner.note, has_token(roles, "doc-backlink")) {
            self.facts.ways_back.push(WayBack { address, line, note });
        } else if let Some(address) = value(tag, &name!("href")) {
            self.uses(address, UseKind::Navigation);
        }
    }

    fn note(&mut self, tag: &Tag, inner: &mut Context) {
        let Some(id) = value(tag, &name!("id")).filter(|_| inner.note.is_none()) else { return };
        let roles = value(tag, &name!("role")).unwrap_or_default();
        let listed = inner.endnotes && (id.starts_with("fn-") || tag.name == name!("li"));
        if listed || has_token(roles, "doc-footnote") || has_token(roles, "doc-endnote") {
            inner.note = Some(self.facts.notes.len());
            self.facts.notes.push(Note { id: id.to_owned(), line: self.line, number: None });
        }
    }
}

fn value<'a>(tag: &'a Tag, name: &LocalName) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| attribute.name.local == *name).map(|found| &*found.value)
}

fn number(tag: &Tag, name: &LocalName) -> Option<i64> {
    value(tag, name)?.trim().parse().ok()
}

/// Whether a list of tokens, as in `role` and `rel`, has one.
fn has_token(list: &str, token: &str) -> bool {
    list.split_ascii_whitespace().any(|found| found.eq_ignore_ascii_case(token))
}

/// The number that a text begins with, as in "3. …", "\[3\] …" and "3 …".
fn leading_number(text: &str) -> Option<u32> {
    let text = text.trim_start().trim_start_matches(['[', '(']);
    let (digits, rest) =
        text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    let ended = rest.chars().next().is_none_or(|c| c.is_whitespace() || ".)]:".contains(c));
    digits.parse().ok().filter(|_| ended)
}

/// Whether a browser would run the script: it does not run data such as JSON.
fn is_run(script: &Tag) -> bool {
    let kind = value(script, &name!("type")).unwrap_or_default().trim().to_ascii_lowercase();
    kind.is_empty()
        || kind.contains("javascript")
        || kind.contains("ecmascript")
        || matches!(&*kind, "module" | "importmap" | "speculationrules")
}

/// What the address in an attribute is used for, if it is one. A link's is found by its role.
fn use_of(tag: &Tag, attribute: &LocalName) -> Option<UseKind> {
    match *attribute {
        name!("href") | name!("xlink:href") => match tag.name {
            name!("area") => Some(UseKind::Navigation),
            name!("link") => Some(relation(tag)),
            name!("image") | name!("use") => Some(UseKind::Image),
            _ => None,
        },
        name!("src") => match tag.name {
            name!("script") => Some(UseKind::Script),
            name!("img") | name!("input") => Some(UseKind::Image),
            name!("audio") | name!("video") | name!("source") | name!("track") => {
                Some(UseKind::Media)
            }
            name!("iframe") | name!("embed") | name!("frame") => Some(UseKind::Frame),
            _ => None,
        },
        name!("poster") if tag.name == name!("video") => Some(UseKind::Image),
        name!("data") if tag.name == name!("object") => Some(UseKind::Frame),
        name!("action") if tag.name == name!("form") => Some(UseKind::Form),
        name!("formaction") => Some(UseKind::Form),
        _ => None,
    }
}

/// What a `link` element is for.
fn relation(link: &Tag) -> UseKind {
    let relations = value(link, &name!("rel")).unwrap_or_default();
    let kind = value(link, &name!("type")).unwrap_or_default();
    let is = |names: &[&str]| names.iter().any(|name| has_token(relations, name));
    if is(&["stylesheet"]) {
        UseKind::Stylesheet
    } else if is(&["icon", "apple-touch-icon", "mask-icon"]) {
        UseKind::Image
    } else if is(&[
        "preload",
        "modulepreload",
        "prefetch",
        "preconnect",
        "dns-prefetch",
        "manifest",
    ]) {
        UseKind::Preload
    } else if is(&["canonical"]) {
        UseKind::Canonical
    } else if is(&["alternate"]) && (kind.contains("atom") || kind.contains("rss")) {
        UseKind::Feed
    } else if is(&["alternate"]) {
        UseKind::Alternate
    } else {
        UseKind::Relation
    }
}

/// The addresses of a `srcset`: whatever stands first in each part between commas. An address
/// may hold commas itself, but not at its end.
fn candidates(srcset: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let blank = |c: char| c.is_ascii_whitespace();
    let mut rest = srcset.trim_start_matches(|c| blank(c) || c == ',');
    while !rest.is_empty() {
        let (address, after) = rest.split_at(rest.find(blank).unwrap_or(rest.len()));
        let bare = address.trim_end_matches(',');
        found.push(bare);
        let next =
            if bare.len() < address.len() { 0 } else { after.find(',').unwrap_or(after.len()) };
        rest = after[next..].trim_start_matches(|c| blank(c) || c == ',');
    }
    found
}
