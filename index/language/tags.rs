//! Which parts of speech a word can be, as far as its form and the closed classes of English tell.
//! It guesses from the word alone, with no context; who reads a sentence weighs its neighbours.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::document::{Token, TokenKind};

/// What a token can be: several at once, since "that" is a conjunction, a pronoun and a determiner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tags(u32);

impl Tags {
    /// An article, demonstrative or quantifier: a noun follows.
    pub const DETERMINER: Self = Self(1);
    /// A preposition.
    pub const PREPOSITION: Self = Self(1 << 1);
    /// A form of "be".
    pub const BE: Self = Self(1 << 2);
    /// A form of "have".
    pub const HAVE: Self = Self(1 << 3);
    /// A form of "do".
    pub const DO: Self = Self(1 << 4);
    /// "will", "would", "can" …
    pub const MODAL: Self = Self(1 << 5);
    /// A personal pronoun that can be a subject.
    pub const SUBJECT_PRONOUN: Self = Self(1 << 6);
    /// A personal pronoun that can be an object.
    pub const OBJECT_PRONOUN: Self = Self(1 << 7);
    /// "his", "their" …
    pub const POSSESSIVE: Self = Self(1 << 8);
    /// "and", "or", "but", "nor", "yet".
    pub const COORDINATOR: Self = Self(1 << 9);
    /// "because", "while", "although" …
    pub const SUBORDINATOR: Self = Self(1 << 10);
    /// "who", "what", "whether", "how" …
    pub const WH: Self = Self(1 << 11);
    /// "not", "never", "no longer".
    pub const NEGATION: Self = Self(1 << 12);
    /// An adverb, by list or by "-ly".
    pub const ADVERB: Self = Self(1 << 13);
    /// A day, month, "yesterday" …
    pub const TIME: Self = Self(1 << 14);
    /// Begins with a capital letter.
    pub const CAPITAL: Self = Self(1 << 15);
    /// Has the form of a past tense or past participle.
    pub const PAST: Self = Self(1 << 16);
    /// Ends in "-ing".
    pub const GERUND: Self = Self(1 << 17);
    /// Ends in "'s" or "s'".
    pub const GENITIVE: Self = Self(1 << 18);
    /// Begins with a digit.
    pub const NUMBER: Self = Self(1 << 19);
    /// A comma.
    pub const COMMA: Self = Self(1 << 20);
    /// A colon.
    pub const COLON: Self = Self(1 << 21);
    /// A dash that separates, not a hyphen.
    pub const DASH: Self = Self(1 << 22);
    /// An opening bracket.
    pub const OPENING: Self = Self(1 << 23);
    /// A closing bracket.
    pub const CLOSING: Self = Self(1 << 24);
    /// A semicolon.
    pub const SEMICOLON: Self = Self(1 << 25);
    /// A full stop, question or exclamation mark.
    pub const STOP: Self = Self(1 << 26);
    /// Any quotation mark, single ones included.
    pub const QUOTATION_MARK: Self = Self(1 << 27);
    /// A word (not a number, not a mark).
    pub const WORD: Self = Self(1 << 28);
    /// The base or third-person form of a verb that is seldom a noun.
    pub const PRESENT: Self = Self(1 << 29);
    /// A hyphen or slash between words.
    pub const JOINER: Self = Self(1 << 30);

    /// Whether it can be any of `others`.
    pub fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Both together.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// A helping verb of any sort.
    pub const AUXILIARY: Self = Self::BE.or(Self::HAVE).or(Self::DO).or(Self::MODAL);
    /// A word that shows that a clause has its verb.
    pub const FINITE: Self = Self::AUXILIARY.or(Self::PAST).or(Self::PRESENT);
}

/// What `token`, whose words are `text`, can be.
pub fn tags(token: &Token, text: &str) -> Tags {
    match token.kind {
        TokenKind::Number => Tags::NUMBER,
        TokenKind::Mark => mark(text),
        TokenKind::Word => word(text),
    }
}

fn mark(text: &str) -> Tags {
    match text {
        "," => Tags::COMMA,
        ":" => Tags::COLON,
        ";" => Tags::SEMICOLON,
        "." | "?" | "!" | "…" => Tags::STOP,
        "—" | "–" | "―" => Tags::DASH,
        "-" | "/" | "&" => Tags::JOINER,
        "(" | "[" => Tags::OPENING,
        ")" | "]" => Tags::CLOSING,
        "\"" | "“" | "”" | "„" | "‟" | "«" | "»" | "'" | "‘" | "’" | "‚" | "‹" | "›" | "`" => {
            Tags::QUOTATION_MARK
        }
        _ => Tags::default(),
    }
}

fn word(text: &str) -> Tags {
    let mut lowered = Lowered::default();
    let lower = lowered.fold(text);
    let mut tags = Tags::WORD;
    if text.starts_with(char::is_uppercase) {
        tags = tags.or(Tags::CAPITAL);
    }
    if matches!(text, "US" | "WHO" | "IT" | "OR") {
        return tags;
    }
    if let Some(known) = CLOSED.get(lower) {
        return tags.or(*known);
    }
    tags.or(by_form(lower, tags.any(Tags::CAPITAL)))
}

fn by_form(lower: &str, capital: bool) -> Tags {
    let mut tags = Tags::default();
    if lower.ends_with("n't") {
        return Tags::MODAL.or(Tags::NEGATION);
    }
    if lower.ends_with("'s") || lower.ends_with("s'") {
        return Tags::GENITIVE;
    }
    if ["'d", "'ll", "'ve", "'re", "'m"].iter().any(|ending| lower.ends_with(ending)) {
        return Tags::SUBJECT_PRONOUN.or(Tags::MODAL);
    }
    if lower.len() > 4 && lower.ends_with("ed") && !lower.ends_with("eed") {
        tags = tags.or(Tags::PAST);
    }
    if lower.len() > 5 && lower.ends_with("ing") && !capital {
        tags = tags.or(Tags::GERUND);
    }
    if lower.len() > 4 && lower.ends_with("ly") && !capital && !NOT_ADVERBS.contains(&lower) {
        tags = tags.or(Tags::ADVERB);
    }
    tags
}

/// Nouns, adjectives and verbs in "-ly".
const NOT_ADVERBS: &[&str] = &[
    "early",
    "family",
    "likely",
    "unlikely",
    "daily",
    "weekly",
    "monthly",
    "elderly",
    "friendly",
    "ally",
    "rally",
    "reply",
    "supply",
    "apply",
    "assembly",
    "anomaly",
    "costly",
    "deadly",
    "lonely",
    "lovely",
    "imply",
    "comply",
    "rely",
    "quarterly",
    "bully",
    "monopoly",
    "homily",
];

/// Room for a word in lower case with a straight apostrophe, so that looking it up allocates nothing.
#[derive(Default)]
pub struct Lowered {
    buffer: String,
}

impl Lowered {
    /// `text` in lower case, with a straight apostrophe.
    pub fn fold(&mut self, text: &str) -> &str {
        self.buffer.clear();
        for character in text.chars() {
            match character {
                '’' => self.buffer.push('\''),
                'A'..='Z' => self.buffer.push(character.to_ascii_lowercase()),
                _ if character.is_ascii() => self.buffer.push(character),
                _ => self.buffer.extend(character.to_lowercase()),
            }
        }
        &self.buffer
    }
}

static CLOSED: LazyLock<HashMap<&'static str, Tags>> = LazyLock::new(|| {
    let mut known: HashMap<&'static str, Tags> = HashMap::new();
    for (tags, words) in CLASSES {
        for word in words.split_whitespace() {
            let entry = known.entry(word).or_default();
            *entry = entry.or(*tags);
        }
    }
    known
});

/// The closed classes of English as grammars list them (Quirk et al., A Comprehensive Grammar of the English
/// Language, chapters 2 to 9), and the irregular and most frequent verbs.
const CLASSES: &[(Tags, &str)] = &[
    (
        Tags::DETERMINER,
        "the a an this that these those some any no every each all both either neither another many several few most more",
    ),
    (
        Tags::PREPOSITION,
        "of in on at by for from with about against between into through during before after above below to over under \
         since until among amid despite near inside outside without within across behind beyond toward towards upon like \
         via per than as concerning regarding throughout following because aboard alongside around along off onto",
    ),
    (
        Tags::BE,
        "be is are was were been being am isn't aren't wasn't weren't it's he's she's that's there's i'm we're they're you're",
    ),
    (Tags::HAVE, "have has had having hasn't haven't hadn't i've we've they've you've"),
    (Tags::DO, "do does did doesn't don't didn't"),
    (
        Tags::MODAL,
        "will would can could may might shall should must cannot won't wouldn't can't couldn't shouldn't mustn't ought",
    ),
    (
        Tags::NEGATION,
        "not never no nor hardly isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't cannot",
    ),
    (
        Tags::SUBJECT_PRONOUN,
        "he she they it we i you there it's he's she's there's i'm we're they're you're i've we've they've you've",
    ),
    (Tags::OBJECT_PRONOUN, "him her them it us me you himself herself themselves itself myself ourselves"),
    (Tags::POSSESSIVE, "his her their its our my your whose"),
    (Tags::COORDINATOR, "and or but nor yet"),
    (
        Tags::SUBORDINATOR,
        "because while although though if when as since after before until unless whereas whenever wherever once whether",
    ),
    (Tags::WH, "who whom whose which what when where why how whether that"),
    (
        Tags::ADVERB,
        "also then now later still just even too again once soon already often ever always never instead however meanwhile \
         further rather quite very almost perhaps maybe so thus therefore nevertheless nonetheless moreover furthermore \
         earlier afterwards afterward first back together away here there yet once twice today yesterday tomorrow tonight \
         indeed otherwise elsewhere long outright all both not",
    ),
    (
        Tags::TIME,
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays \
         january february march april may june july august september october november december today yesterday tomorrow \
         tonight week month year morning afternoon evening night day weekend",
    ),
    (
        Tags::PAST,
        "said told became began came went got gave took made knew saw thought found left felt brought bought kept held wrote \
         stood heard let meant met ran paid sat spoke led grew lost fell sent built understood drew broke spent rose drove \
         put set cut hit read won lay chose chosen begun known seen taken given gone done written spoken fallen risen driven \
         broken sold shot struck stuck swore sworn taught threw thrown wore worn fought flew flown forgot forgotten froze \
         hid hidden hung laid lent lit quit rode rang sang sank shook shown slept split spread stole swept swung tore torn \
         woke withdrew withdrawn bore beat bet bit blew bound caught cost dealt dug fed fled hurt shut sought sprang sued died",
    ),
    (
        Tags::PRESENT,
        "says seems appears goes makes takes gives gets knows thinks believes wants comes becomes includes remains tells \
         keeps brings begins continues contains requires provides allows agrees argues insists faces happens means needs \
         has does is was believe know think want seem become go make take give get come say tell include remain \
         need expect agree exist appear deserve understand hope",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn tags_of(text: &str) -> Tags {
        word(text)
    }

    #[test]
    fn a_word_can_be_several_things_at_once() {
        let that = tags_of("That");
        assert!(that.any(Tags::DETERMINER) && that.any(Tags::WH) && that.any(Tags::CAPITAL));
        assert!(!that.any(Tags::FINITE));
    }

    #[test]
    fn a_contraction_is_read_with_either_apostrophe() {
        assert!(tags_of("didn’t").any(Tags::NEGATION));
        assert!(tags_of("didn't").any(Tags::DO));
    }

    #[test]
    fn unknown_words_are_judged_by_their_endings() {
        assert!(tags_of("clarified").any(Tags::PAST));
        assert!(tags_of("Smith’s").any(Tags::GENITIVE));
        assert!(!tags_of("need").any(Tags::PAST));
        assert!(!tags_of("Beijing").any(Tags::GERUND));
    }
}
