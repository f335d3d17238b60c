//! Compressed copies beside the files of a site, for servers that hand them out as they lie there.
//!
//! Takes the site as it was collected; writes `index.html.gz` and `index.html.br` beside
//! `index.html`, as small as the formats allow, where that is smaller. The copies are files of the
//! site like others: the manifest has them, and the next build without them removes them. The
//! same bytes give the same copies, whatever the time and the number of threads. Never touches the
//! file itself, nor a copy that the site brings.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;

use super::error::{Action, OutputError};
use super::{Sink as _, Staging};

/// What compresses well, by the end of its name in small letters; pictures, sound and archives are
/// compressed already.
const TEXTS: &[&str] = &[
    "atom",
    "bib",
    "css",
    "csv",
    "geojson",
    "gpx",
    "htm",
    "html",
    "ics",
    "js",
    "json",
    "jsonl",
    "kml",
    "log",
    "map",
    "md",
    "mjs",
    "otf",
    "rdf",
    "rss",
    "rtf",
    "srt",
    "svg",
    "tex",
    "toml",
    "topojson",
    "tsv",
    "ttf",
    "txt",
    "vcf",
    "vtt",
    "wasm",
    "webmanifest",
    "xhtml",
    "xml",
    "xsd",
    "xsl",
    "yaml",
    "yml",
];

/// Files below so many bytes travel in one packet as they are.
const SMALLEST: usize = 1024;

/// The formats: what a copy's name ends in, and what makes it.
const FORMATS: [(&str, Compress); 2] = [("gz", gzip), ("br", brotli)];

type Compress = fn(&[u8]) -> io::Result<Vec<u8>>;

impl Staging {
    /// Writes the compressed copies of the files that were written so far. `begin` is told how many
    /// files there are to look at, `step` when one is done.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn precompress(
        &self,
        begin: impl FnOnce(usize),
        step: impl Fn() + Sync,
    ) -> Result<(), OutputError> {
        let paths = self.paths();
        let texts: Vec<&String> = paths.iter().filter(|path| is_text(path)).collect();
        begin(texts.len());
        texts.into_par_iter().try_for_each(|path| {
            let copied = self.copies(path, &paths);
            step();
            copied
        })
    }

    fn copies(&self, path: &str, paths: &BTreeSet<String>) -> Result<(), OutputError> {
        let bytes = self.read(path).map_err(OutputError::io(Action::Read, Path::new(path)))?;
        if bytes.len() < SMALLEST {
            return Ok(());
        }
        let copies = FORMATS.map(|(end, compress)| (format!("{path}.{end}"), compress));
        for (copy, compress) in copies.iter().filter(|(copy, _)| !is_taken(paths, copy)) {
            self.copy_of(&bytes, copy, *compress)
                .map_err(OutputError::io(Action::Write, Path::new(copy)))?;
        }
        Ok(())
    }

    fn copy_of(&self, bytes: &[u8], copy: &str, compress: Compress) -> io::Result<()> {
        let compressed = compress(bytes)?;
        if compressed.len() < bytes.len() { self.write(copy, &compressed) } else { Ok(()) }
    }
}

/// What a path would be the compressed copy of.
pub(super) fn of_copy(path: &str) -> Option<&str> {
    FORMATS.iter().find_map(|(end, _)| path.strip_suffix(end)?.strip_suffix('.'))
}

/// Whether the site has a file or a folder of this path itself.
fn is_taken(paths: &BTreeSet<String>, path: &str) -> bool {
    let below = format!("{path}/");
    let first = paths.range(below.clone()..).next();
    paths.contains(path) || first.is_some_and(|first| first.starts_with(&below))
}

fn is_text(path: &str) -> bool {
    let end = Path::new(path).extension().and_then(|end| end.to_str());
    end.is_some_and(|end| TEXTS.contains(&&*end.to_ascii_lowercase()))
}

/// RFC 1952, without a time, a name or a system.
fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// RFC 7932.
fn brotli(mut bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    ::brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}
