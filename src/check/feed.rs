//! The addresses in sitemaps and feeds: <https://www.sitemaps.org/protocol.html>, Atom (RFC 4287)
//! and RSS 2.0.
//!
//! Takes XML, gives the addresses that it lists; of XML of another kind, none. What a feed quotes
//! of pages is not looked at: the pages are.

use std::borrow::Cow;

use html5ever::LocalName;

use super::charref::{self, Within};
use super::facts::{Facts, Use, UseKind};
use super::scan::{self, Mode, Spot, Tag};

/// What a sitemap or feed uses.
pub(super) fn gather(xml: &str) -> Facts<'_> {
    let mut reader = Reader { facts: Facts::default(), root: Root::Unknown, within: None };
    scan::scan(xml, &mut reader);
    reader.facts
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Root {
    Unknown,
    Sitemap,
    Atom,
    Rss,
    Other,
}

impl Root {
    fn of(name: &str) -> Self {
        match name {
            "urlset" | "sitemapindex" => Self::Sitemap,
            "feed" => Self::Atom,
            "rss" | "rdf:rdf" => Self::Rss,
            _ => Self::Other,
        }
    }
}

struct Reader<'a> {
    facts: Facts<'a>,
    root: Root,
    /// What the text that comes is, if it is an address.
    within: Option<UseKind>,
}

impl<'a> scan::Reader<'a> for Reader<'a> {
    fn start(&mut self, tag: &Tag<'a>) -> Mode {
        if self.root == Root::Unknown {
            self.root = Root::of(&tag.name);
        }
        self.within = self.text_of(tag).filter(|_| !tag.self_closing);
        if let Some((name, kind)) = self.attribute_of(tag)
            && let Some(found) = tag.attribute(name)
        {
            self.uses(found.value.clone(), tag.place_of(found), kind);
        }
        Mode::Markup
    }

    fn end(&mut self, _: &LocalName, _: Spot) {
        self.within = None;
    }

    fn text(&mut self, text: &'a str, spot: Spot) {
        let bare = text.trim();
        if let Some(kind) = self.within.filter(|_| !bare.is_empty()) {
            let spot = spot.part(text, text.len() - text.trim_start().len(), bare.len());
            self.uses(charref::decode(bare, Within::Text), spot, kind);
        }
    }

    /// XML has what HTML calls foreign.
    fn is_foreign(&self) -> bool {
        true
    }

    fn counts_lines(&self) -> bool {
        false
    }
}

impl<'a> Reader<'a> {
    fn uses(&mut self, address: Cow<'a, str>, spot: Spot, kind: UseKind) {
        self.facts.uses.push(Use { address, spot, kind });
    }

    /// The element whose text is an address.
    fn text_of(&self, tag: &Tag<'_>) -> Option<UseKind> {
        match (self.root, &*tag.name) {
            (Root::Sitemap, "loc") | (Root::Rss, "link" | "comments") => Some(UseKind::Relation),
            (Root::Rss, "guid") if tag.value("ispermalink") != Some("false") => {
                Some(UseKind::Relation)
            }
            (Root::Sitemap, "image:loc") | (Root::Atom, "icon" | "logo") | (Root::Rss, "url") => {
                Some(UseKind::Image)
            }
            _ => None,
        }
    }

    /// The attribute that is an address.
    fn attribute_of(&self, tag: &Tag<'_>) -> Option<(&'static str, UseKind)> {
        match (self.root, &*tag.name) {
            (Root::Sitemap, "xhtml:link") | (Root::Atom, "link") | (Root::Rss, "atom:link") => {
                Some(("href", UseKind::Relation))
            }
            (Root::Rss, "enclosure") => Some(("url", UseKind::Media)),
            _ => None,
        }
    }
}
