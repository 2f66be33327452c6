// What of KERN is shipped. Add a class here when a template begins to use it, and look at the page afterwards:
// the own layer mends KERN's controls class by class.
export const allow = {
  classes: [
    "kern-btn", "kern-btn--primary", "kern-btn--secondary", "kern-btn--tertiary", "kern-btn--block",
    "kern-label", "kern-label__optional", "kern-hint",
    "kern-form-input", "kern-form-input__input", "kern-form-input__select", "kern-form-input__select-wrapper",
    "kern-form-check", "kern-form-check__radio", "kern-form-check__checkbox",
    "kern-fieldset", "kern-fieldset__body", "kern-fieldset__body--horizontal",
  ],
  elements: ["legend", "label", "select", "option", "img", "picture", "video", "canvas", "svg"],
  // Focus and hover are drawn by the own layer, one way for everything; rules with :has() lose their whole
  // list in browsers before 2023. Contrast themes of the operating system are served by styles/_settings.scss.
  states: ["root", "not", "checked", "disabled"],
};
