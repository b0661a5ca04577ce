//! The markup that puts a view into another page, for people to copy.
//!
//! Three ways, one contract: the tag, a placeholder for editors that remove unknown tags, and a
//! frame. The words around the markup are said elsewhere.

use crate::address::{Prefix, Settings, encode_in_full};
use crate::codes::codes;
use crate::facet::picks::Picks;
use crate::query::Query;
use crate::state::State;

/// The name of the element, of its file and of what the placeholder carries.
const NAME: &str = "evaluation-explorer";

codes! {
    /// How the explorer gets into a page.
    pub enum Way {
        /// A script and the tag.
        Tag = "tag",
        /// A script and a `<div>`, for editors that remove unknown tags.
        Placeholder = "placeholder",
        /// A page in a frame, for editors that remove scripts.
        Frame = "frame",
    }
}

codes! {
    /// What readers may do with the filters that the view has now.
    pub enum Filters {
        /// The page opens with them; readers may change them.
        Live = "live",
        /// They stay; readers filter what is left.
        Locked = "locked",
    }
}

/// What is embedded.
#[derive(Clone, Debug)]
pub struct Embed<'a> {
    /// The absolute address of the folder of the loader, with a slash at its end.
    pub folder: &'a str,
    /// Where another set of evaluations lies, if it is not the one that comes with the widget.
    pub src: Option<&'a str>,
    /// The view.
    pub state: &'a State,
    /// What the present page has locked.
    pub lock: &'a Picks,
    /// What the frame is called, for readers who cannot see it.
    pub title: &'a str,
}

impl Embed<'_> {
    /// The markup.
    #[must_use]
    pub fn markup(&self, way: Way, filters: Filters) -> String {
        let attributes = self.attributes(filters);
        match way {
            Way::Tag => {
                let written = written(&attributes, "");
                format!("{}\n<{NAME}{written}></{NAME}>", self.script(NAME))
            }
            Way::Placeholder => {
                let written = written(&attributes, "data-");
                format!("{}\n<div data-{NAME}{written}></div>", self.script(NAME))
            }
            Way::Frame => self.frame(filters),
        }
    }

    fn script(&self, name: &str) -> String {
        let folder = escaped(self.folder);
        format!("<script type=\"module\" src=\"{folder}{name}.js\"></script>")
    }

    /// The filters that stay, and the rest of the view, as pairs of a link.
    fn parts(&self, filters: Filters) -> (Option<String>, Option<String>) {
        let whole = self.state.locked(self.lock);
        match filters {
            Filters::Live => (None, pairs(&whole)),
            Filters::Locked => {
                let picks = whole.query.picks.clone();
                let only = Query { picks, ..Query::default() };
                let lock = State { query: only, ..State::default() };
                let query = Query { picks: Picks::default(), ..whole.query.clone() };
                (pairs(&lock), pairs(&State { query, ..whole }))
            }
        }
    }

    fn attributes(&self, filters: Filters) -> Vec<(&'static str, String)> {
        let (lock, preset) = self.parts(filters);
        let src = self.src.map(str::to_owned);
        let all = [("src", src), ("lock", lock), ("preset", preset)];
        all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    fn frame(&self, filters: Filters) -> String {
        let attributes = self.attributes(filters);
        let pairs = attributes.iter().map(|(name, value)| {
            let value = crate::address::percent::encoded(value);
            format!("{name}={value}")
        });
        let query: Vec<String> = pairs.collect();
        let sign = if query.is_empty() { "" } else { "?" };
        let folder = escaped(self.folder);
        let query = escaped(&query.join("&"));
        let title = escaped(self.title);
        format!(
            "<iframe data-{NAME} src=\"{folder}embed.html{sign}{query}\" title=\"{title}\" \
             width=\"100%\" height=\"800\" loading=\"lazy\"></iframe>\n{}",
            self.script("embed-host")
        )
    }
}

/// A view as pairs; `None` for what every page opens with.
fn pairs(state: &State) -> Option<String> {
    let state = state.seen_on(None);
    let is_opening = state == Settings::default().opening;
    (!is_opening).then(|| encode_in_full(&state, &Prefix::default()))
}

fn written(attributes: &[(&'static str, String)], prefix: &str) -> String {
    let one = |(name, value): &(&str, String)| format!(" {prefix}{name}=\"{}\"", escaped(value));
    attributes.iter().map(one).collect()
}

/// Text as the value of an attribute.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{Embed, Filters, Picks, State, Way};
    use crate::facet::FacetId;
    use crate::state::Action;

    fn peru() -> Picks {
        let mut picks = Picks::default();
        picks.toggle(FacetId::Country, "pe");
        picks
    }

    fn lessons() -> State {
        State::default()
            .after(Action::Toggle(FacetId::Kind, "lesson".into()))
            .after(Action::Type("a \"b\" & c".to_owned()))
    }

    #[track_caller]
    fn check(state: &State, lock: &Picks, way: Way, filters: Filters, expected: &str) {
        let folder = "https://e.org/x/";
        let embed = Embed { folder, src: None, state, lock, title: "A & B" };
        assert_eq!(embed.markup(way, filters), expected);
    }

    #[test]
    fn an_untouched_view_is_embedded_with_nothing_but_the_tag() {
        let script =
            "<script type=\"module\" src=\"https://e.org/x/evaluation-explorer.js\"></script>";
        let tag = format!("{script}\n<evaluation-explorer></evaluation-explorer>");
        check(&State::default(), &Picks::default(), Way::Tag, Filters::Live, &tag);
        check(&State::default(), &Picks::default(), Way::Tag, Filters::Locked, &tag);
        let div = format!("{script}\n<div data-evaluation-explorer></div>");
        check(&State::default(), &Picks::default(), Way::Placeholder, Filters::Live, &div);
    }

    #[test]
    fn live_filters_are_a_preset_and_locked_ones_a_lock() {
        let script =
            "<script type=\"module\" src=\"https://e.org/x/evaluation-explorer.js\"></script>";
        let words = "ee-q=a%20%22b%22%20%26%20c";
        check(
            &lessons(),
            &peru(),
            Way::Tag,
            Filters::Live,
            &format!(
                "{script}\n<evaluation-explorer \
                 preset=\"{words}&amp;ee-country=pe&amp;ee-kind=lesson&amp;ee-v=1\">\
                 </evaluation-explorer>"
            ),
        );
        check(
            &lessons(),
            &peru(),
            Way::Placeholder,
            Filters::Locked,
            &format!(
                "{script}\n<div data-evaluation-explorer \
                 data-lock=\"ee-country=pe&amp;ee-kind=lesson&amp;ee-v=1\" \
                 data-preset=\"{words}&amp;ee-v=1\"></div>"
            ),
        );
    }

    #[test]
    fn a_frame_carries_the_same_in_its_address() {
        check(
            &State::default(),
            &peru(),
            Way::Frame,
            Filters::Locked,
            "<iframe data-evaluation-explorer \
             src=\"https://e.org/x/embed.html?lock=ee-country%3Dpe%26ee-v%3D1\" title=\"A &amp; B\" \
             width=\"100%\" height=\"800\" loading=\"lazy\"></iframe>\n\
             <script type=\"module\" src=\"https://e.org/x/embed-host.js\"></script>",
        );
    }
}
