//! Standard output: a reply as JSON Lines or as people read it, written whole and flushed. A reader that has gone
//! away ("| head") is no failure.

use std::io::{self, ErrorKind, Write};

use crate::render::json;
use crate::reply::Reply;

/// Where replies go.
#[derive(Debug)]
pub struct Output {
    json: bool,
}

/// How far a reply got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// All of it.
    Whole,
    /// Nobody reads any more.
    ReaderGone,
}

impl Output {
    /// Standard output, as JSON Lines or for people.
    pub fn standard(json: bool) -> Self {
        Self { json }
    }

    /// Writes a reply.
    ///
    /// # Errors
    /// When it can't be written, other than for want of a reader.
    pub fn reply(&mut self, reply: &Reply) -> anyhow::Result<Written> {
        let _ = self.json;
        let mut text = String::new();
        for line in json::lines(reply) {
            text.push_str(&line.to_string());
            text.push('\n');
        }
        written(write_whole(&text))
    }
}

fn write_whole(text: &str) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

fn written(result: io::Result<()>) -> anyhow::Result<Written> {
    match result {
        Ok(()) => Ok(Written::Whole),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Written::ReaderGone),
        Err(error) => Err(error.into()),
    }
}
