//! Summaries at Discord: posted and pinned, changed with their story, and what Discord doesn't allow told to who asked.

use std::sync::Arc;

use jiff::Timestamp;
use serenity::all::{ChannelId, Http, MessageId};

use super::{Obstacle, edit, log, send, send_alone, with_desk};
use crate::commands::summary::for_a_message;
use crate::context::Context;
use crate::desk::{By, Desk, DeskError, Post, PostState, Server, ServerId, Task, Who};
use crate::render::discord::{Message, summaries};
use crate::render::language::Language;

/// What is known of a summary that something is to be done with.
struct Known {
    post: Post,
    language: Language,
}

/// Posts a summary, and pins it where that is wished; each once, also where the process ended in between.
pub async fn post(context: &Arc<Context>, http: &Http, task: &Task) -> Result<(), Obstacle> {
    let known = known(context, task).await?;
    let number = known.post.number;
    let message = match (known.post.state, known.post.message) {
        (PostState::Waiting, _) => match send_new(context, http, task, &known).await {
            Ok(message) => message,
            Err(obstacle) if obstacle.is_final(task) => {
                note(context, task, move |server, by| server.note_refused(by, number)).await?;
                return Err(obstacle);
            }
            Err(obstacle) => return Err(obstacle),
        },
        (PostState::Stands, Some(message)) => MessageId::new(message),
        (PostState::Stands | PostState::Gone | PostState::Refused, _) => return Ok(()),
    };
    if !known.post.new.is_pinned {
        return Ok(());
    }
    let pinned = http.pin_message(ChannelId::new(known.post.new.channel), message, None).await;
    match pinned.map_err(Obstacle::from) {
        Err(obstacle) if obstacle.is_final(task) => {
            note(context, task, move |server, by| server.note_unpinned(by, number)).await?;
            Err(obstacle)
        }
        other => other,
    }
}

async fn send_new(context: &Arc<Context>, http: &Http, task: &Task, known: &Known) -> Result<MessageId, Obstacle> {
    let message = shown(context, task.server, known).await?;
    let sent = send(http, ChannelId::new(known.post.new.channel), &message, task).await?;
    let number = known.post.number;
    note(context, task, move |server, _| server.note_posted(number, sent.get())).await?;
    Ok(sent)
}

/// Shows in a posted summary what it has become.
pub async fn change(context: &Arc<Context>, http: &Http, task: &Task) -> Result<(), Obstacle> {
    let known = known(context, task).await?;
    let Some(place) = known.post.message.filter(|_| known.post.state == PostState::Stands) else { return Ok(()) };
    let message = shown(context, task.server, &known).await?;
    let edited = edit(http, ChannelId::new(known.post.new.channel), MessageId::new(place), &message).await;
    let number = known.post.number;
    match &edited {
        Err(Obstacle::Gone) => note(context, task, move |server, by| server.note_gone(by, number)).await?,
        Err(obstacle) if obstacle.is_final(task) => {
            note(context, task, move |server, by| server.note_unchanged(by, number)).await?;
        }
        _ => {}
    }
    edited
}

/// Tells who asked for a summary what Discord doesn't allow.
pub async fn tell(context: &Arc<Context>, http: &Http, task: &Task) -> Result<(), Obstacle> {
    let Known { post, language } = known(context, task).await?;
    let member = post.who.parse().ok().filter(|member| *member > 0).ok_or(Obstacle::Never("nobody is to be told"))?;
    send_alone(http, member, &summaries::refused(language, &post, &task.body), task).await
}

async fn known(context: &Arc<Context>, task: &Task) -> Result<Known, Obstacle> {
    let number: i64 = task.subject.parse().map_err(|_| Obstacle::Never("it has no number"))?;
    let id = task.server;
    let read = move |desk: &Desk| {
        let server = desk.server(id);
        let Some(post) = server.post_numbered(number)? else { return Ok(None) };
        let in_force = server.in_force(Some(post.new.channel), None)?;
        Ok(Some((post, in_force)))
    };
    let found = with_desk(context, read).await.map_err(|_| Obstacle::Passing)?;
    let (post, in_force) = found.ok_or(Obstacle::Never("there is no such summary any more"))?;
    Ok(Known { post, language: context.language(&in_force) })
}

/// The summary as everybody sees it, of the version that it is kept with.
async fn shown(context: &Arc<Context>, server: ServerId, known: &Known) -> Result<Message, Obstacle> {
    let (context, post, language) = (Arc::clone(context), known.post.clone(), known.language);
    let show = move || {
        let story = context.version(&post.new.story, post.new.version, server).ok()?;
        Some(summaries::posted(language, &for_a_message(&story, post.new.sentences), &post.changes))
    };
    let shown = tokio::task::spawn_blocking(show).await.ok().flatten();
    shown.ok_or(Obstacle::Never("the story isn't there any more"))
}

async fn note(
    context: &Arc<Context>,
    task: &Task,
    write: impl FnOnce(Server<'_>, By) -> Result<(), DeskError> + Send + 'static,
) -> Result<(), Obstacle> {
    let id = task.server;
    let by = By { who: Who::Program, at: Timestamp::now() };
    let noted = with_desk(context, move |desk| write(desk.server(id), by)).await;
    noted.map_err(|failure| {
        log(&failure);
        Obstacle::Passing
    })
}
