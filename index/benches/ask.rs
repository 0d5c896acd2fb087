//! How long one question and one claim take on one story in memory, after the first.

use verbatim_encoder::Encoder;
use verbatim_index::answer::{self, AskOptions};
use verbatim_index::article::{self, Format};
use verbatim_index::check;
use verbatim_index::meaning::StoryMeaning;
use verbatim_index::span::Source;
use verbatim_index::story::Story;

/// A story of our own, as long as a short news report.
const STORY: &str = "Harbour town votes to keep its crane

The town of Elmouth will not close its old harbour this year, Mayor Ada Brook has said.

The crane was built in 1911 and costs the town 40% of its budget. Denby has sold 12 boats to Norway since May.

Fisher Tom Reed told the council that he had no plans to leave the quay, according to the Elmouth Echo.

The wreck outside the harbour is thought to contain coal. It was found by divers in June after a storm.

Neighbouring Denby has asked for talks over the sandbank, which is claimed by both towns and controlled by Elmouth.

Ms Brook said: \"We will talk to anyone who comes with a plan.\" She has invited both councils to a meeting in August.
";

fn main() {
    divan::main();
}

fn story() -> Story {
    let source = Source::new(STORY).expect("the story is short");
    let story = Story::new("bench", article::read(source, Format::Plain), Vec::new());
    answer::ask(&story, "what works out the lookup?", &AskOptions::default());
    story
}

#[divan::bench(args = [
    "Who controls the sandbank?",
    "y wont they close the harbour",
    "what did tom reed tell the council about leaving",
    "How much of the budget does the crane cost, and when was it built by the people of the town?",
])]
fn ask(bencher: divan::Bencher<'_, '_>, question: &str) {
    let story = story();
    bencher.bench(|| answer::ask(&story, question, &AskOptions::default()));
}

#[divan::bench(args = ["Who controls the sandbank?", "y wont they close the harbour"])]
fn ask_by_words_alone(bencher: divan::Bencher<'_, '_>, question: &str) {
    let story = story();
    let options = AskOptions { by_meaning: false, by_reading: false, ..AskOptions::default() };
    bencher.bench(|| answer::ask(&story, question, &options));
}

/// Twelve tokens and thirty.
#[divan::bench(args = [
    "y wont they close the old harbour this year",
    "Neighbouring Denby has asked for talks over the sandbank, which is claimed by both towns and controlled by Elmouth.",
])]
fn encode(bencher: divan::Bencher<'_, '_>, text: &str) {
    bencher.bench(|| Encoder::shipped().encode(divan::black_box(text)));
}

#[divan::bench]
fn read_what_a_story_means(bencher: divan::Bencher<'_, '_>) {
    let story = story();
    bencher.bench(|| StoryMeaning::of(story.document()));
}

/// The question's vectors included; against `encode` it shows what the comparison alone takes, over 300 sentences.
#[divan::bench]
fn compare_with_a_long_story(bencher: divan::Bencher<'_, '_>) {
    let text = format!("{STORY}{}", STORY.split_once("\n\n").map_or("", |(_, body)| body).repeat(30));
    let story = Story::new("long", article::read(Source::new(text).expect("still short"), Format::Plain), Vec::new());
    let meaning = StoryMeaning::of(story.document());
    bencher.bench(|| meaning.likeness(divan::black_box("y wont they close the old harbour this year")));
}

#[divan::bench]
fn check_claim(bencher: divan::Bencher<'_, '_>) {
    let story = story();
    bencher.bench(|| check::check(&story, "The crane was built in 1921, and Denby has sold 12 boats to Sweden."));
}
