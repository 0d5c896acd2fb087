//! A callback to an interaction, delivered: tried again where Discord is busy, let go where it is too late.

use std::time::Duration;

use serde_json::{Value, json};
use serenity::all::{Http, HttpError, InteractionId, Message as Received};

use crate::render::discord::Message;

/// Waits before another attempt; Discord takes a first callback within three seconds.
const WAITS: [Duration; 3] = [Duration::from_millis(250), Duration::from_millis(500), Duration::from_millis(1000)];

/// Discord's error for an interaction that it knows no more, or not yet.
const UNKNOWN_INTERACTION: isize = 10_062;
/// Discord's error for a second callback.
const ALREADY_ACKNOWLEDGED: isize = 40_060;

/// Which interaction is answered.
pub struct Address<'i> {
    /// Its id.
    pub id: InteractionId,
    /// Its token, good for fifteen minutes.
    pub token: &'i str,
}

/// A new message as the answer (callback 4).
pub fn message(message: &Message) -> Value {
    json!({"type": 4, "data": message})
}

/// Delivers a callback, and says whether Discord took it.
pub async fn deliver(http: &Http, address: &Address<'_>, callback: &Value) -> bool {
    let mut waits = WAITS.iter();
    loop {
        let error = match http.create_interaction_response(address.id, address.token, callback, Vec::new()).await {
            Ok(()) => return true,
            Err(error) => error,
        };
        match (Refusal::of(&error), waits.next()) {
            (Refusal::Late, _) => tracing::info!("answered too late, or by another process"),
            (Refusal::Twice, _) => tracing::info!("answered already"),
            (Refusal::Busy, Some(wait)) => {
                tokio::time::sleep(*wait).await;
                continue;
            }
            (Refusal::Busy | Refusal::Other, _) => tracing::warn!(reason = reason(&error), "answer not delivered"),
        }
        return false;
    }
}

/// Sends a message as the reply to another one. Nobody is pinged, its author neither.
pub async fn reply(http: &Http, to: &Received, message: &Message) {
    let mut body = json!(message);
    // Only the answer to an interaction can be for the asker alone.
    body["flags"] = json!(0);
    body["message_reference"] = json!({"message_id": to.id, "fail_if_not_exists": false});
    if let Err(error) = http.send_message(to.channel_id, Vec::new(), &body).await {
        tracing::warn!(reason = reason(&error), "reply not sent");
    }
}

/// Why Discord didn't take a callback.
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
