//! Where answers stand in a server's channels, so that one that turns out wrong can be taken back everywhere. No word of a
//! question or an answer is kept.

use jiff::Timestamp;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::DeskError;
use super::server::{Server, storable};

/// An answer as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerGiven {
    /// The answer's id: the same for the same question put to the same version of a story.
    pub answer: String,
    /// The story.
    pub story: String,
    /// Its version.
    pub version: u32,
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
