//! The proof: pages are read as a browser would see them, and must hold together.
//!
//! Takes finished HTML and the names of the files published beside it; gives [`Finding`]s. It
//! knows nothing of reports, templates or sources, so it reads pages of any generator. Never
//! touches the disk or the network, never prints, and never fails: what it cannot make sense of
//! is a finding.
//!
//! [`facts`] gathers what one page defines and uses; [`proof`] holds the pages of a site that is
//! being made against each other, [`web`] those of a folder that lies there. Between them, `sheet`
//! and `notes` judge what one page alone can tell, so that only what leads to other pages is kept.

mod address;
mod charref;
mod css;
mod elements;
pub mod facts;
mod feed;
mod marks;
mod notes;
pub mod proof;
mod scan;
mod sheet;
mod spelling;
mod store;
mod tree;
pub mod web;

pub use facts::{Facts, read};
pub use proof::{Options, Proof};
pub use scan::Spot;
pub use web::{Closed, Kind, Leaf, Near, Setting, Web};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        /// What is wrong with a page.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FindingKind { $($(#[$doc])* $name,)* }

        impl FindingKind {
            /// Every kind, in the order of the locale files.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name of its text in the locale; the subject stands behind it.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }
        }
    };
}

kinds! {
    /// An address within the site at which nothing is published, or which leaves the site.
    LinkNowhere = "proof-link-nowhere";
    /// A picture, a style sheet or another file that is not there.
    FileMissing = "proof-file-missing";
    /// The page is there, the anchor on it is not.
    AnchorMissing = "proof-anchor-missing";
    /// An id that stands on the page already.
    IdTwice = "proof-id-twice";
    /// Two files with one path.
    PathTwice = "proof-path-twice";
    /// Something that a browser would fetch from another host.
    ForeignRequest = "proof-foreign-request";
    /// Something that is written out in its own address, which the policy forbids as well.
    EmbeddedData = "proof-embedded-data";
    /// Script or style that the Content-Security-Policy forbids.
    InlineCode = "proof-inline-code";
    /// A note to which nothing that a reader sees on the page refers.
    NoteWithoutReference = "proof-note-without-reference";
    /// A note from which no link leads back.
    NoteWithoutWayBack = "proof-note-without-way-back";
    /// Notes of a page none of which leads back.
    NotesWithoutWayBack = "proof-notes-without-way-back";
    /// A note whose printed number is not its place in the report, or that the report lacks.
    NoteNumber = "proof-note-number";
    /// A note of the report that stands on none of its pages.
    NoteLost = "proof-note-lost";
    /// A reference that leads to no note of its own page.
    ReferenceWithoutNote = "proof-reference-without-note";
    /// A reference that leads to a note of another page.
    NoteElsewhere = "proof-note-elsewhere";
    /// A reference that prints another number than its note.
    ReferenceNumber = "proof-reference-number";
    /// A way back that leads to no reference of its note.
    BacklinkWrong = "proof-backlink-wrong";
    /// A page that no other links to.
    PageUnlinked = "proof-page-unlinked";
    /// A file that is called a page and is none, or is too large for one.
    PageUnread = "proof-page-unread";
    /// Markup that a browser has to guess at, or that it takes apart and puts elsewhere.
    Markup = "proof-markup";
    /// An attribute given twice in one tag; a browser drops the second.
    AttributeTwice = "proof-attribute-twice";
    /// An end tag that closes nothing.
    EndWithoutStart = "proof-end-without-start";
    /// An element that is never closed, or that another one's end closes.
    StartWithoutEnd = "proof-start-without-end";
}

/// Something wrong, and where. Findings sort by page and position.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path of the page from the site's root, with `/` between its parts; of a lost note, the
    /// path of its report.
    pub page: String,
    /// Where on it; line 0 where the finding is about the page as a whole.
    pub spot: Spot,
    /// What.
    pub kind: FindingKind,
    /// The address, id, number or tag that it is about.
    pub subject: String,
    /// What helps to mend it.
    pub near: Option<Near>,
}

impl Finding {
    fn new(page: &str, spot: Spot, kind: FindingKind, subject: &str) -> Self {
        Self { page: page.to_owned(), spot, kind, subject: excerpt(subject), near: None }
    }
}

/// The beginning of a text that may be long, such as an inline style or a `data:` address.
fn excerpt(text: &str) -> String {
    match text.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
