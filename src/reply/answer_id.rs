//! The id of an answer: the same for the same question put to the same version of a story, on every machine. It holds no
//! word of the question; with the question, it shows whether an answer is the same again.

use std::hash::Hasher;

use fnv::FnvHasher;
use verbatim_index::answer::Outcome;
use verbatim_index::story::Story;

use super::{Listed, Reply};
use crate::desk::AnswerGiven;

/// The command that answers a question; its answers' ids are digits alone.
const ASK: &str = "ask";
/// Stands between what a list was asked for by, where people read it.
pub const BETWEEN_CONDITIONS: &str = " · ";

/// What was asked: a command, and the values of its options by their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedFor {
    /// The command's name.
    pub command: &'static str,
    /// The values that aren't empty.
    pub values: Vec<(&'static str, String)>,
}

impl Reply {
    /// What was asked, and of which story, where the reply is an answer that can be given again.
    pub fn asked_for(&self) -> Option<(&Story, AskedFor)> {
        let asked_for = |command, values: &[(&'static str, Option<&str>)]| {
            let given = values.iter().filter_map(|(name, value)| Some((*name, (*value)?.to_owned())));
            AskedFor { command, values: given.collect() }
        };
        let list = |command, listed: &Listed| {
            asked_for(command, &[("speaker", listed.speaker.as_deref()), ("about", listed.about.as_deref())])
        };
        let asked_for = match self {
            Self::Answer(answered) if matches!(answered.answer.outcome, Outcome::Rejected(_)) => return None,
            Self::Answer(answered) => AskedFor::question(&answered.question),
            Self::Claim(checked) => asked_for("check", &[("claim", Some(&checked.claim))]),
            Self::Quote(checked) => asked_for("quote", &[("text", Some(&checked.quote))]),
            Self::Statements(listed) => list("said", listed),
            Self::Figures(listed) => list("figures", listed),
            Self::Dispute(listed) => list("dispute", listed),
            Self::Timeline(listed) => list("timeline", listed),
            Self::Facts(listed) => list("facts", listed),
            _ => return None,
        };
        Some((self.story()?, asked_for))
    }

    /// The answer's reference, where the reply is an answer that can be given again.
    pub fn reference(&self) -> Option<AnswerGiven> {
        let (story, asked_for) = self.asked_for()?;
        let (story, version) = (story.id().to_owned(), story.version());
        Some(AnswerGiven { answer: asked_for.id(&story, version), story, version })
    }
}

impl AskedFor {
    /// A question.
    pub fn question(question: &str) -> Self {
        Self { command: ASK, values: vec![("question", question.to_owned())] }
    }

    /// The id of the answer that a version of a story gives: FNV-1a, since the standard library's hashers may change with
    /// any release.
    pub fn id(&self, story: &str, version: u32) -> String {
        let mut hasher = FnvHasher::default();
        let version = version.to_string();
        let parts = [story, &version].into_iter();
        if self.command == ASK {
            parts.chain(self.values.iter().map(|(_, value)| value.as_str())).for_each(|part| add(&mut hasher, part));
            return format!("{:016x}", hasher.finish());
        }
        let named = self.values.iter().flat_map(|(name, value)| [*name, value.as_str()]);
        parts.chain(named).for_each(|part| add(&mut hasher, part));
        format!("{}-{:016x}", self.command, hasher.finish())
    }

    /// What was asked, from an answer's reference and from what stands over it; `None` where that isn't all of it.
    pub fn read(given: &AnswerGiven, over: &str) -> Option<Self> {
        let command = given.answer.split_once('-').map_or(ASK, |(command, _)| command);
        let with = |command, values: &[(&'static str, &str)]| Self {
            command,
            values: values.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
        };
        let of_list = |command| {
            let both = over.split_once(BETWEEN_CONDITIONS);
            let both = both.map(|(speaker, about)| with(command, &[("speaker", speaker), ("about", about)]));
            let one = ["speaker", "about"].map(|name| with(command, &[(name, over)]));
            [with(command, &[])].into_iter().chain(one).chain(both).collect()
        };
        let possible: Vec<Self> = match command {
            ASK => vec![Self::question(over)],
            "check" => vec![with("check", &[("claim", over)])],
            "quote" => vec![with("quote", &[("text", over)])],
            "said" => of_list("said"),
            "figures" => of_list("figures"),
            "dispute" => of_list("dispute"),
            "timeline" => of_list("timeline"),
            "facts" => of_list("facts"),
            _ => return None,
        };
        possible.into_iter().find(|asked_for| asked_for.id(&given.story, given.version) == given.answer)
    }
}

/// White space asks nothing, and no surface shows it as it was typed.
fn add(hasher: &mut FnvHasher, part: &str) {
    for (position, word) in part.split_whitespace().enumerate() {
        if position > 0 {
            hasher.write(b" ");
        }
        hasher.write(word.as_bytes());
    }
    hasher.write(&[0]);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn given(asked_for: &AskedFor) -> AnswerGiven {
        AnswerGiven { story: "mill".to_owned(), version: 2, answer: asked_for.id("mill", 2) }
    }

    fn asked_for(command: &'static str, values: &[(&'static str, &str)]) -> AskedFor {
        AskedFor { command, values: values.iter().map(|(name, value)| (*name, (*value).to_owned())).collect() }
    }

    #[test]
    fn an_id_is_the_same_on_every_machine() {
        assert_eq!(asked_for("ask", &[("question", "who?")]).id("mill", 1), "b6dd2f743d9b02e7");
        assert_eq!(asked_for("said", &[]).id("mill", 1), "said-5a5c637b0b62a2a8");
    }

    #[test]
    fn white_space_makes_no_other_question() {
        let id = |question| asked_for("ask", &[("question", question)]).id("mill", 1);
        assert_eq!(id(" who\n said  that? "), id("who said that?"));
        assert_ne!(id("whosaid that?"), id("who said that?"));
    }

    #[test]
    fn what_was_asked_is_known_again_from_the_id_and_from_what_stands_over_the_answer() {
        for (asked_for, over) in [
            (asked_for("ask", &[("question", "who · what?")]), "who · what?"),
            (asked_for("check", &[("claim", "It closed.")]), "It closed."),
            (asked_for("quote", &[("text", "It closed.")]), "It closed."),
            (asked_for("said", &[]), ""),
            (asked_for("said", &[("speaker", "Ada Hill")]), "Ada Hill"),
            (asked_for("said", &[("about", "Ada Hill")]), "Ada Hill"),
            (asked_for("said", &[("speaker", "Ada Hill"), ("about", "flour")]), "Ada Hill · flour"),
            (asked_for("timeline", &[]), ""),
        ] {
            let given = given(&asked_for);
            assert_eq!(AskedFor::read(&given, over).as_ref(), Some(&asked_for), "{over}");
            let by_nothing = asked_for.values.is_empty().then_some(asked_for);
            assert_eq!(AskedFor::read(&given, "something else"), by_nothing);
        }
    }

    proptest! {
        #[test]
        fn any_words_can_be_read(written in "(\\PC|[@/-]){0,40}", over in "\\PC{0,20}") {
            if let Some(given) = AnswerGiven::read(&written) {
                let _ = AskedFor::read(&given, &over);
            }
        }
    }
}
