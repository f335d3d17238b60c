//! Tables and their captions.
//!
//! Takes the parser's tables and the paragraph before one; gives draft tables in boxes that scroll,
//! and reports rows with more cells than their head.

use std::ops::Range;

use pulldown_cmark::Alignment;

use super::{Pass, Top, take_id, trim_end};
use crate::content::suspect::Suspect;
use crate::diag::Diagnostic;
use crate::model::draft::DraftTable;
use crate::model::flow::{Block, Flow, Piece};
use crate::source::Span;

impl Pass<'_, '_> {
    /// No table follows: an id behind the last paragraph is that of nothing.
    pub(super) fn end_caption(&mut self) {
        if let Some((id, span)) = self.frame.caption_id.take() {
            self.reader.diagnostics.push(Diagnostic::paragraph_id(span, &id));
        }
    }

    pub(super) fn finish_table(&mut self, span: Span, flow: Flow) {
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

    pub(super) fn start_table(&mut self, alignments: Vec<Alignment>, range: Range<usize>) {
        let span = self.span(trim_end(self.text.text(), range, self.shift));
        let top = if self.frame.depth == 0 { span.map(Top::Table) } else { None };
        let nested = top.is_none();
        self.frame.alignments = alignments;
        self.open(top.unwrap_or_default(), "");
        if nested {
            self.frame.flow.push(Piece::NestedTable);
        }
    }

    pub(super) fn end_table(&mut self) {
        let top = self.frame.depth == 1;
        self.close(if top { "</tbody>\n" } else { "</tbody>\n</table></div>\n" });
    }

    pub(super) fn start_row(&mut self, markup: &'static str, head: bool) {
        self.frame.column = 0;
        self.frame.in_head = head;
        self.open(Top::Other, markup);
    }

    /// Reports a row with more cells than the table has columns: the parser drops them.
    pub(super) fn count_cells(&mut self, range: Range<usize>) {
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

    pub(super) fn start_cell(&mut self) {
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

    pub(super) fn end_cell(&mut self) {
        self.close(if self.frame.in_head { "</th>" } else { "</td>" });
    }
}

/// How many cells the row of a table has, empty ones at its end apart: a sign between cells is one
/// that no backslash stands before.
pub(super) fn cells(row: &str) -> usize {
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

/// Where the caption begins in the first piece of a paragraph that is one.
pub(super) fn caption_prefix(first: &Piece) -> Option<usize> {
    let Piece::Text(run) = first else { return None };
    let text = run.text();
    let prefix = ["Bảng:", "Table:"].into_iter().find(|prefix| text.starts_with(prefix))?;
    Some(text.len() - text[prefix.len()..].trim_start().len())
}
