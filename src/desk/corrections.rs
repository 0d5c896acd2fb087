//! Attributions and figures that somebody corrected by hand: who, when, why, and which words of the story stood there, so
//! that a reader of another version can see whether they still do. How a correction changes what is shown is not known
//! here.

use sqlx::Row;
use sqlx::any::AnyRow;

use super::change::{By, Recorded};
use super::server::{Server, storable};
use super::{Desk, DeskError, ServerId};

/// What was corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Somebody's words.
    Statement,
    /// A number, a share, a sum.
    Figure,
}

/// A correction as it is given.
#[derive(Clone, Copy, Debug)]
pub struct NewCorrection<'a> {
    /// The story.
    pub story: &'a str,
    /// The version that was read.
    pub version: u32,
    /// What is corrected.
    pub kind: Kind,
    /// Where it stands, in Unicode scalar values of the story's file.
    pub place: (u32, u32),
    /// The words that stand there.
    pub words: &'a str,
    /// What of it is wrong, in a word: `speaker`, `value` …
    pub field: &'a str,
    /// What was read.
    pub was: &'a str,
    /// What it should have been.
    pub became: &'a str,
    /// Why.
    pub why: &'a str,
}

/// A correction as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Its number.
    pub number: i64,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Who.
    pub who: String,
    /// Why.
    pub why: String,
    /// The story.
    pub story: String,
    /// The version that was read.
    pub version: u32,
    /// What was corrected.
    pub kind: Kind,
    /// Where it stood.
    pub place: (u32, u32),
    /// The words that stood there.
    pub words: String,
    /// What of it was wrong.
    pub field: String,
    /// What was read.
    pub was: String,
    /// What it should have been.
    pub became: String,
}

/// Of a correction that holds; one that was taken back is kept as `withdrawn`.
const HOLDS: &str = "holds";

impl Server<'_> {
    /// Keeps a correction, and says its number. An earlier one of the same field in the same place is replaced.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn correct(&self, by: By, new: NewCorrection<'_>) -> Result<i64, DeskError> {
        self.change(by, async |change| {
            let (starts, ends) = (i64::from(new.place.0), i64::from(new.place.1));
            let earlier = change
                .ask(
                    "UPDATE corrections SET state = 'replaced' WHERE server = $1 AND story = $2 AND kind = $3 \
                    AND field = $4 AND starts = $5 AND ends = $6 AND version = $7 AND state = 'holds'",
                )
                .bind(new.story)
                .bind(new.kind.word())
                .bind(new.field)
                .bind(starts)
                .bind(ends)
                .bind(i64::from(new.version));
            change.execute(earlier).await?;
            let number = change.next_number("correction").await?;
            let kept = change
                .ask(
                    "INSERT INTO corrections (server, number, at, who, why, story, version, kind, starts, ends, words, \
                    field, was, became, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
                )
                .bind(number)
                .bind(change.at())
                .bind(change.who())
                .bind(storable(new.why))
                .bind(new.story)
                .bind(i64::from(new.version))
                .bind(new.kind.word())
                .bind(starts)
                .bind(ends)
                .bind(storable(new.words))
                .bind(new.field)
                .bind(storable(new.was))
                .bind(storable(new.became))
                .bind(HOLDS);
            change.execute(kept).await?;
            let subject = format!("correction {number}: {} of {}", new.field, new.story);
            change.record(Recorded { what: "correct", subject: &subject, was: new.was, became: new.became }).await?;
            Ok(number)
        })
    }

    /// Takes a correction back; whether there was one that held.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn withdraw_correction(&self, by: By, number: i64) -> Result<bool, DeskError> {
        self.change(by, async |change| {
            let asked = change
                .ask("UPDATE corrections SET state = 'withdrawn' WHERE server = $1 AND number = $2 AND state = 'holds'")
                .bind(number);
            let held = change.execute(asked).await? > 0;
            let subject = format!("correction {number}");
            let (was, became) = if held { (HOLDS, "withdrawn") } else { ("", "") };
            change.record(Recorded { what: "withdraw", subject: &subject, was, became }).await?;
            Ok(held)
        })
    }

    /// Notes that the text under a correction changed, and has the moderators told.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn flag_correction(&self, by: By, correction: &Correction) -> Result<(), DeskError> {
        self.change(by, async |change| {
            change.enqueue(TEXT_CHANGED, &correction.number.to_string(), &correction.story).await?;
            let subject = format!("correction {}", correction.number);
            let became = "the text under it changed";
            change.record(Recorded { what: "flag", subject: &subject, was: HOLDS, became }).await
        })
    }

    /// The corrections of a story that hold, in the order in which they were made, whichever version they were made of.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn corrections(&self, story: &str) -> Result<Vec<Correction>, DeskError> {
        let asked = self
            .ask(
                "SELECT number, at, who, why, story, version, kind, starts, ends, words, field, was, became \
                FROM corrections WHERE server = $1 AND story = $2 AND state = 'holds' ORDER BY number",
            )
            .bind(story);
        let rows = self.rows(asked)?;
        rows.iter().map(|row| correction(row).map_err(|error| self.desk.error(error))).collect()
    }
}

impl Desk {
    /// The corrections that hold in every server, of one story or of all; only for what the program itself does with them.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn corrections_everywhere(&self, story: Option<&str>) -> Result<Vec<(ServerId, Correction)>, DeskError> {
        let asked = sqlx::query(
            "SELECT server, number, at, who, why, story, version, kind, starts, ends, words, field, was, became \
            FROM corrections WHERE state = 'holds' ORDER BY server, number",
        );
        let rows = self.wait(asked.fetch_all(&self.pool))?;
        let mut kept = Vec::new();
        for row in &rows {
            let server: String = row.try_get("server").map_err(|error| self.error(error))?;
            let correction = correction(row).map_err(|error| self.error(error))?;
            let is_meant = story.is_none_or(|story| story == correction.story);
            kept.extend(ServerId::read(&server).filter(|_| is_meant).map(|server| (server, correction)));
        }
        Ok(kept)
    }
}

/// The task at Discord to tell moderators that the text under a correction changed.
pub const TEXT_CHANGED: &str = "correction-changed";

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Figure => "figure",
        }
    }
}

fn correction(row: &AnyRow) -> Result<Correction, sqlx::Error> {
    let small = |name: &str| row.try_get::<i64, _>(name).map(|number| u32::try_from(number).unwrap_or_default());
    let kind: String = row.try_get("kind")?;
    Ok(Correction {
        number: row.try_get("number")?,
        at: row.try_get("at")?,
        who: row.try_get("who")?,
        why: row.try_get("why")?,
        story: row.try_get("story")?,
        version: small("version")?,
        kind: if kind == Kind::Figure.word() { Kind::Figure } else { Kind::Statement },
        place: (small("starts")?, small("ends")?),
        words: row.try_get("words")?,
        field: row.try_get("field")?,
        was: row.try_get("was")?,
        became: row.try_get("became")?,
    })
}
