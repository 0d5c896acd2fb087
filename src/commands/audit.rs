//! `audit`: who changed what of a server's settings, posts, complaints and corrections, and when.

use super::{Action, Arguments, Command, CommandOption, EVERYWHERE, SERVER};
use crate::context::Context;
use crate::reply::{DeskReply, Failure, Reply};

/// Shows the audit log.
pub const COMMAND: Command = Command {
    name: "audit",
    about: "Who changed what, when, before and after; with --json as data, one change a line",
    example: None,
    options: &[AFTER, SERVER],
    surfaces: EVERYWHERE,
    action: Action::Answer(audit),
};

const AFTER: CommandOption = CommandOption::number("after", "Only changes after the one with this number", 0, u32::MAX);

/// How many entries are read at once.
const AT_ONCE: u32 = 10_000;

fn audit(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let server = context.server(arguments)?;
    let mut after = i64::from(arguments.number(AFTER.name).unwrap_or_default());
    let mut entries = Vec::new();
    loop {
        let next = server.audit_after(after, AT_ONCE)?;
        let Some(last) = next.last() else { break };
        after = last.number;
        entries.extend(next);
    }
    Ok(Reply::Desk(DeskReply::Audit(entries)))
}
