//! Which items of a story's checklist were ticked, by whom and when. What the items are is not known here.

use sqlx::Row;

use super::DeskError;
use super::change::{By, Recorded};
use super::server::{Server, storable};

/// An item that was ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The item's id.
    pub item: String,
    /// Who ticked it.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

impl Server<'_> {
    /// Ticks an item of a story's checklist.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn tick(&self, by: By, story: &str, item: &str) -> Result<(), DeskError> {
        self.change(by, async |change| {
            let asked = change
                .ask(
                    "INSERT INTO ticks (server, story, item, who, at) VALUES ($1, $2, $3, $4, $5) \
                    ON CONFLICT (server, story, item) DO UPDATE SET who = excluded.who, at = excluded.at",
                )
                .bind(story)
                .bind(storable(item))
                .bind(change.who())
                .bind(change.at());
            change.execute(asked).await?;
            let subject = format!("{story}: {item}");
            change.record(Recorded { what: "tick", subject: &subject, was: "", became: "ticked" }).await
        })
    }

    /// Takes a tick away.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn untick(&self, by: By, story: &str, item: &str) -> Result<(), DeskError> {
        self.change(by, async |change| {
            let asked = change.ask("DELETE FROM ticks WHERE server = $1 AND story = $2 AND item = $3");
            let was = if change.execute(asked.bind(story).bind(storable(item))).await? > 0 { "ticked" } else { "" };
            let subject = format!("{story}: {item}");
            change.record(Recorded { what: "untick", subject: &subject, was, became: "" }).await
        })
    }

    /// The items of a story's checklist that are ticked.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn ticks(&self, story: &str) -> Result<Vec<Tick>, DeskError> {
        let asked =
            self.ask("SELECT item, who, at FROM ticks WHERE server = $1 AND story = $2 ORDER BY item").bind(story);
        let rows = self.rows(asked)?;
        let tick = |row: &sqlx::any::AnyRow| {
            Ok(Tick { item: row.try_get("item")?, who: row.try_get("who")?, at: row.try_get("at")? })
        };
        rows.iter().map(|row| tick(row).map_err(|error| self.desk.error(error))).collect()
    }
}
