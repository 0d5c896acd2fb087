//! What commands work with: the settings, the library and the desk, opened when the first command asks for them, and the
//! answers given lately.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use moka::sync::Cache;
use verbatim_index::answer::{self, Answer, AskOptions};
use verbatim_index::check::{self, Checked};
use verbatim_index::editors::EditorsUse;
use verbatim_index::library::{Library, LibraryError, Options};
use verbatim_index::story::Story;

use crate::commands::{Arguments, SERVER, STORY};
use crate::config::{AnswerSettings, Settings};
use crate::desk::{Address, Desk, InForce, Server, ServerId, Tick};
use crate::metrics::{Metrics, Origin};
use crate::render::language::Language;
use crate::reply::{AskedFor, Failure, Mistake, Reply};

mod carrying;
mod overlay;

pub use carrying::place;

/// How many answers are remembered: a busy channel's questions of a day, some 20 MB.
const REMEMBERED_ANSWERS: u64 = 10_000;

/// What every command is given.
pub struct Context {
    /// The settings in force.
    pub settings: Settings,
    /// Why the settings given can't be used, where the built-in ones stand in for them.
    pub settings_problem: Option<String>,
    /// What has been done, counted.
    pub metrics: Metrics,
    progress: Progress,
    library: OnceLock<Library>,
    desk: OnceLock<Desk>,
    answers: Cache<Asked, Arc<Answer>>,
    /// What was asked, by the answers' ids.
    asked: Cache<String, AskedFor>,
    overlays: overlay::Overlays,
}

/// Is told how many of how many are done.
pub type Progress = Box<dyn Fn(usize, usize) + Send + Sync>;

/// All that an answer depends on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Asked {
    story: String,
    version: u32,
    question: String,
    ranked: usize,
    /// What was corrected by hand.
    corrections: Vec<(i64, i64)>,
}

impl Context {
    /// A context that touches no file before a command needs one.
    pub fn new(settings: Settings) -> Self {
        let progress = Box::new(|_, _| {});
        Self {
            settings,
            settings_problem: None,
            metrics: Metrics::default(),
            progress,
            library: OnceLock::new(),
            desk: OnceLock::new(),
            answers: Cache::new(REMEMBERED_ANSWERS),
            asked: Cache::new(REMEMBERED_ANSWERS),
            overlays: overlay::Overlays::new(),
        }
    }

    /// A context with the built-in settings, since those given can't be used: good for `doctor` only.
    pub fn without_settings(problem: String) -> Self {
        Self { settings_problem: Some(problem), ..Self::new(Settings::default()) }
    }

    /// The same, with somebody who watches how long commands get on.
    #[must_use]
    pub fn watched_by(self, progress: Progress) -> Self {
        Self { progress, ..self }
    }

    /// Tells who watches that `done` of `all` are done.
    pub fn report_progress(&self, done: usize, all: usize) {
        (self.progress)(done, all);
    }

    /// The library; the data folder is made, with the story that ships in it, on first use.
    ///
    /// # Errors
    /// When the folder can't be made or read.
    pub fn library(&self) -> Result<&Library, Failure> {
        if let Some(library) = self.library.get() {
            return Ok(library);
        }
        let folder = self.settings.data_folder().ok_or(Mistake::NoDataFolder)?;
        let options = Options { default_story: self.settings.story.clone(), ..Options::default() };
        let library = Library::open(&folder, options).map_err(|error| at_opening(&folder, error))?;
        Ok(self.library.get_or_init(|| library))
    }

    /// What moderators and newsrooms keep; the database is made on first use.
    ///
    /// # Errors
    /// When the database can't be opened.
    pub fn desk(&self) -> Result<&Desk, Failure> {
        if let Some(desk) = self.desk.get() {
            return Ok(desk);
        }
        let desk = Desk::open(&self.settings)?;
        Ok(self.desk.get_or_init(|| desk))
    }

    /// The same, where something was kept before: who only reads makes no database.
    ///
    /// # Errors
    /// When the database can't be opened.
    fn desk_if_any(&self) -> Result<Option<&Desk>, Failure> {
        match Address::of(&self.settings)? {
            Address::File(path) if self.desk.get().is_none() && !path.exists() => Ok(None),
            Address::File(_) | Address::Shared(_) => self.desk().map(Some),
        }
    }

    /// The items of a story's checklist that a server has ticked.
    ///
    /// # Errors
    /// When the database can't be opened or read.
    pub fn ticks(&self, server: ServerId, story: &str) -> Result<Vec<Tick>, Failure> {
        let Some(desk) = self.desk_if_any()? else { return Ok(Vec::new()) };
        Ok(desk.server(server).ticks(story)?)
    }

    /// The same, where it was opened before.
    pub fn desk_at_hand(&self) -> Option<&Desk> {
        self.desk.get()
    }

    /// The asker's part of what is kept; at the machine that of the server that the arguments name.
    ///
    /// # Errors
    /// When the database can't be opened, or what should be a server's id isn't one.
    pub fn server(&self, arguments: &Arguments) -> Result<Server<'_>, Failure> {
        Ok(self.desk()?.server(self.server_id(arguments)?))
    }

    /// Whose part of what is kept is meant: the asker's; at the machine that of the server that the arguments name.
    ///
    /// # Errors
    /// When what should be a server's id isn't one.
    pub fn server_id(&self, arguments: &Arguments) -> Result<ServerId, Failure> {
        let asked_in = arguments.asker().server;
        let id = match arguments.text(SERVER.name).filter(|_| asked_in == ServerId::Machine) {
            None => asked_in,
            Some(written) => {
                let number = written.parse().map_err(|_| Mistake::NotAServer { written: written.to_owned() })?;
                ServerId::Discord(number)
            }
        };
        Ok(id)
    }

    /// Logs what happened to the index by itself, where a library is open.
    pub fn log_notices(&self) {
        for notice in self.library.get().map(Library::take_notices).unwrap_or_default() {
            tracing::info!(%notice, "index");
        }
    }

    /// The story that the arguments name, or the one that is asked where none is named. `ID@2` is a story's second
    /// version, which an old button may ask for.
    ///
    /// # Errors
    /// When there is no such story, or it isn't clear which is meant.
    pub fn story(&self, arguments: &Arguments) -> Result<Arc<Story>, Failure> {
        let story = self.story_as_read(arguments)?;
        Ok(self.with_corrections(story, arguments.asker().server))
    }

    /// The same as it was read, without what was corrected by hand.
    ///
    /// # Errors
    /// As [`Context::story`].
    pub fn story_as_read(&self, arguments: &Arguments) -> Result<Arc<Story>, Failure> {
        let library = self.library()?;
        let asked = arguments.text(STORY.name);
        let story = match asked.and_then(with_version) {
            Some((id, number)) => version(library, id, number),
            None => library.story_or_default(asked),
        };
        story.map_err(|error| with_nearest_id(library, error))
    }

    /// A story in one of its versions, as somebody in a server sees it.
    ///
    /// # Errors
    /// When there is no such story or version.
    pub fn version(&self, id: &str, number: u32, server: ServerId) -> Result<Arc<Story>, Failure> {
        Ok(self.with_corrections(version(self.library()?, id, number)?, server))
    }

    /// The same story as it is now, whichever version the arguments name.
    ///
    /// # Errors
    /// As [`Context::story`].
    pub fn current_story(&self, arguments: &Arguments) -> Result<Arc<Story>, Failure> {
        let library = self.library()?;
        let asked = arguments.text(STORY.name).map(|asked| with_version(asked).map_or(asked, |(id, _)| id));
        let story = library.story_or_default(asked).map_err(|error| with_nearest_id(library, error))?;
        Ok(self.with_corrections(story, arguments.asker().server))
    }

    /// The answer to a question, from memory where it was asked of this version of the story before.
    pub fn answer(&self, story: &Story, question: &str, ranked: usize) -> Arc<Answer> {
        let asked = Asked {
            story: story.id().to_owned(),
            version: story.version(),
            question: question.to_owned(),
            ranked,
            corrections: story.corrections().iter().map(|one| (one.number, one.when)).collect(),
        };
        let work_out = || Arc::new(answer::ask(story, question, &self.ask_options(ranked)));
        let entry = self.answers.entry(asked).or_insert_with(work_out);
        if entry.is_fresh() {
            self.keep_meaning(story);
        }
        self.metrics.answered(if entry.is_fresh() { Origin::Engine } else { Origin::Memory });
        entry.into_value()
    }

    /// Remembers what was asked, so that the answer's id alone brings it again.
    pub fn remember(&self, reply: &Reply) {
        let Some((story, asked_for)) = reply.asked_for() else { return };
        let id = asked_for.id(story.id(), story.version());
        if !self.asked.contains_key(&id) {
            self.asked.insert(id, asked_for);
        }
    }

    /// What was asked for the answer with this id, where it was asked lately.
    pub fn recall(&self, answer: &str) -> Option<AskedFor> {
        self.asked.get(answer)
    }

    /// What a story says of a claim; by reading its sentences too, unless that is switched off.
    pub fn checked(&self, story: &Story, claim: &str) -> Checked {
        let AnswerSettings { meaning, reading, .. } = self.settings.answer;
        if !(meaning && reading) {
            return check::check(story, claim);
        }
        let checked = check::check_by_reading(story, claim);
        self.keep_meaning(story);
        checked
    }

    /// Keeps what a story's sentences mean for the next process, unless that isn't looked at.
    pub fn keep_meaning(&self, story: &Story) {
        let Some(library) = self.library.get().filter(|_| self.settings.answer.meaning) else { return };
        if let Err(error) = library.keep_meaning(story) {
            // A folder that can't be written costs the next process some time, nothing else.
            tracing::debug!(%error, story = story.id(), "meaning not kept");
        }
    }

    /// The language of what is written to a server unasked: the one that it has set, else the bot's own.
    pub fn language(&self, in_force: &InForce) -> Language {
        in_force.language().unwrap_or(self.settings.discord.language)
    }

    /// How questions are answered, by the settings.
    pub fn ask_options(&self, ranked: usize) -> AskOptions {
        let AnswerSettings { meaning: by_meaning, reading: by_reading, editors_questions, .. } = self.settings.answer;
        let editors = if editors_questions { EditorsUse::All } else { EditorsUse::None };
        let standard = AskOptions { ranked, by_meaning, by_reading, editors, ..AskOptions::default() };
        match self.settings.answer.minimum_confidence {
            Some(confidence) => AskOptions { minimum_confidence: confidence.into(), ..standard },
            None => standard,
        }
    }
}

/// The id and the number of `ID@2`.
fn with_version(asked: &str) -> Option<(&str, u32)> {
    let (id, number) = asked.split_once('@')?;
    Some((id, number.parse().ok()?))
}

fn version(library: &Library, id: &str, number: u32) -> Result<Arc<Story>, LibraryError> {
    let current = library.story(id)?;
    if current.version() == number { Ok(current) } else { Ok(Arc::new(library.version(id, number)?)) }
}

/// A folder that the system doesn't let be a data folder is a mistake in the settings; a full disk is none.
fn at_opening(folder: &Path, error: LibraryError) -> Failure {
    match error {
        LibraryError::Io { source, .. } if source.kind() != ErrorKind::StorageFull => {
            let folder = folder.display().to_string();
            Mistake::BadDataFolder { folder, reason: source.to_string() }.into()
        }
        other => other.into(),
    }
}

/// Adds the id that was probably meant where there is no story of an id.
pub fn with_nearest_id(library: &Library, error: LibraryError) -> Failure {
    let LibraryError::NoSuchStory { id } = error else { return error.into() };
    let ids = library.list().map(|listing| listing.stories).unwrap_or_default().into_iter().map(|entry| entry.id);
    let scored = ids.map(|other| (strsim::jaro_winkler(&other, &id), other));
    let best = scored.max_by(|(one, _), (other, _)| one.total_cmp(other));
    let nearest = best.filter(|(score, _)| *score > LIKE_ENOUGH).map(|(_, other)| other);
    Mistake::NoSuchStory { id, nearest }.into()
}

/// Jaro-Winkler likeness from which an id is offered as what was meant.
const LIKE_ENOUGH: f64 = 0.8;
