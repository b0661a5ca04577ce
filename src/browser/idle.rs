//! What need not be done before the page is there.

use gloo::timers::callback::Timeout;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::window;

/// Milliseconds to wait in browsers that do not tell when they have time (Safari).
const A_MOMENT: u32 = 50;

/// Something to be done as soon as the browser has nothing better to do. Dropping it cancels it.
pub enum Idle {
    /// The browser tells.
    Told {
        /// What cancels it.
        handle: u32,
        /// Lives as long as it may be called.
        _act: Closure<dyn FnMut()>,
    },
    /// The browser does not tell.
    Waited {
        /// Cancels itself.
        _timeout: Timeout,
    },
}

impl Idle {
    /// Plans it.
    pub fn then(act: impl Fn() + Clone + 'static) -> Self {
        let told = Closure::<dyn FnMut()>::new(act.clone());
        let asked = window().map(|it| it.request_idle_callback(told.as_ref().unchecked_ref()));
        match asked {
            Some(Ok(handle)) => Self::Told { handle, _act: told },
            _ => Self::Waited { _timeout: Timeout::new(A_MOMENT, act) },
        }
    }
}

impl Drop for Idle {
    fn drop(&mut self) {
        if let (Self::Told { handle, .. }, Some(window)) = (self, window()) {
            window.cancel_idle_callback(*handle);
        }
    }
}
