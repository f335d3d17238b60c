//! Deadlines of directives as a calendar (iCalendar, RFC 5545).
//!
//! Takes reports with those of their directives that are meant, gives the bytes of one file: an
//! event of a whole day for each deadline, the earliest first. What a calendar tells apart by
//! (`UID`) is the report's address and the directive's id, which stay when the text moves; where
//! the site does not know its own address, who issued the report stands for it. When it was made (`DTSTAMP`) is the date of the report, as far as that is known, so that the
//! same content gives the same bytes on any day.

use icalendar::{Calendar, Component, Event, Property};

use super::GENERATOR;
use super::bodies::with_first;
use super::href::encode;
use crate::diag::Arg;
use crate::locale::{Locale, Locales};
use crate::model::meta::{Date, PartialDate, State, Status};
use crate::model::resolved::{Directive, Place, Resolved};
use crate::model::table::DirectiveId;
use crate::output::digest;

/// The day of what has no date yet: the first that computers count from.
const UNKNOWN: &str = "19700101";

/// Digits of the digest in a `UID`.
const DIGITS: usize = 16;

/// What a calendar is made of besides its deadlines.
pub(super) struct Head<'a> {
    /// The words of the site.
    pub locale: &'a Locale,
    /// Those of each language: an event is in that of its report.
    pub locales: &'a Locales,
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
        let issued = report.meta().and_then(|meta| meta.date).map(PartialDate::first_day);
        let mut event = Event::new();
        event
            .add_property("UID", self.uid(report, directive))
            .add_property(
                "DTSTAMP",
                format!("{}T000000Z", issued.map_or(UNKNOWN.to_owned(), basic)),
            )
            .append_property(
                Property::new("DTSTART", basic(deadline)).add_parameter("VALUE", "DATE").done(),
            )
            .add_property("SUMMARY", self.summary(report, directive))
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
        let base = self.base_url.map_or_else(|| origin(report), str::to_owned);
        format!("{base}{}#{}", encode(report.address()), encode(&directive.id))
    }

    /// "Nhiệm vụ 3 mục II.1: Lập lại phương án sơ tán", with what is done and what is a draft.
    fn summary(&self, report: &Resolved, directive: &Directive) -> String {
        let words = self.locales.of(report.language());
        let name = with_first(&directive.citation, char::to_uppercase);
        let summary = directive.meta.summary.as_deref();
        let summary = summary.map(|text| format!(": {text}")).unwrap_or_default();
        let done = (directive.meta.state == Some(State::Done)).then_some("site-state-done");
        let draft = (report.status() == Status::Draft).then_some("site-status-draft");
        let marks = [done, draft].into_iter().flatten();
        let marks: Vec<String> = marks.map(|key| words.text(key).to_lowercase()).collect();
        let marks =
            if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) };
        format!("{name}{summary}{marks}")
    }

    /// Who leads, who supports, which report says so, and what that is worth.
    fn description(&self, report: &Resolved, directive: &Directive) -> String {
        let words = self.locales.of(report.language());
        let line = |key: &'static str, names: &[String]| {
            (!names.is_empty()).then(|| format!("{}: {}", words.text(key), names.join("; ")))
        };
        let meta = &directive.meta;
        let lines = [line("site-lead", &meta.lead), line("site-support", &meta.support)];
        let worth = match report.status() {
            Status::Draft => Some("site-status-draft-brief"),
            Status::Reader => Some("site-status-reader-brief"),
            Status::Final => None,
        };
        let worth = worth.map(|key| words.text(key));
        let lines = lines.into_iter().flatten().chain([report.title.clone()]).chain(worth);
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// What stands for the address of a site that does not know its own: who issued the report. Its
/// number and date would tell it apart as well, but are given late, and an event that was taken
/// over before would then stand in calendars twice.
fn origin(report: &Resolved) -> String {
    let meta = report.meta();
    let issuer = meta.and_then(|meta| meta.issuer.as_ref());
    let parent = issuer.and_then(|issuer| issuer.parent.as_deref()).unwrap_or_default();
    let name = issuer.map(|issuer| issuer.name.as_str()).unwrap_or_default();
    let digits = digest(format!("{parent}\n{name}").as_bytes());
    format!("congbo:{}:", digits.get(..DIGITS).unwrap_or(&digits))
}

/// `20231205`.
fn basic(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// "Thời hạn nhiệm vụ: …": the name of a calendar of somebody's or something's.
pub(super) fn name(locale: &Locale, of: &str) -> String {
    locale.format("site-calendar-name", &[("of", Arg::Text(of.to_owned()))])
}
