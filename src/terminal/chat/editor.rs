//! The chat on a terminal: line editing, history, completion.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use rustyline::{CompletionType, Config, Editor};
use verbatim_index::story::Story;

use super::assistant::Assistant;
use super::{Chat, Next};
use crate::config::Settings;
use crate::render::words;
use crate::reply::Failure;

const PROMPT: &str = "› ";

type Line = Editor<Assistant, FileHistory>;

/// Converses until Ctrl-D, `/quit`, or Ctrl-C twice.
pub fn converse(chat: &Chat<'_>, story: &Story) -> Result<(), Failure> {
    let history = history_file(&chat.context.settings);
    let mut editor = editor(story).context("the terminal can't be used")?;
    if let Some(history) = &history {
        // There is none on first use.
        let _ = editor.load_history(history);
    }
    chat.output.words(&format!("{}\n", super::welcome(story)))?;
    let mut interrupted = false;
    loop {
        match editor.readline(PROMPT) {
            Ok(line) => {
                interrupted = false;
                remember(&mut editor, &line, history.as_deref());
                if chat.hear(&line)? == Next::End {
                    return Ok(());
                }
            }
            Err(ReadlineError::Interrupted) if !interrupted => {
                interrupted = true;
                chat.output.words(&format!("{}\n", words::INTERRUPTED))?;
            }
            Err(ReadlineError::Interrupted | ReadlineError::Eof) => return Ok(()),
            Err(error) => return Err(anyhow::Error::from(error).context("the terminal can't be read").into()),
        }
    }
}

fn editor(story: &Story) -> rustyline::Result<Line> {
    let config = Config::builder()
        .completion_type(CompletionType::List)
        .history_ignore_space(true)
        .max_history_size(1_000)?
        .build();
    let mut editor = Editor::with_config(config)?;
    editor.set_helper(Some(Assistant::of(story)));
    Ok(editor)
}

fn remember(editor: &mut Line, line: &str, history: Option<&Path>) {
    let is_new = editor.add_history_entry(line).unwrap_or_default();
    if let (true, Some(history)) = (is_new, history)
        && let Err(error) = editor.append_history(history)
    {
        tracing::debug!(%error, "history not kept");
    }
}

fn history_file(settings: &Settings) -> Option<PathBuf> {
    match &settings.chat.history {
        Some(file) if file.as_os_str().is_empty() => None,
        Some(file) => Some(file.clone()),
        None => settings.data_folder().map(|folder| folder.join("chat-history")),
    }
}
