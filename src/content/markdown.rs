//! Markdown -> blocks, sections and notes.
//!
//! Takes the text of a report, of a directive or of a note; gives its blocks, whose pieces are
//! made from the parser's own events, and fills the tables of what they refer to. Never looks at
//! the text a second time to find what the parser did not: in particular, a reference to a
//! footnote is what the parser says is one.
//!
//! The parser knows a reference only when the note is defined in the same document, while a
//! report's notes may be defined in any of its files. So each document is given to the parser
//! with an empty definition, in front of it, for every label that occurs in it; the parser then
//! decides by its own rules what is a reference (not in code, not escaped, not in an attribute),
//! and whether the *report* defines it is decided later. What is in front is left out of the
//! stream.
//!
//! A reference ends every link and image that is open around it, for the parser as it is, so that
//! `[text[^1]](address)` would come out as it is written. So the parser first says which places
//! are references, and then reads the document with plain signs in these places: the stream that
//! is rendered is this second one, in which a link around a reference is a link, and a reference
//! is known by its offset. A place that is no text in that stream (the address of such a link) is
//! no reference after all.
//!
//! Here stands the pass over that stream; what it makes of each construct, in the modules below.

mod code;
mod headings;
mod labels;
mod links;
mod raw_html;
mod slips;
mod tables;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{
    Alignment, BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd,
};
use unicode_normalization::UnicodeNormalization;

use self::headings::Heading;
use self::labels::{Marked, empty_definitions};
use self::links::{OpenImage, OpenLink};
use self::tables::caption_prefix;
use super::suspect::{self, Suspect};
use crate::diag::{Diagnostic, Ignore, Message};
use crate::model::draft::{DraftNote, DraftSection, Slips, Tables};
use crate::model::flow::{Block, CodeBlock, Flow, Piece, Run};
use crate::model::table::{ListId, NoteId, SectionId, Table};
use crate::source::{Composite, Span};

/// The id of a footnote as ids are compared: NFC, blanks joined, full case folding.
#[must_use]
pub fn note_key(id: &str) -> String {
    let joined: String = join_blanks(id).nfc().collect();
    icu_casemap::CaseMapper::new().fold_string(&joined).nfc().collect()
}

/// Leading and trailing blanks off, runs of them made one.
#[must_use]
pub fn join_blanks(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads the Markdown of one report or page, document by document, into shared tables.
#[derive(Debug, Default)]
pub struct Reader {
    /// What the flows refer to.
    pub tables: Tables,
    /// Definitions found so far.
    pub notes: Table<NoteId, DraftNote>,
    /// What was meant as a reference or definition and is none.
    pub slips: Slips,
    /// What is wrong so far.
    pub diagnostics: Vec<Diagnostic>,
    /// Comments that silence a code.
    pub ignores: Vec<Ignore>,
    /// Folders of directives, as paths from the site root.
    pub lists: BTreeMap<String, ListId>,
    /// Paragraphs that place lists, and folders that they ask for which hold none.
    pub placements: Vec<(ListId, Span)>,
    /// Links to folders of directives.
    pub list_links: Vec<(ListId, Span)>,
}

/// What kind of document is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Headings make sections.
    Text,
    /// Paragraphs have permalinks, headings are minor.
    Directive,
    /// Neither.
    Note,
}

impl Reader {
    /// Reads the text of a report or page: the blocks before the first heading, and sections.
    pub fn text(
        &mut self,
        text: &Composite,
        paths: &dyn Paths,
    ) -> (Vec<Block>, Table<SectionId, DraftSection>) {
        let mut pass = Pass::new(self, text, paths, Scope::Text);
        pass.run();
        (pass.frame.done, pass.sections)
    }

    /// Reads the text of a directive.
    pub fn directive(&mut self, text: &Composite, paths: &dyn Paths) -> Vec<Block> {
        let mut pass = Pass::new(self, text, paths, Scope::Directive);
        pass.run();
        pass.frame.done
    }

    /// Reads a note that was defined outside Markdown.
    pub fn note(&mut self, id: &str, span: Span, text: &Composite, paths: &dyn Paths) {
        let mut pass = Pass::new(self, text, paths, Scope::Note);
        pass.run();
        let blocks = pass.frame.done;
        self.define(id, span, blocks);
    }

    fn define(&mut self, id: &str, span: Span, blocks: Vec<Block>) {
        self.notes.push(DraftNote { id: join_blanks(id), key: note_key(id), span, blocks });
    }
}

/// Where links lead that are written in the document.
pub trait Paths {
    /// The folder of directives that a destination written at `span` names, as a path from the
    /// site root; none for any other destination.
    fn directives_folder(&self, destination: &str, span: Span) -> Option<String>;

    /// Whether a destination was meant as the folder of directives beside the text: `directive/`.
    fn directives_meant(&self, destination: &str) -> bool;
}

/// The top-level block that is being read.
#[derive(Debug, Default)]
enum Top {
    #[default]
    Other,
    Paragraph(Span),
    Heading(Heading),
    Table(Span),
}

/// An inline element that is open.
#[derive(Debug)]
enum Open {
    Markdown,
    Raw(String, Span),
}

/// What is being read: the document itself, or a note defined within it.
#[derive(Debug)]
struct Frame {
    scope: Scope,
    note: Option<(String, Span)>,
    done: Vec<Block>,
    top: Top,
    depth: usize,
    flow: Flow,
    run: Run,
    inline: Vec<Open>,
    link: Option<OpenLink>,
    images: Vec<OpenImage>,
    code: Option<CodeBlock>,
    /// The text of a block that asks for a chart, which knows where it is written.
    chart: Option<Composite>,
    html: Option<(Run, Range<usize>)>,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    lifted_at: Option<usize>,
    /// The id behind a paragraph that is a caption if a table follows.
    caption_id: Option<(String, Span)>,
    /// Whether the paragraph was surely meant as a heading.
    missed_heading: bool,
    /// The outermost block that is open.
    block: Option<Range<usize>>,
    /// Comments that wait for the block that they are about: at which depth, and which.
    waiting: Vec<(usize, usize)>,
    /// The items, cells and descriptions that are open: each is a place of its own for a comment.
    parts: Vec<Range<usize>>,
    /// Where the last paragraph ended.
    paragraph_end: usize,
    /// For each open list the number that its next item has, if it is numbered.
    items: Vec<Option<u64>>,
    /// Elements that were taken out of the block and whose end tags have not been met.
    taken_out: Vec<String>,
}

impl Frame {
    fn new(scope: Scope, note: Option<(String, Span)>) -> Self {
        Self {
            scope,
            note,
            done: Vec::new(),
            top: Top::Other,
            depth: 0,
            flow: Vec::new(),
            run: Run::default(),
            inline: Vec::new(),
            link: None,
            images: Vec::new(),
            code: None,
            chart: None,
            html: None,
            alignments: Vec::new(),
            column: 0,
            in_head: false,
            lifted_at: None,
            caption_id: None,
            missed_heading: false,
            block: None,
            waiting: Vec::new(),
            parts: Vec::new(),
            paragraph_end: 0,
            items: Vec::new(),
            taken_out: Vec::new(),
        }
    }
}

/// One document on its way through the parser.
struct Pass<'r, 'a> {
    reader: &'r mut Reader,
    text: &'a Composite,
    paths: &'a dyn Paths,
    /// Bytes of the empty definitions in front of the document.
    shift: usize,
    /// The references of the document.
    marked: Marked,
    /// Labels of addresses that links and images use.
    used_labels: BTreeSet<String>,
    /// What was told last that is told once a block, and where the block begins.
    told: Option<(Suspect, usize)>,
    /// Frames that wait until a note is read.
    outer: Vec<Frame>,
    frame: Frame,
    sections: Table<SectionId, DraftSection>,
}

impl<'r, 'a> Pass<'r, 'a> {
    fn new(
        reader: &'r mut Reader,
        text: &'a Composite,
        paths: &'a dyn Paths,
        scope: Scope,
    ) -> Self {
        Self {
            reader,
            text,
            paths,
            shift: 0,
            marked: Marked::default(),
            used_labels: BTreeSet::new(),
            told: None,
            outer: Vec::new(),
            frame: Frame::new(scope, None),
            sections: Table::default(),
        }
    }

    fn run(&mut self) {
        let mut document = empty_definitions(self.text.text());
        self.shift = document.len();
        document.push_str(self.text.text());
        self.marked = Marked::of(&document);
        let document = self.marked.mask(&document);
        let mut undefined = Vec::new();
        let mut callback = |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
            undefined.push((link.link_type, link.reference.to_string(), link.span));
            None
        };
        let parser =
            Parser::new_with_broken_link_callback(&document, options(), Some(&mut callback));
        let definitions = parser.reference_definitions().iter();
        let labels: Vec<_> = definitions
            .map(|(label, definition)| (note_key(label), definition.span.clone()))
            .collect();
        for (event, range) in parser.into_offset_iter() {
            if range.end > self.shift {
                self.event(event, range);
            }
        }
        self.end_caption();
        for (label, range) in labels {
            if range.start.checked_sub(self.shift).is_some_and(|start| self.link_slip(start)) {
                continue;
            }
            // One that was meant as a note is told where the note is missed.
            let meant = self.reader.tables.references.values().any(|each| each.key == label);
            if !meant && !self.used_labels.contains(&label) {
                self.suspect(Suspect::Definition, range);
            }
            self.reader.slips.link_labels.push(label);
        }
        for (kind, label, range) in undefined {
            self.undefined_label(kind, &label, range);
        }
    }

    /// The place in a source file of a range of the document.
    fn span(&self, range: Range<usize>) -> Option<Span> {
        let start = range.start.checked_sub(self.shift)?;
        self.text.span(start..range.end.checked_sub(self.shift)?)
    }

    fn event(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::FootnoteReference(label) => self.reference(&label, range),
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.plain(&text, range);
            }
            Event::SoftBreak => {
                self.line_break(&range);
                self.plain(" ", range);
            }
            Event::HardBreak => self.push(Piece::LineBreak),
            Event::Code(code) => self.push(Piece::Code(code.into_string().into())),
            Event::Rule => self.rule(),
            Event::InlineHtml(raw) => self.inline_html(&raw, range),
            Event::Html(raw) => self.html_line(&raw, range),
            Event::TaskListMarker(_) => {}
        }
    }

    /// A line runs on: what was meant as an item of a list is told, once a block.
    fn line_break(&mut self, range: &Range<usize>) {
        let (start, end) = (range.start - self.shift, range.end - self.shift);
        let above = self.text.text()[..start].rsplit('\n').next().unwrap_or_default();
        let line = self.text.text()[end..].lines().next().unwrap_or_default();
        let within = !self.frame.items.is_empty();
        if let Some(suspect) = suspect::runs_on(above, line, within) {
            self.suspect_once(suspect, range.end..range.end + line.trim_end().len());
        }
    }

    /// The offset in the composite of a span that came from it.
    fn offset_of(&self, span: Span) -> Option<usize> {
        self.text.offset_of(span)
    }

    // Pieces.

    fn plain(&mut self, text: &str, range: Range<usize>) {
        if self.frame.chart.is_some() {
            self.chart_line(text, range);
        } else if let Some(code) = &mut self.frame.code {
            code.text.push_str(text);
        } else if self.frame.html.is_some() {
            self.html_line(text, range);
        } else {
            self.marked_text(text, range);
        }
    }

    /// Text, and the references that stand in it.
    fn marked_text(&mut self, text: &str, range: Range<usize>) {
        let mut from = 0;
        for (start, (end, label)) in self.marked.within(&range) {
            let at = start - range.start;
            self.unmarked_text(&text[from..at], range.start + from..start);
            self.reference(&label, start..end);
            from = end - range.start;
        }
        self.unmarked_text(&text[from..], range.start + from..range.end);
    }

    fn unmarked_text(&mut self, text: &str, range: Range<usize>) {
        if let Some(span) = self.span(range).filter(|_| !text.is_empty()) {
            self.frame.run.push(text, span);
        }
    }

    /// Ends the text that was being gathered.
    fn flush(&mut self) {
        let run = std::mem::take(&mut self.frame.run);
        if !run.text().is_empty() {
            if !self.frame.link.as_ref().is_some_and(|link| link.address) {
                self.note_slips(&run);
                self.link_with_blank(&run);
                self.foreign_markup(&run);
                self.comment_slip(&run);
            }
            self.frame.flow.push(Piece::Text(run));
        }
    }

    fn push(&mut self, piece: Piece) {
        self.flush();
        self.frame.flow.push(piece);
    }

    fn inline(&mut self, markup: &'static str) {
        self.push(Piece::Inline(Cow::Borrowed(markup)));
    }

    /// Begins an element within a line.
    fn open_inline(&mut self, markup: &'static str) {
        self.inline(markup);
        self.frame.inline.push(Open::Markdown);
    }

    /// Ends an element within a line, and raw ones that were left open in it.
    fn close_inline(&mut self, markup: &'static str) {
        self.close_raw(true);
        self.frame.inline.pop();
        self.inline(markup);
    }

    /// Closes raw elements that nothing closed, up to the innermost Markdown element or, at the
    /// end of a block, all of them.
    fn close_raw(&mut self, within: bool) {
        while let Some(open) = self.frame.inline.pop() {
            match open {
                Open::Raw(name, span) => {
                    self.push(Piece::Inline(Cow::Owned(format!("</{name}>"))));
                    let what = format!("<{name}>");
                    self.reader.diagnostics.push(Diagnostic::html_unbalanced(span, &what));
                }
                Open::Markdown if within => {
                    self.frame.inline.push(open);
                    return;
                }
                Open::Markdown => {}
            }
        }
    }

    // Blocks.

    /// Begins a block element.
    fn open(&mut self, top: Top, markup: impl Into<Cow<'static, str>>) {
        self.close_raw(false);
        self.flush();
        if self.frame.depth == 0 {
            self.frame.top = top;
        }
        self.frame.depth += 1;
        let markup = markup.into();
        if !markup.is_empty() {
            self.frame.flow.push(Piece::Block(markup));
        }
    }

    /// Ends a block element; one that held nothing but definitions of notes leaves nothing.
    fn close(&mut self, markup: &'static str) {
        self.close_raw(false);
        self.flush();
        if self.frame.lifted_at == Some(self.frame.flow.len()) && self.ends_with_start_of(markup) {
            self.frame.flow.pop();
            self.frame.lifted_at = Some(self.frame.flow.len());
        } else if !markup.is_empty() {
            self.frame.flow.push(Piece::Block(Cow::Borrowed(markup)));
        }
        self.frame.depth = self.frame.depth.saturating_sub(1);
        if self.frame.depth == 0 {
            self.finish_block();
        }
    }

    /// Whether the flow ends with the start tag of the element that `end` ends.
    fn ends_with_start_of(&self, end: &str) -> bool {
        let name = end.trim_end().trim_start_matches("</").trim_end_matches('>');
        match self.frame.flow.last() {
            Some(Piece::Block(markup)) => {
                !name.is_empty() && markup.trim_start_matches('<').starts_with(name)
            }
            _ => false,
        }
    }

    /// A block that stands by itself.
    fn block(&mut self, piece: Piece) {
        self.open(Top::Other, "");
        self.frame.flow.push(piece);
        self.close("");
    }

    fn rule(&mut self) {
        self.block(Piece::Block(Cow::Borrowed("<hr>\n")));
    }

    /// Hands a finished top-level block to the section or note it stands in.
    fn finish_block(&mut self) {
        let flow = std::mem::take(&mut self.frame.flow);
        self.frame.lifted_at = None;
        let top = std::mem::take(&mut self.frame.top);
        if !matches!(top, Top::Table(_)) {
            self.end_caption();
        }
        match top {
            Top::Heading(heading) => self.finish_heading(heading, flow),
            Top::Paragraph(span) => self.finish_paragraph(span, flow),
            Top::Table(span) => self.finish_table(span, flow),
            Top::Other if flow.is_empty() => {}
            Top::Other => self.blocks().push(Block::Other(flow)),
        }
    }

    /// Where finished blocks go.
    fn blocks(&mut self) -> &mut Vec<Block> {
        match self.sections.values_mut().next_back() {
            Some(section) if self.frame.scope == Scope::Text => &mut section.blocks,
            _ => &mut self.frame.done,
        }
    }

    fn finish_paragraph(&mut self, span: Span, flow: Flow) {
        if let Some(list) = self.placement(&flow) {
            self.reader.placements.push((list, span));
            self.blocks().push(Block::Directives(list));
            return;
        }
        let id = trailing_id(&flow).filter(|(_, span)| !self.is_escaped(*span));
        self.frame.caption_id = id.filter(|_| !std::mem::take(&mut self.frame.missed_heading));
        if flow.first().is_none_or(|first| caption_prefix(first).is_none()) {
            self.end_caption();
        }
        if self.frame.scope == Scope::Note {
            self.blocks().push(Block::Paragraph(None, flow));
        } else {
            let id = self.reader.tables.paragraphs.push(span);
            self.blocks().push(Block::Paragraph(Some(id), flow));
        }
    }

    /// The list that a paragraph places: it is nothing but a link to a folder of directives.
    fn placement(&mut self, flow: &[Piece]) -> Option<ListId> {
        let [Piece::LinkStart(link), .., Piece::LinkEnd] = flow else { return None };
        let one = flow.iter().filter(|piece| matches!(piece, Piece::LinkStart(_))).count() == 1;
        if !one || self.frame.scope != Scope::Text {
            return None;
        }
        let link = &mut self.reader.tables.links[*link];
        if self.paths.directives_meant(&link.destination) {
            link.reported = true;
            let told = Diagnostic::link_broken(link.span, &link.destination)
                .hint(Message::new("link-broken-hint-nearest").with("name", "directives/"));
            self.reader.diagnostics.push(told);
            return self.reader.lists.values().next().copied();
        }
        let folder = self.paths.directives_folder(&link.destination, link.span)?;
        if let Some(&list) = self.reader.lists.get(&folder) {
            return Some(list);
        }
        link.reported = true;
        let name = link.destination.clone();
        self.reader.diagnostics.push(Diagnostic::directive_missing(link.span, &name));
        None
    }

    // Tags.

    /// A block begins that is not a comment: what waited for one is about it.
    fn begin_block(&mut self, tag: &Tag, range: &Range<usize>) {
        let is_block = matches!(
            tag,
            Tag::FootnoteDefinition(_)
                | Tag::Heading { .. }
                | Tag::Paragraph
                | Tag::Table(_)
                | Tag::CodeBlock(_)
                | Tag::List(_)
                | Tag::BlockQuote(_)
                | Tag::DefinitionList
        );
        if is_block {
            self.settle_ignores(range.clone());
        }
        if self.frame.depth == 0 && self.frame.inline.is_empty() && is_block {
            self.frame.block = Some(range.clone());
            self.frame.taken_out.clear();
        }
    }

    /// Gives the comments that wait at this depth their block.
    fn settle_ignores(&mut self, range: Range<usize>) {
        let scope = self.span(range);
        let depth = self.frame.depth;
        let here = self.frame.waiting.extract_if(.., |(at, _)| *at == depth);
        for (_, index) in here {
            self.reader.ignores[index].scope = scope;
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        self.begin_block(&tag, &range);
        if is_part(tag.to_end()) {
            self.frame.parts.push(range.clone());
        }
        match tag {
            Tag::FootnoteDefinition(label) => self.start_note(&label, range),
            Tag::Heading { level, id, classes, attrs } => {
                self.start_heading(level, id, &classes, attrs, range);
            }
            Tag::Paragraph => self.start_paragraph(range),
            Tag::Table(alignments) => self.start_table(alignments, range),
            Tag::TableHead => self.start_row("<thead>\n<tr>", true),
            Tag::TableRow => {
                self.count_cells(range);
                self.start_row("<tr>", false);
            }
            Tag::TableCell => self.start_cell(),
            Tag::CodeBlock(kind) => self.start_code(&kind, range),
            Tag::HtmlBlock => self.frame.html = Some((Run::default(), range)),
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.start_address(&format!("mailto:{dest_url}"), range);
            }
            Tag::Link { link_type: LinkType::Autolink, dest_url, .. } => {
                self.start_address(&dest_url, range);
            }
            Tag::Link { dest_url, title, id, .. } => {
                self.used_labels.insert(note_key(&id));
                self.start_link(&dest_url, &title, range);
            }
            Tag::Image { dest_url, title, id, .. } => {
                self.used_labels.insert(note_key(&id));
                self.start_image(&dest_url, &title, range);
            }
            Tag::Emphasis => {
                let at = range.start - self.shift;
                let inner = self.source(&range).get(1..).unwrap_or_default();
                if suspect::is_no_emphasis(&self.text.text()[..at], inner) {
                    self.suspect(Suspect::Emphasis, range);
                }
                self.open_inline("<em>");
            }
            Tag::Strong => self.open_inline("<strong>"),
            Tag::Strikethrough => self.open_inline("<del>"),
            Tag::Superscript => self.open_inline("<sup>"),
            Tag::Subscript => self.open_inline("<sub>"),
            Tag::List(start) => self.start_list(start, range),
            Tag::Item => {
                self.count_item(range);
                self.open(Top::Other, "<li>");
            }
            Tag::BlockQuote(_) => self.open(Top::Other, "<blockquote>\n"),
            Tag::DefinitionList => self.open(Top::Other, "<dl>\n"),
            Tag::DefinitionListTitle => self.open(Top::Other, "<dt>"),
            Tag::DefinitionListDefinition => self.open(Top::Other, "<dd>"),
            Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        if is_part(tag) {
            self.frame.parts.pop();
            self.settle_ignores(range.clone());
        }
        match tag {
            TagEnd::FootnoteDefinition => self.end_note(),
            TagEnd::Heading(_) | TagEnd::Paragraph => {
                if tag == TagEnd::Paragraph {
                    self.frame.paragraph_end = range.end;
                }
                self.end_paragraph(tag);
            }
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => self.close("</tr>\n</thead>\n<tbody>\n"),
            TagEnd::TableRow => self.close("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::CodeBlock => self.end_code(range),
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            TagEnd::Emphasis => self.close_inline("</em>"),
            TagEnd::Strong => self.close_inline("</strong>"),
            TagEnd::Strikethrough => self.close_inline("</del>"),
            TagEnd::Superscript => self.close_inline("</sup>"),
            TagEnd::Subscript => self.close_inline("</sub>"),
            TagEnd::List(ordered) => {
                self.frame.items.pop();
                self.close(if ordered { "</ol>\n" } else { "</ul>\n" });
            }
            TagEnd::Item => self.close("</li>\n"),
            TagEnd::BlockQuote(_) => self.close("</blockquote>\n"),
            TagEnd::DefinitionList => self.close("</dl>\n"),
            TagEnd::DefinitionListTitle => self.close("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.close("</dd>\n"),
            TagEnd::MetadataBlock(_) => {}
        }
    }

    /// A note's definition is lifted out of the text it stands in.
    fn start_note(&mut self, label: &str, range: Range<usize>) {
        self.close_raw(false);
        self.flush();
        let start = range.start - self.shift;
        let length = self.text.text()[start..].find("]:").map_or(0, |end| end + 2);
        let span = self.text.span(start..start + length);
        let note = span.map(|span| (label.to_owned(), span));
        let frame = std::mem::replace(&mut self.frame, Frame::new(Scope::Note, note));
        self.outer.push(frame);
    }

    fn end_note(&mut self) {
        self.end_caption();
        let Some(outer) = self.outer.pop() else { return };
        let inner = std::mem::replace(&mut self.frame, outer);
        self.frame.lifted_at = Some(self.frame.flow.len());
        if let Some((label, span)) = inner.note {
            self.reader.define(&label, span, inner.done);
        }
    }

    fn start_list(&mut self, start: Option<u64>, range: Range<usize>) {
        let before = self.text.text().get(..range.start - self.shift).unwrap_or_default();
        let follows = self.frame.paragraph_end == range.start;
        if follows && suspect::is_broken_line(before, self.source(&range)) {
            let line = self.source(&range).lines().next().unwrap_or_default().len();
            self.suspect(Suspect::List, range.start..range.start + line);
        }
        self.frame.items.push(start);
        match start {
            Some(1) => self.open(Top::Other, "<ol>\n"),
            Some(start) => self.open(Top::Other, format!("<ol start=\"{start}\">\n")),
            None => self.open(Top::Other, "<ul>\n"),
        }
    }

    /// Reports an item that is written with another number than it will have.
    fn count_item(&mut self, range: Range<usize>) {
        let written = suspect::item_number(self.source(&range));
        let Some(Some(expected)) = self.frame.items.last_mut() else { return };
        let differs = written.is_some_and(|written| written != *expected);
        *expected += 1;
        if differs {
            let line = self.source(&range).lines().next().unwrap_or_default().len();
            // Once a list: the numbers behind it differ as well.
            if let Some(items) = self.frame.items.last_mut() {
                *items = None;
            }
            self.suspect(Suspect::Numbering, range.start..range.start + line);
        }
    }

    /// The text of the document in a range.
    fn source(&self, range: &Range<usize>) -> &'a str {
        let text: &'a str = self.text.text();
        let start = range.start.saturating_sub(self.shift);
        text.get(start..range.end.saturating_sub(self.shift)).unwrap_or_default()
    }

    fn start_paragraph(&mut self, range: Range<usize>) {
        let sections = self.frame.scope == Scope::Text && self.frame.depth == 0;
        let source = self.source(&range).trim_end();
        self.frame.missed_heading = false;
        if let Some((suspect, at)) = suspect::paragraph(source, sections) {
            let attributes = suspect::heading_attributes(&source[at.clone()]);
            let place = range.start + at.start..range.start + at.end;
            match attributes.filter(|_| suspect == Suspect::Heading) {
                Some(id) => self.miss_heading(id, place),
                None => self.suspect_once(suspect, place),
            }
        }
        let span = self.span(trim_end(self.text.text(), range, self.shift));
        match span {
            Some(span) if self.frame.depth == 0 => self.open(Top::Paragraph(span), ""),
            _ => self.open(Top::Other, "<p>"),
        }
    }

    fn end_paragraph(&mut self, tag: TagEnd) {
        let top = self.frame.depth == 1;
        let bare = match self.frame.top {
            Top::Paragraph(_) => tag == TagEnd::Paragraph,
            Top::Heading(_) => tag != TagEnd::Paragraph,
            _ => false,
        };
        self.close(if top && bare { "" } else { "</p>\n" });
    }
}

/// Whether a block is a place of its own for a comment, within a list or table.
const fn is_part(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Item | TagEnd::TableCell | TagEnd::DefinitionListDefinition)
}

/// What congbo reads of Markdown's extensions.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
}

/// A range of the document without blanks at its end.
fn trim_end(text: &str, range: Range<usize>, shift: usize) -> Range<usize> {
    let start = range.start.saturating_sub(shift);
    let source = text.get(start..range.end.saturating_sub(shift)).unwrap_or_default();
    range.start..range.start + source.trim_end().len()
}

/// The lines of a text, without their ends.
fn line_ranges(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    text.split_inclusive('\n')
        .map(|line| {
            at += line.len();
            at - line.len()..at - line.len() + line.trim_end().len()
        })
        .collect()
}

/// The id of `{#id}` at the end of a paragraph, and where that stands.
fn trailing_id(flow: &[Piece]) -> Option<(String, Span)> {
    let Some(Piece::Text(run)) = flow.last() else { return None };
    let text = run.text().trim_end();
    let at = text.rfind("{#")?;
    let id = text[at + 2..].strip_suffix('}')?.to_owned();
    Some((id, run.span(at..text.len())?))
}

/// Takes `{#id}` off the end of a caption.
fn take_id(flow: &mut Flow) -> Option<(String, Span)> {
    let found = trailing_id(flow)?;
    if let Some(Piece::Text(run)) = flow.last_mut() {
        let kept = run.text().rfind("{#").map_or(0, |at| run.text()[..at].trim_end().len());
        *run = run.part(0..kept);
    }
    Some(found)
}
