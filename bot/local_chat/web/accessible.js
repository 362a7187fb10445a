// What the renderer's HTML lacks for screen readers, keyboards and narrow windows.

/** Mend a drawn card, or a part that was drawn later; `prefix` is unique to the message. */
export function mend(root, prefix) {
  renameIds(root, prefix);
  groupChoices(root);
  dropTooltips(root);
  letColumnsWrap(root);
  tellExpanded(root);
}

// Two cards may use the same ids; DOM ids must differ. The card's own stays in data-id.
function renameIds(root, prefix) {
  for (const element of root.querySelectorAll("[id]:not([id^='__ac-'], [data-id])")) {
    element.dataset.id = element.id;
    element.id = `${prefix}-${element.id}`;
  }
  for (const button of root.querySelectorAll("[aria-controls]:not([data-controls])")) {
    button.dataset.controls = button.getAttribute("aria-controls");
    const ids = button.dataset.controls.split(" ").map((id) => `${prefix}-${id}`);
    button.setAttribute("aria-controls", ids.join(" "));
  }
}

// Radio buttons and check boxes come as a heap: the label is tied to the first one only, and
// aria-required is not allowed on a radio button.
function groupChoices(root) {
  const sets = ".ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect";
  for (const group of root.querySelectorAll(sets)) {
    const isRadio = group.classList.contains("ac-choiceSetInput-expanded");
    const inputs = [...group.querySelectorAll("input")];
    const required = inputs.some((input) => input.getAttribute("aria-required") === "true");
    group.setAttribute("role", isRadio ? "radiogroup" : "group");
    if (isRadio && required) group.setAttribute("aria-required", "true");
    const label = root.querySelector(`label[for="${group.id}"]`);
    if (label) group.setAttribute("aria-labelledby", label.id);
    for (const input of inputs) {
      input.removeAttribute("aria-required");
      input.removeAttribute("aria-label");
    }
  }
}

// A tooltip that repeats the button's text is only read twice.
function dropTooltips(root) {
  for (const button of root.querySelectorAll("button[title]")) {
    if (button.title === button.textContent) button.removeAttribute("title");
  }
}

// Weighted columns get their share by growing instead of by percent, so that the style sheet can
// let them wrap where the window is narrow.
function letColumnsWrap(root) {
  for (const column of root.querySelectorAll(".ac-columnSet > .ac-container")) {
    const [grow, , basis] = column.style.flex.split(" ");
    if (grow !== "1") continue;
    if (basis.endsWith("%")) column.style.flex = `${parseFloat(basis)} 1 0px`;
    column.classList.add("growing");
  }
}

// Whether a part is shown belongs on the button that shows it.
function tellExpanded(root) {
  for (const part of root.querySelectorAll("[data-id][aria-expanded]")) {
    part.removeAttribute("aria-expanded");
  }
  for (const button of root.querySelectorAll("[data-controls]")) {
    const [first] = button.getAttribute("aria-controls").split(" ");
    const part = root.querySelector(`#${CSS.escape(first)}`);
    if (part) button.setAttribute("aria-expanded", String(part.style.display !== "none"));
  }
}
