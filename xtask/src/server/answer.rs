//! Which bytes and headers a request gets: a plain function of the folder and the request.

use std::fs;
use std::path::{Path, PathBuf};

use crate::server::OnDemand;

/// Pages that are served under a content security policy, because the policy of a `<meta>`
/// element cannot require trusted types in every browser and is read later.
const POLICIES: [(&str, &str); 1] = [(
    "/hosts/strict-csp.html",
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
     style-src 'self'; require-trusted-types-for 'script'",
)];

const CONTENT_TYPES: [(&str, &str); 9] = [
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("toml", "application/toml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
];

/// The parts of a request that matter here.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    method: String,
    /// Decoded, without query.
    path: String,
    takes_brotli: bool,
}

impl Request {
    /// Reads the request line and headers, or nothing if they make no sense.
    pub fn parse(head: &str) -> Option<Self> {
        let mut lines = head.split("\r\n");
        let mut words = lines.next()?.split(' ');
        let method = words.next()?.to_owned();
        let target = words.next()?;
        let path = percent_decoded(target.split(['?', '#']).next()?)?;
        let takes_brotli = lines
            .filter_map(|line| line.split_once(':'))
            .filter(|(name, _)| name.eq_ignore_ascii_case("accept-encoding"))
            .any(|(_, value)| value.split(',').any(|coding| coding.trim().starts_with("br")));
        Some(Self { method, path, takes_brotli })
    }
}

/// Status, headers and body.
#[derive(Debug)]
pub struct Response {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    /// A HEAD request gets the headers alone.
    without_body: bool,
}

impl Response {
    /// An answer without content.
    pub fn refusal(status: &'static str) -> Self {
        let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
        Self { status, headers, body: format!("{status}\n").into_bytes(), without_body: false }
    }

    /// What goes over the wire.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {}\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("Content-Length: {}\r\nConnection: close\r\n\r\n", self.body.len()));
        let mut bytes = head.into_bytes();
        if !self.without_body {
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }
}

/// Answers a request from the files below `root`, or with what is made for it.
pub fn answer(root: &Path, made: Option<OnDemand>, request: &Request) -> Response {
    if request.method != "GET" && request.method != "HEAD" {
        return Response::refusal("405 Method Not Allowed");
    }
    let made = made.filter(|made| made.address == request.path);
    let found = made.map_or_else(|| file_of(root, &request.path), |made| (made.make)());
    let Some(file) = found else {
        return Response::refusal("404 Not Found");
    };
    let mut headers = vec![
        ("Content-Type", content_type(&file).to_owned()),
        ("Cache-Control", lifetime(&file).to_owned()),
        ("Access-Control-Allow-Origin", "*".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Vary", "Accept-Encoding".to_owned()),
    ];
    if let Some((_, policy)) = POLICIES.iter().find(|(path, _)| *path == request.path) {
        headers.push(("Content-Security-Policy", (*policy).to_owned()));
    }
    let compressed = with_suffix(&file, ".br");
    let chosen = if request.takes_brotli && compressed.is_file() {
        headers.push(("Content-Encoding", "br".to_owned()));
        compressed
    } else {
        file
    };
    match fs::read(chosen) {
        Ok(body) => {
            Response { status: "200 OK", headers, body, without_body: request.method == "HEAD" }
        }
        Err(_) => Response::refusal("404 Not Found"),
    }
}

/// The same path with something after its whole name.
fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// The file that a path names; none for what lies outside `root`.
fn file_of(root: &Path, path: &str) -> Option<PathBuf> {
    let mut file = root.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains('\\') {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

fn content_type(file: &Path) -> &'static str {
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    CONTENT_TYPES
        .iter()
        .find(|(known, _)| *known == extension)
        .map_or("application/octet-stream", |(_, content_type)| *content_type)
}

/// Payloads carry a hash in their names and never change; all else is asked for each time.
fn lifetime(file: &Path) -> &'static str {
    let is_payload = file
        .file_stem()
        .and_then(|stem| stem.to_str())
        .and_then(|stem| stem.rsplit_once('-'))
        .is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()));
    if is_payload { "max-age=31536000, immutable" } else { "no-cache" }
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = after.get(2..)?;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use std::sync::OnceLock;

    use super::*;

    /// A small site, written once for all tests.
    fn site() -> &'static Path {
        static SITE: OnceLock<PathBuf> = OnceLock::new();
        SITE.get_or_init(|| {
            let root = std::env::temp_dir().join(format!("explorer-server-{}", std::process::id()));
            for (name, content) in [
                ("index.html", "page"),
                ("hosts/strict-csp.html", "strict"),
                ("hosts/index.html", "hosts"),
                ("x-0123456789abcdef.wasm", "plain"),
                ("x-0123456789abcdef.wasm.br", "squeezed"),
            ] {
                let path = root.join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, content).unwrap();
            }
            root
        })
    }

    fn get(path: &str, more: &str) -> Response {
        let head = format!("GET {path} HTTP/1.1\r\nHost: x\r\n{more}\r\n");
        answer(site(), None, &Request::parse(&head).unwrap())
    }

    fn header<'a>(response: &'a Response, name: &str) -> Option<&'a str> {
        response.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    #[test]
    fn a_folder_is_answered_with_its_index() {
        assert_eq!(get("/", "").body, b"page");
        assert_eq!(get("/hosts/?ee-v=1", "").body, b"hosts");
    }

    #[test]
    fn the_brotli_copy_goes_to_browsers_that_take_it() {
        let payload = "/x-0123456789abcdef.wasm";
        let squeezed = get(payload, "Accept-Encoding: gzip, br\r\n");
        assert_eq!(squeezed.body, b"squeezed");
        assert_eq!(header(&squeezed, "Content-Encoding"), Some("br"));
        assert_eq!(header(&squeezed, "Content-Type"), Some("application/wasm"));
        let plain = get(payload, "Accept-Encoding: gzip\r\n");
        assert_eq!(plain.body, b"plain");
        assert_eq!(header(&plain, "Content-Encoding"), None);
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert_eq!(
            header(&get("/x-0123456789abcdef.wasm", ""), "Cache-Control"),
            Some("max-age=31536000, immutable")
        );
        assert_eq!(header(&get("/hosts/strict-csp.html", ""), "Cache-Control"), Some("no-cache"));
    }

    #[test]
    fn the_strict_page_is_served_under_its_policy() {
        let policy = "Content-Security-Policy";
        let strict = get("/hosts/strict-csp.html", "");
        assert!(header(&strict, policy).unwrap().contains("require-trusted-types-for 'script'"));
        assert_eq!(header(&get("/", ""), policy), None);
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for path in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/hosts/..%2f..%2fx", "/.git/config"] {
            assert_eq!(get(path, "").status, "404 Not Found", "{path}");
        }
    }

    #[test]
    fn a_file_that_is_made_is_served_at_its_address_alone() {
        fn made() -> Option<PathBuf> {
            Some(site().join("index.html"))
        }
        let made = Some(OnDemand { address: "/large.eep", make: made });
        let get = |path: &str| {
            let head = format!("GET {path} HTTP/1.1\r\n\r\n");
            answer(site(), made, &Request::parse(&head).unwrap())
        };
        assert_eq!(get("/large.eep?again").body, b"page");
        assert_eq!(get("/other.eep").status, "404 Not Found");
        let failing = Some(OnDemand { address: "/large.eep", make: || None });
        let request = Request::parse("GET /large.eep HTTP/1.1\r\n\r\n").unwrap();
        assert_eq!(answer(site(), failing, &request).status, "404 Not Found");
    }

    #[test]
    fn only_reading_is_allowed() {
        let request = Request::parse("POST / HTTP/1.1\r\n\r\n").unwrap();
        assert_eq!(answer(site(), None, &request).status, "405 Method Not Allowed");
        let head = Request::parse("HEAD / HTTP/1.1\r\n\r\n").unwrap();
        assert!(answer(site(), None, &head).to_bytes().ends_with(b"\r\n\r\n"));
    }

    #[test]
    fn a_request_without_sense_is_refused() {
        assert_eq!(Request::parse(""), None);
        assert_eq!(Request::parse("GET /%zz HTTP/1.1\r\n\r\n"), None);
    }
}
