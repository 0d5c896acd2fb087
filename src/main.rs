//! Arguments → configuration → logging → one surface.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::SUCCESS
}
