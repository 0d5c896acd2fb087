//! Has Discord closed a session for a reason that the next one would meet again? Of some of these serenity tells its log
//! alone, and begins the next session for ever; so its log is listened to, whatever level is written.

use std::fmt::Debug;
use std::sync::LazyLock;

use tokio::sync::watch;
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::Context;
use tracing_subscriber::registry::LookupSpan;

/// A reason for which no session can last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// There is no such shard (4010).
    NoSuchShard,
    /// A shard has more servers than it may have (4011).
    TooManyServers,
    /// The gateway is no longer spoken to in this version (4012).
    OldVersion,
}

/// What serenity's shard says of each.
const SAID: [(&str, Closing); 3] = [
    ("Sent invalid shard data", Closing::NoSuchShard),
    ("Shard has too many guilds", Closing::TooManyServers),
    ("Unknown unclean close 4012", Closing::OldVersion),
];
const SAID_BY: &str = "serenity::gateway::shard";

/// Logs have no way but a global one.
static HEARD: LazyLock<watch::Sender<Option<Closing>>> = LazyLock::new(|| watch::Sender::new(None));

/// What listens, as a part of the program's log.
pub fn listener<S: Subscriber + for<'s> LookupSpan<'s>>() -> impl Layer<S> {
    Listener.with_filter(Targets::new().with_target(SAID_BY, Level::WARN))
}

/// Waits until a session was closed for such a reason.
pub async fn heard() -> Closing {
    let mut receiver = HEARD.subscribe();
    loop {
        if let Some(closing) = *receiver.borrow_and_update() {
            return closing;
        }
        // The sender is never dropped.
        let _ = receiver.changed().await;
    }
}

struct Listener;

impl<S: Subscriber> Layer<S> for Listener {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut message = Message::default();
        event.record(&mut message);
        if let Some(closing) = closing(&message.0) {
            HEARD.send_replace(Some(closing));
        }
    }
}

#[derive(Default)]
struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}

fn closing(message: &str) -> Option<Closing> {
    SAID.iter().find(|(said, _)| message.contains(said)).map(|(_, closing)| *closing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_close_that_no_further_session_survives_is_an_ending() {
        let shard = "[ShardInfo { id: ShardId(0), total: 1 }] ";
        let heard = |said: &str| closing(&format!("{shard}{said}"));
        assert_eq!(heard("Sent invalid shard data."), Some(Closing::NoSuchShard));
        assert_eq!(heard("Shard has too many guilds."), Some(Closing::TooManyServers));
        assert_eq!(heard("Unknown unclean close 4012: Some(\"\")"), Some(Closing::OldVersion));
        for passing in ["Unknown unclean close 4000: Some(\"\")", "Gateway ratelimited.", "Sent invalid seq: 4012."] {
            assert_eq!(heard(passing), None, "{passing}");
        }
    }
}
