//! Requests as Discord makes them, signed with a key of the test's own, over sockets that can stop halfway.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use ed25519_dalek::{Signer, SigningKey};
use serde_json::Value;

use crate::discord::multipart;

/// How long anything may take before a test fails.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The key that the bot is told to be Discord's.
fn secret() -> SigningKey {
    SigningKey::from_bytes(&[42; 32])
}

/// Its public half, as the settings have it.
pub fn public_key() -> String {
    hexadecimal(secret().verifying_key().as_bytes())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The present, in seconds.
pub fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

/// An address on which nothing listens.
pub fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// A request; every part of it can be changed before it is sent.
#[derive(Clone)]
pub struct Request {
    /// `METHOD path`.
    pub what: String,
    /// All but those that HTTP itself needs.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Request {
    /// An interaction, signed now.
    pub fn interaction(interaction: &Value) -> Self {
        Self::signed_at(&now().to_string(), interaction.to_string().as_bytes())
    }

    /// Any body, signed for any time.
    pub fn signed_at(timestamp: &str, body: &[u8]) -> Self {
        Self::signed_by(&secret(), timestamp, body)
    }

    /// An interaction that somebody else signed.
    pub fn forged(interaction: &Value) -> Self {
        Self::signed_by(&SigningKey::from_bytes(&[43; 32]), &now().to_string(), interaction.to_string().as_bytes())
    }

    fn signed_by(secret: &SigningKey, timestamp: &str, body: &[u8]) -> Self {
        let signature = secret.sign(&[timestamp.as_bytes(), body].concat());
        let headers = vec![
            ("X-Signature-Ed25519", hexadecimal(&signature.to_bytes())),
            ("X-Signature-Timestamp", timestamp.to_owned()),
            ("Content-Type", "application/json".to_owned()),
            ("Content-Length", body.len().to_string()),
        ];
        Self { what: "POST /interactions".to_owned(), headers, body: body.to_owned() }
    }

    /// What a browser or Prometheus asks for.
    pub fn get(path: &str) -> Self {
        Self { what: format!("GET {path}"), headers: Vec::new(), body: Vec::new() }
    }

    /// The same without one of its headers.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(header, _)| *header != name);
        self
    }

    /// The same with another value of one of its headers.
    pub fn with(self, name: &'static str, value: &str) -> Self {
        let mut changed = self.without(name);
        changed.headers.push((name, value.to_owned()));
        changed
    }

    /// Sends it and waits for the response.
    pub fn send(&self, to: SocketAddr) -> Response {
        let mut begun = self.begin(to);
        begun.write(&self.body);
        begun.finish()
    }

    /// Sends all but the body.
    pub fn begin(&self, to: SocketAddr) -> Begun {
        let mut begun = Begun(connect(to));
        begun.write(self.head("close").as_bytes());
        begun
    }

    /// All but the body, for a connection that is to be kept ("keep-alive") or not ("close").
    pub fn head(&self, connection: &str) -> String {
        let headers: String = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        format!("{} HTTP/1.1\r\nHost: bot\r\nConnection: {connection}\r\n{headers}\r\n", self.what)
    }
}

/// Connects once the bot listens.
pub fn connect(to: SocketAddr) -> TcpStream {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match TcpStream::connect(to) {
            Ok(stream) => {
                stream.set_read_timeout(Some(PATIENCE)).unwrap();
                return stream;
            }
            Err(error) if Instant::now() > deadline => panic!("{to}: {error}"),
            Err(_) => std::thread::sleep(Duration::from_millis(10)),
        }
    }
}

/// A request whose body is still to come.
pub struct Begun(TcpStream);

impl Begun {
    /// Sends a piece of the body.
    pub fn write(&mut self, bytes: &[u8]) {
        // A server that has refused a request may read no more of it.
        let _ = self.0.write_all(bytes);
    }

    /// Waits for the response.
    pub fn finish(mut self) -> Response {
        let mut bytes = Vec::new();
        // A connection that is reset after the response has brought it all the same.
        let _ = self.0.read_to_end(&mut bytes);
        let _ = self.0.shutdown(Shutdown::Both);
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no response but {:?}", String::from_utf8_lossy(&bytes)));
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap().to_lowercase();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let content = bytes[end + 4..].to_vec();
        let body = String::from_utf8_lossy(&content).into_owned();
        Response { status, head, body, content }
    }
}

/// What came back.
#[derive(Debug)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The headers, in lower case.
    pub head: String,
    /// The body, as text.
    pub body: String,
    /// The body, byte for byte.
    pub content: Vec<u8>,
}

impl Response {
    /// The callback that it brings.
    pub fn callback(&self) -> Value {
        assert_eq!(self.status, 200, "{self:?}");
        let content_type = self.head.lines().find_map(|line| line.strip_prefix("content-type: ")).unwrap_or_default();
        if let Some(body) = multipart::read(content_type, &self.content) {
            assert!(body.faults.is_empty(), "{:?}", body.faults);
            return body.payload;
        }
        assert_eq!(content_type, "application/json", "{}", self.head);
        serde_json::from_str(&self.body).unwrap()
    }
}
