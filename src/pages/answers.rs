//! The door to what answers questions: search, filters, counts, and what the list shows of them.

use explorer_core::address::{self, Decoded, Settings};
use explorer_core::artifact::ArtifactError;
use explorer_core::dataset::Dataset;
use explorer_core::outcome::{LookUp, Outcome};
use explorer_core::query::Query;
use explorer_core::state::State;
use explorer_core::view::since::added_since;
use explorer_lang::Messages;
use explorer_lang::label::issue_words;
use explorer_lang::sentence::described;

use crate::store::{Engine, Refusal, Said};
use crate::ui::active_filters::active_filters;
use crate::ui::answers::Answers;
use crate::ui::compare_tray::compare_tray;
use crate::ui::facet_panel::facet_panel;
use crate::ui::found_words::{passage, title};
use crate::ui::result_notes::result_notes;
use crate::ui::statement_card::statement_items;

/// Everything in the module of answers, by what it does.
pub static ANSWERS: Answers = Answers {
    engine: Engine {
        open: |bytes| Dataset::open(bytes).map_err(|error| refusal(&error)),
        read_preset: State::opening,
        read_link,
        complete: |dataset| dataset.complete(explorer_data::REST).is_ok(),
        look_up: LookUp::after,
        find: LookUp::find,
        answer: LookUp::answer,
        describe: described,
        statements,
    },
    filters: facet_panel,
    chips: active_filters,
    tray: compare_tray,
    notes: result_notes,
    title,
    passage,
    statements: statement_items,
};

fn read_link(text: &str, settings: &Settings, dataset: &Dataset, words: &Messages) -> Said {
    let Decoded { state, issues, .. } = address::decode(text, settings);
    let mut notes: Vec<String> = issues.iter().map(|issue| issue_words(issue, words)).collect();
    let added = state.seen().map_or(0, |seen| added_since(dataset, seen));
    if added > 0 {
        notes.push(words.answers().added_since.of(added, words));
    }
    Said { state: state.redirected(dataset.redirects()), notes }
}

fn refusal(error: &ArtifactError) -> Refusal {
    let (code, hint) = match error {
        ArtifactError::NotAnArtifact => {
            ("data-type", "Name the .eep file that `evaluations pack` writes.")
        }
        ArtifactError::Version { .. } => {
            ("data-version", "Pack the set again with the tool of this release.")
        }
        ArtifactError::Truncated { .. } => ("data-truncated", "Load the set again."),
        ArtifactError::Checksum { .. } => (
            "data-damaged",
            "Load the set again; if it stays so, copy the file to the server anew, as binary.",
        ),
        ArtifactError::Missing { .. } | ArtifactError::Malformed { .. } => {
            ("data-malformed", "Pack the set again with the tool of this release.")
        }
    };
    Refusal { code, message: error.to_string(), hint }
}

fn statements(dataset: &Dataset, query: &Query, answer: &Outcome) -> Vec<String> {
    let all = answer.first_statements(dataset, query, usize::MAX).into_iter();
    let id = |ix| dataset.statement(ix).map(|statement| statement.id.to_string());
    all.filter_map(id).collect()
}
