use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::super::Foreign;
use super::{NEW, OLD, Room, Site, foreign, names, owned, tree};

fn put(room: &Room, path: &str, text: &str) {
    let path = room.output().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// What is in the output, but for the manifest.
fn found(room: &Room) -> Vec<(String, String)> {
    let files = tree(&room.output());
    files.into_iter().filter(|(path, _)| path != ".congbo-manifest").collect()
}

fn expected(site: Site, others: Site) -> Vec<(String, String)> {
    let mut all = owned(site);
    all.extend(owned(others));
    all.into_iter().collect()
}

#[test]
fn files_that_someone_added_or_changed_are_all_named_in_order() {
    let room = Room::with_old();
    for path in ["z.txt", "CNAME", ".nojekyll", ".git/HEAD", "bao-cao/0.html"] {
        put(&room, path, "mine");
    }
    put(&room, "index.html", "edited");
    symlink("nowhere", room.output().join("link")).unwrap();
    fs::remove_file(room.output().join("gone.html")).unwrap();
    symlink("index.html", room.output().join("gone.html")).unwrap();
    let before = tree(&room.output());
    let expected = [
        "+.git/HEAD",
        "+.nojekyll",
        "+CNAME",
        "+bao-cao/0.html",
        "~gone.html",
        "~index.html",
        "+link",
        "+z.txt",
    ];
    assert_eq!(foreign(room.begin().unwrap_err()), expected);
    assert_eq!(tree(&room.output()), before);
    assert!(!room.work().exists());
}

#[test]
fn a_folder_that_congbo_never_published_is_refused() {
    let room = Room::new();
    put(&room, "thesis.doc", "years of work");
    assert_eq!(foreign(room.publish(NEW).unwrap_err()), ["+thesis.doc"]);
    assert_eq!(found(&room), expected(&[], &[("thesis.doc", "years of work")]));
}

#[test]
fn empty_folders_are_no_files() {
    let room = Room::new();
    fs::create_dir_all(room.output().join("a/b")).unwrap();
    room.publish(OLD).unwrap();
    fs::create_dir_all(room.output().join("c/d")).unwrap();
    room.publish(NEW).unwrap();
    let folders: Vec<_> =
        found(&room).into_iter().filter(|(path, _)| path.ends_with('/')).collect();
    assert_eq!(folders, expected(&[("a/b/", ""), ("c/d/", "")], &[]));
}

#[test]
fn a_file_that_is_missing_is_no_foreign_one() {
    let room = Room::with_old();
    fs::remove_dir_all(room.output().join("bao-cao")).unwrap();
    room.publish(NEW).unwrap();
    room.holds(NEW);
}

#[test]
fn a_name_that_is_no_unicode_is_named_all_the_same_and_kept() {
    let room = Room::with_old();
    let name = OsStr::from_bytes(b"b\xe1o.txt");
    fs::write(room.output().join(name), "mine").unwrap();
    assert_eq!(foreign(room.begin().unwrap_err()), ["+b\u{fffd}o.txt"]);
    room.overwrite(NEW).unwrap();
    assert_eq!(fs::read(room.output().join(name)).unwrap(), b"mine");
}

#[test]
fn carried_over_they_are_in_the_new_site_and_the_next_build_asks_again() {
    let room = Room::with_old();
    put(&room, "CNAME", "hatinh.example");
    put(&room, "x/y/z.txt", "mine");
    let published = room.overwrite(NEW).unwrap();
    assert_eq!(names(&published.kept), ["+CNAME", "+x/y/z.txt"]);
    assert!(published.replaced.is_empty());
    let others: Site = &[("CNAME", "hatinh.example"), ("x/y/z.txt", "mine")];
    assert_eq!(found(&room), expected(NEW, others));
    super::verify(&room.output());
    assert!(!room.work().exists());
    assert_eq!(foreign(room.begin().unwrap_err()), ["+CNAME", "+x/y/z.txt"]);
    room.overwrite(OLD).unwrap();
    assert_eq!(found(&room), expected(OLD, others));
}

#[test]
fn where_the_new_site_has_a_file_of_its_own_theirs_is_lost_and_named() {
    let room = Room::with_old();
    put(&room, "index.html", "edited");
    put(&room, "gone.html", "edited too");
    put(&room, "a", "a file where the site has a folder");
    put(&room, "b/c", "a folder where the site has a file");
    put(&room, "d/empty/e", "");
    fs::remove_file(room.output().join("d/empty/e")).unwrap();
    let site: Site = &[("index.html", "new"), ("a/b", "new"), ("b", "new"), ("d", "new")];
    let published = room.overwrite(site).unwrap();
    assert_eq!(names(&published.replaced), ["+a", "+b/c", "~index.html"]);
    assert_eq!(names(&published.kept), ["~gone.html"]);
    assert_eq!(found(&room), expected(site, &[("gone.html", "edited too")]));
}

#[test]
fn a_damaged_manifest_is_replaced() {
    let room = Room::with_old();
    put(&room, ".congbo-manifest", "damaged");
    let published = room.overwrite(NEW).unwrap();
    assert_eq!(names(&published.replaced), ["+.congbo-manifest", "+bao-cao/1.html", "+index.html"]);
    assert_eq!(names(&published.kept), ["+gone.html"]);
    assert_eq!(foreign(room.begin().unwrap_err()), ["+gone.html"]);
}

#[test]
fn links_and_empty_folders_are_carried_over_as_they_are() {
    let room = Room::with_old();
    symlink("index.html", room.output().join("latest")).unwrap();
    symlink("nowhere", room.output().join("dead")).unwrap();
    put(&room, ".git/HEAD", "ref: refs/heads/main");
    fs::create_dir_all(room.output().join(".git/refs/heads")).unwrap();
    room.overwrite(NEW).unwrap();
    let others: Site = &[
        ("latest", "-> index.html"),
        ("dead", "-> nowhere"),
        (".git/HEAD", "ref: refs/heads/main"),
        (".git/refs/heads/", ""),
    ];
    assert_eq!(found(&room), expected(NEW, others));
}

#[test]
fn what_a_link_leads_to_is_not_looked_at() {
    let room = Room::with_old();
    fs::write(room.root.join("content/secret"), "").unwrap();
    symlink(room.root.join("content"), room.output().join("content")).unwrap();
    symlink(".", room.output().join("circle")).unwrap();
    assert_eq!(foreign(room.begin().unwrap_err()), ["+circle", "+content"]);
    room.overwrite(NEW).unwrap();
    room.overwrite(OLD).unwrap();
    assert!(room.root.join("content/secret").exists());
}

#[test]
fn files_that_come_in_during_a_build_count_as_well() {
    let room = Room::with_old();
    let staging = room.staged(NEW);
    put(&room, "late.txt", "mine");
    assert_eq!(foreign(staging.publish().unwrap_err()), ["+late.txt"]);
    assert_eq!(found(&room), expected(OLD, &[("late.txt", "mine")]));
    let staging = room.begin_at(&room.output(), Foreign::CarryOver).unwrap();
    super::fill(&staging, NEW);
    put(&room, "later.txt", "mine");
    assert_eq!(names(&staging.publish().unwrap().kept), ["+late.txt", "+later.txt"]);
}

#[test]
fn with_the_same_site_there_already_they_are_kept_where_they_are() {
    let room = Room::with_old();
    put(&room, "CNAME", "mine");
    let published = room.overwrite(OLD).unwrap();
    assert!(published.unchanged);
    assert_eq!(names(&published.kept), ["+CNAME"]);
    put(&room, "index.html", "edited");
    assert!(!room.overwrite(OLD).unwrap().unchanged);
    assert_eq!(found(&room), expected(OLD, &[("CNAME", "mine")]));
}

#[test]
fn the_error_names_the_folder_as_it_was_asked_for() {
    let room = Room::with_old();
    put(&room, "CNAME", "mine");
    let asked = room.root.join("content/../public");
    let error = room.begin_at(&asked, Foreign::Refuse).unwrap_err();
    assert_eq!(Path::new(&super::arg(&error, "path")), asked);
}

#[test]
fn a_compressed_copy_of_what_is_other_now_is_not_carried_over() {
    let room = Room::with_old();
    put(&room, "same.css", "theirs");
    room.overwrite(&[("index.html", "old"), ("bao-cao/1.html", "old"), ("same.css", "own")])
        .unwrap();
    for copied in ["index.html.gz", "bao-cao/1.html.br", "gone.gz", "same.css.gz"] {
        put(&room, copied, "compressed");
    }
    let site: Site = &[("index.html", "new"), ("bao-cao/1.html", "new"), ("same.css", "own")];
    let published = room.overwrite(site).unwrap();
    assert_eq!(names(&published.stale), ["+bao-cao/1.html.br", "+index.html.gz"]);
    let others: Site = &[("gone.gz", "compressed"), ("same.css.gz", "compressed")];
    assert_eq!(found(&room), expected(site, others));
}

#[test]
fn a_compressed_copy_of_a_file_that_was_replaced_is_not_carried_over() {
    let room = Room::with_old();
    put(&room, "index.html", "edited");
    put(&room, "index.html.gz", "edited and compressed");
    let published = room.overwrite(OLD).unwrap();
    assert_eq!(names(&published.stale), ["+index.html.gz"]);
    assert_eq!(found(&room), expected(OLD, &[]));
}
