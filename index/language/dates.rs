//! Dates and periods as people write them, resolved against the day of publication.

use jiff::civil::Date;

/// A day, month, year, decade or any other run of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}
