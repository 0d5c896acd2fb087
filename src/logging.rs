//! Where log lines go: standard error, at a level that fits the surface unless a setting says otherwise.

use anyhow::{Result, anyhow};
use tracing_subscriber::EnvFilter;

use crate::config::{LogFormat, LogSettings};

/// Starts logging; `level` holds where no setting gives one.
///
/// # Errors
/// When the setting isn't a level or a list of directives.
pub fn start(settings: &LogSettings, level: &str) -> Result<()> {
    let directives = settings.level.as_deref().unwrap_or(level);
    let filter = EnvFilter::try_new(directives).map_err(|_| anyhow!("log.level: {directives:?} is no level"))?;
    let logger = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(false);
    match settings.format {
        LogFormat::Text => logger.init(),
        LogFormat::Json => logger.json().init(),
    }
    Ok(())
}
