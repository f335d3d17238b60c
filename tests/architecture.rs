//! The architecture as `src/lib.rs` tells it, held against the sources: who names whom, who owns
//! which crate, what is nowhere else. The tables are read from the text itself, so that it cannot
//! grow stale.

#![expect(clippy::expect_used, reason = "a source that cannot be read has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A table of the text: the words of each first cell, with those of the second.
type Rows = Vec<(Vec<String>, Vec<String>)>;

#[test]
fn the_modules_of_the_table_are_those_of_the_crate_in_the_same_order() {
    let declared: Vec<_> = read("src/lib.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect();
    assert_eq!(modules(), declared);
    for (module, files) in sources() {
        assert!(module == "main" || declared.contains(&module), "{module}: {files:?}");
    }
}

#[test]
fn a_module_names_only_those_of_its_row() {
    let allowed: BTreeMap<_, _> = single(table("module"));
    let mut offences = Vec::new();
    for (module, code) in code() {
        let Some(allowed) = allowed.get(&module) else { continue };
        for named in named(&code.text) {
            let own = named == module || named.starts_with(&format!("{module}::"));
            let inside = |of: &String| named == *of || named.starts_with(&format!("{of}::"));
            if !own && !allowed.iter().any(inside) {
                offences.push(format!("{}: {named}", code.path));
            }
        }
    }
    assert_eq!(offences, [""; 0]);
}

#[test]
fn every_row_is_needed_and_there_is_no_circle() {
    let allowed = single(table("module"));
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (module, code) in code() {
        used.entry(module).or_default().extend(named(&code.text));
    }
    for (module, names) in &allowed {
        // What everything is told in may be named by anyone who has something to say.
        for name in names.iter().filter(|name| !["source", "diag", "model"].contains(&&***name)) {
            let inside = |used: &String| used == name || used.starts_with(&format!("{name}::"));
            assert!(used[module].iter().any(inside), "{module} does not name {name}");
        }
    }
    let mut left = allowed;
    while !left.is_empty() {
        let waits: BTreeSet<_> = left.keys().cloned().collect();
        let before = left.len();
        let root = |name: &String| name.split("::").next().unwrap_or_default().to_owned();
        left.retain(|_, names| names.iter().any(|name| waits.contains(&root(name))));
        assert!(left.len() < before, "a circle: {:?}", left.keys());
    }
}

#[test]
fn a_path_into_another_module_is_written_from_the_crate() {
    // So that the other tests see it: `super::super::…` leads out of sight.
    for (module, code) in code() {
        assert!(!code.text.contains("super::super"), "{}", code.path);
        let top =
            code.path == format!("src/{module}.rs") || code.path == format!("src/{module}/mod.rs");
        assert!(!(top && code.text.contains("super::")), "{}", code.path);
    }
}

#[test]
fn every_crate_from_outside_is_used_by_its_owners_alone() {
    let owners = single(table("crates"));
    let declared: BTreeSet<_> = dependencies().into_iter().collect();
    assert_eq!(owners.keys().cloned().collect::<BTreeSet<_>>(), declared);
    for (name, owners) in owners {
        assert_eq!(users_of_crate(&name), owners.into_iter().collect(), "who uses {name}");
    }
}

#[test]
fn what_is_said_to_be_absent_is_absent() {
    for (words, owners) in table("word") {
        for word in words {
            for place in places(&word) {
                let inside = |of: &String| place == *of || place.starts_with(&format!("{of}::"));
                assert!(owners.iter().any(inside), "{word} in {place}, not only in {owners:?}");
            }
        }
    }
}

#[test]
fn the_program_hands_its_arguments_to_the_command_line_and_does_nothing_else() {
    let main = read("src/main.rs");
    assert_eq!(main.matches("congbo::").count(), main.matches("congbo::cli").count());
    assert!(main.lines().count() < 15);
}

#[test]
fn every_file_says_what_it_is_for() {
    let files = sources().into_values().flatten();
    let mute: Vec<_> = files.filter(|path| !read(path).starts_with("//! ")).collect();
    assert_eq!(mute, [""; 0]);
}

/// One source file without its comments and tests.
struct Code {
    path: String,
    text: String,
}

/// All code of the library by module.
fn code() -> Vec<(String, Code)> {
    let mut all = Vec::new();
    for (module, files) in sources() {
        if module == "main" || module == "lib" {
            continue;
        }
        for path in files {
            let text = bare(&read(&path));
            all.push((module.clone(), Code { path, text }));
        }
    }
    all
}

/// Source files by module, those of tests apart.
fn sources() -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in rust_files(&root().join("src")) {
        let path = path.strip_prefix(root()).expect("a path inside");
        let path = path.to_str().expect("a name in Unicode").replace('\\', "/");
        if path == "src/lib.rs" || path.contains("/tests/") || path.ends_with("/tests.rs") {
            continue;
        }
        let module = path["src/".len()..].split('/').next().unwrap_or_default();
        found.entry(module.trim_end_matches(".rs").to_owned()).or_default().push(path);
    }
    found
}

/// A text without comments, and without the module of tests, which ends a file.
fn bare(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    let end = end.min(text.find("#[cfg(test)]\npub(crate) mod tests {").unwrap_or(end));
    let lines = text[..end].lines();
    let code = lines.filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

/// What follows `crate::`: a module, or one inside it; groups in braces one by one.
fn named(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let group = &group[..group.find("};").unwrap_or(group.len())];
            found.extend(members(group).iter().map(|member| path(member)));
        } else {
            found.insert(path(rest));
        }
    }
    found
}

/// The members of a group at its own level.
fn members(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut members = vec![String::new()];
    for sign in group.chars() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => members.push(String::new()),
            sign => members.last_mut().expect("one").push(sign),
        }
    }
    members.into_iter().map(|each| each.trim().to_owned()).filter(|m| !m.is_empty()).collect()
}

/// The parts of a path that are modules: those in small letters, at most two.
fn path(text: &str) -> String {
    let end = text.find(|sign: char| !(sign.is_alphanumeric() || sign == '_' || sign == ':'));
    let parts = text[..end.unwrap_or(text.len())].split("::");
    let small = parts.take_while(|part| part.starts_with(|sign: char| sign.is_lowercase()));
    small.take(2).collect::<Vec<_>>().join("::")
}

/// The modules, down to the file, in which the word stands, not as the end of a longer one.
fn places(word: &str) -> BTreeSet<String> {
    let longer = |before: char| before.is_alphanumeric() || before == '_';
    let files = code().into_iter().filter(|(_, code)| stands(word, longer, &code.text));
    files.map(|(_, code)| module_of(&code.path)).collect()
}

/// `cli::revision` of `src/cli/revision.rs`.
fn module_of(path: &str) -> String {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    path.replace('/', "::")
}

/// The modules that name the crate: what is inside another path is something else.
fn users_of_crate(name: &str) -> BTreeSet<String> {
    let longer = |before: char| before.is_alphanumeric() || "_:".contains(before);
    let by_path = users_where(&format!("{name}::"), longer);
    let of_name = |before: char| before.is_alphanumeric() || before == '_';
    by_path.union(&users_where(&format!("use {name};"), of_name)).cloned().collect()
}

fn users_where(word: &str, longer: impl Fn(char) -> bool) -> BTreeSet<String> {
    let users = code().into_iter().filter(|(_, code)| stands(word, &longer, &code.text));
    users.map(|(module, _)| module).collect()
}

/// Whether the word stands in the text, not as the end of a longer one.
fn stands(word: &str, longer: impl Fn(char) -> bool, text: &str) -> bool {
    let mut places = text.match_indices(word);
    places.any(|(at, _)| !text[..at].chars().next_back().is_some_and(&longer))
}

/// The names of the crates that Cargo.toml asks for.
fn dependencies() -> Vec<String> {
    let manifest = read("Cargo.toml");
    let (_, rest) = manifest.split_once("[dependencies]\n").expect("dependencies");
    let rest = rest.lines().take_while(|line| !line.starts_with('['));
    rest.filter_map(|line| line.split_once(" = ")).map(|(name, _)| name.replace('-', "_")).collect()
}

fn modules() -> Vec<String> {
    table("module").into_iter().flat_map(|(names, _)| names).collect()
}

/// Each word of a first cell with the words of the second.
fn single(rows: Rows) -> BTreeMap<String, Vec<String>> {
    let rows = rows.into_iter();
    rows.flat_map(|(names, of)| names.into_iter().map(move |name| (name, of.clone()))).collect()
}

/// The table of `src/lib.rs` whose first heading is `heading`.
fn table(heading: &str) -> Rows {
    let text = read("src/lib.rs");
    let start = text.find(&format!("//! | {heading} |")).expect("the table");
    let rows = text[start..].lines().skip(2).map_while(|line| line.strip_prefix("//! |"));
    let words = |cell: &str| {
        let words = cell.split(',').map(|word| word.trim().trim_matches('`').to_owned());
        words.filter(|word| !word.is_empty()).collect()
    };
    let rows: Rows = rows
        .filter_map(|row| row.trim_end_matches('|').split_once('|'))
        .map(|(first, second)| (words(first), words(second)))
        .collect();
    assert!(rows.len() > 3, "the table of {heading} has rows");
    rows
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let paths = entries.map(|entry| entry.expect("an entry").into_path());
    paths.filter(|path| path.extension().is_some_and(|end| end == "rs")).collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("a source")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
