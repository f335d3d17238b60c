//! The page of a report's directives, their deadlines as a calendar, and the lines of tables.
//!
//! Takes a resolved report, gives its page: how many directives there are and how far they are, a
//! table of them all, what they can be filtered by, and their full texts. Never computes what
//! depends on the day of reading, such as what is overdue.

use std::collections::{BTreeMap, BTreeSet};

use super::body::{Scope, Writer, department_links};
use super::calendar::{self, Head};
use super::href::{encode, relative};
use super::report::numbered_title;
use super::site::alphabetical;
use super::views::{
    DirectiveListView, DirectiveRowView, DirectivesPage, FiltersView, OptionView, StatesView,
};
use super::{RenderError, Renderer, failed};
use crate::diag::Arg;
use crate::model::addresses::{CALENDAR, DIRECTIVES};
use crate::model::department::identity;
use crate::model::meta::{Date, ReportMeta, State};
use crate::model::resolved::{Directive, DirectiveList, Place, Resolved};
use crate::model::table::DirectiveId;

/// What stands between the values of a directive for one filter.
const SEPARATOR: &str = "|";

impl<'a> Renderer<'a> {
    pub(super) fn directives(
        &self,
        report: &'a Resolved,
        meta: &ReportMeta,
    ) -> Result<(), RenderError> {
        let address = format!("{}{DIRECTIVES}", report.address());
        let mut writer = self.writer(report, &address, Scope::Directives);
        let lists = report.lists.values();
        let lists = lists.map(|list| self.directive_list(report, list, &mut writer)).collect();
        let notes = writer.notes();
        writer.finish().map_err(|error| failed("directive.html", error))?;
        let title = self.locale.text("site-directives");
        let calendar = format!("{}{CALENDAR}", report.address());
        let view = DirectivesPage {
            site: self.site_view(&address),
            page: self.part_view("directives", (report, meta), &address, &title, None),
            report: self.report_view(report, meta, &address, Scope::Directives),
            states: states(report.directives.values()),
            filters: self.filters(report),
            calendar: report.has_deadlines().then(|| relative(&address, &calendar)),
            lists,
            notes,
        };
        self.page(&address, "directives.html", &view)
    }

    fn directive_list(
        &self,
        report: &Resolved,
        list: &DirectiveList,
        writer: &mut Writer,
    ) -> DirectiveListView {
        let section = match list.place {
            Place::Section(id) => Some(numbered_title(report, id)),
            _ => None,
        };
        let here = |id: DirectiveId| format!("#{}", encode(&report.directives[id].id));
        let address = format!("{}{DIRECTIVES}", report.address());
        let rows = list.directives.iter().map(|&id| self.row(report, id, &address, here(id)));
        DirectiveListView {
            title: list.name.as_ref().map(|name| section.unwrap_or_else(|| name.clone())),
            directives: list.directives.iter().map(|&id| writer.directive(id)).collect(),
            rows: rows.collect(),
        }
    }

    /// A directive in a table on the page at `address`, where its text is at `href`.
    pub(super) fn row(
        &self,
        report: &Resolved,
        id: DirectiveId,
        address: &str,
        href: String,
    ) -> DirectiveRowView {
        let directive = &report.directives[id];
        let meta = &directive.meta;
        let keys = |names: &[String]| {
            let departments = names.iter().filter_map(|name| self.site.departments.of(name));
            departments.map(|found| found.id.as_str()).collect::<Vec<_>>().join(SEPARATOR)
        };
        let topics: Vec<String> = meta.topics.iter().map(|topic| topic_key(topic)).collect();
        DirectiveRowView {
            id: directive.id.clone(),
            number: directive.number,
            label: directive.label.clone(),
            place: directive.place.clone(),
            summary: meta.summary.clone(),
            href,
            lead: department_links(&self.site.departments, address, &meta.lead),
            deadline: meta.deadline.map(Date::short),
            deadline_iso: meta.deadline.map(Date::iso),
            state: meta.state.map(State::name),
            lead_keys: keys(&meta.lead),
            support_keys: keys(&meta.support),
            topic_keys: topics.join(SEPARATOR),
        }
    }

    /// The deadlines of a report.
    pub(super) fn report_calendar(&self, report: &Resolved) -> Result<(), RenderError> {
        let directives = report.directives.iter().map(|(id, _)| (report, id));
        self.calendar(format!("{}{CALENDAR}", report.address()), &report.title, directives)
    }

    /// The deadlines of directives, where they have any, as the calendar `of` somebody.
    pub(super) fn calendar<'d>(
        &self,
        path: String,
        of: &str,
        directives: impl Iterator<Item = (&'d Resolved, DirectiveId)>,
    ) -> Result<(), RenderError> {
        let name = calendar::name(self.locale, of);
        let base_url = self.site.config.base_url.as_deref();
        let head = Head { locale: self.locale, locales: self.locales, base_url, name: &name };
        match calendar::calendar(&head, directives) {
            Some(bytes) => self.write(path, &bytes),
            None => Ok(()),
        }
    }

    // Filters.

    fn filters(&self, report: &Resolved) -> FiltersView {
        let metas = || report.directives.values().map(|directive| &directive.meta);
        let dates: BTreeSet<Date> = metas().filter_map(|meta| meta.deadline).collect();
        let found: BTreeSet<State> = metas().filter_map(|meta| meta.state).collect();
        FiltersView {
            departments: self.department_options(report),
            topics: topic_options(report),
            quarters: options(dates.iter().map(|&date| self.quarter(date))),
            months: options(dates.iter().map(|&date| self.month(date))),
            undated: metas().any(|meta| meta.deadline.is_none()),
            states: found.into_iter().map(State::name).collect(),
            stateless: metas().any(|meta| meta.state.is_none()),
        }
    }

    fn department_options(&self, report: &Resolved) -> Vec<OptionView> {
        let metas = report.directives.values().map(|directive| &directive.meta);
        let names = metas.flat_map(|meta| meta.lead.iter().chain(&meta.support));
        let option = |name: &String| {
            let department = self.site.departments.of(name)?;
            Some(OptionView { value: department.id.clone(), label: department.name.clone() })
        };
        by_label(names.filter_map(option).collect())
    }

    /// "Quý II/2025".
    fn quarter(&self, date: Date) -> OptionView {
        let quarter = usize::from((date.month() - 1) / 3 + 1);
        let value = format!("{:04}-q{quarter}", date.year());
        OptionView { value, label: self.period("site-quarter", quarter, date) }
    }

    /// "Tháng 6/2025".
    fn month(&self, date: Date) -> OptionView {
        let month = usize::from(date.month());
        let value = format!("{:04}-{month:02}", date.year());
        OptionView { value, label: self.period("site-month", month, date) }
    }

    fn period(&self, key: &str, index: usize, date: Date) -> String {
        let year = Arg::Text(date.year().to_string());
        self.locale.format(key, &[("index", Arg::Count(index)), ("year", year)])
    }
}

/// How far directives are.
pub(super) fn states<'d>(directives: impl Iterator<Item = &'d Directive>) -> StatesView {
    let mut states = StatesView::default();
    for directive in directives {
        states.total += 1;
        match directive.meta.state {
            Some(State::Open) => states.open += 1,
            Some(State::InProgress) => states.in_progress += 1,
            Some(State::Done) => states.done += 1,
            None => states.unknown += 1,
        }
    }
    states
}

/// What stands for a topic, however it is spelt. For the sign between values stands a blank that
/// no topic keeps, so that no other topic has the same.
fn topic_key(topic: &str) -> String {
    identity(topic).replace(SEPARATOR, "\u{a0}")
}

fn topic_options(report: &Resolved) -> Vec<OptionView> {
    let mut topics: BTreeMap<String, String> = BTreeMap::new();
    for topic in report.directives.values().flat_map(|directive| &directive.meta.topics) {
        topics.entry(topic_key(topic)).or_insert_with(|| topic.clone());
    }
    by_label(topics.into_iter().map(|(value, label)| OptionView { value, label }).collect())
}

/// Each choice once, in alphabetical order.
fn by_label(mut options: Vec<OptionView>) -> Vec<OptionView> {
    options.sort_by(|left, right| alphabetical(&left.label, &right.label).then(left.cmp(right)));
    options.dedup();
    options
}

/// Each choice once; equal ones follow one another.
fn options(options: impl Iterator<Item = OptionView>) -> Vec<OptionView> {
    let mut options: Vec<OptionView> = options.collect();
    options.dedup();
    options
}
