//! In which channels the replies to slash commands are for the asker alone.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Where replies are private at first; a button under them shares them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Privacy {
    /// Nowhere.
    #[default]
    Never,
    /// Everywhere that others could see them.
    Always,
    /// In the channels with these ids, and in their threads.
    In(Vec<u64>),
}

impl Privacy {
    /// Whether replies in a channel are private, or in a thread of it.
    pub fn holds_in(&self, channel: u64, parent: Option<u64>) -> bool {
        match self {
            Self::Never => false,
            Self::Always => true,
            Self::In(channels) => channels.iter().any(|private| *private == channel || Some(*private) == parent),
        }
    }
}

const NEVER: &str = "never";
const ALWAYS: &str = "always";

/// Ids are longer than TOML's whole numbers are sure to hold everywhere, so they may be written as words too.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Word(String),
    Channels(Vec<Id>),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Number(u64),
    Word(String),
}

impl<'d> Deserialize<'d> for Privacy {
    fn deserialize<D: Deserializer<'d>>(deserializer: D) -> Result<Self, D::Error> {
        let problem = || D::Error::custom("discord.private is \"never\", \"always\" or a list of channel ids");
        match Written::deserialize(deserializer).map_err(|_| problem())? {
            Written::Word(word) if word == NEVER => Ok(Self::Never),
            Written::Word(word) if word == ALWAYS => Ok(Self::Always),
            Written::Word(_) => Err(problem()),
            Written::Channels(ids) => {
                ids.iter().map(Id::number).collect::<Option<_>>().map(Self::In).ok_or_else(problem)
            }
        }
    }
}

impl Id {
    fn number(&self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Word(word) => word.parse().ok(),
        }
    }
}

impl Serialize for Privacy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Never => serializer.serialize_str(NEVER),
            Self::Always => serializer.serialize_str(ALWAYS),
            Self::In(channels) => serializer.collect_seq(channels.iter().map(u64::to_string)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Set {
        private: Privacy,
    }

    fn read(written: &str) -> Result<Privacy, String> {
        let set: Result<Set, _> = toml::from_str(&format!("private = {written}"));
        set.map(|set| set.private).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn it_is_a_word_or_a_list_of_channels() {
        assert_eq!(read("\"never\""), Ok(Privacy::Never));
        assert_eq!(read("\"always\""), Ok(Privacy::Always));
        assert_eq!(read("[12, \"34\"]"), Ok(Privacy::In(vec![12, 34])));
        for wrong in ["\"sometimes\"", "[\"general\"]", "true", "7"] {
            assert!(read(wrong).unwrap_err().starts_with("discord.private is"), "{wrong}");
        }
    }

    #[test]
    fn what_is_written_is_read_as_it_was() {
        for private in [Privacy::Never, Privacy::Always, Privacy::In(vec![1_050_000_000_000_000_005])] {
            let set = Set { private };
            assert_eq!(toml::from_str::<Set>(&toml::to_string(&set).unwrap()).unwrap(), set);
        }
    }

    #[test]
    fn a_private_channels_threads_are_private() {
        let private = Privacy::In(vec![5]);
        assert!(private.holds_in(5, None) && private.holds_in(9, Some(5)));
        assert!(!private.holds_in(9, Some(8)) && !private.holds_in(9, None));
    }
}
