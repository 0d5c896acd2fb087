//! A one-shot command: run once, or once for each line of standard input, each answered with its line before the
//! next one is read.

use std::io::BufRead;

use anyhow::Context as _;
use verbatim_index::draft::Standing;

use super::line::Invocation;
use super::output::{Output, Written};
use super::{AGAINST_STORY, DONE, FAILED, MISUSED, NOT_SHOWN, complain};
use crate::commands::{self, Value};
use crate::context::Context;
use crate::render::language::Language;
use crate::render::{chart, file, words};
use crate::reply::{Examined, Failure, Mistake, Reply};

/// Runs a command and prints what it found; the exit code.
pub fn run(context: &Context, invocation: &Invocation) -> u8 {
    let done = match invocation.items_on_standard_input() {
        Some(option) => each_line(context, invocation, option),
        None => once(context, invocation),
    };
    match done {
        Ok(code) => code,
        Err(failure) => fail(&failure),
    }
}

fn once(context: &Context, invocation: &Invocation) -> Result<u8, Failure> {
    let arguments = invocation.arguments(context.settings.limits.article_bytes)?;
    let reply = commands::run(invocation.command, context, &arguments)?;
    let output = output(invocation);
    match invocation.output() {
        Some(file) => {
            write(&reply, file)?;
            output.told(&reply)?
        }
        None => output.reply(&reply)?,
    };
    Ok(exit_code(&reply))
}

/// Writes what a reply is as a file, or else its chart, into a file.
fn write(reply: &Reply, file: &str) -> Result<(), Failure> {
    let bytes = match file::of(reply) {
        Some(written) => written.text.into_bytes(),
        None => chart::of(reply).ok_or(Mistake::NothingToDraw)?.png,
    };
    let unwritable = |error: std::io::Error| Mistake::Unwritable { file: file.to_owned(), reason: error.to_string() };
    std::fs::write(file, bytes).map_err(unwritable)?;
    Ok(())
}

fn each_line(context: &Context, invocation: &Invocation, option: &'static str) -> Result<u8, Failure> {
    let arguments = invocation.arguments(context.settings.limits.article_bytes)?;
    let output = output(invocation);
    let mut input = std::io::stdin().lock();
    let mut line = Vec::new();
    let mut code = DONE;
    let mut is_first = true;
    while read_line(&mut input, &mut line)? {
        let item = String::from_utf8_lossy(&line);
        let item = item.trim_end_matches(['\n', '\r']);
        output.item(item, std::mem::take(&mut is_first))?;
        let arguments = arguments.clone().with(option, Value::Text(item.to_owned()));
        let written = match commands::run(invocation.command, context, &arguments) {
            Ok(reply) => output.reply(&reply)?,
            // Lines in and lines out pair up, also where one of them fails.
            Err(Failure::Ours(error)) => {
                code = fail(&Failure::Ours(error));
                output.failed_item(option, item)?
            }
            Err(Failure::Asker(mistake)) => return Err(mistake.into()),
        };
        if written == Written::ReaderGone {
            break;
        }
    }
    Ok(code)
}

/// Reads the next line in place of the last; whether there was one.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> anyhow::Result<bool> {
    line.clear();
    Ok(input.read_until(b'\n', line).context("standard input can't be read")? > 0)
}

fn output(invocation: &Invocation) -> Output {
    if invocation.wants_json() { Output::Json } else { Output::Words }
}

fn exit_code(reply: &Reply) -> u8 {
    let is_faulty = |examined: &Examined| examined.fault.is_some();
    match reply {
        Reply::Health(examined) if examined.iter().any(is_faulty) => FAILED,
        Reply::Draft(draft) => match draft.checked.standing() {
            Standing::Good => DONE,
            Standing::Open => NOT_SHOWN,
            Standing::Wrong => AGAINST_STORY,
        },
        _ => DONE,
    }
}

fn fail(failure: &Failure) -> u8 {
    let code = match failure {
        Failure::Asker(_) => MISUSED,
        Failure::Ours(_) => FAILED,
    };
    complain(code, &words::failure(Language::English, failure))
}
