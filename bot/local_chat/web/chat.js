// One person's chat in this window: the messages, the line to the server, what is sent.

import { MessageView } from "./message-view.js";
import * as server from "./server.js";
import { fill } from "./texts.js";

const REFRESHED_CARDS = 3;
const REDIAL_MS = 2000;
const NEAR_END_PX = 160;

export class Chat {
  /** `page` has the elements and the callbacks `language`, `status`, `busy`, `suggest`, `announce`. */
  constructor(person, texts, page) {
    Object.assign(this, { person, texts, page });
    this.views = new Map();
    this.underway = 0;
    this.closed = false;
    page.messages.replaceChildren();
  }

  /** Fetch the chat as it is, draw it, listen for news. Safe to call again after a failure. */
  open() {
    this.opening = this.#open();
    return this.opening;
  }

  async #open() {
    this.page.status("");
    const history = await this.#working(() => server.open(this.person.id)).catch(() => undefined);
    if (this.closed) return;
    for (const activity of history?.activities ?? []) this.#put(activity);
    this.#showSuggestions();
    this.#toEnd();
    if (history) this.#listen(history.cursor);
    if (!history?.reached) {
      this.page.status(this.texts.openFailed, () => this.open());
      return;
    }
    this.page.language(history.language);
    this.#refreshNewest();
  }

  close() {
    this.closed = true;
    this.source?.close();
    clearTimeout(this.redial);
  }

  /** Send what was typed; a retry is the same message again. Resolves when it has arrived. */
  async say(text, key = crypto.randomUUID()) {
    // Said before the chat is there, it would be answered above the greeting.
    await this.opening;
    if (!this.closed) this.page.status("");
    let reply;
    try {
      reply = await this.#working(() => server.say(this.person.id, text, key));
    } catch {
      reply = { kind: "unreachable" };
    }
    if (this.closed) return;
    if (reply.language) this.page.language(reply.language);
    if (reply.kind === "unreachable") {
      this.page.status(this.texts.sendFailed, () => this.say(text, key));
    }
  }

  async #press(view, position, action, trigger) {
    const body = { activity: view.activity.id, position, action, trigger };
    const send = () => server.press(this.person.id, body);
    const reply = trigger === "automatic" ? await send() : await this.#working(send);
    if (reply.language && !this.closed) this.page.language(reply.language);
    // What is answered by messages of its own is answered at the end of the chat.
    if (reply.kind === "taken" && trigger === "manual") this.#toEnd();
    return reply;
  }

  #consent(view, accepts) {
    const body = { activity: view.activity.id, accepts };
    return this.#working(() => server.consent(this.person.id, body));
  }

  #afterAnswer(view) {
    view.element.scrollIntoView({ block: "nearest" });
    const { top } = view.element.getBoundingClientRect();
    if (top < this.page.conversation.getBoundingClientRect().top) view.element.scrollIntoView();
    this.page.announce(fill(this.texts.cardReplaced, { text: view.gist }));
  }

  #listen(cursor) {
    this.source?.close();
    this.source = server.listen(this.person.id, cursor, {
      activity: (activity) => this.#onActivity(activity),
      removed: ({ id }) => this.#remove(id),
      typing: () => this.page.busy(true),
      // The server was started anew, or this window was away too long: what it shows stays.
      reset: () => this.open(),
      up: () => this.page.line(""),
      down: (forGood) => this.#onDown(forGood),
    });
  }

  #onDown(forGood) {
    if (this.closed) return;
    this.page.line(this.texts.lineDown);
    if (forGood) this.redial = setTimeout(() => this.open(), REDIAL_MS);
  }

  #onActivity(activity) {
    const wasAtEnd = this.#isNearEnd();
    const isNew = !this.views.has(activity.id);
    const view = this.#put(activity);
    this.#showSuggestions();
    this.page.busy(this.underway > 0);
    if (!isNew) return;
    if (wasAtEnd || view.isOwn) this.#reveal(view);
    if (!view.isOwn) this.page.announce(fill(this.texts.newMessage, { text: view.gist }));
  }

  #put(activity) {
    const shown = this.views.get(activity.id);
    if (shown) {
      shown.show(activity, { focus: false });
      return shown;
    }
    const view = new MessageView(activity, {
      userId: this.person.userId,
      texts: this.texts,
      press: (position, action, trigger) => this.#press(view, position, action, trigger),
      answered: () => this.#afterAnswer(view),
      consent: (accepts) => this.#consent(view, accepts),
    });
    this.views.set(activity.id, view);
    this.page.messages.append(view.element);
    return view;
  }

  #remove(id) {
    this.views.get(id)?.element.remove();
    this.views.delete(id);
  }

  #refreshNewest() {
    const cards = [...this.views.values()].flatMap((view) => [...view.cards.values()]);
    const due = cards.slice(-REFRESHED_CARDS).filter((card) => card.refreshesFor(this.person.userId));
    Promise.allSettled(due.map((card) => card.refresh()));
  }

  #showSuggestions() {
    const newest = [...this.views.values()].at(-1);
    this.page.suggest(newest?.activity.suggestedActions?.actions ?? []);
  }

  async #working(action) {
    this.underway += 1;
    this.page.busy(true);
    if (this.#isNearEnd()) this.#toEnd();
    try {
      return await action();
    } finally {
      this.underway -= 1;
      if (!this.closed) this.page.busy(this.underway > 0);
    }
  }

  #isNearEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.page.conversation;
    return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  }

  #toEnd() {
    this.page.conversation.scrollTop = this.page.conversation.scrollHeight;
  }

  // To the end, but never past the top of what is new.
  #reveal(view) {
    this.#toEnd();
    const frame = this.page.conversation.getBoundingClientRect();
    if (view.element.getBoundingClientRect().top < frame.top) view.element.scrollIntoView();
  }
}
