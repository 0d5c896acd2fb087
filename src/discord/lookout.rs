//! A member's message in a watched channel that has a figure or a quotation otherwise than the story: told to the
//! moderators, never in the channel. Only where the operator lets the bot ask for the words of messages, and nothing of
//! them is kept.

use std::sync::Arc;

use serde_json::json;
use serenity::all::{ChannelId, Http, Message as Received};
use tokio::sync::Semaphore;
use verbatim_index::article::{self, Format};
use verbatim_index::check::Verdict;
use verbatim_index::extract::figures::Unit;
use verbatim_index::quote::QuoteVerdict;
use verbatim_index::span::Source;
use verbatim_index::story::Story;

use super::delivery;
use crate::commands::{Arguments, Asker, BotRights, Rights, STORY, Value, message};
use crate::context::Context;
use crate::desk::{ServerId, Setting, Who};
use crate::render::discord::{Message, watched};
use crate::reply::{Failure, FigureMark, Found, Marked, Piece, Purpose};

/// How many messages are looked at at once; what comes beside them isn't.
static AT_ONCE: Semaphore = Semaphore::const_new(4);
/// The fewest words of a quotation that is told of: shorter ones are often somebody else's.
const FEWEST_WORDS: usize = 4;

/// How sure a verdict must be, from 0 to 1, before anybody is told: a note that is wrong costs more than one that is missing.
const SURE: f32 = 0.75;

/// Looks at a message, where it may be worth it.
pub async fn look(context: &Arc<Context>, http: &Http, received: &Received) {
    let is_asked_for = context.settings.discord.message_content;
    let Some(server) = received.guild_id.filter(|_| is_asked_for && !received.author.bot) else { return };
    if !may_tell(&received.content) {
        return;
    }
    let Ok(_permit) = AT_ONCE.try_acquire() else {
        return tracing::debug!("a message wasn't looked at: others were");
    };
    let (own, place) = (Arc::clone(context), (server.get(), received.channel_id.get(), received.id.get()));
    let (member, words) = (received.author.id.get(), received.content.clone());
    let looked = tokio::task::spawn_blocking(move || look_up(&own, place, member, words)).await;
    match looked {
        Ok(Ok(Some((desk, note)))) => tell(context, http, (desk, received.id.get()), &note).await,
        Ok(Ok(None)) => {}
        Ok(Err(_)) | Err(_) => tracing::warn!("a message couldn't be looked at"),
    }
}

/// Whether a message has a digit or a quotation mark: others tell neither a figure nor a quotation.
fn may_tell(words: &str) -> bool {
    words.contains(|letter: char| letter.is_ascii_digit() || "\"“”„«»".contains(letter))
}

/// What moderators are told of a message, and in which channel; `None` where there is nothing to tell.
fn look_up(
    context: &Context,
    place: (u64, u64, u64),
    member: u64,
    words: String,
) -> Result<Option<(u64, Message)>, Failure> {
    let (server, channel, _) = place;
    let id = ServerId::Discord(server);
    let in_force = context.desk()?.server(id).rules()?.in_force(Some(channel), None);
    let is_watched = in_force.switch(Setting::Watch) == Some(true);
    let Some(desk) = in_force.id(Setting::Desk).filter(|_| is_watched) else { return Ok(None) };
    let (who, rights) = (Who::Member(member), Rights::Member);
    let asker = Asker { server: id, channel: Some(channel), who, rights, bot: BotRights::ALL };
    let named = in_force.story().map(|story| Value::Text(story.to_owned()));
    let arguments = named.into_iter().fold(Arguments::default(), |all, story| all.with(STORY.name, story));
    let story = context.story(&arguments.asked_by(asker))?;
    let (pieces, left) = message::mark(&story, &words, Purpose::Check);
    let at_fault: Vec<Piece> = pieces.into_iter().filter(|piece| is_at_fault(&story, &words, piece)).collect();
    if at_fault.is_empty() {
        return Ok(None);
    }
    let marked = Marked { story, text: words, purpose: Purpose::Check, pieces: at_fault, left };
    Ok(Some((desk, watched::message(context.language(&in_force), &marked, place, member))))
}

/// Whether a piece is plainly otherwise than the story: a figure that the story gives otherwise, in the same unit and in
/// what is else the same, or a quotation with other words in it. What the story doesn't have is nobody's fault.
fn is_at_fault(story: &Story, text: &str, piece: &Piece) -> bool {
    match &piece.found {
        Found::Quotation { check, .. } => {
            let quoted = text.get(piece.typed.clone()).unwrap_or_default();
            let is_long = quoted.split_whitespace().count() >= FEWEST_WORDS;
            is_long && check.verdict == QuoteVerdict::Altered && !check.alterations.is_empty()
        }
        Found::Claim { checked, figures } => {
            let is_otherwise = |figure: &FigureMark| {
                let typed = unit(text.get(figure.typed.clone()).unwrap_or_default());
                let told = figure.story.and_then(|citation| unit(story.text(citation)));
                figure.verdict == Verdict::Contradicted && typed.is_some() && typed == told
            };
            let is_sure = checked.verdict == Verdict::Contradicted && checked.confidence >= SURE;
            is_sure && figures.iter().any(is_otherwise)
        }
    }
}

/// What the figure in some words counts or measures; a year or a day is no figure here.
fn unit(words: &str) -> Option<Unit> {
    let source = Source::new(words).ok()?;
    let read = Story::new("", article::read(source, Format::Plain), Vec::new());
    let unit = read.extracted().figures.first()?.unit.clone();
    (unit != Unit::Date).then_some(unit)
}

async fn tell(context: &Context, http: &Http, (desk, about): (u64, u64), note: &Message) {
    let mut body = json!(note);
    body["nonce"] = json!(format!("w{about}"));
    body["enforce_nonce"] = json!(true);
    let sent = delivery::tried_again(&context.metrics, || http.send_message(ChannelId::new(desk), Vec::new(), &body));
    if sent.await.is_err() {
        tracing::warn!("moderators weren't told of a message");
    }
}
