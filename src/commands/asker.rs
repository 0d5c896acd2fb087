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

/// Commands that not everybody may run, by their names; of a group, both names with a space between.
const NEEDED: [(&str, Rights); 4] = [
    ("settings", Rights::Manager),
    ("audit", Rights::Moderator),
    ("decide", Rights::Moderator),
    ("gaps", Rights::Moderator),
];

/// What somebody needs to run a command.
pub fn needed(command: &str) -> Rights {
    NEEDED.iter().find(|(name, _)| *name == command).map_or(Rights::Member, |(_, rights)| *rights)
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
}

impl Asker {
    /// Whoever sits at the machine.
    pub const OPERATOR: Self =
        Self { server: ServerId::Machine, channel: None, who: Who::Operator, rights: Rights::Manager };

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
