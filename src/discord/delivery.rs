//! A callback or a reply, delivered: tried again where Discord is busy, let go where it is too late.

use std::time::Duration;

use serde_json::json;
use serenity::all::{Http, HttpError, Interaction, InteractionId, Message as Received};

use super::callback::Callback;
use crate::render::discord::Message;

/// Waits before another attempt; Discord takes a first callback within three seconds.
const WAITS: [Duration; 3] = [Duration::from_millis(250), Duration::from_millis(500), Duration::from_millis(1000)];

/// Discord's error for an interaction that it knows no more, or not yet.
const UNKNOWN_INTERACTION: isize = 10_062;
/// Discord's error for a second callback.
const ALREADY_ACKNOWLEDGED: isize = 40_060;

/// Which interaction is answered.
pub struct Address<'i> {
    id: InteractionId,
    /// Good for fifteen minutes.
    token: &'i str,
}

impl<'i> Address<'i> {
    /// The address of an interaction; none of a kind that takes no callback.
    pub fn of(interaction: &'i Interaction) -> Option<Self> {
        let (id, token) = match interaction {
            Interaction::Command(command) | Interaction::Autocomplete(command) => (command.id, &command.token),
            Interaction::Component(component) => (component.id, &component.token),
            Interaction::Modal(form) => (form.id, &form.token),
            _ => return None,
        };
        Some(Self { id, token })
    }
}

/// Delivers a callback, and says whether Discord took it.
pub async fn deliver(http: &Http, address: &Address<'_>, callback: &Callback) -> bool {
    let post = || http.create_interaction_response(address.id, address.token, callback, Vec::new());
    let Err(error) = tried_again(post).await else { return true };
    match Refusal::of(&error) {
        Refusal::Late => tracing::info!("answered too late, or by another process"),
        Refusal::Twice => tracing::info!("answered already"),
        Refusal::Busy | Refusal::Other => tracing::warn!(reason = reason(&error), "answer not delivered"),
    }
    false
}

/// Sends a message as the reply to another one. Nobody is pinged, its author neither.
pub async fn reply(http: &Http, to: &Received, message: &Message) {
    let mut body = json!(message);
    // Only the answer to an interaction can be for the asker alone.
    body["flags"] = json!(0);
    body["message_reference"] = json!({"message_id": to.id, "fail_if_not_exists": false});
    // Discord takes a message of one nonce once, also where the answer to the first attempt was lost.
    body["nonce"] = json!(to.id.to_string());
    body["enforce_nonce"] = json!(true);
    let post = || http.send_message(to.channel_id, Vec::new(), &body);
    if let Err(error) = tried_again(post).await {
        tracing::warn!(reason = reason(&error), "reply not sent");
    }
}

/// Makes a call again as long as Discord is busy and patience lasts.
async fn tried_again<T, F: Future<Output = serenity::Result<T>>>(call: impl Fn() -> F) -> serenity::Result<T> {
    for wait in WAITS {
        match call().await {
            Err(error) if Refusal::of(&error) == Refusal::Busy => tokio::time::sleep(wait).await,
            done => return done,
        }
    }
    call().await
}

/// Why Discord didn't take a callback.
#[derive(PartialEq, Eq)]
enum Refusal {
    /// The interaction is over.
    Late,
    /// It has its callback.
    Twice,
    /// Another attempt may do.
    Busy,
    /// Another attempt would not.
    Other,
}

impl Refusal {
    fn of(error: &serenity::Error) -> Self {
        let serenity::Error::Http(error) = error else { return Self::Other };
        match error {
            HttpError::UnsuccessfulRequest(response) => match response.error.code {
                UNKNOWN_INTERACTION => Self::Late,
                ALREADY_ACKNOWLEDGED => Self::Twice,
                _ if response.status_code == 429 || response.status_code.is_server_error() => Self::Busy,
                _ => Self::Other,
            },
            HttpError::Request(_) => Self::Busy,
            _ => Self::Other,
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
