//! `check --since`, in repositories of its own: what is told, what is left out, and what is said
//! where git has no answer.

#![expect(clippy::expect_used, reason = "a repository that cannot be made has failed")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use support::Site;
use unicode_normalization::UnicodeNormalization;

const REPORT: &str = "title: Báo cáo thử\nnumber: 1\ndate: 2024-01-05\n";
/// A text with the warning `heading-skipped`.
const SKIPPED: &str = "## Mục một\n\n#### Mục sâu\n";

/// A repository with a site in it, each file committed.
struct Repository {
    site: Site,
    /// The site root, from the top.
    folder: &'static str,
}

impl Repository {
    /// A site of two reports in a folder of the repository, each with a warning.
    fn new() -> Self {
        Self::of("trang", &[("content/a/01.md", SKIPPED), ("content/b/01.md", SKIPPED)])
    }

    fn of(folder: &'static str, files: &[(&str, &str)]) -> Self {
        let repository = Self { site: Site::empty(), folder };
        repository.git("init --quiet --initial-branch main");
        repository.write("content/site.yaml", "title: Trang thử\nlanguage: en\n");
        repository.write("content/a/report.yaml", REPORT);
        repository.write("content/b/report.yaml", REPORT);
        for (path, text) in files {
            repository.write(path, text);
        }
        repository.commit();
        repository
    }

    fn write(&self, path: &str, text: &str) {
        self.site.write(&format!("{}/{path}", self.folder), text);
    }

    fn path(&self, path: &str) -> PathBuf {
        self.site.path(self.folder).join(path)
    }

    fn commit(&self) {
        self.git("add --all");
        self.git("commit --quiet --message x");
    }

    /// Runs git at the top of the repository, with nothing of the machine's settings.
    fn git(&self, line: &str) -> String {
        let mut git = Command::new("git");
        let ran = quiet(&mut git).args(line.split(' ')).current_dir(self.site.root()).output();
        let ran = ran.expect("git");
        assert!(ran.status.success(), "git {line}: {}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8(ran.stdout).expect("UTF-8")
    }

    /// `congbo check` with the arguments, at the top of the repository.
    fn command(&self, line: &str) -> Command {
        let mut congbo = Command::new(env!("CARGO_BIN_EXE_congbo"));
        quiet(&mut congbo).current_dir(self.site.root());
        congbo.args(["check", "--root", self.folder]).args(line.split(' '));
        congbo
    }

    fn check(&self, line: &str) -> Told {
        Told::of(self.command(line).output().expect("congbo"))
    }

    /// The places that are told of, those that are left out, and the status.
    fn since(&self, line: &str) -> (Vec<String>, u64, i32) {
        let told = self.check(&format!("--format json --since {line}"));
        assert_eq!(told.error, "");
        let document: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
        let found = document["diagnostics"].as_array().expect("a list");
        let word = |each: &serde_json::Value, key: &str| each[key].as_str().map(str::to_owned);
        let place = |each| {
            let (file, code) = (word(each, "file"), word(each, "code"));
            format!("{} {}", file.unwrap_or_default(), code.unwrap_or_default())
        };
        let left = document["summary"]["unchanged"].as_u64().expect("a count");
        (found.iter().map(place).collect(), left, told.status)
    }
}

/// What came back.
struct Told {
    out: String,
    error: String,
    status: i32,
}

impl Told {
    fn of(ran: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        let status = ran.status.code().expect("a status");
        Self { out: text(ran.stdout), error: text(ran.stderr), status }
    }
}

/// The command without the machine's settings of git, and with names of a person.
fn quiet(command: &mut Command) -> &mut Command {
    for role in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{role}_NAME"), "x").env(format!("GIT_{role}_EMAIL"), "x@y.vn");
    }
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1")
}

fn list(places: &[&str]) -> Vec<String> {
    places.iter().map(ToString::to_string).collect()
}

#[test]
fn a_warning_in_an_unchanged_file_is_counted_and_fails_nothing() {
    let repository = Repository::new();
    assert_eq!(repository.since("HEAD --strict"), (vec![], 2, 0));
    let told = repository.check("--since HEAD --strict");
    let expected = "no errors and no warnings\n\
                    2 warnings in files unchanged since “HEAD” are not shown\n";
    assert_eq!((told.out.as_str(), told.error.as_str(), told.status), (expected, "", 0));
    assert_eq!(repository.check("--since HEAD --quiet").out, "");
    assert_eq!(repository.check("--strict").status, 1);
}

/// Whatever way it was changed: what is told of is the same.
#[test]
fn a_warning_in_a_changed_file_is_told() {
    let told = (list(&["content/b/01.md heading-skipped"]), 1, 1);
    let change = |repository: &Repository| {
        repository.write("content/b/01.md", &format!("Một đoạn.\n\n{SKIPPED}"));
    };
    let written = Repository::new();
    change(&written);
    assert_eq!(written.since("HEAD --strict"), told, "not added");
    written.git("add --all");
    assert_eq!(written.since("HEAD --strict"), told, "added");
    written.commit();
    assert_eq!(written.since("HEAD^ --strict"), told, "committed");
    written.git("tag --annotate v1 --message x HEAD^");
    assert_eq!(written.since("v1 --strict"), told, "since a tag");
    assert_eq!(written.since("HEAD --strict"), (vec![], 2, 0), "since it was committed");
}

#[test]
fn a_new_file_has_changed_even_where_git_is_to_ignore_it() {
    let repository = Repository::new();
    repository.write("content/a/02.md", SKIPPED);
    let told = (list(&["content/a/02.md heading-skipped"]), 2, 0);
    assert_eq!(repository.since("HEAD"), told);
    repository.site.write(".gitignore", "02.md\n");
    assert_eq!(repository.git("status --short"), "?? .gitignore\n");
    assert_eq!(repository.since("HEAD"), told);
}

#[test]
fn a_renamed_file_has_changed() {
    let repository = Repository::new();
    repository.git("mv trang/content/b/01.md trang/content/b/02.md");
    let told = (list(&["content/b/02.md heading-skipped"]), 1, 0);
    assert_eq!(repository.since("HEAD"), told);
    repository.commit();
    assert_eq!(repository.since("HEAD^"), told);
}

/// The merge that takes a definition away must not pass because the reference was left alone.
#[test]
fn an_error_in_an_unchanged_file_is_told_all_the_same() {
    let repository = Repository::of(
        "trang",
        &[
            ("content/a/01.md", "Một câu[^1].\n"),
            ("content/a/02.md", "[^1]: Ghi chú.\n\nHai.\n"),
            ("content/b/01.md", "Xem [báo cáo](../c/01.md).\n"),
            ("content/c/01.md", "# Trang\n"),
        ],
    );
    assert_eq!(repository.since("HEAD"), (vec![], 0, 0));
    repository.write("content/a/02.md", "Hai.\n");
    fs::remove_file(repository.path("content/c/01.md")).expect("to remove a file");
    repository.commit();
    let told = list(&["content/a/01.md footnote-undefined", "content/b/01.md link-broken"]);
    assert_eq!(repository.since("HEAD^"), (told, 0, 1));
}

#[test]
fn a_warning_whose_other_place_has_changed_is_told() {
    let repository = Repository::of(
        "trang",
        &[
            ("content/a/01.md", "Một[^2].\n\n[^2]: Hai.\n"),
            ("content/a/02.md", "Hai[^1].\n\n[^1]: Một.\n"),
        ],
    );
    repository.write("content/a/01.md", "Câu một[^2].\n\n[^2]: Hai.\n");
    assert_eq!(repository.since("HEAD"), (list(&["content/a/02.md footnote-order"]), 0, 0));
}

#[test]
fn the_site_root_may_be_the_top_of_the_repository() {
    let repository = Repository::of(".", &[("content/a/01.md", SKIPPED)]);
    repository.write("content/a/02.md", SKIPPED);
    assert_eq!(repository.since("HEAD"), (list(&["content/a/02.md heading-skipped"]), 1, 0));
}

/// A change beside the site, or a name that only ends alike, is none of the site's.
#[test]
fn what_changes_elsewhere_in_the_repository_is_no_change_of_the_site() {
    let repository = Repository::new();
    repository.site.write("content/b/01.md", "x");
    repository.site.write("trang-khac/content/b/01.md", "x");
    repository.write("ghi-chep/content/b/01.md", "x");
    assert_eq!(repository.since("HEAD"), (vec![], 2, 0));
}

/// The name on the disk may be composed or not; congbo's is composed.
#[test]
fn a_name_with_vietnamese_letters_is_recognised_in_either_normal_form() {
    let name = "content/a/02 Nghị quyết số 5 “đặc biệt”.md";
    for name in [name.to_owned(), name.nfd().collect()] {
        let repository = Repository::of("trang", &[(&name, SKIPPED)]);
        assert_eq!(repository.since("HEAD"), (vec![], 1, 0));
        repository.write(&name, &format!("Một đoạn.\n\n{SKIPPED}"));
        let composed: String = name.nfc().collect();
        let told = list(&[&format!("{composed} heading-skipped")]);
        assert_eq!(repository.since("HEAD"), (told, 0, 0), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_has_changed_with_what_it_leads_to() {
    let repository = Repository::of("trang", &[("content/a/01.md", "## Mục\n")]);
    repository.write("content/chung/01.md", "# Trang\n\n### Sâu\n");
    let link = repository.path("content/b/01.md");
    std::os::unix::fs::symlink("../chung/01.md", &link).expect("a link");
    repository.commit();
    let (told, left, _) = repository.since("HEAD");
    assert_eq!((told, left > 0), (vec![], true));
    repository.write("content/chung/01.md", "# Trang khác\n\n### Sâu\n");
    let (told, _, _) = repository.since("HEAD");
    assert!(told.contains(&"content/b/01.md heading-skipped".to_owned()), "{told:?}");
}

#[test]
fn a_folder_that_is_a_repository_of_its_own_has_changed_as_a_whole() {
    let repository = Repository::new();
    fs::remove_dir_all(repository.path("content/b")).expect("to remove a folder");
    repository.commit();
    repository.write("content/b/report.yaml", REPORT);
    repository.write("content/b/01.md", SKIPPED);
    repository.git("init --quiet trang/content/b");
    repository.git("-C trang/content/b add --all");
    repository.git("-C trang/content/b commit --quiet --message x");
    assert_eq!(repository.since("HEAD"), (list(&["content/b/01.md heading-skipped"]), 1, 0));
}

/// Git tells its hooks where the repository is in ways that do not fit another folder.
#[test]
fn in_a_hook_the_repository_is_still_that_of_the_site() {
    let repository = Repository::new();
    repository.write("content/b/01.md", &format!("Một đoạn.\n\n{SKIPPED}"));
    let mut check = repository.command("--since HEAD --strict --quiet");
    check.env("GIT_DIR", ".git").env("GIT_INDEX_FILE", "nowhere/index").env("GIT_PREFIX", "trang/");
    let told = Told::of(check.output().expect("congbo"));
    assert_eq!((told.status, told.error.as_str()), (1, ""));
    assert!(told.out.contains("content/b/01.md") && !told.out.contains("content/a/01.md"));
}

#[test]
fn in_a_linked_work_tree_its_own_changes_count() {
    let repository = Repository::new();
    repository.git("worktree add --quiet --detach nhanh");
    let other = Repository { folder: "nhanh/trang", ..repository };
    other.write("content/b/01.md", &format!("Một đoạn.\n\n{SKIPPED}"));
    assert_eq!(other.since("HEAD"), (list(&["content/b/01.md heading-skipped"]), 1, 0));
}

#[test]
fn settings_of_the_repository_change_nothing() {
    let repository = Repository::new();
    for setting in ["diff.relative false", "diff.renames copies", "core.quotePath true"] {
        repository.git(&format!("config {setting}"));
    }
    repository.git("config diff.external false");
    repository.git("mv trang/content/b trang/content/bê");
    let told = list(&["content/bê/01.md heading-skipped"]);
    assert_eq!(repository.since("HEAD"), (told, 1, 0));
}

#[test]
fn a_check_adds_and_commits_nothing() {
    let repository = Repository::new();
    repository.write("content/a/01.md", "## Mục\n");
    repository.git("add --all");
    repository.write("content/a/01.md", SKIPPED);
    repository.write("content/a/02.md", SKIPPED);
    let state = || {
        ["status --porcelain", "ls-files --stage", "show-ref", "stash list"]
            .map(|line| repository.git(line))
    };
    let before = state();
    repository.since("HEAD");
    assert_eq!(state(), before);
}

#[test]
fn every_format_says_what_was_left_out() {
    let repository = Repository::new();
    let told = repository.check("--since HEAD --format github");
    let notice = "2 warnings in files unchanged since “HEAD” are not shown";
    assert_eq!(told.out, format!("::notice::{notice}\n"));
    let told = repository.check("--since HEAD --format junit");
    assert!(told.out.contains(&format!("    <system-out>{notice}</system-out>\n")), "{}", told.out);
    let told = repository.check("--since HEAD --format sarif");
    let log: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    let expected = serde_json::json!({ "since": "HEAD", "unchanged": 2 });
    assert_eq!(log["runs"][0]["properties"], expected);
}

/// Formats that show findings beside changes name files from the top of the repository.
#[test]
fn findings_are_placed_where_the_changes_are() {
    let repository = Repository::new();
    let told = repository.check("--format github");
    assert!(told.out.starts_with("::warning file=trang/content/a/01.md,line=3,"), "{}", told.out);
    let mut inside = repository.command("--format github");
    inside.current_dir(repository.path("content")).args(["--root", ".."]);
    let mut line = Command::new(env!("CARGO_BIN_EXE_congbo"));
    line.args(["check", "--format", "github", "--root", ".."]);
    let ran = line.current_dir(repository.path("content")).output().expect("congbo");
    assert_eq!(Told::of(ran).out, told.out);
}

// What is said where git has no answer.

/// That the check could not run, and in which words.
fn refused(told: &Told, expected: &str) {
    assert_eq!((told.out.as_str(), told.status), ("", 2), "{}", told.error);
    assert_eq!(told.error, expected);
}

#[test]
fn a_revision_that_git_does_not_know() {
    let repository = Repository::new();
    let hint = "hint: give one branch, tag or commit, for example “origin/main” or “HEAD^”; for \
                a branch of the server, first: git fetch\n";
    for revision in
        ["origin/main", "HEAD..HEAD", "HEAD:trang", "", "--all", "-h", "--branches=main"]
    {
        let expected = format!(
            "error: git knows no revision “{revision}”
{hint}"
        );
        refused(&repository.check(&format!("--since={revision}")), &expected);
    }
    refused(
        &repository.check("--lang vi --since nhánh"),
        "lỗi: git không biết phiên bản “nhánh”\n\
         gợi ý: ghi tên một nhánh, một thẻ hoặc mã một lần ghi (commit), ví dụ “origin/main” hoặc \
         “HEAD^”; nếu là nhánh trên máy chủ, trước hết chạy: git fetch\n",
    );
}

#[test]
fn a_clone_without_the_older_commits() {
    let repository = Repository::new();
    repository.write("content/a/01.md", "## Mục\n");
    repository.commit();
    let clone = Site::empty();
    let address = format!("file://{}", repository.site.root().display());
    let mut git = Command::new("git");
    quiet(&mut git).args(["clone", "--quiet", "--depth", "1", &address]).arg(clone.root());
    assert!(git.status().expect("git").success());
    let clone = Repository { site: clone, folder: "trang" };
    refused(
        &clone.check("--since HEAD^"),
        "error: git knows no revision “HEAD^”\n\
         hint: only the newest commits are here; fetch the others (git fetch --unshallow; in \
         GitHub Actions “fetch-depth: 0”, in GitLab “GIT_DEPTH: 0”)\n",
    );
    assert_eq!(clone.since("HEAD"), (vec![], 1, 0));
}

#[test]
fn a_site_in_no_repository() {
    let repository = Repository::new();
    fs::remove_dir_all(repository.site.path(".git")).expect("to remove a folder");
    // So that no repository above the temporary folder is found either.
    let mut check = repository.command("--since HEAD");
    let above = repository.site.root().parent().expect("a folder");
    check.env("GIT_CEILING_DIRECTORIES", above.canonicalize().expect("a folder"));
    refused(
        &Told::of(check.output().expect("congbo")),
        "error: “trang” lies in no git repository, so nothing is known of what has changed\n\
         hint: check without “--since”, or copy the site by “git clone”\n",
    );
}

#[test]
fn a_computer_without_git() {
    let repository = Repository::new();
    let mut check = repository.command("--since HEAD");
    check.env("PATH", repository.site.root());
    refused(
        &Told::of(check.output().expect("congbo")),
        "error: “--since” needs git, and there is no git on this computer\n\
         hint: install git, or check without “--since”\n",
    );
}

/// As in containers, where the folder is mounted from outside.
#[test]
fn a_repository_of_another_user() {
    let repository = Repository::new();
    let mut check = repository.command("--since HEAD");
    check.env("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    let top = repository.site.root().canonicalize().expect("a folder");
    refused(
        &Told::of(check.output().expect("congbo")),
        &format!(
            "error: git does not read the repository of “trang”, since it belongs to another user\n\
             hint: if you trust it: git config --global --add safe.directory {}\n",
            top.display()
        ),
    );
}

#[test]
fn a_repository_that_is_broken() {
    let repository = Repository::new();
    repository.site.write(".git/index", "x");
    let told = repository.check("--since HEAD");
    assert_eq!(told.status, 2);
    assert!(told.error.starts_with("error: git cannot tell what has changed: "), "{}", told.error);
}

#[test]
fn where_there_is_no_site_that_is_said_first() {
    let repository = Repository::new();
    let mut check = repository.command("--since nowhere");
    check.args(["--lang", "en"]);
    fs::remove_dir_all(repository.path("content")).expect("to remove a folder");
    let told = Told::of(check.output().expect("congbo"));
    assert_eq!(told.status, 2);
    assert!(told.error.starts_with("error: there is no folder “trang/content”"), "{}", told.error);
    assert!(Path::new(&repository.path("")).is_dir());
}
