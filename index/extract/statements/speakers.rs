//! The words that name a speaker → whom they mean: by the story's names, by role, by what stood before a pronoun.

use std::collections::HashMap;

use super::{Reason, Speaker, SpeakerKind};
use crate::document::Document;
use crate::extract::names::{Name, NameKind};
use crate::span::Span;

/// The speakers of one document, asked in the order of the text.
pub struct Speakers<'d> {
    document: &'d Document,
    names: &'d [Name],
    /// Every mention with its name, in order.
    mentions: Vec<(Span, usize)>,
    /// Every role in lower case with its name and place, by its last word.
    roles: HashMap<String, Vec<(String, usize, Span)>>,
    /// The last person who spoke, and where.
    last: Option<(usize, usize)>,
    /// What titles and pronouns have told of each name's gender.
    genders: Vec<Option<Gender>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gender {
    He,
    She,
}

/// How far back, in bytes, a pronoun's person may stand.
const REACH: usize = 900;

/// Words that show that a source with no name is a body or a text, not a person.
const BODIES: &[&str] = &[
    "government",
    "ministry",
    "department",
    "agency",
    "company",
    "campaign",
    "committee",
    "court",
    "police",
    "army",
    "military",
    "party",
    "report",
    "study",
    "survey",
    "poll",
    "statement",
    "document",
    "documents",
    "paper",
    "newspaper",
    "website",
    "site",
    "letter",
    "group",
    "organisation",
    "organization",
    "union",
    "council",
    "commission",
    "bank",
    "university",
    "firm",
    "office",
    "administration",
    "authorities",
    "embassy",
    "parliament",
    "senate",
    "network",
    "magazine",
    "channel",
    "association",
    "foundation",
    "team",
    "club",
    "school",
    "ruling",
    "lawsuit",
];

/// Offices that one person at a time holds: without a name, it's unclear who is meant.
const OFFICES: &[&str] = &[
    "secretary",
    "minister",
    "president",
    "chancellor",
    "premier",
    "governor",
    "mayor",
    "ambassador",
    "king",
    "queen",
    "pope",
    "chairman",
    "chairwoman",
    "chief",
    "director",
    "senator",
    "congressman",
    "congresswoman",
    "candidate",
    "nominee",
    "counterpart",
    "envoy",
];

impl<'d> Speakers<'d> {
    /// Makes ready to resolve speakers by the names found in the document.
    pub fn new(document: &'d Document, names: &'d [Name]) -> Self {
        let of_name = |(index, name): (usize, &'d Name)| name.mentions.iter().map(move |mention| (*mention, index));
        let mut mentions: Vec<(Span, usize)> = names.iter().enumerate().flat_map(of_name).collect();
        mentions.sort();
        let roles = roles(document, names);
        let mut speakers = Self { document, names, mentions, roles, last: None, genders: vec![None; names.len()] };
        speakers.read_titles();
        speakers
    }

    /// Says whom `written` means, adding the reasons.
    pub fn resolve(&mut self, written: Span, because: &mut Vec<Reason>) -> Speaker {
        let words = self.document.text(written).to_lowercase();
        if let Some(gender) = pronoun(&words) {
            return self.resolve_pronoun(written, gender, because);
        }
        if let Some((mention, index)) = self.named_within(written) {
            if mention.start() > written.start() && self.document.text(written).contains(',') {
                because.push(Reason::Apposition);
            }
            return self.named(written, index);
        }
        if let Some(index) = self.by_role(&words, written) {
            because.push(Reason::Role);
            return self.named(written, index);
        }
        if let Some(index) = matches!(words.as_str(), "who" | "which").then(|| self.just_before(written)).flatten() {
            because.push(Reason::Pronoun);
            return self.named(written, index);
        }
        let kind = match words.as_str() {
            "they" | "it" | "we" | "i" | "you" | "who" | "this" | "that" => SpeakerKind::Unclear,
            _ if has_word(&words, OFFICES) && !words.starts_with("a ") && !words.starts_with("an ") => {
                SpeakerKind::Unclear
            }
            _ if has_word(&words, BODIES) || is_name_like(self.document.text(written)) => SpeakerKind::Body,
            _ => SpeakerKind::Unnamed,
        };
        Speaker { written, name: None, kind }
    }

    fn named(&mut self, written: Span, index: usize) -> Speaker {
        let name = &self.names[index];
        let kind = if name.kind == NameKind::Person { SpeakerKind::Person } else { SpeakerKind::Body };
        if kind == SpeakerKind::Person {
            self.last = Some((index, written.end()));
        }
        Speaker { written, name: Some(name.canonical), kind }
    }

    /// The name that a speaker's words hold: a person's before another's, the first before one in a phrase after "of".
    fn named_within(&self, written: Span) -> Option<(Span, usize)> {
        let first = self.mentions.partition_point(|(mention, _)| mention.start() < written.start());
        let within = || {
            self.mentions[first..]
                .iter()
                .take_while(|(mention, _)| mention.start() < written.end())
                .filter(|(mention, _)| written.contains(*mention))
        };
        let text = self.document.text(written);
        let head = |mention: &Span| {
            let before = &text[..mention.start() - written.start()];
            let possessor = self.document.text(*mention).ends_with("'s")
                || text[mention.end() - written.start()..].starts_with("'s")
                || text[mention.end() - written.start()..].starts_with("’s");
            let in_phrase = [" of ", " for ", " from ", " at ", " in ", " with ", " to ", " by "]
                .iter()
                .any(|word| before.contains(word) && !before[before.find(word).unwrap_or(0)..].contains(','));
            !possessor && !in_phrase
        };
        let person = within().find(|(mention, index)| self.names[*index].kind == NameKind::Person && head(mention));
        let whole = || {
            within().find(|(mention, _)| {
                head(mention)
                    && (mention.end() == written.end()
                        || text[mention.end() - written.start()..].starts_with([',', '\'', '’']))
            })
        };
        person.or_else(whole).copied()
    }

    /// The name that a relative pronoun follows.
    fn just_before(&self, written: Span) -> Option<usize> {
        let after = self.mentions.partition_point(|(mention, _)| mention.end() <= written.start());
        let (mention, index) = self.mentions[..after].last()?;
        (mention.end() + 3 >= written.start()).then_some(*index)
    }

    /// The name to which the story gives the role written; none where two names have it.
    fn by_role(&self, words: &str, written: Span) -> Option<usize> {
        let role = bare(words);
        let mut found = None;
        for (known, index, span) in self.roles.get(last_word(role))? {
            let shorter = known.strip_suffix(role).is_some_and(|before| before.is_empty() || before.ends_with(' '));
            if !shorter || span.overlaps(written) {
                continue;
            }
            if found.is_some_and(|other| other != *index) {
                return None;
            }
            found = Some(*index);
        }
        found
    }

    fn resolve_pronoun(&mut self, written: Span, gender: Gender, because: &mut Vec<Reason>) -> Speaker {
        match self.person_before(written.start(), gender) {
            Some(index) => {
                because.push(Reason::Pronoun);
                self.genders[index] = Some(gender);
                self.named(written, index)
            }
            None => Speaker { written, name: None, kind: SpeakerKind::Unclear },
        }
    }

    /// The person who spoke last, unless another has since opened a sentence; else the nearest, unless two are as near.
    fn person_before(&self, at: usize, gender: Gender) -> Option<usize> {
        let fits = |index: usize| {
            self.names[index].kind == NameKind::Person && self.genders[index].is_none_or(|known| known == gender)
        };
        let after = self.mentions.partition_point(|(mention, _)| mention.start() < at);
        let recent = || {
            self.mentions[..after]
                .iter()
                .rev()
                .take_while(|(mention, _)| mention.end() + REACH > at)
                .filter(|(_, index)| fits(*index))
        };
        let last = self.last.filter(|(index, end)| fits(*index) && *end < at && end + REACH > at);
        let subject = recent().find(|(mention, _)| self.opens_sentence(*mention));
        match (last, subject) {
            (Some((index, end)), Some((mention, other))) => Some(if mention.start() > end { *other } else { index }),
            (Some((index, _)), None) => Some(index),
            (None, Some((_, index))) => Some(*index),
            (None, None) => {
                let nearest = recent().next()?.1;
                let sentence = self.document.sentence_at(recent().next()?.0)?;
                let rivals = recent()
                    .any(|(mention, index)| *index != nearest && self.document.sentence_at(*mention) == Some(sentence));
                (!rivals).then_some(nearest)
            }
        }
    }

    fn opens_sentence(&self, mention: Span) -> bool {
        let sentence = self.document.sentence_at(mention).map(|index| &self.document.sentences()[index]);
        sentence.is_some_and(|sentence| {
            mention.start() < sentence.span.start() + 60 && {
                let before =
                    self.document.source().text().get(sentence.span.start()..mention.start()).unwrap_or_default();
                before
                    .chars()
                    .all(|character| character.is_alphabetic() || character.is_whitespace() || character == '.')
                    && !before.contains(" and ")
            }
        })
    }

    fn read_titles(&mut self) {
        let text = self.document.source().text();
        for (mention, index) in &self.mentions {
            let before = text.get(..mention.start()).unwrap_or_default().trim_end().trim_end_matches('.');
            let words = self.document.text(*mention);
            let titled = |titles: &[&str]| {
                titles.iter().any(|title| {
                    before.ends_with(&format!(" {title}"))
                        || words.starts_with(&format!("{title}. "))
                        || words.starts_with(&format!("{title} "))
                })
            };
            if titled(&["Mr", "Sir", "Lord"]) {
                self.genders[*index] = Some(Gender::He);
            } else if titled(&["Mrs", "Ms", "Miss", "Lady", "Dame"]) {
                self.genders[*index] = Some(Gender::She);
            }
        }
    }
}

fn pronoun(words: &str) -> Option<Gender> {
    match words {
        "he" | "he's" | "he’s" | "him" => Some(Gender::He),
        "she" | "she's" | "she’s" | "her" => Some(Gender::She),
        _ => None,
    }
}

fn roles(document: &Document, names: &[Name]) -> HashMap<String, Vec<(String, usize, Span)>> {
    let mut roles: HashMap<String, Vec<(String, usize, Span)>> = HashMap::new();
    for (index, name) in names.iter().enumerate() {
        for role in &name.roles {
            let words = bare(&document.text(role.span).to_lowercase()).to_owned();
            roles.entry(last_word(&words).to_owned()).or_default().push((words, index, role.span));
        }
    }
    roles
}

fn last_word(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or(words)
}

fn bare(role: &str) -> &str {
    let role = role.trim();
    ["the ", "a ", "an "].iter().find_map(|article| role.strip_prefix(article)).unwrap_or(role)
}

fn has_word(words: &str, list: &[&str]) -> bool {
    words.split(|character: char| !character.is_alphabetic()).any(|word| list.contains(&word))
}

/// Whether all words but the smallest begin with capital letters.
fn is_name_like(words: &str) -> bool {
    let bare = words.trim_start_matches("The ").trim_start_matches("the ");
    bare.split_whitespace().all(|word| {
        word.starts_with(|first: char| first.is_uppercase() || first.is_numeric())
            || matches!(word, "of" | "and" | "for" | "the" | "&")
    })
}
