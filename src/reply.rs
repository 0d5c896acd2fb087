//! What every command returns, before any surface: stories with what was found in them, as indices and citations.
//! Never the story's words, which a renderer takes from the story, and never a sentence of ours.

use std::sync::Arc;
use std::time::Duration;

use verbatim_index::answer::{Answer, Contrast, Outcome, Silence, contrasts};
use verbatim_index::check::{Checked, Verdict};
use verbatim_index::library::{Listing, StoryEntry};
use verbatim_index::quote::QuoteCheck;
use verbatim_index::story::{Citation, Story};

pub mod about;
pub mod answer_id;
pub mod approved;
pub mod behind;
pub mod corrections;
pub mod desk;
pub mod draft;
pub mod editors;
pub mod error_rates;
pub mod exported;
pub mod failure;
pub mod gaps;
pub mod health;
pub mod marked;
pub mod newsroom;
pub mod passages;
pub mod summaries;
pub mod verified;

pub use about::{About, StoryInUse};
pub use answer_id::AskedFor;
pub use approved::{ApprovedAnswer, ApprovedList, ApprovedWords};
pub use behind::{Proof, Reasoned, SourceFound, SourceKind, SourcesFound, Why};
pub use corrections::{CorrectionShown, CorrectionsShown};
pub use desk::{Case, DeskReply, HandOverShown, Replayed, SettingsShown};
pub use draft::{DraftChecked, Form};
pub use editors::{QuestionsListed, QuestionsTried};
pub use exported::{ExportForm, Exported};
pub use failure::{Failure, Mistake};
pub use gaps::{GapGroup, GapsShown};
pub use health::{Fault, Part};
pub use marked::{FigureMark, Found, Marked, Piece, Purpose};
pub use newsroom::{Checklist, SaidEverywhere, StoriesCompared, Ticked};
pub use passages::{Nearness, PassagesShown, sentence_numbers};
pub use summaries::{Preview, SummaryReply};

/// What a command found.
#[derive(Clone, Debug)]
pub enum Reply {
    /// What became of a question.
    Answer(Answered),
    /// Who said what.
    Statements(Listed),
    /// Numbers, dates, durations.
    Figures(Listed),
    /// The facts of a dispute.
    Dispute(Listed),
    /// What happened, in order.
    Timeline(Listed),
    /// Why words are somebody's.
    Reasoned(Reasoned),
    /// Who is behind the story.
    Sources(SourcesFound),
    /// What the story says of a claim.
    Claim(ClaimChecked),
    /// What the story has of a quotation.
    Quote(QuoteChecked),
    /// A text marked piece by piece.
    Marked(Marked),
    /// A whole draft, marked.
    Draft(DraftChecked),
    /// A story as data.
    Exported(Exported),
    /// What is to be looked up in a story.
    Checklist(Checklist),
    /// What two stories tell differently.
    Compared(StoriesCompared),
    /// What somebody said in every story.
    SaidEverywhere(SaidEverywhere),
    /// Passages beside an answer or in place of one.
    Passages(PassagesShown),
    /// A second look into the source of a message.
    Verified(verified::Verified),
    /// Sentences that stand for the story.
    Summary(Summarised),
    /// A paragraph between its neighbours.
    Paragraph(ParagraphShown),
    /// Related facts.
    Facts(Listed),
    /// All that the extractors found in a text that is in no library.
    Extracted(Arc<Story>),
    /// The stories of the library, and why others can't be read.
    Stories(Arc<Listing>),
    /// A story.
    Story(StoryShown),
    /// An article's file, byte for byte.
    Raw(Vec<u8>),
    /// A story that was added or has a new version.
    Changed(StoryChanged),
    /// The id of a story that was removed.
    Removed(String),
    /// Questions that a story's editors expect.
    Questions(QuestionsListed),
    /// How the program fares with them.
    Tried(QuestionsTried),
    /// The story that is asked from now on.
    Chosen(Arc<Story>),
    /// The index was built.
    Indexed(Indexed),
    /// Whether all that the program needs is there.
    Health(Vec<Examined>),
    /// What can be asked.
    Help,
    /// The story that is asked, and those that could be.
    InUse(StoryInUse),
    /// What the program is.
    About(About),
    /// What the desk keeps.
    Desk(DeskReply),
    /// Questions that the story doesn't answer.
    Gaps(GapsShown),
    /// What was corrected by hand.
    Corrections(CorrectionsShown),
    /// What moderators approved.
    Approved(ApprovedList),
}

impl Reply {
    /// The story that was asked; `None` where it isn't about one.
    pub fn story(&self) -> Option<&Story> {
        match self {
            Self::Answer(answered) => Some(&answered.story),
            Self::Statements(listed)
            | Self::Figures(listed)
            | Self::Dispute(listed)
            | Self::Timeline(listed)
            | Self::Facts(listed) => Some(&listed.story),
            Self::Reasoned(reasoned) => Some(&reasoned.story),
            Self::Sources(sources) => Some(&sources.story),
            Self::InUse(in_use) => Some(&in_use.story),
            Self::About(about) => about.story.as_deref(),
            Self::Claim(checked) => Some(&checked.story),
            Self::Quote(checked) => Some(&checked.story),
            Self::Marked(marked) => Some(&marked.story),
            Self::Draft(draft) => Some(&draft.story),
            Self::Exported(exported) => Some(&exported.story),
            Self::Checklist(checklist) => Some(&checklist.story),
            Self::Compared(compared) => Some(&compared.first),
            Self::Passages(shown) => Some(&shown.story),
            Self::Verified(verified::Verified::Read(read)) => Some(&read.story),
            Self::Summary(summarised) => Some(&summarised.story),
            Self::Paragraph(shown) => Some(&shown.story),
            Self::Extracted(story) | Self::Chosen(story) => Some(story),
            Self::Story(shown) => Some(&shown.story),
            Self::Gaps(gaps) => Some(&gaps.story),
            Self::Corrections(corrections) => Some(&corrections.story),
            Self::Approved(approved) => Some(&approved.story),
            Self::Questions(listed) => Some(&listed.story),
            Self::Tried(tried) => Some(&tried.story),
            Self::Changed(changed) => Some(&changed.story),
            Self::SaidEverywhere(_)
            | Self::Verified(verified::Verified::Altered(_))
            | Self::Stories(_)
            | Self::Raw(_)
            | Self::Removed(_)
            | Self::Indexed(_)
            | Self::Health(_)
            | Self::Desk(_)
            | Self::Help => None,
        }
    }

    /// The things listed, where it is a list of a story's.
    pub fn listed(&self) -> Option<&Listed> {
        match self {
            Self::Statements(listed)
            | Self::Figures(listed)
            | Self::Dispute(listed)
            | Self::Timeline(listed)
            | Self::Facts(listed) => Some(listed),
            _ => None,
        }
    }

    /// What came of the command in one word, for logs and metrics.
    pub fn outcome(&self) -> &'static str {
        match self {
            Self::Answer(answered) => answered.outcome(),
            Self::Claim(checked) => match checked.checked.verdict {
                Verdict::Supported => "supported",
                Verdict::Contradicted => "contradicted",
                Verdict::NotInStory => "not_in_story",
                Verdict::Rejected => "rejected",
            },
            Self::Draft(draft) => draft.outcome(),
            Self::Statements(_)
            | Self::Figures(_)
            | Self::Dispute(_)
            | Self::Timeline(_)
            | Self::Quote(_)
            | Self::Exported(_)
            | Self::Checklist(_)
            | Self::Compared(_)
            | Self::SaidEverywhere(_)
            | Self::Summary(_)
            | Self::Paragraph(_)
            | Self::Facts(_)
            | Self::Extracted(_)
            | Self::Stories(_)
            | Self::Story(_)
            | Self::Raw(_)
            | Self::Changed(_)
            | Self::Chosen(_)
            | Self::Removed(_)
            | Self::Indexed(_)
            | Self::Health(_)
            | Self::Sources(_)
            | Self::Marked(_)
            | Self::Passages(_)
            | Self::Verified(_)
            | Self::InUse(_)
            | Self::About(_)
            | Self::Desk(_)
            | Self::Gaps(_)
            | Self::Corrections(_)
            | Self::Approved(_)
            | Self::Questions(_)
            | Self::Tried(_)
            | Self::Help => "done",
            Self::Reasoned(reasoned) if reasoned.found.is_empty() => "not_in_story",
            Self::Reasoned(_) => "explained",
        }
    }
}

/// What became of a question put to a story.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The story asked.
    pub story: Arc<Story>,
    /// The question as typed.
    pub question: String,
    /// What became of it.
    pub answer: Arc<Answer>,
    /// How many sentences in order of fit the asker wants to see; the answer ranks more, for the button that shows
    /// further ones.
    pub top: usize,
    /// Whether the asker wants to know what it was found by.
    pub explain: bool,
    /// How long it took.
    pub took: Duration,
    /// What moderators approved as its answer.
    pub approved: Option<ApprovedAnswer>,
}

impl Answered {
    /// What became of the question in one word, as scripts see it.
    pub fn outcome(&self) -> &'static str {
        match self.answer.outcome {
            Outcome::Answered => "answered",
            Outcome::Silent(Silence::RelatedOnly) => "related_only",
            Outcome::Silent(Silence::NotInStory | Silence::OfSomethingElse) => "not_in_story",
            Outcome::Silent(Silence::Ambiguous) => "ambiguous",
            Outcome::Rejected(_) => "rejected",
        }
    }

    /// The answer's id.
    pub fn id(&self) -> String {
        AskedFor::question(&self.question).id(self.story.id(), self.story.version())
    }

    /// What the story has otherwise than the question takes for granted.
    pub fn contrasts(&self) -> Vec<Contrast> {
        contrasts(&self.story, &self.question, &self.answer)
    }
}

/// Things of one kind found in a story.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The story asked.
    pub story: Arc<Story>,
    /// What was found, as indices of the story's things of this kind.
    pub found: Vec<usize>,
    /// By whom, as the asker put it.
    pub speaker: Option<String>,
    /// About what, as the asker put it.
    pub about: Option<String>,
}

/// A claim that was checked.
#[derive(Clone, Debug)]
pub struct ClaimChecked {
    /// The story asked.
    pub story: Arc<Story>,
    /// The claim as typed.
    pub claim: String,
    /// What the story says of it.
    pub checked: Checked,
}

/// A quotation that was looked for.
#[derive(Clone, Debug)]
pub struct QuoteChecked {
    /// The story asked.
    pub story: Arc<Story>,
    /// The quotation as typed.
    pub quote: String,
    /// What the story has of it.
    pub check: QuoteCheck,
}

/// A summary.
#[derive(Clone, Debug)]
pub struct Summarised {
    /// The story.
    pub story: Arc<Story>,
    /// The sentences that stand for it, in the story's order.
    pub sentences: Vec<Citation>,
}

/// A paragraph to be shown between its neighbours.
#[derive(Clone, Debug)]
pub struct ParagraphShown {
    /// The story.
    pub story: Arc<Story>,
    /// Which one, as an index of the document's paragraphs.
    pub paragraph: usize,
}

/// A story with what the library knows of it.
#[derive(Clone, Debug)]
pub struct StoryShown {
    /// The story.
    pub story: Arc<Story>,
    /// What the library knows of it.
    pub entry: StoryEntry,
}

/// A story that was changed.
#[derive(Clone, Debug)]
pub struct StoryChanged {
    /// The story as it is now.
    pub story: Arc<Story>,
    /// What was done.
    pub change: Change,
    /// How many corrections by hand hold no longer, since the text under them changed.
    pub lost_corrections: usize,
}

/// What was done to a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It has a new version.
    Updated,
    /// What was given is the version that it has.
    Unchanged,
}

/// What an index holds.
#[derive(Clone, Debug)]
pub struct Indexed {
    /// How many stories.
    pub stories: usize,
    /// How many entries: sentences, statements, figures, facts …
    pub entries: u64,
    /// Why each of the other stories isn't in it, in the library's words.
    pub broken: Vec<String>,
    /// The story that was asked for.
    pub story: Option<Arc<Story>>,
    /// How long it took.
    pub took: Duration,
}

/// One thing that `doctor` looked at.
#[derive(Clone, Debug)]
pub struct Examined {
    /// What was looked at.
    pub what: Part,
    /// What was seen, in the system's words or figures; never a secret.
    pub seen: String,
    /// What is wrong; `None` where nothing is.
    pub fault: Option<Fault>,
}
