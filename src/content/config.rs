//! From YAML to what congbo knows of a site, a report, a directive.
//!
//! Takes the parsed files of section 1 of the content contract; gives the types of
//! `model::meta`, with every value checked by itself, and a diagnostic for every field that is
//! unknown, missing, repeated or wrong. Never reads a file, never looks at two files at once
//! (whether a path of the navigation exists, an id is free, a number is right comes later).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::content::ignore::nearest;
use crate::content::suspect::Suspect;
use crate::content::yaml::{Fields, Node, Value};
use crate::diag::{Code, Diagnostic, Level, Levels, Message};
use crate::model::meta::{
    Abbreviation, Date, DirectiveMeta, IndicatorMeta, Issuer, Language, MetaSpans, Misread,
    PartialDate, Publisher, RegisteredDocument, ReportMeta, Scheme, Signature, SiteConfig, State,
    Status,
};

/// `site.yaml`, and what it makes of the codes.
pub fn site(node: &Node, diagnostics: &mut Vec<Diagnostic>) -> (SiteConfig, Levels) {
    Fields::read(node, "site.yaml", diagnostics, |fields| {
        let levels = fields.mapping("lints", levels).unwrap_or_default();
        (site_config(fields), levels)
    })
}

/// `lints`: a level for each code that is named.
fn levels(fields: &mut Fields<'_>) -> Levels {
    let mut levels = Levels::new();
    for (name, span, text, value) in fields.all_spanned() {
        let level = Level::WORDS.iter().find(|(word, _)| *word == text).map(|(_, level)| *level);
        match (Code::from_name(name), level) {
            (None, _) => fields.report(Diagnostic::ignore_unknown(span, name, nearest(name))),
            (Some(_), None) => fields.invalid(value, name, "expected-level"),
            (Some(code), Some(level)) if level != Level::Error && !code.yields() => {
                fields.report(Diagnostic::code_fixed(span, code));
            }
            (Some(code), Some(level)) => {
                levels.insert(code, level);
            }
        }
    }
    levels
}

fn site_config(fields: &mut Fields<'_>) -> SiteConfig {
    SiteConfig {
        title: fields.required("title"),
        description: fields.text("description"),
        language: language(fields),
        language_span: fields.span("language"),
        base_url: fields.parsed("base_url", "expected-base-url", base_url),
        publisher: fields.named("publisher", publisher).flatten(),
        navigation: fields.list("navigation"),
    }
}

/// The language of a site, report or page.
pub fn language(fields: &mut Fields<'_>) -> Language {
    fields.parsed("language", "expected-language", Language::from_name).unwrap_or_default()
}

fn publisher(fields: &mut Fields<'_>) -> Option<Publisher> {
    let name = fields.required("name");
    let parent = fields.text("parent");
    let address = fields.text("address");
    let email = fields.parsed("email", "expected-email", email);
    let phone = fields.text("phone");
    let url = fields.parsed("url", "expected-url", web_address);
    let url_span = fields.span("url");
    Some(Publisher { name: name?, parent, address, email, phone, url, url_span })
}

/// `report.yaml`.
pub fn report(node: &Node, diagnostics: &mut Vec<Diagnostic>) -> ReportMeta {
    Fields::read(node, "report.yaml", diagnostics, |fields| {
        let mut meta = report_fields(fields);
        let given = |key, fields: &mut Fields<'_>| fields.value(key).is_some();
        meta.misread.number = meta.number.is_none() && given("number", fields);
        meta.misread.date = meta.date.is_none() && given("date", fields);
        meta.misread.numbering = meta.numbering.is_none() && given("numbering", fields);
        meta.texts = node.texts();
        meta
    })
}

fn report_fields(fields: &mut Fields<'_>) -> ReportMeta {
    ReportMeta {
        title: fields.required("title").unwrap_or_default(),
        language: language(fields),
        language_span: fields.span("language"),
        kind: fields.text("type"),
        number: fields.parsed_or("number", "expected-number", number, both),
        symbol: fields.parsed_or("symbol", "expected-symbol", symbol, both),
        issuer: fields.named("issuer", issuer).flatten(),
        place: fields.unquoted("place"),
        date: fields.parsed("date", "expected-partial-date", PartialDate::parse),
        occasion: fields.text("occasion").map(without_brackets),
        status: fields
            .one_of("status", Status::WORDS, "expected-one-of-status")
            .unwrap_or_default(),
        signature: fields.named("signature", signature),
        recipients: recipients(fields),
        numbering: fields.all_of("numbering", Scheme::WORDS, "expected-one-of-numbering"),
        split: fields.parsed("split", "expected-split", split).unwrap_or(2),
        indicators: fields.mappings("indicators", indicator).into_iter().flatten().collect(),
        spans: MetaSpans {
            start: fields.start(),
            number: fields.span("number"),
            symbol: fields.span("symbol"),
            date: fields.span("date"),
            place: fields.span("place"),
        },
        misread: Misread::default(),
        texts: Vec::new(),
    }
}

/// A key figure; none where a field that it needs is missing.
fn indicator(fields: &mut Fields<'_>) -> Option<IndicatorMeta> {
    let label = fields.required("label");
    let given = fields.required("value").is_some();
    let value = fields.unquoted("value").filter(|_| given).zip(fields.span("value"));
    let unit = fields.unquoted("unit");
    let change = fields.unquoted("change");
    let stated_in = fields.required("stated_in").zip(fields.span("stated_in"));
    Some(IndicatorMeta { label: label?, value: value?, unit, change, stated_in: stated_in? })
}

fn issuer(fields: &mut Fields<'_>) -> Option<Issuer> {
    let name = fields.required("name");
    let parent = fields.text("parent");
    Some(Issuer { name: name?, parent })
}

fn signature(fields: &mut Fields<'_>) -> Signature {
    Signature {
        authority: fields.text("authority"),
        acting: fields.text("acting"),
        position: fields.text("position"),
        name: fields.text("name"),
        abbreviated: ["authority", "acting"]
            .into_iter()
            .filter_map(|key| Some((fields.text(key)?, fields.span(key)?)))
            .collect(),
    }
}

/// `documents.yaml`, without the entries that lack a symbol.
pub fn documents(node: &Node, diagnostics: &mut Vec<Diagnostic>) -> Vec<RegisteredDocument> {
    match &node.value {
        Value::Null => Vec::new(),
        Value::Sequence(items) => {
            items.iter().filter_map(|item| document(item, diagnostics)).collect()
        }
        _ => {
            diagnostics.push(Diagnostic::field_invalid(
                node.span,
                "documents.yaml",
                "expected-documents",
            ));
            Vec::new()
        }
    }
}

fn document(node: &Node, diagnostics: &mut Vec<Diagnostic>) -> Option<RegisteredDocument> {
    Fields::read(node, "documents.yaml", diagnostics, |fields| {
        let symbol = fields.required("symbol");
        let date = fields.parsed("date", "expected-date", Date::parse);
        let kind = fields.text("kind");
        let issuer = fields.text("issuer");
        let title = fields.text("title");
        let url = fields.parsed("url", "expected-url", web_address);
        Some(RegisteredDocument {
            symbol: symbol?,
            date,
            kind,
            issuer,
            title,
            url,
            url_span: fields.span("url"),
            span: fields.span("symbol").unwrap_or(node.span),
        })
    })
}

/// `abbreviations.yaml`, in the order of the file.
pub fn abbreviations(node: &Node, diagnostics: &mut Vec<Diagnostic>) -> Vec<Abbreviation> {
    Fields::read(node, "abbreviations.yaml", diagnostics, |fields| {
        fields
            .all()
            .into_iter()
            .map(|(short, long)| Abbreviation { short: short.to_owned(), long })
            .collect()
    })
}

/// The front matter of a directive.
pub fn directive(node: &Node, diagnostics: &mut Vec<Diagnostic>) -> DirectiveMeta {
    Fields::read(node, "---", diagnostics, |fields| DirectiveMeta {
        id: fields.text("id").zip(fields.span("id")),
        number: fields.parsed("number", "expected-ordinal", ordinal).zip(fields.span("number")),
        summary: fields.text("summary"),
        lead: departments(fields, "lead"),
        support: departments(fields, "support"),
        deadline: fields.parsed_or("deadline", "expected-date", Date::parse, period),
        topics: texts(fields, "topics"),
        state: fields.one_of("state", State::WORDS, "expected-one-of-state"),
        texts: node.texts(),
    })
}

fn texts(fields: &mut Fields<'_>, key: &'static str) -> Vec<String> {
    fields.list(key).unwrap_or_default().into_iter().map(|(text, _)| text).collect()
}

/// The recipients; several in one line are told.
fn recipients(fields: &mut Fields<'_>) -> Vec<String> {
    let line = is_line(fields, "recipients");
    let found = fields.list("recipients").unwrap_or_default();
    for (_, span) in found.iter().filter(|(text, _)| line && parts(text, ';').count() > 1) {
        fields.report(Suspect::Names.at(*span));
    }
    found.into_iter().map(|(text, _)| text).collect()
}

/// The departments that a field names; several that are read as one are told: between semicolons, or
/// in one line and called by the same word, "Sở A, Sở B".
fn departments(fields: &mut Fields<'_>, key: &'static str) -> Vec<String> {
    let line = is_line(fields, key);
    let found = fields.list(key).unwrap_or_default();
    let kind = |name: &str| name.split(' ').next().map(str::to_owned);
    for (text, span) in &found {
        let mut kinds = parts(text, ',').map(kind);
        let first = kinds.next();
        let alike = line && kinds.next().is_some_and(|second| Some(second) == first);
        if alike || parts(text, ';').count() > 1 {
            fields.report(Suspect::Names.at(*span));
        }
    }
    found.into_iter().map(|(text, _)| text).collect()
}

/// Whether a field is a text and no list.
fn is_line(fields: &mut Fields<'_>, key: &'static str) -> bool {
    fields.value(key).is_some_and(|node| matches!(node.value, Value::Scalar(_)))
}

/// What stands between the signs of a text, without what is empty.
fn parts(text: &str, sign: char) -> impl Iterator<Item = &str> {
    text.split(sign).map(str::trim).filter(|part| !part.is_empty())
}

/// "15/BC-UBND" is a number and a symbol, each with a field of its own.
fn both(text: &str) -> Option<Message> {
    let (left, right) = text.split_once('/')?;
    let hint = Message::new("field-invalid-both-hint");
    Some(hint.with("number", number(left.trim())?).with("symbol", symbol(right.trim())?))
}

/// A deadline is a day; of a month or quarter its last.
fn period(text: &str) -> Option<Message> {
    let numbers = text.split(|sign: char| !sign.is_ascii_digit()).filter(|it| !it.is_empty());
    let lengths: Vec<usize> = numbers.map(str::len).collect();
    let open = lengths.len() < 3 && lengths.contains(&4);
    open.then(|| Message::new("field-invalid-period-hint"))
}

/// Digits, in groups where there is a point between them, and perhaps a letter: `15`, `66.13`, `15a`.
fn number(text: &str) -> Option<String> {
    let digits = text.strip_suffix(char::is_alphabetic).unwrap_or(text);
    digits.split('.').all(is_digits).then(|| text.to_owned())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Letters and digits with `-`, `/`, `.`, `&` or `_` between them: `BC-UBND`, `2020/NĐ-CP`.
fn symbol(text: &str) -> Option<String> {
    let inner = |letter: char| letter.is_alphanumeric() || "-/.&_".contains(letter);
    let outer = text.starts_with(char::is_alphanumeric) && text.ends_with(char::is_alphanumeric);
    // "45/BC-UBND" is a number and a symbol, "2020/NĐ-CP" a symbol with its year.
    let numbered = text
        .split_once('/')
        .is_some_and(|(number, _)| is_digits(number) && (number.len() != 4 || number < "1900"));
    (outer && !numbered && text.chars().all(inner)).then(|| text.to_owned())
}

fn ordinal(text: &str) -> Option<usize> {
    text.parse().ok().filter(|&number| number > 0 && is_digits(text))
}

fn split(text: &str) -> Option<u8> {
    text.parse().ok().filter(|&level| level <= 6 && is_digits(text))
}

/// An address of the web: `http` or `https`, a host, perhaps a port; nobody's name or password.
fn web_address(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
    let label = |label: &str| {
        !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    let clean = !text.contains(|letter: char| {
        letter.is_whitespace() || letter.is_control() || "<>\"\\`".contains(letter)
    });
    (clean && is_digits(port) && host.split('.').all(label)).then(|| text.to_owned())
}

/// A web address that pages can be put under; gives it encoded, with `/` at the end. It is that of a
/// folder, and no part of it is empty or leads elsewhere.
fn base_url(text: &str) -> Option<String> {
    let address = web_address(text).filter(|address| !address.contains(['?', '#']))?;
    let address = address.strip_suffix('/').unwrap_or(&address);
    let (scheme, rest) = address.split_once("://")?;
    let (host, path) = rest.split_once('/').map_or((rest, None), |(host, path)| (host, Some(path)));
    let mut base = format!("{scheme}://{host}/");
    for part in path.into_iter().flat_map(|path| path.split('/')) {
        base.push_str(&folder(part)?);
        base.push('/');
    }
    Some(base)
}

/// A part of a web address that can be the name of a folder, encoded where it is not yet.
fn folder(part: &str) -> Option<String> {
    let decoded = percent_decode_str(part).decode_utf8().ok()?;
    let page = [".html", ".htm", ".php", ".aspx", ".jsp"]
        .iter()
        .any(|end| decoded.to_lowercase().ends_with(end));
    let unusable = page
        || matches!(&*decoded, "" | "." | "..")
        || decoded.contains(|sign: char| sign == '/' || sign == '\\' || sign.is_control());
    let escaped = part
        .split('%')
        .skip(1)
        .all(|rest| rest.len() > 1 && rest.bytes().take(2).all(|digit| digit.is_ascii_hexdigit()));
    (escaped && !unusable).then(|| utf8_percent_encode(part, FOLDER).to_string())
}

/// What must not stand in a web address as it is; `%` is there only where something is encoded.
const FOLDER: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'%')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

fn email(text: &str) -> Option<String> {
    let (name, host) = text.split_once('@')?;
    let plain = !text.contains(|letter: char| {
        letter.is_whitespace() || letter.is_control() || "<>\"?&:,".contains(letter)
    });
    (plain && !name.is_empty() && host.contains('.') && !host.contains('@'))
        .then(|| text.to_owned())
}

/// The line under a title without the brackets around it, which the page puts there.
fn without_brackets(text: String) -> String {
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.filter(|inner| !inner.contains(['(', ')'])).map(str::to_owned).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::yaml;
    use crate::diag::Arg;
    use crate::source::{SourceFile, Sources};

    /// What `read` makes of `text`, and what it says: `line:column code arguments`, and after `?`
    /// the name that was meant.
    fn told<T>(read: fn(&Node, &mut Vec<Diagnostic>) -> T, text: &str) -> (T, String) {
        let mut sources = Sources::default();
        let id = sources.add(SourceFile { path: "a.yaml".into(), text: text.into() });
        let node = yaml::parse(text, id, 0)
            .unwrap_or_else(|diagnostic| unreachable!("{text}: {diagnostic:?}"));
        let mut diagnostics = Vec::new();
        let value = read(&node, &mut diagnostics);
        let word = |(_, arg): &(_, Arg)| match arg {
            Arg::Text(text) => text.clone(),
            Arg::Term(term) => term.trim_start_matches("expected-").to_owned(),
            Arg::Count(count) => count.to_string(),
        };
        let line = |told: &Diagnostic| {
            let at = sources.positions(told.span).0;
            let mut words = vec![format!("{}:{} {}", at.line, at.column, told.code.name())];
            words.extend(told.message.args.iter().map(word));
            let meant = told.hint.iter().filter(|hint| hint.key == "did-you-mean");
            words.extend(meant.flat_map(|hint| &hint.args).map(|arg| format!("?{}", word(arg))));
            words.join(" ")
        };
        let lines: Vec<_> = diagnostics.iter().map(line).collect();
        (value, lines.join(", "))
    }

    /// Each `text` with all that `read` says of it.
    fn check<T>(read: fn(&Node, &mut Vec<Diagnostic>) -> T, cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            assert_eq!(told(read, text).1, *expected, "{text}");
        }
    }

    #[test]
    fn what_is_wrong_in_a_site_is_all_said() {
        check(
            site,
            &[
                (
                    "title: Cổng báo cáo\nlanguage: en\nbase_url: https://hatinh.gov.vn:8080/bc\n",
                    "",
                ),
                ("", "1:1 field-missing title"),
                ("# chưa có gì\n", "1:1 field-missing title"),
                ("title:\n", "1:1 field-missing title"),
                ("description: x\ntitle: '  '\n", "2:1 field-missing title"),
                ("Cổng báo cáo\n", "1:1 field-invalid site.yaml mapping"),
                ("- title: x\n", "1:1 field-invalid site.yaml mapping"),
                ("title: [x]\n", "1:8 field-invalid title text"),
                ("tiltle: x\ntitle: y\n", "1:1 field-unknown tiltle ?title"),
                ("title: x\nBase-URL: y\n", "2:1 field-unknown Base-URL ?base_url"),
                ("title: x\ntheme: y\n", "2:1 field-unknown theme"),
                ("title: x\ntitle: y\n", "2:1 field-invalid title"),
                ("title: x\nlanguage: vn\n", "2:11 field-invalid language language"),
                ("title: x\nbase_url: hatinh.gov.vn\n", "2:11 field-invalid base_url base-url"),
                ("title: x\nbase_url: https://a.vn/?x=1\n", "2:11 field-invalid base_url base-url"),
                ("title: x\npublisher: UBND\n", "2:12 field-invalid publisher mapping"),
                (
                    "title: x\npublisher:\n  parent: y\n  mail: z\n",
                    "3:3 field-missing name, 4:3 field-unknown mail ?email",
                ),
                (
                    "title: x\npublisher: {name: y, email: z, url: 'ftp://a.vn'}\n",
                    "2:29 field-invalid email email, 2:37 field-invalid url url",
                ),
                ("title: x\nnavigation: {a: b}\n", "2:13 field-invalid navigation list"),
                (
                    "title: x\nnavigation: [a, [b], ~]\n",
                    "2:17 field-invalid navigation text, 2:22 field-invalid navigation text",
                ),
            ],
        );
    }

    #[test]
    fn a_base_address_is_a_folder_that_pages_can_be_put_under() {
        for (text, expected) in [
            ("https://a.vn", Some("https://a.vn/")),
            ("https://a.vn/bc.2024/", Some("https://a.vn/bc.2024/")),
            ("https://a.vn/báo cáo", None),
            ("https://a.vn/báo/b%C3%A1o", Some("https://a.vn/b%C3%A1o/b%C3%A1o/")),
            ("https://a.vn/a[1]|b", Some("https://a.vn/a%5B1%5D%7Cb/")),
            ("https://a.vn//x", None),
            ("https://a.vn/x//", None),
            ("https://a.vn/%ZZ/", None),
            ("https://a.vn/x%", None),
            ("https://a.vn/../x", None),
            ("https://a.vn/./x", None),
            ("https://a.vn/%2e%2E/x", None),
            ("https://a.vn/a%2Fb", None),
            ("https://a.vn/bc/index.html", None),
            ("https://a.vn/bc/index.php", None),
            ("https://a.vn/bc/Trang.HTM", None),
        ] {
            assert_eq!(base_url(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_wrong_in_a_report_is_all_said() {
        check(
            report,
            &[
                (
                    "title: x\nnumber: 05\nsymbol: BC-UBND\ndate: 2023-12\nsplit: 0\nstatus: reader\n",
                    "",
                ),
                (
                    "title: x\nnumber:\nsymbol: 2020/NĐ-CP\ndate: 2023\nnumbering: [part, none]\n",
                    "",
                ),
                ("number: 66.13\n", "1:1 field-missing title"),
                (
                    "title: x\nnumber: 15/BC\nsymbol: /BC-UBND\n",
                    "2:9 field-invalid number number, 3:9 field-invalid symbol symbol",
                ),
                (
                    "title: x\nnumber: 15ab\nsymbol: 'Số: BC-UBND'\n",
                    "2:9 field-invalid number number, 3:9 field-invalid symbol symbol",
                ),
                (
                    "title: x\nnumber: 1..5\nsymbol: BC UBND\n",
                    "2:9 field-invalid number number, 3:9 field-invalid symbol symbol",
                ),
                ("title: x\ndate: 05/12/2023\n", "2:7 field-invalid date partial-date"),
                ("title: x\ndate: 2023-02-29\n", "2:7 field-invalid date partial-date"),
                ("title: x\nstatus: Final\n", "2:9 field-invalid status one-of-status"),
                ("title: x\nsplit: 7\n", "2:8 field-invalid split split"),
                (
                    "title: x\nnumbering: [roman, abc, decimal]\n",
                    "2:20 field-invalid numbering one-of-numbering",
                ),
                ("title: x\nissuer: {parent: y}\n", "2:9 field-missing name"),
                (
                    "title: x\nsignature:\n  name: y\n  positon: z\n",
                    "4:3 field-unknown positon ?position",
                ),
                ("title: x\nrecipients: {a: b}\n", "2:13 field-invalid recipients list"),
            ],
        );
    }

    #[test]
    fn what_is_wrong_in_the_registries_is_all_said() {
        check(
            documents,
            &[
                ("", ""),
                ("- symbol: 30/2020/NĐ-CP\n  url: https://vanban.chinhphu.vn/?id=1#a\n", ""),
                ("symbol: x\n", "1:1 field-invalid documents.yaml documents"),
                (
                    "- x\n- {title: y}\n-\n",
                    "1:3 field-invalid documents.yaml mapping, 2:3 field-missing symbol, 3:2 field-missing symbol",
                ),
                (
                    "- symbol: x\n  date: 2020\n  url: www.a.vn\n",
                    "2:9 field-invalid date date, 3:8 field-invalid url url",
                ),
            ],
        );
        check(
            abbreviations,
            &[
                ("CCHC: cải cách hành chính\nNo: số\n", ""),
                (
                    "A: b\nC: [d]\nE:\nA: f\n",
                    "2:4 field-invalid C text, 3:2 field-invalid E text, 4:1 field-invalid A",
                ),
                ("[A, B]\n", "1:1 field-invalid abbreviations.yaml mapping"),
            ],
        );
    }

    #[test]
    fn what_is_wrong_in_a_directive_is_all_said() {
        check(
            directive,
            &[
                ("", ""),
                (
                    "id: a\nnumber: 1\nlead: Sở X\nsupport: [Y]\ndeadline: 2024-03-31\nstate: in-progress\n",
                    "",
                ),
                (
                    "number: 0\ndeadline: 2024-03\nstate: doing\n",
                    "1:9 field-invalid number ordinal, 2:11 field-invalid deadline date, 3:8 field-invalid state one-of-state",
                ),
                (
                    "number: một\nleads: x\n",
                    "1:9 field-invalid number ordinal, 2:1 field-unknown leads ?lead",
                ),
            ],
        );
    }

    #[test]
    fn values_are_brought_into_their_form() {
        let ((config, _), _) = told(
            site,
            "title: >\n  Cổng\n  báo cáo\nbase_url: http://a.vn/x\nnavigation: bao-cao\n",
        );
        assert_eq!(config.title.as_deref(), Some("Cổng báo cáo"));
        assert_eq!(config.base_url.as_deref(), Some("http://a.vn/x/"));
        assert_eq!(config.navigation.map(|paths| paths.len()), Some(1));
        let (meta, _) =
            told(report, "title: x\nnumber: 05\ndate: 2023\noccasion: (Kỳ họp thứ 17)\n");
        assert_eq!((meta.kind, meta.split, meta.status), (None, 2, Status::Draft));
        assert_eq!(
            (meta.number.as_deref(), meta.occasion.as_deref()),
            (Some("05"), Some("Kỳ họp thứ 17"))
        );
        assert_eq!(meta.spans.number.map(|span| (span.start, span.end)), Some((17, 19)));
        let (meta, _) = told(directive, "id: a\nnumber: 12\nlead: Sở X\n");
        assert_eq!(
            (meta.number.map(|(number, _)| number), meta.lead),
            (Some(12), vec!["Sở X".to_owned()])
        );
        assert_eq!(without_brackets("(a) và (b)".into()), "(a) và (b)");
    }

    #[test]
    fn an_address_has_a_host_and_no_name_or_password() {
        for text in ["https://a", "http://hà-tĩnh.vn:80/x?y#z", "https://a.vn/đề-án_(1).pdf"]
        {
            assert!(web_address(text).is_some(), "{text}");
        }
        for text in [
            "https://",
            "https:///a",
            "//a.vn",
            "javascript:x",
            "https://a b",
            "https://u@a.vn",
            "https://a.vn:x",
            "https://a..vn",
        ] {
            assert!(web_address(text).is_none(), "{text}");
        }
    }
}
