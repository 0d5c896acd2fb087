//! What the words beside a name tell of its kind: an age, "who", "he" for a person, "its", "which" for a body,
//! "the group …" and "the port of …" before it.

use std::ops::Range;

use super::super::classes::Classes;
use super::super::reading::{Reading, Word};
use super::Evidence;

/// Weighs what stands before and after a name in its sentence, and what the next sentence begins with.
pub fn weigh(reading: &Reading, name: &Range<usize>, sentence: &Range<usize>) -> Evidence {
    let mut evidence = before(reading, name);
    let possessive = reading.before(name.end).is_some_and(|word| word.possessive);
    if possessive {
        let kin = reading.get(name.end).is_some_and(|word| KIN.contains(&word.text));
        evidence.person += if kin { 3 } else { 0 };
        return evidence;
    }
    let opens = opens_clause(reading, name, sentence);
    evidence += after(reading, name, opens);
    evidence += apposition(reading, name.end);
    evidence += if opens { next_sentence(reading, name, sentence) } else { Evidence::default() };
    evidence
}

fn before(reading: &Reading, name: &Range<usize>) -> Evidence {
    let mut evidence = Evidence::default();
    let Some(before) = reading.before(name.start) else { return evidence };
    if before.is("the") || before.is("a") || before.is("an") {
        evidence.person -= 3;
        evidence.body += i32::from(name.len() > 1);
    }
    evidence.body += if is_at_work(reading, name.start) { 3 } else { 0 };
    let next = reading.get(name.end);
    let describes = next.is_some_and(|word| word.is_word && !word.capital && !word.has(Classes::FUNCTION));
    evidence.place += if before.has(Classes::LOCATIVE) && !describes { 2 } else { 0 };
    let small = !before.capital && !before.possessive;
    evidence.person += if small && before.has(Classes::ROLE) && !may_be_verb(before, name) { 3 } else { 0 };
    let given = reading.words[name.start].has(Classes::GIVEN);
    if small && !given && CLASS_NOUNS.contains(&before.text) && is_classed(reading, name.start - 1) {
        evidence.body += 4;
        evidence.person -= 3;
    }
    let of = before.is("of") && name.start.checked_sub(2).is_some_and(|head| names_place(reading.words[head]));
    evidence.place += if of { 3 } else { 0 };
    evidence
}

/// "Weston host Brackley": a role's word that is a verb as well says little before one word alone.
pub fn may_be_verb(role: Word, name: &Range<usize>) -> bool {
    name.len() == 1 && ROLES_AND_VERBS.iter().any(|verb| role.is(verb))
}

/// Whether an article stands up to four words before, as in "the American group", "an insurance company".
fn is_classed(reading: &Reading, noun: usize) -> bool {
    let determiner = |word: &Word| ARTICLES.iter().any(|article| word.is(article));
    let start = noun.saturating_sub(4);
    let nearest = reading.words[start..noun].iter().rposition(|word| !word.is_word || determiner(word));
    nearest.is_some_and(|at| determiner(&reading.words[start + at]))
}

fn after(reading: &Reading, name: &Range<usize>, opens: bool) -> Evidence {
    let mut evidence = Evidence::default();
    let Some(next) = reading.get(name.end) else { return evidence };
    let is_alone = name.len() == 1;
    let said = next.has(Classes::SPEECH);
    evidence.looks_like_person = said && (!is_alone || reading.words[name.start].has(Classes::GIVEN));
    let told = name.end + 1 + usize::from(reading.get(name.end + 1).is_some_and(|word| word.is("that")));
    evidence.person += if said && reading.get(told).is_some_and(is_he_or_she) { 3 } else { 0 };
    evidence.person += if age_after(reading, name.end).is_some() { 3 } else { 0 };
    let is_plural = is_alone && reading.words[name.start].text.ends_with('s');
    let relative = if next.text == "," { reading.get(name.end + 1) } else { Some(next) };
    let who = !is_plural && relative.is_some_and(|word| word.is("who"));
    evidence.person += if who { 3 - 2 * i32::from(is_alone) } else { 0 };
    if relative.is_some_and(|word| word.is("which")) || (opens && is_plural_verb(reading, name)) {
        evidence.person -= 3;
        evidence.body += 1;
    }
    let lived = |word: Word| LIVES.iter().any(|verb| word.is(verb));
    let passive = next.is("was") && reading.get(name.end + 1).is_some_and(lived);
    evidence.person += if passive || next.is("died") { 3 } else { 0 };
    evidence
}

/// "Weston were", "Brackley host": a name that takes a plural verb is a team or a group.
fn is_plural_verb(reading: &Reading, name: &Range<usize>) -> bool {
    reading.get(name.end).is_some_and(|next| !next.capital && PLURALS.iter().any(|verb| next.is(verb)))
}

/// "X, a charity, …", "X, the county town, …".
fn apposition(reading: &Reading, comma: usize) -> Evidence {
    let article = reading.get(comma + 1).filter(|_| is_comma(reading, comma));
    let mut evidence = Evidence::default();
    if !article.is_some_and(|word| word.is("a") || word.is("an") || word.is("the")) {
        return evidence;
    }
    let words = reading.words[comma + 2..].iter().take(5);
    let phrase = words.take_while(|word| word.is_word && !word.capital && !word.has(Classes::FUNCTION));
    let Some(head) = phrase.last() else { return evidence };
    evidence.body += if names_body(*head) { 4 } else { 0 };
    evidence.place += if names_place(*head) { 4 } else { 0 };
    evidence
}

/// "Its …" after a sentence that a name begins; "He …" where nobody else is in that sentence.
fn next_sentence(reading: &Reading, name: &Range<usize>, sentence: &Range<usize>) -> Evidence {
    let mut evidence = Evidence::default();
    let Some(next) = reading.get(sentence.end).filter(|_| name.start < sentence.start + 2) else { return evidence };
    let is_other = |word: &Word| word.has(Classes::ROLE) || (word.capital && !word.has(Classes::FUNCTION));
    if next.is("its") {
        evidence.body += 2;
        evidence.person -= 2;
    } else if is_he_or_she(next) && !reading.words[name.end..sentence.end].iter().any(is_other) {
        evidence.person += 1;
    }
    evidence
}

fn opens_clause(reading: &Reading, name: &Range<usize>, sentence: &Range<usize>) -> bool {
    let before = reading.before(name.start);
    name.start == sentence.start || before.is_some_and(|word| CLAUSE_OPENERS.iter().any(|opener| word.is(opener)))
}

fn is_he_or_she(word: Word) -> bool {
    word.is("he") || word.is("she")
}

fn names_body(word: Word) -> bool {
    (word.has(Classes::BODY) && !word.has(Classes::ROLE)) || CLASS_NOUNS.iter().any(|noun| word.is(noun))
}

fn names_place(word: Word) -> bool {
    !word.capital && word.has(Classes::PLACE)
}

/// "spokeswoman for Brightwater", "professor at Lowtown", "president of Common Ground": where somebody works.
fn is_at_work(reading: &Reading, name: usize) -> bool {
    let Some(head) = name.checked_sub(2).and_then(|head| reading.get(head)) else { return false };
    let works_for = reading.before(name).is_some_and(|word| word.is("for") || word.is("at") || word.is("of"));
    works_for && head.has(Classes::ROLE) && !RELATIVES.iter().any(|relative| head.is(relative))
}

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

/// What only a person has.
const KIN: &[&str] = &[
    "father",
    "mother",
    "parents",
    "son",
    "daughter",
    "brother",
    "sister",
    "wife",
    "husband",
    "widow",
    "widower",
    "girlfriend",
    "boyfriend",
    "lawyer",
    "lawyers",
    "death",
    "autobiography",
    "memoir",
    "solicitor",
    "aunt",
    "uncle",
];

const ARTICLES: &[&str] = &["the", "a", "an", "its", "their", "his", "her"];

/// What a body is before its name ("the retailer Brightwater"). Bodies that people talk to aren't among them:
/// in "told the court Jon Moe …" a person follows.
const CLASS_NOUNS: &[&str] = &[
    "group",
    "company",
    "firm",
    "agency",
    "union",
    "charity",
    "newspaper",
    "journal",
    "magazine",
    "retailer",
    "airline",
    "manufacturer",
    "carmaker",
    "start-up",
    "startup",
    "supermarket",
    "bank",
    "insurer",
    "website",
    "network",
    "label",
    "lender",
    "utility",
    "club",
];

const ROLES_AND_VERBS: &[&str] =
    &["host", "guide", "guard", "judge", "coach", "rival", "model", "captain", "partner", "nurse"];

const CLAUSE_OPENERS: &[&str] = &["but", "while", "as", "that", "“", "\""];

/// Verbs in the plural, and those of sports pages that show one.
const PLURALS: &[&str] = &["were", "are", "have", "host", "travel", "face", "play", "lead", "sit", "visit", "win"];

/// What happens to people only.
const LIVES: &[&str] = &["born", "arrested", "jailed", "sentenced", "convicted", "charged", "acquitted", "educated"];
