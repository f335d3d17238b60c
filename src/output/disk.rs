//! What publishing needs of the file system beyond `std`: one step, and data that is really there.
//!
//! A killed build needs neither: what was written is in the system's memory. After a power cut,
//! the rename of a folder can be on the disk while the data of its files is not, so all data goes
//! to the disk before the step. Linux does that for the file system at once, which for
//! thousands of small files is many times faster than file by file.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

use super::error::{Action, OutputError};

/// Exchanges two folders in one step, or says that this is [`ErrorKind::Unsupported`] here.
pub(super) type Exchange = fn(&Path, &Path) -> io::Result<()>;

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub(super) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(|errno| match errno {
        Errno::INVAL | Errno::NOSYS | Errno::NOTSUP => ErrorKind::Unsupported.into(),
        other => other.into(),
    })
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub(super) fn exchange(_a: &Path, _b: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Brings all that was written below `folder` to the disk.
#[cfg(target_os = "linux")]
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

/// Brings all that was written below `folder` to the disk. What we may not write is not ours, and
/// was there before.
#[cfg(not(target_os = "linux"))]
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file()
            && let Ok(file) = File::options().append(true).open(entry.path())
        {
            file.sync_all()?;
        }
    }
    Ok(())
}

/// Brings the names in `folder` to the disk where that is possible; it is no failure where not.
pub(super) fn sync_names(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// Puts `new` in the place of `output`, which need not exist; the old site, if any, gets the name
/// `new`. If it fails, all is as before but for [`OutputError::Stranded`].
pub(super) fn replace(
    new: &Path,
    output: &Path,
    aside: &Path,
    exchange: Exchange,
) -> Result<(), OutputError> {
    match exchange(new, output) {
        Err(error) if error.kind() == ErrorKind::NotFound => fs::rename(new, output),
        Err(error) if error.kind() == ErrorKind::Unsupported => {
            return replace_in_two_steps(new, output, aside);
        }
        done => done,
    }
    .map_err(OutputError::io(Action::Publish, output))
}

/// Between the steps the old site is at `aside`, and there it is never anything but whole.
fn replace_in_two_steps(new: &Path, output: &Path, aside: &Path) -> Result<(), OutputError> {
    let failed = |source| OutputError::io(Action::Publish, output)(source);
    match fs::rename(output, aside) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return fs::rename(new, output).map_err(failed);
        }
        first => first.map_err(failed)?,
    }
    let Err(source) = fs::rename(new, output) else {
        let _ = fs::rename(aside, new);
        return Ok(());
    };
    if fs::rename(aside, output).is_ok() {
        return Err(failed(source));
    }
    let (output, aside) = (output.to_owned(), aside.to_owned());
    Err(OutputError::Stranded { output, aside, source })
}

#[cfg(unix)]
pub(super) fn symlink(target: &Path, link: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(not(unix))]
pub(super) fn symlink(_target: &Path, _link: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Removes `folder` and all in it; one that does not exist is removed already.
pub(super) fn remove(folder: &Path) -> Result<(), OutputError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done.map_err(OutputError::io(Action::Clean, folder)),
    }
}
