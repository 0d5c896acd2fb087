//! What time and other processes bring: stories that have changed, whose posted summaries and awaited answers are looked
//! at again, and daily summaries whose time has come. What is then done at Discord, the outbox does.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use verbatim_index::library::Library;

use super::stop::Stop;
use crate::commands::{ask, summary};
use crate::context::Context;
use crate::desk::{By, ChangeTold, Desk, NewPost, Schedule, Server, Who};
use crate::render::language::Language;
use crate::reply::Failure;
use crate::versions;

/// How long is waited between two looks.
const PAUSE: Duration = Duration::from_secs(1);
/// How long is waited where something can't be read or written.
const LONG_PAUSE: Duration = Duration::from_secs(30);
/// After how long everything is looked at again, though nothing seems to have changed: a summary may have been posted of
/// the version before, and a writer may have been killed.
const AGAIN: Duration = Duration::from_secs(60);

/// What was looked at last.
#[derive(Clone, Copy, Default)]
struct Looked {
    generation: Option<u64>,
    at: Option<Instant>,
}

/// Looks until the bot is to stop.
pub async fn watch(context: Arc<Context>, stop: Stop) {
    let (mut looked, mut pause) = (Looked::default(), Duration::ZERO);
    loop {
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = stop.clone().wait() => return,
        }
        let (context, last) = (Arc::clone(&context), looked);
        let look = tokio::task::spawn_blocking(move || look(&context, last)).await;
        pause = match look.unwrap_or_else(|_| Err(Failure::Ours(anyhow::anyhow!("looking for changes panicked")))) {
            Ok(now) => {
                looked = now;
                PAUSE
            }
            Err(failure) => {
                let error = crate::render::words::failure(Language::English, &failure);
                tracing::error!(error, "what has changed can't be looked at");
                LONG_PAUSE
            }
        };
    }
}

fn look(context: &Context, last: Looked) -> Result<Looked, Failure> {
    let (library, desk) = (context.library()?, context.desk()?);
    let now = Timestamp::now();
    for (server, schedule) in desk.schedules_due(now)? {
        keep_schedule(context, &desk.server(server), &schedule, now)?;
    }
    let generation = library.generation();
    let is_recent = last.at.is_some_and(|at| at.elapsed() < AGAIN);
    // An odd count is a change under way, which the next look sees whole.
    if is_recent && (last.generation == Some(generation) || generation % 2 == 1) {
        return Ok(last);
    }
    let by = By { who: Who::Program, at: now };
    for (story, version) in behind(library, desk.posted_versions()?) {
        for (server, number) in desk.posts_of(&story, version)? {
            change_post(context, &desk.server(server), number, by)?;
        }
    }
    for (story, version) in behind(library, desk.wished_versions()?) {
        look_after_wishes(context, desk, (&story, version), by)?;
    }
    Ok(Looked { generation: Some(generation), at: Some(Instant::now()) })
}

/// Those that aren't the version that their story has now; what becomes of a story that can't be read is seen later.
fn behind(library: &Library, shown: Vec<(String, u32)>) -> BTreeSet<(String, u32)> {
    let is_behind = |story: &str, version: u32| library.entry(story).is_ok_and(|entry| entry.version != version);
    shown.into_iter().filter(|(story, version)| is_behind(story, *version)).collect()
}

/// Has a summary that stands show the version that its story has now.
fn change_post(context: &Context, server: &Server<'_>, number: i64, by: By) -> Result<(), Failure> {
    let Some(post) = server.post_numbered(number)? else { return Ok(()) };
    let Ok(story) = context.library()?.story(&post.new.story) else { return Ok(()) };
    let after = summary::for_a_message(&story, post.new.sentences);
    let shown = versions::summary(&after);
    let differences = match context.version(&post.new.story, post.new.version) {
        Ok(before) => versions::differences(&summary::for_a_message(&before, post.new.sentences), &after),
        Err(_) => versions::differing_lines(&post.new.shown, &shown),
    };
    let told = ChangeTold { at: by.at.as_millisecond(), version: story.version(), differences };
    if server.change_post(by, &post, &shown, &told)? {
        tracing::info!(story = story.id(), version = story.version(), "a posted summary is changed");
    }
    Ok(())
}

/// Looks at the answers that members wait for, as the story has them now.
fn look_after_wishes(context: &Context, desk: &Desk, (id, version): (&str, u32), by: By) -> Result<(), Failure> {
    let Ok(story) = context.library()?.story(id) else { return Ok(()) };
    for (server, wish) in desk.wishes_about(id, version)? {
        let shown = versions::answer(&ask::answered(context, Arc::clone(&story), &wish.new.question));
        desk.server(server).look_after_wish(by, &wish, story.version(), &shown)?;
    }
    Ok(())
}

/// Has a daily summary posted whose time has come.
fn keep_schedule(context: &Context, server: &Server<'_>, schedule: &Schedule, now: Timestamp) -> Result<(), Failure> {
    let new = &schedule.new;
    let story = context.library()?.story(&new.story).ok();
    let post = story.map(|story| NewPost {
        origin: format!("schedule {} {}", schedule.number, schedule.next_at),
        channel: new.channel,
        story: new.story.clone(),
        version: story.version(),
        sentences: new.sentences,
        shown: versions::summary(&summary::for_a_message(&story, new.sentences)),
        is_pinned: new.is_pinned,
    });
    let kept = server.keep_schedule(now, schedule, post.as_ref())?;
    tracing::info!(schedule = schedule.number, is_posted = kept.is_some(), "a daily summary is due");
    Ok(())
}
