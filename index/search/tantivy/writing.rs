//! Building an index and keeping it up to date: stories in and out, all of them at once with a commit or not at all.
//! Who may write, and when, is the library's business.

use std::path::Path;

use tantivy::{Index, IndexSettings, IndexWriter, Term};

use super::TantivyEngine;
use super::directory::Folder;
use super::fields::{self, Fields};
use crate::search::{SearchError, entries};
use crate::story::Story;

/// For a story or a few: tantivy's least.
const LITTLE_MEMORY: usize = 15 << 20;
/// For a whole library.
const MUCH_MEMORY: usize = 50 << 20;

/// Changes to an index that nobody sees before they are committed.
pub struct IndexWriting {
    index: Index,
    writer: IndexWriter,
    fields: Fields,
}

impl std::fmt::Debug for IndexWriting {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("IndexWriting").finish_non_exhaustive()
    }
}

impl IndexWriting {
    /// Begins a new index in an empty folder.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn create(folder: &Path) -> Result<Self, SearchError> {
        Self::of(Index::create(Folder::open(folder)?, fields::schema(), settings())?, MUCH_MEMORY)
    }

    /// Begins a new index in memory.
    ///
    /// # Errors
    /// When the memory doesn't suffice.
    pub fn create_in_memory() -> Result<Self, SearchError> {
        Self::of(Index::builder().schema(fields::schema()).settings(settings()).create_in_ram()?, MUCH_MEMORY)
    }

    /// Goes on with the index in a folder.
    ///
    /// # Errors
    /// When it can't be read or written.
    pub fn open(folder: &Path) -> Result<Self, SearchError> {
        Self::of(Index::open(Folder::open(folder)?)?, LITTLE_MEMORY)
    }

    /// Puts a story in, in place of the one that has its id.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn put(&mut self, story: &Story) -> Result<(), SearchError> {
        self.remove(story.id());
        self.add(story).map(drop)
    }

    /// Puts a story in whose id no other one has; says how many entries it has.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn add(&mut self, story: &Story) -> Result<u64, SearchError> {
        let entries = entries(story);
        for entry in &entries {
            self.writer.add_document(self.fields.document(story, entry))?;
        }
        Ok(entries.len() as u64)
    }

    /// Takes a story out.
    pub fn remove(&mut self, id: &str) {
        self.writer.delete_term(Term::from_field_text(self.fields.story, id));
    }

    /// Makes the changes the index, with a mark by which its state is known.
    ///
    /// # Errors
    /// When they can't be written; the index is as before then.
    pub fn commit(mut self, mark: u64) -> Result<TantivyEngine, SearchError> {
        let mut commit = self.writer.prepare_commit()?;
        commit.set_payload(&mark.to_string());
        commit.commit()?;
        self.writer.wait_merging_threads()?;
        TantivyEngine::of(self.index)
    }

    fn of(mut index: Index, memory: usize) -> Result<Self, SearchError> {
        let fields = Fields::of(&index.schema())?;
        index.set_tokenizers(fields::analyzers());
        let writer = index.writer_with_num_threads(1, memory)?;
        Ok(Self { index, writer, fields })
    }
}

fn settings() -> IndexSettings {
    IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() }
}
