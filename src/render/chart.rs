//! Comparable figures → a picture (PNG), and the same in words for those who don't see it. Which figures are comparable is
//! the engine's. Its few words of ours are English, as its letters are Latin.

use verbatim_index::answer::{self, Outcome, Silence};
use verbatim_index::question::{self, Intent};
use verbatim_index::series::Series;
use verbatim_index::story::{CitedSource, Story};

use crate::reply::{Answered, Reply};

mod canvas;
mod described;
mod drawing;
mod drawn;
mod labels;
mod lettering;
mod rows;
mod scale;

/// A chart as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The picture.
    pub png: Vec<u8>,
    /// What it shows, in words.
    pub description: String,
}

/// The chart of the figures that a reply shows, where they can be compared.
pub fn of(reply: &Reply) -> Option<Picture> {
    let (story, series) = compared(reply)?;
    drawn(story, series)
}

/// The figures that a reply shows, where they can be compared: which of the story's series they are.
pub fn number_of(reply: &Reply) -> Option<(&Story, usize)> {
    let (story, series) = compared(reply)?;
    let number = story.series().iter().position(|other| std::ptr::eq(other, series))?;
    Some((story, number))
}

/// The chart of a series by its number.
pub fn numbered(story: &Story, number: usize) -> Option<Picture> {
    drawn(story, story.series().get(number)?)
}

fn compared(reply: &Reply) -> Option<(&Story, &Series)> {
    match reply {
        Reply::Figures(listed) => {
            let series = answer::series(&listed.story, listed.about.as_deref()).into_iter().next()?;
            Some((&*listed.story, series))
        }
        Reply::Answer(answered) => Some((&*answered.story, answering(answered)?)),
        _ => None,
    }
}

fn drawn(story: &Story, series: &Series) -> Option<Picture> {
    match picture(story, series) {
        Ok(picture) => Some(picture),
        Err(error) => {
            tracing::warn!(error = format!("{error:#}"), "a chart couldn't be drawn");
            None
        }
    }
}

/// The chart of a series.
///
/// # Errors
/// When it can't be drawn.
pub fn picture(story: &Story, series: &Series) -> anyhow::Result<Picture> {
    let chart = rows::chart(story, series);
    Ok(Picture { png: drawn::once(&chart)?, description: described::description(&chart) })
}

/// The series in which the figure stands that answers a question.
fn answering(answered: &Answered) -> Option<&Series> {
    let (story, answer) = (&answered.story, &answered.answer);
    match answer.outcome {
        Outcome::Answered if !answer.figures.is_empty() => {
            let lead = answer.lead.or_else(|| answer.passages.first().map(|evidence| evidence.citation))?;
            story.series().iter().find(|series| series.stands_in(lead))
        }
        Outcome::Silent(Silence::RelatedOnly) if asks_for_figure(&answered.question) => {
            let fact = CitedSource::Fact(*answer.related.first()?);
            story.series().iter().find(|series| series.points.iter().any(|point| point.words.source == fact))
        }
        Outcome::Answered | Outcome::Silent(_) | Outcome::Rejected(_) => None,
    }
}

fn asks_for_figure(question: &str) -> bool {
    question::read(question).is_ok_and(|question| matches!(question.intent, Intent::Share | Intent::HowMuch))
}

#[cfg(test)]
mod tests;
