//! Inputs: files, standard input, gzip, zip; cut into lines whose places are known.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek};
use std::path::Path;
use std::sync::Arc;

use flate2::read::MultiGzDecoder;

use super::Refused;
use super::report::{Place, Reason, Report};

/// How much of an input is looked at to tell its format.
const HEAD: u64 = 64 << 10;

/// An opened input.
pub(super) struct Source<'r> {
    name: Arc<str>,
    /// Its beginning, for telling the format.
    head: Vec<u8>,
    read: Box<dyn BufRead + 'r>,
    number: usize,
    bytes: Vec<u8>,
}

/// Calls `each` with the input, or with every member of an archive that is no notice.
pub(super) fn open(path: &Path, each: &mut dyn FnMut(Source) -> Result<(), Refused>) -> Result<(), Refused> {
    let name = path.display().to_string();
    let refused = |error: io::Error| Refused::io(&name, &error);
    if name == "-" {
        return with(&name, io::stdin().lock(), each);
    }
    let mut file = File::open(path).map_err(refused)?;
    if file.metadata().map_err(refused)?.is_dir() {
        return Err(Refused(format!("{name}: a folder; name the files in it")));
    }
    let mut magic = Vec::new();
    (&mut file).take(4).read_to_end(&mut magic).map_err(refused)?;
    file.rewind().map_err(refused)?;
    if magic == *b"PK\x03\x04" { unzip(&name, file, each) } else { with(&name, file, each) }
}

/// Calls `each` with anything that can be read; gzip is undone.
pub(super) fn with<'r>(
    name: &str,
    mut read: impl Read + 'r,
    each: &mut dyn FnMut(Source) -> Result<(), Refused>,
) -> Result<(), Refused> {
    let refused = |error: io::Error| Refused::io(name, &error);
    let mut magic = Vec::new();
    (&mut read).take(4).read_to_end(&mut magic).map_err(refused)?;
    let gzip = magic.starts_with(&[0x1f, 0x8b]);
    let zip = magic == *b"PK\x03\x04";
    let whole = Cursor::new(magic).chain(read);
    if zip {
        // An archive is read from its end.
        let mut copy = tempfile::tempfile().map_err(refused)?;
        io::copy(&mut { whole }, &mut copy).map_err(refused)?;
        return unzip(name, copy, each);
    }
    let source = if gzip { Source::new(name, MultiGzDecoder::new(whole)) } else { Source::new(name, whole) };
    each(source.map_err(refused)?)
}

fn unzip(name: &str, file: File, each: &mut dyn FnMut(Source) -> Result<(), Refused>) -> Result<(), Refused> {
    let damaged = |error: zip::result::ZipError| Refused(format!("{name}: cannot be unpacked: {error}"));
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(damaged)?;
    for index in 0..archive.len() {
        let member = archive.by_index(index).map_err(damaged)?;
        let inner = member.name().map_err(damaged)?.into_owned();
        let base = inner.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        let notice = ["readme", "license", "licence", "iso-languagecodes"].iter().any(|word| base.starts_with(word));
        if member.is_file() && !notice && !inner.starts_with("__MACOSX") {
            let name = format!("{name}/{inner}");
            each(Source::new(&name, member).map_err(|error| Refused::io(&name, &error))?)?;
        }
    }
    Ok(())
}

impl<'r> Source<'r> {
    fn new(name: &str, mut read: impl Read + 'r) -> io::Result<Self> {
        let mut head = Vec::new();
        (&mut read).take(HEAD).read_to_end(&mut head)?;
        if head.starts_with("\u{feff}".as_bytes()) {
            head.drain(..3);
        }
        let read = Box::new(BufReader::with_capacity(1 << 18, Cursor::new(head.clone()).chain(read)));
        Ok(Source { name: name.into(), head, read, number: 0, bytes: Vec::new() })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// The beginning, up to the last whole character.
    pub fn head(&self) -> &str {
        match std::str::from_utf8(&self.head) {
            Ok(text) => text,
            Err(error) => std::str::from_utf8(&self.head[..error.valid_up_to()]).unwrap_or_default(),
        }
    }

    /// The next line, without its end. Lines that are not UTF-8 are reported and left out.
    pub fn line(&mut self, line: &mut String, report: &mut Report) -> Result<bool, Refused> {
        line.clear();
        loop {
            self.bytes.clear();
            self.number += 1;
            let read = self.read.read_until(b'\n', &mut self.bytes).map_err(|error| Refused::io(&self.name, &error))?;
            if read == 0 {
                return Ok(false);
            }
            report.lines += 1;
            while self.bytes.last().is_some_and(|byte| matches!(byte, b'\n' | b'\r')) {
                self.bytes.pop();
            }
            match std::str::from_utf8(&self.bytes) {
                Ok(text) => {
                    line.push_str(text);
                    return Ok(true);
                }
                Err(error) => {
                    let column = String::from_utf8_lossy(&self.bytes[..error.valid_up_to()]).chars().count() + 1;
                    report.note(Reason::Unreadable, &self.at(column), || {
                        "invalid UTF-8: convert the file first (iconv -f WINDOWS-1252 -t UTF-8)".into()
                    });
                }
            }
        }
    }

    /// A place in the line that was read last.
    pub fn at(&self, column: usize) -> Place {
        Place { file: self.name.clone(), line: self.number, column }
    }

    /// A place anywhere.
    pub fn place(&self, line: usize, column: usize) -> Place {
        Place { file: self.name.clone(), line, column }
    }

    /// All that is left.
    pub fn rest(&mut self) -> Result<Vec<u8>, Refused> {
        let mut bytes = Vec::new();
        self.read.read_to_end(&mut bytes).map_err(|error| Refused::io(&self.name, &error))?;
        Ok(bytes)
    }

    /// The reader itself, for formats that do not go by lines.
    pub fn reader(&mut self) -> &mut (dyn BufRead + 'r) {
        &mut *self.read
    }
}
