//! The words that name a speaker → whom they mean: by the story's names, by role, by what stood before a pronoun.

use super::{Reason, Speaker, SpeakerKind};
use crate::document::Document;
use crate::extract::names::{Name, NameKind, Pronoun};
use crate::span::Span;

/// The speakers of one document, asked in the order of the text.
pub struct Speakers<'d> {
    document: &'d Document,
    names: &'d [Name],
    /// Every mention with its name, in order.
    mentions: Vec<(Span, usize)>,
    /// Every role that stands for a name, with the name, in order.
    references: Vec<(Span, usize)>,
    /// Every role beside a name, in order.
    titles: Vec<Span>,
    /// The last person who spoke, and where.
    last: Option<(usize, usize)>,
    /// The body that spoke last, and in which sentence; none where one without a name has spoken since.
    last_body: Option<(usize, usize)>,
    /// The one person without a name who spoke last, and in which sentence; none where a named one has spoken since.
    last_unnamed: Option<(Span, usize)>,
    /// The pronoun of each name, as far as known by now.
    pronouns: Vec<Option<Pronoun>>,
}

/// The words that a relative pronoun follows.
#[derive(Clone, Copy)]
pub struct Antecedent {
    /// The words.
    pub words: Span,
    /// Whether they are an article and a noun, so that nothing else can be meant.
    pub is_plain: bool,
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
        let to_name = |(index, name): (usize, &'d Name)| name.references.iter().map(move |role| (role.span, index));
        let mut references: Vec<(Span, usize)> = names.iter().enumerate().flat_map(to_name).collect();
        references.sort();
        let mut titles: Vec<Span> = names.iter().flat_map(|name| &name.roles).map(|role| role.span).collect();
        titles.sort();
        let pronouns = names.iter().map(|name| name.pronoun).collect();
        Self {
            document,
            names,
            mentions,
            references,
            titles,
            last: None,
            last_body: None,
            last_unnamed: None,
            pronouns,
        }
    }

    /// Says whom `written`, who says `reported`, means, adding the reasons.
    pub fn resolve(&mut self, written: Span, reported: &[Span], because: &mut Vec<Reason>) -> Speaker {
        let words = folded(self.document.text(written));
        if let Some(pronoun) = pronoun(&words) {
            return self.resolve_pronoun(written, reported, pronoun, because);
        }
        if let Some(index) = (words == "it").then(|| self.body_before(written)).flatten() {
            because.push(Reason::Pronoun);
            return self.named(written, index);
        }
        if let Some((mention, index)) = self.named_within(written) {
            if mention.start() > written.start() && self.document.text(written).contains(',') {
                because.push(Reason::Apposition);
            }
            return self.named(written, index);
        }
        if let Some(index) = self.by_role(written) {
            because.push(Reason::Role);
            return self.named(written, index);
        }
        self.last_body = None;
        let kind = match words.as_str() {
            "they" | "it" | "we" | "i" | "you" | "who" | "which" | "this" | "that" => SpeakerKind::Unclear,
            _ if has_word(&words, OFFICES) && !words.starts_with("a ") && !words.starts_with("an ") => {
                SpeakerKind::Unclear
            }
            _ if has_word(&words, BODIES) || is_name_like(self.document.text(written)) => SpeakerKind::Body,
            _ => SpeakerKind::Unnamed,
        };
        if kind == SpeakerKind::Unnamed && is_one_person(&words) {
            self.last_unnamed = self.document.sentence_at(written).map(|sentence| (written, sentence));
        }
        Speaker { written, name: None, kind }
    }

    /// Says whom a relative pronoun means: the one that the words before it mean, or else these words themselves where
    /// they are plain ("the ministry").
    pub fn resolve_relative(&mut self, written: Span, antecedent: Antecedent, because: &mut Vec<Reason>) -> Speaker {
        let meant = self.resolve(antecedent.words, &[], because);
        let name = meant.name.or(antecedent.is_plain.then_some(antecedent.words));
        because.extend(name.map(|_| Reason::Pronoun));
        Speaker { written, name, kind: if name.is_some() { meant.kind } else { SpeakerKind::Unclear } }
    }

    fn named(&mut self, written: Span, index: usize) -> Speaker {
        let name = &self.names[index];
        let kind = if name.kind == NameKind::Person { SpeakerKind::Person } else { SpeakerKind::Body };
        if kind == SpeakerKind::Person {
            self.last = Some((index, written.end()));
            self.last_unnamed = None;
        } else {
            self.last_body = self.document.sentence_at(written).map(|sentence| (index, sentence));
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
            let start = self.title_before(*mention).map_or(mention.start(), Span::start).max(written.start());
            let before = text.get(..start - written.start()).unwrap_or_default();
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

    /// The title that stands right before a mention ("Secretary of State").
    fn title_before(&self, mention: Span) -> Option<Span> {
        let after = self.titles.partition_point(|title| title.end() <= mention.start());
        let title = self.titles[..after].last()?;
        let between = self.document.source().text().get(title.end()..mention.start())?;
        between.trim().is_empty().then_some(*title)
    }

    /// The name that the role written stands for.
    fn by_role(&self, written: Span) -> Option<usize> {
        let at = self.references.partition_point(|(role, _)| role.start() < written.start());
        let (role, index) = self.references.get(at)?;
        let rest = self.document.source().text().get(role.end()..written.end())?;
        (role.start() == written.start() && (rest.is_empty() || rest.starts_with(','))).then_some(*index)
    }

    fn resolve_pronoun(
        &mut self,
        written: Span,
        reported: &[Span],
        pronoun: Pronoun,
        because: &mut Vec<Reason>,
    ) -> Speaker {
        if let Some(unnamed) = self.unnamed_before(written) {
            because.push(Reason::Pronoun);
            return Speaker { written, name: Some(unnamed), kind: SpeakerKind::Unnamed };
        }
        let meant = self.person_before(written.start(), pronoun);
        match meant.filter(|index| !self.is_named_in(*index, written, reported)) {
            Some(index) => {
                because.push(Reason::Pronoun);
                self.pronouns[index] = Some(pronoun);
                self.named(written, index)
            }
            None => Speaker { written, name: None, kind: SpeakerKind::Unclear },
        }
    }

    /// Whether words that follow a pronoun name somebody, who then isn't meant by it ("he said that Lind would go"):
    /// principle C of Chomsky's *Lectures on Government and Binding*.
    fn is_named_in(&self, index: usize, written: Span, reported: &[Span]) -> bool {
        let after = |span: &&Span| span.start() >= written.end();
        reported.iter().filter(after).any(|span| {
            let first = self.mentions.partition_point(|(mention, _)| mention.start() < span.start());
            let within = self.mentions[first..].iter().take_while(|(mention, _)| mention.end() <= span.end());
            within.into_iter().any(|(_, named)| *named == index)
        })
    }

    /// The person without a name who spoke in the sentence before, unless a person has opened a sentence since.
    fn unnamed_before(&self, written: Span) -> Option<Span> {
        let (unnamed, spoke) = self.last_unnamed?;
        let sentence = self.document.sentence_at(written)?;
        let first = self.mentions.partition_point(|(mention, _)| mention.start() < unnamed.end());
        let since = self.mentions[first..].iter().take_while(|(mention, _)| mention.start() < written.start());
        let is_subject = |(mention, index): &(Span, usize)| {
            self.names[*index].kind == NameKind::Person && self.opens_sentence(*mention)
        };
        (spoke + 1 == sentence && !since.into_iter().any(is_subject)).then_some(unnamed)
    }

    /// The body that "it" means: the one that spoke last, in the sentence before or this one.
    fn body_before(&self, written: Span) -> Option<usize> {
        let sentence = self.document.sentence_at(written)?;
        self.last_body.filter(|(_, spoke)| *spoke <= sentence && spoke + 1 >= sentence).map(|(index, _)| index)
    }

    /// The person who spoke last, unless another has since opened a sentence; else the nearest, unless two are as near.
    fn person_before(&self, at: usize, pronoun: Pronoun) -> Option<usize> {
        let fits = |index: usize| {
            self.names[index].kind == NameKind::Person && self.pronouns[index].is_none_or(|known| known == pronoun)
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
                before.chars().all(|character| {
                    character.is_alphabetic() || character.is_whitespace() || matches!(character, '.' | '*' | '_' | '[')
                }) && !before.contains(" and ")
            }
        })
    }
}

/// In lower case, but for "WHO" and "IT", which are no pronouns.
fn folded(words: &str) -> String {
    let is_acronym = words.len() > 1 && words.chars().all(char::is_uppercase);
    if is_acronym { words.to_owned() } else { words.to_lowercase() }
}

fn pronoun(words: &str) -> Option<Pronoun> {
    match words {
        "he" | "he's" | "he’s" | "him" => Some(Pronoun::He),
        "she" | "she's" | "she’s" | "her" => Some(Pronoun::She),
        _ => None,
    }
}

/// "a witness", "his lawyer": not "officials" or "two aides".
fn is_one_person(words: &str) -> bool {
    let opens = ["a ", "an ", "the ", "one ", "another ", "his ", "her "].iter().any(|word| words.starts_with(word));
    let head = words
        .split([',', ' '])
        .take_while(|word| !matches!(*word, "of" | "for" | "in" | "at" | "from" | "with" | "who"));
    opens && head.last().is_some_and(|head| !head.ends_with('s'))
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
