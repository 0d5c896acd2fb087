//! What is said of complaints: to who complains, to moderators, and to those who asked.

use super::Phrase;
use crate::desk::{Decision, WrongIn};
use crate::render::language::Language;

/// The button by which somebody says that an answer is wrong.
pub const THIS_IS_WRONG: Phrase = Phrase::of("this-is-wrong");
/// Over the reasons.
pub const WHAT_IS_WRONG: Phrase = Phrase::of("what-is-wrong");
/// In place of an answer that was taken back.
pub const RETRACTED: Phrase = Phrase::of("answer-retracted");
/// Over an answer that was given anew.
pub const RENEWED: Phrase = Phrase::of("answer-renewed");
/// What a complaint's file is.
pub const CASE: Phrase = Phrase::of("complaint-case");
/// Where there is no such complaint any more.
pub const NO_COMPLAINT: Phrase = Phrase::of("no-complaint");

/// What is wrong.
pub fn reason(reason: WrongIn) -> Phrase {
    match reason {
        WrongIn::Speaker => Phrase::of("wrong-speaker"),
        WrongIn::Words => Phrase::of("wrong-words"),
        WrongIn::Figure => Phrase::of("wrong-figure"),
        WrongIn::Date => Phrase::of("wrong-date"),
        WrongIn::Subject => Phrase::of("wrong-subject"),
    }
}

/// The buttons by which moderators decide.
pub fn choice(decision: Decision) -> Phrase {
    match decision {
        Decision::Retract => Phrase::of("decide-retract"),
        Decision::Renew => Phrase::of("decide-renew"),
        Decision::Dismiss => Phrase::of("decide-dismiss"),
    }
}

/// Said to who complained.
pub fn thanks(language: Language, number: i64) -> String {
    Phrase::of("complained").filled(language, [("number", number.to_string().into())])
}

/// The title of a complaint.
pub fn title(language: Language, number: i64, wrong_in: WrongIn) -> String {
    let reason = reason(wrong_in).in_language(language);
    Phrase::of("complaint-title").filled(language, [("number", number.to_string().into()), ("reason", reason.into())])
}

/// Where the answer stands, and who complains; both as Discord shows them, pinging nobody.
pub fn where_it_stands(language: Language, link: &str, member: &str) -> String {
    let member = format!("<@{member}>");
    Phrase::of("complaint-where").filled(language, [("link", link.into()), ("member", member.into())])
}

/// What was decided, and by whom.
pub fn decided(language: Language, decision: Decision, who: &str) -> String {
    let phrase = match decision {
        Decision::Retract => Phrase::of("decided-retract"),
        Decision::Renew => Phrase::of("decided-renew"),
        Decision::Dismiss => Phrase::of("decided-dismiss"),
    };
    phrase.filled(language, [("who", format!("<@{who}>").into())])
}

/// What those who asked are told.
pub fn told(decision: Option<Decision>) -> Phrase {
    match decision {
        Some(Decision::Retract) => Phrase::of("told-retract"),
        Some(Decision::Renew) => Phrase::of("told-renew"),
        Some(Decision::Dismiss) | None => Phrase::of("told-dismiss"),
    }
}
