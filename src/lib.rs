//! The widget `<evaluation-explorer>`.
