//! Interactions over HTTP: a request that Discord signed → the callback as its response. Any number of copies of the process
//! may stand behind one address; all that one remembers is which interactions it has answered, so that none is acted on twice.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde::Deserialize;
use serenity::all::Interaction;
use tokio::net::TcpListener;

use super::GRACE;
use super::callback::Callback;
use super::respond::{self, respond};
use super::seen::Seen;
use super::stop::Stop;
use super::{connection, given};
use crate::config::PublicKey;
use crate::context::Context;
use crate::metrics::Way;
use connections::{Connections, Progress};
use proof::Proof;

mod connections;
mod multipart;
mod proof;

/// The longest body that is read. An interaction with a message of the greatest length, its embeds and all that they name
/// stays far below.
const LONGEST_BODY: usize = 1 << 20;
/// How long a body may take to come; Discord waits three seconds for the whole answer.
const BODY_PATIENCE: Duration = Duration::from_secs(2);

/// How long Discord takes to make a response a message, generously.
const UNTIL_IT_STANDS: Duration = Duration::from_secs(2);

/// What answers HTTP interactions.
pub struct Endpoint {
    context: Arc<Context>,
    proof: Proof,
    seen: Seen,
}

/// Why a request isn't answered with a callback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    /// It has no signature of Discord's.
    Unsigned,
    /// The time that was signed is this far from now.
    Stale(Duration),
    /// The interaction was answered before. Discord sends each once, so that this is somebody who kept a copy.
    Replayed,
    /// Its body is too long.
    TooLong,
    /// Its body didn't come.
    TooSlow,
    /// It is no interaction.
    Malformed,
}

impl Endpoint {
    /// Answers from this context what `key` has signed.
    pub fn new(context: Arc<Context>, key: PublicKey) -> Self {
        let window = Duration::from_secs(context.settings.discord.signature_seconds);
        // A time signed a window ahead counts until two windows from now.
        Self { context, proof: Proof::new(key, window), seen: Seen::new(window * 2) }
    }

    /// Answers until the bot is to stop, and then what is under way.
    pub async fn serve(self, listener: TcpListener, stop: Stop) {
        let router = Router::new().route("/interactions", post(answer)).with_state(Arc::new(self));
        let service = router.into_make_service_with_connect_info::<Progress>();
        let serving = axum::serve(Connections::new(listener), service).with_graceful_shutdown(stop.clone().wait());
        let out_of_patience = async {
            stop.wait().await;
            tokio::time::sleep(GRACE).await;
        };
        tokio::select! {
            served = serving.into_future() => if let Err(error) = served {
                tracing::error!(%error, "interactions are served no more");
            },
            () = out_of_patience => tracing::warn!("an answer was still under way"),
        }
    }

    /// Keeps where an answer stands, once Discord has had the time to put it there.
    fn note(&self, interaction: Interaction, callback: &Callback) {
        if callback.given().is_none() {
            return;
        }
        let (context, callback) = (Arc::clone(&self.context), callback.clone());
        tokio::spawn(async move {
            tokio::time::sleep(UNTIL_IT_STANDS).await;
            let http = connection::for_interactions(&context.settings.discord);
            given::note(context, &http, &interaction, &callback).await;
        });
    }

    async fn answer(&self, headers: &HeaderMap, body: Body) -> Result<Callback, Refusal> {
        let body = read(headers, body).await?;
        self.proof.check(headers, &body, SystemTime::now())?;
        if is_ping(&body) {
            return Ok(Callback::pong());
        }
        let interaction: Interaction = serde_json::from_slice(&body).map_err(|_| Refusal::Malformed)?;
        if !self.seen.is_first(interaction.id().get(), Instant::now()) {
            return Err(Refusal::Replayed);
        }
        let begun = Instant::now();
        let callback = respond(&self.context, &interaction).await;
        self.context.metrics.interacted(respond::kind(&interaction), Way::Http, begun.elapsed());
        self.note(interaction, &callback);
        Ok(callback)
    }
}

async fn answer(
    State(endpoint): State<Arc<Endpoint>>,
    ConnectInfo(progress): ConnectInfo<Progress>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    progress.begin();
    match endpoint.answer(&headers, body).await {
        Ok(callback) => {
            progress.rest();
            multipart::response(&callback)
        }
        Err(refusal) => {
            endpoint.context.metrics.refused(refusal.word());
            refusal.log();
            // Only who has shown a signature of Discord's may keep a connection.
            (refusal.status(), [(header::CONNECTION, "close")]).into_response()
        }
    }
}

/// Reads a body that isn't too long; one that says so of itself isn't begun.
async fn read(headers: &HeaderMap, body: Body) -> Result<Bytes, Refusal> {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > LONGEST_BODY as u64) {
        return Err(Refusal::TooLong);
    }
    let reading = axum::body::to_bytes(body, LONGEST_BODY);
    let read = tokio::time::timeout(BODY_PATIENCE, reading).await.map_err(|_| Refusal::TooSlow)?;
    // What fails otherwise than by its length is a connection that is gone, and nobody sees the answer.
    read.map_err(|_| Refusal::TooLong)
}

/// Whether a body is Discord's question whether anybody is there, which needs nothing but its type.
fn is_ping(body: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Typed {
        r#type: u8,
    }
    serde_json::from_slice::<Typed>(body).is_ok_and(|typed| typed.r#type == PING)
}

/// Discord's number for its question whether anybody is there.
const PING: u8 = 1;

impl Refusal {
    /// Discord asks for 401 where a signature doesn't hold; a signature that was used or is old holds no more.
    fn status(self) -> StatusCode {
        match self {
            Self::Unsigned | Self::Stale(_) | Self::Replayed => StatusCode::UNAUTHORIZED,
            Self::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Malformed => StatusCode::BAD_REQUEST,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Unsigned => "signature",
            Self::Stale(_) => "stale",
            Self::Replayed => "replay",
            Self::TooLong => "too_long",
            Self::TooSlow => "too_slow",
            Self::Malformed => "malformed",
        }
    }

    /// What anybody can send isn't worth a line; what Discord signed and is refused all the same is.
    fn log(self) {
        match self {
            Self::Stale(distance) => {
                let seconds = distance.as_secs();
                tracing::warn!(seconds, "an interaction signed long ago or ahead; is the machine's clock right?");
            }
            Self::Replayed => tracing::warn!("an interaction that was answered before"),
            Self::Malformed => tracing::warn!("a signed request that is no interaction"),
            Self::Unsigned | Self::TooLong | Self::TooSlow => tracing::debug!(reason = self.word(), "request refused"),
        }
    }
}
