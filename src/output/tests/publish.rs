use std::fs;
use std::io::{self, ErrorKind};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::super::disk;
use super::super::{Action, Foreign, OutputError, Sink as _};
use super::{NEW, OLD, Room, arg, holds, tree};

/// Stands for a file system that cannot exchange folders.
pub(super) fn unsupported(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

#[test]
fn a_site_appears_whole_with_nothing_beside_it() {
    let room = Room::new();
    let published = room.publish(OLD).unwrap();
    assert_eq!((published.files, published.unchanged), (3, false));
    assert!(published.leftover.is_none());
    room.holds(OLD);
}

#[test]
fn the_folders_around_the_output_are_made() {
    let room = Room::new();
    let output = room.root.join("a/b/public");
    room.publish_at(&output, Foreign::Refuse, OLD).unwrap();
    holds(&output, OLD);
}

#[test]
fn a_new_site_replaces_the_old_one_whole() {
    let room = Room::with_old();
    room.publish(NEW).unwrap();
    room.holds(NEW);
}

#[test]
fn a_site_without_files_is_a_site() {
    let room = Room::with_old();
    room.publish(&[]).unwrap();
    room.holds(&[]);
    let room = Room::new();
    room.publish(&[]).unwrap();
    room.holds(&[]);
}

#[test]
fn nothing_is_seen_before_it_is_published() {
    let room = Room::with_old();
    let staging = room.staged(NEW);
    holds(&room.output(), OLD);
    staging.publish().unwrap();
}

#[test]
fn a_build_that_gives_up_leaves_the_old_site_and_nothing_else() {
    let room = Room::with_old();
    drop(room.staged(NEW));
    room.holds(OLD);
    let room = Room::new();
    drop(room.staged(NEW));
    assert!(!room.output().exists());
    assert!(!room.work().exists());
}

#[test]
fn a_site_that_is_there_already_is_not_touched() {
    let room = Room::with_old();
    let files = || {
        let paths = ["", "index.html", ".congbo-manifest"].map(|name| room.output().join(name));
        paths.map(|path| fs::metadata(path).unwrap().ino())
    };
    let before = files();
    assert!(room.publish(OLD).unwrap().unchanged);
    assert_eq!(files(), before);
    room.holds(OLD);
    assert!(!room.publish(NEW).unwrap().unchanged);
}

#[test]
fn a_site_with_a_file_missing_is_not_unchanged() {
    let room = Room::with_old();
    fs::remove_file(room.output().join("gone.html")).unwrap();
    assert!(!room.publish(OLD).unwrap().unchanged);
    room.holds(OLD);
}

#[test]
fn a_write_that_failed_forbids_publishing_even_if_nobody_listened() {
    let room = Room::with_old();
    for path in ["../escape", "index.html", "index.html/a"] {
        let staging = room.staged(NEW);
        let _ = staging.write(path, b"");
        let error = staging.publish().unwrap_err();
        assert!(matches!(error, OutputError::Io { action: Action::Write, .. }), "{error}");
        assert!(arg(&error, "path").ends_with(path), "{error}");
        room.holds(OLD);
    }
}

#[test]
fn without_exchange_two_renames_do_it() {
    let room = Room::new();
    for site in [OLD, NEW] {
        let sealed = room.staged(site).seal().unwrap();
        let published = sealed.replace(unsupported).unwrap().clean();
        assert!(published.leftover.is_none());
        room.holds(site);
    }
}

#[test]
fn if_the_second_rename_fails_the_old_site_comes_back() {
    fn unsupported_and_broken(new: &Path, _: &Path) -> io::Result<()> {
        fs::remove_dir_all(new)?;
        Err(ErrorKind::Unsupported.into())
    }
    let room = Room::with_old();
    let error = room.staged(NEW).seal().unwrap().replace(unsupported_and_broken).unwrap_err();
    assert!(matches!(error, OutputError::Io { action: Action::Publish, .. }), "{error}");
    room.holds(OLD);
}

#[test]
fn if_the_way_back_fails_too_the_next_build_takes_it() {
    let room = Room::with_old();
    let staging = room.staged(NEW);
    // No path through the folder resolves once it was moved away.
    let (new, old) = (room.work().join("new"), room.work().join("old"));
    let error = disk::replace(&new, &room.output().join("../public"), &old, unsupported);
    let Err(OutputError::Stranded { aside, .. }) = error else { panic!("{error:?}") };
    assert_eq!(aside, old);
    drop(staging);
    assert!(!room.output().exists());
    holds(&old, OLD);
    drop(room.begin().unwrap());
    room.holds(OLD);
}

#[test]
fn the_system_exchanges_or_says_that_it_cannot() {
    let room = Room::new();
    let (a, b) = (room.root.join("content"), room.root.join("static"));
    fs::write(a.join("a"), "").unwrap();
    fs::write(b.join("b"), "").unwrap();
    disk::exchange(&a, &b).unwrap();
    assert!(a.join("b").exists() && b.join("a").exists());
    // The same EINVAL that a file system without exchange gives.
    fs::create_dir(a.join("inner")).unwrap();
    let error = disk::exchange(&a, &a.join("inner")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    assert_eq!(disk::exchange(&a, &room.root.join("x")).unwrap_err().kind(), ErrorKind::NotFound);
}

#[test]
fn a_failure_of_the_exchange_itself_is_told() {
    fn busy(_: &Path, _: &Path) -> io::Result<()> {
        Err(ErrorKind::ResourceBusy.into())
    }
    let room = Room::with_old();
    let error = room.staged(NEW).seal().unwrap().replace(busy).unwrap_err();
    assert_eq!((arg(&error, "action"), arg(&error, "cause")), ("publish".into(), "mount".into()));
    room.holds(OLD);
}

#[test]
fn a_reader_never_finds_a_page_missing() {
    let room = Room::with_old();
    let (page, done) = (room.output().join("index.html"), AtomicBool::new(false));
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut read = 0_usize;
            while !done.load(Ordering::Relaxed) {
                let text = fs::read_to_string(&page).expect("a page");
                assert!(text == "old" || text == "new", "{text:?}");
                read += 1;
            }
            read
        });
        for number in 0..200 {
            room.publish(if number % 2 == 0 { NEW } else { OLD }).unwrap();
        }
        done.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 200);
    });
    room.holds(OLD);
}

#[test]
fn left_overs_of_any_kind_are_cleared_away() {
    let room = Room::with_old();
    for path in ["new/a/b", "old/index.html", "lock"] {
        let path = room.work().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "left").unwrap();
    }
    assert_eq!(tree(&room.work()).len(), 3);
    room.publish(NEW).unwrap();
    room.holds(NEW);
}
