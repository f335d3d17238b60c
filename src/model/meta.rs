//! What authors say about a site, a report, a directive, in types of their own.
//!
//! Takes values that `content::config` has read; gives them names, a calendar, and the forms of
//! dates that Nghị định 30/2020/NĐ-CP asks for. Never reads YAML, never complains, and is not
//! serialised: what templates and data files see is in `render::views`.

use crate::source::Span;

/// Enums whose variants are words of the YAML.
macro_rules! words {
    ($($(#[$meta:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$item])* $variant,)* }

        impl $name {
            /// Every word that an author can write, with what it stands for.
            pub const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant),)*];

            /// What a word stands for.
            #[must_use]
            pub fn from_name(word: &str) -> Option<Self> {
                Self::WORDS.iter().find(|(name, _)| *name == word).map(|&(_, value)| value)
            }

            /// The word that an author writes.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }
    )*};
}

words! {
    /// What a published text is worth.
    #[derive(Default)]
    Status {
        /// Not issued yet.
        #[default]
        Draft = "draft",
        /// The text as it was signed.
        Final = "final",
        /// A reader's edition that does not replace the signed text.
        Reader = "reader",
    }

    /// How far a directive has got.
    State {
        /// Not begun.
        Open = "open",
        /// Begun.
        InProgress = "in-progress",
        /// Done.
        Done = "done",
    }

    /// How figures are drawn.
    ChartKind {
        /// A bar for each number.
        Bar = "bar",
        /// A line for each column.
        Line = "line",
        /// A bar for each row, of its numbers one after the other.
        StackedBar = "stacked-bar",
        /// One bar, of which each row has its part.
        Share = "share",
    }

    /// How the headings of one level are numbered.
    Scheme {
        /// Phần thứ nhất.
        Part = "part",
        /// I, II, III.
        Roman = "roman",
        /// 1, 2, 3.
        Decimal = "decimal",
        /// 1.1, under the decimal number of the level above.
        Dotted = "dotted",
        /// a, b, c, d, đ, e, g: the Vietnamese order.
        Letter = "letter",
        /// Not at all.
        None = "none",
    }
}

/// A language, by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(&'static str);

/// The codes of languages: those of two letters (ISO 639-1) and, of three (ISO 639-3), those that are
/// spoken in Viet Nam and have none of two.
const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr \
    cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho \
    hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky \
    la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj \
    om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw \
    ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu \
    bdq blt cja cjm cmo hmn hnj hre ium jra kpm mnw mtq nut rad ren sed stg tdd twh tyz";

impl Language {
    /// Vietnamese.
    pub const VIETNAMESE: Self = Self("vi");
    /// English.
    pub const ENGLISH: Self = Self("en");

    /// The language that has the code.
    #[must_use]
    pub fn from_name(code: &str) -> Option<Self> {
        CODES.split(' ').find(|known| *known == code).map(Self)
    }

    /// The code.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::VIETNAMESE
    }
}

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, where the calendar has it; years are 1 to 9999.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        if year == 0 || year > 9999 || day == 0 || day > days {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// Reads `2023-12-05`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        PartialDate::parse(text)?.full()
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// `2023-12-05`.
    #[must_use]
    pub fn iso(self) -> String {
        PartialDate::from(self).iso()
    }

    /// `05/12/2023`, as [`PartialDate::short`] writes it.
    #[must_use]
    pub fn short(self) -> String {
        PartialDate::from(self).short()
    }
}

/// A date of which the day, or the month and the day, are still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl From<Date> for PartialDate {
    fn from(Date { year, month, day }: Date) -> Self {
        Self { year, month: Some(month), day: Some(day) }
    }
}

impl PartialDate {
    /// Reads `2023`, `2023-12` or `2023-12-05`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let month = |part| small(part).map(Some);
        let (year, month, day) = match parts[..] {
            [year] => (year, None, None),
            [year, of_year] => (year, month(of_year)?, None),
            [year, of_year, of_month] => (year, month(of_year)?, month(of_month)?),
            _ => return None,
        };
        let year = digits(year, 4)?.parse().ok()?;
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1))?;
        Some(Self { year, month, day })
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The day, where nothing of it is open.
    #[must_use]
    pub fn full(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?)
    }

    /// `2023-12-05`, `2023-12` or `2023`.
    #[must_use]
    pub fn iso(self) -> String {
        match (self.year, self.month, self.day) {
            (year, Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (year, Some(month), None) => format!("{year:04}-{month:02}"),
            (year, None, _) => format!("{year:04}"),
        }
    }

    /// `05/12/2023`, `30/6/2025`, `12/2023` or `2023`: in figures, with the leading zeros of
    /// [`PartialDate::decree`].
    #[must_use]
    pub fn short(self) -> String {
        let (day, month) = (padded(self.day, 10), padded(self.month, 3));
        match (self.month, self.day) {
            (Some(_), Some(_)) => format!("{day}/{month}/{:04}", self.year),
            (Some(_), None) => format!("{month}/{:04}", self.year),
            (None, _) => format!("{:04}", self.year),
        }
    }

    /// The first day of what is known: of the year where the month is open, of the month where the
    /// day is.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date { year: self.year, month: self.month.unwrap_or(1), day: self.day.unwrap_or(1) }
    }

    /// "Hà Tĩnh, ngày 05 tháng 12 năm 2023": place and date as Nghị định 30/2020/NĐ-CP, Phụ lục I,
    /// has them, with a leading zero for days under 10 and for months 1 and 2 only. What is open
    /// is a gap: "ngày … tháng … năm 2023".
    #[must_use]
    pub fn decree(self, place: Option<&str>) -> String {
        let place = place.map(|place| format!("{place}, ")).unwrap_or_default();
        let (day, month) = (padded(self.day, 10), padded(self.month, 3));
        format!("{place}ngày {day} tháng {month} năm {}", self.year)
    }

    /// Year, month and day, as far as they are known.
    #[must_use]
    pub fn parts(self) -> Vec<u16> {
        let small = [self.month, self.day].into_iter().flatten().map(u16::from);
        std::iter::once(self.year).chain(small).collect()
    }
}

/// A number of the calendar with a leading zero under `below`; a gap where it is open.
fn padded(part: Option<u8>, below: u8) -> String {
    match part {
        Some(part) if part < below => format!("0{part}"),
        Some(part) => part.to_string(),
        None => "…".to_owned(),
    }
}

/// `part`, where it is so many digits and nothing else.
fn digits(part: &str, count: usize) -> Option<&str> {
    (part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(part)
}

/// A number of two digits.
fn small(part: &str) -> Option<u8> {
    digits(part, 2)?.parse().ok()
}

/// `site.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SiteConfig {
    /// Name of the site; nothing where the author gave none, which was reported.
    pub title: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Language of what is not content.
    pub language: Language,
    /// Where the language is chosen.
    pub language_span: Option<Span>,
    /// Where it will be published: percent-encoded, with `/` at the end.
    pub base_url: Option<String>,
    /// Who publishes it.
    pub publisher: Option<Publisher>,
    /// Paths for the head of the site, as they were written.
    pub navigation: Option<Vec<(String, Span)>>,
}

/// Who publishes a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    /// The body.
    pub name: String,
    /// The body above it.
    pub parent: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Address for e-mail.
    pub email: Option<String>,
    /// Telephone number, as it is to be shown.
    pub phone: Option<String>,
    /// The body's own site.
    pub url: Option<String>,
    /// Where that is written.
    pub url_span: Option<Span>,
}

/// `report.yaml`: what stands around the text of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportMeta {
    /// The subject (trích yếu); empty where the author gave none, which was reported.
    pub title: String,
    /// Language of its text.
    pub language: Language,
    /// Where the language is chosen.
    pub language_span: Option<Span>,
    /// The kind of document (tên loại), `type` in the file, where the author gave one.
    pub kind: Option<String>,
    /// `15` of "Số: 15/BC-UBND", as it was written; nothing while it is not given yet.
    pub number: Option<String>,
    /// `BC-UBND` of "Số: 15/BC-UBND".
    pub symbol: Option<String>,
    /// Who issues it.
    pub issuer: Option<Issuer>,
    /// Where it is issued.
    pub place: Option<String>,
    /// When, as far as it is known.
    pub date: Option<PartialDate>,
    /// The line under the title, without its brackets.
    pub occasion: Option<String>,
    /// What this text is worth.
    pub status: Status,
    /// Who signs.
    pub signature: Option<Signature>,
    /// Who receives it (nơi nhận).
    pub recipients: Vec<String>,
    /// A scheme a heading level, where the author chose.
    pub numbering: Option<Vec<Scheme>>,
    /// Headings down to this level begin a page of their own; 0 for none.
    pub split: u8,
    /// Key figures, in the order of the file.
    pub indicators: Vec<IndicatorMeta>,
    /// Where the fields stand.
    pub spans: MetaSpans,
    /// What is given and cannot be read, which was reported.
    pub misread: Misread,
    /// Every text of the file, with where it stands, for rules about language.
    pub texts: Vec<(String, Span)>,
}

/// Fields of a `report.yaml` that are not open although they have no value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Misread {
    /// `number`.
    pub number: bool,
    /// `date`.
    pub date: bool,
    /// `numbering`.
    pub numbering: bool,
}

/// Where fields of a `report.yaml` stand, for what is found out about them later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MetaSpans {
    /// The first field: the place for one that is not there.
    pub start: Span,
    /// `number`.
    pub number: Option<Span>,
    /// `symbol`.
    pub symbol: Option<Span>,
    /// `date`.
    pub date: Option<Span>,
    /// `place`.
    pub place: Option<Span>,
}

/// A key figure, as `report.yaml` gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorMeta {
    /// What is counted.
    pub label: String,
    /// The figure as the text has it: "8,05".
    pub value: (String, Span),
    /// "%", "tỷ đồng".
    pub unit: Option<String>,
    /// How it has changed: "tăng 1,2 lần".
    pub change: Option<String>,
    /// The id of the place whose text states it.
    pub stated_in: (String, Span),
}

/// Who issues a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// The body.
    pub name: String,
    /// The body above it.
    pub parent: Option<String>,
}

/// Who signs a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    /// "TM. ỦY BAN NHÂN DÂN".
    pub authority: Option<String>,
    /// "KT. CHỦ TỊCH".
    pub acting: Option<String>,
    /// "PHÓ CHỦ TỊCH".
    pub position: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The lines that begin with an abbreviation, and where they are written.
    pub abbreviated: Vec<(String, Span)>,
}

/// An entry of `documents.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredDocument {
    /// Number and symbol: "30/2020/NĐ-CP".
    pub symbol: String,
    /// Where the symbol alone does not tell two documents apart.
    pub date: Option<Date>,
    /// The kind of document: "Nghị định".
    pub kind: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Its subject.
    pub title: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Where that is written.
    pub url_span: Option<Span>,
    /// Its symbol.
    pub span: Span,
}

/// An entry of `abbreviations.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Abbreviation {
    /// "CCHC".
    pub short: String,
    /// "cải cách hành chính".
    pub long: String,
}

/// The front matter of a directive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DirectiveMeta {
    /// The id that the author chose; whether it can be one is for `resolve`.
    pub id: Option<(String, Span)>,
    /// The number that the signed document prints.
    pub number: Option<(usize, Span)>,
    /// What is to be done, in a line.
    pub summary: Option<String>,
    /// Who answers for it.
    pub lead: Vec<String>,
    /// Who helps.
    pub support: Vec<String>,
    /// The last day.
    pub deadline: Option<Date>,
    /// What it is about.
    pub topics: Vec<String>,
    /// How far it has got.
    pub state: Option<State>,
    /// Every text of it, with where it stands, for rules about language.
    pub texts: Vec<(String, Span)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_back_and_are_written_as_the_decree_asks() {
        for (text, short, decree) in [
            ("2023", "2023", "ngày … tháng … năm 2023"),
            ("2023-12", "12/2023", "ngày … tháng 12 năm 2023"),
            ("2025-06-30", "30/6/2025", "ngày 30 tháng 6 năm 2025"),
            ("2025-02-09", "09/02/2025", "ngày 09 tháng 02 năm 2025"),
            ("2023-12-05", "05/12/2023", "ngày 05 tháng 12 năm 2023"),
            ("2020-02-29", "29/02/2020", "ngày 29 tháng 02 năm 2020"),
            ("2019-03-10", "10/3/2019", "ngày 10 tháng 3 năm 2019"),
        ] {
            let written =
                PartialDate::parse(text).map(|date| (date.iso(), date.short(), date.decree(None)));
            assert_eq!(written, Some((text.into(), short.into(), decree.into())));
            assert_eq!(Date::parse(text).map(Date::iso), (text.len() == 10).then(|| text.into()));
        }
    }

    #[test]
    fn what_the_calendar_lacks_is_no_date() {
        for text in [
            "",
            "0000",
            "23",
            "2023-13",
            "2023-1",
            "2023-00",
            "2023-02-29",
            "1900-02-29",
            "2023-04-31",
            "2023-12-00",
            "2023-12-05 ",
            "+023-12-05",
            "2023-+1",
            "2023-12-05-01",
            "05/12/2023",
            "２０２３",
        ] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
        assert_eq!(Date::parse("2023-12"), None);
        assert_eq!(Date::parse("2023-12-05"), Date::new(2023, 12, 5));
    }

    #[test]
    fn a_place_stands_before_the_date() {
        let date = PartialDate::parse("2023").map(|date| date.decree(Some("Hà Tĩnh")));
        assert_eq!(date.as_deref(), Some("Hà Tĩnh, ngày … tháng … năm 2023"));
    }

    #[test]
    fn dates_stand_in_the_order_of_the_calendar() {
        let mut dates = ["2024", "2023-12-05", "2023-12", "2023-02-28"].map(PartialDate::parse);
        dates.sort();
        let sorted = dates.map(|date| date.map(PartialDate::iso).unwrap_or_default());
        assert_eq!(sorted, ["2023-02-28", "2023-12", "2023-12-05", "2024"]);
    }
}
