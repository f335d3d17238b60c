//! `legacy-encoding`: text in an encoding of before Unicode (TCVN3, VNI), or in UTF-8 that was read
//! as something else, which shows other signs than it means.

use std::ops::Range;

use super::Subject;
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
    let words = || {
        let start = move |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
        // What is but ASCII is the same in every encoding.
        let words = text.split_whitespace().filter(|word| !word.is_ascii());
        words.map(move |word| start(word)..start(word) + word.len())
    };
    let guillemets = text.contains('«');
    let certain = |word: &Range<usize>| {
        let word = &text[word.clone()];
        is_tcvn3(word) || is_mojibake(word, guillemets)
    };
    // One word that looks like VNI can be a foreign name.
    let vni: Vec<_> = words().filter(|word| is_vni(&text[word.clone()])).take(2).collect();
    words().find(certain).or_else(|| vni.first().cloned().filter(|_| vni.len() > 1))
}

/// A sign between two letters without accents, as in `nh©n`.
fn is_tcvn3(word: &str) -> bool {
    let bytes = word.as_bytes();
    word.char_indices().filter(|(_, char)| TCVN3.contains(*char)).any(|(at, char)| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let after = bytes.get(at + char.len_utf8());
        before.is_some_and(u8::is_ascii_alphabetic) && after.is_some_and(u8::is_ascii_alphabetic)
    })
}

/// A vowel and right behind it a letter that Vietnamese never has there, as in `caùc`, `nhaân`.
fn is_vni(word: &str) -> bool {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    letters.windows(2).any(|pair| match pair {
        ['a' | 'e', second] => VNI.contains(*second),
        ['o', second] => "ùøûõïâåä".contains(*second),
        ['u', second] => "ùøûïåä".contains(*second),
        ['ñ', second] => "aeiouyöô".contains(*second),
        _ => false,
    })
}

/// The beginnings of Vietnamese letters in UTF-8, read one byte at a time: `áº¿`, `Ä‘`, `Æ°`.
/// Where there are guillemets, a letter may stand before the end of a quotation.
fn is_mojibake(word: &str, guillemets: bool) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(2).any(|pair| match pair {
        ['á', 'º'] | ['Ä', '\u{90}' | '‘' | 'ƒ' | '©' | '¨'] | ['Æ', '°' | '¡' | '¯'] => {
            true
        }
        ['á', '»'] => !guillemets,
        ['Ã', second] => ('\u{80}'..='\u{BF}').contains(second),
        _ => false,
    })
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
        assert!(["caùc", "baïn", "nhaân", "ñaàu"].into_iter().all(is_vni));
        let vietnamese =
            "hoà hoá oé quý thuế nhiều oanh khuyến ước yêu cầu rượu khoẻ xoèn loã hoãn";
        assert!(!vietnamese.split(' ').any(is_vni));
        assert!(
            ["tiáº¿ng", "Ä‘áº§u", "Ã´ng", "Æ°u", "Nguyá»"].map(first).iter().all(Option::is_some)
        );
    }
}
