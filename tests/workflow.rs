//! The recipes of the README for GitHub, GitLab and git itself, and the hooks for pre-commit,
//! played in repositories of their own as far as that goes without these programs. That they
//! are what these programs read is tested in `tests/readers`.

#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a recipe that cannot be played has failed")]

mod support;

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use support::{Site, repository};

const REPORT: &str = "title: Báo cáo thử\nnumber: 1\ndate: 2024-01-05\n";
const GOOD: &str = "Một câu[^1].\n";
const NOTE: &str = "[^1]: Ghi chú.\n";
const BROKEN: &str = "Một câu[^2].\n";
/// Good, but for a warning.
const SKIPPED: &str = "## Mục một\n\n#### Mục sâu\n";

/// The block of the README that begins with `first`.
fn block(first: &str) -> String {
    let readme = fs::read_to_string(repository().join("README.md")).expect("the README");
    let (_, rest) = readme.split_once(&format!("\n{first}\n")).expect("the block");
    let (body, _) = rest.split_once("\n```").expect("its end");
    format!("{first}\n{body}\n")
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).expect("YAML")
}

/// A repository with a good site, and an older warning in it.
fn good() -> Site {
    let site = Site::empty();
    git(&site, "init --quiet --initial-branch main");
    site.write("content/site.yaml", "title: Trang thử\n");
    site.write("content/a/report.yaml", REPORT);
    site.write("content/a/01.md", GOOD);
    site.write("content/a/02.md", NOTE);
    site.write("content/b/report.yaml", REPORT);
    site.write("content/b/01.md", SKIPPED);
    commit(&site, &[]);
    site
}

/// Commits the changes.
fn commit(site: &Site, changes: Changes<'_>) {
    change(site, changes);
    git(site, "commit --quiet --no-verify --message x");
}

/// Makes the changes and adds them.
fn change(site: &Site, changes: Changes<'_>) {
    for (path, text) in changes {
        if text.is_empty() { site.remove(path) } else { site.write(path, text) }
    }
    git(site, "add --all");
}

fn git(site: &Site, line: &str) -> String {
    let ran = in_shell(site.root(), &format!("git {line}"), &[]);
    assert!(ran.status.success(), "git {line}: {}", told(&ran));
    told(&ran)
}

/// Runs a script as a runner does: it ends with the first command that fails. congbo is installed,
/// and nothing of the machine's settings of git counts.
fn in_shell(folder: &Path, script: &str, variables: &[(&str, &str)]) -> Output {
    let congbo = Path::new(env!("CARGO_BIN_EXE_congbo")).parent().expect("a folder");
    let path = std::env::var("PATH").expect("a path");
    let mut shell = Command::new("sh");
    for role in ["AUTHOR", "COMMITTER"] {
        shell.env(format!("GIT_{role}_NAME"), "x").env(format!("GIT_{role}_EMAIL"), "x@y.vn");
    }
    shell
        .args(["-e", "-c", script])
        .current_dir(folder)
        .env("PATH", format!("{}:{path}", congbo.display()))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .envs(variables.iter().copied())
        .output()
        .expect("a shell")
}

/// All that was printed.
fn told(ran: &Output) -> String {
    String::from_utf8_lossy(&[&*ran.stdout, &*ran.stderr].concat()).into_owned()
}

/// A clone as deep as a runner makes it.
fn clone(site: &Site, depth: &str) -> Site {
    let clone = Site::empty();
    let from = site.root().display();
    let line = format!("clone --quiet --depth {depth} file://{from} .");
    git(&clone, &line);
    clone
}

/// A branch with the changes, merged as a pull request is: the merge's first parent is the base.
fn pull_request(changes: Changes<'_>) -> Site {
    let site = good();
    git(&site, "switch --quiet --create nhanh");
    commit(&site, changes);
    git(&site, "switch --quiet main");
    commit(&site, &[("content/gioi-thieu.md", "# Giới thiệu\n")]);
    git(&site, "merge --quiet --no-ff --message x nhanh");
    site
}

/// Files with their texts; one without text goes.
type Changes<'a> = &'a [(&'a str, &'a str)];

/// What becomes of a request with the changes.
const REQUESTS: [(&str, Changes<'_>, bool); 5] = [
    ("nothing wrong", &[("content/a/03.md", "Câu.\n")], true),
    ("a broken footnote", &[("content/a/03.md", BROKEN)], false),
    ("a definition deleted", &[("content/a/02.md", "")], false),
    ("a warning in a changed file", &[("content/a/03.md", SKIPPED)], false),
    ("an older warning mended", &[("content/b/01.md", "## Mục một\n")], true),
];

/// The steps of the workflow that check, for an event.
fn steps(event: &str) -> Vec<(String, String)> {
    let workflow = yaml(&block("# .github/workflows/congbo.yml"));
    let steps = workflow["jobs"]["check"]["steps"].as_array().expect("steps").clone();
    let text = |step: &Value, key: &str| step[key].as_str().unwrap_or_default().to_owned();
    let found = steps.iter().filter(|step| {
        let condition = text(step, "if");
        text(step, "run").contains("congbo check") && condition.contains(&format!("'{event}'"))
    });
    found.map(|step| (text(step, "name"), text(step, "run"))).collect()
}

#[test]
fn the_workflow_of_github_passes_and_refuses_pull_requests() {
    let steps = steps("pull_request");
    let [(_, check)] = &steps[..] else { panic!("one step checks: {steps:?}") };
    for (what, changes, passes) in REQUESTS {
        let runner = clone(&pull_request(changes), "2");
        let ran = in_shell(runner.root(), check, &[]);
        assert_eq!(ran.status.code(), Some(i32::from(!passes)), "{what}: {}", told(&ran));
        let annotated = told(&ran).contains("::error file=") || told(&ran).contains("::warning ");
        assert_eq!(annotated, !passes, "{what}: {}", told(&ran));
    }
}

#[test]
fn the_workflow_of_github_clones_as_deep_as_it_compares() {
    let workflow = yaml(&block("# .github/workflows/congbo.yml"));
    assert_eq!(workflow["jobs"]["check"]["steps"][0]["with"]["fetch-depth"], 2);
    let (_, check) = steps("pull_request").remove(0);
    let ran = in_shell(clone(&pull_request(REQUESTS[0].1), "1").root(), &check, &[]);
    assert_eq!(ran.status.code(), Some(2), "{}", told(&ran));
}

#[test]
fn the_workflow_of_github_writes_the_findings_of_the_main_branch() {
    let steps = steps("push");
    let [(_, check), (_, sarif)] = &steps[..] else { panic!("two steps check: {steps:?}") };
    let site = good();
    assert_eq!(in_shell(site.root(), check, &[]).status.code(), Some(0));
    commit(&site, &[("content/a/03.md", BROKEN)]);
    assert_eq!(in_shell(site.root(), check, &[]).status.code(), Some(1));
    let ran = in_shell(site.root(), sarif, &[]);
    assert_eq!(ran.status.code(), Some(0), "findings are no failure here: {}", told(&ran));
    let log: Value = serde_json::from_str(&site.read("congbo.sarif")).expect("SARIF");
    assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(2));
    let nowhere = in_shell(Site::empty().root(), sarif, &[]);
    assert_ne!(nowhere.status.code(), Some(0), "that nothing was checked is one");
}

#[test]
fn the_job_of_gitlab_passes_and_refuses_merge_requests() {
    let job = &yaml(&block("# .gitlab-ci.yml"))["congbo"];
    let lines = job["script"].as_array().expect("a script").iter().map(|line| line.as_str());
    let script = lines.collect::<Option<Vec<_>>>().expect("lines").join("\n");
    for (what, changes, passes) in REQUESTS {
        let site = good();
        let base = git(&site, "rev-parse HEAD");
        commit(&site, changes);
        let base = [("CI_MERGE_REQUEST_DIFF_BASE_SHA", base.trim())];
        let ran = in_shell(site.root(), &script, &base);
        assert_eq!(ran.status.code(), Some(i32::from(!passes)), "{what}: {}", told(&ran));
        assert_eq!(told(&ran).contains(" --> content/a/"), !passes, "{what}: {}", told(&ran));
        assert!(site.read("congbo.xml").contains("<testsuites name=\"congbo\""));
    }
    let ran = in_shell(good().root(), &script, &[]);
    assert_eq!(ran.status.code(), Some(0), "on the main branch: {}", told(&ran));
    assert_eq!(job["artifacts"]["reports"]["junit"], "congbo.xml");
}

/// A repository with the hook of the README in it.
fn with_hook(change: impl Fn(String) -> String) -> Site {
    let site = good();
    site.write(".git/hooks/pre-commit", change(block("#!/bin/sh")));
    let hook = site.path(".git/hooks/pre-commit");
    fs::set_permissions(hook, Permissions::from_mode(0o755)).expect("to make it executable");
    site
}

/// Whether git commits, and what it says. The folder for what is staged is gone afterwards.
fn commits(site: &Site, line: &str) -> (bool, String) {
    let before = git(site, "rev-parse HEAD");
    let temporary = tempfile::tempdir().expect("a folder");
    let place = temporary.path().to_str().expect("a path in Unicode");
    let ran = in_shell(site.root(), &format!("git {line}"), &[("TMPDIR", place)]);
    assert_eq!(fs::read_dir(temporary.path()).expect("the folder").count(), 0, "left behind");
    let committed = git(site, "rev-parse HEAD") != before;
    assert_eq!(committed, ran.status.success(), "{}", told(&ran));
    (committed, told(&ran))
}

const COMMIT: &str = "commit --quiet --message x";

#[test]
fn the_hook_passes_a_good_commit_without_a_word() {
    let site = with_hook(|hook| hook);
    change(&site, &[("content/a/03.md", "Câu.\n")]);
    assert_eq!(commits(&site, COMMIT), (true, String::new()));
}

#[test]
fn the_hook_refuses_a_broken_footnote_and_says_where() {
    let site = with_hook(|hook| hook);
    change(&site, &[("content/a/03.md", BROKEN)]);
    let (committed, told) = commits(&site, COMMIT);
    assert!(!committed && told.contains(" --> content/a/03.md:1:8"), "{told}");
    change(&site, &[("content/a/03.md", GOOD)]);
    assert!(commits(&site, COMMIT).0);
}

#[test]
fn the_hook_refuses_to_lose_a_definition() {
    let site = with_hook(|hook| hook);
    change(&site, &[("content/a/02.md", "")]);
    assert!(!commits(&site, COMMIT).0);
}

/// What is committed is what counts: not more, not less.
#[test]
fn the_hook_looks_at_what_is_staged() {
    let site = with_hook(|hook| hook);
    change(&site, &[("content/a/03.md", "Câu.\n")]);
    site.write("content/a/03.md", BROKEN);
    site.write("content/a/04.md", BROKEN);
    assert!(commits(&site, COMMIT).0, "only good text is staged");
    assert!(!commits(&site, "commit --quiet --all --message x").0, "broken text is added");
    change(&site, &[("content/a/03.md", BROKEN), ("content/a/04.md", "Câu.\n")]);
    site.write("content/a/03.md", "Câu.\n");
    assert!(!commits(&site, COMMIT).0, "the good text is not staged");
    assert!(commits(&site, "commit --quiet --message x content/a/04.md").0, "one file alone");
}

#[test]
fn the_hook_refuses_where_congbo_cannot_run() {
    let site = with_hook(|hook| hook.replace("site=.", "site=nowhere"));
    change(&site, &[("content/a/03.md", "Câu.\n")]);
    assert!(!commits(&site, COMMIT).0);
}

#[test]
fn the_hook_takes_a_site_in_a_folder() {
    let site = with_hook(|hook| hook.replace("site=.", "site='trang báo cáo'"));
    git(&site, "rm --quiet -r content");
    change(&site, &[("trang báo cáo/content/site.yaml", "title: Trang\n")]);
    assert_eq!(commits(&site, COMMIT), (true, String::new()));
    change(&site, &[("trang báo cáo/content/a.md", BROKEN)]);
    assert!(!commits(&site, COMMIT).0);
}

/// Both hooks run the same check, whatever was changed, and are given no file that they would take
/// for an argument.
#[test]
fn the_hooks_for_pre_commit_check_the_whole_site() {
    let hooks = fs::read_to_string(repository().join(".pre-commit-hooks.yaml")).expect("hooks");
    let hooks = yaml(&hooks);
    let hooks = hooks.as_array().expect("a list");
    assert_eq!(hooks.len(), 2);
    for hook in hooks {
        assert_eq!(hook["pass_filenames"], false);
        assert_eq!(hook["always_run"], true);
        let entry = hook["entry"].as_str().expect("an entry");
        let site = good();
        assert_eq!(told(&in_shell(site.root(), entry, &[])), "");
        site.write("content/a/03.md", BROKEN);
        assert_eq!(in_shell(site.root(), entry, &[]).status.code(), Some(1));
    }
    let config = yaml(&block("# .pre-commit-config.yaml"));
    assert_eq!(config["repos"][0]["hooks"][0]["id"], hooks[0]["id"]);
}

/// A recipe that installs another version than this one would check by other rules.
#[test]
fn the_recipes_name_this_version() {
    let readme = fs::read_to_string(repository().join("README.md")).expect("the README");
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(readme.matches(&format!("key: congbo-{version}")).count(), 2);
    assert!(readme.contains(&format!("rev: v{version}\n")));
}
