//! `quote`: whether pasted words are the story's: verbatim, altered, another speaker's, absent.

use verbatim_index::quote;

use super::{Action, Arguments, Command, CommandOption, EVERYWHERE, OptionKind, STORY};
use crate::context::Context;
use crate::reply::{Failure, Mistake, QuoteChecked, Reply};

const TEXT: CommandOption =
    CommandOption::positional("text", "The quotation, with or without its speaker", OptionKind::Item);

/// Looks for a quotation.
pub const COMMAND: Command = Command {
    name: "quote",
    about: "Is this quotation the story's, word for word, and whose is it",
    example: Some((TEXT.name, "“no intention of raising tolls”")),
    options: &[TEXT, STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(quote),
};

fn quote(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let quote = arguments.text(TEXT.name).ok_or(Mistake::Missing { option: TEXT.name })?;
    let story = context.story(arguments)?;
    let check = quote::check(&story, quote);
    Ok(Reply::Quote(QuoteChecked { story, quote: quote.to_owned(), check }))
}
