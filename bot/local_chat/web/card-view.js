// One card in the conversation: draws it, sends its presses once, keeps what was typed on failure.

import { mend } from "./accessible.js";
import { isSafeLink } from "./markdown.js";
import { isLink, parsedCard, pressed } from "./renderer.js";
import { fill } from "./texts.js";

export class CardView {
  /**
   * `press(action, trigger)` resolves to the server's reply; it rejects when there is none.
   * `answered()` is called when a press has put another card in the place of this one.
   */
  constructor(json, { texts, prefix, press, answered }) {
    Object.assign(this, { texts, prefix, press, answered });
    this.busy = false;
    // A form of its own: radio buttons of two cards with the same ids must not be one group.
    this.form = document.createElement("form");
    this.form.className = "card";
    this.notice = document.createElement("p");
    this.notice.className = "notice";
    this.notice.setAttribute("role", "alert");
    this.element = document.createElement("div");
    this.element.className = "card-frame";
    this.element.append(this.form, this.notice);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    for (const kind of ["click", "keydown", "beforeinput"]) {
      this.form.addEventListener(kind, (event) => this.#holdWhileBusy(event), true);
    }
    this.form.addEventListener("input", () => (this.touched = true));
    this.#draw(json);
  }

  /** Show another card in the same place; the same card again is left as it is. */
  replace(json, { focus }) {
    const hadFocus = this.form.contains(document.activeElement);
    if (JSON.stringify(json) !== JSON.stringify(this.json)) this.#draw(json);
    this.say("");
    if (focus || hadFocus) this.focusHeading();
  }

  say(text) {
    this.notice.textContent = text;
  }

  get heading() {
    return this.form.querySelector("[role=heading]") ?? this.form.querySelector(".ac-textBlock");
  }

  focusHeading() {
    const target = this.heading ?? this.form;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  /** True where Teams would ask the bot for a newer card on this person's behalf. */
  refreshesFor(userId) {
    const { action, userIds } = this.json.refresh ?? {};
    return action?.type === "Action.Execute" && (userIds ?? []).includes(userId);
  }

  async refresh() {
    const { id, verb, data } = this.json.refresh.action;
    const before = this.json;
    const reply = await this.press({ type: "Action.Execute", id, verb, data }, "automatic");
    const untouched = !this.busy && !this.touched && this.json === before;
    if (reply.kind === "card" && untouched) this.replace(reply.card, { focus: false });
  }

  #draw(json) {
    this.json = json;
    this.touched = false;
    const card = parsedCard(json, this.texts);
    card.onExecuteAction = (action) => this.#onAction(action);
    card.onChecked = (inputs) => this.#onChecked(inputs);
    card.onInlineCardExpanded = () => mend(this.form, this.prefix);
    card.onToggled = () => mend(this.form, this.prefix);
    const drawn = card.render();
    this.form.replaceChildren(drawn ?? json.fallbackText ?? this.texts.cardUnreadable);
    mend(this.form, this.prefix);
    this.#setBusy(this.busy);
  }

  #onAction(action) {
    if (isLink(action)) {
      if (isSafeLink(action.url)) window.open(action.url, "_blank", "noopener");
      return;
    }
    const sent = pressed(action);
    if (sent && !this.busy) this.#send(sent);
  }

  #onChecked(invalid) {
    const labels = invalid.map((input) => input.label || this.texts.unlabelled);
    this.say(invalid.length ? fill(this.texts.checkInput, { labels: labels.join(", ") }) : "");
    for (const input of invalid) {
      input.renderedInputControlElement.setAttribute("aria-invalid", "true");
    }
  }

  async #send(action) {
    this.busy = true;
    // After the press the renderer sets its buttons' state anew; ours comes after that.
    await Promise.resolve();
    this.#setBusy(true);
    this.say("");
    let reply;
    try {
      reply = await this.press(action, "manual");
    } catch {
      reply = { kind: "unreachable" };
    }
    this.busy = false;
    this.#setBusy(false);
    this.#show(reply);
  }

  #show(reply) {
    if (reply.kind === "card") {
      this.replace(reply.card, { focus: true });
      this.answered();
    }
    if (reply.kind === "error") this.say(reply.message || this.texts.pressRefused);
    if (reply.kind === "unreachable") this.say(this.texts.pressFailed);
    if (this.notice.textContent) this.notice.scrollIntoView({ block: "nearest" });
  }

  // aria-disabled, not disabled: a disabled button would lose the keyboard's focus.
  #setBusy(busy) {
    this.form.ariaBusy = busy;
    for (const button of this.form.querySelectorAll("button")) {
      if (busy) button.setAttribute("aria-disabled", "true");
      else if (!button.disabled) button.removeAttribute("aria-disabled");
    }
  }

  #holdWhileBusy(event) {
    if (!this.busy || event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
  }
}
