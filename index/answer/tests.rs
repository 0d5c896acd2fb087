use super::*;
use crate::article::{self, Format};
use crate::span::Source;
use crate::story::Story;

/// Prints what each question is answered with, for a look by hand, and counts the right ones.
fn count_right(story: &Story, questions: &str) -> (usize, usize, Vec<String>) {
    let (mut right, mut wrong, mut notes) = (0, 0, Vec::new());
    for line in questions.lines().filter(|line| !line.starts_with('#')) {
        let (paragraphs, question) = line.split_once(" | ").expect("each line has a bar");
        let answer = ask(story, question, &AskOptions::default());
        let shown = answer.passages.first().map(|passage| story.passage(passage.citation));
        let paragraph = shown.as_ref().and_then(|passage| passage.paragraph).map(|number| number.to_string());
        let answered = answer.outcome == Outcome::Answered;
        let is_right = match paragraph.filter(|_| answered) {
            Some(paragraph) => paragraphs.split(", ").any(|number| number == paragraph),
            None => paragraphs == "-" && !answered,
        };
        right += usize::from(is_right);
        wrong += usize::from(answered && !is_right);
        if !is_right {
            let text = shown.map_or("", |passage| passage.text);
            notes.push(format!("{:.2} {question} ({paragraphs}): {answered} {}", answer.confidence, text));
        }
    }
    (right, wrong, notes)
}

#[test]
fn hurried_questions_on_the_first_story_are_mostly_answered() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/seeds/article.txt");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {} isn't here", path.display());
        return;
    };
    let story = Story::new("seed", article::read(Source::new(text).unwrap(), Format::Plain), Vec::new());
    let (right, wrong, notes) = count_right(&story, include_str!("tests/hurried_questions.txt"));
    println!("{right} right, {wrong} wrong of 40\n{}", notes.join("\n"));
    assert!(right >= 24, "{right} right of 40");
}
