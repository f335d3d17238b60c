//! The small site that `congbo init` writes, in each language.

use crate::locale::Language;

/// A file of the starter site.
pub(super) struct StarterFile {
    /// Where, from the site root, with `/`.
    pub path: &'static str,
    /// What.
    pub text: &'static str,
}

macro_rules! starter {
    ($language:literal: $($path:literal)*) => {
        &[$(StarterFile {
            path: concat!("content/", $path),
            text: include_str!(concat!("init/", $language, "/content/", $path)),
        },)*]
    };
}

/// The files of the starter site in `language`; in English where there is none.
pub(super) fn files(language: Language) -> &'static [StarterFile] {
    if language == Language::VIETNAMESE { VIETNAMESE } else { ENGLISH }
}

const VIETNAMESE: &[StarterFile] = starter! { "vi":
    "site.yaml"
    "documents.yaml"
    "abbreviations.yaml"
    "gioi-thieu.md"
    "bao-cao/index.md"
    "bao-cao/2026/cai-cach-hanh-chinh-quy-1/report.yaml"
    "bao-cao/2026/cai-cach-hanh-chinh-quy-1/01-ket-qua.md"
    "bao-cao/2026/cai-cach-hanh-chinh-quy-1/02-nhiem-vu.md"
    "bao-cao/2026/cai-cach-hanh-chinh-quy-1/footnotes.yaml"
    "bao-cao/2026/cai-cach-hanh-chinh-quy-1/directives/01-so-hoa-ho-so.md"
    "bao-cao/2026/cai-cach-hanh-chinh-quy-1/directives/02-cap-nhat-thu-tuc.md"
};

const ENGLISH: &[StarterFile] = starter! { "en":
    "site.yaml"
    "documents.yaml"
    "abbreviations.yaml"
    "about.md"
    "reports/index.md"
    "reports/2026/first-quarter/report.yaml"
    "reports/2026/first-quarter/01-results.md"
    "reports/2026/first-quarter/02-tasks.md"
    "reports/2026/first-quarter/footnotes.yaml"
    "reports/2026/first-quarter/directives/01-digitise-records.md"
    "reports/2026/first-quarter/directives/02-update-procedures.md"
};
