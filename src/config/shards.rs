//! Which shards of the bot's connection to the gateway a process has, where several processes share them.

use serde::{Deserialize, Serialize};

/// Shards in a row, counted from 0; "0-3/8" or "3/8" in the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Shards {
    first: u32,
    last: u32,
    total: u32,
}

/// More than a bot on every server of Discord has: a slip of the finger must not queue a billion connections.
const MOST: u32 = 16_384;

impl Shards {
    /// All shards of this many, which is at least one.
    pub fn all(total: u32) -> Self {
        let total = total.clamp(1, MOST);
        Self { first: 0, last: total - 1, total }
    }

    /// The first one that the process has.
    pub fn first(self) -> u32 {
        self.first
    }

    /// The last one that the process has.
    pub fn last(self) -> u32 {
        self.last
    }

    /// How many there are in all processes together.
    pub fn total(self) -> u32 {
        self.total
    }

    /// How many the process has.
    pub fn count(self) -> u32 {
        self.last - self.first + 1
    }
}

impl TryFrom<String> for Shards {
    type Error = &'static str;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        let (range, total) = written.split_once('/').ok_or(FORM)?;
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        let number = |digits: &str| digits.trim().parse::<u32>().map_err(|_| FORM);
        let (first, last, total) = (number(first)?, number(last)?, number(total)?);
        if total == 0 || total > MOST {
            return Err("discord.shards: the number after / is from 1 to 16384");
        }
        if first > last {
            return Err("discord.shards: the first shard comes before the last, as in \"0-3/8\"");
        }
        if last >= total {
            return Err("discord.shards: shards are counted from 0, so that the last of 8 is 7");
        }
        Ok(Self { first, last, total })
    }
}

const FORM: &str = "discord.shards is FIRST-LAST/TOTAL, such as \"0-3/8\"";

impl From<Shards> for String {
    fn from(shards: Shards) -> Self {
        format!("{}-{}/{}", shards.first, shards.last, shards.total)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Result<(u32, u32, u32), &'static str> {
        Shards::try_from(written.to_owned()).map(|shards| (shards.first, shards.last, shards.total))
    }

    #[test]
    fn a_range_and_a_single_shard_are_read() {
        assert_eq!(read("0-3/8"), Ok((0, 3, 8)));
        assert_eq!(read("7/8"), Ok((7, 7, 8)));
        assert_eq!(read("4 - 7 / 8"), Ok((4, 7, 8)));
        assert_eq!(Shards::all(8).count(), 8);
        assert_eq!(String::from(Shards::all(0)), "0-0/1");
    }

    #[test]
    fn what_is_no_range_is_refused_with_what_is_wrong() {
        for wrong in ["", "8", "0-3", "a-b/8", "-1/8", "0-3/8/9", "0-3/"] {
            assert_eq!(read(wrong), Err(FORM), "{wrong}");
        }
        assert!(read("3-0/8").unwrap_err().contains("before the last"));
        assert!(read("0-8/8").unwrap_err().contains("counted from 0"));
        assert!(read("0-0/0").unwrap_err().contains("from 1 to 16384"));
        assert!(read("0-4294967294/4294967295").unwrap_err().contains("from 1 to 16384"));
    }
}
