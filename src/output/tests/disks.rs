//! Disks that are full or may not be written.

use std::fs::{self, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::super::{Action, OutputError, Sink, Staging};
use super::{NEW, OLD, Room, arg, child, not_run};

/// A disk that is full after some files.
struct Full<'a> {
    sink: &'a Staging,
    left: AtomicUsize,
}

impl Full<'_> {
    fn take(&self) -> io::Result<()> {
        let left =
            self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        left.map(drop).map_err(|_| ErrorKind::StorageFull.into())
    }
}

impl Sink for Full<'_> {
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.take()?;
        self.sink.write(path, bytes)
    }

    fn copy(&self, path: &str, from: &Path) -> io::Result<()> {
        self.take()?;
        self.sink.copy(path, from)
    }
}

#[test]
fn a_build_that_meets_a_full_disk_leaves_the_old_site() {
    let room = Room::with_old();
    for left in 0..NEW.len() {
        let staging = room.begin().unwrap();
        let full = Full { sink: &staging, left: left.into() };
        let all = NEW.iter().try_for_each(|(path, text)| full.write(path, text.as_bytes()));
        assert_eq!(all.unwrap_err().kind(), ErrorKind::StorageFull);
        drop(staging);
        room.holds(OLD);
    }
}

/// On a small disk of its own, which goes with the child's mount namespace.
#[test]
fn a_disk_that_is_really_full_leaves_the_old_site() {
    let room = Room::new();
    let mount = "mount -t tmpfs -o size=256k none \"$CONGBO_TEST_ROOT\" && exec \"$0\" \"$@\"";
    let options = [["--mount"].as_slice(), &["--map-root-user", "--mount"]];
    let able = |options: &&[&str]| {
        let script = "mount -t tmpfs none \"$0\"";
        let mut try_mount = Command::new("unshare");
        try_mount.args(*options).args(["sh", "-c", script]).arg(&room.root);
        try_mount.output().is_ok_and(|ran| ran.status.success())
    };
    let Some(options) = options.into_iter().find(able) else {
        return not_run("a disk that is really full", "no right to mount one");
    };
    let program = [&["unshare"], options, &["sh", "-c", mount]].concat();
    child::succeeds(child::command_through(&program, &room, "full"));
}

/// In the child: the root is a disk of 256 KiB.
pub(super) fn run_full(room: &Room) {
    room.publish(OLD).unwrap();
    let big = vec![b'x'; 1 << 20];
    let source = Path::new("/dev/shm").join(format!("congbo-{}", std::process::id()));
    fs::write(&source, &big).unwrap();
    for copied in [false, true] {
        let staging = room.staged(NEW);
        let write = if copied { staging.copy("big", &source) } else { staging.write("big", &big) };
        assert_eq!(write.unwrap_err().kind(), ErrorKind::StorageFull);
        let error = staging.publish().unwrap_err();
        assert_eq!(arg(&error, "cause"), "full");
        room.holds(OLD);
    }
    fs::remove_file(source).unwrap();
    full_at_the_last_moment(room);
    room.publish(NEW).unwrap();
    room.holds(NEW);
}

/// All is written, and then there is no room for the manifest.
fn full_at_the_last_moment(room: &Room) {
    let staging = room.staged(NEW);
    let filler = room.root.join("filler");
    assert!(fs::write(&filler, vec![0; 1 << 20]).is_err());
    let error = staging.publish().unwrap_err();
    assert_eq!((arg(&error, "action"), arg(&error, "cause")), ("write".into(), "full".into()));
    room.holds(OLD);
    let error = room.begin().err().map(|error| arg(&error, "cause"));
    assert!(error.is_none_or(|cause| cause == "full"));
    room.holds(OLD);
    fs::remove_file(filler).unwrap();
}

fn unprivileged(room: &Room, case: &str) {
    let command = child::command_unprivileged(room, &format!("unprivileged {case}"));
    child::succeeds(command);
}

#[test]
fn a_read_only_folder_around_the_output_leaves_the_old_site() {
    unprivileged(&Room::with_old(), "parent");
}

#[test]
fn a_read_only_output_folder_stays_as_it_is() {
    unprivileged(&Room::with_old(), "output");
}

#[test]
fn an_unreadable_file_in_the_output_stops_the_build() {
    unprivileged(&Room::with_old(), "unreadable");
}

#[test]
fn an_old_site_that_cannot_be_removed_is_no_failure_but_told() {
    unprivileged(&Room::with_old(), "undeletable");
}

/// In the child, which is not root.
pub(super) fn run_unprivileged(room: &Room, case: &str) {
    match case {
        "parent" => read_only_parent(room),
        "output" => read_only_output(room),
        "unreadable" => unreadable(room),
        _ => undeletable(room),
    }
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

fn read_only_parent(room: &Room) {
    allow(&room.root, 0o555);
    let error = room.begin().unwrap_err();
    assert_eq!(arg(&error, "cause"), "denied", "{error}");
    room.holds(OLD);
    allow(&room.root, 0o755);
    let staging = room.staged(NEW);
    allow(&room.root, 0o555);
    let error = staging.publish().unwrap_err();
    assert!(matches!(error, OutputError::Io { action: Action::Publish, .. }), "{error}");
    allow(&room.root, 0o755);
    super::holds(&room.output(), OLD);
    room.publish(NEW).unwrap();
    room.holds(NEW);
}

fn read_only_output(room: &Room) {
    allow(&room.output(), 0o555);
    let error = room.publish(NEW).unwrap_err();
    assert_eq!((arg(&error, "action"), arg(&error, "cause")), ("publish".into(), "denied".into()));
    room.holds(OLD);
    allow(&room.output(), 0o755);
}

fn unreadable(room: &Room) {
    allow(&room.output().join("index.html"), 0o000);
    let error = room.begin().unwrap_err();
    assert!(matches!(error, OutputError::Io { action: Action::Read, .. }), "{error}");
    assert!(arg(&error, "path").ends_with("index.html"));
    allow(&room.output().join("index.html"), 0o644);
    room.holds(OLD);
}

fn undeletable(room: &Room) {
    allow(&room.output().join("bao-cao"), 0o555);
    let published = room.publish(NEW).unwrap();
    let leftover = published.leftover.expect("what could not be removed");
    assert_eq!(
        (arg(&leftover, "action"), arg(&leftover, "cause")),
        ("clean".into(), "denied".into())
    );
    super::holds(&room.output(), NEW);
    let error = room.begin().unwrap_err();
    assert!(matches!(error, OutputError::Io { action: Action::Clean, .. }), "{error}");
    super::holds(&room.output(), NEW);
    allow(&room.work().join("new/bao-cao"), 0o755);
    room.publish(OLD).unwrap();
    room.holds(OLD);
}
