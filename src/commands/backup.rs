//! `backup` and `restore`: all that the desk keeps, of every server, in one file and back. For whoever runs the bot.

use std::path::Path;

use jiff::Timestamp;

use super::{Action, Arguments, Command, CommandOption, ONE_SHOT, OptionKind};
use crate::context::Context;
use crate::desk::{NotWritten, Unusable};
use crate::reply::{DeskReply, Failure, Mistake, Reply};

/// Writes a backup.
pub const BACKUP: Command = Command {
    name: "backup",
    about: "Write all that is kept of servers into one file, while the bot runs",
    example: None,
    options: &[TO],
    surfaces: ONE_SHOT,
    action: Action::Answer(back_up),
};

/// Brings a backup back.
pub const RESTORE: Command = Command {
    name: "restore",
    about: "Bring back what a backup holds, into SQLite or PostgreSQL",
    example: None,
    options: &[FROM, REPLACE],
    surfaces: ONE_SHOT,
    action: Action::Answer(restore),
};

const TO: CommandOption =
    CommandOption::positional("file", "The file to write, which takes the place of an older one", OptionKind::Text);
const FROM: CommandOption = CommandOption::positional("file", "The backup", OptionKind::Text);
const REPLACE: CommandOption = CommandOption::switch("replace", "Replace what is kept already");

fn back_up(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let file = given(arguments, TO)?;
    let rows = context.desk()?.back_up(Path::new(file), Timestamp::now()).map_err(|error| match error {
        NotWritten::Desk(error) => error.into(),
        NotWritten::File(error) => {
            Failure::from(Mistake::Unwritable { file: file.to_owned(), reason: error.to_string() })
        }
    })?;
    Ok(Reply::Desk(DeskReply::BackedUp { file: file.to_owned(), rows }))
}

fn restore(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let file = given(arguments, FROM)?;
    let restored = context.desk()?.restore(Path::new(file), arguments.switch(REPLACE.name));
    let rows = restored.map_err(|error| match error {
        Unusable::Desk(error) => error.into(),
        other => Failure::from(Mistake::BadBackup { file: file.to_owned(), reason: other.to_string() }),
    })?;
    Ok(Reply::Desk(DeskReply::Restored { file: file.to_owned(), rows }))
}

fn given(arguments: &Arguments, option: CommandOption) -> Result<&str, Mistake> {
    arguments.text(option.name).ok_or(Mistake::Missing { option: option.name })
}
