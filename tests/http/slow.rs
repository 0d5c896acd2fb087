//! Connections that say little or nothing, and more of them than there is room for: nobody is kept from an answer by them.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::json;

use super::signed::{PATIENCE, Request, connect};
use super::{Copy, ping, slash};

/// As many as the bot takes at once.
const MOST: usize = 512;
/// More than that.
const CROWD: usize = 640;
/// Longer than the head of a request may take.
const PAUSE: Duration = Duration::from_secs(4);

/// Whether the other side has ended the connection.
fn is_ended(stream: &mut TcpStream) -> bool {
    stream.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
    match stream.read(&mut [0; 512]) {
        Ok(count) => count == 0,
        Err(error) => error.kind() == std::io::ErrorKind::ConnectionReset,
    }
}

fn wait_for_the_end(stream: &mut TcpStream, mut meanwhile: impl FnMut(&mut TcpStream)) {
    let deadline = Instant::now() + PATIENCE;
    while !is_ended(stream) {
        assert!(Instant::now() < deadline, "the connection is kept");
        meanwhile(stream);
    }
}

#[test]
fn a_head_that_never_ends_is_cut_off_and_so_is_a_connection_that_says_nothing() {
    let copy = Copy::start();
    let (mut slow, mut silent) = (connect(copy.address), connect(copy.address));
    slow.write_all(b"POST /interactions HTTP/1.1\r\n").unwrap();
    assert_eq!(copy.status(&Request::interaction(&slash("figures", &[]))), 200);
    // A header line every now and then, as those do who want to hold a server up.
    wait_for_the_end(&mut slow, |slow| drop(slow.write_all(b"X-More: to come\r\n")));
    wait_for_the_end(&mut silent, |_| {});
    copy.stop();
}

#[test]
fn a_connection_that_discord_uses_may_rest_and_one_that_was_refused_is_closed() {
    let copy = Copy::start();
    let mut kept = connect(copy.address);
    for pause in [PAUSE, Duration::ZERO] {
        let request = Request::interaction(&ping());
        kept.write_all(request.head("keep-alive").as_bytes()).unwrap();
        kept.write_all(&request.body).unwrap();
        let mut response = [0; 1024];
        let length = kept.read(&mut response).unwrap();
        let response = String::from_utf8_lossy(&response[..length]);
        assert!(response.starts_with("HTTP/1.1 200") && response.ends_with(&json!({"type": 1}).to_string()));
        std::thread::sleep(pause);
    }
    let forged = Request::forged(&slash("figures", &[]));
    kept.write_all(forged.head("keep-alive").as_bytes()).unwrap();
    kept.write_all(&forged.body).unwrap();
    wait_for_the_end(&mut kept, |_| {});
    copy.stop();
}

// Where a process's sockets can be counted.
#[cfg(target_os = "linux")]
#[test]
fn more_connections_than_there_is_room_for_wait_and_the_answers_come_all_the_same() {
    let copy = Copy::start();
    let before = copy.bot.sockets();
    let mut crowd = VecDeque::new();
    let deadline = Instant::now() + PATIENCE;
    let mut most = 0;
    // Those that came first say nothing and are cut off, and the next have their turn.
    while Instant::now() < deadline && most < MOST {
        crowd.extend((0..CROWD / 4).map(|_| connect(copy.address)));
        crowd.drain(..crowd.len().saturating_sub(CROWD));
        most = most.max(copy.bot.sockets());
    }
    assert_eq!(copy.status(&Request::interaction(&slash("figures", &[]))), 200, "whoever waits is answered");
    most = most.max(copy.bot.sockets());
    assert!((MOST..=before + MOST).contains(&most), "{before} sockets before, then {most}");
    drop(crowd);
    copy.stop();
}
