//! What is said of questions that are handed over to people: to who asks, to moderators, and to who asked.

use super::Phrase;
use crate::render::language::Language;

/// The button by which a question is handed over.
pub const ASK_DESK: Phrase = Phrase::of("ask-desk");
/// The button by which a moderator answers.
pub const ANSWER: Phrase = Phrase::of("hand-over-answer");
/// The button by which a person's answer becomes an approved one.
pub const ADOPT: Phrase = Phrase::of("hand-over-adopt");
/// Once it is one.
pub const ADOPTED: Phrase = Phrase::of("hand-over-adopted");
/// Over a person's answer.
pub const BY_PERSON: Phrase = Phrase::of("answered-by-person");
/// The title of the form.
pub const FORM: Phrase = Phrase::of("form-reply");
/// What the form asks for first.
pub const FORM_ANSWER: Phrase = Phrase::of("form-reply-answer");
/// What the form asks for then.
pub const FORM_SOURCE: Phrase = Phrase::of("form-reply-source");

/// Said to who handed a question over.
pub fn thanks(language: Language, number: i64) -> String {
    Phrase::of("handed-over").filled(language, [("number", number.to_string().into())])
}

/// The title of a question that was handed over.
pub fn title(language: Language, number: i64) -> String {
    Phrase::of("hand-over-title").filled(language, [("number", number.to_string().into())])
}

/// Who asked, and where; both as Discord shows them, pinging nobody.
pub fn from(language: Language, member: u64, channel: u64) -> String {
    let (member, channel) = (format!("<@{member}>"), format!("<#{channel}>"));
    Phrase::of("hand-over-from").filled(language, [("member", member.into()), ("channel", channel.into())])
}

/// Who answered.
pub fn answered(language: Language, who: &str) -> String {
    Phrase::of("hand-over-answered").filled(language, [("who", format!("<@{who}>").into())])
}
