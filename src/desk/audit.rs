//! The audit log of a server: who changed what, and when. Entries are written with the change that they are of, and read
//! here; none is ever changed but for the name of a member who wishes to be forgotten.

use sqlx::Row;
use sqlx::any::AnyRow;

use super::DeskError;
use super::server::Server;

/// An entry of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its number, from 1 without a gap.
    pub number: i64,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Who: a member's id, `operator`, or `forgotten`.
    pub who: String,
    /// What was done, in a word.
    pub what: String,
    /// To what.
    pub subject: String,
    /// How it was before; empty where there was nothing.
    pub was: String,
    /// How it is since; empty where there is nothing.
    pub became: String,
}

/// The task at Discord to show an entry where the server wishes it.
pub const SHOW_CHANGE: &str = "change";

impl Server<'_> {
    /// The entry of a number.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn audit_entry(&self, number: i64) -> Result<Option<AuditEntry>, DeskError> {
        let next = self.audit_after(number.saturating_sub(1), 1)?;
        Ok(next.into_iter().find(|entry| entry.number == number))
    }

    /// The entries after the one with this number, oldest first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn audit_after(&self, number: i64, limit: u32) -> Result<Vec<AuditEntry>, DeskError> {
        let asked = self
            .ask(
                "SELECT number, at, who, what, subject, was, became FROM audit \
                WHERE server = $1 AND number > $2 ORDER BY number LIMIT $3",
            )
            .bind(number)
            .bind(i64::from(limit));
        let entries = self.rows(asked)?;
        entries.iter().map(|row| entry(row).map_err(|error| self.desk.error(error))).collect()
    }
}

fn entry(row: &AnyRow) -> Result<AuditEntry, sqlx::Error> {
    Ok(AuditEntry {
        number: row.try_get("number")?,
        at: row.try_get("at")?,
        who: row.try_get("who")?,
        what: row.try_get("what")?,
        subject: row.try_get("subject")?,
        was: row.try_get("was")?,
        became: row.try_get("became")?,
    })
}
