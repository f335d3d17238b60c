//! Headings: the sections of a text, with their numbers and ids.
//!
//! Takes the parser's headings and their attributes; gives draft sections, and reports what is no
//! attribute of a heading and what was meant as one.

use std::ops::Range;

use pulldown_cmark::{CowStr, HeadingLevel};

use super::{Pass, Scope, Top, trim_end};
use crate::content::suspect::{self, Suspect};
use crate::diag::{Diagnostic, Message};
use crate::model::draft::DraftSection;
use crate::model::flow::{Flow, Piece};
use crate::source::Span;

#[derive(Debug)]
pub(super) struct Heading {
    pub level: u8,
    pub id: Option<String>,
    pub number: Option<String>,
    pub unnumbered: bool,
    pub appendix: bool,
    pub span: Span,
}

impl Pass<'_, '_> {
    pub(super) fn finish_heading(&mut self, heading: Heading, title: Flow) {
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

    pub(super) fn start_heading(
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
        let dotless = nearest.filter(|nearest| nearest.strip_prefix('.') == Some(name));
        let dotless = dotless.map(|it| Message::new("heading-dot-hint").with("name", it));
        let told = Diagnostic::field_unknown(span, name, nearest, ATTRIBUTES);
        self.reader.diagnostics.push(told.maybe_hint(dotless));
    }

    /// A line that is no heading, and was surely meant as one: it has an id or a number. Both are
    /// missed elsewhere, so that nothing can be published without them.
    pub(super) fn miss_heading(&mut self, id: &str, range: Range<usize>) {
        self.frame.missed_heading = true;
        self.reader.slips.headings_missed = true;
        self.reader.slips.anchors.extend((!id.is_empty()).then(|| id.to_owned()));
        if let Some(span) = self.span(range) {
            self.reader.diagnostics.push(Suspect::Heading.at(span).raised());
        }
    }
}

/// What stands behind a heading besides its id.
const ATTRIBUTES: &[&str] = &["n", ".unnumbered", ".appendix"];

/// The attribute that a name is a slip of, as it is written.
fn nearest_attribute(name: &str) -> Option<&'static str> {
    let close = |known: &&&str| {
        let known = known.trim_start_matches('.');
        strsim::damerau_levenshtein(name, known) <= known.len() / 3
    };
    ATTRIBUTES.iter().find(close).copied()
}
