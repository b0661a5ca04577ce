//! One thing to be done later; starting again forgets what was planned before.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;

/// A debouncer. Dropping it cancels what is planned.
#[derive(Default)]
pub struct Delay(RefCell<Option<Timeout>>);

impl Delay {
    /// Plans something in so many milliseconds.
    pub fn start(&self, milliseconds: u32, then: impl FnOnce() + 'static) {
        let planned = Timeout::new(milliseconds, then);
        // The old timeout is dropped, and with it cancelled, outside the borrow.
        let before = self.0.borrow_mut().replace(planned);
        drop(before);
    }

    /// Forgets what is planned.
    pub fn cancel(&self) {
        let planned = self.0.borrow_mut().take();
        drop(planned);
    }
}
