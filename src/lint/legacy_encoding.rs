//! `legacy-encoding`: text in an encoding of before Unicode (TCVN3, VNI), or in UTF-8 that was read
//! as something else, which shows other signs than it means; letters of other alphabets that look
//! like Vietnamese ones, signs that only a font of their own can show, and signs that nothing shows.
//!
//! What looks right and is not can be neither found nor read aloud.

use std::ops::Range;

use super::Subject;
use super::prose::word_at;
use crate::diag::Diagnostic;
use crate::source::Span;

/// Signs that TCVN3 has in the place of letters, as they look in Unicode, without those that formulas
/// have between letters (`kW·h`, `m²K`): no text of some length is without one of these.
const TCVN3: &str = "©®¸¶¨»¾¼½ª«¬§¦¥¤£¢¡´";

/// Cyrillic letters that look like Latin ones.
const CYRILLIC: &[(char, char)] = &[
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('І', 'I'),
];

/// Accented letters that VNI sets behind a vowel in the place of its accent.
const VNI: &str = "ùøûõïâáàåãêéèúüäëæ";

/// Warns at the first such word of each stretch, at each word with a letter of another alphabet, and
/// at each field.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    for prose in &subject.prose {
        if let Some(word) = first(&prose.text)
            && let Some(span) = prose.span(word.clone())
        {
            diagnostics.push(Diagnostic::legacy_encoding(span, &prose.text[word]));
        }
        for stranger in strangers(&prose.text) {
            if let Some(span) = prose.span(stranger.at.clone()) {
                diagnostics.push(stranger.told(&prose.text, span));
            }
        }
    }
    for &(text, span) in &subject.fields {
        if let Some(word) = first(text) {
            diagnostics.push(Diagnostic::legacy_encoding(span, &text[word]));
        } else if let Some(stranger) = strangers(text).first() {
            diagnostics.push(stranger.told(text, span));
        }
    }
}

/// A character that does not belong into Vietnamese text, and the place that is told.
struct Stranger {
    at: Range<usize>,
    sign: char,
    what: What,
}

/// What a stranger is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    /// A letter of another alphabet for this one.
    Letter(char),
    /// A sign that has no meaning but in one font: those of Symbol and Wingdings.
    Private,
    /// A sign in a word, or before the next, that is not shown.
    Invisible,
}

impl Stranger {
    fn told(&self, text: &str, span: Span) -> Diagnostic {
        let word = &text[self.at.clone()];
        match self.what {
            What::Letter(meant) => Diagnostic::letter_foreign(span, word, self.sign, meant),
            What::Private => Diagnostic::sign_private(span, self.sign),
            What::Invisible => Diagnostic::sign_invisible(span, word, self.sign),
        }
    }
}

/// The words of a text with a letter of another alphabet, and its first signs of the other kinds.
fn strangers(text: &str) -> Vec<Stranger> {
    let mut found: Vec<Stranger> = Vec::new();
    for (at, sign) in text.char_indices() {
        let Some(what) = what(text, at, sign) else { continue };
        let is_told = |told: &Stranger| match what {
            What::Letter(_) => told.at.contains(&at),
            _ => told.what == what,
        };
        if !found.iter().any(is_told) {
            let alone = at..at + sign.len_utf8();
            let at = if what == What::Private { alone } else { word_at(text, at) };
            found.push(Stranger { at, sign, what });
        }
    }
    found
}

/// What a character is, if it does not belong there. Icelandic has its ð within words only; a Greek
/// letter is mostly a unit.
fn what(text: &str, at: usize, sign: char) -> Option<What> {
    let begins = || !text[..at].ends_with(char::is_alphabetic);
    match sign {
        'Ð' | 'Ɖ' => Some(What::Letter('Đ')),
        'ð' => begins().then_some(What::Letter('đ')),
        '\u{400}'..='\u{4FF}' => {
            let (_, meant) = CYRILLIC.iter().find(|(own, _)| *own == sign)?;
            let mixed = text[word_at(text, at)].contains(|char: char| char.is_ascii_alphabetic());
            mixed.then_some(What::Letter(*meant))
        }
        '\u{E000}'..='\u{F8FF}' => Some(What::Private),
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{C}' => {
            let goes_on = |next: char| next.is_alphanumeric() || next.is_whitespace();
            let within = text[..at].ends_with(char::is_alphanumeric);
            (within && text[at..].chars().nth(1).is_some_and(goes_on)).then_some(What::Invisible)
        }
        _ => None,
    }
}

/// Where the first such word of a text is.
fn first(text: &str) -> Option<Range<usize>> {
    let guillemets = text.contains('«');
    let mut doubtful: Option<Range<usize>> = None;
    let (mut before, mut last) = (' ', ' ');
    for (at, char) in text.char_indices() {
        if is_tcvn3(before, last, char) || is_mojibake(last, char, guillemets) {
            return Some(word_at(text, at));
        }
        // One word that looks like VNI can be a foreign name.
        if is_vni(last, char) {
            match &doubtful {
                Some(word) if !word.contains(&at) => return doubtful,
                Some(_) => {}
                None => doubtful = Some(word_at(text, at)),
            }
        }
        (before, last) = (last, char);
    }
    None
}

/// A sign between two letters without accents, as in `nh©n`.
fn is_tcvn3(before: char, sign: char, after: char) -> bool {
    before.is_ascii_alphabetic() && after.is_ascii_alphabetic() && TCVN3.contains(sign)
}

/// A vowel and right behind it a letter that Vietnamese never has there, as in `caùc`, `nhaân`.
fn is_vni(first: char, second: char) -> bool {
    if second.is_ascii() && !matches!(first, 'ñ' | 'Ñ') {
        return false;
    }
    let small = |char: char| char.to_lowercase().next().unwrap_or(char);
    match small(first) {
        'a' | 'e' => VNI.contains(small(second)),
        'o' => "ùøûõïâåä".contains(small(second)),
        'u' => "ùøûïåä".contains(small(second)),
        'ñ' => "aeiouyöô".contains(small(second)),
        _ => false,
    }
}

/// The beginnings of Vietnamese letters in UTF-8, read one byte at a time: `áº¿`, `Ä‘`, `Æ°`.
/// Where there are guillemets, a letter may stand before the end of a quotation.
fn is_mojibake(first: char, second: char, guillemets: bool) -> bool {
    match first {
        'á' => second == 'º' || second == '»' && !guillemets,
        'Ä' => matches!(second, '\u{90}' | '‘' | 'ƒ' | '©' | '¨'),
        'Æ' => matches!(second, '°' | '¡' | '¯'),
        'Ã' => ('\u{80}'..='\u{BF}').contains(&second),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_look_like_others() {
        for text in [
            "61/2018/NÐ-CP",
            "Ðảng ủy",
            "ðang",
            "Cộng hоà xã hội",
            "\u{F0B7} Một",
            "Kết\u{200B}quả",
        ] {
            assert_eq!(strangers(text).len(), 1, "{text}");
        }
        for text in
            ["Guðrún Đặng", "Москва", "5 kΩ, 3 µm", "và/\u{200B}hoặc hai\u{AD}", "Nghị định"]
        {
            assert!(strangers(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn words_of_old_encodings() {
        assert!(["nh©n d©n", "tØnh.c¸c", "Vi®t Nam"].into_iter().all(|text| first(text).is_some()));
        for text in ["Microsoft®", "10µm", "12 m²", "5 kW·h", "2 W/m²K", "«đá»", "«á», «à»", "Ký"]
        {
            assert_eq!(first(text), None, "{text}");
        }
        assert!(
            ["caùc baïn", "nhaân ñaàu", "CAÙC BAÏN"].into_iter().all(|text| first(text).is_some())
        );
        assert_eq!(first("El Niño và"), None);
        let vietnamese =
            "hoà hoá oé quý thuế nhiều oanh khuyến ước yêu cầu rượu khoẻ xoèn loã hoãn";
        assert_eq!(first(vietnamese), None);
        assert!(
            ["tiáº¿ng", "Ä‘áº§u", "Ã´ng", "Æ°u", "Nguyá»"].map(first).iter().all(Option::is_some)
        );
    }
}
