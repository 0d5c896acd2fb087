//! Questions that nobody could answer, each kept once however often it is asked. Who asked is never kept, and the
//! question's own words only where the server lets them be.

use std::hash::Hasher;

use fnv::FnvHasher;
use jiff::Timestamp;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::DeskError;
use super::server::{Server, storable};

/// A question that was asked in vain.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The story that it was put to.
    pub story: &'a str,
    /// The version of it.
    pub version: u32,
    /// What it asked for, in a word.
    pub kind: &'a str,
    /// The question as asked; only its hash is kept unless `keeps_words`.
    pub question: &'a str,
    /// Whether the server lets the words be kept.
    pub keeps_words: bool,
    /// Where the passage nearest to it stands, in Unicode scalar values of the story's file.
    pub nearest: Option<(u32, u32)>,
}

/// A question that nobody could answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The story that it was put to.
    pub story: String,
    /// The version of it that was asked last.
    pub version: u32,
    /// What it asked for.
    pub kind: String,
    /// A hash of the question, the same however it is spaced and capitalised.
    pub question_hash: String,
    /// The question as it was asked last; `None` where the server doesn't let it be kept.
    pub question: Option<String>,
    /// Where the passage nearest to it stands.
    pub nearest: Option<(u32, u32)>,
    /// How often it was asked.
    pub times: u32,
    /// When it was asked first, in milliseconds since 1970.
    pub first_at: i64,
    /// When it was asked last.
    pub latest_at: i64,
}

/// In place of an offset where no passage is near.
const NOWHERE: i64 = -1;

impl Server<'_> {
    /// Counts a question that nobody could answer.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn note_gap(&self, asked: Asked<'_>, at: Timestamp) -> Result<(), DeskError> {
        let (from, to) = asked.nearest.map_or((NOWHERE, NOWHERE), |(from, to)| (from.into(), to.into()));
        let words = if asked.keeps_words { storable(asked.question) } else { String::new() };
        let query = self
            .ask(
                "INSERT INTO gaps (server, story, question_hash, kind, question, version, nearest_from, nearest_to, \
                times, first_at, latest_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $9) \
                ON CONFLICT (server, story, question_hash) DO UPDATE SET question = excluded.question, \
                version = excluded.version, nearest_from = excluded.nearest_from, nearest_to = excluded.nearest_to, \
                kind = excluded.kind, times = gaps.times + 1, latest_at = excluded.latest_at",
            )
            .bind(asked.story)
            .bind(question_hash(asked.question))
            .bind(asked.kind)
            .bind(words)
            .bind(i64::from(asked.version))
            .bind(from)
            .bind(to)
            .bind(at.as_millisecond());
        self.desk.wait(query.execute(&self.desk.pool)).map(drop)
    }

    /// The questions that nobody could answer about a story, those asked most often first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn gaps(&self, story: &str, limit: u32) -> Result<Vec<Gap>, DeskError> {
        let asked = self
            .ask(
                "SELECT story, version, kind, question_hash, question, nearest_from, nearest_to, times, first_at, \
                latest_at FROM gaps WHERE server = $1 AND story = $2 \
                ORDER BY times DESC, latest_at DESC, question_hash LIMIT $3",
            )
            .bind(story)
            .bind(i64::from(limit));
        let rows = self.rows(asked)?;
        rows.iter().map(|row| gap(row).map_err(|error| self.desk.error(error))).collect()
    }

    /// The question of a hash.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn gap(&self, story: &str, question_hash: &str) -> Result<Option<Gap>, DeskError> {
        let asked = self.ask("SELECT * FROM gaps WHERE server = $1 AND story = $2 AND question_hash = $3");
        let row = self.row(asked.bind(story).bind(question_hash))?;
        row.map(|row| gap(&row).map_err(|error| self.desk.error(error))).transpose()
    }

    /// Forgets a question by its words, as when it is answered now.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn forget_question(&self, story: &str, question: &str) -> Result<(), DeskError> {
        self.forget_gap(story, &question_hash(question))
    }

    /// Forgets a question, as when it has its answer now.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn forget_gap(&self, story: &str, question_hash: &str) -> Result<(), DeskError> {
        let asked = self.ask("DELETE FROM gaps WHERE server = $1 AND story = $2 AND question_hash = $3");
        let asked = asked.bind(story).bind(question_hash);
        self.desk.wait(asked.execute(&self.desk.pool)).map(drop)
    }
}

fn gap(row: &AnyRow) -> Result<Gap, sqlx::Error> {
    let number = |name: &str| row.try_get::<i64, _>(name);
    let small = |name: &str| number(name).map(|number| u32::try_from(number).unwrap_or_default());
    let question: String = row.try_get("question")?;
    let nearest =
        if number("nearest_from")? == NOWHERE { None } else { Some((small("nearest_from")?, small("nearest_to")?)) };
    Ok(Gap {
        story: row.try_get("story")?,
        version: small("version")?,
        kind: row.try_get("kind")?,
        question_hash: row.try_get("question_hash")?,
        question: (!question.is_empty()).then_some(question),
        nearest,
        times: small("times")?,
        first_at: number("first_at")?,
        latest_at: number("latest_at")?,
    })
}

/// The same for one question however it is spaced, capitalised and ended.
pub(super) fn question_hash(question: &str) -> String {
    let mut hasher = FnvHasher::default();
    for word in normal_form(question).split(' ') {
        hasher.write(word.as_bytes());
        hasher.write(&[0]);
    }
    format!("{:016x}", hasher.finish())
}

/// A question's words in small letters, without marks.
pub fn normal_form(question: &str) -> String {
    let words = question.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_the_same_however_it_is_typed_and_another_is_not() {
        assert_eq!(question_hash("Who owns  the mill?"), question_hash("who owns the mill"));
        assert_ne!(question_hash("who owns the mill"), question_hash("who owns the mills"));
        assert_ne!(question_hash("a bc"), question_hash("ab c"));
    }
}
