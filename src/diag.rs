//! Diagnostics: what congbo has to say about a site's content.
//!
//! A diagnostic is data: a [`Code`], the place, the arguments of its message. The words are in
//! `src/locale/*.ftl`, under the code's name, and are put in only when it is shown, so that one
//! run can speak either language. There is one constructor a code; a new code is an entry in
//! the table below, a constructor, and its words in every language. Never prints.

use std::collections::BTreeMap;

use crate::source::{Form, Span};

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Published all the same, unless `--strict`.
    Warning,
    /// Nothing is published.
    Error,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $severity:ident;)*) => {
        /// What is wrong. One code has one meaning, for good.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code, errors first, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The code as users see it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// How severe it is unless something raises it.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// A reference to a note that nobody defined.
    FootnoteUndefined = "footnote-undefined", Error;
    /// A note that no page would show.
    FootnoteUnused = "footnote-unused", Error;
    /// A second definition of a note.
    FootnoteDuplicate = "footnote-duplicate", Error;
    /// A note without text.
    FootnoteEmpty = "footnote-empty", Error;
    /// Notes that only refer to one another.
    FootnoteCycle = "footnote-cycle", Error;
    /// A link back from a note that does not lead to its reference.
    FootnoteBacklinkBroken = "footnote-backlink-broken", Error;
    /// A link to an anchor that nothing has.
    ReferenceUnresolved = "reference-unresolved", Error;
    /// Two things with one anchor or address.
    AnchorDuplicate = "anchor-duplicate", Error;
    /// An asserted number that is not the computed one.
    NumberMismatch = "number-mismatch", Error;
    /// A key figure that the text it names does not state.
    IndicatorUnsupported = "indicator-unsupported", Error;
    /// A list of directives that no paragraph places.
    DirectiveUnplaced = "directive-unplaced", Error;
    /// A paragraph that places directives where there are none.
    DirectiveMissing = "directive-missing", Error;
    /// A link to a page that does not exist.
    LinkBroken = "link-broken", Error;
    /// A link to a file that does not exist.
    AssetMissing = "asset-missing", Error;
    /// A table that no chart can be drawn of.
    ChartDataInvalid = "chart-data-invalid", Error;
    /// A YAML key that means nothing.
    FieldUnknown = "field-unknown", Error;
    /// A value that its key cannot have.
    FieldInvalid = "field-invalid", Error;
    /// A required key that is not there.
    FieldMissing = "field-missing", Error;
    /// A file that is no YAML.
    YamlInvalid = "yaml-invalid", Error;
    /// A file under another name than the one by which it is read.
    FileMisnamed = "file-misnamed", Error;
    /// A file that is no UTF-8.
    EncodingInvalid = "encoding-invalid", Error;
    /// A row with more cells than its table has columns.
    TableCellLost = "table-cell-lost", Error;
    /// A comment for congbo that it does not understand, or must not heed.
    IgnoreInvalid = "ignore-invalid", Error;
    /// A path or link that leads where it must not.
    PathUnsafe = "path-unsafe", Error;
    /// A template that does not work.
    TemplateInvalid = "template-invalid", Error;
    /// A file of texts in a language that cannot be used as it is.
    TextsInvalid = "texts-invalid", Error;
    /// The proof of the rendered pages failed: a bug of congbo, or a template of the site's own.
    ProofFailed = "proof-failed", Error;
    /// Numeric ids that do not follow the reading order.
    FootnoteOrder = "footnote-order", Warning;
    /// Number or date not filled in.
    MetadataMissing = "metadata-missing", Warning;
    /// A document symbol that no issuer uses.
    CitationSuspect = "citation-suspect", Warning;
    /// A heading more than one level deeper than the one before.
    HeadingSkipped = "heading-skipped", Warning;
    /// An image without a description.
    ImageAltMissing = "image-alt-missing", Warning;
    /// Text that is read as something else than its author seems to have meant.
    MarkupSuspect = "markup-suspect", Warning;
    /// A blank that was to be filled in.
    PlaceholderLeft = "placeholder-left", Warning;
    /// A long passage that stands twice in one note or paragraph, or a word twice in a row.
    TextRepeated = "text-repeated", Warning;
    /// A bracket without its counterpart.
    BracketUnbalanced = "bracket-unbalanced", Warning;
    /// A quotation mark without its counterpart.
    QuoteUnbalanced = "quote-unbalanced", Warning;
    /// Two signs where one is meant.
    PunctuationDoubled = "punctuation-doubled", Warning;
    /// A sign, or a word, beside which a blank is missing.
    BlankMissing = "blank-missing", Warning;
    /// An accent that is a character of its own.
    CombiningMarkLeft = "combining-mark-left", Warning;
    /// Text in an encoding of before Unicode, or with letters of another alphabet.
    LegacyEncoding = "legacy-encoding", Warning;
    /// A raised digit that was a reference to a footnote.
    SuperscriptLeft = "superscript-left", Warning;
    /// A document that is cited without its date.
    CitationIncomplete = "citation-incomplete", Warning;
    /// A day that there is not, or a date written in another way than the rest.
    DateForm = "date-form", Warning;
    /// An abbreviation that nothing explains.
    AbbreviationUndefined = "abbreviation-undefined", Warning;
    /// Two habits of setting the tone mark.
    ToneMixed = "tone-mixed", Warning;
    /// A note without a link back to where it is referred to.
    FootnoteBacklinkMissing = "footnote-backlink-missing", Warning;
    /// A page that no other links to.
    PageOrphaned = "page-orphaned", Warning;
    /// A file that is called a page and cannot be read as one.
    PageUnread = "page-unread", Warning;
    /// Raw HTML that is not on the safe list and was taken out.
    HtmlRemoved = "html-removed", Warning;
    /// A comment that silences nothing.
    IgnoreUnused = "ignore-unused", Warning;
}

impl Code {
    /// The code of a name that a user typed.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl Code {
    /// Whether a site may lower or silence it: the pages hold together all the same.
    #[must_use]
    pub const fn yields(self) -> bool {
        matches!(
            self,
            Self::FootnoteEmpty
                | Self::NumberMismatch
                | Self::IndicatorUnsupported
                | Self::TableCellLost
                | Self::FieldUnknown
        ) || matches!(self.severity(), Severity::Warning)
    }
}

/// What a site makes of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Nothing is published.
    Error,
    /// Published all the same.
    Warning,
    /// Nothing is said.
    Ignore,
}

impl Level {
    /// The levels by the words that users write.
    pub const WORDS: &'static [(&'static str, Self)] =
        &[("error", Self::Error), ("warning", Self::Warning), ("ignore", Self::Ignore)];
}

/// The codes of which a site makes something else.
pub type Levels = BTreeMap<Code, Level>;

/// A comment by which an author silences a code at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ignore {
    /// What it silences.
    pub code: Code,
    /// The comment.
    pub span: Span,
    /// Where it silences it, if there is such a place.
    pub scope: Option<Span>,
}

/// A sentence to be put into words later: the name of a text in the locale, and what fills it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    /// Name of the text.
    pub key: &'static str,
    /// What stands for each `{ $name }` in it.
    pub args: Vec<(&'static str, Arg)>,
}

/// A value in a [`Message`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// Text of the author's, shown as it is.
    Text(String),
    /// A count, for the plural.
    Count(usize),
    /// The name of another text of the locale, for words that are translated themselves.
    Term(&'static str),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl Message {
    /// A sentence that needs nothing filled in.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// Fills in one value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// What is said of a chart that belongs to a diagnostic.
const CHART: &str = "chart-stands-here";

/// Another place that belongs to a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// What is there.
    pub message: Message,
    /// Where.
    pub span: Span,
}

/// Something wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What.
    pub code: Code,
    /// How much it matters here.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// The sentence that says it.
    pub message: Message,
    /// What to do.
    pub hint: Option<Message>,
    /// Other places.
    pub related: Vec<Related>,
}

impl Diagnostic {
    fn new(code: Code, span: Span) -> Self {
        Self {
            code,
            severity: code.severity(),
            span,
            message: Message::new(code.name()),
            hint: None,
            related: Vec::new(),
        }
    }

    /// Uses another of the code's sentences.
    fn saying(mut self, key: &'static str) -> Self {
        self.message.key = key;
        self
    }

    /// Fills in one value of its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.message = self.message.with(name, value);
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Adds what to do, where something is known.
    #[must_use]
    pub fn maybe_hint(mut self, hint: Option<Message>) -> Self {
        self.hint = hint.or(self.hint);
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn also(mut self, span: Span, message: Message) -> Self {
        self.related.push(Related { message, span });
        self
    }

    /// Makes an error of a warning.
    #[must_use]
    pub fn raised(mut self) -> Self {
        self.severity = Severity::Error;
        self
    }

    /// `id` is referred to at `span` and defined nowhere in the report.
    #[must_use]
    pub fn footnote_undefined(span: Span, id: &str) -> Self {
        Self::new(Code::FootnoteUndefined, span).with("id", id)
    }

    /// Nothing that a reader sees refers to the note defined at `span`.
    #[must_use]
    pub fn footnote_unused(span: Span, id: &str) -> Self {
        Self::new(Code::FootnoteUnused, span)
            .with("id", id)
            .hint(Message::new("footnote-unused-hint").with("id", id))
    }

    /// A second definition at `span` of what `first` defined.
    #[must_use]
    pub fn footnote_duplicate(span: Span, id: &str, first: Span) -> Self {
        Self::new(Code::FootnoteDuplicate, span)
            .with("id", id)
            .also(first, Message::new("first-defined-here"))
            .hint(Message::new("footnote-duplicate-hint"))
    }

    /// The note defined at `span` has no text.
    #[must_use]
    pub fn footnote_empty(span: Span, id: &str) -> Self {
        Self::new(Code::FootnoteEmpty, span)
            .with("id", id)
            .hint(Message::new("footnote-empty-hint"))
    }

    /// The notes `ids` refer to one another and nothing else refers to any of them; `span` is
    /// the first one's definition, `others` are the rest's.
    #[must_use]
    pub fn footnote_cycle(span: Span, ids: &[&str], others: &[Span]) -> Self {
        let list = ids.iter().map(|id| format!("[^{id}]")).collect::<Vec<_>>().join(", ");
        let start = Self::new(Code::FootnoteCycle, span)
            .with("ids", list)
            .with("count", ids.len())
            .hint(Message::new("footnote-cycle-hint"));
        others.iter().fold(start, |diagnostic, &other| {
            diagnostic.also(other, Message::new("also-in-the-cycle"))
        })
    }

    /// A link at `span` to the anchor `id`, which the report or page called `place` lacks.
    #[must_use]
    pub fn reference_unresolved(span: Span, id: &str) -> Self {
        Self::new(Code::ReferenceUnresolved, span).with("id", id)
    }

    /// What keeps a key figure from its place, which is named there without any sign of a link.
    #[must_use]
    pub fn of_a_figure(mut self) -> Self {
        if self.message.key == Code::ReferenceUnresolved.name() {
            self.message.key = "reference-unresolved-stated";
            let hint = self.hint.iter_mut().filter(|it| it.key.ends_with("-hint-nearest"));
            hint.for_each(|hint| hint.key = "did-you-mean");
        }
        self
    }

    /// `[text][label]` at `span`, where no `[label]: address` stands in the text.
    #[must_use]
    pub fn link_label_undefined(span: Span, label: &str) -> Self {
        Self::new(Code::ReferenceUnresolved, span)
            .saying("reference-unresolved-label")
            .with("label", label)
            .hint(Message::new("reference-unresolved-label-hint").with("label", label))
    }

    /// The anchor `id` is given at `span` a second time; `first` has it already.
    #[must_use]
    pub fn anchor_duplicate(span: Span, id: &str, first: Span) -> Self {
        Self::new(Code::AnchorDuplicate, span)
            .with("id", id)
            .also(first, Message::new("first-used-here"))
            .hint(Message::new("anchor-duplicate-hint"))
    }

    /// Two sources would be published at one `address`.
    #[must_use]
    pub fn address_duplicate(span: Span, address: &str, first: Option<Span>) -> Self {
        let diagnostic = Self::new(Code::AnchorDuplicate, span)
            .saying("anchor-duplicate-address")
            .with("address", address)
            .hint(Message::new("anchor-duplicate-address-hint"));
        match first {
            Some(first) => diagnostic.also(first, Message::new("first-used-here")),
            None => diagnostic,
        }
    }

    /// A file would be published at an `address` that congbo needs for itself.
    #[must_use]
    pub fn address_made(span: Span, address: &str) -> Self {
        Self::new(Code::AnchorDuplicate, span)
            .saying("anchor-duplicate-made")
            .with("address", address)
            .hint(Message::new("anchor-duplicate-made-hint"))
    }

    /// A static file has the name under which congbo publishes its own, or the site's, `plain`.
    #[must_use]
    pub fn digest_taken(span: Span, taken: &str, plain: &str) -> Self {
        Self::new(Code::AnchorDuplicate, span)
            .saying("anchor-duplicate-digest")
            .with("taken", taken)
            .with("plain", plain)
            .hint(Message::new("anchor-duplicate-digest-hint"))
    }

    /// A file is published at `address`, where something else needs a folder; `span` and `other`
    /// are what asks for the two, where a source does.
    #[must_use]
    pub fn address_within_file(span: Span, address: &str, other: Option<Span>) -> Self {
        let diagnostic = Self::new(Code::AnchorDuplicate, span)
            .saying("anchor-duplicate-folder")
            .with("address", address)
            .hint(Message::new("anchor-duplicate-address-hint"));
        match other {
            Some(other) => diagnostic.also(other, Message::new("first-used-here")),
            None => diagnostic,
        }
    }

    /// A report that stands in the site's own folder, whose pages of the same names it would take.
    #[must_use]
    pub fn report_at_root(span: Span) -> Self {
        Self::new(Code::AnchorDuplicate, span)
            .saying("anchor-duplicate-root")
            .hint(Message::new("anchor-duplicate-root-hint"))
    }

    /// A list of directives is placed at `span` a second time.
    #[must_use]
    pub fn directives_placed_twice(span: Span, folder: &str, first: Span) -> Self {
        Self::new(Code::AnchorDuplicate, span)
            .saying("anchor-duplicate-directives")
            .with("folder", folder)
            .also(first, Message::new("first-placed-here"))
    }

    /// What is numbered at `span` asserts `asserted` and is `computed`.
    #[must_use]
    pub fn number_mismatch(span: Span, asserted: &str, computed: &str) -> Self {
        let hint =
            if computed.is_empty() { "number-mismatch-hint-none" } else { "number-mismatch-hint" };
        let key = if computed.is_empty() { "number-mismatch-none" } else { "number-mismatch" };
        Self::new(Code::NumberMismatch, span)
            .saying(key)
            .with("asserted", asserted)
            .with("computed", computed)
            .hint(Message::new(hint).with("computed", computed))
    }

    /// The key figure `value` at `span` does not occur in the text of `citation`, at `place`.
    #[must_use]
    pub fn indicator_unsupported(span: Span, value: &str, citation: &str, place: Span) -> Self {
        Self::new(Code::IndicatorUnsupported, span)
            .with("value", value)
            .with("place", citation)
            .also(place, Message::new("indicator-unsupported-place"))
            .hint(Message::new("indicator-unsupported-hint"))
    }

    /// Says that `more` numbers behind this one are off by as much.
    #[must_use]
    pub fn repeated(mut self, more: usize) -> Self {
        if more > 0 && !self.message.key.ends_with("-none") {
            self.message = Message { key: "number-mismatch-run", ..self.message };
            self.message = self.message.with("more", more);
            self.hint = Some(Message::new("number-mismatch-run-hint"));
        }
        self
    }

    /// No paragraph says where the directives of `folder` stand; `span` is the first of them.
    #[must_use]
    pub fn directive_unplaced(span: Span, folder: &str, count: usize) -> Self {
        Self::new(Code::DirectiveUnplaced, span)
            .with("folder", folder)
            .with("count", count)
            .hint(Message::new("directive-unplaced-hint").with("folder", folder))
    }

    /// Of directives that stand nowhere: the link at `link` leads to `folder` and is no place.
    #[must_use]
    pub fn linked_at(self, link: Span, folder: &str) -> Self {
        self.also(link, Message::new("directives-linked-here"))
            .hint(Message::new("directive-unplaced-hint-linked").with("folder", folder))
    }

    /// The paragraph at `span` places the directives of `folder`, and there are none.
    #[must_use]
    pub fn directive_missing(span: Span, folder: &str) -> Self {
        Self::new(Code::DirectiveMissing, span)
            .with("folder", folder)
            .hint(Message::new("directive-missing-hint").with("folder", folder))
    }

    /// The link at `span` leads to a page that is not there.
    #[must_use]
    pub fn link_broken(span: Span, target: &str) -> Self {
        Self::new(Code::LinkBroken, span).with("target", target)
    }

    /// The link or image at `span` needs a file that is not there.
    #[must_use]
    pub fn asset_missing(span: Span, target: &str) -> Self {
        Self::new(Code::AssetMissing, span)
            .with("target", target)
            .hint(Message::new("asset-missing-hint"))
    }

    /// The table of the chart at `chart` is not what a chart needs; `key` names the text.
    #[must_use]
    pub fn chart_data_invalid(span: Span, key: &'static str, chart: Span) -> Self {
        Self::new(Code::ChartDataInvalid, span).saying(key).in_chart(chart)
    }

    /// The same, which stands in the table of the chart at `chart`.
    #[must_use]
    pub fn in_chart(self, chart: Span) -> Self {
        self.also(chart, Message::new(CHART))
    }

    /// The charts in whose table it stands.
    pub fn in_charts(&self) -> impl Iterator<Item = Span> {
        self.related.iter().filter(|it| it.message.key == CHART).map(|it| it.span)
    }

    /// The link at `span` leads to a page that lacks the anchor.
    #[must_use]
    pub fn anchor_missing(span: Span, target: &str) -> Self {
        Self::new(Code::ReferenceUnresolved, span)
            .saying("reference-unresolved-anchor")
            .with("target", target)
    }

    /// The id at `span` stands on its page a second time; `first` has it already.
    #[must_use]
    pub fn id_twice(span: Span, id: &str, first: Span) -> Self {
        Self::anchor_duplicate(span, id, first)
            .hint(Message::new("anchor-duplicate-hint-page").with("id", id))
    }

    /// The reference at `span` leads to no note of its page.
    #[must_use]
    pub fn note_missing(span: Span, target: &str) -> Self {
        Self::new(Code::FootnoteUndefined, span)
            .saying("footnote-undefined-on-page")
            .with("target", target)
            .hint(Message::new("footnote-undefined-hint-on-page"))
    }

    /// The reference at `span` leads to a note of another page.
    #[must_use]
    pub fn note_elsewhere(span: Span, target: &str) -> Self {
        Self::new(Code::FootnoteUndefined, span)
            .saying("footnote-undefined-elsewhere")
            .with("target", target)
            .hint(Message::new("footnote-undefined-hint-elsewhere"))
    }

    /// Nothing on the page refers to its note at `span`.
    #[must_use]
    pub fn note_unreferenced(span: Span, id: &str) -> Self {
        Self::new(Code::FootnoteUnused, span)
            .saying("footnote-unused-on-page")
            .with("id", id)
            .hint(Message::new("footnote-unused-hint-on-page").with("id", id))
    }

    /// The reference at `span` prints another number than its note: `numbers` says which.
    #[must_use]
    pub fn note_number_mismatch(span: Span, numbers: &str) -> Self {
        Self::new(Code::NumberMismatch, span)
            .saying("number-mismatch-reference")
            .with("numbers", numbers)
            .hint(Message::new("number-mismatch-hint-reference"))
    }

    /// The link back at `span` leads to no reference to its note.
    #[must_use]
    pub fn backlink_broken(span: Span, target: &str) -> Self {
        Self::new(Code::FootnoteBacklinkBroken, span)
            .with("target", target)
            .hint(Message::new("footnote-backlink-broken-hint"))
    }

    /// The note at `span` has no link back.
    #[must_use]
    pub fn backlink_missing(span: Span, id: &str) -> Self {
        Self::new(Code::FootnoteBacklinkMissing, span)
            .with("id", id)
            .hint(Message::new("footnote-backlink-missing-hint"))
    }

    /// None of the page's notes, the first at `span`, has a link back.
    #[must_use]
    pub fn backlinks_missing(span: Span, count: usize) -> Self {
        Self::new(Code::FootnoteBacklinkMissing, span)
            .saying("footnote-backlink-missing-all")
            .with("count", count)
            .hint(Message::new("footnote-backlink-missing-hint"))
    }

    /// No other page links to `page`.
    #[must_use]
    pub fn page_orphaned(span: Span, page: &str) -> Self {
        Self::new(Code::PageOrphaned, span)
            .with("page", page)
            .hint(Message::new("page-orphaned-hint"))
    }

    /// `page` is not read, because `reason` (a text's name).
    #[must_use]
    pub fn page_unread(span: Span, page: &str, reason: &'static str) -> Self {
        Self::new(Code::PageUnread, span).with("page", page).with("reason", Arg::Term(reason))
    }

    /// The YAML key at `span` means nothing; `nearest` does.
    #[must_use]
    pub fn field_unknown(span: Span, field: &str, nearest: Option<&str>, known: &[&str]) -> Self {
        let hint = match nearest {
            Some(nearest) => Message::new("did-you-mean").with("name", nearest),
            None => Message::new("field-unknown-hint").with("known", known.join(", ")),
        };
        Self::new(Code::FieldUnknown, span).with("field", field).hint(hint)
    }

    /// The value at `span` is not what `field` takes; `expected` names a text that says what is.
    #[must_use]
    pub fn field_invalid(span: Span, field: &str, expected: &'static str) -> Self {
        let key = match field {
            "---" => "field-invalid-front",
            field if field.ends_with(".yaml") => "field-invalid-file",
            _ => "field-invalid",
        };
        Self::new(Code::FieldInvalid, span)
            .saying(key)
            .with("field", field)
            .with("expected", Arg::Term(expected))
    }

    /// A language is chosen at `span` that the site has no texts in.
    #[must_use]
    pub fn language_unknown(span: Span, language: &str) -> Self {
        Self::field_invalid(span, "language", "expected-language")
            .hint(Message::new("field-invalid-language-hint").with("language", language))
    }

    /// An id that an author chose at `span` and cannot have, because `reason` (a text's name).
    #[must_use]
    pub fn id_invalid(span: Span, id: &str, reason: &'static str) -> Self {
        Self::new(Code::FieldInvalid, span)
            .saying("field-invalid-id")
            .with("id", id)
            .with("reason", Arg::Term(reason))
    }

    /// An id that an author wrote at `span` with blanks, and is `whole` without them.
    #[must_use]
    pub fn id_blank(span: Span, id: &str, whole: &str) -> Self {
        Self::id_invalid(span, id, "id-reason-blank")
            .hint(Message::new("field-invalid-id-hint").with("id", whole))
    }

    /// A key given twice in one mapping.
    #[must_use]
    pub fn field_repeated(span: Span, field: &str, first: Span) -> Self {
        Self::new(Code::FieldInvalid, span)
            .saying("field-invalid-repeated")
            .with("field", field)
            .also(first, Message::new("first-used-here"))
    }

    /// A second entry of the registry that nothing tells from the one at `first`.
    #[must_use]
    pub fn document_repeated(span: Span, symbol: &str, first: Span) -> Self {
        Self::new(Code::FieldInvalid, span)
            .saying("field-invalid-document")
            .with("symbol", symbol)
            .hint(Message::new("field-invalid-document-hint"))
            .also(first, Message::new("first-used-here"))
    }

    /// A section that is no appendix follows one.
    #[must_use]
    pub fn section_behind_appendix(span: Span) -> Self {
        Self::new(Code::FieldInvalid, span)
            .saying("field-invalid-appendix")
            .hint(Message::new("field-invalid-appendix-hint"))
    }

    /// A heading that is no section has attributes.
    #[must_use]
    pub fn attributes_ignored(span: Span) -> Self {
        Self::new(Code::FieldInvalid, span)
            .saying("field-invalid-attributes")
            .hint(Message::new("field-invalid-attributes-hint"))
    }

    /// `id` stands behind a paragraph that is no caption.
    #[must_use]
    pub fn paragraph_id(span: Span, id: &str) -> Self {
        Self::new(Code::FieldInvalid, span)
            .saying("field-invalid-paragraph-id")
            .with("id", id)
            .hint(Message::new("field-invalid-paragraph-id-hint"))
    }

    /// The value of `field` has a reference to a footnote, and is plain text.
    #[must_use]
    pub fn footnote_in_field(span: Span, field: &str) -> Self {
        Self::new(Code::FieldInvalid, span)
            .saying("field-invalid-footnote")
            .with("field", field)
            .hint(Message::new("field-invalid-footnote-hint"))
    }

    /// The text of a report begins with front matter, which only pages and directives have.
    #[must_use]
    pub fn front_matter_in_text(span: Span) -> Self {
        Self::new(Code::FieldInvalid, span)
            .saying("field-invalid-front-matter")
            .hint(Message::new("field-invalid-front-matter-hint"))
    }

    /// A row of a table has `cells`, of which only the first `columns` would be shown.
    #[must_use]
    pub fn table_cell_lost(span: Span, cells: usize, columns: usize) -> Self {
        Self::new(Code::TableCellLost, span)
            .with("cells", cells)
            .with("columns", columns)
            .hint(Message::new("table-cell-lost-hint"))
    }

    /// What stands at `span` looks like something that it is not; `key` and `hint` name the texts.
    #[must_use]
    pub fn markup_suspect(span: Span, key: &'static str, hint: &'static str) -> Self {
        Self::new(Code::MarkupSuspect, span).saying(key).hint(Message::new(hint))
    }

    /// `actual` is in the place of a file that congbo would read under the name `wanted`.
    #[must_use]
    pub fn file_misnamed(span: Span, actual: &str, wanted: &str) -> Self {
        Self::new(Code::FileMisnamed, span)
            .with("actual", actual)
            .with("wanted", wanted)
            .hint(Message::new("file-misnamed-hint").with("wanted", wanted))
    }

    /// The folder `actual` is read under the name `wanted`.
    #[must_use]
    pub fn folder_misnamed(span: Span, actual: &str, wanted: &str) -> Self {
        Self::new(Code::FileMisnamed, span)
            .saying("file-misnamed-folder")
            .with("actual", actual)
            .with("wanted", wanted)
            .hint(Message::new("file-misnamed-folder-hint").with("wanted", wanted))
    }

    /// A folder has directives or footnotes and no `report.yaml`.
    #[must_use]
    pub fn report_missing(span: Span, folder: &str) -> Self {
        Self::new(Code::FileMisnamed, span)
            .saying("file-misnamed-report")
            .with("folder", folder)
            .hint(Message::new("file-misnamed-report-hint").with("folder", folder))
    }

    /// A comment for congbo that it does not understand; `key` names the text.
    #[must_use]
    pub fn ignore_invalid(span: Span, key: &'static str) -> Self {
        let hint = match key {
            "ignore-invalid-text" => "ignore-invalid-text-hint",
            "ignore-invalid-dashes" => "ignore-invalid-dashes-hint",
            _ => "ignore-invalid-hint",
        };
        Self::new(Code::IgnoreInvalid, span).saying(key).hint(Message::new(hint))
    }

    /// A comment, or the settings of the site, names a code that does not exist.
    #[must_use]
    pub fn ignore_unknown(span: Span, code: &str, nearest: Option<&str>) -> Self {
        let hint = match nearest {
            Some(nearest) => Message::new("ignore-invalid-code-hint-nearest").with("name", nearest),
            None => Message::new("ignore-invalid-code-hint"),
        };
        Self::new(Code::IgnoreInvalid, span)
            .saying("ignore-invalid-code")
            .with("code", code)
            .hint(hint)
    }

    /// A code is to be lowered or silenced that keeps the site together.
    #[must_use]
    pub fn code_fixed(span: Span, code: Code) -> Self {
        Self::new(Code::IgnoreInvalid, span)
            .saying("ignore-invalid-fixed")
            .with("code", code.name())
            .hint(Message::new("ignore-invalid-fixed-hint"))
    }

    /// A comment at `span` silences `code`, which nothing raises there.
    #[must_use]
    pub fn ignore_unused(span: Span, code: Code) -> Self {
        Self::new(Code::IgnoreUnused, span)
            .with("code", code.name())
            .hint(Message::new("ignore-unused-hint"))
    }

    /// A bracket without its counterpart.
    #[must_use]
    pub fn bracket_unbalanced(span: Span, sign: char, open: bool) -> Self {
        let key = if open { "bracket-unbalanced" } else { "bracket-unbalanced-close" };
        Self::new(Code::BracketUnbalanced, span).saying(key).with("sign", sign.to_string())
    }

    /// A straight mark that stands like an opening one, behind one at `first` that is still open.
    #[must_use]
    pub fn quote_turned(span: Span, sign: char, first: Span) -> Self {
        Self::new(Code::QuoteUnbalanced, span)
            .saying("quote-unbalanced-turned")
            .with("sign", sign.to_string())
            .hint(Message::new("quote-unbalanced-turned-hint"))
            .also(first, Message::new("quote-unbalanced-turned-first"))
    }

    /// A quotation mark without its counterpart.
    #[must_use]
    pub fn quote_unbalanced(span: Span, sign: char, open: bool) -> Self {
        let key = if open { "quote-unbalanced" } else { "quote-unbalanced-close" };
        Self::new(Code::QuoteUnbalanced, span).saying(key).with("sign", sign.to_string())
    }

    /// Signs of which one is too much.
    #[must_use]
    pub fn punctuation_doubled(span: Span, signs: &str) -> Self {
        Self::new(Code::PunctuationDoubled, span)
            .with("signs", signs)
            .hint(Message::new("punctuation-doubled-hint"))
    }

    /// A sign that a word follows at once.
    #[must_use]
    pub fn blank_missing(span: Span, sign: &str) -> Self {
        Self::new(Code::BlankMissing, span)
            .with("sign", sign)
            .hint(Message::new("blank-missing-hint").with("sign", sign))
    }

    /// A sign that has its blank before it, and not behind.
    #[must_use]
    pub fn blank_misplaced(span: Span, sign: &str) -> Self {
        Self::new(Code::BlankMissing, span)
            .with("sign", sign)
            .hint(Message::new("blank-missing-moved-hint").with("sign", sign))
    }

    /// A sign, or a word, that has no blank before it.
    #[must_use]
    pub fn blank_missing_before(span: Span, sign: &str) -> Self {
        Self::new(Code::BlankMissing, span)
            .saying("blank-missing-before")
            .with("sign", sign)
            .hint(Message::new("blank-missing-before-hint").with("sign", sign))
    }

    /// A passage of `words` words that stands at `first` already.
    #[must_use]
    pub fn text_repeated(span: Span, words: usize, first: Span) -> Self {
        Self::new(Code::TextRepeated, span)
            .with("words", words)
            .hint(Message::new("text-repeated-hint"))
            .also(first, Message::new("text-repeated-first"))
    }

    /// A word that stands twice in a row.
    #[must_use]
    pub fn word_repeated(span: Span, word: &str) -> Self {
        Self::new(Code::TextRepeated, span)
            .saying("text-repeated-word")
            .with("word", word)
            .hint(Message::new("text-repeated-word-hint"))
    }

    /// `word` is written in another habit than the rest; `wanted` is its form in that of the
    /// `count` words like `example`.
    #[must_use]
    pub fn tone_mixed(
        span: Span,
        word: &str,
        wanted: &str,
        count: usize,
        example: &str,
        place: Span,
    ) -> Self {
        Self::new(Code::ToneMixed, span)
            .with("word", word)
            .with("example", example)
            .with("count", count)
            .hint(Message::new("tone-mixed-hint").with("wanted", wanted))
            .also(place, Message::new("tone-mixed-other"))
    }

    /// A day that there is not.
    #[must_use]
    pub fn date_impossible(span: Span, date: &str) -> Self {
        Self::new(Code::DateForm, span)
            .saying("date-form-impossible")
            .with("date", date)
            .hint(Message::new("date-form-impossible-hint"))
    }

    /// A date that is written in another way than the rest, such as `example` at `place`.
    #[must_use]
    pub fn date_form(span: Span, date: &str, example: &str, place: Span) -> Self {
        Self::new(Code::DateForm, span)
            .with("date", date)
            .hint(Message::new("date-form-hint"))
            .also(place, Message::new("date-form-other").with("example", example))
    }

    /// A blank that was to be filled in.
    #[must_use]
    pub fn placeholder_left(span: Span, blank: &str) -> Self {
        Self::new(Code::PlaceholderLeft, span)
            .with("blank", blank)
            .hint(Message::new("placeholder-left-hint"))
    }

    /// A blank that is an ellipsis.
    #[must_use]
    pub fn ellipsis_left(span: Span, blank: &str) -> Self {
        Self::new(Code::PlaceholderLeft, span)
            .with("blank", blank)
            .hint(Message::new("placeholder-left-ellipsis-hint"))
    }

    /// The words that a word processor prints where a cross-reference has lost its target.
    #[must_use]
    pub fn field_lost(span: Span, words: &str) -> Self {
        Self::new(Code::PlaceholderLeft, span)
            .saying("placeholder-left-field")
            .with("words", words)
            .hint(Message::new("placeholder-left-field-hint"))
    }

    /// A document that is cited without its date.
    #[must_use]
    pub fn citation_incomplete(span: Span, symbol: &str) -> Self {
        Self::new(Code::CitationIncomplete, span)
            .with("symbol", symbol)
            .hint(Message::new("citation-incomplete-hint").with("symbol", symbol))
    }

    /// A word with an accent that is a character of its own.
    #[must_use]
    pub fn combining_mark_left(span: Span, word: &str) -> Self {
        Self::new(Code::CombiningMarkLeft, span)
            .with("word", word)
            .hint(Message::new("combining-mark-left-hint"))
    }

    /// A word in an old encoding.
    #[must_use]
    pub fn legacy_encoding(span: Span, word: &str) -> Self {
        Self::new(Code::LegacyEncoding, span)
            .with("word", word)
            .hint(Message::new("legacy-encoding-hint"))
    }

    /// A word in which `letter`, of another alphabet, stands for `meant`.
    #[must_use]
    pub fn letter_foreign(span: Span, word: &str, letter: char, meant: char) -> Self {
        Self::new(Code::LegacyEncoding, span)
            .saying("legacy-encoding-letter")
            .with("word", word)
            .with("letter", letter.to_string())
            .with("number", code_point(letter))
            .hint(Message::new("legacy-encoding-letter-hint").with("meant", meant.to_string()))
    }

    /// A sign that only a font for symbols can show.
    #[must_use]
    pub fn sign_private(span: Span, sign: char) -> Self {
        Self::new(Code::LegacyEncoding, span)
            .saying("legacy-encoding-sign")
            .with("number", code_point(sign))
            .hint(Message::new("legacy-encoding-sign-hint"))
    }

    /// A word with a sign in it, or at its end, that is not shown.
    #[must_use]
    pub fn sign_invisible(span: Span, word: &str, sign: char) -> Self {
        Self::new(Code::LegacyEncoding, span)
            .saying("legacy-encoding-invisible")
            .with("word", word)
            .with("number", code_point(sign))
            .hint(Message::new("legacy-encoding-invisible-hint"))
    }

    /// A raised number that was a reference to a footnote.
    #[must_use]
    pub fn superscript_left(span: Span, number: &str) -> Self {
        Self::new(Code::SuperscriptLeft, span)
            .with("number", number)
            .hint(Message::new("superscript-left-hint").with("number", number))
    }

    /// A number in brackets that was a reference to a footnote.
    #[must_use]
    pub fn bracketed_note(span: Span, number: &str) -> Self {
        Self::superscript_left(span, number).saying("superscript-left-brackets")
    }

    /// An abbreviation that nothing explains.
    #[must_use]
    pub fn abbreviation_undefined(span: Span, word: &str) -> Self {
        Self::new(Code::AbbreviationUndefined, span)
            .with("word", word)
            .hint(Message::new("abbreviation-undefined-hint").with("word", word))
    }

    /// `field` is required in the mapping at `span`.
    #[must_use]
    pub fn field_missing(span: Span, field: &str) -> Self {
        Self::new(Code::FieldMissing, span).with("field", field)
    }

    /// The file is no YAML, for the parser's `cause`.
    #[must_use]
    pub fn yaml_invalid(span: Span, cause: impl Into<Arg>) -> Self {
        Self::new(Code::YamlInvalid, span)
            .with("cause", cause)
            .hint(Message::new("yaml-invalid-hint"))
    }

    /// The file is no YAML, for a cause that says itself what to do.
    #[must_use]
    pub fn yaml_slip(span: Span, cause: &'static str) -> Self {
        Self { hint: None, ..Self::yaml_invalid(span, Arg::Term(cause)) }
    }

    /// The block of a chart begins at `span`, and no line ends it where it was meant to end.
    #[must_use]
    pub fn chart_unclosed(span: Span) -> Self {
        Self::new(Code::YamlInvalid, span)
            .saying("yaml-invalid-chart-open")
            .hint(Message::new("yaml-invalid-chart-open-hint"))
    }

    /// The file is no UTF-8 text, but of some other form.
    #[must_use]
    pub fn encoding_invalid(span: Span, form: Form) -> Self {
        let invalid = Self::new(Code::EncodingInvalid, span);
        match form {
            Form::Bytes => invalid.hint(Message::new("encoding-invalid-hint")),
            Form::Utf16 => invalid.hint(Message::new("encoding-invalid-hint-utf16")),
            Form::Office => invalid
                .saying("encoding-invalid-office")
                .hint(Message::new("encoding-invalid-office-hint")),
        }
    }

    /// `path` at `span` leads out of the site root.
    #[must_use]
    pub fn path_outside(span: Span, path: &str) -> Self {
        Self::new(Code::PathUnsafe, span).with("path", path)
    }

    /// A symbolic link that leads out of the site root, or in a circle.
    #[must_use]
    pub fn symlink_outside(span: Span, path: &str) -> Self {
        Self::new(Code::PathUnsafe, span).saying("path-unsafe-symlink").with("path", path)
    }

    /// `path` is neither a file nor a folder.
    #[must_use]
    pub fn file_special(span: Span, path: &str) -> Self {
        Self::new(Code::PathUnsafe, span)
            .saying("path-unsafe-special")
            .with("path", path)
            .hint(Message::new("path-unsafe-special-hint"))
    }

    /// A link with a scheme that can run something or that no reader can follow.
    #[must_use]
    pub fn scheme_unsafe(span: Span, target: &str) -> Self {
        Self::new(Code::PathUnsafe, span)
            .saying("path-unsafe-scheme")
            .with("target", target)
            .hint(Message::new("path-unsafe-scheme-hint"))
    }

    /// An image that is written out in its own address.
    #[must_use]
    pub fn image_embedded(span: Span) -> Self {
        Self::new(Code::PathUnsafe, span)
            .saying("path-unsafe-data")
            .hint(Message::new("path-unsafe-data-hint"))
    }

    /// A path that is one only on the computer of its author.
    #[must_use]
    pub fn path_local(span: Span, target: &str) -> Self {
        Self::new(Code::PathUnsafe, span)
            .saying("path-unsafe-local")
            .with("target", target)
            .hint(Message::new("path-unsafe-local-hint"))
    }

    /// An image that a reader's browser would have to fetch from another host.
    #[must_use]
    pub fn image_remote(span: Span, target: &str) -> Self {
        Self::new(Code::PathUnsafe, span)
            .saying("path-unsafe-remote-image")
            .with("target", target)
            .hint(Message::new("path-unsafe-remote-image-hint"))
    }

    /// Something that a style sheet would have a reader's browser fetch from another host.
    #[must_use]
    pub fn style_remote(span: Span, target: &str) -> Self {
        Self::new(Code::PathUnsafe, span)
            .saying("path-unsafe-remote-style")
            .with("target", target)
            .hint(Message::new("path-unsafe-remote-style-hint"))
    }

    /// Something that a style sheet writes out in its own address.
    #[must_use]
    pub fn style_embedded(span: Span) -> Self {
        Self::new(Code::PathUnsafe, span).saying("path-unsafe-data-style")
    }

    /// A template does not work, for `cause`.
    #[must_use]
    pub fn template_invalid(span: Span, template: &str, cause: &str) -> Self {
        let hint = match cause {
            cause if cause.contains("end of input") => Some("template-invalid-hint-end"),
            cause if cause.contains("is not defined") => Some("template-invalid-hint-field"),
            _ => None,
        };
        Self::new(Code::TemplateInvalid, span)
            .with("template", template)
            .with("cause", cause)
            .maybe_hint(hint.map(Message::new))
    }

    /// A template asks for `subject`, which it cannot have; `key` names the text that says why.
    #[must_use]
    pub fn template_asks(span: Span, key: &'static str, template: &str, subject: &str) -> Self {
        Self::new(Code::TemplateInvalid, span)
            .saying(key)
            .with("template", template)
            .with("subject", subject)
    }

    /// A line of a file of texts that is none.
    #[must_use]
    pub fn texts_invalid(span: Span) -> Self {
        Self::new(Code::TextsInvalid, span).hint(Message::new("texts-invalid-hint"))
    }

    /// A file of texts whose `name` is no code of a language.
    #[must_use]
    pub fn texts_misnamed(span: Span, name: &str) -> Self {
        Self::new(Code::TextsInvalid, span).saying("texts-invalid-name").with("name", name)
    }

    /// A text called `key` that no page asks for.
    #[must_use]
    pub fn text_unknown(span: Span, key: &str) -> Self {
        Self::new(Code::TextsInvalid, span)
            .saying("texts-invalid-unknown")
            .with("key", key)
            .hint(Message::new("texts-invalid-hint-unknown"))
    }

    /// A text, or a term, called `key` at `span` stands in the file at `first` already.
    #[must_use]
    pub fn text_given_twice(span: Span, key: &str, first: Span) -> Self {
        Self::new(Code::TextsInvalid, span)
            .saying("texts-invalid-repeated")
            .with("key", key)
            .also(first, Message::new("first-defined-here"))
            .hint(Message::new("texts-invalid-hint-repeated"))
    }

    /// A text called `key` asks for a value that it is not given; it is given `values`.
    #[must_use]
    pub fn text_value_unknown(span: Span, key: &str, value: &str, values: &str) -> Self {
        let hint = match values {
            "" => Message::new("texts-invalid-hint-no-values"),
            values => Message::new("texts-invalid-hint-values").with("values", values),
        };
        Self::new(Code::TextsInvalid, span)
            .saying("texts-invalid-value")
            .with("key", key)
            .with("value", value)
            .hint(hint)
    }

    /// A text names `name` at `span`, and there is no such text, term or function.
    #[must_use]
    pub fn text_reference_unknown(span: Span, name: &str) -> Self {
        Self::new(Code::TextsInvalid, span)
            .saying("texts-invalid-reference")
            .with("name", name)
            .hint(Message::new("texts-invalid-hint-reference"))
    }

    /// The file of a further language lacks `keys`, which are so many.
    #[must_use]
    pub fn texts_missing(span: Span, language: &str, count: usize, keys: &str) -> Self {
        Self::new(Code::TextsInvalid, span)
            .saying("texts-invalid-missing")
            .with("language", language)
            .with("count", count)
            .with("keys", keys)
            .hint(Message::new("texts-invalid-hint-missing"))
    }

    /// The rendered page at `span` is not what it must be: `finding` names a text that says how,
    /// `subject` is what it is about.
    #[must_use]
    pub fn proof_failed(span: Span, finding: &'static str, subject: &str) -> Self {
        Self::new(Code::ProofFailed, span)
            .with("finding", Arg::Term(finding))
            .with("subject", subject)
            .hint(Message::new("proof-failed-hint"))
    }

    /// Names the templates of the site's own, by which a page that failed was perhaps made.
    #[must_use]
    pub fn made_by(self, templates: &str) -> Self {
        let code = self.message.args.contains(&("finding", Arg::Term("proof-inline-code")));
        let key = if code { "proof-failed-hint-code" } else { "proof-failed-hint-templates" };
        self.hint(Message::new(key).with("templates", templates))
    }

    /// The numeric id at `span` comes after a greater one.
    #[must_use]
    pub fn footnote_order(
        span: Span,
        id: &str,
        number: usize,
        previous: &str,
        earlier: Span,
    ) -> Self {
        Self::new(Code::FootnoteOrder, span)
            .with("id", id)
            .with("number", number)
            .with("previous", previous)
            .also(earlier, Message::new("referred-to-earlier-here"))
            .hint(Message::new("footnote-order-hint"))
    }

    /// `field` of report.yaml is still open.
    #[must_use]
    pub fn metadata_missing(span: Span, field: &'static str) -> Self {
        let key =
            if field == "number" { "metadata-missing-number" } else { "metadata-missing-date" };
        Self::new(Code::MetadataMissing, span)
            .saying(key)
            .with("field", field)
            .hint(Message::new("metadata-missing-hint").with("field", field))
    }

    /// The document symbol at `span` is one that nobody issues; `nearest` is one that exists.
    #[must_use]
    pub fn citation_suspect(span: Span, symbol: &str, nearest: Option<&str>) -> Self {
        let hint = match nearest {
            Some(nearest) => Message::new("did-you-mean").with("name", nearest),
            None => Message::new("citation-suspect-hint"),
        };
        Self::new(Code::CitationSuspect, span).with("symbol", symbol).hint(hint)
    }

    /// The document symbol at `span` has another year than the date behind it, which is of `year`.
    #[must_use]
    pub fn citation_of_other_year(span: Span, symbol: &str, year: u16) -> Self {
        Self::new(Code::CitationSuspect, span)
            .saying("citation-suspect-year")
            .with("symbol", symbol)
            .with("year", year.to_string().as_str())
            .hint(Message::new("citation-suspect-year-hint"))
    }

    /// The heading at `span` of `level` comes after one of `previous`.
    #[must_use]
    pub fn heading_skipped(span: Span, level: usize, expected: usize) -> Self {
        Self::new(Code::HeadingSkipped, span)
            .with("level", level)
            .with("expected", expected)
            .hint(Message::new("heading-skipped-hint").with("marks", "#".repeat(expected)))
    }

    /// The image at `span` has no description.
    #[must_use]
    pub fn image_alt_missing(span: Span, target: &str) -> Self {
        Self::new(Code::ImageAltMissing, span)
            .with("target", target)
            .hint(Message::new("image-alt-missing-hint").with("target", target))
    }

    /// The tag `what` at `span` has no counterpart in its line or block.
    #[must_use]
    pub fn html_unbalanced(span: Span, what: &str) -> Self {
        Self::new(Code::HtmlRemoved, span)
            .saying("html-removed-unbalanced")
            .with("what", what)
            .hint(Message::new("html-removed-unbalanced-hint"))
    }

    /// `what` was taken out of raw HTML at `span`.
    #[must_use]
    pub fn html_removed(span: Span, what: &str) -> Self {
        Self::new(Code::HtmlRemoved, span)
            .with("what", what)
            .hint(Message::new("html-removed-hint"))
    }
}

/// How a character is named that cannot be shown, or looks like another.
fn code_point(char: char) -> String {
    format!("U+{:04X}", u32::from(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back_to_its_code() {
        for &code in Code::ALL {
            assert_eq!(Code::from_name(code.name()), Some(code));
        }
    }
}
