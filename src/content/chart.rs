//! Charts: the block in the text that asks for one, and the table that it names.
//!
//! Takes the YAML of a block and the text of a CSV file, gives what is to be drawn, and says at
//! its place what is wrong with either. Never reads a file, never asks whether one is there.

mod figures;
mod number;
mod sheet;

use super::yaml::{self, Fields};
use crate::diag::Diagnostic;
use crate::model::draft::DraftChart;
use crate::model::flow::Run;
use crate::model::meta::ChartKind;
use crate::source::{Composite, Span};

pub use self::figures::figures;

/// The word after the fence that makes a code block a chart, in letters of either case.
pub const CHART: &str = "chart";

/// Whether the block with this `text`, written as `source`, ends where it was meant to: a line of a
/// fence alone ends it, and none that opens another stands within.
#[must_use]
pub fn is_closed(text: &str, source: &str) -> bool {
    let is_fence = |line: &str| line.starts_with("```") || line.starts_with("~~~");
    let last = source.trim_end().lines().skip(1).last().unwrap_or_default();
    let last = last.trim_start_matches([' ', '\t', '>']);
    is_fence(last)
        && last.trim_end_matches(['`', '~']).is_empty()
        && !text.lines().any(|line| is_fence(line.trim_start()))
}

/// The chart that the block at `span` asks for with `text`; none where something that it needs is
/// missing.
pub fn block(
    text: &Composite,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<DraftChart> {
    // The text of a block that stands in a list is not what the file has: places in the text are
    // found first, and led back to the file.
    let written = |place: Span| text.span(place.start as usize..place.end as usize).unwrap_or(span);
    let mut found = Vec::new();
    let chart = match yaml::parse(text.text(), span.file, 0) {
        Ok(node) => Fields::read(&node, CHART, &mut found, |fields| fields_of(fields, text, span)),
        Err(diagnostic) => {
            found.push(diagnostic);
            None
        }
    };
    for mut diagnostic in found {
        diagnostic.span = written(diagnostic.span);
        for related in &mut diagnostic.related {
            related.span = written(related.span);
        }
        diagnostics.push(diagnostic);
    }
    let mut chart = chart?;
    let columns = chart.x.iter_mut().chain(chart.series.iter_mut().flatten());
    for (_, place) in columns.chain([&mut chart.data]).chain(&mut chart.id) {
        *place = written(*place);
    }
    Some(chart)
}

fn fields_of(fields: &mut Fields<'_>, text: &Composite, span: Span) -> Option<DraftChart> {
    let id = fields.text("id").zip(fields.span("id"));
    let data = fields.required("data").zip(fields.span("data"));
    let kind = fields.required("type").is_some();
    let kind = fields.one_of("type", ChartKind::WORDS, "expected-one-of-chart").filter(|_| kind);
    let title = fields.required("title").zip(fields.span("title"));
    let unit = fields.text("unit").zip(fields.span("unit"));
    let source = fields.text("source").zip(fields.span("source"));
    let x = fields.text("x").zip(fields.span("x"));
    let series = fields.list("series");
    let run = |(words, place): (String, Span)| run(text, span, &words, place);
    let (kind, title, data) = (kind?, title.map(run)?, data?);
    let (unit, source) = (unit.map(run), source.map(run));
    Some(DraftChart { id, kind, title, unit, source, data, x, series, span, figures: None })
}

/// The words of a field, which stands at `place` of the block's text.
fn run(text: &Composite, span: Span, words: &str, place: Span) -> Run {
    let start = place.start as usize;
    let written = text.text().get(start..place.end as usize).unwrap_or_default();
    // In front of them may stand a mark of quotation.
    let start = start + written.find(words).unwrap_or_default();
    let mut run = Run::default();
    run.push(words, text.span(start..start + words.len()).unwrap_or(span));
    run
}
