//! A callback or a reply, delivered: tried again where Discord is busy, let go where it is too late.

use std::time::Duration;

use serde_json::json;
use serenity::all::{ChannelId, CreateAttachment, Http, HttpError, Interaction, Message as Received};

use super::callback::Callback;
use crate::metrics::Metrics;
use crate::render::discord::{File, Message};

/// Waits before another attempt; Discord takes a first callback within three seconds.
const WAITS: [Duration; 3] = [Duration::from_millis(250), Duration::from_millis(500), Duration::from_millis(1000)];

/// Discord's error for an interaction that it knows no more, or not yet.
const UNKNOWN_INTERACTION: isize = 10_062;
/// Discord's errors for a channel or a message that isn't there.
const UNKNOWN_PLACES: [isize; 2] = [10_003, 10_008];
/// Discord's error for a second callback.
const ALREADY_ACKNOWLEDGED: isize = 40_060;

/// Delivers the callback to an interaction, and says whether Discord took it.
pub async fn deliver(http: &Http, metrics: &Metrics, interaction: &Interaction, callback: &Callback) -> bool {
    let (id, token) = (interaction.id(), interaction.token());
    let post = || http.create_interaction_response(id, token, callback, attached(callback.files()));
    let Err(error) = tried_again(metrics, post).await else { return true };
    let refusal = Refusal::of(&error);
    match refusal {
        Refusal::Late => tracing::info!("answered too late, or by another process"),
        Refusal::Twice => tracing::info!("answered already"),
        Refusal::Gone | Refusal::Limited | Refusal::Busy | Refusal::Other => {
            tracing::warn!(reason = reason(&error), "answer not delivered");
        }
    }
    metrics.undelivered(refusal.word());
    false
}

/// Sends a message as the reply to another one, or into the thread on it, and returns it as Discord has it. Nobody is
/// pinged, its author neither.
pub async fn reply(
    http: &Http,
    metrics: &Metrics,
    (to, thread): (&Received, Option<ChannelId>),
    message: &Message,
) -> Option<Received> {
    let mut body = json!(message);
    // Only the answer to an interaction can be for the asker alone.
    body["flags"] = json!(0);
    if thread.is_none() {
        body["message_reference"] = json!({"message_id": to.id, "fail_if_not_exists": false});
    }
    // Discord takes a message of one nonce once, also where the answer to the first attempt was lost.
    body["nonce"] = json!(to.id.to_string());
    body["enforce_nonce"] = json!(true);
    let post = || http.send_message(thread.unwrap_or(to.channel_id), attached(message.files()), &body);
    match tried_again(metrics, post).await {
        Ok(sent) => Some(sent),
        Err(error) => {
            tracing::warn!(reason = reason(&error), "reply not sent");
            metrics.undelivered(Refusal::of(&error).word());
            None
        }
    }
}

/// Files as serenity sends them, in a multipart body with the rest as JSON.
pub fn attached(files: &[File]) -> Vec<CreateAttachment> {
    files.iter().map(|file| CreateAttachment::bytes(file.bytes.clone(), file.name)).collect()
}

/// Makes a call again as long as Discord is busy and patience lasts.
pub async fn tried_again<T, F>(metrics: &Metrics, call: impl Fn() -> F) -> serenity::Result<T>
where
    F: Future<Output = serenity::Result<T>>,
{
    let mut waits = WAITS.iter();
    loop {
        let result = call().await;
        let Err(error) = &result else { return result };
        let refusal = Refusal::of(error);
        if matches!(refusal, Refusal::Limited) {
            metrics.limited();
        }
        match waits.next().filter(|_| refusal.may_pass()) {
            Some(wait) => tokio::time::sleep(*wait).await,
            None => return result,
        }
    }
}

/// Why Discord didn't take a callback.
pub enum Refusal {
    /// The interaction is over.
    Late,
    /// It has its callback.
    Twice,
    /// The channel or message isn't there.
    Gone,
    /// Too many calls.
    Limited,
    /// Discord or the way to it fails.
    Busy,
    /// Anything else, which another attempt would meet again.
    Other,
}

impl Refusal {
    /// What an error tells.
    pub fn of(error: &serenity::Error) -> Self {
        let serenity::Error::Http(error) = error else { return Self::Other };
        match error {
            HttpError::UnsuccessfulRequest(response) => match response.error.code {
                UNKNOWN_INTERACTION => Self::Late,
                ALREADY_ACKNOWLEDGED => Self::Twice,
                code if UNKNOWN_PLACES.contains(&code) => Self::Gone,
                _ if response.status_code == 429 => Self::Limited,
                _ if response.status_code.is_server_error() => Self::Busy,
                _ => Self::Other,
            },
            HttpError::Request(_) => Self::Busy,
            _ => Self::Other,
        }
    }

    /// Whether another attempt may do.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Limited | Self::Busy)
    }

    fn word(&self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Twice => "twice",
            Self::Gone => "gone",
            Self::Limited => "limited",
            Self::Busy => "busy",
            Self::Other => "refused",
        }
    }
}

/// A reason without the request's address, which holds the interaction's token.
fn reason(error: &serenity::Error) -> String {
    match error {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => {
            format!("status {}, code {}", response.status_code.as_u16(), response.error.code)
        }
        serenity::Error::Http(_) => "the connection failed".to_owned(),
        _ => "the request could not be made".to_owned(),
    }
}
