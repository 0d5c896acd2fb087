//! The names of a draft: whether the story has them, or spells them otherwise. A country is never taken for another
//! one's misspelling.

use std::collections::HashSet;

use super::{Difference, Found, Mark, NameVerdict};
use crate::extract::Name;
use crate::language::{countries, words};
use crate::span::Span;
use crate::story::{Citation, Story};

/// The fewest letters of a name of one word that may be mistyped by one: "Iran" isn't "Iraq", nor "Lund" "Land".
const SHORTEST_MISTYPED: usize = 5;
/// The same beside another word of the name that is right ("Ann Lee" and "Anne Lee").
const SHORTEST_BESIDE: usize = 3;
/// The fewest letters of a word that may be mistyped twice.
const SHORTEST_MISTYPED_TWICE: usize = 8;

/// The marks of all names of a draft, each as often as it is written.
pub(super) fn marks(draft: &Story, story: &Story) -> Vec<Mark> {
    let known = Known::new(story);
    let names = draft.extracted().names.iter();
    names.flat_map(|name| name.mentions.iter().map(|at| known.mark(draft, name, *at))).collect()
}

/// All that the story calls by a name.
struct Known<'s> {
    story: &'s Story,
    forms: Vec<Form>,
    /// The words of all forms of each name.
    held: Vec<HashSet<String>>,
    /// Every word of the story, folded.
    words: HashSet<String>,
}

/// One way in which the story writes a name.
struct Form {
    at: Span,
    words: Vec<String>,
    country: Option<&'static str>,
    name: usize,
}

impl<'s> Known<'s> {
    fn new(story: &'s Story) -> Self {
        let document = story.document();
        let mut forms: Vec<Form> = Vec::new();
        for (index, name) in story.extracted().names.iter().enumerate() {
            let aliases = name.aliases.iter().map(|alias| alias.span);
            let roles = name.roles.iter().map(|role| role.span);
            for at in name.mentions.iter().copied().chain(aliases).chain(roles) {
                let words = name_words(document.text(at));
                forms.push(Form { at, words, country: name.country, name: index });
            }
        }
        let mut held: Vec<HashSet<String>> = vec![HashSet::new(); story.extracted().names.len()];
        for form in &forms {
            held[form.name].extend(form.words.iter().cloned());
        }
        let words = document.tokens().iter().map(|token| folded(document.text(token.span))).collect();
        Self { story, forms, held, words }
    }

    fn mark(&self, draft: &Story, name: &Name, at: Span) -> Mark {
        let words = name_words(draft.document().text(at));
        let mut mark = Mark {
            at,
            found: Found::Name(NameVerdict::Absent),
            because: Vec::new(),
            differences: Vec::new(),
            nearest: Vec::new(),
        };
        if let Some(found) = self.has(&words, name.country) {
            mark.found = Found::Name(NameVerdict::InStory);
            mark.because = vec![found];
        } else if let Some(form) = self.mistyped(&words, name) {
            mark.found = Found::Name(NameVerdict::Misspelt);
            mark.because = vec![self.story.cite(form.at)];
            mark.differences = vec![Difference { draft: at, story: Some(self.story.cite(form.at)) }];
        } else {
            mark.nearest = self.sharing(&words);
        }
        mark
    }

    /// Where the story has a name: the same country, or every word of it in one name, or its words in a row.
    fn has(&self, words: &[String], country: Option<&str>) -> Option<Citation> {
        let same_country = |form: &&Form| country.is_some() && form.country == country;
        let is_held = |held: &HashSet<String>| !words.is_empty() && words.iter().all(|word| held.contains(word));
        let exact = self.forms.iter().find(|form| form.words == words);
        let held = || self.held.iter().position(is_held).and_then(|name| self.first_of(name));
        let form = exact.or_else(|| self.forms.iter().find(same_country)).or_else(held);
        form.map(|form| self.story.cite(form.at)).or_else(|| self.in_a_row(words))
    }

    fn first_of(&self, name: usize) -> Option<&Form> {
        self.forms.iter().find(|form| form.name == name)
    }

    /// Where the words stand in the story one after another, whatever the story's own names are.
    fn in_a_row(&self, words: &[String]) -> Option<Citation> {
        if words.is_empty() || !words.iter().all(|word| self.words.contains(word)) {
            return None;
        }
        let document = self.story.document();
        let tokens = document.tokens();
        let is_here = |window: &&[crate::document::Token]| {
            let capital = document.text(window[0].span).starts_with(char::is_uppercase);
            let texts = window.iter().map(|token| folded(document.text(token.span)));
            capital && texts.eq(words.iter().cloned())
        };
        let window = tokens.windows(words.len()).find(is_here)?;
        Some(self.story.cite(window[0].span.cover(window[window.len() - 1].span)))
    }

    /// The story's name that this one is a misspelling of.
    fn mistyped(&self, words: &[String], name: &Name) -> Option<&Form> {
        let is_country = name.country.is_some() || countries::typed(&words.join(" ")).is_some();
        if is_country || words.is_empty() {
            return None;
        }
        let is_near = |form: &&Form| form.country.is_none() && self.is_mistyped(words, &form.words);
        let text = |form: &Form| self.story.document().text(form.at);
        // A dateline's capitals show no spelling.
        let shouts = |form: &&Form| !text(form).contains(char::is_lowercase);
        self.forms.iter().filter(is_near).min_by_key(shouts)
    }

    fn is_mistyped(&self, typed: &[String], right: &[String]) -> bool {
        let pairs = || typed.iter().zip(right);
        let is_same = |(typed, right): (&String, &String)| typed == right;
        let beside = pairs().any(is_same);
        let is_near = |(typed, right): (&String, &String)| {
            typed == right || !self.words.contains(typed) && is_near(typed, right, beside)
        };
        typed.len() == right.len() && pairs().all(is_near)
    }

    /// Names of the story that share a word.
    fn sharing(&self, words: &[String]) -> Vec<Citation> {
        let shares = |form: &&Form| form.words.iter().any(|word| word.chars().count() > 2 && words.contains(word));
        let mut found: Vec<usize> = self.forms.iter().filter(shares).map(|form| form.name).collect();
        found.dedup();
        let names = &self.story.extracted().names;
        found.into_iter().map(|name| self.story.cite(names[name].canonical)).collect()
    }
}

/// The words of a name, folded, without marks.
fn name_words(text: &str) -> Vec<String> {
    let words = text.split(|character: char| character.is_whitespace() || "-–—./,()".contains(character));
    let words = words.map(words::without_possessive).map(folded);
    words.filter(|word| word.contains(char::is_alphanumeric)).collect()
}

/// A word in lower case with its accents, which a name is spelt with, and apostrophes of one kind.
fn folded(word: &str) -> String {
    words::without_possessive(word).replace(['’', 'ʼ', '‘'], "'").to_lowercase()
}

fn is_near(typed: &str, right: &str, beside: bool) -> bool {
    let is_plural = |one: &str, other: &str| one.strip_suffix('s') == Some(other);
    if is_plural(typed, right) || is_plural(right, typed) {
        return false;
    }
    // The same but for accents.
    if words::normalise(typed) == words::normalise(right) {
        return true;
    }
    let shorter = typed.chars().count().min(right.chars().count());
    let least = if beside { SHORTEST_BESIDE } else { SHORTEST_MISTYPED };
    let allowed = match shorter {
        short if short < least => 0,
        long if long >= SHORTEST_MISTYPED_TWICE => 2,
        _ => 1,
    };
    allowed > 0 && strsim::damerau_levenshtein(typed, right) <= allowed
}
