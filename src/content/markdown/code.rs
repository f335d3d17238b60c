//! Blocks of code, charts among them.
//!
//! Takes the parser's code blocks; gives code to be highlighted and charts, and reports definitions
//! of notes that became code.

use std::ops::Range;

use pulldown_cmark::CodeBlockKind;

use super::links::unquoted;
use super::{Pass, note_key, trim_end};
use crate::content::chart;
use crate::content::suspect::{self, Suspect};
use crate::diag::Diagnostic;
use crate::model::flow::{CodeBlock, Piece};
use crate::source::Composite;

impl Pass<'_, '_> {
    pub(super) fn start_code(&mut self, kind: &CodeBlockKind, range: Range<usize>) {
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
        if language.eq_ignore_ascii_case(chart::CHART) {
            self.frame.chart = Some(Composite::new());
            return;
        }
        self.frame.code = Some(CodeBlock { language: language.to_owned(), text: String::new() });
    }

    pub(super) fn chart_line(&mut self, text: &str, range: Range<usize>) {
        if let (Some(chart), Some(span)) = (
            &mut self.frame.chart,
            range.start.checked_sub(self.shift).and_then(|start| self.text.span(start..start)),
        ) {
            chart.push(text, span.file, span.start as usize);
        }
    }

    fn end_chart(&mut self, text: &Composite, range: Range<usize>) {
        let span = self.span(trim_end(self.text.text(), range.clone(), self.shift));
        let Some(span) = span else { return };
        if !chart::is_closed(text.text(), self.source(&range)) {
            let first = self.source(&range).lines().next().unwrap_or_default().trim_end();
            let fence = self.span(range.start..range.start + first.len()).unwrap_or(span);
            self.reader.diagnostics.push(Diagnostic::chart_unclosed(fence));
            self.reader.slips.lose_text();
            return;
        }
        if let Some(chart) = chart::block(text, span, &mut self.reader.diagnostics) {
            let id = self.reader.tables.charts.push(chart);
            self.block(Piece::Chart(id));
        }
    }

    pub(super) fn end_code(&mut self, range: Range<usize>) {
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
}
