//! What is said of the questions that a story's editors expect, to whoever sits at the machine.

use verbatim_index::editors::{Fared, Leads};

use crate::reply::editors::FaredCounts;

/// Where a story has none.
pub const NONE: &str = "no editors' questions; `verbatim story questions add ID QUESTION --answer WORDS` adds one";

/// Where a question leads that leads to no sentence.
pub fn leads(leads: Leads) -> &'static str {
    match leads {
        Leads::ToSentence(_) => "",
        Leads::ToSilence => "the story doesn't say",
        Leads::Gone => "its words are gone from the story; it isn't used",
        Leads::ToSeveral => "its words stand in several sentences; it isn't used",
    }
}

/// How a question fared.
pub fn fared(fared: Fared) -> &'static str {
    match fared {
        Fared::Right => "right",
        Fared::Elsewhere(_) => "another sentence",
        Fared::Silent => "silent though the story answers",
        Fared::Answered(_) => "answered though it doesn't",
    }
}

/// The name of how a question fared, for scripts.
pub fn fared_name(fared: Fared) -> &'static str {
    match fared {
        Fared::Right => "right",
        Fared::Elsewhere(_) => "another_sentence",
        Fared::Silent => "silent",
        Fared::Answered(_) => "answered",
    }
}

/// How the program fares in three ways.
pub const WAYS: [&str; 3] = ["without editors' questions", "with all but the one asked", "with all of them"];

/// Counts in one line.
pub fn counts(counts: FaredCounts) -> String {
    let FaredCounts { right, wrong, silent } = counts;
    format!("{right} right, {wrong} wrong, {silent} silent")
}
