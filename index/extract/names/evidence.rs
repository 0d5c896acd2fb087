//! What speaks for a name's being a person, a place or a body: its own words and those beside it, weighed.

use std::ops::{AddAssign, Range};

use super::NameKind;
use super::classes::Classes;
use super::reading::Reading;
use crate::language::countries::{self, WordSort};

/// Weights for each kind, added up over the mentions of one name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// For a person.
    pub person: i32,
    /// For a place.
    pub place: i32,
    /// For a body.
    pub body: i32,
}

impl Evidence {
    /// The kind that most speaks for, if enough does.
    pub fn kind(self) -> NameKind {
        let most = self.person.max(self.place).max(self.body);
        match most {
            ..ENOUGH => NameKind::Other,
            _ if most == self.person => NameKind::Person,
            _ if most == self.body => NameKind::Body,
            _ => NameKind::Place,
        }
    }

    /// Whether nothing speaks more for something else than a person.
    pub fn allows_person(self) -> bool {
        self.person >= self.place && self.person >= self.body && self.person > 0
    }
}

impl AddAssign for Evidence {
    fn add_assign(&mut self, other: Self) {
        self.person += other.person;
        self.place += other.place;
        self.body += other.body;
    }
}

/// Longer words in capitals are shouted rather than acronyms.
const LONGEST_ACRONYM: usize = 5;

const ENOUGH: i32 = 2;

/// Weighs one mention.
pub fn weigh(reading: &Reading, name: &Range<usize>, title: &Range<usize>, is_country: bool) -> Evidence {
    let mut evidence = Evidence::default();
    if is_country {
        return evidence;
    }
    if !title.is_empty() {
        evidence.person += 6;
    }
    evidence += by_own_words(reading, name);
    evidence += by_words_beside(reading, name);
    evidence
}

fn by_own_words(reading: &Reading, name: &Range<usize>) -> Evidence {
    let mut evidence = Evidence::default();
    let words = &reading.words[name.clone()];
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return evidence };
    let several = words.len() > 1;
    let of = words.iter().position(|word| word.is("of") || word.is("for") || word.is("on"));
    let head = of.filter(|of| *of > 0).map_or(last, |of| &words[of - 1]);
    let given = several && words.len() < 6 && first.has(Classes::GIVEN) && of.is_none();
    if several && head.has(Classes::BODY) && (!given || !last.has(Classes::PLACE)) {
        evidence.body += 4;
    }
    if several && (head.has(Classes::PLACE) || (first.has(Classes::PLACE) && !first.has(Classes::BODY))) {
        evidence.place += 4;
    }
    evidence.body += if several && last.has(Classes::FIRM) { 3 } else { 0 };
    evidence.body += if words.iter().any(|word| word.text == "&") { 3 } else { 0 };
    evidence.body += if !several && first.shouts() && first.text.len() <= LONGEST_ACRONYM { 3 } else { 0 };
    evidence.place += if !several && first.has(Classes::PLACE_NAME) { 3 } else { 0 };
    evidence.place +=
        if words.len() == 2 && last.has(Classes::PLACE_PAIR) && !first.has(Classes::GIVEN) { 4 } else { 0 };
    evidence.person += if given { 4 } else { 0 };
    let initial = words.iter().any(|word| word.text == ".")
        && words.iter().any(|word| word.text.chars().count() == 1 && word.capital);
    evidence.person += if several && initial { 3 } else { 0 };
    let plain = (2..4).contains(&words.len()) && words.iter().all(|word| word.capital && !word.shouts());
    let unclassed = words.iter().all(|word| {
        (word.classes == Classes::default() || word.has(Classes::GIVEN)) && !reading.is_small_elsewhere(word.text)
    });
    evidence.person += if plain && !last.has(Classes::BODY | Classes::PLACE | Classes::PLACE_PAIR) { 1 } else { 0 };
    evidence.person += if plain && unclassed && words.len() == 2 { 1 } else { 0 };
    let ends_in_country = several && countries::at(last.text).is_some_and(|found| found.sort == WordSort::Name);
    evidence.person -= if ends_in_country && !given { 3 } else { 0 };
    evidence
}

fn by_words_beside(reading: &Reading, name: &Range<usize>) -> Evidence {
    let mut evidence = Evidence::default();
    let before = reading.before(name.start);
    let next = reading.get(name.end);
    let possessive = reading.before(name.end).is_some_and(|word| word.possessive);
    if before.is_some_and(|word| word.is("the") || word.is("a") || word.is("an")) {
        evidence.person -= 3;
        evidence.body += i32::from(name.len() > 1);
    }
    if is_at_work(reading, name.start) {
        evidence.body += 3;
    }
    let describes = next.is_some_and(|word| word.is_word && !word.capital && !word.has(Classes::FUNCTION));
    if before.is_some_and(|word| word.has(Classes::LOCATIVE)) && !describes {
        evidence.place += 2;
    }
    if before.is_some_and(|word| word.has(Classes::ROLE) && !word.capital) {
        evidence.person += 3;
    }
    if possessive {
        return evidence;
    }
    let could_speak = name.len() > 1 || reading.words[name.start].has(Classes::GIVEN);
    if could_speak && next.is_some_and(|word| word.has(Classes::SPEECH)) {
        evidence.person += 1;
    }
    let is_plural = name.len() == 1 && reading.words[name.start].text.ends_with('s');
    if is_plural {
        return evidence;
    }
    if next.is_some_and(|word| word.is("who"))
        || (is_comma(reading, name.end) && reading.get(name.end + 1).is_some_and(|word| word.is("who")))
    {
        evidence.person += 3;
    }
    if age_after(reading, name.end).is_some() {
        evidence.person += 5;
    }
    evidence
}

/// "spokeswoman for Brightwater", "professor at Lowtown", "president of Common Ground": where somebody works.
fn is_at_work(reading: &Reading, name: usize) -> bool {
    let Some(head) = name.checked_sub(2).and_then(|head| reading.get(head)) else { return false };
    let works_for = reading.before(name).is_some_and(|word| word.is("for") || word.is("at") || word.is("of"));
    works_for && head.has(Classes::ROLE) && !RELATIVES.iter().any(|relative| head.is(relative))
}

/// Roles whose "of" a person follows.
const RELATIVES: &[&str] = &[
    "father",
    "mother",
    "son",
    "daughter",
    "brother",
    "sister",
    "wife",
    "husband",
    "friend",
    "widow",
    "uncle",
    "aunt",
    "supporter",
    "critic",
    "successor",
    "ally",
    "colleague",
    "counterpart",
    "partner",
    "native",
    "resident",
    "leader",
    "mayor",
];

fn is_comma(reading: &Reading, index: usize) -> bool {
    reading.get(index).is_some_and(|word| word.text == ",")
}

/// The index of an age set off by commas after a name (", 54,").
pub fn age_after(reading: &Reading, index: usize) -> Option<usize> {
    let age = reading.get(index + 1)?;
    let closes = reading.get(index + 2).is_none_or(|word| matches!(word.text, "," | "." | ")"));
    let is_age = is_comma(reading, index) && age.text.len() < 4 && age.text.parse().is_ok_and(|years: u32| years < 120);
    (is_age && closes).then_some(index + 1)
}
