//! A stand-in for Discord on loopback: REST API and gateway over real sockets. It keeps every call and handshake, judges
//! every body, and fails in the ways it is told to; what it does not hold is Discord's own state.

use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::mpsc::UnboundedSender;

pub use gateway::{Handshake, Order};
pub use rest::{Call, Refusal};

mod gateway;
pub mod payloads;
mod rest;

/// The token that the stand-in takes; any other is refused.
pub const TOKEN: &str = "MTA1.stand-in.a-token-that-must-never-be-printed";

/// How long anything may take before a test fails.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long an answer is waited for before the question is put again.
const ANSWER_PATIENCE: Duration = Duration::from_secs(5);

/// What the stand-in has seen and is told to do next.
#[derive(Default)]
pub struct Record {
    /// The REST calls, in order.
    pub calls: Vec<Call>,
    /// The gateway's handshakes, in order.
    pub handshakes: Vec<Handshake>,
    /// The next answers that are refusals.
    pub refusals: Vec<Refusal>,
    /// The ids of interactions sent, and of those answered.
    pub sent: Vec<String>,
    /// See `sent`.
    pub answered: Vec<String>,
    /// The time that answers say it is, where it isn't the machine's.
    pub date: Option<&'static str>,
    /// The code that every session is closed with before it has begun.
    pub session_refusal: Option<u16>,
    /// How often a client is to send a heartbeat, in milliseconds, where it isn't as Discord says.
    pub heartbeat: Option<u64>,
    /// How many heartbeats were answered.
    pub heartbeats: usize,
}

/// A record that can be waited on.
#[derive(Default)]
pub struct Shared {
    record: Mutex<Record>,
    changed: Condvar,
}

impl Shared {
    /// Reads or changes the record, and wakes who waits for it.
    pub fn with<T>(&self, act: impl FnOnce(&mut Record) -> T) -> T {
        let done = act(&mut self.record.lock().unwrap());
        self.changed.notify_all();
        done
    }

    /// Waits until `find` finds something in the record.
    fn wait_for<T>(&self, what: &str, find: impl Fn(&Record) -> Option<T>) -> T {
        let deadline = Instant::now() + PATIENCE;
        let mut record = self.record.lock().unwrap();
        loop {
            if let Some(found) = find(&record) {
                return found;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited in vain for {what}; calls so far: {:#?}", record.calls);
            record = self.changed.wait_timeout(record, left).unwrap().0;
        }
    }
}

/// A running stand-in; it stops when dropped, and fails the test if a body was not one that Discord would take.
pub struct StandIn {
    api: String,
    shared: Arc<Shared>,
    orders: UnboundedSender<Order>,
    _runtime: Runtime,
}

impl StandIn {
    /// Starts one on two free ports.
    pub fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let shared = Arc::new(Shared::default());
        let (orders, received) = tokio::sync::mpsc::unbounded_channel();
        let (rest, gateway) = runtime.block_on(async {
            let any = "127.0.0.1:0";
            (TcpListener::bind(any).await.unwrap(), TcpListener::bind(any).await.unwrap())
        });
        let api = format!("http://{}", rest.local_addr().unwrap());
        let gateway_url = format!("ws://{}", gateway.local_addr().unwrap());
        runtime.spawn(rest::serve(rest, Arc::clone(&shared), gateway_url));
        runtime.spawn(gateway::serve(gateway, Arc::clone(&shared), received));
        Self { api, shared, orders, _runtime: runtime }
    }

    /// The base address of its REST API.
    pub fn api(&self) -> &str {
        &self.api
    }

    /// Has the next call that fits refused.
    pub fn refuse(&self, refusal: Refusal) {
        self.shared.with(|record| record.refusals.push(refusal));
    }

    /// Has the next call that fits answered so.
    pub fn answer_once(&self, method: &'static str, beginning: &'static str, body: Value) {
        self.refuse(Refusal { method, beginning, status: 200, body, retry_after: None });
    }

    /// Has every answer say that it is this time.
    pub fn date(&self, date: &'static str) {
        self.shared.with(|record| record.date = Some(date));
    }

    /// Has every session closed with this code before it has begun.
    pub fn refuse_sessions(&self, code: u16) {
        self.shared.with(|record| record.session_refusal = Some(code));
    }

    /// Has clients send a heartbeat every so many milliseconds, beginning with the next connection.
    pub fn ask_for_heartbeats(&self, every: u64) {
        self.shared.with(|record| record.heartbeat = Some(every));
    }

    /// Has the gateway do something, once there is a session.
    pub fn order(&self, order: Order) {
        self.orders.send(order).unwrap();
    }

    /// Sends an interaction, and returns the callback that answers it.
    pub fn ask(&self, interaction: Value) -> Call {
        let id = interaction["id"].as_str().unwrap().to_owned();
        self.send(interaction);
        self.callback(&id)
    }

    /// Sends an interaction until it is answered: what is sent while a session is being taken up again may be lost,
    /// and a person presses the button once more.
    pub fn ask_until_answered(&self, interaction: Value) -> Call {
        let id = interaction["id"].as_str().unwrap().to_owned();
        let beginning = format!("/interactions/{id}/");
        for _ in 0..3 {
            self.send(interaction.clone());
            let deadline = Instant::now() + ANSWER_PATIENCE;
            while Instant::now() < deadline {
                if self.calls().iter().any(|call| call.path.starts_with(&beginning)) {
                    return self.callback(&id);
                }
                std::thread::sleep(Duration::from_millis(10));
            }
        }
        self.callback(&id)
    }

    /// Sends an interaction.
    pub fn send(&self, interaction: Value) {
        self.order(Order::Dispatch("INTERACTION_CREATE", interaction));
    }

    /// Waits for the callback to an interaction.
    pub fn callback(&self, interaction: &str) -> Call {
        let beginning = format!("/interactions/{interaction}/");
        self.call("POST", &beginning, 1)
    }

    /// Waits for the `count`th call of this method whose path begins so.
    pub fn call(&self, method: &str, beginning: &str, count: usize) -> Call {
        let fits = |call: &&Call| call.method == method && call.path.starts_with(beginning);
        self.shared.wait_for(&format!("{method} {beginning}"), |record| {
            record.calls.iter().filter(fits).nth(count - 1).cloned()
        })
    }

    /// Waits for the `count`th handshake.
    pub fn handshake(&self, count: usize) -> Handshake {
        self.shared.wait_for("a handshake", |record| record.handshakes.get(count - 1).cloned())
    }

    /// Waits until so many heartbeats were answered.
    pub fn answer_heartbeats(&self, count: usize) {
        self.shared.wait_for("heartbeats", |record| (record.heartbeats >= count).then_some(()));
    }

    /// How many handshakes there were so far.
    pub fn handshakes(&self) -> usize {
        self.shared.with(|record| record.handshakes.len())
    }

    /// The calls so far.
    pub fn calls(&self) -> Vec<Call> {
        self.shared.with(|record| record.calls.clone())
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        for call in self.calls() {
            assert!(
                call.faults.is_empty(),
                "Discord would refuse {} {}: {:#?}\n{:#}",
                call.method,
                call.path,
                call.faults,
                call.body
            );
        }
    }
}
