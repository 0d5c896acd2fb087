//! The default [`Engine`]: tantivy, embedded, its index a folder read through `mmap`. It ranks by BM25 over word
//! stems, and over exact words, names and headings beside them.

mod directory;
mod fields;
mod query;
mod stems;
mod writing;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use tantivy::collector::TopDocs;
use tantivy::{DocAddress, Index, IndexReader, ReloadPolicy, Searcher, TantivyDocument};

use super::{Engine, Hit, Query, SearchError};
use directory::Folder;
use fields::Fields;

pub use fields::SCHEMA_VERSION;
pub use writing::IndexWriting;

/// How many bytes of index are looked through for damage when it is opened: what can be read in some milliseconds.
const CHECKED_AT_OPEN: u64 = 32 << 20;

/// So many hits more are ranked than are asked for, so that ties at the end fall by order and not by chance.
const FOR_TIES: usize = 32;

/// An open index.
pub struct TantivyEngine {
    index: Index,
    reader: IndexReader,
    fields: Fields,
}

impl std::fmt::Debug for TantivyEngine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("TantivyEngine").finish_non_exhaustive()
    }
}

impl TantivyEngine {
    /// Opens the index in a folder.
    ///
    /// # Errors
    /// When there is none, it has other fields, or it is damaged.
    pub fn open(folder: &Path) -> Result<Self, SearchError> {
        let index = Index::open(Folder::open(folder)?)?;
        if folder_size(folder) <= CHECKED_AT_OPEN {
            let damaged = index.validate_checksum()?;
            if let Some(file) = damaged.iter().min() {
                return Err(SearchError::Damaged(file.display().to_string()));
            }
        }
        Self::of(index)
    }

    pub(super) fn of(mut index: Index) -> Result<Self, SearchError> {
        let fields = Fields::of(&index.schema())?;
        index.set_tokenizers(fields::analyzers());
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { index, reader, fields })
    }

    /// Looks for what was committed since.
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn reload(&self) -> Result<(), SearchError> {
        Ok(self.reader.reload()?)
    }

    /// The mark that the last commit left.
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn mark(&self) -> Result<Option<u64>, SearchError> {
        Ok(self.index.load_metas()?.payload.and_then(|payload| payload.parse().ok()))
    }

    /// How many entries there are.
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn ranked(&self, query: &Query<'_>) -> Result<Vec<Hit>, SearchError> {
        let searcher = self.reader.searcher();
        let limit = query.limit.min(usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX));
        let Some(parsed) = query::of(query, &self.index, &self.fields).filter(|_| limit > 0) else {
            return Ok(Vec::new());
        };
        let best = searcher.search(&parsed, &TopDocs::with_limit(limit + FOR_TIES).order_by_score())?;
        let last_score = best.get(limit - 1).map_or(f32::MIN, |(score, _)| *score);
        let mut hits = Vec::with_capacity(limit);
        for (score, address) in best.into_iter().take_while(|(score, _)| *score >= last_score) {
            hits.push(self.hit(&searcher, score, address)?);
        }
        hits.sort_by(|a, b| {
            let place = |hit: &Hit| (hit.kind, hit.ordinal);
            b.score.total_cmp(&a.score).then_with(|| a.story.cmp(&b.story)).then_with(|| place(a).cmp(&place(b)))
        });
        hits.truncate(limit);
        Ok(hits)
    }

    fn hit(&self, searcher: &Searcher, score: f32, address: DocAddress) -> Result<Hit, SearchError> {
        let document: TantivyDocument = searcher.doc(address)?;
        self.fields.hit(&document, score).ok_or_else(|| SearchError::Damaged("a stored entry".to_owned()))
    }
}

impl Engine for TantivyEngine {
    fn search(&self, query: &Query<'_>) -> Result<Vec<Hit>, SearchError> {
        // tantivy trusts the files it reads: on damaged ones it may panic instead of returning an error.
        let ranked = catch_unwind(AssertUnwindSafe(|| self.ranked(query)));
        ranked.unwrap_or_else(|_| Err(SearchError::Damaged("a file".to_owned())))
    }
}

fn folder_size(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.metadata().ok()).map(|metadata| metadata.len()).sum()
}

#[cfg(test)]
mod tests;
