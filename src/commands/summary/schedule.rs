//! `summary schedule` and `schedules`: a summary that is posted every day at a time, which there are, and their end.

use jiff::civil::Time;
use jiff::tz::TimeZone;

use super::post::place;
use super::{PIN, SENTENCES, wanted};
use crate::commands::{Action, Arguments, Command, CommandOption, Completion, OptionKind, STORY, Surface};
use crate::context::Context;
use crate::desk::NewSchedule;
use crate::reply::{DeskReply, Failure, Mistake, Reply, SummaryReply};

/// Has a summary posted every day.
pub const SCHEDULE: Command = Command {
    name: "schedule",
    about: "Post a summary here every day at a time",
    example: None,
    options: &[AT, ZONE, SENTENCES, PIN, STORY],
    surfaces: &[Surface::Discord],
    action: Action::Answer(schedule),
};

/// Lists what is posted every day.
pub const SCHEDULES: Command = Command {
    name: "schedules",
    about: "Which summaries are posted every day, each with a button that ends it",
    example: None,
    options: &[],
    surfaces: &[Surface::Discord],
    action: Action::Answer(schedules),
};

/// Ends one of them.
pub const UNSCHEDULE: Command = Command {
    name: "unschedule",
    about: "Post a summary every day no more",
    example: None,
    options: &[NUMBER],
    surfaces: &[Surface::Button],
    action: Action::Answer(unschedule),
};

const AT: CommandOption =
    CommandOption::positional("at", "The time of the day in 24 hours, as 09:00", OptionKind::Text);
const ZONE: CommandOption =
    CommandOption::text("zone", "The time zone, as Europe/London; UTC without it", Completion::Nothing);
/// Which of them.
pub const NUMBER: CommandOption = CommandOption::number("number", "The schedule's number", 1, u32::MAX);

/// The zone that is meant where none is named.
const UTC: &str = "UTC";

fn schedule(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let channel = place(arguments)?;
    let time = time(arguments.text(AT.name).unwrap_or_default())?;
    let zone = zone(arguments.text(ZONE.name).unwrap_or(UTC))?;
    let story = context.current_story(arguments)?;
    let minute = u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs());
    let (sentences, is_pinned) = (wanted(arguments), arguments.switch(PIN.name));
    let new = NewSchedule { channel, story: story.id().to_owned(), sentences, minute, zone, is_pinned };
    let server = context.server(arguments)?;
    let number = server.schedule(arguments.asker().now(), &new)?;
    let set = number.and_then(|number| Some((number, server.schedules().ok()?)));
    let set = set.and_then(|(number, all)| all.into_iter().find(|schedule| schedule.number == number));
    let bot = arguments.asker().bot;
    let reply =
        set.map_or(SummaryReply::TooMany, |schedule| SummaryReply::Scheduled { schedule: schedule.into(), bot });
    Ok(Reply::Desk(DeskReply::Summary(reply)))
}

fn schedules(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let all = context.server(arguments)?.schedules()?;
    Ok(Reply::Desk(DeskReply::Summary(SummaryReply::Schedules(all))))
}

fn unschedule(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let number = arguments.number(NUMBER.name).ok_or(Mistake::Missing { option: NUMBER.name })?;
    context.server(arguments)?.unschedule(arguments.asker().now(), number.into())?;
    schedules(context, arguments)
}

fn time(written: &str) -> Result<Time, Mistake> {
    let parts = written.trim().split_once([':', '.']).and_then(|(hour, minute)| {
        let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let is_time = is_number(hour) && is_number(minute) && minute.len() == 2;
        is_time.then(|| Some((hour.parse().ok()?, minute.parse().ok()?))).flatten()
    });
    let time = parts.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok());
    time.ok_or_else(|| Mistake::NotATime { written: written.to_owned() })
}

/// The zone's name as the IANA's database has it.
fn zone(written: &str) -> Result<String, Mistake> {
    let zone = TimeZone::get(written.trim()).ok();
    let name = zone.as_ref().and_then(|zone| zone.iana_name().map(str::to_owned));
    name.ok_or_else(|| Mistake::NotAZone { written: written.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_it_is_written_and_nothing_else_is_one() {
        let minutes = |written: &str| time(written).ok().map(|time| (time.hour(), time.minute()));
        assert_eq!(
            (minutes("09:00"), minutes(" 9:05 "), minutes("23.59")),
            (Some((9, 0)), Some((9, 5)), Some((23, 59)))
        );
        for other in ["", "9", "24:00", "09:60", "09:5", "-1:00", "9:00pm", "0x9:00", "٠٩:٠٠", "009:00"] {
            assert_eq!(minutes(other), None, "{other}");
        }
    }

    #[test]
    fn a_zone_is_known_by_its_name() {
        assert_eq!(zone("europe/berlin").unwrap(), "Europe/Berlin");
        assert_eq!(zone("UTC").unwrap(), "UTC");
        assert!(zone("Berlin").is_err() && zone("").is_err() && zone("../../etc/passwd").is_err());
    }
}
