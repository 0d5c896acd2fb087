//! `checklist`: what a fact-checker looks up in a story, in the order of the text; `tick`, the button that ticks an item,
//! or takes the tick away again.

use std::sync::Arc;

use verbatim_index::checklist::{self, ItemKind};
use verbatim_index::export;
use verbatim_index::story::Story;

use super::{Action, Arguments, Command, CommandOption, Completion, EVERYWHERE, STORY, Surface};
use crate::context::Context;
use crate::reply::{Checklist, Failure, Mistake, Reply, Ticked};

/// Lists what is to be looked up.
pub const COMMAND: Command = Command {
    name: "checklist",
    about: "What to look up in the story before it goes out: names, figures, dates, quotations, to be ticked",
    example: None,
    options: &[STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(|context, arguments| shown(context, arguments, context.story(arguments)?)),
};

/// Ticks an item.
pub const TICK: Command = Command {
    name: "tick",
    about: "Tick an item of a checklist, or take its tick away",
    example: None,
    options: &[ITEM, STORY],
    surfaces: &[Surface::Button],
    action: Action::Answer(tick),
};

/// Which item.
pub const ITEM: CommandOption = CommandOption::text("item", "The item's id", Completion::Nothing);

fn tick(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let item = arguments.text(ITEM.name).ok_or(Mistake::Missing { option: ITEM.name })?;
    let story = context.story(arguments)?;
    let server = context.server(arguments)?;
    let is_ticked = server.ticks(story.id())?.iter().any(|tick| tick.item == item);
    let by = arguments.asker().now();
    if is_ticked {
        server.untick(by, story.id(), item)?
    } else {
        server.tick(by, story.id(), item)?
    }
    shown(context, arguments, story)
}

fn shown(context: &Context, arguments: &Arguments, story: Arc<Story>) -> Result<Reply, Failure> {
    let items = checklist::of(&story);
    let ids = ids(&story, &items);
    let kept = context.ticks(context.server_id(arguments)?, story.id())?;
    let ticked = ids.into_iter().map(|id| {
        let tick = kept.iter().find(|tick| tick.item == id).cloned();
        Ticked { id, tick }
    });
    let ticked = ticked.collect();
    Ok(Reply::Checklist(Checklist { story, items, ticked }))
}

/// An id for each item that is the same in every version that has the same words.
fn ids(story: &Story, items: &[checklist::Item]) -> Vec<String> {
    let kind = |of: ItemKind| match of {
        ItemKind::Name(_) => "name",
        ItemKind::Date(_) => "date",
        ItemKind::Figure(_) => "figure",
        ItemKind::Quotation(_) => "quotation",
    };
    let keys = items.iter().map(|item| (kind(item.of), story.document().text(item.at).to_owned()));
    export::ids(keys).into_iter().map(|id| format!("{id:016x}")).collect()
}
