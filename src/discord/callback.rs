//! What answers an interaction: the body that the gateway's bot posts, and that an HTTP interaction gets as its response.

use serde::Serialize;
use serde_json::{Value, json};

use crate::desk::AnswerGiven;
use crate::render::discord::form::Form;
use crate::render::discord::{File, Message};

/// A callback.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Callback {
    #[serde(rename = "type")]
    kind: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<Data>,
    /// What comes with the data, each in a part of its own.
    #[serde(skip)]
    files: Vec<File>,
    /// The answer in it, where it is to be known where it stands.
    #[serde(skip)]
    given: Option<AnswerGiven>,
}

/// What a callback brings.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
enum Data {
    Message(Box<Message>),
    Fields(Value),
}

impl Callback {
    /// Answers Discord's question whether anybody is there.
    pub fn pong() -> Self {
        Self { kind: 1, data: None, files: Vec::new(), given: None }
    }

    /// A new message.
    pub fn message(message: &Message) -> Self {
        Self {
            kind: 4,
            data: Some(Data::Message(message.clone().into())),
            files: message.files().to_vec(),
            given: None,
        }
    }

    /// The message that a button stands under, changed to this one.
    pub fn update(message: &Message) -> Self {
        let data = message.in_place_of_another(&["components"]);
        Self { kind: 7, data: Some(Data::Fields(data)), files: message.files().to_vec(), given: None }
    }

    /// A form.
    pub fn form(form: &Form) -> Self {
        Self { kind: 9, data: Some(Data::Fields(json!(form))), files: Vec::new(), given: None }
    }

    /// What may be chosen while an option is typed.
    pub fn choices(choices: &[Value]) -> Self {
        Self { kind: 8, data: Some(Data::Fields(json!({"choices": choices}))), files: Vec::new(), given: None }
    }

    /// The same, with an answer that it is to be known of where it stands.
    #[must_use]
    pub fn giving(self, given: Option<AnswerGiven>) -> Self {
        Self { given, ..self }
    }

    /// The answer in it, where it is to be known where it stands.
    pub fn given(&self) -> Option<&AnswerGiven> {
        self.given.as_ref()
    }

    /// The files that come with it.
    pub fn files(&self) -> &[File] {
        &self.files
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pong_is_its_type_alone() {
        assert_eq!(json!(Callback::pong()).to_string(), r#"{"type":1}"#);
    }

    #[test]
    fn choices_stand_in_the_data() {
        let choice = json!({"name": "Maria Lund", "value": "Maria Lund"});
        let expected = json!({"type": 8, "data": {"choices": [choice]}});
        assert_eq!(json!(Callback::choices(&[choice])), expected);
    }
}
