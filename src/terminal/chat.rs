//! The chat: a line is a question, or a command after a slash as in Discord. On a terminal with editing, history and
//! completion; from a pipe line by line.

use std::cell::RefCell;
use std::io::{BufRead, IsTerminal};

use anyhow::Context as _;
use verbatim_index::story::Story;

use super::line::Invocation;
use super::output::{Output, Written};
use super::{DONE, FAILED, MISUSED, complain};
use crate::commands::{self, Arguments, STORY, Value};
use crate::context::Context;
use crate::render::language::Language;
use crate::render::words;
use crate::reply::{Failure, Reply};

mod assistant;
mod editor;
mod typed;

use typed::Typed;

/// Runs the chat until its input ends; the exit code.
pub fn run(context: &Context, invocation: &Invocation) -> u8 {
    match begin(context, invocation) {
        Ok(()) => DONE,
        Err(Failure::Asker(mistake)) => complain(MISUSED, &words::failure(Language::English, &mistake.into())),
        Err(failure) => complain(FAILED, &words::failure(Language::English, &failure)),
    }
}

fn begin(context: &Context, invocation: &Invocation) -> Result<(), Failure> {
    let arguments = invocation.arguments(context.settings.limits.article_bytes)?;
    let output = if invocation.wants_json() { Output::Json } else { Output::Words };
    let chat = Chat { context, output, story: RefCell::new(arguments.text(STORY.name).map(str::to_owned)) };
    let story = context.story(&arguments)?;
    if std::io::stdin().is_terminal() { editor::converse(&chat, &story) } else { chat.read_lines() }
}

/// A conversation.
struct Chat<'c> {
    context: &'c Context,
    output: Output,
    /// The story that was named when the chat began, or chosen since; the default one without it.
    story: RefCell<Option<String>>,
}

/// Whether a conversation goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Go,
    End,
}

impl Chat<'_> {
    fn read_lines(&self) -> Result<(), Failure> {
        let mut input = std::io::stdin().lock();
        let mut line = Vec::new();
        while input.read_until(b'\n', &mut line).context("standard input can't be read")? > 0 {
            if self.hear(&String::from_utf8_lossy(&line))? == Next::End {
                break;
            }
            line.clear();
        }
        Ok(())
    }

    /// Answers one line.
    fn hear(&self, line: &str) -> Result<Next, Failure> {
        let written = match typed::read(line) {
            Typed::Nothing => return Ok(Next::Go),
            Typed::End => return Ok(Next::End),
            Typed::Question(question) => self.answer(&commands::COMMANDS[0], typed::question(question))?,
            Typed::Command(words) => self.command(words)?,
            Typed::Unknown { name, nearest } => {
                self.output.words(&format!("{}\n", words::unknown_command(&name, nearest)))?
            }
        };
        Ok(if written == Written::ReaderGone { Next::End } else { Next::Go })
    }

    fn command(&self, words: Vec<String>) -> Result<Written, Failure> {
        let invocation = match super::line::parse_in_chat(words) {
            Ok(invocation) => invocation,
            Err(complaint) => return Ok(self.output.words(&complaint)?),
        };
        match invocation.arguments(self.context.settings.limits.article_bytes) {
            Ok(arguments) => self.answer(invocation.command, arguments),
            Err(mistake) => self.say_failure(&mistake.into()),
        }
    }

    fn answer(&self, command: &'static commands::Command, arguments: Arguments) -> Result<Written, Failure> {
        match commands::run(command, self.context, &self.with_story(command, arguments)) {
            Ok(reply) => {
                self.follow(&reply);
                self.show(&reply)
            }
            Err(failure) => self.say_failure(&failure),
        }
    }

    /// Goes on with the story that was chosen, and with the default one where the one that was asked is gone.
    fn follow(&self, reply: &Reply) {
        match reply {
            Reply::Chosen(story) => *self.story.borrow_mut() = Some(story.id().to_owned()),
            Reply::Removed(id) => {
                self.story.borrow_mut().take_if(|story| story == id);
            }
            _ => {}
        }
    }

    fn show(&self, reply: &Reply) -> Result<Written, Failure> {
        Ok(self.output.reply(reply)?)
    }

    /// A failure doesn't end a conversation.
    fn say_failure(&self, failure: &Failure) -> Result<Written, Failure> {
        Ok(self.output.words(&format!("{}\n", words::failure(Language::English, failure)))?)
    }

    fn with_story(&self, command: &commands::Command, arguments: Arguments) -> Arguments {
        let takes_story = command.options.iter().any(|option| option.name == STORY.name);
        match &*self.story.borrow() {
            Some(story) if takes_story && arguments.text(STORY.name).is_none() => {
                arguments.with(STORY.name, Value::Text(story.clone()))
            }
            _ => arguments,
        }
    }
}

/// What the chat says first.
fn welcome(story: &Story) -> String {
    words::welcome(story.title())
}
