//! What a person is shown for an answer or a verdict, folded for comparison: the words read first, then the first piece
//! of each kind, or all pieces where several are asked for.

use verbatim_index::answer::Answer;
use verbatim_index::check::Checked;
use verbatim_index::span::Span;
use verbatim_index::story::Story;

/// More than this is a wall of text, and no answer.
const MOST_PIECES: usize = 8;
/// The fewest bytes of a piece that is told by its place in a sentence.
const SHORTEST_PIECE: usize = 4;

/// Words shown, folded, the ones read first in front.
pub struct Shown(Vec<String>);

impl Shown {
    /// What an answer shows.
    pub fn of_answer(story: &Story, answer: &Answer, several: bool) -> Self {
        let extracted = story.extracted();
        let most = if several { usize::MAX } else { 1 };
        let sentence_of =
            |span: Span| story.document().sentence_at(span).map(|at| story.document().sentences()[at].span);
        let mut spans: Vec<Span> = Vec::new();
        spans.extend(answer.statements.iter().take(most).map(|at| extracted.statements[*at].span()));
        let figures = answer.figures.iter().take(most).map(|at| extracted.figures[*at].span);
        let dispute = answer.dispute.iter().take(most).map(|at| extracted.dispute[*at].span);
        for span in figures.chain(dispute) {
            spans.push(span);
            spans.extend(sentence_of(span));
        }
        let passages = answer.passages.iter().take(most).map(|passage| story.text(passage.citation));
        let first = answer.lead.map_or("", |lead| story.text(lead));
        let rest = passages.chain(spans.into_iter().map(|span| story.document().text(span)));
        Self(std::iter::once(first).chain(rest).take(MOST_PIECES).map(folded).collect())
    }

    /// What a verdict shows.
    pub fn of_check(story: &Story, checked: &Checked) -> Self {
        Self(checked.because.iter().take(MOST_PIECES).map(|citation| folded(story.text(*citation))).collect())
    }

    /// What is read first.
    pub fn first(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }

    /// Whether words, not yet folded, are shown.
    pub fn has(&self, words: &str) -> bool {
        self.0.join(" ").contains(&folded(words))
    }

    /// Whether a piece of a folded sentence, or more than it, is shown.
    pub fn holds(&self, sentence: &str) -> bool {
        let is_of_it = |piece: &String| piece.len() >= SHORTEST_PIECE && sentence.contains(piece.as_str());
        !sentence.is_empty() && self.0.iter().any(|piece| is_of_it(piece) || piece.contains(sentence))
    }
}

/// Words in small letters, white space and quotation marks alike.
pub fn folded(words: &str) -> String {
    let plain = words.replace(['\u{201C}', '\u{201D}'], "\"").replace(['\u{2018}', '\u{2019}'], "'").to_lowercase();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
