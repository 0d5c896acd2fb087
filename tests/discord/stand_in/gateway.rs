//! The stand-in's gateway: HELLO, IDENTIFY or RESUME, READY, heartbeats, events, and each way of breaking off.

use std::sync::Arc;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Mutex;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use super::{Shared, TOKEN, payloads};

/// How a client began.
#[derive(Clone, Debug)]
pub enum Handshake {
    /// IDENTIFY.
    Identify {
        /// What it asks to receive.
        intents: u64,
        /// Which shard it is, of how many.
        shard: Value,
    },
    /// RESUME.
    Resume,
}

/// What the gateway is told to do with the session that there is.
#[derive(Clone, Debug)]
pub enum Order {
    /// Send an event.
    Dispatch(&'static str, Value),
    /// Ask for a new connection (op 7).
    Reconnect,
    /// Call the session invalid (op 9), resumable or not.
    InvalidSession(bool),
    /// Close with a code.
    Close(u16),
    /// Send half a frame and hang up.
    HalfFrame,
    /// Leave this connection's heartbeats without an answer.
    MissHeartbeats,
}

type Orders = Arc<Mutex<UnboundedReceiver<Order>>>;
type Socket = WebSocketStream<TcpStream>;

/// How often Discord asks for a heartbeat, in milliseconds.
const HEARTBEAT: u64 = 41_250;

/// Takes connections for as long as the runtime lives.
pub async fn serve(listener: TcpListener, shared: Arc<Shared>, orders: UnboundedReceiver<Order>) {
    let orders = Arc::new(Mutex::new(orders));
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        stream.set_nodelay(true).unwrap();
        tokio::spawn(converse(stream, Arc::clone(&shared), Arc::clone(&orders)));
    }
}

/// One connection, from HELLO to its end. `None`: the client is gone.
async fn converse(stream: TcpStream, shared: Arc<Shared>, orders: Orders) -> Option<()> {
    let mut socket = tokio_tungstenite::accept_async(stream).await.ok()?;
    let heartbeat = shared.with(|record| record.heartbeat).unwrap_or(HEARTBEAT);
    send(&mut socket, json!({"op": 10, "d": {"heartbeat_interval": heartbeat}})).await?;
    let mut sequence = shake_hands(&mut socket, &shared).await?;
    let mut orders = orders.lock().await;
    let mut is_heard = true;
    loop {
        tokio::select! {
            message = socket.next() => {
                let message = message?.ok()?;
                if is_heard {
                    heed(&mut socket, &shared, message).await?;
                }
            }
            order = orders.recv() => {
                let order = order?;
                is_heard &= !matches!(order, Order::MissHeartbeats);
                sequence += 1;
                obey(&mut socket, &shared, order, sequence).await?;
            }
        }
    }
}

/// Answers IDENTIFY or RESUME, and returns the number of the last event sent.
async fn shake_hands(socket: &mut Socket, shared: &Shared) -> Option<u64> {
    loop {
        let Message::Text(text) = socket.next().await?.ok()? else { continue };
        let message: Value = serde_json::from_str(&text).ok()?;
        let token = message["d"]["token"].as_str().map(|token| token.trim_start_matches("Bot "));
        match message["op"].as_u64()? {
            2 | 6 if token != Some(TOKEN) => {
                close(socket, 4004).await;
                return None;
            }
            2 => {
                let shard = message["d"]["shard"].clone();
                if let Some(code) = shared.with(|record| record.session_refusal) {
                    close(socket, code).await;
                    return None;
                }
                dispatch(socket, "READY", payloads::ready(&shard), 1).await?;
                dispatch(socket, "GUILD_CREATE", payloads::guild(), 2).await?;
                let intents = message["d"]["intents"].as_u64()?;
                shared.with(|record| record.handshakes.push(Handshake::Identify { intents, shard }));
                return Some(2);
            }
            6 => {
                let sequence = message["d"]["seq"].as_u64()? + 1;
                dispatch(socket, "RESUMED", json!({}), sequence).await?;
                shared.with(|record| record.handshakes.push(Handshake::Resume));
                return Some(sequence);
            }
            _ => {}
        }
    }
}

async fn heed(socket: &mut Socket, shared: &Shared, message: Message) -> Option<()> {
    let Message::Text(text) = message else { return Some(()) };
    let message: Value = serde_json::from_str(&text).ok()?;
    if message["op"] != 1 {
        return Some(());
    }
    send(socket, json!({"op": 11})).await?;
    shared.with(|record| record.heartbeats += 1);
    Some(())
}

async fn obey(socket: &mut Socket, shared: &Shared, order: Order, sequence: u64) -> Option<()> {
    match order {
        Order::Dispatch(event, data) => {
            if let Some(id) = data["id"].as_str() {
                shared.with(|record| record.sent.push(id.to_owned()));
            }
            dispatch(socket, event, data, sequence).await
        }
        Order::Reconnect => send(socket, json!({"op": 7, "d": null})).await,
        Order::InvalidSession(resumable) => send(socket, json!({"op": 9, "d": resumable})).await,
        Order::MissHeartbeats => Some(()),
        Order::Close(code) => {
            close(socket, code).await;
            None
        }
        Order::HalfFrame => {
            // A text frame that says it has 126 bytes, and has three.
            socket.get_mut().write_all(&[0x81, 126, 0, 126, b'{', b'"', b'o']).await.ok()?;
            None
        }
    }
}

async fn dispatch(socket: &mut Socket, event: &str, data: Value, sequence: u64) -> Option<()> {
    send(socket, json!({"op": 0, "t": event, "s": sequence, "d": data})).await
}

async fn send(socket: &mut Socket, message: Value) -> Option<()> {
    socket.send(Message::text(message.to_string())).await.ok()
}

async fn close(socket: &mut Socket, code: u16) {
    let frame = CloseFrame { code: CloseCode::from(code), reason: "".into() };
    let _ = socket.close(Some(frame)).await;
}
