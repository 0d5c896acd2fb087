//! What people see on Discord, as it goes over the wire.

use std::sync::Arc;
use std::time::Duration;

use insta::assert_json_snapshot;
use verbatim_index::answer::{Answer, AnswerKind, Evidence, Label, Outcome, Rejection, Silence};
use verbatim_index::article::plain;
use verbatim_index::check::{Checked, Difference, DifferenceKind, Verdict};
use verbatim_index::facts::{Fact, FactSource};
use verbatim_index::quote::{Alteration, QuoteCheck, QuoteVerdict};
use verbatim_index::span::Source;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::*;
use crate::reply::{Answered, ClaimChecked, Listed, Mistake, QuoteChecked};

mod arbitrary;
mod kinds;

const TEXT: &str = "Valley mill closes

The mill by the river closed on Friday after 97 years.

It made some 40% of the valley's flour. Its wheel, [sic] the *oldest*, still turns.

The town has no plan for the building.
";

/// The first page of a reply.
fn message(language: Language, reply: &Reply) -> Message {
    super::message(language, reply, 0)
}

fn story() -> Arc<Story> {
    let mut article = plain::read(Source::new(TEXT).unwrap());
    article.publisher = Some("The Valley Post".to_owned());
    article.published = Some("2026-03-14".parse().unwrap());
    article.url = Some("https://example.org/mill".to_owned());
    let facts = vec![
        fact("share", "The mill made 35% of the valley's flour in 2024.", &["share-council"]),
        fact("share-council", "The mill made half of the valley's flour, the council says.", &["share"]),
    ];
    Arc::new(Story::new("mill", article, facts))
}

fn fact(id: &str, claim: &str, disputed_by: &[&str]) -> Fact {
    Fact {
        id: id.to_owned(),
        topic: "supply".to_owned(),
        claim: Source::new(claim).unwrap(),
        value: None,
        unit: None,
        of: None,
        measure: None,
        by: None,
        year: None,
        speaker: None,
        date: None,
        source: FactSource {
            title: format!("Yearbook, {id}"),
            publisher: "Millers' Union".to_owned(),
            url: Some(format!("https://example.org/{id}")),
            published: Some("2025-02".to_owned()),
        },
        confidence: None,
        note: None,
        disputed_by: disputed_by.iter().map(|id| (*id).to_owned()).collect(),
    }
}

fn cite(story: &Story, words: &str) -> Citation {
    let start = TEXT.find(words).unwrap();
    story.cite(story.document().source().span(start..start + words.len()).unwrap())
}

fn evidence(story: &Story, words: &str) -> Evidence {
    Evidence { citation: cite(story, words), score: 0.9 }
}

fn unanswered(outcome: Outcome) -> Answer {
    Answer {
        outcome,
        confidence: 0.0,
        kind: AnswerKind::Passage,
        lead: None,
        label: None,
        passages: Vec::new(),
        statements: Vec::new(),
        figures: Vec::new(),
        dispute: Vec::new(),
        events: Vec::new(),
        related: Vec::new(),
        nearest: Vec::new(),
        premise: None,
        candidates: Vec::new(),
        did_you_mean: None,
        ranked: Vec::new(),
        clues: Vec::new(),
    }
}

fn shown(story: &Arc<Story>, question: &str, answer: Answer) -> Message {
    message(
        Language::English,
        &Reply::Answer(Answered {
            story: Arc::clone(story),
            question: question.to_owned(),
            answer: Arc::new(answer),
            top: 0,
            explain: false,
            took: Duration::ZERO,
            approved: None,
        }),
    )
}

#[test]
fn an_answer_shows_the_words_and_whose_they_are() {
    let story = story();
    let mut answer = unanswered(Outcome::Answered);
    answer.label = Some(Label::StorySaysSo);
    answer.lead = Some(cite(&story, "It made some 40% of the valley's flour."));
    answer.passages = vec![
        evidence(&story, "It made some 40% of the valley's flour."),
        evidence(&story, "Its wheel, [sic] the *oldest*, still turns."),
    ];
    assert_json_snapshot!(shown(&story, "did it make flour, @everyone?", answer), @r#"
    {
      "embeds": [
        {
          "color": 40563,
          "author": {
            "name": "did it make flour, @everyone?"
          },
          "title": "Valley mill closes",
          "url": "https://example.org/mill",
          "description": "**The story says so:**\n> It made some 40% of the valley's flour.\nThe story's own words · hedged · [paragraph 2](https://example.org/mill#:~:text=It%20made%20some%2040%25%20of%20the%20valley%27s%20flour.)\n\n**Also:**\n> Its wheel, \\[sic\\] the \\*oldest\\*, still turns.\nThe story's own words · [paragraph 2](https://example.org/mill#:~:text=Its%20wheel%2C%20%5Bsic%5D%20the%20%2Aoldest%2A%2C%20still%20turns.)",
          "footer": {
            "text": "The Valley Post · 14 March 2026 · answer mill@1/35b8e2642b0f070e"
          }
        }
      ],
      "allowed_mentions": {
        "parse": []
      },
      "components": [
        {
          "type": 1,
          "components": [
            {
              "type": 2,
              "style": 2,
              "label": "Show the paragraph",
              "custom_id": "run|source|paragraph=2|story=mill@1"
            },
            {
              "type": 2,
              "style": 2,
              "label": "Tell me if this changes",
              "custom_id": "run|tell|story=mill@1"
            },
            {
              "type": 2,
              "style": 2,
              "label": "Verify",
              "custom_id": "run|verify|story=mill@1"
            }
          ]
        }
      ]
    }
    "#);
}

#[test]
fn a_silence_keeps_the_nearest_passages_one_click_away() {
    let story = story();
    let mut answer = unanswered(Outcome::Silent(Silence::NotInStory));
    answer.nearest = vec![evidence(&story, "The town has no plan for the building.")];
    answer.did_you_mean = Some(("mil".to_owned(), cite(&story, "mill")));
    assert_json_snapshot!(shown(&story, "who owns the mil?", answer), @r#"
    {
      "embeds": [
        {
          "color": 10066329,
          "author": {
            "name": "who owns the mil?"
          },
          "title": "Valley mill closes",
          "url": "https://example.org/mill",
          "description": "**The story doesn't say.**\n\nDid you mean “mill”? The story has no “mil”.",
          "footer": {
            "text": "The Valley Post · 14 March 2026 · answer mill@1/e2db13ba7a1d79bf"
          }
        }
      ],
      "allowed_mentions": {
        "parse": []
      },
      "components": [
        {
          "type": 1,
          "components": [
            {
              "type": 2,
              "style": 2,
              "label": "Ask with “mill”",
              "custom_id": "run|ask|question=who owns the mill?|story=mill@1"
            },
            {
              "type": 2,
              "style": 2,
              "label": "Nearest passages",
              "custom_id": "run|near|at=4|story=mill@1"
            },
            {
              "type": 2,
              "style": 2,
              "label": "Tell me if this changes",
              "custom_id": "run|tell|story=mill@1"
            }
          ]
        }
      ]
    }
    "#);
}

#[test]
fn related_facts_are_never_shown_as_the_articles() {
    let story = story();
    let mut answer = unanswered(Outcome::Silent(Silence::RelatedOnly));
    answer.related = vec![0, 1];
    assert_json_snapshot!(shown(&story, "what share in 2024?", answer), @r#"
    {
      "embeds": [
        {
          "color": 15113984,
          "author": {
            "name": "what share in 2024?"
          },
          "title": "Valley mill closes",
          "url": "https://example.org/mill",
          "description": "**The story doesn't say. A related fact, not the story:**\n\n> The mill made 35% of the valley's flour in 2024.\nRelated fact, not from the article: [Yearbook, share](https://example.org/share) · Millers' Union · February 2025\n\n**Told otherwise:**\n> The mill made half of the valley's flour, the council says.\nRelated fact, not from the article: [Yearbook, share-council](https://example.org/share-council) · Millers' Union · February 2025",
          "footer": {
            "text": "The Valley Post · 14 March 2026 · answer mill@1/9ff1af3f198b2307"
          }
        }
      ],
      "allowed_mentions": {
        "parse": []
      },
      "components": [
        {
          "type": 1,
          "components": [
            {
              "type": 2,
              "style": 2,
              "label": "Tell me if this changes",
              "custom_id": "run|tell|story=mill@1"
            },
            {
              "type": 2,
              "style": 2,
              "label": "Verify",
              "custom_id": "run|verify|story=mill@1"
            }
          ]
        }
      ]
    }
    "#);
}

#[test]
fn a_false_premise_gets_the_passage_it_runs_against() {
    let story = story();
    let mut answer = unanswered(Outcome::Silent(Silence::OfSomethingElse));
    answer.premise = Some(cite(&story, "The mill by the river closed on Friday after 97 years."));
    assert_json_snapshot!(serde_json::to_value(shown(&story, "why did the bakery close?", answer)).unwrap()["embeds"][0]["description"], @r#""**The story doesn't say that. It says:**\n\n> The mill by the river closed on Friday after 97 years.\nThe story's own words · [paragraph 1](https://example.org/mill#:~:text=The%20mill%20by%20the,Friday%20after%2097%20years.)""#);
}

#[test]
fn what_is_no_question_is_said_to_the_asker_alone() {
    let rejected = shown(&story(), "", unanswered(Outcome::Rejected(Rejection::Empty)));
    assert_json_snapshot!(rejected, @r#"
    {
      "embeds": [
        {
          "color": 10066329,
          "description": "There is no question in that. Ask what the story says, such as: who said what?"
        }
      ],
      "allowed_mentions": {
        "parse": []
      },
      "flags": 64
    }
    "#);
}

#[test]
fn a_failure_of_ours_shows_no_detail() {
    let failure = super::failure(Language::English, &Failure::Ours(anyhow::anyhow!("disk /dev/sda1 is full")));
    assert_json_snapshot!(failure, @r#"
    {
      "embeds": [
        {
          "color": 10066329,
          "description": "Sorry, that went wrong on our side. It is in the log for the people who run this bot."
        }
      ],
      "allowed_mentions": {
        "parse": []
      },
      "flags": 64
    }
    "#);
    let mistake = super::failure(Language::English, &Failure::Asker(Mistake::Missing { option: "question" }));
    assert!(mistake.is_private());
}

#[test]
fn a_claim_gets_what_differs_and_the_words_that_decide() {
    let story = story();
    let claim = "The mill made 60% of the flour.";
    let difference = Difference { claim: 14..17, story: cite(&story, "some 40%"), kind: DifferenceKind::Number };
    let checked = Checked {
        claim: 0..claim.len(),
        verdict: Verdict::Contradicted,
        confidence: 0.9,
        because: vec![cite(&story, "It made some 40% of the valley's flour.")],
        differences: vec![difference],
        parts: Vec::new(),
    };
    let reply = Reply::Claim(ClaimChecked { story, claim: claim.to_owned(), checked });
    assert_json_snapshot!(message(Language::English, &reply), @r#"
    {
      "embeds": [
        {
          "color": 10066329,
          "author": {
            "name": "The mill made 60% of the flour."
          },
          "title": "Valley mill closes",
          "url": "https://example.org/mill",
          "description": "**The story says otherwise.**\n\nnumber: asked: **60%** · the story: **some 40%**\n\n> It made some 40% of the valley's flour.\nThe story's own words · hedged · [paragraph 2](https://example.org/mill#:~:text=It%20made%20some%2040%25%20of%20the%20valley%27s%20flour.)",
          "footer": {
            "text": "The Valley Post · 14 March 2026 · answer mill@1/check-4ce08c0e10313e17"
          }
        }
      ],
      "allowed_mentions": {
        "parse": []
      },
      "components": [
        {
          "type": 1,
          "components": [
            {
              "type": 2,
              "style": 2,
              "label": "Verify",
              "custom_id": "run|verify|story=mill@1"
            }
          ]
        }
      ]
    }
    "#);
}

#[test]
fn an_altered_quotation_is_shown_beside_the_storys_words() {
    let story = story();
    let alteration = Alteration { quote: 4..9, story: Some(cite(&story, "no")) };
    let check = QuoteCheck {
        verdict: QuoteVerdict::Altered,
        because: vec![cite(&story, "The town has no plan for the building.")],
        alterations: vec![alteration],
    };
    let reply = Reply::Quote(QuoteChecked { story, quote: "has a big plan".to_owned(), check });
    assert_json_snapshot!(serde_json::to_value(message(Language::English, &reply)).unwrap()["embeds"][0]["description"], @r#""**Altered: the story's words are others.**\n\nasked: **a big** · the story: **no**\n\n> The town has no plan for the building.\nThe story's own words · [paragraph 3](https://example.org/mill#:~:text=The%20town%20has%20no%20plan%20for%20the%20building.)""#);
}

#[test]
fn a_paragraph_stands_between_its_neighbours() {
    let reply = Reply::Paragraph(ParagraphShown { story: story(), paragraph: 1 });
    assert_json_snapshot!(serde_json::to_value(message(Language::English, &reply)).unwrap()["embeds"][0]["description"], @r#""> Valley mill closes\nThe story's own words · [headline](https://example.org/mill#:~:text=Valley%20mill%20closes)\n\n> The mill by the river closed on Friday after 97 years.\nThe story's own words · [paragraph 1](https://example.org/mill#:~:text=The%20mill%20by%20the,Friday%20after%2097%20years.)\n\n> It made some 40% of the valley's flour. Its wheel, \\[sic\\] the \\*oldest\\*, still turns.\nThe story's own words · hedged · [paragraph 2](https://example.org/mill#:~:text=It%20made%20some%2040%25,the%20%2Aoldest%2A%2C%20still%20turns.)""#);
}

#[test]
fn a_list_that_is_too_long_says_how_many_are_left() {
    let mut embed = Embed::new(Colour::Quiet);
    let blocks = vec!["w".repeat(1500); 5];
    blocks::fill(Language::English, &mut embed, &blocks);
    let json = serde_json::to_value(&embed).unwrap();
    let description = json["description"].as_str().unwrap();
    assert!(description.ends_with("\n\n… and 3 more. Narrow it down with the command's options."), "{description}");
    assert!(description.chars().count() <= 4096);
}

#[test]
fn a_claim_of_a_fact_is_cited_from_the_fact() {
    let story = story();
    let claim = &story.facts()[0].claim;
    let citation = Citation { source: CitedSource::Fact(0), span: claim.trimmed(0..claim.text().len()).unwrap() };
    assert!(source::line(Language::English, &story, citation).starts_with("Related fact, not from the article"));
    assert_eq!(source::colour(&story, citation), Colour::RelatedFact);
}

#[test]
fn a_long_list_is_read_on_page_by_page() {
    let text: String =
        (1..60).map(|number| format!("The mill {number} closed in May {}.\n\n", 1900 + number)).collect();
    let text = format!("Mills close\n\n{text}");
    let story = Arc::new(Story::new("mills", plain::read(Source::new(text).unwrap()), Vec::new()));
    let found: Vec<usize> = (0..story.extracted().figures.len()).collect();
    let listed = Reply::Figures(Listed { story, found, speaker: None, about: Some("mill".to_owned()) });
    let mut from = 0;
    let mut pages = Vec::new();
    loop {
        let sent = serde_json::to_value(super::message(Language::English, &listed, from)).unwrap();
        pages.push(sent["embeds"][0]["description"].as_str().unwrap().to_owned());
        let buttons = sent["components"][0]["components"].as_array().unwrap().iter();
        let mut identifiers = buttons.filter_map(|button| button["custom_id"].as_str());
        let further = identifiers.find_map(|identifier| identifier.strip_prefix("turn|figures|about=mill|from="));
        let Some(begins) = further else { break };
        from = begins.split('|').next().unwrap().parse().unwrap();
    }
    assert!(pages.len() > 1);
    for number in 1..60 {
        let words = format!("> The mill {number} closed");
        assert_eq!(pages.iter().filter(|page| page.contains(&words)).count(), 1, "{words}");
    }
}
