// The page around the chat: who one is, the words in their language, the composer.

import { Chat } from "./chat.js";
import * as server from "./server.js";
import { fill, textsIn } from "./texts.js";

const $ = (id) => document.getElementById(id);
const PERSON_PARAMETER = "as";

let people = [];
let today = "";
let chat;
let texts = textsIn("sv");

async function start() {
  ({ people, today } = await server.people());
  const wanted = new URLSearchParams(location.search).get(PERSON_PARAMETER);
  become(people.find(({ id }) => id === wanted) ?? people[0]);
}

function become(person) {
  chat?.close();
  const address = new URL(location.href);
  address.searchParams.set(PERSON_PARAMETER, person.id);
  history.replaceState(null, "", address);
  speak(person.language, person);
  showLine("");
  chat = new Chat(person, texts, {
    messages: $("messages"),
    conversation: $("conversation"),
    language: (language) => changeLanguage(person, language),
    status: showStatus,
    line: showLine,
    busy: (busy) => ($("waiting").hidden = !busy),
    suggest: showSuggestions,
    announce: (text) => ($("announcer").textContent = text),
  });
  chat.open();
  for (const id of ["text", "send"]) $(id).disabled = false;
}

function changeLanguage(person, language) {
  if (person.language === language) return;
  person.language = language;
  speak(language, person);
  chat.texts = texts;
}

function speak(language, person) {
  texts = textsIn(language);
  document.documentElement.lang = language;
  document.title = texts.product;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = texts[element.dataset.text];
  }
  for (const element of document.querySelectorAll("[data-placeholder]")) {
    element.placeholder = texts[element.dataset.placeholder];
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", texts[element.dataset.label]);
  }
  showToday();
  showPeople(person);
  showSide(person);
  showChips(person);
}

function showToday() {
  const date = new Date(`${today}T12:00:00`);
  const language = document.documentElement.lang === "en" ? "en-GB" : "sv-SE";
  const written = date.toLocaleDateString(language, { dateStyle: "full" });
  $("today").textContent = fill(texts.today, { date: written });
}

/** Let days pass; what falls due in them arrives in the chats by itself. */
async function moveTime(days) {
  const buttons = [...$("time").querySelectorAll("button")];
  for (const button of buttons) button.disabled = true;
  showStatus("");
  try {
    ({ today } = await server.forward(days));
    showToday();
  } catch {
    showStatus(texts.timeStood);
  }
  for (const button of buttons) button.disabled = false;
}

function showPeople(chosen) {
  const groups = new Map();
  for (const person of people) {
    if (!groups.has(person.group)) {
      const heading = document.createElement("optgroup");
      heading.label = groupName(person.group);
      groups.set(person.group, heading);
    }
    const text = person.title ? `${person.name} – ${person.title}` : person.name;
    groups.get(person.group).append(new Option(text, person.id));
  }
  $("persona").replaceChildren(...groups.values());
  $("persona").value = chosen.id;
}

const groupName = (group) => texts.groups[group] ?? group;

function role({ group }) {
  return { HR: "hr", Utomstående: "outsider" }[group] ?? "manager";
}

function showSide(person) {
  $("side-name").textContent = person.name;
  $("side-title").textContent = person.title || groupName(person.group);
  $("side-email").textContent = person.email;
  $("side-initials").textContent = initials(person.name);
  const steps = texts.tries[role(person)].map((text) => {
    const step = document.createElement("li");
    step.textContent = text;
    return step;
  });
  $("side-try").replaceChildren(...steps);
}

function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return [words.at(0), words.length > 1 ? words.at(-1) : ""].map((word) => word?.[0] ?? "").join("");
}

function showChips(person) {
  const ofHr = role(person) === "hr" ? [texts.remind, texts.plan, texts.summary] : [];
  const words = [texts.begin, texts.status, ...ofHr, texts.help];
  $("chips").replaceChildren(...words.map((word) => chip(word, word.toLowerCase())));
}

function showSuggestions(actions) {
  document.querySelector(".suggestions")?.remove();
  const said = actions.filter(({ value, title }) => value ?? title);
  if (!said.length) return;
  const row = document.createElement("div");
  row.className = "chips suggestions";
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", texts.suggestions);
  row.append(...said.map(({ title, value }) => chip(title ?? value, String(value ?? title))));
  $("messages").after(row);
}

function chip(title, text) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = title;
  button.addEventListener("click", () => {
    chat.say(text);
    $("text").focus();
  });
  return button;
}

function showStatus(text, retry) {
  $("line").replaceChildren(text);
  if (!retry) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = texts.retry;
  button.addEventListener("click", retry);
  $("line").append(" ", button);
}

function showLine(text) {
  $("connection").textContent = text;
}

function send() {
  const text = $("text").value.trim();
  if (!text) return;
  $("text").value = "";
  chat.say(text);
}

$("persona").addEventListener("change", ({ target }) => {
  become(people.find(({ id }) => id === target.value));
});
$("time").addEventListener("click", ({ target }) => {
  if (target.dataset.days) moveTime(Number(target.dataset.days));
});
$("compose").addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
$("text").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
});
// Scrolling the page over a focused number must not change the answer.
document.addEventListener("wheel", () => {
  if (document.activeElement.type === "number") document.activeElement.blur();
});

start().catch(() => showStatus(texts.openFailed, () => location.reload()));
