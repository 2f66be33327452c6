//! The program `nabe`.

use std::process::ExitCode;

fn main() -> ExitCode {
    nabe::commands::run()
}
