//! All that is kept → a file of JSON Lines and back again, the same from SQLite and from PostgreSQL, so that a backup is
//! also the way from one to the other. It holds every server's part and is for whoever runs the bot.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Seek, Write};
use std::path::Path;

use futures_util::TryStreamExt;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sqlx::any::AnyRow;
use sqlx::{Any, AnyConnection, Column, Database, Row, Transaction};
use tokio::runtime::Runtime;

use super::connection::newest;
use super::{Desk, DeskError};

/// Every table, in an order in which they can be filled.
const TABLES: [&str; 15] = [
    "counters",
    "audit",
    "settings",
    "blocked",
    "turns",
    "answers",
    "complaints",
    "wishes",
    "posts",
    "schedules",
    "approved",
    "hand_overs",
    "gaps",
    "corrections",
    "ticks",
];

/// Begins a transaction that sees everything as it is at one moment, whoever writes meanwhile.
const ONE_MOMENT_SQLITE: &str = "BEGIN";
const ONE_MOMENT_POSTGRESQL: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// The first line.
#[derive(Serialize, Deserialize)]
struct Header {
    /// What the file is.
    verbatim: String,
    /// The migration that its tables are of.
    tables: i64,
    /// When it was made.
    at: Timestamp,
}

/// What the first line calls the file.
const STATE: &str = "state";

/// Every further line.
#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    Row { table: String, row: Map<String, Value> },
    End { rows: u64 },
}

/// Why a backup can't be brought back.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// The file can't be read.
    #[error("it can't be read ({0})")]
    Unreadable(std::io::Error),
    /// A line isn't one of a backup.
    #[error("line {0} isn't a backup's")]
    Malformed(usize),
    /// The last line is missing: the file was cut.
    #[error("its end is missing; take a whole copy")]
    Cut,
    /// It was made by a newer release.
    #[error("it was made by a newer release of verbatim; install that one")]
    Newer,
    /// There is something that it would replace.
    #[error("there is something kept already, which it would replace; --replace does so")]
    NotEmpty,
    /// The database can't take it.
    #[error(transparent)]
    Desk(#[from] DeskError),
}

/// Why a backup can't be written.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// The file can't be.
    #[error("it can't be written ({0})")]
    File(#[from] std::io::Error),
    /// The database can't be read.
    #[error(transparent)]
    Desk(#[from] DeskError),
}

impl Desk {
    /// Writes all that is kept at one moment into a file, which takes the place of one of that name once it is whole; says
    /// how many rows. Others may go on writing meanwhile.
    ///
    /// # Errors
    /// When the database can't be read or the file can't be written.
    pub fn back_up(&self, file: &Path, at: Timestamp) -> Result<u64, NotWritten> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // Readable by its owner only, as temporary files are: it holds what members handed in.
        let mut whole = tempfile::NamedTempFile::new_in(folder)?;
        let rows = self.dump(BufWriter::new(whole.as_file_mut()), at)?;
        whole.as_file().sync_all()?;
        whole.persist(file).map_err(|error| error.error)?;
        File::open(folder)?.sync_all()?;
        Ok(rows)
    }

    fn dump(&self, mut out: impl Write, at: Timestamp) -> Result<u64, NotWritten> {
        let begin = if self.address.is_shared() { ONE_MOMENT_POSTGRESQL } else { ONE_MOMENT_SQLITE };
        let header = Header { verbatim: STATE.to_owned(), tables: newest(), at };
        writeln!(out, "{}", json!(header))?;
        // Where it ends early, the transaction is taken back by the runtime.
        let _inside = self.runtime.as_ref().map(Runtime::enter);
        let mut transaction = self.wait(self.pool.begin_with(begin))?;
        let mut count = 0;
        for table in TABLES {
            count += self.dump_table(&mut transaction, table, &mut out)?;
        }
        writeln!(out, "{}", json!({"rows": count}))?;
        out.flush()?;
        Ok(count)
    }

    fn dump_table(
        &self,
        transaction: &mut Transaction<'static, Any>,
        table: &str,
        out: &mut impl Write,
    ) -> Result<u64, NotWritten> {
        let words = format!("SELECT * FROM {table}");
        let mut rows = sqlx::query(&words).fetch(&mut **transaction);
        let mut count = 0;
        while let Some(row) = self.wait(rows.try_next())? {
            let row = values(&row).map_err(|error| self.error(error))?;
            writeln!(out, "{}", json!({"table": table, "row": row}))?;
            count += 1;
        }
        Ok(count)
    }

    /// Puts what a backup holds in place of all that is kept, as one change; says how many rows. Something that is kept
    /// already is only replaced where `replaces` says so.
    ///
    /// # Errors
    /// When the file isn't a whole backup, there is something that may not be replaced, or the database can't be written.
    pub fn restore(&self, file: &Path, replaces: bool) -> Result<u64, Unusable> {
        let mut file = File::open(file).map_err(Unusable::Unreadable)?;
        check(&file)?;
        file.rewind().map_err(Unusable::Unreadable)?;
        self.wait_for(self.transact(async |connection| {
            for table in TABLES {
                self.empty(connection, table, replaces).await?;
            }
            self.fill(connection, &file).await
        }))
    }

    /// Writes what a backup holds into empty tables.
    async fn fill(&self, connection: &mut AnyConnection, file: &File) -> Result<u64, Unusable> {
        let mut count = 0;
        for (number, line) in BufReader::new(file).lines().enumerate().skip(1) {
            match read(number, &line.map_err(Unusable::Unreadable)?)? {
                Line::Row { table, row } => {
                    let words = insertion(&table, &row);
                    let filled = row.values().fold(sqlx::query(&words), |query, value| match value {
                        Value::String(words) => query.bind(words.as_str()),
                        other => query.bind(other.as_i64().unwrap_or_default()),
                    });
                    filled.execute(&mut *connection).await.map_err(|error| self.error(error))?;
                    count += 1;
                }
                Line::End { .. } => break,
            }
        }
        Ok(count)
    }

    async fn empty(&self, connection: &mut AnyConnection, table: &str, replaces: bool) -> Result<(), Unusable> {
        let words = if replaces { format!("DELETE FROM {table}") } else { format!("SELECT 1 FROM {table} LIMIT 1") };
        let found = sqlx::query(&words).fetch_optional(&mut *connection).await.map_err(|error| self.error(error))?;
        if found.is_some() { Err(Unusable::NotEmpty) } else { Ok(()) }
    }
}

/// A row's values by the names of their columns.
fn values(row: &AnyRow) -> Result<Map<String, Value>, sqlx::Error> {
    let value = |column: &<Any as Database>::Column| {
        let at = column.ordinal();
        let value = match row.try_get::<String, _>(at) {
            Ok(words) => Value::from(words),
            Err(_) => Value::from(row.try_get::<i64, _>(at)?),
        };
        Ok((column.name().to_owned(), value))
    };
    row.columns().iter().map(value).collect()
}

/// Reads a file to its end before anything is replaced by it.
fn check(file: &File) -> Result<(), Unusable> {
    let mut lines = BufReader::new(file).lines();
    let first = lines.next().ok_or(Unusable::Cut)?.map_err(Unusable::Unreadable)?;
    let header: Header = serde_json::from_str(&first).map_err(|_| Unusable::Malformed(1))?;
    if header.verbatim != STATE {
        return Err(Unusable::Malformed(1));
    }
    if header.tables > newest() {
        return Err(Unusable::Newer);
    }
    let mut count = 0;
    for (number, line) in lines.enumerate() {
        match read(number + 1, &line.map_err(Unusable::Unreadable)?)? {
            Line::Row { .. } => count += 1,
            Line::End { rows } if rows == count => return Ok(()),
            Line::End { .. } => return Err(Unusable::Cut),
        }
    }
    Err(Unusable::Cut)
}

/// A line after the first; `number` counts from 0.
fn read(number: usize, line: &str) -> Result<Line, Unusable> {
    let read: Option<Line> = serde_json::from_str(line).ok();
    let is_sound = |line: &Line| match line {
        Line::Row { table, row } => {
            let is_value = |value: &Value| value.is_string() || value.is_i64();
            TABLES.contains(&table.as_str())
                && !row.is_empty()
                && row.iter().all(|(name, value)| is_name(name) && is_value(value))
        }
        Line::End { .. } => true,
    };
    read.filter(is_sound).ok_or(Unusable::Malformed(number + 1))
}

/// Whether a column can be called so, which also keeps SQL out of it.
fn is_name(name: &str) -> bool {
    (1..=30).contains(&name.len()) && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_')
}

fn insertion(table: &str, row: &Map<String, Value>) -> String {
    let columns: Vec<&str> = row.keys().map(String::as_str).collect();
    let gaps: Vec<String> = (1..=columns.len()).map(|number| format!("${number}")).collect();
    format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), gaps.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_in_a_backup() {
        let made = include_str!("migrations/1_desk.sql").lines().filter_map(|line| line.strip_prefix("CREATE TABLE "));
        let made: Vec<&str> = made.map(|rest| rest.trim_end_matches(" (")).collect();
        // What is still to be done at Discord isn't done twice because a backup is brought back.
        let kept: Vec<&str> = made.into_iter().filter(|table| *table != "outbox").collect();
        assert_eq!(kept, TABLES);
    }

    #[test]
    fn a_line_that_no_backup_has_is_refused() {
        assert!(read(1, r#"{"table":"audit","row":{"server":"1","number":2}}"#).is_ok());
        for line in [
            "",
            "{}",
            r#"{"table":"sqlite_master","row":{"server":"1"}}"#,
            r#"{"table":"audit","row":{}}"#,
            r#"{"table":"audit","row":{"server) VALUES ('1'); --":"1"}}"#,
            r#"{"table":"audit","row":{"server":null}}"#,
            r#"{"table":"audit","row":{"number":1.5}}"#,
        ] {
            assert!(matches!(read(6, line), Err(Unusable::Malformed(7))), "{line}");
        }
    }
}
