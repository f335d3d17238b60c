use std::fs::{self, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;
use std::thread;

use super::super::{Discard, Memory, Sink};
use super::Room;

/// What holds for one sink holds for all.
fn each(check: impl Fn(&dyn Sink, &Room)) {
    let room = Room::new();
    check(&Memory::default(), &room);
    check(&Discard::default(), &room);
    check(&room.begin().unwrap(), &room);
}

fn kind(result: io::Result<()>) -> Option<ErrorKind> {
    result.err().map(|error| error.kind())
}

#[test]
fn a_path_that_leads_elsewhere_or_cannot_be_listed_is_refused() {
    let bad = [
        "",
        "/",
        "/a",
        "a/",
        "a//b",
        ".",
        "./a",
        "..",
        "../a",
        "a/../b",
        "a/.",
        "a\\b",
        "a\nb",
        "a\rb",
        "a\0b",
        ".congbo-manifest",
        ".congbo-manifest/a",
    ];
    each(|sink, room| {
        let file = room.root.join("content/file");
        fs::write(&file, "").unwrap();
        for path in bad {
            assert_eq!(kind(sink.write(path, b"")), Some(ErrorKind::InvalidInput), "{path:?}");
            assert_eq!(kind(sink.copy(path, &file)), Some(ErrorKind::InvalidInput), "{path:?}");
        }
    });
}

#[test]
fn a_path_of_any_other_characters_is_fine() {
    each(|sink, _| {
        for path in ["a b", "báo cáo/phần I.html", "...", "a/..b", ".nojekyll", "  *c", "%2e%2e"]
        {
            assert_eq!(kind(sink.write(path, b"x")), None, "{path:?}");
        }
    });
}

#[test]
fn a_path_is_written_once() {
    each(|sink, room| {
        let file = room.root.join("content/file");
        fs::write(&file, "").unwrap();
        sink.write("a/b.html", b"one").unwrap();
        assert_eq!(kind(sink.write("a/b.html", b"one")), Some(ErrorKind::AlreadyExists));
        assert_eq!(kind(sink.copy("a/b.html", &file)), Some(ErrorKind::AlreadyExists));
    });
}

#[test]
fn no_path_is_both_a_file_and_a_folder() {
    each(|sink, _| {
        sink.write("a/b/c", b"").unwrap();
        assert_eq!(kind(sink.write("a", b"")), Some(ErrorKind::AlreadyExists));
        assert_eq!(kind(sink.write("a/b", b"")), Some(ErrorKind::AlreadyExists));
        assert_eq!(kind(sink.write("a/b/c/d", b"")), Some(ErrorKind::NotADirectory));
        assert_eq!(kind(sink.write("a/b/c/d/e", b"")), Some(ErrorKind::NotADirectory));
        assert_eq!(kind(sink.write("a/b-c", b"")), None);
    });
}

#[test]
fn what_cannot_be_copied_is_named() {
    each(|sink, room| {
        let pipe = room.root.join("pipe");
        if !pipe.exists() {
            assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        }
        for (number, from) in ["missing", "content", "pipe"].into_iter().enumerate() {
            let error = sink.copy(&number.to_string(), &room.root.join(from)).unwrap_err();
            assert!(error.to_string().contains(from), "{error}");
        }
    });
}

#[test]
fn a_copy_has_the_bytes_but_not_the_permissions() {
    let room = Room::new();
    let bytes: Vec<u8> =
        (0..200_000_u32).map(|number| number.to_le_bytes()[number as usize % 4]).collect();
    let from = room.root.join("static/logo.png");
    fs::write(&from, &bytes).unwrap();
    fs::set_permissions(&from, Permissions::from_mode(0o700)).unwrap();
    let staging = room.begin().unwrap();
    staging.copy("img/logo.png", &from).unwrap();
    staging.publish().unwrap();
    let to = room.output().join("img/logo.png");
    assert_eq!(fs::read(&to).unwrap(), bytes);
    assert_eq!(fs::metadata(&to).unwrap().permissions().mode() & 0o100, 0);
    super::verify(&room.output());
    let memory = Memory::default();
    memory.copy("logo.png", &from).unwrap();
    assert_eq!(memory.get("logo.png"), Some(bytes));
}

#[test]
fn many_threads_write_at_a_time() {
    each(|sink, _| {
        thread::scope(|scope| {
            for thread in 0..8 {
                scope.spawn(move || {
                    for file in 0..50 {
                        sink.write(&format!("{file}/{thread}.html"), b"x").unwrap();
                    }
                });
            }
        });
        assert_eq!(kind(sink.write("49/7.html", b"")), Some(ErrorKind::AlreadyExists));
    });
}

#[test]
fn memory_gives_back_the_files() {
    let memory = Memory::default();
    memory.write("b", b"2").unwrap();
    memory.write("a/a", b"1").unwrap();
    assert_eq!(memory.get("b"), Some(b"2".to_vec()));
    assert_eq!(memory.get("a"), None);
    let files: Vec<_> = memory.into_files().into_iter().collect();
    assert_eq!(files, [("a/a".to_owned(), b"1".to_vec()), ("b".to_owned(), b"2".to_vec())]);
}
