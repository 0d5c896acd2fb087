//! A file of editors' questions, JSON Lines: read and checked against its story when it is given, found again by its words
//! in the versions that follow, added to and taken from line by line.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::places::Places;
use super::{EditorsQuestion, EditorsQuestions, Leads};
use crate::document::Document;
use crate::question;

/// Why a file of editors' questions can't be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {problem}")]
pub struct QuestionsError {
    /// The file's name as given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it, and how to mend it.
    pub problem: QuestionProblem,
}

/// What is wrong with an editors' question.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuestionProblem {
    /// The file isn't text.
    #[error("this isn't UTF-8 text; save the file as UTF-8")]
    NotText,
    /// It isn't an object with a question's fields.
    #[error(
        "this isn't a question: {0}; a line is one JSON object with `question` and `answer`, which is `null` where the \
         story doesn't answer"
    )]
    NotAQuestion(String),
    /// It asks nothing.
    #[error("the `question` is empty; write what people ask, in their own words")]
    Empty,
    /// It is longer than any question that is answered.
    #[error("the `question` is longer than {} characters; ask it in fewer", question::LONGEST_QUESTION)]
    TooLong,
    /// Its answer has no words.
    #[error("the `answer` is empty; copy words of the sentence that answers, or leave it out if the story doesn't")]
    NoWords,
    /// Its answer doesn't stand in the story.
    #[error("\"{0}\" doesn't stand in one sentence of the story; copy words of the sentence that answers")]
    NotInStory(String),
    /// Its answer stands in several sentences.
    #[error("\"{0}\" stands in more than one sentence; copy more words of the one that answers")]
    InSeveral(String),
    /// The same question leads elsewhere already.
    #[error("\"{question}\" is there already{}, with another answer; keep one of the two", on_line(*.other))]
    AskedBefore {
        /// The question.
        question: String,
        /// The line that has it, where a file is read.
        other: Option<usize>,
    },
    /// There is no such question to be taken away.
    #[error("there is no question \"{0}\"; `verbatim story questions list ID` shows those there are")]
    NoSuchQuestion(String),
}

fn on_line(line: Option<usize>) -> String {
    line.map_or_else(String::new, |line| format!(" on line {line}"))
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    question: String,
    #[serde(default)]
    answer: Option<String>,
}

/// Reads a file of editors' questions for a story; empty lines are passed over.
///
/// # Errors
/// [`QuestionsError`] for the first line that can't be taken.
pub fn read(file: &str, bytes: &[u8], document: &Document) -> Result<EditorsQuestions, QuestionsError> {
    let places = Places::of(document);
    let mut asked: HashMap<String, (usize, Leads)> = HashMap::new();
    let mut all = Vec::new();
    for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let at = |problem| QuestionsError { file: file.to_owned(), line: index + 1, problem };
        let Some(written) = parsed(line).map_err(at)? else { continue };
        let question = checked(written, &places).map_err(at)?;
        let (other, leads) = *asked.entry(key(&question.question)).or_insert((index + 1, question.leads));
        if leads != question.leads {
            return Err(at(QuestionProblem::AskedBefore { question: question.question, other: Some(other) }));
        }
        all.push(question);
    }
    Ok(EditorsQuestions::of(all))
}

/// The questions of a file that was checked for another version of the story.
pub(super) fn found_again(bytes: &[u8], document: &Document) -> Vec<EditorsQuestion> {
    let places = Places::of(document);
    let written = bytes.split(|byte| *byte == b'\n').filter_map(|line| parsed(line).ok().flatten());
    written.map(|written| placed(written, &places)).collect()
}

/// A file with one more question; the same file where it has that question with that answer.
///
/// # Errors
/// [`QuestionProblem`] where the question can't be taken.
pub fn add(
    file: &[u8],
    (question, answer): (&str, Option<&str>),
    document: &Document,
) -> Result<Vec<u8>, QuestionProblem> {
    let places = Places::of(document);
    let written = Written { question: question.trim().to_owned(), answer: answer.map(str::to_owned) };
    let new = checked(written, &places)?;
    let known = found_again(file, document);
    let same = known.iter().find(|other| key(&other.question) == key(&new.question));
    match same {
        Some(same) if same.leads == new.leads => return Ok(file.to_vec()),
        Some(_) => return Err(QuestionProblem::AskedBefore { question: new.question, other: None }),
        None => {}
    }
    let line = serde_json::to_string(&Written { question: new.question, answer: new.answer })
        .map_err(|error| QuestionProblem::NotAQuestion(error.to_string()))?;
    let mut longer = file.to_vec();
    if !longer.is_empty() && !longer.ends_with(b"\n") {
        longer.push(b'\n');
    }
    longer.extend(line.into_bytes());
    longer.push(b'\n');
    Ok(longer)
}

/// A file without a question.
///
/// # Errors
/// [`QuestionProblem::NoSuchQuestion`] where it hasn't that question.
pub fn remove(file: &[u8], question: &str) -> Result<Vec<u8>, QuestionProblem> {
    let is_it =
        |line: &[u8]| parsed(line).ok().flatten().is_some_and(|written| key(&written.question) == key(question));
    let (gone, rest): (Vec<&[u8]>, Vec<&[u8]>) =
        file.split_inclusive(|byte| *byte == b'\n').partition(|line| is_it(line));
    if gone.is_empty() { Err(QuestionProblem::NoSuchQuestion(question.to_owned())) } else { Ok(rest.concat()) }
}

fn parsed(line: &[u8]) -> Result<Option<Written>, QuestionProblem> {
    let text = std::str::from_utf8(line).map_err(|_| QuestionProblem::NotText)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Ok(None);
    }
    serde_json::from_str(text).map(Some).map_err(|error| QuestionProblem::NotAQuestion(reason(&error)))
}

/// serde's message without its position: that would be of the line, and it calls every line the first.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.rsplit_once(" at line ").map_or(message.clone(), |(reason, _)| reason.to_owned())
}

fn checked(written: Written, places: &Places<'_>) -> Result<EditorsQuestion, QuestionProblem> {
    if question::plain_words(&written.question).is_empty() {
        return Err(QuestionProblem::Empty);
    }
    if written.question.chars().nth(question::LONGEST_QUESTION).is_some() {
        return Err(QuestionProblem::TooLong);
    }
    if written.answer.as_ref().is_some_and(|answer| answer.trim().is_empty()) {
        return Err(QuestionProblem::NoWords);
    }
    let found = placed(written, places);
    let words = || found.answer.clone().unwrap_or_default();
    match found.leads {
        Leads::ToSentence(_) | Leads::ToSilence => Ok(found),
        Leads::Gone => Err(QuestionProblem::NotInStory(words())),
        Leads::ToSeveral => Err(QuestionProblem::InSeveral(words())),
    }
}

fn placed(written: Written, places: &Places<'_>) -> EditorsQuestion {
    let leads = written.answer.as_ref().map_or(Leads::ToSilence, |words| places.find(words));
    EditorsQuestion { question: written.question, answer: written.answer, leads }
}

/// Under which two questions are the same one, to those who write them.
fn key(question: &str) -> String {
    question.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
