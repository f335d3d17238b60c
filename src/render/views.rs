//! What templates see: one struct a kind of page, and nothing else reaches Tera.
//!
//! Every field that is called `html` or ends in `_html` is finished HTML, to be written with
//! `| safe`; every other text is plain and is escaped by Tera. Every `href` is relative to the
//! page it stands on and already percent-encoded. Lists are in reading order.

use serde::Serialize;

use super::href::encode;

/// A link to a page of the site.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Its text.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// Whether it leads to the page it stands on, or to a folder above it.
    pub current: bool,
    /// Language of its text.
    pub language: &'static str,
}

/// Who publishes the site.
#[derive(Debug, Clone, Serialize)]
pub struct PublisherView {
    /// Name of the body.
    pub name: String,
    /// The body above it.
    pub parent: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Address for letters by e-mail.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// The link by which its first number is dialled, where it has one.
    pub phone_href: Option<String>,
    /// The body's own site.
    pub url: Option<String>,
}

/// The site, as `site` on every page.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// Name of the site.
    pub title: String,
    /// What it is about.
    pub description: Option<String>,
    /// `vi` or `en`.
    pub language: &'static str,
    /// Who publishes it.
    pub publisher: Option<PublisherView>,
    /// Link to the front page.
    pub home: String,
    /// Links in the head of every page.
    pub navigation: Vec<Link>,
    /// Link to the style sheet.
    pub stylesheet: String,
    /// Link to the script that every page can do without.
    pub script: String,
    /// Link to the icon.
    pub icon: String,
    /// Link to the search page.
    pub search: String,
    /// Link to the Atom feed, where the site has one.
    pub feed: Option<String>,
    /// Link to the page of all cited documents, where there are any.
    pub documents: Option<String>,
    /// Link to the page of departments, where directives name any.
    pub departments: Option<String>,
    /// Link to the page of abbreviations, where there are any.
    pub abbreviations: Option<String>,
    /// Name and version of the generator.
    pub generator: &'static str,
}

/// The page itself, as `page` on every page.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// Which of the kinds below: `folder`, `text`, `report`, `section`, `full-text`, `footnotes`,
    /// `directives`, `documents`, `site-documents`, `departments`, `department`, `abbreviations`,
    /// `search`, `not-found`.
    pub kind: &'static str,
    /// Title for the browser's tab, without the site's name.
    pub title: String,
    /// What of the title is the site's own words: nothing, all of it, or what stands before the
    /// title of the report.
    pub own_title: Option<String>,
    /// One or two sentences for search engines.
    pub description: Option<String>,
    /// Full address, where the site's own is known.
    pub canonical: Option<String>,
    /// Pages above this one, from the front page down; without this one.
    pub breadcrumbs: Vec<Link>,
    /// Whether the page is there only because its address is promised, and has nothing to show
    /// yet: it says so, no link leads to it, and search engines are asked to leave it out.
    pub empty: bool,
    /// Language of what the page shows of the content.
    pub language: &'static str,
    /// The same with its territory, as Open Graph has it: `vi_VN`.
    pub territory: String,
    /// What the page is as JSON-LD, for a script element of that type; for reports and the front
    /// page of the site.
    pub data_html: Option<String>,
}

/// A way to a place from the place itself, so that its address can be taken.
#[derive(Debug, Clone, Serialize)]
pub struct PermalinkView {
    /// `#` and the encoded anchor.
    pub href: String,
    /// The place in words, as it is cited: "mục I.2, đoạn 3".
    pub place: String,
}

impl PermalinkView {
    /// The way to `anchor`, which is called `place`.
    #[must_use]
    pub fn new(anchor: &str, place: &str) -> Self {
        Self { href: format!("#{}", encode(anchor)), place: place.to_owned() }
    }
}

/// A footnote under a page.
#[derive(Debug, Clone, Serialize)]
pub struct NoteView {
    /// Its number in the report.
    pub number: usize,
    /// `fn-…`, the id its list item must have.
    pub anchor: String,
    /// The way to it.
    pub permalink: PermalinkView,
    /// All its blocks but a last paragraph.
    pub html: String,
    /// The text of a last paragraph, without the tags around it; empty where the note ends in
    /// something else. The way back belongs behind it.
    pub tail_html: String,
    /// Ways back to the places that refer to it.
    pub backlinks: Vec<BacklinkView>,
}

/// A way back from a note.
#[derive(Debug, Clone, Serialize)]
pub struct BacklinkView {
    /// Where to.
    pub href: String,
    /// Which of the references at that place it is, from 1, where there are several.
    pub index: Option<usize>,
    /// The place, in words ("mục I.2", "nhiệm vụ 3"), where it is on another page.
    pub place: Option<String>,
}

/// An entry of an outline.
#[derive(Debug, Clone, Serialize)]
pub struct OutlineView {
    /// The number with its punctuation ("Phần thứ nhất", "I.", "a)"), empty where there is none.
    pub label: String,
    /// The title, plain.
    pub title: String,
    /// Where it is.
    pub href: String,
    /// Whether it is the section this page shows.
    pub current: bool,
    /// Whether the section this page shows is this one or below it.
    pub open: bool,
    /// Sections one level down.
    pub children: Vec<OutlineView>,
}

/// A page with more than text: its notes.
#[derive(Debug, Clone, Serialize)]
pub struct BodyView {
    /// The text.
    pub html: String,
    /// Whether the text of the report ends here, so that the signature follows.
    pub closing: bool,
    /// The appendices, which stand behind the signature.
    pub appendices: String,
    /// The notes it refers to.
    pub notes: Vec<NoteView>,
}

/// What stands around the text of a report (Nghị định 30/2020/NĐ-CP, Phụ lục I).
#[derive(Debug, Clone, Serialize)]
pub struct ReportView {
    /// The subject (trích yếu).
    pub title: String,
    /// The kind of document (tên loại): "Báo cáo".
    pub kind: String,
    /// Body above the issuer.
    pub issuer_parent: Option<String>,
    /// The issuing body.
    pub issuer: Option<String>,
    /// The issuing body as it stands in a sentence, where the head has it in capitals.
    pub author: Option<String>,
    /// "15/BC-UBND"; with a gap for the number where it is open; nothing without a symbol.
    pub number: Option<String>,
    /// Whether the number is still open.
    pub number_open: bool,
    /// "Hà Tĩnh, ngày 05 tháng 12 năm 2023", as the decree writes it; gaps where it is open.
    pub place_and_date: Option<String>,
    /// "05/12/2023" or what is known of it.
    pub date: Option<String>,
    /// Machine-readable date, for `<time datetime>`, where year, month and day are known.
    pub date_iso: Option<String>,
    /// The line in brackets under the title, without the brackets.
    pub occasion: Option<String>,
    /// `draft`, `final` or `reader`.
    pub status: &'static str,
    /// How officials cite it the first time, in full: "Báo cáo số 15/BC-UBND ngày … của … về …".
    pub citation: String,
    /// Who signed.
    pub signature: Option<SignatureView>,
    /// Who received it (nơi nhận).
    pub recipients: Vec<String>,
    /// Link to the report's front page.
    pub href: String,
    /// Links to its other pages: full text, footnotes, directives, documents; only those that
    /// have something to show.
    pub pages: Vec<Link>,
    /// The data files: `report.json` and the tables.
    pub downloads: Vec<DownloadView>,
    /// The outline.
    pub outline: Vec<OutlineView>,
    /// How much there is of it.
    pub counts: CountsView,
}

/// A key figure of a report.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorView {
    /// What is counted.
    pub label: String,
    /// The figure: "8,05".
    pub value: String,
    /// "%", "tỷ đồng".
    pub unit: Option<String>,
    /// How it has changed: "tăng 1,2 lần".
    pub change: Option<String>,
    /// Link to the place that states it.
    pub href: String,
    /// That place in words: "đoạn 2 mục I".
    pub place: String,
}

/// The key figures of the newest report, on the site's front page.
#[derive(Debug, Clone, Serialize)]
pub struct HighlightsView {
    /// The report's title.
    pub title: String,
    /// Language of it and of the figures.
    pub language: &'static str,
    /// `draft`, `final` or `reader`.
    pub status: &'static str,
    /// Link to the report.
    pub href: String,
    /// The first figures.
    pub indicators: Vec<IndicatorView>,
}

/// Who signed a report.
#[derive(Debug, Clone, Serialize)]
pub struct SignatureView {
    /// "TM. ỦY BAN NHÂN DÂN".
    pub authority: Option<String>,
    /// "KT. CHỦ TỊCH".
    pub acting: Option<String>,
    /// "PHÓ CHỦ TỊCH".
    pub position: Option<String>,
    /// The name.
    pub name: Option<String>,
}

/// A file to take away.
#[derive(Debug, Clone, Serialize)]
pub struct DownloadView {
    /// What is in it.
    pub title: String,
    /// "JSON", "CSV", "BibLaTeX", "CSL-JSON" or "ICS".
    pub format: &'static str,
    /// Where it is.
    pub href: String,
}

/// How much there is of a report.
#[derive(Debug, Clone, Serialize)]
pub struct CountsView {
    /// Numbered and unnumbered sections.
    pub sections: usize,
    /// Directives.
    pub directives: usize,
    /// Footnotes.
    pub footnotes: usize,
    /// Cited documents.
    pub documents: usize,
}

/// Template `chart.html`: a chart where it stands in the text.
#[derive(Debug, Serialize)]
pub struct ChartBlock {
    /// Language of the site.
    pub language: &'static str,
    /// Language of the text.
    pub text_language: &'static str,
    /// What its parts are named after.
    pub id: String,
    /// The anchor of its caption.
    pub anchor: String,
    /// "Biểu đồ 2".
    pub label: String,
    /// The way to it; none in a note.
    pub permalink: Option<PermalinkView>,
    /// `bar`, `line`, `stacked-bar` or `share`.
    pub kind: &'static str,
    /// Title.
    pub title: String,
    /// What is counted in.
    pub unit: Option<String>,
    /// Where the figures come from.
    pub source: Option<String>,
    /// The ends of its axis of numbers, where 0 is not between them.
    pub axis: Option<AxisView>,
    /// The chart drawn narrow and wide; one of them is shown.
    pub drawings: [DrawingView; 2],
    /// Name of the column of labels; may be empty.
    pub heading: String,
    /// The columns of numbers.
    pub series: Vec<SeriesView>,
    /// The rows, each with its label and numbers.
    pub rows: Vec<RowView>,
    /// Link to the file of the figures.
    pub href: String,
}

/// An axis of numbers that does not begin at 0.
#[derive(Debug, Serialize)]
pub struct AxisView {
    /// Its lowest number.
    pub low: String,
    /// Its highest number.
    pub high: String,
}

/// A drawing of a chart.
#[derive(Debug, Serialize)]
pub struct DrawingView {
    /// `narrow` or `wide`.
    pub name: &'static str,
    /// What an SVG element shows in `width` by `height`.
    pub svg_html: String,
    /// Width of the drawing.
    pub width: u32,
    /// Height of the drawing.
    pub height: u32,
}

/// A column of numbers of a chart.
#[derive(Debug, Serialize)]
pub struct SeriesView {
    /// Its name.
    pub name: String,
    /// The lowest number.
    pub lowest: String,
    /// The row of the lowest number.
    pub lowest_at: String,
    /// The highest number.
    pub highest: String,
    /// The row of the highest number.
    pub highest_at: String,
}

/// A row of the figures of a chart.
#[derive(Debug, Serialize)]
pub struct RowView {
    /// What it is about.
    pub label: String,
    /// Its numbers, as text.
    pub values: Vec<String>,
}

/// A directive.
#[derive(Debug, Clone, Serialize)]
pub struct DirectiveView {
    /// Its id, for the `id` of its element.
    pub id: String,
    /// Its number in its list.
    pub number: usize,
    /// "Nhiệm vụ 3".
    pub label: String,
    /// The way to it.
    pub permalink: PermalinkView,
    /// What it asks for, in one line.
    pub summary: Option<String>,
    /// Who answers for it, each with the link to its page.
    pub lead: Vec<Link>,
    /// Who helps, likewise.
    pub support: Vec<Link>,
    /// "31/3/2024".
    pub deadline: Option<String>,
    /// "2024-03-31".
    pub deadline_iso: Option<String>,
    /// Topics.
    pub topics: Vec<String>,
    /// `open`, `in-progress` or `done`, where it is said.
    pub state: Option<&'static str>,
    /// The text.
    pub html: String,
    /// Link to the place where it stands in the text.
    pub href: String,
}

/// A directive in a table of directives.
#[derive(Debug, Clone, Serialize)]
pub struct DirectiveRowView {
    /// Its id, which is that of its full text where the page shows it.
    pub id: String,
    /// Its number in its list.
    pub number: usize,
    /// "Nhiệm vụ 3".
    pub label: String,
    /// "mục II.3" or the name of its list, where the report has several lists, each of which
    /// begins with 1.
    pub place: Option<String>,
    /// What it asks for, in one line.
    pub summary: Option<String>,
    /// Where its text is.
    pub href: String,
    /// Who answers for it, each with the link to its page.
    pub lead: Vec<Link>,
    /// "31/3/2024".
    pub deadline: Option<String>,
    /// "2024-03-31".
    pub deadline_iso: Option<String>,
    /// `open`, `in-progress` or `done`, where it is said.
    pub state: Option<&'static str>,
    /// The values of `filters` that it has: who answers for it, with `|` between them.
    pub lead_keys: String,
    /// Who helps, likewise.
    pub support_keys: String,
    /// Its topics, likewise.
    pub topic_keys: String,
}

/// How many directives are how far.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct StatesView {
    /// All of them.
    pub total: usize,
    /// Not begun.
    pub open: usize,
    /// Begun.
    pub in_progress: usize,
    /// Done.
    pub done: usize,
    /// Those of which nothing is said.
    pub unknown: usize,
}

/// A choice of a filter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct OptionView {
    /// What stands for it in the address.
    pub value: String,
    /// What a reader sees.
    pub label: String,
}

/// What directives can be told apart by; a list is empty where they have nothing of the kind.
#[derive(Debug, Clone, Serialize)]
pub struct FiltersView {
    /// Departments that lead or support, in alphabetical order.
    pub departments: Vec<OptionView>,
    /// Topics, in alphabetical order.
    pub topics: Vec<OptionView>,
    /// Quarters with deadlines: `2024-q1`.
    pub quarters: Vec<OptionView>,
    /// Months with deadlines: `2024-03`.
    pub months: Vec<OptionView>,
    /// Whether some have no deadline.
    pub undated: bool,
    /// States.
    pub states: Vec<&'static str>,
    /// Whether some have no state.
    pub stateless: bool,
}

/// A list of directives.
#[derive(Debug, Clone, Serialize)]
pub struct DirectiveListView {
    /// Title of the section that the list stands in, where the report has several lists; without
    /// a section the name of its folder.
    pub title: Option<String>,
    /// Its directives.
    pub directives: Vec<DirectiveView>,
    /// The same, each in a line.
    pub rows: Vec<DirectiveRowView>,
}

/// A document that a report or the site cites.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentView {
    /// The anchor of its entry.
    pub id: String,
    /// Language of what is known of it.
    pub language: &'static str,
    /// "Nghị quyết".
    pub kind: Option<String>,
    /// "01/NQ-CP".
    pub symbol: String,
    /// "06/01/2023".
    pub date: Option<String>,
    /// "2023-01-06".
    pub date_iso: Option<String>,
    /// "Chính phủ".
    pub issuer: Option<String>,
    /// What it is about, where the registry knows it.
    pub title: Option<String>,
    /// Where it can be read, where the registry knows it.
    pub url: Option<String>,
    /// Every place that cites it.
    pub mentions: Vec<MentionView>,
}

/// A place that cites a document.
#[derive(Debug, Clone, Serialize)]
pub struct MentionView {
    /// Where.
    pub href: String,
    /// The place in words: "mục I.2", "nhiệm vụ 3", "chú thích 4".
    pub place: String,
    /// Language of these.
    pub language: &'static str,
    /// Title of the report, on the page of the whole site.
    pub report: Option<String>,
}

/// A report or page in a list.
#[derive(Debug, Clone, Serialize)]
pub struct EntryView {
    /// `report`, `text` or `folder`.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// Language of its title and excerpt.
    pub language: &'static str,
    /// Where it is.
    pub href: String,
    /// "15/BC-UBND", for a report with a number.
    pub number: Option<String>,
    /// Kind of document, for a report.
    pub document_kind: Option<String>,
    /// "05/12/2023" or "2023".
    pub date: Option<String>,
    /// Machine-readable.
    pub date_iso: Option<String>,
    /// Issuer, for a report.
    pub issuer: Option<String>,
    /// `draft`, `final` or `reader`, for a report.
    pub status: Option<&'static str>,
    /// The first sentences.
    pub excerpt: Option<String>,
}

/// Template `folder.html`: the front page and every folder's.
#[derive(Debug, Serialize)]
pub struct FolderPage {
    /// The site.
    pub site: SiteView,
    /// The page.
    pub page: PageView,
    /// The id of its title, where the title is the first heading of the folder's `index.md`.
    pub id: Option<String>,
    /// Title, with emphasis and references.
    pub title_html: String,
    /// The text of the folder's `index.md`.
    pub body: Option<BodyView>,
    /// Whether it is the site's front page.
    pub front: bool,
    /// On the site's front page, the key figures of the newest report that has some.
    pub highlights: Option<HighlightsView>,
    /// What is in it and below it, newest first.
    pub entries: Vec<EntryView>,
}

/// Template `text.html`: a page of its own.
#[derive(Debug, Serialize)]
pub struct TextPage {
    /// The site.
    pub site: SiteView,
    /// The page.
    pub page: PageView,
    /// The id of its title, where the title is a heading of the text.
    pub id: Option<String>,
    /// Title, with emphasis and references.
    pub title_html: String,
    /// Text and notes.
    pub body: BodyView,
    /// The page's headings.
    pub outline: Vec<OutlineView>,
}

/// Template `report.html`: the front page of a report.
#[derive(Debug, Serialize)]
pub struct ReportPage {
    /// The site.
    pub site: SiteView,
    /// The page.
    pub page: PageView,
    /// The report.
    pub report: ReportView,
    /// The text before the first heading.
    pub body: BodyView,
    /// Its key figures.
    pub indicators: Vec<IndicatorView>,
    /// The first page of the text.
    pub next: Option<Link>,
}

/// Template `section.html`: a section with a page of its own.
#[derive(Debug, Serialize)]
pub struct SectionPage {
    /// The site.
    pub site: SiteView,
    /// The page.
    pub page: PageView,
    /// The report.
    pub report: ReportView,
    /// The section's id, for its `h1`.
    pub id: String,
    /// Number with punctuation ("I.", "Phần thứ nhất"), empty where there is none.
    pub label: String,
    /// Title, with emphasis and references.
    pub title_html: String,
    /// The way to the section.
    pub permalink: PermalinkView,
    /// Text and notes.
    pub body: BodyView,
    /// Sections below that have pages of their own.
    pub children: Vec<OutlineView>,
    /// The page before, in reading order.
    pub previous: Option<Link>,
    /// The page after.
    pub next: Option<Link>,
}

/// Template `full-text.html`: the whole report on one page.
#[derive(Debug, Serialize)]
pub struct FullTextPage {
    /// The site.
    pub site: SiteView,
    /// The page.
    pub page: PageView,
    /// The report.
    pub report: ReportView,
    /// The text in front of the signature, cut where the site begins a new page.
    pub parts: Vec<PartView>,
    /// The appendices, which stand behind it.
    pub appendices: Vec<PartView>,
}

/// A part of the full text with the notes that it is the first to refer to.
#[derive(Debug, Serialize)]
pub struct PartView {
    /// What it is called elsewhere: "mục I.2".
    pub place: String,
    /// The text; empty where there is none.
    pub html: String,
    /// Its notes.
    pub notes: Vec<NoteView>,
}

/// Template `footnotes.html`: every footnote of a report.
#[derive(Debug, Serialize)]
pub struct FootnotesPage {
    /// The site.
    pub site: SiteView,
    /// The page.
    pub page: PageView,
    /// The report.
    pub report: ReportView,
    /// The notes; each way back leads to another page and says where to.
    pub notes: Vec<NoteView>,
}

/// Template `directives.html`: every directive of a report.
#[derive(Debug, Serialize)]
pub struct DirectivesPage {
    /// The site.
    pub site: SiteView,
    /// The page.
    pub page: PageView,
    /// The report.
    pub report: ReportView,
    /// How many there are.
    pub states: StatesView,
    /// What they can be filtered by.
    pub filters: FiltersView,
    /// Link to their deadlines as a calendar, where there are any.
    pub calendar: Option<String>,
    /// The lists.
    pub lists: Vec<DirectiveListView>,
    /// The notes that they refer to.
    pub notes: Vec<NoteView>,
}

/// Template `documents.html`: every document that a report cites.
#[derive(Debug, Serialize)]
pub struct DocumentsPage {
    /// The site.
    pub site: SiteView,
    /// The page.
    pub page: PageView,
    /// The report.
    pub report: ReportView,
    /// The documents.
    pub documents: Vec<DocumentView>,
}

/// Template `site-documents.html`: every document that the site cites.
#[derive(Debug, Serialize)]
pub struct SiteDocumentsPage {
    /// The site.
    pub site: SiteView,
    /// The page.
    pub page: PageView,
    /// The documents.
    pub documents: Vec<DocumentView>,
}

/// A report with the directives of a department.
#[derive(Debug, Serialize)]
pub struct DepartmentReportView {
    /// Title of the report.
    pub title: String,
    /// Language of it and of the directives.
    pub language: &'static str,
    /// Link to its front page.
    pub href: String,
    /// "15/BC-UBND", where the report has a number.
    pub number: Option<String>,
    /// "05/12/2023" or what is known of it.
    pub date: Option<String>,
    /// Machine-readable.
    pub date_iso: Option<String>,
    /// `draft`, `final` or `reader`.
    pub status: &'static str,
    /// The directives, in reading order.
    pub rows: Vec<DirectiveRowView>,
}

/// Template `department.html`: who leads or supports directives, and which.
#[derive(Debug, Serialize)]
pub struct DepartmentPage {
    /// The site.
    pub site: SiteView,
    /// The page.
    pub page: PageView,
    /// How far those are that it leads.
    pub states: StatesView,
    /// Link to all its deadlines as a calendar, where there are any.
    pub calendar: Option<String>,
    /// What it leads, newest report first.
    pub lead: Vec<DepartmentReportView>,
    /// What it supports, likewise.
    pub support: Vec<DepartmentReportView>,
}

/// A department in the list of all.
#[derive(Debug, Serialize)]
pub struct DepartmentView {
    /// Its name.
    pub name: String,
    /// Language of the name.
    pub language: &'static str,
    /// Link to its page.
    pub href: String,
    /// How far those directives are that it leads.
    pub states: StatesView,
    /// How many it supports.
    pub support: usize,
}

/// Template `departments.html`: everyone who leads or supports directives on the site.
#[derive(Debug, Serialize)]
pub struct DepartmentsPage {
    /// The site.
    pub site: SiteView,
    /// The page.
    pub page: PageView,
    /// Link to the deadlines of the whole site as a calendar, where there are any.
    pub calendar: Option<String>,
    /// `draft` and `reader`, where directives of such reports are counted.
    pub editions: Vec<&'static str>,
    /// In Vietnamese alphabetical order.
    pub departments: Vec<DepartmentView>,
}

/// An abbreviation.
#[derive(Debug, Serialize)]
pub struct AbbreviationView {
    /// The anchor of its entry.
    pub id: String,
    /// "CCHC".
    pub short: String,
    /// "cải cách hành chính".
    pub long: String,
}

/// Template `abbreviations.html`.
#[derive(Debug, Serialize)]
pub struct AbbreviationsPage {
    /// The site.
    pub site: SiteView,
    /// The page.
    pub page: PageView,
    /// In Vietnamese alphabetical order.
    pub abbreviations: Vec<AbbreviationView>,
}

/// Template `search.html`. Its form asks for what the script then shows: `q`, and of each filter the
/// values that were chosen.
#[derive(Debug, Serialize)]
pub struct SearchPage {
    /// The site.
    pub site: SiteView,
    /// The page.
    pub page: PageView,
    /// Link to the folder of the index.
    pub index: String,
    /// Link to the site's root, where the addresses of results begin.
    pub root: String,
    /// Kinds of results, as values of the filter `kind`.
    pub kinds: Vec<&'static str>,
    /// Years of reports, newest first.
    pub years: Vec<u16>,
    /// The languages of reports and pages, as values of the filter `language`.
    pub languages: Vec<&'static str>,
    /// Reports, newest first.
    pub reports: Vec<ReportChoice>,
}

/// A report, as a value of the filter `report` and in the list for browsers without script.
#[derive(Debug, Serialize)]
pub struct ReportChoice {
    /// Its path.
    pub value: String,
    /// Its title.
    pub title: String,
    /// "15/BC-UBND", for a report with a number.
    pub number: Option<String>,
    /// "05/12/2023" or "2023".
    pub date: Option<String>,
    /// What it is worth: `draft`, `final` or `reader`.
    pub status: &'static str,
    /// The code of its language.
    pub language: &'static str,
    /// Link to it.
    pub href: String,
    /// Link to its whole text.
    pub full_text: String,
}

/// Template `not-found.html`, published as `/404.html`; links on it start at the root of the
/// site's address, since a server shows it under any address.
#[derive(Debug, Serialize)]
pub struct NotFoundPage {
    /// The site.
    pub site: SiteView,
    /// The page.
    pub page: PageView,
}

/// A page in the site map or feed.
#[derive(Debug, Serialize)]
pub struct AddressView {
    /// Full address.
    pub url: String,
    /// Title.
    pub title: String,
    /// Language of what is said of it.
    pub language: &'static str,
    /// Date as `2023-12-05`, where it is known to the day.
    pub date: Option<String>,
    /// Who issued it.
    pub author: Option<String>,
    /// The first sentences.
    pub summary: Option<String>,
    /// In the feed: `draft`, `final`, `reader`.
    pub status: Option<&'static str>,
    /// In the feed, what a text is that is not the one that was issued, in words of its language.
    pub edition: Option<String>,
}

/// Templates `sitemap.xml`, `atom.xml` and `robots.txt`.
#[derive(Debug, Serialize)]
pub struct MachinePage {
    /// The site.
    pub site: SiteView,
    /// Full address of the front page, with a `/` at the end; empty where it is not known.
    pub base_url: String,
    /// Pages for the site map; reports for the feed, newest first.
    pub entries: Vec<AddressView>,
    /// Newest date of the entries, as `2023-12-05`.
    pub updated: Option<String>,
}

/// An element of the text that the body renderer leaves to a template: `directive.html`, one
/// directive where it stands in the text.
#[derive(Debug, Serialize)]
pub struct DirectiveBlock<'a> {
    /// The directive.
    pub directive: &'a DirectiveView,
    /// Level for its heading, 2 to 6.
    pub heading_level: u8,
    /// Language of the site.
    pub language: &'static str,
    /// Language of the text.
    pub text_language: &'static str,
}
