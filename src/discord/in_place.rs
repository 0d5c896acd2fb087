//! Work that waits for files or the database, or counts for a while, done on the thread that it comes up on: the runtime has
//! another thread go on with everything else. So nothing has to be handed to a thread and back before an answer is sent.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Does it; `None` where it ended by a mistake of the program's. What it shares with others is whole at any moment: the
/// library and the desk change it in one step.
pub fn in_place<T>(work: impl FnOnce() -> T) -> Option<T> {
    tokio::task::block_in_place(|| catch_unwind(AssertUnwindSafe(work)).ok())
}
