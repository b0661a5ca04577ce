//! Every word that the explorer shows, one value of `Messages` per language.
