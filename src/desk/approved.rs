//! Answers that moderators approved for a question: words of the story by their place, or a note of their own. Whether the
//! place still holds these words is not known here.

use sqlx::Row;
use sqlx::any::AnyRow;

use super::DeskError;
use super::change::{By, Recorded};
use super::gaps::{normal_form, question_hash};
use super::server::{Server, storable};

/// What stands behind words that somebody approved or wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Backing {
    /// The words are the story's own, at this place.
    Passage(Place),
    /// They are a person's, and this place of the story bears them out.
    Beside(Place),
    /// They are a person's, and what this address leads to bears them out.
    Link(String),
    /// They are a person's.
    Nothing,
}

/// A place in a version of a story, in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The version.
    pub version: u32,
    /// Where in it.
    pub at: (u32, u32),
}

/// An approved answer as it is given.
#[derive(Clone, Copy, Debug)]
pub struct NewApproved<'a> {
    /// The story.
    pub story: &'a str,
    /// The question as asked.
    pub question: &'a str,
    /// The words.
    pub words: &'a str,
    /// What stands behind them.
    pub backing: &'a Backing,
}

/// An approved answer as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approved {
    /// The question: its words in small letters, without marks.
    pub question: String,
    /// The words.
    pub words: String,
    /// What stands behind them.
    pub backing: Backing,
    /// Who approved it.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

impl Server<'_> {
    /// Keeps an approved answer in place of an earlier one to the same question, which isn't without an answer from then on.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn approve(&self, by: By, new: NewApproved<'_>) -> Result<(), DeskError> {
        let question = storable(&normal_form(new.question));
        self.change(by, async |change| {
            let before = change.ask("SELECT words FROM approved WHERE server = $1 AND story = $2 AND question = $3");
            let before = change.row(before.bind(new.story).bind(question.as_str())).await?;
            let was: String = match before {
                Some(row) => change.read(row.try_get(0))?,
                None => String::new(),
            };
            let kept = change
                .ask(
                    "INSERT INTO approved (server, story, question, words, source, who, at) \
                    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (server, story, question) DO UPDATE SET \
                    words = excluded.words, source = excluded.source, who = excluded.who, at = excluded.at",
                )
                .bind(new.story)
                .bind(question.as_str())
                .bind(storable(new.words))
                .bind(storable(&new.backing.written()))
                .bind(change.who())
                .bind(change.at());
            change.execute(kept).await?;
            let gap = change.ask("DELETE FROM gaps WHERE server = $1 AND story = $2 AND question_hash = $3");
            change.execute(gap.bind(new.story).bind(question_hash(new.question))).await?;
            let subject = format!("answer to {question:?} of {}", new.story);
            change.record(Recorded { what: "approve", subject: &subject, was: &was, became: new.words }).await
        })
    }

    /// Takes an approved answer back; whether there was one.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn withdraw_approved(&self, by: By, story: &str, question: &str) -> Result<bool, DeskError> {
        let question = storable(&normal_form(question));
        self.change(by, async |change| {
            let asked = change.ask("DELETE FROM approved WHERE server = $1 AND story = $2 AND question = $3");
            let was_there = change.execute(asked.bind(story).bind(question.as_str())).await? > 0;
            let subject = format!("answer to {question:?} of {story}");
            let was = if was_there { "approved" } else { "" };
            change.record(Recorded { what: "withdraw", subject: &subject, was, became: "" }).await?;
            Ok(was_there)
        })
    }

    /// The approved answers about a story, by their questions.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn approved(&self, story: &str) -> Result<Vec<Approved>, DeskError> {
        let asked = self.ask(
            "SELECT question, words, source, who, at FROM approved WHERE server = $1 AND story = $2 ORDER BY question",
        );
        let rows = self.rows(asked.bind(story))?;
        rows.iter().map(|row| approved(row).map_err(|error| self.desk.error(error))).collect()
    }
}

fn approved(row: &AnyRow) -> Result<Approved, sqlx::Error> {
    let source: String = row.try_get("source")?;
    Ok(Approved {
        question: row.try_get("question")?,
        words: row.try_get("words")?,
        backing: Backing::read(&source),
        who: row.try_get("who")?,
        at: row.try_get("at")?,
    })
}

impl Backing {
    /// As it stands in the database.
    pub(super) fn written(&self) -> String {
        let place = |Place { version, at: (start, end) }: &Place| format!("{version}:{start}-{end}");
        match self {
            Self::Passage(at) => format!("passage {}", place(at)),
            Self::Beside(at) => format!("beside {}", place(at)),
            Self::Link(address) => address.clone(),
            Self::Nothing => String::new(),
        }
    }

    /// What stands in the database; what a later release wrote otherwise is taken for nothing.
    pub(super) fn read(written: &str) -> Self {
        let place = |written: &str| {
            let (version, at) = written.split_once(':')?;
            let (start, end) = at.split_once('-')?;
            Some(Place { version: version.parse().ok()?, at: (start.parse().ok()?, end.parse().ok()?) })
        };
        match written.split_once(' ') {
            Some(("passage", rest)) => place(rest).map_or(Self::Nothing, Self::Passage),
            Some(("beside", rest)) => place(rest).map_or(Self::Nothing, Self::Beside),
            _ if written.is_empty() => Self::Nothing,
            _ => Self::Link(written.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_words_is_read_as_it_was_written() {
        let at = Place { version: 2, at: (10, 30) };
        let link = Backing::Link("https://example.org/a b".to_owned());
        for backing in [Backing::Passage(at), Backing::Beside(at), link, Backing::Nothing] {
            assert_eq!(Backing::read(&backing.written()), backing);
        }
        assert_eq!(Backing::read("passage 2:ten"), Backing::Nothing);
    }
}
