//! Outline -> resolved: every name in the flows is replaced by what it means.
//!
//! One walk in reading order: the opening, the sections with the directives that stand in them,
//! then the notes by number. What has no answer was reported before and leaves the flow here, so
//! that nothing in a resolved report leads nowhere.

use std::collections::BTreeMap;

use super::citation::{self, Found, grammar};
use super::link::Followed;
use super::number;
use super::outline::{Outline, list_name};
use crate::model::draft::{DraftImage, DraftTable, Kind};
use crate::model::flow::{Block, Flow, Piece, Run};
use crate::model::resolved::{
    Chart, DataTable, Destination, Directive, DirectiveList, Image, Indicator, Link, Mention, Note,
    Paragraph, Place, Reference, Resolved, Section, Target,
};
use crate::model::table::{
    ChartId, DirectiveId, DocumentId, Id, ImageId, LinkId, ListId, MentionId, NoteId, PageId,
    ParagraphId, ReferenceId, SectionId, Table, TableId,
};
use crate::source::Span;

/// The answers to a report's links and images.
#[derive(Debug, Default)]
pub struct Answers {
    /// Where each link leads; none for one that was reported.
    pub links: Table<LinkId, Option<Followed>>,
    /// The file of each image; likewise.
    pub images: Table<ImageId, Option<Followed>>,
    /// The file of each chart; likewise.
    pub charts: Table<ChartId, Option<Followed>>,
    /// The place of each key figure; likewise.
    pub indicators: Vec<Option<Followed>>,
}

/// A mention before its document is known.
struct Placed {
    place: Place,
    in_link: bool,
}

struct Settler<'a> {
    outline: &'a Outline,
    answers: &'a Answers,
    references: Table<ReferenceId, Reference>,
    links: Table<LinkId, Link>,
    images: Table<ImageId, Image>,
    charts: Table<ChartId, Chart>,
    found: Table<MentionId, Found>,
    mentioned: Table<MentionId, Placed>,
    assets: BTreeMap<String, String>,
    seen: BTreeMap<(Option<PageId>, NoteId), usize>,
    lists: BTreeMap<ListId, ListId>,
    paragraphs: BTreeMap<ParagraphId, Place>,
}

/// Resolves a report or page.
///
/// Gives it and its mentions as they were read, for the rules that judge them.
#[must_use]
pub fn settle(
    mut outline: Outline,
    answers: &Answers,
    registry: &citation::Registry,
) -> (Resolved, Table<MentionId, Found>) {
    let text = Text::take(&mut outline);
    let lists = outline.placed.iter().enumerate();
    let lists = lists.map(|(index, (list, _))| (*list, ListId::from_index(index))).collect();
    let mut settler = Settler {
        outline: &outline,
        answers,
        references: Table::default(),
        links: Table::default(),
        images: Table::default(),
        charts: Table::default(),
        found: Table::default(),
        mentioned: Table::default(),
        assets: BTreeMap::new(),
        seen: BTreeMap::new(),
        lists,
        paragraphs: BTreeMap::new(),
    };
    let settled = settler.text(text);
    let Settler { references, links, images, charts, found, mentioned, assets, paragraphs, .. } =
        settler;
    let issuer = match &outline.draft.kind {
        Kind::Report(meta) => meta.issuer.as_ref().map(|issuer| issuer.name.as_str()),
        Kind::Page(_) => None,
    };
    let (documents, of_mention) = citation::identify(&found, registry, issuer);
    let paragraphs = placed_paragraphs(&outline, &paragraphs);
    let indicators = indicators(&outline, &answers.indicators);
    let mut resolved = Resolved {
        opening: settled.opening,
        opening_citation: place_words(&outline, Place::Opening),
        sections: sections(&outline, settled.sections),
        notes: notes(&outline, settled.notes, &references),
        lists: directive_lists(&outline),
        directives: directives(&mut outline, settled.directives),
        paragraphs,
        tables: settled.tables,
        nested_table: outline.words.text("site-table"),
        document_kind: document_kind(&outline),
        indicators,
        mentions: Table::default(),
        path: outline.draft.path,
        kind: outline.draft.kind,
        title: outline.title,
        references,
        links,
        images,
        charts,
        documents,
        pages: outline.pages,
        anchors: outline.anchors,
        assets,
    };
    resolved.mentions = mentions(&resolved, mentioned, &of_mention);
    (resolved, found)
}

/// The kind of document that a report is: what its author says, else a report.
fn document_kind(outline: &Outline) -> String {
    let given = match &outline.draft.kind {
        Kind::Report(meta) => meta.kind.clone(),
        Kind::Page(_) => None,
    };
    given.unwrap_or_else(|| outline.words.text("site-document-kind"))
}

/// The flows of an outline, taken out of it.
struct Text {
    opening: Vec<Block>,
    sections: Vec<(Flow, Vec<Block>)>,
    directives: Vec<Vec<Block>>,
    notes: Vec<Vec<Block>>,
    tables: Vec<DraftTable>,
}

impl Text {
    fn take(outline: &mut Outline) -> Self {
        let take = std::mem::take::<Vec<Block>>;
        let sections = outline
            .draft
            .sections
            .values_mut()
            .map(|section| (std::mem::take(&mut section.title), take(&mut section.blocks)))
            .collect();
        let mut directives = Vec::new();
        for placed in outline.directives.values() {
            let list = &mut outline.draft.lists[placed.list];
            directives.push(take(&mut list.directives[placed.index].blocks));
        }
        let mut notes = Vec::new();
        for &id in &outline.notes.order {
            notes.push(take(&mut outline.draft.notes[id].blocks));
        }
        let tables = outline
            .draft
            .tables
            .tables
            .values_mut()
            .map(|table| DraftTable { caption: table.caption.clone(), id: None, span: table.span })
            .collect();
        Self { opening: take(&mut outline.draft.opening), sections, directives, notes, tables }
    }
}

/// The flows of a resolved report.
struct Settled {
    opening: Vec<Block>,
    sections: Vec<(Flow, Vec<Block>)>,
    directives: Vec<Vec<Block>>,
    notes: Vec<Vec<Block>>,
    tables: Table<TableId, DataTable>,
}

impl Settler<'_> {
    fn text(&mut self, mut text: Text) -> Settled {
        let mut tables: Vec<Option<DataTable>> = text.tables.iter().map(|_| None).collect();
        let mut directives: Vec<Vec<Block>> = text.directives.iter().map(|_| Vec::new()).collect();
        let mut source = Source { directives: &mut text.directives, tables: &mut text.tables };
        let mut into = Into { directives: &mut directives, tables: &mut tables };
        let opening = self.blocks(text.opening, Place::Opening, &mut source, &mut into);
        let mut sections = Vec::new();
        for (index, (title, blocks)) in text.sections.into_iter().enumerate() {
            let place = Place::Section(Id::from_index(index));
            let title = self.flow(title, place);
            sections.push((title, self.blocks(blocks, place, &mut source, &mut into)));
        }
        let mut notes = Vec::new();
        for (index, blocks) in text.notes.into_iter().enumerate() {
            let place = Place::Note(NoteId::from_index(index));
            notes.push(self.blocks(blocks, place, &mut source, &mut into));
        }
        let tables = tables.into_iter().map(|table| table.unwrap_or_else(unplaced)).collect();
        Settled { opening, sections, directives, notes, tables }
    }

    fn blocks(
        &mut self,
        blocks: Vec<Block>,
        place: Place,
        source: &mut Source,
        into: &mut Into,
    ) -> Vec<Block> {
        let mut settled = Vec::new();
        for block in blocks {
            match block {
                Block::Paragraph(id, flow) => {
                    self.paragraphs.extend(id.map(|id| (id, place)));
                    settled.push(Block::Paragraph(id, self.flow(flow, place)));
                }
                Block::Other(flow) => settled.push(Block::Other(self.flow(flow, place))),
                Block::Table(id, flow) => {
                    let caption = source.tables[id.index()].caption.take();
                    let caption = caption.map(|caption| self.flow(caption, place));
                    let number = self.outline.table_number(id);
                    into.tables[id.index()] = Some(DataTable {
                        anchor: self.outline.tables.get(&id).cloned(),
                        place,
                        label: self.table_label(number),
                        caption,
                    });
                    settled.push(Block::Table(id, self.flow(flow, place)));
                }
                Block::Directives(list) => {
                    if let Some(list) = self.directives(list, source, into) {
                        settled.push(Block::Directives(list));
                    }
                }
            }
        }
        settled
    }

    fn table_label(&self, number: Option<usize>) -> String {
        let words = &self.outline.words;
        match number {
            Some(number) => words.format("site-table-numbered", &[("number", number.into())]),
            None => words.text("site-table"),
        }
    }

    /// The directives of a list where it is placed first; none where it is placed again.
    fn directives(&mut self, list: ListId, source: &mut Source, into: &mut Into) -> Option<ListId> {
        let placed = self.lists.remove(&list)?;
        let outline = self.outline;
        for (id, directive) in outline.directives.iter() {
            if directive.list == list {
                let blocks = std::mem::take(&mut source.directives[id.index()]);
                let blocks = self.blocks(blocks, Place::Directive(id), source, into);
                into.directives[id.index()] = blocks;
            }
        }
        Some(placed)
    }

    fn flow(&mut self, flow: Flow, place: Place) -> Flow {
        let mut settled = Flow::with_capacity(flow.len());
        let mut open: Vec<bool> = Vec::new();
        for piece in flow {
            match piece {
                Piece::Reference(id) => {
                    settled.extend(self.reference(id, place).map(Piece::Reference));
                }
                Piece::Chart(id) => settled.extend(self.chart(id, place).map(Piece::Chart)),
                Piece::Image(id) => settled.extend(self.image(id).map(Piece::Image)),
                Piece::LinkStart(id) => {
                    let link = self.link(id);
                    open.push(link.is_some());
                    // Something was to be said here: without it, signs would meet that do not.
                    let silent = link.is_none() && self.outline.draft.tables.links[id].empty;
                    settled.extend(silent.then(|| Piece::Code("".into())));
                    if let Some((id, text)) = link {
                        settled.push(Piece::LinkStart(id));
                        settled.extend(text.map(|text| Piece::Text(Run::generated(text))));
                    }
                }
                Piece::LinkEnd if open.pop() == Some(true) => settled.push(Piece::LinkEnd),
                Piece::LinkEnd => {}
                piece => settled.push(piece),
            }
        }
        self.cite(settled, place)
    }

    fn reference(&mut self, id: ReferenceId, place: Place) -> Option<ReferenceId> {
        let reference = &self.outline.draft.tables.references[id];
        let note = *self.outline.notes.by_key.get(&reference.key)?;
        let seen = self.seen.entry((self.page(place), note)).or_default();
        *seen += 1;
        let occurrence = *seen;
        Some(self.references.push(Reference { note, place, occurrence, span: reference.span }))
    }

    /// The page where a place is at home; none for the page of all notes of a report.
    fn page(&self, place: Place) -> Option<PageId> {
        let front = PageId::from_index(0);
        match place {
            Place::Opening => Some(front),
            Place::Section(id) => Some(self.outline.section_pages[id]),
            Place::Directive(id) => Some(self.outline.directives[id].page),
            Place::Note(_) => matches!(self.outline.draft.kind, Kind::Page(_)).then_some(front),
        }
    }

    fn link(&mut self, id: LinkId) -> Option<(LinkId, Option<String>)> {
        let followed = self.answers.links[id].as_ref()?;
        self.publish(followed);
        let empty = self.outline.draft.tables.links[id].empty;
        let text = empty.then(|| followed.text.clone());
        let title = self.outline.draft.tables.links[id].title.clone();
        Some((self.links.push(Link { destination: followed.destination.clone(), title }), text))
    }

    fn image(&mut self, id: ImageId) -> Option<ImageId> {
        let followed = self.answers.images[id].as_ref()?;
        let Destination::Site { address, .. } = &followed.destination else { return None };
        self.publish(followed);
        let DraftImage { destination, alt, title, span } = &self.outline.draft.tables.images[id];
        Some(self.images.push(Image {
            address: address.clone(),
            written: destination.clone(),
            alt: alt.clone(),
            title: title.clone(),
            dimensions: followed.dimensions,
            span: *span,
        }))
    }

    fn chart(&mut self, id: ChartId, place: Place) -> Option<ChartId> {
        let followed = self.answers.charts[id].as_ref()?;
        let Destination::Site { address, .. } = &followed.destination else { return None };
        self.publish(followed);
        let draft = &self.outline.draft.tables.charts[id];
        let words = &self.outline.words;
        let number = || [("number", (id.index() + 1).into())];
        Some(self.charts.push(Chart {
            id,
            anchor: self.outline.charts.get(&id).cloned(),
            label: words.format("site-chart-numbered", &number()),
            citation: words.format("site-cite-chart", &number()),
            kind: draft.kind,
            title: draft.title.clone(),
            unit: draft.unit.clone(),
            source: draft.source.clone(),
            figures: draft.figures.clone()?,
            address: address.clone(),
            place,
            span: draft.span,
        }))
    }

    fn publish(&mut self, followed: &Followed) {
        if let (Some(asset), Destination::Site { address, .. }) =
            (&followed.asset, &followed.destination)
        {
            self.assets.insert(asset.clone(), address.clone());
        }
    }

    // Citations.

    /// Finds the mentions of documents in a flow, line of text by line of text.
    fn cite(&mut self, flow: Flow, place: Place) -> Flow {
        let mut cuts: BTreeMap<usize, Vec<Cut>> = BTreeMap::new();
        let mut line = Line::default();
        let mut in_link = false;
        for (index, piece) in flow.iter().enumerate() {
            match piece {
                Piece::Block(_) | Piece::NestedTable => {
                    self.cite_line(&flow, &std::mem::take(&mut line), place, &mut cuts);
                }
                Piece::LinkStart(_) => in_link = true,
                Piece::LinkEnd => in_link = false,
                piece => line.add(index, piece, in_link),
            }
        }
        self.cite_line(&flow, &line, place, &mut cuts);
        if cuts.is_empty() { flow } else { cut(flow, &cuts) }
    }

    fn cite_line(
        &mut self,
        flow: &Flow,
        line: &Line,
        place: Place,
        cuts: &mut BTreeMap<usize, Vec<Cut>>,
    ) {
        for mention in grammar::mentions(&line.text) {
            let Some((part, range)) =
                line.whole(&mention.range).or_else(|| line.part(&mention.symbol_range))
            else {
                continue;
            };
            let in_link = part.in_link;
            let piece = part.piece;
            let symbol = line.part(&mention.symbol_range);
            let span = symbol.and_then(|(part, range)| span_in(flow, part.piece, range));
            let id = self.found.push(Found { mention, span });
            self.mentioned.push(Placed { place, in_link });
            cuts.entry(piece).or_default().push(Cut { range, id });
        }
    }
}

fn span_in(flow: &Flow, piece: usize, range: std::ops::Range<usize>) -> Option<Span> {
    match flow.get(piece)? {
        Piece::Text(run) => run.span(range),
        _ => None,
    }
}

/// A table that no flow holds: it stood in a note that nothing refers to.
fn unplaced() -> DataTable {
    DataTable { anchor: None, place: Place::Opening, label: String::new(), caption: None }
}

/// What is still to be settled besides the blocks at hand.
struct Source<'t> {
    directives: &'t mut Vec<Vec<Block>>,
    tables: &'t mut Vec<DraftTable>,
}

/// Where settled parts go that do not stand among the blocks at hand.
struct Into<'t> {
    directives: &'t mut Vec<Vec<Block>>,
    tables: &'t mut Vec<Option<DataTable>>,
}

/// The text of a line as a reader sees it, and the pieces it comes from.
#[derive(Default)]
struct Line {
    text: String,
    parts: Vec<Part>,
}

struct Part {
    start: usize,
    end: usize,
    piece: usize,
    in_link: bool,
}

impl Line {
    fn add(&mut self, index: usize, piece: &Piece, in_link: bool) {
        match piece {
            Piece::Text(run) => {
                let start = self.text.len();
                self.text.push_str(run.text());
                self.parts.push(Part { start, end: self.text.len(), piece: index, in_link });
            }
            Piece::LineBreak => self.text.push(' '),
            Piece::Code(_) | Piece::Image(_) => self.text.push('\u{FFFC}'),
            _ => {}
        }
    }

    /// The part that holds all of `range`, and the range within it.
    fn whole(&self, range: &std::ops::Range<usize>) -> Option<(&Part, std::ops::Range<usize>)> {
        let part =
            self.parts.iter().find(|part| part.start <= range.start && range.end <= part.end)?;
        Some((part, range.start - part.start..range.end - part.start))
    }

    /// The part in which `range` begins, and as much of it as lies there.
    fn part(&self, range: &std::ops::Range<usize>) -> Option<(&Part, std::ops::Range<usize>)> {
        let part =
            self.parts.iter().find(|part| part.start <= range.start && range.start < part.end)?;
        Some((part, range.start - part.start..range.end.min(part.end) - part.start))
    }
}

/// Where a text piece becomes a mention.
struct Cut {
    range: std::ops::Range<usize>,
    id: MentionId,
}

/// Cuts mentions out of the text pieces of a flow.
fn cut(flow: Flow, cuts: &BTreeMap<usize, Vec<Cut>>) -> Flow {
    let mut result = Flow::new();
    for (index, piece) in flow.into_iter().enumerate() {
        match (piece, cuts.get(&index)) {
            (Piece::Text(run), Some(cuts)) => {
                let mut at = 0;
                for cut in cuts {
                    push_text(&mut result, run.part(at..cut.range.start));
                    result.push(Piece::Mention(cut.id, run.part(cut.range.clone())));
                    at = cut.range.end;
                }
                push_text(&mut result, run.part(at..run.text().len()));
            }
            (piece, _) => result.push(piece),
        }
    }
    result
}

fn push_text(flow: &mut Flow, run: Run) {
    if !run.text().is_empty() {
        flow.push(Piece::Text(run));
    }
}

// The parts of a resolved report.

fn sections(outline: &Outline, settled: Vec<(Flow, Vec<Block>)>) -> Table<SectionId, Section> {
    let sections = outline.draft.sections.iter().zip(settled);
    let names = number::names(&outline.numbered, &outline.titles, &outline.words);
    sections
        .zip(names)
        .map(|(((id, draft), (title, blocks)), names)| {
            let numbered = &outline.numbered[id];
            Section {
                level: draft.level,
                id: outline.section_ids[id.index()].clone(),
                label: numbered.label.clone(),
                heading_label: numbered.heading_label.clone(),
                citation: outline.citations[id.index()].clone(),
                names: if draft.appendix {
                    number::appendix_names(&outline.titles[id.index()])
                } else {
                    names
                },
                title,
                text: outline.titles[id.index()].clone(),
                blocks,
                parent: numbered.parent,
                page: outline.section_pages[id],
                appendix: draft.appendix,
                span: draft.span,
            }
        })
        .collect()
}

fn notes(
    outline: &Outline,
    settled: Vec<Vec<Block>>,
    references: &Table<ReferenceId, Reference>,
) -> Table<NoteId, Note> {
    let mut notes: Table<NoteId, Note> = outline
        .notes
        .order
        .iter()
        .zip(settled)
        .enumerate()
        .map(|(index, (&id, blocks))| {
            let draft = &outline.draft.notes[id];
            Note {
                id: draft.id.clone(),
                name: outline.notes.anchors[index].clone(),
                separator: outline.notes.separators[index].clone(),
                citation: citation_of(outline, NoteId::from_index(index)),
                blocks,
                span: draft.span,
                references: Vec::new(),
            }
        })
        .collect();
    for (id, reference) in references.iter() {
        notes[reference.note].references.push(id);
    }
    notes
}

fn citation_of(outline: &Outline, note: NoteId) -> String {
    super::link::citation(outline, Target::Note(note), &outline.words)
}

/// The key figures whose places are known.
fn indicators(outline: &Outline, followed: &[Option<Followed>]) -> Vec<Indicator> {
    let Kind::Report(meta) = &outline.draft.kind else { return Vec::new() };
    let placed = meta.indicators.iter().zip(followed).filter_map(|(indicator, followed)| {
        let followed = followed.as_ref()?;
        let Destination::Within(target) = followed.destination else { return None };
        Some(Indicator {
            meta: indicator.clone(),
            target,
            citation: followed.text.clone(),
            span: written(outline, target),
        })
    });
    placed.collect()
}

/// Where something is written.
fn written(outline: &Outline, target: Target) -> Span {
    let draft = &outline.draft;
    match target {
        Target::Section(id) => draft.sections[id].span,
        Target::Directive(id) => {
            let placed = &outline.directives[id];
            draft.lists[placed.list].directives[placed.index].span
        }
        Target::Paragraph(id) => draft.tables.paragraphs[id],
        Target::Table(id) => draft.tables.tables[id].span,
        Target::Chart(id) => draft.tables.charts[id].span,
        Target::Note(id) => draft.notes[outline.notes.order[id.index()]].span,
    }
}

fn directive_lists(outline: &Outline) -> Table<ListId, DirectiveList> {
    outline
        .placed
        .iter()
        .map(|&(list, place)| {
            let directives = outline.directives.iter();
            let directives = directives.filter(|(_, placed)| placed.list == list);
            DirectiveList {
                name: list_name(&outline.draft.lists[list].folder).map(str::to_owned),
                directives: directives.map(|(id, _)| id).collect(),
                place,
            }
        })
        .collect()
}

fn directives(outline: &mut Outline, settled: Vec<Vec<Block>>) -> Table<DirectiveId, Directive> {
    let names = |(id, _)| {
        let name = outline.directive_name(id, &outline.words);
        let citation = outline.directive_citation(id, &outline.words);
        (name, citation, outline.directive_place(id))
    };
    let names: Vec<(String, String, Option<String>)> =
        outline.directives.iter().map(names).collect();
    let mut names = names.into_iter();
    let words = &outline.words;
    let placed = std::mem::take(&mut outline.directives);
    let mut settled = settled.into_iter();
    placed.map(|placed| {
        let draft = &outline.draft.lists[placed.list].directives[placed.index];
        let (name, citation, place) = names.next().unwrap_or_default();
        let number = placed.index + 1;
        Directive {
            id: placed.id,
            number,
            label: words.format("site-directive-numbered", &[("number", number.into())]),
            name,
            citation,
            place,
            meta: draft.meta.clone(),
            blocks: settled.next().unwrap_or_default(),
            page: placed.page,
            span: draft.span,
        }
    })
}

/// A place of the text in words.
fn place_words(outline: &Outline, place: Place) -> String {
    match place {
        Place::Opening => outline.words.text("site-cite-opening"),
        Place::Section(id) => outline.citations[id.index()].clone(),
        Place::Directive(id) => outline.directive_citation(id, &outline.words),
        Place::Note(id) => citation_of(outline, id),
    }
}

/// Paragraphs with their anchors, by the same ids as in the draft.
fn placed_paragraphs(
    outline: &Outline,
    places: &BTreeMap<ParagraphId, Place>,
) -> Table<ParagraphId, Paragraph> {
    let mut numbers: BTreeMap<Place, usize> = BTreeMap::new();
    let paragraphs = outline.draft.tables.paragraphs.iter();
    paragraphs
        .map(|(id, _)| {
            let place = places.get(&id).copied().unwrap_or(Place::Opening);
            let number = numbers.entry(place).or_default();
            *number += 1;
            let anchor = outline.paragraphs.get(&id).cloned().unwrap_or_default();
            let args =
                [("place", place_words(outline, place).into()), ("number", (*number).into())];
            let citation = outline.words.format("site-place-paragraph", &args);
            Paragraph { anchor, place, citation }
        })
        .collect()
}

fn mentions(
    resolved: &Resolved,
    placed: Table<MentionId, Placed>,
    of_mention: &Table<MentionId, DocumentId>,
) -> Table<MentionId, Mention> {
    let mut seen: BTreeMap<(Option<PageId>, DocumentId), usize> = BTreeMap::new();
    let mut ids = of_mention.values().copied();
    placed.map(|placed| {
        let document = ids.next().unwrap_or_else(|| Id::from_index(0));
        let page = match (placed.place, &resolved.kind) {
            (Place::Note(_), Kind::Page(_)) => resolved.page_of(Place::Opening),
            (place, _) => resolved.page_of(place),
        };
        let seen = seen.entry((page, document)).or_default();
        *seen += 1;
        Mention { document, place: placed.place, occurrence: *seen, in_link: placed.in_link }
    })
}
