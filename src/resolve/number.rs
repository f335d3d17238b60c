//! The numbers of sections, from their position and the report's schemes.
//!
//! Takes the headings of a report in reading order, gives each its label and place in the
//! outline, and reports asserted numbers that differ. Schemes and their forms follow Nghị định
//! 30/2020/NĐ-CP, Phụ lục I, mục II.5 and III; the names of parts and the order of the letters are
//! those of the language of the text.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::suspect::{self, Suspect};
use crate::diag::Diagnostic;
use crate::locale::Locale;
use crate::model::draft::DraftSection;
use crate::model::meta::Scheme;
use crate::model::table::{Id, SectionId, Table};

/// Where a section stands in the outline.
#[derive(Debug, Clone, Default)]
pub struct Numbered {
    /// The section it stands in.
    pub parent: Option<SectionId>,
    /// Its number as it is cited; empty where it has none.
    pub label: String,
    /// Its number with the punctuation of a heading.
    pub heading_label: String,
    scheme: Option<Scheme>,
    /// Which of its siblings it is, from 1; 0 where it has no number.
    count: usize,
}

/// Schemes of a report that does not choose its own.
pub const DEFAULT_SCHEMES: &[Scheme] =
    &[Scheme::Part, Scheme::Roman, Scheme::Decimal, Scheme::Dotted, Scheme::Letter];

/// Numbers every section.
#[must_use]
pub fn number(
    sections: &Table<SectionId, DraftSection>,
    titles: &[String],
    schemes: &[Scheme],
    words: &Locale,
    diagnostics: &mut Vec<Diagnostic>,
) -> Table<SectionId, Numbered> {
    let mut numbered: Table<SectionId, Numbered> = Table::default();
    let mut open: Vec<SectionId> = Vec::new();
    let mut counts: BTreeMap<Siblings, usize> = BTreeMap::new();
    let mut runs = Runs::default();
    for (id, section) in sections.iter() {
        while open.last().is_some_and(|&last| sections[last].level >= section.level) {
            open.pop();
        }
        let parent = open.last().copied();
        let scheme = scheme_of(section, schemes);
        let entry = match scheme {
            Some(scheme) => {
                let count = counts.entry((parent, section.level)).or_default();
                *count += 1;
                entry(scheme, *count, parent, &numbered, words)
            }
            None => Numbered { parent, ..Numbered::default() },
        };
        let siblings = (parent, section.level);
        let count = counts.get(&siblings).copied().unwrap_or_default();
        if let Some(asserted) = &section.number {
            let above = parent.and_then(|parent| sections[parent].number.as_deref());
            let written = Written { asserted, above, count, words };
            check(&written, section, &entry, &numbered, (siblings, &mut runs));
        }
        let title = titles.get(id.index()).map_or("", String::as_str);
        if suspect::repeats_number(title, &entry.label) {
            diagnostics.push(Suspect::Number.at(section.span));
        }
        numbered.push(entry);
        open.push(id);
    }
    diagnostics.extend(runs.finish());
    numbered
}

/// What is counted together: the section above, and the level.
type Siblings = (Option<SectionId>, u8);

/// Asserted numbers that are wrong. Of consecutive siblings that are all off by the same amount, as
/// they are behind a part that was put in or taken out, the first is told with the count of the rest.
#[derive(Debug)]
pub(super) struct Runs<K> {
    open: BTreeMap<K, (i64, usize)>,
    found: Vec<(Diagnostic, usize)>,
}

impl<K> Default for Runs<K> {
    fn default() -> Self {
        Self { open: BTreeMap::new(), found: Vec::new() }
    }
}

impl<K: Ord> Runs<K> {
    /// A number among `siblings` is right: a run of them ends.
    pub(super) fn right(&mut self, siblings: &K) {
        self.open.remove(siblings);
    }

    /// A number among `siblings` is off by `shift`, if that can be said, as `diagnostic` tells.
    pub(super) fn wrong(&mut self, siblings: K, shift: Option<i64>, diagnostic: Diagnostic) {
        let open = self.open.get(&siblings).filter(|(open, _)| Some(*open) == shift);
        if let Some(&(_, index)) = open {
            self.found[index].1 += 1;
            return;
        }
        self.open.remove(&siblings);
        if let Some(shift) = shift {
            self.open.insert(siblings, (shift, self.found.len()));
        }
        self.found.push((diagnostic, 0));
    }

    /// What there is to tell.
    pub(super) fn finish(self) -> impl Iterator<Item = Diagnostic> {
        self.found.into_iter().map(|(diagnostic, more)| diagnostic.repeated(more))
    }
}

fn scheme_of(section: &DraftSection, schemes: &[Scheme]) -> Option<Scheme> {
    let scheme = *schemes.get(usize::from(section.level) - 1)?;
    (!section.unnumbered && scheme != Scheme::None).then_some(scheme)
}

fn entry(
    scheme: Scheme,
    count: usize,
    parent: Option<SectionId>,
    numbered: &Table<SectionId, Numbered>,
    words: &Locale,
) -> Numbered {
    let label = match scheme {
        Scheme::Part => words.format("site-part", &[("number", count.into())]),
        Scheme::Roman => roman(count),
        Scheme::Decimal => count.to_string(),
        Scheme::Dotted => dotted(count, parent, numbered),
        Scheme::Letter => letter(count, &words.text("site-letters")),
        Scheme::None => String::new(),
    };
    let heading_label = match scheme {
        Scheme::Part | Scheme::None => label.clone(),
        Scheme::Letter => format!("{label})"),
        Scheme::Roman | Scheme::Decimal | Scheme::Dotted => format!("{label}."),
    };
    Numbered { parent, label, heading_label, scheme: Some(scheme), count }
}

/// A dotted number continues that of the section above, unless that is a part.
fn dotted(
    count: usize,
    parent: Option<SectionId>,
    numbered: &Table<SectionId, Numbered>,
) -> String {
    match parent.map(|parent| &numbered[parent]) {
        Some(above) if !above.label.is_empty() && above.scheme != Some(Scheme::Part) => {
            format!("{}.{count}", above.label)
        }
        _ => count.to_string(),
    }
}

/// A number that an author asserts.
struct Written<'a> {
    asserted: &'a str,
    /// That of the section above.
    above: Option<&'a str>,
    /// How many siblings have been counted, this one included.
    count: usize,
    words: &'a Locale,
}

/// Reports an asserted number that is not the computed one; parts assert their ordinal. A dotted
/// number that is wrong in nothing but what it has from the section above is told there.
fn check(
    written: &Written,
    section: &DraftSection,
    entry: &Numbered,
    numbered: &Table<SectionId, Numbered>,
    (siblings, runs): (Siblings, &mut Runs<Siblings>),
) {
    let asserted = written.asserted;
    let computed = match entry.scheme {
        Some(Scheme::Part) => written.count.to_string(),
        _ => entry.label.clone(),
    };
    if asserted == computed {
        runs.right(&siblings);
        return;
    }
    let shift = entry.scheme.and_then(|scheme| {
        let ordinal = asserted_ordinal(scheme, written, entry.parent, numbered)?;
        Some(i64::try_from(ordinal).ok()? - i64::try_from(written.count).ok()?)
    });
    if shift != Some(0) {
        let told = Diagnostic::number_mismatch(section.span, asserted, &computed);
        runs.wrong(siblings, shift, told);
    }
}

/// How many siblings an asserted number counts; a dotted one may continue the number that is
/// asserted above it.
fn asserted_ordinal(
    scheme: Scheme,
    written: &Written,
    parent: Option<SectionId>,
    numbered: &Table<SectionId, Numbered>,
) -> Option<usize> {
    let asserted = written.asserted;
    match scheme {
        Scheme::Part => asserted.parse().ok(),
        Scheme::Dotted => {
            let own = asserted.rsplit('.').next().unwrap_or_default();
            let ordinal = own.parse().ok()?;
            let above = written.above.is_some_and(|above| asserted == format!("{above}.{own}"));
            (above || dotted(ordinal, parent, numbered) == asserted).then_some(ordinal)
        }
        _ => {
            let label = |&count: &usize| {
                entry(scheme, count, parent, numbered, written.words).label == asserted
            };
            (1..=written.count + 40).find(label)
        }
    }
}

/// What a reference to each section says, in the language of `words`; the part is named where a
/// number occurs in several.
#[must_use]
pub fn citations(
    numbered: &Table<SectionId, Numbered>,
    titles: &[String],
    words: &Locale,
) -> Vec<String> {
    let citations: Vec<String> =
        numbered.iter().map(|(id, _)| citation(id, numbered, titles, words)).collect();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for citation in &citations {
        *seen.entry(citation).or_default() += 1;
    }
    let parts = numbered.iter().map(|(id, _)| part_of(id, numbered));
    let full = citations.iter().zip(parts).map(|(citation, part)| match part {
        Some(part) if seen.get(citation.as_str()).is_some_and(|&times| times > 1) => {
            in_part(citation, &part.label, words)
        }
        _ => citation.clone(),
    });
    full.collect()
}

fn in_part(citation: &str, part: &str, words: &Locale) -> String {
    words.format("site-cite-in-part", &[("place", citation.into()), ("part", part.into())])
}

/// What readers may call each section that has a number: what references say, alone and with the
/// part. A part is counted in words, as it is printed, and in the numerals of Nghị định 30/2020/NĐ-CP.
#[must_use]
pub fn names(
    numbered: &Table<SectionId, Numbered>,
    titles: &[String],
    words: &Locale,
) -> Vec<Vec<String>> {
    let name = |(id, entry): (SectionId, &Numbered)| match entry.scheme {
        None => Vec::new(),
        Some(Scheme::Part) => part_names(entry),
        Some(_) => {
            let own = citation(id, numbered, titles, words);
            let parts = part_of(id, numbered).map(part_names).unwrap_or_default();
            let within = parts.iter().map(|part| in_part(&own, part, words)).collect();
            [vec![own], within].concat()
        }
    };
    numbered.iter().map(name).collect()
}

/// "Phần thứ hai", "Phần II", "Phần 2"; "Part Two", "Part II", "Part 2".
fn part_names(part: &Numbered) -> Vec<String> {
    let count = part.count;
    let word = part.label.split(' ').next().unwrap_or_default();
    vec![part.label.clone(), format!("{word} {}", roman(count)), format!("{word} {count}")]
}

/// What readers may call an appendix whose title begins with a kind and a number: "Phụ lục I" and
/// "Phụ lục 1" of "Phụ lục I. Số liệu".
#[must_use]
pub fn appendix_names(title: &str) -> Vec<String> {
    let words: Vec<&str> = title.split_whitespace().take(4).map(without_point).collect();
    let Some(at) = words.iter().skip(1).position(|word| numeral(word).is_some()) else {
        return Vec::new();
    };
    let (kind, number) = (words[..=at].join(" "), words[at + 1]);
    let count = numeral(number).unwrap_or_default();
    let forms = BTreeSet::from([number.to_owned(), roman(count), count.to_string()]);
    forms.iter().map(|form| format!("{kind} {form}")).collect()
}

fn without_point(word: &str) -> &str {
    word.trim_end_matches(['.', ':', ',', '-', '–'])
}

/// How much a number is, in digits or Roman numerals, as far as appendices go.
fn numeral(word: &str) -> Option<usize> {
    (1..100).find(|&count| word.parse() == Ok(count) || word == roman(count))
}

fn citation(
    id: SectionId,
    numbered: &Table<SectionId, Numbered>,
    titles: &[String],
    words: &Locale,
) -> String {
    let entry = &numbered[id];
    let title = || titles.get(id.index()).map_or("", String::as_str);
    let letter = || ("letter", entry.label.as_str().into());
    match entry.scheme {
        None => words.format("site-cite-section-titled", &[("title", title().into())]),
        Some(Scheme::Part) => entry.label.clone(),
        Some(Scheme::Letter) => match above(entry.parent, numbered) {
            path if path.is_empty() => words.format("site-cite-point", &[letter()]),
            path => words.format("site-cite-point-of", &[letter(), ("number", path.into())]),
        },
        Some(_) => {
            let number = above(Some(id), numbered);
            words.format("site-cite-section", &[("number", number.into())])
        }
    }
}

/// The numbers from the outermost section below the part down to `id`, with dots.
fn above(id: Option<SectionId>, numbered: &Table<SectionId, Numbered>) -> String {
    let mut labels: Vec<&str> = Vec::new();
    let mut next = id;
    let mut covered = false;
    while let Some(entry) = next.map(|id| &numbered[id]) {
        next = entry.parent;
        match entry.scheme {
            None => {}
            Some(Scheme::Part) => break,
            Some(scheme) => {
                if !covered {
                    labels.push(&entry.label);
                }
                covered = scheme == Scheme::Dotted;
            }
        }
    }
    labels.reverse();
    labels.join(".")
}

/// The part that a section stands in, if it is not one itself.
fn part_of(id: SectionId, numbered: &Table<SectionId, Numbered>) -> Option<&Numbered> {
    let above = |entry: &&Numbered| entry.parent.map(|id| &numbered[id]);
    std::iter::successors(above(&&numbered[id]), above)
        .find(|entry| entry.scheme == Some(Scheme::Part))
}

/// Roman numerals as far as outlines go.
pub(crate) fn roman(mut count: usize) -> String {
    const DIGITS: &[(usize, &str)] = &[
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut numeral = String::new();
    for &(value, digit) in DIGITS {
        while count >= value {
            numeral.push_str(digit);
            count -= value;
        }
    }
    numeral
}

/// The letter of a count, of those that a language counts points with; after the last they are
/// doubled.
fn letter(count: usize, letters: &str) -> String {
    let letters: Vec<&str> = letters.split_whitespace().collect();
    let index = count.saturating_sub(1);
    match index.checked_rem(letters.len()) {
        Some(at) => letters[at].repeat(index / letters.len() + 1),
        None => count.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::meta::Language;

    #[test]
    fn letters_follow_the_alphabet_of_the_language() {
        let of = |language, counts: [usize; 8]| {
            let letters = Locale::of(language).text("site-letters");
            counts.map(|count| letter(count, &letters)).join(" ")
        };
        let counts = [1, 4, 5, 6, 7, 23, 24, 47];
        assert_eq!(of(Language::VIETNAMESE, counts), "a d đ e g y aa aaa");
        assert_eq!(of(Language::ENGLISH, counts), "a d e f g w x uu");
        assert_eq!(letter(3, " "), "3");
    }

    #[test]
    fn appendices_are_called_by_their_number_in_either_form() {
        for (title, names) in [
            ("Phụ lục I. Số liệu", vec!["Phụ lục 1", "Phụ lục I"]),
            ("Phụ lục 2: Số liệu", vec!["Phụ lục 2", "Phụ lục II"]),
            ("Phụ lục số 03", vec!["Phụ lục số 03", "Phụ lục số 3", "Phụ lục số III"]),
            ("Phụ lục. Số liệu", vec![]),
            ("I", vec![]),
            ("Phụ lục 18446744073709551615", vec![]),
        ] {
            assert_eq!(appendix_names(title), names, "{title}");
        }
    }

    #[test]
    fn roman_numerals_and_parts_read_as_they_should() {
        assert_eq!(roman(14), "XIV");
        assert_eq!(roman(49), "XLIX");
        let part = |language, number: usize| {
            Locale::of(language).format("site-part", &[("number", number.into())])
        };
        assert_eq!(
            [1, 2, 4, 11, 15, 20].map(|number| part(Language::VIETNAMESE, number)),
            ["nhất", "hai", "tư", "mười một", "mười lăm", "20"].map(|it| format!("Phần thứ {it}"))
        );
        assert_eq!(
            [1, 4, 20, 21].map(|number| part(Language::ENGLISH, number)),
            ["Part One", "Part Four", "Part Twenty", "Part 21"]
        );
    }
}
