//! What a sheet of the data package is: columns with a meaning, keys, and rows of cells.

use explorer_core::content::Content;

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// Any text.
    Text,
    /// A whole number.
    Integer,
    /// An amount of money, such as `752110.31`.
    Amount,
    /// `2017`, `2017-10` or `2017-10-31`.
    Date,
    /// `true` or `false`.
    Boolean,
    /// An address.
    Url,
    /// One of these codes.
    Code(fn() -> Vec<&'static str>),
    /// Several texts: `one | two`.
    List,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name in the first row.
    pub name: &'static str,
    /// What its cells hold.
    pub holds: Holds,
    /// True when no cell may be empty.
    pub required: bool,
    /// What it means.
    pub about: &'static str,
}

/// Columns whose values are the key of a row in another sheet.
#[derive(Clone, Copy, Debug)]
pub struct Foreign {
    /// The columns here.
    pub columns: &'static [&'static str],
    /// The other sheet.
    pub sheet: &'static str,
    /// The columns there.
    pub key: &'static [&'static str],
}

/// The rows of a sheet, made one at a time.
pub type Rows<'a> = Box<dyn Iterator<Item = Vec<String>> + 'a>;

/// A sheet of the data package.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// Its name, also that of its file without the ending.
    pub name: &'static str,
    /// What its rows are.
    pub about: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// The columns that tell its rows apart.
    pub key: &'static [&'static str],
    /// Its ties to other sheets.
    pub foreign: &'static [Foreign],
    /// Its rows for a set.
    pub rows: for<'a> fn(&'a Content) -> Rows<'a>,
}

impl Sheet {
    /// The names of the columns, in order.
    #[must_use]
    pub fn header(&self) -> Vec<&'static str> {
        self.columns.iter().map(|column| column.name).collect()
    }

    /// The positions of the key's columns.
    #[must_use]
    pub fn key_positions(&self) -> Vec<usize> {
        let position = |name: &&str| self.columns.iter().position(|column| column.name == *name);
        self.key.iter().filter_map(position).collect()
    }
}

/// Declares the columns of a sheet together with the cells of its rows, so that one cannot go
/// astray from the other: a constant with the columns and a function that makes a row.
macro_rules! columns {
    (
        $(#[$meta:meta])*
        $columns:ident, fn $cells:ident($($argument:ident: $type:ty),+ $(,)?) {
            $( $name:literal $holds:ident $(($($holds_of:tt)+))? $(! $required:tt)?,
               $about:literal => $value:expr; )+
        }
    ) => {
        $(#[$meta])*
        pub(crate) const $columns: &[$crate::export::sheet::Column] = &[ $(
            $crate::export::sheet::Column {
                name: $name,
                holds: $crate::export::sheet::holds!($holds $(($($holds_of)+))?),
                required: $crate::export::sheet::required!($($required)?),
                about: $about,
            }
        ),+ ];

        fn $cells($($argument: $type),+) -> Vec<String> {
            use $crate::export::cell::Cell as _;
            vec![ $( ($value).cell() ),+ ]
        }
    };
}

/// [`Holds`] in the words of [`columns!`].
macro_rules! holds {
    (text) => {
        $crate::export::sheet::Holds::Text
    };
    (integer) => {
        $crate::export::sheet::Holds::Integer
    };
    (amount) => {
        $crate::export::sheet::Holds::Amount
    };
    (date) => {
        $crate::export::sheet::Holds::Date
    };
    (boolean) => {
        $crate::export::sheet::Holds::Boolean
    };
    (url) => {
        $crate::export::sheet::Holds::Url
    };
    (list) => {
        $crate::export::sheet::Holds::List
    };
    (code($codes:ty)) => {
        $crate::export::sheet::Holds::Code(|| <$codes>::ALL.iter().map(|c| c.code()).collect())
    };
}

/// Whether a column of [`columns!`] is marked as required.
macro_rules! required {
    () => {
        false
    };
    (required) => {
        true
    };
}

pub(crate) use {columns, holds, required};
