//! Places in the page whose content follows signals.

use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::El;

/// A place whose content follows signals: made anew whenever one that it read changes.
pub fn dynamic(content: impl Fn() -> Option<El> + 'static) -> AnyView {
    fn boxed(content: Box<dyn Fn() -> Option<El>>) -> AnyView {
        let content = SendWrapper::new(content);
        (move || content().map(AnyView::from)).into_any()
    }
    boxed(Box::new(content))
}

/// One of many that come, go and move: made once for each key.
pub struct Item {
    key: String,
    make: SendWrapper<Box<dyn FnOnce() -> El>>,
}

impl Item {
    /// An item by its key.
    pub fn new(key: impl Into<String>, make: impl FnOnce() -> El + 'static) -> Self {
        Self { key: key.into(), make: SendWrapper::new(Box::new(make)) }
    }

    /// The same with what is made put into something else, which may make it later.
    pub fn wrapped(self, wrap: impl FnOnce(Box<dyn FnOnce() -> El>) -> El + 'static) -> Self {
        let make = self.make;
        Self::new(self.key, move || wrap(make.take()))
    }
}

/// Many that come, go and move as signals change. Those whose keys stay are left as they are.
pub fn each(items: impl Fn() -> Vec<Item> + 'static) -> AnyView {
    fn boxed(items: Box<dyn Fn() -> Vec<Item>>) -> AnyView {
        let items = SendWrapper::new(items);
        For(ForProps {
            each: move || items(),
            key: |item: &Item| item.key.clone(),
            children: |item: Item| item.make.take()(),
        })
        .into_any()
    }
    boxed(Box::new(items))
}
