//! What the story says that a name is: titles before it, appositions around it, "X is the mayor of Y".
//! A role is the story's words without the name; the evidence holds both.

use std::collections::HashMap;
use std::ops::Range;

use super::NameRole;
use super::classes::Classes;
use super::evidence;
use super::mentions::Mention;
use super::reading::{Reading, Word};
use crate::span::Span;

/// A role of a mention, and the words it is made of.
#[derive(Clone, Debug)]
pub struct Role {
    /// The mention, as an index.
    pub mention: usize,
    /// The role's words.
    pub words: Range<usize>,
    /// The role with its evidence.
    pub role: NameRole,
}

/// Finds every role that stands beside a name.
pub fn find(reading: &Reading, mentions: &[Mention]) -> Vec<Role> {
    let by_start: HashMap<usize, usize> =
        mentions.iter().enumerate().map(|(index, mention)| (mention.words.start, index)).collect();
    let mut finder = Finder { reading, mentions, by_start, roles: Vec::new() };
    for (index, mention) in mentions.iter().enumerate() {
        let could_be_person = mention.country.is_none() && mention.evidence.person >= 0;
        finder.title(index);
        finder.small_title(index);
        if could_be_person {
            finder.after_comma(index);
            finder.before_comma(index);
            finder.copula(index);
        }
    }
    finder.roles
}

struct Finder<'r, 'd> {
    reading: &'r Reading<'d>,
    mentions: &'r [Mention],
    by_start: HashMap<usize, usize>,
    roles: Vec<Role>,
}

impl Finder<'_, '_> {
    /// "Foreign Minister Yang", with small words before ("former US President").
    fn title(&mut self, index: usize) {
        let title = self.mentions[index].title.clone();
        let is_office = |word: &Word| word.has(Classes::ROLE) && !word.has(Classes::HONORIFIC);
        if self.reading.words[title.clone()].iter().any(is_office) {
            let start = self.small_words_before(title.start);
            self.push(index, start..title.end);
        }
    }

    /// "the chief executive Jane Doe", "spokesman John Roe", "chairwoman Dame Ada Moe".
    fn small_title(&mut self, index: usize) {
        let mention = &self.mentions[index];
        let title = &self.reading.words[mention.title.clone()];
        let end = if title.is_empty() { mention.words.start } else { mention.title.start };
        let is_role = self
            .reading
            .before(end)
            .is_some_and(|word| word.has(Classes::ROLE) && !word.capital && !word.possessive && !word.is("major"));
        let is_verb = |role| evidence::may_be_verb(role, &mention.words);
        let is_role = is_role && !self.reading.before(end).is_some_and(is_verb);
        let is_honoured = title.iter().all(|word| word.has(Classes::HONORIFIC) || !word.is_word);
        if is_honoured && mention.country.is_none() && is_role {
            self.push(index, self.small_words_before(end - 1)..end);
        }
    }

    fn small_words_before(&self, end: usize) -> usize {
        let mut start = end;
        while let Some(word) = self.reading.before(start) {
            let belongs = word.has(Classes::MODIFIER | Classes::ROLE)
                || (word.capital && !word.has(Classes::FUNCTION) && !word.possessive)
                || word.shouts();
            let hyphen = word.text == "-" && word.joined;
            let before_hyphen = self.reading.get(start).is_some_and(|next| next.text == "-" && next.joined);
            if !(belongs || hyphen || before_hyphen) || end - start >= LONGEST_TITLE || self.is_sentence_start(start) {
                break;
            }
            start -= 1;
        }
        let owner = self.reading.before(start).filter(|word| OWNERS.iter().any(|owner| word.is(owner)));
        start - usize::from(owner.is_some() && !self.is_sentence_start(start))
    }

    fn is_sentence_start(&self, index: usize) -> bool {
        let tokens = self.reading.document.sentences();
        let after = tokens.partition_point(|sentence| sentence.tokens.start <= index);
        after.checked_sub(1).is_none_or(|sentence| tokens[sentence].tokens.start == index)
    }

    /// "Jane Doe, the chief executive of X," and "Joe Bloggs, 54, a miner from Y".
    fn after_comma(&mut self, index: usize) {
        let mention = &self.mentions[index];
        let comma = evidence::age_after(self.reading, mention.words.end).map_or(mention.words.end, |age| age + 1);
        let opens = self.reading.get(comma).is_some_and(|word| matches!(word.text, "," | "–" | "—" | "("));
        let possessive = self.reading.words[mention.words.end - 1].possessive;
        if !opens || possessive {
            return;
        }
        let start = comma + 1;
        let end = self.phrase_end(start, mention.sentence);
        if self.is_role_phrase(start..end) {
            self.push(index, start..end);
        }
    }

    /// "The chief executive, Jane Doe, said", "X's Chinese counterpart, Y,".
    fn before_comma(&mut self, index: usize) {
        let mention = &self.mentions[index];
        let Some(comma) = mention.words.start.checked_sub(1).filter(|at| self.reading.words[*at].text == ",") else {
            return;
        };
        let sentence = self.reading.document.sentences()[mention.sentence].tokens.clone();
        let closes = self
            .reading
            .get(mention.words.end)
            .is_none_or(|word| matches!(word.text, "," | "." | "–") || word.has(Classes::SPEECH));
        let Some(start) = self.phrase_start(comma, sentence.start).filter(|_| closes) else { return };
        let head = self.head(start..comma);
        if head.is_some() {
            self.push(index, start..comma);
        }
    }

    /// The beginning of a definite phrase that ends in a role before a comma.
    fn phrase_start(&self, comma: usize, sentence: usize) -> Option<usize> {
        let mut start = comma;
        while start > sentence && comma - start < LONGEST_PHRASE {
            let word = self.reading.words[start - 1];
            let is_mark = !word.is_word && !matches!(word.text, "-" | "." | "&");
            if is_mark || word.has(Classes::SPEECH) || is_verb(word) {
                break;
            }
            start -= 1;
            if DETERMINERS.iter().any(|determiner| word.is(determiner))
                && !self.reading.before(start).is_some_and(|word| word.is("of") || word.is("for"))
            {
                return Some(start);
            }
            if word.possessive {
                return Some(self.owner_start(start));
            }
        }
        None
    }

    /// Where the owner in "Jane Doe's counterpart" or "the union's leader" begins.
    fn owner_start(&self, index: usize) -> usize {
        let mention = self.mentions.partition_point(|mention| mention.words.end <= index);
        if let Some(owner) = self.mentions.get(mention).filter(|mention| mention.words.contains(&index)) {
            return owner.words.start;
        }
        let article = (index.saturating_sub(3)..index)
            .rev()
            .find(|at| DETERMINERS.iter().any(|determiner| self.reading.words[*at].is(determiner)));
        article.filter(|at| self.reading.words[*at..index].iter().all(|word| word.is_word)).unwrap_or(index)
    }

    /// "X is the mayor of Y", "X, who is the mayor of Y,", "X became president".
    fn copula(&mut self, index: usize) {
        let mention = &self.mentions[index];
        let mut at = mention.words.end;
        let who = [",", "who"].iter().all(|word| {
            let is_here = self.reading.get(at).is_some_and(|here| here.is(word));
            at += usize::from(is_here);
            is_here
        });
        at = if who { at } else { mention.words.end };
        let possessive = self.reading.words[mention.words.end - 1].possessive;
        let is_copula = self.reading.get(at).is_some_and(|word| COPULAS.iter().any(|copula| word.is(copula)));
        if possessive || !is_copula {
            return;
        }
        let as_word = self.reading.get(at + 1).is_some_and(|word| word.is("as"));
        let start = at + 1 + usize::from(as_word);
        let end = self.phrase_end(start, mention.sentence);
        let first = self.reading.get(start);
        let opens = first
            .is_some_and(|word| DETERMINERS.iter().any(|determiner| word.is(determiner)) || word.has(Classes::ROLE));
        if opens && self.head(start..end).is_some() {
            self.push(index, start..end);
        }
    }

    /// Where an apposition ends: at a mark, a relative pronoun or a verb.
    fn phrase_end(&self, start: usize, sentence: usize) -> usize {
        let limit = self.reading.document.sentences()[sentence].tokens.end;
        let mut end = start;
        while end < limit && end - start < LONGEST_APPOSITION {
            let word = self.reading.words[end];
            let abbreviation = word.text == "." && word.joined && end + 1 < limit;
            let is_mark = !word.is_word
                && !matches!(word.text, "-" | "&" | "'" | "’")
                && !abbreviation
                && !word.text.starts_with(|c: char| c.is_numeric());
            let ends = is_mark
                || (word.has(Classes::SPEECH) && !word.capital)
                || is_verb(word)
                || ENDINGS.iter().any(|ending| word.is(ending));
            if ends {
                break;
            }
            end += 1;
        }
        while end > start && PREPOSITIONS.iter().any(|preposition| self.reading.words[end - 1].is(preposition)) {
            end -= 1;
        }
        end
    }

    /// A phrase with a role for its head, begun by an article, a possessive or the role itself.
    fn is_role_phrase(&self, words: Range<usize>) -> bool {
        let Some(first) = self.reading.get(words.start).filter(|_| !words.is_empty()) else { return false };
        let begins_name = self.by_start.get(&words.start).map(|index| &self.mentions[*index]);
        let person_begins = begins_name.is_some_and(|mention| {
            mention.country.is_none() && !mention.title.is_empty() || mention.evidence.person > 3
        });
        let article = DETERMINERS.iter().any(|determiner| first.is(determiner));
        let bare = first.has(Classes::ROLE | Classes::MODIFIER) || begins_name.is_some() || first.possessive;
        !person_begins && (article || bare) && self.head(words).is_some()
    }

    /// The phrase's head, where it is a role: the last word before "of", "at", "for", "from", "in".
    fn head(&self, words: Range<usize>) -> Option<usize> {
        let before_preposition =
            words.clone().find(|at| PREPOSITIONS.iter().any(|preposition| self.reading.words[*at].is(preposition)));
        let end = before_preposition.unwrap_or(words.end);
        let last = (words.start..end).rev().find(|at| self.reading.words[*at].is_word)?;
        let is_role = |at: usize| self.reading.words[at].has(Classes::ROLE) && !self.reading.words[at].possessive;
        let joined = |at: usize| at + 2 <= end && self.reading.words[at + 1].is("and");
        is_role(last).then_some(last).or_else(|| (words.start..end).find(|at| is_role(*at) && joined(*at)))
    }

    fn push(&mut self, mention: usize, words: Range<usize>) {
        let Some(span) = self.reading.span(words.clone()) else { return };
        let evidence: Span = span.cover(self.mentions[mention].span);
        self.roles.push(Role { mention, words, role: NameRole { span, evidence } });
    }
}

fn is_verb(word: Word) -> bool {
    VERBS.iter().any(|verb| word.is(verb))
}

const LONGEST_TITLE: usize = 7;
const LONGEST_PHRASE: usize = 14;
const LONGEST_APPOSITION: usize = 22;

const DETERMINERS: &[&str] = &["the", "a", "an", "his", "her", "its", "their", "our", "my", "one"];

/// Owners that belong to a role before a name ("his father Adam").
const OWNERS: &[&str] = &["his", "her", "its", "their", "our", "my"];

const PREPOSITIONS: &[&str] = &["of", "at", "for", "from", "in", "to", "with", "on", "under", "and"];

const COPULAS: &[&str] = &["is", "was", "became", "becomes", "serves", "served", "remains", "works", "worked"];

/// Words that an apposition of ours never runs past.
const ENDINGS: &[&str] = &["who", "which", "that", "whose", "where", "when", "while", "because", "but", "if", "as"];

const VERBS: &[&str] = &[
    "is", "was", "were", "are", "has", "had", "have", "will", "would", "can", "could", "may", "might", "must",
    "should", "did", "does", "do", "told", "met", "went", "came", "took", "gave", "made", "became", "left", "began",
    "won", "lost", "called", "spoke", "held",
];
