//! Where a server wishes it, the answer to a message goes into a thread on that message, so that the channel stays free.
//! The reply to a slash command can't: Discord shows it where it is typed.

use serde_json::json;
use serenity::all::{ChannelId, Http, HttpError, Message as Received};

use crate::render::discord::choice;

/// The longest name of a thread.
const NAME: usize = 100;
/// After how many minutes without a word Discord folds a thread away.
const FOLDED_AFTER: u16 = 1440;
/// Discord's error for a message that has a thread.
const HAS_ONE: isize = 160_004;

/// Opens a thread on a message, named by its question; `None` where there can't be one, such as in a thread, or the bot
/// may not open it.
pub async fn open(http: &Http, on: &Received, question: &str) -> Option<ChannelId> {
    let name = choice(question, NAME);
    if name.trim().is_empty() {
        return None;
    }
    let thread = json!({"name": name, "auto_archive_duration": FOLDED_AFTER});
    match http.create_thread_from_message(on.channel_id, on.id, &thread, None).await {
        Ok(thread) => Some(thread.id),
        // A thread on a message has the message's id.
        Err(error) if has_one(&error) => Some(ChannelId::new(on.id.get())),
        Err(_) => {
            tracing::info!("no thread could be opened; the answer stands in the channel");
            None
        }
    }
}

fn has_one(error: &serenity::Error) -> bool {
    let serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) = error else { return false };
    response.error.code == HAS_ONE
}
