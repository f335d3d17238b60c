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

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{
    Alignment, BrokenLink, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser,
    Tag, TagEnd,
};
use unicode_normalization::UnicodeNormalization;

use super::chart;
use super::html::{self, InlineTag, Part};
use super::ignore;
use super::suspect::{self, Suspect};
use crate::diag::{Diagnostic, Ignore, Message};
use crate::model::draft::{
    Cause, DraftImage, DraftLink, DraftNote, DraftReference, DraftSection, DraftTable, Follows,
    Slip, Slips, Tables,
};
use crate::model::flow::{Block, CodeBlock, Flow, Piece, Run};
use crate::model::table::{LinkId, ListId, NoteId, ReferenceId, SectionId, Table};
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

#[derive(Debug)]
struct Heading {
    level: u8,
    id: Option<String>,
    number: Option<String>,
    unnumbered: bool,
    appendix: bool,
    span: Span,
}

/// An inline element that is open.
#[derive(Debug)]
enum Open {
    Markdown,
    Raw(String, Span),
}

#[derive(Debug)]
struct OpenLink {
    id: LinkId,
    from: usize,
    moved: Vec<ReferenceId>,
    /// Whether its text is its address.
    address: bool,
    /// Addresses in its text that would be links elsewhere; links cannot nest.
    nested: usize,
}

#[derive(Debug)]
struct OpenImage {
    destination: String,
    title: String,
    span: Span,
    outer: Flow,
    references: Vec<ReferenceId>,
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

    /// `[text][label]` without an address for the label is a mistake; `[label]` alone is mostly
    /// no link at all, but with a colon behind it at the start of a line it was meant to define.
    fn undefined_label(&mut self, kind: LinkType, label: &str, range: Range<usize>) {
        let Some(span) = self.span(range.clone()).filter(|_| !label.starts_with('^')) else {
            return;
        };
        let (start, end) = (range.start - self.shift, range.end - self.shift);
        if self.text.text()[start..].starts_with("[^") {
            return;
        }
        if kind == LinkType::Reference {
            self.reader.diagnostics.push(Diagnostic::link_label_undefined(span, label));
        } else if follows(self.text.text(), start, end).is_some_and(Follows::is_colon) {
            self.reader.slips.link_labels.push(note_key(label));
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

    /// Tells what a place looks like, unless the block it stands in has been told of already.
    fn suspect_once(&mut self, suspect: Suspect, range: Range<usize>) {
        let block = self.frame.block.clone().map_or(range.start, |block| block.start);
        let lists = |suspect| matches!(suspect, Suspect::Items | Suspect::Dash);
        let same = |told: Suspect| told == suspect || lists(told) && lists(suspect);
        if self.told.is_none_or(|(told, at)| at != block || !same(told)) {
            self.told = Some((suspect, block));
            self.suspect(suspect, range);
        }
    }

    // References, the reason for all this.

    fn reference(&mut self, label: &str, range: Range<usize>) {
        let Some(span) = self.span(range.clone()) else { return };
        let text = self.text.text();
        let start = range.start - self.shift;
        let end = range.end - self.shift;
        let inside = text.get(start + 2..end.saturating_sub(1)).unwrap_or_default();
        let id = self.reader.tables.references.push(DraftReference {
            id: join_blanks(label),
            key: note_key(label),
            span,
            padded: inside.trim() != inside,
            opens_line: follows(text, start, end),
        });
        let moves = self.frame.link.is_some() || !self.frame.images.is_empty();
        if moves && !text[end..].starts_with(char::is_alphanumeric) {
            self.frame.run.trim_end();
        }
        self.place_reference(id);
    }

    /// A reference inside a link or an image is set right behind it, since links cannot nest.
    fn place_reference(&mut self, id: ReferenceId) {
        if let Some(image) = self.frame.images.last_mut() {
            image.references.push(id);
        } else if let Some(link) = &mut self.frame.link {
            link.moved.push(id);
        } else {
            self.push(Piece::Reference(id));
        }
    }

    /// Text that the parser left as text although it looks like a reference.
    fn note_slips(&mut self, run: &Run) {
        for (at, _) in run.text().match_indices("[^") {
            let rest = &run.text()[at + 2..];
            let Some(span) = run.span(at..at + 2) else { continue };
            let Some((cause, length)) = self.slip(rest, span) else {
                self.escaped_note(run, at);
                continue;
            };
            let whole = run.span(at..at + 2 + length).unwrap_or(span);
            let id = join_blanks(rest[..length].trim_end_matches(']'));
            self.reader.slips.references.push(Slip { id, span: whole, cause });
        }
    }

    /// A reference both of whose brackets are escaped, as other programs write it out.
    fn escaped_note(&mut self, run: &Run, at: usize) {
        let Some(end) = run.text()[at..].find(']').map(|end| at + end) else { return };
        let both = [at..at + 1, end..end + 1].map(|sign| run.span(sign));
        if self.frame.link.is_none()
            && both.iter().all(|sign| sign.is_some_and(|sign| self.is_escaped(sign)))
            && let Some(span) = run.span(at..end + 1)
        {
            self.reader.diagnostics.push(Suspect::Note.at(span));
        }
    }

    /// A link that the parser left as text because its address has a blank.
    fn link_with_blank(&mut self, run: &Run) {
        if let Some(range) = suspect::link(run.text())
            && let Some(span) = run.span(range)
            && !self.is_escaped(span)
        {
            self.reader.diagnostics.push(Suspect::Link.at(span));
        }
    }

    /// Text that was meant as markup and is shown as it is written.
    fn foreign_markup(&mut self, run: &Run) {
        let behind = matches!(self.frame.flow.last(), Some(Piece::Image(_) | Piece::LinkEnd));
        let stars = suspect::stars(run.text()).map(|range| (Suspect::Stars, range));
        let found = suspect::foreign(run.text(), behind).into_iter().chain(stars);
        for (suspect, range) in found {
            let place = run.span(range).filter(|span| !self.is_escaped(*span));
            if let Some(at) = place.and_then(|span| Some((self.offset_of(span)?, span))) {
                let start = at.0 + self.shift;
                self.suspect_once(suspect, start..start + (at.1.end - at.1.start) as usize);
            }
        }
    }

    /// A comment for congbo whose dashes a word processor made one of.
    fn comment_slip(&mut self, run: &Run) {
        let Some(at) = run.text().find("<!") else { return };
        let rest = &run.text()[at + 2..];
        let inner = rest.trim_start_matches(['-', '–', '—', ' ']);
        let end = inner.find('>').map_or(rest.len(), |end| rest.len() - inner.len() + end + 1);
        if ignore::is_meant(inner)
            && let Some(span) = run.span(at..at + 2 + end)
        {
            let told = Diagnostic::ignore_invalid(span, "ignore-invalid-dashes");
            self.reader.diagnostics.push(told);
        }
    }

    /// Whether a backslash stands before a place.
    fn is_escaped(&self, span: Span) -> bool {
        let before = self.offset_of(span).and_then(|at| self.text.text().get(..at));
        before.is_some_and(|before| before.ends_with('\\'))
    }

    /// Why `[^` followed by `rest`, written at `span`, is no reference, and how much of `rest`
    /// belongs to it; none if the author escaped it.
    fn slip(&self, rest: &str, span: Span) -> Option<(Cause, usize)> {
        let at = self.offset_of(span)?;
        let (before, source) = self.text.text().split_at_checked(at)?;
        let escapes = before.bytes().rev().take_while(|&byte| byte == b'\\').count();
        if escapes % 2 == 1 || !source.starts_with("[^") {
            return None;
        }
        let end = rest.find([']', '[']).filter(|&end| rest[end..].starts_with(']'));
        let Some(end) = end else {
            let length = rest.find(|char: char| char.is_whitespace() || char == '[');
            return Some((Cause::Unclosed, length.unwrap_or(rest.len())));
        };
        let broken = source.lines().next().is_some_and(|line| !line.contains(']'));
        let cause = match &rest[..end] {
            inside if inside.trim().is_empty() && !broken => Cause::Empty,
            _ if !broken && rest[end + 1..].starts_with('[') => Cause::Link,
            _ => Cause::LineBreak,
        };
        Some((cause, end + 1))
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

    fn finish_heading(&mut self, heading: Heading, title: Flow) {
        let text = |piece: &Piece| match piece {
            Piece::Text(run) => run.text().to_owned(),
            Piece::Code(_) | Piece::Image(_) | Piece::Reference(_) => "\u{FFFC}".to_owned(),
            _ => String::new(),
        };
        let shown: String = title.iter().map(text).collect();
        let suspect = if shown.trim().is_empty() {
            Some(Suspect::EmptyHeading)
        } else if ["{#", "(#", "{n=", "{.un", "{.app"].iter().any(|sign| shown.contains(sign)) {
            Some(Suspect::Attributes)
        } else {
            None
        };
        if let Some(suspect) = suspect {
            self.reader.diagnostics.push(suspect.at(heading.span));
        }
        self.sections.push(DraftSection {
            level: heading.level,
            title,
            id: heading.id,
            number: heading.number,
            unnumbered: heading.unnumbered,
            appendix: heading.appendix,
            span: heading.span,
            blocks: Vec::new(),
        });
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

    /// No table follows: an id behind the last paragraph is that of nothing.
    fn end_caption(&mut self) {
        if let Some((id, span)) = self.frame.caption_id.take() {
            self.reader.diagnostics.push(Diagnostic::paragraph_id(span, &id));
        }
    }

    fn finish_table(&mut self, span: Span, flow: Flow) {
        self.frame.caption_id = None;
        let (caption, id) = match self.take_caption() {
            Some((caption, id)) => (Some(caption), id),
            None => (None, None),
        };
        let id = self.reader.tables.tables.push(DraftTable { caption, id, span });
        self.blocks().push(Block::Table(id, flow));
    }

    /// The paragraph right before a table, if it begins with `Bảng:`, as its caption.
    fn take_caption(&mut self) -> Option<(Flow, Option<(String, Span)>)> {
        let Some(Block::Paragraph(id, flow)) = self.blocks().last() else { return None };
        let id = *id;
        let start = caption_prefix(flow.first()?)?;
        let Some(Block::Paragraph(_, mut flow)) = self.blocks().pop() else { return None };
        if id.is_some() {
            self.reader.tables.paragraphs.pop();
        }
        if let Some(Piece::Text(run)) = flow.first_mut() {
            *run = run.part(start..run.text().len());
        }
        let id = take_id(&mut flow);
        Some((flow, id))
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

    fn start_heading(
        &mut self,
        level: HeadingLevel,
        id: Option<CowStr>,
        classes: &[CowStr],
        attrs: Vec<(CowStr, Option<CowStr>)>,
        range: Range<usize>,
    ) {
        if self.frame.scope != Scope::Text || self.frame.depth > 0 {
            let bare = id.is_none() && classes.is_empty() && attrs.is_empty();
            let span = self.span(trim_end(self.text.text(), range, self.shift));
            if let Some(span) = span.filter(|_| !bare) {
                self.reader.diagnostics.push(Diagnostic::attributes_ignored(span));
            }
            self.open(Top::Other, "<p class=\"minor-heading\">");
            return;
        }
        if suspect::is_underlined_text(self.source(&range)) {
            self.suspect(Suspect::Underlined, range.clone());
        }
        let Some(span) = self.span(trim_end(self.text.text(), range, self.shift)) else { return };
        let mut heading = Heading {
            level: level as u8,
            id: id.map(CowStr::into_string),
            number: None,
            unnumbered: false,
            appendix: false,
            span,
        };
        for class in classes {
            match &**class {
                "unnumbered" => heading.unnumbered = true,
                "appendix" => (heading.unnumbered, heading.appendix) = (true, true),
                _ => self.unknown_attribute(span, class),
            }
        }
        let attrs = self.join_id(&mut heading, attrs);
        for (name, value) in attrs {
            if &*name == "n" {
                heading.number = Some(value.map(CowStr::into_string).unwrap_or_default());
            } else {
                self.unknown_attribute(span, &name);
            }
        }
        self.open(Top::Heading(heading), "");
    }

    /// The attributes of a heading without the words that were meant as part of its id.
    fn join_id<'t>(
        &mut self,
        heading: &mut Heading,
        attrs: Vec<(CowStr<'t>, Option<CowStr<'t>>)>,
    ) -> Vec<(CowStr<'t>, Option<CowStr<'t>>)> {
        let Some(id) = &heading.id else { return attrs };
        let meant = |name: &str, value: &Option<CowStr>| {
            value.is_none() && name != "n" && nearest_attribute(name).is_none()
        };
        let (words, rest): (Vec<_>, Vec<_>) =
            attrs.into_iter().partition(|(name, value)| meant(name, value));
        if !words.is_empty() {
            let words = words.iter().map(|(name, _)| &**name);
            let words: Vec<&str> = std::iter::once(id.as_str()).chain(words).collect();
            let (id, whole) = (words.join(" "), words.join("-"));
            self.reader.diagnostics.push(Diagnostic::id_blank(heading.span, &id, &whole));
            heading.id = Some(whole);
        }
        rest
    }

    fn unknown_attribute(&mut self, span: Span, name: &str) {
        let nearest = nearest_attribute(name);
        self.reader.diagnostics.push(Diagnostic::field_unknown(span, name, nearest, ATTRIBUTES));
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

    fn suspect(&mut self, suspect: Suspect, range: Range<usize>) {
        let span = self.span(trim_end(self.text.text(), range, self.shift));
        if let Some(span) = span {
            self.reader.diagnostics.push(suspect.at(span));
        }
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

    /// A line that is no heading, and was surely meant as one: it has an id or a number. Both are
    /// missed elsewhere, so that nothing can be published without them.
    fn miss_heading(&mut self, id: &str, range: Range<usize>) {
        self.frame.missed_heading = true;
        self.reader.slips.headings_missed = true;
        self.reader.slips.anchors.extend((!id.is_empty()).then(|| id.to_owned()));
        if let Some(span) = self.span(range) {
            self.reader.diagnostics.push(Suspect::Heading.at(span).raised());
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

    fn start_table(&mut self, alignments: Vec<Alignment>, range: Range<usize>) {
        let span = self.span(trim_end(self.text.text(), range, self.shift));
        let top = if self.frame.depth == 0 { span.map(Top::Table) } else { None };
        let nested = top.is_none();
        self.frame.alignments = alignments;
        self.open(top.unwrap_or_default(), "");
        if nested {
            self.frame.flow.push(Piece::NestedTable);
        }
    }

    fn end_table(&mut self) {
        let top = self.frame.depth == 1;
        self.close(if top { "</tbody>\n" } else { "</tbody>\n</table></div>\n" });
    }

    fn start_row(&mut self, markup: &'static str, head: bool) {
        self.frame.column = 0;
        self.frame.in_head = head;
        self.open(Top::Other, markup);
    }

    /// Reports a row with more cells than the table has columns: the parser drops them.
    fn count_cells(&mut self, range: Range<usize>) {
        let range = trim_end(self.text.text(), range, self.shift);
        let Some(start) = range.start.checked_sub(self.shift) else { return };
        let row = self.text.text().get(start..range.end - self.shift).unwrap_or_default();
        let (cells, columns) = (cells(row), self.frame.alignments.len());
        if columns > 1 && !row.contains('|') {
            self.suspect(Suspect::Row, range.clone());
        }
        if let Some(span) = self.span(range).filter(|_| cells > columns) {
            self.reader.diagnostics.push(Diagnostic::table_cell_lost(span, cells, columns));
        }
    }

    fn start_cell(&mut self) {
        let alignment = self.frame.alignments.get(self.frame.column).copied();
        self.frame.column += 1;
        let (head, body) = match alignment {
            Some(Alignment::Left) => {
                ("<th scope=\"col\" class=\"align-left\">", "<td class=\"align-left\">")
            }
            Some(Alignment::Center) => {
                ("<th scope=\"col\" class=\"align-center\">", "<td class=\"align-center\">")
            }
            Some(Alignment::Right) => {
                ("<th scope=\"col\" class=\"align-right\">", "<td class=\"align-right\">")
            }
            _ => ("<th scope=\"col\">", "<td>"),
        };
        self.open(Top::Other, if self.frame.in_head { head } else { body });
    }

    fn end_cell(&mut self) {
        self.close(if self.frame.in_head { "</th>" } else { "</td>" });
    }

    fn start_code(&mut self, kind: &CodeBlockKind, range: Range<usize>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
            CodeBlockKind::Indented => {
                if suspect::is_prose(self.source(&range)) {
                    self.suspect(Suspect::Indented, range);
                }
                ""
            }
        };
        self.flush();
        if language == chart::CHART {
            self.frame.chart = Some(Composite::new());
            return;
        }
        self.frame.code = Some(CodeBlock { language: language.to_owned(), text: String::new() });
    }

    fn chart_line(&mut self, text: &str, range: Range<usize>) {
        if let (Some(chart), Some(span)) = (
            &mut self.frame.chart,
            range.start.checked_sub(self.shift).and_then(|start| self.text.span(start..start)),
        ) {
            chart.push(text, span.file, span.start as usize);
        }
    }

    fn end_chart(&mut self, text: &Composite, range: Range<usize>) {
        let span = self.span(trim_end(self.text.text(), range, self.shift));
        let Some(span) = span else { return };
        if let Some(chart) = chart::block(text, span, &mut self.reader.diagnostics) {
            let id = self.reader.tables.charts.push(chart);
            self.block(Piece::Chart(id));
        }
    }

    fn end_code(&mut self, range: Range<usize>) {
        if let Some(chart) = self.frame.chart.take() {
            self.end_chart(&chart, range);
            return;
        }
        if let Some(code) = self.frame.code.take() {
            self.note_definitions_in_code(range);
            self.block(Piece::CodeBlock(Box::new(code)));
        }
    }

    /// Remembers definitions that stand in code, to name the cause where a note is missing.
    fn note_definitions_in_code(&mut self, range: Range<usize>) {
        let start = range.start - self.shift;
        let source = self.text.text().get(start..range.end - self.shift).unwrap_or_default();
        let mut at = start;
        for line in source.split_inclusive('\n') {
            let text = unquoted(line);
            if let Some(rest) = text.strip_prefix("[^")
                && let Some(end) = rest.find("]:")
                && let Some(span) = self
                    .text
                    .span(at + line.len() - text.len()..at + line.len() - rest.len() + end + 2)
            {
                self.reader.slips.in_code.push((note_key(&rest[..end]), span));
            }
            at += line.len();
        }
    }

    fn start_link(&mut self, destination: &str, title: &str, range: Range<usize>) {
        self.flush();
        if let Some(link) = &mut self.frame.link {
            link.nested += 1;
            self.frame.inline.push(Open::Markdown);
            return;
        }
        let Some(span) = self.span(range.clone()) else { return };
        let destination = destination.to_owned();
        let reported = self.link_slip(range.start - self.shift);
        let id = self.reader.tables.links.push(DraftLink {
            destination,
            title: title.to_owned(),
            span,
            empty: false,
            reported,
        });
        self.push(Piece::LinkStart(id));
        self.frame.inline.push(Open::Markdown);
        let from = self.frame.flow.len();
        self.frame.link = Some(OpenLink { id, from, moved: Vec::new(), address: false, nested: 0 });
    }

    /// Whether a link or the definition of one at `start` was meant as a part of a footnote, which
    /// is remembered. `[^](address)` may well be a link.
    fn link_slip(&mut self, start: usize) -> bool {
        let source = &self.text.text()[start..];
        let Some((inside, rest)) =
            source.strip_prefix("[^").and_then(|source| source.split_once(']'))
        else {
            return false;
        };
        let cause = match inside.trim() {
            "" if rest.starts_with('(') => return false,
            "" => Cause::Empty,
            inside if inside.contains('\n') => Cause::LineBreak,
            _ => Cause::Link,
        };
        if let Some(span) = self.text.span(start..start + inside.len() + 3) {
            self.reader.slips.references.push(Slip { id: join_blanks(inside), span, cause });
        }
        true
    }

    /// Begins an address that is its own text, in which nothing is a footnote.
    fn start_address(&mut self, destination: &str, range: Range<usize>) {
        self.start_link(destination, "", range);
        if let Some(link) = &mut self.frame.link {
            link.address = true;
        }
    }

    fn end_link(&mut self) {
        self.close_raw(true);
        self.frame.inline.pop();
        self.flush();
        if let Some(link) = self.frame.link.as_mut().filter(|link| link.nested > 0) {
            link.nested -= 1;
            return;
        }
        let Some(link) = self.frame.link.take() else { return };
        let text = self.frame.flow.get(link.from..).unwrap_or_default();
        let has_text = text
            .iter()
            .any(|piece| matches!(piece, Piece::Text(_) | Piece::Code(_) | Piece::Image(_)));
        self.reader.tables.links[link.id].empty = !has_text;
        self.push(Piece::LinkEnd);
        for id in link.moved {
            self.place_reference(id);
        }
    }

    fn start_image(&mut self, destination: &str, title: &str, range: Range<usize>) {
        self.flush();
        let Some(span) = self.span(range) else { return };
        if title.split_once("[^").is_some_and(|(_, rest)| rest.contains(']')) {
            self.reader.diagnostics.push(Diagnostic::footnote_in_field(span, "title"));
        }
        self.frame.images.push(OpenImage {
            destination: destination.to_owned(),
            title: title.to_owned(),
            span,
            outer: std::mem::take(&mut self.frame.flow),
            references: Vec::new(),
        });
    }

    fn end_image(&mut self) {
        self.flush();
        let Some(image) = self.frame.images.pop() else { return };
        let inner = std::mem::replace(&mut self.frame.flow, image.outer);
        let id = self.reader.tables.images.push(DraftImage {
            destination: image.destination,
            alt: description(&inner),
            title: image.title,
            span: image.span,
        });
        self.push(Piece::Image(id));
        for id in image.references {
            self.place_reference(id);
        }
    }

    fn inline_html(&mut self, raw: &str, range: Range<usize>) {
        let (tag, removed) = html::clean_tag(raw);
        let Some(span) = self.span(range) else { return };
        let place = self.frame.parts.last().or(self.frame.block.as_ref()).cloned();
        let scope = place.and_then(|place| self.span(place));
        let found = ignore::in_html(raw, |_| Some(span), &mut self.reader.diagnostics);
        self.reader.ignores.extend(found.into_iter().map(|ignore| Ignore { scope, ..ignore }));
        // The description of an image is text alone.
        if !self.frame.images.is_empty() {
            self.reader.diagnostics.push(Diagnostic::html_removed(span, raw));
            return;
        }
        for removed in removed {
            if !self.is_known_end(&removed.what) {
                self.reader.diagnostics.push(Diagnostic::html_removed(span, &removed.what));
            }
        }
        match tag {
            InlineTag::Open(name, markup) => {
                self.push(Piece::Inline(Cow::Owned(markup)));
                self.frame.inline.push(Open::Raw(name, span));
            }
            InlineTag::Void(markup) if markup.starts_with("<br") => self.push(Piece::LineBreak),
            InlineTag::Void(markup) => self.push(Piece::Inline(Cow::Owned(markup))),
            InlineTag::Close(name) => self.close_tag(&name, span),
            InlineTag::Nothing => {}
        }
    }

    /// Whether a tag that is taken out is the end of an element whose start was.
    fn is_known_end(&mut self, tag: &str) -> bool {
        let taken_out = &mut self.frame.taken_out;
        let Some(name) = tag.strip_prefix("</") else {
            taken_out.extend(tag.strip_prefix('<').map(str::to_owned));
            return false;
        };
        let start = taken_out.iter().rposition(|open| open == name);
        start.map(|index| taken_out.remove(index)).is_some()
    }

    /// An end tag closes the innermost open element if it is its own; any other goes.
    fn close_tag(&mut self, name: &str, span: Span) {
        match self.frame.inline.last() {
            Some(Open::Raw(open, _)) if open == name => {
                self.frame.inline.pop();
                self.push(Piece::Inline(Cow::Owned(format!("</{name}>"))));
            }
            _ => {
                let what = format!("</{name}>");
                self.reader.diagnostics.push(Diagnostic::html_unbalanced(span, &what));
            }
        }
    }

    fn html_line(&mut self, raw: &str, range: Range<usize>) {
        let span = self.span(range);
        if let (Some((html, _)), Some(span)) = (&mut self.frame.html, span) {
            html.push(raw, span);
        }
    }

    fn end_html(&mut self) {
        let Some((raw, range)) = self.frame.html.take() else { return };
        let found =
            ignore::in_html(raw.text(), |range| raw.span(range), &mut self.reader.diagnostics);
        let first = self.reader.ignores.len();
        self.reader.ignores.extend(found);
        let (html, removed) = html::clean_block(raw.text());
        let new = (first..self.reader.ignores.len()).map(|index| (self.frame.depth, index));
        self.frame.waiting.extend(new);
        if !html.trim().is_empty() {
            self.settle_ignores(range.clone());
        }
        let lines = line_ranges(raw.text());
        for removed in removed {
            let line = lines.get(removed.line).cloned().unwrap_or(0..raw.text().len());
            if let Some(span) = raw.span(line) {
                let told = if removed.unbalanced {
                    Diagnostic::html_unbalanced(span, &removed.what)
                } else {
                    Diagnostic::html_removed(span, &removed.what)
                };
                self.reader.diagnostics.push(told);
            }
        }
        for mark in html::note_marks(raw.text()) {
            let inside = raw.text()[mark + 2..].split(']').next().unwrap_or_default();
            if let Some(span) = raw.span(mark..mark + 2 + inside.len() + 1) {
                let id = join_blanks(inside);
                self.reader.slips.references.push(Slip { id, span, cause: Cause::Html });
            }
        }
        if !html.trim().is_empty() {
            self.open(Top::Other, "");
            self.frame
                .flow
                .extend(html::parts(&html, raw.text()).into_iter().map(|part| piece(part, &raw)));
            self.close("");
        }
    }
}

/// The piece of a flow that a part of an HTML block makes, which was written as `raw`.
fn piece(part: Part, raw: &Run) -> Piece {
    match part {
        Part::Inline(markup) => Piece::Inline(Cow::Owned(markup)),
        Part::Block(markup) => Piece::Block(Cow::Owned(markup)),
        Part::Break => Piece::LineBreak,
        Part::Text(stretches) => {
            let mut run = Run::default();
            for (text, range) in stretches {
                // There is a place, since a block without one is empty.
                if let Some(span) = raw.span(range) {
                    run.push(&text, span);
                }
            }
            Piece::Text(run)
        }
    }
}

/// Where a document refers to notes: first byte -> the byte after the last, and the label.
#[derive(Debug, Default)]
struct Marked(BTreeMap<usize, (usize, String)>);

impl Marked {
    /// The references of a document, as the parser has them.
    fn of(document: &str) -> Self {
        let events = Parser::new_ext(document, options()).into_offset_iter();
        let references = events.filter_map(|(event, range)| match event {
            Event::FootnoteReference(label) => {
                Some((range.start, (range.end, label.into_string())))
            }
            _ => None,
        });
        let mut marked = Self(references.collect());
        while marked.drop_lost(document) {}
        marked
    }

    /// Drops what is no text once links around references are links; whether there was any.
    fn drop_lost(&mut self, document: &str) -> bool {
        let masked = self.mask(document);
        let mut kept = BTreeMap::new();
        for (event, range) in Parser::new_ext(&masked, options()).into_offset_iter() {
            if let Event::Text(_) = event {
                kept.extend(self.within(&range));
            }
        }
        let lost = kept.len() < self.0.len();
        self.0 = kept;
        lost
    }

    /// The references in a range.
    fn within(&self, range: &Range<usize>) -> Vec<(usize, (usize, String))> {
        let inside = self.0.range(range.clone());
        inside.map(|(&start, found)| (start, found.clone())).collect()
    }

    /// The document with punctuation that means nothing in the place of each reference, as many
    /// bytes of it.
    fn mask(&self, document: &str) -> String {
        let mut masked = String::with_capacity(document.len());
        let mut from = 0;
        for (&start, &(end, _)) in &self.0 {
            masked.push_str(&document[from..start]);
            let length = end - start;
            masked.push_str(if length % 2 == 1 { "‖" } else { "" });
            masked.extend(std::iter::repeat_n('§', (length - length % 2 * 3) / 2));
            from = end;
        }
        masked.push_str(&document[from..]);
        masked
    }
}

/// Whether a block is a place of its own for a comment, within a list or table.
const fn is_part(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Item | TagEnd::TableCell | TagEnd::DefinitionListDefinition)
}

/// What stands behind a heading besides its id.
const ATTRIBUTES: &[&str] = &["n", "unnumbered", "appendix"];

/// The attribute that a name is a slip of.
fn nearest_attribute(name: &str) -> Option<&'static str> {
    let close = |known: &&&str| strsim::damerau_levenshtein(name, known) <= known.len() / 3;
    ATTRIBUTES.iter().find(close).copied()
}

/// What congbo reads of Markdown's extensions.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
}

/// An empty definition for every label that occurs in the text, closed off by a comment so that
/// they touch nothing of what follows.
fn empty_definitions(text: &str) -> String {
    let mut definitions = String::new();
    for label in labels(text) {
        let definition = format!("[^{label}]: .\n\n");
        if defines_note(&definition) {
            definitions.push_str(&definition);
        }
    }
    if !definitions.is_empty() {
        definitions.push_str("<!-- -->\n\n");
    }
    definitions
}

/// What stands between `[^` and the next bracket of a line; in a table a `\|` stands for `|`.
fn labels(text: &str) -> BTreeSet<Cow<'_, str>> {
    let mut labels = BTreeSet::new();
    for (at, _) in text.match_indices("[^") {
        let rest = &text[at + 2..];
        let Some(end) = label_end(rest) else { continue };
        let label = &rest[..end];
        labels.insert(Cow::Borrowed(label));
        if label.contains("\\|") {
            labels.insert(Cow::Owned(label.replace("\\|", "|")));
        }
    }
    labels
}

/// Where the label at the start of a text ends: at a bracket that is not escaped, or with the line.
fn label_end(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, char) in text.char_indices() {
        match char {
            '[' | ']' if !escaped => return Some(at),
            '\n' => return Some(at),
            _ => escaped = char == '\\' && !escaped,
        }
    }
    None
}

/// Whether the parser takes a line for the definition of a note, and not for anything else, such
/// as `[^]: .` for the definition of a link.
fn defines_note(definition: &str) -> bool {
    let first = Parser::new_ext(definition, options()).next();
    matches!(first, Some(Event::Start(Tag::FootnoteDefinition(_))))
}

/// What follows a reference at `start..end` of `text`, if nothing but the marks of lists and
/// quotations stands before it on its line.
fn follows(text: &str, start: usize, end: usize) -> Option<Follows> {
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let marks = &text[line_start..start];
    if !marks.split_whitespace().all(is_block_mark) {
        return None;
    }
    let mut lines = text[end..].lines();
    let rest = lines.next().unwrap_or_default();
    match (rest.trim_start(), rest) {
        (_, rest) if rest.starts_with(':') => Some(Follows::ColonAtOnce),
        (rest, _) if rest.starts_with(':') => Some(Follows::Colon),
        ("", _) => {
            lines.next().filter(|next| unquoted(next).starts_with(':')).map(|_| Follows::Colon)
        }
        _ if !unquoted(marks).is_empty() => Some(Follows::Text),
        _ => {
            let above = text[..line_start].lines().next_back().unwrap_or_default();
            Some(if unquoted(above).is_empty() { Follows::Text } else { Follows::Line })
        }
    }
}

/// A line without blanks and the marks of quotations at its start.
fn unquoted(line: &str) -> &str {
    line.trim_start_matches([' ', '\t', '>'])
}

/// Whether a word is the mark of a quotation or of a list item.
fn is_block_mark(word: &str) -> bool {
    let number = word.strip_suffix(['.', ')']).unwrap_or_default();
    matches!(word, "-" | "*" | "+")
        || word.bytes().all(|byte| byte == b'>')
        || !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// A range of the document without blanks at its end.
fn trim_end(text: &str, range: Range<usize>, shift: usize) -> Range<usize> {
    let start = range.start.saturating_sub(shift);
    let source = text.get(start..range.end.saturating_sub(shift)).unwrap_or_default();
    range.start..range.start + source.trim_end().len()
}

/// How many cells the row of a table has, empty ones at its end apart: a sign between cells is one
/// that no backslash stands before.
fn cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut last = '|';
    let ends: Vec<usize> = row
        .char_indices()
        .filter(|(_, char)| std::mem::replace(&mut last, *char) != '\\' && *char == '|')
        .map(|(at, _)| at)
        .chain([row.len()])
        .collect();
    let starts = [0].into_iter().chain(ends.iter().map(|end| end + 1));
    let filled = starts.zip(&ends).map(|(start, &end)| row.get(start..end).unwrap_or_default());
    filled
        .collect::<Vec<_>>()
        .iter()
        .rposition(|cell| !cell.trim().is_empty())
        .map_or(0, |at| at + 1)
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

/// The description that an image's flow makes.
fn description(flow: &[Piece]) -> String {
    flow.iter()
        .map(|piece| match piece {
            Piece::Text(run) => run.text(),
            Piece::Code(code) => code,
            _ => "",
        })
        .collect()
}

/// Where the caption begins in the first piece of a paragraph that is one.
fn caption_prefix(first: &Piece) -> Option<usize> {
    let Piece::Text(run) = first else { return None };
    let text = run.text();
    let prefix = ["Bảng:", "Table:"].into_iter().find(|prefix| text.starts_with(prefix))?;
    Some(text.len() - text[prefix.len()..].trim_start().len())
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
