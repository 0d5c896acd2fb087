//! One server's part of what is kept. Whatever is read or changed goes through this handle, which puts its own id into
//! every query: there is no function by which one server's words reach another.

use std::fmt;

use sqlx::any::{Any, AnyArguments, AnyRow};
use sqlx::query::Query;

use super::{Desk, DeskError};

/// For whom something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ServerId {
    /// A server of Discord's.
    Discord(u64),
    /// A member who asks outside any server.
    Alone(u64),
    /// Whoever sits at the machine.
    Machine,
}

/// One server's part of what is kept.
#[derive(Clone, Copy)]
pub struct Server<'d> {
    pub(super) desk: &'d Desk,
    pub(super) id: ServerId,
}

impl<'d> Server<'d> {
    pub(super) fn new(desk: &'d Desk, id: ServerId) -> Self {
        Self { desk, id }
    }

    pub(super) fn rows(&self, asked: Asked<'_>) -> Result<Vec<AnyRow>, DeskError> {
        self.desk.wait(asked.fetch_all(&self.desk.pool))
    }

    pub(super) fn row(&self, asked: Asked<'_>) -> Result<Option<AnyRow>, DeskError> {
        self.desk.wait(asked.fetch_optional(&self.desk.pool))
    }

    /// A query whose first gap, `$1`, is this server.
    pub(super) fn ask<'q>(&self, words: &'q str) -> Asked<'q> {
        self.id.ask(words)
    }
}

/// A query of the database's with its gaps filled so far.
pub(super) type Asked<'q> = Query<'q, Any, AnyArguments<'q>>;

impl ServerId {
    /// A query whose first gap, `$1`, is this server.
    pub(super) fn ask(self, words: &str) -> Asked<'_> {
        debug_assert!(is_of_one_server(words), "a query of no server: {words}");
        sqlx::query(words).bind(self.to_string())
    }
}

/// Whether a query reads, changes or adds what belongs to the server in its first gap, and nothing else.
fn is_of_one_server(words: &str) -> bool {
    let adds = words.starts_with("INSERT INTO ") && words.contains(" (server, ") && words.contains("VALUES ($1, ");
    let narrows = words.contains(" WHERE server = $1");
    let has_further_table = words.contains(" JOIN ") || words.contains(" UNION ") || words.contains(" OR ");
    (adds || narrows) && !has_further_table
}

impl ServerId {
    /// What stands in the database.
    pub(super) fn read(stored: &str) -> Option<Self> {
        match stored.strip_prefix("alone:") {
            Some(member) => member.parse().ok().map(Self::Alone),
            None if stored == "machine" => Some(Self::Machine),
            None => stored.parse().ok().map(Self::Discord),
        }
    }
}

impl fmt::Display for ServerId {
    /// As it stands in the database.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Discord(id) => write!(formatter, "{id}"),
            Self::Alone(member) => write!(formatter, "alone:{member}"),
            Self::Machine => formatter.write_str("machine"),
        }
    }
}

/// Words as both databases can hold them: PostgreSQL's text takes no NUL.
pub(super) fn storable(words: &str) -> String {
    words.replace('\0', "\u{FFFD}")
}
