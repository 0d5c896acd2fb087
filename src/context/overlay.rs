//! What was done by hand to a story for whoever asks: corrections of speakers and figures, and approved answers, the
//! operator's and those of the server. Looked up at most every few seconds.

use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::time::Duration;

use fnv::FnvHasher;
use moka::sync::Cache;
use verbatim_index::carried::Carried;
use verbatim_index::correction::{self, Corrects};
use verbatim_index::span::Span;
use verbatim_index::story::Story;

use super::Context;
use crate::desk::{Approved, Backing, By, Correction, Desk, DeskError, Kind, PlaceInStory, ServerId, normal_form};
use crate::reply::{ApprovedAnswer, ApprovedWords, CorrectionShown, Failure};

/// How long another process's change may go unnoticed.
const UNNOTICED: Duration = Duration::from_secs(2);
/// How many stories with corrections are kept ready.
const READY: u64 = 64;

/// What was done by hand, as it was looked up lately.
pub(super) struct Overlays {
    corrections: Cache<Asked, Arc<Kept>>,
    stories: Cache<(String, u32, u64), Arc<Story>>,
}

/// The corrections of a story that hold for a server.
#[derive(Default)]
struct Kept {
    /// Its own.
    own: Vec<Correction>,
    /// The operator's, which hold for everybody.
    of_operator: Vec<Correction>,
    /// Approved answers: the operator's before the server's own, so that these are found from the end.
    approved: Vec<Approved>,
}

impl Kept {
    /// All of them, the server's own first.
    fn all(&self) -> impl Iterator<Item = &Correction> {
        self.own.iter().chain(&self.of_operator)
    }
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Asked {
    server: ServerId,
    story: String,
}

impl Overlays {
    pub fn new() -> Self {
        let corrections = Cache::builder().max_capacity(10_000).time_to_live(UNNOTICED).build();
        Self { corrections, stories: Cache::new(READY) }
    }
}

impl Context {
    /// A story as somebody in a server sees it: with what was corrected by hand. Where that can't be looked up, it is shown
    /// as it was read, and the log says so.
    pub fn with_corrections(&self, story: Arc<Story>, server: ServerId) -> Arc<Story> {
        let Some(kept) = self.kept_or_warn(server, story.id()) else { return story };
        if kept.all().next().is_none() {
            return story;
        }
        let key = (story.id().to_owned(), story.version(), fingerprint(&story, &kept));
        self.overlays.stories.get_with(key, || {
            let mut holding: Vec<correction::Correction> = Vec::new();
            for correction in kept.all().filter_map(|correction| self.in_story(&story, correction).ok()) {
                // What a server corrects itself goes before what the operator did.
                if holding.iter().all(|other| other.of != correction.of) {
                    holding.push(correction);
                }
            }
            Arc::new(story.corrected(holding))
        })
    }

    /// What moderators approved as the answer to a question, as it stands in the story.
    pub fn approved_answer(&self, server: ServerId, story: &Story, question: &str) -> Option<ApprovedAnswer> {
        let kept = self.kept_or_warn(server, story.id())?;
        if kept.approved.is_empty() {
            return None;
        }
        let asked = normal_form(question);
        let fitting = kept.approved.iter().rev().filter(|approved| approved.question == asked);
        fitting.filter_map(|approved| self.approved_in_story(story, approved)).next()
    }

    /// An approved answer as it stands in a story; `None` where the text under it changed.
    pub fn approved_in_story(&self, story: &Story, approved: &Approved) -> Option<ApprovedAnswer> {
        let now = |place: &PlaceInStory| self.citation_now(story, place.version, place.at);
        let note = |beside, link| ApprovedWords::Note { words: approved.words.clone(), beside, link };
        let words = match &approved.backing {
            Backing::Passage(place) => ApprovedWords::Story(now(place)?),
            Backing::Beside(place) => note(Some(now(place)?), None),
            Backing::Link(address) => note(None, Some(address.clone())),
            Backing::Nothing => note(None, None),
        };
        Some(ApprovedAnswer { words, who: approved.who.clone(), at: approved.at })
    }

    /// What was done by hand; where it can't be looked up, the log says so.
    fn kept_or_warn(&self, server: ServerId, story: &str) -> Option<Arc<Kept>> {
        match self.corrections(server, story) {
            Ok(kept) => Some(kept),
            Err(failure) => {
                let error = crate::render::words::failure(crate::render::language::Language::English, &failure);
                tracing::warn!(error, "what was done by hand can't be read, so it isn't shown");
                None
            }
        }
    }

    /// Each correction that is meant for a server, and where it stands in a story as it is now.
    pub fn corrections_shown(&self, server: ServerId, story: &Story) -> Result<Vec<CorrectionShown>, Failure> {
        let kept = self.corrections(server, story.id())?;
        let shown = |correction: &Correction, is_own| {
            let standing = self.in_story(story, correction);
            CorrectionShown { correction: correction.clone(), is_own, standing }
        };
        let own = kept.own.iter().map(|correction| shown(correction, true));
        Ok(own.chain(kept.of_operator.iter().map(|correction| shown(correction, false))).collect())
    }

    /// Flags the corrections of every server that held in the version before and don't any more; how many.
    ///
    /// # Errors
    /// When what is kept can't be read or written.
    pub fn flag_corrections(&self, story: &Story, by: By) -> Result<usize, Failure> {
        let Some(desk) = self.desk_if_any()? else { return Ok(0) };
        let Some(version) = story.version().checked_sub(1) else { return Ok(0) };
        let kept = desk.corrections_everywhere(Some(story.id()))?;
        if kept.is_empty() {
            return Ok(0);
        }
        let before = self.library()?.version(story.id(), version).ok();
        let held = |one: &Correction| before.as_ref().is_some_and(|before| self.in_story(before, one).is_ok());
        let lost = kept.iter().filter(|(_, one)| held(one) && self.in_story(story, one).is_err());
        let lost: Vec<&(ServerId, Correction)> = lost.collect();
        for (server, correction) in &lost {
            desk.server(*server).flag_correction(by, correction)?;
        }
        Ok(lost.len())
    }

    /// How many corrections are kept in all, and the stories of those whose text changed.
    ///
    /// # Errors
    /// When what is kept can't be read.
    pub fn examine_corrections(&self) -> Result<(usize, Vec<String>), Failure> {
        let Some(desk) = self.desk_if_any()? else { return Ok((0, Vec::new())) };
        let (kept, library) = (desk.corrections_everywhere(None)?, self.library()?);
        let is_lost = |one: &&(ServerId, Correction)| {
            library.story(&one.1.story).map_or(true, |story| self.in_story(&story, &one.1).is_err())
        };
        let lost = kept.iter().filter(is_lost).map(|(_, one)| format!("{} in {}", one.number, one.story));
        Ok((kept.len(), lost.collect()))
    }

    /// Looks up at once what was done by hand.
    pub fn forget_overlays(&self) {
        self.overlays.corrections.invalidate_all();
    }

    /// What the operator corrected for everybody, and what a server did for itself.
    fn corrections(&self, server: ServerId, story: &str) -> Result<Arc<Kept>, Failure> {
        let asked = Asked { server, story: story.to_owned() };
        if let Some(known) = self.overlays.corrections.get(&asked) {
            return Ok(known);
        }
        let Some(desk) = self.desk_if_any()? else { return Ok(Arc::default()) };
        let kept = Arc::new(of_server(desk, server, story)?);
        self.overlays.corrections.insert(asked, Arc::clone(&kept));
        Ok(kept)
    }

    /// A correction as it holds in a story; else the passage that stands there now, where there is one.
    fn in_story(
        &self,
        story: &Story,
        kept: &Correction,
    ) -> Result<correction::Correction, Option<verbatim_index::story::Citation>> {
        let at = match self.place_now(story, kept.version, kept.place) {
            Carried::Here(span) => span,
            Carried::Changed(near) => return Err(near),
        };
        let changed = || Some(story.cite(at));
        let (of, at) = target(story, kept.kind, at).ok_or_else(changed)?;
        Ok(correction::Correction {
            number: kept.number,
            of,
            at,
            was: kept.was.clone(),
            became: became(story, kept),
            who: kept.who.clone(),
            when: kept.at,
            why: kept.why.clone(),
        })
    }
}

fn of_server(desk: &Desk, server: ServerId, story: &str) -> Result<Kept, DeskError> {
    let of_operator = (server != ServerId::Machine).then(|| desk.server(ServerId::Machine));
    let mut approved = of_operator.as_ref().map_or(Ok(Vec::new()), |operator| operator.approved(story))?;
    approved.extend(desk.server(server).approved(story)?);
    let of_operator = of_operator.map_or(Ok(Vec::new()), |operator| operator.corrections(story))?;
    let own = desk.server(server).corrections(story)?;
    Ok(Kept { own, of_operator, approved })
}

/// A figure is never the story's once it is corrected: its words say otherwise.
fn became(story: &Story, kept: &Correction) -> correction::Became {
    match kept.kind {
        Kind::Statement => correction::Correction::in_words_of(story, &kept.became),
        Kind::Figure => correction::Became::Editor(kept.became.clone()),
    }
}

/// The statement or figure at some words: the same words, or most of them, since a later release may read it a little
/// otherwise.
fn target(story: &Story, kind: Kind, at: Span) -> Option<(Corrects, Span)> {
    let extracted = story.extracted();
    let spans: Vec<Span> = match kind {
        Kind::Statement => extracted.statements.iter().map(|statement| statement.span()).collect(),
        Kind::Figure => extracted.figures.iter().map(|figure| figure.span).collect(),
    };
    let is_most = |span: &&Span| 2 * span.shared_with(at) > span.len().max(at.len());
    let fitting = spans.iter().filter(is_most).max_by_key(|span| span.shared_with(at))?;
    let index = spans.iter().position(|span| span == fitting)?;
    let of = match kind {
        Kind::Statement => Corrects::Speaker(index),
        Kind::Figure => Corrects::Value(index),
    };
    Some((of, *fitting))
}

/// Tells corrections of one text from any others.
fn fingerprint(story: &Story, kept: &Kept) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write(story.document().source().text().as_bytes());
    for correction in kept.all() {
        (correction.number, correction.at, &correction.became, &correction.who, &correction.why).hash(&mut hasher);
    }
    hasher.finish()
}
