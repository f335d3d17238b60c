//! Where a site is published: its host, and its folder there.
//!
//! Takes addresses as they are written and as a browser reads them; says which are on the site's
//! host, and which of these are in the site's folder. What else is on that host belongs to others.
//! Does not know what is published.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// Where a site is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// In small letters; with its port, where that is not the usual one.
    host: String,
    path: String,
}

impl Base {
    /// The place of a full address: `https://tinh.example/bao-cao/`.
    #[must_use]
    pub fn of(url: &str) -> Option<Self> {
        let (host, path) = split(url)?;
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let path = match path.trim_matches(is_stroke) {
            "" => "/".to_owned(),
            path => format!("/{path}/"),
        };
        Some(Self { host, path })
    }

    /// The path of the site's folder on its host: `/`, or `/bao-cao/`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What a full address has behind the site's host; none where it is that of another host, or
    /// no full address.
    #[must_use]
    pub fn on_host<'a>(&self, address: &'a str) -> Option<&'a str> {
        let (host, rest) = split(address)?;
        (host == self.host).then_some(rest)
    }

    /// What a path from the root of the host, without its first stroke, has behind the site's folder;
    /// none outside of it. Whether a sign is percent-encoded makes no difference.
    #[must_use]
    pub fn below<'a>(&self, path: &'a str) -> Option<&'a str> {
        let mut rest = path;
        for folder in self.path.split('/').filter(|folder| !folder.is_empty()) {
            let (first, behind) = rest.split_at(rest.find(is_end).unwrap_or(rest.len()));
            if decoded(first) != decoded(folder) {
                return None;
            }
            rest = behind.strip_prefix(is_stroke).unwrap_or(behind);
        }
        Some(rest)
    }

    /// What a full address has behind the site's address; none where it leads elsewhere.
    #[must_use]
    pub fn own<'a>(&self, address: &'a str) -> Option<&'a str> {
        self.below(self.on_host(address)?.trim_start_matches(is_stroke))
    }
}

/// Host and path of a full address on the web. One without a scheme begins with two strokes.
fn split(address: &str) -> Option<(String, &str)> {
    let (port, rest) = match address.split_once(':') {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => (":80", rest),
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => (":443", rest),
        _ => (":443", address.strip_prefix(is_stroke)?.strip_prefix(is_stroke)?),
    };
    let rest = rest.trim_start_matches(is_stroke);
    let (host, path) = rest.split_at(rest.find(is_end).unwrap_or(rest.len()));
    let host = host.to_lowercase();
    Some((host.strip_suffix(port).unwrap_or(&host).to_owned(), path))
}

/// A browser takes the one for the other.
const fn is_stroke(sign: char) -> bool {
    matches!(sign, '/' | '\\')
}

/// What ends a part of an address.
const fn is_end(sign: char) -> bool {
    matches!(sign, '/' | '\\' | '?' | '#')
}

fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_sites_own_below_its_folder_on_its_host() {
        let base = Base::of("https://Tinh.example:443/b%C3%A1o-c%C3%A1o")
            .unwrap_or_else(|| unreachable!());
        for (address, own) in [
            ("https://tinh.example/b%C3%A1o-c%C3%A1o/r/#a", Some("r/#a")),
            ("HTTP://TINH.example:80/báo-cáo/r", Some("r")),
            ("https://tinh.example/b%c3%a1o-c%c3%a1o?x=1", Some("?x=1")),
            ("//tinh.example/báo-cáo", Some("")),
            ("https:\\\\tinh.example\\báo-cáo\\r", Some("r")),
            ("https://tinh.example/báo-cáo-khác/", None),
            ("https://tinh.example/", None),
            ("https://tinh.example", None),
            ("https://tinh.example:80/báo-cáo/", None),
            ("https://tinh.example:8443/báo-cáo/", None),
            ("https://khac.example/báo-cáo/", None),
            ("/tinh.example/báo-cáo/", None),
            ("/báo-cáo/r/", None),
            ("mailto:a@tinh.example", None),
        ] {
            assert_eq!(base.own(address), own, "{address}");
        }
    }

    #[test]
    fn a_site_without_a_folder_has_its_whole_host() {
        let base = Base::of("http://vi-du.example:8080").unwrap_or_else(|| unreachable!());
        assert_eq!(base.path(), "/");
        assert_eq!(base.own("http://vi-du.example:8080"), Some(""));
        assert_eq!(base.own("http://vi-du.example:8080/?x"), Some("?x"));
        assert_eq!(base.own("http://vi-du.example/"), None);
    }
}
