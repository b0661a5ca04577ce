//! Cards drawn in steps, so that the page answers its reader between them.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use leptos::prelude::{Get, RwSignal, Set, untrack};

use crate::browser::delay::Delay;
use crate::el::{El, Item, dynamic, el};

/// How many cards are drawn in one task; on a slow phone laying out two takes longer than 50 ms.
const AT_ONCE: usize = 1;

/// Draws the items of a list: all at once, or in steps while a reader types.
#[derive(Default)]
pub struct Pace {
    left: Cell<usize>,
    waiting: RefCell<VecDeque<RwSignal<bool>>>,
    next: Delay,
}

impl Pace {
    /// The items, of which the new ones have their places at once. In a hurry only the first of
    /// them are drawn with their places, the others in tasks that follow.
    pub fn items(self: &Rc<Self>, items: Vec<Item>, is_hurried: bool) -> Vec<Item> {
        self.left.set(if is_hurried { AT_ONCE } else { usize::MAX });
        let placed = |item: Item| {
            let pace = self.clone();
            item.wrapped(move |make| pace.place(make))
        };
        items.into_iter().map(placed).collect()
    }

    fn place(self: &Rc<Self>, make: Box<dyn FnOnce() -> El>) -> El {
        let left = self.left.get();
        if left > 0 {
            self.left.set(left - 1);
            return el("li").child(make());
        }
        let is_due = RwSignal::new(false);
        self.waiting.borrow_mut().push_back(is_due);
        self.go_on();
        let make = Cell::new(Some(make));
        let drawn = move || is_due.get().then(|| make.take()).flatten().map(untrack);
        el("li").child(dynamic(drawn))
    }

    fn go_on(self: &Rc<Self>) {
        let pace = self.clone();
        self.next.start(0, move || {
            let mut left = AT_ONCE;
            while left > 0 {
                let Some(is_due) = pace.waiting.borrow_mut().pop_front() else { return };
                // What left the list meanwhile has lost its signal.
                left -= usize::from(is_due.try_set(true).is_none());
            }
            pace.go_on();
        });
    }
}
