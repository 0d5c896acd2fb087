//! What members found wrong: handed in with the question and the answer as they stood, decided once, and from then on the
//! same everywhere that the answer was given.

use serde_json::json;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::answers::place;
use super::change::{By, Change, Recorded};
use super::server::{Server, storable};
use super::{AnswerGiven, DeskError};

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WrongIn {
    /// Somebody else said it.
    Speaker,
    /// The words are others.
    Words,
    /// A figure is another.
    Figure,
    /// It isn't so any more.
    Date,
    /// It isn't what was asked.
    Subject,
}

/// What is done about a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// The answer is taken back.
    Retract,
    /// The question is answered anew, from the story as it is now.
    Renew,
    /// The answer stays.
    Dismiss,
}

/// A complaint as it is handed in.
#[derive(Clone, Debug)]
pub struct NewComplaint {
    /// What is wrong.
    pub reason: WrongIn,
    /// The answer.
    pub given: AnswerGiven,
    /// The question as it stood over the answer.
    pub question: String,
    /// The answer as it stood.
    pub shown: String,
    /// The channel that it stood in.
    pub channel: u64,
    /// The message that it stood in.
    pub message: u64,
}

/// A complaint as it is kept.
#[derive(Clone, Debug)]
pub struct Complaint {
    /// Its number.
    pub number: i64,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Whose it is.
    pub member: String,
    /// What was handed in.
    pub handed_in: NewComplaint,
    /// What was decided; `None` as long as it is open.
    pub decision: Option<Decision>,
    /// Who decided.
    pub decided_by: String,
}

/// Tasks at Discord that complaints lead to.
pub mod tasks {
    /// Show a complaint to the moderators.
    pub const SHOW: &str = "complaint";
    /// Do what was decided with one of the messages in which an answer stands.
    pub const AMEND: &str = "amend";
    /// Tell a member what was decided.
    pub const TELL: &str = "tell";
}

impl WrongIn {
    /// Every reason, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Speaker, Self::Words, Self::Figure, Self::Date, Self::Subject];

    /// In a word, as it is kept and stands in a button's id.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Words => "words",
            Self::Figure => "figure",
            Self::Date => "date",
            Self::Subject => "subject",
        }
    }

    /// The reason of a word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }
}

impl Decision {
    /// Every decision, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Retract, Self::Renew, Self::Dismiss];

    /// In a word, as it is kept and stands in a button's id.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Retract => "retract",
            Self::Renew => "renew",
            Self::Dismiss => "dismiss",
        }
    }

    /// The decision of a word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|decision| decision.word() == word)
    }
}

impl Server<'_> {
    /// Keeps a complaint and has it shown to the moderators; its number. The same member's second one of the same message
    /// is the first.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn complain(&self, by: By, new: &NewComplaint) -> Result<i64, DeskError> {
        self.change(by, async |change| {
            let earlier = change
                .ask(
                    "SELECT number FROM complaints WHERE server = $1 AND member = $2 AND message = $3 AND answer = $4 \
                    AND state = 'open'",
                )
                .bind(change.who())
                .bind(new.message.to_string())
                .bind(storable(&new.given.answer));
            let earlier = change.row(earlier).await?;
            if let Some(row) = earlier {
                let number = change.read(row.try_get(0))?;
                let subject = format!("complaint {number}");
                change.record(Recorded { what: "complain again", subject: &subject, was: "", became: "" }).await?;
                return Ok(number);
            }
            let number = change.next_number("complaint").await?;
            keep(change, number, new).await?;
            change.enqueue(tasks::SHOW, &number.to_string(), "").await?;
            let subject = format!("complaint {number}: answer {}", new.given.answer);
            change.record(Recorded { what: "complain", subject: &subject, was: "", became: new.reason.word() }).await?;
            Ok(number)
        })
    }

    /// The complaint of a number.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn complaint(&self, number: i64) -> Result<Option<Complaint>, DeskError> {
        let row = self.row(self.ask(ONE).bind(number))?;
        row.map(|row| complaint(&row).map_err(|error| self.desk.error(error))).transpose()
    }

    /// Every complaint, oldest first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn complaints(&self) -> Result<Vec<Complaint>, DeskError> {
        let rows = self.rows(self.ask("SELECT * FROM complaints WHERE server = $1 ORDER BY number"))?;
        rows.iter().map(|row| complaint(row).map_err(|error| self.desk.error(error))).collect()
    }

    /// Decides an open complaint, and has that done wherever the answer stands and told to those who asked; `None` where
    /// there is no such complaint, or it was decided before.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn decide(&self, by: By, number: i64, decision: Decision) -> Result<Option<Complaint>, DeskError> {
        self.change(by, async |change| {
            let asked = change
                .ask(
                    "UPDATE complaints SET state = 'decided', decision = $3, who = $4, decided_at = $5 \
                    WHERE server = $1 AND number = $2 AND state = 'open'",
                )
                .bind(number)
                .bind(decision.word())
                .bind(change.who())
                .bind(change.at());
            let is_decided = change.execute(asked).await? > 0;
            let became = if is_decided { decision.word() } else { "" };
            let subject = format!("complaint {number}");
            change.record(Recorded { what: "decide", subject: &subject, was: "", became }).await?;
            if !is_decided {
                return Ok(None);
            }
            let row = change.ask(ONE).bind(number);
            let Some(row) = change.row(row).await? else { return Ok(None) };
            let complaint = change.read(complaint(&row))?;
            carry_out(change, &complaint, decision).await?;
            Ok(Some(complaint))
        })
    }
}

const ONE: &str = "SELECT * FROM complaints WHERE server = $1 AND number = $2";

async fn keep(change: &mut Change<'_>, number: i64, new: &NewComplaint) -> Result<(), DeskError> {
    let asked = change
        .ask(
            "INSERT INTO complaints (server, number, at, member, reason, answer, story, version, question, shown, \
            channel, message, state, decision, who, decided_at) \
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'open', '', '', 0)",
        )
        .bind(number)
        .bind(change.at())
        .bind(change.who())
        .bind(new.reason.word())
        .bind(storable(&new.given.answer))
        .bind(storable(&new.given.story))
        .bind(i64::from(new.given.version))
        .bind(storable(&new.question))
        .bind(storable(&new.shown))
        .bind(new.channel.to_string())
        .bind(new.message.to_string());
    change.execute(asked).await.map(drop)
}

/// Has a decision done in every message in which the answer stands, and told to whoever complained or asked.
async fn carry_out(change: &mut Change<'_>, complaint: &Complaint, decision: Decision) -> Result<(), DeskError> {
    let mut told = vec![complaint.member.clone()];
    if decision != Decision::Dismiss {
        let asked = change.ask("SELECT channel, message, member FROM answers WHERE server = $1 AND answer = $2");
        let rows = change.rows(asked.bind(storable(&complaint.handed_in.given.answer))).await?;
        for row in &rows {
            let place = change.read(place(row))?;
            let body = json!({"channel": place.channel.to_string(), "message": place.message.to_string()});
            change.enqueue(tasks::AMEND, &complaint.number.to_string(), &body.to_string()).await?;
            told.push(place.member.to_string());
        }
        let amended = change.ask("UPDATE answers SET state = $3 WHERE server = $1 AND answer = $2");
        let amended = amended.bind(storable(&complaint.handed_in.given.answer)).bind(decision.word());
        change.execute(amended).await?;
    }
    told.sort_unstable();
    told.dedup();
    for member in told {
        change.enqueue(tasks::TELL, &complaint.number.to_string(), &json!({"member": member}).to_string()).await?;
    }
    Ok(())
}

fn complaint(row: &AnyRow) -> Result<Complaint, sqlx::Error> {
    let words = |name: &str| row.try_get::<String, _>(name);
    let id = |name: &str| words(name).map(|id| id.parse().unwrap_or_default());
    let version: i64 = row.try_get("version")?;
    let given = AnswerGiven {
        answer: words("answer")?,
        story: words("story")?,
        version: u32::try_from(version).unwrap_or_default(),
    };
    Ok(Complaint {
        number: row.try_get("number")?,
        at: row.try_get("at")?,
        member: words("member")?,
        handed_in: NewComplaint {
            reason: WrongIn::of(&words("reason")?).unwrap_or(WrongIn::Subject),
            given,
            question: words("question")?,
            shown: words("shown")?,
            channel: id("channel")?,
            message: id("message")?,
        },
        decision: Decision::of(&words("decision")?),
        decided_by: words("who")?,
    })
}
