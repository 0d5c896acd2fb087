//! Why a command has no reply: the asker's mistake, which gets a helpful sentence, or a failure of ours, which gets
//! an apology and an entry in the log.

use verbatim_index::library::LibraryError;

use crate::desk::DeskError;

/// Why a command has no reply.
#[derive(Debug)]
pub enum Failure {
    /// The asker can mend it.
    Asker(Mistake),
    /// The asker can't.
    Ours(anyhow::Error),
}

impl From<Mistake> for Failure {
    fn from(mistake: Mistake) -> Self {
        Self::Asker(mistake)
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::Ours(error)
    }
}

impl From<LibraryError> for Failure {
    fn from(error: LibraryError) -> Self {
        if error.is_askers_mistake() { Self::Asker(Mistake::InLibrary(error)) } else { Self::Ours(error.into()) }
    }
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Self {
        Self::Ours(error.into())
    }
}

/// What the asker can mend. How it is said stands in `render`.
#[derive(Debug)]
pub enum Mistake {
    /// A required option wasn't given.
    Missing {
        /// The option's name.
        option: &'static str,
    },
    /// A file can't be read.
    Unreadable {
        /// The file's name.
        file: String,
        /// What the system says.
        reason: String,
    },
    /// A file can't be written.
    Unwritable {
        /// The file's name.
        file: String,
        /// What the system says.
        reason: String,
    },
    /// A picture is wanted of figures that can't be compared.
    NothingToDraw,
    /// A file isn't UTF-8 text.
    NotText {
        /// The file's name.
        file: String,
    },
    /// A file is larger than the settings allow.
    TooLong {
        /// The file's name.
        file: String,
    },
    /// What should be a time of the day isn't one.
    NotATime {
        /// What was given.
        written: String,
    },
    /// What should be a time zone isn't one.
    NotAZone {
        /// What was given.
        written: String,
    },
    /// What should be a day isn't one.
    NotADay {
        /// What was given.
        written: String,
    },
    /// The story has no such paragraph.
    NoSuchParagraph {
        /// The number asked for.
        number: u32,
        /// The last number there is; 0 where there is none.
        last: u32,
    },
    /// No story has this id.
    NoSuchStory {
        /// What was given.
        id: String,
        /// The id that was probably meant.
        nearest: Option<String>,
    },
    /// What was asked for the answer with an id isn't remembered.
    NoSuchAnswer {
        /// The story in its version, as it is named to commands.
        story: String,
    },
    /// What should be an address on the web isn't one.
    NotAnAddress {
        /// What was given.
        written: String,
    },
    /// What should be a server's id isn't one.
    NotAServer {
        /// What was given.
        written: String,
    },
    /// What should be an id of Discord's isn't one.
    NotAnId {
        /// The option that it was given for.
        option: &'static str,
        /// What was given.
        written: String,
    },
    /// A channel can't have its own value of a setting.
    NotForChannels {
        /// The setting.
        setting: &'static str,
    },
    /// No statement or figure fits what was given.
    NothingToCorrect {
        /// What was given.
        written: String,
    },
    /// Several figures fit what was given.
    SeveralToCorrect {
        /// What was given.
        written: String,
        /// Each by its id, with its words.
        ids: String,
    },
    /// No correction that holds has this number.
    NoSuchCorrection {
        /// The number.
        number: u32,
    },
    /// What was given is longer than anything that is kept.
    TooManyWords {
        /// The option that it was given for.
        option: &'static str,
        /// How many characters may be given.
        most: usize,
    },
    /// Words that should be the story's aren't.
    NotInStory {
        /// What was given.
        written: String,
    },
    /// No answer is approved for a question.
    NothingApproved {
        /// The question.
        written: String,
    },
    /// What should bear an answer out is neither a paragraph nor an address.
    NoSource {
        /// What was given.
        written: String,
    },
    /// No question that was handed over has this number.
    NoSuchHandOver {
        /// The number.
        number: i64,
    },
    /// Too many questions of the asker's wait for an answer already.
    TooManyWaiting,
    /// The server has no channel of its moderators.
    NobodyHears,
    /// A channel can only be watched where the bot asks for the words of messages.
    NoMessageContent,
    /// The asker may not run the command.
    NotAllowed,
    /// A file isn't a complaint's.
    BadCase {
        /// The file.
        file: String,
    },
    /// A backup can't be brought back.
    BadBackup {
        /// The file.
        file: String,
        /// Why.
        reason: String,
    },
    /// The system names no home folder and no setting names a data folder.
    NoDataFolder,
    /// The data folder can't be one.
    BadDataFolder {
        /// The folder.
        folder: String,
        /// What the system says.
        reason: String,
    },
    /// The library can't take what was given.
    InLibrary(LibraryError),
}
