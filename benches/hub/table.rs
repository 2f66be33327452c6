//! The table of results.

use std::fmt;

/// One line: what, measured, goal.
struct Row {
    what: String,
    measured: String,
    goal: String,
    reached: Option<bool>,
}

/// Collects lines and prints them aligned.
#[derive(Default)]
pub struct Table(Vec<Row>);

impl Table {
    /// A line with a goal that is reached or not.
    pub fn goal(&mut self, what: impl Into<String>, measured: impl Into<String>, goal: impl Into<String>, reached: bool) {
        self.0.push(Row { what: what.into(), measured: measured.into(), goal: goal.into(), reached: Some(reached) });
    }

    /// A line that others are compared with.
    pub fn limit(&mut self, what: impl Into<String>, measured: impl Into<String>) {
        self.0.push(Row { what: what.into(), measured: measured.into(), goal: String::new(), reached: None });
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n{:<58} {:>30}   {:<26} ", "what", "measured", "goal")?;
        for row in &self.0 {
            let mark = match row.reached {
                Some(true) => "reached",
                Some(false) => "NOT REACHED",
                None => "",
            };
            writeln!(f, "{:<58} {:>30}   {:<26} {mark}", row.what, row.measured, row.goal)?;
        }
        Ok(())
    }
}
