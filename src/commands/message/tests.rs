//! What is told of the pieces of a message.

use verbatim_index::article::plain;

use super::*;

const TEXT: &str = "Bridge vote put off\n\nThe council of Elsin has put off a vote on a new bridge until March, its \
    leader, Maria Lund, said on Tuesday.\n\n\"We will not be rushed,\" Ms Lund told reporters.\n\nThe port handles \
    about 40% of the region's grain. In 2019 it handled 1,200 ships.\n";

fn marked(message: &str) -> Vec<String> {
    let story = Story::new("bridge", plain::read(Source::new(TEXT).unwrap()), Vec::new());
    let (pieces, left) = mark(&story, message, Purpose::Check);
    assert_eq!(left, 0);
    pieces
        .iter()
        .map(|piece| match &piece.found {
            Found::Quotation { check, .. } => format!("{}: {:?}", &message[piece.typed.clone()], check.verdict),
            Found::Claim { checked, figures } => {
                let figures =
                    figures.iter().map(|figure| format!(" [{}: {:?}]", &message[figure.typed.clone()], figure.verdict));
                format!("{}: {:?}{}", &message[piece.typed.clone()], checked.verdict, figures.collect::<String>())
            }
        })
        .collect()
}

#[test]
fn every_quotation_gets_its_own_verdict() {
    assert_eq!(
        marked(
            "\"We will not be rushed,\" Maria Lund said. Then: “We will never be rushed”, and “no such words at all”."
        ),
        ["We will not be rushed,: Verbatim", "We will never be rushed: Altered", "no such words at all: Absent"]
    );
}

#[test]
fn words_given_to_another_speaker_are_told() {
    assert_eq!(marked("\"We will not be rushed,\" said Jon Abel."), ["We will not be rushed,: OtherSpeaker"]);
}

#[test]
fn every_figure_gets_its_own_verdict() {
    assert_eq!(
        marked("The port handles about 40% of the region's grain.\nThe port handles 70% of the region's grain."),
        [
            "The port handles about 40% of the region's grain.: Supported [about 40%: Supported]",
            "The port handles 70% of the region's grain.: Contradicted [70%: Contradicted]"
        ]
    );
}

#[test]
fn a_long_message_is_looked_at_in_part_and_says_so() {
    let story = Story::new("bridge", plain::read(Source::new(TEXT).unwrap()), Vec::new());
    let message = "The port handles grain.\n".repeat(20);
    let (pieces, left) = mark(&story, &message, Purpose::Check);
    assert_eq!((pieces.len(), left), (15, 5));
}
