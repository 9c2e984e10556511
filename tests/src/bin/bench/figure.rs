//! One measured figure, and how it is shown.

use std::fmt;

use serde::Serialize;

/// A figure. `floor` is what was measured beside it in the same run, on the same machine; `ratio` is `value / floor`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Figure {
    pub(crate) name: &'static str,
    pub(crate) value: f64,
    pub(crate) unit: &'static str,
    pub(crate) floor: Option<f64>,
    pub(crate) ratio: Option<f64>,
    /// What the ratio must reach, or the value should; for the table.
    #[serde(skip)]
    pub(crate) wanted: Vec<Wanted>,
}

/// What is wanted of a figure.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wanted {
    /// A bench fails when the ratio is less.
    RatioAtLeast(f64),
    /// An aim: said, not enforced, for it depends on the machine.
    AimAtLeast(f64),
    AimAtMost(f64),
}

impl Figure {
    pub(crate) fn new(name: &'static str, value: f64, unit: &'static str) -> Self {
        Self {
            name,
            value,
            unit,
            floor: None,
            ratio: None,
            wanted: Vec::new(),
        }
    }

    pub(crate) fn over(self, floor: f64) -> Self {
        Self {
            floor: Some(floor),
            ratio: Some(self.value / floor),
            ..self
        }
    }

    pub(crate) fn wanted(mut self, wanted: Wanted) -> Self {
        self.wanted.push(wanted);
        self
    }

    /// The ratio is less than it must be.
    pub(crate) fn misses(&self) -> bool {
        self.wanted
            .iter()
            .any(|wanted| !self.reaches(*wanted) && wanted.is_a_must())
    }

    fn reaches(&self, wanted: Wanted) -> bool {
        match wanted {
            Wanted::RatioAtLeast(least) => self.ratio.is_some_and(|ratio| ratio >= least),
            Wanted::AimAtLeast(least) => self.value >= least,
            Wanted::AimAtMost(most) => self.value <= most,
        }
    }
}

/// A JSON object a line, or a table.
#[expect(
    clippy::print_stdout,
    reason = "figures are the answer of this program"
)]
pub(crate) fn print(figures: &[Figure], json: bool) -> serde_json::Result<()> {
    if json {
        for figure in figures {
            println!("{}", serde_json::to_string(figure)?);
        }
        return Ok(());
    }
    println!(
        "{:<26}{:>12}  {:<12}{:>12}{:>9}  wanted",
        "figure", "value", "unit", "floor", "ratio"
    );
    for figure in figures {
        println!(
            "{:<26}{:>12}  {:<12}{:>12}{:>9}  {}",
            figure.name,
            short(figure.value),
            figure.unit,
            figure.floor.map(short).unwrap_or_default(),
            figure
                .ratio
                .map(|ratio| format!("{ratio:.2}"))
                .unwrap_or_default(),
            verdict(figure)
        );
    }
    Ok(())
}

/// Three digits that count.
fn short(value: f64) -> String {
    if value >= 100.0 {
        format!("{value:.0}")
    } else if value >= 1.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.3}")
    }
}

fn verdict(figure: &Figure) -> String {
    let says = |wanted: &Wanted| {
        let reached = if figure.reaches(*wanted) {
            "reached"
        } else {
            "missed"
        };
        format!("{wanted}: {reached}")
    };
    figure
        .wanted
        .iter()
        .map(says)
        .collect::<Vec<_>>()
        .join(", ")
}

impl Wanted {
    fn is_a_must(self) -> bool {
        matches!(self, Self::RatioAtLeast(_))
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RatioAtLeast(least) => write!(to, "ratio ≥ {least}"),
            Self::AimAtLeast(least) => write!(to, "aim ≥ {least}"),
            Self::AimAtMost(most) => write!(to, "aim ≤ {most}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_json_has_the_five_fields() {
        let figure = Figure::new("a", 3.0, "messages/s")
            .over(4.0)
            .wanted(Wanted::RatioAtLeast(0.8));
        assert!(figure.misses());
        let line = serde_json::to_string(&figure).expect("json");
        assert_eq!(
            line,
            r#"{"name":"a","value":3.0,"unit":"messages/s","floor":4.0,"ratio":0.75}"#
        );
    }
}
