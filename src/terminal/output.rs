//! Standard output: a reply as JSON Lines or as people read it, flushed at its end. A reader that has gone
//! away ("| head") is no failure.

use std::io::{self, BufWriter, ErrorKind, Write};

use anyhow::Context as _;
use serde_json::Value;

use crate::render::{file, json, terminal, words};
use crate::reply::Reply;

/// Where replies go, and in which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// One JSON object a line.
    Json,
    /// For people.
    Words,
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
    /// Writes a reply to standard output.
    ///
    /// # Errors
    /// When it can't be written, other than for want of a reader.
    pub fn reply(self, reply: &Reply) -> anyhow::Result<Written> {
        match (self, reply, file::of(reply)) {
            (_, Reply::Raw(bytes), _) => written(write_bytes(bytes)),
            (Self::Words, _, Some(file)) => written(write_bytes(file.text.as_bytes())),
            (Self::Json | Self::Words, _, _) => self.told(reply),
        }
    }

    /// Writes a reply to standard output in words or JSON, whatever file it could be.
    ///
    /// # Errors
    /// As [`Output::reply`].
    pub fn told(self, reply: &Reply) -> anyhow::Result<Written> {
        match self {
            Self::Json => self.lines(json::lines(reply)),
            Self::Words => self.words(&terminal::text(reply)),
        }
    }

    /// Writes JSON Lines to standard output.
    ///
    /// # Errors
    /// As [`Output::reply`].
    pub fn lines(self, lines: impl IntoIterator<Item = Value>) -> anyhow::Result<Written> {
        let mut out = BufWriter::new(io::stdout().lock());
        let all = lines.into_iter().try_for_each(|line| writeln!(out, "{line}"));
        written(all.and_then(|()| out.flush()))
    }

    /// Writes an item before its answer, where people read; in JSON its answer holds it.
    ///
    /// # Errors
    /// As [`Output::reply`].
    pub fn item(self, item: &str, is_first: bool) -> anyhow::Result<Written> {
        match self {
            Self::Json => Ok(Written::Whole),
            Self::Words if is_first => self.words(&terminal::item(item)),
            Self::Words => self.words(&format!("\n{}", terminal::item(item))),
        }
    }

    /// Writes the line of an item that couldn't be answered by a fault of ours.
    ///
    /// # Errors
    /// As [`Output::reply`].
    pub fn failed_item(self, name: &str, item: &str) -> anyhow::Result<Written> {
        match self {
            Self::Json => self.lines([json::failed_item(name, item)]),
            Self::Words => self.words(&format!("{}\n", words::FAILED_ITEM)),
        }
    }

    /// Writes words of ours to standard output.
    ///
    /// # Errors
    /// As [`Output::reply`].
    pub fn words(self, text: &str) -> anyhow::Result<Written> {
        // Colours go where standard output is no terminal or NO_COLOR is set.
        let mut out = anstream::stdout().lock();
        written(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
    }
}

fn write_bytes(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

fn written(result: io::Result<()>) -> anyhow::Result<Written> {
    match result {
        Ok(()) => Ok(Written::Whole),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Written::ReaderGone),
        Err(error) => Err(error).context("standard output can't be written"),
    }
}
