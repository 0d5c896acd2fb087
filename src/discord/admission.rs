//! May somebody ask here, and with which settings? What their server has set for the channel, looked up before a command
//! runs; who is blocked or asks too soon is told so, alone.

use std::sync::Arc;
use std::time::Duration;

use anyhow::anyhow;
use jiff::Timestamp;
use serenity::all::{
    ChannelId, CommandInteraction, ComponentInteraction, GuildId, Member, Message as Received, ModalInteraction,
    Permissions, UserId,
};

use super::in_place::in_place;
use super::registration::{MANAGING, MODERATING};
use crate::commands::{Arguments, Asker, BotRights, Command, Rights, STORY, Value};
use crate::context::Context;
use crate::desk::{AnswerGiven, InForce, ServerId, ServerRules, Setting, Who};
use crate::render::discord::{Message, complaints, hand_overs, notice};
use crate::render::language::Language;
use crate::render::words::desk as said;
use crate::reply::Failure;

/// Who asks, and where, as an interaction or a message tells it.
#[derive(Clone, Debug)]
pub struct Arrival {
    server: Option<GuildId>,
    channel: ChannelId,
    /// The channel whose thread it is.
    parent: Option<ChannelId>,
    member: UserId,
    roles: Vec<u64>,
    rights: Rights,
    bot: BotRights,
}

/// Whether asking is something that a cool-down counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// A question.
    Turn,
    /// A button under an answer, or a command that asks nothing of the story.
    Nothing,
    /// What nobody can be kept from: what is kept of themselves.
    Always,
}

/// Somebody who may ask.
#[derive(Debug)]
pub struct Admitted {
    asker: Asker,
    in_force: InForce,
    /// Whether the server's settings couldn't be read.
    is_unsure: bool,
}

impl Arrival {
    /// Who typed a slash command or chose an entry of a menu.
    pub fn of_command(command: &CommandInteraction) -> Self {
        let parent = command.channel.as_ref().and_then(|channel| channel.parent_id);
        let member = command.member.as_deref();
        let arrival = Self::new(command.guild_id, command.channel_id, parent, command.user.id, member);
        Self { bot: bot_rights(command.app_permissions), ..arrival }
    }

    /// Who pressed a button.
    pub fn of_button(button: &ComponentInteraction) -> Self {
        let parent = button.channel.as_ref().and_then(|channel| channel.parent_id);
        let arrival = Self::new(button.guild_id, button.channel_id, parent, button.user.id, button.member.as_ref());
        Self { bot: bot_rights(button.app_permissions), ..arrival }
    }

    /// Who filled in a form.
    pub fn of_form(form: &ModalInteraction) -> Self {
        let parent = form.channel.as_ref().and_then(|channel| channel.parent_id);
        Self::new(form.guild_id, form.channel_id, parent, form.user.id, form.member.as_ref())
    }

    /// Who wrote a message; what they may do, it doesn't tell.
    pub fn of_message(message: &Received) -> Self {
        Self::new(message.guild_id, message.channel_id, None, message.author.id, None)
    }

    fn new(
        server: Option<GuildId>,
        channel: ChannelId,
        parent: Option<ChannelId>,
        member: UserId,
        known: Option<&Member>,
    ) -> Self {
        let permissions = known.and_then(|known| known.permissions).unwrap_or_default();
        let rights = match permissions {
            permissions if permissions.intersects(MANAGING | serenity::all::Permissions::ADMINISTRATOR) => {
                Rights::Manager
            }
            permissions if permissions.intersects(MODERATING) => Rights::Moderator,
            _ => Rights::Member,
        };
        let roles = known.map(|known| known.roles.iter().map(|role| role.get()).collect()).unwrap_or_default();
        Self { server, channel, parent, member, roles, rights, bot: BotRights::ALL }
    }

    fn server_id(&self) -> ServerId {
        self.server.map_or(ServerId::Alone(self.member.get()), |server| ServerId::Discord(server.get()))
    }

    /// Whether they may ask now.
    ///
    /// # Errors
    /// With the message that tells them that they may not.
    pub async fn admit(
        self,
        context: &Arc<Context>,
        language: Language,
        counts: Counts,
    ) -> Result<Admitted, Box<Message>> {
        let rules = match self.rules_at_hand(context, counts) {
            Some(rules) => Some(Ok(rules)),
            None => in_place(|| self.rules(context, counts)),
        };
        match rules.unwrap_or_else(|| Err(anyhow!("the lookup of a server's settings panicked").into())) {
            Ok(Rules::Open(in_force)) => Ok(self.admitted(in_force, false)),
            Ok(Rules::Blocked) => Err(notice(said::YOU_ARE_BLOCKED.in_language(language)).into()),
            Ok(Rules::Wait(left)) => Err(notice(&said::wait(language, left)).into()),
            Err(failure) => {
                let error = crate::render::words::failure(Language::English, &failure);
                tracing::error!(error, "a server's settings can't be read; answering privately");
                Ok(self.admitted(InForce::default(), true))
            }
        }
    }

    /// The rules, where they are known without the database.
    fn rules_at_hand(&self, context: &Context, counts: Counts) -> Option<Rules> {
        if self.server.is_none() {
            return Some(Rules::Open(InForce::default()));
        }
        let rules = context.desk_at_hand()?.server(self.server_id()).rules_at_hand()?;
        let rules = self.before_cool_down(&rules, counts);
        (self.cool_down(&rules, counts).is_none()).then_some(rules)
    }

    fn rules(&self, context: &Context, counts: Counts) -> Result<Rules, Failure> {
        let server = context.desk()?.server(self.server_id());
        let rules = self.before_cool_down(&*server.rules()?, counts);
        let Some(cool_down) = self.cool_down(&rules, counts) else { return Ok(rules) };
        let left = server.take_turn(self.channel.get(), self.member.get(), cool_down, Timestamp::now())?;
        Ok(left.map_or(rules, Rules::Wait))
    }

    fn before_cool_down(&self, rules: &ServerRules, counts: Counts) -> Rules {
        if counts != Counts::Always && rules.blocks(self.member.get()) {
            return Rules::Blocked;
        }
        Rules::Open(rules.in_force(Some(self.channel.get()), self.parent.map(ChannelId::get)))
    }

    /// How long they have to wait between two questions, where this is one.
    fn cool_down(&self, rules: &Rules, counts: Counts) -> Option<Duration> {
        let Rules::Open(in_force) = rules else { return None };
        in_force.cool_down().filter(|_| counts == Counts::Turn && self.rights == Rights::Member)
    }

    fn admitted(self, in_force: InForce, is_unsure: bool) -> Admitted {
        let server = self.server_id();
        let may_post = in_force.id(Setting::Posters).is_some_and(|role| self.roles.contains(&role));
        let rights = if may_post { self.rights.max(Rights::Moderator) } else { self.rights };
        let who = Who::Member(self.member.get());
        let asker = Asker { server, channel: Some(self.channel.get()), who, rights, bot: self.bot };
        Admitted { asker, in_force, is_unsure }
    }
}

/// What the bot may do where it is asked; an interaction tells.
fn bot_rights(permissions: Option<Permissions>) -> BotRights {
    let Some(given) = permissions else { return BotRights::ALL };
    let is_free = given.contains(Permissions::ADMINISTRATOR);
    let writes = given.intersects(Permissions::SEND_MESSAGES | Permissions::SEND_MESSAGES_IN_THREADS);
    let may_post = is_free || writes && given.contains(Permissions::VIEW_CHANNEL | Permissions::EMBED_LINKS);
    BotRights { may_post }
}

/// What a server's settings say to somebody who asks.
enum Rules {
    Open(InForce),
    Blocked,
    Wait(Duration),
}

impl Admitted {
    /// The arguments as somebody here gives them: of the story that is set, where they name none.
    pub fn arguments(&self, context: &Context, command: &Command, arguments: Arguments) -> Arguments {
        let arguments = arguments.asked_by(self.asker);
        let takes_story = command.options.iter().any(|option| option.name == STORY.name);
        let names_none = arguments.text(STORY.name).is_none();
        let is_there = |story: &&str| context.library().is_ok_and(|library| library.entry(story).is_ok());
        match self.in_force.story().filter(|_| takes_story && names_none && !is_setting(command)).filter(is_there) {
            Some(story) => arguments.with(STORY.name, Value::Text(story.to_owned())),
            None => arguments,
        }
    }

    /// An answer with the button by which it can be called wrong, where moderators of the server hear that; and the answer
    /// itself, whose place is then to be known.
    pub fn open_to_complaints(
        &self,
        language: Language,
        message: Message,
        answered: Option<AnswerGiven>,
    ) -> (Message, Option<AnswerGiven>) {
        let heard = self.in_force.id(Setting::Desk).and(answered).filter(|_| !message.is_private());
        let Some(given) = heard else { return (message, None) };
        let asking = message.left_open().and_then(|open| hand_overs::button(language, open));
        let message = asking.map_or(message.clone(), |button| message.and_last_button(button));
        match complaints::button(language) {
            Some(button) => (message.and_last_button(button), Some(given)),
            None => (message, Some(given)),
        }
    }

    /// Whether they may do what needs these rights.
    pub fn may(&self, needed: Rights) -> bool {
        self.asker.rights >= needed
    }

    /// Whether replies are for the asker alone at first, where the server has set it.
    pub fn is_private(&self) -> Option<bool> {
        self.in_force.switch(Setting::Private).or(self.is_unsure.then_some(true))
    }

    /// Whether the answer to a message goes into a thread.
    pub fn wishes_threads(&self) -> bool {
        self.in_force.switch(Setting::Threads) == Some(true)
    }

    /// The language of replies to messages, where the server has set it.
    pub fn language(&self) -> Option<Language> {
        self.in_force.language()
    }
}

/// Whether a command's option of the story's name says what is set, and not what is asked.
fn is_setting(command: &Command) -> bool {
    command.name == "settings"
}
