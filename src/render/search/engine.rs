//! Records -> the files of Pagefind, which finds them.
//!
//! Pagefind folds the tones of a word and keeps its exact spelling as a variant, so that both
//! spellings find each other and the exact one comes first. It does not fold `đ`, which has no
//! decomposition; here `đ` is written as `d` and a combining stroke, which is folded like a tone.
//! The search page writes queries in the same way, and puts `đ` back into what it shows.
//!
//! A record is not HTML but what Pagefind itself makes of HTML: words, and between them marks for
//! anchors and weights. Nothing has to be parsed, and an anchor carries a place instead of the
//! name of an element. Pagefind does not promise the form of these marks; Cargo.toml holds its
//! version fast, and the tests of the search page find every anchor through them.
//!
//! Memory grows with the words of the site: Pagefind holds about a hundred bytes for each place where
//! a word stands, copies all of them when it begins to build, and gives no file before the last
//! record. Against that, the records that are handed to it (eight bytes a word) and the files that
//! it gives (five) weigh nothing, and neither does what the pages were made of. About a third of the
//! peak is the copy that it keeps of every page, which its interface has no way to take back; most of
//! the rest are its words page by page. The allocator adds half as much again, since each accented
//! word is a piece of memory of its own.
//!
//! Nothing here reads the environment, but Pagefind does: `PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE` is
//! how many words go into a file of the index, and no option is stronger. Its other variables are
//! for its own command line. The command that builds refuses to begin where that one is set.

use std::collections::BTreeMap;
use std::fmt::Write;

use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;

use crate::render::href::encode;

/// The language of the index, whatever is in it: Pagefind finds nothing across languages. It has no
/// stemmer for this one, and no need of one.
const LANGUAGE: &str = "vi";
/// What is put behind the `d` of a `đ`: COMBINING SHORT STROKE OVERLAY.
const STROKE: &str = "\u{335}";
/// Stands between the words of a name and at both its ends: LATIN LETTER DENTAL CLICK. Pagefind takes
/// it for a letter, so that a name is one word, which no other begins.
const JOINT: &str = "ǀ";
/// Up to so many records each is a file of its own; of more, neighbours share a file.
const FILES: u32 = 1000;

/// One page, as it is found.
pub(super) struct Record {
    /// Its address from the site's root, encoded.
    pub(super) url: String,
    /// Its title.
    pub(super) title: String,
    /// Its text.
    pub(super) digest: Digest,
    /// One of [`super::records::KINDS`].
    pub(super) kind: &'static str,
    /// The code of its language.
    pub(super) language: &'static str,
    /// The path of its report.
    pub(super) report: Option<String>,
    /// The year of its report.
    pub(super) year: Option<u16>,
    /// Where its document stands among those of the site: the newest report is the first.
    pub(super) order: usize,
}

/// The words of a record, with marks for anchors and weights.
#[derive(Default)]
pub(super) struct Digest {
    marked: String,
    anchors: usize,
}

impl Digest {
    /// What follows stands at the anchor `id`, in the `place`.
    pub(super) fn anchor(&mut self, id: &str, place: &str) {
        self.mark(id, &encode(place));
    }

    /// Likewise; up to the next such anchor it has a title of its own.
    pub(super) fn titled_anchor(&mut self, id: &str, place: &str, title: &str) {
        self.mark(id, &format!("{}={}", encode(place), encode(title)));
    }

    fn mark(&mut self, id: &str, element: &str) {
        let (number, id) = (self.anchors, encode(id));
        let _ = write!(self.marked, " ___PAGEFIND_ANCHOR___{element}:{number}:{id} ");
        self.anchors += 1;
    }

    /// What stands at the last anchor is called so. The name is no text, and found as a whole.
    pub(super) fn name(&mut self, name: &str) {
        let words =
            name.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
        let joined: String = words.flat_map(|word| [word, JOINT]).collect();
        let _ = write!(self.marked, " {JOINT}{} ", folding(&joined.to_lowercase()));
    }

    /// Appends text.
    pub(super) fn text(&mut self, text: &str) {
        self.marked.push(' ');
        self.marked.push_str(&unmarked(&folding(text)));
    }

    /// Appends text that weighs more.
    pub(super) fn weighty(&mut self, weight: u8, text: &str) {
        let _ = write!(self.marked, " ___PAGEFIND_WEIGHT___{weight} ");
        self.text(text);
        self.marked.push_str(" ___END_PAGEFIND_WEIGHT___ ");
    }
}

/// A text that cannot be taken for a mark or a name: of each row of underscores it has two at most.
fn unmarked(text: &str) -> String {
    let mut unmarked = text.replace(JOINT, "|").replace("___", "__");
    while unmarked.contains("___") {
        unmarked = unmarked.replace("___", "__");
    }
    unmarked
}

/// A text with every `đ` in the form that is folded.
fn folding(text: &str) -> String {
    text.replace('đ', &format!("d{STROKE}")).replace('Đ', &format!("D{STROKE}"))
}

/// The files of an index of these records, by name.
pub(super) fn files(records: Vec<Record>) -> Result<Vec<(String, Vec<u8>)>, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    let options = PagefindServiceConfig::builder()
        .keep_index_url(true)
        .force_language(LANGUAGE.to_owned())
        .include_characters(STROKE.to_owned())
        .max_fragments(FILES)
        .build();
    let files = runtime.block_on(async {
        let mut index = PagefindIndex::new(Some(options))?;
        for record in records {
            let meta = BTreeMap::from([("title".to_owned(), folding(&record.title))]);
            let sort = BTreeMap::from([("order".to_owned(), record.order.to_string())]);
            let (filters, text) = (Some(filters(&record)), record.digest.marked);
            let language = LANGUAGE.to_owned();
            index
                .add_custom_record(record.url, text, language, Some(meta), filters, Some(sort))
                .await?;
        }
        index.get_files().await
    });
    // The type of the error belongs to a crate that is not ours.
    let files = files.map_err(|error| error.to_string())?;
    Ok(files.into_iter().filter_map(needed).collect())
}

fn filters(record: &Record) -> BTreeMap<String, Vec<String>> {
    let filters = [
        ("kind", Some(record.kind.to_owned())),
        ("language", Some(record.language.to_owned())),
        ("report", record.report.clone()),
        ("year", record.year.map(|year| year.to_string())),
    ];
    filters.into_iter().filter_map(|(name, value)| Some((name.to_owned(), vec![value?]))).collect()
}

/// A file with its name, unless it belongs to the ready-made search boxes that come with Pagefind.
fn needed(file: SyntheticFile) -> Option<(String, Vec<u8>)> {
    let name = file.filename.to_str()?.replace('\\', "/");
    let script =
        matches!(name.as_str(), "pagefind.js" | "pagefind-worker.js" | "pagefind-entry.json");
    let (_, ending) = name.rsplit_once('.')?;
    (script || ending == "pagefind" || ending.starts_with("pf_")).then_some((name, file.contents))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_looks_like_a_mark_is_text() {
        for underscores in 3..12 {
            let row = "_".repeat(underscores);
            let mut digest = Digest::default();
            digest.text(&format!("{row}PAGEFIND_ANCHOR{row}p:0:nowhere"));
            assert_eq!(digest.marked, " __PAGEFIND_ANCHOR__p:0:nowhere");
        }
    }

    #[test]
    fn a_name_is_one_word_and_no_text() {
        let mut digest = Digest::default();
        digest.name("Điểm đ, mục I.2 (“Phần II”)");
        assert_eq!(digest.marked.trim(), "ǀd\u{335}iểmǀd\u{335}ǀmụcǀiǀ2ǀphầnǀiiǀ");
        let mut text = Digest::default();
        text.text("ǀmụcǀiǀ");
        assert_eq!(text.marked, " |mục|i|");
    }

    #[test]
    fn only_what_the_search_page_loads_is_kept() {
        let mut digest = Digest::default();
        digest.text("Điều hành");
        let record = Record {
            url: "a/".to_owned(),
            title: "Điều hành".to_owned(),
            digest,
            kind: "section",
            language: "vi",
            report: Some("a".to_owned()),
            year: Some(2023),
            order: 0,
        };
        let files = files(vec![record]).expect("an index");
        let mut endings: Vec<_> = files
            .iter()
            .map(|(name, _)| name.rsplit_once('.').map_or("", |(_, end)| end))
            .collect();
        endings.sort_unstable();
        let filters = ["pf_filter"; 4];
        let first = ["js", "js", "json", "pagefind"];
        let last = ["pf_fragment", "pf_index", "pf_meta"];
        assert_eq!(endings, [&first[..], &filters, &last].concat());
    }
}
