//! Questions of a server's members that the story doesn't answer, noted for its moderators after the asker has the reply;
//! one that is answered by a later version of the story is forgotten.

use std::sync::Arc;

use jiff::Timestamp;
use verbatim_index::answer::{Answer, Outcome, Silence};
use verbatim_index::story::{Citation, CitedSource};

use crate::commands::{Asker, gaps};
use crate::context::{self, Context};
use crate::desk::{AskedInVain, ServerId, Setting};
use crate::reply::{Answered, Failure, Reply};

/// Notes what a reply leaves open. The reply doesn't wait for it.
pub fn note(context: &Arc<Context>, asker: &Asker, reply: &Reply) {
    let (ServerId::Discord(_), Reply::Answer(answered)) = (asker.server, reply) else { return };
    let is_worth_it = match answered.answer.outcome {
        Outcome::Silent(_) => true,
        // The first version that was asked can't answer what it left open.
        Outcome::Answered => answered.story.version() > 1,
        Outcome::Rejected(_) => false,
    };
    if !is_worth_it || answered.approved.is_some() {
        return;
    }
    let (context, server, answered) = (Arc::clone(context), asker.server, answered.clone());
    tokio::task::spawn_blocking(move || {
        if let Err(failure) = keep(&context, server, &answered) {
            let error = crate::render::words::failure(crate::render::language::Language::English, &failure);
            tracing::warn!(error, "a question without an answer wasn't noted");
        }
    });
}

fn keep(context: &Context, server: ServerId, answered: &Answered) -> Result<(), Failure> {
    let Answered { story, question, answer, .. } = answered;
    let server = context.desk()?.server(server);
    if answer.outcome == Outcome::Answered {
        return Ok(server.forget_question(story.id(), question)?);
    }
    let keeps_words = server.rules()?.in_force(None, None).switch(Setting::KeepQuestions) == Some(true);
    let asked = AskedInVain {
        story: story.id(),
        version: story.version(),
        kind: gaps::kind(question),
        question,
        keeps_words,
        nearest: nearest(answer).map(|citation| context::place(story, citation.span)),
    };
    Ok(server.note_gap(asked, Timestamp::now())?)
}

/// The article's passage nearest to a question without an answer.
fn nearest(answer: &Answer) -> Option<Citation> {
    let of_premise = answer.premise.filter(|_| answer.outcome == Outcome::Silent(Silence::OfSomethingElse));
    let found = answer.nearest.iter().map(|evidence| evidence.citation);
    let ranked = answer.ranked.iter().filter(|evidence| evidence.score > 0.0).map(|evidence| evidence.citation);
    let mut all = of_premise.into_iter().chain(answer.candidates.iter().copied()).chain(found).chain(ranked);
    all.find(|citation| citation.source == CitedSource::Article)
}
