//! What `/healthz` and `/readyz` say, in one line.

use crate::discord::Waiting;

/// Said as long as the process lives.
pub const ALIVE: &str = "alive\n";
/// Said when all is there.
pub const READY: &str = "ready\n";

/// What a bot that isn't ready waits for.
pub fn waiting(waiting: Waiting) -> String {
    match waiting {
        Waiting::End => "stopping: replies under way are finished\n".to_owned(),
        Waiting::Library => "not ready: the library isn't open yet\n".to_owned(),
        Waiting::Discord => "not ready: Discord hasn't said where its gateway is\n".to_owned(),
        Waiting::Shards { connected, all } => {
            format!("not ready: {connected} of {all} shards are connected to the gateway\n")
        }
    }
}
