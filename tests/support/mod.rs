//! A site in a folder of its own, for tests that read, check and build one.

#![allow(dead_code, reason = "each test binary uses its own part of it")]
#![allow(unreachable_pub, reason = "each test binary has it as a module")]
#![allow(clippy::expect_used, reason = "a test that cannot be set up has failed")]
#![allow(clippy::must_use_candidate, clippy::missing_panics_doc, reason = "no interface")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use congbo::diag::Diagnostic;
use congbo::pipeline::{self, Options, Outcome, Silent};
use congbo::source::Sources;
use tempfile::TempDir;

/// A site root that goes with the value.
pub struct Site {
    folder: TempDir,
    /// Threads; `None` for one a core.
    pub jobs: Option<usize>,
    /// Whether warnings fail.
    pub strict: bool,
}

impl Site {
    /// A site root without a file.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { folder, jobs: Some(2), strict: false }
    }

    /// A site root with the files, by path from the root.
    pub fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let site = Self::empty();
        files.into_iter().for_each(|(path, text)| site.write(path, text));
        site
    }

    /// A site with the content, static files and templates of another.
    pub fn copy_of(root: &Path) -> Self {
        let site = Self::empty();
        for folder in ["content", "static", "templates"] {
            for (path, bytes) in files(&root.join(folder)) {
                site.write(&format!("{folder}/{path}"), bytes);
            }
        }
        site
    }

    /// The sample site of this repository.
    pub fn sample() -> Self {
        let site = Self::empty();
        for (path, bytes) in files(&repository().join("content")) {
            site.write(&format!("content/{path}"), bytes);
        }
        site
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file, with the folders it is in.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("to make a folder");
        fs::write(path, text).expect("to write a file");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("a text file")
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("to remove a file");
    }

    pub fn options(&self) -> Options {
        Options {
            root: self.root().to_owned(),
            output: self.path("public"),
            jobs: self.jobs,
            strict: self.strict,
            overwrite: false,
            precompress: false,
        }
    }

    pub fn check(&self) -> Outcome {
        pipeline::check(&self.options(), &Silent).expect("a check that can run")
    }

    pub fn build(&self) -> Outcome {
        pipeline::build(&self.options(), &Silent).expect("a build that can run")
    }

    /// What is published, by path, without the manifest.
    pub fn published(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = files(&self.path("public"));
        files.remove(".congbo-manifest");
        files
    }

    /// A published text file.
    pub fn page(&self, path: &str) -> String {
        self.read(&format!("public/{path}"))
    }
}

/// The root of this repository.
pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder, by path with `/`.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).expect("a path inside");
            let name = path.to_str().expect("a name in Unicode").replace('\\', "/");
            found.insert(name, fs::read(entry.path()).expect("a file"));
        }
    }
    found
}

/// `file:line:column code`, as the golden lists of findings have it.
pub fn place(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let (start, _) = sources.positions(diagnostic.span);
    let file = &sources.file(diagnostic.span.file).path;
    format!("{file}:{}:{} {}", start.line, start.column, diagnostic.code.name())
}

/// All findings of a run, sorted.
pub fn places(outcome: &Outcome) -> Vec<String> {
    let each = outcome.diagnostics.iter();
    let mut places: Vec<_> = each.map(|each| place(each, &outcome.sources)).collect();
    places.sort();
    places
}

/// `SplitMix64`: a sequence that is the same on every machine.
pub struct Draw(pub u64);

impl Draw {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        let count = u64::try_from(count).expect("a count");
        usize::try_from(self.next() % count).expect("an index")
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// One of several, if there is any.
    pub fn pick_of<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        if from.is_empty() { None } else { Some(self.pick(from)) }
    }
}
