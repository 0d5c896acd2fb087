//! `whose`: whose words a text, such as a message, holds: each quotation with its speaker and chain.

use super::mark::{TEXT, marked};
use super::{Action, Command, READ_OFF, STORY};
use crate::reply::Purpose;

/// Says whose words a text holds.
pub const COMMAND: Command = Command {
    name: "whose",
    about: "Who said this: the speaker and chain of each quotation of a text, such as a message",
    example: None,
    options: &[TEXT, STORY],
    surfaces: READ_OFF,
    action: Action::Answer(|context, arguments| marked(context, arguments, Purpose::Whose)),
};
