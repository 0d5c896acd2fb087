//! What a word tells about a name beside it: that it is a title, the head of a body's or place's name, a given name …
//! The words are data, in `classes.tsv` and `given_names.tsv`.

use std::collections::HashMap;
use std::ops::BitOr;
use std::sync::LazyLock;

/// A set of classes of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u32);

impl Classes {
    /// Pronouns, prepositions, conjunctions …: never a part of a name's beginning.
    pub const FUNCTION: Self = Self(1);
    /// Words that often begin a sentence and may also begin a name of several words.
    pub const STARTER: Self = Self(1 << 1);
    /// Days of the week.
    pub const WEEKDAY: Self = Self(1 << 2);
    /// Months.
    pub const MONTH: Self = Self(1 << 3);
    /// Titles of men.
    pub const MAN: Self = Self(1 << 4);
    /// Titles of women.
    pub const WOMAN: Self = Self(1 << 5);
    /// Titles that say nothing of an office.
    pub const HONORIFIC: Self = Self(1 << 6);
    /// Heads of offices, trades and family roles.
    pub const ROLE: Self = Self(1 << 7);
    /// Words that stand before such a head.
    pub const MODIFIER: Self = Self(1 << 8);
    /// What a minister or secretary is one of.
    pub const DEPARTMENT: Self = Self(1 << 9);
    /// Heads of the names of bodies.
    pub const BODY: Self = Self(1 << 10);
    /// Heads of the names of places.
    pub const PLACE: Self = Self(1 << 11);
    /// What a company's name ends in.
    pub const FIRM: Self = Self(1 << 12);
    /// Abbreviations that are written with a full stop.
    pub const ABBREVIATION: Self = Self(1 << 13);
    /// Small words within names ("van", "bin").
    pub const PARTICLE: Self = Self(1 << 14);
    /// Heads that "of" follows within a name.
    pub const OF_HEAD: Self = Self(1 << 15);
    /// Heads that "for" or "on" follows within a name.
    pub const FOR_HEAD: Self = Self(1 << 16);
    /// Heads whose "of …" may hold an "and".
    pub const AND_HEAD: Self = Self(1 << 17);
    /// Verbs of speech and thought.
    pub const SPEECH: Self = Self(1 << 18);
    /// Prepositions that places follow.
    pub const LOCATIVE: Self = Self(1 << 19);
    /// Given names of men.
    pub const GIVEN_M: Self = Self(1 << 20);
    /// Given names of women.
    pub const GIVEN_F: Self = Self(1 << 21);
    /// Given names of men and women alike.
    pub const GIVEN_U: Self = Self(1 << 24);
    /// Given names.
    pub const GIVEN: Self = Self(Self::GIVEN_M.0 | Self::GIVEN_F.0 | Self::GIVEN_U.0);
    /// Family names that stand first ("Kim", "Zhang").
    pub const FAMILY_FIRST: Self = Self(1 << 25);
    /// What names of firms and clubs end in and people's hardly ever do ("Foods", "Athletic").
    pub const TRADE: Self = Self(1 << 26);
    /// Words in the names of storms, wars, prizes, laws …
    pub const THING: Self = Self(1 << 27);
    /// Words that names of places begin with ("San", "Fort").
    pub const PLACE_START: Self = Self(1 << 28);
    /// Places of one word that aren't countries.
    pub const PLACE_NAME: Self = Self(1 << 22);
    /// Second words of places ("York", "Carolina").
    pub const PLACE_PAIR: Self = Self(1 << 23);

    /// Whether it shares a class with `other`.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The classes of a word in any case; none for a word that the table doesn't have.
pub fn of(word: &str) -> Classes {
    let mut lower = [0; LONGEST];
    let Some(buffer) = lower.get_mut(..word.len()) else { return Classes::default() };
    buffer.copy_from_slice(word.as_bytes());
    buffer.make_ascii_lowercase();
    let lower = std::str::from_utf8(buffer).unwrap_or_default();
    TABLE.get(lower).copied().unwrap_or_default()
}

const LONGEST: usize = 24;

const CLASS_NAMES: &[(&str, Classes)] = &[
    ("function", Classes::FUNCTION),
    ("starter", Classes::STARTER),
    ("weekday", Classes::WEEKDAY),
    ("month", Classes::MONTH),
    ("man", Classes::MAN),
    ("woman", Classes::WOMAN),
    ("honorific", Classes::HONORIFIC),
    ("role", Classes::ROLE),
    ("modifier", Classes::MODIFIER),
    ("department", Classes::DEPARTMENT),
    ("body", Classes::BODY),
    ("place", Classes::PLACE),
    ("firm", Classes::FIRM),
    ("abbreviation", Classes::ABBREVIATION),
    ("particle", Classes::PARTICLE),
    ("ofhead", Classes::OF_HEAD),
    ("forhead", Classes::FOR_HEAD),
    ("andhead", Classes::AND_HEAD),
    ("speech", Classes::SPEECH),
    ("locative", Classes::LOCATIVE),
    ("given_m", Classes::GIVEN_M),
    ("given_f", Classes::GIVEN_F),
    ("given_u", Classes::GIVEN_U),
    ("family_first", Classes::FAMILY_FIRST),
    ("trade", Classes::TRADE),
    ("thing", Classes::THING),
    ("place_start", Classes::PLACE_START),
    ("place_name", Classes::PLACE_NAME),
    ("place_pair", Classes::PLACE_PAIR),
];

fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("classes.tsv").lines().chain(include_str!("given_names.tsv").lines())
}

static TABLE: LazyLock<HashMap<&'static str, Classes>> = LazyLock::new(|| {
    let mut table: HashMap<&'static str, Classes> = HashMap::new();
    for line in lines() {
        let Some((name, words)) = line.split_once('\t') else { continue };
        let class = CLASS_NAMES.iter().find(|(known, _)| *known == name).map(|(_, class)| *class).unwrap_or_default();
        for word in words.split(' ') {
            let classes = table.entry(word).or_default();
            *classes = *classes | class;
        }
    }
    table
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_known_class() {
        let parted = lines().filter_map(|line| line.split_once('\t'));
        let unknown: Vec<_> = parted.filter(|(name, _)| CLASS_NAMES.iter().all(|(known, _)| known != name)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }

    #[test]
    fn a_word_has_its_classes_in_any_case() {
        assert!(of("Minister").has(Classes::ROLE));
        assert!(of("MINISTRY").has(Classes::BODY));
        assert_eq!(of("zebra"), Classes::default());
        assert_eq!(of("a word that is longer than any of the table"), Classes::default());
    }
}
