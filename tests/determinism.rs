//! The same input gives the same bytes.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "what a test stands on must be there, and figures are for the reader of its run"
)]

mod support;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::process::Command;
use std::time::{Duration, SystemTime};

use congbo::pipeline::{self, Options, Silent};
use support::{Site, files, repository};

/// What the sample becomes with `jobs` threads.
fn published(jobs: usize) -> BTreeMap<String, Vec<u8>> {
    let mut site = Site::sample();
    site.jobs = Some(jobs);
    assert!(site.build().published);
    site.published()
}

/// The same with compressed copies.
fn compressed(jobs: usize) -> BTreeMap<String, Vec<u8>> {
    let mut site = Site::sample();
    site.jobs = Some(jobs);
    let options = Options { precompress: true, ..site.options() };
    assert!(pipeline::build(&options, &Silent).expect("a build that can run").published);
    site.published()
}

#[test]
fn on_any_number_of_threads() {
    let one = compressed(1);
    assert!(one.keys().filter(|path| path.ends_with(".br")).count() > 20);
    for jobs in [2, 8] {
        assert!(one == compressed(jobs), "with {jobs} threads");
    }
}

/// Another folder, other times and another order of the files, another language and time zone,
/// and other work in the folder before.
#[test]
fn in_any_place_and_at_any_time() {
    let expected = published(2);
    let site = Site::empty();
    let mut content: Vec<_> = files(&repository().join("content")).into_iter().collect();
    content.reverse();
    let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
    for (path, bytes) in content {
        let path = format!("ở đâu đó/content/{path}");
        site.write(&path, bytes);
        let file = File::options().write(true).open(site.path(&path)).expect("a file");
        file.set_modified(old).expect("to set a time");
    }
    let root = site.path("ở đâu đó");
    let passing = root.join("content/bao-cao/trang-cu.md");
    for (language, zone) in [("C", "UTC"), ("vi_VN.UTF-8", "Asia/Ho_Chi_Minh")] {
        let build = || {
            Command::new(env!("CARGO_BIN_EXE_congbo"))
                .args(["build", "--quiet"])
                .env("LC_ALL", language)
                .env("LANG", language)
                .env("TZ", zone)
                .env("PAGEFIND_FORCE_LANGUAGE", "en")
                .env("PAGEFIND_INCLUDE_CHARACTERS", "/-")
                .env("PAGEFIND_KEEP_INDEX_URL", "false")
                .env("PAGEFIND_MAX_FRAGMENTS", "3")
                .current_dir(&root)
                .status()
                .expect("congbo to run")
        };
        fs::write(&passing, "# Trang cũ\n").expect("a page");
        assert!(build().success());
        fs::remove_file(&passing).expect("to remove it");
        assert!(build().success());
        let mut found = files(&root.join("public"));
        found.remove(".congbo-manifest");
        assert!(found == expected, "with {language}");
    }
}

#[test]
fn a_second_build_touches_nothing() {
    let site = Site::sample();
    assert!(site.build().published);
    let time = |path: &str| {
        fs::metadata(site.path(path)).and_then(|data| data.modified()).expect("a time")
    };
    let before = (time("public"), time("public/index.html"));
    assert!(site.build().published);
    assert_eq!(before, (time("public"), time("public/index.html")));
}
