//! A change of what a server keeps: everything in it and its entry in the audit log happen together or not at all.

use std::fmt;

use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use super::audit::SHOW_CHANGE;
use super::server::{Asked, Server, ServerId, storable};
use super::{Desk, DeskError, Setting};

/// Who changes something, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By {
    /// Who.
    pub who: Who,
    /// When.
    pub at: Timestamp,
}

/// Who does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// A member of Discord's.
    Member(u64),
    /// Whoever sits at the machine.
    Operator,
    /// The program itself: at a time that was set, or since a story has changed.
    Program,
}

impl fmt::Display for Who {
    /// As it stands in the database.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Member(id) => write!(formatter, "{id}"),
            Self::Operator => formatter.write_str("operator"),
            Self::Program => formatter.write_str("verbatim"),
        }
    }
}

/// What stands in the audit log of a change.
pub struct Recorded<'r> {
    /// What was done, in a word.
    pub what: &'static str,
    /// To what.
    pub subject: &'r str,
    /// How it was before; empty where there was nothing.
    pub was: &'r str,
    /// How it is now; empty where there is nothing.
    pub became: &'r str,
}

/// In place of a member who wishes to be forgotten.
pub(super) const FORGOTTEN: &str = "forgotten";

/// A change under way.
pub(super) struct Change<'c> {
    desk: &'c Desk,
    server: ServerId,
    by: By,
    /// Its number in the audit log.
    number: i64,
    connection: &'c mut AnyConnection,
}

impl Server<'_> {
    /// Does something as one change; nothing of it stays where it fails.
    pub(super) fn change<T>(
        &self,
        by: By,
        work: impl AsyncFnOnce(&mut Change<'_>) -> Result<T, DeskError>,
    ) -> Result<T, DeskError> {
        let desk = self.desk;
        let changed = desk.wait_for(desk.transact(async |connection| {
            let mut change = Change { desk, server: self.id, by, number: 0, connection };
            change.number = change.next_number("audit").await?;
            work(&mut change).await
        }));
        // Also where it failed: whether it did isn't known where the connection broke.
        desk.rules.forget(self.id);
        changed
    }
}

/// Why a change isn't made.
enum Undone {
    /// There is nothing to change, or another process was quicker.
    Needless,
    Failed(DeskError),
}

impl From<DeskError> for Undone {
    fn from(error: DeskError) -> Self {
        Self::Failed(error)
    }
}

impl Server<'_> {
    /// Does something as one change where it has something to do; where it returns `None`, nothing of it stays, nor an
    /// entry in the audit log.
    pub(super) fn change_if<T>(
        &self,
        by: By,
        work: impl AsyncFnOnce(&mut Change<'_>) -> Result<Option<T>, DeskError>,
    ) -> Result<Option<T>, DeskError> {
        self.keep(by, async |change| {
            change.number = change.next_number("audit").await?;
            work(change).await
        })
    }

    /// Does something of a member's own as one transaction, without an entry in the audit log, which moderators read;
    /// where it returns `None`, nothing of it stays.
    pub(super) fn keep<T>(
        &self,
        by: By,
        work: impl AsyncFnOnce(&mut Change<'_>) -> Result<Option<T>, DeskError>,
    ) -> Result<Option<T>, DeskError> {
        let desk = self.desk;
        let kept = desk.wait_for(desk.transact(async |connection| {
            let mut change = Change { desk, server: self.id, by, number: 0, connection };
            work(&mut change).await?.ok_or(Undone::Needless)
        }));
        match kept {
            Ok(kept) => Ok(Some(kept)),
            Err(Undone::Needless) => Ok(None),
            Err(Undone::Failed(error)) => Err(error),
        }
    }
}

impl Change<'_> {
    /// The next number of a kind of things. Changes of one server wait for each other here, so that what one reads after
    /// it no other changes meanwhile.
    pub async fn next_number(&mut self, counted: &'static str) -> Result<i64, DeskError> {
        let asked = self
            .server
            .ask(
                "INSERT INTO counters (server, counted, latest) VALUES ($1, $2, 1) \
                ON CONFLICT (server, counted) DO UPDATE SET latest = counters.latest + 1 RETURNING latest",
            )
            .bind(counted);
        let row = asked.fetch_one(&mut *self.connection).await.map_err(|error| self.desk.error(error))?;
        row.try_get(0).map_err(|error| self.desk.error(error))
    }

    /// Its entry in the audit log; exactly one.
    pub async fn record(&mut self, recorded: Recorded<'_>) -> Result<(), DeskError> {
        self.record_of(&self.who(), recorded).await
    }

    /// Its entry in the audit log, without who makes it.
    pub async fn record_without_name(&mut self, recorded: Recorded<'_>) -> Result<(), DeskError> {
        self.record_of(FORGOTTEN, recorded).await
    }

    async fn record_of(&mut self, who: &str, recorded: Recorded<'_>) -> Result<(), DeskError> {
        let asked = self
            .ask("INSERT INTO audit (server, number, at, who, what, subject, was, became) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
            .bind(self.number)
            .bind(self.at())
            .bind(who)
            .bind(recorded.what)
            .bind(storable(recorded.subject))
            .bind(storable(recorded.was))
            .bind(storable(recorded.became));
        self.execute(asked).await?;
        let is_shown = self.ask("SELECT 1 FROM settings WHERE server = $1 AND channel = '' AND name = $2");
        if self.row(is_shown.bind(Setting::AuditLog.name())).await?.is_some() {
            let number = self.number.to_string();
            self.enqueue(SHOW_CHANGE, &number, "").await?;
        }
        Ok(())
    }

    /// A query whose first gap, `$1`, is the server.
    pub fn ask<'q>(&self, words: &'q str) -> Asked<'q> {
        self.server.ask(words)
    }

    /// Runs a query, and says how many rows it touched.
    pub async fn execute(&mut self, asked: Asked<'_>) -> Result<u64, DeskError> {
        let done = asked.execute(&mut *self.connection).await;
        done.map(|done| done.rows_affected()).map_err(|error| self.desk.error(error))
    }

    /// The row that a query finds.
    pub async fn row(&mut self, asked: Asked<'_>) -> Result<Option<AnyRow>, DeskError> {
        asked.fetch_optional(&mut *self.connection).await.map_err(|error| self.desk.error(error))
    }

    /// The rows that a query finds.
    pub async fn rows(&mut self, asked: Asked<'_>) -> Result<Vec<AnyRow>, DeskError> {
        asked.fetch_all(&mut *self.connection).await.map_err(|error| self.desk.error(error))
    }

    /// A row's values.
    pub fn read<T>(&self, read: Result<T, sqlx::Error>) -> Result<T, DeskError> {
        read.map_err(|error| self.desk.error(error))
    }

    /// When it is made.
    pub fn at(&self) -> i64 {
        self.by.at.as_millisecond()
    }

    /// Who makes it, as it stands in the database.
    pub fn who(&self) -> String {
        self.by.who.to_string()
    }
}
