//! What a person reads in the terminal, reply by reply.

use insta::assert_snapshot;

use crate::installation::Installation;

fn shown(arguments: &[&str]) -> String {
    let ran = Installation::with_stories().run(arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.text().to_owned()
}

fn of_harbour(arguments: &[&str]) -> String {
    shown(&[arguments, &["--story", "harbour"]].concat())
}

#[test]
fn statements_stand_with_their_speakers_and_chains() {
    assert_snapshot!(of_harbour(&["said"]), @r"
    Maria Lund  ¶1  in the reporter's words
        The council of Port Elsin has put off a vote on a new bridge until March
    Maria Lund  ¶2  in quotation marks
        “We will not be rushed”
    the engineers (unnamed source)  ¶2  in the reporter's words
        The bridge would cost some $3.2m
    Officials  ¶3  in the reporter's words
        Ms Lund's deputy, Jon Abel, told the mayor of Arvel that the town had no intention of raising tolls
    Jon Abel → Officials  ¶3  in the reporter's words
        the town had no intention of raising tolls
    ");
}

#[test]
fn figures_stand_with_what_they_are_of_in_their_sentences() {
    assert_snapshot!(of_harbour(&["figures"]), @r"
    until March
    Tuesday
        ¶1  The council of Port Elsin has put off a vote on a new bridge until March, its leader, Maria Lund, said on Tuesday.
        [reported] Maria Lund
    some $3.2m  by The bridge · hedged
        ¶2  The bridge would cost some $3.2m, according to the engineers.
        [reported] the engineers (unnamed source)  hedged
    about 40%  of the region's grain · by The port · hedged
        ¶4  The port handles about 40% of the region's grain.
        [the story's own voice]  hedged
    2019
    1,200  of ships · when 2019
        ¶4  In 2019 it handled 1,200 ships.
        [the story's own voice]
    ");
}

#[test]
fn a_dispute_is_told_side_by_side() {
    assert_snapshot!(of_harbour(&["dispute"]), @r"
    Parties
        Arvel  ¶5
        Borland  ¶5
    Names
        Arvel · Tessin  ¶5
        Borland · Kemra  ¶5
    Who holds it
        Arvel · strip  ¶5
    Who claims it
        Borland · strip  ¶5
    What is at stake
        tin · hedged  ¶5

        ¶5  The strip - known in Arvel as Tessin and in Borland as Kemra - is controlled by Arvel, but claimed by Borland.
        [the story's own voice]
        ¶5  It is thought to hold tin.
        [the story's own voice]  hedged
    ");
}

#[test]
fn an_answer_shows_whose_words_it_is() {
    // Which further sentences are shown below is the ranking's.
    let shown = of_harbour(&["ask", "Who controls the strip?"]);
    let first: Vec<_> = shown.lines().take(2).collect();
    assert_snapshot!(first.join("\n"), @r"
        ¶5  The strip - known in Arvel as Tessin and in Borland as Kemra - is controlled by Arvel, but claimed by Borland.
        [the story's own voice]
    ");
}

#[test]
fn where_the_story_is_silent_what_is_near_is_shown_as_no_answer() {
    let shown = of_harbour(&["ask", "Who is the captain of the football team that Jon Abel founded?"]);
    let (silence, near) = shown.split_once('\n').unwrap();
    assert_eq!(silence, "The story doesn't say.");
    assert!(near.is_empty() || near.starts_with("\nNearest passages (not an answer):\n"), "{near}");
}

#[test]
fn the_reason_for_an_attribution_is_shown_with_what_proves_it() {
    assert_snapshot!(of_harbour(&["why", "no intention of raising tolls"]), @r"
    s5  Jon Abel → Officials
        the town had no intention of raising tolls
        reported by: “told”  ¶3
        speaker, as written: “Ms Lund's deputy, Jon Abel”  ¶3
        means: “Jon Abel”  ¶3
        to: “the mayor of Arvel”  ¶3
        passed on by: “Officials”  ¶3
        rules: cue verb; subject of the cue; name resolved by apposition
        stands in: s4
    s4  Officials
        Ms Lund's deputy, Jon Abel, told the mayor of Arvel that the town had no intention of raising tolls
        reported by: “said”  ¶3
        speaker, as written: “Officials”  ¶3
        rules: cue verb; subject of the cue
    ");
    assert_snapshot!(of_harbour(&["why", "s99"]), @"The story has no such statement; /said lists those it has.");
}

#[test]
fn sources_are_listed_from_the_plainest_named_to_the_storys_own_voice() {
    assert_snapshot!(of_harbour(&["sources"]), @r"
    Named persons
        Maria Lund  2 statements
            ¶1  The council of Port Elsin has put off a vote on a new bridge until March
            Maria Lund
        Jon Abel  1 statement
            ¶3  the town had no intention of raising tolls
            Jon Abel → Officials
    Unnamed
        the engineers  1 statement
            ¶2  The bridge would cost some $3.2m
            the engineers (unnamed source)
        Officials  1 statement · passed on 1
            ¶3  Ms Lund's deputy, Jon Abel, told the mayor of Arvel that the town had no intention of raising tolls
            Officials
    The story's own voice
        4 sentences
        ¶4  The port handles about 40% of the region's grain.
        [the story's own voice]  hedged
    ");
}

#[test]
fn the_story_in_use_is_shown_with_the_others() {
    assert_snapshot!(of_harbour(&["story"]), @r#"
        harbour  Harbour council puts off bridge vote
        version 1
        5 paragraphs, 9 sentences, 5 statements, 6 figures, 0 related facts

    Other stories
        festival  🎉 Lantern festival 祭り draws 90,000 people 🏮
        one-line  one-line
        rare-earths  China tells US it will keep "rare earth" exports flowing  Verbatim  2010-10-30
        windows  Harbour council puts off bridge vote
        wrapped  Ferry line to reopen
    --story ID asks another one; in the chat, /use ID asks it from then on.
    "#);
}

#[test]
fn a_question_without_words_is_no_question() {
    assert_snapshot!(of_harbour(&["ask", "?!"]), @"There is no question in that. Ask what the story says, such as: who said what?");
}

#[test]
fn a_contradicted_claim_shows_what_differs() {
    assert_snapshot!(of_harbour(&["check", "The port handles 70% of the grain."]), @r"
    The story says otherwise.
        “70%”  story: “40%”  number
        ¶4  The port handles about 40% of the region's grain.
        [the story's own voice]  hedged
    ");
}

#[test]
fn an_altered_quotation_shows_what_was_altered() {
    assert_snapshot!(of_harbour(&["quote", "the town had an intention of raising tolls"]), @r"
    Altered: the story's words are others.
        “an”  story: “no”
        ¶3  the town had no intention of raising tolls
        [reported] Jon Abel → Officials
    ");
}

#[test]
fn a_list_with_nothing_in_it_says_so() {
    assert_snapshot!(of_harbour(&["said", "--speaker", "Napoleon", "--about", "cheese"]), @"The story has nothing of the kind from “Napoleon” about “cheese”.");
}

#[test]
fn a_paragraph_stands_between_its_neighbours() {
    assert_snapshot!(of_harbour(&["source", "1"]), @r#"
    headline  Harbour council puts off bridge vote
    [the story's own voice]
    ¶1  The council of Port Elsin has put off a vote on a new bridge until March, its leader, Maria Lund, said on Tuesday.
    [reported] Maria Lund
    ¶2  "We will not be rushed," Ms Lund told reporters. The bridge would cost some $3.2m, according to the engineers.
    [reported] Maria Lund: We will not be rushed
    [reported] the engineers (unnamed source): The bridge would cost some $3.2m  hedged
    "#);
}

#[test]
fn a_story_is_shown_with_its_paragraphs_numbered() {
    assert_snapshot!(shown(&["story", "show", "one-line"]), @r"
    one-line
    1 paragraph, 1 sentence, 0 statements, 1 figure, 0 related facts

    ¶1   The dam holds 70% of its water, the minister, Ada Pell, said.
    ");
}

#[test]
fn the_stories_are_listed_with_what_is_known_of_them() {
    assert_snapshot!(shown(&["story", "list"]), @r#"
    festival     🎉 Lantern festival 祭り draws 90,000 people 🏮
    harbour      Harbour council puts off bridge vote
    one-line     one-line
    rare-earths  China tells US it will keep "rare earth" exports flowing  Verbatim  2010-10-30
    windows      Harbour council puts off bridge vote
    wrapped      Ferry line to reopen
    "#);
}

#[test]
fn the_chat_helps() {
    let ran = Installation::fresh().run_with(&["chat"], "/help\n");
    assert_snapshot!(ran.text(), @r"
    /ask        Ask the story a question; the answer is in its own words
                /ask who said what?
    /said       Who said what, and how the story knows
                /said --about bridge
    /figures    Every figure of the story: how much, of what, by whom, when
                /figures money
    /dispute    Each side of the dispute: parties, names, control, claims, stakes
    /timeline   What happened, in order
    /why        Why the story's words are somebody's: who reports them, in which words, by which rule
                /why s1
    /sources    Who is behind the story: named, unnamed, news organisations, the story's own voice
    /check      Check a claim against the story: what it says, word by word and figure by figure
                /check The vote was put off until March
    /quote      Is this quotation the story's, word for word, and whose is it
                /quote “no intention of raising tolls”
    /mark       Mark every quotation, figure and claim of a text, such as a message, against the story
    /checklist  What to look up in the story before it goes out: names, figures, dates, quotations, to be ticked
    /compare    What two stories of one event tell differently: figures, dates, names, quotations, verbs of saying
    /whose      Who said this: the speaker and chain of each quotation of a text, such as a message
    /summary    The story in a few of its own sentences
                /summary 3
    /source     A paragraph of the story in its context
                /source 2
    /facts      Related facts from other sources, and which of them disagree
    /story      Which story is asked, which others there are, and how to ask one of them
    /use        Ask another story from here on
    /correct    Correct by hand who said something or what a figure is; without more, what was corrected
    /approve    Approved answers: words of the story, or a moderator's note labelled as one
    /settings   Settings of this server and its channels: story, privacy, language, cool-down, blocklist, channels
                /settings --private on
    /index      Build the index anew from the stories as they were given
    /audit      Who changed what, when, before and after; with --json as data, one change a line
    /gaps       Questions that the story doesn't answer, and the passage nearest to each, which is no answer
    /complaints What members found wrong; with --json, each line is a case for replay
    /doctor     Check settings, data folder, stories, clock and token, and say how to mend what is wrong
    /help       What you can ask, and how answers are to be read
    /about      What this is, what it promises, how often it is wrong, and what it keeps of you

    Every word shown as the story's stands in it exactly so; ¶ is the paragraph's number.
    [the story's own voice] is told by the story itself, [reported] is told by those named beside it,
    and [related fact] comes from another source. Where the story is silent, so is Verbatim.
    ");
}

/// What is shown of a story with this text.
fn of_text(text: &str, arguments: &[&str]) -> String {
    let installation = Installation::fresh();
    let file = installation.file("text.txt", text.as_bytes());
    let added = installation.run(&["story", "add", file.to_str().unwrap(), "--id", "text"]);
    assert_eq!(added.code, 0, "{}", added.err);
    installation.run(&[arguments, &["--story", "text"]].concat()).text().to_owned()
}

#[test]
fn what_is_denied_is_never_shown_as_if_it_were_said() {
    let text = "Bridge row\n\nThe minister, Ada Pell, denied that the bridge had been sold.\n";
    assert_snapshot!(of_text(text, &["said"]), @r"
    Ada Pell (denies this)  ¶1  in the reporter's words
        denies: the bridge had been sold
    ");
}

#[test]
fn the_figure_that_was_asked_for_stands_first() {
    let text =
        "Mill closes\n\nThe mill handled 1,200 tonnes of grain in 2019. It will close in March, the owners said.\n";
    assert_snapshot!(of_text(text, &["ask", "how many tonnes of grain did the mill handle"]), @r"
    1,200 tonnes
        ¶1  The mill handled 1,200 tonnes of grain in 2019.
        [the story's own voice]
    ");
}

#[test]
fn what_a_question_takes_for_granted_and_the_story_has_otherwise_is_named() {
    assert_snapshot!(of_harbour(&["ask", "does the port handle 70% of the grain?"]), @r"
    The story says otherwise:
        “70%”  story: “40%”
        ¶4  The port handles about 40% of the region's grain.
        [the story's own voice]  hedged
    ");
    let text = "Boats sold\n\nDenby has sold 12 boats to Norway since May.\n";
    assert_snapshot!(of_text(text, &["ask", "how many boats has Denby sold to Sweden since May?"]), @r"
    The story doesn't say that. It says:
        “Sweden”  story: “Norway”
        ¶1  Denby has sold 12 boats to Norway since May.
        [the story's own voice]

    Nearest passages (not an answer):
        ¶1  Denby has sold 12 boats to Norway since May.
        [the story's own voice]
    ");
}
