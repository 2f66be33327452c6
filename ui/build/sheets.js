// hub.css = the allowed part of KERN, then Nabe's own layer; staff.css = what only staff pages add.
import { Features, transform } from "lightningcss";
import { compileAsync } from "sass";
import { fileURLToPath } from "node:url";
import { allowedKern } from "./kern.js";

const STYLES = new URL("../styles/", import.meta.url);

const version = (major, minor = 0) => (major << 16) | (minor << 8);
// Every Android since 5 and every iPhone since the 6s can hold these; older ones get readable plain pages.
const TARGETS = { chrome: version(88), samsung: version(15), firefox: version(78), safari: version(14, 1), ios_saf: version(14, 5) };

const NOTICE = "/*! Nabe, EUPL-1.2. Contains parts of KERN UX native, EUPL-1.2. Typeface Fira Sans, OFL-1.1. */";

/** Both sheets as `{name, text}`. `fontFile` gives the final name of a font slice named in the sources. */
export async function styleSheets(fontFile) {
  const own = { hub: await compiled("hub.scss"), staff: await compiled("staff.scss") };
  const kern = allowedKern(await compiled("kern.scss"), own);
  return [
    { name: "hub.css", text: finished("hub.css", kern + own.hub, fontFile) },
    { name: "staff.css", text: finished("staff.css", own.staff, fontFile) },
  ];
}

async function compiled(file) {
  const kernSources = new URL("../node_modules/@kern-ux/native/src/scss/", import.meta.url);
  const { css } = await compileAsync(fileURLToPath(new URL(file, STYLES)), {
    loadPaths: [fileURLToPath(kernSources)],
    quietDeps: true,
  });
  return css;
}

function finished(filename, css, fontFile) {
  const { code } = transform({
    filename,
    code: Buffer.from(css),
    minify: true,
    targets: TARGETS,
    // The few logical shorthands these targets lack are not worth doubling every rule by direction.
    exclude: Features.LogicalProperties | Features.DirSelector,
    visitor: { Url: (url) => ({ ...url, url: localFont(url.url, fontFile) }) },
  });
  return `${NOTICE}\n${code}\n`;
}

function localFont(url, fontFile) {
  if (!url.endsWith(".woff2")) throw new Error(`a style sheet may load fonts only, not ${url}`);
  return fontFile(url);
}
