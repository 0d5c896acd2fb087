//! Values → pixels on the one axis of a chart, which always holds zero: a length can be compared with another one only so.

use plotters::coord::ranged1d::Ranged as _;
use plotters::coord::types::RangedCoordf64;

use verbatim_index::series::Extent;

use super::rows::Row;

/// Room at the end for an arrow.
const ARROW: i32 = 20;

/// The axis of a chart.
pub struct Scale {
    axis: RangedCoordf64,
    ends: (i32, i32),
}

impl Scale {
    /// The axis on which all rows fit between two pixels.
    pub fn of(rows: &[Row], (left, right): (i32, i32)) -> Self {
        let least = rows.iter().map(|row| row.extent.least()).fold(0.0, f64::min);
        let most = rows.iter().map(|row| row.extent.most()).fold(0.0, f64::max);
        let most = if least < most { most } else { least + 1.0 };
        let has_arrow = |row: &Row| matches!(row.extent, Extent::AtLeast(_) | Extent::AtMost(_));
        let room = if rows.iter().any(has_arrow) { ARROW } else { 0 };
        Self { axis: (least..most).into(), ends: (left, right - room) }
    }

    /// Where a value stands.
    pub fn pixel(&self, value: f64) -> i32 {
        self.axis.map(&value, self.ends)
    }
}
