//! The forms of `check` for other programs, held against their schemas and read by a reader that
//! is not ours. What programs outside of Rust make of them is in `tests/readers`.

#![expect(clippy::expect_used, reason = "an output that cannot be read has failed")]

mod support;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use congbo::cli::{self, Console};
use congbo::diag::Code;
use serde_json::Value;
use serde_sarif::sarif::Sarif;
use support::{Site, repository};

/// What `congbo check --format FORMAT` prints for a site, in both languages.
fn printed(site: &Site, format: &str) -> Vec<String> {
    ["vi", "en"].map(|language| in_language(site, format, language)).into()
}

fn in_language(site: &Site, format: &str, language: &str) -> String {
    let root = site.root().to_str().expect("a path in Unicode");
    let line = ["congbo", "check", "--root", root, "--format", format, "--lang", language];
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = cli::run(line.map(OsString::from), &mut Console::of_writers(&mut out, &mut err));
    assert_eq!((status < 2, err), (true, Vec::new()));
    String::from_utf8(out).expect("UTF-8")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// A file of a crate that the tests depend on, where Cargo keeps its sources.
fn of_crate(name: &str, path: &str) -> String {
    let version = cargo(&["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("the host");
    let arguments = ["metadata", "--format-version", "1", "--locked", "--filter-platform", host];
    let metadata = json(&cargo(&arguments));
    let packages = metadata["packages"].as_array().expect("the packages");
    let package = packages.iter().find(|each| each["name"] == name).expect("the package");
    let manifest = PathBuf::from(package["manifest_path"].as_str().expect("a path"));
    fs::read_to_string(manifest.with_file_name("").join(path)).expect("a file of the crate")
}

fn cargo(arguments: &[&str]) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    let ran = cargo.args(arguments).current_dir(repository()).output().expect("cargo");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).expect("UTF-8")
}

/// What `schema` has against `document`, with the places.
fn faults(schema: &Value, document: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).expect("a schema");
    let errors = validator.iter_errors(document);
    errors.map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Sites with nothing wrong, with what officials get wrong, and with what nobody should write.
fn sites() -> Vec<Site> {
    let broken = Site::sample();
    let path = "content/bao-cao/2023/kiem-diem-chi-dao/04-dau-tu-cong.md";
    let text = broken.read(path).replace("[^văn-bản-giải-ngân]", "[^van-ban]");
    broken.write(path, text + "\n[Xem](khong-co.md) ![](khong-co.png)\n\n<b onclick=x>a</b>\n");
    vec![Site::sample(), broken, odd(), Site::of([("content/site.yaml", "titel: {0}\n- x")])]
}

/// Every sign that means something to some format, in names and in texts.
fn odd() -> Site {
    let site = Site::of([
        ("content/site.yaml", "title: Trang thử\n"),
        (
            "content/r/report.yaml",
            "title: \"{0} & <b> [a](1) 100%\"\nnumber: 1\ndate: 2024-01-05\n",
        ),
        ("content/r/01 a&b <c> 'd' 100%25 #e, f;g.md", "Một[^{0}] hai[^\"x\"] ba[^]]>&<y>].\n"),
        (
            "content/r/02 Nghị quyết.md",
            "Tie\u{302}\u{301}ng 漢字 😀 [^k] và [b](1)(javascript:x)\n",
        ),
        ("content/r/03.md", "a\u{1}b\u{8}[^c\u{1b}[31m] [x]({0}.md) [y](#%01%FF)\n\n#### Sâu\n"),
        ("content/r/footnotes.yaml", "a: một\na: hai\n"),
        // What hides references that cannot be followed in its report.
        ("content/s/report.yaml", "title: S\nnumber: 2\ndate: 2024-01-06\n"),
        ("content/s/footnotes.yaml", "\"\\u0000\\u0007\\uFFFE\": ba\n"),
    ]);
    site.write("content/s/04.md", b"\xff\xfe".as_slice());
    site
}

/// The findings of a site, as JSON has them.
fn findings(site: &Site) -> Vec<Value> {
    json(&in_language(site, "json", "en"))["diagnostics"].as_array().expect("a list").clone()
}

#[test]
fn the_odd_site_has_many_findings() {
    let found = findings(&odd());
    let codes: BTreeSet<_> = found.iter().map(|each| each["code"].to_string()).collect();
    assert!(found.len() >= 10 && codes.len() >= 6, "{found:#?}");
}

#[test]
fn json_is_valid_against_its_schema() {
    let schema = fs::read_to_string(repository().join("tests/formats/check.schema.json"));
    let schema = json(&schema.expect("the schema"));
    for document in sites().iter().flat_map(|site| printed(site, "json")) {
        assert_eq!(faults(&schema, &json(&document)), [""; 0]);
    }
    let mut wrong = json(&in_language(&odd(), "json", "vi"));
    wrong["diagnostics"][0]["column"] = 0.into();
    wrong["summary"]["notes"] = 1.into();
    assert_eq!(faults(&schema, &wrong).len(), 2);
}

#[test]
fn sarif_is_valid_against_the_published_schema() {
    // Its pattern of a language has a bracket too many, which only lenient engines read.
    let schema = of_crate("serde-sarif", "src/schema.json").replace("{2}]?$", "{2}?$");
    let schema = json(&schema);
    assert!(schema["$id"].as_str().is_some_and(|id| id.ends_with("/sarif-schema-2.1.0.json")));
    for document in sites().iter().flat_map(|site| printed(site, "sarif")) {
        assert_eq!(faults(&schema, &json(&document)), [""; 0]);
    }
    let mut wrong = json(&in_language(&odd(), "sarif", "vi"));
    wrong["runs"][0]["results"][0]["level"] = "fatal".into();
    assert_eq!(faults(&schema, &wrong).len(), 1);
}

/// Through the types of another program, so that a name that is merely unknown is found too.
#[test]
fn sarif_loses_nothing_in_another_reader() {
    for document in sites().iter().flat_map(|site| printed(site, "sarif")) {
        let read: Sarif = serde_json::from_str(&document).expect("SARIF");
        assert_eq!(serde_json::to_value(&read).expect("JSON"), json(&document));
    }
}

/// What GitHub asks of a rule before it shows it, as its page “SARIF support for code scanning”
/// has it.
#[test]
fn sarif_explains_every_code_within_the_limits_of_code_scanning() {
    for document in printed(&Site::sample(), "sarif") {
        let read: Sarif = serde_json::from_str(&document).expect("SARIF");
        let driver = &read.runs[0].tool.driver;
        let rules = driver.rules.as_ref().expect("rules");
        let ids: Vec<_> = rules.iter().map(|rule| rule.id.as_str()).collect();
        assert_eq!(ids, Code::ALL.iter().map(|code| code.name()).collect::<Vec<_>>());
        for rule in rules {
            let short = &rule.short_description.as_ref().expect("a short description").text;
            let full = &rule.full_description.as_ref().expect("a full description").text;
            let help = rule.help.as_ref().expect("a help");
            let markdown = help.markdown.as_ref().expect("a help in Markdown");
            assert!(short.chars().count() <= 1024 && full.chars().count() <= 1024, "{full}");
            assert!(help.text.starts_with(full.split(' ').next().expect("a word")), "{full}");
            assert_eq!(markdown.matches("\n```").count() % 2, 0, "{markdown}");
        }
    }
}

/// The place of a result, cut out of the file on disk as a consumer would, is what is marked.
#[test]
fn sarif_names_files_and_places_that_exist() {
    let site = odd();
    let read: Sarif = serde_json::from_str(&in_language(&site, "sarif", "en")).expect("SARIF");
    let mut marked = BTreeSet::new();
    for result in read.runs[0].results.as_ref().expect("results") {
        let location = &result.locations.as_ref().expect("locations")[0];
        let physical = location.physical_location.as_ref().expect("a place");
        let uri = physical.artifact_location.as_ref().and_then(|place| place.uri.as_ref());
        let uri = uri.expect("an address");
        let path = percent_encoding::percent_decode_str(uri).decode_utf8().expect("UTF-8");
        let bytes = fs::read(site.path(&path)).expect("the file");
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let region = physical.region.as_ref().expect("a region");
        if region.start_line == region.end_line {
            let number = |value: Option<i64>| usize::try_from(value.expect("a number") - 1);
            let line = text.lines().nth(number(region.start_line).expect("a line"));
            let (start, end) = (number(region.start_column), number(region.end_column));
            let (start, end) = (start.expect("a column"), end.expect("a column"));
            let signs = line.unwrap_or_default().chars().skip(start).take(end - start);
            marked.insert(signs.collect::<String>());
        }
    }
    for expected in ["[^{0}]", "[^\"x\"]", "[^k]", "[x]({0}.md)"] {
        assert!(marked.contains(expected), "{expected} in {marked:?}");
    }
}

/// All formats tell of the same findings.
#[test]
fn every_format_has_every_finding() {
    for site in sites() {
        let findings = findings(&site);
        let codes: Vec<_> = findings.iter().map(|each| each["code"].clone()).collect();
        let sarif = json(&in_language(&site, "sarif", "en"));
        let results = sarif["runs"][0]["results"].as_array().expect("results");
        assert_eq!(results.iter().map(|each| each["ruleId"].clone()).collect::<Vec<_>>(), codes);
        let github = in_language(&site, "github", "en");
        assert_eq!(github.lines().count(), findings.len(), "{github}");
        let junit = in_language(&site, "junit", "en");
        let failed: BTreeSet<_> = findings
            .iter()
            .filter(|each| each["severity"] == "error")
            .map(|each| each["code"].as_str().expect("a code").to_owned())
            .collect();
        for code in failed {
            let case = format!("name=\"{code}\" file=");
            assert!(junit.contains(&case), "{code}: {junit}");
        }
    }
}

/// A letter that is not composed in the file has as many columns there as characters: in a table
/// of figures as in a text.
#[test]
fn columns_are_those_of_the_file_in_a_table_as_well() {
    let site = Site::of([
        ("content/site.yaml", "title: Trang thử\n"),
        ("content/trang.md", "```chart\ndata: a.csv\ntype: bar\ntitle: Thu\n```\n"),
        ("content/a.csv", "Na\u{306}m;Thu\nmo\u{323}\u{302}t;hai\n"),
    ]);
    let github = in_language(&site, "github", "en");
    assert!(github.contains("file=content/a.csv,line=2,endLine=2,col=7,"), "{github}");
}
