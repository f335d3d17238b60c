use std::fs;

use super::super::manifest::NAME;
use super::{NEW, OLD, Room, foreign};

#[test]
fn it_is_what_sha256sum_writes() {
    let room = Room::new();
    room.publish(&[("b.html", "b\n"), ("a/ă.html", "")]).unwrap();
    let expected = "\
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a/ă.html
0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f  b.html
";
    assert_eq!(fs::read_to_string(room.output().join(NAME)).unwrap(), expected);
    super::verify(&room.output());
}

#[test]
fn in_any_other_form_it_is_none() {
    let room = Room::with_old();
    let good = fs::read_to_string(room.output().join(NAME)).unwrap();
    let first_line = good.lines().next().unwrap();
    let reversed: Vec<_> = good.lines().rev().collect();
    let damaged = [
        String::new() + "\n" + &good,
        good.trim_end().to_owned(),
        good.to_uppercase(),
        good.replace("  ", " *"),
        good.replace("gone.html", "../gone.html"),
        good.replace('\n', "\r\n"),
        format!("{good}{first_line}\n"),
        reversed.join("\n") + "\n",
        good.replacen(&good[..10], "", 1),
        "hello".to_owned(),
    ];
    for text in damaged {
        assert_ne!(text, good);
        fs::write(room.output().join(NAME), &text).unwrap();
        let found = foreign(room.begin().unwrap_err());
        let all = ["+.congbo-manifest", "+bao-cao/1.html", "+gone.html", "+index.html"];
        assert_eq!(found, all, "{text}");
    }
    fs::write(room.output().join(NAME), b"\xff\xfe").unwrap();
    assert_eq!(foreign(room.begin().unwrap_err()).len(), 4);
    fs::write(room.output().join(NAME), good).unwrap();
    room.publish(NEW).unwrap();
}

#[test]
fn as_a_link_or_a_folder_it_is_none() {
    let room = Room::with_old();
    let (manifest, elsewhere) = (room.output().join(NAME), room.root.join("elsewhere"));
    fs::rename(&manifest, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &manifest).unwrap();
    assert_eq!(foreign(room.begin().unwrap_err()).len(), 4);
    fs::remove_file(&manifest).unwrap();
    fs::create_dir(&manifest).unwrap();
    assert_eq!(foreign(room.begin().unwrap_err()).len(), OLD.len());
}
