//! Summaries that were posted: each once, however often it is asked for, where it stands, what it shows and what has
//! changed in it since. What a summary says is not known here.

use serde::{Deserialize, Serialize};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::change::{By, Change, Recorded};
use super::server::{Server, storable};
use super::{Desk, DeskError, ServerId};

/// A summary that is to be posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPost {
    /// What asks for it: the preview or the time of a schedule; one of the same is posted once.
    pub origin: String,
    /// The channel.
    pub channel: u64,
    /// The story.
    pub story: String,
    /// Its version.
    pub version: u32,
    /// How many sentences it has.
    pub sentences: u32,
    /// What it shows of the story.
    pub shown: String,
    /// Whether it is to be pinned.
    pub is_pinned: bool,
}

/// A summary as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Its number.
    pub number: i64,
    /// When it was asked for, in milliseconds since 1970.
    pub at: i64,
    /// Who asked for it.
    pub who: String,
    /// What was asked for; story's version and what is shown are those of now.
    pub new: NewPost,
    /// The message that it stands in; `None` until Discord has it.
    pub message: Option<u64>,
    /// What has changed in it since it was posted, oldest first.
    pub changes: Vec<ChangeTold>,
    /// How it stands.
    pub state: PostState,
}

/// How a posted summary stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostState {
    /// Discord doesn't have it yet.
    Waiting,
    /// It stands.
    Stands,
    /// Somebody has deleted its message.
    Gone,
    /// Discord doesn't let it be posted.
    Refused,
}

/// What changed in a summary with a version of its story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeTold {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// With which version.
    pub version: u32,
    /// In what; nothing where the version says all that is shown as before.
    pub differences: Vec<DifferenceTold>,
}

/// A difference between two versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DifferenceTold {
    /// What differs, in a word.
    pub of: String,
    /// The words before; empty where there were none.
    pub was: String,
    /// The words now; empty where there are none.
    pub became: String,
}

/// Tasks at Discord that posts lead to.
pub mod tasks {
    /// Post a summary, and pin it where that is wished.
    pub const POST: &str = "post";
    /// Show in a posted summary what it has become.
    pub const CHANGE: &str = "post changed";
    /// Tell who posted what Discord doesn't let be done.
    pub const REFUSED: &str = "post refused";
}

/// What Discord doesn't allow, in a word.
pub const NOT_POSTED: &str = "not posted";
/// See `NOT_POSTED`.
pub const NOT_PINNED: &str = "not pinned";
/// See `NOT_POSTED`.
pub const NOT_CHANGED: &str = "not changed";

/// How many changes are kept of a summary; the audit log has them all.
const CHANGES: usize = 4;

impl PostState {
    /// In a word, as it is kept.
    const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Stands => "stands",
            Self::Gone => "gone",
            Self::Refused => "refused",
        }
    }

    fn of(word: &str) -> Self {
        let all = [Self::Waiting, Self::Stands, Self::Gone, Self::Refused];
        all.into_iter().find(|state| state.word() == word).unwrap_or(Self::Gone)
    }
}

impl Server<'_> {
    /// Has a summary posted; its number, which is the first one's where the same was asked for before.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn post(&self, by: By, new: &NewPost) -> Result<i64, DeskError> {
        let posted = self.change_if(by, async |change| {
            if earlier(change, &new.origin).await?.is_some() {
                return Ok(None);
            }
            let who = change.who();
            insert(change, new, &who).await.map(Some)
        })?;
        match posted {
            Some(number) => Ok(number),
            None => {
                let row = self.row(self.ask(OF_ORIGIN).bind(storable(&new.origin)))?;
                let number = row.map(|row| row.try_get(0).map_err(|error| self.desk.error(error)));
                Ok(number.transpose()?.unwrap_or_default())
            }
        }
    }

    /// The summary of a number.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn post_numbered(&self, number: i64) -> Result<Option<Post>, DeskError> {
        let row = self.row(self.ask("SELECT * FROM posts WHERE server = $1 AND number = $2").bind(number))?;
        row.map(|row| post(&row).map_err(|error| self.desk.error(error))).transpose()
    }

    /// Discord has a summary, as this message.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn note_posted(&self, number: i64, message: u64) -> Result<(), DeskError> {
        let words = "UPDATE posts SET message = $3, state = $4 WHERE server = $1 AND number = $2 AND state = 'waiting'";
        let asked = self.ask(words).bind(number).bind(message.to_string()).bind(PostState::Stands.word());
        self.desk.wait(asked.execute(&self.desk.pool)).map(drop)
    }

    /// A summary stands no more: its message was deleted.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn note_gone(&self, by: By, number: i64) -> Result<(), DeskError> {
        let gone = self.change_if(by, async |change| {
            let words = "UPDATE posts SET state = 'gone' WHERE server = $1 AND number = $2 AND state = 'stands'";
            let asked = change.ask(words).bind(number);
            if change.execute(asked).await? == 0 {
                return Ok(None);
            }
            let recorded =
                Recorded { what: "gone", subject: &subject(number), was: "stands", became: "deleted in Discord" };
            change.record(recorded).await.map(Some)
        });
        gone.map(drop)
    }

    /// Discord lets a summary be posted never; who asked for it is told.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn note_refused(&self, by: By, number: i64) -> Result<(), DeskError> {
        let words = "UPDATE posts SET state = 'refused' WHERE server = $1 AND number = $2 AND state = 'waiting'";
        self.refuse(by, number, words, NOT_POSTED)
    }

    /// Discord lets a summary be pinned never; who asked for it is told.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn note_unpinned(&self, by: By, number: i64) -> Result<(), DeskError> {
        let words = "UPDATE posts SET pinned = 0 WHERE server = $1 AND number = $2 AND pinned = 1";
        self.refuse(by, number, words, NOT_PINNED)
    }

    /// Discord doesn't let a posted summary be changed; who asked for it is told.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn note_unchanged(&self, by: By, number: i64) -> Result<(), DeskError> {
        let words = "UPDATE posts SET changes = changes WHERE server = $1 AND number = $2 AND state = 'stands'";
        self.refuse(by, number, words, NOT_CHANGED)
    }

    fn refuse(&self, by: By, number: i64, words: &str, what: &'static str) -> Result<(), DeskError> {
        let refused = self.change_if(by, async |change| {
            let asked = change.ask(words).bind(number);
            if change.execute(asked).await? == 0 {
                return Ok(None);
            }
            change.enqueue(tasks::REFUSED, &number.to_string(), what).await?;
            let became = "Discord doesn't allow it";
            change.record(Recorded { what, subject: &subject(number), was: "", became }).await.map(Some)
        });
        refused.map(drop)
    }

    /// A summary shows another version of its story from now on; whether no other process has said so before.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn change_post(&self, by: By, before: &Post, shown: &str, told: &ChangeTold) -> Result<bool, DeskError> {
        let mut changes = before.changes.clone();
        changes.push(told.clone());
        let changes = &changes[changes.len().saturating_sub(CHANGES)..];
        let changes = serde_json::to_string(changes).unwrap_or_default();
        let changed = self.change_if(by, async |change| {
            let asked = change
                .ask(
                    "UPDATE posts SET version = $4, shown = $5, changes = $6, changed_at = $7 \
                    WHERE server = $1 AND number = $2 AND version = $3 AND shown = $8 AND state = 'stands'",
                )
                .bind(before.number)
                .bind(i64::from(before.new.version))
                .bind(i64::from(told.version))
                .bind(storable(shown))
                .bind(storable(&changes))
                .bind(change.at())
                .bind(before.new.shown.as_str());
            if change.execute(asked).await? == 0 {
                return Ok(None);
            }
            let number = before.number.to_string();
            change.enqueue(tasks::CHANGE, &number, "").await?;
            let was = side(before.new.version, told, |difference| &difference.was);
            let became = side(told.version, told, |difference| &difference.became);
            let recorded = Recorded { what: "change", subject: &subject(before.number), was: &was, became: &became };
            change.record(recorded).await.map(Some)
        });
        Ok(changed?.is_some())
    }
}

/// One side of a change, for the audit log.
fn side(version: u32, told: &ChangeTold, words: impl Fn(&DifferenceTold) -> &String) -> String {
    let differences = told.differences.iter().map(|difference| format!("{}: {}", difference.of, words(difference)));
    let differences: Vec<String> = [format!("version {version}")].into_iter().chain(differences).collect();
    differences.join("; ")
}

impl Desk {
    /// The versions of stories that summaries show which stand, in any server.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn posted_versions(&self) -> Result<Vec<(String, u32)>, DeskError> {
        self.versions("SELECT DISTINCT story, version FROM posts WHERE state = 'stands'")
    }

    /// The stories and versions that a query finds.
    pub(super) fn versions(&self, words: &str) -> Result<Vec<(String, u32)>, DeskError> {
        let rows = self.wait(sqlx::query(words).fetch_all(&self.pool))?;
        let version = |row: &AnyRow| {
            let (story, version): (String, i64) = (row.try_get("story")?, row.try_get("version")?);
            Ok((story, u32::try_from(version).unwrap_or_default()))
        };
        rows.iter().map(|row| version(row).map_err(|error| self.error(error))).collect()
    }

    /// Every summary that stands and shows this version of a story, by its server and number.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn posts_of(&self, story: &str, version: u32) -> Result<Vec<(ServerId, i64)>, DeskError> {
        let words = "SELECT server, number FROM posts WHERE state = 'stands' AND story = $1 AND version = $2";
        let asked = sqlx::query(words).bind(story).bind(i64::from(version));
        let rows = self.wait(asked.fetch_all(&self.pool))?;
        let standing = |row: &AnyRow| {
            let server: String = row.try_get("server")?;
            let number = row.try_get("number")?;
            Ok(ServerId::read(&server).map(|server| (server, number)))
        };
        let read = rows.iter().map(|row| standing(row).map_err(|error| self.error(error)));
        read.filter_map(Result::transpose).collect()
    }
}

const OF_ORIGIN: &str = "SELECT number FROM posts WHERE server = $1 AND origin = $2";

async fn earlier(change: &mut Change<'_>, origin: &str) -> Result<Option<AnyRow>, DeskError> {
    let asked = change.ask(OF_ORIGIN).bind(storable(origin));
    change.row(asked).await
}

/// Keeps a summary and has it posted; its number.
pub(super) async fn insert(change: &mut Change<'_>, new: &NewPost, who: &str) -> Result<i64, DeskError> {
    let number = change.next_number("post").await?;
    let asked = change
        .ask(
            "INSERT INTO posts (server, number, at, who, channel, message, story, version, sentences, shown, pinned, \
            changed_at, state, origin, changes) VALUES ($1, $2, $3, $4, $5, '', $6, $7, $8, $9, $10, 0, $11, $12, '')",
        )
        .bind(number)
        .bind(change.at())
        .bind(storable(who))
        .bind(new.channel.to_string())
        .bind(storable(&new.story))
        .bind(i64::from(new.version))
        .bind(i64::from(new.sentences))
        .bind(storable(&new.shown))
        .bind(i64::from(new.is_pinned))
        .bind(PostState::Waiting.word())
        .bind(storable(&new.origin));
    change.execute(asked).await?;
    change.enqueue(tasks::POST, &number.to_string(), "").await?;
    let subject = format!("{} of {} in channel {}", subject(number), new.story, new.channel);
    change.record(Recorded { what: "post", subject: &subject, was: "", became: &new.shown }).await?;
    Ok(number)
}

/// A summary as the audit log calls it.
fn subject(number: i64) -> String {
    format!("summary {number}")
}

fn post(row: &AnyRow) -> Result<Post, sqlx::Error> {
    let words = |name: &str| row.try_get::<String, _>(name);
    let number = |name: &str| row.try_get::<i64, _>(name);
    let small = |name: &str| number(name).map(|number| u32::try_from(number).unwrap_or_default());
    Ok(Post {
        number: number("number")?,
        at: number("at")?,
        who: words("who")?,
        new: NewPost {
            origin: words("origin")?,
            channel: words("channel")?.parse().unwrap_or_default(),
            story: words("story")?,
            version: small("version")?,
            sentences: small("sentences")?,
            shown: words("shown")?,
            is_pinned: number("pinned")? != 0,
        },
        message: words("message")?.parse().ok(),
        changes: serde_json::from_str(&words("changes")?).unwrap_or_default(),
        state: PostState::of(&words("state")?),
    })
}
