//! `run`: the Discord bot.

use super::{Action, Command, LongRunning, ONE_SHOT};

/// Runs the Discord bot.
pub const COMMAND: Command = Command {
    name: "run",
    about: "Run the Discord bot; what starts without a command where DISCORD_TOKEN is set",
    example: None,
    options: &[],
    surfaces: ONE_SHOT,
    action: Action::Start(LongRunning::Discord),
};
