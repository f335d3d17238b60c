//! The axis of numbers of a line chart: round numbers, a step apart, around all that is drawn.

use crate::model::chart::{Figures, written};
use crate::model::meta::Language;

/// About how many steps an axis has.
const STEPS: f64 = 5.0;

/// What is lost in a division, with much to spare.
const HAIR: f64 = 1e-9;

/// An axis of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    /// The lowest number, in steps.
    first: f64,
    /// The highest, likewise.
    last: f64,
    /// From one number to the next: a digit and a power of ten.
    step: (f64, i32),
}

impl Scale {
    /// The axis that all numbers of a table fit on. It begins at 0, unless they lie so far from
    /// it that they would be one line.
    pub(super) fn of(figures: &Figures) -> Self {
        let low = figures.values().fold(f64::MAX, f64::min);
        let high = figures.values().fold(f64::MIN, f64::max);
        let span = if high > low { high - low } else { high.abs().max(1.0) };
        let low = if low >= 0.0 && low < 2.0 * span { 0.0 } else { low };
        let high = if high <= 0.0 && high > -2.0 * span { 0.0 } else { high };
        let whole = figures
            .series
            .iter()
            .flat_map(|series| &series.numbers)
            .flatten()
            .all(|it| it.decimals == 0);
        let step = step((high - low).max(span) / STEPS, whole);
        let steps = |value: f64| value / length(step);
        // What is a whole number of steps may come out a hair beside it.
        let (first, last) = ((steps(low) + HAIR).floor(), (steps(high) - HAIR).ceil());
        Self { first, last: last.max(first + 1.0), step }
    }

    /// The lowest number.
    pub(super) fn low(&self) -> f64 {
        self.first * length(self.step)
    }

    /// The highest number.
    pub(super) fn high(&self) -> f64 {
        self.last * length(self.step)
    }

    /// Whether 0 is none of its numbers.
    pub(super) fn is_cut(&self) -> bool {
        self.first > 0.0 || self.last < 0.0
    }

    /// The numbers of the axis.
    pub(super) fn ticks(&self) -> Vec<f64> {
        let from = |at: &f64| Some(at + 1.0).filter(|next| *next <= self.last);
        std::iter::successors(Some(self.first), from).map(|at| at * length(self.step)).collect()
    }

    /// A number of the axis with as many digits as its step has.
    pub(super) fn written(&self, value: f64, language: Language) -> String {
        let (_, exponent) = if value == 0.0 { (0.0, 0) } else { self.step };
        written(value, usize::try_from(-exponent).unwrap_or_default(), language)
    }
}

fn length((digit, exponent): (f64, i32)) -> f64 {
    // A power of ten is exact, one below 1 is not: 3 / 10 is 0.3, 3 * 0.1 is not.
    if exponent < 0 { digit / 10_f64.powi(-exponent) } else { digit * 10_f64.powi(exponent) }
}

/// The round number from `least` on: 1, 2 or 5 and zeros; for whole numbers 1 at least.
fn step(least: f64, whole: bool) -> (f64, i32) {
    #[expect(clippy::cast_possible_truncation, reason = "the power of a number is small")]
    let exponent = least.log10().floor() as i32;
    let found = [(1.0, exponent), (2.0, exponent), (5.0, exponent), (1.0, exponent + 1)]
        .into_iter()
        .find(|it| length(*it) >= least * (1.0 - HAIR));
    let step = found.unwrap_or((1.0, exponent + 1));
    if whole && step.1 < 0 { (1.0, 0) } else { step }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::chart::{Number, Series};
    use crate::model::flow::Run;
    use crate::source::{SourceFile, Sources};

    fn ticks(values: &[f64], decimals: usize) -> Vec<String> {
        let numbers = values.iter().map(|&value| Some(Number { value, decimals })).collect();
        let series = vec![Series { name: Run::default(), numbers }];
        let file = Sources::default().add(SourceFile { path: String::new(), text: String::new() });
        let (heading, labels) = (Run::default(), Vec::new());
        let scale = Scale::of(&Figures { file, heading, labels, series });
        let written = |value| scale.written(value, Language::VIETNAMESE);
        scale.ticks().into_iter().map(written).collect()
    }

    #[test]
    fn an_axis_has_round_numbers_with_the_digits_that_they_need() {
        assert_eq!(ticks(&[17.5, 2.0], 1), ["0", "5", "10", "15", "20"]);
        assert_eq!(ticks(&[0.9, 0.3], 1), ["0", "0,2", "0,4", "0,6", "0,8", "1,0"]);
        assert_eq!(ticks(&[-1.5, 2.0], 1), ["−2", "−1", "0", "1", "2"]);
        assert_eq!(
            ticks(&[0.000_001, 0.000_002], 6),
            ["0", "0,0000005", "0,0000010", "0,0000015", "0,0000020"]
        );
    }

    #[test]
    fn things_that_are_counted_are_not_halved() {
        assert_eq!(ticks(&[1.0, 2.0], 0), ["0", "1", "2"]);
        assert_eq!(ticks(&[0.0, 0.0], 0), ["0", "1"]);
    }

    #[test]
    fn far_from_nought_an_axis_is_cut() {
        assert_eq!(
            ticks(&[1000.0, 1002.5], 1),
            ["1.000,0", "1.000,5", "1.001,0", "1.001,5", "1.002,0", "1.002,5"]
        );
        assert_eq!(ticks(&[-1000.0, -1002.0], 0), ["−1.002", "−1.001", "−1.000"]);
    }
}
