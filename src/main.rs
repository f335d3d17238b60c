//! `congbo`, the program: hands the arguments over and returns the exit status.

use std::process::ExitCode;

use congbo::cli::{self, Console};

fn main() -> ExitCode {
    ExitCode::from(cli::run(std::env::args_os(), &mut Console::of_process()))
}
