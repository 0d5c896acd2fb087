//! What speaks for a name's being a person, a place or a body: its own words and those beside it, weighed.
//! Two capital words that nobody knows are none of these until something speaks for one.

use std::ops::{AddAssign, Range};

use super::NameKind;
use super::reading::Reading;

mod beside;
mod own_words;

pub use beside::{age_after, may_be_verb};

/// Weights for each kind, added up over the mentions of one name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// For a person.
    pub person: i32,
    /// For a place.
    pub place: i32,
    /// For a body.
    pub body: i32,
    /// Whether it looks like a person's name, which never is enough and doesn't add up.
    pub looks_like_person: bool,
}

impl Evidence {
    /// The kind that most speaks for, if enough does.
    pub fn kind(self) -> NameKind {
        let person = self.person + i32::from(self.looks_like_person);
        let most = person.max(self.place).max(self.body);
        match most {
            ..ENOUGH => NameKind::Other,
            _ if most == person => NameKind::Person,
            _ if most == self.body => NameKind::Body,
            _ => NameKind::Place,
        }
    }

    /// Whether nothing speaks more for something else than a person.
    pub fn allows_person(self) -> bool {
        let person = self.person + i32::from(self.looks_like_person);
        person >= self.place && person >= self.body && person > 0
    }
}

impl AddAssign for Evidence {
    fn add_assign(&mut self, other: Self) {
        self.person += other.person;
        self.place += other.place;
        self.body += other.body;
        self.looks_like_person |= other.looks_like_person;
    }
}

const ENOUGH: i32 = 2;

/// Weighs one mention.
pub fn weigh(reading: &Reading, name: &Range<usize>, title: &Range<usize>, sentence: &Range<usize>) -> Evidence {
    let mut evidence = Evidence::default();
    evidence.person += if title.is_empty() { 0 } else { TITLE };
    evidence += own_words::weigh(reading, name);
    evidence += beside::weigh(reading, name, sentence);
    evidence
}

const TITLE: i32 = 6;
