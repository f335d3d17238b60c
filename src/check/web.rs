//! A folder of pages that lie there already, of any generator, held against each other.
//!
//! Takes the paths of all files, then the text of each page, style sheet and feed, in any order
//! and from any number of threads, without a lock; keeps of it only what leads to others and what
//! they can lead to, as numbers, and what is wrong with the page alone. Only pages whose links
//! miss anchors of others are read once more. Never touches the disk: who asks
//! hands the texts in.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, OnceLock};

use unicode_normalization::UnicodeNormalization;

use super::address::{Place, written_anchor};
use super::facts::{self, Facts, UseKind};
use super::proof::Options;
use super::scan::{Lines, Spot};
use super::sheet::{Link, Sheet};
use super::{Finding, FindingKind, css, feed};

/// What a file is to the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A page.
    Page,
    /// A style sheet.
    Style,
    /// Perhaps a sitemap or a feed.
    List,
    /// Something that links can lead to, and nothing more.
    Other,
}

impl Kind {
    /// By the file's path. Hidden files are none of the site's pages, but may be linked to.
    #[must_use]
    pub fn of(path: &str) -> Self {
        let hidden = |part: &str| part.starts_with('.') && part != ".well-known";
        if path.split('/').any(hidden) { Self::Other } else { Self::by_extension(path) }
    }

    fn by_extension(path: &str) -> Self {
        let (_, extension) = name(path).rsplit_once('.').unwrap_or_default();
        match &*extension.to_ascii_lowercase() {
            "html" | "htm" | "xhtml" | "xht" => Self::Page,
            "css" => Self::Style,
            "xml" | "atom" | "rss" => Self::List,
            _ => Self::Other,
        }
    }
}

/// How a folder of pages is published, and what is asked of it.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    /// Where it will be published, if that is known: full addresses there are its own.
    pub base_url: Option<String>,
    /// Whether `page` also stands for `page.html`.
    pub clean_urls: bool,
    /// Whether addresses on other hosts are kept.
    pub foreign: bool,
}

/// The files of a site, by number in the order of their paths.
#[derive(Debug)]
pub struct Web {
    setting: Setting,
    options: Options,
    paths: Vec<Arc<str>>,
    kinds: Vec<Kind>,
    numbers: HashMap<Arc<str>, u32>,
    /// The files by the folded forms of their paths, made when the first is asked for.
    folded: OnceLock<HashMap<String, u32>>,
}

/// What is kept of a file.
#[derive(Debug, Default)]
pub struct Leaf {
    anchors: Box<[u64]>,
    /// The folded forms of anchors, where they are not the anchors themselves.
    folded: Box<[u64]>,
    notes: Box<[u64]>,
    /// The anchors of references.
    references: Box<[u64]>,
    lists_notes: bool,
    /// Files that it leads a reader to.
    linked: Box<[u32]>,
    /// Anchors on other pages that it leads to.
    anchored: Box<[(u32, u64)]>,
    /// Notes on other pages that it refers to.
    referred: Box<[(u32, u64)]>,
    /// References on other pages that its notes lead back to.
    returned: Box<[(u32, u64)]>,
    /// Whether nothing need link to it.
    stands_alone: bool,
    /// What is wrong with it whatever the anchors of others are.
    findings: Vec<Finding>,
    /// Whether it could not be read, so that nothing is known of it.
    unread: bool,
    /// Addresses on other hosts with their lines, where they are asked for.
    pub foreign: Vec<(String, u32)>,
}

impl Leaf {
    /// What is wrong with the file whatever the anchors of others are, in the order of its places.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = self.findings.clone();
        findings.sort_unstable();
        first_of_each_id(&mut findings);
        findings
    }

    /// Of a file that cannot be read as what it is called.
    #[must_use]
    pub fn unread() -> Self {
        Self { unread: true, stands_alone: true, ..Self::default() }
    }
}

impl Web {
    /// The files of a site, whose paths begin at its root and are sorted.
    #[must_use]
    pub fn new(setting: Setting, paths: &[String]) -> Self {
        let options =
            Options { strict: false, ..Options::published_at(setting.base_url.as_deref()) };
        let paths: Vec<Arc<str>> = paths.iter().map(|path| path.as_str().into()).collect();
        let kinds = paths.iter().map(|path| Kind::of(path)).collect();
        let numbers = paths.iter().cloned().zip(0..).collect();
        Self { setting, options, paths, kinds, numbers, folded: OnceLock::new() }
    }

    /// What a file defines and uses.
    fn facts<'t>(&self, file: u32, text: &'t str) -> Facts<'t> {
        match self.kind(file) {
            Kind::Page => facts::gather(text),
            Kind::Style => css::gather(text),
            Kind::List => feed::gather(text),
            Kind::Other => Facts::default(),
        }
    }

    fn kind(&self, file: u32) -> Kind {
        self.kinds.get(file as usize).copied().unwrap_or(Kind::Other)
    }

    fn path(&self, file: u32) -> &str {
        self.paths.get(file as usize).map_or("", |path| path)
    }

    /// Takes in a file's text.
    #[must_use]
    pub fn leaf(&self, file: u32, text: &str) -> Leaf {
        let facts = self.facts(file, text);
        let mut sheet = Sheet::new(&self.options, self.path(file), &facts);
        let mut findings = std::mem::take(&mut sheet.findings);
        let mut targets = Targets::default();
        for link in &sheet.links {
            match self.find(&link.place.path) {
                Some(target) => targets.aim(target, link),
                // What a form is sent to may be a program of the server's.
                None if link.kind == UseKind::Form && is_asset(&link.place.path) => {}
                None => {
                    let missing = self.missing(&sheet, link, facts.base.is_some());
                    targets.linked.extend(self.meant(&missing));
                    findings.push(missing);
                }
            }
        }
        for link in std::mem::take(&mut sheet.beside) {
            match self.find(&link.place.path) {
                Some(target) => {
                    targets.linked.push(target);
                    findings.push(self.unprefixed(&sheet, &link));
                }
                None => sheet.foreign.push((link.address, link.spot)),
            }
        }
        for (way, _) in &sheet.ways_back {
            match (self.find(&way.place.path), &way.place.anchor) {
                (Some(target), Some(anchor)) => targets.returned.push((target, hash(anchor))),
                _ => {
                    findings.push(sheet.finding(way.spot, FindingKind::BacklinkWrong, way.address));
                }
            }
        }
        let ids = sheet.anchors.keys().map(|id| hash(id)).collect();
        let folded = sheet.anchors.keys().filter(|id| !is_folded(id)).map(|id| hash(&fold(id)));
        // A sitemap has full addresses: they are another host's only if the site's own is known.
        let listed = self.kind(file) == Kind::List && self.options.base.is_none();
        let foreign = (self.setting.foreign && !listed).then(|| lined(&sheet.foreign, text));
        Leaf {
            anchors: sorted(ids),
            folded: sorted(folded.collect()),
            notes: sorted(facts.notes.iter().map(|note| hash(&note.id)).collect()),
            references: sorted(sheet.references.iter().map(|(id, _)| hash(id)).collect()),
            lists_notes: sheet.lists_notes,
            linked: sorted(targets.linked),
            anchored: sorted(targets.anchored),
            referred: sorted(targets.referred),
            returned: sorted(targets.returned),
            stands_alone: targets.stands_alone
                || facts.redirects
                || facts.unlisted
                || may_stand_alone(sheet.path),
            findings,
            unread: false,
            foreign: foreign.unwrap_or_default(),
        }
    }

    /// A link to a file that is not there.
    fn missing(&self, sheet: &Sheet<'_>, link: &Link<'_>, based: bool) -> Finding {
        let loads = link.kind.loads() && link.kind != UseKind::Frame;
        let asset = loads || is_asset(&link.place.path);
        let kind = if asset { FindingKind::FileMissing } else { FindingKind::LinkNowhere };
        let near = self.near(&link.place).filter(|near| based || near.fits(link.address));
        Finding { near, ..sheet.finding(link.spot, kind, link.address) }
    }

    /// A path from the root of the host to a file that is there below the site's own.
    fn unprefixed(&self, sheet: &Sheet<'_>, link: &Link<'_>) -> Finding {
        let near = self.options.base.as_ref().map(|base| Near::Prefix(base.path().to_owned()));
        Finding { near, ..self.missing(sheet, link, true) }
    }

    /// The file that a broken link surely means: it is not unlinked besides.
    fn meant(&self, finding: &Finding) -> Option<u32> {
        match finding.near.as_ref()? {
            Near::Spelling(path) | Near::Extension(path) => self.numbers.get(&**path).copied(),
            _ => None,
        }
    }

    /// The file that a server sends for a path: of a folder, its index page.
    fn find(&self, path: &str) -> Option<u32> {
        let number = |path: &str| self.numbers.get(path).copied();
        let folder = path.strip_suffix("index.html");
        let plain = number(path).or_else(|| match folder {
            Some(folder) => number(&format!("{folder}index.htm")),
            None => number(&format!("{path}/index.html"))
                .or_else(|| number(&format!("{path}/index.htm"))),
        });
        plain.or_else(|| number(&self.with_extension(path).filter(|_| self.setting.clean_urls)?))
    }

    /// The page of an address that leaves out its extension.
    fn with_extension(&self, path: &str) -> Option<String> {
        let bare = path.strip_suffix("/index.html").unwrap_or(path);
        Some(format!("{bare}.html")).filter(|page| self.numbers.contains_key(&**page))
    }

    /// Holds all files against each other: gives a leaf for each file, in their order.
    #[must_use]
    pub fn close(self, leaves: Vec<Leaf>) -> Closed {
        let mut linked = vec![false; leaves.len()];
        for (file, leaf) in (0..).zip(&leaves) {
            let counts = self.kind(file) == Kind::Page;
            for &target in leaf.linked.iter().filter(|&&target| counts && target != file) {
                linked[target as usize] = true;
            }
        }
        Closed { web: self, leaves, linked }
    }
}

/// Where the links of a page lead.
#[derive(Default)]
struct Targets {
    linked: Vec<u32>,
    anchored: Vec<(u32, u64)>,
    referred: Vec<(u32, u64)>,
    returned: Vec<(u32, u64)>,
    stands_alone: bool,
}

impl Targets {
    fn aim(&mut self, target: u32, link: &Link<'_>) {
        match link.kind {
            UseKind::Canonical => self.stands_alone = true,
            kind if !kind.loads() || kind == UseKind::Frame => self.linked.push(target),
            _ => return,
        }
        let Some(anchor) = &link.place.anchor else { return };
        match link.kind {
            UseKind::Reference => self.referred.push((target, hash(anchor))),
            _ => match lines_from_to(anchor) {
                Some(lines) => self.anchored.extend(lines.map(|line| (target, hash(line)))),
                None => self.anchored.push((target, hash(anchor))),
            },
        }
    }
}

/// A site of which every file is known.
#[derive(Debug)]
pub struct Closed {
    web: Web,
    leaves: Vec<Leaf>,
    /// Whether another page links to the file.
    linked: Vec<bool>,
}

impl Closed {
    /// Whether an anchor on another page is not what a link takes it for.
    fn misses(&self, leaf: &Leaf) -> bool {
        leaf.anchored.iter().any(|&(target, anchor)| !self.has_anchor(target, anchor))
            || leaf.referred.iter().any(|&(target, anchor)| {
                !self.has_anchor(target, anchor) || self.has_own_note(target, anchor)
            })
            || leaf.returned.iter().any(|&(target, anchor)| !self.has_reference(target, anchor))
    }

    fn is_unlinked(&self, file: u32) -> bool {
        let page = self.web.kind(file) == Kind::Page;
        page && !self.linked[file as usize] && !self.leaves[file as usize].stands_alone
    }

    /// What is no page has no anchors to be checked.
    fn has_anchor(&self, file: u32, anchor: u64) -> bool {
        let leaf = &self.leaves[file as usize];
        let known = self.web.kind(file) == Kind::Page && !leaf.unread;
        !known || leaf.anchors.binary_search(&anchor).is_ok()
    }

    /// Whether the page has the note for its own references, and is no list for others'.
    fn has_own_note(&self, file: u32, anchor: u64) -> bool {
        let leaf = &self.leaves[file as usize];
        !leaf.lists_notes && leaf.notes.binary_search(&anchor).is_ok()
    }

    fn has_reference(&self, file: u32, anchor: u64) -> bool {
        self.leaves[file as usize].references.binary_search(&anchor).is_ok()
    }

    /// Whether more is wrong with a file than its leaf tells.
    #[must_use]
    pub fn tells_more(&self, file: u32) -> bool {
        self.is_unlinked(file) || self.misses(&self.leaves[file as usize])
    }

    /// What is wrong with a file, in the order of its places. `read` gives the text of another.
    pub fn findings(
        &self,
        file: u32,
        text: &str,
        read: impl Fn(u32) -> Option<String>,
    ) -> Vec<Finding> {
        let leaf = &self.leaves[file as usize];
        let mut findings = leaf.findings.clone();
        if self.misses(leaf) {
            findings.extend(self.anchors(file, text, read));
        }
        if self.is_unlinked(file) {
            let path = self.web.path(file);
            let unlinked = FindingKind::PageUnlinked;
            findings.push(Finding::new(path, Spot::default(), unlinked, path));
        }
        findings.sort_unstable();
        first_of_each_id(&mut findings);
        findings
    }

    /// The links of a file to anchors of others that are not there, or not what they should be.
    fn anchors(&self, file: u32, text: &str, read: impl Fn(u32) -> Option<String>) -> Vec<Finding> {
        let facts = self.web.facts(file, text);
        let sheet = Sheet::new(&self.web.options, self.web.path(file), &facts);
        let mut spellings = Spellings { read, known: HashMap::new() };
        let mut findings = Vec::new();
        for link in &sheet.links {
            let Some(target) = self.web.find(&link.place.path) else { continue };
            if let Some(kind) = self.anchor(link, target) {
                let near = self.near(link, target, kind, &mut spellings);
                findings.push(Finding { near, ..sheet.finding(link.spot, kind, link.address) });
            }
        }
        for (way, _) in &sheet.ways_back {
            let Some(target) = self.web.find(&way.place.path) else { continue };
            if way.place.anchor.is_some() && !spelt(way).any(|id| self.has_reference(target, id)) {
                findings.push(sheet.finding(way.spot, FindingKind::BacklinkWrong, way.address));
            }
        }
        findings
    }

    /// What is wrong with the anchor of a link to `target`.
    fn anchor(&self, link: &Link<'_>, target: u32) -> Option<FindingKind> {
        let loads = link.kind.loads() && link.kind != UseKind::Frame;
        if link.place.anchor.is_none() || loads || link.kind == UseKind::Canonical {
            return None;
        }
        let lines = link.place.anchor.as_deref().and_then(lines_from_to);
        let range =
            lines.is_some_and(|of| of.iter().all(|line| self.has_anchor(target, hash(line))));
        let missing = !range && !spelt(link).any(|anchor| self.has_anchor(target, anchor));
        let elsewhere = || spelt(link).any(|anchor| self.has_own_note(target, anchor));
        match link.kind {
            _ if missing => Some(FindingKind::AnchorMissing),
            UseKind::Reference if elsewhere() => Some(FindingKind::NoteElsewhere),
            _ => None,
        }
    }

    /// The anchor that a link may have meant. The page is read only if it has one.
    fn near(
        &self,
        link: &Link<'_>,
        target: u32,
        kind: FindingKind,
        spellings: &mut Spellings<impl Fn(u32) -> Option<String>>,
    ) -> Option<Near> {
        let anchor = fold(link.place.anchor.as_deref()?);
        let number = hash(&anchor);
        let leaf = &self.leaves[target as usize];
        let known = [&leaf.anchors, &leaf.folded].map(|all| all.binary_search(&number).is_ok());
        if kind != FindingKind::AnchorMissing || known == [false, false] {
            return None;
        }
        spellings.of(target).get(&anchor).cloned().map(Near::Spelling)
    }
}

/// What helps to mend a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Near {
    /// The place that has the id already.
    First(Spot),
    /// The path or anchor that was perhaps meant, which has other capitals or is composed
    /// otherwise.
    Spelling(String),
    /// The page that was perhaps meant, with its extension.
    Extension(String),
    /// A folder that has no index page.
    Folder,
    /// A file of the site, if the site is published below this path.
    Base(String),
    /// A file of the site, if the site's own path on its host is put before the address.
    Prefix(String),
    /// The address leads out of the site's folder.
    Outside,
    /// The address is that of a file on the writer's own computer.
    Disk,
    /// The name of a host, which lacks what an address of another host begins with.
    Host(String),
}

impl Near {
    /// Whether an address of a page without a base may have meant it: only one that begins at the
    /// root of the host can miss the path that the site is published below.
    fn fits(&self, address: &str) -> bool {
        !matches!(self, Self::Base(_)) || address.trim_start().starts_with('/')
    }
}

impl Web {
    fn near(&self, place: &Place) -> Option<Near> {
        let path = &*place.path;
        if let Some(host) = path.split('/').find(|part| names_host(part)) {
            return Some(Near::Host(host.to_owned()));
        }
        if let Some(page) = self.with_extension(path) {
            return Some(Near::Extension(page));
        }
        let folder = path.strip_suffix("index.html").map_or(format!("{path}/"), str::to_owned);
        let next = self.paths.partition_point(|own| **own < *folder);
        if !folder.is_empty() && self.paths.get(next).is_some_and(|own| own.starts_with(&folder)) {
            return Some(Near::Folder);
        }
        if let Some(&file) = self.folded().get(&fold(path)) {
            return Some(Near::Spelling(self.path(file).to_owned()));
        }
        if self.setting.base_url.is_some() {
            return None;
        }
        let (base, _) = path
            .match_indices('/')
            .find_map(|(stroke, _)| Some((&path[..=stroke], self.find(&path[stroke + 1..])?)))?;
        Some(Near::Base(format!("/{base}")))
    }

    fn folded(&self) -> &HashMap<String, u32> {
        self.folded.get_or_init(|| {
            let mut folded = HashMap::new();
            for (path, file) in self.paths.iter().zip(0..) {
                folded.entry(fold(path)).or_insert(file);
                if let Some(folder) = path.strip_suffix("/index.html") {
                    folded.entry(fold(folder)).or_insert(file);
                }
            }
            folded
        })
    }
}

/// The anchors of other pages by their folded forms.
struct Spellings<R> {
    read: R,
    known: HashMap<u32, HashMap<String, String>>,
}

impl<R: Fn(u32) -> Option<String>> Spellings<R> {
    fn of(&mut self, file: u32) -> &HashMap<String, String> {
        match self.known.entry(file) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => {
                let text = (self.read)(file).unwrap_or_default();
                let facts = facts::gather(&text);
                let ids = facts.anchors.iter();
                let ids = ids.map(|anchor| (fold(&anchor.id), anchor.id.clone().into_owned()));
                unknown.insert(ids.collect())
            }
        }
    }
}

/// Addresses with the lines that they stand on.
fn lined(addresses: &[(&str, Spot)], text: &str) -> Vec<(String, u32)> {
    let mut addresses = addresses.to_vec();
    addresses.sort_by_key(|(_, spot)| spot.start);
    let mut lines = Lines::of(text);
    let lined = addresses.into_iter();
    lined.map(|(address, spot)| (address.to_owned(), lines.at(spot.start as usize))).collect()
}

/// An id that stands three times on a page is one finding, not two.
fn first_of_each_id(findings: &mut Vec<Finding>) {
    let mut seen = HashSet::new();
    findings.retain(|finding| {
        finding.kind != FindingKind::IdTwice || seen.insert(finding.subject.clone())
    });
}

/// The anchors that a link may mean: decoded, or else as it is written.
fn spelt(link: &Link<'_>) -> impl Iterator<Item = u64> {
    let written = written_anchor(link.address).map(hash);
    link.place.anchor.as_deref().map(hash).into_iter().chain(written)
}

/// The first and the last of the lines of source text that an anchor such as `12-15` stands for:
/// rustdoc has an anchor for each line, and a script that marks all of them.
fn lines_from_to(anchor: &str) -> Option<[&str; 2]> {
    let (first, last) = anchor.split_once('-')?;
    let number = |text: &str| !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit());
    (number(first) && number(last)).then_some([first, last])
}

/// Whether a page is one that a reader comes to without a link: the site's own index, what a
/// server shows instead of a page, and lists of all pages.
fn may_stand_alone(path: &str) -> bool {
    let bare = path.strip_suffix("/index.html").unwrap_or(path);
    let (stem, _) = name(bare).rsplit_once('.').unwrap_or((name(bare), ""));
    let status = stem.len() == 3 && stem.starts_with(['4', '5']);
    matches!(path, "index.html" | "index.htm") || status || matches!(stem, "sitemap" | "offline")
}

/// Whether a part of a path is surely the name of a host.
fn names_host(part: &str) -> bool {
    part.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("www.")) && part[4..].contains('.')
}

/// Whether a path names something else than a page.
fn is_asset(path: &str) -> bool {
    let (_, extension) = name(path).rsplit_once('.').unwrap_or_default();
    let plain = (1..=5).contains(&extension.len())
        && extension.bytes().all(|sign| sign.is_ascii_alphanumeric())
        && extension.bytes().any(|sign| sign.is_ascii_alphabetic());
    plain && Kind::by_extension(path) != Kind::Page
}

fn name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// A spelling that differs from another only in capitals and in how letters are composed is the
/// same folded.
fn fold(text: &str) -> String {
    text.nfc().flat_map(char::to_lowercase).collect()
}

/// Whether a text is surely its own folded form.
fn is_folded(text: &str) -> bool {
    text.bytes().all(|sign| sign.is_ascii() && !sign.is_ascii_uppercase())
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Box<[T]> {
    list.sort_unstable();
    list.dedup();
    list.into_boxed_slice()
}
