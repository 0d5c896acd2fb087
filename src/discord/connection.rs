//! Is there a Discord that takes the token, and where is its gateway? Asked before serenity is started, which would try
//! a refused token for ever.

use std::time::Duration;

use serenity::all::{GatewayError, Http, HttpBuilder, HttpError};

use super::{Application, Closing};
use crate::config::{DiscordSettings, Secret};

/// What Discord answered.
#[derive(Clone, Debug)]
pub struct Reached {
    /// The bot's id.
    pub bot_id: u64,
    /// The bot's name.
    pub bot: String,
    /// The gateway's address.
    pub gateway: String,
    /// How many shards Discord recommends.
    pub shards: u32,
    /// How many times a gateway session may still be begun today.
    pub sessions_left: u64,
}

/// All that can be known of the bot by asking.
#[derive(Clone, Debug)]
pub struct Probed {
    /// The bot and its gateway.
    pub reached: Reached,
    /// The application, where Discord tells.
    pub application: Option<Application>,
}

/// Why the bot can't run.
#[derive(Debug)]
pub enum Trouble {
    /// The environment has no token.
    NoToken,
    /// HTTP interactions are to be listened for, but nothing says what signs them.
    NoKey,
    /// Neither the gateway nor HTTP interactions are used.
    NoWay,
    /// An address can't be listened on.
    NotListening {
        /// The setting that names it.
        setting: &'static str,
        /// What the system says.
        reason: std::io::Error,
    },
    /// Discord doesn't take the token.
    TokenRefused,
    /// Discord doesn't take what the bot asks to receive.
    IntentsRefused,
    /// Discord closes every session.
    Closed(Closing),
    /// Discord doesn't answer, or not as it should.
    Unreachable(String),
    /// The library can't be opened.
    NoLibrary(String),
    /// The system doesn't let the bot hear when it is to stop.
    NoSignals(std::io::Error),
}

/// Waits before the first questions are asked again.
const PATIENCE: [Duration; 4] =
    [Duration::from_millis(500), Duration::from_secs(1), Duration::from_secs(2), Duration::from_secs(4)];

/// How long a single question may take.
const PROBE: Duration = Duration::from_secs(10);

/// A client of Discord's REST API.
///
/// serenity ignores another base address as long as its rate limiter is on, and would send the token to Discord.
pub fn http(settings: &DiscordSettings, token: &Secret) -> Http {
    let builder = HttpBuilder::new(token.expose());
    if settings.is_discords_own_api() {
        return builder.build();
    }
    builder.proxy(settings.api.clone()).ratelimiter_disabled(true).build()
}

/// A client for callbacks to interactions, which Discord's limits on a bot's calls don't count. serenity's rate limiter
/// would keep a bucket of each interaction for ever.
pub fn callbacks(settings: &DiscordSettings, token: &Secret) -> Http {
    HttpBuilder::new(token.expose()).proxy(settings.api.clone()).ratelimiter_disabled(true).build()
}

/// A client for what the token of an interaction lets anybody do.
pub fn for_interactions(settings: &DiscordSettings) -> Http {
    HttpBuilder::new("").proxy(settings.api.clone()).ratelimiter_disabled(true).build()
}

/// Asks Discord once, and waits for its answers a while.
pub async fn probe(settings: &DiscordSettings, token: &Secret) -> Result<Probed, Trouble> {
    let http = http(settings, token);
    let late = |_| Trouble::Unreachable("no answer in time".to_owned());
    let asking = async {
        let reached = ask(&http).await?;
        Ok(Probed { reached, application: Application::ask(&http).await.ok() })
    };
    tokio::time::timeout(PROBE, asking).await.map_err(late)?
}

/// Asks until Discord answers or patience ends; a refused token ends it at once.
pub async fn reach(http: &Http) -> Result<Reached, Trouble> {
    for wait in PATIENCE {
        match ask(http).await {
            Err(Trouble::Unreachable(reason)) => tracing::warn!(reason, "discord doesn't answer; asking again"),
            answer => return answer,
        }
        tokio::time::sleep(wait).await;
    }
    ask(http).await
}

async fn ask(http: &Http) -> Result<Reached, Trouble> {
    let bot = http.get_current_user().await?;
    let gateway = http.get_bot_gateway().await?;
    Ok(Reached {
        bot_id: bot.id.get(),
        bot: bot.name.clone(),
        gateway: gateway.url,
        shards: gateway.shards.max(1),
        sessions_left: gateway.session_start_limit.remaining,
    })
}

impl From<serenity::Error> for Trouble {
    fn from(error: serenity::Error) -> Self {
        match error {
            serenity::Error::Http(error) => Self::from(error),
            serenity::Error::Gateway(GatewayError::InvalidAuthentication) => Self::TokenRefused,
            serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents | GatewayError::InvalidGatewayIntents) => {
                Self::IntentsRefused
            }
            other => Self::Unreachable(other.to_string()),
        }
    }
}

impl From<HttpError> for Trouble {
    fn from(error: HttpError) -> Self {
        match error {
            HttpError::UnsuccessfulRequest(response) if response.status_code == 401 => Self::TokenRefused,
            HttpError::UnsuccessfulRequest(response) => Self::Unreachable(format!("status {}", response.status_code)),
            // A token that can't stand in a header can't be one of Discord's.
            HttpError::InvalidHeader(_) => Self::TokenRefused,
            HttpError::Request(error) => Self::Unreachable(root_cause(&error)),
            other => Self::Unreachable(other.to_string()),
        }
    }
}

/// The innermost reason, which says more than "error sending request", and holds no address.
pub fn root_cause(error: &dyn std::error::Error) -> String {
    let mut cause = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limited(api: Option<&str>) -> [bool; 2] {
        let standard = DiscordSettings::default();
        let settings = DiscordSettings { api: api.unwrap_or(&standard.api).to_owned(), ..standard };
        let token = Secret::new("a.b.c");
        [http(&settings, &token), callbacks(&settings, &token)].map(|http| http.ratelimiter.is_some())
    }

    #[test]
    fn calls_to_discord_keep_its_limits_and_callbacks_leave_nothing_behind() {
        assert_eq!(limited(None), [true, false]);
        assert_eq!(limited(Some("https://discord.com/")), [true, false]);
        assert_eq!(limited(Some("http://127.0.0.1:9")), [false, false], "a proxy keeps the limits itself");
    }
}
