//! The cases of one story as they stand in its folder.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::shown::folded;

/// Questions and claims, with the sentences that they point at.
pub struct Cases {
    /// Questions.
    pub ask: Vec<AskCase>,
    /// Claims.
    pub check: Vec<CheckCase>,
    sentences: HashMap<String, String>,
}

/// A question and what answers it.
#[derive(Deserialize)]
pub struct AskCase {
    /// Its id within the story.
    pub id: String,
    /// What kind of question it is.
    #[serde(rename = "type")]
    pub kind: String,
    /// The question.
    pub q: String,
    /// Whether the story answers it.
    pub answerable: bool,
    /// The sentences that answer it.
    #[serde(default)]
    pub gold: Vec<String>,
    /// Whether any one of them suffices.
    #[serde(default = "yes")]
    pub gold_any: bool,
    /// Words that must be shown.
    #[serde(default)]
    pub key: Vec<Key>,
    /// Words that must not stand in what is read first.
    #[serde(default)]
    pub forbid: Vec<String>,
}

fn yes() -> bool {
    true
}

impl AskCase {
    /// Whether several pieces are asked for.
    pub fn wants_several(&self) -> bool {
        !self.gold_any || self.kind == "list"
    }
}

/// Words that must be shown: these, or any of several.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Key {
    /// These.
    One(String),
    /// Any of these.
    AnyOf(Vec<String>),
}

impl Key {
    /// The words of which any will do.
    pub fn any(&self) -> impl Iterator<Item = &String> {
        match self {
            Self::One(words) => std::slice::from_ref(words).iter(),
            Self::AnyOf(words) => words.iter(),
        }
    }
}

/// A claim and what the story says of it.
#[derive(Deserialize)]
pub struct CheckCase {
    /// Its id within the story.
    pub id: String,
    /// The claim.
    pub claim: String,
    /// The verdict, as the command line names it.
    pub verdict: String,
    /// Verdicts that are right as well.
    #[serde(default)]
    pub also_ok: Vec<String>,
    /// The sentences that decide.
    #[serde(default)]
    pub gold: Vec<String>,
}

impl Cases {
    /// Reads the cases of a story's folder.
    pub fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let table = fs::read_to_string(folder.join("sentences.tsv"))?;
        let rows = table.lines().filter_map(|line| line.split_once('\t'));
        let sentences = rows.map(|(id, sentence)| (id.to_owned(), folded(sentence))).collect();
        Ok(Self { ask: lines(&folder.join("ask.jsonl"))?, check: lines(&folder.join("check.jsonl"))?, sentences })
    }

    /// A sentence, folded; empty where there is none of this id.
    pub fn sentence(&self, id: &str) -> &str {
        self.sentences.get(id).map_or("", String::as_str)
    }

    /// Whether folded words are of one of these sentences, or hold it.
    pub fn any_holds(&self, ids: &[String], words: &str) -> bool {
        ids.iter().map(|id| self.sentence(id)).any(|sentence| sentence.contains(words) || words.contains(sentence))
    }
}

fn lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let rows = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = |(number, line)| {
        serde_json::from_str(line).map_err(|error| format!("{}:{}: {error}", path.display(), number + 1).into())
    };
    rows.map(read).collect()
}
