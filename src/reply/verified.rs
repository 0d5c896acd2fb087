//! What a second look into a story's file shows: for each quotation of a message, where its words stand there and in the
//! newest version.

use std::sync::Arc;

use verbatim_index::story::{Citation, Story};

/// What became of a second look.
#[derive(Clone, Debug)]
pub enum Verified {
    /// The file was read again.
    Read(ReadAgain),
    /// The file of the story with this id isn't what was added any more.
    Altered(String),
}

/// A file that was read again, and the words that were to stand in it.
#[derive(Clone, Debug)]
pub struct ReadAgain {
    /// The story in the version that the message shows, made from the file as it is now.
    pub story: Arc<Story>,
    /// The article's SHA-256 in hexadecimal digits.
    pub fingerprint: String,
    /// The story's newest version, where that is another.
    pub newest: Option<Arc<Story>>,
    /// Each quotation in the order of the message.
    pub quotations: Vec<Quotation>,
}

/// A quotation as a message shows it.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// Its words.
    pub shown: String,
    /// How they stand in the source.
    pub likeness: Likeness,
    /// Where; empty where they don't.
    pub places: Vec<Citation>,
    /// Where in the newest version.
    pub newest: Vec<Citation>,
}

/// How words that are shown stand to the source's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Likeness {
    /// The same bytes.
    Same,
    /// The same bytes as far as the message shows them.
    AsFarAsShown,
    /// The same but for line breaks, quotation marks at the joints and what can't be seen.
    ButForBlanks,
    /// No such words.
    Absent,
}
