//! A one-shot command: run once, or once for each line of standard input, each answered with its line before the
//! next one is read.

use std::io::BufRead;

use super::line::Invocation;
use super::output::{Output, Written};
use super::{DONE, FAILED, MISUSED};
use crate::commands::{Arguments, Value};
use crate::context::Context;
use crate::render::words;
use crate::reply::{Failure, Reply};

type Answer = fn(&Context, &Arguments) -> Result<Reply, Failure>;

/// Runs a command and prints what it found; the exit code.
pub fn run(context: &Context, invocation: &Invocation, answer: Answer) -> u8 {
    let mut output = Output::standard(invocation.wants_json());
    let arguments = match invocation.arguments(context.settings.limits.article_bytes) {
        Ok(arguments) => arguments,
        Err(mistake) => return fail(&Failure::Asker(mistake)),
    };
    match invocation.items_on_standard_input() {
        Some(option) => each_line(&mut output, |item| {
            answer(context, &arguments.clone().with(option, Value::Text(item.to_owned())))
        }),
        None => once(&mut output, answer(context, &arguments)),
    }
}

fn once(output: &mut Output, reply: Result<Reply, Failure>) -> u8 {
    match reply {
        Ok(reply) => match output.reply(&reply) {
            Ok(Written::Whole | Written::ReaderGone) => DONE,
            Err(error) => fail(&Failure::Ours(error)),
        },
        Err(failure) => fail(&failure),
    }
}

fn each_line(output: &mut Output, answer: impl Fn(&str) -> Result<Reply, Failure>) -> u8 {
    let mut input = std::io::stdin().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => return DONE,
            Ok(_) => {}
            Err(error) => return fail(&Failure::Ours(error.into())),
        }
        let item = String::from_utf8_lossy(&line);
        let written = match answer(item.trim_end_matches(['\n', '\r'])) {
            Ok(reply) => output.reply(&reply),
            Err(failure) => return fail(&failure),
        };
        match written {
            Ok(Written::Whole) => {}
            Ok(Written::ReaderGone) => return DONE,
            Err(error) => return fail(&Failure::Ours(error)),
        }
    }
}

fn fail(failure: &Failure) -> u8 {
    eprintln!("verbatim: {}", words::failure(failure));
    match failure {
        Failure::Asker(_) => MISUSED,
        Failure::Ours(_) => FAILED,
    }
}
