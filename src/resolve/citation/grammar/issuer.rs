//! The names of issuers: how much of a text names one.
//!
//! Takes a text that begins right after "của". Known names and fields come first, since they hold
//! what would end a name elsewhere ("Kế hoạch và Đầu tư"); then units of administration; then any
//! words in capitals, each with the small one that completes it ("Điện lực"). Stops before the
//! title of the document and before a second issuer.

use super::codes::KINDS;
use super::phrase::{leading_word, longest_phrase, phrase_at_start};

/// Names, and parts of names, that a plain run of capitals would cut short.
const NAMES: &str = "Bộ|Sở|Cục|Tổng cục|Ban Quản lý|Ban Chỉ đạo|Quốc hội|\
    Ủy ban Thường vụ Quốc hội|Uỷ ban Thường vụ Quốc hội|Chủ tịch nước|\
    Chính phủ|Thủ tướng|Phó Thủ tướng|Văn phòng|Bộ trưởng|Giám đốc|Chánh án|Viện trưởng|\
    Tổng Kiểm toán nhà nước|Bộ Chính trị|Ban Bí thư|Ban Chấp hành|Ban Thường vụ|Trung ương|Tỉnh ủy|\
    Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Huyện uỷ|Thị ủy|Đảng ủy|Đảng uỷ|Đảng bộ|Ban cán sự đảng|\
    Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Thường trực|Chủ tịch|Phó Chủ tịch|\
    Đoàn đại biểu Quốc hội|Ủy ban Kiểm tra|Ủy ban Mặt trận Tổ quốc|Kiểm toán nhà nước|\
    Ngân hàng Nhà nước|Thanh tra Chính phủ|Tòa án nhân dân|Toà án nhân dân|Tòa án nhân dân tối cao|\
    Viện kiểm sát nhân dân|Viện kiểm sát nhân dân tối cao|Hội đồng Thẩm phán|Bảo hiểm xã hội|\
    Kho bạc Nhà nước|Việt Nam|Bà Rịa - Vũng Tàu|Khu kinh tế|Ủy ban|Uỷ ban|Ban Chỉ đạo 35|\
    Ban Chỉ đạo 389";

/// Fields of ministries and departments.
const FIELDS: &str = "Kế hoạch và Đầu tư|Nông nghiệp và Phát triển nông thôn|\
    Nông nghiệp và Môi trường|Tài nguyên và Môi trường|Giáo dục và Đào tạo|Thông tin và Truyền thông|\
    Khoa học và Công nghệ|Khoa học, Công nghệ và Môi trường|Văn hóa, Thể thao và Du lịch|\
    Văn hoá, Thể thao và Du lịch|Văn hóa và Thể thao|Lao động - Thương binh và Xã hội|\
    Lao động, Thương binh và Xã hội|Dân tộc và Tôn giáo|Quy hoạch - Kiến trúc|Giao thông vận tải|\
    Công Thương|Tài chính|Nội vụ|Tư pháp|Xây dựng|Y tế|Công an|Quốc phòng|Ngoại giao|Ngoại vụ|Du lịch|\
    Tổ chức|Tuyên giáo";

/// Units of administration: a name in capitals or a number may follow, a small word does not.
const PLACES: &str = "tỉnh|thành phố|TP.HCM|TP.|TP|huyện|thị xã|thị trấn|quận|phường|xã";

/// Words in capitals that begin the title of a document, beside its kind.
const TITLE_WORDS: &str = "Về|V/v|Ban hành|Sửa đổi|Bổ sung|Thay thế|Phê duyệt|Thông qua|Bãi bỏ|\
    Công bố|Giao|Triển khai|Thành lập|Kiện toàn|Tăng cường|Đẩy mạnh|Điều chỉnh|Thực hiện|Quy hoạch|\
    Kèm|Khóa|Khoá";

/// Small words that complete no name.
const NO_NAME_WORDS: &str = "ban|bãi|bằng|bổ|các|chỉ|cho|chưa|có|công|còn|của|cũng|do|đã|đang|để|đề|\
    đẩy|đến|được|gồm|giai|giao|gửi|hiện|hướng|kèm|khi|khóa|khoá|không|là|liên|mà|năm|nay|nêu|ngày|\
    nhằm|như|những|nhiệm|phát|phê|quy|sau|sẽ|số|sửa|tại|tăng|thay|theo|thì|thông|thực|tổ|triển|trên|\
    trình|trong|trước|từ|và|về|vì|với|xây|yêu|đối|một|nói|quyết|này|trực|đồng|kỳ|gắn|hỗ|bảo|đảm|kết";

/// How much of `text`, from its beginning, names an issuer.
pub(super) fn issuer_length(text: &str) -> usize {
    let mut length = 0;
    let mut place = false;
    loop {
        let rest = &text[length..];
        let words = rest.trim_start();
        let blanks = rest.len() - words.len();
        if length > 0 && blanks == 0 {
            return length;
        }
        let unit = longest_phrase(words, PLACES).filter(|_| length > 0);
        let known = known_name(words, &text[..length]);
        let other = || place_number(words).filter(|_| place).or_else(|| name(words, place));
        let Some(taken) = unit.max(known).or_else(other) else { return length };
        place |= unit.is_some() && unit >= known;
        length += blanks + taken;
    }
}

/// A name in the tables; in small letters ("Bộ giao thông vận tải") only after the word for a
/// ministry or department.
fn known_name(words: &str, before: &str) -> Option<usize> {
    let ministry = before.ends_with("Bộ") || before.ends_with("Sở");
    let capital = words.starts_with(char::is_uppercase);
    let name = longest_phrase(words, NAMES).max(longest_phrase(words, FIELDS));
    name.filter(|_| capital || ministry)
}

/// "7" in "quận 7".
fn place_number(words: &str) -> Option<usize> {
    let digits = words.len() - words.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
    let separate = !words[digits..].starts_with(|next: char| next.is_alphanumeric() || next == '/');
    ((1..=2).contains(&digits) && separate).then_some(digits)
}

/// A word in capitals and, but for the name of a `place`, the small one that completes it.
fn name(words: &str, place: bool) -> Option<usize> {
    let first = leading_word(words);
    let begins_title = KINDS.iter().any(|kind| phrase_at_start(words, kind.said).is_some())
        || longest_phrase(words, TITLE_WORDS).is_some();
    let spelt = first.chars().skip(1).all(char::is_lowercase);
    let abbreviation = first.chars().all(|letter| letter.is_ascii_uppercase() || letter == 'Đ');
    if !first.starts_with(char::is_uppercase) || begins_title || !(spelt || abbreviation) {
        return None;
    }
    let completion = completion_length(&words[first.len()..]).filter(|_| spelt && !place);
    Some(first.len() + completion.unwrap_or(0))
}

/// A small word, with the blanks before it, that can complete a name.
fn completion_length(text: &str) -> Option<usize> {
    let words = text.trim_start();
    let word = leading_word(words);
    let small =
        !word.is_empty() && word.chars().all(char::is_lowercase) && words.len() < text.len();
    let other = longest_phrase(words, PLACES).is_some()
        || NO_NAME_WORDS.split('|').any(|other| other == word);
    (small && !other).then(|| text.len() - words.len() + word.len())
}
