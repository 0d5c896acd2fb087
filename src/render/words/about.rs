//! What the program says of itself.

use super::{Language, Phrase};

/// What it is.
pub const WHAT: Phrase = Phrase::of("about-what");

/// What it promises, each with its name before it.
pub const PROMISES: [(Phrase, Phrase); 4] = [
    (Phrase::of("promise-verbatim"), Phrase::of("promise-verbatim-is")),
    (Phrase::of("promise-attributed"), Phrase::of("promise-attributed-is")),
    (Phrase::of("promise-silence"), Phrase::of("promise-silence-is")),
    (Phrase::of("promise-same"), Phrase::of("promise-same-is")),
];

/// Before the error rates.
pub const ERRORS: Phrase = Phrase::of("about-errors");
/// On what the rates were measured.
pub const MEASURED_ON: Phrase = Phrase::of("about-measured-on");

/// Before what is kept.
pub const PRIVACY: Phrase = Phrase::of("about-privacy");
/// What is kept.
pub const KEPT: Phrase = Phrase::of("about-kept");

/// Before the story in use.
pub const STORY: Phrase = Phrase::of("about-story");
/// Before the other stories.
pub const OTHERS: Phrase = Phrase::of("other-stories");
/// How another story is asked.
pub const HOW_TO_CHOOSE: Phrase = Phrase::of("how-to-choose");
/// How another story is asked in the terminal.
pub const HOW_TO_CHOOSE_HERE: &str = "--story ID asks another one; in the chat, /use ID asks it from then on.";

/// How often one kind of statement is wrong.
pub fn error_rate(language: Language, rate: [&'static str; 3]) -> String {
    let [missed, spurious, wrong_speaker] = rate.map(Into::into);
    let fillings = [("missed", missed), ("spurious", spurious), ("wrong_speaker", wrong_speaker)];
    Phrase::of("error-rate").filled(language, fillings)
}

/// Which version of a story it is.
pub fn version(language: Language, number: u32) -> String {
    Phrase::of("version").filled(language, [("number", number.into())])
}

/// By what an answer is known again.
pub fn answer_id(language: Language, id: &str) -> String {
    Phrase::of("answer-id").filled(language, [("id", id.into())])
}

/// How much a story holds.
pub fn counts(language: Language, counts: [usize; 4]) -> String {
    let keys = ["count-paragraphs", "count-statements", "count-figures", "count-facts"];
    let counted = keys.into_iter().zip(counts);
    let counted = counted.map(|(key, count)| Phrase::of(key).filled(language, [("count", count.into())]));
    counted.collect::<Vec<_>>().join(" · ")
}
