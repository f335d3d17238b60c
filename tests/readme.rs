//! The README is checked: its commands run, its example is what congbo prints, and its lists are
//! those of the code.

#![expect(clippy::expect_used, reason = "a README that cannot be read has failed")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use congbo::content::html;
use congbo::render::assets::Assets;
use congbo::render::theme;
use regex::Regex;
use support::{Site, repository};

fn readme() -> String {
    fs::read_to_string(repository().join("README.md")).expect("the README")
}

/// The fenced blocks of a language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let fence = Regex::new(&format!("(?s)\n```{language}\n(.*?)\n```")).expect("a pattern");
    fence.captures_iter(text).map(|found| found[1].to_owned()).collect()
}

fn congbo(folder: &Path, arguments: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_congbo"))
        .args(arguments.split_whitespace())
        .current_dir(folder)
        .output()
        .expect("congbo to run")
}

#[test]
fn its_commands_run() {
    let site = Site::sample();
    let mut ran = 0;
    let blocks = blocks(&readme(), "sh");
    // Programs, which begin with a name of theirs, are run in `tests/workflow.rs`.
    let commands = blocks.iter().filter(|block| !block.starts_with("#!"));
    for line in commands.flat_map(|block| block.lines()) {
        let command = line.split(" #").next().unwrap_or_default().trim();
        if let Some(script) = command.strip_prefix("./") {
            assert!(repository().join(script).is_file(), "{command}");
            continue;
        }
        if command == "cargo install --path ." {
            continue;
        }
        let arguments = command
            .strip_prefix("cargo run --release -- ")
            .or_else(|| command.strip_prefix("congbo "))
            .unwrap_or_else(|| panic!("a command of congbo: {command}"));
        let output = congbo(site.root(), arguments);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{command}\n{error}");
        ran += 1;
    }
    assert!(ran >= 4, "only {ran} commands");
    assert!(site.path("public/index.html").is_file());
    assert!(site.path("my-reports/public/index.html").is_file());
}

#[test]
fn its_quick_start_in_vietnamese_runs() {
    let site = Site::empty();
    let readme = readme();
    let start = readme.split("## Bắt đầu nhanh").nth(1).expect("the quick start");
    let code = Regex::new("`congbo ([^`]*)`").expect("a pattern");
    let mut folder = site.root().to_owned();
    for found in code.captures_iter(start.split("\n## ").next().expect("a section")) {
        let output = congbo(&folder, &found[1]);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{}\n{error}", &found[0]);
        if found[1].starts_with("init ") {
            folder = site.path(found[1].trim_start_matches("init "));
        }
    }
    assert!(folder.join("public/index.html").is_file());
}

#[test]
fn its_example_of_a_mistake_is_what_congbo_prints() {
    let site = Site::sample();
    let path = "content/bao-cao/2023/kiem-diem-chi-dao/04-dau-tu-cong.md";
    let text = site.read(path);
    let broken = text.replacen("[^văn-bản-giải-ngân]", "[^van-ban-giai-ngan]", 1);
    assert_ne!(text, broken);
    site.write(path, broken);
    let output = congbo(site.root(), "check --quiet");
    assert_eq!(output.status.code(), Some(1));
    let printed = String::from_utf8(output.stdout).expect("text");
    let readme = readme();
    let example = readme.split("What a mistake looks like:\n\n```\n").nth(1).expect("the example");
    let example = example.split("\n```").next().expect("its end");
    assert!(printed.contains(example), "{printed}");
}

#[test]
fn its_list_of_raw_html_is_the_one_that_is_used() {
    let readme = readme();
    let list = readme.split("**Raw HTML** may use the elements `").nth(1).expect("the list");
    let list: Vec<&str> = list.split('`').next().expect("its end").split_whitespace().collect();
    let mut used: Vec<&str> = html::elements().collect();
    used.sort_unstable();
    assert_eq!(list, used);
}

#[test]
fn it_names_every_template_and_every_field_that_templates_see() {
    let readme = readme();
    let part = readme.split("## Change the look").nth(1).expect("the part");
    let named: BTreeSet<&str> = part.split('`').skip(1).step_by(2).collect();
    let pages = theme::TEMPLATES.iter().map(|(name, _)| *name);
    for template in pages.filter(|name| !name.starts_with('_')) {
        assert!(named.contains(template), "{template}");
    }
    let views = fs::read_to_string(repository().join("src/render/views.rs")).expect("the views");
    let structure = Regex::new(r"(?s)pub struct (\w+).*?\n\}").expect("a pattern");
    let field = Regex::new(r"pub (\w+): (Option<)?").expect("a pattern");
    let mut fields = BTreeMap::new();
    for found in structure.captures_iter(&views) {
        for each in field.captures_iter(&found[0]) {
            let optional = each.get(2).is_some();
            fields.insert((each[1].to_owned(), optional), found[1].to_owned());
        }
    }
    assert!(fields.len() > 60, "only {} fields", fields.len());
    for ((name, optional), view) in fields {
        let written = if optional { format!("`{name}`?") } else { format!("`{name}`") };
        assert!(part.contains(&written), "{view}: {written}");
    }
}

/// The guides explain codes in tables; none that does not exist, and each in both languages.
#[test]
fn the_staff_guides_name_codes_that_exist() {
    let row = Regex::new(r"(?m)^\| (`[^|]*`) \|").expect("a pattern");
    let name = Regex::new("`([a-z]+(?:-[a-z]+)+)`").expect("a pattern");
    let named = |guide: &str| -> BTreeSet<String> {
        let text = fs::read_to_string(repository().join("content").join(guide)).expect("a guide");
        let rows = row.captures_iter(&text);
        rows.flat_map(|found| {
            name.captures_iter(&found[1]).map(|each| each[1].to_owned()).collect::<Vec<_>>()
        })
        .collect()
    };
    let (vietnamese, english) = (named("huong-dan.md"), named("staff-guide.md"));
    assert_eq!(vietnamese, english);
    assert!(english.len() > 5, "{english:?}");
    for code in english {
        assert!(congbo::diag::Code::from_name(&code).is_some(), "{code}");
    }
}

/// What a host may let browsers keep for good are the files with a digest in their names, and no
/// other: a file of the site's own may change under its name.
#[test]
fn its_pattern_of_names_with_a_digest_means_those_alone() {
    let readme = readme();
    let pattern = readme.split("location ~ \"").nth(1).expect("the pattern");
    let pattern = Regex::new(pattern.split('"').next().expect("its end")).expect("a pattern");
    let assets = Assets::read(&BTreeMap::new()).expect("the files");
    for (name, _) in theme::STATIC {
        let address = assets.address(name).expect("an address");
        assert!(pattern.is_match(&format!("/bao-cao/{address}")), "{address}");
        assert!(!pattern.is_match(&format!("/bao-cao/{name}")), "{name}");
    }
    for own in
        ["/logo.original.svg", "/a.20240101.css", "/mau/congbo.css", "/my-congbo.12345678.css"]
    {
        assert!(!pattern.is_match(own), "{own}");
    }
}
