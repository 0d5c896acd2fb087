//! `help`: what can be asked, where people converse. One-shot commands have the command line's own help.

use super::{Action, Command, IN_CONVERSATION};
use crate::reply::Reply;

/// Shows what can be asked.
pub const COMMAND: Command = Command {
    name: "help",
    about: "What you can ask, and how answers are to be read",
    example: None,
    options: &[],
    surfaces: IN_CONVERSATION,
    action: Action::Answer(|_, _| Ok(Reply::Help)),
};
