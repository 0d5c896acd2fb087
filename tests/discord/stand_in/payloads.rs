//! What Discord sends: users, READY, a server, interactions, each with every field that serenity requires.

use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};

/// The application's id.
pub const APPLICATION: &str = "1050000000000000001";
/// The bot's id.
pub const BOT: &str = "1050000000000000002";
/// The asker's id.
pub const ASKER: &str = "1050000000000000003";
/// The server's id.
pub const GUILD: &str = "1050000000000000004";
/// The channel's id.
pub const CHANNEL: &str = "1050000000000000005";

/// A new id, as Discord gives them: rising.
pub fn new_id() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1_050_000_000_000_001_000);
    NEXT.fetch_add(1, Ordering::Relaxed).to_string()
}

fn user(id: &str, name: &str, is_bot: bool) -> Value {
    json!({"id": id, "username": name, "discriminator": "0", "global_name": null, "avatar": null, "bot": is_bot,
        "public_flags": 0})
}

/// The bot, as `GET /users/@me` has it.
pub fn bot_user() -> Value {
    let mut bot = user(BOT, "Verbatim", true);
    bot["verified"] = json!(true);
    bot["email"] = Value::Null;
    bot["flags"] = json!(0);
    bot["mfa_enabled"] = json!(false);
    bot
}

/// The application, as `GET /oauth2/applications/@me` has it.
pub fn application() -> Value {
    json!({"id": APPLICATION, "name": "Verbatim", "icon": null, "description": "", "type": null, "bot_public": true,
        "bot_require_code_grant": false, "verify_key": "55".repeat(32), "flags": 0, "interactions_endpoint_url": null,
        "integration_types_config": {"0": {}, "1": {}}})
}

/// The application with members that differ.
pub fn application_with(differing: &Value) -> Value {
    let mut application = application();
    application.as_object_mut().unwrap().extend(differing.as_object().unwrap().clone());
    application
}

/// What `GET /gateway/bot` answers.
pub fn gateway_bot(url: &str) -> Value {
    let limit = json!({"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1});
    json!({"url": url, "shards": 1, "session_start_limit": limit})
}

/// READY.
pub fn ready(shard: &Value) -> Value {
    json!({"v": 10, "user": bot_user(), "guilds": [{"id": GUILD, "unavailable": true}], "session_id": "session",
        "resume_gateway_url": "ws://127.0.0.1:1", "shard": shard, "application": {"id": APPLICATION, "flags": 0}})
}

/// A server of one channel, as GUILD_CREATE has it.
pub fn guild() -> Value {
    json!({"id": GUILD, "name": "A server", "icon": null, "splash": null, "discovery_splash": null, "owner_id": ASKER,
        "afk_channel_id": null, "afk_timeout": 300, "verification_level": 0, "default_message_notifications": 0,
        "explicit_content_filter": 0, "roles": [{"id": GUILD, "name": "@everyone", "color": 0, "hoist": false,
            "position": 0, "permissions": "2147483648", "managed": false, "mentionable": false, "flags": 0}],
        "emojis": [], "features": [], "mfa_level": 0, "application_id": null, "system_channel_id": null,
        "system_channel_flags": 0, "rules_channel_id": null, "vanity_url_code": null, "description": null,
        "banner": null, "premium_tier": 0, "preferred_locale": "en-US", "public_updates_channel_id": null,
        "nsfw_level": 0, "stickers": [], "premium_progress_bar_enabled": false, "joined_at": "2026-01-01T00:00:00Z",
        "large": false, "unavailable": false, "member_count": 2, "voice_states": [], "members": [], "channels": [],
        "threads": [], "presences": [], "stage_instances": [], "guild_scheduled_events": [],
        "safety_alerts_channel_id": null})
}

/// The commands as registered: each as given, with ids.
pub fn registered(commands: &Value) -> Value {
    let commands = commands.as_array().cloned().unwrap_or_default().into_iter();
    let with_ids = commands.map(|mut command| {
        command["id"] = json!(new_id());
        command["application_id"] = json!(APPLICATION);
        command["version"] = json!(new_id());
        command["type"] = command["type"].as_u64().unwrap_or(1).into();
        command
    });
    with_ids.collect()
}

/// A message as created.
pub fn message(channel: &str, body: &Value) -> Value {
    json!({"id": new_id(), "channel_id": channel, "author": user(BOT, "Verbatim", true), "content": body["content"].as_str().unwrap_or_default(),
        "timestamp": "2026-01-01T00:00:00Z", "edited_timestamp": null, "tts": false, "mention_everyone": false,
        "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "pinned": false, "type": 0})
}

/// A channel with the asker alone.
pub fn private_channel() -> Value {
    json!({"id": new_id(), "type": 1, "recipients": [user(ASKER, "asker", false)], "last_message_id": null})
}

/// A thread on a message, which has the message's id.
pub fn thread(channel: &str, message: &str) -> Value {
    json!({"id": message, "type": 11, "guild_id": GUILD, "name": "a thread", "parent_id": channel, "owner_id": BOT,
        "last_message_id": null, "rate_limit_per_user": 0, "message_count": 0, "member_count": 1,
        "thread_metadata": {"archived": false, "archive_timestamp": "2026-01-01T00:00:00Z",
            "auto_archive_duration": 1440, "locked": false}})
}

/// A member's message in the server's channel.
pub fn channel_message(content: &str, mentions_bot: bool) -> Value {
    let mut message = direct_message(content);
    message["guild_id"] = json!(GUILD);
    message["mentions"] = if mentions_bot { json!([user(BOT, "Verbatim", true)]) } else { json!([]) };
    message
}

/// A message to the bot alone.
pub fn direct_message(content: &str) -> Value {
    let mut message = message(CHANNEL, &json!({"content": content}));
    message["author"] = user(ASKER, "asker", false);
    message
}

/// A slash command with text options.
pub fn slash(command: &str, options: &[(&str, &str)]) -> Value {
    let options = options.iter().map(|(name, value)| json!({"type": 3, "name": name, "value": value}));
    let data = json!({"id": "1", "name": command, "type": 1, "options": options.collect::<Vec<_>>()});
    interaction(2, data)
}

/// An entry of the menu of a message chosen.
pub fn menu(name: &str, words: &str) -> Value {
    let message = direct_message(words);
    let id = message["id"].clone();
    let messages = json!({id.as_str().unwrap(): message});
    interaction(2, json!({"id": "1", "name": name, "type": 3, "target_id": id, "resolved": {"messages": messages}}))
}

/// The same interaction, in a direct message to the bot.
pub fn alone(mut interaction: Value) -> Value {
    interaction["user"] = interaction["member"]["user"].clone();
    for field in ["guild_id", "member", "guild_locale"] {
        interaction.as_object_mut().unwrap().remove(field);
    }
    interaction["context"] = json!(1);
    interaction
}

/// A button pressed under a private message that the bot sent.
pub fn button_under(private: &Value, custom_id: &str) -> Value {
    let mut interaction = button(custom_id);
    for field in ["embeds", "components", "flags"] {
        interaction["message"][field] = private[field].clone();
    }
    interaction
}

/// Letters typed into an option of a slash command.
pub fn typing(command: &str, option: &str, letters: &str) -> Value {
    let option = json!({"type": 3, "name": option, "value": letters, "focused": true});
    interaction(4, json!({"id": "1", "name": command, "type": 1, "options": [option]}))
}

/// The same interaction, in another channel and by another member.
pub fn elsewhere(mut interaction: Value, channel: &str, member: &str) -> Value {
    interaction["channel_id"] = json!(channel);
    interaction["token"] = json!(format!("{INTERACTION_TOKEN}-{channel}"));
    interaction["member"]["user"]["id"] = json!(member);
    interaction
}

/// The channel of the interaction with this token.
pub fn channel_of(token: &str) -> &str {
    token.strip_prefix(INTERACTION_TOKEN).and_then(|rest| rest.strip_prefix('-')).unwrap_or(CHANNEL)
}

/// How the tokens of interactions begin.
const INTERACTION_TOKEN: &str = "an-interaction-token";

/// A button pressed.
pub fn button(custom_id: &str) -> Value {
    let mut interaction = interaction(3, json!({"custom_id": custom_id, "component_type": 2}));
    interaction["message"] = message(CHANNEL, &json!({"content": ""}));
    interaction
}

/// A form filled in that was opened by a button under a message.
pub fn filled_in(under: &Value, custom_id: &str, fields: &[(&str, &str)]) -> Value {
    let row = |(name, value): &(&str, &str)| json!({"type": 1, "components": [{"type": 4, "custom_id": name, "value": value}]});
    let rows: Vec<Value> = fields.iter().map(row).collect();
    let mut interaction = interaction(5, json!({"custom_id": custom_id, "components": rows}));
    interaction["message"] = message(CHANNEL, &json!({"content": ""}));
    for field in ["embeds", "components"] {
        interaction["message"][field] = under[field].clone();
    }
    interaction
}

fn interaction(kind: u8, data: Value) -> Value {
    let member = json!({"user": user(ASKER, "asker", false), "roles": [], "joined_at": "2026-01-01T00:00:00Z",
        "deaf": false, "mute": false, "flags": 0, "permissions": "0"});
    json!({"id": new_id(), "application_id": APPLICATION, "type": kind, "data": data, "guild_id": GUILD,
        "channel_id": CHANNEL, "member": member, "token": INTERACTION_TOKEN, "version": 1, "locale": "en-GB",
        "guild_locale": "en-US", "entitlements": [], "attachment_size_limit": 10_485_760, "app_permissions": "0",
        "authorizing_integration_owners": {"0": GUILD}, "context": 0})
}

/// A question of each command that answers about a story, with its options.
pub fn questions() -> [(&'static str, Vec<(&'static str, &'static str)>); 7] {
    [
        ("ask", vec![("question", "who said what?")]),
        ("said", vec![]),
        ("figures", vec![]),
        ("dispute", vec![]),
        ("check", vec![("claim", "The story says nothing.")]),
        ("quote", vec![("text", "no such words")]),
        ("summary", vec![]),
    ]
}
