//! Buttons under a message, each a command with its options written into its id: nothing is kept, so an old message's
//! buttons work after a restart and in every process.

use serde::Serialize;

/// The longest id of a button.
const IDENTIFIER: usize = 100;
/// Begins the ids of buttons that run a command.
const RUN: &str = "run";
/// Stands between the parts of an id.
const BETWEEN: char = '|';

/// A row of buttons.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    #[serde(rename = "type")]
    kind: u8,
    components: Vec<Button>,
}

/// A button that runs a command.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Button {
    #[serde(rename = "type")]
    kind: u8,
    style: u8,
    label: &'static str,
    custom_id: String,
}

impl Row {
    /// A row of buttons; `None` where there are none.
    pub fn of(buttons: Vec<Button>) -> Option<Self> {
        (!buttons.is_empty()).then_some(Self { kind: 1, components: buttons })
    }
}

impl Button {
    /// A button; `None` where what it does is too long for an id.
    pub fn new(label: &'static str, press: &Press) -> Option<Self> {
        let custom_id = press.identifier()?;
        Some(Self { kind: 2, style: 2, label, custom_id })
    }
}

/// What a button does: a command by its name, and values by the names of its options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    /// The command's name.
    pub command: String,
    /// The values, as they are typed.
    pub values: Vec<(String, String)>,
}

impl Press {
    /// Runs a command with these values.
    pub fn new(command: &str, values: &[(&str, &str)]) -> Self {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Self { command: command.to_owned(), values: values.collect() }
    }

    /// Reads a button's id; `None` where it is none of this kind.
    pub fn read(identifier: &str) -> Option<Self> {
        let mut parts = parts(identifier).into_iter();
        if parts.next()? != RUN {
            return None;
        }
        let command = parts.next()?;
        let values: Option<_> =
            parts.map(|part| part.split_once('=').map(|(n, v)| (n.to_owned(), v.to_owned()))).collect();
        Some(Self { command, values: values? })
    }

    fn identifier(&self) -> Option<String> {
        let mut identifier = format!("{RUN}{BETWEEN}{}", self.command);
        for (name, value) in &self.values {
            let value = value.replace('\\', "\\\\").replace(BETWEEN, "\\|");
            identifier.push_str(&format!("{BETWEEN}{name}={value}"));
        }
        (identifier.chars().count() <= IDENTIFIER).then_some(identifier)
    }
}

/// The parts of an id; a backslash takes the character after it for itself.
fn parts(identifier: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut rest = identifier.chars();
    while let Some(character) = rest.next() {
        let last = parts.last_mut();
        match (character, last) {
            (BETWEEN, _) => parts.push(String::new()),
            ('\\', Some(part)) => part.extend(rest.next()),
            (_, Some(part)) => part.push(character),
            (_, None) => {}
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_id_that_fits_says_all_that_the_button_does(value in "(\\PC|[|\\\\=]){0,80}") {
            let press = Press::new("said", &[("speaker", &value), ("story", "mill")]);
            if let Some(identifier) = press.identifier() {
                prop_assert!(identifier.chars().count() <= 100);
                prop_assert_eq!(Press::read(&identifier), Some(press));
            }
        }

        #[test]
        fn any_id_can_be_read(identifier in "(\\PC|[|\\\\=]|run){0,40}") {
            let _ = Press::read(&identifier);
        }
    }

    #[test]
    fn an_id_of_another_kind_is_none() {
        assert_eq!(Press::read("page:2"), None);
        assert_eq!(Press::read("run|said|speaker"), None);
    }
}
