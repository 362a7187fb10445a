// The Markdown that Teams draws: bold, italic, links, lists, line breaks. Built as nodes, never
// parsed as HTML, so whatever someone typed shows as text.

const INLINE = new RegExp(
  [
    String.raw`\\(?<escaped>[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e])`,
    String.raw`\*\*(?<bold>(?:\\.|[^\\])+?)\*\*`,
    String.raw`\*(?<italic>(?:\\.|[^\\*\s])(?:(?:\\.|[^\\*])*(?:\\.|[^\\*\s]))?)\*`,
    String.raw`(?<!\w)_(?<under>(?:\\.|[^\\_\s])(?:(?:\\.|[^\\_])*(?:\\.|[^\\_\s]))?)_(?!\w)`,
    String.raw`\[(?<label>[^\]\[]+)\]\((?<url>[^)\s]+)\)`,
  ].join("|"),
  "su",
);
const ITEM = /^\s*(?:[-*•]|(?<number>\d{1,9})[.)])\s+(?<text>.*)$/u;

export function isSafeLink(url) {
  return URL.canParse(url) && ["http:", "https:", "mailto:"].includes(new URL(url).protocol);
}

/** The text as a fragment of paragraphs and lists. */
export function markdown(text) {
  const fragment = document.createDocumentFragment();
  let list, paragraph;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const item = ITEM.exec(line);
    if (item) {
      paragraph = undefined;
      list = sameList(list, item) ?? fragment.appendChild(newList(item));
      list.appendChild(element("li", inline(item.groups.text)));
    } else if (line.trim() === "") {
      list = paragraph = undefined;
    } else {
      list = undefined;
      if (paragraph) paragraph.append(document.createElement("br"));
      paragraph ??= fragment.appendChild(document.createElement("p"));
      paragraph.append(inline(line));
    }
  }
  return fragment;
}

export function markdownAsHtml(text) {
  return element("div", markdown(text)).innerHTML;
}

const listTag = (item) => (item.groups.number ? "ol" : "ul");

const sameList = (list, item) => (list?.localName === listTag(item) ? list : undefined);

function newList(item) {
  const list = document.createElement(listTag(item));
  if (item.groups.number) list.start = Number(item.groups.number);
  return list;
}

function inline(text) {
  const fragment = document.createDocumentFragment();
  let rest = text;
  for (let found; (found = INLINE.exec(rest)); rest = rest.slice(found.index + found[0].length)) {
    fragment.append(rest.slice(0, found.index), node(found));
  }
  fragment.append(rest);
  return fragment;
}

function node({ 0: source, groups }) {
  if (groups.escaped) return groups.escaped;
  if (groups.bold) return element("strong", inline(groups.bold));
  if (groups.label) return link(groups, source);
  return element("em", inline(groups.italic ?? groups.under));
}

function link({ label, url }, source) {
  if (!isSafeLink(url)) return source;
  const anchor = element("a", inline(label));
  Object.assign(anchor, { href: url, target: "_blank", rel: "noopener noreferrer" });
  return anchor;
}

function element(name, content) {
  const created = document.createElement(name);
  created.append(content);
  return created;
}
