//! What is to be done at Discord: written in the same transaction as the change that asks for it, so that it is done even
//! where the process ends in between, and taken by one process at a time. It may be done twice where a process ends right
//! after it, never not at all; whoever does it sees to that.

use jiff::Timestamp;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::change::Change;
use super::server::storable;
use super::{Desk, DeskError, ServerId};

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// For which server.
    pub server: ServerId,
    /// Its number there.
    pub number: i64,
    /// What, in a word.
    pub kind: String,
    /// With what: a number of the server's or an id of Discord's.
    pub subject: String,
    /// Whatever else is needed, as JSON.
    pub body: String,
    /// How often it was tried before.
    pub attempts: u32,
    due: i64,
}

/// How many tasks are taken at once.
const AT_ONCE: i64 = 20;

impl Change<'_> {
    /// Has something done at Discord once the change is made.
    pub async fn enqueue(&mut self, kind: &'static str, subject: &str, body: &str) -> Result<(), DeskError> {
        let number = self.next_number("outbox").await?;
        let asked = self
            .ask(
                "INSERT INTO outbox (server, number, due, attempts, kind, subject, body) \
                VALUES ($1, $2, $3, 0, $4, $5, $6)",
            )
            .bind(number)
            .bind(self.at())
            .bind(kind)
            .bind(storable(subject))
            .bind(storable(body));
        self.execute(asked).await.map(drop)
    }
}

impl Desk {
    /// Takes what is due, so that no other process does it before `until`.
    ///
    /// # Errors
    /// When the database can't be used.
    pub fn take_due(&self, now: Timestamp, until: Timestamp) -> Result<Vec<Task>, DeskError> {
        let due = sqlx::query(
            "SELECT server, number, due, attempts, kind, subject, body FROM outbox WHERE due <= $1 \
            ORDER BY due, server, number LIMIT $2",
        );
        let due = due.bind(now.as_millisecond()).bind(AT_ONCE).fetch_all(&self.pool);
        let mut taken = Vec::new();
        for row in self.wait(due)? {
            let Some(task) = task(&row).map_err(|error| self.error(error))? else { continue };
            if self.postpone(&task, until)? {
                taken.push(Task { due: until.as_millisecond(), ..task });
            }
        }
        Ok(taken)
    }

    /// Has a task done later; whether no other process took it meanwhile.
    ///
    /// # Errors
    /// When the database can't be used.
    pub fn postpone(&self, task: &Task, until: Timestamp) -> Result<bool, DeskError> {
        let asked = task
            .server
            .ask("UPDATE outbox SET due = $4, attempts = attempts + 1 WHERE server = $1 AND number = $2 AND due = $3")
            .bind(task.number)
            .bind(task.due)
            .bind(until.as_millisecond());
        Ok(self.wait(asked.execute(&self.pool))?.rows_affected() > 0)
    }

    /// A task is done, or never can be.
    ///
    /// # Errors
    /// When the database can't be used.
    pub fn finish(&self, task: &Task) -> Result<(), DeskError> {
        let asked = task.server.ask("DELETE FROM outbox WHERE server = $1 AND number = $2").bind(task.number);
        self.wait(asked.execute(&self.pool)).map(drop)
    }
}

/// A row's task; `None` where it is for no server that there can be.
fn task(row: &AnyRow) -> Result<Option<Task>, sqlx::Error> {
    let server: String = row.try_get("server")?;
    let Some(server) = ServerId::read(&server) else { return Ok(None) };
    let attempts: i64 = row.try_get("attempts")?;
    Ok(Some(Task {
        server,
        number: row.try_get("number")?,
        kind: row.try_get("kind")?,
        subject: row.try_get("subject")?,
        body: row.try_get("body")?,
        attempts: u32::try_from(attempts).unwrap_or(u32::MAX),
        due: row.try_get("due")?,
    }))
}
