//! A bot whose state and stories are in an installation that the test looks into, and what it keeps of a server.

use serde_json::Value;

use crate::discord::bot::Bot;
use crate::discord::stand_in::{StandIn, TOKEN};
use crate::installation::Installation;

/// Starts the bot on an installation's data.
pub fn bot(stand_in: &StandIn, installation: &Installation) -> Bot {
    bot_set(stand_in, installation, &[])
}

/// The same, with further settings.
pub fn bot_set(stand_in: &StandIn, installation: &Installation, settings: &[(&str, &str)]) -> Bot {
    let folder = installation.data().display().to_string();
    let own = [("VERBATIM_DATA_DIR", folder.as_str()), ("VERBATIM_LOG__LEVEL", "debug")];
    Bot::start_set(stand_in.api(), Some(TOKEN), &[&own, settings].concat())
}

/// What a command says of a server at the machine.
pub fn of_server(installation: &Installation, arguments: &[&str], server: &str) -> Vec<Value> {
    installation.json(&[arguments, &["--server", server]].concat())
}
