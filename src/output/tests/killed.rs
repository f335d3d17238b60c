//! Builds that are killed, really: another process, SIGKILL.

use std::fs;
use std::thread;
use std::time::Duration;

use super::super::{Foreign, disk};
use super::publish::unsupported;
use super::{NEW, OLD, Room, Site, child, fill, holds, tree, verify};

/// In the child: builds as far as `step` and waits there, or builds on and on.
pub(super) fn run(room: &Room, step: &str) {
    match step {
        "begun" => hold(room.begin().unwrap()),
        "half written" => hold(room.staged(&NEW[..1])),
        "written" => hold(room.staged(NEW)),
        "sealed" => hold(room.staged(NEW).seal().unwrap()),
        "replaced" => hold(room.staged(NEW).seal().unwrap().replace(disk::exchange).unwrap()),
        "replaced in two steps" => {
            hold(room.staged(NEW).seal().unwrap().replace(unsupported).unwrap());
        }
        "between two renames" => {
            let sealed = room.staged(NEW).seal().unwrap();
            fs::rename(room.output(), room.work().join("old")).unwrap();
            hold(sealed);
        }
        "half cleaned" => {
            let replaced = room.staged(NEW).seal().unwrap().replace(disk::exchange).unwrap();
            fs::remove_file(room.work().join("new/index.html")).unwrap();
            hold(replaced);
        }
        "half cleaned after two steps" => {
            let replaced = room.staged(NEW).seal().unwrap().replace(unsupported).unwrap();
            fs::remove_file(room.work().join("new/index.html")).unwrap();
            hold(replaced);
        }
        "lock removed" => {
            let sealed = room.staged(NEW).seal().unwrap();
            let published = sealed.replace(disk::exchange).unwrap().clean();
            fs::create_dir(room.work()).unwrap();
            hold(published);
        }
        "foreign carried over" => {
            let staging = room.begin_at(&room.output(), Foreign::CarryOver).unwrap();
            fill(&staging, NEW);
            hold(staging.seal().unwrap().replace(|_, _| child::wait_to_be_killed()).unwrap());
        }
        _ => build_on_and_on(room),
    }
}

fn hold<T>(_held: T) {
    child::wait_to_be_killed();
}

fn build_on_and_on(room: &Room) {
    child::ready();
    loop {
        room.publish(NEW).unwrap();
        room.publish(OLD).unwrap();
    }
}

fn killed(room: &Room, step: &str, after: Duration) {
    let mut child = child::started(child::command(room, &format!("killed {step}")));
    thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn at_every_step_a_killed_build_leaves_a_whole_site_and_no_hindrance() {
    let steps: [(&str, Option<Site>); 10] = [
        ("begun", Some(OLD)),
        ("half written", Some(OLD)),
        ("written", Some(OLD)),
        ("sealed", Some(OLD)),
        ("replaced", Some(NEW)),
        ("half cleaned", Some(NEW)),
        ("replaced in two steps", Some(NEW)),
        ("half cleaned after two steps", Some(NEW)),
        ("between two renames", None),
        ("lock removed", Some(NEW)),
    ];
    for (step, site) in steps {
        let room = Room::with_old();
        killed(&room, step, Duration::ZERO);
        assert!(room.work().exists(), "{step}");
        match site {
            Some(site) => holds(&room.output(), site),
            None => assert!(!room.output().exists()),
        }
        // A build that then gives up is enough to clear away, and to bring the old site back.
        drop(room.begin().unwrap());
        room.holds(site.unwrap_or(OLD));
        room.publish(NEW).unwrap();
        room.holds(NEW);
    }
}

#[test]
fn a_site_that_was_taken_away_does_not_come_back_over_another_one() {
    let room = Room::with_old();
    killed(&room, "between two renames", Duration::ZERO);
    // A web server makes its folder: the site comes back into it.
    fs::create_dir(room.output()).unwrap();
    drop(room.begin().unwrap());
    room.holds(OLD);
    killed(&room, "between two renames", Duration::ZERO);
    // Someone restores a copy: that is the site now.
    fs::create_dir(room.output()).unwrap();
    fs::write(room.output().join("restored"), "").unwrap();
    assert_eq!(super::foreign(room.begin().unwrap_err()), ["+restored"]);
    assert_eq!(tree(&room.output()).len(), 1);
}

#[test]
fn foreign_files_survive_a_build_that_is_killed_while_it_carries_them_over() {
    let room = Room::with_old();
    fs::write(room.output().join("CNAME"), "mine").unwrap();
    killed(&room, "foreign carried over", Duration::ZERO);
    assert_eq!(fs::read(room.work().join("new/CNAME")).unwrap(), b"mine");
    assert_eq!(super::foreign(room.begin().unwrap_err()), ["+CNAME"]);
    assert_eq!(fs::read(room.output().join("CNAME")).unwrap(), b"mine");
}

#[test]
fn killed_at_any_moment_a_build_leaves_the_one_site_or_the_other() {
    let room = Room::with_old();
    let mut seen = [0, 0];
    for number in 0..60 {
        killed(&room, "at any moment", Duration::from_micros(number * 977 % 20_000));
        let text = fs::read_to_string(room.output().join("index.html")).unwrap();
        let is_new = text == "new";
        holds(&room.output(), if is_new { NEW } else { OLD });
        seen[usize::from(is_new)] += 1;
    }
    assert!(seen[0] > 0 && seen[1] > 0, "{seen:?}");
    verify(&room.output());
    room.publish(NEW).unwrap();
    room.holds(NEW);
}
