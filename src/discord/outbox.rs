//! What the desk has asked for at Discord, done: taken from its outbox, tried again as long as Discord is busy, and let go
//! where it never can be. A message is sent with a nonce, so that one that is tried again stands there once.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use serenity::all::{ChannelId, Http, MessageId};

use super::delivery::{Refusal, attached};
use super::newsroom;
use super::respond;
use super::stop::Stop;
use crate::commands::{Asker, STORY, Value as Given, asked_for_again};
use crate::context::Context;
use crate::desk::{Complaint, Decision, Desk, SHOW_CHANGE, Server, ServerId, Setting, Task, tasks};
use crate::desk::{posts as of_posts, wishes as of_wishes};
use crate::render::discord::{Message, complaints, desk as shown};
use crate::render::language::Language;
use crate::render::words::complaints::RENEWED;
use crate::reply::{AskedFor, Failure};

mod posts;
mod wishes;

/// How long is waited between two looks into the outbox.
const PAUSE: Duration = Duration::from_millis(500);
/// How long is waited where the database can't be used.
const LONG_PAUSE: Duration = Duration::from_secs(30);
/// How long a process has for what it took, before another one takes it; a message that is sent twice for it stands there
/// once.
const LEASE: SignedDuration = SignedDuration::from_secs(10);
/// How often something is tried: over some hours.
const ATTEMPTS: u32 = 12;

/// Does what is asked for until the bot is to stop.
pub async fn work(context: Arc<Context>, http: Http, stop: Stop) {
    let mut pause = PAUSE;
    loop {
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = stop.clone().wait() => return,
        }
        let taken = with_desk(&context, |desk| {
            let now = Timestamp::now();
            desk.take_due(now, now.saturating_add(LEASE).unwrap_or(Timestamp::MAX))
        });
        pause = match taken.await {
            Ok(tasks) => {
                for task in tasks {
                    carry_out(&context, &http, task).await;
                }
                PAUSE
            }
            Err(failure) => {
                log(&failure);
                LONG_PAUSE
            }
        };
    }
}

fn log(failure: &Failure) {
    let error = crate::render::words::failure(Language::English, failure);
    tracing::error!(error, "what is to be done at discord can't be read or written");
}

/// Works with the desk where it holds nothing up.
async fn with_desk<T: Send + 'static>(
    context: &Arc<Context>,
    work: impl FnOnce(&Desk) -> Result<T, crate::desk::DeskError> + Send + 'static,
) -> Result<T, Failure> {
    let context = Arc::clone(context);
    let done = tokio::task::spawn_blocking(move || Ok(work(context.desk()?)?)).await;
    done.unwrap_or_else(|_| Err(Failure::Ours(anyhow::anyhow!("the desk panicked"))))
}

async fn carry_out(context: &Arc<Context>, http: &Http, task: Task) {
    let kind = task.kind.clone();
    let again = match attempt(context, http, &task).await {
        Ok(()) => false,
        Err(Obstacle::Never(reason)) => {
            tracing::warn!(kind, reason, "not done at discord");
            false
        }
        Err(Obstacle::Gone) => {
            tracing::info!(kind, "what it is about is gone at discord");
            false
        }
        Err(Obstacle::Passing) => task.attempts < ATTEMPTS,
    };
    let settled = with_desk(context, move |desk| {
        if !again {
            return desk.finish(&task);
        }
        let wait = SignedDuration::from_secs(2_i64.saturating_pow(task.attempts.min(12)));
        desk.postpone(&task, Timestamp::now().saturating_add(wait).unwrap_or(Timestamp::MAX)).map(drop)
    });
    if let Err(failure) = settled.await {
        log(&failure);
    }
}

/// Why something isn't done.
pub(super) enum Obstacle {
    /// Discord is busy, or the database.
    Passing,
    /// The message or its channel isn't there any more.
    Gone,
    /// Another attempt would meet the same.
    Never(&'static str),
}

impl Obstacle {
    /// Whether a task ends with it.
    fn is_final(&self, task: &Task) -> bool {
        !matches!(self, Self::Passing) || task.attempts >= ATTEMPTS
    }
}

impl From<serenity::Error> for Obstacle {
    fn from(error: serenity::Error) -> Self {
        match Refusal::of(&error) {
            refusal if refusal.may_pass() => Self::Passing,
            Refusal::Gone => Self::Gone,
            _ => Self::Never("discord refuses it"),
        }
    }
}

/// What a task needs to know of the complaint that it comes from.
struct Case {
    complaint: Complaint,
    server: u64,
    /// The moderators' channel.
    desk: Option<u64>,
    language: Language,
}

async fn attempt(context: &Arc<Context>, http: &Http, task: &Task) -> Result<(), Obstacle> {
    match task.kind.as_str() {
        SHOW_CHANGE => return show_change(context, http, task).await,
        of_posts::tasks::POST => return posts::post(context, http, task).await,
        of_posts::tasks::CHANGE => return posts::change(context, http, task).await,
        of_posts::tasks::REFUSED => return posts::tell(context, http, task).await,
        of_wishes::TELL_CHANGE => return wishes::tell(context, http, task).await,
        _ => {}
    }
    if newsroom::does(&task.kind) {
        return newsroom::attempt(context, http, task).await;
    }
    let case = case(context, task).await?;
    let body: Value = serde_json::from_str(&task.body).unwrap_or_default();
    let id = |name: &str| body[name].as_str().and_then(|id| id.parse::<u64>().ok()).filter(|id| *id > 0);
    match task.kind.as_str() {
        tasks::SHOW => {
            let channel = case.desk.ok_or(Obstacle::Never("the server has set no channel of its moderators"))?;
            let message = complaints::complaint(case.language, case.server, &case.complaint);
            send(http, ChannelId::new(channel), &message, task).await.map(drop)
        }
        tasks::AMEND => {
            let place = id("channel").zip(id("message")).ok_or(Obstacle::Never("it has no place"))?;
            let message = amended(context, &case).await;
            edit(http, ChannelId::new(place.0), MessageId::new(place.1), &message).await
        }
        tasks::TELL => {
            let member = id("member").ok_or(Obstacle::Never("it is for nobody"))?;
            send_alone(http, member, &complaints::told(case.language, case.server, &case.complaint), task).await
        }
        _ => Err(Obstacle::Never("a newer release asked for it")),
    }
}

/// Shows a change in the channel that the server has set for its audit log.
async fn show_change(context: &Arc<Context>, http: &Http, task: &Task) -> Result<(), Obstacle> {
    let number: i64 = task.subject.parse().map_err(|_| Obstacle::Never("it has no number"))?;
    let id = task.server;
    let known = with_desk(context, move |desk| {
        let server = desk.server(id);
        Ok((server.audit_entry(number)?, server.in_force(None, None)?))
    });
    let (entry, in_force) = known.await.map_err(|_| Obstacle::Passing)?;
    let place = in_force.id(Setting::AuditLog).zip(entry);
    let (channel, entry) = place.ok_or(Obstacle::Never("the audit log is shown nowhere any more"))?;
    send(http, ChannelId::new(channel), &shown::logged(context.language(&in_force), &entry), task).await.map(drop)
}

async fn case(context: &Arc<Context>, task: &Task) -> Result<Case, Obstacle> {
    let ServerId::Discord(server) = task.server else { return Err(Obstacle::Never("it is for no server")) };
    let number: i64 = task.subject.parse().map_err(|_| Obstacle::Never("it has no number"))?;
    let id = task.server;
    let known = with_desk(context, move |desk| {
        let server: Server<'_> = desk.server(id);
        Ok((server.complaint(number)?, server.in_force(None, None)?))
    });
    let (complaint, in_force) = known.await.map_err(|_| Obstacle::Passing)?;
    let complaint = complaint.ok_or(Obstacle::Never("there is no such complaint any more"))?;
    Ok(Case { complaint, server, desk: in_force.id(Setting::Desk), language: context.language(&in_force) })
}

/// What stands in a message from now on: that the answer was taken back, or the answer to the same question from the story
/// as it is now.
async fn amended(context: &Arc<Context>, case: &Case) -> Message {
    let handed_in = &case.complaint.handed_in;
    let is_renewed = case.complaint.decision == Some(Decision::Renew);
    let asked = is_renewed.then(|| AskedFor::read(&handed_in.given, &handed_in.question)).flatten();
    // What was asked can't be known again where not all of it stood over the answer.
    let Some((command, arguments)) = asked.as_ref().and_then(asked_for_again) else {
        return complaints::retracted(case.language, &case.complaint);
    };
    // The story as it is now, with what this server corrected by hand.
    let asker = Asker { server: ServerId::Discord(case.server), ..Asker::OPERATOR };
    let arguments = arguments.with(STORY.name, Given::Text(handed_in.given.story.clone())).asked_by(asker);
    let message = respond::run(context, case.language, command, arguments).await;
    message.and_line(RENEWED.in_language(case.language))
}

/// Sends a member a direct message.
pub(super) async fn send_alone(http: &Http, member: u64, message: &Message, task: &Task) -> Result<(), Obstacle> {
    let alone = http.create_private_channel(&json!({"recipient_id": member.to_string()})).await?;
    send(http, alone.id, message, task).await.map(drop)
}

/// Sends a message, and returns its id.
pub(super) async fn send(
    http: &Http,
    channel: ChannelId,
    message: &Message,
    task: &Task,
) -> Result<MessageId, Obstacle> {
    send_body(http, channel, json!(message), message, task).await
}

async fn send_body(
    http: &Http,
    channel: ChannelId,
    mut body: Value,
    message: &Message,
    task: &Task,
) -> Result<MessageId, Obstacle> {
    body["nonce"] = json!(format!("{:x}", fingerprint(task)));
    body["enforce_nonce"] = json!(true);
    Ok(http.send_message(channel, attached(message.files()), &body).await?.id)
}

/// The same for each attempt at one task, and another for any other.
fn fingerprint(task: &Task) -> u64 {
    use std::hash::Hasher;
    let mut hasher = fnv::FnvHasher::default();
    hasher.write(format!("{:?} {} {}", task.server, task.number, task.kind).as_bytes());
    hasher.finish()
}

async fn edit(http: &Http, channel: ChannelId, message: MessageId, new: &Message) -> Result<(), Obstacle> {
    let body = new.in_place_of_another(&["components", "attachments"]);
    http.edit_message(channel, message, &body, attached(new.files())).await?;
    Ok(())
}
