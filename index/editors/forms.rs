//! The form in which two questions are the same: without case, punctuation, endings and the words that only hold a
//! question together, slang written out and typing errors mended. What it asks for, who does it to whom, and "not" stay.

use std::collections::HashMap;

use super::{EditorsQuestions, EditorsUse, Kinship, Leads, Match};
use crate::answer::binding;
use crate::check::polarity;
use crate::language::{countries, stems};
use crate::question::{self, Question, Word};
use crate::story::Story;

/// The questions of each form, by their indices.
pub(super) type Forms = HashMap<Vec<String>, Vec<usize>>;

/// Words that change nothing of what is asked: articles, auxiliaries of tense, fillers, and prepositions that have no
/// direction (of the closed classes in Quirk et al., "A Comprehensive Grammar of the English Language", 1985). Question
/// words, modal verbs, pronouns, comparatives and the other prepositions aren't among them.
const SAYS_NOTHING: &[&str] = &[
    "a",
    "ain",
    "also",
    "am",
    "an",
    "and",
    "any",
    "apparently",
    "are",
    "be",
    "been",
    "being",
    "d",
    "did",
    "do",
    "does",
    "doing",
    "ever",
    "exactly",
    "had",
    "has",
    "have",
    "having",
    "in",
    "is",
    "it",
    "its",
    "ll",
    "m",
    "of",
    "on",
    "re",
    "s",
    "so",
    "some",
    "such",
    "that",
    "the",
    "then",
    "there",
    "these",
    "this",
    "those",
    "too",
    "ve",
    "very",
    "was",
    "were",
    "yes",
    "yet",
];

impl EditorsQuestions {
    /// The question that is the same as the one asked, unless others that are lead elsewhere.
    pub(crate) fn same_as(&self, story: &Story, asked: &Question, used: EditorsUse) -> Option<Match> {
        let form = form_of(story, asked);
        let alike = self.forms(story).get(&form).filter(|_| !form.is_empty())?;
        let mut of_use = alike.iter().filter(|index| self.may_lead(**index, used));
        let index = *of_use.next()?;
        let leads = self.all[index].leads;
        of_use.all(|other| self.all[*other].leads == leads).then_some(Match { index, leads, kinship: Kinship::Same })
    }

    /// Whether a question leads anywhere and may be used.
    pub(super) fn may_lead(&self, index: usize, used: EditorsUse) -> bool {
        self.all[index].leads.is_of_use() && used != EditorsUse::AllBut(index) && used != EditorsUse::None
    }

    fn forms(&self, story: &Story) -> &Forms {
        self.forms.get_or_init(|| {
            let mut forms = Forms::new();
            for (index, known) in self.all.iter().enumerate() {
                if known.leads != Leads::Gone
                    && let Ok(question) = question::read_for(&known.question, &|name| knows(story, name))
                {
                    forms.entry(form_of(story, &question)).or_default().push(index);
                }
            }
            forms
        })
    }
}

fn knows(story: &Story, name: &str) -> bool {
    story.lookup().term(&stems::stem(&stems::fold(name))).is_some()
}

fn form_of(story: &Story, question: &Question) -> Vec<String> {
    let telling = question.words.iter().filter(|word| !SAYS_NOTHING.contains(&word.folded.as_str()));
    telling.map(|word| key(story, word)).collect()
}

fn key(story: &Story, word: &Word) -> String {
    if polarity::is_plain_negation(&word.folded) {
        return "not".to_owned();
    }
    if !word.is_content() {
        return word.folded.clone();
    }
    if let Some(found) = countries::typed(&word.folded) {
        return format!("={}", found.country.code);
    }
    binding::meant_by_error(story.lookup(), word).unwrap_or_else(|| word.stem.clone())
}
