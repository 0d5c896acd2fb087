//! What a server's settings and blocklist say to whoever asks there: asked for at every question, so looked up in the
//! database at most every few seconds. A change made by this process holds at once, another process's soon.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use moka::sync::Cache;

use super::server::{Server, ServerId};
use super::settings::{InForce, Written};
use super::{Blocked, DeskError};

/// How long another process's change may go unnoticed.
const UNNOTICED: Duration = Duration::from_secs(2);
/// How many servers' rules are at hand.
const AT_HAND: u64 = 10_000;

/// A server's settings and whom it has blocked.
#[derive(Debug)]
pub struct ServerRules {
    written: Vec<Written>,
    blocked: HashSet<u64>,
}

/// The rules that were looked up lately.
pub(super) struct RulesAtHand {
    rules: Cache<ServerId, Arc<ServerRules>>,
    /// Goes up with every change, so that what was read before one isn't kept after it.
    changes: AtomicU64,
}

impl ServerRules {
    /// What is in force in a channel: its own, that of the channel whose thread it is, the server's.
    pub fn in_force(&self, channel: Option<u64>, parent: Option<u64>) -> InForce {
        InForce::among(self.written.clone(), channel, parent)
    }

    /// Whether the bot doesn't answer a member.
    pub fn blocks(&self, member: u64) -> bool {
        self.blocked.contains(&member)
    }
}

impl Server<'_> {
    /// The rules, from memory where they were looked up lately.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn rules(&self) -> Result<Arc<ServerRules>, DeskError> {
        if let Some(known) = self.rules_at_hand() {
            return Ok(known);
        }
        let kept = &self.desk.rules;
        let changes = kept.changes.load(Ordering::Acquire);
        let blocked = self.blocked()?.iter().map(|blocked: &Blocked| blocked.member).collect();
        let rules = Arc::new(ServerRules { written: self.written()?, blocked });
        kept.rules.insert(self.id, Arc::clone(&rules));
        if kept.changes.load(Ordering::Acquire) != changes {
            kept.rules.invalidate(&self.id);
        }
        Ok(rules)
    }

    /// The rules, where nothing has to be waited for.
    pub fn rules_at_hand(&self) -> Option<Arc<ServerRules>> {
        self.desk.rules.rules.get(&self.id)
    }
}

impl RulesAtHand {
    pub(super) fn new() -> Self {
        let rules = Cache::builder().max_capacity(AT_HAND).time_to_live(UNNOTICED).build();
        Self { rules, changes: AtomicU64::new(0) }
    }

    /// Something of a server's was changed.
    pub(super) fn forget(&self, server: ServerId) {
        self.changes.fetch_add(1, Ordering::AcqRel);
        self.rules.invalidate(&server);
    }
}
