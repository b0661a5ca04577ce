//! Ways into the tables of a parsed file, and values put there so that comments and layout stay.

use toml_edit::{Array, InlineTable, Item, TableLike, Value, value};

use super::place::Step;
use crate::shape::NOT_STATED;

/// The table at the end of the steps; `None` when the file has no such table.
pub fn descend<'t>(table: &'t mut dyn TableLike, steps: &[Step]) -> Option<&'t mut dyn TableLike> {
    let Some((first, rest)) = steps.split_first() else { return Some(table) };
    let Step::Key(key) = first else { return None };
    let item = table.get_mut(key)?;
    let (element, rest) = match rest.split_first() {
        Some((step, rest)) if !matches!(step, Step::Key(_)) => (Some(step), rest),
        _ => (None, rest),
    };
    let inner: &mut dyn TableLike = match (element, item) {
        (None, item) => item.as_table_like_mut()?,
        (Some(step), Item::ArrayOfTables(tables)) => {
            let at = tables.iter().position_of(step)?;
            tables.get_mut(at)?
        }
        (Some(step), Item::Value(Value::Array(values))) => {
            let at = values.iter().filter_map(Value::as_inline_table).position_of(step)?;
            values.get_mut(at)?.as_inline_table_mut()?
        }
        _ => return None,
    };
    descend(inner, rest)
}

/// The table at the end of the steps and its path, such as `projects[0].phases[1]`.
pub fn find<'t>(table: &'t dyn TableLike, steps: &[Step]) -> Option<(String, &'t dyn TableLike)> {
    let (mut path, mut table, mut rest) = (String::new(), table, steps);
    while let Some((Step::Key(key), after)) = rest.split_first() {
        let item = table.get(key)?;
        path = if path.is_empty() { (*key).to_owned() } else { format!("{path}.{key}") };
        rest = after;
        let Some((step, after)) = rest.split_first().filter(|(step, _)| !step.is_key()) else {
            table = item.as_table_like()?;
            continue;
        };
        let (at, element): (usize, &dyn TableLike) = match item {
            Item::ArrayOfTables(tables) => {
                let at = tables.iter().position_of(step)?;
                (at, tables.get(at)?)
            }
            Item::Value(Value::Array(values)) => {
                let at = values.iter().filter_map(Value::as_inline_table).position_of(step)?;
                (at, values.get(at)?.as_inline_table()?)
            }
            _ => return None,
        };
        path = format!("{path}[{at}]");
        table = element;
        rest = after;
    }
    rest.is_empty().then_some((path, table))
}

/// Which of several tables a step means.
trait PositionOf {
    fn position_of(self, step: &Step) -> Option<usize>;
}

impl<'t, T: TableLike + 't, I: Iterator<Item = &'t T>> PositionOf for I {
    fn position_of(mut self, step: &Step) -> Option<usize> {
        let text = |table: &T, key: &str| table.get(key).and_then(Item::as_str).map(str::to_owned);
        let number = |table: &T, key: &str| table.get(key).and_then(Item::as_integer);
        match step {
            Step::Nth(nth) => Some(*nth),
            Step::Key(_) => None,
            Step::Id(id) => self.position(|table| text(table, "id").as_ref() == Some(id)),
            Step::Number(wanted) => self.position(|table| number(table, "number") == Some(*wanted)),
            Step::Statement(kind, ordinal) => self.position(|table| {
                text(table, "kind").as_ref() == Some(kind)
                    && number(table, "ordinal") == Some(*ordinal)
            }),
        }
    }
}

/// Puts a value at keys one inside the other, or takes it away. A table that stays empty becomes
/// the word for what is not stated.
pub fn put(table: &mut dyn TableLike, keys: &[&str], new: Option<Value>) {
    let Some((key, inner)) = keys.split_first() else { return };
    if inner.is_empty() {
        match new {
            Some(new) => put_value(table, key, new),
            None => drop(table.remove(key)),
        }
        return;
    }
    let is_table = table.get(key).is_some_and(Item::is_table_like);
    if !is_table {
        if new.is_none() {
            return;
        }
        put_value(table, key, Value::InlineTable(InlineTable::new()));
    }
    if let Some(group) = table.get_mut(key).and_then(Item::as_table_like_mut) {
        put(group, inner, new);
        if group.is_empty() {
            table.insert(key, value(NOT_STATED));
        }
    }
}

/// Puts a value at a key; the comments around an old value stay.
pub fn put_value(table: &mut dyn TableLike, key: &str, mut new: Value) {
    match table.get_mut(key) {
        Some(Item::Value(old)) => {
            if let (Value::Array(old), Value::Array(array)) = (&*old, &mut new) {
                keep_layout(old, array);
            }
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        _ => drop(table.insert(key, Item::Value(new))),
    }
}

/// Gives an array the layout of the one that it replaces; elements that stay keep their comments.
fn keep_layout(old: &Array, new: &mut Array) {
    let Some(first) = old.get(0) else { return };
    let layout = first.decor().clone();
    for element in new.iter_mut() {
        let kept =
            old.iter().find(|before| before.as_str() == element.as_str() && element.is_str());
        match kept {
            Some(before) => *element = before.clone(),
            None => *element.decor_mut() = layout.clone(),
        }
    }
    new.set_trailing(old.trailing().clone());
    new.set_trailing_comma(old.trailing_comma());
}
