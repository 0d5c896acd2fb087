//! What people see of each kind of reply that is about the story as a whole, its attributions, or somebody's message.

use insta::assert_snapshot;

use super::*;
use crate::reply::{
    About, Marked, Nearness, PassagesShown, Purpose, Reasoned, SourceFound, SourceKind, SourcesFound, StoryInUse, Why,
    error_rates,
};

const BRIDGE: &str = "Bridge vote put off

The mayor of Elsin, Maria Lund, opened the meeting. The port handles about 40% of the grain.

\"We will not be rushed,\" Ms Lund told reporters. \"Nobody will,\" she added.

Officials said that the engineer, Jon Abel, had warned that the bridge would cost $3m.
";

fn bridge() -> Arc<Story> {
    Arc::new(Story::new("bridge", plain::read(Source::new(BRIDGE).unwrap()), Vec::new()).with_version(2))
}

fn of_bridge(story: &Story, words: &str) -> Citation {
    let start = BRIDGE.find(words).unwrap();
    story.cite(story.document().source().span(start..start + words.len()).unwrap())
}

/// The description, then the buttons.
fn seen(reply: &Reply) -> String {
    let sent = serde_json::to_value(message(Language::English, reply)).unwrap();
    let rows = sent["components"].as_array().cloned().unwrap_or_default();
    let buttons = rows.iter().filter_map(|row| row["components"].as_array()).flatten();
    let buttons: Vec<String> = buttons
        .map(|button| format!("[{}] {}", button["label"].as_str().unwrap(), button["custom_id"].as_str().unwrap()))
        .collect();
    format!("{}\n\n{}", sent["embeds"][0]["description"].as_str().unwrap(), buttons.join("\n"))
}

#[test]
fn the_reason_for_an_attribution_is_told_with_words_of_the_story() {
    let story = bridge();
    let found = vec![Why { statement: 0, proofs: Vec::new() }];
    assert_snapshot!(seen(&Reply::Reasoned(Reasoned { story, asked: "s1".to_owned(), found })), @r"
    > We will not be rushed
    Reported: **Maria Lund** (to reporters) → the story · paragraph 2
    rules: cue verb; subject of the cue
    reported by: “told” · paragraph 2
    speaker, as written: “Ms Lund” · paragraph 2
    means: “Maria Lund” · paragraph 1
    to: “reporters” · paragraph 2

    [Show the paragraph] run|source|paragraph=2|story=bridge@2
    [What else they said] run|said|speaker=s1|story=bridge@2
    [Verify] run|verify|story=bridge@2
    ");
}

#[test]
fn sources_stand_under_what_sort_they_are() {
    let story = bridge();
    let name = story.extracted().statements[0].speaker.unwrap().written;
    let found = vec![SourceFound { kind: SourceKind::Person, name: Some(name), said: vec![0, 1], passed_on: vec![2] }];
    let own = vec![of_bridge(&story, "The port handles about 40% of the grain.")];
    assert_snapshot!(seen(&Reply::Sources(SourcesFound { story, found, own })), @r"
    **Named persons**
    Ms Lund · 2 statements · passed on 1
    > We will not be rushed
    Reported: **Maria Lund** (to reporters) → the story · paragraph 2

    **The story's own voice**
    1 sentence
    > The port handles about 40% of the grain.
    The story's own words · hedged · paragraph 1

    [Verify] run|verify|story=bridge@2
    ");
}

#[test]
fn a_message_is_told_piece_by_piece() {
    let story = bridge();
    let text = "\"We will never be rushed,\" said Maria Lund.\n@everyone The port handles 70% of the grain.";
    let (pieces, left) = crate::commands::message::mark(&story, text, Purpose::Check);
    let marked = Marked { story, text: text.to_owned(), purpose: Purpose::Check, pieces, left: left + 2 };
    assert_snapshot!(seen(&Reply::Marked(marked)), @r"
    “We will never be rushed,”
    **Altered: the story's words are others.**
    asked: **never** · the story: **not**
    > We will not be rushed
    Reported: **Maria Lund** (to reporters) → the story · paragraph 2

    *\@everyone The port handles 70% of the grain.*
    **The story says otherwise.**
    - **70%**: The story says otherwise. “40%”
    > The port handles about 40% of the grain.
    The story's own words · hedged · paragraph 1

    … 2 further sentences of the message were not looked at.

    [Verify] run|verify|story=bridge@2
    ");
}

#[test]
fn whose_words_a_message_holds_is_told_with_the_chain() {
    let story = bridge();
    let text = "the bridge would cost $3m";
    let (pieces, left) = crate::commands::message::mark(&story, text, Purpose::Whose);
    let marked = Marked { story, text: text.to_owned(), purpose: Purpose::Whose, pieces, left };
    assert_snapshot!(seen(&Reply::Marked(marked)), @r"
    “the bridge would cost $3m”
    **Verbatim: these words stand in the story.**
    > the bridge would cost $3m
    Reported: **Jon Abel** → Officials → the story · paragraph 3

    [Show the paragraph] run|source|paragraph=3|story=bridge@2
    [Who said that] run|why|statement=s4|story=bridge@2
    [What else they said] run|said|speaker=s4|story=bridge@2
    [Verify] run|verify|story=bridge@2
    ");
}

#[test]
fn passages_come_page_by_page_and_those_that_answer_nothing_say_so() {
    let story = bridge();
    let passages: Vec<Citation> =
        story.document().sentences().iter().map(|sentence| story.cite(sentence.span)).collect();
    let shown = PassagesShown { story, passages, nearness: Nearness::NoAnswer };
    assert_snapshot!(seen(&Reply::Passages(shown)), @r#"
    **Nearest passages (not an answer):**

    > Bridge vote put off
    The story's own words · headline

    > The mayor of Elsin, Maria Lund, opened the meeting.
    The story's own words · paragraph 1

    > The port handles about 40% of the grain.
    The story's own words · hedged · paragraph 1

    > "We will not be rushed," Ms Lund told reporters.
    Reported: **Maria Lund** (to reporters) → the story · paragraph 2

    [Next page] turn|near|at=4.5|story=bridge@2
    [Verify] run|verify|story=bridge@2
    "#);
}

#[test]
fn the_story_in_use_is_shown_with_its_version() {
    assert_snapshot!(seen(&Reply::InUse(StoryInUse { story: bridge(), others: Vec::new() })), @r"
    Bridge vote put off
    `bridge` · version 2
    3 paragraphs · 4 statements · 2 figures · 0 related facts
    ");
}

#[test]
fn what_the_bot_is_says_how_often_it_errs() {
    let about = About { story: None, error_rates: error_rates::measured() };
    assert_snapshot!(seen(&Reply::About(about)), @r"
    **Verbatim 0.1.0**
    Answers questions about a news story in the story's own words. It holds no text generator: it can be silent, it can't make things up.

    **Verbatim**: every word shown as the story's stands in it exactly so
    **Attributed**: reported words come with their speaker and the chain they came through
    **Honest about silence**: without good evidence the answer is: the story doesn't say
    **The same everywhere**: the same question gets the same answer in Discord, the terminal and scripts

    **How often it is wrong about who said what**
    in quotation marks: not found 9.2 %, found where there is none 1.9 %, wrong speaker 4.3 %
    in the reporter's words: not found 36.4 %, found where there is none 17.9 %, wrong speaker 3.3 %
    partly in quotation marks: not found 33.9 %, found where there is none 18.1 %, wrong speaker 6.3 %
    -# Measured on 1,541 statements of 95 news articles that people marked by hand (PolNeAR).

    **What it keeps of you**
    No question, message or answer is in any file or database, except one that somebody hands in as wrong, hands over to people or wishes to be told the change of and, where a server sets it, a question that the story doesn't answer, without who asked it; the log names neither askers nor questions. A server whose moderators hear what is wrong also keeps where answers stand and who asked. /mydata shows and deletes what is kept of you. A button's id holds what it asks, and Discord keeps that with the message.
    ");
}

#[test]
fn help_shows_every_command_and_how_some_are_used() {
    assert_snapshot!(seen(&Reply::Help), @r"
    **/ask** Ask the story a question; the answer is in its own words
    -# /ask question: who said what?
    **/said** Who said what, and how the story knows
    -# /said about: bridge
    **/figures** Every figure of the story: how much, of what, by whom, when
    -# /figures about: money
    **/dispute** Each side of the dispute: parties, names, control, claims, stakes
    **/timeline** What happened, in order
    **/why** Why the story's words are somebody's: who reports them, in which words, by which rule
    -# /why statement: s1
    **/sources** Who is behind the story: named, unnamed, news organisations, the story's own voice
    **/check** Check a claim against the story: what it says, word by word and figure by figure
    -# /check claim: The vote was put off until March
    **/quote** Is this quotation the story's, word for word, and whose is it
    -# /quote text: “no intention of raising tolls”
    **/export** Statements, figures and the verdicts on a draft as data, with ids that stay the same
    **/checklist** What to look up in the story before it goes out: names, figures, dates, quotations, to be ticked
    **/summary** The story in a few of its own sentences
    -# /summary show sentences: 3
    **/source** A paragraph of the story in its context
    -# /source paragraph: 2
    **/facts** Related facts from other sources, and which of them disagree
    **/story** Which story is asked, which others there are, and how to ask one of them
    **/correct** Correct by hand who said something or what a figure is; without more, what was corrected
    **/approve** Approved answers: words of the story, or a moderator's note labelled as one
    **/settings** Settings of this server and its channels: story, privacy, language, cool-down, blocklist, channels
    -# /settings private: on
    **/audit** Who changed what, when, before and after; with --json as data, one change a line
    **/gaps** Questions that the story doesn't answer, and the passage nearest to each, which is no answer
    **/mydata** What is kept of you in this server, and how to have it deleted
    **/help** What you can ask, and how answers are to be read
    **/about** What this is, what it promises, how often it is wrong, and what it keeps of you
    Mention the bot with a question, reply to it or send it a direct message: it answers there too.
    In the menu of a message, under Apps: check it against the story, or see who said it.
    Every word shown as the story's stands in it exactly so. Where the story is silent, so is the bot.
    ");
}

#[test]
fn words_in_two_pieces_are_joined_where_nothing_stands_between_them() {
    let story = bridge();
    let piece = |words: &str| of_bridge(&story, words).span;
    let apart = blocks::joined(&story, &[piece("We will not be rushed,"), piece("Nobody will,")]);
    assert_eq!(apart, "We will not be rushed, […] Nobody will,");
    let together = blocks::joined(&story, &[piece("The port handles"), piece("about 40%")]);
    assert_eq!(together, "The port handles about 40%");
}
