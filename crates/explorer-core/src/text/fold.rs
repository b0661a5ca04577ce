//! Folding: the same letters for the same word, however it was typed.
