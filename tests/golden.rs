//! Golden sites: what the starter sites become, file by file and byte by byte.
//!
//! Static files are those of `static/`, byte by byte, and are not kept a second time. The digests in
//! their names are left out, since they change with every rule of the style sheet;
//! tests/templates.rs holds them. With `CONGBO_REWRITE=1` the expectations in `tests/golden/` are
//! rewritten; read their diff.

#![expect(clippy::expect_used, reason = "a golden site that cannot be made has failed")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use congbo::model::addresses::SEARCH_INDEX;
use congbo::render::theme::STATIC;
use regex::Regex;
use support::{Site, files, repository};

/// The starter site of a language, published.
fn starter(language: &str) -> Site {
    let site = Site::empty();
    let status = Command::new(env!("CARGO_BIN_EXE_congbo"))
        .args(["init", "--lang", language])
        .current_dir(site.root())
        .output()
        .expect("congbo to run")
        .status;
    assert!(status.success());
    assert!(site.build().published);
    site
}

/// The files without the digests in the names of static files, and without those that are there
/// under their plain names as well.
fn without_digests(files: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let digest = Regex::new(r"\.[0-9a-f]{8}\.(css|js|svg)\b").expect("a pattern");
    let bare = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).expect("UTF-8");
        digest.replace_all(&text, ".DIGEST.$1").into_owned().into_bytes()
    };
    // The index is mostly the program that reads it, and is not for reading.
    let read = |path: &String| !digest.is_match(path) && !path.starts_with(SEARCH_INDEX);
    let kept = files.into_iter().filter(|(path, _)| read(path));
    kept.map(|(path, bytes)| (path, bare(bytes))).collect()
}

fn check(language: &str) {
    let mut published = without_digests(starter(language).published());
    for (name, text) in STATIC {
        let bytes = published.remove(*name).expect(name);
        for line in String::from_utf8_lossy(&bytes).lines() {
            assert!(text.contains(line), "{language}/{name}: {line}");
        }
    }
    let folder = repository().join("tests/golden").join(language);
    if std::env::var_os("CONGBO_REWRITE").is_some() {
        fs::remove_dir_all(&folder).ok();
        for (path, bytes) in &published {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("to make a folder");
            fs::write(path, bytes).expect("to write a file");
        }
    }
    let expected = files(&folder);
    assert!(expected.len() > 15, "no golden site");
    let paths: Vec<_> = published.keys().collect();
    assert_eq!(paths, expected.keys().collect::<Vec<_>>());
    for (path, bytes) in &published {
        let (found, golden) =
            (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&expected[path]));
        assert_eq!(found, golden, "{language}/{path}");
    }
}

#[test]
fn the_starter_site_in_vietnamese() {
    check("vi");
}

#[test]
fn the_starter_site_in_english() {
    check("en");
}
