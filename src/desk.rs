//! What moderators and newsrooms keep, server by server, in a database: SQLite in the data folder, or a PostgreSQL that
//! several processes share. Every change is one transaction with its entry in the audit log; once it is confirmed, it
//! survives the end of the process at any moment. What is said about any of it stands in `render`.

use sqlx::{AnyConnection, AnyPool, Connection};
use tokio::runtime::Runtime;

use crate::config::Settings;

mod address;
mod answers;
mod approved;
mod audit;
mod backup;
mod change;
mod complaints;
mod conduct;
mod connection;
mod corrections;
mod error;
mod gaps;
mod hand_overs;
mod health;
mod members;
mod outbox;
pub mod posts;
mod rules;
pub mod schedules;
mod server;
mod settings;
mod ticks;
pub mod wishes;

#[cfg(test)]
mod tests;

pub use address::Address;
pub use answers::{AnswerGiven, Place};
pub use approved::{Approved, Backing, NewApproved, Place as PlaceInStory};
pub use audit::{AuditEntry, SHOW_CHANGE};
pub use backup::{NotWritten, Unusable};
pub use change::{By, Who};
pub use complaints::{Complaint, Decision, NewComplaint, WrongIn, tasks};
pub use conduct::Blocked;
pub use corrections::{Correction, Kind, NewCorrection, TEXT_CHANGED};
pub use error::{DeskError, Trouble};
pub use gaps::{Asked as AskedInVain, Gap, normal_form};
pub use hand_overs::{ANSWERED_BY_PERSON, HANDED_OVER, HandOver, NewHandOver};
pub use members::MemberData;
pub use outbox::Task;
pub use posts::{ChangeTold, DifferenceTold, NewPost, Post, PostState};
pub use rules::ServerRules;
pub use schedules::{NewSchedule, Schedule};
pub use server::{Server, ServerId};
pub use settings::{InForce, OFF, ON, Setting, Written};
pub use ticks::Tick;
pub use wishes::{NewWish, Wish, Wished};

/// All that is kept. Its functions wait for the database, so that none may be called where nothing may be held up.
pub struct Desk {
    /// What waits for the database; `None` only while it is dropped.
    runtime: Option<Runtime>,
    pool: AnyPool,
    address: Address,
    rules: rules::RulesAtHand,
}

impl Desk {
    /// Opens the database that the settings name, and makes it where there is none.
    ///
    /// # Errors
    /// When there is no folder for it, or it can't be opened, read or brought up to date.
    pub fn open(settings: &Settings) -> Result<Self, DeskError> {
        Self::open_at(Address::of(settings)?)
    }

    fn open_at(address: Address) -> Result<Self, DeskError> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.map_err(|error| DeskError::other(&address, &error))?;
        let opened = runtime.block_on(connection::open(&address));
        match opened {
            Ok(pool) => Ok(Self { runtime: Some(runtime), pool, address, rules: rules::RulesAtHand::new() }),
            Err(error) => {
                runtime.shutdown_background();
                Err(error)
            }
        }
    }

    /// What is kept for one server; nothing else can be reached through it.
    pub fn server(&self, id: ServerId) -> Server<'_> {
        Server::new(self, id)
    }

    /// Where it is kept, without a password.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Waits for something of the database's.
    fn wait<T>(&self, asked: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, DeskError> {
        self.wait_for(async { asked.await.map_err(|error| self.error(error)) })
    }

    fn wait_for<T, E: From<DeskError>>(&self, asked: impl Future<Output = Result<T, E>>) -> Result<T, E> {
        match &self.runtime {
            Some(runtime) => runtime.block_on(asked),
            None => Err(DeskError::other(&self.address, &"it is closed").into()),
        }
    }

    /// Does something as one transaction; nothing of it stays where it fails.
    ///
    /// A connection on which something failed isn't used again: where the disk is full, SQLite ends the transaction by
    /// itself, and the driver would count it as open for ever.
    async fn transact<T, E: From<DeskError>>(
        &self,
        work: impl AsyncFnOnce(&mut AnyConnection) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut pooled = self.pool.acquire().await.map_err(|error| self.error(error))?;
        let done = self.transact_on(&mut pooled, work).await;
        if done.is_err() {
            pooled.close_on_drop();
        }
        done
    }

    async fn transact_on<T, E: From<DeskError>>(
        &self,
        pooled: &mut AnyConnection,
        work: impl AsyncFnOnce(&mut AnyConnection) -> Result<T, E>,
    ) -> Result<T, E> {
        let begun = pooled.begin_with(connection::begin(&self.address)).await;
        let mut transaction = begun.map_err(|error| self.error(error))?;
        let done = work(&mut transaction).await?;
        transaction.commit().await.map_err(|error| self.error(error))?;
        Ok(done)
    }

    fn error(&self, error: sqlx::Error) -> DeskError {
        DeskError::of(&self.address, error)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // The last to hold a desk may be a task of another runtime, where nothing may wait.
            runtime.shutdown_background();
        }
    }
}
