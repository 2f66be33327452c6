//! What is made before the program is compiled.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    compile_texts(&out);
    embed_assets(&out)
}

/// Turns every `texts.de.ftl` and `texts.en.ftl` below `src` into the functions that `src/texts/mod.rs` includes.
fn compile_texts(out: &Path) {
    texts::build(Path::new("src"), &out.join("texts.rs"));
}

/// Embeds the style sheets, fonts and drawings that `make ui` has built, as `src/ui/assets.rs` includes them.
fn embed_assets(out: &Path) -> Outcome {
    let dist = env::current_dir()?.join("ui/dist");
    let list = dist.join("manifest.json");
    println!("cargo:rerun-if-changed={}", list.display());
    let text = fs::read_to_string(&list).map_err(|_| "the style sheets are not built yet: run `make ui` first")?;
    let entries: Vec<serde_json::Value> = serde_json::from_str(&text)?;
    let mut source = String::from("static ASSETS: &[Asset] = &[\n");
    for entry in &entries {
        let word = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        let file = dist.join(word("file"));
        let copy = |ending: &str| match entry[ending].as_bool() {
            Some(true) => format!("Some(include_bytes!({}))", quoted(Path::new(&format!("{}.{ending}", file.display())))),
            _ => "None".to_owned(),
        };
        writeln!(
            source,
            "    Asset {{ name: {:?}, path: {:?}, mime: {:?}, plain: include_bytes!({}), br: {}, gz: {} }},",
            word("name"),
            format!("/assets/{}", word("file")),
            word("type"),
            quoted(&file),
            copy("br"),
            copy("gz")
        )?;
    }
    source.push_str("];\n");
    fs::write(out.join("assets.rs"), source)?;
    Ok(())
}

/// A path as a literal of Rust.
fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.display().to_string().escape_default())
}
