//! What a question asks for, by its question word and the words near it.

use std::ops::Range;

use super::{Question, Word};

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Intent {
    /// Who said something.
    WhoSaid,
    /// What somebody said.
    WhatSaid,
    /// What somebody was told.
    WasTold,
    /// A person or body.
    Who,
    /// A part of a whole.
    Share,
    /// A number or amount.
    HowMuch,
    /// An age.
    Age,
    /// A length of time.
    Duration,
    /// A date.
    When,
    /// A place.
    Where,
    /// A cause or purpose.
    Why,
    /// Who holds, owns or claims something.
    Control,
    /// What something is called.
    Named,
    /// Whether something is so.
    YesNo,
    /// Several things.
    List,
    /// What happened.
    Happened,
    /// The story in short.
    Summary,
    /// Anything else.
    Other,
}

/// Verbs of saying and thinking, by stem.
const SAYING: &[&str] = &[
    "say", "tell", "claim", "argu", "announc", "insist", "deni", "warn", "admit", "comment", "reckon", "think",
    "believ", "suggest", "promis", "pledg", "explain", "respond", "repli", "assert", "state", "describ", "mention",
    "declar", "note", "observ", "tweet", "post", "write", "predict", "hope", "estim", "accus", "critic", "prais",
    "condemn", "complain", "vow", "urg", "clarifi", "feel", "credit", "quot", "ask", "stress", "remark", "report",
];

/// Verbs of saying that also have many other uses: they count only in "what did … say", by stem.
const SAYING_SOMETIMES: &[&str] =
    &["write", "feel", "post", "note", "state", "ask", "credit", "hope", "observ", "describ"];

const HOLDING: &[&str] = &["control", "own", "claim", "hold", "administ", "govern", "possess", "run", "rule"];
const AUXILIARIES: &[&str] = &[
    "is", "are", "was", "were", "did", "does", "do", "has", "have", "had", "can", "could", "will", "would", "should",
    "may", "might", "must", "am",
];
const QUESTION_WORDS: &[&str] = &["who", "whom", "whose", "what", "which", "when", "where", "why", "how"];
const SHARE: &[&str] = &["share", "percentage", "percent", "proportion", "fraction", "portion"];
const DATES: &[&str] = &["day", "date", "year", "month", "time", "decade", "century", "weekday", "week"];
const PLACES: &[&str] = &[
    "town",
    "city",
    "place",
    "country",
    "state",
    "village",
    "location",
    "region",
    "continent",
    "street",
    "area",
    "venue",
];
const REASONS: &[&str] = &["reason", "cause", "causes", "caused", "led", "purpose"];
const AMOUNTS: &[&str] = &["number", "amount", "price", "cost", "total", "population", "sum", "score", "value"];
const PEOPLE: &[&str] = &["person", "people", "man", "woman", "leader", "minister", "president", "official", "player"];
const OUTLETS: &[&str] = &["newspaper", "outlet", "paper", "agency", "source", "magazine", "publication"];
const SUMMARIES: &[&str] = &["summary", "summarise", "summarize", "tldr", "tl", "gist", "recap"];

/// Finds out what is asked for.
pub(super) fn understand(words: Vec<Word>) -> Question {
    let asked = Asked { words: &words };
    let intent = asked.intent();
    let (speaker, about) = asked.speaker_and_about(intent);
    let kind_word = asked.kind_word(intent);
    Question { intent, kind_word, speaker, about, words, foreign: None }
}

/// Whether a word is a verb of saying or thinking.
pub(crate) fn is_saying(word: &Word) -> bool {
    SAYING.contains(&word.stem.as_str())
}

struct Asked<'w> {
    words: &'w [Word],
}

impl Asked<'_> {
    fn intent(&self) -> Intent {
        if self.any(SUMMARIES) && self.words.len() <= 12 {
            return Intent::Summary;
        }
        let Some(at) = self.question_word() else { return self.without_question_word() };
        match self.word(at) {
            "who" | "whom" => self.who(at),
            "whose" => Intent::Who,
            "when" => Intent::When,
            "where" => Intent::Where,
            "why" => Intent::Why,
            "how" => self.how(at),
            _ => self.what(at),
        }
    }

    /// The word that asks: the first question word, unless an auxiliary opens the question ("did he say when …").
    fn question_word(&self) -> Option<usize> {
        let first = self.words.iter().position(|word| QUESTION_WORDS.contains(&word.folded.as_str()))?;
        let opening = self.words.iter().position(|word| !matches!(word.folded.as_str(), "so" | "and" | "but" | "well"));
        let opens_with_auxiliary = opening.is_some_and(|at| at < first && self.is_auxiliary(at));
        let is_request = opening.is_some_and(|at| matches!(self.word(at), "can" | "could" | "would" | "do"));
        (!opens_with_auxiliary || is_request).then_some(first)
    }

    fn without_question_word(&self) -> Intent {
        let opening = (0..self.words.len().min(6)).find(|at| self.is_auxiliary(*at));
        let name = self.words.iter().position(|word| matches!(word.folded.as_str(), "name" | "names"));
        if name.is_some_and(|name| matches!(self.word(name + 1), "for" | "of")) {
            return Intent::Named;
        }
        if self.any(&["list", "name", "names"]) && !opening.is_some_and(|at| at == 0 && self.word(0) != "could") {
            return if self.any(&["list"]) { Intent::List } else { Intent::Who };
        }
        match opening {
            Some(_) => Intent::YesNo,
            None => Intent::Other,
        }
    }

    fn who(&self, at: usize) -> Intent {
        let after = at + 1..self.words.len();
        if self.told_passively(at) || (self.stem_in(after.clone(), &["tell"]) && self.is_auxiliary(at + 1)) {
            return Intent::WhoSaid;
        }
        if self.saying_verb(at + 1..(at + 7).min(self.words.len())).is_some() {
            return Intent::WhoSaid;
        }
        if self.stem_in(at + 1..(at + 4).min(self.words.len()), HOLDING) {
            return Intent::Control;
        }
        Intent::Who
    }

    fn how(&self, at: usize) -> Intent {
        match self.word(at + 1) {
            "much" if self.word(at + 2) == "of" => Intent::Share,
            "many" | "much" | "often" | "far" | "big" | "large" | "high" | "tall" | "fast" | "deep" | "heavy" => {
                Intent::HowMuch
            }
            "old" => Intent::Age,
            "long" => Intent::Duration,
            "come" => Intent::Why,
            _ => Intent::Other,
        }
    }

    fn what(&self, at: usize) -> Intent {
        let near = at + 1..(at + 4).min(self.words.len());
        if self.word_in(near.clone(), &["for"]) && self.word(at + 1) == "for" {
            return Intent::Why;
        }
        if self.word_in(near.clone(), SHARE) {
            return Intent::Share;
        }
        if self.word_in(near.clone(), &["happen", "happened", "happening", "happens"]) || self.is_going_on(at) {
            return if self.words.len() - at <= 3 || self.is_going_on(at) { Intent::Summary } else { Intent::Happened };
        }
        if self.told_passively(at) {
            return Intent::WasTold;
        }
        if self.said_by(at).is_some() {
            return Intent::WhatSaid;
        }
        if self.calls(at) {
            return Intent::Named;
        }
        self.what_noun(at)
    }

    /// What the noun right after "what" or "which" asks for.
    fn what_noun(&self, at: usize) -> Intent {
        let next = self.word(at + 1);
        let noun_at = if next == "is" || next == "was" || next == "the" { at + 3 } else { at + 1 };
        let nouns = [self.word(at + 1), self.word(at + 2), self.word(noun_at)];
        let asks = |list: &[&str]| nouns.iter().any(|noun| list.contains(noun));
        if asks(&["age"]) {
            Intent::Age
        } else if asks(REASONS) {
            Intent::Why
        } else if asks(DATES) {
            Intent::When
        } else if asks(PLACES) {
            Intent::Where
        } else if asks(AMOUNTS) {
            Intent::HowMuch
        } else if asks(OUTLETS) && self.saying_verb(at + 1..self.words.len()).is_some() {
            Intent::WhoSaid
        } else if asks(PEOPLE) {
            Intent::Who
        } else if next == "are" || next == "were" || (next.ends_with('s') && self.word(at) == "which") {
            Intent::List
        } else {
            Intent::Other
        }
    }

    /// The word after the question word that says what kind of answer is asked for.
    fn kind_word(&self, intent: Intent) -> Option<usize> {
        let from = self.question_word()?;
        let list = match intent {
            Intent::Share => SHARE,
            Intent::When => DATES,
            Intent::Where => PLACES,
            Intent::Why => REASONS,
            Intent::Age => &["age"],
            Intent::HowMuch => &["number", "amount", "total"],
            Intent::WhoSaid => OUTLETS,
            _ => return None,
        };
        (from + 1..(from + 5).min(self.words.len())).find(|at| list.contains(&self.word(*at)))
    }

    fn calls(&self, at: usize) -> bool {
        let rest = at + 1..self.words.len();
        let name_of = self.word_in(at + 1..(at + 5).min(self.words.len()), &["name", "names"]);
        let called = self.word_in(rest.clone(), &["call", "called", "calls"]) && self.is_auxiliary(at + 1);
        let known_as = self.word_in(rest, &["known"]) && self.words.last().is_some_and(|word| word.folded == "as");
        name_of || called || known_as
    }

    fn is_going_on(&self, at: usize) -> bool {
        self.word(at + 1) == "is"
            && (self.word(at + 2) == "going" && self.word(at + 3) == "on" || self.is_story_about(at))
    }

    fn is_story_about(&self, at: usize) -> bool {
        let subject = self.word(at + 2) == "this" || self.word(at + 3) == "story" || self.word(at + 3) == "article";
        subject && self.words.len() - at <= 6 && self.words.last().is_some_and(|word| word.folded == "about")
    }

    /// "what was Clinton told", "who was told".
    fn told_passively(&self, at: usize) -> bool {
        let told = (at + 1..self.words.len()).find(|word| self.word(*word) == "told");
        told.is_some_and(|told| told > at + 1 && matches!(self.word(at + 1), "was" | "were" | "is" | "been" | "has"))
    }

    /// The verb of "what did … say": an auxiliary, a subject, a verb of saying.
    fn said_by(&self, at: usize) -> Option<usize> {
        let auxiliary = (at + 1..(at + 4).min(self.words.len()))
            .find(|word| matches!(self.word(*word), "did" | "do" | "does" | "has" | "have" | "had"))?;
        let verb = self.saying_verb(auxiliary + 2..(auxiliary + 9).min(self.words.len()))?;
        let only_weak = SAYING_SOMETIMES.contains(&self.words[verb].stem.as_str());
        (!only_weak || self.words.len() - verb <= 6).then_some(verb)
    }

    fn speaker_and_about(&self, intent: Intent) -> (Range<usize>, Range<usize>) {
        let all = self.words.len();
        let asking = self.question_word().unwrap_or(0);
        match intent {
            Intent::WhatSaid => {
                let verb = self.said_by(asking).unwrap_or(all);
                let auxiliary = (asking + 1..verb).find(|at| self.is_auxiliary(*at)).unwrap_or(asking);
                (auxiliary + 1..verb, self.said_about((verb + 1).min(all)))
            }
            Intent::WasTold => {
                let told = (asking..all).find(|at| self.word(*at) == "told").unwrap_or(all);
                ((asking + 2).min(told)..told, (told + 1).min(all)..all)
            }
            Intent::WhoSaid => {
                let verb = self.saying_verb(asking + 1..all);
                let after_verb = verb.map_or(asking + 1, |verb| verb + 1).min(all);
                let names_something = self.words[after_verb..].iter().any(Word::is_content);
                (0..0, if names_something { after_verb..all } else { 0..all })
            }
            _ => (0..0, 0..all),
        }
    }

    /// The words after a verb of saying that name what was said: those after "about", none after "to".
    fn said_about(&self, from: usize) -> Range<usize> {
        let all = self.words.len();
        let about = (from..all).find(|at| matches!(self.word(*at), "about" | "regarding" | "concerning"));
        match about {
            Some(about) => about + 1..all,
            None if self.word(from) == "to" || self.words[from - 1].stem == "tell" => all..all,
            None => from..all,
        }
    }

    fn saying_verb(&self, range: Range<usize>) -> Option<usize> {
        range.into_iter().find(|at| self.words.get(*at).is_some_and(|word| SAYING.contains(&word.stem.as_str())))
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.folded.as_str())
    }

    fn is_auxiliary(&self, at: usize) -> bool {
        AUXILIARIES.contains(&self.word(at))
    }

    fn any(&self, list: &[&str]) -> bool {
        self.word_in(0..self.words.len(), list)
    }

    fn word_in(&self, range: Range<usize>, list: &[&str]) -> bool {
        range.into_iter().any(|at| list.contains(&self.word(at)))
    }

    fn stem_in(&self, range: Range<usize>, list: &[&str]) -> bool {
        range.into_iter().any(|at| self.words.get(at).is_some_and(|word| list.contains(&word.stem.as_str())))
    }
}
