//! What one page defines and uses, read as a browser would read it.
//!
//! Takes the HTML of a page, of any generator; gives compact [`Facts`] with the place of each. No
//! tree is built. Never fails: what no browser would read as it was written is a fault among the
//! facts, where they are asked for.

use std::borrow::Cow;

use html5ever::{LocalName, local_name as name};

use super::FindingKind;
use super::charref::{self, Within};
use super::scan::{self, Attribute, Mode, Spot, Tag};
use super::tree::{Context, Tree};
use super::{css, elements, marks, spelling};

/// What one page defines and uses, each in the order of the page.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Facts<'a> {
    /// The address that relative ones start from, if it is not the page's own.
    pub base: Option<Cow<'a, str>>,
    /// Places that a link can lead to.
    pub anchors: Vec<Anchor<'a>>,
    /// Addresses, but those of references and of marked ways back.
    pub uses: Vec<Use<'a>>,
    /// References to footnotes.
    pub references: Vec<Reference<'a>>,
    /// Footnotes.
    pub notes: Vec<Note<'a>>,
    /// Links in footnotes that lead back, or may.
    pub ways_back: Vec<WayBack<'a>>,
    /// Markup that a browser would not see as it was written, and code in the page.
    pub faults: Vec<Fault>,
    /// Whether a browser goes on to another page by itself.
    pub redirects: bool,
    /// Whether it asks search engines to leave it out.
    pub unlisted: bool,
}

/// A place that a link can lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor<'a> {
    /// The value of `id`, or of `name`.
    pub id: Cow<'a, str>,
    /// Where.
    pub spot: Spot,
    /// Whether it is the old `<a name>`, which may repeat an id.
    pub old: bool,
}

/// An address that the page uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use<'a> {
    /// As it is written, character references decoded.
    pub address: Cow<'a, str>,
    /// Where.
    pub spot: Spot,
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
    /// A picture or font that a style asks for.
    Dressing,
    /// A reference to a footnote.
    Reference,
}

impl UseKind {
    /// Whether a browser fetches the address by itself when it shows the page.
    #[must_use]
    pub const fn loads(self) -> bool {
        use UseKind::{Dressing, Frame, Image, Media, Preload, Script, Stylesheet};
        matches!(self, Stylesheet | Script | Image | Media | Frame | Preload | Dressing)
    }
}

/// A reference to a footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference<'a> {
    /// Its anchor: the link's, or that of the `sup` around it.
    pub id: Option<Cow<'a, str>>,
    /// The link's address; empty where it has none.
    pub address: Cow<'a, str>,
    /// Where.
    pub spot: Spot,
    /// What a reader sees.
    pub text: String,
    /// The footnote that it stands in, as an index of [`Facts::notes`].
    pub note: Option<usize>,
    /// Whether it is marked as one. Of other raised links, only where they lead can tell.
    pub marked: bool,
}

impl Reference<'_> {
    /// The number that a reader sees, if it is one: `3` of "3", "\[3\]" and "chú thích 3".
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        let mut runs = self.text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
        let number = runs.next()?.parse().ok()?;
        runs.next().is_none().then_some(number)
    }
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note<'a> {
    /// Its anchor.
    pub id: Cow<'a, str>,
    /// Where.
    pub spot: Spot,
    /// Its number as a browser prints it: that of the item of a numbered list, or the number
    /// that its text begins with.
    pub number: Option<u32>,
}

/// A link from a footnote to where it is referred to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayBack<'a> {
    /// The link's address; empty where it has none.
    pub address: Cow<'a, str>,
    /// Where.
    pub spot: Spot,
    /// The footnote, as an index of [`Facts::notes`].
    pub note: usize,
    /// Whether it is marked as one. Of the other links in a footnote, only where they lead can
    /// tell.
    pub marked: bool,
}

/// Something wrong with the page in itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub spot: Spot,
    /// What.
    pub kind: FindingKind,
    /// The tag, attribute or text that it is about.
    pub subject: String,
}

impl Fault {
    pub(super) fn new(spot: Spot, kind: FindingKind, subject: String) -> Self {
        Self { spot, kind, subject }
    }
}

/// Faults, where they are asked for: most pages of the world have many.
#[derive(Debug)]
pub(super) enum Faults {
    Ignored,
    Kept(Vec<Fault>),
}

impl Faults {
    pub(crate) fn add(&mut self, fault: impl FnOnce() -> Fault) {
        if let Self::Kept(faults) = self {
            faults.push(fault());
        }
    }
}

/// Reads a page of congbo's own making: footnotes are marked by their roles, and every fault
/// counts.
#[must_use]
pub fn read(html: &str) -> Facts<'_> {
    let mut facts = Reader::read(html, true);
    facts.faults.extend(spelling::faults(html));
    facts
}

/// Reads a page of any generator: footnotes are marked as generators do it, faults are left out,
/// and places have no lines.
#[must_use]
pub fn gather(html: &str) -> Facts<'_> {
    Reader::read(html, false)
}

/// The page as far as it has been read.
struct Reader<'a> {
    facts: Facts<'a>,
    tree: Tree,
    faults: Faults,
    /// Whether only roles mark footnotes.
    strict: bool,
    /// The first characters of a footnote that is no item of a numbered list.
    beginning: String,
}

impl<'a> scan::Reader<'a> for Reader<'a> {
    fn start(&mut self, tag: &Tag<'a>) -> Mode {
        let around = self.tree.context();
        let mut inner = self.tree.enter(&tag.name, tag.spot, &mut self.faults);
        if tag.repeats {
            self.fault(tag.spot, FindingKind::AttributeTwice, || format!("<{}>", tag.name));
        }
        if !inner.inert {
            self.gather(tag, &mut inner);
        }
        if elements::is_void(&tag.name) && !around.foreign {
            return Mode::Markup;
        }
        self.open(tag, inner);
        if around.foreign { Mode::Markup } else { elements::mode(&tag.name) }
    }

    fn end(&mut self, name: &LocalName, spot: Spot) {
        self.tree.close(name, spot, &mut self.faults);
    }

    fn text(&mut self, text: &'a str, spot: Spot) {
        self.tree.text(text, spot, &mut self.faults);
        let context = self.tree.context();
        if context.style {
            self.dress(text, spot);
        }
        if let Some(reference) = context.reference {
            self.facts.references[reference].text += &charref::decode(text, Within::Text);
        }
        if let Some(note) = context.note {
            self.begin_note(note, text);
        }
    }

    fn is_foreign(&self) -> bool {
        self.tree.context().foreign
    }

    /// The findings of other sites' pages are told by their bytes.
    fn counts_lines(&self) -> bool {
        self.strict
    }
}

impl<'a> Reader<'a> {
    fn read(html: &'a str, strict: bool) -> Facts<'a> {
        let mut reader = Self {
            facts: Facts::default(),
            tree: Tree::default(),
            faults: if strict { Faults::Kept(Vec::new()) } else { Faults::Ignored },
            strict,
            beginning: String::new(),
        };
        scan::scan(html, &mut reader);
        reader.tree.finish(&mut reader.faults);
        if let Faults::Kept(faults) = reader.faults {
            reader.facts.faults = faults;
        }
        reader.facts
    }

    /// Opens an element that may hold something.
    fn open(&mut self, tag: &Tag<'_>, inner: Context) {
        if tag.self_closing && inner.foreign {
            return;
        }
        if tag.self_closing {
            self.fault(tag.spot, FindingKind::Markup, || format!("<{}/>", tag.name));
        }
        let numbered = match tag.name {
            name!("ol") => number(tag, "start").or(Some(1)),
            name!("li") => number(tag, "value"),
            _ => None,
        };
        let outer = self.tree.context().note;
        self.tree.push(&tag.name, tag.spot, numbered, inner);
        if let Some(note) = inner.note.filter(|_| outer.is_none()) {
            self.facts.notes[note].number = self.tree.ordinal();
            self.beginning.clear();
        }
    }

    /// Looks for a footnote's number where its text begins.
    fn begin_note(&mut self, note: usize, text: &str) {
        let known = self.facts.notes[note].number.is_some() && self.beginning.is_empty();
        if !known && self.beginning.len() < 32 {
            self.beginning.push_str(&charref::decode(text, Within::Text));
            let number = leading_number(&self.beginning);
            let label = self.strict || marks::is_label(&self.beginning);
            self.facts.notes[note].number = number.filter(|_| label);
        }
    }

    fn fault(&mut self, spot: Spot, kind: FindingKind, subject: impl FnOnce() -> String) {
        self.faults.add(|| Fault::new(spot, kind, subject()));
    }

    /// Takes from a start tag what the page defines and uses by it, and what it is to its content.
    fn gather(&mut self, tag: &Tag<'a>, inner: &mut Context) {
        for attribute in &tag.attributes {
            self.attribute(tag, attribute);
        }
        inner.style = tag.name == name!("style");
        inner.remark |= !self.strict && marks::is_remark(tag);
        inner.endnotes |= if self.strict { marks::is_list(tag) } else { marks::lists_notes(tag) };
        match tag.name {
            name!("a") => self.link(tag, inner),
            name!("sup") => self.raise(tag, inner),
            name!("meta") => self.meta(tag),
            name!("script") | name!("style") => self.code(tag),
            _ => {}
        }
        self.note(tag, inner);
    }

    fn attribute(&mut self, tag: &Tag<'a>, attribute: &Attribute<'a>) {
        let spot = tag.place_of(attribute);
        let text = &attribute.value;
        match &*attribute.name {
            "id" if !text.is_empty() => self.anchor(text.clone(), spot, false),
            "name" if tag.name == name!("a") && !text.is_empty() => {
                self.anchor(text.clone(), spot, true);
            }
            "style" => {
                self.fault(tag.spot, FindingKind::InlineCode, || format!("style=\"{text}\""));
                self.dress(text, spot);
            }
            "srcset" | "imagesrcset" => {
                for (at, address) in candidates(text) {
                    let spot = spot.part(text, at, address.len());
                    self.uses(Cow::Owned(address.to_owned()), spot, UseKind::Image);
                }
            }
            "href" if tag.name == name!("base") => {
                self.facts.base.get_or_insert_with(|| text.clone());
            }
            name if name.starts_with("on") => {
                self.fault(tag.spot, FindingKind::InlineCode, || format!("{name}=\"{text}\""));
            }
            name => {
                if let Some(kind) = use_of(tag, name) {
                    self.uses(text.clone(), spot, kind);
                }
            }
        }
    }

    fn anchor(&mut self, id: Cow<'a, str>, spot: Spot, old: bool) {
        self.facts.anchors.push(Anchor { id, spot, old });
    }

    fn uses(&mut self, address: Cow<'a, str>, spot: Spot, kind: UseKind) {
        self.facts.uses.push(Use { address, spot, kind });
    }

    /// What a style, in an element or an attribute, asks for.
    fn dress(&mut self, style: &str, spot: Spot) {
        for found in css::addresses(style) {
            let place = spot.part(style, found.at, found.length);
            self.uses(Cow::Owned(found.address.into_owned()), place, found.kind);
        }
    }

    fn code(&mut self, tag: &Tag<'a>) {
        if tag.name == name!("style") || (tag.attribute("src").is_none() && is_run(tag)) {
            self.fault(tag.spot, FindingKind::InlineCode, || format!("<{}>", tag.name));
        }
    }

    /// Remembers the anchor of a raised stretch, and that it raises a reference.
    fn raise(&mut self, tag: &Tag<'a>, inner: &mut Context) {
        inner.raises_reference = !self.strict && marks::raises_reference(tag);
        if tag.attribute("id").is_some() {
            inner.raised = self.facts.anchors.len().checked_sub(1);
        }
    }

    fn meta(&mut self, tag: &Tag<'a>) {
        self.facts.unlisted |= is_unlisted(tag);
        self.redirect(tag);
    }

    /// Another page that a browser goes on to by itself.
    fn redirect(&mut self, tag: &Tag<'a>) {
        let refreshes =
            tag.value("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("refresh"));
        let Some(content) = tag.attribute("content").filter(|_| refreshes) else { return };
        if let Some((at, address)) = refresh(&content.value) {
            let spot = tag.place_of(content).part(&content.value, at, address.len());
            self.facts.redirects = true;
            self.uses(Cow::Owned(address.to_owned()), spot, UseKind::Navigation);
        }
    }

    fn link(&mut self, tag: &Tag<'a>, inner: &mut Context) {
        let href = tag.attribute("href");
        let address = href.map(|href| href.value.clone()).unwrap_or_default();
        let spot = href.map_or(tag.spot, |href| tag.place_of(href));
        match inner.note {
            _ if self.is_reference(tag, inner) => self.reference(tag, address, spot, true, inner),
            Some(note) if self.is_way_back(tag) => {
                self.facts.ways_back.push(WayBack { address, spot, note, marked: true });
            }
            note if href.is_some() => {
                if let Some(note) = note.filter(|_| address.starts_with('#')) {
                    let address = address.clone();
                    self.facts.ways_back.push(WayBack { address, spot, note, marked: false });
                } else if !self.strict && Self::may_refer(tag, &address, inner) {
                    self.reference(tag, address.clone(), spot, false, inner);
                }
                self.uses(address, spot, UseKind::Navigation);
            }
            _ => {}
        }
    }

    fn reference(
        &mut self,
        tag: &Tag<'a>,
        address: Cow<'a, str>,
        spot: Spot,
        marked: bool,
        inner: &mut Context,
    ) {
        let raised = inner.raised.and_then(|anchor| self.facts.anchors.get(anchor));
        let own = tag.attribute("id").map(|id| id.value.clone());
        let id = own.or_else(|| raised.map(|anchor| anchor.id.clone()));
        inner.reference = Some(self.facts.references.len());
        let (text, note) = (String::new(), inner.note);
        self.facts.references.push(Reference { id, address, spot, text, note, marked });
    }

    /// Whether a link that is marked in no known way may be a reference: it leads to a place of the
    /// page and has an anchor to come back to, of its own or of the raised stretch around it.
    fn may_refer(tag: &Tag<'_>, address: &str, inner: &Context) -> bool {
        address.starts_with('#') && (inner.raised.is_some() || tag.attribute("id").is_some())
    }

    fn is_reference(&self, tag: &Tag<'_>, inner: &Context) -> bool {
        let role = marks::has_role(tag, "doc-noteref");
        role || (!self.strict && (inner.raises_reference || marks::is_reference(tag)))
    }

    fn is_way_back(&self, tag: &Tag<'_>) -> bool {
        marks::has_role(tag, "doc-backlink") || (!self.strict && marks::is_way_back(tag))
    }

    fn note(&mut self, tag: &Tag<'a>, inner: &mut Context) {
        let Some(id) = tag.attribute("id").filter(|_| inner.note.is_none()) else { return };
        let listed = inner.endnotes && (id.value.starts_with("fn-") || tag.name == name!("li"));
        if listed || marks::is_note(tag) || (!self.strict && marks::is_kept_note(tag, inner)) {
            inner.note = Some(self.facts.notes.len());
            let (id, spot) = (id.value.clone(), tag.place_of(id));
            self.facts.notes.push(Note { id, spot, number: None });
        }
    }
}

fn number(tag: &Tag<'_>, name: &str) -> Option<i64> {
    tag.value(name)?.trim().parse().ok()
}

/// Whether a list of tokens, as in `class`, `role` and `rel`, has one.
pub(super) fn has_token(list: &str, token: &str) -> bool {
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
fn is_run(script: &Tag<'_>) -> bool {
    let kind = script.value("type").unwrap_or_default().trim().to_ascii_lowercase();
    kind.is_empty()
        || kind.contains("javascript")
        || kind.contains("ecmascript")
        || matches!(&*kind, "module" | "importmap" | "speculationrules")
}

/// What the address in an attribute is used for, if it is one. A link's is found by its role.
fn use_of(tag: &Tag<'_>, attribute: &str) -> Option<UseKind> {
    match attribute {
        "href" | "xlink:href" => match tag.name {
            name!("area") => Some(UseKind::Navigation),
            name!("link") => Some(relation(tag)),
            name!("image") | name!("use") => Some(UseKind::Image),
            _ => None,
        },
        "src" => match tag.name {
            name!("script") => Some(UseKind::Script),
            name!("img") | name!("input") => Some(UseKind::Image),
            name!("audio") | name!("video") | name!("source") | name!("track") => {
                Some(UseKind::Media)
            }
            name!("iframe") | name!("embed") | name!("frame") => Some(UseKind::Frame),
            _ => None,
        },
        "poster" if tag.name == name!("video") => Some(UseKind::Image),
        "data" if tag.name == name!("object") => Some(UseKind::Frame),
        // What is sent is for a program, which is no file of the site.
        "action" if tag.name == name!("form") && !posts(tag) => Some(UseKind::Form),
        _ => None,
    }
}

fn posts(form: &Tag<'_>) -> bool {
    form.value("method").is_some_and(|method| method.trim().eq_ignore_ascii_case("post"))
}

/// Whether a `meta` element asks robots to leave the page out of what they list: `none` is
/// `noindex, nofollow`.
fn is_unlisted(meta: &Tag<'_>) -> bool {
    meta.value("name").is_some_and(|name| name.trim().eq_ignore_ascii_case("robots"))
        && meta
            .value("content")
            .unwrap_or_default()
            .split(',')
            .any(|rule| ["noindex", "none"].iter().any(|no| rule.trim().eq_ignore_ascii_case(no)))
}

/// What a `link` element is for.
fn relation(link: &Tag<'_>) -> UseKind {
    let relations = link.value("rel").unwrap_or_default();
    let kind = link.value("type").unwrap_or_default();
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

/// The addresses of a `srcset`, with their places in it: whatever stands first in each part
/// between commas. An address may hold commas itself, but not at its end.
fn candidates(srcset: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let blank = |c: char| c.is_ascii_whitespace();
    let mut rest = srcset.trim_start_matches(|c| blank(c) || c == ',');
    while !rest.is_empty() {
        let at = srcset.len() - rest.len();
        let (address, after) = rest.split_at(rest.find(blank).unwrap_or(rest.len()));
        let bare = address.trim_end_matches(',');
        found.push((at, bare));
        let next =
            if bare.len() < address.len() { 0 } else { after.find(',').unwrap_or(after.len()) };
        rest = after[next..].trim_start_matches(|c| blank(c) || c == ',');
    }
    found
}

/// The address in `0; url=address`, with its place.
fn refresh(content: &str) -> Option<(usize, &str)> {
    let (_, rest) = content.split_once([';', ','])?;
    let rest = rest.trim_start();
    let rest = match rest.get(..3) {
        Some(name) if name.eq_ignore_ascii_case("url") => {
            rest[3..].trim_start().strip_prefix('=')?.trim_start()
        }
        _ => rest,
    };
    let quote = rest.chars().next().filter(|sign| ['"', '\''].contains(sign));
    let address = match quote {
        Some(quote) => rest[1..].split(quote).next().unwrap_or_default(),
        None => rest.trim_end(),
    };
    let at = content.len() - rest.len() + usize::from(quote.is_some());
    (!address.is_empty()).then_some((at, address))
}
