//! `tell`: the button by which a member wishes to be told when an answer changes, and takes the wish back.

use super::{Action, Arguments, Command, STORY, Surface, ask};
use crate::context::Context;
use crate::desk::{NewWish, Who};
use crate::reply::{DeskReply, Failure, Mistake, Reply};
use crate::versions;

/// Keeps a wish, or takes it back.
pub const TELL: Command = Command {
    name: "tell",
    about: "Tell me if this answer changes",
    example: None,
    options: &[STORY],
    surfaces: &[Surface::Button],
    action: Action::Answer(tell),
};

fn tell(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let Who::Member(_) = arguments.asker().who else { return Err(Mistake::NotAllowed.into()) };
    let under = arguments.under().filter(|under| !under.question.is_empty());
    let under = under.ok_or(Mistake::Missing { option: ask::QUESTION.name })?;
    let story = context.story(arguments)?;
    let (id, version) = (story.id().to_owned(), story.version());
    // What an old message shows is what it would be told the change of.
    let shown = versions::answer(&ask::answered(context, story, &under.question));
    let channel = arguments.asker().channel.filter(|_| !under.is_private);
    let place = channel.map(|channel| (channel, under.message));
    let wish = NewWish { story: id, version, question: under.question.clone(), shown, place };
    let asker = arguments.asker();
    let wished = context.desk()?.server(asker.server).wish(asker.now(), &wish)?;
    Ok(Reply::Desk(DeskReply::Wished(wished)))
}
