//! Where a server wishes it, the answer to a message goes into a thread on that message, so that the channel stays free.
//! The reply to a slash command can't: Discord shows it where it is typed.

use serde_json::json;
use serenity::all::{ChannelId, Http, HttpError, Message as Received, MessageId};

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
    match begin(http, (on.channel_id, on.id), &name, FOLDED_AFTER).await {
        Ok(thread) => Some(thread),
        Err(_) => {
            tracing::info!("no thread could be opened; the answer stands in the channel");
            None
        }
    }
}

/// Begins a thread on a message, folded away after so many minutes without a word; its id, also where there was one, as
/// after an attempt whose answer was lost.
///
/// # Errors
/// When Discord doesn't let it be.
pub async fn begin(
    http: &Http,
    (channel, message): (ChannelId, MessageId),
    name: &str,
    folded_after: u16,
) -> serenity::Result<ChannelId> {
    let thread = json!({"name": name, "auto_archive_duration": folded_after});
    match http.create_thread_from_message(channel, message, &thread, None).await {
        Ok(thread) => Ok(thread.id),
        // A thread on a message has the message's id.
        Err(error) if has_one(&error) => Ok(ChannelId::new(message.get())),
        Err(error) => Err(error),
    }
}

fn has_one(error: &serenity::Error) -> bool {
    let serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) = error else { return false };
    response.error.code == HAS_ONE
}
