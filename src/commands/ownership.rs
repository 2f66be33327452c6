//! Whose the data are: an administrator who works with them leaves files behind that the server cannot write.

use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use super::{Cli, Failed};
use crate::config;

/// Refuses the administrator of the machine where the data belong to somebody else, and says what to type.
pub(super) fn check(cli: Cli) -> Result<Cli, Failed> {
    let folder = config::folder(&cli.data).map_err(Failed::because)?;
    let (Some(mine), Some(owner)) = (owner_of(Path::new("/proc/self")), owner_of(&folder)) else { return Ok(cli) };
    if mine == 0 && owner != 0 {
        let name = name_of(owner).unwrap_or_else(|| format!("#{owner}"));
        return Err(Failed(format!(
            "the data in {} belong to the user {name}, who could not write what you leave there; run: sudo -u {name} nabe …",
            folder.display()
        )));
    }
    Ok(cli)
}

fn owner_of(path: &Path) -> Option<u32> {
    std::fs::metadata(path).ok().map(|meta| meta.uid())
}

fn name_of(owner: u32) -> Option<String> {
    let users = std::fs::read_to_string("/etc/passwd").ok()?;
    users.lines().find_map(|line| {
        let mut words = line.split(':');
        let (name, _, id) = (words.next()?, words.next()?, words.next()?);
        (id == owner.to_string()).then(|| name.to_owned())
    })
}
