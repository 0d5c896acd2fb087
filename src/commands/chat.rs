//! `chat`: the conversation in the terminal.

use super::{Action, Command, LongRunning, ONE_SHOT, STORY};

/// Starts the terminal chat.
pub const COMMAND: Command = Command {
    name: "chat",
    about: "Ask in the terminal; what starts without a command and without a Discord token",
    example: None,
    options: &[STORY],
    surfaces: ONE_SHOT,
    action: Action::Start(LongRunning::Chat),
};
