//! Names of bodies, given in capitals, as they are written in a sentence.
//!
//! Takes the name of an issuer as its letterhead has it; gives it with the capitals of Nghị định
//! 30/2020/NĐ-CP, Phụ lục II: one for the kind of body, one for each field, one for each word of a
//! place, none for a unit of administration. A name is read whole, by tables of what such names
//! are made of. Behind a unit of administration other words can stand, the name of a place, but
//! not where a body, a field or a term begins among them, unless they are just two, as most names
//! of places are; behind a word for the province only the provinces of the table. A place that is
//! called after a person looks like others, so that its unit is small as well. Otherwise the name stays as it was written, since capitals are right in
//! a letterhead and a wrong small letter is right nowhere.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Words that keep their capital although a small one follows (Nghị định 30/2020/NĐ-CP, Phụ lục
/// II): at the beginning of a subject they are names and not the beginning of a sentence.
const NAMES: &str = "Nhân dân|Nhà nước|Đảng|Quốc hội|Chính phủ|Thủ tướng|Chủ tịch nước|Ủy ban|\
    Uỷ ban|Hội đồng nhân dân|Mặt trận|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Huyện uỷ|Xã đội|\
    Công an|Viện kiểm sát|Tòa án|Toà án";

/// Bodies and kinds of bodies of the state, the Party, the courts and the mass organisations.
const BODIES: &str = "Ủy ban nhân dân|Ủy ban bầu cử|Ủy ban Mặt trận Tổ quốc|\
    Ủy ban Thường vụ Quốc hội|Mặt trận Tổ quốc|Thường trực|Đoàn đại biểu Quốc hội|\
    Thủ tướng Chính phủ|Hội đồng Bầu cử quốc gia|Hội đồng|Đảng ủy|Đảng bộ|\
    Đảng đoàn|Đảng Cộng sản|Ban Cán sự đảng|Ban Chấp hành|Ban Thường vụ|Ban Bí thư|Trung ương|\
    Bộ Chính trị|Tòa án nhân dân|\
    Tòa án quân sự|Viện kiểm sát nhân dân|Viện kiểm sát quân sự|Kiểm toán nhà nước|\
    Ngân hàng Nhà nước|Kho bạc Nhà nước|Bảo hiểm xã hội|Thông tấn xã|Công an nhân dân|\
    Bộ Chỉ huy|Ban Chỉ huy|Bộ Tư lệnh|Bộ đội Biên phòng|Quân đội nhân dân|Quân khu|\
    Tổng Liên đoàn|Liên đoàn|Liên minh|Liên hiệp|Hội|các Hội|Đoàn|Đoàn Thanh niên|\
    Đoàn Thanh niên Cộng sản Hồ Chí Minh|Hội Liên hiệp Phụ nữ|Hội Liên hiệp Thanh niên|\
    Bộ|Sở|Ban|Cục|Chi cục|Tổng cục|Vụ|Viện|Viện Hàn lâm|Phòng|Văn phòng|Thanh tra|Trung tâm|\
    Học viện|Trường|Trường Đại học|Trường Cao đẳng|Bệnh viện|Đài|Báo|Chi nhánh|Hạt|Trạm|Đội|Quỹ|\
    Ban Quản lý|Ban Chỉ đạo|Cơ quan|Khối các cơ quan|Khối Doanh nghiệp|Khối|Khu kinh tế|\
    các khu công nghiệp|Khu công nghiệp";

/// What bodies are in charge of.
const FIELDS: &str = "An ninh|An toàn giao thông|An toàn thực phẩm|Bảo trợ xã hội|Báo chí|\
    Bảo vệ chăm sóc sức khỏe cán bộ|Biên phòng|Cải cách hành chính|Cảnh sát biển|\
    Cảnh sát hình sự|Cảnh sát giao thông|Chăn nuôi và Thú y|Chỉ đạo|Chính trị|\
    Chính trị quốc gia Hồ Chí Minh|Chữ thập đỏ|Chuyển đổi số|Công chứng|Công nghệ|\
    Công nghệ thông tin|Công nghiệp|Công Thương|Cựu chiến binh|Cựu thanh niên xung phong|Dân chủ|\
    Dân số|Dân số - Kế hoạch hóa gia đình|Dân tộc|Dân vận|Dịch vụ việc làm|Doanh nghiệp|Du lịch|\
    Dự trữ Nhà nước|Đa khoa|Đào tạo|Đăng kiểm|Đất đai|Đầu tư|Đầu tư phát triển|Đê điều|Đô thị|\
    Đối ngoại|Đường bộ|Đường sắt|Gia đình|Giám định|Giám sát|Giao thông|Giao thông vận tải|\
    Giáo dục|Giáo dục nghề nghiệp|Giáo dục thường xuyên|Hàng hải|Hàng không|Hành chính|\
    Hành chính công|Hải quan|Hạ tầng|Hậu cần|Hợp tác xã|Kế hoạch|Kế toán|Khí tượng Thủy văn|Khoa học|\
    Khoa học xã hội|Khoáng sản|Khuyến công|Khuyến học|Khuyến nông|Kiểm lâm|Kiểm ngư|\
    Kiểm soát bệnh tật|Kiểm soát thủ tục hành chính|Kiểm tra|Kiến trúc|Kinh tế|Kỹ thuật|Lao động|\
    Lâm nghiệp|Lưu trữ|Lưu trữ lịch sử|Luật gia|Môi trường|Nghệ thuật|Ngân sách|Ngoại giao|\
    Ngoại vụ|Người cao tuổi|Người khuyết tật|Nhà báo|Nội chính|Nội vụ|Nông dân|Nông nghiệp|\
    Nông thôn mới|Nước sạch|Phát thanh|Phát triển nông thôn|Phát triển quỹ đất|Phân tích|Pháp chế|\
    Pháp luật|Phòng cháy chữa cháy|Phòng, chống tham nhũng|Phòng, chống thiên tai|\
    Phòng chống tham nhũng|Phòng chống thiên tai|Phụ nữ|Phục vụ hành chính công|\
    Quản lý cạnh tranh|Quản lý chất lượng|Quản lý dự án|Quản lý dự án đầu tư xây dựng|\
    Quản lý đất đai|Quản lý giá|Quản lý nợ|Quản lý thị trường|Quân sự|Quốc phòng|\
    Quốc phòng - An ninh|Quy hoạch|Sở hữu trí tuệ|Sức khỏe|Tài chính|Tài nguyên|\
    Tài nguyên nước|Tần số|Thanh niên|Thanh tra|Thẩm định|Thể dục thể thao|Thể thao|\
    Thi đua - Khen thưởng|Thi hành án dân sự|Thi hành án hình sự|Thông tin|Thống kê|Thuế|\
    Thú y|Thủy lợi|Thủy sản|Thương binh|Thương mại|Tiếp công dân|Tiêu chuẩn Đo lường Chất lượng|\
    Tìm kiếm cứu nạn|Tin học|Tổ chức|Tôn giáo|Tổng hợp|Trẻ em|Trí tuệ nhân tạo|Trồng trọt|\
    Truyền hình|Truyền thông|Trợ giúp pháp lý|Tuyên giáo|Tư pháp|Văn hóa|Văn học|Vận tải|\
    Viễn thông|Việc làm|Xã hội|Xây dựng|Xây dựng Đảng|Xúc tiến Đầu tư|Xúc tiến Thương mại|\
    Xuất bản|Y dược cổ truyền|Y tế|Y tế dự phòng";

/// What else begins where the name of a place has ended: bodies of no form of their own, terms.
const KINDS: &str = "Bảo tàng|Câu lạc bộ|Chương trình|Công đoàn|Công ty|Dự án|Đề án|Khóa|Kỳ họp|\
    Nhà hát|Nhà máy|Nhà trường|Nhiệm kỳ|Nhóm|Tập đoàn|Thư viện|Tiểu ban|Tổ|Tổng công ty|Xí nghiệp";

/// Words that join the parts of a name.
const JOINING: &str = "và|của|về|tại|các|tối cao|cấp cao|cấp tỉnh|cấp huyện|cấp xã|khu vực|với";

/// Names of the country and of its capital.
const COUNTRY: &str = "Việt Nam|Thành phố Hồ Chí Minh|Thủ đô Hà Nội";

/// The provinces, which also stand without the word for their unit.
const PROVINCES: &str = "Hồ Chí Minh|Hà Nội|An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|\
    Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|\
    Gia Lai|Hà Giang|Hà Nam|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Huế|Hưng Yên|\
    Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|\
    Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|\
    Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Thừa Thiên - Huế|\
    Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái";

/// The last words of bodies whose field may stand behind the unit: "Ban Chỉ đạo huyện …".
const UNFINISHED: &[&str] = &["đạo", "lý", "huy", "đồng", "ban", "đoàn", "hội", "tổ"];

/// Units of administration, small before the name of a place and where none follows, and the
/// committees that are called after them.
const UNITS: &str = "thành phố|thị xã|thị trấn|đặc khu|tỉnh|huyện|quận|phường|xã|Thành ủy|Huyện ủy|\
    Quận ủy|Thị ủy|Tỉnh ủy|Thành đoàn|Huyện đoàn|Quận đoàn|Thị đoàn|Tỉnh đoàn";

/// Abbreviated units, which a place follows.
const SHORT_UNITS: &[&str] = &["tp", "tp.", "tx", "tx.", "tt.", "h.", "q.", "p.", "x."];

/// Abbreviations that could be read as a syllable; whatever has no vowel needs no table.
const ABBREVIATIONS: &[&str] = &[
    "ubnd", "ub", "ubmttq", "ubmttqvn", "ubkt", "ubtvqh", "tand", "tandtc", "tu", "ca", "cand",
    "qlda", "bqlda", "attp", "atgt", "antt", "kcn", "vpub",
];

/// How many words the name of a place has at most.
const PLACE_WORDS: usize = 4;

/// Places of the tone mark that are one: `hoà`, `hòa`.
const TONES: &[(&str, &str)] = &[
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

/// What can stand in a name by itself.
static PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| phrases(&[NAMES, BODIES, FIELDS, JOINING, COUNTRY, PROVINCES]));

/// What a place can follow.
static UNIT_PHRASES: LazyLock<Phrases> = LazyLock::new(|| phrases(&[UNITS]));

/// What can follow the word for a province.
static PROVINCE_PHRASES: LazyLock<Phrases> = LazyLock::new(|| phrases(&[PROVINCES]));

/// Bodies by themselves.
static BODY_PHRASES: LazyLock<Phrases> = LazyLock::new(|| phrases(&[NAMES, BODIES]));

/// Fields by themselves.
static FIELD_PHRASES: LazyLock<Phrases> = LazyLock::new(|| phrases(&[FIELDS]));

/// What is not a place even of two words.
static KIND_PHRASES: LazyLock<Phrases> = LazyLock::new(|| phrases(&[KINDS]));

/// What begins in no other place.
static OTHER_PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| phrases(&[NAMES, BODIES, FIELDS, KINDS]));

/// Phrases by the key of their first word, the longest first.
type Phrases = BTreeMap<String, Vec<Phrase>>;

fn phrases(tables: &[&str]) -> Phrases {
    let mut phrases = Phrases::new();
    for phrase in tables.iter().flat_map(|table| table.split('|')).map(Phrase::new) {
        phrases.entry(phrase.words[0].0.clone()).or_default().push(phrase);
    }
    for alike in phrases.values_mut() {
        alike.sort_by_key(|phrase| Reverse(phrase.words.len()));
    }
    phrases
}

/// The readings of the first words of a name as phrases of such tables.
fn read<'t>(phrases: &'t Phrases, name: &'t [Word]) -> impl Iterator<Item = Reading> + 't {
    let alike = name.first().and_then(|word| phrases.get(&word.key));
    alike.into_iter().flatten().filter_map(move |phrase| phrase.read(name))
}

/// The name of a body as it is written in a sentence, where it is given in capitals alone: "UBND
/// TỈNH HÀ TĨNH" is "UBND tỉnh Hà Tĩnh", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ" is "Sở Kế hoạch và Đầu tư".
#[must_use]
pub fn body_name(name: &str) -> String {
    let capitals = !name.chars().any(char::is_lowercase);
    let written = capitals.then(|| in_sentence(&words(name))).flatten();
    written.map_or_else(|| name.to_owned(), |written| with_first(&written, char::to_uppercase))
}

/// Whether a subject begins with a name, which keeps its capital.
#[must_use]
pub fn begins_with_name(subject: &str) -> bool {
    NAMES.split('|').any(|name| {
        let rest = subject.strip_prefix(name);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// A text with another first letter.
#[must_use]
pub fn with_first<I: Iterator<Item = char>>(text: &str, change: impl Fn(char) -> I) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(change);
    first.collect::<String>() + letters.as_str()
}

// Words.

/// A word and what stands between it and the next.
struct Word<'t> {
    text: &'t str,
    gap: &'t str,
    small: String,
    /// The word however its tone mark is set.
    key: String,
}

impl Word<'_> {
    /// The word as it begins a name.
    fn capital(&self) -> String {
        // "Vi" and "Xi" are syllables.
        let number = self.text.len() > 1 && self.is_roman() && !matches!(&*self.small, "vi" | "xi");
        if number { self.text.to_owned() } else { with_first(&self.small, char::to_uppercase) }
    }

    fn is_arabic(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(|sign| sign.is_ascii_digit())
    }

    fn is_roman(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(|sign| matches!(sign, 'I' | 'V' | 'X'))
    }

    /// "UBND", "HĐND", "GD&ĐT": of letters that are said one by one.
    fn is_abbreviation(&self) -> bool {
        let letters = || self.small.chars().filter(|sign| sign.is_alphabetic());
        let silent =
            letters().count() > 1 && letters().all(|sign| "bcdđfghjklmnpqrstvwxz".contains(sign));
        silent || ABBREVIATIONS.contains(&self.small.as_str())
    }
}

fn words(name: &str) -> Vec<Word<'_>> {
    let between = |sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '-' | '–');
    let mut words = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let (text, behind) = rest.split_at(rest.find(between).unwrap_or(rest.len()));
        let next = behind.find(|sign| !between(sign)).unwrap_or(behind.len());
        let small = text.to_lowercase();
        words.push(Word { text, gap: &behind[..next], key: key(&small), small });
        rest = &behind[next..];
    }
    words
}

/// A word of one syllable with its tone mark where it is set first.
fn key(small: &str) -> String {
    let toned = TONES.iter().find(|(second, _)| small.contains(second));
    toned.map_or_else(|| small.to_owned(), |(second, first)| small.replace(second, first))
}

/// What stands between two words, however it is written.
fn sign(gap: &str) -> String {
    gap.trim().replace('–', "-")
}

/// A phrase of the tables: its words, whether each has a capital, and what stands behind each.
struct Phrase {
    words: Vec<(String, bool, String)>,
}

impl Phrase {
    fn new(written: &str) -> Self {
        let words = words(written).into_iter();
        let word = |word: Word| {
            let capital = word.text.starts_with(char::is_uppercase);
            (word.key, capital, sign(word.gap))
        };
        Self { words: words.map(word).collect() }
    }

    /// The phrase as the first words of a name have it.
    fn read(&self, name: &[Word]) -> Option<Reading> {
        let name = name.get(..self.words.len())?;
        let last = self.words.len() - 1;
        let same = |(at, ((key, _, behind), word)): (usize, (&(String, bool, String), &Word))| {
            *key == word.key && (at == last || *behind == sign(word.gap))
        };
        if !self.words.iter().zip(name).enumerate().all(same) {
            return None;
        }
        let written = self.words.iter().zip(name).map(|((_, capital, _), word)| {
            let text = if *capital { word.capital() } else { word.small.clone() };
            text + word.gap
        });
        Some(Reading { length: self.words.len(), written: written.collect() })
    }
}

// Reading.

/// How the first words of a name can be read.
struct Reading {
    length: usize,
    written: String,
}

impl Reading {
    /// The reading with that of what follows.
    fn with(&self, next: &Self) -> Self {
        Self {
            length: self.length + next.length,
            written: format!("{}{}", self.written, next.written),
        }
    }
}

/// A name in which every word is known, from its end to its beginning, so that a reading is taken
/// only where the rest can be read as well.
fn in_sentence(name: &[Word]) -> Option<String> {
    let mut rests: Vec<Option<String>> = vec![None; name.len()];
    rests.push(Some(String::new()));
    for at in (0..name.len()).rev() {
        rests[at] = readings(name, at).into_iter().find_map(|reading| {
            let rest = rests[at + reading.length].as_ref()?;
            Some(reading.written + rest)
        });
    }
    rests.swap_remove(0)
}

/// The readings of what begins at a word, the best first.
fn readings(name: &[Word], at: usize) -> Vec<Reading> {
    let words = &name[at..];
    let phrases = read(&PHRASES, words);
    let before = at.checked_sub(1).map(|before| name[before].key.as_str());
    let others = as_written(words, before).into_iter().chain(term(words));
    phrases.chain(others).chain(unit(words, before)).chain(short_unit(words)).collect()
}

/// An abbreviation, or a number: "Quân khu 4", "khu vực XI".
fn as_written(words: &[Word], before: Option<&str>) -> Option<Reading> {
    let word = words.first()?;
    let numbered = matches!(before, Some("khu" | "vực" | "số"));
    let kept = word.is_abbreviation() || word.is_arabic() || numbered && word.is_roman();
    let written = || Reading { length: 1, written: format!("{}{}", word.text, word.gap) };
    kept.then(written)
}

/// The term of an assembly: "khóa XVIII".
fn term(words: &[Word]) -> Option<Reading> {
    let [word, number, ..] = words else {
        return None;
    };
    let numbered = word.key == "khóa" && sign(word.gap).is_empty() && number.is_roman();
    let written = || format!("{}{}{}{}", word.small, word.gap, number.text, number.gap);
    numbered.then(|| Reading { length: 2, written: written() })
}

/// A unit of administration: alone, where nothing follows that could be its name, or with one.
fn unit(words: &[Word], before: Option<&str>) -> Vec<Reading> {
    let Some(unit) = read(&UNIT_PHRASES, words).next() else {
        return Vec::new();
    };
    let (own, behind) = words.split_at(unit.length);
    if own.last().is_some_and(|word| !sign(word.gap).is_empty()) || ends_place(behind) {
        return vec![unit];
    }
    if own.first().is_some_and(|word| word.key == "tỉnh") {
        return read(&PROVINCE_PHRASES, behind).map(|province| unit.with(&province)).collect();
    }
    let committee = unit.written.starts_with(char::is_uppercase);
    let plain = !committee && before.is_none_or(|word| !UNFINISHED.contains(&word));
    // "Quận 1", "Phường 5".
    let numbered = behind.first().is_some_and(Word::is_arabic);
    let written =
        if numbered { with_first(&unit.written, char::to_uppercase) } else { unit.written };
    let two = plain && is_two_words(behind);
    places(unit.length, &written, behind, two)
}

/// "TP. Hà Tĩnh".
fn short_unit(words: &[Word]) -> Vec<Reading> {
    let short = words.first().filter(|word| SHORT_UNITS.contains(&&*word.small));
    short.map_or_else(Vec::new, |unit| {
        places(1, &format!("{}{}", unit.text, unit.gap), &words[1..], false)
    })
}

/// A unit with a place of so many words, the shortest first. `two` are one, whatever they are
/// elsewhere.
fn places(length: usize, unit: &str, behind: &[Word], two: bool) -> Vec<Reading> {
    let mut written = unit.to_owned();
    let mut readings = Vec::new();
    for (index, word) in behind.iter().take(PLACE_WORDS).enumerate() {
        written.push_str(&(word.capital() + word.gap));
        if two && index == 1 || is_place(behind, index + 1) {
            readings.push(Reading { length: length + index + 1, written: written.clone() });
        }
        if word.gap.contains([',', ';']) {
            break;
        }
    }
    readings
}

/// Whether so many words can be the name of a place: a province, or words in which nothing else
/// begins.
fn is_place(words: &[Word], length: usize) -> bool {
    let province = || read(&PROVINCE_PHRASES, words).any(|place| place.length == length);
    !(0..length).any(|at| begins_other(words, at)) || province()
}

/// Whether just two words stand behind a unit and are no body: "xã Hội An", "xã Dân Chủ", but
/// neither "Văn phòng" nor "Đội Thuế". A body has more words, or is one of the tables.
fn is_two_words(words: &[Word]) -> bool {
    let [first, second, behind @ ..] = words else { return false };
    let ends = !sign(second.gap).is_empty()
        || ends_place(behind)
        || read(&UNIT_PHRASES, behind).next().is_some();
    let body = read(&BODY_PHRASES, words).any(|body| body.length == 2);
    let kind = read(&KIND_PHRASES, words).next().is_some();
    let field = read(&FIELD_PHRASES, &words[1..]).any(|field| field.length == 1);
    sign(first.gap).is_empty() && ends && !body && !kind && !field
}

/// Whether a body, a field or a term begins at a word behind a unit. One word does not at the end
/// of a place, as in "xã Sơn Hội".
fn begins_other(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let behind = &words[at + 1..];
    let goes_on = sign(word.gap).is_empty() && !ends_place(behind);
    let goes_on = at == 0 || goes_on && read(&UNIT_PHRASES, behind).next().is_none();
    read(&OTHER_PHRASES, &words[at..]).any(|other| other.length > 1 || goes_on)
}

/// Whether no name of a place goes on with these words.
fn ends_place(words: &[Word]) -> bool {
    words.first().is_none_or(|next| matches!(&*next.key, "và" | "của")) || term(words).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_in_capitals_is_written_as_in_a_sentence() {
        for name in [
            // Government and administration.
            "Quốc hội",
            "Chính phủ",
            "Thủ tướng Chính phủ",
            "Văn phòng Chính phủ",
            "Văn phòng Quốc hội",
            "Văn phòng Chủ tịch nước",
            "Ủy ban Thường vụ Quốc hội",
            "Thanh tra Chính phủ",
            "Bộ Công an",
            "Bộ Công Thương",
            "Bộ Lao động - Thương binh và Xã hội",
            "Bộ Nông nghiệp và Môi trường",
            "Tổng cục Thống kê",
            "Ngân hàng Nhà nước Việt Nam",
            "Kiểm toán nhà nước",
            "Kho bạc Nhà nước khu vực XI",
            "Bảo hiểm xã hội tỉnh Hà Tĩnh",
            "Ủy ban nhân dân tỉnh Hà Tĩnh",
            "Ủy ban nhân dân tỉnh",
            "Uỷ ban nhân dân thành phố Hà Nội",
            "Ủy ban nhân dân Thành phố Hồ Chí Minh",
            "Ủy ban nhân dân Quận 1",
            "Ủy ban nhân dân xã Hội An",
            "Ủy ban nhân dân thị xã Kỳ Anh",
            "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu",
            "Ủy ban nhân dân thành phố Phan Rang - Tháp Chàm",
            "Ủy ban nhân dân huyện Đắk R'lấp",
            "Ủy ban nhân dân xã Sơn Kim 1 huyện Hương Sơn",
            "Hội đồng nhân dân tỉnh",
            "Hội đồng nhân dân thị xã Kỳ Anh",
            "Thường trực Hội đồng nhân dân tỉnh Nghệ An",
            "Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh",
            "Đoàn đại biểu Quốc hội tỉnh Hà Tĩnh",
            "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Hà Tĩnh",
            "Sở Kế hoạch và Đầu tư",
            "Sở Văn hóa, Thể thao và Du lịch",
            "Sở Văn hoá, Thể thao và Du lịch tỉnh Hoà Bình",
            "Sở Y tế Hà Tĩnh",
            "Sở Giao thông vận tải",
            "Phòng Y tế huyện Lộc Hà, tỉnh Hà Tĩnh",
            "Thanh tra tỉnh Hà Tĩnh",
            "Công an tỉnh Hà Tĩnh",
            "Chi cục Kiểm lâm tỉnh Hà Tĩnh",
            "Cục Thi hành án dân sự tỉnh Hà Tĩnh",
            "Ban Quản lý Khu kinh tế tỉnh Hà Tĩnh",
            "Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn tỉnh",
            "Bộ Chỉ huy Quân sự tỉnh Hà Tĩnh",
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
            "Bộ Tư lệnh Quân khu 4",
            "Trung tâm Kiểm soát bệnh tật tỉnh Hà Tĩnh",
            "Bệnh viện Đa khoa tỉnh Hà Tĩnh",
            "Trường Đại học Hà Tĩnh",
            // Party.
            "Ban Chấp hành Trung ương Đảng",
            "Đảng Cộng sản Việt Nam",
            "Tỉnh ủy Hà Tĩnh",
            "Văn phòng Tỉnh ủy",
            "Ban Tổ chức Tỉnh ủy",
            "Ban Thường vụ Huyện ủy Hương Sơn",
            "Ủy ban Kiểm tra Thành ủy Hà Nội",
            "Đảng ủy Khối các cơ quan tỉnh",
            "Ban Tuyên giáo và Dân vận Tỉnh uỷ",
            // Mass organisations.
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Tĩnh",
            "Liên đoàn Lao động tỉnh Hà Tĩnh",
            "Hội Liên hiệp Phụ nữ tỉnh Hà Tĩnh",
            "Hội Nông dân Việt Nam",
            "Hội Cựu chiến binh tỉnh",
            "Tỉnh đoàn Hà Tĩnh",
            // Courts.
            "Tòa án nhân dân tối cao",
            "Tòa án nhân dân cấp cao tại Hà Nội",
            "Tòa án nhân dân tỉnh Hà Tĩnh",
            "Toà án nhân dân khu vực 1 - Hà Tĩnh",
            "Viện kiểm sát nhân dân tỉnh Hà Tĩnh",
            "Viện kiểm sát nhân dân tối cao",
            // Terms.
            "Quốc hội khóa XV",
            "Hội đồng nhân dân tỉnh khóa XVIII",
            "Hội đồng nhân dân tỉnh Hà Tĩnh khoá XVIII",
            "Hội đồng nhân dân xã Sơn Kim khóa XX",
        ] {
            assert_eq!(body_name(&name.to_uppercase()), name);
        }
    }

    #[test]
    fn a_place_behind_a_unit_is_a_name() {
        for name in [
            // Places that have the word of a body in them.
            "Ủy ban nhân dân đặc khu Trường Sa",
            "Ủy ban nhân dân huyện Trạm Tấu",
            "Ủy ban nhân dân xã Sơn Hội",
            "Ủy ban nhân dân xã Sơn Hội, huyện Hương Sơn",
            "Ủy ban nhân dân xã Sơn Hội huyện Hương Sơn",
            "Ủy ban nhân dân thành phố Hải Phòng",
            "Ủy ban nhân dân xã Vi Hương",
            "Hội Nông dân xã Hội An",
            "Ủy ban nhân dân quận IV",
            "Ban Thường vụ Tỉnh đoàn",
            "Ủy ban nhân dân xã Trường An",
            "Ủy ban nhân dân xã Hội Châu, tỉnh Nghệ An",
            "Ủy ban nhân dân phường Đội Cung",
            "Công an xã Ban Công",
            "Ủy ban nhân dân xã Đài Xuyên huyện Vân Đồn",
            // Places that have the word of a field in them.
            "Ủy ban nhân dân xã Dân Chủ",
            "Ủy ban nhân dân xã Văn Hóa",
            "Hội đồng nhân dân xã Dân Chủ khóa XX",
            "Phòng Kinh tế xã Dân Chủ",
            "Đảng ủy xã Dân Chủ, tỉnh Phú Thọ",
            // Places that have the name of a person or of an event.
            "Ủy ban nhân dân phường Trần Phú",
            "Ủy ban nhân dân phường Trần Phú, tỉnh Hà Tĩnh",
            "Ủy ban nhân dân xã Nguyễn Huệ",
            "Đảng ủy phường Quang Trung",
            "Hội đồng nhân dân quận Hai Bà Trưng",
            "Ủy ban nhân dân huyện Trần Văn Thời",
            "Công an phường Trần Hưng Đạo",
            "Phòng Văn hóa - Xã hội xã Nguyễn Huệ",
            "Phòng Kinh tế, Hạ tầng và Đô thị phường Trần Phú",
            "Trung tâm Phục vụ hành chính công phường Trần Phú",
            // Units without a name.
            "Hội đồng nhân dân cấp xã",
            "Ủy ban nhân dân xã",
        ] {
            assert_eq!(body_name(&name.to_uppercase()), name);
        }
    }

    #[test]
    fn abbreviations_stay() {
        for (name, written) in [
            ("UBND TỈNH HÀ TĨNH", "UBND tỉnh Hà Tĩnh"),
            ("UBND TỈNH", "UBND tỉnh"),
            ("HĐND CẤP XÃ", "HĐND cấp xã"),
            ("UBND XÃ", "UBND xã"),
            ("UBND XÃ DÂN CHỦ", "UBND xã Dân Chủ"),
            ("VĂN PHÒNG UBND TỈNH HÀ TĨNH", "Văn phòng UBND tỉnh Hà Tĩnh"),
            ("VĂN PHÒNG HĐND VÀ UBND HUYỆN CAN LỘC", "Văn phòng HĐND và UBND huyện Can Lộc"),
            ("UBND TP VINH", "UBND TP Vinh"),
            ("UBND TP. HỒ CHÍ MINH", "UBND TP. Hồ Chí Minh"),
            ("ỦY BAN MTTQ VIỆT NAM TỈNH", "Ủy ban MTTQ Việt Nam tỉnh"),
            ("SỞ LĐ-TB&XH", "Sở LĐ-TB&XH"),
            ("BAN CHỈ ĐẠO 389 TỈNH HÀ TĨNH", "Ban Chỉ đạo 389 tỉnh Hà Tĩnh"),
            ("TAND HUYỆN KỲ ANH", "TAND huyện Kỳ Anh"),
        ] {
            assert_eq!(body_name(name), written);
        }
    }

    #[test]
    fn a_name_whose_form_is_not_known_stays_as_it_is() {
        for name in [
            "CÔNG TY CỔ PHẦN GANG THÉP",
            "TRƯỜNG CHÍNH TRỊ TRẦN PHÚ",
            "SỞ MỘT CỬA",
            "HỘI ĐỒNG NHÂN DÂN TỈNH KHÓA",
            "HỘI ĐỒNG NHÂN DÂN TỈNH KHÓA MỚI",
            "HỘI ĐỒNG NHÂN DÂN HUYỆN KHÓA HỌC",
            "BAN CHỈ ĐẠO TỈNH XÂY DỰNG NÔNG THÔN MỚI",
            "BAN CHỈ ĐẠO HUYỆN XÂY DỰNG NÔNG THÔN MỚI",
            "BAN QUẢN LÝ HUYỆN CÔNG TY THÉP",
            "UBND TỈNH BAN CHỈ ĐẠO",
            "UBND TỈNH HỘI ĐỒNG THẨM ĐỊNH",
            "UBND TỈNH TỔ CÔNG TÁC",
            "UBND TỈNH ĐOÀN KIỂM TRA",
            "UBND HUYỆN ĐOÀN KIỂM TRA",
            "UBND HUYỆN HƯƠNG SƠN HỘI ĐỒNG ĐÁNH GIÁ",
            "UBND HUYỆN TỔ ĐỀ ÁN",
            "UBND TP VINH TỔ CÔNG TÁC",
            "UBND XÃ TRƯỜNG MẦM NON",
            "UBND PHƯỜNG ĐỘI THUẾ",
            "UBND XÃ VĂN PHÒNG",
            "UBND HUYỆN THANH TRA",
            "BAN CHỈ ĐẠO XÃ DÂN CHỦ",
            "BAN QUẢN LÝ HUYỆN DU LỊCH",
            "HỘI ĐỒNG HUYỆN GIÁO DỤC",
            "ỦY BAN NHÂN DÂN XÃ ĐỨC THỌ TỔ CÔNG TÁC",
            "UBND TỈNH HÀ TĨNH TRUNG TÂM XYZ ABC DEG",
            "MINISTRY OF FINANCE",
            "- SỞ Y TẾ",
            "SỞ Y TẾ (CƠ QUAN)",
            "Ủy ban nhân dân TỈNH",
            "",
        ] {
            assert_eq!(body_name(name), name);
        }
    }
}
