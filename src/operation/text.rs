//! The text format of Prometheus, version 0.0.4: <https://prometheus.io/docs/instrumenting/exposition_formats/>.

use std::fmt::{Display, Write as _};

use crate::histogram::Reading;

/// A page of metrics while it is written.
#[derive(Debug, Default)]
pub(super) struct Text(String);

/// Names and values that tell lines of one metric apart.
pub(super) type Labels<'a> = &'a [(&'a str, &'a str)];

impl Text {
    /// Opens a metric: `counter` (only rises), `gauge` (as it is now) or `histogram`.
    pub(super) fn metric(&mut self, name: &str, kind: &str, help: &str) {
        // Writing to a String does not fail.
        let _ = write!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}\n");
    }

    /// One line of a metric.
    pub(super) fn line(&mut self, name: &str, labels: Labels<'_>, value: impl Display) {
        self.0.push_str(name);
        for (at, (label, word)) in labels.iter().enumerate() {
            let _ = write!(self.0, "{}{label}=\"{}\"", if at == 0 { '{' } else { ',' }, escaped(word));
        }
        let _ = writeln!(self.0, "{} {value}", if labels.is_empty() { "" } else { "}" });
    }

    /// A metric of a single line.
    pub(super) fn single(&mut self, name: &str, kind: &str, help: &str, value: impl Display) {
        self.metric(name, kind, help);
        self.line(name, &[], value);
    }

    /// The lines of a histogram in seconds.
    pub(super) fn histogram(&mut self, name: &str, labels: Labels<'_>, reading: &Reading) {
        let bucket = format!("{name}_bucket");
        for (bound, count) in reading.up_to {
            let bound = seconds(bound);
            self.line(&bucket, &[labels, &[("le", bound.as_str())]].concat(), count);
        }
        self.line(&bucket, &[labels, &[("le", "+Inf")]].concat(), reading.count);
        self.line(&format!("{name}_sum"), labels, seconds(reading.micros));
        self.line(&format!("{name}_count"), labels, reading.count);
    }

    /// The whole page.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// Microseconds as seconds.
pub(super) fn seconds(micros: u64) -> String {
    let text = format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn escaped(word: &str) -> String {
    word.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}
