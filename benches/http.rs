//! How many HTTP interactions a second the bot answers, signatures and all, and how long each waits: the real binary on
//! loopback, asked over connections that are kept. A ping, of which only the signature is checked, is the measure beside it.
//!
//! `cargo bench --bench http`, or with `-- CONNECTIONS SECONDS`.

// A bench prints what it measured, and whatever it can't have ends it.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Value, json};

#[path = "../tests/discord/stand_in/payloads.rs"]
#[allow(dead_code)]
mod payloads;

/// Requests signed ahead for each second, over all connections: more than can be answered.
const AHEAD: u64 = 50_000;

fn main() {
    let numbers: Vec<u64> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let connections = numbers.first().copied().unwrap_or(16);
    let seconds = numbers.get(1).copied().unwrap_or(3);
    let bot = Bot::start();
    println!("{connections} connections, {seconds} s each");
    println!("{:<24} {:>10} {:>10} {:>10} {:>10}", "interaction", "a second", "median", "p99", "longest");
    let question = [("question", "who said what?")];
    let cases: [(&str, Value); 5] = [
        ("ping", ping()),
        ("/ask, asked before", payloads::slash("ask", &question)),
        ("/figures", payloads::slash("figures", &[])),
        ("letters typed", payloads::typing("said", "speaker", "a")),
        ("a button", payloads::button("run|source|paragraph=1")),
    ];
    for (name, interaction) in &cases {
        let load = Load { address: bot.address, interaction, length: Duration::from_secs(seconds) };
        let waits = load.run(connections);
        report(name, waits, seconds);
    }
}

fn ping() -> Value {
    let mut ping = payloads::slash("ask", &[]);
    ping["type"] = json!(1);
    ping
}

fn report(name: &str, mut waits: Vec<Duration>, seconds: u64) {
    waits.sort_unstable();
    let at = |share: f64| waits[((waits.len() - 1) as f64 * share) as usize];
    let a_second = waits.len() as u64 / seconds.max(1);
    println!("{name:<24} {a_second:>10} {:>10.2?} {:>10.2?} {:>10.2?}", at(0.5), at(0.99), at(1.0));
}

/// One interaction, asked again and again, each time under another id.
struct Load<'i> {
    address: SocketAddr,
    interaction: &'i Value,
    length: Duration,
}

impl Load<'_> {
    /// How long each request waited for its response.
    fn run(&self, connections: u64) -> Vec<Duration> {
        std::thread::scope(|scope| {
            let count = AHEAD * self.length.as_secs().max(1) / connections;
            let prepared: Vec<_> = (0..connections).map(|_| scope.spawn(move || self.prepared(count))).collect();
            let prepared: Vec<_> = prepared.into_iter().map(|thread| thread.join().unwrap()).collect();
            let asking = prepared.into_iter().map(|requests| scope.spawn(move || self.ask(&requests)));
            let asking: Vec<_> = asking.collect();
            asking.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        })
    }

    fn prepared(&self, count: u64) -> Vec<Vec<u8>> {
        let mut interaction = self.interaction.clone();
        let mut with_new_id = || {
            interaction["id"] = json!(payloads::new_id());
            request(&interaction)
        };
        (0..count).map(|_| with_new_id()).collect()
    }

    fn ask(&self, requests: &[Vec<u8>]) -> Vec<Duration> {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_nodelay(true).unwrap();
        let mut responses = BufReader::new(stream.try_clone().unwrap());
        let begun = Instant::now();
        let mut waits = Vec::with_capacity(requests.len());
        for request in requests {
            if begun.elapsed() > self.length {
                break;
            }
            let asked = Instant::now();
            stream.write_all(request).unwrap();
            read(&mut responses);
            waits.push(asked.elapsed());
        }
        waits
    }
}

/// Reads one response, which is a callback.
fn read(responses: &mut impl BufRead) {
    let mut line = String::new();
    let mut length = 0;
    responses.read_line(&mut line).unwrap();
    assert!(line.contains(" 200 "), "{line}");
    while line != "\r\n" {
        line.clear();
        responses.read_line(&mut line).unwrap();
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    responses.read_exact(&mut vec![0; length]).unwrap();
}

fn secret() -> SigningKey {
    SigningKey::from_bytes(&[42; 32])
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn request(interaction: &Value) -> Vec<u8> {
    let body = interaction.to_string();
    let time = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs().to_string();
    let signature = hexadecimal(&secret().sign(format!("{time}{body}").as_bytes()).to_bytes());
    let length = body.len();
    format!(
        "POST /interactions HTTP/1.1\r\nHost: bot\r\nX-Signature-Ed25519: {signature}\r\nX-Signature-Timestamp: {time}\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

/// The real binary, killed at the end.
struct Bot {
    process: Child,
    address: SocketAddr,
    _home: tempfile::TempDir,
}

impl Bot {
    fn start() -> Self {
        let home = tempfile::tempdir().unwrap();
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
        command.arg("run").env_clear().env("HOME", home.path()).env("VERBATIM_DATA_DIR", home.path().join("data"));
        command.env("VERBATIM_DISCORD__HTTP_LISTEN", address.to_string()).env("VERBATIM_LOG__LEVEL", "warn");
        command.env("VERBATIM_DISCORD__PUBLIC_KEY", hexadecimal(secret().verifying_key().as_bytes()));
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn().unwrap();
        let bot = Self { process, address, _home: home };
        bot.wait_until_it_answers();
        bot
    }

    fn wait_until_it_answers(&self) {
        let load = Load { address: self.address, interaction: &ping(), length: Duration::from_secs(1) };
        while TcpStream::connect(self.address).is_err() {
            std::thread::sleep(Duration::from_millis(20));
        }
        load.ask(&[request(&ping())]);
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
