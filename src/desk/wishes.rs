//! Who wishes to be told when an answer changes, with the question and what was answered. It is the member's own: no
//! entry in the audit log, which moderators read, tells of it.

use serde_json::json;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::change::By;
use super::server::{Server, storable};
use super::{Desk, DeskError, ServerId};

/// A wish to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewWish {
    /// The story asked.
    pub story: String,
    /// Its version.
    pub version: u32,
    /// The question.
    pub question: String,
    /// What was answered, so that another answer can be told from it.
    pub shown: String,
    /// Where the answer stands for everybody; `None` where only the member sees it.
    pub place: Option<(u64, u64)>,
}

/// A wish as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Its number.
    pub number: i64,
    /// Whose it is.
    pub member: u64,
    /// What was wished.
    pub new: NewWish,
}

/// The task at Discord to tell a member that an answer has changed.
pub const TELL_CHANGE: &str = "answer changed";

/// The most wishes of a member in a server.
pub const MOST_WISHES: usize = 50;

/// What became of a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wished {
    /// It is kept.
    Kept,
    /// It was kept before, and is taken back.
    TakenBack,
    /// The member has too many.
    TooMany,
}

impl Server<'_> {
    /// Keeps a wish, or takes the same one back.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn wish(&self, by: By, new: &NewWish) -> Result<Wished, DeskError> {
        let wished = self.keep(by, async |change| {
            // Taken first, so that two presses at once wait for each other.
            let number = change.next_number("wish").await?;
            let words = "DELETE FROM wishes WHERE server = $1 AND member = $2 AND story = $3 AND question = $4";
            let asked = change.ask(words).bind(change.who()).bind(storable(&new.story)).bind(storable(&new.question));
            if change.execute(asked).await? > 0 {
                return Ok(Some(Wished::TakenBack));
            }
            let asked = change.ask("SELECT number FROM wishes WHERE server = $1 AND member = $2").bind(change.who());
            if change.rows(asked).await?.len() >= MOST_WISHES {
                return Ok(None);
            }
            let (channel, message) = new.place.unzip();
            let id = |id: Option<u64>| id.map(|id| id.to_string()).unwrap_or_default();
            let asked = change
                .ask(
                    "INSERT INTO wishes (server, number, at, member, channel, message, story, version, question, shown) \
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                )
                .bind(number)
                .bind(change.at())
                .bind(change.who())
                .bind(id(channel))
                .bind(id(message))
                .bind(storable(&new.story))
                .bind(i64::from(new.version))
                .bind(storable(&new.question))
                .bind(storable(&new.shown));
            change.execute(asked).await?;
            Ok(Some(Wished::Kept))
        })?;
        Ok(wished.unwrap_or(Wished::TooMany))
    }

    /// A member's wishes, oldest first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn wishes_of(&self, member: u64) -> Result<Vec<Wish>, DeskError> {
        let asked = self.ask("SELECT * FROM wishes WHERE server = $1 AND member = $2 ORDER BY number");
        let rows = self.rows(asked.bind(member.to_string()))?;
        rows.iter().map(|row| wish(row).map_err(|error| self.desk.error(error))).collect()
    }

    /// The wish of a number.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn wish_numbered(&self, number: i64) -> Result<Option<Wish>, DeskError> {
        let row = self.row(self.ask("SELECT * FROM wishes WHERE server = $1 AND number = $2").bind(number))?;
        row.map(|row| wish(&row).map_err(|error| self.desk.error(error))).transpose()
    }

    /// What a wish is about was looked at in another version; where it is answered otherwise now, the member is told.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn look_after_wish(&self, by: By, before: &Wish, version: u32, shown: &str) -> Result<(), DeskError> {
        let looked = self.keep(by, async |change| {
            let words = "UPDATE wishes SET version = $4, shown = $5 \
                WHERE server = $1 AND number = $2 AND version = $3 AND shown = $6";
            let asked = change.ask(words).bind(before.number).bind(i64::from(before.new.version));
            let asked = asked.bind(i64::from(version)).bind(storable(shown)).bind(before.new.shown.as_str());
            if change.execute(asked).await? == 0 {
                return Ok(None);
            }
            if before.new.shown != shown {
                let body = json!({"was": before.new.shown, "version": version}).to_string();
                change.enqueue(TELL_CHANGE, &before.number.to_string(), &body).await?;
            }
            Ok(Some(()))
        });
        looked.map(drop)
    }
}

impl Desk {
    /// The versions of stories that wishes are about, in any server.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn wished_versions(&self) -> Result<Vec<(String, u32)>, DeskError> {
        self.versions("SELECT DISTINCT story, version FROM wishes")
    }

    /// Every wish about a version of a story, in any server.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn wishes_about(&self, story: &str, version: u32) -> Result<Vec<(ServerId, Wish)>, DeskError> {
        let asked =
            sqlx::query("SELECT * FROM wishes WHERE story = $1 AND version = $2 ORDER BY question, server, number");
        let rows = self.wait(asked.bind(story).bind(i64::from(version)).fetch_all(&self.pool))?;
        let owned = |row: &AnyRow| {
            let server: String = row.try_get("server")?;
            let wish = wish(row)?;
            Ok(ServerId::read(&server).map(|server| (server, wish)))
        };
        let read = rows.iter().map(|row| owned(row).map_err(|error| self.error(error)));
        read.filter_map(Result::transpose).collect()
    }
}

fn wish(row: &AnyRow) -> Result<Wish, sqlx::Error> {
    let words = |name: &str| row.try_get::<String, _>(name);
    let id = |name: &str| words(name).map(|id| id.parse::<u64>().ok());
    let version: i64 = row.try_get("version")?;
    Ok(Wish {
        number: row.try_get("number")?,
        member: id("member")?.unwrap_or_default(),
        new: NewWish {
            story: words("story")?,
            version: u32::try_from(version).unwrap_or_default(),
            question: words("question")?,
            shown: words("shown")?,
            place: id("channel")?.zip(id("message")?),
        },
    })
}
