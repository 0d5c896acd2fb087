//! `mydata`: what is kept of who asks in their server, shown to them alone, and deleted when they wish it.

use super::{Action, Arguments, Command, CommandOption, Surface};
use crate::context::Context;
use crate::desk::Who;
use crate::reply::{DeskReply, Failure, Mistake, Reply};

/// Shows and deletes what is kept of a member.
pub const COMMAND: Command = Command {
    name: "mydata",
    about: "What is kept of you in this server, and how to have it deleted",
    example: None,
    options: &[DELETE],
    surfaces: &[Surface::Discord],
    action: Action::Answer(mydata),
};

const DELETE: CommandOption = CommandOption::switch("delete", "Delete it; a block by the moderators stays");

fn mydata(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let Who::Member(member) = arguments.asker().who else { return Err(Mistake::NotAllowed.into()) };
    let server = context.server(arguments)?;
    let is_deleted = arguments.switch(DELETE.name);
    if is_deleted {
        server.forget(arguments.asker().now(), member)?;
    }
    Ok(Reply::Desk(DeskReply::MyData { data: server.data_of(member)?, is_deleted }))
}
