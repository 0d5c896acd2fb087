//! `summary post`: a preview that its asker alone sees, made shorter or longer, and posted or not.

use super::{PIN, SENTENCES, for_a_message, wanted};
use crate::commands::{Action, Arguments, Command, STORY, Surface};
use crate::context::Context;
use crate::desk::{NewPost, ServerId};
use crate::reply::{DeskReply, Failure, Mistake, Preview, Reply, SummaryReply};
use crate::versions;

/// Shows a preview.
pub const COMMAND: Command = Command {
    name: "post",
    about: "Post a summary here: a preview first, which only you see",
    example: None,
    options: &[SENTENCES, PIN, STORY],
    surfaces: &[Surface::Discord],
    action: Action::Answer(preview),
};

/// Shows a preview in place of another one.
pub const PREVIEW: Command = Command { name: "preview", surfaces: &[Surface::Button], ..COMMAND };

/// Posts what a preview shows.
pub const PUBLISH: Command = Command {
    name: "publish",
    about: "Post the summary that the preview shows",
    action: Action::Answer(publish),
    ..PREVIEW
};

/// Drops a preview.
pub const DISCARD: Command =
    Command { name: "discard", about: "Drop the preview", options: &[], action: Action::Answer(discard), ..PREVIEW };

fn preview(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    previewed(context, arguments, false)
}

fn previewed(context: &Context, arguments: &Arguments, is_newer: bool) -> Result<Reply, Failure> {
    let channel = place(arguments)?;
    let (wanted, bot) = (wanted(arguments), arguments.asker().bot);
    // A preview is of the story as it is now, whichever version a button was made for.
    let story = context.current_story(arguments)?;
    let summarised = for_a_message(&story, wanted);
    let is_pinned = arguments.switch(PIN.name);
    let preview = Preview { summarised, wanted, is_pinned, channel, bot, is_newer };
    Ok(Reply::Desk(DeskReply::Summary(SummaryReply::Preview(preview.into()))))
}

/// Has it posted, unless the story has a newer version than the preview shows.
fn publish(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let channel = place(arguments)?;
    let under = arguments.under().ok_or(Mistake::Missing { option: STORY.name })?;
    let (seen, current) = (context.story(arguments)?, context.current_story(arguments)?);
    let is_newer = current.version() != seen.version();
    if is_newer || !arguments.asker().bot.may_post {
        return previewed(context, arguments, is_newer);
    }
    let sentences = wanted(arguments);
    let shown = versions::summary(&for_a_message(&current, sentences));
    let post = NewPost {
        origin: format!("preview {}", under.message),
        channel,
        story: current.id().to_owned(),
        version: current.version(),
        sentences,
        shown,
        is_pinned: arguments.switch(PIN.name),
    };
    let number = context.server(arguments)?.post(arguments.asker().now(), &post)?;
    Ok(Reply::Desk(DeskReply::Summary(SummaryReply::Posting { number, channel })))
}

fn discard(_context: &Context, _arguments: &Arguments) -> Result<Reply, Failure> {
    Ok(Reply::Desk(DeskReply::Summary(SummaryReply::Dropped)))
}

/// The channel of a server that it is asked in.
pub(super) fn place(arguments: &Arguments) -> Result<u64, Mistake> {
    let asker = arguments.asker();
    let is_in_server = matches!(asker.server, ServerId::Discord(_));
    asker.channel.filter(|_| is_in_server).ok_or(Mistake::NotAllowed)
}
