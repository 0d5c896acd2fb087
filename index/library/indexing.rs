//! The index of a library: found, followed change by change, and built anew when it is missing, old, damaged or
//! behind the stories. The stories are the truth; nothing here can harm them.
//!
//! ```text
//! DATA/index/current        the name of the build that is searched
//! DATA/index/v1-8           a build: schema version, and the generation of the library that it was made at
//! ```

mod build;

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::error::cannot;
use super::files;
use super::writer::{self, Change, Writer};
use super::{Library, LibraryError};
use crate::search::tantivy::{IndexWriting, SCHEMA_VERSION, TantivyEngine};
use crate::search::{Engine, Hit, Query, SearchError};

pub use build::{Progress, Rebuilt};

/// Why the index was built anew, or what is used instead: one line for the log or the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// There was none.
    IndexMissing,
    /// An older or newer program made it.
    IndexOfOtherVersion,
    /// It couldn't be read, for this reason.
    IndexDamaged(String),
    /// It had fallen behind the stories.
    IndexBehind,
    /// A new one couldn't be written, for this reason; what there is, or one in memory, is used.
    IndexNotWritten(String),
    /// A story couldn't be indexed, for this reason.
    StoryLeftOut(String),
}

impl fmt::Display for Notice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IndexMissing => write!(formatter, "there was no index; it was built from the stories"),
            Self::IndexOfOtherVersion => {
                write!(formatter, "the index was another version's; it was built anew from the stories")
            }
            Self::IndexDamaged(why) => write!(formatter, "the index was built anew from the stories: {why}"),
            Self::IndexBehind => write!(formatter, "the index was behind the stories; it was built anew from them"),
            Self::IndexNotWritten(why) => write!(formatter, "no new index could be written: {why}"),
            Self::StoryLeftOut(why) => write!(formatter, "a story isn't in the index: {why}"),
        }
    }
}

const INDEX_FOLDER: &str = "index";
const CURRENT_FILE: &str = "current";

/// The index of one library.
#[derive(Debug)]
pub(super) struct Indexing {
    folder: PathBuf,
    ready: Mutex<Option<Ready>>,
    notices: Mutex<Vec<Notice>>,
}

#[derive(Clone, Debug)]
struct Ready {
    engine: Arc<TantivyEngine>,
    /// The generation of the library at which the index was looked at.
    generation: u64,
}

impl Indexing {
    pub(super) fn new(data_folder: &Path) -> Self {
        Self { folder: data_folder.join(INDEX_FOLDER), ready: Mutex::default(), notices: Mutex::default() }
    }

    /// What happened to the index since this was last asked.
    pub(super) fn take_notices(&self) -> Vec<Notice> {
        std::mem::take(&mut *self.notices.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Searches; an index that turns out to be damaged is built anew once.
    pub(super) fn search(&self, library: &Library, query: &Query<'_>) -> Result<Vec<Hit>, LibraryError> {
        let engine = self.engine(library)?;
        match engine.search(query) {
            Ok(hits) => Ok(hits),
            Err(error) => Ok(self.renewed(library, Notice::IndexDamaged(error.to_string()))?.search(query)?),
        }
    }

    /// Builds the index anew.
    pub(super) fn rebuild(
        &self,
        library: &Library,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Rebuilt, LibraryError> {
        let writer = Writer::wait(library.folder())?;
        let (engine, rebuilt) = self.build(library, &writer, progress)?;
        // Only now: those who search meanwhile do it in the old build.
        let generation = writer::generation(library.folder());
        *self.ready.lock().unwrap_or_else(PoisonError::into_inner) = Some(Ready { engine, generation });
        Ok(rebuilt)
    }

    /// Carries a change of the stories over to the index, if it was up to date before. It is no failure of the change
    /// if this can't be done: the index is behind then, and the next search sees it.
    pub(super) fn follow(&self, change: &Change<'_>, carry: impl FnOnce(&mut IndexWriting) -> Result<(), SearchError>) {
        let Ok((build, engine)) = self.open_current() else { return };
        if engine.mark().ok().flatten() != Some(change.before()) {
            return;
        }
        let committed = IndexWriting::open(&build).and_then(|mut writing| {
            carry(&mut writing)?;
            writing.commit(change.after())
        });
        if let Err(error) = committed {
            tracing::warn!(%error, "the index is behind the stories");
        }
    }

    fn engine(&self, library: &Library) -> Result<Arc<TantivyEngine>, LibraryError> {
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        let generation = writer::generation(library.folder());
        if let Some(ready) = ready.as_ref().filter(|ready| ready.generation == generation) {
            return Ok(ready.engine.clone());
        }
        let engine = self.look_again(library, generation)?;
        let now = writer::generation(library.folder());
        let is_of_now = engine.mark().is_ok_and(|mark| mark == Some(now));
        *ready = Some(Ready { engine: engine.clone(), generation: if is_of_now { now } else { generation } });
        Ok(engine)
    }

    /// The index as it is on disk now, built anew where that is needed and possible.
    fn look_again(&self, library: &Library, generation: u64) -> Result<Arc<TantivyEngine>, LibraryError> {
        let found = self.open_current();
        let notice = match &found {
            Ok((_, engine)) if engine.mark()? == Some(generation) => return Ok(engine.clone()),
            Ok(_) => Notice::IndexBehind,
            Err(notice) => notice.clone(),
        };
        let writer = match &found {
            // Somebody else is at work on what is missing; readers don't wait for it.
            Ok((_, engine)) => match Writer::unless_busy(library.folder()) {
                Ok(Some(writer)) => Ok(writer),
                Ok(None) => return Ok(engine.clone()),
                Err(error) => Err(error),
            },
            Err(_) => Writer::wait(library.folder()),
        };
        let built = writer.and_then(|writer| self.up_to_date(library, &writer, notice));
        match (built, found) {
            (Ok(engine), _) => Ok(engine),
            (Err(error), Ok((_, engine))) => {
                self.note(Notice::IndexNotWritten(error.to_string()));
                Ok(engine)
            }
            (Err(error), Err(_)) => {
                self.note(Notice::IndexNotWritten(error.to_string()));
                self.build_in_memory(library)
            }
        }
    }

    /// As another process left it while this one waited to write, or built anew.
    fn up_to_date(
        &self,
        library: &Library,
        writer: &Writer<'_>,
        notice: Notice,
    ) -> Result<Arc<TantivyEngine>, LibraryError> {
        if let Ok((_, engine)) = self.open_current()
            && engine.mark()? == Some(writer::generation(library.folder()))
        {
            return Ok(engine);
        }
        let (engine, _) = self.build(library, writer, &mut |_| {})?;
        self.note(notice);
        Ok(engine)
    }

    fn renewed(&self, library: &Library, notice: Notice) -> Result<Arc<TantivyEngine>, LibraryError> {
        let built = Writer::wait(library.folder()).and_then(|writer| self.build(library, &writer, &mut |_| {}));
        let engine = match built {
            Ok((engine, _)) => engine,
            Err(error) => {
                self.note(Notice::IndexNotWritten(error.to_string()));
                self.build_in_memory(library)?
            }
        };
        self.note(notice);
        let generation = writer::generation(library.folder());
        *self.ready.lock().unwrap_or_else(PoisonError::into_inner) = Some(Ready { engine: engine.clone(), generation });
        Ok(engine)
    }

    /// The build that is searched, or why there is none that can be.
    fn open_current(&self) -> Result<(PathBuf, Arc<TantivyEngine>), Notice> {
        let mut last = Notice::IndexMissing;
        // A build can go while it is being opened, when another takes its place.
        for _ in 0..3 {
            let name = match fs::read_to_string(self.folder.join(CURRENT_FILE)) {
                Ok(name) => name.trim().to_owned(),
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Notice::IndexMissing),
                Err(error) => return Err(Notice::IndexDamaged(error.to_string())),
            };
            if !is_build_name(&name) {
                return Err(Notice::IndexOfOtherVersion);
            }
            let build = self.folder.join(&name);
            match TantivyEngine::open(&build) {
                Ok(engine) => return Ok((build, Arc::new(engine))),
                Err(error) => last = Notice::IndexDamaged(error.to_string()),
            }
        }
        Err(last)
    }

    fn build(
        &self,
        library: &Library,
        writer: &Writer<'_>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(Arc<TantivyEngine>, Rebuilt), LibraryError> {
        files::make_folder(&self.folder)?;
        let change = writer.begin()?;
        let before = fs::read_to_string(self.folder.join(CURRENT_FILE)).unwrap_or_default();
        self.clear_builds(&[before.trim()]);
        let name = format!("{}{}", build_prefix(), change.after());
        let made = self.make(library, &name, change.after(), progress);
        if made.is_err() {
            // What there is of it would only keep the disk full.
            self.clear_builds(&[before.trim()]);
        }
        let (engine, rebuilt) = made?;
        self.report_left_out(&rebuilt);
        change.finish();
        self.clear_builds(&[before.trim(), &name]);
        Ok((Arc::new(engine), rebuilt))
    }

    fn make(
        &self,
        library: &Library,
        name: &str,
        mark: u64,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(TantivyEngine, Rebuilt), LibraryError> {
        let folder = self.folder.join(name);
        fs::create_dir(&folder).map_err(cannot("make the folder", &folder))?;
        let mut writing = IndexWriting::create(&folder)?;
        let rebuilt = build::add_all(library, &mut writing, progress)?;
        let engine = writing.commit(mark)?;
        files::replace(&self.folder.join(CURRENT_FILE), name.as_bytes())?;
        Ok((engine, rebuilt))
    }

    fn build_in_memory(&self, library: &Library) -> Result<Arc<TantivyEngine>, LibraryError> {
        let mut writing = IndexWriting::create_in_memory()?;
        let rebuilt = build::add_all(library, &mut writing, &mut |_| {})?;
        self.report_left_out(&rebuilt);
        Ok(Arc::new(writing.commit(0)?))
    }

    fn report_left_out(&self, rebuilt: &Rebuilt) {
        for error in &rebuilt.broken {
            self.note(Notice::StoryLeftOut(error.to_string()));
        }
    }

    /// Takes away all builds but those that are kept: the current one, and the last one for who is opening it now.
    fn clear_builds(&self, kept: &[&str]) {
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let is_kept = kept.iter().any(|kept| name == **kept) || name == CURRENT_FILE;
            if !is_kept && entry.path().is_dir() {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
        files::clear_unfinished(&self.folder);
    }

    fn note(&self, notice: Notice) {
        self.notices.lock().unwrap_or_else(PoisonError::into_inner).push(notice);
    }
}

fn build_prefix() -> String {
    format!("v{SCHEMA_VERSION}-")
}

fn is_build_name(name: &str) -> bool {
    let number = name.strip_prefix(&build_prefix());
    number.is_some_and(|number| !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit()))
}
