//! Whom the bot answers, and how often: the blocklist, and when a member was answered last where there is a cool-down.

use std::time::Duration;

use jiff::Timestamp;
use sqlx::Row;

use super::DeskError;
use super::change::{By, Recorded};
use super::server::{Server, storable};

/// A member whom the bot doesn't answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// The member.
    pub member: u64,
    /// Why.
    pub why: String,
}

impl Server<'_> {
    /// Has a member not answered any more.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn block(&self, by: By, member: u64, why: &str) -> Result<(), DeskError> {
        self.change(by, async |change| {
            let asked = change
                .ask(
                    "INSERT INTO blocked (server, member, why, who, at) VALUES ($1, $2, $3, $4, $5) \
                    ON CONFLICT (server, member) DO UPDATE SET why = excluded.why, who = excluded.who, at = excluded.at",
                )
                .bind(member.to_string())
                .bind(storable(why))
                .bind(change.who())
                .bind(change.at());
            change.execute(asked).await?;
            let became = if why.is_empty() { "blocked" } else { why };
            change.record(Recorded { what: "block", subject: &format!("member {member}"), was: "", became }).await
        })
    }

    /// Has a member answered again; whether they weren't.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn unblock(&self, by: By, member: u64) -> Result<bool, DeskError> {
        self.change(by, async |change| {
            let asked = change.ask("DELETE FROM blocked WHERE server = $1 AND member = $2").bind(member.to_string());
            let was_blocked = change.execute(asked).await? > 0;
            let was = if was_blocked { "blocked" } else { "" };
            change.record(Recorded { what: "unblock", subject: &format!("member {member}"), was, became: "" }).await?;
            Ok(was_blocked)
        })
    }

    /// The members whom the bot doesn't answer.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn blocked(&self) -> Result<Vec<Blocked>, DeskError> {
        let rows = self.rows(self.ask("SELECT member, why FROM blocked WHERE server = $1 ORDER BY at, member"))?;
        let mut blocked = Vec::new();
        for row in &rows {
            let read = (row.try_get("member"), row.try_get("why"));
            let (member, why): (String, String) = match read {
                (Ok(member), Ok(why)) => (member, why),
                (Err(error), _) | (_, Err(error)) => return Err(self.desk.error(error)),
            };
            blocked.extend(member.parse().ok().map(|member| Blocked { member, why }));
        }
        Ok(blocked)
    }

    /// Takes a member's turn in a channel, once in a cool-down; where it isn't theirs yet, how long they have to wait.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn take_turn(
        &self,
        channel: u64,
        member: u64,
        cool_down: Duration,
        now: Timestamp,
    ) -> Result<Option<Duration>, DeskError> {
        let now = now.as_millisecond();
        let span = i64::try_from(cool_down.as_millis()).unwrap_or(i64::MAX);
        let (channel, member) = (channel.to_string(), member.to_string());
        // One statement, so that of two questions at once only one takes the turn, in whichever process.
        let asked = self
            .ask(
                "INSERT INTO turns (server, channel, member, at) VALUES ($1, $2, $3, $4) \
                ON CONFLICT (server, channel, member) DO UPDATE SET at = excluded.at WHERE turns.at <= $5",
            )
            .bind(channel.as_str())
            .bind(member.as_str())
            .bind(now)
            .bind(now.saturating_sub(span));
        let taken = self.desk.wait(asked.execute(&self.desk.pool))?.rows_affected() > 0;
        if taken {
            return Ok(None);
        }
        let asked = self.ask("SELECT at FROM turns WHERE server = $1 AND channel = $2 AND member = $3");
        let row = self.row(asked.bind(channel.as_str()).bind(member.as_str()))?;
        let last: i64 = match row {
            Some(row) => row.try_get(0).map_err(|error| self.desk.error(error))?,
            None => now,
        };
        let left = last.saturating_add(span).saturating_sub(now).clamp(0, span);
        Ok(Some(Duration::from_millis(left.unsigned_abs())))
    }
}
