//! What comes of posting summaries: a preview, what is being posted, and what is posted every day.

use super::Summarised;
use crate::commands::BotRights;
use crate::desk::Schedule;

/// What a command about posting summaries found or did.
#[derive(Clone, Debug)]
pub enum SummaryReply {
    /// What would be posted.
    Preview(Box<Preview>),
    /// A summary is being posted.
    Posting {
        /// Its number.
        number: i64,
        /// The channel.
        channel: u64,
    },
    /// A preview was dropped.
    Dropped,
    /// One is posted every day from now on.
    Scheduled {
        /// What was set.
        schedule: Box<Schedule>,
        /// What the bot may do there.
        bot: BotRights,
    },
    /// There are too many that are posted every day.
    TooMany,
    /// What is posted every day.
    Schedules(Vec<Schedule>),
}

/// A summary before it is posted.
#[derive(Clone, Debug)]
pub struct Preview {
    /// What would be posted.
    pub summarised: Summarised,
    /// How many sentences were asked for; the story, or a message, may have room for fewer.
    pub wanted: u32,
    /// Whether it would be pinned.
    pub is_pinned: bool,
    /// Where.
    pub channel: u64,
    /// What the bot may do there.
    pub bot: BotRights,
    /// Whether the story has changed since somebody wished to post it.
    pub is_newer: bool,
}
