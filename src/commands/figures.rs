//! `figures`: numbers, shares, dates and durations, with what they are of.

use verbatim_index::answer;

use super::said::ABOUT;
use super::{Action, Arguments, Command, CommandOption, EVERYWHERE, STORY};
use crate::context::Context;
use crate::reply::{Failure, Listed, Reply};

const CHART: CommandOption =
    CommandOption::output("chart", "Draw the figures that can be compared into this file, a PNG picture");

/// Lists figures.
pub const COMMAND: Command = Command {
    name: "figures",
    about: "Every figure of the story: how much, of what, by whom, when",
    example: Some((ABOUT.name, "money")),
    options: &[ABOUT, CHART, STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(figures),
};

fn figures(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = context.story(arguments)?;
    let about = arguments.text(ABOUT.name);
    let found = answer::figures(&story, about);
    Ok(Reply::Figures(Listed { story, found, speaker: None, about: about.map(str::to_owned) }))
}
