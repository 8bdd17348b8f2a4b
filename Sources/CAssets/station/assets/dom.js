// Builds pages out of nodes. Text only ever becomes a text node.

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes, listeners (`onclick`) and children; nil children are left out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(node, name, value);
  node.append(...flat(children));
  return node;
}

/** An SVG element. */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...flat(children));
  return node;
}

/** Replaces what `node` holds. */
export function fill(node, ...children) {
  node.replaceChildren(...flat(children));
  return node;
}

/** The element of the page with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/** An icon of the sprite; it says nothing to a screen reader, the word beside it does. */
export function icon(name) {
  return svg("svg", { class: "icon", "aria-hidden": "true" },
    svg("use", { href: `/assets/icons.svg#${name}` }));
}

/** A button. */
export function button(label, act, attributes = {}) {
  return el("button", { type: "button", onclick: act, ...attributes }, label);
}

/** A link to a page of the station. */
export function link(address, ...children) {
  return el("a", { href: address }, ...children);
}

/** A table with a header row. `columns` are texts or [text, class]. */
export function table(caption, columns, rows) {
  const cells = columns.map((column) => {
    const [text, kind] = Array.isArray(column) ? column : [column, ""];
    return el("th", { scope: "col", class: kind }, text);
  });
  return el("table", {},
    el("caption", { class: "unseen" }, caption),
    el("thead", {}, el("tr", {}, cells)),
    el("tbody", {}, rows));
}

/** A region that scrolls sideways by keyboard too. */
export function scroll(label, ...children) {
  return el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": label }, ...children);
}

/** `dt` and `dd` of a list of facts; left out when there is no value. */
export function fact(name, ...value) {
  const shown = flat(value);
  return shown.length === 0 || shown.every((part) => part === "")
    ? null : [el("dt", {}, name), el("dd", {}, shown)];
}

const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/** Text of unknown origin with every control, direction and unassigned character made visible. */
export function visible(text) {
  return String(text ?? "").replace(hidden, (character) =>
    `⟨U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);
}

/** Text of unknown origin as an element that cannot turn the text around it; the title holds it whole. */
export function hostile(text, kind = "") {
  const shown = visible(text);
  return el("bdi", { class: `hostile ${kind}`.trim(), title: shown }, shown);
}

/** Says `text` to a screen reader without moving the focus. */
export function announce(text) {
  const live = byId("live");
  if (!live) return;
  live.textContent = live.textContent === text ? `${text}\u00A0` : text;
}

/** Runs `act` once, `milliseconds` after the last call. */
export function debounced(act, milliseconds) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...values), milliseconds);
  };
}

function flat(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name in node && typeof value === "boolean") node[name] = value;
  else if (name === "value") node.value = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}
