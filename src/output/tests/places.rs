use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use super::super::{Foreign, OutputError};
use super::{NEW, OLD, Room, holds, tree};

#[test]
fn the_sources_of_the_site_are_protected() {
    let room = Room::new();
    fs::create_dir(room.root.join("content/inner")).unwrap();
    fs::remove_dir(room.root.join("templates")).unwrap();
    symlink("content/inner", room.root.join("inner")).unwrap();
    symlink("..", room.root.join("static/up")).unwrap();
    fs::write(room.root.join("content/report.yaml"), "years of work").unwrap();
    let before = tree(&room.root);
    let (whole, content) = (room.root.clone(), room.root.join("content"));
    let cases = [
        ("", &whole),
        (".", &whole),
        ("..", &whole),
        ("/", &whole),
        ("static/up", &whole),
        ("content", &content),
        ("content/", &content),
        ("content/../content", &content),
        ("content/inner", &content),
        ("content/not/yet/there", &content),
        ("inner", &content),
        ("inner/public", &content),
        ("static/up/content/public", &content),
        ("static/public", &room.root.join("static")),
        ("templates", &room.root.join("templates")),
        ("templates/public", &room.root.join("templates")),
    ];
    for (output, expected) in cases {
        for foreign in [Foreign::Refuse, Foreign::CarryOver] {
            let error = room.begin_at(&room.root.join(output), foreign).unwrap_err();
            let OutputError::Protected { protected, .. } = error else {
                panic!("{output}: {error}")
            };
            assert_eq!(protected, *expected, "{output}");
        }
    }
    assert_eq!(tree(&room.root), before);
}

#[test]
fn a_source_outside_the_root_is_protected_too() {
    let (room, other) = (Room::new(), Room::new());
    let mut policy = room.policy(Foreign::Refuse);
    policy.sources.push(other.root.join("content"));
    for output in [other.root.clone(), other.root.join("content/public")] {
        let begun = super::Staging::begin(&output, &policy, || std::ops::ControlFlow::Continue(()));
        assert!(matches!(begun, Err(OutputError::Protected { .. })), "{}", output.display());
    }
}

#[test]
fn any_other_place_is_fine() {
    let room = Room::new();
    let other = Room::new();
    for output in ["public", "contents", "a/content", "content-old", "static.d/x"] {
        let output = room.root.join(output);
        room.publish_at(&output, Foreign::Refuse, OLD).unwrap();
        holds(&output, OLD);
    }
    room.publish_at(&other.root.join("public"), Foreign::Refuse, OLD).unwrap();
    other.holds(OLD);
}

#[test]
fn a_relative_place_is_one_in_the_current_folder() {
    let room = Room::new();
    let policy = room.policy(Foreign::Refuse);
    let here = std::env::current_dir().unwrap().canonicalize().unwrap();
    for (output, expected) in [("x-x", "x-x"), ("./x-x/y", "x-x/y"), ("x-x/./y/", "x-x/y")] {
        let place = super::super::place::find(Path::new(output), &policy).unwrap();
        assert_eq!(place, here.join(expected));
    }
    let error = super::super::place::find(Path::new("x-x/.."), &policy).unwrap_err();
    assert_eq!(error.key(), "output-io");
}

#[test]
fn what_is_no_folder_is_refused() {
    let room = Room::new();
    fs::write(room.output(), "a file").unwrap();
    symlink("public", room.root.join("link")).unwrap();
    let pipe = room.root.join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for output in [room.output(), room.root.join("link"), pipe] {
        let error = room.begin_at(&output, Foreign::CarryOver).unwrap_err();
        assert!(matches!(error, OutputError::NotFolder { .. }), "{error}");
    }
    assert_eq!(fs::read(room.output()).unwrap(), b"a file");
    let error = room.begin_at(&room.output().join("below"), Foreign::CarryOver).unwrap_err();
    assert!(matches!(error, OutputError::Io { .. }), "{error}");
}

#[test]
fn a_link_stays_and_its_target_is_replaced() {
    let (room, server) = (Room::new(), Room::new());
    symlink(server.output(), room.output()).unwrap();
    for site in [OLD, NEW] {
        // At first the link leads nowhere.
        room.publish(site).unwrap();
        assert_eq!(room.output().read_link().unwrap(), server.output());
        server.holds(site);
    }
    assert!(!room.work().exists());
}

#[test]
fn a_build_through_a_link_and_one_without_know_of_each_other() {
    let room = Room::with_old();
    symlink("public", room.root.join("link")).unwrap();
    let _held = room.begin().unwrap();
    let policy = room.policy(Foreign::Refuse);
    let stop = || std::ops::ControlFlow::Break(());
    let second = super::Staging::begin(&room.root.join("link"), &policy, stop);
    assert!(matches!(second, Err(OutputError::Locked { .. })));
}

#[test]
fn a_circle_of_links_is_an_error() {
    let room = Room::new();
    symlink("b", room.root.join("a")).unwrap();
    symlink("a", room.root.join("b")).unwrap();
    let error = room.begin_at(&room.root.join("a"), Foreign::Refuse).unwrap_err();
    assert_eq!(error.key(), "output-io");
}
