//! Draft -> outline: numbers, pages, anchors and notes of one report, seen by itself.
//!
//! After this phase every thing in a report has a name and a place; where its links and
//! citations lead takes the other reports too and comes in the next phase.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::anchor::{Anchors, Family, is_reserved_page, slug};
use super::note::{self, Notes};
use super::number::{self, DEFAULT_SCHEMES, Numbered, Runs};
use crate::content::suspect::{self, Suspect};
use crate::diag::Diagnostic;
use crate::locale::Locale;
use crate::model::draft::{Draft, DraftDirective, DraftSection, DraftTable, Kind, Unread};
use crate::model::flow::{Block, Flow, Piece, PlainText, References};
use crate::model::resolved::{Page, Place, Target};
use crate::model::table::{
    ChartId, DirectiveId, Id, ListId, PageId, ParagraphId, ReferenceId, SectionId, Table, TableId,
};
use crate::source::Span;

/// A draft whose parts have names and places.
#[derive(Debug)]
pub struct Outline {
    /// The draft.
    pub draft: Draft,
    /// Title in plain text.
    pub title: String,
    /// Titles of the sections in plain text.
    pub titles: Vec<String>,
    /// Numbers of the sections.
    pub numbered: Table<SectionId, Numbered>,
    /// What references to the sections say.
    pub citations: Vec<String>,
    /// The words of its language.
    pub words: Arc<Locale>,
    /// Ids of the sections.
    pub section_ids: Vec<String>,
    /// The page that each section stands on.
    pub section_pages: Table<SectionId, PageId>,
    /// The pages of the text.
    pub pages: Table<PageId, Page>,
    /// Lists of directives in the order in which they stand in the text, and where.
    pub placed: Vec<(ListId, Place)>,
    /// Directives, list after list.
    pub directives: Table<DirectiveId, Placed>,
    /// Every anchor but the footnotes'.
    pub anchors: BTreeMap<String, Target>,
    /// Anchors of the paragraphs.
    pub paragraphs: BTreeMap<ParagraphId, String>,
    /// Anchors of the tables.
    pub tables: BTreeMap<TableId, String>,
    /// Anchors of the charts.
    pub charts: BTreeMap<ChartId, String>,
    /// The footnotes.
    pub notes: Notes,
}

impl Outline {
    /// The number of a table among those with captions, in the order of the text.
    #[must_use]
    pub fn table_number(&self, id: TableId) -> Option<usize> {
        let tables = &self.draft.tables.tables;
        tables[id].caption.as_ref()?;
        let before = tables.iter().take_while(|(other, _)| *other != id);
        Some(before.filter(|(_, table)| table.caption.is_some()).count() + 1)
    }

    /// What a reference to a section says, in the language of `words`.
    #[must_use]
    pub fn section_citation(&self, id: SectionId, words: &Locale) -> String {
        if words.language() == self.words.language() {
            return self.citations[id.index()].clone();
        }
        number::citations(&self.numbered, &self.titles, words).swap_remove(id.index())
    }

    /// A directive in words: "nhiệm vụ 3". Where a report has several lists, each of which is
    /// numbered from 1, the section of its list follows, or the list's name.
    #[must_use]
    pub fn directive_citation(&self, id: DirectiveId, words: &Locale) -> String {
        let citation = self.directive_name(id, words);
        match self.distinction(id) {
            Some(Distinction::Section(section)) => {
                let place = self.section_citation(section, words);
                let args = [("directive", citation.into()), ("place", place.into())];
                words.format("site-cite-directive-of", &args)
            }
            Some(Distinction::Name(name)) => format!("{citation} ({name})"),
            None => citation,
        }
    }

    /// A directive within its list.
    pub(super) fn directive_name(&self, id: DirectiveId, words: &Locale) -> String {
        let number = self.directives[id].index + 1;
        words.format("site-cite-directive", &[("number", number.into())])
    }

    /// What follows the number of a directive where a report has several lists: "mục II.3", or the
    /// name of its list.
    #[must_use]
    pub fn directive_place(&self, id: DirectiveId) -> Option<String> {
        Some(match self.distinction(id)? {
            Distinction::Section(section) => self.citations[section.index()].clone(),
            Distinction::Name(name) => name.to_owned(),
        })
    }

    /// What tells the list of a directive from the other lists of its report.
    fn distinction(&self, id: DirectiveId) -> Option<Distinction<'_>> {
        let list = self.directives[id].list;
        let (_, place) = self.placed.iter().find(|(own, _)| *own == list)?;
        let together = self.placed.iter().filter(|(_, other)| other == place).count();
        match place {
            _ if self.placed.len() < 2 => None,
            Place::Section(section) if together == 1 => Some(Distinction::Section(*section)),
            _ => list_name(&self.draft.lists[list].folder).map(Distinction::Name),
        }
    }
}

/// What tells a list of directives from the others of its report.
enum Distinction<'a> {
    /// The section that it alone stands in.
    Section(SectionId),
    /// Its name.
    Name(&'a str),
}

/// A directive that has its place.
#[derive(Debug)]
pub struct Placed {
    /// Its list in the draft.
    pub list: ListId,
    /// Its place in that list, from 0.
    pub index: usize,
    /// Its id.
    pub id: String,
    /// The page where it stands.
    pub page: PageId,
}

/// Names and places everything in a draft.
#[must_use]
pub fn outline(draft: Draft, words: Arc<Locale>, diagnostics: &mut Vec<Diagnostic>) -> Outline {
    let titles: Vec<String> =
        draft.sections.values().map(|section| plain(&draft, &section.title)).collect();
    let schemes = schemes(&draft);
    let mut mismatches = Vec::new();
    let numbered = number::number(&draft.sections, &titles, &schemes, &words, &mut mismatches);
    let citations = number::citations(&numbered, &titles, &words);
    // How the sections are numbered is not known where that could not be read.
    let misread = matches!(&draft.kind, Kind::Report(meta) if meta.misread.numbering);
    if !misread && !draft.slips.headings_missed {
        diagnostics.extend(mismatches);
    }
    check_appendices(&draft, diagnostics);
    let placed = place_lists(&draft, diagnostics);
    let mut anchors = Anchors::default();
    let section_ids;
    let mut directives = Table::default();
    let (section_pages, begins) = paginate(&draft);
    {
        anchors.opening(&family(&draft, &draft.opening), start(&draft));
        let mut chosen = choose_sections(&draft, &begins, &mut anchors, diagnostics);
        choose_directives(
            &draft,
            &placed,
            &section_pages,
            &mut anchors,
            &mut directives,
            diagnostics,
        );
        choose_tables(&draft, &mut anchors, diagnostics);
        choose_charts(&draft, &words, &mut anchors, diagnostics);
        for (id, section) in draft.sections.iter() {
            let slot = &mut chosen[id.index()];
            if slot.is_none() {
                let family = family(&draft, &section.blocks);
                let base = slug(&titles[id.index()]);
                let page = begins.contains(&id);
                *slot =
                    Some(anchors.derive(&base, Target::Section(id), section.span, &family, page));
            }
        }
        section_ids = chosen.into_iter().map(Option::unwrap_or_default).collect::<Vec<_>>();
    }
    let pages = pages(&draft, &begins, &section_ids);
    let anchors = anchors.finish();
    let flows = text_flows(&draft, &placed);
    let notes = note::number(&draft, &flows, diagnostics);
    let paragraphs = inverse(&anchors, |target| match target {
        Target::Paragraph(id) => Some(id),
        _ => None,
    });
    let tables = inverse(&anchors, |target| match target {
        Target::Table(id) => Some(id),
        _ => None,
    });
    let charts = inverse(&anchors, |target| match target {
        Target::Chart(id) => Some(id),
        _ => None,
    });
    let title = title(&draft, &titles);
    Outline {
        draft,
        title,
        titles,
        numbered,
        citations,
        words,
        section_ids,
        section_pages,
        pages,
        placed,
        directives,
        anchors,
        paragraphs,
        tables,
        charts,
        notes,
    }
}

fn inverse<I: Ord>(
    anchors: &BTreeMap<String, Target>,
    of: impl Fn(Target) -> Option<I>,
) -> BTreeMap<I, String> {
    anchors.iter().filter_map(|(anchor, &target)| Some((of(target)?, anchor.clone()))).collect()
}

fn schemes(draft: &Draft) -> Vec<crate::model::meta::Scheme> {
    match &draft.kind {
        Kind::Report(meta) => meta.numbering.clone().unwrap_or_else(|| DEFAULT_SCHEMES.to_vec()),
        Kind::Page(_) => Vec::new(),
    }
}

fn title(draft: &Draft, titles: &[String]) -> String {
    match &draft.kind {
        Kind::Report(meta) => meta.title.clone(),
        Kind::Page(meta) => meta
            .title
            .clone()
            .or_else(|| titles.first().cloned())
            .unwrap_or_else(|| draft.path.rsplit('/').next().unwrap_or_default().to_owned()),
    }
}

fn start(draft: &Draft) -> Span {
    match &draft.kind {
        Kind::Report(meta) => meta.spans.start,
        Kind::Page(meta) => meta.start,
    }
}

/// A flow of a draft as plain text, without references.
fn plain(draft: &Draft, flow: &[Piece]) -> String {
    let number = |_: ReferenceId| 0;
    let alt = |id| draft.tables.images[id].alt.as_str();
    // A chart is a block of its own, and so stands in no title.
    let chart = |_| String::new();
    let mut text = PlainText::new(References::Omitted, &number, &alt, &chart);
    text.flow(flow);
    text.finish().split_whitespace().collect::<Vec<_>>().join(" ")
}

// Pages.

/// The page of each section, and the sections that begin one.
fn paginate(draft: &Draft) -> (Table<SectionId, PageId>, Vec<SectionId>) {
    let split = match &draft.kind {
        Kind::Report(meta) => meta.split,
        Kind::Page(_) => 0,
    };
    let mut begins = Vec::new();
    let pages = draft
        .sections
        .iter()
        .map(|(id, section)| {
            if section.level <= split {
                begins.push(id);
            }
            PageId::from_index(begins.len())
        })
        .collect();
    (pages, begins)
}

fn pages(draft: &Draft, begins: &[SectionId], ids: &[String]) -> Table<PageId, Page> {
    let root = if draft.path.is_empty() { String::new() } else { format!("{}/", draft.path) };
    let front = Page { section: None, address: root.clone() };
    let sections = begins
        .iter()
        .map(|&id| Page { section: Some(id), address: format!("{root}{}/", ids[id.index()]) });
    std::iter::once(front).chain(sections).collect()
}

// Directives.

/// Where each list stands; lists that stand nowhere or twice are reported.
fn place_lists(draft: &Draft, diagnostics: &mut Vec<Diagnostic>) -> Vec<(ListId, Place)> {
    let mut placed: Vec<(ListId, Place)> = Vec::new();
    let sections = draft.sections.iter().map(|(id, section)| (Place::Section(id), &section.blocks));
    for (place, blocks) in std::iter::once((Place::Opening, &draft.opening)).chain(sections) {
        for block in blocks {
            if let Block::Directives(list) = block
                && placed.iter().all(|(other, _)| other != list)
            {
                placed.push((*list, place));
            }
        }
    }
    for (id, list) in draft.lists.iter() {
        if let [first, others @ ..] = list.placements.as_slice() {
            for other in others {
                diagnostics.push(Diagnostic::directives_placed_twice(*other, &list.folder, *first));
            }
        } else if let Some(first) =
            list.directives.first().filter(|_| draft.slips.unread < Unread::Text)
        {
            let count = list.directives.len();
            let folder = format!("{}/", list.folder);
            let told = Diagnostic::directive_unplaced(first.span, &folder, count);
            diagnostics.push(match list.links.first() {
                Some(&link) => told.linked_at(link, &folder),
                None => told,
            });
            debug_assert!(placed.iter().all(|(other, _)| *other != id));
        }
    }
    placed
}

fn choose_directives(
    draft: &Draft,
    placed: &[(ListId, Place)],
    section_pages: &Table<SectionId, PageId>,
    anchors: &mut Anchors,
    directives: &mut Table<DirectiveId, Placed>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for &(list, place) in placed {
        let page = match place {
            Place::Section(section) => section_pages[section],
            _ => PageId::from_index(0),
        };
        let name = list_name(&draft.lists[list].folder);
        let mut runs = Runs::default();
        for (index, directive) in draft.lists[list].directives.iter().enumerate() {
            let number = index + 1;
            check_directive(directive, number, &mut runs);
            let target = Target::Directive(DirectiveId::from_index(directives.len()));
            let (id, span) = match (&directive.meta.id, name) {
                (Some((id, span)), _) => (id.clone(), *span),
                (None, None) => (format!("nv-{number}"), directive.span),
                (None, Some(name)) => (format!("nv-{}-{number}", slug(name)), directive.span),
            };
            let family = family(draft, &directive.blocks);
            let id = anchors.choose(&id, target, span, &family, diagnostics);
            directives.push(Placed { list, index, id, page });
        }
        diagnostics.extend(runs.finish());
    }
}

/// Reports a number that a directive asserts and does not have.
fn check_directive(directive: &DraftDirective, number: usize, runs: &mut Runs<()>) {
    match directive.meta.number {
        Some((asserted, span)) if asserted != number => {
            let shift = i64::try_from(asserted).ok().zip(i64::try_from(number).ok());
            let shift = shift.map(|(asserted, number)| asserted - number);
            let (asserted, computed) = (asserted.to_string(), number.to_string());
            runs.wrong((), shift, Diagnostic::number_mismatch(span, &asserted, &computed));
        }
        Some(_) => runs.right(&()),
        None => {}
    }
}

/// Appendices are the last sections of a report, and an ordinary page has none.
fn check_appendices(draft: &Draft, diagnostics: &mut Vec<Diagnostic>) {
    let mut first: Option<u8> = None;
    for section in draft.sections.values() {
        if section.appendix && matches!(draft.kind, Kind::Page(_)) {
            let known = ["n", "unnumbered"];
            diagnostics.push(Diagnostic::field_unknown(section.span, "appendix", None, &known));
        } else if section.appendix {
            first = first.map(|level| level.min(section.level)).or(Some(section.level));
        } else if first.is_some_and(|level| section.level <= level) {
            diagnostics.push(Diagnostic::section_behind_appendix(section.span));
        }
    }
}

/// The name of a list that is not the report's only one: the folder below `directives`.
#[must_use]
pub fn list_name(folder: &str) -> Option<&str> {
    folder.strip_prefix("directives/").filter(|name| !name.is_empty())
}

// Anchors.

fn choose_sections(
    draft: &Draft,
    begins: &[SectionId],
    anchors: &mut Anchors,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Option<String>> {
    let choose = |(id, section): (SectionId, &DraftSection)| {
        let chosen = section.id.as_deref()?;
        let family = family(draft, &section.blocks);
        let target = Target::Section(id);
        if begins.contains(&id) && is_reserved_page(chosen) {
            diagnostics.push(Diagnostic::id_invalid(section.span, chosen, "id-reason-page"));
            return Some(anchors.derive(chosen, target, section.span, &family, true));
        }
        Some(anchors.choose(chosen, target, section.span, &family, diagnostics))
    };
    draft.sections.iter().map(choose).collect()
}

fn choose_tables(draft: &Draft, anchors: &mut Anchors, diagnostics: &mut Vec<Diagnostic>) {
    for (id, table) in draft.tables.tables.iter() {
        if let Some((chosen, span)) = &table.id {
            anchors.choose(chosen, Target::Table(id), *span, &Family::default(), diagnostics);
        }
    }
}

fn choose_charts(
    draft: &Draft,
    words: &Locale,
    anchors: &mut Anchors,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (id, chart) in draft.tables.charts.iter() {
        let label = words.format("site-chart-numbered", &[("number", (id.index() + 1).into())]);
        let title = chart.title.text();
        if suspect::repeats_number(title, &label) {
            let span = chart.title.span(0..title.len()).unwrap_or(chart.span);
            diagnostics.push(Suspect::ChartNumber.at(span));
        }
        if let Some((chosen, span)) = &chart.id {
            anchors.choose(chosen, Target::Chart(id), *span, &Family::default(), diagnostics);
        }
    }
}

/// What gets anchors from the heading above it.
fn family(draft: &Draft, blocks: &[Block]) -> Family {
    let mut family = Family::default();
    let mut tables = 0;
    for block in blocks {
        match block {
            Block::Paragraph(Some(id), _) => family.paragraphs.push(*id),
            Block::Table(id, _) => {
                tables += 1;
                if draft.tables.tables[*id].id.is_none() {
                    family.tables.push((tables, *id));
                }
            }
            _ => {}
        }
    }
    let charts = (1..).zip(blocks.iter().flat_map(Block::charts));
    family.charts = charts.filter(|(_, id)| draft.tables.charts[*id].id.is_none()).collect();
    family
}

// Reading order.

/// The flows of blocks, captions before their tables; directives have their own.
#[must_use]
pub fn block_flows<'a>(
    blocks: &'a [Block],
    tables: &'a Table<TableId, DraftTable>,
) -> Vec<&'a Flow> {
    let mut flows = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(_, flow) | Block::Other(flow) => flows.push(flow),
            Block::Table(id, flow) => {
                flows.extend(&tables[*id].caption);
                flows.push(flow);
            }
            Block::Directives(_) => {}
        }
    }
    flows
}

/// The references in flows, in order.
pub fn references<'a>(flows: &'a [&'a Flow]) -> impl Iterator<Item = ReferenceId> + 'a {
    flows.iter().flat_map(|flow| flow.iter()).filter_map(|piece| match piece {
        Piece::Reference(id) => Some(*id),
        _ => None,
    })
}

/// Every flow of the text in reading order, each list of directives where it is placed first.
fn text_flows<'a>(draft: &'a Draft, placed: &[(ListId, Place)]) -> Vec<&'a Flow> {
    let mut flows = Vec::new();
    let mut waiting: Vec<ListId> = placed.iter().map(|(list, _)| *list).collect();
    let mut blocks = |blocks: &'a [Block], flows: &mut Vec<&'a Flow>| {
        for block in blocks {
            if let Block::Directives(list) = block {
                if let Some(at) = waiting.iter().position(|other| other == list) {
                    waiting.remove(at);
                    for directive in &draft.lists[*list].directives {
                        flows.extend(block_flows(&directive.blocks, &draft.tables.tables));
                    }
                }
            } else {
                flows.extend(block_flows(std::slice::from_ref(block), &draft.tables.tables));
            }
        }
    };
    blocks(&draft.opening, &mut flows);
    for section in draft.sections.values() {
        flows.push(&section.title);
        blocks(&section.blocks, &mut flows);
    }
    flows
}
