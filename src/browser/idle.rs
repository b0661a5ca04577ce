//! What need not be done before the page is there.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::window;

/// Milliseconds to wait in browsers that do not tell when they have time (Safari).
const A_MOMENT: u32 = 50;
/// Milliseconds after which it is done at last on a page that moves all the time and never rests.
const AT_LAST: u32 = 500;

/// Something to be done once, as soon as the browser has nothing better to do, and soon in any
/// case. Dropping it cancels it.
pub struct Idle {
    /// What cancels it where the browser tells, and what it calls.
    told: Option<(u32, Closure<dyn FnMut()>)>,
    /// Cancels itself.
    _at_last: Timeout,
}

impl Idle {
    /// Plans it.
    pub fn then(act: impl FnOnce() + 'static) -> Self {
        Self::plan(Box::new(act))
    }

    fn plan(act: Box<dyn FnOnce()>) -> Self {
        let act = Rc::new(Cell::new(Some(act)));
        let once = move || {
            if let Some(act) = act.take() {
                act();
            }
        };
        let called = Closure::<dyn FnMut()>::new(once.clone());
        let asked = window().map(|it| it.request_idle_callback(called.as_ref().unchecked_ref()));
        let told = asked.and_then(Result::ok).map(|handle| (handle, called));
        let wait = if told.is_some() { AT_LAST } else { A_MOMENT };
        Self { told, _at_last: Timeout::new(wait, once) }
    }
}

impl Drop for Idle {
    fn drop(&mut self) {
        if let (Some((handle, _)), Some(window)) = (&self.told, window()) {
            window.cancel_idle_callback(*handle);
        }
    }
}
