//! The folder of stories: what stands where, and how a story and its versions are put there and read back.
//! It knows nothing of what they say.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::LibraryError;
use super::error::cannot;
use super::files;
use super::metadata::{Metadata, StoryVersion};
use super::story_id::checked_id;

pub(super) const FACTS_FILE: &str = "facts.jsonl";
pub(super) const QUESTIONS_FILE: &str = "questions.jsonl";
const MEANING_FILE: &str = "meaning.bin";
const QUESTION_VECTORS_FILE: &str = "questions.bin";
const METADATA_FILE: &str = "story.toml";
const VERSIONS_FOLDER: &str = "versions";

/// The files of one version.
pub(super) struct Edition<'a> {
    pub(super) article: &'a [u8],
    pub(super) facts: Option<&'a [u8]>,
    pub(super) questions: Option<&'a [u8]>,
}

/// The folder of stories.
#[derive(Debug)]
pub(super) struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    pub(super) fn new(data_folder: &Path) -> Self {
        Self { folder: data_folder.join("stories") }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether there is a story of this id, whole or broken.
    pub(super) fn has(&self, id: &str) -> bool {
        self.folder.join(id).exists()
    }

    /// The ids of all stories in order.
    pub(super) fn ids(&self) -> Result<Vec<String>, LibraryError> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(cannot("read", &self.folder)(error)),
        };
        let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let mut ids: Vec<String> = names.filter(|name| checked_id(name).is_ok()).collect();
        ids.sort_unstable();
        Ok(ids)
    }

    pub(super) fn metadata(&self, id: &str) -> Result<Metadata, LibraryError> {
        let path = self.folder.join(id).join(METADATA_FILE);
        let broken = |why: String| LibraryError::Broken { id: id.to_owned(), path: path.clone(), why };
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound && self.has(id) => {
                return Err(broken("there is no such file".to_owned()));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(LibraryError::NoSuchStory { id: id.to_owned() });
            }
            Err(error) => return Err(broken(error.to_string())),
        };
        let text = String::from_utf8(bytes).map_err(|_| broken("it isn't UTF-8 text".to_owned()))?;
        let metadata = Metadata::parse(&text).map_err(&broken)?;
        // A folder that was copied by hand would answer under another's name.
        if metadata.id == id { Ok(metadata) } else { Err(broken(format!("it is that of \"{}\"", metadata.id))) }
    }

    /// The article of a version, byte for byte as it was given.
    pub(super) fn article_file(&self, metadata: &Metadata, version: &StoryVersion) -> Result<Vec<u8>, LibraryError> {
        let path = self.version_folder(&metadata.id, version.number).join(&version.article);
        read_checked(&metadata.id, &path, version.article_checksum)
    }

    /// The facts of the current version, where there are some.
    pub(super) fn facts_file(&self, metadata: &Metadata) -> Result<Option<Vec<u8>>, LibraryError> {
        let version = metadata.current();
        let Some(checksum) = version.facts_checksum else { return Ok(None) };
        let path = self.version_folder(&metadata.id, version.number).join(FACTS_FILE);
        read_checked(&metadata.id, &path, checksum).map(Some)
    }

    /// The editors' questions of the current version, where there are some.
    pub(super) fn questions_file(&self, metadata: &Metadata) -> Result<Option<Vec<u8>>, LibraryError> {
        let version = metadata.current();
        let Some(checksum) = version.questions_checksum else { return Ok(None) };
        let path = self.version_folder(&metadata.id, version.number).join(QUESTIONS_FILE);
        read_checked(&metadata.id, &path, checksum).map(Some)
    }

    /// The vectors of the current version's editors' questions, as they were kept, where they were.
    pub(super) fn question_vectors_file(&self, metadata: &Metadata) -> Option<Vec<u8>> {
        fs::read(self.version_folder(&metadata.id, metadata.current().number).join(QUESTION_VECTORS_FILE)).ok()
    }

    /// Puts them there, as [`Shelf::put_meaning`] does.
    pub(super) fn put_question_vectors(&self, id: &str, number: u32, vectors: &[u8]) -> Result<(), LibraryError> {
        files::replace(&self.version_folder(id, number).join(QUESTION_VECTORS_FILE), vectors)
    }

    /// What the sentences of the current version mean, as it was kept, where it was.
    pub(super) fn meaning_file(&self, metadata: &Metadata) -> Option<Vec<u8>> {
        fs::read(self.version_folder(&metadata.id, metadata.current().number).join(MEANING_FILE)).ok()
    }

    /// Puts beside a version what its sentences mean. It follows from the article, so nothing that was given changes,
    /// and no lock is needed: whoever else writes it writes the same.
    pub(super) fn put_meaning(&self, id: &str, number: u32, meaning: &[u8]) -> Result<(), LibraryError> {
        files::replace(&self.version_folder(id, number).join(MEANING_FILE), meaning)
    }

    /// Puts a new story on the shelf.
    pub(super) fn put(&self, metadata: &mut Metadata, edition: &Edition<'_>) -> Result<(), LibraryError> {
        files::make_folder(&self.folder)?;
        files::clear_unfinished(&self.folder);
        note_checksums(metadata, edition);
        let unfinished = unfinished_folder(&self.folder)?;
        let version = unfinished.path().join(VERSIONS_FOLDER).join(metadata.current().number.to_string());
        files::make_folder(&version)?;
        write_edition(&version, metadata.current(), edition)?;
        files::write_new(&unfinished.path().join(METADATA_FILE), &written(metadata)?)?;
        files::sync_folder(unfinished.path())?;
        files::rename_folder(unfinished.path(), &self.folder.join(&metadata.id))
    }

    /// Puts a new version beside those there are, then makes it current.
    pub(super) fn put_version(&self, metadata: &mut Metadata, edition: &Edition<'_>) -> Result<(), LibraryError> {
        let story = self.folder.join(&metadata.id);
        let versions = story.join(VERSIONS_FOLDER);
        files::clear_unfinished(&story);
        files::clear_unfinished(&versions);
        note_checksums(metadata, edition);
        let unfinished = unfinished_folder(&versions)?;
        write_edition(unfinished.path(), metadata.current(), edition)?;
        let place = self.version_folder(&metadata.id, metadata.current().number);
        if place.exists() {
            // Left by a crash before it became current.
            fs::remove_dir_all(&place).map_err(cannot("write", &place))?;
        }
        files::rename_folder(unfinished.path(), &place)?;
        files::replace(&story.join(METADATA_FILE), &written(metadata)?)
    }

    /// Takes a story off the shelf in one step, then its files away.
    pub(super) fn remove(&self, id: &str) -> Result<(), LibraryError> {
        let unfinished = unfinished_folder(&self.folder)?;
        files::rename_folder(&self.folder.join(id), &unfinished.path().join(id))?;
        // The story is gone; what can't be deleted now is deleted by the next writer.
        drop(unfinished);
        Ok(())
    }

    fn version_folder(&self, id: &str, number: u32) -> PathBuf {
        self.folder.join(id).join(VERSIONS_FOLDER).join(number.to_string())
    }
}

fn unfinished_folder(folder: &Path) -> Result<tempfile::TempDir, LibraryError> {
    tempfile::Builder::new().prefix(files::UNFINISHED).tempdir_in(folder).map_err(cannot("write", folder))
}

fn note_checksums(metadata: &mut Metadata, edition: &Edition<'_>) {
    let version = metadata.current_mut();
    version.article_checksum = crc32fast::hash(edition.article);
    version.facts_checksum = edition.facts.map(crc32fast::hash);
    version.questions_checksum = edition.questions.map(crc32fast::hash);
}

fn write_edition(folder: &Path, version: &StoryVersion, edition: &Edition<'_>) -> Result<(), LibraryError> {
    files::write_new(&folder.join(&version.article), edition.article)?;
    if let Some(facts) = edition.facts {
        files::write_new(&folder.join(FACTS_FILE), facts)?;
    }
    if let Some(questions) = edition.questions {
        files::write_new(&folder.join(QUESTIONS_FILE), questions)?;
    }
    files::sync_folder(folder)
}

fn written(metadata: &Metadata) -> Result<Vec<u8>, LibraryError> {
    let text = toml::to_string(metadata).map_err(|error| LibraryError::Broken {
        id: metadata.id.clone(),
        path: PathBuf::from(METADATA_FILE),
        why: error.to_string(),
    })?;
    Ok(text.into_bytes())
}

fn read_checked(id: &str, path: &Path, checksum: u32) -> Result<Vec<u8>, LibraryError> {
    let bytes = fs::read(path).map_err(cannot("read", path))?;
    let as_added = crc32fast::hash(&bytes) == checksum;
    if as_added { Ok(bytes) } else { Err(LibraryError::Altered { id: id.to_owned(), path: path.to_path_buf() }) }
}
