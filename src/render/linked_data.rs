//! What a page is, for machines: schema.org as JSON-LD.
//!
//! Takes what is known of a report, a page, the site; gives one script element's content, which is
//! data and is not run. Only what is known is said: without a base address there are no addresses
//! and no ways to the page. Never holds a `<`, so that nothing in it can end the element.

use serde_json::{Map, Value, json};

use super::bodies::body_name;
use super::citation;
use super::views::{Link, PageView};
use super::{Renderer, href};
use crate::model::addresses::SEARCH;
use crate::model::meta::{Issuer, PartialDate, Publisher, ReportMeta, Status};
use crate::model::resolved::{Page, Resolved};

impl Renderer<'_> {
    /// The front page of a report: the report itself, and the way to it.
    pub(super) fn report_data(
        &self,
        report: &Resolved,
        meta: &ReportMeta,
        page: &PageView,
    ) -> String {
        let mut item = self.report_item(report, meta);
        item.extend(self.report_details(report, meta));
        document([Some(Value::Object(item)), self.breadcrumb_list(page)])
    }

    /// Another page of a report: a part of it, and the way to it.
    pub(super) fn part_data(
        &self,
        report: &Resolved,
        meta: &ReportMeta,
        page: &PageView,
    ) -> String {
        let part = object([
            ("@type", Some(json!("CreativeWork"))),
            ("name", Some(json!(page.title))),
            ("inLanguage", Some(json!(report.language().name()))),
            ("url", page.canonical.as_ref().map(|url| json!(url))),
            ("isPartOf", Some(Value::Object(self.report_item(report, meta)))),
        ]);
        document([Some(Value::Object(part)), self.breadcrumb_list(page)])
    }

    /// The front page of the site: the site, its search, and who publishes it.
    pub(super) fn site_data(&self) -> String {
        let mut site = self.site_item();
        let config = &self.site.config;
        site.extend(object([
            ("description", config.description.as_ref().map(|text| json!(text))),
            ("inLanguage", Some(json!(self.locale.language().name()))),
            ("potentialAction", self.search_action()),
        ]));
        document([Some(Value::Object(site)), config.publisher.as_ref().map(publisher)])
    }

    /// A report as far as it takes to tell it from others.
    fn report_item(&self, report: &Resolved, meta: &ReportMeta) -> Map<String, Value> {
        object([
            ("@type", Some(json!("Report"))),
            ("name", Some(json!(report.title))),
            ("alternateName", Some(json!(citation::in_full(report, meta, self.words(report))))),
            ("reportNumber", citation::given_number(meta).map(|number| json!(number))),
            ("datePublished", meta.date.map(PartialDate::iso).map(|date| json!(date))),
            ("author", issuer(meta)),
            ("url", self.canonical(report.address()).map(|url| json!(url))),
        ])
    }

    fn report_details(&self, report: &Resolved, meta: &ReportMeta) -> Map<String, Value> {
        let status = match meta.status {
            Status::Draft => Some("Draft"),
            Status::Final => Some("Published"),
            Status::Reader => None,
        };
        let based_on = (meta.status == Status::Reader).then(|| {
            let name = citation::as_issued(report, meta, self.words(report));
            json!({ "@type": "Report", "name": name })
        });
        object([
            ("inLanguage", Some(json!(report.language().name()))),
            ("creativeWorkStatus", status.map(|status| json!(status))),
            ("isBasedOn", based_on),
            ("publisher", self.site.config.publisher.as_ref().map(publisher)),
            ("isPartOf", Some(Value::Object(self.site_item()))),
            ("hasPart", self.parts(report)),
        ])
    }

    /// The pages of the text right below the front page, where addresses are known.
    fn parts(&self, report: &Resolved) -> Option<Value> {
        self.site.config.base_url.as_ref()?;
        let part = |page: &Page| {
            let section = &report.sections[page.section?];
            section.parent.is_none().then(|| {
                let url = self.canonical(&page.address);
                json!({ "@type": "CreativeWork", "name": section.text, "url": url })
            })
        };
        let parts: Vec<Value> = report.pages.values().filter_map(part).collect();
        (!parts.is_empty()).then_some(Value::Array(parts))
    }

    fn site_item(&self) -> Map<String, Value> {
        object([
            ("@type", Some(json!("WebSite"))),
            ("name", Some(json!(self.site_title()))),
            ("url", self.canonical("").map(|url| json!(url))),
        ])
    }

    fn search_action(&self) -> Option<Value> {
        let search = self.canonical(SEARCH)?;
        Some(json!({
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": format!("{search}?q={{search_term_string}}"),
            },
            "query-input": "required name=search_term_string",
        }))
    }

    /// The pages above a page and the page itself, where addresses are known.
    fn breadcrumb_list(&self, page: &PageView) -> Option<Value> {
        let here = page.canonical.as_ref()?;
        let base = self.site.config.base_url.as_ref()?;
        let address = here.strip_prefix(base.as_str())?;
        let above = |link: &Link| {
            (link.title.clone(), format!("{base}{}", href::absolute(address, &link.href)))
        };
        let mut items: Vec<_> = page.breadcrumbs.iter().map(above).collect();
        items.push((page.title.clone(), here.clone()));
        let items: Vec<Value> = items
            .into_iter()
            .enumerate()
            .map(|(index, (name, url))| {
                json!({ "@type": "ListItem", "position": index + 1, "name": name, "item": url })
            })
            .collect();
        Some(json!({ "@type": "BreadcrumbList", "itemListElement": items }))
    }
}

fn issuer(meta: &ReportMeta) -> Option<Value> {
    let Issuer { parent, .. } = meta.issuer.as_ref()?;
    let parent = parent.as_deref().map(body_name);
    Some(body(&citation::issuer(meta)?, parent.as_deref(), None))
}

fn publisher(publisher: &Publisher) -> Value {
    body(&publisher.name, publisher.parent.as_deref(), publisher.url.as_deref())
}

fn body(name: &str, parent: Option<&str>, url: Option<&str>) -> Value {
    let parent = parent.map(|name| json!({ "@type": "GovernmentOrganization", "name": name }));
    Value::Object(object([
        ("@type", Some(json!("GovernmentOrganization"))),
        ("name", Some(json!(name))),
        ("url", url.map(|url| json!(url))),
        ("parentOrganization", parent),
    ]))
}

/// What is known.
fn object<const N: usize>(fields: [(&str, Option<Value>); N]) -> Map<String, Value> {
    let known = fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    known.collect()
}

fn document<const N: usize>(graph: [Option<Value>; N]) -> String {
    let graph: Vec<Value> = graph.into_iter().flatten().collect();
    let text = json!({ "@context": "https://schema.org", "@graph": graph }).to_string();
    // In JSON, a `<` stands in texts alone.
    text.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_data_ends_its_element() {
        let text = document([Some(json!({ "name": "a</script><!--<script>" }))]);
        assert!(!text.contains('<'), "{text}");
        let read: Value = serde_json::from_str(&text).unwrap_or_default();
        assert_eq!(read["@graph"][0]["name"], "a</script><!--<script>");
    }
}
