//! `check`: what the story says of a claim. A verdict is about the story, never about the world.

use super::draft::{self, DRAFT, FORMAT};
use super::{Action, Arguments, Command, CommandOption, EVERYWHERE, OptionKind, STORY};
use crate::context::Context;
use crate::reply::{ClaimChecked, Failure, Mistake, Reply};

/// Not required, since a whole draft can be given in its place.
const CLAIM: CommandOption = CommandOption {
    required: false,
    ..CommandOption::positional("claim", "The claim, as somebody made it", OptionKind::Item)
};

/// Checks a claim.
pub const COMMAND: Command = Command {
    name: "check",
    about: "Check a claim against the story: what it says, word by word and figure by figure",
    example: Some((CLAIM.name, "The vote was put off until March")),
    options: &[CLAIM, DRAFT, FORMAT, STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(check),
};

fn check(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    if let Some(file) = arguments.file(DRAFT.name) {
        return draft::checked(context, arguments, file);
    }
    let claim = arguments.text(CLAIM.name).ok_or(Mistake::Missing { option: CLAIM.name })?;
    let story = context.story(arguments)?;
    let checked = context.checked(&story, claim);
    Ok(Reply::Claim(ClaimChecked { story, claim: claim.to_owned(), checked }))
}
