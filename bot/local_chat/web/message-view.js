// One message of the conversation: its text, its cards, its links.

import { CardView } from "./card-view.js";
import { ConsentView } from "./consent-view.js";
import { isSafeLink, markdown } from "./markdown.js";
import { fill } from "./texts.js";

const ADAPTIVE_CARD = "application/vnd.microsoft.card.adaptive";
const FILE_CONSENT = "application/vnd.microsoft.teams.card.file.consent";

export class MessageView {
  /**
   * `press(position, action, trigger)` sends a press; `answered()` follows a press's new card;
   * `consent(accepts)` answers whether a file may be stored.
   */
  constructor(activity, { userId, texts, press, answered, consent }) {
    Object.assign(this, { texts, press, answered, consent, cards: new Map() });
    this.isOwn = activity.from.id === userId;
    this.element = document.createElement("li");
    this.element.className = this.isOwn ? "message own" : "message bot";
    this.body = document.createElement("div");
    this.body.className = "body";
    this.element.append(this.#avatar(), this.body);
    this.show(activity, { focus: false });
  }

  /** Draw the message as it is now; a card that stays in its place keeps its view. */
  show(activity, { focus }) {
    this.activity = activity;
    const parts = [this.#meta(activity), this.#text(activity)];
    for (const [position, attachment] of (activity.attachments ?? []).entries()) {
      parts.push(this.#attachment(attachment, position, activity.id, focus));
    }
    // A card that stays is not moved: moving would take the focus out of it.
    const wanted = parts.filter(Boolean);
    for (const child of [...this.body.children]) if (!wanted.includes(child)) child.remove();
    wanted.forEach((part, at) => {
      if (this.body.children[at] !== part) this.body.insertBefore(part, this.body.children[at]);
    });
    this.element.hidden = !activity.text && !activity.attachments?.length;
  }

  /** The message in a few words, for the announcer. */
  get gist() {
    const card = [...this.cards.values()].at(-1);
    const file = this.activity.attachments?.at(-1)?.name;
    return card?.heading?.textContent ?? this.activity.text ?? file ?? this.texts.card;
  }

  #avatar() {
    const avatar = document.createElement("img");
    Object.assign(avatar, { className: "avatar", src: "/chat/web/icon.svg", alt: "" });
    return this.isOwn ? "" : avatar;
  }

  #meta(activity) {
    const meta = document.createElement("p");
    meta.className = "meta";
    const who = document.createElement("span");
    who.textContent = this.isOwn ? this.texts.you : this.texts.bot;
    if (this.isOwn) who.className = "visually-hidden";
    meta.append(who);
    if (activity.timestamp) meta.append(" ", clock(activity.timestamp));
    return meta;
  }

  #text(activity) {
    if (!activity.text) return undefined;
    const bubble = document.createElement("div");
    bubble.className = "bubble";
    bubble.append(this.isOwn ? activity.text : markdown(activity.text));
    return bubble;
  }

  #attachment(attachment, position, messageId, focus) {
    if (attachment.contentType === FILE_CONSENT) return this.#asks(attachment);
    if (attachment.contentType !== ADAPTIVE_CARD) return this.#file(attachment);
    const shown = this.cards.get(position);
    if (shown) {
      shown.replace(attachment.content, { focus });
      return shown.element;
    }
    const card = new CardView(attachment.content, {
      texts: this.texts,
      prefix: `m${messageId}-${position}`,
      press: (action, trigger) => this.press(position, action, trigger),
      answered: this.answered,
    });
    this.cards.set(position, card);
    return card.element;
  }

  #asks(attachment) {
    return new ConsentView(attachment, { texts: this.texts, answer: this.consent }).element;
  }

  #file({ name, contentType, contentUrl }) {
    const text = fill(this.texts.attachment, { name: name ?? contentType });
    const shown = document.createElement(isSafeLink(contentUrl) ? "a" : "span");
    shown.className = "bubble file";
    shown.textContent = text;
    if (shown.localName === "a") Object.assign(shown, { href: contentUrl, target: "_blank" });
    return shown;
  }
}

function clock(timestamp) {
  const time = document.createElement("time");
  time.dateTime = timestamp;
  time.textContent = new Date(timestamp).toLocaleTimeString("sv-SE", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Stockholm",
  });
  return time;
}
