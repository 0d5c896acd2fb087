//! Stories kept in memory within a bound, and known to be the current ones.

use std::sync::Arc;

use moka::sync::Cache;

use super::LibraryError;
use super::metadata::{Metadata, StoryVersion};
use crate::story::Story;

/// Stories read lately.
#[derive(Debug)]
pub(super) struct Memory {
    stories: Cache<String, Kept>,
}

#[derive(Clone, Debug)]
struct Kept {
    story: Arc<Story>,
    version: StoryVersion,
    /// The generation of the library in which `version` was the current one.
    generation: u64,
}

/// How many bytes a story takes in memory for each byte of its article: a vector for each token, annotations, the
/// text itself.
const BYTES_FOR_BYTE: usize = 120;
const BYTES_FOR_STORY: usize = 4096;
const BYTES_FOR_FACT: usize = 1024;
const BYTES_FOR_QUESTION: usize = 1024;

impl Memory {
    pub(super) fn new(bytes: u64) -> Self {
        Self { stories: Cache::builder().max_capacity(bytes).weigher(|_, kept: &Kept| weight(&kept.story)).build() }
    }

    /// The story as kept if it is still current, else as read anew.
    pub(super) fn story(
        &self,
        id: &str,
        generation: u64,
        metadata: impl FnOnce() -> Result<Metadata, LibraryError>,
        read: impl FnOnce(&Metadata) -> Result<Story, LibraryError>,
    ) -> Result<Arc<Story>, LibraryError> {
        let kept = self.stories.get(id);
        if let Some(kept) = kept.as_ref().filter(|kept| kept.generation == generation) {
            return Ok(kept.story.clone());
        }
        let metadata = metadata().inspect_err(|_| self.stories.invalidate(id))?;
        let version = metadata.current().clone();
        let story = match kept.filter(|kept| kept.version == version) {
            Some(kept) => kept.story,
            None => Arc::new(read(&metadata).inspect_err(|_| self.stories.invalidate(id))?),
        };
        self.stories.insert(id.to_owned(), Kept { story: story.clone(), version, generation });
        Ok(story)
    }

    /// Keeps a story that was read as the current one of a generation.
    pub(super) fn keep(&self, story: Arc<Story>, metadata: &Metadata, generation: u64) {
        let kept = Kept { story, version: metadata.current().clone(), generation };
        self.stories.insert(metadata.id.clone(), kept);
    }
}

fn weight(story: &Story) -> u32 {
    let text = story.document().source().text().len() * BYTES_FOR_BYTE;
    let facts = story.facts().len() * BYTES_FOR_FACT;
    let questions = story.editors_questions().all().len() * BYTES_FOR_QUESTION;
    u32::try_from(BYTES_FOR_STORY + text + facts + questions).unwrap_or(u32::MAX)
}
