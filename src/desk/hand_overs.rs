//! Questions that a member handed over to people: kept with who asked, answered once, with what stands behind the answer.

use serde_json::json;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::change::{By, Recorded};
use super::gaps::question_hash;
use super::server::{Server, storable};
use super::{Backing, DeskError};

/// A question as it is handed over.
#[derive(Clone, Copy, Debug)]
pub struct NewHandOver<'a> {
    /// The story that it was put to.
    pub story: &'a str,
    /// The version of it.
    pub version: u32,
    /// The question.
    pub question: &'a str,
    /// The channel that it was asked in.
    pub channel: u64,
    /// The sentences nearest to it, as a word.
    pub nearest: &'a str,
}

/// A question that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// Its number.
    pub number: i64,
    /// Who asked.
    pub member: u64,
    /// The channel that it was asked in.
    pub channel: u64,
    /// The story.
    pub story: String,
    /// The question.
    pub question: String,
    /// The answer, once there is one.
    pub answer: Option<PersonsAnswer>,
}

/// A person's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonsAnswer {
    /// Its words.
    pub words: String,
    /// What stands behind them.
    pub backing: Backing,
    /// Whose it is.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// The task at Discord to show a question to the moderators, with a thread of its own.
pub const HANDED_OVER: &str = "hand-over";
/// The task at Discord to tell who asked what a person answered.
pub const ANSWERED_BY_PERSON: &str = "hand-over-answer";

/// How many questions of one member may wait for an answer at once.
pub const MOST_WAITING: i64 = 5;

const ONE: &str = "SELECT * FROM hand_overs WHERE server = $1 AND number = $2";

impl Server<'_> {
    /// Keeps a question and has it shown to the moderators; its number. The same question of the same member that waits is
    /// the first; `None` where too many of theirs wait.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn hand_over(&self, by: By, new: NewHandOver<'_>) -> Result<Option<i64>, DeskError> {
        let question = storable(new.question);
        self.change(by, async |change| {
            let waiting =
                change.ask("SELECT number, story, question FROM hand_overs WHERE server = $1 AND member = $2 AND decided_at = 0");
            let waiting = change.rows(waiting.bind(change.who())).await?;
            let mut earlier = None;
            for row in &waiting {
                let (story, asked): (String, String) =
                    (change.read(row.try_get("story"))?, change.read(row.try_get("question"))?);
                if story == new.story && asked == question {
                    earlier = Some(change.read(row.try_get("number"))?);
                }
            }
            let is_too_many = i64::try_from(waiting.len()).unwrap_or(i64::MAX) >= MOST_WAITING;
            if earlier.is_some() || is_too_many {
                let subject = earlier.map(|number: i64| format!("question {number}")).unwrap_or_default();
                change.record(Recorded { what: "ask the desk again", subject: &subject, was: "", became: "" }).await?;
                return Ok(earlier);
            }
            let number = change.next_number("hand-over").await?;
            let kept = change
                .ask(
                    "INSERT INTO hand_overs (server, number, at, member, channel, thread, story, question, words, source, \
                    who, decided_at) VALUES ($1, $2, $3, $4, $5, '', $6, $7, '', '', '', 0)",
                )
                .bind(number)
                .bind(change.at())
                .bind(change.who())
                .bind(new.channel.to_string())
                .bind(new.story)
                .bind(question.as_str());
            change.execute(kept).await?;
            let body = json!({"version": new.version, "nearest": new.nearest}).to_string();
            change.enqueue(HANDED_OVER, &number.to_string(), &body).await?;
            // The question itself isn't in the log, which stays when a member has their data deleted.
            let subject = format!("question {number} about {}", new.story);
            change.record(Recorded { what: "ask the desk", subject: &subject, was: "", became: "" }).await?;
            Ok(Some(number))
        })
    }

    /// The question of a number.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn handed_over(&self, number: i64) -> Result<Option<HandOver>, DeskError> {
        let row = self.row(self.ask(ONE).bind(number))?;
        row.map(|row| hand_over(&row).map_err(|error| self.desk.error(error))).transpose()
    }

    /// Keeps in which thread a question is spoken of.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn note_thread(&self, number: i64, thread: u64) -> Result<(), DeskError> {
        let asked = self.ask("UPDATE hand_overs SET thread = $3 WHERE server = $1 AND number = $2");
        let asked = asked.bind(number).bind(thread.to_string());
        self.desk.wait(asked.execute(&self.desk.pool)).map(drop)
    }

    /// Answers a question that waits, and has who asked told; `None` where there is none, or it was answered before. It
    /// isn't without an answer from then on.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn answer_by_person(
        &self,
        by: By,
        number: i64,
        words: &str,
        backing: &Backing,
    ) -> Result<Option<HandOver>, DeskError> {
        self.change(by, async |change| {
            let asked = change
                .ask(
                    "UPDATE hand_overs SET words = $3, source = $4, who = $5, decided_at = $6 \
                    WHERE server = $1 AND number = $2 AND decided_at = 0",
                )
                .bind(number)
                .bind(storable(words))
                .bind(storable(&backing.written()))
                .bind(change.who())
                .bind(change.at());
            let is_first = change.execute(asked).await? > 0;
            let subject = format!("question {number}");
            let became = if is_first { words } else { "" };
            change.record(Recorded { what: "answer", subject: &subject, was: "", became }).await?;
            let row = change.ask(ONE).bind(number);
            let row = if is_first { change.row(row).await? } else { None };
            let Some(row) = row else { return Ok(None) };
            let answered = change.read(hand_over(&row))?;
            let gap = change.ask("DELETE FROM gaps WHERE server = $1 AND story = $2 AND question_hash = $3");
            let hash = question_hash(&answered.question);
            change.execute(gap.bind(answered.story.as_str()).bind(hash)).await?;
            change.enqueue(ANSWERED_BY_PERSON, &number.to_string(), "").await?;
            Ok(Some(answered))
        })
    }
}

fn hand_over(row: &AnyRow) -> Result<HandOver, sqlx::Error> {
    let words = |name: &str| row.try_get::<String, _>(name);
    let id = |name: &str| words(name).map(|id| id.parse().unwrap_or_default());
    let at: i64 = row.try_get("decided_at")?;
    let answer =
        PersonsAnswer { words: words("words")?, backing: Backing::read(&words("source")?), who: words("who")?, at };
    Ok(HandOver {
        number: row.try_get("number")?,
        member: id("member")?,
        channel: id("channel")?,
        story: words("story")?,
        question: words("question")?,
        answer: (at > 0).then_some(answer),
    })
}
