//! Pictures of the results: where people would rather look than read.
//!
//! Each is drawn in HTML that a strict policy allows, tells the same as a table one press away,
//! shows only what the filters let through, and filters when it is pressed.

pub mod cell_page;
mod data_table;
mod matrix_picture;
mod money_picture;
mod parts;
mod places_picture;
pub mod record_time;
mod time_picture;
mod time_written;
pub mod view_switch;

use explorer_core::state::{Form, State, View};
use explorer_lang::table::Table;
use leptos::prelude::Get;

use crate::el::{El, dynamic, el};
use crate::store::Explorer;

/// The table that says the same as the picture of a view; `None` where the view is no picture.
pub fn picture_table(explorer: Explorer, view: View) -> Option<Table> {
    match view {
        View::Matrix => Some(matrix_picture::table(explorer)),
        View::Time => Some(time_picture::table(explorer)),
        View::Money => Some(money_picture::table(explorer)),
        View::Places => Some(places_picture::table(explorer)),
        View::List | View::Compare | View::Reading => None,
    }
}

/// The picture of a view, drawn anew when the results change.
pub fn picture(explorer: Explorer, view: View) -> El {
    let form = explorer.slice(State::form);
    let drawn = dynamic(move || {
        (explorer.found() > 0).then(|| {
            let is_table = form.get() == Form::Table;
            match view {
                View::Matrix => matrix_picture::matrix_picture(explorer, is_table),
                View::Time => time_picture::time_picture(explorer, is_table),
                View::Money => money_picture::money_picture(explorer, is_table),
                View::Places => places_picture::places_picture(explorer, is_table),
                View::List | View::Compare | View::Reading => el("div"),
            }
        })
    });
    el("div").class("picture").child(parts::tools(explorer, view)).child(drawn)
}
