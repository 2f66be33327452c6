//! The mark at the end of a copy. SQLite takes the size of a database from its first page and ignores what follows, so a marked
//! copy is one file that any SQLite program can still read. After the last page come two lines:
//!
//! ```text
//! nabe backup 1 {"program":"0.1.0","made":"2026-11-23T14:15:00Z","bytes":81920,"rows":{"booking":118}}
//! 5f2c… (SHA-256 of every byte before this line, in hexadecimal)
//! ```

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::CopyError;
use crate::keys::hex;

/// The form of the mark, raised when an older program could no longer read it.
pub(super) const FORM: &str = "1";

const WORDS: &str = "\nnabe backup ";
/// 64 hexadecimal digits and the end of the line.
const SUM: u64 = 65;
/// Longer than any mark.
const TAIL: u64 = 4096;
const BUFFER: usize = 256 * 1024;
/// The first bytes of every SQLite file: <https://www.sqlite.org/fileformat.html>, 1.3.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// What a copy says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Version of the program that made it.
    pub program: String,
    /// When.
    pub made: jiff::Timestamp,
    /// Size of the database in bytes; the mark follows.
    pub bytes: u64,
    /// How many rows the counted tables have.
    pub rows: BTreeMap<String, u64>,
}

impl Mark {
    /// Rows of a counted table.
    pub fn rows(&self, table: &str) -> u64 {
        self.rows.get(table).copied().unwrap_or(0)
    }
}

/// Appends the mark to a finished copy and waits for the disk.
pub(super) fn seal(file: &mut File, path: &Path, mark: &Mark) -> Result<(), CopyError> {
    let json = serde_json::to_string(mark).map_err(|error| CopyError::Damaged { path: path.to_owned(), why: error.to_string() })?;
    let line = format!("{WORDS}{FORM} {json}\n");
    let mut write = || -> std::io::Result<()> {
        let mut sum = Sha256::new();
        file.seek(SeekFrom::Start(0))?;
        pass(file, u64::MAX, &mut |part| {
            sum.update(part);
            Ok(())
        })?;
        sum.update(line.as_bytes());
        file.write_all(line.as_bytes())?;
        file.write_all(format!("{}\n", hex(&sum.finalize())).as_bytes())?;
        file.sync_all()
    };
    write().map_err(CopyError::file(path))
}

/// The mark of a copy, without proof that the bytes before it are whole.
pub(super) fn look(path: &Path) -> Result<Mark, CopyError> {
    let mut file = File::open(path).map_err(CopyError::file(path))?;
    read_mark(&mut file, path).map(|(mark, _)| mark)
}

/// Writes the database of a copy to `out` while proving the checksum. On an error what was written is worthless.
pub(super) fn unseal(path: &Path, out: &mut impl Write) -> Result<Mark, CopyError> {
    let mut file = File::open(path).map_err(CopyError::file(path))?;
    let (mark, told) = read_mark(&mut file, path)?;
    let damaged = |why: &str| CopyError::Damaged { path: path.to_owned(), why: why.to_owned() };
    let summed = file.metadata().map_err(CopyError::file(path))?.len().saturating_sub(SUM);
    let mut sum = Sha256::new();
    let mut left = mark.bytes;
    let mut copy = || -> std::io::Result<u64> {
        file.seek(SeekFrom::Start(0))?;
        pass(&mut file, summed, &mut |part| {
            sum.update(part);
            let wanted = part.split_at_checked(usize::try_from(left).unwrap_or(usize::MAX)).map_or(part, |(wanted, _)| wanted);
            left = left.saturating_sub(u64::try_from(wanted.len()).unwrap_or(left));
            out.write_all(wanted)
        })
    };
    let passed = copy().map_err(CopyError::file(path))?;
    if passed != summed || left > 0 || told != format!("{}\n", hex(&sum.finalize())) {
        return Err(damaged("its checksum is not the one that was written with it"));
    }
    Ok(mark)
}

/// The mark and the line with the checksum.
fn read_mark(file: &mut File, path: &Path) -> Result<(Mark, String), CopyError> {
    let (head, tail) = ends(file).map_err(CopyError::file(path))?;
    if head != MAGIC {
        return Err(CopyError::NotOurs(path.to_owned()));
    }
    let cut_off = || CopyError::CutOff(path.to_owned());
    let at = tail.windows(WORDS.len()).rposition(|window| window == WORDS.as_bytes()).ok_or_else(cut_off)?;
    let lines = tail.get(at + WORDS.len()..).and_then(|bytes| std::str::from_utf8(bytes).ok()).ok_or_else(cut_off)?;
    let (line, sum) = lines.split_once('\n').filter(|(_, sum)| u64::try_from(sum.len()) == Ok(SUM)).ok_or_else(cut_off)?;
    let (form, json) = line.split_once(' ').ok_or_else(cut_off)?;
    if form != FORM {
        return Err(CopyError::OtherForm { path: path.to_owned(), form: form.to_owned() });
    }
    let mark = serde_json::from_str(json).map_err(|_| CopyError::Damaged { path: path.to_owned(), why: "its mark cannot be read".to_owned() })?;
    Ok((mark, sum.to_owned()))
}

/// The first sixteen bytes and the last few thousand.
fn ends(file: &mut File) -> std::io::Result<(Vec<u8>, Vec<u8>)> {
    let (mut head, mut tail) = (Vec::new(), Vec::new());
    file.seek(SeekFrom::Start(0))?;
    Read::by_ref(file).take(16).read_to_end(&mut head)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
    Read::by_ref(file).take(TAIL).read_to_end(&mut tail)?;
    Ok((head, tail))
}

/// Hands at most `limit` bytes on in parts; how many there were.
fn pass(file: &mut File, limit: u64, each: &mut dyn FnMut(&[u8]) -> std::io::Result<()>) -> std::io::Result<u64> {
    let mut reader = BufReader::new(file).take(limit);
    let mut buffer = vec![0; BUFFER];
    let mut passed = 0;
    loop {
        let size = reader.read(&mut buffer)?;
        let Some(part) = buffer.get(..size).filter(|part| !part.is_empty()) else {
            return Ok(passed);
        };
        each(part)?;
        passed += u64::try_from(size).unwrap_or(0);
    }
}
