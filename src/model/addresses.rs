//! The addresses of what congbo makes besides the text.
//!
//! One table, [`MADE`], for those who publish it, who link to it and who keep its place free. An
//! address that ends in `/` is a folder's, whose page is its `index.html`.

use std::collections::BTreeSet;

/// The whole text of a report on one page, below the report's address.
pub const FULL_TEXT: &str = "toan-van/";
/// The footnotes of a report, below its address.
pub const FOOTNOTES: &str = "chu-thich/";
/// The directives of a report, below its address.
pub const DIRECTIVES: &str = "nhiem-vu/";
/// The documents that a report cites, below its address; the site's, below the root.
pub const DOCUMENTS: &str = "van-ban/";
/// The search of the site, below its root.
pub const SEARCH: &str = "tim-kiem/";
/// Who leads and supports directives on the site; each has its page below.
pub const DEPARTMENTS: &str = "don-vi/";
/// The site's abbreviations.
pub const ABBREVIATIONS: &str = "tu-viet-tat/";

/// The folder of what the search asks.
pub const SEARCH_INDEX: &str = "tim-kiem/pagefind/";

/// A report as data, below its address.
pub const REPORT_JSON: &str = "report.json";
/// The footnotes of a report as a table.
pub const FOOTNOTES_CSV: &str = "footnotes.csv";
/// The directives of a report as a table.
pub const DIRECTIVES_CSV: &str = "directives.csv";
/// The documents that a report cites, as a table.
pub const DOCUMENTS_CSV: &str = "documents.csv";
/// A report's entry for programs that keep references, as `BibLaTeX`.
pub const CITATION_BIB: &str = "trich-dan.bib";
/// The same as CSL-JSON.
pub const CITATION_JSON: &str = "trich-dan.json";

/// The deadlines of directives: a report's, below its address; a department's, below its own; the
/// site's, below the root. Only made where there are any.
pub const CALENDAR: &str = "nhiem-vu.ics";

/// What is shown where nothing is.
pub const NOT_FOUND: &str = "404.html";
/// What robots may read.
pub const ROBOTS: &str = "robots.txt";
/// Every page; only of a site that knows its own address.
pub const SITE_MAP: &str = "sitemap.xml";
/// The newest reports; likewise.
pub const FEED: &str = "atom.xml";

/// Something that congbo makes besides the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// Its address, below that of what it is of.
    pub address: &'static str,
    /// What it is of.
    pub of: Of,
    /// When it is made.
    pub when: When,
    /// What it shows.
    pub shows: Shows,
}

/// What something is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The site as a whole.
    Site,
    /// A report.
    Report,
    /// A department.
    Department,
}

/// When something is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// In every site.
    Always,
    /// Where a directive of what it is of has a deadline.
    Deadlines,
    /// In a site that knows its own address.
    Based,
}

/// What something shows; where there is none of it, nothing leads there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// What is always there.
    Text,
    /// Footnotes.
    Notes,
    /// Directives.
    Directives,
    /// Cited documents.
    Documents,
    /// Departments.
    Departments,
    /// Abbreviations.
    Abbreviations,
}

/// Everything that congbo makes besides the text, but for the folders' pages and what is below
/// [`SEARCH_INDEX`].
pub const MADE: &[Made] = &[
    made(FULL_TEXT, Of::Report, When::Always, Shows::Text),
    made(FOOTNOTES, Of::Report, When::Always, Shows::Notes),
    made(DIRECTIVES, Of::Report, When::Always, Shows::Directives),
    made(DOCUMENTS, Of::Report, When::Always, Shows::Documents),
    made(REPORT_JSON, Of::Report, When::Always, Shows::Text),
    made(FOOTNOTES_CSV, Of::Report, When::Always, Shows::Notes),
    made(DIRECTIVES_CSV, Of::Report, When::Always, Shows::Directives),
    made(DOCUMENTS_CSV, Of::Report, When::Always, Shows::Documents),
    made(CITATION_BIB, Of::Report, When::Always, Shows::Text),
    made(CITATION_JSON, Of::Report, When::Always, Shows::Text),
    made(CALENDAR, Of::Report, When::Deadlines, Shows::Directives),
    made("", Of::Department, When::Always, Shows::Text),
    made(CALENDAR, Of::Department, When::Deadlines, Shows::Directives),
    made(DOCUMENTS, Of::Site, When::Always, Shows::Documents),
    made(DEPARTMENTS, Of::Site, When::Always, Shows::Departments),
    made(ABBREVIATIONS, Of::Site, When::Always, Shows::Abbreviations),
    made(SEARCH, Of::Site, When::Always, Shows::Text),
    made(CALENDAR, Of::Site, When::Deadlines, Shows::Directives),
    made(NOT_FOUND, Of::Site, When::Always, Shows::Text),
    made(ROBOTS, Of::Site, When::Always, Shows::Text),
    made(SITE_MAP, Of::Site, When::Based, Shows::Text),
    made(FEED, Of::Site, When::Based, Shows::Text),
];

const fn made(address: &'static str, of: Of, when: When, shows: Shows) -> Made {
    Made { address, of, when, shows }
}

/// What decides whether something is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grounds {
    /// Whether what it is of has a directive with a deadline.
    pub deadlines: bool,
    /// Whether the site knows its own address.
    pub based: bool,
}

impl Made {
    /// Whether it is made.
    #[must_use]
    pub const fn is_made(&self, grounds: Grounds) -> bool {
        match self.when {
            When::Always => true,
            When::Deadlines => grounds.deadlines,
            When::Based => grounds.based,
        }
    }

    /// Whether it is the page of a folder.
    #[must_use]
    pub fn is_page(&self) -> bool {
        is_folder(self.address)
    }

    /// Whether a file of `static/` may have its place: what is there for servers and machines.
    #[must_use]
    pub fn yields(&self) -> bool {
        matches!(self.of, Of::Site) && [NOT_FOUND, ROBOTS, SITE_MAP, FEED].contains(&self.address)
    }
}

/// What may be made of a site, a report or a department.
pub fn made_of(of: Of) -> impl Iterator<Item = &'static Made> + Clone {
    MADE.iter().filter(move |made| made.of == of)
}

/// What is made of one.
pub fn made_where(of: Of, grounds: Grounds) -> impl Iterator<Item = &'static Made> {
    made_of(of).filter(move |made| made.is_made(grounds))
}

/// The pages that may be made of one.
pub fn pages_of(of: Of) -> impl Iterator<Item = &'static Made> + Clone {
    made_of(of).filter(|made| made.is_page())
}

/// The file at an address.
#[must_use]
pub fn file_at(address: &str) -> String {
    if is_folder(address) { format!("{address}index.html") } else { address.to_owned() }
}

fn is_folder(address: &str) -> bool {
    address.is_empty() || address.ends_with('/')
}

/// The name `base`, or with a count behind it where that is taken; takes it.
#[must_use]
pub fn untaken(base: &str, taken: &mut BTreeSet<String>) -> String {
    let mut name = base.to_owned();
    let mut count = 1;
    while !taken.insert(name.clone()) {
        count += 1;
        name = format!("{base}-{count}");
    }
    name
}
