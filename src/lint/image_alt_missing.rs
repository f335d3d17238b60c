//! `image-alt-missing`: an image without a description for those who cannot see it.

use super::Subject;
use crate::diag::Diagnostic;

/// Warns at each such image.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    for image in subject.document.images.values() {
        if image.alt.trim().is_empty() {
            diagnostics.push(Diagnostic::image_alt_missing(image.span, &image.written));
        }
    }
}
