//! Forms of values for the document, and how they become the values and back.

use explorer_core::evaluation::{
    Depth, Independence, InstitutionRole, PartyKind, ReportTarget, SampleUnit, Scope, Timing,
};
use explorer_core::id::{EvaluationId, StatementId, TensionId, TermId};
use explorer_core::money::{BudgetScope, Exactness};
use explorer_core::place::{PlaceKind, Qualifier};
use explorer_core::statement::{Basis, Enumeration, StatementKind};
use explorer_core::tension::TensionKind;
use explorer_core::vocabulary::{self, Terms};
use explorer_core::when::Date;

/// A form of a value for the document, from which the value can be had back.
pub trait Mirror<Core> {
    /// The form of a value.
    fn of(core: &Core) -> Self;
    /// The value of a form.
    fn into_core(self) -> Core;
}

impl<Shape: Mirror<Core>, Core> Mirror<Vec<Core>> for Vec<Shape> {
    fn of(core: &Vec<Core>) -> Self {
        core.iter().map(Shape::of).collect()
    }

    fn into_core(self) -> Vec<Core> {
        self.into_iter().map(Shape::into_core).collect()
    }
}

impl<Shape: Mirror<Core>, Core> Mirror<Option<Core>> for Option<Shape> {
    fn of(core: &Option<Core>) -> Self {
        core.as_ref().map(Shape::of)
    }

    fn into_core(self) -> Option<Core> {
        self.map(Shape::into_core)
    }
}

impl<Shape: Mirror<vocabulary::Term>> Mirror<Terms> for Vec<Shape> {
    fn of(core: &Terms) -> Self {
        Self::of(&core.0)
    }

    fn into_core(self) -> Terms {
        Terms(self.into_core())
    }
}

/// Values whose form in the document is their own.
macro_rules! as_they_are {
    ($($type:ty),+ $(,)?) => { $(
        impl Mirror<$type> for $type {
            fn of(core: &$type) -> Self {
                core.clone()
            }

            fn into_core(self) -> $type {
                self
            }
        }
    )+ };
}

as_they_are! {
    String, bool, u8, u16, u32, Date, EvaluationId, StatementId, TensionId, TermId,
    Timing, Scope, Depth, Independence, ReportTarget, PartyKind, InstitutionRole, SampleUnit,
    Exactness, BudgetScope, PlaceKind, Qualifier, StatementKind, Enumeration, Basis, TensionKind,
}

/// Declares a form with the fields of a core type and how the one becomes the other.
macro_rules! shapes {
    ($(
        $(#[$meta:meta])*
        $name:ident of $core:path { $( $(#[$field_meta:meta])* $field:ident: $type:ty ),+ $(,)? }
    )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $( $(#[$field_meta])* pub $field: $type ),+ }

        impl Mirror<$core> for $name {
            fn of(core: &$core) -> Self {
                Self { $( $field: Mirror::of(&core.$field) ),+ }
            }

            fn into_core(self) -> $core {
                $core { $( $field: self.$field.into_core() ),+ }
            }
        }
    )+ };
}
pub(crate) use shapes;
