//! Cost against size as a picture: both axes logarithmic, so that what is linear is straight.

use std::fmt::Write;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 380.0;
const LEFT: f64 = 60.0;
const RIGHT: f64 = 470.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 335.0;
const COLOURS: [&str; 4] = ["#005a9c", "#5f9ed1", "#b3541e", "#6b6b6b"];

/// One line of the plot.
pub struct Line {
    /// What it is.
    pub label: String,
    /// Ours are drawn stronger.
    pub is_ours: bool,
    /// Size and milliseconds.
    pub points: Vec<(f64, f64)>,
}

/// The plot as SVG.
pub fn drawn(lines: &[Line]) -> String {
    let points = || lines.iter().flat_map(|line| &line.points);
    let sizes = Scale::around(points().map(|(size, _)| *size), LEFT, RIGHT);
    let times = Scale::around(points().map(|(_, time)| *time), BOTTOM, TOP);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         font-family=\"sans-serif\" font-size=\"12\">\n<title>Milliseconds of a question against \
         the number of evaluations</title>\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         fill=\"#fff\"/>\n"
    );
    for decade in sizes.decades() {
        let x = sizes.place(decade);
        grid(&mut svg, (x, TOP), (x, BOTTOM));
        text(&mut svg, (x, BOTTOM + 18.0), "middle", &number(decade));
    }
    for decade in times.decades() {
        let y = times.place(decade);
        grid(&mut svg, (LEFT, y), (RIGHT, y));
        text(&mut svg, (LEFT - 6.0, y + 4.0), "end", &number(decade));
    }
    text(&mut svg, (RIGHT, BOTTOM + 36.0), "end", "evaluations");
    text(&mut svg, (6.0, TOP - 6.0), "start", "ms");
    let mut labels = Labels::default();
    for (line, colour) in lines.iter().zip(COLOURS.iter().cycle()) {
        let place = |(size, time): &(f64, f64)| (sizes.place(*size), times.place(*time));
        let places: Vec<(f64, f64)> = line.points.iter().map(place).collect();
        let path: Vec<String> = places.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let width = if line.is_ours { 2.5 } else { 1.5 };
        writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"/>",
            path.join(" ")
        )
        .ok();
        for (x, y) in &places {
            writeln!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{colour}\"/>").ok();
        }
        let end = places.last().copied().unwrap_or((RIGHT, BOTTOM));
        text(&mut svg, (RIGHT + 8.0, labels.free(end.1) + 4.0), "start", &line.label);
    }
    svg.push_str("</svg>\n");
    svg
}

/// Powers of ten, spread evenly between two places.
struct Scale {
    least: i32,
    most: i32,
    from: f64,
    to: f64,
}

impl Scale {
    fn around(values: impl Iterator<Item = f64>, from: f64, to: f64) -> Self {
        let logarithms: Vec<f64> = values.filter(|value| *value > 0.0).map(f64::log10).collect();
        let least = logarithms.iter().copied().fold(f64::INFINITY, f64::min);
        let most = logarithms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if least > most {
            return Self { least: 0, most: 1, from, to };
        }
        let least = least.floor() as i32;
        Self { least, most: (most.ceil() as i32).max(least + 1), from, to }
    }

    fn place(&self, value: f64) -> f64 {
        let part = (value.log10() - f64::from(self.least)) / f64::from(self.most - self.least);
        self.from + part.clamp(0.0, 1.0) * (self.to - self.from)
    }

    fn decades(&self) -> impl Iterator<Item = f64> + use<> {
        (self.least..=self.most).map(|power| 10_f64.powi(power))
    }
}

/// Heights at which a label stands already: two lines that end close together have labels apart.
#[derive(Default)]
struct Labels(Vec<f64>);

impl Labels {
    fn free(&mut self, wanted: f64) -> f64 {
        let mut height = wanted;
        while self.0.iter().any(|taken| (taken - height).abs() < 14.0) {
            height += 14.0;
        }
        self.0.push(height);
        height
    }
}

fn grid(svg: &mut String, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
    let place = format!("x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\"");
    writeln!(svg, "<line {place} stroke=\"#ddd\"/>").ok();
}

fn text(svg: &mut String, (x, y): (f64, f64), anchor: &str, words: &str) {
    writeln!(svg, "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{words}</text>").ok();
}

fn number(value: f64) -> String {
    if value >= 1.0 {
        crate::measuring::document::grouped(value as u64)
    } else {
        format!("{value}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_ten_are_evenly_apart() {
        let scale = Scale::around([20.0, 900.0].into_iter(), 0.0, 200.0);
        assert_eq!(scale.decades().collect::<Vec<_>>(), [10.0, 100.0, 1000.0]);
        assert_eq!(scale.place(10.0), 0.0);
        assert_eq!(scale.place(100.0), 100.0);
        assert_eq!(scale.place(1000.0), 200.0);
    }

    #[test]
    fn a_line_is_drawn_through_its_points_and_named_at_its_end() {
        let points = vec![(100.0, 1.0), (1000.0, 10.0)];
        let svg = drawn(&[Line { label: "Ours".to_owned(), is_ours: true, points }]);
        assert!(svg.contains("points=\"60.0,335.0 470.0,20.0\""), "{svg}");
        assert!(svg.contains(">Ours</text>"), "{svg}");
    }

    #[test]
    fn labels_do_not_stand_on_each_other() {
        let mut labels = Labels::default();
        assert_eq!(
            [labels.free(100.0), labels.free(101.0), labels.free(50.0)],
            [100.0, 115.0, 50.0]
        );
    }

    #[test]
    fn nothing_measured_draws_nothing_and_does_not_end() {
        assert!(drawn(&[]).ends_with("</svg>\n"));
    }
}
