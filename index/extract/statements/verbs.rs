//! Whether a word is a verb of reporting where it stands, with the helping words before it.

use super::clause::Clause;
use super::cues::{Cue, Form};
use crate::language::tags::Tags;

/// A verb with the helping words before it.
pub struct VerbGroup {
    /// The first helping word, or the verb.
    pub start: usize,
    /// The verb.
    pub verb: usize,
    /// Which verb.
    pub cue: &'static Cue,
    /// "was told"
    pub passive: bool,
    /// "didn't say"
    pub negated: bool,
    /// "to say", and not "went on to say"
    pub infinitive: bool,
}

pub fn verb_group(clause: &Clause<'_, '_>, verb: usize) -> Option<VerbGroup> {
    let item = clause.items.get(verb).filter(|item| item.quotation.is_none())?;
    let cue = clause.reading.cues[item.first]?;
    let mut start = verb;
    while start > 0 {
        let tags = clause.tags(start - 1);
        let helps = tags.any(Tags::AUXILIARY.or(Tags::ADVERB).or(Tags::NEGATION))
            && !tags.any(Tags::SUBJECT_PRONOUN.or(Tags::DETERMINER));
        let on_a_day = tags.any(Tags::TIME) && start >= 2 && clause.is(start - 2, &["on"]);
        start -= if on_a_day {
            2
        } else if helps {
            1
        } else {
            break;
        };
    }
    let helpers = start.saturating_sub(1)..verb;
    let passive = matches!(cue.form, Form::Past | Form::Participle)
        && helpers.clone().any(|item| clause.tags(item).any(Tags::BE));
    let negated = helpers.into_iter().any(|item| clause.tags(item).any(Tags::NEGATION)) && start < verb;
    let infinitive = start > 0 && clause.is(start - 1, &["to"]);
    let group = VerbGroup { start, verb, cue, passive, negated, infinitive };
    is_verb(clause, &group).then_some(group)
}

/// Whether the word is a verb here: "claims" after "the" or before "of" is not.
fn is_verb(clause: &Clause<'_, '_>, group: &VerbGroup) -> bool {
    let before = group.verb.checked_sub(1).map_or(Tags::default(), |item| clause.tags(item));
    let helped =
        group.start < group.verb && (group.start..group.verb).any(|item| clause.tags(item).any(Tags::AUXILIARY));
    let after = clause.tags(group.verb + 1);
    let ambiguous = group.cue.frames.has('c');
    if before.any(Tags::DETERMINER.or(Tags::POSSESSIVE).or(Tags::GENITIVE).or(Tags::JOINER))
        && !before.any(Tags::ADVERB)
        && !clause.is_governed_pronoun(group.verb - 1)
    {
        let pronoun =
            clause.is(group.verb - 1, &["this", "that", "these", "those", "some", "many", "several", "both", "others"]);
        return pronoun && !ambiguous && group.cue.form != Form::Participle;
    }
    if before.any(Tags::PREPOSITION)
        && !clause.is(group.verb.wrapping_sub(1), &["to", "by", "as", "before", "after", "while"])
    {
        return false;
    }
    if clause.tags(group.verb).any(Tags::CAPITAL)
        && group.verb > 0
        && !before.any(Tags::CAPITAL.or(Tags::COMMA))
        && ambiguous
    {
        return false;
    }
    if before.any(Tags::OPENING) || !has_particle(clause, group) {
        return false;
    }
    match group.cue.form {
        Form::Base if helped || group.infinitive => true,
        Form::Base | Form::Third if ambiguous => {
            let pronoun = Tags::SUBJECT_PRONOUN.or(Tags::WH).or(Tags::CLOSING).or(Tags::COORDINATOR);
            // One name alone has its verb in the third person: "Norland state television".
            let named = before.any(Tags::CAPITAL) && group.cue.form == Form::Third;
            let subject = before.any(pronoun)
                || named
                || is_plural(clause, group.verb.wrapping_sub(1)) == (group.cue.form == Form::Base);
            let noun_like = after.any(Tags::PREPOSITION.or(Tags::FINITE)) && !clause.is(group.verb + 1, &["to", "on"]);
            let stands_alone = !quotation_before(clause, group.start)
                && clause.is_end(group.verb + 1)
                && !before.any(Tags::SUBJECT_PRONOUN.or(Tags::CAPITAL));
            let after_noun =
                before.any(Tags::WORD) && !before.any(Tags::CAPITAL.or(Tags::SUBJECT_PRONOUN).or(Tags::WH));
            let opens = Tags::DETERMINER
                .or(Tags::POSSESSIVE)
                .or(Tags::SUBJECT_PRONOUN)
                .or(Tags::COLON)
                .or(Tags::COMMA)
                .or(Tags::CAPITAL);
            let words_follow =
                after.any(opens) || clause.is_quotation(group.verb + 1) || quotation_before(clause, group.start);
            subject && !noun_like && !stands_alone && (!after_noun || words_follow)
        }
        Form::Base => {
            before.any(Tags::WORD.or(Tags::CLOSING)) || clause.tags(group.verb.wrapping_sub(1)).any(Tags::COMMA)
        }
        Form::Past | Form::Participle => {
            let attributive = ambiguous
                && !helped
                && before.any(Tags::WORD)
                && !before.any(Tags::CAPITAL.or(Tags::SUBJECT_PRONOUN))
                && clause.is_nominal(group.verb + 1)
                && !after.any(Tags::CAPITAL.or(Tags::TIME).or(Tags::DETERMINER).or(Tags::POSSESSIVE));
            let frames = group.cue.frames;
            let told_by =
                (group.passive || group.cue.lemma == "ask") && frames.has('a') && (frames.has('t') || frames.has('w'))
                    || group.cue.lemma == "ask" && group.start == group.verb;
            (told_by || !clause.is(group.verb + 1, &["by"])) && !attributive
        }
        Form::Third | Form::Gerund => true,
    }
}

/// "point out", "go on", "make clear": the verb alone reports nothing.
fn has_particle(clause: &Clause<'_, '_>, group: &VerbGroup) -> bool {
    match group.cue.lemma {
        "point" => clause.is(group.verb + 1, &["out"]),
        "go" => clause.is(group.verb + 1, &["on"]),
        "make" => clause.is(group.verb + 1, &["clear", "plain"]),
        "sum" => clause.is(group.verb + 1, &["up"]),
        "chime" => clause.is(group.verb + 1, &["in"]),
        _ => true,
    }
}

/// Where the words after a verb and its particle begin.
pub fn after_verb(group: &VerbGroup) -> usize {
    group.verb + if matches!(group.cue.lemma, "point" | "go" | "make" | "sum" | "chime") { 2 } else { 1 }
}

fn quotation_before(clause: &Clause<'_, '_>, before: usize) -> bool {
    (before.saturating_sub(25)..before).any(|item| clause.is_quotation(item))
}

fn is_plural(clause: &Clause<'_, '_>, item: usize) -> bool {
    let text = clause.text(item);
    text.ends_with('s') && !text.ends_with("ss")
        || clause.is(item, &["people", "men", "women", "some", "many", "others"])
}

pub fn is_going_on(clause: &Clause<'_, '_>, start: usize) -> bool {
    start >= 2 && (clause.is(start - 2, &["on", "continued", "continues", "began", "sought", "used"]))
}
