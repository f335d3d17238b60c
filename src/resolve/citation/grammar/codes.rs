//! What the codes in symbols mean: types of documents and the agencies that issue them.
//!
//! Types: Nghị định 30/2020/NĐ-CP, Phụ lục III; for legal documents Luật 80/2015/QH13 and Nghị định
//! 34/2016/NĐ-CP; for the Party Quy định 399-QĐ/TW; the rest, and the agencies, from use. Codes are
//! compared without regard to case, as headings in capitals demand. The tables are lists of words
//! and may miss an agency; what depends on them errs on the side of silence.

use super::phrase::same_letters;

/// A kind of document.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Kind {
    /// How it is said, in whatever case.
    pub(super) said: &'static str,
    /// Its dictionary name.
    pub(super) name: &'static str,
    /// The codes that symbols give it, the usual one first; none for laws and letters.
    pub(super) codes: &'static str,
}

const fn kind(said: &'static str, codes: &'static str) -> Kind {
    Kind { said, name: said, codes }
}

/// A longer name stands before the shorter one that ends it.
pub(super) const KINDS: &[Kind] = &[
    kind("Nghị quyết liên tịch", "NQLT"),
    kind("Nghị quyết", "NQ"),
    kind("Nghị định", "NĐ"),
    kind("Quyết định", "QĐ"),
    kind("Chỉ thị", "CT"),
    kind("Quy chế", "QC QCPH"),
    kind("Quy định", "QyĐ QĐi QĐ"),
    kind("Thông tư liên tịch", "TTLT TTLB"),
    kind("Thông tư", "TT"),
    kind("Thông tri", "TT"),
    kind("Thông cáo", "TC"),
    Kind { said: "Thông báo kết luận", name: "Thông báo", codes: "TB TBKL" },
    kind("Thông báo", "TB TBKL"),
    kind("Hướng dẫn", "HD HDLT HDLN"),
    kind("Chương trình", "CTr CTrHĐ CTHĐ CTPH CTrPH"),
    kind("Kế hoạch", "KH KHLT KHPH"),
    kind("Phương án", "PA"),
    kind("Đề án", "ĐA"),
    kind("Dự án", "DA"),
    Kind { said: "Báo cáo thẩm tra", name: "Báo cáo", codes: "BC" },
    kind("Báo cáo", "BC"),
    kind("Biên bản", "BB"),
    kind("Tờ trình", "TTr"),
    kind("Hợp đồng", "HĐ"),
    kind("Công điện", "CĐ"),
    kind("Công văn", "CV"),
    kind("Văn bản hợp nhất", "VBHN"),
    kind("Văn bản", ""),
    kind("Bộ luật", ""),
    kind("Luật", ""),
    kind("Pháp lệnh", "PL"),
    kind("Sắc lệnh", "SL"),
    kind("Lệnh", "L"),
    kind("Kết luận thanh tra", "KLTT KL"),
    kind("Kết luận", "KL"),
    kind("Bản án", ""),
    kind("Bản ghi nhớ", "BGN"),
    kind("Bản thỏa thuận", "BTT"),
    kind("Giấy ủy quyền", "GUQ"),
    kind("Giấy mời", "GM"),
    kind("Giấy giới thiệu", "GGT"),
    kind("Giấy nghỉ phép", "GNP"),
    kind("Giấy phép", "GP GPMT GPXD"),
    kind("Giấy chứng nhận", "GCN"),
    kind("Phiếu gửi", "PG"),
    kind("Phiếu chuyển", "PC"),
    kind("Phiếu báo", "PB"),
    kind("Bản sao y", "SY"),
    kind("Bản trích sao", "TrS"),
    kind("Bản sao lục", "SL"),
];

/// Types that no other code is like, so that even an agency we do not know may follow.
const CLEAR_TYPES: &str = "NĐ NQ QĐ QyĐ TTLT NQLT VBHN TTr CTr";

/// Types of legal documents, when a year stands in the symbol.
const LEGAL_TYPES: &str = "NĐ NQ QĐ TT TTLT TTLB CT NQLT PL L SL";

const PARTY_TYPES: &str =
    "NQ QĐ QĐi QyĐ CT KL QC TT HD TB BC KH CTr CTrHĐ CTHĐ ĐA TTr CV BB TC PA GM";

/// Bodies that only the Party has.
const PARTY_ORGANS: &str = "TW TƯ TU VPTW BTCTW UBKTTW BTGTW BTGDVTW BDVTW BNCTW BKTTW \
    VPTU BTCTU UBKTTU BTGTU BTGDVTU BDVTU BNCTU";

/// How other codes of the Party and of the mass organisations end or begin.
const PARTY_ENDINGS: &str = "TW TƯ TU ĐU HU THU";
const PARTY_BEGINNINGS: &str = "TW ĐU TĐ ĐTN BCSĐ ĐĐ MTTQ UBMT";

/// Issuers whose symbols are a type and their own code, the type behind a slash, since 2005.
const STATE_ISSUERS: &str = "TTg CP CTN UBND HĐND";

/// Issuers whose codes are long enough to be known with a slip in them.
const LONG_ISSUERS: [&str; 2] = ["UBND", "HĐND"];

const AGENCIES: &str = "TTg CP CTN UB UBHC HĐBT HĐNN HĐCP QHK VPQH VPCTN VP TTCP NHNN KTNN TANDTC \
    VKSNDTC VKSTC TAND VKS TCT TCHQ CHQ CT CTH CCT KBNN BHXH UBDT UBCK UBCKNN TCTK CTK TLĐ MTTQ MTTW \
    CAT CATP BQL BQLKKT KKT BDT TTT PGDĐT TCTHADS THADS TTTT";

/// Agencies whose codes come with additions of all sorts: "UBNDTP", "VPUBND", "BCĐ389".
const AGENCY_BEGINNINGS: &str = "UBND HĐND VPUB VPHĐ VPCP UBTVQH UBMT BCĐ ĐĐBQH CTUB CTHĐND";

/// Fields of a ministry (B…) or a provincial department (S…).
const FIELDS: &str = "QP CA NG NgV NV TP KHĐT KH&ĐT TC CT NN NNPTNT NN&PTNT NNMT NN&MT GTVT XD TNMT \
    TN&MT TTTT TT&TT LĐTBXH VHTTDL VHTT VHTT&DL VH&TT KHCN KH&CN GDĐT GD&ĐT GD YT DL DTTG TM CN TS \
    QHKT ATTP";

/// Drafting units that some agencies put where a type belongs.
const UNITS: &str = "TH KT KTTH KTN KGVX VX NL NN NC XD GT CN TM TD PL TN KSTT TCCB TCD QHQT ĐMDN \
    CCHC KTNS VHXH VT LB";

/// Kinds whose symbols may carry an agency alone, known or not: "Công văn số 12/ABC".
pub(super) fn is_letter(kind: &Kind) -> bool {
    matches!(kind.name, "Công văn" | "Văn bản")
}

/// Kinds that are also things with numbers of their own: "Dự án số 2/XL-TV" is a work, not a text.
pub(super) fn is_unsure(kind: &Kind) -> bool {
    matches!(kind.name, "Dự án" | "Đề án" | "Chương trình" | "Phương án" | "Luật" | "Lệnh")
}

/// Whether `code` is one of a list of words.
pub(super) fn among(codes: &str, code: &str) -> bool {
    codes.split(' ').any(|known| !known.is_empty() && same_letters(known, code))
}

fn types() -> impl Iterator<Item = &'static str> {
    KINDS.iter().flat_map(|kind| kind.codes.split(' ')).filter(|code| !code.is_empty())
}

pub(super) fn is_type(code: &str) -> bool {
    types().any(|known| same_letters(known, code))
}

pub(super) fn is_clear_type(code: &str) -> bool {
    among(CLEAR_TYPES, code)
}

/// Whether a year makes the symbol with `code` that of a legal document; where the code tells no
/// type, the kind decides.
pub(super) fn is_legal(code: &str, kind: Option<&Kind>) -> bool {
    let said = kind.map(|kind| kind.codes.split(' ').any(|code| among(LEGAL_TYPES, code)));
    type_of(code).map_or(said == Some(true), |code| among(LEGAL_TYPES, code))
}

pub(super) fn is_party_type(code: &str) -> bool {
    among(PARTY_TYPES, code)
}

/// The type that a code stands for, even if a font has lost its Đ ("QD").
pub(super) fn type_of(code: &str) -> Option<&'static str> {
    let exact = types().find(|known| same_letters(known, code));
    exact.or_else(|| types().find(|known| same_letters(&known.replace('Đ', "D"), code)))
}

/// The type that `found` is a slip for: that of `kind`, else the only one a letter away.
pub(super) fn nearest_type(found: &str, kind: Option<&Kind>) -> Option<&'static str> {
    let mut near = types().filter(|code| is_slip(code, found));
    let only = near.next().filter(|first| near.all(|other| other == *first));
    let said = kind.and_then(|kind| kind.codes.split(' ').next()).filter(|code| !code.is_empty());
    said.or(only)
}

/// Whether two codes differ in one letter.
pub(super) fn is_slip(code: &str, found: &str) -> bool {
    let (code, found) = (code.to_uppercase(), found.to_uppercase());
    let differing = code.chars().zip(found.chars()).filter(|(left, right)| left != right).count();
    let length = code.chars().count();
    length == found.chars().count() && length > 1 && differing == 1
}

pub(super) fn is_agency(code: &str) -> bool {
    let code = code.trim_end_matches(|last: char| last.is_ascii_digit()).to_uppercase();
    let field = code.strip_prefix(['B', 'S']);
    among(AGENCIES, &code)
        || AGENCY_BEGINNINGS.split(' ').any(|start| code.starts_with(start))
        || field.is_some_and(|field| among(FIELDS, field))
}

pub(super) fn is_state_issuer(code: &str) -> bool {
    among(STATE_ISSUERS, code)
}

/// The issuer whose code `found` is with a Đ for a D, or with two neighbours in each other's place.
pub(super) fn issuer_meant(found: &str) -> Option<&'static str> {
    let plain = |code: &str| code.replace('Đ', "D");
    let swapped = |known: &str| {
        let mut letters: Vec<char> = found.chars().collect();
        let last = letters.len().saturating_sub(1);
        (0..last).any(|at| {
            letters.swap(at, at + 1);
            let same = letters.iter().copied().eq(known.chars());
            letters.swap(at, at + 1);
            same
        })
    };
    let mut meant = LONG_ISSUERS.iter().copied().filter(|known| *known != found);
    meant.find(|known| plain(known) == plain(found) || swapped(known))
}

pub(super) fn is_unit(code: &str) -> bool {
    among(UNITS, code.trim_end_matches(|last: char| last.is_ascii_digit()))
}

pub(super) fn is_party_organ(code: &str) -> bool {
    among(PARTY_ORGANS, code)
}

/// Whether a code looks like that of a body of the Party or a mass organisation.
pub(super) fn is_like_party_organ(code: &str) -> bool {
    let code = code.to_uppercase();
    PARTY_ENDINGS.split(' ').any(|end| code.ends_with(end))
        || PARTY_BEGINNINGS.split(' ').any(|start| code.starts_with(start))
}
