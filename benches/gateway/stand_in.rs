//! A stand-in for Discord that only keeps time: the gateway sends an interaction, and the REST API says when the callback
//! to it has come. It judges no body; the tests' stand-in does.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;

use super::payloads;

/// The token that bots are started with; any is taken.
pub const TOKEN: &str = "MTA1.stand-in.for-a-bench";
/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(60);

type Socket = WebSocketStream<TcpStream>;

/// A running stand-in.
pub struct StandIn {
    /// The base address of its REST API.
    pub api: String,
    sending: UnboundedSender<String>,
    answered: Receiver<Duration>,
    identified: Receiver<Instant>,
    _runtime: tokio::runtime::Runtime,
}

/// What its two halves share.
struct Clock {
    gateway: String,
    sent: Mutex<Instant>,
    answered: Sender<Duration>,
}

impl StandIn {
    /// Starts one whose sessions are on so many servers.
    pub fn start(servers: usize) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let listen = || async { TcpListener::bind("127.0.0.1:0").await.unwrap() };
        let (rest, gateway) = runtime.block_on(async { (listen().await, listen().await) });
        let api = format!("http://{}", rest.local_addr().unwrap());
        let ((sending, to_send), (answered_to, answered)) = (unbounded_channel(), channel());
        let (identified_to, identified) = channel();
        let clock = Arc::new(Clock {
            gateway: format!("ws://{}", gateway.local_addr().unwrap()),
            sent: Mutex::new(Instant::now()),
            answered: answered_to,
        });
        let router = Router::new().fallback(answer).with_state(Arc::clone(&clock));
        runtime.spawn(async { axum::serve(rest, router).await });
        runtime.spawn(serve(gateway, clock, to_send, (identified_to, servers)));
        Self { api, sending, answered, identified, _runtime: runtime }
    }

    /// Waits until a bot has begun its session.
    pub fn begun(&self) -> Instant {
        self.identified.recv_timeout(PATIENCE).unwrap()
    }

    /// How long the callback to an interaction takes from the moment that it is sent.
    pub fn time(&self, interaction: &Value) -> Duration {
        let event = json!({"op": 0, "t": "INTERACTION_CREATE", "s": 3, "d": interaction});
        self.sending.send(event.to_string()).unwrap();
        self.answered.recv_timeout(PATIENCE).unwrap()
    }
}

async fn answer(State(clock): State<Arc<Clock>>, method: Method, uri: Uri, body: Bytes) -> Response {
    if uri.path().contains("/interactions/") {
        let waited = clock.sent.lock().unwrap().elapsed();
        clock.answered.send(waited).unwrap();
        return StatusCode::NO_CONTENT.into_response();
    }
    let answer = match (method, uri.path().trim_start_matches("/api/v10")) {
        (Method::GET, "/users/@me") => payloads::bot_user(),
        (Method::GET, "/oauth2/applications/@me") => payloads::application(),
        (Method::GET, "/gateway/bot") => payloads::gateway_bot(&clock.gateway),
        (Method::GET, "/gateway") => json!({"url": clock.gateway}),
        (Method::PUT, _) => payloads::registered(&serde_json::from_slice(&body).unwrap()),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    axum::Json(answer).into_response()
}

async fn serve(
    listener: TcpListener,
    clock: Arc<Clock>,
    mut to_send: UnboundedReceiver<String>,
    (identified, servers): (Sender<Instant>, usize),
) {
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        stream.set_nodelay(true).unwrap();
        let _ = converse(stream, &clock, &mut to_send, (&identified, servers)).await;
    }
}

/// One session. `None`: the bot is gone.
async fn converse(
    stream: TcpStream,
    clock: &Clock,
    to_send: &mut UnboundedReceiver<String>,
    (identified, servers): (&Sender<Instant>, usize),
) -> Option<()> {
    let mut socket = tokio_tungstenite::accept_async(stream).await.ok()?;
    send(&mut socket, json!({"op": 10, "d": {"heartbeat_interval": 41_250}}).to_string()).await?;
    loop {
        tokio::select! {
            message = socket.next() => match operation(&message?.ok()?) {
                Some(1) => send(&mut socket, json!({"op": 11}).to_string()).await?,
                Some(2) => {
                    identified.send(Instant::now()).ok()?;
                    greet(&mut socket, servers).await?;
                }
                _ => {}
            },
            event = to_send.recv() => {
                *clock.sent.lock().unwrap() = Instant::now();
                send(&mut socket, event?).await?;
            }
        }
    }
}

fn operation(message: &Message) -> Option<u64> {
    let Message::Text(text) = message else { return None };
    serde_json::from_str::<Value>(text).ok()?["op"].as_u64()
}

/// READY with all servers, and then each server as Discord tells it, with a usual number of channels and roles.
async fn greet(socket: &mut Socket, servers: usize) -> Option<()> {
    let server_id = |number: usize| json!((2_000_000_000_000_000_000_u64 + number as u64).to_string());
    let mut ready = payloads::ready(&json!([0, 1]));
    ready["guilds"] = (0..servers).map(|number| json!({"id": server_id(number), "unavailable": true})).collect();
    send(socket, json!({"op": 0, "t": "READY", "s": 1, "d": ready}).to_string()).await?;
    let mut server = payloads::guild();
    let role = server["roles"][0].clone();
    server["roles"] = (0..20).map(|_| role.clone()).collect();
    server["channels"] = (0..30).map(channel_of).collect();
    for number in 0..servers {
        server["id"] = server_id(number);
        send(socket, json!({"op": 0, "t": "GUILD_CREATE", "s": 2, "d": server}).to_string()).await?;
    }
    Some(())
}

fn channel_of(number: u64) -> Value {
    let id = (3_000_000_000_000_000_000 + number).to_string();
    json!({"id": id, "type": 0, "name": format!("channel-{number}"), "position": number, "permission_overwrites": [],
        "parent_id": null, "topic": "What is talked about here.", "nsfw": false, "last_message_id": null,
        "rate_limit_per_user": 0, "flags": 0})
}

async fn send(socket: &mut Socket, text: String) -> Option<()> {
    socket.send(Message::text(text)).await.ok()
}
