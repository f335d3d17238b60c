//! Golden sites: what the starter sites become, file by file and byte by byte.
//!
//! With `CONGBO_REWRITE=1` the expectations in `tests/golden/` are rewritten; read their diff.

#![expect(clippy::expect_used, reason = "a golden site that cannot be made has failed")]

mod support;

use std::fs;
use std::process::Command;

use congbo::model::addresses::SEARCH_INDEX;
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

fn check(language: &str) {
    // The index is mostly the program that reads it, and is not for reading.
    let mut published = starter(language).published();
    published.retain(|path, _| !path.starts_with(SEARCH_INDEX));
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
