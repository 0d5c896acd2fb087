//! A member who wished it is told that an answer has changed: alone, or where the answer stands for everybody if they
//! take no direct messages. Nobody is named or pinned there.

use std::sync::Arc;

use serde_json::{Value, json};
use serenity::all::{ChannelId, Http};

use super::{Obstacle, send_alone, send_body, with_desk};
use crate::commands::ask;
use crate::context::Context;
use crate::desk::{ServerId, Task, Wish};
use crate::render::discord::{Message, wishes};
use crate::render::language::Language;

/// Tells a member that an answer has changed.
pub async fn tell(context: &Arc<Context>, http: &Http, task: &Task) -> Result<(), Obstacle> {
    let (wish, language) = known(context, task).await?;
    let body: Value = serde_json::from_str(&task.body).unwrap_or_default();
    let message = shown(context, task.server, language, (&wish, &body)).await?;
    let told = send_alone(http, wish.member, &message, task).await;
    let (Err(Obstacle::Never(_) | Obstacle::Gone), Some((channel, answer))) = (&told, wish.new.place) else {
        return told;
    };
    if !matches!(task.server, ServerId::Discord(_)) {
        return told;
    }
    let mut body = json!(message);
    body["message_reference"] = json!({"message_id": answer.to_string(), "fail_if_not_exists": false});
    send_body(http, ChannelId::new(channel), body, &message, task).await.map(drop)
}

async fn known(context: &Arc<Context>, task: &Task) -> Result<(Wish, Language), Obstacle> {
    let number: i64 = task.subject.parse().map_err(|_| Obstacle::Never("it has no number"))?;
    let id = task.server;
    let known = with_desk(context, move |desk| {
        let server = desk.server(id);
        let Some(wish) = server.wish_numbered(number)? else { return Ok(None) };
        let in_force = server.in_force(wish.new.place.map(|(channel, _)| channel), None)?;
        Ok(Some((wish, in_force)))
    });
    let found = known.await.map_err(|_| Obstacle::Passing)?;
    let (wish, in_force) = found.ok_or(Obstacle::Never("the wish was taken back"))?;
    Ok((wish, context.language(&in_force)))
}

/// What was answered, and what is answered from the version that brought the change.
async fn shown(
    context: &Arc<Context>,
    server: ServerId,
    language: Language,
    (wish, body): (&Wish, &Value),
) -> Result<Message, Obstacle> {
    let (context, wish) = (Arc::clone(context), wish.clone());
    let was = body["was"].as_str().unwrap_or_default().to_owned();
    let version = body["version"].as_u64().and_then(|version| u32::try_from(version).ok()).unwrap_or(wish.new.version);
    let show = move || {
        let story = context.version(&wish.new.story, version, server).ok()?;
        let now = ask::answered(&context, story, &wish.new.question);
        Some(wishes::changed(language, server, &wish, &was, &now))
    };
    let shown = tokio::task::spawn_blocking(show).await.ok().flatten();
    shown.ok_or(Obstacle::Never("the story isn't there any more"))
}
