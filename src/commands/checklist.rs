//! `checklist`: what a fact-checker looks up in a story, in the order of the text, each to be ticked.

use verbatim_index::checklist;

use super::{Action, Command, EVERYWHERE, STORY};
use crate::reply::{Checklist, Reply};

/// Lists what is to be looked up.
pub const COMMAND: Command = Command {
    name: "checklist",
    about: "What to look up in the story before it goes out: names, figures, dates, quotations, to be ticked",
    example: None,
    options: &[STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(|context, arguments| {
        let story = context.story(arguments)?;
        let items = checklist::of(&story);
        Ok(Reply::Checklist(Checklist { story, items }))
    }),
};
