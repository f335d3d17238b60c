//! The addresses of what congbo makes besides the text.
//!
//! One table for those who publish it, who link to it and who keep its place free. An address that
//! ends in `/` is a folder's, whose page is its `index.html`.

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

/// The pages that every report has besides its text.
pub const REPORT_PAGES: [&str; 4] = [FULL_TEXT, FOOTNOTES, DIRECTIVES, DOCUMENTS];
/// The files that a report has.
pub const REPORT_FILES: [&str; 7] = [
    REPORT_JSON,
    FOOTNOTES_CSV,
    DIRECTIVES_CSV,
    DOCUMENTS_CSV,
    CITATION_BIB,
    CITATION_JSON,
    CALENDAR,
];
/// The pages of a site that belong to no folder.
pub const SITE_PAGES: [&str; 4] = [DOCUMENTS, DEPARTMENTS, ABBREVIATIONS, SEARCH];
/// The files for machines that a site has once it knows its own address.
pub const BASED_FILES: [&str; 2] = [FEED, SITE_MAP];

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
