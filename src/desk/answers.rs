//! Where answers stand in a server's channels, so that one that turns out wrong can be taken back everywhere. No word of a
//! question or an answer is kept.

use std::fmt;

use jiff::Timestamp;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::DeskError;
use super::server::{Server, storable};

/// An answer as it was given; people see it as `STORY@VERSION/ID`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerGiven {
    /// The answer's id: the same for the same question put to the same version of a story.
    pub answer: String,
    /// The story.
    pub story: String,
    /// Its version.
    pub version: u32,
}

impl AnswerGiven {
    /// Reads `STORY@VERSION/ID`; `None` where it is none.
    pub fn read(written: &str) -> Option<Self> {
        let (story, answer) = written.split_once('/')?;
        let (story, version) = story.split_once('@')?;
        let digits = answer.rsplit('-').next()?;
        let is_id = digits.len() == DIGITS && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let is_named = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
        let is_story = !story.is_empty() && story.bytes().all(is_named) && answer.bytes().all(is_named);
        let version = version.parse().ok()?;
        (is_id && is_story).then(|| Self { answer: answer.to_owned(), story: story.to_owned(), version })
    }
}

/// The hexadecimal digits at an id's end.
const DIGITS: usize = 16;

impl fmt::Display for AnswerGiven {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}@{}/{}", self.story, self.version, self.answer)
    }
}

/// Where an answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The channel.
    pub channel: u64,
    /// The message.
    pub message: u64,
    /// Who asked.
    pub member: u64,
}

impl Server<'_> {
    /// Keeps where an answer stands.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn note_answer(&self, given: &AnswerGiven, place: Place, at: Timestamp) -> Result<(), DeskError> {
        let asked = self
            .ask(
                "INSERT INTO answers (server, message, channel, answer, story, version, member, at, state) \
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'stands') ON CONFLICT (server, message) DO NOTHING",
            )
            .bind(place.message.to_string())
            .bind(place.channel.to_string())
            .bind(storable(&given.answer))
            .bind(storable(&given.story))
            .bind(i64::from(given.version))
            .bind(place.member.to_string())
            .bind(at.as_millisecond());
        self.desk.wait(asked.execute(&self.desk.pool)).map(drop)
    }
}

/// A row's place.
pub(super) fn place(row: &AnyRow) -> Result<Place, sqlx::Error> {
    let id = |name: &str| row.try_get::<String, _>(name).map(|id| id.parse().unwrap_or_default());
    Ok(Place { channel: id("channel")?, message: id("message")?, member: id("member")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_as_it_is_written_and_nothing_else_is() {
        for answer in ["0123456789abcdef", "said-0123456789abcdef"] {
            let given = AnswerGiven { answer: answer.to_owned(), story: "mill-2".to_owned(), version: 12 };
            assert_eq!(AnswerGiven::read(&given.to_string()), Some(given));
        }
        for other in [
            "",
            "who?",
            "mill@1",
            "mill/0123456789abcdef",
            "mill@x/0123456789abcdef",
            "@1/0123456789abcdef",
            "mill@1/0123",
            "a b@1/0123456789abcdef",
            "mill@1/a b-0123456789abcdef",
        ] {
            assert_eq!(AnswerGiven::read(other), None, "{other}");
        }
    }
}
