// The page's own server: what is asked of it, and the line it tells the news on.

const PATIENCE_MS = 30_000;

export class UnreachableError extends Error {}

async function ask(path, options = {}) {
  try {
    const response = await fetch(path, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.ok) return await response.json();
  } catch {
    // told below, like an answer that is no answer
  }
  throw new UnreachableError(path);
}

const post = (path, body) =>
  ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

export const people = () => ask("/chat/people");

export const forward = (days) => post("/chat/time", { days });

const chat = (personaId) => `/chat/people/${encodeURIComponent(personaId)}`;

export const open = (personaId) => post(`${chat(personaId)}/open`, {});

export const say = (personaId, text, key) => post(`${chat(personaId)}/messages`, { text, key });

export const press = (personaId, body) => post(`${chat(personaId)}/presses`, body);

export const consent = (personaId, body) => post(`${chat(personaId)}/consents`, body);

/** Server-sent events after `cursor`; `on` has a function for each kind, and up() and down(). */
export function listen(personaId, cursor, on) {
  const source = new EventSource(
    `${chat(personaId)}/events?after=${encodeURIComponent(cursor)}`,
  );
  for (const kind of ["activity", "removed", "typing", "reset"]) {
    source.addEventListener(kind, (event) => on[kind](JSON.parse(event.data)));
  }
  source.addEventListener("open", () => on.up());
  // The browser dials again by itself, unless the answer was an HTTP error.
  source.addEventListener("error", () => on.down(source.readyState === EventSource.CLOSED));
  return source;
}
