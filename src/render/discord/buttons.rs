//! Buttons under a message, each a command with its options written into its id: nothing is kept, so an old message's
//! buttons work after a restart and in every process.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// The longest id of a button.
const IDENTIFIER: usize = 100;
/// Begins the ids of buttons that run a command.
const RUN: &str = "run";
/// Begins the ids of buttons that run a command and show its reply in place of the message that they stand under.
const TURN: &str = "turn";
/// Begins the ids of buttons that open a form; the rest is what the form hands its fields to.
const FORM: &str = "form";
/// Begins the id of the button that shows a private message to everybody. Its state is the message itself, which Discord
/// sends along, and what its picture was drawn from.
const SHARE: &str = "share";
/// How many buttons stand in a row.
const IN_A_ROW: usize = 5;
/// Stands between the parts of an id.
const BETWEEN: char = '|';

/// A row of buttons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    #[serde(rename = "type")]
    kind: u8,
    components: Vec<Button>,
}

/// A button that runs a command.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Button {
    #[serde(rename = "type")]
    kind: u8,
    style: u8,
    label: Cow<'static, str>,
    custom_id: String,
}

impl Row {
    /// Rows of buttons, as many as are needed.
    pub fn of(buttons: Vec<Button>) -> Vec<Self> {
        buttons.chunks(IN_A_ROW).map(|buttons| Self { kind: 1, components: buttons.to_vec() }).collect()
    }

    /// The buttons of rows.
    pub fn buttons(rows: Vec<Self>) -> Vec<Button> {
        rows.into_iter().flat_map(|row| row.components).collect()
    }
}

impl Button {
    /// A button; `None` where what it does is too long for an id.
    pub fn new(label: &'static str, press: &Press) -> Option<Self> {
        Some(Self::with_id(label, press.identifier()?))
    }

    /// A button whose label isn't the same everywhere.
    pub fn labelled(label: String, press: &Press) -> Option<Self> {
        Some(Self { label: label.into(), ..Self::with_id("", press.identifier()?) })
    }

    /// A button that opens a form, whose fields are what it needs beside its values.
    pub fn form(label: &'static str, press: &Press) -> Option<Self> {
        let identifier = format!("{FORM}{BETWEEN}{}", press.identifier()?);
        (identifier.chars().count() <= IDENTIFIER).then(|| Self::with_id(label, identifier))
    }

    /// Whether it does what another one does; Discord takes no two of one message.
    pub fn does_the_same(&self, other: &Self) -> bool {
        self.custom_id == other.custom_id
    }

    /// A button that shows a private message to everybody.
    pub fn share(label: &'static str) -> Self {
        Self::with_id(label, Share::default().identifier())
    }

    /// The same for a message with a picture.
    #[must_use]
    pub fn with_picture(self, drawn: Option<Drawn>) -> Self {
        Self { custom_id: Share { drawn }.identifier(), ..self }
    }

    /// Whether it shows a private message to everybody.
    pub fn shares(&self) -> bool {
        Share::read(&self.custom_id).is_some()
    }

    /// The same as the one that is meant first.
    #[must_use]
    pub fn meant_first(self) -> Self {
        Self { style: 1, ..self }
    }

    fn with_id(label: &'static str, custom_id: String) -> Self {
        Self { kind: 2, style: 2, label: label.into(), custom_id }
    }
}

/// What a picture was drawn from, and is drawn from again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The story in the version that is shown, as it is named to commands.
    pub story: String,
    /// Which of its series of figures.
    pub series: usize,
}

/// What the button does that shows a private message to everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// What the message's picture was drawn from.
    pub drawn: Option<Drawn>,
}

impl Share {
    /// Reads a button's id; `None` where it is none of this kind.
    pub fn read(identifier: &str) -> Option<Self> {
        match &parts(identifier)[..] {
            [begin] if begin == SHARE => Some(Self::default()),
            [begin, story, series] if begin == SHARE => {
                Some(Self { drawn: Some(Drawn { story: story.clone(), series: series.parse().ok()? }) })
            }
            _ => None,
        }
    }

    /// The id; where what the picture was drawn from is too long for one, the message is shared without.
    fn identifier(&self) -> String {
        let drawn = self.drawn.as_ref();
        let whole = drawn.map(|drawn| format!("{SHARE}{BETWEEN}{}{BETWEEN}{}", escaped(&drawn.story), drawn.series));
        whole.filter(|whole| whole.chars().count() <= IDENTIFIER).unwrap_or_else(|| SHARE.to_owned())
    }
}

/// What the form of a button hands its fields to; `None` where the button opens none.
pub fn form_of(identifier: &str) -> Option<&str> {
    identifier.strip_prefix(FORM)?.strip_prefix(BETWEEN)
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace(BETWEEN, "\\|")
}

/// What a button does: a command by its name, and values by the names of its options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    /// The command's name.
    pub command: String,
    /// The values, as they are typed.
    pub values: Vec<(String, String)>,
    /// Whether the reply stands in place of the message that the button is under.
    pub is_in_place: bool,
}

impl Press {
    /// Runs a command with these values.
    pub fn new(command: &str, values: &[(&str, &str)]) -> Self {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Self { command: command.to_owned(), values: values.collect(), is_in_place: false }
    }

    /// The same, shown in place of the message that the button is under.
    #[must_use]
    pub fn in_place(self) -> Self {
        Self { is_in_place: true, ..self }
    }

    /// Reads a button's id; `None` where it is none of this kind.
    pub fn read(identifier: &str) -> Option<Self> {
        let mut parts = parts(identifier).into_iter();
        let is_in_place = match parts.next()?.as_str() {
            RUN => false,
            TURN => true,
            _ => return None,
        };
        let command = parts.next()?;
        let values: Option<_> =
            parts.map(|part| part.split_once('=').map(|(n, v)| (n.to_owned(), v.to_owned()))).collect();
        Some(Self { command, values: values?, is_in_place })
    }

    fn identifier(&self) -> Option<String> {
        let beginning = if self.is_in_place { TURN } else { RUN };
        let mut identifier = format!("{beginning}{BETWEEN}{}", self.command);
        for (name, value) in &self.values {
            identifier.push_str(&format!("{BETWEEN}{name}={}", escaped(value)));
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
            let press = Press::new("said", &[("speaker", &value), ("story", "mill@1")]);
            let press = if value.len() % 2 == 0 { press.in_place() } else { press };
            if let Some(identifier) = press.identifier() {
                prop_assert!(identifier.chars().count() <= 100);
                prop_assert_eq!(Press::read(&identifier), Some(press));
            }
        }

        #[test]
        fn any_id_can_be_read(identifier in "(\\PC|[|\\\\=]|run|turn){0,40}") {
            let _ = Press::read(&identifier);
        }
    }

    #[test]
    fn a_share_keeps_what_the_picture_was_drawn_from_where_there_is_room() {
        let drawn = |story: &str| Share { drawn: Some(Drawn { story: story.to_owned(), series: 3 }) };
        for share in [Share::default(), drawn("mill@2"), drawn("a|b\\c@1")] {
            assert_eq!(Share::read(&share.identifier()), Some(share));
        }
        assert_eq!(Share::read(&drawn(&"long".repeat(30)).identifier()), Some(Share::default()));
        for other in ["share|mill@1", "share|mill@1|x", "share|mill@1|1|1", "shared", "run|share"] {
            assert_eq!(Share::read(other), None, "{other}");
        }
    }

    #[test]
    fn an_id_of_another_kind_is_none() {
        assert_eq!(Press::read("page:2"), None);
        assert_eq!(Press::read("run|said|speaker"), None);
    }
}
