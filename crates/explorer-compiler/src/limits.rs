//! How much is read at most, so that a mistaken or hostile input ends with a message instead of
//! filling the memory or never ending. All limits are far above what an honest set needs.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

const MEBIBYTE: u64 = 1 << 20;

/// The bytes of one authoring file.
pub const AUTHORING_FILE: u64 = 8 * MEBIBYTE;

/// The bytes of one sheet of a data package.
pub const SHEET: u64 = 64 * MEBIBYTE;

/// The bytes of the text of one brief.
pub const BRIEF: u64 = MEBIBYTE / 4;

/// The records of a set.
pub const RECORDS: usize = 200_000;

/// The problems that are told of one file.
pub const PROBLEMS_OF_A_FILE: usize = 500;

/// Reads a file of at most so many bytes.
///
/// # Errors
///
/// When it cannot be read, is no plain file, or is larger.
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let refuse = |why: String| io::Error::new(io::ErrorKind::InvalidData, why);
    if !fs::metadata(path)?.is_file() {
        return Err(refuse("not a plain file".to_owned()));
    }
    let mut bytes = Vec::new();
    // One byte more tells a file that is too large, even while it grows.
    fs::File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 > most {
        true => Err(refuse(format!("more than {} bytes, the most that is read", grouped(most)))),
        false => Ok(bytes),
    }
}

fn grouped(bytes: u64) -> String {
    explorer_lang::number::grouped(bytes, &explorer_lang::EN)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::read;

    #[test]
    fn a_file_is_read_up_to_its_limit_and_not_beyond() {
        let path = std::env::temp_dir().join(format!("limits-{}", std::process::id()));
        fs::write(&path, b"12345").unwrap();
        assert_eq!(read(&path, 5).unwrap(), b"12345");
        let error = read(&path, 4).unwrap_err().to_string();
        assert_eq!(error, "more than 4 bytes, the most that is read");
        fs::remove_file(&path).unwrap();
        assert!(read(&std::env::temp_dir(), 5).unwrap_err().to_string().contains("plain file"));
    }
}
