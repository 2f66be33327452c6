// Cuts KERN's compiled components down to kern-allow.js. No template is scanned: a class not on the list is not shipped.
import { transform } from "lightningcss";
import { allow } from "../kern-allow.js";

/**
 * KERN's CSS with only the allowed rules and the custom properties that something still reads.
 * `own` are Nabe's sheets by name; they must define every colour token the remaining rules ask for.
 */
export function allowedKern(css, own) {
  const ownCss = Object.values(own).join("\n");
  let kept = pass(css, { Selector: allowedOrGone, Rule: { media: allowedMedia }, Declaration: allowedDeclaration, Variable: withoutFallback });
  for (let before = ""; before !== kept; ) {
    before = kept;
    kept = withoutUnread(kept, ownCss);
  }
  refuseUndefined(kept + ownCss);
  return kept;
}

function pass(css, visitor) {
  return transform({ filename: "kern.css", code: Buffer.from(css), visitor }).code.toString();
}

// A rule that loses its last selector goes with it.
function allowedOrGone(selector) {
  return allowedSelector(selector) ? undefined : [];
}

function allowedSelector(selector) {
  return selector.every((part) => {
    if (part.type === "universal") return selector.every((other) => other === part || other.type === "pseudo-element");
    if (part.type === "type") return allow.elements.includes(part.name);
    if (part.type === "class") return allow.classes.includes(part.name);
    if (part.type !== "pseudo-class") return true;
    if (part.kind === "is") return part.selectors.some(allowedSelector);
    return allow.states.includes(part.kind);
  });
}

function allowedMedia(rule) {
  return JSON.stringify(rule.value.query).includes("forced-colors") ? [] : undefined;
}

// The palette is the hub's, and the content security policy forbids pictures written into style sheets.
function allowedDeclaration(declaration) {
  const palette = declaration.property === "custom" && declaration.value.name.startsWith("--kern-color-");
  return palette || JSON.stringify(declaration).includes('"data:') ? [] : undefined;
}

function withoutFallback(variable) {
  return variable.name.ident.startsWith("--kern-") ? { type: "var", value: { name: { ident: variable.name.ident } } } : undefined;
}

function withoutUnread(css, ownCss) {
  const read = new Set((css + ownCss).match(/(?<=var\()--kern-[\w-]+/g));
  const unread = (declaration) => (declaration.name.startsWith("--kern-") && !read.has(declaration.name) ? [] : undefined);
  return pass(css, { Declaration: { custom: unread } });
}

function refuseUndefined(css) {
  const defined = new Set(css.match(/--kern-[\w-]+(?=\s*:)/g));
  const missing = (css.match(/(?<=var\()--kern-[\w-]+/g) ?? []).filter((name) => !defined.has(name));
  if (missing.length) throw new Error(`define these in styles/_bridge.scss: ${[...new Set(missing)].join(", ")}`);
}
