//! `legacy-encoding`: text in an encoding of before Unicode (TCVN3, VNI), or in UTF-8 that was read
//! as something else, which shows other signs than it means.

use std::ops::Range;

use super::Subject;
use super::prose::word_at;
use crate::diag::Diagnostic;

/// Signs that TCVN3 has in the place of letters, as they look in Unicode, without those that formulas
/// have between letters (`kW·h`, `m²K`): no text of some length is without one of these.
const TCVN3: &str = "©®¸¶¨»¾¼½ª«¬§¦¥¤£¢¡´";

/// Accented letters that VNI sets behind a vowel in the place of its accent.
const VNI: &str = "ùøûõïâáàåãêéèúüäëæ";

/// Warns at the first such word of each stretch, and at each field.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    for prose in &subject.prose {
        if let Some(word) = first(&prose.text)
            && let Some(span) = prose.span(word.clone())
        {
            diagnostics.push(Diagnostic::legacy_encoding(span, &prose.text[word]));
        }
    }
    for &(text, span) in &subject.fields {
        if let Some(word) = first(text) {
            diagnostics.push(Diagnostic::legacy_encoding(span, &text[word]));
        }
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
