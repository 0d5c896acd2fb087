//! Connections to the desk's database: opened so that what is confirmed is on the disk, and brought up to date.

use std::borrow::Cow;
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AnyConnection, AnyPool, ConnectOptions, Connection, Executor};

use super::{Address, DeskError};

/// What the tables have become with each release; nothing that was released is ever changed.
const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "the desk", include_str!("migrations/1_desk.sql")),
    (2, "summaries", include_str!("migrations/2_summaries.sql")),
];

/// How long another process may hold the database before a change is given up.
const PATIENCE: Duration = Duration::from_secs(5);
/// How many changes of one process are under way at once. SQLite writes one after the other anyway.
const CONNECTIONS: u32 = 4;

/// Begins a transaction that is to write. SQLite's own BEGIN would take the lock late, and then fail at once where
/// another process writes, whatever its patience is.
const BEGIN_SQLITE: &str = "BEGIN IMMEDIATE";
const BEGIN_POSTGRESQL: &str = "BEGIN";

/// Readers don't hold up who writes; a commit is on the disk before it is confirmed (sqlite.org/pragma.html).
const PRAGMAS: [&str; 4] = [
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
];

/// Opens the database, made and brought up to date where it isn't yet.
pub async fn open(address: &Address) -> Result<AnyPool, DeskError> {
    sqlx::any::install_default_drivers();
    if let Address::File(path) = address {
        make_file(path).map_err(|error| DeskError::unwritable(address, &error))?;
    }
    let failed = |error| DeskError::of(address, error);
    let options: AnyConnectOptions = address.for_driver().parse().map_err(failed)?;
    let options = options.disable_statement_logging();
    // A pool would try again and again what can't be opened at all.
    let mut first = AnyConnection::connect_with(&options).await.map_err(failed)?;
    prepare(&mut first, address).await.map_err(failed)?;
    migrate(&mut first, address).await?;
    first.close().await.map_err(failed)?;
    let pool = AnyPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE);
    let own = address.clone();
    let pool = pool.after_connect(move |connection, _| {
        let address = own.clone();
        Box::pin(async move { prepare(connection, &address).await })
    });
    Ok(pool.connect_lazy_with(options))
}

/// How a transaction that is to write begins.
pub fn begin(address: &Address) -> &'static str {
    if address.is_shared() { BEGIN_POSTGRESQL } else { BEGIN_SQLITE }
}

/// The number of the newest migration.
pub fn newest() -> i64 {
    MIGRATIONS.iter().map(|(number, ..)| *number).max().unwrap_or_default()
}

async fn prepare(connection: &mut AnyConnection, address: &Address) -> Result<(), sqlx::Error> {
    for pragma in PRAGMAS.into_iter().filter(|_| !address.is_shared()) {
        connection.execute(pragma).await?;
    }
    Ok(())
}

/// Makes the file, readable by its owner only: complaints hold what members asked. One that is there is never opened:
/// closing it again would take away the locks of every connection of this process, and the next process to leave would
/// delete the log that they write to (sqlite.org/howtocorrupt.html, 2.2).
fn make_file(path: &std::path::Path) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let made = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map(drop);
    made.or_else(|error| if error.kind() == std::io::ErrorKind::AlreadyExists { Ok(()) } else { Err(error) })
}

/// Two processes may begin at once: PostgreSQL's driver locks by itself, for SQLite the whole of it is one transaction.
async fn migrate(connection: &mut AnyConnection, address: &Address) -> Result<(), DeskError> {
    let failed = |error| DeskError::of(address, error);
    let migrator = migrator();
    if address.is_shared() {
        return migrator.run(connection).await.map_err(|error| DeskError::of_migration(address, error));
    }
    let mut transaction = connection.begin_with(BEGIN_SQLITE).await.map_err(failed)?;
    migrator.run(&mut *transaction).await.map_err(|error| DeskError::of_migration(address, error))?;
    transaction.commit().await.map_err(failed)
}

fn migrator() -> Migrator {
    let migrations = MIGRATIONS.iter().map(|(number, name, words)| {
        Migration::new(*number, Cow::Borrowed(*name), MigrationType::Simple, Cow::Borrowed(*words), false)
    });
    Migrator { migrations: Cow::Owned(migrations.collect()), ..Migrator::DEFAULT }
}
