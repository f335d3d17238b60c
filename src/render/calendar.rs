//! Deadlines of directives as a calendar (iCalendar, RFC 5545).
//!
//! Takes reports with those of their directives that are meant, gives the bytes of one file: an
//! event of a whole day for each deadline, the earliest first. What a calendar tells apart by (`UID`) is the report's
//! address and the directive's id, which stay when the text moves; when it was made (`DTSTAMP`) is
//! the date of the report, so that the same content gives the same bytes on any day.

use icalendar::{Calendar, Component, Event, Property};

use super::GENERATOR;
use super::href::encode;
use crate::diag::Arg;
use crate::locale::Locale;
use crate::model::meta::{Date, PartialDate, State};
use crate::model::resolved::{Directive, Place, Resolved};
use crate::model::table::DirectiveId;

/// What a calendar is made of besides its deadlines.
pub(super) struct Head<'a> {
    /// The words of the site.
    pub locale: &'a Locale,
    /// Where the site is published, where that is known.
    pub base_url: Option<&'a str>,
    /// What the calendar is called.
    pub name: &'a str,
}

/// The calendar of the directives, those without a deadline left out; none without any deadline.
pub(super) fn calendar<'a>(
    head: &Head,
    directives: impl Iterator<Item = (&'a Resolved, DirectiveId)>,
) -> Option<Vec<u8>> {
    let mut events: Vec<(Date, Event)> =
        directives.filter_map(|(report, id)| head.event(report, id)).collect();
    events.sort_by_key(|(deadline, _)| *deadline);
    if events.is_empty() {
        return None;
    }
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", &format!("-//congbo//{GENERATOR}//{}", head.locale.language().name())),
        ("CALSCALE", "GREGORIAN"),
        ("X-WR-CALNAME", head.name),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    // Its kind is said, since only then is it escaped.
    calendar
        .append_property(Property::new("NAME", head.name).add_parameter("VALUE", "TEXT").done());
    calendar.extend(events.into_iter().map(|(_, event)| event));
    Some(calendar.to_string().into_bytes())
}

impl Head<'_> {
    /// A deadline as an event, and when it is.
    fn event(&self, report: &Resolved, id: DirectiveId) -> Option<(Date, Event)> {
        let directive = &report.directives[id];
        let deadline = directive.meta.deadline?;
        let issued = report.meta().and_then(|meta| meta.date).and_then(PartialDate::full);
        let mut event = Event::new();
        event
            .add_property("UID", self.uid(report, directive))
            .add_property("DTSTAMP", format!("{}T000000Z", basic(issued.unwrap_or(deadline))))
            .append_property(
                Property::new("DTSTART", basic(deadline)).add_parameter("VALUE", "DATE").done(),
            )
            .add_property("SUMMARY", self.summary(directive))
            .add_property("DESCRIPTION", self.description(report, directive))
            // A deadline takes nobody's time.
            .add_property("TRANSP", "TRANSPARENT");
        if let Some(base) = self.base_url {
            let page = encode(&report.home(Place::Directive(id)));
            event.add_property("URL", format!("{base}{page}#{}", encode(&directive.id)));
        }
        Some((deadline, event))
    }

    fn uid(&self, report: &Resolved, directive: &Directive) -> String {
        let base = self.base_url.unwrap_or("congbo:");
        format!("{base}{}#{}", encode(report.address()), encode(&directive.id))
    }

    /// "Nhiệm vụ 3: Lập lại phương án sơ tán", with the state of what is done.
    fn summary(&self, directive: &Directive) -> String {
        let meta = &directive.meta;
        let summary = meta.summary.as_deref().map(|text| format!(": {text}")).unwrap_or_default();
        let done = match meta.state {
            Some(State::Done) => {
                format!(" ({})", self.locale.text("site-state-done").to_lowercase())
            }
            _ => String::new(),
        };
        format!("Nhiệm vụ {}{summary}{done}", directive.number)
    }

    /// Who leads, who supports, and which report says so.
    fn description(&self, report: &Resolved, directive: &Directive) -> String {
        let line = |key: &'static str, names: &[String]| {
            (!names.is_empty()).then(|| format!("{}: {}", self.locale.text(key), names.join("; ")))
        };
        let meta = &directive.meta;
        let lines = [line("site-lead", &meta.lead), line("site-support", &meta.support)];
        let lines = lines.into_iter().flatten().chain([report.title.clone()]);
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// `20231205`.
fn basic(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// "Thời hạn nhiệm vụ: …": the name of a calendar of somebody's or something's.
pub(super) fn name(locale: &Locale, of: &str) -> String {
    locale.format("site-calendar-name", &[("of", Arg::Text(of.to_owned()))])
}
