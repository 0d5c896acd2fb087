//! The data folder: stories as given, and the index built from them. The engine's only input and output.
//! It holds what was given byte for byte and never loses it: everything else can be built anew.
//!
//! ```text
//! DATA/lock                                   held by the one process that writes
//! DATA/generation                             goes up with every change, so that readers notice it
//! DATA/index/                                 what is searched; built from the stories
//! DATA/removed-shipped                        shipped stories that were removed and don't come back
//! DATA/stories/ID/story.toml                  what is known of the story, and which version is current
//! DATA/stories/ID/versions/N/article.txt|md   an article as given; a version never changes
//! DATA/stories/ID/versions/N/facts.jsonl      its related facts, where there are some
//! DATA/stories/ID/versions/N/questions.jsonl  questions that its editors expect, where there are some
//! DATA/stories/ID/versions/N/meaning.bin      what its sentences mean; made anew where it is missing or damaged
//! DATA/stories/ID/versions/N/questions.bin    what those questions mean; likewise
//! ```

mod article_file;
mod error;
mod files;
mod indexing;
mod memory;
mod metadata;
mod shelf;
mod shipped;
mod story_id;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::article::Format;
use crate::editors::{self, EditorsQuestions};
use crate::facts::{self, Fact};
use crate::search::{Hit, Query};
use crate::story::Story;

pub use article_file::{LONGEST_ARTICLE, UnfitArticle};
pub use error::LibraryError;
pub use indexing::{Notice, Progress, Rebuilt};
pub use metadata::{Origin, StoryEntry, StoryVersion};
pub use story_id::LONGEST_ID;

use indexing::Indexing;
use memory::Memory;
use metadata::Metadata;
use shelf::{Edition, Shelf};
use story_id::{checked_id, id_from_title};
use writer::{Change, Writer};

/// How a library is used.
#[derive(Clone, Debug)]
pub struct Options {
    /// The story asked where none is named; without it the only story, or the shipped one.
    pub default_story: Option<String>,
    /// How many bytes of stories are kept in memory, about.
    pub memory_bytes: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { default_story: None, memory_bytes: 128 << 20 }
    }
}

/// An article to add, with what the person who adds it says of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Addition<'a> {
    /// The file's name; its ending tells the format.
    pub file_name: &'a str,
    /// The file.
    pub bytes: &'a [u8],
    /// The id that the story shall have; without it one is made from the headline.
    pub id: Option<&'a str>,
    /// The address it was published at.
    pub url: Option<&'a str>,
    /// The day of publication.
    pub published: Option<Date>,
    /// Who published it.
    pub publisher: Option<&'a str>,
    /// A file of related facts: its name and what stands in it.
    pub facts: Option<(&'a str, &'a [u8])>,
    /// A file of questions that its editors expect: its name and what stands in it.
    pub questions: Option<(&'a str, &'a [u8])>,
}

/// The files that stand beside a story's article.
#[derive(Clone, PartialEq, Eq)]
struct Beside {
    facts: Option<Vec<u8>>,
    questions: Option<Vec<u8>>,
}

/// All stories, and those that can't be read with the reason.
#[derive(Debug, Default)]
pub struct Listing {
    /// The stories in the order of their ids.
    pub stories: Vec<StoryEntry>,
    /// Why each of the others can't be read.
    pub broken: Vec<LibraryError>,
}

/// The stories of one data folder. Any number of processes may read it while one writes.
#[derive(Debug)]
pub struct Library {
    folder: PathBuf,
    shelf: Shelf,
    memory: Memory,
    indexing: Indexing,
    options: Options,
}

impl Library {
    /// Opens a data folder; makes it, and puts the shipped story there, on first use.
    ///
    /// # Errors
    /// When the folder can't be made or read. A folder that can't be written is fine once it has a story.
    pub fn open(folder: impl AsRef<Path>, options: Options) -> Result<Self, LibraryError> {
        let folder = folder.as_ref().to_path_buf();
        let shelf = Shelf::new(&folder);
        let memory = Memory::new(options.memory_bytes);
        let indexing = Indexing::new(&folder);
        let library = Self { folder, shelf, memory, indexing, options };
        shipped::install(&library)?;
        Ok(library)
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A count that goes up with every change, whichever process makes it.
    pub fn generation(&self) -> u64 {
        writer::generation(&self.folder)
    }

    /// Adds an article as a new story.
    ///
    /// # Errors
    /// When the article or the facts can't be taken, the id is taken, or the folder can't be written; nothing is
    /// changed then.
    pub fn add(&self, addition: &Addition<'_>) -> Result<Arc<Story>, LibraryError> {
        let source = article_file::checked(addition.file_name, addition.bytes)?;
        let facts = addition.facts.map_or(Ok(Vec::new()), |(name, bytes)| facts::read(name, bytes))?;
        let mut metadata = Metadata::of_addition(addition);
        let story = metadata.story(source, facts);
        if let Some((name, bytes)) = addition.questions {
            editors::read(name, bytes, story.document())?;
        }
        metadata.note_article(&story);
        let writer = Writer::wait(&self.folder)?;
        metadata.id = self.id_for(addition.id, &story)?;
        let change = writer.begin()?;
        let (facts, questions) = (addition.facts, addition.questions);
        let edition = Edition {
            article: addition.bytes,
            facts: facts.map(|(_, bytes)| bytes),
            questions: questions.map(|(_, bytes)| bytes),
        };
        self.shelf.put(&mut metadata, &edition)?;
        self.finish(change, &metadata)
    }

    /// Gives a story a new version of its article; its facts, its editors' questions, and the versions before, stay. The
    /// same article again changes nothing.
    ///
    /// # Errors
    /// When there is no such story, the article can't be taken, or the folder can't be written; nothing is changed then.
    pub fn update(&self, id: &str, file_name: &str, bytes: &[u8]) -> Result<Arc<Story>, LibraryError> {
        let source = article_file::checked(file_name, bytes)?;
        let writer = Writer::wait(&self.folder)?;
        let mut metadata = self.shelf.metadata(checked_id(id)?)?;
        if self.is_current(&metadata, file_name, bytes) {
            return self.story(id);
        }
        let facts = self.shelf.facts_file(&metadata)?;
        let questions = self.shelf.questions_file(&metadata)?;
        metadata.add_version(file_name);
        metadata.origin = Origin::Added;
        metadata.note_article(&metadata.story(source, Vec::new()));
        let change = writer.begin()?;
        let edition = Edition { article: bytes, facts: facts.as_deref(), questions: questions.as_deref() };
        self.shelf.put_version(&mut metadata, &edition)?;
        self.finish(change, &metadata)
    }

    /// Whether a story's article is this one; one that can't be read is none.
    fn is_current(&self, metadata: &Metadata, file_name: &str, bytes: &[u8]) -> bool {
        let current = metadata.current();
        let is_read_alike = Format::of_file_name(&current.article) == Format::of_file_name(file_name);
        is_read_alike && self.shelf.article_file(metadata, current).is_ok_and(|article| article == bytes)
    }

    /// Gives a story other related facts, as a new version; the article stays.
    ///
    /// # Errors
    /// As [`Library::update`].
    pub fn set_facts(&self, id: &str, file_name: &str, bytes: &[u8]) -> Result<Arc<Story>, LibraryError> {
        facts::read(file_name, bytes)?;
        self.set_beside(id, |beside| {
            beside.facts = Some(bytes.to_vec());
            Ok(())
        })
    }

    /// Adds a question that a story's editors expect, with words of the sentence that answers it or without, as a new
    /// version. One that is there already, with the same answer, changes nothing.
    ///
    /// # Errors
    /// As [`Library::update`], and when the question can't be taken.
    pub fn add_question(&self, id: &str, question: &str, answer: Option<&str>) -> Result<Arc<Story>, LibraryError> {
        let story = self.story(id)?;
        self.set_beside(id, |beside| {
            let file = beside.questions.take().unwrap_or_default();
            beside.questions = Some(editors::add(&file, (question, answer), story.document())?);
            Ok(())
        })
    }

    /// Takes a question of the editors' away, as a new version.
    ///
    /// # Errors
    /// As [`Library::update`], and when there is no such question.
    pub fn remove_question(&self, id: &str, question: &str) -> Result<Arc<Story>, LibraryError> {
        self.set_beside(id, |beside| {
            let file = beside.questions.take().unwrap_or_default();
            beside.questions = Some(editors::remove(&file, question)?);
            Ok(())
        })
    }

    /// Gives a story other files beside its article, as a new version; the same ones change nothing.
    fn set_beside(
        &self,
        id: &str,
        change_files: impl FnOnce(&mut Beside) -> Result<(), LibraryError>,
    ) -> Result<Arc<Story>, LibraryError> {
        let writer = Writer::wait(&self.folder)?;
        let mut metadata = self.shelf.metadata(checked_id(id)?)?;
        let article = self.shelf.article_file(&metadata, metadata.current())?;
        let before =
            Beside { facts: self.shelf.facts_file(&metadata)?, questions: self.shelf.questions_file(&metadata)? };
        let mut beside = before.clone();
        change_files(&mut beside)?;
        if beside == before {
            return self.story(id);
        }
        let given_as = metadata.current().file_name.clone();
        metadata.add_version(&given_as);
        metadata.origin = Origin::Added;
        let change = writer.begin()?;
        let Beside { facts, questions } = &beside;
        let edition = Edition { article: &article, facts: facts.as_deref(), questions: questions.as_deref() };
        self.shelf.put_version(&mut metadata, &edition)?;
        self.finish(change, &metadata)
    }

    /// Removes a story with all its versions.
    ///
    /// # Errors
    /// When there is no such story or the folder can't be written.
    pub fn remove(&self, id: &str) -> Result<(), LibraryError> {
        let writer = Writer::wait(&self.folder)?;
        if !self.shelf.has(checked_id(id)?) {
            return Err(LibraryError::NoSuchStory { id: id.to_owned() });
        }
        let change = writer.begin()?;
        shipped::keep_away(&self.folder, id)?;
        self.shelf.remove(id)?;
        self.indexing.follow(&change, |writing| {
            writing.remove(id);
            Ok(())
        });
        change.finish();
        Ok(())
    }

    /// All stories.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn list(&self) -> Result<Listing, LibraryError> {
        let mut listing = Listing::default();
        for id in self.shelf.ids()? {
            match self.shelf.metadata(&id) {
                Ok(metadata) => listing.stories.push(metadata.entry()),
                // Removed between listing and reading.
                Err(LibraryError::NoSuchStory { .. }) => {}
                Err(error) => listing.broken.push(error),
            }
        }
        Ok(listing)
    }

    /// A story's current version, ready for questions.
    ///
    /// # Errors
    /// When there is no such story, or its files aren't what was added.
    pub fn story(&self, id: &str) -> Result<Arc<Story>, LibraryError> {
        let id = checked_id(id)?;
        self.memory.story(
            id,
            writer::generation(&self.folder),
            || self.shelf.metadata(id),
            |metadata| self.read(metadata),
        )
    }

    /// The story with this id, or the one that is asked where none is named.
    ///
    /// # Errors
    /// As [`Library::story`], and where it isn't clear which is meant.
    pub fn story_or_default(&self, id: Option<&str>) -> Result<Arc<Story>, LibraryError> {
        match id.or(self.options.default_story.as_deref()) {
            Some(id) => self.story(id),
            None => self.story(&self.default_id()?),
        }
    }

    /// The file of a story's current article, byte for byte as it was given.
    ///
    /// # Errors
    /// As [`Library::story`].
    pub fn raw(&self, id: &str) -> Result<Vec<u8>, LibraryError> {
        let metadata = self.shelf.metadata(checked_id(id)?)?;
        self.shelf.article_file(&metadata, metadata.current())
    }

    /// What is known of a story without reading its article.
    ///
    /// # Errors
    /// As [`Library::story`].
    pub fn entry(&self, id: &str) -> Result<StoryEntry, LibraryError> {
        Ok(self.shelf.metadata(checked_id(id)?)?.entry())
    }

    /// A version of a story as it was, ready for questions.
    ///
    /// # Errors
    /// As [`Library::story`], and when there is no such version.
    pub fn version(&self, id: &str, number: u32) -> Result<Story, LibraryError> {
        let mut metadata = self.shelf.metadata(checked_id(id)?)?;
        metadata.go_to_version(number)?;
        self.read(&metadata)
    }

    /// The entries that fit the words best, over all stories or in one. The index is built first where there is none,
    /// and a search never waits for another process that writes.
    ///
    /// # Errors
    /// When there is no index and none can be built, not even in memory.
    pub fn search(&self, query: &Query<'_>) -> Result<Vec<Hit>, LibraryError> {
        self.indexing.search(self, query)
    }

    /// Builds the index anew and puts it in the old one's place at once.
    ///
    /// # Errors
    /// When it can't be written; the old one is used on then.
    pub fn rebuild(&self, mut progress: impl FnMut(Progress)) -> Result<Rebuilt, LibraryError> {
        self.indexing.rebuild(self, &mut progress)
    }

    /// Keeps what a story's sentences and its editors' questions mean beside its article, unless it is kept; works it out where nobody has asked yet.
    ///
    /// # Errors
    /// When it can't be written: it is then worked out again by the next process, to the same.
    pub fn keep_meaning(&self, story: &Story) -> Result<(), LibraryError> {
        if let Some(vectors) = story.editors_questions().vectors_to_keep() {
            self.shelf.put_question_vectors(story.id(), story.version(), &vectors)?;
        }
        story.meaning();
        let Some(meaning) = story.meaning_to_keep() else { return Ok(()) };
        self.shelf.put_meaning(story.id(), story.version(), &meaning.to_bytes(story.document()))
    }

    /// What happened to the index by itself since this was last asked, to be logged or shown.
    pub fn take_notices(&self) -> Vec<Notice> {
        self.indexing.take_notices()
    }

    /// Carries a story's new version over to the index and to memory.
    fn finish(&self, change: Change<'_>, metadata: &Metadata) -> Result<Arc<Story>, LibraryError> {
        let story = Arc::new(self.read(metadata)?);
        self.indexing.follow(&change, |writing| writing.put(&story));
        let generation = change.after();
        change.finish();
        self.memory.keep(story.clone(), metadata, generation);
        Ok(story)
    }

    fn read(&self, metadata: &Metadata) -> Result<Story, LibraryError> {
        let bytes = self.shelf.article_file(metadata, metadata.current())?;
        let source = article_file::checked(&metadata.current().article, &bytes)?;
        let facts = match self.shelf.facts_file(metadata)? {
            Some(bytes) => facts::read(&format!("{}/{}", metadata.id, shelf::FACTS_FILE), &bytes)?,
            None => Vec::<Fact>::new(),
        };
        let mut story = metadata.story(source, facts);
        if let Some(file) = self.shelf.questions_file(metadata)? {
            let editors = EditorsQuestions::recall(&file, story.document());
            if let Some(vectors) = self.shelf.question_vectors_file(metadata) {
                editors.recall_vectors(&vectors);
            }
            story = story.with_editors_questions(editors);
        }
        if let Some(meaning) = self.shelf.meaning_file(metadata) {
            story.recall_meaning(&meaning);
        }
        Ok(story)
    }

    fn id_for(&self, wished: Option<&str>, story: &Story) -> Result<String, LibraryError> {
        if let Some(id) = wished {
            let id = checked_id(id)?.to_owned();
            return if self.shelf.has(&id) { Err(LibraryError::Exists { id }) } else { Ok(id) };
        }
        let headline = story.document().article().headline.map(|span| story.document().text(span));
        let first = id_from_title(headline.unwrap_or_default());
        let mut id = first.clone();
        let mut number = 2;
        while self.shelf.has(&id) {
            // The same headline is almost surely the same story, told anew.
            let same_headline = self.shelf.metadata(&id).is_ok_and(|other| headline == Some(other.title.as_str()));
            if same_headline {
                return Err(LibraryError::Exists { id });
            }
            id = story_id::numbered(&first, number);
            number += 1;
        }
        Ok(id)
    }

    fn default_id(&self) -> Result<String, LibraryError> {
        // Asked first: listing a large library for each question would take longer than the answer.
        if self.shelf.has(shipped::ID) {
            return Ok(shipped::ID.to_owned());
        }
        let mut ids = self.shelf.ids()?;
        match (ids.pop(), ids.is_empty()) {
            (Some(only), true) => Ok(only),
            (Some(_), false) => Err(LibraryError::NoDefault),
            (None, _) => Err(LibraryError::NoStories),
        }
    }
}

#[cfg(test)]
mod tests;
