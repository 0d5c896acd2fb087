//! Files that come with a slash command: fetched from Discord, none larger than the settings allow.

use std::time::Duration;

use anyhow::Context as _;
use serenity::all::Attachment;

use crate::commands::{Arguments, CommandOption, Given, Value};
use crate::context::Context;
use crate::reply::{Failure, Mistake};

/// How long a file may take; Discord waits three seconds for the reply.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// The arguments with the files that were given.
///
/// # Errors
/// When a file is too long, or Discord doesn't hand it over in time.
pub async fn fetch(
    context: &Context,
    arguments: Arguments,
    files: Vec<(&'static CommandOption, &Attachment)>,
) -> Result<Arguments, Failure> {
    let longest = context.settings.limits.article_bytes;
    let mut arguments = arguments;
    for (option, attachment) in files {
        let name = attachment.filename.clone();
        if attachment.size as usize > longest {
            return Err(Mistake::TooLong { file: name }.into());
        }
        let fetched = tokio::time::timeout(PATIENCE, attachment.download()).await;
        let bytes = fetched.context("a file took too long")?.context("a file can't be fetched")?;
        if bytes.len() > longest {
            return Err(Mistake::TooLong { file: name }.into());
        }
        arguments = arguments.with(option.name, Value::File(Given { name, bytes }));
    }
    Ok(arguments)
}
