//! Where the output really is, and whether a site may be put there. Creates nothing.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::Policy;
use super::error::{Action, OutputError};

/// The place of `output` free of links, or why no site may be put there. A link as output stays;
/// the place is that of its target. Neither place nor target need exist.
pub(super) fn find(output: &Path, policy: &Policy) -> Result<PathBuf, OutputError> {
    let place = resolved(output)?;
    let refused = |protected: &Path| OutputError::Protected {
        output: output.to_owned(),
        protected: protected.to_owned(),
    };
    if resolved(&policy.root)?.starts_with(&place) {
        return Err(refused(&policy.root));
    }
    for source in &policy.sources {
        let real = resolved(source)?;
        if real.starts_with(&place) || place.starts_with(&real) {
            return Err(refused(source));
        }
    }
    if place.exists() && !place.is_dir() {
        return Err(OutputError::NotFolder { output: output.to_owned() });
    }
    Ok(place)
}

fn resolved(path: &Path) -> Result<PathBuf, OutputError> {
    real(path).map_err(OutputError::io(Action::Find, path))
}

/// `path` without links, `.` and `..`, as far as it exists; the rest is names as they are given.
fn real(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        found => return found,
    }
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(ErrorKind::NotFound.into());
    };
    let parent = if parent == Path::new("") { Path::new(".") } else { parent };
    match path.read_link() {
        Ok(target) => real(&parent.join(target)),
        Err(_) => Ok(real(parent)?.join(name)),
    }
}
