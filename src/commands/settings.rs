//! `settings`: what a server has set for itself and its channels, shown and changed, and whom the bot doesn't answer there.

use super::IdKind as Id;
use super::{Action, Arguments, Command, CommandOption, Completion, EVERYWHERE, SERVER};
use crate::context::Context;
use crate::desk::{OFF, ON, Server, Setting};
use crate::reply::{DeskReply, Failure, Mistake, Reply, SettingsShown};

/// Shows and changes settings.
pub const COMMAND: Command = Command {
    name: "settings",
    about: "Settings of this server and its channels: story, privacy, language, cool-down, blocklist, channels",
    example: Some((Setting::Private.name(), ON)),
    options: &[
        CHANNEL,
        STORY,
        PRIVATE,
        THREADS,
        LANGUAGE,
        COOL_DOWN,
        POSTERS,
        DESK,
        AUDIT_LOG,
        KEEP_QUESTIONS,
        WATCH,
        BLOCK,
        WHY,
        UNBLOCK,
        RESET,
        SERVER,
    ],
    surfaces: EVERYWHERE,
    action: Action::Answer(settings),
};

const CHANNEL: CommandOption =
    CommandOption::identified("channel", "Set it for this channel only; without it for the whole server", Id::Channel);
const STORY: CommandOption = CommandOption::text(
    Setting::Story.name(),
    "The story that is asked where nobody names one: its id",
    Completion::Stories,
);
const PRIVATE: CommandOption =
    CommandOption::word(Setting::Private.name(), "Whether answers are for the asker alone at first", &[ON, OFF]);
const THREADS: CommandOption =
    CommandOption::word(Setting::Threads.name(), "Whether answers to messages go into a thread", &[ON, OFF]);
const LANGUAGE: CommandOption =
    CommandOption::word(Setting::Language.name(), "The language of replies to messages and of posts", LANGUAGES);
const COOL_DOWN: CommandOption = CommandOption::number(
    Setting::CoolDown.name(),
    "How many seconds a member waits between two questions in a channel; 0 for none",
    0,
    21_600,
);
const POSTERS: CommandOption = CommandOption::identified(
    Setting::Posters.name(),
    "The role whose members may do what moderators do with answers and summaries",
    Id::Role,
);
const DESK: CommandOption = CommandOption::identified(
    Setting::Desk.name(),
    "The moderators' channel, where what members find wrong is shown; without it nobody is asked",
    Id::Channel,
);
const AUDIT_LOG: CommandOption = CommandOption::identified(
    Setting::AuditLog.name(),
    "The channel that shows each change: who, what, before and after",
    Id::Channel,
);
const KEEP_QUESTIONS: CommandOption = CommandOption::word(
    Setting::KeepQuestions.name(),
    "Whether questions that the story doesn't answer are kept with their words, for /gaps",
    &[ON, OFF],
);
const WATCH: CommandOption = CommandOption::word(
    Setting::Watch.name(),
    "Whether false figures and altered quotations in messages are told to the moderators",
    &[ON, OFF],
);
const BLOCK: CommandOption = CommandOption::identified("block", "A member whom the bot isn't to answer", Id::Member);
const WHY: CommandOption =
    CommandOption::text("why", "Why the member is blocked, for the audit log", Completion::Nothing);
const UNBLOCK: CommandOption =
    CommandOption::identified("unblock", "A member whom the bot is to answer again", Id::Member);
const RESET: CommandOption =
    CommandOption::word("reset", "A setting to take back, so that the one above it is in force", RESETTABLE);

/// The languages of ours, by their locales.
const LANGUAGES: &[&str] = &["en-US", "ja", "zh-CN"];
/// What can be taken back.
const RESETTABLE: &[&str] = &[
    Setting::Story.name(),
    Setting::Private.name(),
    Setting::Threads.name(),
    Setting::Language.name(),
    Setting::CoolDown.name(),
    Setting::Posters.name(),
    Setting::Desk.name(),
    Setting::AuditLog.name(),
    Setting::KeepQuestions.name(),
    Setting::Watch.name(),
];

fn settings(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let server = context.server(arguments)?;
    let channel = identifier(arguments, CHANNEL)?;
    for (setting, value) in given(context, arguments)? {
        set(&server, arguments, channel, setting, Some(&value))?;
    }
    if let Some(setting) = arguments.text(RESET.name).and_then(Setting::of) {
        set(&server, arguments, channel, setting, None)?;
    }
    if let Some(member) = identifier(arguments, BLOCK)? {
        server.block(arguments.asker().now(), member, arguments.text(WHY.name).unwrap_or_default())?;
    }
    if let Some(member) = identifier(arguments, UNBLOCK)? {
        server.unblock(arguments.asker().now(), member)?;
    }
    Ok(Reply::Desk(DeskReply::Settings(SettingsShown { written: server.written()?, blocked: server.blocked()? })))
}

fn set(
    server: &Server<'_>,
    arguments: &Arguments,
    channel: Option<u64>,
    setting: Setting,
    value: Option<&str>,
) -> Result<(), Failure> {
    if channel.is_some() && !setting.is_for_channels() {
        return Err(Mistake::NotForChannels { setting: setting.name() }.into());
    }
    Ok(server.set(arguments.asker().now(), channel, setting, value)?)
}

/// What is to be set, checked.
fn given(context: &Context, arguments: &Arguments) -> Result<Vec<(Setting, String)>, Failure> {
    let mut values = Vec::new();
    if let Some(id) = arguments.text(STORY.name) {
        let story = context.story(&Arguments::default().with(super::STORY.name, super::Value::Text(id.to_owned())))?;
        values.push((Setting::Story, story.id().to_owned()));
    }
    if arguments.text(WATCH.name) == Some(ON) && !context.settings.discord.message_content {
        return Err(Mistake::NoMessageContent.into());
    }
    let words = [
        (PRIVATE, Setting::Private),
        (THREADS, Setting::Threads),
        (LANGUAGE, Setting::Language),
        (KEEP_QUESTIONS, Setting::KeepQuestions),
        (WATCH, Setting::Watch),
    ];
    for (option, setting) in words {
        values.extend(arguments.text(option.name).map(|value| (setting, value.to_owned())));
    }
    values.extend(arguments.number(COOL_DOWN.name).map(|seconds| (Setting::CoolDown, seconds.to_string())));
    values.extend(identifier(arguments, POSTERS)?.map(|role| (Setting::Posters, role.to_string())));
    values.extend(identifier(arguments, DESK)?.map(|channel| (Setting::Desk, channel.to_string())));
    values.extend(identifier(arguments, AUDIT_LOG)?.map(|channel| (Setting::AuditLog, channel.to_string())));
    Ok(values)
}

/// The id given for an option.
fn identifier(arguments: &Arguments, option: CommandOption) -> Result<Option<u64>, Mistake> {
    let Some(written) = arguments.text(option.name) else { return Ok(None) };
    let id = written.parse().ok().filter(|id| *id > 0);
    id.map(Some).ok_or_else(|| Mistake::NotAnId { option: option.name, written: written.to_owned() })
}
