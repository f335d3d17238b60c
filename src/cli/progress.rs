//! How far a run has come, shown to whoever watches.
//!
//! Takes the pipeline's reports, draws one line at the foot of a terminal's error stream and
//! clears it at the end. Draws nothing where the error stream is no terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Console;
use crate::locale::Locale;
use crate::pipeline::Progress;

const COUNTED: &str = "{msg} [{bar:30}] {pos}/{len}";
const UNCOUNTED: &str = "{spinner} {msg}";
const TICK: Duration = Duration::from_millis(100);

/// A line with what is being done.
pub(super) struct Line<'l> {
    locale: &'l Locale,
    bar: ProgressBar,
}

impl<'l> Line<'l> {
    /// A line on the console's error stream; hidden where nobody watches or `quiet`.
    pub(super) fn on(console: &Console<'_>, quiet: bool, locale: &'l Locale) -> Self {
        let shown = console.is_watched() && !quiet;
        let target =
            if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        Self { locale, bar: ProgressBar::with_draw_target(None, target) }
    }
}

impl Progress for Line<'_> {
    fn phase(&self, key: &'static str, total: usize) {
        if self.bar.is_hidden() {
            return;
        }
        self.bar.set_style(if total == 0 { style(UNCOUNTED) } else { style(COUNTED) });
        self.bar.set_length(total as u64);
        self.bar.set_position(0);
        self.bar.set_message(self.locale.text(key));
        self.bar.enable_steady_tick(TICK);
    }

    fn step(&self) {
        self.bar.inc(1);
    }

    fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template)
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .progress_chars("=> ")
}
