//! The program from outside: what is typed, and the whole of what comes back. The transcripts stand
//! in `tests/cli/`, whose `README.md` gives their form; every case is a test.

#![expect(clippy::expect_used, reason = "a transcript that cannot be played has failed")]

mod support;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use libtest_mimic::{Arguments, Failed, Trial};
use regex::Regex;
use support::{Site, repository};

/// Set, the transcripts are rewritten to what comes back.
const REWRITE: &str = "CONGBO_REWRITE";

fn main() {
    let arguments = Arguments::from_args();
    let folder = repository().join("tests/cli");
    let mut names: Vec<_> = fs::read_dir(&folder)
        .expect("the transcripts")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".txt"))
        .collect();
    names.sort();
    if std::env::var_os(REWRITE).is_some() {
        for name in &names {
            rewrite(&folder.join(name));
        }
    }
    let trials = names.iter().flat_map(|name| {
        let stem = name.trim_end_matches(".txt").to_owned();
        let text = fs::read_to_string(folder.join(name)).expect("a transcript");
        cases(&text).into_iter().map(move |case| {
            let title = case.lines().next().unwrap_or_default().to_owned();
            Trial::test(format!("{stem}::{title}"), move || compare(&case))
        })
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

/// The cases of a transcript, each beginning with its title.
fn cases(text: &str) -> Vec<String> {
    let cases = format!("\n{text}");
    cases.split("\n=== ").skip(1).map(|case| format!("{}\n", case.trim_end())).collect()
}

fn rewrite(path: &Path) {
    let text = fs::read_to_string(path).expect("a transcript");
    let before = format!("\n{text}");
    let mut played = before.split("\n=== ").next().unwrap_or_default().trim().to_owned();
    for case in cases(&text) {
        let gap = if played.is_empty() { "" } else { "\n\n" };
        let _ = write!(played, "{gap}=== {}", play(&case).trim_end());
    }
    fs::write(path, played + "\n").expect("to write a transcript");
}

fn compare(case: &str) -> Result<(), Failed> {
    let played = play(case);
    if played.trim_end() == case.trim_end() {
        return Ok(());
    }
    let mut message = String::from("what came back is not what is written\n");
    let (mut left, mut right) = (case.lines(), played.lines());
    loop {
        match (left.next(), right.next()) {
            (None, None) => break,
            (left, right) if left == right => {
                let _ = writeln!(message, "  {}", left.unwrap_or_default());
            }
            (left, right) => {
                let _ = writeln!(message, "- {}\n+ {}", left.unwrap_or(""), right.unwrap_or(""));
            }
        }
    }
    Err(message.into())
}

/// Makes the site of a case, types its lines, and gives the case with what came back.
fn play(case: &str) -> String {
    let site = Site::empty();
    let mut played = String::new();
    let mut last = String::new();
    let mut file: Option<(String, String)> = None;
    for line in case.lines() {
        let typed = line.strip_prefix("$ ");
        let set = line.strip_prefix("% ");
        let path = line.strip_prefix("--- ");
        if typed.or(set).or(path).is_some()
            && let Some((path, text)) = file.take()
        {
            site.write(&path, text.trim_end().to_owned() + "\n");
        }
        if file.is_none() && line.starts_with(['|', '!', '=', '~']) {
            continue;
        }
        let _ = writeln!(played, "{line}");
        if let Some(typed) = typed {
            let back = transcribe(&run(typed, &site), &site);
            played += if back == last && !back.is_empty() { "~\n" } else { &back };
            last = back;
        } else if let Some(set) = set {
            prepare(set, &site);
        } else if let Some(path) = path {
            file = Some((path.trim().to_owned(), String::new()));
        } else if let Some((_, text)) = &mut file {
            *text += &line.replace("\\t", "\t");
            text.push('\n');
        }
    }
    played
}

/// Runs `NAME=value congbo …` in the site's folder, with nothing else in the environment.
fn run(line: &str, site: &Site) -> Output {
    let mut words = words(line).into_iter().peekable();
    let mut command = Command::new(env!("CARGO_BIN_EXE_congbo"));
    command.current_dir(site.root()).env_clear();
    while let Some(set) = words.next_if(|word| word.contains('=')) {
        let (name, value) = set.split_once('=').expect("a name and a value");
        command.env(name, value);
    }
    assert_eq!(words.next().as_deref(), Some("congbo"), "{line}");
    command.args(words.map(|word| typed(&word, site)));
    command.output().expect("the program")
}

/// A word as it is typed: with the site's folder, and the escape sign itself.
fn typed(word: &str, site: &Site) -> String {
    word.replace("ROOT", &site.root().display().to_string()).replace('⎋', "\u{1b}")
}

/// The words of a line; double quotes hold blanks.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (index, part) in line.split('"').enumerate() {
        if index % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// What is done to the site besides: a run that must succeed, `remove`, `put`, `link`.
fn prepare(line: &str, site: &Site) {
    let words: Vec<_> = words(line).iter().map(|word| typed(word, site)).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    match &words[..] {
        ["congbo", ..] => {
            let ran = run(line, site);
            assert!(ran.status.success(), "{line}: {}", String::from_utf8_lossy(&ran.stderr));
        }
        ["remove", path] => site.remove(path),
        ["put", path, text @ ..] => site.write(path, text.join(" ") + "\n"),
        ["folder", path] => fs::create_dir_all(site.path(path)).expect("to make a folder"),
        ["link", path, target] => link(target, &site.path(path)),
        _ => unreachable!("no such preparation: {line}"),
    }
}

#[cfg(unix)]
fn link(target: &str, path: &PathBuf) {
    std::os::unix::fs::symlink(target, path).expect("to make a link");
}

/// What came back as lines: `|` for stdout, `!` for stderr, `=` for a status that is not 0.
fn transcribe(ran: &Output, site: &Site) -> String {
    let mut lines = String::new();
    for (sign, bytes) in [('|', &ran.stdout), ('!', &ran.stderr)] {
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        assert!(text.is_empty() || text.ends_with('\n'), "a line without its end: {text:?}");
        for line in normal(&text, site).lines() {
            let _ = writeln!(lines, "{}", format!("{sign} {line}").trim_end_matches(' '));
        }
    }
    match ran.status.code() {
        Some(0) => {}
        Some(code) => lines.extend(["= ", &code.to_string(), "\n"]),
        None => lines += "= killed\n",
    }
    lines
}

/// The text with the time and the place taken out and the terminal's codes made visible.
fn normal(text: &str, site: &Site) -> String {
    static TIME: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\d+([.,])\d\d (seconds|giây)").expect("a pattern"));
    let text = text.replace(&site.root().display().to_string(), "ROOT");
    TIME.replace_all(&text, "0${1}00 $2").replace('\u{1b}', "⎋")
}
