use std::fs::{self, File};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::super::{Foreign, OutputError, Sink as _, Staging};
use super::{NEW, OLD, Room, child, fill, holds};

#[test]
fn the_second_says_so_once_and_waits() {
    let room = Room::new();
    let first = room.staged(OLD);
    let told = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        let second = scope.spawn(|| {
            let begun = Staging::begin(&room.output(), &room.policy(Foreign::Refuse), || {
                told.fetch_add(1, Ordering::Relaxed);
                sender.send("waiting").unwrap();
                ControlFlow::Continue(())
            });
            sender.send("begun").unwrap();
            let staging = begun.unwrap();
            holds(&room.output(), OLD);
            fill(&staging, NEW);
            staging.publish().unwrap();
        });
        assert_eq!(receiver.recv().unwrap(), "waiting");
        assert!(receiver.recv_timeout(Duration::from_millis(200)).is_err());
        first.publish().unwrap();
        assert_eq!(receiver.recv().unwrap(), "begun");
        second.join().unwrap();
    });
    assert_eq!(told.load(Ordering::Relaxed), 1);
    room.holds(NEW);
}

#[test]
fn the_second_gives_up_if_it_is_told_to() {
    let room = Room::new();
    let first = room.staged(OLD);
    let policy = room.policy(Foreign::Refuse);
    let second = Staging::begin(&room.output(), &policy, || ControlFlow::Break(()));
    let Err(OutputError::Locked { output }) = second else { panic!("{second:?}") };
    assert_eq!(output, room.output());
    first.publish().unwrap();
    room.holds(OLD);
}

#[test]
fn alone_nobody_is_told_anything() {
    let room = Room::with_old();
    let told = AtomicUsize::new(0);
    let begun = Staging::begin(&room.output(), &room.policy(Foreign::Refuse), || {
        told.fetch_add(1, Ordering::Relaxed);
        ControlFlow::Continue(())
    });
    drop(begun.unwrap());
    assert_eq!(told.load(Ordering::Relaxed), 0);
}

#[test]
fn other_outputs_are_not_waited_for() {
    let room = Room::new();
    let _first = room.begin().unwrap();
    room.publish_at(&room.root.join("other"), Foreign::Refuse, OLD).unwrap();
}

/// The lock is taken away after each build, which must never let two in.
#[test]
fn of_many_processes_one_builds_at_a_time() {
    let room = Room::new();
    let start = |number: usize| child::command(&room, &format!("builds {number}")).spawn().unwrap();
    let children: Vec<_> = (0..4).map(start).collect();
    for child in children {
        let ran = child.wait_with_output().unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    }
    assert!(!room.work().exists());
    super::verify(&room.output());
}

/// In the child: 50 builds, each alone.
pub(super) fn run(room: &Room, number: &str) {
    for build in 0..50 {
        let staging = room.begin().unwrap();
        let alone = room.root.join("alone");
        drop(File::create_new(&alone).expect("no other build"));
        staging.write("index.html", format!("{number} {build}").as_bytes()).unwrap();
        fs::remove_file(&alone).unwrap();
        assert!(staging.publish().unwrap().leftover.is_none());
    }
}
