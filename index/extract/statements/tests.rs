use insta::assert_snapshot;
use proptest::prelude::*;

use super::*;
use crate::article::{self, Format};
use crate::extract;
use crate::span::Source;

fn document(text: &str) -> Document {
    Document::new(article::read(Source::new(text).unwrap(), Format::Plain))
}

/// One line a statement: kind, chain from the speaker outwards, hearer, words.
fn said(text: &str) -> String {
    let document = document(&format!("A headline with no speaker\n\n{text}"));
    let statements = extract::extract(&document).statements;
    let line = |statement: &Statement| {
        let speaker = statement.speaker.map_or("nobody named", |speaker| document.text(speaker.written));
        let via: String = statement.via.iter().map(|link| format!(" < {}", document.text(link.reporter))).collect();
        let hearer = statement.addressee.map_or(String::new(), |hearer| format!(" to {}", document.text(hearer)));
        let denied = if statement.denied { " denied" } else { "" };
        let words: Vec<&str> = statement.spans.iter().map(|span| document.text(*span)).collect();
        format!("{:?}{denied} | {speaker}{via}{hearer} | {}", statement.kind, words.join(" […] "))
    };
    statements.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_quotation_belongs_to_the_speaker_beside_its_cue() {
    assert_snapshot!(said("“The dam will hold,” said Ada Brenner, the chief engineer. “We checked it twice.”"), @r"
    Direct | Ada Brenner, the chief engineer | The dam will hold
    Direct | Ada Brenner, the chief engineer | We checked it twice.
    ");
    assert_snapshot!(said("The mayor said: \"Nobody slept.\""), @"Direct | The mayor | Nobody slept.");
    assert_snapshot!(said("“It rained,” she said, “and then it stopped.”"), @"Direct | she | It rained […] and then it stopped.");
}

#[test]
fn reported_speech_is_found_before_and_after_its_cue() {
    assert_snapshot!(said("Officials said the bridge would reopen on Friday."), @"Indirect | Officials | the bridge would reopen on Friday");
    assert_snapshot!(said("The bridge will reopen on Friday, the ministry said."), @"Indirect | the ministry | The bridge will reopen on Friday");
    assert_snapshot!(said("The river rose two metres, according to the weather service."), @"Indirect | the weather service | The river rose two metres");
}

#[test]
fn quoted_terms_and_nouns_of_saying_are_no_statements() {
    assert_snapshot!(said("The film “Quiet Rivers” opened on Friday. The claims of “green steel” were in every paper."), @"");
    assert_snapshot!(said("The reports of the committee lay on the table."), @"");
}

#[test]
fn a_quotation_goes_on_over_sentences_and_paragraphs() {
    assert_snapshot!(said("“The dam will hold,” said Ada Brenner.\n\n“We checked it twice.”\n\nThe town waited."), @r"
    Direct | Ada Brenner | The dam will hold
    Direct | Ada Brenner | We checked it twice.
    ");
    assert_snapshot!(said("BRENNER: We have checked the dam.\n\nLIND: You have not."), @r"
    Indirect | BRENNER | We have checked the dam.
    Indirect | LIND | You have not.
    ");
}

#[test]
fn quotation_marks_of_any_style_are_read() {
    assert_snapshot!(said("‘The workers’ hall burned,’ said Ada Brenner."), @"Direct | Ada Brenner | The workers’ hall burned");
    assert_snapshot!(said("«We will rebuild,» the mayor said."), @"Direct | the mayor | We will rebuild");
}

#[test]
fn denials_and_promises_say_so() {
    assert_snapshot!(said("The firm denied that it had dumped oil."), @"Indirect denied | The firm | it had dumped oil");
    assert_snapshot!(said("The firm has promised to clean the river."), @"Indirect | The firm | to clean the river");
    assert_snapshot!(said("The villagers were told that the water was clean."), @"Indirect | nobody named to The villagers | the water was clean");
}

/// The first statement's speaker: the name meant and the sort of source.
fn meant(text: &str) -> String {
    let document = document(&format!("A headline with no speaker\n\n{text}"));
    let speaker = extract::extract(&document).statements.last().and_then(|statement| statement.speaker);
    let speaker = speaker.unwrap();
    format!("{:?} {}", speaker.kind, speaker.name.map_or("-", |name| document.text(name)))
}

#[test]
fn pronouns_and_unnamed_sources_are_told_apart_from_names() {
    assert_eq!(meant("Ada Brenner spoke on Monday. She said the dam would hold."), "Person Ada Brenner");
    assert_eq!(meant("A senior official said the dam would hold."), "Unnamed -");
    assert_eq!(meant("It rained. He said the dam would hold."), "Unclear -");
    assert_eq!(meant("China said the dam would hold."), "Body China");
    assert_eq!(meant("The envoys came from Norway. WHO said it rained."), "Body -");
    assert_eq!(meant("The envoys came from Norway. IT said it rained."), "Body -");
}

#[test]
fn a_role_means_the_one_whom_the_story_gives_it() {
    let named = "Norway's foreign minister, Ada Brenner, came on Monday.";
    assert_eq!(meant(&format!("{named} The foreign minister said the dam would hold.")), "Person Ada Brenner");
    assert_eq!(meant("The foreign minister said the dam would hold."), "Unclear -");
    assert_eq!(meant(&format!("{named} The Polish foreign minister said the dam would hold.")), "Unclear -");
    assert_eq!(meant(&format!("{named} A deputy of the foreign minister said the dam would hold.")), "Unnamed -");
}

#[test]
fn a_title_is_no_part_of_the_name_meant() {
    assert_eq!(meant("US Secretary of State Ada Brenner said the dam would hold."), "Person Ada Brenner");
    assert_eq!(meant("Ada Brenner came. “We wait,” Foreign Minister Brenner said."), "Person Ada Brenner");
    assert_eq!(meant("A spokesman for Ada Brenner said the dam would hold."), "Unnamed -");
}

#[test]
fn it_is_the_body_that_spoke_in_the_sentence_before() {
    assert_eq!(meant("China said the dam would hold. It said nobody was hurt."), "Body China");
    assert_eq!(meant("China said the dam would hold. It rained. It said nobody was hurt."), "Unclear -");
    assert_eq!(meant("China said the dam would hold. A ministry said so too. It said nobody was hurt."), "Unclear -");
}

#[test]
fn a_relative_clause_ends_at_its_comma_and_speaks_for_the_words_before_it() {
    assert_snapshot!(said("The envoys pressed China, which has promised to open the port, to end the row."), @"Indirect | which | to open the port");
    assert_eq!(meant("The envoys pressed China, which has promised to open the port, to end the row."), "Body China");
    assert_eq!(meant("The ministry, which said the dam would hold, is in Oslo."), "Body The ministry");
    assert_eq!(meant("It rained on those who said the dam would hold."), "Unclear -");
    assert_snapshot!(said("Ada Brenner, who said that the dam, the road and the port would open, went home."), @"Indirect | who | the dam, the road and the port would open");
}

#[test]
fn who_quotes_somebody_passes_the_words_on() {
    assert_snapshot!(said("The agency quoted a soldier as saying that the road was mined."), @"Indirect | a soldier < The agency | the road was mined");
    assert_snapshot!(said("A soldier was quoted by the agency as saying that the road was mined."), @"Indirect | A soldier < the agency | the road was mined");
    assert_snapshot!(said("A soldier was quoted as saying that the road was mined."), @"Indirect | A soldier | the road was mined");
    assert_snapshot!(said("The US has urged Spain to sell the ship and, according to the Herald, has offered to buy it."), @r"
    Indirect | The US to Spain | to sell the ship
    Indirect | the Herald | has offered to buy it
    Indirect | The US < the Herald | to buy it
    ");
}

#[test]
fn words_of_nobody_named_are_told_apart() {
    assert_snapshot!(said("The firm has reportedly lost two ships."), @"Indirect | nobody named | The firm has […] lost two ships");
    assert_snapshot!(said("It was reported that the bridge had fallen."), @"Indirect | nobody named | the bridge had fallen");
    assert_snapshot!(said("The firm is said to own the dam."), @"Indirect | nobody named | The firm […] to own the dam");
    assert_snapshot!(said("The villagers were told by the mayor that the water was clean."), @"Indirect | the mayor to The villagers | the water was clean");
    assert_snapshot!(said("The firm is thought to own the dam."), @"");
    assert_snapshot!(said("Asked whether the dam was safe, she left. He smiled when asked by a child if it would rain."), @r"
    Indirect | nobody named | whether the dam was safe
    Indirect | a child | if it would rain
    ");
    assert_snapshot!(said("The most asked question was where it stood."), @"");
}

#[test]
fn reports_that_stand_within_a_clause_leave_it_whole() {
    assert_snapshot!(said("The town had a plan that he said would fail within a year."), @"Indirect | he | would fail within a year");
    assert_snapshot!(said("And that, Ada Brenner said, was in the works."), @"Indirect | Ada Brenner | that […] was in the works");
    assert_snapshot!(said("In all, according to the report, the town had sold nine boats."), @"Indirect | the report | the town had sold nine boats");
    assert_snapshot!(said("Though the road was open, he said, crossing the river would be slow."), @"Indirect | he | Though the road was open […] crossing the river would be slow");
    assert_snapshot!(said("What he said was wrong."), @"");
}

#[test]
fn an_outlet_that_is_told_hears_the_words_and_passes_them_on() {
    assert_snapshot!(said("The road is shut, Ada Brenner told the Elsin Herald."), @"Indirect | Ada Brenner < the Elsin Herald to the Elsin Herald | The road is shut");
    assert_snapshot!(said("“It rained,” Ada Brenner told state broadcaster KTN. “Then it stopped.”"), @r"
    Direct | Ada Brenner < state broadcaster KTN to state broadcaster KTN | It rained
    Direct | Ada Brenner < state broadcaster KTN | Then it stopped.
    ");
    assert_snapshot!(said("The road is shut, Ada Brenner told reporters."), @"Indirect | Ada Brenner to reporters | The road is shut");
    assert_snapshot!(said("The road is shut, Ada Brenner told the railway network."), @"Indirect | Ada Brenner to the railway network | The road is shut");
    assert_snapshot!(said("The road is shut, Ada Brenner told Emily Post."), @"Indirect | Ada Brenner to Emily Post | The road is shut");
}

#[test]
fn a_medium_that_quotes_carries_or_interviews_passes_the_words_on() {
    assert_snapshot!(said("Ada Brenner, quoted by the Herald, said the road was shut."), @"Indirect | Ada Brenner < the Herald | the road was shut");
    assert_snapshot!(said("The road is shut, Ada Brenner said in remarks carried by a port union."), @"Indirect | Ada Brenner < a port union | The road is shut");
    assert_snapshot!(said("In an interview with the Herald, Ada Brenner said the road was shut."), @"Indirect | Ada Brenner < the Herald | the road was shut");
    assert_snapshot!(said("In a letter seen by the Herald, Ada Brenner wrote that the road was shut."), @"Indirect | Ada Brenner < the Herald | the road was shut");
    assert_snapshot!(said("The road is shut, Ada Brenner recalled on Friday to the Herald."), @"Indirect | Ada Brenner < the Herald | The road is shut");
    assert_snapshot!(said("In a talk with the mayor, Ada Brenner said the road was shut."), @"Indirect | Ada Brenner | the road was shut");
    assert_snapshot!(said("In a letter seen by her brother, Ada Brenner wrote that the road was shut."), @"Indirect | Ada Brenner | the road was shut");
    assert_snapshot!(said("Police, called to a theft reported by neighbours, said the road was shut."), @"Indirect | Police | the road was shut");
    assert_snapshot!(said("The editor was quoted by the Herald on Friday, but Ada Brenner said the road was shut."), @"Indirect | Ada Brenner | the road was shut");
}

#[test]
fn whom_an_outlet_cites_is_the_one_who_says_it() {
    assert_snapshot!(said("The Herald, citing two officials, said the road was shut."), @"Indirect | two officials < The Herald | the road was shut");
    assert_snapshot!(said("Quoting diplomats, the Herald wrote that the envoy had said the road was shut."), @r"
    Indirect | diplomats < the Herald | the envoy had said the road was shut
    Indirect | the envoy < diplomats < the Herald | the road was shut
    ");
    assert_snapshot!(said("The agency AFP, citing the newspaper Al Noor, said the road was shut."), @"Indirect | the newspaper Al Noor < The agency AFP | the road was shut");
    assert_snapshot!(said("The Herald, citing safety concerns, said it would move."), @"Indirect | The Herald | it would move");
    assert_snapshot!(said("Ada Brenner, citing two officials, said the road was shut."), @"Indirect | Ada Brenner | the road was shut");
}

#[test]
fn a_message_speaks_for_the_one_who_wrote_it() {
    assert_snapshot!(said("A statement by the dockers’ union said the road was shut."), @"Indirect | the dockers’ union | the road was shut");
    assert_snapshot!(said("A statement from Monday said the road was shut."), @"Indirect | A statement from Monday | the road was shut");
    assert_snapshot!(said("A report by the council said the road was shut."), @"Indirect | A report by the council | the road was shut");
}

#[test]
fn a_reporter_in_a_chain_is_shown_without_what_else_is_told_of_him() {
    assert_snapshot!(said("“It rained,” she said, according to her lawyer, who was quoted by the Herald."), @"Direct | she < her lawyer < the Herald | It rained");
}

#[test]
fn whoever_quotes_is_a_link_wherever_the_words_quoted_stand() {
    assert_snapshot!(said("“It rained,” a soldier was quoted by the agency as saying on Tuesday."), @"Direct | a soldier < the agency | It rained");
    assert_snapshot!(said("The road was mined, the Herald cited a soldier as saying."), @"Indirect | a soldier < the Herald | The road was mined");
    assert_snapshot!(said("The road was mined, a soldier was quoted as saying by the agency."), @"Indirect | a soldier < the agency | The road was mined");
    assert_snapshot!(said("The road was mined, a soldier was reported by the Herald to have told the court."), @"Indirect | a soldier < the Herald to the court | The road was mined");
    assert_snapshot!(said("Said Ada Brenner, as quoted by the Herald: “It rained.”"), @"Direct | Ada Brenner < the Herald | It rained.");
    assert_snapshot!(said("The council cited the road as saving lives."), @"");
    assert_snapshot!(said("The road, reported by the Herald to have been mined, is open."), @"");
}

#[test]
fn a_participle_before_the_verb_belongs_to_the_noun_before_it() {
    assert_snapshot!(said("A letter obtained by the Herald said the road was shut."), @"Indirect | A letter obtained by the Herald < the Herald | the road was shut");
    assert_snapshot!(said("Hurt by the fall, Ada Brenner said it rained."), @"Indirect | Ada Brenner | it rained");
}

#[test]
fn who_calls_to_say_something_says_it() {
    assert_snapshot!(said("The captain radioed them to say that the nets were caught."), @"Indirect | The captain | the nets were caught");
    assert_snapshot!(said("It is fair to say that the nets were caught. The captain wanted to say that it rained."), @"");
}

#[test]
fn what_is_added_reached_the_outlet_that_was_told_as_well() {
    assert_snapshot!(said("Ada Brenner told the Herald that the road was shut, adding that it rained."), @r"
    Indirect | Ada Brenner < the Herald to the Herald | the road was shut
    Indirect | Ada Brenner < the Herald | it rained
    ");
    assert_snapshot!(said("Ada Brenner told the Herald that the road was shut and denied that it rained."), @r"
    Indirect | Ada Brenner < the Herald to the Herald | the road was shut
    Indirect denied | Ada Brenner | it rained
    ");
}

#[test]
fn marks_of_emphasis_and_links_stop_no_name() {
    let said = |text: &str| {
        let text = format!("# A headline with no speaker\n\n{text}");
        let document = Document::new(article::read(Source::new(text).unwrap(), Format::Markdown));
        let statements = extract::extract(&document).statements;
        let meant = |statement: &Statement| statement.speaker.map(|speaker| speaker.name.unwrap_or(speaker.written));
        let line = |statement: &Statement| {
            format!("{}: {}", meant(statement).map_or("-", |name| document.text(name)), document.text(statement.span()))
        };
        statements.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(said("*Ada Brenner* said the road was shut."), @"Ada Brenner: the road was shut");
    assert_snapshot!(said("“It rained,” said [Ada Brenner](https://example.org/a), the **mayor**."), @"Ada Brenner: It rained");
    assert_snapshot!(said("The mayor, **Ada Brenner**, said: *“It rained.”* She left."), @"Ada Brenner: It rained.");
    assert_snapshot!(said("The road is shut, _Ada Brenner_ said."), @"Ada Brenner: The road is shut");
    assert_snapshot!(said("He read *The Mayor* and `said` aloud."), @"");
}

#[test]
fn a_pronoun_never_means_one_whom_its_own_words_name() {
    assert_eq!(meant("Tom Lind met the premier. He said the dam would hold."), "Person Tom Lind");
    assert_eq!(meant("Tom Lind met the premier. He said Lind had his full trust."), "Unclear -");
}

#[test]
fn a_pronoun_means_the_unnamed_person_who_spoke_in_the_sentence_before() {
    assert_eq!(meant("Tom Lind left. A spokesman said it rained. He said the dam would hold."), "Unnamed A spokesman");
    assert_eq!(meant("Tom Lind left. Two aides said it rained. He said the dam would hold."), "Person Tom Lind");
    assert_eq!(meant("A spokesman said it rained. Tom Lind left. He said the dam would hold."), "Person Tom Lind");
}

#[test]
fn a_speaker_is_found_past_what_is_said_of_him() {
    assert_snapshot!(said("“It rained,” said the party's spokeswoman on housing, Ada Brenner."), @"Direct | the party's spokeswoman on housing, Ada Brenner | It rained");
    assert_snapshot!(said("A man in the queue behind her said that it rained."), @"Indirect | A man in the queue behind her | it rained");
    assert_snapshot!(said("The post fell after the Sunday Herald revealed that it rained."), @"Indirect | the Sunday Herald | it rained");
    assert_snapshot!(said("In the same survey 72 per cent of respondents said that it rained."), @"Indirect | 72 per cent of respondents | it rained");
    assert_snapshot!(said("According to documents released under the act, the minister stayed there."), @"Indirect | documents released under the act | the minister stayed there");
    assert_snapshot!(said("The parties, which had walked out in May, claimed victory."), @"");
    assert_snapshot!(said("The clinic stays shut until somebody can tell me who controls the road."), @"");
    assert_eq!(meant("He was contradicted by Mali's ministry, which said that it rained."), "Body Mali's ministry");
}

#[test]
fn media_are_named_whole_and_their_sources_found_behind_the_verb() {
    assert_snapshot!(said("Ada Brenner told the Elsin Evening News she was glad."), @"Indirect | Ada Brenner < the Elsin Evening News to the Elsin Evening News | she was glad");
    assert_snapshot!(said("The newspaper Al Noor reported, citing two people, that the road was shut."), @"Indirect | two people < The newspaper Al Noor | the road was shut");
    assert_snapshot!(said("According to a report by the institute, seen by Reuters, the road was shut."), @"Indirect | a report by the institute < Reuters | the road was shut");
    assert_snapshot!(said("Ada Brenner told Norland state television that it rained."), @"Indirect | Ada Brenner < Norland state television to Norland state television | it rained");
    assert_snapshot!(said("Two envoys who took part in the talks said it rained."), @"Indirect | Two envoys who took part in the talks | it rained");
    assert_snapshot!(said("Ada Brenner, who didn't want to be quoted by name, said it rained."), @"Indirect | Ada Brenner | it rained");
    assert_eq!(meant("According to Tom Lind, the climber Ada Brenner said it rained."), "Person Ada Brenner");
    assert_snapshot!(said("Ada Brenner spoke. She said she had told the court that it rained."), @r"
    Indirect | She | she had told the court that it rained
    Indirect | she to the court | it rained
    ");
}

/// A chain as `chains_test.txt` writes it, up to its colon.
fn chain(document: &Document, statement: &Statement) -> String {
    let speaker = statement.speaker.map_or("nobody", |speaker| document.text(speaker.name.unwrap_or(speaker.written)));
    let written = statement.speaker.map_or(speaker, |speaker| document.text(speaker.written));
    let speaker = if written.contains(speaker) && written.starts_with(speaker) { written } else { speaker };
    let via = statement.via.iter().map(|link| format!(" < {}", document.text(link.reporter)));
    speaker.to_owned() + &via.collect::<String>()
}

#[test]
fn chains_of_two_and_three_speakers_come_out_whole() {
    let lines = include_str!("chains_test.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let lines: Vec<&str> = lines.collect();
    let mut wrong = Vec::new();
    for pair in lines.chunks(2) {
        let (expected, words) = pair[1].trim_start_matches("= ").split_once(": ").unwrap();
        let document = document(&format!("A headline with no speaker\n\n{}", pair[0]));
        let statements = extract::extract(&document).statements;
        let found = |statement: &Statement| {
            chain(&document, statement) == expected && document.text(statement.span()).starts_with(words)
        };
        if !statements.iter().any(found) {
            wrong.push(format!("{}\n{}", pair[1], said(pair[0])));
        }
    }
    assert!(lines.len() == 100, "fifty texts with a chain each: {}", lines.len());
    assert!(wrong.len() <= CHAINS_KNOWN_WRONG, "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// How many of the fifty don't come out yet.
const CHAINS_KNOWN_WRONG: usize = 1;

/// The first story, where its file lies beside the repository; its text isn't the project's to ship.
fn first_story() -> Option<Document> {
    let roots = ["../..", "../../.."].map(|up| std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(up));
    let text = roots.iter().find_map(|root| std::fs::read_to_string(root.join("shared/seeds/article.txt")).ok())?;
    Some(Document::new(article::read(Source::new(text).unwrap(), Format::Plain)))
}

#[test]
fn every_chain_of_the_first_story_comes_out_whole() {
    let Some(document) = first_story() else {
        println!("skipped: the first story isn't here");
        return;
    };
    let statements = extract::extract(&document).statements;
    let expected = [
        ("Hillary Clinton", "China has reassured"),
        ("China < the US Secretary of State", "it has no intention"),
        ("China", "not to use"),
        ("US officials", "Hillary Clinton's"),
        ("Yang Jiechi < US officials", "his country would not"),
        ("Hillary Clinton < AFP", "\"Foreign Minister"),
        ("Yang Jiechi < Hillary Clinton < AFP", "China has no intention"),
        ("China", "it did not want"),
        ("Reuters", "has offered"),
        ("US < Reuters", "to host"),
        ("Hillary Clinton", "the recent Chinese"),
    ];
    for (chain_expected, words) in expected {
        let found = |statement: &Statement| {
            let speaker =
                statement.speaker.map_or("nobody", |speaker| document.text(speaker.name.unwrap_or(speaker.written)));
            let via: String = statement.via.iter().map(|link| format!(" < {}", document.text(link.reporter))).collect();
            speaker.to_owned() + &via == chain_expected && document.text(statement.span()).starts_with(words)
        };
        assert!(statements.iter().any(found), "{chain_expected}: {words}");
    }
    let ends = |words: &str| statements.iter().any(|statement| document.text(statement.span()).ends_with(words));
    assert!(ends("as a diplomatic weapon") && !ends("to defuse the row"));
    let scare_quotes =
        |statement: &&Statement| document.text(statement.span()).trim_matches(['"', '\'']) == "rare earth";
    assert!(!statements.iter().any(|statement| scare_quotes(&statement)));
}

proptest! {
    #[test]
    fn any_text_gives_spans_that_slice_and_lie_in_order(pieces in proptest::collection::vec(prop_oneof![
        Just("“"), Just("”"), Just("\""), Just("'"), Just("’"), Just("''"), Just("said"), Just("told"), Just("says"), Just("according to"),
        Just(","), Just("."), Just(":"), Just("\n\n"), Just("\n"), Just(" "), Just("he"), Just("the mayor"), Just("Ada Brenner"), Just("that"),
        Just("—"), Just("é"), Just("would go"), Just("and"), Just("was"), Just("to"), Just("("), Just("which"), Just("who"),
        Just("It"), Just("China"), Just("reportedly"), Just("quoted"), Just("as saying"), Just("The US secretary of state"), Just("reporters"),
        Just("'s counterpart")
    ], 0..60)) {
        let text = pieces.join(" ");
        let document = document(&text);
        let statements = extract::extract(&document).statements;
        for (index, statement) in statements.iter().enumerate() {
            prop_assert!(!statement.spans.is_empty());
            for span in &statement.spans {
                prop_assert!(!document.text(*span).is_empty());
            }
            prop_assert!(statement.spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
            prop_assert!(statement.parent.is_none_or(|parent| parent < index));
            let speaker = statement.speaker.iter().flat_map(|speaker| [Some(speaker.written), speaker.name]).flatten();
            let reporters = statement.via.iter().flat_map(|link| [link.reporter, link.cue]);
            for span in speaker.chain(statement.addressee).chain(reporters) {
                prop_assert!(document.source().text().get(span.range()).is_some_and(|words| !words.is_empty()));
                prop_assert!(document.sentence_at(span).is_some(), "{:?}", document.text(span));
            }
            if let Some(cue) = statement.cue {
                prop_assert!(statement.spans.iter().all(|span| !span.overlaps(cue)), "{:?} {:?}", document.text(cue), document.text(statement.span()));
            }
        }
    }
}
