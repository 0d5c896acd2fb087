//! What the newsroom's work asks for at Discord, done as the outbox hands it over: a question shown to moderators with a
//! thread of its own, its answer told to who asked, and moderators told that the text under a correction changed.

use std::sync::Arc;

use serde_json::Value;
use serenity::all::{ChannelId, Http, MessageId};

use super::outbox::{Obstacle, send, send_alone};
use super::threads;
use crate::commands::hand_over;
use crate::context::Context;
use crate::desk::{ANSWERED_BY_PERSON, HANDED_OVER, ServerId, Setting, TEXT_CHANGED, Task};
use crate::render::discord::{Message, corrections, hand_overs};
use crate::render::language::Language;
use crate::reply::{Failure, HandOverShown, sentence_numbers};

/// After how many minutes without a word a question's thread is folded away: a week.
const FOLDED_AFTER: u16 = 10_080;

/// Whether a task is one of these.
pub fn does(kind: &str) -> bool {
    [TEXT_CHANGED, HANDED_OVER, ANSWERED_BY_PERSON].contains(&kind)
}

/// Does one of these tasks.
pub async fn attempt(context: &Arc<Context>, http: &Http, task: &Task) -> Result<(), Obstacle> {
    let ServerId::Discord(_) = task.server else { return Err(Obstacle::Never("it is for no server")) };
    match task.kind.as_str() {
        HANDED_OVER => show_question(context, http, task).await,
        ANSWERED_BY_PERSON => tell_answer(context, http, task).await,
        _ => {
            let (channel, message) = look_up(context, task, text_changed).await?;
            send(http, ChannelId::new(channel), &message, task).await.map(drop)
        }
    }
}

/// Looks something up where it holds nothing up.
async fn look_up<T: Send + 'static>(
    context: &Arc<Context>,
    task: &Task,
    look: fn(&Context, &Task) -> Result<Option<T>, Failure>,
) -> Result<T, Obstacle> {
    let (context, task) = (Arc::clone(context), task.clone());
    let found = tokio::task::spawn_blocking(move || look(&context, &task)).await;
    let found = found.map_err(|_| Obstacle::Never("it failed by a mistake of the program's"))?;
    let found = found.map_err(|failure| match failure {
        Failure::Asker(_) => Obstacle::Never("the story isn't there any more"),
        Failure::Ours(_) => Obstacle::Passing,
    });
    found?.ok_or(Obstacle::Never("there is nothing to tell, or nobody to tell it to"))
}

/// What moderators are told, and in which channel.
fn text_changed(context: &Context, task: &Task) -> Result<Option<(u64, Message)>, Failure> {
    let in_force = context.desk()?.server(task.server).in_force(None, None)?;
    let Some(channel) = in_force.id(Setting::Desk) else { return Ok(None) };
    let story = context.library()?.story(&task.body)?;
    // What was looked up lately may be of the version before.
    context.forget_overlays();
    let shown = context.corrections_shown(task.server, &story)?;
    let mut lost = shown.into_iter().filter(|one| one.is_own && one.standing.is_err());
    let one = lost.find(|one| one.correction.number.to_string() == task.subject);
    Ok(one.map(|one| (channel, corrections::told(context.language(&in_force), &story, &one))))
}

/// A question that was handed over, as it is to be told.
struct Told {
    language: Language,
    shown: HandOverShown,
    /// The moderators' channel.
    desk: Option<u64>,
}

fn question(context: &Context, task: &Task) -> Result<Option<Told>, Failure> {
    let server = context.desk()?.server(task.server);
    let in_force = server.in_force(None, None)?;
    let Some(kept) = server.handed_over(task.subject.parse().unwrap_or_default())? else { return Ok(None) };
    let body: Value = serde_json::from_str(&task.body).unwrap_or_default();
    let mut shown = hand_over::shown(context, kept, false)?;
    // The sentences' numbers are those of the version that was asked.
    if body["version"].as_u64() == Some(shown.story.version().into()) {
        let sentences = shown.story.document().sentences();
        let numbers = sentence_numbers::read(body["nearest"].as_str().unwrap_or_default());
        let cited = numbers.into_iter().filter_map(|number| sentences.get(number));
        shown.nearest = cited.map(|sentence| shown.story.cite(sentence.span)).collect();
    }
    Ok(Some(Told { language: context.language(&in_force), shown, desk: in_force.id(Setting::Desk) }))
}

/// Shows a question to the moderators, and begins a thread under it.
async fn show_question(context: &Arc<Context>, http: &Http, task: &Task) -> Result<(), Obstacle> {
    let Told { language, shown, desk } = look_up(context, task, question).await?;
    let channel = desk.ok_or(Obstacle::Never("the server has set no channel of its moderators"))?;
    let channel = ChannelId::new(channel);
    let message = send(http, channel, &hand_overs::message(language, &shown), task).await?;
    begin_thread(http, (channel, message), &hand_overs::thread_name(language, &shown)).await?;
    let (own, server, number) = (Arc::clone(context), task.server, shown.hand_over.number);
    // A thread that begins at a message has its id.
    let noted = move || Ok::<_, Failure>(own.desk()?.server(server).note_thread(number, message.get())?);
    match tokio::task::spawn_blocking(noted).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) | Err(_) => Err(Obstacle::Passing),
    }
}

async fn begin_thread(http: &Http, at: (ChannelId, MessageId), name: &str) -> Result<(), Obstacle> {
    match threads::begin(http, at, name, FOLDED_AFTER).await.map_err(Obstacle::from) {
        Ok(_) => Ok(()),
        Err(Obstacle::Passing) => Err(Obstacle::Passing),
        // Where threads can't be, the question stands in the channel all the same.
        Err(Obstacle::Gone | Obstacle::Never(_)) => {
            tracing::info!("a question has no thread");
            Ok(())
        }
    }
}

/// Tells who asked in a direct message; in the channel where they take none.
async fn tell_answer(context: &Arc<Context>, http: &Http, task: &Task) -> Result<(), Obstacle> {
    let Told { language, shown, .. } = look_up(context, task, question).await?;
    match send_alone(http, shown.hand_over.member, &hand_overs::told(language, &shown), task).await {
        Ok(()) => Ok(()),
        Err(Obstacle::Passing) => Err(Obstacle::Passing),
        Err(obstacle) => match shown.hand_over.channel {
            0 => Err(obstacle),
            channel => {
                let message = hand_overs::told_in_channel(language, &shown);
                send(http, ChannelId::new(channel), &message, task).await.map(drop)
            }
        },
    }
}
