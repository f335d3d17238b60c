//! Another process, to be killed or to be someone else: this test binary once more.

use std::env;
use std::fs;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::os::unix::fs::{MetadataExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::{Room, disks, killed, two_builds};

const ROLE: &str = "CONGBO_TEST_ROLE";
const ROOT: &str = "CONGBO_TEST_ROOT";
const READY: &str = "ready";

/// What the child does; it does nothing, and proves nothing, where no other test has started it.
#[test]
fn child() {
    let (Ok(role), Some(folder)) = (env::var(ROLE), env::var_os(ROOT)) else { return };
    let room = Room::at(Path::new(&folder));
    match role.split_once(' ').unwrap_or((&role, "")) {
        ("killed", step) => killed::run(&room, step),
        ("unprivileged", case) => disks::run_unprivileged(&room, case),
        ("full", _) => disks::run_full(&room),
        ("builds", number) => two_builds::run(&room, number),
        _ => panic!("no such role: {role}"),
    }
}

/// The command that plays `role` in `room`.
pub(super) fn command(room: &Room, role: &str) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(arguments());
    set(&mut command, room, role);
    command
}

/// Like [`command`], through a shell line that ends in `exec "$@"` or the like.
pub(super) fn command_through(program: &[&str], room: &Room, role: &str) -> Command {
    let mut command = Command::new(program[0]);
    command.args(&program[1..]).arg(env::current_exe().unwrap()).args(arguments());
    set(&mut command, room, role);
    command
}

fn set(command: &mut Command, room: &Room, role: &str) {
    command.env(ROLE, role).env(ROOT, &room.root).stdout(Stdio::null()).stderr(Stdio::piped());
}

fn arguments() -> [String; 3] {
    let (_, module) = module_path!().split_once("::").unwrap();
    [format!("{module}::child"), "--exact".into(), "--nocapture".into()]
}

/// Like [`command`], as a user who is not root. The room becomes that user's.
pub(super) fn command_unprivileged(room: &Room, role: &str) -> Command {
    let mut command = command(room, role);
    if fs::metadata(&room.root).unwrap().uid() == 0 {
        let nobody = 65534;
        let program = reachable_program(&room.root);
        for entry in walkdir::WalkDir::new(&room.root) {
            chown(entry.unwrap().path(), Some(nobody), Some(nobody)).unwrap();
        }
        command = Command::new(program);
        command.args(arguments()).uid(nobody).gid(nobody);
        set(&mut command, room, role);
    }
    command
}

/// A copy of this program where everyone can run it. Another program copies it: what this one had
/// open for writing, a child that another test starts meanwhile would have open too, and a file
/// that is open for writing cannot be run.
fn reachable_program(root: &Path) -> PathBuf {
    let program = root.join("program");
    let copied = Command::new("install")
        .arg("-m755")
        .arg(env::current_exe().unwrap())
        .arg(&program)
        .status()
        .unwrap();
    assert!(copied.success());
    program
}

/// Runs to the end; what it said if it failed.
#[track_caller]
pub(super) fn succeeds(mut command: Command) {
    let ran = command.output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

/// Starts and comes back when the child has come to its [`ready`].
pub(super) fn started(mut command: Command) -> Child {
    let mut child = command.spawn().unwrap();
    let said = BufReader::new(child.stderr.as_mut().unwrap()).lines().map(Result::unwrap);
    let before: Vec<_> = said.take_while(|line| line != READY).collect();
    assert!(child.try_wait().unwrap().is_none(), "the child failed: {before:?}");
    child
}

/// In the child: tells the parent that this is the moment.
pub(super) fn ready() {
    writeln!(io::stderr(), "{READY}").unwrap();
}

/// In the child: waits to be killed.
pub(super) fn wait_to_be_killed() -> ! {
    ready();
    thread::sleep(Duration::from_mins(1));
    panic!("nobody killed me");
}
