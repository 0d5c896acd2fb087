//! What the desk's commands return: what was kept, changed or found there.

use crate::desk::{AuditEntry, Blocked, Written};

/// What a command of the desk's found or did.
#[derive(Clone, Debug)]
pub enum DeskReply {
    /// A backup was written.
    BackedUp {
        /// Into this file.
        file: String,
        /// With so many rows.
        rows: u64,
    },
    /// A backup was brought back.
    Restored {
        /// From this file.
        file: String,
        /// With so many rows.
        rows: u64,
    },
    /// Changes, oldest first.
    Audit(Vec<AuditEntry>),
    /// What is set, after what was to be changed is.
    Settings(SettingsShown),
}

/// What a server has set.
#[derive(Clone, Debug)]
pub struct SettingsShown {
    /// Its settings, and those of its channels.
    pub written: Vec<Written>,
    /// Whom the bot doesn't answer.
    pub blocked: Vec<Blocked>,
}
