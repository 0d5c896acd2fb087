//! What a surface hands to a command: one value an option, by the option's name. Which values are allowed is the
//! option's; a surface checks that before it calls the command.

use std::collections::BTreeMap;

use super::{Asker, CommandOption};
use crate::desk::AnswerGiven;
use crate::reply::Mistake;

/// A file as a surface received it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The name it came with; `-` for standard input.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The value of one option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A whole number.
    Number(u32),
    /// A switch that is there.
    Switch,
    /// A file.
    File(Given),
}

/// The message that a button stands under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Under {
    /// Its id.
    pub message: u64,
    /// The question over it.
    pub question: String,
    /// What it says.
    pub shown: String,
    /// What it quotes, as people read it.
    pub quotations: Vec<String>,
    /// Whether only the asker sees it.
    pub is_private: bool,
    /// Which answer it is, as its small print has it.
    pub given: Option<AnswerGiven>,
}

/// The values given, by the names of their options, and who gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    values: BTreeMap<&'static str, Value>,
    asker: Asker,
    under: Option<Box<Under>>,
}

impl Arguments {
    /// The same with one more value; the last of several for one option counts.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Value) -> Self {
        self.values.insert(name, value);
        self
    }

    /// The same, asked by somebody.
    #[must_use]
    pub fn asked_by(self, asker: Asker) -> Self {
        Self { asker, ..self }
    }

    /// Who asks.
    pub fn asker(&self) -> &Asker {
        &self.asker
    }

    /// The same, by a button under a message.
    #[must_use]
    pub fn pressed_under(self, under: Under) -> Self {
        Self { under: Some(under.into()), ..self }
    }

    /// The message that the button stands under by which they were given.
    pub fn under(&self) -> Option<&Under> {
        self.under.as_deref()
    }

    /// The words given for `name`.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.values.get(name)? {
            Value::Text(text) => Some(text),
            Value::Number(_) | Value::Switch | Value::File(_) => None,
        }
    }

    /// The words that an option must have, without blanks at their ends.
    ///
    /// # Errors
    /// When there are none, or more characters than so many.
    pub fn words(&self, option: &CommandOption, most: usize) -> Result<&str, Mistake> {
        let words = self.text(option.name).map(str::trim).filter(|words| !words.is_empty());
        let words = words.ok_or(Mistake::Missing { option: option.name })?;
        let is_short = words.chars().count() <= most;
        if is_short { Ok(words) } else { Err(Mistake::TooManyWords { option: option.name, most }) }
    }

    /// The number given for `name`.
    pub fn number(&self, name: &str) -> Option<u32> {
        match self.values.get(name)? {
            Value::Number(number) => Some(*number),
            Value::Text(_) | Value::Switch | Value::File(_) => None,
        }
    }

    /// Whether the switch `name` is there.
    pub fn switch(&self, name: &str) -> bool {
        self.values.get(name) == Some(&Value::Switch)
    }

    /// The file given for `name`.
    pub fn file(&self, name: &str) -> Option<&Given> {
        match self.values.get(name)? {
            Value::File(given) => Some(given),
            Value::Text(_) | Value::Number(_) | Value::Switch => None,
        }
    }
}
