//! Who asks, and from where: what a surface knows of it, and what a command may do for them. Whoever sits at the machine
//! may do everything.

use jiff::Timestamp;

use crate::desk::{By, ServerId, Who};

/// What somebody may do; each may what those before it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rights {
    /// Ask.
    Member,
    /// Post, correct, decide on complaints.
    Moderator,
    /// Change settings.
    Manager,
}

/// Commands that not everybody may run, by their names; of one in a group, its own or the group's.
const NEEDED: [(&str, Rights); 16] = [
    ("settings", Rights::Manager),
    ("audit", Rights::Moderator),
    ("decide", Rights::Moderator),
    ("gaps", Rights::Moderator),
    ("post", Rights::Moderator),
    ("preview", Rights::Moderator),
    ("publish", Rights::Moderator),
    ("discard", Rights::Moderator),
    ("schedule", Rights::Moderator),
    ("schedules", Rights::Moderator),
    ("unschedule", Rights::Moderator),
    ("correct", Rights::Moderator),
    ("approve", Rights::Moderator),
    ("reply", Rights::Moderator),
    ("adopt", Rights::Moderator),
    ("tick", Rights::Moderator),
];

/// What somebody needs to run a command: what is said of it itself, else of the group that it is in.
pub fn needed(command: &str) -> Rights {
    let of = |command: &str| NEEDED.iter().find(|(name, _)| *name == command).map(|(_, rights)| *rights);
    let (group, own) = command.split_once(' ').unwrap_or((command, command));
    of(own).or_else(|| of(group)).unwrap_or(Rights::Member)
}

/// Who asks, and from where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asker {
    /// The server, or what stands in for one.
    pub server: ServerId,
    /// The channel, in Discord.
    pub channel: Option<u64>,
    /// Who.
    pub who: Who,
    /// What they may do.
    pub rights: Rights,
    /// What the bot may do there.
    pub bot: BotRights,
}

/// What the bot may do in a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BotRights {
    /// Post a message with an embed. Whether it may pin one isn't known before: serenity leaves out that permission.
    pub may_post: bool,
}

impl BotRights {
    /// Where nothing keeps it from anything.
    pub const ALL: Self = Self { may_post: true };
}

impl Asker {
    /// Whoever sits at the machine.
    pub const OPERATOR: Self = Self {
        server: ServerId::Machine,
        channel: None,
        who: Who::Operator,
        rights: Rights::Manager,
        bot: BotRights::ALL,
    };

    /// As who changes something now.
    pub fn now(&self) -> By {
        By { who: self.who, at: Timestamp::now() }
    }
}

impl Default for Asker {
    fn default() -> Self {
        Self::OPERATOR
    }
}
