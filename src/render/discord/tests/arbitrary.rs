//! Whatever a story, a question or a message holds: what goes to Discord is within its limits, does nothing but show, and
//! shows the story's words as they stand.

use proptest::prelude::*;
use verbatim_index::answer::{self, AskOptions};
use verbatim_index::{check, quote, summary};

use super::*;
use crate::reply::{
    About, Listed, Marked, Nearness, PassagesShown, Proof, Purpose, Reasoned, SourceFound, SourceKind, SourcesFound,
    StoryInUse, Why, error_rates,
};

/// What a story or a question is made of here: words that extractors look for, and marks that Discord obeys.
const PIECES: [&str; 52] = [
    "@everyone",
    "<@123>",
    "<#4>",
    "</ask:1>",
    "<t:1:R>",
    "[x](https://a.example)",
    "# Head",
    "-# small",
    "**b**",
    "_i_",
    "||s||",
    "~~d~~",
    "`c`",
    "```",
    "\u{202E}cba",
    "zero\u{200B}width",
    "> q",
    "- l",
    "1. n",
    ":smile:",
    "\\",
    "https://a.example/b_c",
    "said",
    "told reporters that",
    "according to the Herald",
    "Officials",
    "Maria Lund",
    "Ms Lund",
    "the mayor,",
    "“",
    "”",
    "\"",
    "We will not be rushed,",
    "97%",
    "some $3m",
    "on Tuesday",
    "in 2019",
    "is controlled by",
    "but claimed by",
    "known in Arvel as",
    "Tessin",
    "Borland",
    "not",
    "The bridge",
    "would cost",
    "尖閣",
    "é",
    "👩‍🚀",
    "می‌خواهم",
    ".",
    "?",
    "\n\n",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        9 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ];
    prop::collection::vec(piece, 1..90).prop_map(|pieces| pieces.join(" "))
}

fn story_of(text: &str) -> Arc<Story> {
    let mut article = plain::read(Source::new(text).unwrap());
    article.publisher = Some("@here **Post**".to_owned());
    article.url = Some("https://example.org/mill".to_owned());
    Arc::new(Story::new("mill", article, vec![fact("share", text, &[])]))
}

/// Every kind of reply about a story, for the words that somebody typed.
fn replies(story: &Arc<Story>, typed: &str) -> Vec<Reply> {
    let listed = |count: usize| Listed {
        story: Arc::clone(story),
        found: (0..count).collect(),
        speaker: Some(typed.to_owned()),
        about: None,
    };
    let extracted = story.extracted();
    let sentences: Vec<Citation> =
        story.document().sentences().iter().map(|sentence| story.cite(sentence.span)).collect();
    let answer = |question: &str| {
        Reply::Answer(Answered {
            story: Arc::clone(story),
            question: question.to_owned(),
            answer: Arc::new(answer::ask(story, question, &AskOptions { ranked: 15, ..AskOptions::default() })),
            top: 3,
            explain: true,
            took: Duration::ZERO,
            approved: None,
        })
    };
    let mut replies = vec![
        answer(typed),
        answer("what did Maria Lund say?"),
        answer("who controls Tessin?"),
        Reply::Statements(listed(extracted.statements.len())),
        Reply::Statements(listed(extracted.statements.len().min(1))),
        Reply::Figures(listed(extracted.figures.len())),
        Reply::Dispute(listed(extracted.dispute.len())),
        Reply::Timeline(listed(extracted.events.len())),
        Reply::Facts(listed(1)),
        Reply::Claim(ClaimChecked {
            story: Arc::clone(story),
            claim: typed.to_owned(),
            checked: check::check(story, typed),
        }),
        Reply::Quote(QuoteChecked {
            story: Arc::clone(story),
            quote: typed.to_owned(),
            check: quote::check(story, typed),
        }),
        Reply::Summary(Summarised { story: Arc::clone(story), sentences: summary::summarise(story, 5) }),
        Reply::InUse(StoryInUse { story: Arc::clone(story), others: Vec::new() }),
        Reply::About(About { story: Some(Arc::clone(story)), error_rates: error_rates::measured() }),
        Reply::Help,
    ];
    for paragraph in 0..story.document().paragraphs().len().min(3) {
        replies.push(Reply::Paragraph(ParagraphShown { story: Arc::clone(story), paragraph }));
    }
    let proofs = extracted.names.first().map(|name| Proof { words: name.canonical, shown_by: name.canonical });
    let why = (0..extracted.statements.len()).map(|statement| Why { statement, proofs: proofs.into_iter().collect() });
    replies.push(Reply::Reasoned(Reasoned { story: Arc::clone(story), asked: typed.to_owned(), found: why.collect() }));
    let source = |(index, statement): (usize, &verbatim_index::extract::Statement)| SourceFound {
        kind: SourceKind::Unnamed,
        name: statement.speaker.map(|speaker| speaker.written),
        said: vec![index],
        passed_on: vec![index],
    };
    let found = extracted.statements.iter().enumerate().map(source).collect();
    replies.push(Reply::Sources(SourcesFound { story: Arc::clone(story), found, own: sentences.clone() }));
    for purpose in [Purpose::Check, Purpose::Whose] {
        let (pieces, left) = crate::commands::message::mark(story, typed, purpose);
        replies.push(Reply::Marked(Marked { story: Arc::clone(story), text: typed.to_owned(), purpose, pieces, left }));
    }
    for nearness in [Nearness::Further, Nearness::NoAnswer, Nearness::Reading] {
        replies.push(Reply::Passages(PassagesShown {
            story: Arc::clone(story),
            passages: sentences.clone(),
            nearness,
        }));
    }
    replies
}

fn check_limits(sent: &serde_json::Value) {
    let mut embed = sent["embeds"][0].clone();
    embed["type"] = "rich".into();
    let embed: twilight_model::channel::message::Embed = serde_json::from_value(embed).unwrap();
    twilight_validate::embed::embed(&embed).unwrap();
    let rows = sent["components"].as_array().cloned().unwrap_or_default();
    assert!(rows.len() <= 5);
    let mut identifiers = Vec::new();
    for row in &rows {
        let buttons = row["components"].as_array().unwrap();
        assert!((1..=5).contains(&buttons.len()));
        for button in buttons {
            let length = |field: &str| button[field].as_str().unwrap().chars().count();
            assert!((1..=80).contains(&length("label")) && (1..=100).contains(&length("custom_id")), "{button}");
            identifiers.push(button["custom_id"].as_str().unwrap());
        }
    }
    let count = identifiers.len();
    identifiers.sort_unstable();
    identifiers.dedup();
    assert_eq!(identifiers.len(), count, "two buttons of one id");
    assert_eq!(sent["allowed_mentions"], serde_json::json!({"parse": []}));
}

/// Markdown with the addresses of our links left out, and escaped marks replaced by a letter.
fn active(markdown: &str) -> String {
    let mut active = String::new();
    let mut rest = markdown;
    while let Some(at) = rest.find(['\\', ']']) {
        active.push_str(&rest[..at]);
        if let Some(link) = rest[at..].strip_prefix("](https://example.org/") {
            active.push(']');
            rest = link.split_once(')').expect("a link is closed").1;
        } else if rest[at..].starts_with('\\') {
            active.push('x');
            let mut escaped = rest[at + 1..].chars();
            assert!(escaped.next().is_some_and(|mark| mark.is_ascii_punctuation()), "{rest}");
            rest = escaped.as_str();
        } else {
            active.push(']');
            rest = &rest[at + 1..];
        }
    }
    active.push_str(rest);
    active
}

fn check_harmless(sent: &serde_json::Value) {
    for field in ["description", "title"] {
        let Some(markdown) = sent["embeds"][0][field].as_str() else { continue };
        let active = active(markdown);
        for mark in ["@", "<", "|", "~", "_", "](", "```", "://"] {
            assert!(!active.contains(mark), "{mark} in {markdown}");
        }
        for line in active.lines().map(|line| line.trim_start_matches("> ")) {
            let begins = line.trim_start_matches('#').len() < line.len();
            assert!(!begins && !line.starts_with("-# x"), "{line}");
        }
        assert!(!active.contains(|letter: char| letter.is_control() && letter != '\n'), "{markdown:?}");
        assert!(!active.contains(['\u{202E}', '\u{200B}']), "{markdown:?}");
    }
}

/// Words as they are compared: without what can't be seen, or joins others.
fn plain_words(words: &str) -> String {
    let visible = markdown::visible(words);
    visible.chars().filter(|letter| !matches!(letter, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')).collect()
}

fn check_verbatim(story: &Story, sent: &serde_json::Value) {
    let description = sent["embeds"][0]["description"].as_str().unwrap();
    let told = plain_words(story.document().source().text());
    for quotation in description.lines().filter_map(|line| line.strip_prefix("> ")) {
        let mut shown = String::new();
        let mut rest = quotation.chars();
        while let Some(letter) = rest.next() {
            shown.extend(if letter == '\\' { rest.next() } else { Some(letter) });
        }
        let whole = shown.strip_suffix('…').unwrap_or(&shown);
        for piece in whole.split("[…]").map(plain_words) {
            assert!(told.contains(&piece), "{piece:?} isn't in {told:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_told_is_within_the_limits_harmless_and_the_storys(told in text(), typed in text()) {
        let story = story_of(&told);
        for reply in replies(&story, &typed) {
            for language in Language::ALL {
                let sent = serde_json::to_value(message(language, &reply)).unwrap();
                check_limits(&sent);
                check_harmless(&sent);
                check_verbatim(&story, &sent);
            }
        }
    }
}

#[test]
fn what_is_active_is_what_no_backslash_stands_before() {
    assert_eq!(active(r"\<\@1\> **b** [¶](https://example.org/a#:~:text=b_c) \\"), "xx1x **b** [¶] x");
}
