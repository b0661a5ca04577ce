//! A small static server on loopback, for people and for tests.
//!
//! It does what the widget needs of any server, and no more: right content types, Brotli copies
//! when the browser takes them, other origins allowed, and real headers on the pages that test
//! a content security policy. It is not meant for the open network.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, Outcome};
use crate::server::answer::{Request, Response, answer};

mod answer;

const PATIENCE: Duration = Duration::from_secs(10);
const LONGEST_REQUEST: u64 = 64 * 1024;

/// Serves a folder until the program ends.
pub struct Server {
    /// The address of the folder, without a slash at the end.
    pub address: String,
}

/// A file that is made when it is first asked for.
#[derive(Clone, Copy)]
pub struct OnDemand {
    /// The path of its address.
    pub address: &'static str,
    /// Makes it, or finds it as it was made before; nothing when that failed.
    pub make: fn() -> Option<PathBuf>,
}

impl Server {
    /// Starts to serve `root` on `port` of loopback; port 0 takes any that is free.
    pub fn start(root: PathBuf, port: u16) -> Outcome<Self> {
        Self::start_with(root, port, None)
    }

    /// The same, with a file that is made when it is first asked for.
    pub fn start_with(root: PathBuf, port: u16, made: Option<OnDemand>) -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
            Failure::new(format!(
                "cannot listen on port {port} of loopback: {error}; choose another with --port"
            ))
        })?;
        let bound = listener
            .local_addr()
            .map_err(|error| Failure::new(format!("cannot learn the port: {error}")))?;
        let root = Arc::new(root);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let root = Arc::clone(&root);
                // A browser that hangs up early is no reason to stop serving others.
                thread::spawn(move || serve(&root, made, stream).ok());
            }
        });
        Ok(Self { address: format!("http://{bound}") })
    }
}

fn serve(root: &Path, made: Option<OnDemand>, mut stream: TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let head = read_head(&stream)?;
    let response = match Request::parse(&head) {
        Some(request) => answer(root, made, &request),
        None => Response::refusal("400 Bad Request"),
    };
    stream.write_all(&response.to_bytes())
}

fn read_head(stream: &TcpStream) -> std::io::Result<String> {
    let mut reader = BufReader::new(stream.take(LONGEST_REQUEST));
    let mut head = String::new();
    loop {
        let read = reader.read_line(&mut head)?;
        if read == 0 || head.ends_with("\r\n\r\n") {
            return Ok(head);
        }
    }
}
