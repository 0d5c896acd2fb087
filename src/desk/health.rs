//! Whether what is kept is sound and can be written; asked by `doctor`.

use sqlx::Row;

use super::{Desk, DeskError, Trouble};

/// What there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeskHealth {
    /// How many changes are in the audit logs of all servers.
    pub changes: u64,
}

/// Writes, and takes it away again.
const TRIAL: [&str; 2] = [
    "INSERT INTO counters (server, counted, latest) VALUES ('', '', 0) ON CONFLICT (server, counted) DO NOTHING",
    "DELETE FROM counters WHERE server = ''",
];

impl Desk {
    /// Looks whether all that is kept is sound, and whether it can be written.
    ///
    /// # Errors
    /// When it isn't, or can't.
    pub fn health(&self) -> Result<DeskHealth, DeskError> {
        self.check_file()?;
        self.wait_for(self.transact(async |connection| {
            for words in TRIAL {
                sqlx::query(words).execute(&mut *connection).await.map_err(|error| self.error(error))?;
            }
            Ok::<_, DeskError>(())
        }))?;
        let counted = sqlx::query("SELECT COUNT(*) FROM audit").fetch_one(&self.pool);
        let changes: i64 = self.wait(async { counted.await?.try_get(0) })?;
        Ok(DeskHealth { changes: changes.unsigned_abs() })
    }

    /// SQLite's own check of its file; PostgreSQL looks after its files itself.
    fn check_file(&self) -> Result<(), DeskError> {
        if self.address.is_shared() {
            return Ok(());
        }
        let checked = sqlx::query("PRAGMA quick_check(1)").fetch_one(&self.pool);
        let said: String = self.wait(async { checked.await?.try_get(0) })?;
        let place = self.address.to_string();
        if said == "ok" { Ok(()) } else { Err(DeskError { place, trouble: Trouble::Damaged(said) }) }
    }
}
