//! Anchors: every section, directive, paragraph, table and chart gets one that nothing else has.
//!
//! What an author chose, or what follows from a number, is taken first; titles come after, in
//! reading order, and give way with `-2`, `-3`, … An anchor is only free if those of the
//! paragraphs, tables and charts under it are free too.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::model::addresses::{Of, made_of};
use crate::model::resolved::Target;
use crate::model::table::{ChartId, ParagraphId, TableId};
use crate::source::Span;

/// Beginnings of anchors that belong to footnotes, mentions and the page's own furniture.
const RESERVED_PREFIXES: &[&str] = &["fn-", "fnref-", "vbref-", "_"];

/// A file name can have 255 bytes; titles longer than this make shorter anchors.
const LONGEST_SLUG: usize = 180;

/// What stands under an anchor and gets anchors made from it.
#[derive(Debug, Default)]
pub struct Family {
    /// Paragraphs, in order.
    pub paragraphs: Vec<ParagraphId>,
    /// Tables without an id of their own, with their place among the tables, from 1.
    pub tables: Vec<(usize, TableId)>,
    /// Charts without an id of their own, with their place among the charts, from 1.
    pub charts: Vec<(usize, ChartId)>,
}

/// The anchors given so far.
#[derive(Debug, Default)]
pub struct Anchors {
    taken: BTreeMap<String, (Target, Span)>,
}

impl Anchors {
    /// Gives an anchor that was chosen, with those of its family; reports one that is taken and
    /// gives another instead, so that what follows can be checked all the same.
    pub fn choose(
        &mut self,
        id: &str,
        target: Target,
        span: Span,
        family: &Family,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> String {
        if let Some(reason) = objection(id) {
            diagnostics.push(Diagnostic::id_invalid(span, id, reason));
            return self.derive(&slug(id), target, span, family, false);
        }
        match self.conflict(id, family) {
            None => self.take(id.to_owned(), target, span, family),
            Some((taken, first)) => {
                diagnostics.push(Diagnostic::anchor_duplicate(span, &taken, first));
                self.derive(id, target, span, family, false)
            }
        }
    }

    /// Gives an anchor made from a title; `page` if it names a page as well.
    pub fn derive(
        &mut self,
        base: &str,
        target: Target,
        span: Span,
        family: &Family,
        page: bool,
    ) -> String {
        let reserved = RESERVED_PREFIXES.iter().any(|prefix| base.starts_with(prefix));
        let base = if reserved { format!("muc-{base}") } else { base.to_owned() };
        let mut count = 1_usize;
        loop {
            let id = if count == 1 { base.clone() } else { format!("{base}-{count}") };
            let reserved = page && is_reserved_page(&id);
            if !reserved && self.conflict(&id, family).is_none() {
                return self.take(id, target, span, family);
            }
            count += 1;
        }
    }

    /// Gives the anchors of what stands before the first heading.
    pub fn opening(&mut self, family: &Family, span: Span) {
        self.take_family("", family, span);
    }

    /// Everything that was given.
    #[must_use]
    pub fn finish(self) -> BTreeMap<String, Target> {
        self.taken.into_iter().map(|(id, (target, _))| (id, target)).collect()
    }

    fn conflict(&self, id: &str, family: &Family) -> Option<(String, Span)> {
        std::iter::once(id.to_owned())
            .chain(members(id, family).map(|(member, _)| member))
            .find_map(|member| self.taken.get(&member).map(|(_, span)| (member.clone(), *span)))
    }

    fn take(&mut self, id: String, target: Target, span: Span, family: &Family) -> String {
        self.take_family(&id, family, span);
        self.taken.insert(id.clone(), (target, span));
        id
    }

    fn take_family(&mut self, id: &str, family: &Family, span: Span) {
        for (member, target) in members(id, family) {
            self.taken.insert(member, (target, span));
        }
    }
}

/// The anchors of what stands under `id`: `id-p1`, `id-t1`, `id-c1`; `p1`, `t1`, `c1` under no
/// heading.
fn members<'a>(id: &'a str, family: &'a Family) -> impl Iterator<Item = (String, Target)> + 'a {
    let named = move |letter: char, count: usize| {
        if id.is_empty() { format!("{letter}{count}") } else { format!("{id}-{letter}{count}") }
    };
    let paragraphs = (1..).zip(&family.paragraphs);
    let paragraphs = paragraphs.map(move |(count, &it)| (named('p', count), Target::Paragraph(it)));
    let tables = family.tables.iter();
    let tables = tables.map(move |&(count, it)| (named('t', count), Target::Table(it)));
    let charts = family.charts.iter();
    let charts = charts.map(move |&(count, it)| (named('c', count), Target::Chart(it)));
    paragraphs.chain(tables).chain(charts)
}

/// Whether a report has a page or file of this name besides its text.
#[must_use]
pub fn is_reserved_page(id: &str) -> bool {
    made_of(Of::Report).any(|made| made.address.trim_end_matches('/') == id)
}

/// Why an author cannot have this id, as the name of a text.
fn objection(id: &str) -> Option<&'static str> {
    if RESERVED_PREFIXES.iter().any(|prefix| id.starts_with(prefix)) {
        return Some("id-reason-reserved");
    }
    let allowed = |char: char| char.is_alphanumeric() || matches!(char, '-' | '_' | '.');
    let fits = !id.is_empty() && id.len() <= 200 && id.chars().all(allowed);
    let path = id.starts_with('.') || id.ends_with('.');
    (!fits || path).then_some("id-reason-characters")
}

/// The anchor that a title makes: without accents, `đ` as `d`, words joined by `-`.
#[must_use]
pub fn slug(title: &str) -> String {
    let whole = slug::slugify(title);
    let slug = match whole.get(..LONGEST_SLUG) {
        Some(cut) => cut.rfind('-').map_or(cut, |at| &cut[..at]),
        None => &whole,
    };
    if slug.is_empty() { "muc".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_makes_a_slug_without_accents_in_which_d_counts() {
        assert_eq!(slug("Tồn tại, hạn chế và ĐIỀU HÀNH"), "ton-tai-han-che-va-dieu-hanh");
        assert_eq!(slug("…"), "muc");
        assert!(slug(&"dài lắm ".repeat(100)).len() <= LONGEST_SLUG);
    }

    #[test]
    fn some_ids_are_kept() {
        assert_eq!(objection("fn-1"), Some("id-reason-reserved"));
        assert_eq!(objection("_main"), Some("id-reason-reserved"));
        assert_eq!(objection("../x"), Some("id-reason-characters"));
        assert_eq!(objection("hạn-chế.1"), None);
    }
}
