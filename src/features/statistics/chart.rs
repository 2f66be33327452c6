//! The chart: bars for views by day, drawn on the server. Words stand beside it as text; the table has the same numbers.

use super::figures::Row;

/// Height of the drawing in its own units.
const HEIGHT: i64 = 160;
/// Width of one day.
const STEP: i64 = 20;

/// A drawing to be put into a page.
pub struct Chart {
    /// Of the whole drawing.
    pub width: i64,
    /// Of the whole drawing.
    pub height: i64,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// One day.
pub struct Bar {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
    /// Width.
    pub width: i64,
    /// Height; nothing for a day without views.
    pub height: i64,
}

/// Bars whose highest fills the height.
pub fn bars(rows: &[Row]) -> Chart {
    let most = rows.iter().map(|row| row.views).max().unwrap_or(0).max(1);
    let bar = |(n, row): (i64, &Row)| {
        // A day with a single view is still to be seen.
        let height = if row.views == 0 { 0 } else { (row.views * HEIGHT / most).max(2) };
        Bar { x: n * STEP + 2, y: HEIGHT - height, width: STEP - 4, height }
    };
    Chart { width: STEP * i64::try_from(rows.len()).unwrap_or(1).max(1), height: HEIGHT, bars: (0..).zip(rows).map(bar).collect() }
}
