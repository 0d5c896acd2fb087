//! Why something of the desk's can't be done: where, what is wrong, and how to mend it. No message holds a value that is
//! kept, nor a password.

use std::fmt::Display;
use std::io::ErrorKind;

use sqlx::error::DatabaseError;
use sqlx::migrate::MigrateError;

use super::Address;

/// Why something of the desk's can't be done.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {trouble}")]
pub struct DeskError {
    /// The database.
    pub place: String,
    /// What is wrong.
    pub trouble: Trouble,
}

/// What is wrong, and how it is mended.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The system names no home folder.
    #[error("there is no folder to keep the state in; set VERBATIM_DATA_DIR")]
    NoFolder,
    /// The address of an SQLite database has no file.
    #[error("sqlite: names no file; write it as sqlite:/var/lib/verbatim/state.db")]
    NoFile,
    /// The disk is full, or the file may not grow.
    #[error("the disk is full, and nothing was changed; make room and try again")]
    Full,
    /// Somebody else holds the database for too long.
    #[error("another process keeps the database locked, and nothing was changed; try again, or end that process")]
    Locked,
    /// The file can't be made, opened or written.
    #[error("the state can't be written ({0}); let the user that runs this read and write the file and its folder")]
    NotWritable(String),
    /// The file is another program's, or damaged.
    #[error(
        "the state is damaged or no database ({0}); move it away, and bring a backup back with `verbatim restore FILE`"
    )]
    Damaged(String),
    /// A newer release has been here.
    #[error("the state was written by a newer release of verbatim; install that one")]
    Newer,
    /// PostgreSQL can't be reached.
    #[error("PostgreSQL can't be reached ({0}); check state.url, and that the server runs")]
    Unreachable(String),
    /// PostgreSQL refuses the name, the password or the database.
    #[error("PostgreSQL refuses the connection ({0}); check the name, password and database in state.url")]
    Refused(String),
    /// Anything else.
    #[error("{0}")]
    Other(String),
}

impl DeskError {
    /// Something without a kind of its own.
    pub(super) fn other(address: &Address, reason: &impl Display) -> Self {
        Self { place: address.to_string(), trouble: Trouble::Other(reason.to_string()) }
    }

    /// A file that can't be made.
    pub(super) fn unwritable(address: &Address, error: &std::io::Error) -> Self {
        let trouble = match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Trouble::Full,
            _ => Trouble::NotWritable(error.to_string()),
        };
        Self { place: address.to_string(), trouble }
    }

    /// What the driver says.
    pub(super) fn of(address: &Address, error: sqlx::Error) -> Self {
        Self { place: address.to_string(), trouble: Trouble::of(address, error) }
    }

    /// What the driver says of bringing a database up to date.
    pub(super) fn of_migration(address: &Address, error: MigrateError) -> Self {
        let trouble = match error {
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => Trouble::of(address, error),
            MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => Trouble::Newer,
            MigrateError::VersionMismatch(_) => Trouble::Damaged("its tables were made otherwise".to_owned()),
            other => Trouble::Other(other.to_string()),
        };
        Self { place: address.to_string(), trouble }
    }
}

impl Trouble {
    fn of(address: &Address, error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(error) if address.is_shared() => Self::of_postgresql(&*error),
            sqlx::Error::Database(error) => Self::of_sqlite(&*error),
            sqlx::Error::Io(error) => Self::Unreachable(error.to_string()),
            sqlx::Error::Tls(error) => Self::Unreachable(error.to_string()),
            sqlx::Error::PoolTimedOut if address.is_shared() => Self::Unreachable("no answer in time".to_owned()),
            sqlx::Error::PoolTimedOut => Self::Locked,
            other => Self::Other(other.to_string()),
        }
    }

    /// SQLite's result codes (sqlite.org/rescode.html); the lowest byte of an extended one is the plain one.
    fn of_sqlite(error: &dyn DatabaseError) -> Self {
        let code = error.code().and_then(|code| code.parse::<i32>().ok()).unwrap_or_default();
        let message = error.message().to_owned();
        match code & 0xff {
            5 | 6 => Self::Locked,
            13 => Self::Full,
            // A file that may not grow is an error of writing (778 IOERR_WRITE, 4874 IOERR_SHMSIZE, 1034 IOERR_FSYNC).
            10 if matches!(code, 778 | 1034 | 4874) => Self::Full,
            11 | 26 => Self::Damaged(message),
            8 | 14 | 3 | 10 => Self::NotWritable(message),
            _ => Self::Other(message),
        }
    }

    /// PostgreSQL's SQLSTATE codes (its documentation, appendix A).
    fn of_postgresql(error: &dyn DatabaseError) -> Self {
        let code = error.code().unwrap_or_default();
        let message = error.message().to_owned();
        match &*code {
            "53100" | "53200" => Self::Full,
            "55P03" | "40P01" | "57014" => Self::Locked,
            "28000" | "28P01" | "3D000" | "42501" => Self::Refused(message),
            code if code.starts_with("08") || code.starts_with("57P") || code == "53300" => Self::Unreachable(message),
            code if code.starts_with("XX") => Self::Damaged(message),
            _ => Self::Other(message),
        }
    }
}
