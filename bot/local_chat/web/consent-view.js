// A file that the bot asks leave to put in the person's OneDrive, as Teams asks.

export class ConsentView {
  /** `answer(accepts)` resolves to the server's reply; it rejects when there is none. */
  constructor({ name, content }, { texts, answer }) {
    Object.assign(this, { texts, answer });
    this.notice = paragraph("notice", "");
    this.notice.setAttribute("role", "alert");
    this.buttons = [this.#button(texts.allow, true), this.#button(texts.decline, false)];
    const row = document.createElement("div");
    row.className = "answers";
    row.append(...this.buttons);
    this.element = document.createElement("section");
    this.element.className = "consent";
    this.element.setAttribute("aria-label", name);
    const size = `${Math.ceil(content.sizeInBytes / 1024)} kB`;
    this.element.append(
      paragraph("name", name),
      paragraph("what", content.description),
      paragraph("size", `OneDrive · ${size}`),
      row,
      this.notice,
    );
  }

  #button(title, accepts) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: title });
      button.addEventListener("click", () => this.#send(accepts));
    return button;
  }

  async #send(accepts) {
    if (this.busy) return;
    this.#setBusy(true);
    this.notice.textContent = "";
    const reply = await this.answer(accepts).catch(() => ({ kind: "unreachable" }));
    // What is taken goes away by itself: the bot takes its question back.
    if (reply.kind === "taken") return;
    this.#setBusy(false);
    this.notice.textContent = this.texts.sendFailed;
  }

  // aria-disabled, not disabled: a disabled button would lose the keyboard's focus.
  #setBusy(busy) {
    this.busy = busy;
    for (const button of this.buttons) button.setAttribute("aria-disabled", String(busy));
  }
}

function paragraph(className, text) {
  const element = document.createElement("p");
  Object.assign(element, { className, textContent: text });
  return element;
}
