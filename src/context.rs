//! What commands work with: the settings and the library, opened when the first command asks for it.

use crate::config::Settings;

/// What every command is given.
#[derive(Debug)]
pub struct Context {
    /// The settings in force.
    pub settings: Settings,
}

impl Context {
    /// A context that touches no file before a command needs one.
    pub fn new(settings: Settings) -> Self {
        Self { settings }
    }
}
