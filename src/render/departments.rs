//! Departments: a page for each with what it leads and supports over all reports, and one of all.
//!
//! Takes the whole site, since a department is known from the directives of every report. Never
//! groups by anything but what authors wrote.

use std::collections::{BTreeMap, BTreeSet};

use super::citation::given_number;
use super::directives::states;
use super::href::{encode, relative};
use super::site::{alphabetical, newest_first};
use super::views::{DepartmentPage, DepartmentReportView, DepartmentView, DepartmentsPage};
use super::{RenderError, Renderer};
use crate::model::addresses::{CALENDAR, DEPARTMENTS};
use crate::model::department::Department;
use crate::model::meta::{PartialDate, Status};
use crate::model::resolved::{Place, Resolved};
use crate::model::table::DirectiveId;

/// Directives of many reports.
type Directives<'a> = Vec<(&'a Resolved, DirectiveId)>;

/// What a department has to do.
#[derive(Default)]
struct Work<'a> {
    lead: Directives<'a>,
    support: Directives<'a>,
}

impl<'a> Work<'a> {
    /// All of it.
    fn all(&self) -> impl Iterator<Item = (&'a Resolved, DirectiveId)> + '_ {
        self.lead.iter().chain(&self.support).copied()
    }
}

impl<'a> Renderer<'a> {
    /// The page of each department, the page of all of them, and their calendars.
    pub(super) fn departments(&self) -> Result<(), RenderError> {
        let work = self.work();
        let departments = self.departments_in_order();
        for department in &departments {
            self.department(department, &work[department.id.as_str()])?;
        }
        let views = departments.iter().map(|department| {
            let work = &work[department.id.as_str()];
            DepartmentView {
                name: department.name.clone(),
                language: department.language.name(),
                href: relative(DEPARTMENTS, &department.address()),
                states: states(work.lead.iter().map(|&(report, id)| &report.directives[id])),
                support: work.support.len(),
            }
        });
        let title = self.locale.text("site-departments");
        let view = DepartmentsPage {
            site: self.site_view(DEPARTMENTS),
            page: self.page_view("departments", DEPARTMENTS, &title, None),
            calendar: self.site.grounds().deadlines.then(|| relative(DEPARTMENTS, CALENDAR)),
            editions: editions(work.values().flat_map(Work::all)),
            departments: views.collect(),
        };
        self.page(DEPARTMENTS, "departments.html", &view)?;
        self.calendar(CALENDAR.to_owned(), &self.site_title(), self.all_directives())
    }

    /// The addresses of the pages, in the order of the page of all.
    pub(super) fn department_addresses(&self) -> Vec<String> {
        self.departments_in_order().into_iter().map(Department::address).collect()
    }

    fn departments_in_order(&self) -> Vec<&'a Department> {
        let mut departments: Vec<&Department> = self.site.departments.iter().collect();
        departments.sort_by(|left, right| {
            alphabetical(&left.name, &right.name).then_with(|| left.id.cmp(&right.id))
        });
        departments
    }

    /// The directives of all reports, newest report first.
    fn all_directives(&self) -> impl Iterator<Item = (&'a Resolved, DirectiveId)> + use<'a> {
        let mut reports: Vec<&Resolved> = self.site.documents.iter().collect();
        reports.sort_by(|left, right| newest_first(left, right));
        reports
            .into_iter()
            .flat_map(|report| report.directives.iter().map(move |(id, _)| (report, id)))
    }

    /// What each department has to do, by its id; what it leads it does not support besides.
    fn work(&self) -> BTreeMap<&'a str, Work<'a>> {
        let mut work: BTreeMap<&str, Work> = BTreeMap::new();
        for department in self.site.departments.iter() {
            work.insert(&department.id, Work::default());
        }
        for (report, id) in self.all_directives() {
            let meta = &report.directives[id].meta;
            let known = |name: &String| self.site.departments.of(name);
            for department in meta.lead.iter().filter_map(known) {
                push(&mut work.entry(&department.id).or_default().lead, report, id);
            }
            let leads = |found: &&Department| {
                meta.lead.iter().filter_map(known).any(|lead| lead.id == found.id)
            };
            for department in meta.support.iter().filter_map(known).filter(|found| !leads(found)) {
                push(&mut work.entry(&department.id).or_default().support, report, id);
            }
        }
        work
    }

    fn department(&self, department: &Department, work: &Work) -> Result<(), RenderError> {
        let address = department.address();
        let view = DepartmentPage {
            site: self.site_view(&address),
            page: self.in_language(
                self.page_view("department", &address, &department.name, None),
                department.language,
            ),
            states: states(work.lead.iter().map(|&(report, id)| &report.directives[id])),
            calendar: department.deadlines.then(|| relative(&address, &department.calendar())),
            lead: self.by_report(&work.lead, &address),
            support: self.by_report(&work.support, &address),
        };
        self.page(&address, "department.html", &view)?;
        self.calendar(department.calendar(), &department.name, work.all())
    }

    fn by_report(
        &self,
        directives: &[(&Resolved, DirectiveId)],
        address: &str,
    ) -> Vec<DepartmentReportView> {
        let reports = directives.chunk_by(|(left, _), (right, _)| left.path == right.path);
        reports.filter_map(|group| self.department_report(group, address)).collect()
    }

    /// The directives of one report.
    fn department_report(
        &self,
        group: &[(&Resolved, DirectiveId)],
        address: &str,
    ) -> Option<DepartmentReportView> {
        let &(report, _) = group.first()?;
        let meta = report.meta();
        let date = meta.and_then(|meta| meta.date);
        let row = |&(report, id): &(&Resolved, DirectiveId)| {
            let page = relative(address, &report.home(Place::Directive(id)));
            let href = format!("{page}#{}", encode(&report.directives[id].id));
            self.row(report, id, address, href)
        };
        Some(DepartmentReportView {
            title: report.title.clone(),
            language: report.language().name(),
            href: relative(address, report.address()),
            number: meta.and_then(given_number),
            date: date.map(PartialDate::short),
            date_iso: date.map(PartialDate::iso),
            status: report.status().name(),
            rows: group.iter().map(row).collect(),
        })
    }
}

/// Adds a directive, once also where it names a department twice.
fn push<'a>(directives: &mut Directives<'a>, report: &'a Resolved, id: DirectiveId) {
    let last = directives.last().map(|&(last, id)| (last.path.as_str(), id));
    if last != Some((report.path.as_str(), id)) {
        directives.push((report, id));
    }
}

/// What of the directives is not in the text that was signed, by what is said of it.
fn editions<'a>(
    directives: impl Iterator<Item = (&'a Resolved, DirectiveId)>,
) -> Vec<&'static str> {
    let found: BTreeSet<Status> = directives.map(|(report, _)| report.status()).collect();
    found.into_iter().filter(|&status| status != Status::Final).map(Status::name).collect()
}
