//! What is kept of one member in a server, to be shown to them, and to be forgotten when they wish it.

use sqlx::Row;

use super::DeskError;
use super::change::{By, FORGOTTEN, Recorded};
use super::server::Server;

/// How much is kept of a member.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemberData {
    /// Places of answers that they asked for.
    pub answers: u32,
    /// Complaints that they handed in, with the question and the answer.
    pub complaints: u32,
    /// Questions whose change they wish to be told of.
    pub wishes: Vec<String>,
    /// Questions that they handed over to the moderators.
    pub hand_overs: u32,
    /// When they were answered last, channel by channel.
    pub turns: u32,
    /// Changes of theirs in the audit log.
    pub changes: u32,
    /// Why they aren't answered, where they aren't.
    pub blocked: Option<String>,
}

impl Server<'_> {
    /// What is kept of a member.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn data_of(&self, member: u64) -> Result<MemberData, DeskError> {
        let blocked = self.ask("SELECT why FROM blocked WHERE server = $1 AND member = $2").bind(member.to_string());
        let blocked = self.row(blocked)?.map(|row| row.try_get("why").map_err(|error| self.desk.error(error)));
        Ok(MemberData {
            answers: self.count("SELECT COUNT(*) FROM answers WHERE server = $1 AND member = $2", member)?,
            complaints: self.count("SELECT COUNT(*) FROM complaints WHERE server = $1 AND member = $2", member)?,
            wishes: self.wishes_of(member)?.into_iter().map(|wish| wish.new.question).collect(),
            hand_overs: self.count("SELECT COUNT(*) FROM hand_overs WHERE server = $1 AND member = $2", member)?,
            turns: self.count("SELECT COUNT(*) FROM turns WHERE server = $1 AND member = $2", member)?,
            changes: self.count("SELECT COUNT(*) FROM audit WHERE server = $1 AND who = $2", member)?,
            blocked: blocked.transpose()?,
        })
    }

    fn count(&self, words: &str, member: u64) -> Result<u32, DeskError> {
        let row = self.row(self.ask(words).bind(member.to_string()))?;
        let count: Option<i64> = row.map(|row| row.try_get(0)).transpose().map_err(|error| self.desk.error(error))?;
        Ok(u32::try_from(count.unwrap_or_default()).unwrap_or(u32::MAX))
    }

    /// Forgets a member: what they asked and handed in is deleted, what they changed stays without their name. That they
    /// aren't answered stays, or a blocked member could lift it so.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn forget(&self, by: By, member: u64) -> Result<(), DeskError> {
        self.change(by, async |change| {
            for words in [
                "DELETE FROM answers WHERE server = $1 AND member = $2",
                "DELETE FROM complaints WHERE server = $1 AND member = $2",
                "DELETE FROM turns WHERE server = $1 AND member = $2",
                "DELETE FROM wishes WHERE server = $1 AND member = $2",
                "DELETE FROM hand_overs WHERE server = $1 AND member = $2",
            ] {
                let asked = change.ask(words).bind(member.to_string());
                change.execute(asked).await?;
            }
            for words in [
                "UPDATE audit SET who = $3 WHERE server = $1 AND who = $2",
                "UPDATE complaints SET who = $3 WHERE server = $1 AND who = $2",
                "UPDATE corrections SET who = $3 WHERE server = $1 AND who = $2",
                "UPDATE ticks SET who = $3 WHERE server = $1 AND who = $2",
                "UPDATE blocked SET who = $3 WHERE server = $1 AND who = $2",
                "UPDATE posts SET who = $3 WHERE server = $1 AND who = $2",
                "UPDATE schedules SET who = $3 WHERE server = $1 AND who = $2",
                "UPDATE approved SET who = $3 WHERE server = $1 AND who = $2",
                "UPDATE hand_overs SET who = $3 WHERE server = $1 AND who = $2",
            ] {
                let asked = change.ask(words).bind(member.to_string()).bind(FORGOTTEN);
                change.execute(asked).await?;
            }
            change.record_without_name(Recorded { what: "forget", subject: "a member", was: "", became: "" }).await
        })
    }
}
