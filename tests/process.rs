//! The program among other processes: pipes that close, full disks, terminals, two builds at a
//! time, a build that is killed, folders that may not be read or written. What it says in ordinary
//! life stands in the transcripts of `tests/cli/`.

#![cfg(unix)]
#![expect(clippy::expect_used, reason = "a process that cannot be started has failed")]

mod support;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::io::{self, BufReader, Read, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;

use support::{Site, files};

/// Nobody, on every system that we know.
const NOBODY: u32 = 65_534;

fn congbo(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_congbo"));
    command.current_dir(folder).env_remove("NO_COLOR").env_remove("TERM");
    command
}

fn run(site: &Site, line: &str) -> Output {
    congbo(site.root()).args(line.split(' ')).output().expect("the program")
}

fn starter(language: &str) -> Site {
    let site = Site::empty();
    succeeds(&run(&site, &format!("init --lang {language}")));
    site
}

#[track_caller]
fn succeeds(ran: &Output) {
    ends(ran, 0, "");
}

/// The exit status and the whole of the error stream.
#[track_caller]
fn ends(ran: &Output, status: i32, error: &str) {
    assert_eq!(String::from_utf8_lossy(&ran.stderr), error);
    assert_eq!(ran.status.code(), Some(status));
}

/// Says on the terminal, past the test harness, that something could not be tried here.
fn not_run(what: &str, why: &str) {
    writeln!(io::stderr(), "NOT RUN: {what}: {why}").expect("to write");
}

/// What the crate of the search index reads by itself would change the bytes of the site.
#[test]
fn a_variable_that_would_change_the_index_ends_a_build() {
    let site = starter("en");
    let name = "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE";
    let build = |value| congbo(site.root()).arg("build").env(name, value).output();
    let ran = build("100").expect("the program");
    let error = format!(
        "error: the environment variable {name} would change the search data that is published\n\
         hint: take it away and run this again: unset {name}\n"
    );
    ends(&ran, 2, &error);
    assert!(!site.path("public").exists());
    succeeds(&build("").expect("the program"));
}

#[test]
fn a_folder_that_is_gone_is_no_place_to_build_in() {
    let site = starter("en");
    let line = "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" build --root \"$1\"";
    let mut shell = Command::new("sh");
    shell.args(["-c", line, env!("CARGO_BIN_EXE_congbo")]).arg(site.root());
    let ran = shell.current_dir(site.root()).output().expect("a shell");
    let error = "error: the current folder cannot be opened; it may have been deleted: \
                 No such file or directory (os error 2)\n\
                 hint: go to another folder and run this again: cd\n";
    ends(&ran, 2, error);
}

#[test]
fn completions_are_there_for_every_shell() {
    let site = Site::empty();
    for (shell, sign) in [
        ("bash", "complete -F _congbo"),
        ("elvish", "edit:completion:arg-completer[congbo]"),
        ("fish", "complete -c congbo"),
        ("powershell", "Register-ArgumentCompleter -Native -CommandName 'congbo'"),
        ("zsh", "#compdef congbo"),
    ] {
        let ran = run(&site, &format!("completions {shell}"));
        succeeds(&ran);
        let script = String::from_utf8(ran.stdout).expect("UTF-8");
        assert!(script.contains(sign), "{shell}: {script}");
        for word in ["build", "check", "explain", "init", "completions", "strict", "overwrite"] {
            assert!(script.contains(word), "{shell} knows {word}");
        }
        understands(shell, &script);
    }
}

/// Has the shell itself read the script, where it is installed.
fn understands(shell: &str, script: &str) {
    if !["bash", "fish", "zsh"].contains(&shell) {
        return;
    }
    let started = Command::new(shell).arg("-n").stdin(Stdio::piped()).spawn();
    let Ok(mut child) = started else { return not_run(shell, "it is not installed") };
    let mut input = child.stdin.take().expect("an input");
    input.write_all(script.as_bytes()).expect("to write");
    drop(input);
    assert!(child.wait().expect("an end").success(), "{shell}");
}

#[test]
fn an_argument_that_is_no_text_is_refused() {
    let site = Site::empty();
    let word = OsStr::from_bytes(b"\xFF");
    let ran = congbo(site.root()).arg("explain").arg(word).args(["--lang", "en"]).output();
    let error = "error: the command line has characters that are not UTF-8\n\n\
                 Usage: congbo explain [OPTIONS] [CODE]\nFor help: congbo explain --help\n";
    ends(&ran.expect("the program"), 2, error);
}

#[test]
fn a_folder_whose_name_is_no_text_is_published_all_the_same() {
    let site = starter("en");
    let output = OsStr::from_bytes(b"out\xFF");
    let ran = congbo(site.root()).args(["build", "--quiet", "--output"]).arg(output).output();
    succeeds(&ran.expect("the program"));
    assert!(site.root().join(output).join("index.html").is_file());
}

#[test]
fn a_reader_who_goes_away_is_no_failure() {
    let site = starter("en");
    site.write("content/x.md", "#### a\n\n[x](#nowhere)\n");
    for (line, status) in [("explain", 0), ("check --format json", 1), ("help", 0), ("build", 1)] {
        let mut command = congbo(site.root());
        command.args(line.split(' ')).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program");
        drop(child.stdout.take());
        let ran = child.wait_with_output().expect("an end");
        assert_eq!(ran.status.code(), Some(status), "{line}");
        let error = String::from_utf8_lossy(&ran.stderr);
        assert!(!error.contains("panicked"), "{error}");
        assert_eq!(error.is_empty(), line != "build", "{error}");
    }
}

#[test]
fn without_anybody_to_complain_to_the_status_is_still_right() {
    let site = Site::empty();
    let mut child = congbo(site.root()).arg("build").stderr(Stdio::piped()).spawn().expect("it");
    drop(child.stderr.take());
    assert_eq!(child.wait().expect("an end").code(), Some(2));
}

#[test]
fn output_that_cannot_be_written_is_told() {
    let site = Site::empty();
    let Ok(full) = File::options().write(true).open("/dev/full") else {
        return not_run("a full output", "there is no /dev/full");
    };
    let ran = congbo(site.root()).args(["explain", "--lang", "en"]).stdout(full).output();
    let error =
        "error: the result could not be written to the terminal or file: the disk is full\n";
    ends(&ran.expect("the program"), 2, error);
}

/// What a terminal shows in the end, and all that was ever written to it.
struct Screen {
    lines: Vec<String>,
    written: String,
}

/// Runs a command line on a pseudo-terminal.
fn on_terminal(site: &Site, line: &str) -> Option<Screen> {
    let mut command = terminal(site, line);
    let ran = match command.output() {
        Ok(ran) => ran,
        Err(error) => {
            not_run("a terminal", &error.to_string());
            return None;
        }
    };
    let written = String::from_utf8(ran.stdout).expect("UTF-8");
    Some(Screen { lines: shown(&written), written })
}

/// `script` of util-linux gives a command a terminal and copies what comes to its output.
fn terminal(site: &Site, line: &str) -> Command {
    let program = env!("CARGO_BIN_EXE_congbo");
    let mut command = Command::new("script");
    command.args(["--quiet", "--return", "--command", &format!("'{program}' {line}")]);
    command.arg("/dev/null").current_dir(site.root()).env("TERM", "xterm").env_remove("NO_COLOR");
    command.stdin(Stdio::null());
    command
}

/// Plays the codes that a line of progress uses; colours are left out.
fn shown(written: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut rest = written;
    while let Some(sign) = rest.chars().next() {
        rest = &rest[sign.len_utf8()..];
        let line = lines.last_mut().expect("a line");
        match sign {
            '\n' => lines.push(String::new()),
            '\r' if !rest.starts_with('\n') => line.clear(),
            '\r' => {}
            '\u{1b}' => {
                let end = rest.find(|sign: char| sign.is_ascii_alphabetic()).expect("a code");
                if &rest[..=end] == "[2K" {
                    line.clear();
                }
                rest = &rest[end + 1..];
            }
            sign => line.push(sign),
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

#[test]
fn a_terminal_shows_how_far_a_build_is_and_is_left_clean() {
    let site = starter("en");
    let Some(screen) = on_terminal(&site, "build") else { return };
    assert!(screen.written.contains("Reading the content"), "{:?}", screen.written);
    assert_eq!(screen.lines[0], "Published into public", "{:?}", screen.lines);
    assert_eq!(screen.lines.len(), 9, "{:?}", screen.lines);
}

#[test]
fn a_terminal_shows_no_progress_of_a_quiet_build() {
    let site = starter("en");
    let Some(screen) = on_terminal(&site, "build --quiet") else { return };
    assert_eq!(screen.written, "");
}

#[test]
fn a_terminal_is_coloured_unless_its_user_wants_none() {
    let site = Site::of([("content/site.yaml", "titel: x\n")]);
    let Some(screen) = on_terminal(&site, "check --lang en") else { return };
    assert!(screen.written.contains("\u{1b}[91merror"), "{:?}", screen.written);
    let first = "error[field-missing]: the required field “title” is missing";
    assert_eq!(screen.lines[0], first);
    let screen = on_terminal(&site, "check --lang en --color never").expect("a terminal");
    assert!(!screen.written.contains("[91m"), "{:?}", screen.written);
    let ran = terminal(&site, "check --lang en").env("NO_COLOR", "1").output().expect("it");
    assert!(!String::from_utf8_lossy(&ran.stdout).contains("[91m"));
}

/// Files by path with what they hold, when they were written, and which they are.
fn identity(folder: &Path) -> BTreeMap<String, (Vec<u8>, i64, i64, u64)> {
    let with = |(path, bytes)| {
        let found = fs::metadata(folder.join(&path)).expect("a file");
        (path, (bytes, found.mtime(), found.mtime_nsec(), found.ino()))
    };
    files(folder).into_iter().map(with).collect()
}

#[test]
fn a_build_that_fails_does_not_touch_what_is_published() {
    let site = starter("en");
    succeeds(&run(&site, "build --quiet"));
    let before = identity(&site.path("public"));
    site.write("content/x.md", "#### a\n\n[x](#nowhere)\n");
    assert_eq!(run(&site, "build").status.code(), Some(1));
    site.write("content/x.md", "# a\n\n### b\n");
    assert_eq!(run(&site, "build --strict").status.code(), Some(1));
    site.write("public/foreign.txt", "x");
    assert_eq!(run(&site, "build").status.code(), Some(2));
    site.remove("public/foreign.txt");
    assert_eq!(identity(&site.path("public")), before);
    assert!(!site.path(".public.congbo").exists());
}

#[test]
fn files_that_congbo_did_not_write_are_carried_over_where_that_is_asked_for() {
    let site = starter("en");
    site.write("public/index.html", "mine");
    site.write("public/notes/a.txt", "mine");
    assert_eq!(run(&site, "build").status.code(), Some(2));
    assert_eq!(site.page("index.html"), "mine");
    succeeds(&run(&site, "build --quiet --overwrite"));
    assert_eq!(site.page("notes/a.txt"), "mine");
    assert!(site.page("index.html").contains("</html>"));
}

#[test]
fn a_second_build_waits_and_then_publishes() {
    let site = starter("en");
    fs::create_dir(site.path(".public.congbo")).expect("a folder");
    let lock = File::create(site.path(".public.congbo/lock")).expect("a lock");
    lock.lock().expect("to lock");
    let mut child = match terminal(&site, "build").stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => return not_run("a terminal", &error.to_string()),
    };
    let mut output = BufReader::new(child.stdout.take().expect("an output"));
    let waiting = "Waiting for another build";
    let mut written = String::new();
    read_until(&mut output, &mut written, waiting);
    assert!(!site.path("public").exists(), "it has not waited");
    drop(lock);
    output.read_to_string(&mut written).expect("the rest");
    assert!(child.wait().expect("an end").success(), "{written}");
    assert_eq!(shown(&written)[0], "Published into public");
    assert!(site.path("public/index.html").is_file());
}

/// Reads until `text` has come.
fn read_until(from: &mut impl Read, read: &mut String, text: &str) {
    let mut bytes = Vec::new();
    let mut byte = [0];
    while !String::from_utf8_lossy(&bytes).contains(text) {
        from.read_exact(&mut byte).expect("more to come");
        bytes.push(byte[0]);
    }
    *read += &String::from_utf8_lossy(&bytes);
}

#[test]
fn builds_that_are_started_together_all_succeed() {
    let site = starter("en");
    let start = || congbo(site.root()).args(["build", "--quiet"]).stderr(Stdio::piped()).spawn();
    let children: Vec<_> = (0..3).map(|_| start().expect("the program")).collect();
    for child in children {
        succeeds(&child.wait_with_output().expect("an end"));
    }
    let together = files(&site.path("public"));
    succeeds(&run(&site, "build --quiet"));
    assert_eq!(files(&site.path("public")), together);
}

#[test]
fn after_a_build_that_was_killed_the_old_site_is_whole_and_the_next_build_works() {
    let site = starter("en");
    succeeds(&run(&site, "build --quiet"));
    let before = identity(&site.path("public"));
    let report = files(&site.path("content/reports/2026/first-quarter"));
    for copy in 0..10 {
        for (path, bytes) in &report {
            site.write(&format!("content/reports/copy-{copy}/{path}"), bytes);
        }
    }
    let mut child = congbo(site.root()).args(["build", "--quiet"]).spawn().expect("the program");
    let begun = site.path(".public.congbo/new/reports");
    while !begun.exists() {
        assert!(child.try_wait().expect("a child").is_none(), "it was too fast");
        thread::yield_now();
    }
    child.kill().expect("to kill it");
    assert_eq!(child.wait().expect("an end").code(), None);
    assert_eq!(identity(&site.path("public")), before);
    succeeds(&run(&site, "build --quiet"));
    assert!(site.path("public/reports/copy-9/index.html").is_file());
    assert!(!site.path(".public.congbo").exists());
}

/// Runs a command line without the rights of the superuser, who may read and write anything.
fn run_unprivileged(site: &Site, line: &str) -> Option<Output> {
    let mut command = congbo(site.root());
    command.args(line.split(' '));
    let own = tempfile::tempfile().and_then(|file| file.metadata()).expect("a file").uid();
    if own == 0 {
        let entries = walkdir::WalkDir::new(site.root()).into_iter().filter_map(Result::ok);
        for entry in entries {
            chown(entry.path(), Some(NOBODY), Some(NOBODY)).expect("to give it away");
        }
        command.uid(NOBODY).gid(NOBODY);
    }
    match command.output() {
        Ok(ran) => Some(ran),
        Err(error) => {
            not_run("an unprivileged run", &error.to_string());
            None
        }
    }
}

fn allow(site: &Site, path: &str, mode: u32) {
    fs::set_permissions(site.path(path), Permissions::from_mode(mode)).expect("to set the rights");
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let site = starter("en");
    allow(&site, "content/about.md", 0o000);
    let Some(ran) = run_unprivileged(&site, "build") else { return };
    let error = "error: “content/about.md” cannot be read: no permission\n";
    ends(&ran, 2, error);
    let Some(ran) = run_unprivileged(&site, "check --lang vi") else { return };
    let error = "lỗi: không đọc được “content/about.md”: không có quyền\n";
    ends(&ran, 2, error);
}

#[test]
fn a_folder_that_cannot_be_read_is_named() {
    let site = starter("en");
    allow(&site, "content/reports", 0o000);
    let ran = run_unprivileged(&site, "check");
    allow(&site, "content/reports", 0o755);
    let Some(ran) = ran else { return };
    let error = "error: “content/reports” cannot be read: no permission\n";
    ends(&ran, 2, error);
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let site = starter("en");
    allow(&site, "", 0o555);
    let ran = run_unprivileged(&site, "build");
    let vietnamese = run_unprivileged(&site, "build --lang vi");
    allow(&site, "", 0o755);
    let (Some(ran), Some(vietnamese)) = (ran, vietnamese) else { return };
    assert_eq!(ran.status.code(), Some(2));
    let root = site.root().display().to_string();
    let said = |ran: &Output| String::from_utf8_lossy(&ran.stderr).replace(&root, "ROOT");
    let error = "error: “ROOT/.public.congbo” cannot be written: no permission\n\
                 hint: ask for the right to write there, or choose another folder with --output; \
                 what was published before is still there\n";
    assert_eq!(said(&ran), error);
    let error = "lỗi: không ghi được “ROOT/.public.congbo”: không có quyền\n\
                 gợi ý: xin cấp quyền ghi, hoặc chọn thư mục khác bằng --output; \
                 nội dung đã công bố trước đó vẫn còn nguyên\n";
    assert_eq!(said(&vietnamese), error);
}

#[test]
fn a_pipe_among_the_files_of_a_site_is_told_and_never_opened() {
    let site = starter("vi");
    site.write("static/x.txt", "x");
    let pipes = ["content/a.md", "content/b.png", "static/congbo.js", "static/d.txt"];
    for path in pipes {
        let made = Command::new("mkfifo").arg(site.path(path)).status();
        assert!(made.expect("mkfifo").success());
    }
    for line in ["check --format json", "build --lang en"] {
        let mut child = congbo(site.root());
        let child = child.args(line.split(' ')).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = child.spawn().expect("the program");
        let end = (0..300).find_map(|_| {
            thread::sleep(std::time::Duration::from_millis(100));
            child.try_wait().expect("a status")
        });
        child.kill().expect("an end");
        assert_eq!(end.and_then(|status| status.code()), Some(1), "{line}");
        let ran = child.wait_with_output().expect("what it said");
        let said = [ran.stdout, ran.stderr].map(|said| String::from_utf8(said).expect("UTF-8"));
        let told = said.concat();
        for path in pipes {
            assert!(told.contains(path), "{path}: {told}");
        }
        assert_eq!(
            told.matches("path-unsafe").count(),
            pipes.len() + usize::from(line.starts_with('b')),
            "{told}"
        );
    }
}

/// The old site is whole, but a folder of it does not let go of its files.
#[test]
fn what_is_left_of_the_old_site_is_told() {
    let site = starter("en");
    succeeds(&run(&site, "build --quiet"));
    site.write("content/about.md", "# About\n\nOther words.\n");
    allow(&site, "public/reports", 0o555);
    let ran = run_unprivileged(&site, "build");
    allow(&site, ".public.congbo/new/reports", 0o755);
    let Some(ran) = ran else { return };
    let root = site.root().display().to_string();
    let said = String::from_utf8_lossy(&ran.stderr).replace(&root, "ROOT");
    let expected = "warning: the new site is published; what was there before could not all be \
                    removed, and the next build tries again:\n  \
                    “ROOT/.public.congbo/new” cannot be cleared away: no permission\n";
    assert_eq!(said, expected);
    assert_eq!(ran.status.code(), Some(0));
}
