//! `legacy-encoding`: text in an encoding of before Unicode (TCVN3, VNI), or in UTF-8 that was read
//! as something else, which shows other signs than it means.

use std::ops::Range;

use super::Subject;
use crate::diag::Diagnostic;

/// Signs that TCVN3 has in the place of letters, as they look in Unicode.
const TCVN3: &str = "©®µ¸¶·¨»¾¼½ª«¬§¦¥¤£¢¡±²³´¹º";

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
    let vni: Vec<_> = words().filter(|word| is_vni(&text[word.clone()])).take(2).collect();
    let other =
        words().find(|word| is_tcvn3(&text[word.clone()]) || is_mojibake(&text[word.clone()]));
    // One such word can be a foreign name.
    other.or_else(|| vni.first().cloned().filter(|_| vni.len() > 1))
}

/// A sign between two small letters without accents, as in `nh©n`, or two such signs in a word.
fn is_tcvn3(word: &str) -> bool {
    if !word.contains(|char| TCVN3.contains(char)) {
        return false;
    }
    let letters: Vec<char> = word.chars().collect();
    let plain = |char: Option<&char>| char.is_some_and(char::is_ascii_alphabetic);
    let inner = |index: usize| {
        TCVN3.contains(letters[index])
            && index > 0
            && plain(letters.get(index - 1))
            && plain(letters.get(index + 1))
    };
    (0..letters.len()).any(inner)
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
fn is_mojibake(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(2).any(|pair| match pair {
        ['á', 'º' | '»']
        | ['Ä', '\u{90}' | '‘' | 'ƒ' | '©' | '¨']
        | ['Æ', '°' | '¡' | '¯' | ' '] => true,
        ['Ã', second] => ('\u{80}'..='\u{BF}').contains(second),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_old_encodings() {
        assert!(is_tcvn3("nh©n") && is_tcvn3("tØnh.c¸c"));
        assert!(!is_tcvn3("Microsoft®") && !is_tcvn3("10µm") && !is_tcvn3("m²"));
        assert!(["caùc", "baïn", "nhaân", "ñaàu"].into_iter().all(is_vni));
        let vietnamese =
            "hoà hoá oé quý thuế nhiều oanh khuyến ước yêu cầu rượu khoẻ xoèn loã hoãn";
        assert!(!vietnamese.split(' ').any(is_vni));
        assert!(
            ["tiáº¿ng", "Ä‘áº§u", "HÃ", "Æ°u"].into_iter().filter(|word| is_mojibake(word)).count()
                >= 3
        );
        assert!(!["á", "«á»", "Ký"].into_iter().any(|word| is_mojibake(word) && word != "«á»"));
    }
}
