//! A link as a QR code, to be taken off a screen or a printed page by a phone.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::el::{El, el};

/// The free border that readers of codes need, in modules (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The code as a picture with a name; `None` when the text is too long for any code.
pub fn qr_code(text: &str, name: &'static str) -> Option<El> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * QUIET;
    let picture = el("svg")
        .class("qr-code")
        .attr("viewBox", format!("0 0 {side} {side}"))
        .attr("role", "img")
        .attr("aria-label", name)
        .attr("shape-rendering", "crispEdges")
        .child(el("path").attr("d", outline(&code)));
    Some(picture)
}

/// The dark modules as one path, a rectangle for each run of a row.
fn outline(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|&x| code.get_module(x, y)).count();
            // A row has at most 177 modules.
            let length = i32::try_from(length).unwrap_or_default();
            if length > 0 {
                path.push_str(&format!("M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET));
            }
            x += length + 1;
        }
    }
    path
}
