//! The story that ships with the program: put into a new library, brought up to date while nobody changed it, and
//! not brought back once it was removed.

use std::fs;
use std::io;
use std::path::Path;

use jiff::civil::Date;
use serde::Deserialize;

use super::error::cannot;
use super::files;
use super::metadata::{Metadata, Origin};
use super::shelf::Edition;
use super::writer::Writer;
use super::{Addition, Library, LibraryError, article_file};

/// The id of the shipped story.
pub(super) const ID: &str = "rare-earths";

const ABOUT: &str = include_str!("../stories/rare-earths/story.toml");
const ARTICLE: &str = include_str!("../stories/rare-earths/brief.md");
const FACTS: &str = include_str!("../stories/rare-earths/facts.jsonl");
const QUESTIONS: &str = include_str!("../stories/rare-earths/questions.jsonl");
/// What the questions mean, as every library keeps it: 420 of them take seconds to be read at the first question.
const QUESTION_VECTORS: &[u8] = include_bytes!("../stories/rare-earths/questions.bin");
const REMOVED_FILE: &str = "removed-shipped";

/// What the shipped story's own file says of it.
#[derive(Deserialize)]
struct About {
    version: u32,
    article: String,
    publisher: String,
    published: Date,
}

/// Sees to it that the library has the shipped story, unless it was removed or is a person's own now.
pub(super) fn install(library: &Library) -> Result<(), LibraryError> {
    let about = about()?;
    if is_done(library, &about)? {
        return Ok(());
    }
    let installed = install_or_update(library, &about);
    match installed {
        // A folder that can't be written, or not now, is used as it is if it can be used at all.
        Err(error @ LibraryError::Io { .. }) if library.shelf.folder().exists() => {
            tracing::debug!(%error, "the shipped story isn't installed");
            Ok(())
        }
        other => other,
    }
}

/// Notes that a removed story, if it is the shipped one, isn't to come back.
pub(super) fn keep_away(data_folder: &Path, id: &str) -> Result<(), LibraryError> {
    if id == ID { files::replace(&data_folder.join(REMOVED_FILE), format!("{ID}\n").as_bytes()) } else { Ok(()) }
}

fn about() -> Result<About, LibraryError> {
    toml::from_str(ABOUT).map_err(|error| LibraryError::Broken {
        id: ID.to_owned(),
        path: "story.toml".into(),
        why: error.message().to_owned(),
    })
}

fn is_done(library: &Library, about: &About) -> Result<bool, LibraryError> {
    if library.shelf.has(ID) {
        return Ok(!is_outdated(library, about));
    }
    let path = library.folder.join(REMOVED_FILE);
    match fs::read_to_string(&path) {
        Ok(removed) => Ok(removed.lines().any(|line| line.trim() == ID)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(cannot("read", &path)(error)),
    }
}

/// Whether the stored copy came with an older program and nobody changed it. A broken copy is left to be seen.
fn is_outdated(library: &Library, about: &About) -> bool {
    library.shelf.metadata(ID).is_ok_and(|stored| {
        stored.origin == Origin::Shipped && stored.shipped_version.is_some_and(|version| version < about.version)
    })
}

fn install_or_update(library: &Library, about: &About) -> Result<(), LibraryError> {
    files::make_folder(&library.folder)?;
    let Some(writer) = writer(library)? else { return Ok(()) };
    // Another process may have done it while this one waited.
    if is_done(library, about)? {
        return Ok(());
    }
    let mut metadata = metadata(about);
    let source = article_file::checked(&about.article, ARTICLE.as_bytes())?;
    metadata.note_article(&metadata.story(source, Vec::new()));
    let change = writer.begin()?;
    let edition =
        Edition { article: ARTICLE.as_bytes(), facts: Some(FACTS.as_bytes()), questions: Some(QUESTIONS.as_bytes()) };
    if library.shelf.has(ID) {
        metadata.follow(&library.shelf.metadata(ID)?);
        library.shelf.put_version(&mut metadata, &edition)?;
    } else {
        library.shelf.put(&mut metadata, &edition)?;
    }
    // Without them they are worked out anew.
    let _ = library.shelf.put_question_vectors(ID, metadata.current().number, QUESTION_VECTORS);
    change.finish();
    Ok(())
}

/// A first copy is waited for; a newer one can wait until nobody writes.
fn writer(library: &Library) -> Result<Option<Writer<'_>>, LibraryError> {
    if library.shelf.has(ID) { Writer::unless_busy(&library.folder) } else { Writer::wait(&library.folder).map(Some) }
}

fn metadata(about: &About) -> Metadata {
    let addition = Addition {
        file_name: &about.article,
        id: Some(ID),
        publisher: Some(&about.publisher),
        published: Some(about.published),
        ..Addition::default()
    };
    let mut metadata = Metadata::of_addition(&addition);
    metadata.origin = Origin::Shipped;
    metadata.shipped_version = Some(about.version);
    metadata
}
