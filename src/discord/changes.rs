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
use crate::desk::{By, ChangeTold, Desk, NewPost, Schedule, ServerId, Who};
use crate::render::language::Language;
use crate::reply::Failure;
use crate::versions;

/// How long is waited between two looks.
const PAUSE: Duration = Duration::from_secs(1);
/// How long is waited where something can't be read or written.
const LONG_PAUSE: Duration = Duration::from_secs(30);
/// After how long everything is looked at again, though nothing seems to have changed: a summary may have been posted of
/// the version before, somebody may have corrected by hand, and a writer may have been killed.
const AGAIN: Duration = Duration::from_secs(5);

/// What was looked at last.
#[derive(Clone, Default)]
struct Looked {
    generation: Option<u64>,
    at: Option<Instant>,
    /// What was corrected by hand: whose, which and when, and of which story.
    corrected: BTreeSet<Corrected>,
}

type Corrected = (String, i64, i64, String);

/// Looks until the bot is to stop.
pub async fn watch(context: Arc<Context>, stop: Stop) {
    let (mut looked, mut pause) = (Looked::default(), Duration::ZERO);
    loop {
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = stop.clone().wait() => return,
        }
        let (context, last) = (Arc::clone(&context), looked.clone());
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
        keep_schedule(context, server, &schedule, now)?;
    }
    let generation = library.generation();
    let is_recent = last.at.is_some_and(|at| at.elapsed() < AGAIN);
    // An odd count is a change under way, which the next look sees whole.
    if is_recent && (last.generation == Some(generation) || generation % 2 == 1) {
        return Ok(last);
    }
    let by = By { who: Who::Program, at: now };
    let corrected = corrected(desk)?;
    let changed = corrected.symmetric_difference(&last.corrected).map(|(.., story)| story.as_str()).collect();
    for (story, version) in behind(library, desk.posted_versions()?, &changed) {
        for (server, number) in desk.posts_of(&story, version)? {
            change_post(context, (server, number), by)?;
        }
    }
    for (story, version) in behind(library, desk.wished_versions()?, &changed) {
        look_after_wishes(context, desk, (&story, version), by)?;
    }
    Ok(Looked { generation: Some(generation), at: Some(Instant::now()), corrected })
}

/// What is corrected by hand, in any server.
fn corrected(desk: &Desk) -> Result<BTreeSet<Corrected>, Failure> {
    let all = desk.corrections_everywhere(None)?.into_iter();
    Ok(all.map(|(server, one)| (server.to_string(), one.number, one.at, one.story)).collect())
}

/// Those that aren't the version that their story has now, or whose story was corrected meanwhile; what becomes of a story
/// that can't be read is seen later.
fn behind(library: &Library, shown: Vec<(String, u32)>, corrected: &BTreeSet<&str>) -> BTreeSet<(String, u32)> {
    let is_behind = |story: &str, version: u32| library.entry(story).is_ok_and(|entry| entry.version != version);
    let is_to_be_seen =
        |(story, version): &(String, u32)| corrected.contains(story.as_str()) || is_behind(story, *version);
    shown.into_iter().filter(is_to_be_seen).collect()
}

/// Has a summary that stands show what its story says now.
fn change_post(context: &Context, (server, number): (ServerId, i64), by: By) -> Result<(), Failure> {
    let kept = context.desk()?.server(server);
    let Some(post) = kept.post_numbered(number)? else { return Ok(()) };
    let Ok(story) = context.library()?.story(&post.new.story) else { return Ok(()) };
    let after = summary::for_a_message(&context.with_corrections(story, server), post.new.sentences);
    let shown = versions::summary(&after);
    let version = after.story.version();
    if version == post.new.version && shown == post.new.shown {
        return Ok(());
    }
    let before = context.version(&post.new.story, post.new.version, server).ok();
    let before = before.filter(|_| version != post.new.version);
    let differences = match before {
        Some(before) => versions::differences(&summary::for_a_message(&before, post.new.sentences), &after),
        None => versions::corrected(&after),
    };
    let is_told = !differences.is_empty() || version != post.new.version;
    let differences = if is_told { differences } else { versions::differing_lines(&post.new.shown, &shown) };
    let told = ChangeTold { at: by.at.as_millisecond(), version, differences };
    if kept.change_post(by, &post, &shown, &told)? {
        tracing::info!(story = after.story.id(), version, "a posted summary is changed");
    }
    Ok(())
}

/// Looks at the answers that members wait for, as the story has them now.
fn look_after_wishes(context: &Context, desk: &Desk, (id, version): (&str, u32), by: By) -> Result<(), Failure> {
    let Ok(story) = context.library()?.story(id) else { return Ok(()) };
    for (server, wish) in desk.wishes_about(id, version)? {
        let seen = context.with_corrections(Arc::clone(&story), server);
        let shown = versions::answer(&ask::answered(context, seen, &wish.new.question));
        if version != story.version() || shown != wish.new.shown {
            desk.server(server).look_after_wish(by, &wish, story.version(), &shown)?;
        }
    }
    Ok(())
}

/// Has a daily summary posted whose time has come.
fn keep_schedule(context: &Context, id: ServerId, schedule: &Schedule, now: Timestamp) -> Result<(), Failure> {
    let new = &schedule.new;
    let story = context.library()?.story(&new.story).ok();
    let story = story.map(|story| context.with_corrections(story, id));
    let post = story.map(|story| NewPost {
        origin: format!("schedule {} {}", schedule.number, schedule.next_at),
        channel: new.channel,
        story: new.story.clone(),
        version: story.version(),
        sentences: new.sentences,
        shown: versions::summary(&summary::for_a_message(&story, new.sentences)),
        is_pinned: new.is_pinned,
    });
    let kept = context.desk()?.server(id).keep_schedule(now, schedule, post.as_ref())?;
    tracing::info!(schedule = schedule.number, is_posted = kept.is_some(), "a daily summary is due");
    Ok(())
}
