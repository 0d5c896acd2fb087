//! What Discord knows of the bot's application: how it is installed, where its interactions go, which key signs them.

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use serde::Deserialize;
use serenity::all::{ApplicationId, Http, LightMethod, Permissions, Request, Route};

use super::Trouble;
use super::connection::root_cause;

/// The application, as far as it matters here; what Discord doesn't tell is `None`.
#[derive(Clone, Debug, Deserialize)]
pub struct Application {
    id: ApplicationId,
    /// The public key that its interactions are signed for.
    pub verify_key: Option<String>,
    /// The address that its interactions are posted to; without one they come over the gateway.
    pub interactions_endpoint_url: Option<String>,
    /// Whether an invitation needs a web server of the owner's that takes part in it.
    #[serde(default)]
    pub bot_require_code_grant: bool,
    /// What it is and may do, bit by bit.
    #[serde(default)]
    flags: u64,
    #[serde(default)]
    integration_types_config: Installations,
    /// By how many seconds this machine's clock is ahead of Discord's.
    #[serde(skip)]
    pub clock_ahead: Option<i64>,
}

/// The ways of installing the application, by Discord's numbers for them.
#[derive(Clone, Debug, Default, Deserialize)]
struct Installations {
    #[serde(rename = "0")]
    in_server: Option<Installation>,
    #[serde(rename = "1")]
    for_user: Option<Installation>,
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Installation {
    oauth2_install_params: Option<Parameters>,
}

#[derive(Clone, Debug, Deserialize)]
struct Parameters {
    scopes: Vec<String>,
}

/// What the bot needs of a server.
const SCOPES: [&str; 2] = ["bot", "applications.commands"];

/// To pin messages, which serenity doesn't know yet.
const PINNING: Permissions = Permissions::from_bits_retain(1 << 51);

/// What replies to mentions, posted summaries and threads need; interactions are answered without any permission.
const PERMISSIONS: Permissions = Permissions::VIEW_CHANNEL
    .union(PINNING)
    .union(Permissions::CREATE_PUBLIC_THREADS)
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::EMBED_LINKS)
    .union(Permissions::ATTACH_FILES)
    .union(Permissions::READ_MESSAGE_HISTORY);

impl Application {
    /// Asks Discord for the application that the token belongs to.
    ///
    /// # Errors
    /// When Discord refuses the token, can't be reached or doesn't tell.
    pub async fn ask(http: &Http) -> Result<Self, Trouble> {
        let response = http.request(Request::new(Route::Oauth2ApplicationCurrent, LightMethod::Get)).await?;
        let date = response.headers().get("date").and_then(|date| rfc2822::parse(date.to_str().ok()?).ok());
        let clock_ahead = date.map(|date| Timestamp::now().as_second() - date.timestamp().as_second());
        let text = response.text().await.map_err(|error| Trouble::Unreachable(root_cause(&error)))?;
        let application: Self = serde_json::from_str(&text).map_err(|error| Trouble::Unreachable(error.to_string()))?;
        Ok(Self { clock_ahead, ..application })
    }

    /// Its id.
    pub fn id(&self) -> ApplicationId {
        self.id
    }

    /// The link by which the bot is invited to a server.
    pub fn invitation(&self) -> String {
        let (id, scopes, permissions) = (self.id, SCOPES.join("+"), PERMISSIONS.bits());
        format!("https://discord.com/oauth2/authorize?client_id={id}&scope={scopes}&permissions={permissions}")
    }

    /// Whether it is granted the words of messages: of a bot that was reviewed, or of one of few users (Discord's
    /// application flags GATEWAY_MESSAGE_CONTENT and GATEWAY_MESSAGE_CONTENT_LIMITED).
    pub fn gets_message_content(&self) -> bool {
        self.flags & (1 << 18 | 1 << 19) != 0
    }

    /// Whether people can have the bot for themselves, on any server.
    pub fn is_for_users(&self) -> bool {
        self.integration_types_config.for_user.is_some()
    }

    /// Whether Discord's own button for adding the bot leaves out what it needs of a server.
    pub fn lacks_scopes(&self) -> bool {
        let in_server = self.integration_types_config.in_server.as_ref();
        let parameters = in_server.and_then(|installation| installation.oauth2_install_params.as_ref());
        parameters.is_some_and(|given| SCOPES.iter().any(|scope| given.scopes.iter().all(|other| other != scope)))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn application(more: Value) -> Application {
        let mut application = json!({"id": "7", "name": "Verbatim", "flags": 0, "interactions_endpoint_url": null});
        application.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        serde_json::from_value(application).unwrap()
    }

    #[test]
    fn the_invitation_asks_for_what_the_bot_does_and_no_more() {
        insta::assert_snapshot!(application(json!({})).invitation(), @"https://discord.com/oauth2/authorize?client_id=7&scope=bot+applications.commands&permissions=2252109051448320");
    }

    #[test]
    fn an_installation_that_lacks_a_scope_is_seen() {
        let with = |scopes: Value| {
            let installation = json!({"oauth2_install_params": {"scopes": scopes, "permissions": "0"}});
            application(json!({"integration_types_config": {"0": installation, "1": {}}}))
        };
        assert!(!with(json!(["applications.commands", "bot"])).lacks_scopes());
        assert!(with(json!(["applications.commands"])).lacks_scopes() && with(json!([])).lacks_scopes());
        assert!(with(json!([])).is_for_users());
        let untold = application(json!({}));
        assert!(!untold.lacks_scopes() && !untold.is_for_users());
        assert!(!application(json!({"integration_types_config": {"0": {}}})).lacks_scopes());
    }
}
