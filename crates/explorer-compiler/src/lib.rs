//! From authoring files to a checked and packed dataset. Host only.
