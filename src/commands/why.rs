//! `why`: the reason for an attribution: the words that report, the words for the speaker, the rule, and what in the
//! story proves the name.

use verbatim_index::answer;
use verbatim_index::extract::{Name, Statement};
use verbatim_index::quote;
use verbatim_index::span::Span;
use verbatim_index::story::{CitedSource, Story};

use super::{Action, Arguments, Command, CommandOption, Completion, EVERYWHERE, OptionKind, STORY};
use crate::context::Context;
use crate::reply::behind::statement_index;
use crate::reply::{Failure, Mistake, Proof, Reasoned, Reply, Why};

const STATEMENT: CommandOption = CommandOption {
    completes: Completion::Statements,
    ..CommandOption::positional("statement", "Its id, such as s5, or some of its words", OptionKind::Item)
};

/// Says why words are somebody's.
pub const COMMAND: Command = Command {
    name: "why",
    about: "Why the story's words are somebody's: who reports them, in which words, by which rule",
    example: Some((STATEMENT.name, "s1")),
    options: &[STATEMENT, STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(why),
};

/// How many statements are explained where words fit several.
const MOST: usize = 5;

fn why(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let asked = arguments.text(STATEMENT.name).ok_or(Mistake::Missing { option: STATEMENT.name })?;
    let story = context.story(arguments)?;
    let found = meant(&story, asked).into_iter().take(MOST);
    let found = found.map(|statement| Why { statement, proofs: proofs(&story, statement) }).collect();
    Ok(Reply::Reasoned(Reasoned { story, asked: asked.to_owned(), found }))
}

/// The statements that an id or some words mean.
pub(super) fn meant(story: &Story, asked: &str) -> Vec<usize> {
    let asked = asked.trim();
    match statement_index(asked) {
        Some(index) => (index < story.extracted().statements.len()).then_some(index).into_iter().collect(),
        None if !asked.contains(char::is_alphanumeric) => Vec::new(),
        None => by_words(story, asked),
    }
}

/// Those that hold the words as they stand or nearly so, the narrowest first; else those that are about them.
fn by_words(story: &Story, asked: &str) -> Vec<usize> {
    let statements = &story.extracted().statements;
    let cited: Vec<Span> = quote::check(story, asked)
        .because
        .into_iter()
        .filter(|citation| citation.source == CitedSource::Article)
        .map(|citation| citation.span)
        .collect();
    let holds = |statement: &Statement| cited.iter().any(|span| statement.span().overlaps(*span));
    let mut holding: Vec<usize> = (0..statements.len()).filter(|index| holds(&statements[*index])).collect();
    holding.sort_by_key(|index| statements[*index].span().len());
    if holding.is_empty() { answer::said(story, None, Some(asked)) } else { holding }
}

/// What in the story shows that the words for the speaker mean the name.
fn proofs(story: &Story, statement: usize) -> Vec<Proof> {
    let speaker = story.extracted().statements.get(statement).and_then(|statement| statement.speaker);
    let Some((written, name)) = speaker.and_then(|speaker| Some((speaker.written, speaker.name?))) else {
        return Vec::new();
    };
    let Some(known) = story.extracted().name_at(name) else { return Vec::new() };
    let same = |one: Span, other: Span| {
        let (one, other) = (story.document().text(one), story.document().text(other));
        one.to_lowercase() == other.to_lowercase()
    };
    let mut proofs = proofs_of(known, |words| words.overlaps(written) || same(words, written));
    let shown = |proof: &Proof| written.contains(proof.shown_by);
    proofs.retain(|proof| !shown(proof));
    proofs.dedup();
    proofs
}

/// The aliases, roles and references of a name that are meant, each with the words that prove it.
fn proofs_of(name: &Name, is_meant: impl Fn(Span) -> bool) -> Vec<Proof> {
    let aliases = name.aliases.iter().map(|alias| Proof { words: alias.span, shown_by: alias.evidence });
    let roles = name.roles.iter().map(|role| Proof { words: role.span, shown_by: role.evidence });
    let references = name.references.iter().map(|role| Proof { words: role.span, shown_by: role.evidence });
    aliases.chain(roles).chain(references).filter(|proof| is_meant(proof.words)).collect()
}

#[cfg(test)]
mod tests {
    use verbatim_index::article::plain;
    use verbatim_index::span::Source;

    use super::*;

    const TEXT: &str = "Bridge vote put off\n\nThe mayor of Elsin, Maria Lund, opened the meeting.\n\n\
        \"We will not be rushed,\" Ms Lund told reporters. Officials said that the engineer, Jon Abel, had \
        warned that the bridge would cost $3m.\n";

    fn story() -> Story {
        Story::new("bridge", plain::read(Source::new(TEXT).unwrap()), Vec::new())
    }

    fn words(story: &Story, found: &[usize]) -> Vec<String> {
        let words = |index: &usize| story.document().text(story.extracted().statements[*index].span()).to_owned();
        found.iter().map(words).collect()
    }

    #[test]
    fn a_statement_is_meant_by_its_id() {
        let story = story();
        assert_eq!(meant(&story, "s1"), [0]);
        assert_eq!(meant(&story, " S2 "), [1]);
        for nothing in ["s0", "s99", "", "  ", "?"] {
            assert!(meant(&story, nothing).is_empty(), "{nothing:?}");
        }
    }

    #[test]
    fn a_statement_is_meant_by_words_of_it_and_the_narrowest_comes_first() {
        let story = story();
        let found = words(&story, &meant(&story, "the bridge would cost $3m"));
        assert_eq!(found[0], "the bridge would cost $3m");
        assert_eq!(words(&story, &meant(&story, "not be rushed")), ["We will not be rushed"]);
        assert!(meant(&story, "the price of cheese in Utrecht").is_empty());
    }

    #[test]
    fn what_proves_a_name_is_the_storys_words() {
        let story = story();
        let found = meant(&story, "not be rushed");
        let proofs = proofs(&story, found[0]);
        assert!(!proofs.is_empty());
        for proof in proofs {
            assert!(story.document().text(proof.shown_by).contains("Maria Lund"), "{proof:?}");
        }
    }
}
