//! One writer at a time, across processes; readers never wait. Each change counts the generation up, by which
//! readers notice it.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::LibraryError;
use super::error::cannot;
use super::files;

const LOCK_FILE: &str = "lock";
const GENERATION_FILE: &str = "generation";

/// The right to change a data folder; given back when it goes out of scope.
#[derive(Debug)]
pub(super) struct Writer<'f> {
    folder: &'f Path,
    _lock: File,
}

impl<'f> Writer<'f> {
    /// Waits until no other process writes.
    pub(super) fn wait(folder: &'f Path) -> Result<Self, LibraryError> {
        let (path, lock) = lock_file(folder)?;
        lock.lock().map_err(cannot("lock", &path))?;
        Ok(Self { folder, _lock: lock })
    }

    /// Doesn't wait: `None` while another process writes.
    pub(super) fn unless_busy(folder: &'f Path) -> Result<Option<Self>, LibraryError> {
        let (path, lock) = lock_file(folder)?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(Self { folder, _lock: lock })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(cannot("lock", &path)(error)),
        }
    }

    /// Marks that a change begins; until it is finished the generation is odd.
    pub(super) fn begin(&self) -> Result<Change<'_>, LibraryError> {
        files::clear_unfinished(self.folder);
        let before = generation(self.folder);
        let change = Change { folder: self.folder, before, after: (before | 1) + 1 };
        change.write(change.after - 1)?;
        Ok(change)
    }
}

/// A change under way.
pub(super) struct Change<'w> {
    folder: &'w Path,
    before: u64,
    after: u64,
}

impl Change<'_> {
    /// The generation that it began at.
    pub(super) fn before(&self) -> u64 {
        self.before
    }

    /// The generation that it leads to.
    pub(super) fn after(&self) -> u64 {
        self.after
    }

    /// Marks that the change is done. Should the disk refuse even this, readers look again at each use.
    pub(super) fn finish(self) {
        if let Err(error) = self.write(self.after) {
            tracing::warn!(%error, "the change is kept, but not marked as finished");
        }
    }

    fn write(&self, generation: u64) -> Result<(), LibraryError> {
        files::replace(&self.folder.join(GENERATION_FILE), generation.to_string().as_bytes())
    }
}

fn lock_file(folder: &Path) -> Result<(PathBuf, File), LibraryError> {
    let path = folder.join(LOCK_FILE);
    let lock = File::options().create(true).truncate(false).write(true).open(&path);
    let lock = lock.map_err(cannot("write", &path))?;
    Ok((path, lock))
}

/// How often the folder was changed: even when at rest, odd while somebody writes or after a crash.
pub(super) fn generation(folder: &Path) -> u64 {
    let text = fs::read_to_string(folder.join(GENERATION_FILE)).unwrap_or_default();
    // A damaged count is as good as none: it differs from what readers have seen.
    text.trim().parse().unwrap_or_default()
}
