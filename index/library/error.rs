//! Why a library can't do what was asked: one clear line each, with the way out where there is one.

use std::io;
use std::path::{Path, PathBuf};

use super::article_file::UnfitArticle;
use super::shelf::{FACTS_FILE, QUESTIONS_FILE};
use super::story_id::LONGEST_ID;
use crate::editors::{QuestionProblem, QuestionsError};
use crate::facts::FactsError;
use crate::search::SearchError;

/// Why a library can't do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// No story has this id.
    #[error("there is no story \"{id}\"; `verbatim story list` shows those there are")]
    NoSuchStory {
        /// The id.
        id: String,
    },
    /// The story has no such version.
    #[error("the story \"{id}\" has no version {number}; its newest is {newest}")]
    NoSuchVersion {
        /// The story.
        id: String,
        /// The version asked for.
        number: u32,
        /// The newest version.
        newest: u32,
    },
    /// The library is empty.
    #[error("there is no story yet; `verbatim story add FILE` adds one")]
    NoStories,
    /// There are several stories and none was named.
    #[error("there are several stories; name one with `--story ID` (`verbatim story list` shows them)")]
    NoDefault,
    /// A story's id can't be this.
    #[error("\"{id}\" can't be a story's id; use a-z, 0-9 and -, at most {LONGEST_ID} of them")]
    BadId {
        /// What was given.
        id: String,
    },
    /// A story has this id already.
    #[error(
        "there is a story \"{id}\" already; `verbatim story update {id} FILE` gives it a new version, and `--id` \
         adds the file as a story of its own"
    )]
    Exists {
        /// The id.
        id: String,
    },
    /// The article can't be read.
    #[error(transparent)]
    Unfit(#[from] UnfitArticle),
    /// The facts can't be read.
    #[error(transparent)]
    Facts(#[from] FactsError),
    /// A file of editors' questions can't be read.
    #[error(transparent)]
    Questions(#[from] QuestionsError),
    /// An editors' question can't be taken, or taken away.
    #[error(transparent)]
    Question(#[from] QuestionProblem),
    /// What the library knows of a story can't be read.
    #[error("the story \"{id}\" can't be read: {}: {why}; mend the file, or `verbatim story remove {id}`", path.display())]
    Broken {
        /// The story.
        id: String,
        /// The file that is broken.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// A file isn't what was added any more.
    #[error(
        "the story \"{id}\" can't be read: {} isn't what was added any more; put the file back, or `verbatim story {}",
        path.display(), way_out(id, path)
    )]
    Altered {
        /// The story.
        id: String,
        /// The file.
        path: PathBuf,
    },
    /// The system refused.
    #[error("can't {action} {}: {source}", path.display())]
    Io {
        /// What was to be done ("read").
        action: &'static str,
        /// With which file or folder.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// The index failed.
    #[error(transparent)]
    Search(#[from] SearchError),
}

impl LibraryError {
    /// Whether the person who asked can mend it by asking otherwise.
    pub fn is_askers_mistake(&self) -> bool {
        match self {
            Self::NoSuchStory { .. }
            | Self::NoSuchVersion { .. }
            | Self::NoStories
            | Self::NoDefault
            | Self::BadId { .. }
            | Self::Exists { .. }
            | Self::Unfit(_)
            | Self::Facts(_)
            | Self::Questions(_)
            | Self::Question(_) => true,
            Self::Broken { .. } | Self::Altered { .. } | Self::Io { .. } | Self::Search(_) => false,
        }
    }
}

/// The article can be given anew by an update, which keeps the facts and the editors' questions; those that are lost are.
fn way_out(id: &str, path: &Path) -> String {
    if path.ends_with(FACTS_FILE) || path.ends_with(QUESTIONS_FILE) {
        format!("remove {id}` and add it again")
    } else {
        format!("update {id} FILE` gives it the article anew")
    }
}

/// Makes a failed call an error that says what was to be done with what.
pub(super) fn cannot<'p>(action: &'static str, path: &'p Path) -> impl FnOnce(io::Error) -> LibraryError + 'p {
    move |source| LibraryError::Io { action, path: path.to_path_buf(), source }
}
