//! A report as others cite it: in words, as BibLaTeX, as CSL-JSON.
//!
//! Takes a report, what stands around its text, and the words of its language. Gives the first
//! citation in full as Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.b, asks for it (kind, number and
//! symbol, date, issuer, subject), and the same as entries for programs that keep references. What is not given yet is left out; never makes up a number, a date or an issuer.

use serde::Serialize;

use super::bodies::{begins_with_name, body_name, with_first};
use super::report::number;
use crate::locale::Locale;
use crate::model::meta::{Issuer, Language, PartialDate, ReportMeta, Status};
use crate::model::resolved::Resolved;

/// "Báo cáo số 15/BC-UBND ngày 05 tháng 12 năm 2023 của Ủy ban nhân dân tỉnh Hà Tĩnh về kiểm điểm
/// công tác …": the first citation of a report, in full. A draft is called one.
#[must_use]
pub fn in_full(report: &Resolved, meta: &ReportMeta, words: &Locale) -> String {
    let issued = as_issued(report, meta, words);
    // What is quoted from an edition for readers is not the text that was signed.
    match edition(meta.status, words).filter(|_| meta.status == Status::Reader) {
        Some(edition) => format!("{issued} ({edition})"),
        None => issued,
    }
}

/// The same of the text that an edition for readers is based on.
#[must_use]
pub fn as_issued(report: &Resolved, meta: &ReportMeta, words: &Locale) -> String {
    let said = |key: &str, name, text: String| words.format(key, &[(name, text.into())]);
    let kind = sentence_case(&report.document_kind);
    let is_draft = meta.status == Status::Draft;
    let kind = if is_draft { said("site-cite-draft", "kind", kind) } else { kind };
    let number = given_number(meta).map(|number| said("site-number-inline", "number", number));
    let date = meta.date.map(|date| said("site-cite-dated", "date", date_in_words(date, words)));
    let issuer = issuer(meta).map(|issuer| said("site-cite-issuer", "issuer", issuer));
    let subject = match words.language() {
        Language::VIETNAMESE => subject(&report.title, &report.document_kind),
        _ => report.title.clone(),
    };
    let subject = Some(said("site-cite-subject", "subject", subject));
    let parts = [Some(kind), number, date, issuer, subject];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// "ngày 05 tháng 12 năm 2023", "tháng 12 năm 2023" or "năm 2023": what is known of a date.
#[must_use]
pub fn date_in_words(date: PartialDate, words: &Locale) -> String {
    let parts = date.parts();
    let key = match parts.len() {
        3 => "site-date-day",
        2 => "site-date-month",
        _ => "site-date-year",
    };
    let part = |at: usize| usize::from(parts.get(at).copied().unwrap_or_default());
    let year = part(0).to_string();
    let args = [("year", year.into()), ("month", part(1).into()), ("day", part(2).into())];
    words.format(key, &args)
}

/// "Hà Tĩnh, ngày 05 tháng 12 năm 2023": place and date as they stand in the head of a document. In
/// Vietnamese what is open is a gap, as Nghị định 30/2020/NĐ-CP has it.
#[must_use]
pub fn place_and_date(meta: &ReportMeta, words: &Locale) -> Option<String> {
    let place = meta.place.as_deref();
    if words.language() == Language::VIETNAMESE {
        return match meta.date {
            Some(date) => Some(date.decree(place)),
            None => place.map(|place| format!("{place}, ngày … tháng … năm …")),
        };
    }
    let date = meta.date.map(|date| date_in_words(date, words));
    let parts: Vec<String> = place.map(str::to_owned).into_iter().chain(date).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What a text is that is not the one that was issued.
#[must_use]
pub fn edition(status: Status, words: &Locale) -> Option<String> {
    let key = match status {
        Status::Draft => "site-status-draft",
        Status::Reader => "site-status-reader",
        Status::Final => return None,
    };
    Some(words.text(key).to_lowercase())
}

/// Number and symbol, once the number is given.
#[must_use]
pub fn given_number(meta: &ReportMeta) -> Option<String> {
    number(meta).filter(|_| meta.number.is_some())
}

/// The issuer as it stands in a sentence.
#[must_use]
pub fn issuer(meta: &ReportMeta) -> Option<String> {
    meta.issuer.as_ref().map(|Issuer { name, .. }| body_name(name))
}

/// "kiểm điểm công tác …": the subject as it stands behind "về", without the kind of document that
/// it may repeat.
fn subject(title: &str, kind: &str) -> String {
    let subject = without_kind(title, kind);
    for (written, said) in [("v/v ", "việc "), ("về việc ", "việc "), ("về ", "")] {
        if let Some(rest) = behind(subject, written) {
            return format!("{said}{rest}");
        }
    }
    lowered(subject)
}

fn without_kind<'t>(title: &'t str, kind: &str) -> &'t str {
    let rest = behind(title, kind).filter(|rest| rest.starts_with(' '));
    rest.map(str::trim_start).filter(|rest| !rest.is_empty()).unwrap_or(title)
}

/// What stands behind words at the beginning of a text, in capitals or in small letters.
fn behind<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let mut letters = text.chars();
    let same = |letter: char| {
        letters.next().is_some_and(|other| other.to_lowercase().eq(letter.to_lowercase()))
    };
    words.chars().all(same).then_some(letters.as_str())
}

/// A subject within a sentence: its first letter is small, unless a name begins it.
fn lowered(subject: &str) -> String {
    let mut words = subject.split_whitespace();
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let abbreviated = first.chars().skip(1).any(char::is_uppercase);
    if begins_with_name(subject) || abbreviated || second.starts_with(char::is_uppercase) {
        subject.to_owned()
    } else {
        with_first(subject, char::to_lowercase)
    }
}

/// "Báo cáo" of "BÁO CÁO".
fn sentence_case(text: &str) -> String {
    if text.chars().any(char::is_lowercase) {
        return text.to_owned();
    }
    with_first(&text.to_lowercase(), char::to_uppercase)
}

// For programs.

/// A report and what is known of it where it is published.
pub struct Entry<'a> {
    /// The report.
    pub report: &'a Resolved,
    /// What stands around its text.
    pub meta: &'a ReportMeta,
    /// Its full address, where the site's is known.
    pub url: Option<String>,
    /// What the text is worth, in words of its language, where it is not the one that was issued.
    pub note: Option<String>,
}

impl Entry<'_> {
    /// A name for the entry that no other report of the site has and that stays when others come:
    /// its path, in which signs that keys cannot have are written as others.
    fn key(&self) -> String {
        let sign = |sign: char| match sign {
            '/' => ":".to_owned(),
            ' ' => "_".to_owned(),
            '-' => "-".to_owned(),
            sign if sign.is_alphanumeric() => sign.to_string(),
            sign => format!("+{:x}+", u32::from(sign)),
        };
        self.report.path.chars().map(sign).collect()
    }

    /// `trich-dan.bib`: an entry of `BibLaTeX`.
    #[must_use]
    pub fn biblatex(&self) -> String {
        let meta = self.meta;
        let text = |text: Option<String>| text.map(|text| escaped(&text));
        let issuer = text(issuer(meta));
        let fields = [
            ("type", text(Some(sentence_case(&self.report.document_kind)))),
            ("author", issuer.as_ref().map(|issuer| format!("{{{issuer}}}"))),
            ("title", text(Some(self.report.title.clone()))),
            ("number", text(given_number(meta))),
            ("institution", issuer),
            ("location", text(meta.place.clone())),
            ("date", meta.date.map(PartialDate::iso)),
            ("langid", langid(self.report.language()).map(str::to_owned)),
            ("note", text(self.note.clone())),
            ("url", self.url.clone()),
        ];
        let fields = fields.into_iter().filter_map(|(name, value)| Some((name, value?)));
        let lines = fields.map(|(name, value)| format!("  {name} = {{{value}}},\n"));
        format!("@report{{{},\n{}}}\n", self.key(), lines.collect::<String>())
    }

    /// `trich-dan.json`: an item of CSL-JSON.
    #[must_use]
    pub fn csl_json(&self) -> Vec<u8> {
        let meta = self.meta;
        let issuer = issuer(meta);
        let item = CslItem {
            id: self.key(),
            kind: "report",
            title: &self.report.title,
            genre: sentence_case(&self.report.document_kind),
            number: given_number(meta),
            author: issuer.iter().map(|literal| CslName { literal: literal.clone() }).collect(),
            publisher: issuer,
            publisher_place: meta.place.as_deref(),
            issued: meta.date.map(|date| CslDate { date_parts: [date.parts()] }),
            status: self.note.as_deref(),
            language: self.report.language().name(),
            url: self.url.as_deref(),
        };
        let mut bytes = serde_json::to_vec_pretty(&[item]).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}

/// A language as `BibLaTeX` calls it, where it can be relied on to know it.
fn langid(language: Language) -> Option<&'static str> {
    let known = [(Language::VIETNAMESE, "vietnamese"), (Language::ENGLISH, "english")];
    known.into_iter().find(|(known, _)| *known == language).map(|(_, name)| name)
}

/// Text in a field of `BibLaTeX`, without what TeX would read as its own.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '%' | '#' | '$' | '&' | '_' => escaped.extend(['\\', sign]),
            // Behind a backslash as well, readers in the manner of BibTeX count braces.
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            sign => escaped.push(sign),
        }
    }
    escaped
}

#[derive(Serialize)]
struct CslItem<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    genre: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<CslName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
    #[serde(rename = "publisher-place", skip_serializing_if = "Option::is_none")]
    publisher_place: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<CslDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'a str>,
    language: &'a str,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct CslName {
    literal: String,
}

#[derive(Serialize)]
struct CslDate {
    #[serde(rename = "date-parts")]
    date_parts: [Vec<u16>; 1],
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_begins_small_unless_a_name_begins_it() {
        for (title, said) in [
            ("Kiểm điểm công tác năm 2023", "kiểm điểm công tác năm 2023"),
            ("Đánh giá giữa kỳ", "đánh giá giữa kỳ"),
            ("Về việc thực hiện", "việc thực hiện"),
            ("V/v thực hiện", "việc thực hiện"),
            ("Báo cáo kết quả", "kết quả"),
            ("Báo cáo", "báo cáo"),
            ("UBND tỉnh năm 2023", "UBND tỉnh năm 2023"),
            ("Hà Tĩnh năm 2023", "Hà Tĩnh năm 2023"),
            ("Nhà nước và pháp luật", "Nhà nước và pháp luật"),
            ("Đảng bộ", "Đảng bộ"),
            ("Đảngx", "đảngx"),
            ("CÔNG TÁC NĂM 2023", "CÔNG TÁC NĂM 2023"),
            ("BÁO CÁO KẾT QUẢ", "KẾT QUẢ"),
            ("VỀ VIỆC THỰC HIỆN", "việc THỰC HIỆN"),
            ("V/V THỰC HIỆN", "việc THỰC HIỆN"),
            ("BÁO CÁO VỀ KẾT QUẢ", "KẾT QUẢ"),
            ("Báo cáo về kết quả", "kết quả"),
        ] {
            assert_eq!(subject(title, "Báo cáo"), said, "{title}");
        }
    }

    #[test]
    fn a_subject_does_not_repeat_its_kind_however_either_is_written() {
        for (title, kind) in [
            ("Báo cáo kết quả", "BÁO CÁO"),
            ("báo cáo kết quả", "Báo cáo"),
            ("Tờ trình kết quả", "TỜ TRÌNH"),
        ] {
            assert_eq!(subject(title, kind), "kết quả", "{title}");
        }
        assert_eq!(subject("Báo cáox", "BÁO CÁO"), "báo cáox");
    }

    #[test]
    fn what_tex_would_read_as_its_own_is_escaped() {
        assert_eq!(
            escaped(r"50 % & {a_b} #1 ~ ^ \ $"),
            r"50 \% \& \textbraceleft{}a\_b\textbraceright{} \#1 \textasciitilde{} \textasciicircum{} \textbackslash{} \$"
        );
    }
}
