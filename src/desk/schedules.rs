//! Summaries that are posted every day at a time of the day in a zone: once a day, in whichever process, and once where
//! the time was missed. What a summary says is not known here.

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::change::{By, Recorded};
use super::posts::{self, NewPost};
use super::server::{Server, storable};
use super::{Desk, DeskError, ServerId, Who};

/// A daily summary that is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSchedule {
    /// The channel.
    pub channel: u64,
    /// The story.
    pub story: String,
    /// How many sentences.
    pub sentences: u32,
    /// The minute of the day.
    pub minute: u32,
    /// The zone that it is meant in, by its name in the IANA's database.
    pub zone: String,
    /// Whether each is pinned.
    pub is_pinned: bool,
}

/// A daily summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Its number.
    pub number: i64,
    /// Who set it.
    pub who: String,
    /// What was set.
    pub new: NewSchedule,
    /// When it is posted next, in milliseconds since 1970.
    pub next_at: i64,
}

/// The most daily summaries of a server.
pub const MOST: usize = 20;

/// What comes later than this is not posted: the day's readers have gone, and the next one's comes soon.
const LATE: SignedDuration = SignedDuration::from_hours(12);

impl NewSchedule {
    /// The first time after a moment; `None` where there is no such zone.
    pub fn next(&self, after: Timestamp) -> Option<Timestamp> {
        let zone = TimeZone::get(&self.zone).ok()?;
        let minutes = i8::try_from(self.minute % 60).ok().zip(i8::try_from(self.minute / 60).ok());
        let time = minutes.and_then(|(minute, hour)| Time::new(hour, minute, 0, 0).ok())?;
        let mut day = after.to_zoned_datetime(zone.clone()).date();
        // A day that an hour is left out of or comes twice in still has one time of each minute.
        for _ in 0..3 {
            let at = day.to_datetime(time).to_zoned_datetime(zone.clone()).ok()?.timestamp();
            if at > after {
                return Some(at);
            }
            day = day.checked_add(1.day()).ok()?;
        }
        None
    }

    /// The time of the day as it is typed.
    pub fn time(&self) -> String {
        format!("{:02}:{:02}", self.minute / 60, self.minute % 60)
    }

    fn subject(&self, number: i64) -> String {
        format!("schedule {number}: {} in channel {}", self.story, self.channel)
    }

    fn told(&self) -> String {
        format!("every day {} {}", self.time(), self.zone)
    }
}

impl Server<'_> {
    /// Sets a daily summary; its number, or `None` where there are too many or there is no such zone.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn schedule(&self, by: By, new: &NewSchedule) -> Result<Option<i64>, DeskError> {
        let Some(next) = new.next(by.at) else { return Ok(None) };
        self.change_if(by, async |change| {
            let asked = change.ask("SELECT number FROM schedules WHERE server = $1");
            if change.rows(asked).await?.len() >= MOST {
                return Ok(None);
            }
            let number = change.next_number("schedule").await?;
            let asked = change
                .ask(
                    "INSERT INTO schedules (server, number, at, who, channel, story, sentences, minute, next_at, zone, \
                    pinned) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                )
                .bind(number)
                .bind(change.at())
                .bind(change.who())
                .bind(new.channel.to_string())
                .bind(storable(&new.story))
                .bind(i64::from(new.sentences))
                .bind(i64::from(new.minute))
                .bind(next.as_millisecond())
                .bind(storable(&new.zone))
                .bind(i64::from(new.is_pinned));
            change.execute(asked).await?;
            let subject = new.subject(number);
            change.record(Recorded { what: "schedule", subject: &subject, was: "", became: &new.told() }).await?;
            Ok(Some(number))
        })
    }

    /// The daily summaries, oldest first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn schedules(&self) -> Result<Vec<Schedule>, DeskError> {
        let rows = self.rows(self.ask("SELECT * FROM schedules WHERE server = $1 ORDER BY number"))?;
        rows.iter().map(|row| schedule(row).map_err(|error| self.desk.error(error))).collect()
    }

    /// Takes a daily summary back; whether there was one.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn unschedule(&self, by: By, number: i64) -> Result<bool, DeskError> {
        let taken = self.change_if(by, async |change| {
            let asked = change.ask(ONE).bind(number);
            let Some(row) = change.row(asked).await? else { return Ok(None) };
            let schedule = change.read(schedule(&row))?;
            let asked = change.ask("DELETE FROM schedules WHERE server = $1 AND number = $2").bind(number);
            change.execute(asked).await?;
            let (subject, was) = (schedule.new.subject(number), schedule.new.told());
            change.record(Recorded { what: "unschedule", subject: &subject, was: &was, became: "" }).await.map(Some)
        });
        Ok(taken?.is_some())
    }

    /// Posts a daily summary whose time has come, and sets its next time; of several processes one does. What came too
    /// late, or of a story that isn't there, is left out, and the audit log says so.
    ///
    /// # Errors
    /// When the database can't be written.
    pub fn keep_schedule(
        &self,
        now: Timestamp,
        due: &Schedule,
        summary: Option<&NewPost>,
    ) -> Result<Option<i64>, DeskError> {
        let by = By { who: Who::Program, at: now };
        let kept = self.change_if(by, async |change| {
            let next = due.new.next(now).unwrap_or(Timestamp::MAX);
            let words =
                "UPDATE schedules SET next_at = $4 WHERE server = $1 AND number = $2 AND next_at = $3 AND next_at <= $5";
            let asked = change.ask(words).bind(due.number).bind(due.next_at);
            let asked = asked.bind(next.as_millisecond()).bind(now.as_millisecond());
            if change.execute(asked).await? == 0 {
                return Ok(None);
            }
            let late = i64::try_from(LATE.as_millis()).unwrap_or(i64::MAX);
            let is_late = now.as_millisecond().saturating_sub(due.next_at) > late;
            match summary.filter(|_| !is_late) {
                Some(summary) => posts::insert(change, summary, &due.who).await.map(|number| Some(Some(number))),
                None => {
                    let subject = due.new.subject(due.number);
                    let became = if is_late { "left out: too late" } else { "left out: no such story" };
                    let recorded = Recorded { what: "miss", subject: &subject, was: "", became };
                    change.record(recorded).await.map(|()| Some(None))
                }
            }
        });
        Ok(kept?.flatten())
    }
}

impl Desk {
    /// The daily summaries whose time has come, in any server.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn schedules_due(&self, now: Timestamp) -> Result<Vec<(ServerId, Schedule)>, DeskError> {
        let asked = sqlx::query("SELECT * FROM schedules WHERE next_at <= $1 ORDER BY next_at, server, number");
        let rows = self.wait(asked.bind(now.as_millisecond()).fetch_all(&self.pool))?;
        let due = |row: &AnyRow| {
            let server: String = row.try_get("server")?;
            let schedule = schedule(row)?;
            Ok(ServerId::read(&server).map(|server| (server, schedule)))
        };
        let read = rows.iter().map(|row| due(row).map_err(|error| self.error(error)));
        read.filter_map(Result::transpose).collect()
    }
}

const ONE: &str = "SELECT * FROM schedules WHERE server = $1 AND number = $2";

fn schedule(row: &AnyRow) -> Result<Schedule, sqlx::Error> {
    let words = |name: &str| row.try_get::<String, _>(name);
    let number = |name: &str| row.try_get::<i64, _>(name);
    let small = |name: &str| number(name).map(|number| u32::try_from(number).unwrap_or_default());
    Ok(Schedule {
        number: number("number")?,
        who: words("who")?,
        new: NewSchedule {
            channel: words("channel")?.parse().unwrap_or_default(),
            story: words("story")?,
            sentences: small("sentences")?,
            minute: small("minute")?,
            zone: words("zone")?,
            is_pinned: number("pinned")? != 0,
        },
        next_at: number("next_at")?,
    })
}
