//! All stories of a library into an index: read by as many threads as there are cores, written by one.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use crate::library::{Library, LibraryError};
use crate::search::tantivy::IndexWriting;
use crate::story::Story;

/// How far a build has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Stories done.
    pub done: usize,
    /// Stories there are.
    pub total: usize,
}

/// What a build came to.
#[derive(Debug)]
pub struct Rebuilt {
    /// How many stories are in the index.
    pub stories: usize,
    /// How many entries: sentences, statements, figures …
    pub entries: u64,
    /// Why each of the other stories can't be read.
    pub broken: Vec<LibraryError>,
}

/// So many stories wait at most for the one that writes: what bounds the memory that a build takes.
const WAITING: usize = 16;

/// Adds every story of the library that can be read.
pub(super) fn add_all(
    library: &Library,
    writing: &mut IndexWriting,
    progress: &mut dyn FnMut(Progress),
) -> Result<Rebuilt, LibraryError> {
    let ids = library.shelf.ids()?;
    let next = AtomicUsize::new(0);
    let readers = thread::available_parallelism().map_or(1, usize::from).min(ids.len().max(1));
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel(WAITING);
        for _ in 0..readers {
            let (sender, ids, next) = (sender.clone(), &ids, &next);
            scope.spawn(move || read_stories(library, ids, next, &sender));
        }
        drop(sender);
        let mut rebuilt = Rebuilt { stories: 0, entries: 0, broken: Vec::new() };
        for (done, read) in receiver.into_iter().enumerate() {
            match read {
                Ok(story) => {
                    rebuilt.entries += writing.add(&story)?;
                    rebuilt.stories += 1;
                }
                Err(error) => rebuilt.broken.push(error),
            }
            progress(Progress { done: done + 1, total: ids.len() });
        }
        Ok(rebuilt)
    })
}

fn read_stories(
    library: &Library,
    ids: &[String],
    next: &AtomicUsize,
    sender: &SyncSender<Result<Story, LibraryError>>,
) {
    while let Some(id) = ids.get(next.fetch_add(1, Ordering::Relaxed)) {
        let read = library.shelf.metadata(id).and_then(|metadata| library.read(&metadata));
        if sender.send(read).is_err() {
            // The writer gave up; so do its readers.
            return;
        }
    }
}
