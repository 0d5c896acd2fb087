//! Writing so that a crash or a full disk leaves the old state or the new one, nothing between.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use super::LibraryError;
use super::error::cannot;

/// Writes a file that wasn't there, down to the disk.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), LibraryError> {
    let mut file = File::create_new(path).map_err(cannot("write", path))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(cannot("write", path))
}

/// Gives a file other contents in one step.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), LibraryError> {
    let folder = parent(path);
    let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder).map_err(cannot("write", path))?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(cannot("write", path))?;
    file.persist(path).map_err(|error| cannot("write", path)(error.error))?;
    sync_folder(folder)
}

/// Puts a finished folder where it belongs in one step.
pub(super) fn rename_folder(from: &Path, to: &Path) -> Result<(), LibraryError> {
    fs::rename(from, to).map_err(cannot("write", to))?;
    sync_folder(parent(to))
}

/// The start of the names of files and folders that are being written; what is left of them is rubbish.
pub(super) const UNFINISHED: &str = ".unfinished-";

/// Takes away what earlier writers left unfinished. Only the holder of the lock may.
pub(super) fn clear_unfinished(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            // Rubbish that can't be taken away does no harm.
            let path = entry.path();
            let _ = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        }
    }
}

pub(super) fn make_folder(path: &Path) -> Result<(), LibraryError> {
    fs::create_dir_all(path).map_err(cannot("make the folder", path))
}

/// Makes a rename last; systems that can't open folders do it by themselves.
pub(super) fn sync_folder(folder: &Path) -> Result<(), LibraryError> {
    if cfg!(unix) {
        File::open(folder).and_then(|file| file.sync_all()).map_err(cannot("write", folder))?;
    }
    Ok(())
}

fn parent(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}
