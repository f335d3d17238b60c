//! Compressed copies: beside what they are of, gone with the next build, the same every time.

use std::io::Read as _;

use super::*;

const LONG: &str = "Ủy ban nhân dân tỉnh. ";

fn publish(room: &Room, compressed: bool) -> BTreeMap<String, Vec<u8>> {
    let staging =
        Staging::begin(&room.output(), &room.policy(Foreign::Refuse), || ControlFlow::Continue(()))
            .unwrap();
    let text = LONG.repeat(200);
    for path in ["index.html", "a/b.css", "own.json", "picture.png"] {
        staging.write(path, text.as_bytes()).unwrap();
    }
    staging.write("short.html", b"short").unwrap();
    staging.write("own.json.gz", b"own").unwrap();
    if compressed {
        staging.precompress(|count| assert_eq!(count, 4), || {}).unwrap();
    }
    staging.publish().unwrap();
    let files = WalkDir::new(room.output()).into_iter().filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(room.output()).unwrap().to_str().unwrap().to_owned();
    let mut files: BTreeMap<_, _> =
        files.map(|entry| (name(entry.path()), fs::read(entry.path()).unwrap())).collect();
    files.remove(NAME);
    files
}

#[test]
fn texts_have_copies_that_hold_the_same_and_others_have_none() {
    let files = publish(&Room::new(), true);
    let expected = [
        "a/b.css",
        "a/b.css.br",
        "a/b.css.gz",
        "index.html",
        "index.html.br",
        "index.html.gz",
        "own.json",
        "own.json.br",
        "own.json.gz",
        "picture.png",
        "short.html",
    ];
    assert_eq!(files.keys().collect::<Vec<_>>(), expected);
    for path in ["a/b.css", "index.html"] {
        let mut unpacked = Vec::new();
        let gzip = &files[&format!("{path}.gz")];
        flate2::read::GzDecoder::new(&gzip[..]).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, files[path]);
        assert_eq!(gzip[4..8], [0; 4], "no time");
        let mut unpacked = Vec::new();
        let brotli = &files[&format!("{path}.br")];
        brotli::BrotliDecompress(&mut &brotli[..], &mut unpacked).unwrap();
        assert_eq!(unpacked, files[path]);
        assert!(brotli.len() < gzip.len() && gzip.len() < files[path].len() / 10);
    }
    assert_eq!(files["own.json.gz"], b"own", "a copy that the site brings stays");
}

#[test]
fn the_same_files_have_the_same_copies() {
    assert_eq!(publish(&Room::new(), true), publish(&Room::new(), true));
}

#[test]
fn the_next_build_without_copies_removes_them() {
    let room = Room::new();
    assert_eq!(publish(&room, true).len(), 11);
    assert_eq!(publish(&room, false).len(), 6);
    assert_eq!(publish(&room, true).len(), 11);
}

#[test]
fn what_is_a_text_is_told_by_the_end_of_its_name_in_any_case() {
    let room = Room::new();
    let staging = room.begin().unwrap();
    let paths = ["BIG.CSV", "y.Txt", "x.geojson", "phong-chu.TTF", "d.jsonl"];
    for path in paths {
        staging.write(path, LONG.repeat(200).as_bytes()).unwrap();
    }
    staging.precompress(|count| assert_eq!(count, paths.len()), || {}).unwrap();
    staging.publish().unwrap();
    for path in paths {
        assert!(room.output().join(format!("{path}.gz")).is_file(), "{path}");
    }
}

#[test]
fn a_folder_in_the_place_of_a_copy_stays() {
    let room = Room::new();
    let staging = room.begin().unwrap();
    let text = LONG.repeat(200);
    staging.write("d.json", text.as_bytes()).unwrap();
    staging.write("d.json.gz/x.png", b"own").unwrap();
    staging.precompress(|_| {}, || {}).unwrap();
    staging.publish().unwrap();
    assert_eq!(fs::read(room.output().join("d.json.gz/x.png")).unwrap(), b"own");
    assert!(room.output().join("d.json.br").is_file());
}
