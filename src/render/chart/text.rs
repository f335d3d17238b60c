//! Text in drawings: how wide it is at most, and where its lines break.

/// Size of the letters of a drawing.
pub(super) const SIZE: i32 = 150;
/// From one line of text to the next.
pub(super) const LINE: i32 = 200;

/// How wide a text is at most: no font is known, so that a wide one is meant.
pub(super) fn measure(text: &str) -> i32 {
    text.chars().map(em).sum::<i32>() * SIZE / 100
}

/// The width of a letter in hundredths of its size.
fn em(letter: char) -> i32 {
    match letter {
        'i' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' | 'l' | 'j' | 'f' | ' ' | '.' | ',' | ':' | ';'
        | '\'' | '/' => 36,
        '(' | ')' | 'r' | 't' => 42,
        'm' | 'w' | 'M' | 'W' | '%' | '−' | '–' => 98,
        letter if letter.is_uppercase() => 76,
        _ => 64,
    }
}

/// The widest of some texts.
pub(super) fn widest<'a>(texts: impl IntoIterator<Item = &'a String>) -> i32 {
    texts.into_iter().map(|text| measure(text)).max().unwrap_or_default()
}

/// Whether each word of a text has room in a line.
pub(super) fn words_fit(text: &str, width: i32) -> bool {
    text.split_whitespace().all(|word| measure(word) <= width)
}

/// A text in lines no wider than `width`, between words, and within one that has no room in a line.
pub(super) fn wrapped(text: &str, width: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in text.split_whitespace().flat_map(|word| pieces(word, width)) {
        match lines.last_mut() {
            Some(line) if measure(line) + measure(" ") + measure(part) <= width => {
                line.push(' ');
                line.push_str(part);
            }
            _ => lines.push(part.to_owned()),
        }
    }
    lines
}

/// A word in pieces no wider than `width`, each of a letter at least.
fn pieces(word: &str, width: i32) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, letter) in word.char_indices() {
        if at > start && measure(&word[start..at + letter.len_utf8()]) > width {
            pieces.push(&word[start..at]);
            start = at;
        }
    }
    pieces.push(&word[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_go_on_in_the_next_line() {
        let lines = wrapped("Nạo vét, tu sửa kênh tiêu qua thôn Hạ và thôn Bến", 2000);
        assert!(lines.len() > 1 && lines.iter().all(|line| measure(line) <= 2000), "{lines:?}");
        assert_eq!(lines.join(" "), "Nạo vét, tu sửa kênh tiêu qua thôn Hạ và thôn Bến");
    }

    #[test]
    fn a_word_without_room_is_broken() {
        let word = "https://vi-du.example/".repeat(4);
        let lines = wrapped(&word, 1000);
        assert!(lines.iter().all(|line| measure(line) <= 1000), "{lines:?}");
        assert_eq!(lines.concat(), word);
    }
}
