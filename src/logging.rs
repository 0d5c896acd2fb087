//! Where log lines go: standard error, at a level that fits the surface unless a setting says otherwise.

use anyhow::{Result, anyhow};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

use crate::config::{LogFormat, LogSettings};
use crate::discord;

/// Dependencies whose finer lines hold what is asked, answered and sent: tokens, too.
const QUIET: [&str; 8] = [
    "serenity=warn",
    "serenity::gateway::ws=off",
    "tungstenite=warn",
    "reqwest=warn",
    "hyper=warn",
    "hyper_util=warn",
    "h2=warn",
    "rustls=warn",
];

/// Starts logging; `level` holds where no setting gives one.
///
/// # Errors
/// When the setting isn't a level or a list of directives.
pub fn start(settings: &LogSettings, level: &str) -> Result<()> {
    let directives = settings.level.as_deref().unwrap_or(level);
    let filter = EnvFilter::try_new(directives).map_err(|_| anyhow!("log.level: {directives:?} is no level"))?;
    let filter = if logs_errors_at_most(&filter) { filter } else { without_secrets(filter) };
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(false);
    let lines = match settings.format {
        LogFormat::Text => lines.boxed(),
        LogFormat::Json => lines.json().boxed(),
    };
    tracing_subscriber::registry().with(lines.with_filter(filter)).with(discord::listener()).init();
    Ok(())
}

/// Such lines hold no secrets, and further directives would add to them.
fn logs_errors_at_most(filter: &EnvFilter) -> bool {
    filter.max_level_hint().is_some_and(|most| most <= LevelFilter::ERROR)
}

fn without_secrets(filter: EnvFilter) -> EnvFilter {
    QUIET.iter().filter_map(|directive| directive.parse().ok()).fold(filter, EnvFilter::add_directive)
}
