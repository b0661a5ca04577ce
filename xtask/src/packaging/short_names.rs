//! Short names between glue and module.
//!
//! wasm-bindgen ends the name of every function that crosses the border with a digest. Readers
//! fetch each of them twice, and digests do not compress. A name that both sides agree on does.

use std::collections::BTreeMap;

use crate::failure::{Failure, Outcome};

const HEADER: usize = 8;
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// The kind of an import or export that is a function.
const FUNCTION: u8 = 0;
/// How many digits a digest has.
const DIGEST: usize = 16;

/// Gives what crosses the border between a module and its glue short names, in both.
///
/// # Errors
/// When the module has another form than wasm-bindgen's, or the glue does not use a name.
pub fn shortened(module: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    let mut names = Names::default();
    let module = renamed(module, &mut names).ok_or_else(|| {
        Failure::new("the module has imports or exports of a kind that short names do not know")
    })?;
    let mut text = glue.to_owned();
    for (long, short) in &names.short {
        if !text.contains(long) {
            return Err(Failure::new(format!(
                "the glue does not use {long}, which the module has"
            )));
        }
        text = text.replace(long, short);
    }
    Ok((module, text))
}

#[derive(Default)]
struct Names {
    short: BTreeMap<String, String>,
}

impl Names {
    /// The name in place of another: a short one where that ends with a digest.
    fn of(&mut self, long: &str) -> String {
        if !ends_with_digest(long) {
            return long.to_owned();
        }
        let next = format!("${:x}", self.short.len());
        self.short.entry(long.to_owned()).or_insert(next).clone()
    }
}

fn ends_with_digest(name: &str) -> bool {
    let digest = name.len().checked_sub(DIGEST).and_then(|at| name.split_at_checked(at));
    digest.is_some_and(|(name, digest)| {
        name.contains('_') && digest.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn renamed(module: &[u8], names: &mut Names) -> Option<Vec<u8>> {
    let (header, mut rest) = module.split_at_checked(HEADER)?;
    let mut out = header.to_vec();
    while let Some((&id, after)) = rest.split_first() {
        let (section, after) = piece(after)?;
        out.push(id);
        match id {
            IMPORTS => put(&mut out, &entries(section, 2, names)?),
            EXPORTS => put(&mut out, &entries(section, 1, names)?),
            _ => put(&mut out, section),
        }
        rest = after;
    }
    Some(out)
}

/// The entries of a section with other names. Each has so many names, of which the last is its own,
/// then its kind and a number.
fn entries(section: &[u8], names_each: usize, names: &mut Names) -> Option<Vec<u8>> {
    let (count, mut rest) = number(section)?;
    let mut out = Vec::new();
    put_number(&mut out, count);
    for _ in 0..count {
        for place in 1..=names_each {
            let (name, after) = piece(rest)?;
            let name = str::from_utf8(name).ok()?;
            let name = if place == names_each { names.of(name) } else { name.to_owned() };
            put(&mut out, name.as_bytes());
            rest = after;
        }
        let (&kind, after) = rest.split_first()?;
        if names_each > 1 && kind != FUNCTION {
            return None;
        }
        let (index, after) = number(after)?;
        out.push(kind);
        put_number(&mut out, index);
        rest = after;
    }
    rest.is_empty().then_some(out)
}

/// Bytes behind their length, and what follows.
fn piece(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number(bytes)?;
    rest.split_at_checked(length)
}

/// A number in LEB128, and what follows.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(at + 1..)?));
        }
    }
    None
}

/// Puts bytes behind their length.
pub fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    put_number(out, bytes.len());
    out.extend(bytes);
}

fn put_number(out: &mut Vec<u8>, number: usize) {
    let mut left = number;
    while left >= 0x80 {
        out.push((left & 0x7f) as u8 | 0x80);
        left >>= 7;
    }
    out.push(left as u8);
}

#[cfg(test)]
mod tests {
    use super::{put, put_number, shortened};

    const NAME: &str = "__wbg_then_656f253a5dd7d8ea";

    /// A module with one import and one export, and a section of code after them.
    fn module(import: &str, export: &str, kind: u8) -> Vec<u8> {
        let mut imports = vec![1];
        put(&mut imports, b"./glue.js");
        put(&mut imports, import.as_bytes());
        imports.push(kind);
        put_number(&mut imports, 300);
        let mut exports = vec![1];
        put(&mut exports, export.as_bytes());
        exports.extend([2, 0]);
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        for (id, section) in [(2, imports), (7, exports), (10, vec![7; 200])] {
            module.push(id);
            put(&mut module, &section);
        }
        module
    }

    #[test]
    fn names_with_a_digest_become_short_on_both_sides() {
        let glue = format!("{{{NAME}:function(a){{}},{NAME}}}");
        let (after, glue) = shortened(&module(NAME, "memory", 0), &glue).unwrap();
        assert_eq!(glue, "{$0:function(a){},$0}");
        assert_eq!(after, module("$0", "memory", 0));
    }

    #[test]
    fn other_names_stay() {
        let before = module("__wbindgen_init_externref_table", "widget_mount", 0);
        let (after, glue) = shortened(&before, "widget_mount()").unwrap();
        assert_eq!((after, &*glue), (before, "widget_mount()"));
    }

    #[test]
    fn a_module_of_another_form_or_glue_without_a_name_is_refused() {
        assert!(shortened(&module(NAME, "memory", 1), NAME).is_err());
        assert!(shortened(&module(NAME, "memory", 0)[..20], NAME).is_err());
        assert!(shortened(&module(NAME, "memory", 0), "nothing").is_err());
    }
}
