//! congbo publishes official reports as a static site that holds together, or says what keeps
//! it from doing so.
//!
//! # The way of a report
//!
//! ```text
//! files ── content ──> Content: a Draft for each report and page, Sources
//!                         │ resolve (numbers, anchors, notes, links, citations)
//!                         v
//!                      Site: a Resolved for each, every id with its entry
//!                         │ lint (looks; then what the site makes of the findings)
//!                         │ render (views, templates, highlighting, data; beside it the index)
//!                         v
//!                      files, one by one ── check (facts of each page, held against each other)
//!                         │                   in memory alone; the file goes on at once
//!                         v
//!                      output: a folder beside the old site, then one step ──> published
//! ```
//!
//! [`pipeline`] runs these phases and is the only one that knows their order. What is wrong on the
//! way is a [`diag::Diagnostic`] in a list, not an error: a phase that found something goes on and
//! looks for more, and before pages are made of it the pipeline stops a site with errors. `Err` is
//! for the disk, and it ends the run with the old site in its place.
//!
//! A folder of HTML that lies there already, ours or another's, goes past all of this: [`audit`]
//! reads it, [`check`] judges it, and what is wrong are diagnostics as well.
//!
//! # Modules
//!
//! In the order in which a report passes. A module names those of its row and no others, so that
//! it can be read with these alone.
//!
//! | module | may name |
//! |---|---|
//! | `base` | |
//! | `source` | |
//! | `diag` | `source` |
//! | `model` | `source` |
//! | `locale` | `source`, `diag`, `model` |
//! | `content` | `source`, `diag`, `model` |
//! | `resolve` | `base`, `source`, `diag`, `model`, `locale`, `content` |
//! | `lint` | `source`, `diag`, `model`, `resolve` |
//! | `render` | `source`, `diag`, `model`, `locale`, `content::paths`, `output` |
//! | `output` | |
//! | `check` | `base` |
//! | `pipeline` | `source`, `diag`, `model`, `locale`, `content`, `resolve`, `lint`, `render`, `output`, `check` |
//! | `audit` | `source`, `diag`, `output`, `check`, `pipeline` |
//! | `cli` | `source`, `diag`, `locale`, `output`, `check`, `pipeline`, `audit` |
//!
//! Each crate from outside has an owner, who alone knows that it is there. The last rows are
//! tools without opinions that several use.
//!
//! | crates | owner |
//! |---|---|
//! | `pulldown_cmark`, `ammonia`, `serde_yaml`, `icu_casemap`, `imagesize` | `content` |
//! | `slug` | `resolve` |
//! | `tera`, `syntect`, `plotters`, `plotters_backend`, `icalendar` | `render` |
//! | `icu_collator`, `icu_locale_core`, `pagefind`, `tokio` | `render` |
//! | `csv` | `render` |
//! | `rustix`, `brotli`, `flate2` | `output` |
//! | `fluent_bundle`, `fluent_syntax` | `locale` |
//! | `clap`, `clap_complete`, `annotate_snippets`, `indicatif`, `terminal_size`, `unicode_width` | `cli` |
//! | `html5ever` | `content`, `check` |
//! | `memchr` | `check` |
//! | `walkdir` | `content`, `output`, `audit` |
//! | `unicode_normalization` | `source`, `content`, `check`, `cli` |
//! | `sha2` | `resolve`, `output`, `cli` |
//! | `percent_encoding` | `base`, `content`, `render`, `check`, `cli` |
//! | `regex` | `resolve`, `lint` |
//! | `strsim` | `content`, `resolve`, `cli` |
//! | `serde`, `serde_json` | `render`, `cli` |
//! | `rayon` | `content`, `resolve`, `lint`, `render`, `output`, `pipeline`, `audit` |
//!
//! # What is not there
//!
//! What keeps this readable is mostly absent, or only where it has to be:
//!
//! | word | only in |
//! |---|---|
//! | `std::fs`, `fs::` | content, output, audit, cli |
//! | `std::env`, `env::` | cli |
//! | `std::time`, `Instant`, `SystemTime` | cli |
//! | `HashMap`, `HashSet` | check |
//! | `Mutex`, `RwLock` | output, check |
//! | `std::process` | `cli::revision` |
//! | `std::net`, `thread_local`, `static mut` | |
//!
//! - No clock, environment, locale of the machine or order of a hash table reaches a page: the
//!   same content gives the same bytes, on any number of threads and in any folder. The hash
//!   tables of the proof are asked, never walked.
//! - No second reading of the text. What is a reference is what the Markdown parser says is one;
//!   checks, plain text and pages come from one stream of [`model::flow::Piece`]s.
//! - No placeholder that is replaced later, no field that a later phase fills: what is not known
//!   yet has no field yet. A [`model::draft::Draft`] has names, a [`model::resolved::Resolved`] has
//!   ids, and every id has its entry.
//! - No report knows another before the links are followed, and no page waits for another: reports
//!   are worked on side by side, and a page is written and forgotten as soon as it is made. What
//!   the proof keeps of it is what leads to other pages.
//! - No published file is written in place. Up to the last step everything happens in a hidden
//!   folder beside the output, under a lock; that step is one rename.
//! - No word for people in the code: messages are keys and values until the command line, or a
//!   template, asks [`locale`] for them. The exception is what the decree on official documents
//!   prescribes for Vietnamese: the date in the head of a document, a subject within a sentence.
//! - No HTML from an author unless it was on a list, and none from us that a template or
//!   `render::body` did not escape. Pages have no inline script or style and ask no other host.
//! - No other program is started but git, and that only where `check --since` asks it what has
//!   changed.
//! - No global state; the `static`s are compiled tables.
//!
//! # Where later things go
//!
//! - A rule about the text is a file in [`lint`]; a code is a row in [`diag`], its words, a suite.
//! - An output format of `check` is a file in `cli::emit`, beside its siblings.
//! - Another form of a report (data, a feed) is a file in [`render`]: it takes the site and a sink
//!   like all others. So does the index for search, which takes its text from the flows, not from
//!   pages, and is made beside them.
//! - An import is a module before [`content`] that writes content files and knows no later phase.
//! - A live preview is a module after [`pipeline`] with a sink in memory
//!   ([`output::Memory`]); it needs nothing from the phases that a build does not.
//! - An incremental build keeps drafts by the digest of their files, since only [`resolve`] sees
//!   more than one report.

pub mod base;
pub mod source;
pub mod diag;
pub mod model;
pub mod locale;
pub mod content;
pub mod resolve;
pub mod lint;
pub mod render;
pub mod output;
pub mod check;
pub mod pipeline;
pub mod audit;
pub mod cli;
