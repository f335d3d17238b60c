//! Where a site root lies in its repository.
//!
//! Programs that show findings beside changes name files from the top of the repository, wherever
//! the site root is in it and wherever congbo was run. Only looks for the repository's own folder;
//! never starts git, never fails.

use std::path::Path;

/// The path of `root` from the top of the repository that it lies in, with `/`, and ended by one;
/// empty where it is the top, or there is no repository.
pub(super) fn folder(root: &Path) -> String {
    let Ok(real) = root.canonicalize() else { return String::new() };
    let top = real.ancestors().find(|folder| folder.join(".git").exists());
    let inner = top.and_then(|top| real.strip_prefix(top).ok()).unwrap_or(Path::new(""));
    let parts = inner.components().map(|part| part.as_os_str().to_string_lossy());
    parts.fold(String::new(), |path, part| path + &part + "/")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io;

    use super::*;

    #[test]
    fn a_folder_is_named_from_the_top_of_its_repository() -> io::Result<()> {
        let folders = tempfile::tempdir()?;
        let site = folders.path().join("kho/trang báo cáo/xã");
        fs::create_dir_all(&site)?;
        assert_eq!(folder(&site), "");
        fs::create_dir(folders.path().join("kho/.git"))?;
        assert_eq!(folder(&site), "trang báo cáo/xã/");
        assert_eq!(folder(&folders.path().join("kho")), "");
        assert_eq!(folder(&site.join("nowhere")), "");
        Ok(())
    }

    #[test]
    fn a_linked_work_tree_has_a_file_at_its_top() -> io::Result<()> {
        let folders = tempfile::tempdir()?;
        fs::create_dir_all(folders.path().join("a/b"))?;
        fs::write(folders.path().join("a/.git"), "gitdir: elsewhere\n")?;
        assert_eq!(folder(&folders.path().join("a/b")), "b/");
        Ok(())
    }
}
