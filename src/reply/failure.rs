//! Why a command has no reply: the asker's mistake, which gets a helpful sentence, or a failure of ours, which gets
//! an apology and an entry in the log.

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

/// What the asker can mend. How it is said stands in `render`.
#[derive(Clone, Debug, PartialEq, Eq)]
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
}
