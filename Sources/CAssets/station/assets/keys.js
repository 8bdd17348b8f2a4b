// Which key does what. Every command has a button too; single keys can be changed and switched off.
import { button, el } from "./dom.js";

const storage = "imeikit.keys";

/** Every command that has a key: name, where it holds, words, keys as delivered. */
export const commands = [
  { name: "help", scope: "every page", words: "Show the keys", keys: ["?"] },
  { name: "lock", scope: "every page", words: "Lock the screen", keys: ["Shift+L"] },
  { name: "accept", scope: "review", words: "Accept what the boxes hold, go on", keys: ["Enter"] },
  { name: "next", scope: "review", words: "Next number, leave this one for now", keys: ["j", "ArrowDown"] },
  { name: "previous", scope: "review", words: "Previous number", keys: ["k", "ArrowUp"] },
  { name: "edit", scope: "review", words: "Edit the digits", keys: ["e"] },
  { name: "undo", scope: "review", words: "Undo the last decision", keys: ["u"] },
  { name: "unreadable", scope: "review", words: "Cannot be read", keys: ["x"] },
  { name: "doubt", scope: "review", words: "In doubt: bring it again after the others", keys: ["d"] },
  { name: "exhibit", scope: "review", words: "Go to the exhibit field", keys: ["b"] },
  { name: "zoom", scope: "review", words: "Whole photo, place outlined", keys: ["z"] },
  { name: "zoomIn", scope: "review", words: "Enlarge the whole photo", keys: ["+"] },
  { name: "zoomOut", scope: "review", words: "Make the whole photo smaller", keys: ["-"] },
  { name: "contrast", scope: "review", words: "More contrast (view only)", keys: ["c"] },
  { name: "invert", scope: "review", words: "Invert (view only)", keys: ["i"] },
];

const fixed = [
  ["0 to 9", "Put a digit into the box, go to the next box"],
  ["Backspace", "Clear the box, then the one before it"],
  ["← →", "Move between the boxes"],
  ["Ctrl+V", "Paste fifteen digits, with or without separators"],
  ["Escape", "Leave a field, put the overlay away"],
];

const textless = new Set(["checkbox", "radio", "button", "submit", "reset", "file", "range", "color", "image"]);

const names = {
  ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", " ": "Space",
};

let table = load();

/** Whether single characters are commands. */
export function areOn() {
  return table.on;
}

/** Switches single characters on or off as commands. */
export function switchOn(isOn) {
  table.on = isOn;
  save();
}

/** The keys of a command. */
export function keysOf(name) {
  return table.map[name] ?? commands.find((command) => command.name === name).keys;
}

/** Gives a command one key; answers the command that has the key already, if one does. */
export function assign(name, key) {
  const other = commands.find((command) => command.name !== name && keysOf(command.name).includes(key));
  if (other) return other;
  table.map[name] = [key];
  save();
  return null;
}

/** Sets every key back to what the kit was delivered with. */
export function reset() {
  table = { on: true, map: {} };
  save();
}

/** The name of a key press: "j", "Shift+L", "ArrowDown"; signs are named by themselves. */
export function keyName(event) {
  const isLetter = /^\p{L}$/u.test(event.key);
  const base = isLetter ? (event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase()) : event.key;
  const parts = [event.ctrlKey && "Ctrl", event.altKey && "Alt", event.metaKey && "Meta",
    event.shiftKey && (isLetter || event.key.length > 1) && "Shift"].filter(Boolean);
  return [...parts, base].join("+");
}

/** Whether a key may be given to a command: not what boxes and pages need themselves. */
export function isAssignable(key) {
  return !/^(\d|Tab|Shift\+Tab|Escape|Backspace|Delete|Shift|Control|Ctrl\+Control|Alt|Alt\+Alt|Meta|Shift\+Shift|ArrowLeft|ArrowRight| |Dead|Unidentified|Process)$/.test(key);
}

/** A key as people read it. */
export function shown(key) {
  return key.split("+").map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join("+") || "+";
}

/** `kbd` elements of a command; none while its keys are switched off. */
export function hints(name) {
  return keysOf(name).filter(works).map((key) => el("kbd", {}, key === "+" ? "+" : shown(key)));
}

/** Calls the handler of the command whose key was pressed; a handler that answers false lets the key pass. */
export function listen(handlers) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    if (takesText(event.target)) return;
    const key = keyName(event);
    if (key === "Enter" && event.target.closest?.("button, a, summary, input:not([data-digit]), select")) return;
    if (!works(key)) return;
    const command = commands.find((each) => handlers[each.name] && keysOf(each.name).includes(key));
    if (!command || event.repeat && key === "Enter") return;
    if (handlers[command.name](event) !== false) event.preventDefault();
  });
}

/** The overlay of all keys, made from the table. */
export function overlay() {
  const rows = commands.map((command) => el("tr", {},
    el("td", {}, hints(command.name).length ? hints(command.name) : "off"),
    el("td", {}, command.words), el("td", { class: "muted" }, command.scope)));
  const others = fixed.map(([key, words]) => el("tr", {},
    el("td", {}, el("kbd", {}, key)), el("td", {}, words), el("td", { class: "muted" }, "review")));
  const dialog = el("dialog", { class: "panel keys", "aria-labelledby": "overlay-title", onclose: () => dialog.remove() },
    el("div", { class: "head" }, el("h2", { id: "overlay-title" }, "Keys"), button("Close", () => dialog.close(), { autofocus: "" })),
    el("table", {}, el("caption", { class: "unseen" }, "Keys and what they do"),
      el("thead", {}, el("tr", {}, ["Key", "What it does", "Where"].map((text) => el("th", { scope: "col" }, text)))),
      el("tbody", {}, rows, others)),
    el("p", {}, el("a", { href: "/settings" }, "Change keys or switch them off")));
  dialog.addEventListener("keydown", (event) => {
    if (keysOf("help").includes(keyName(event))) {
      event.preventDefault();
      dialog.close();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}

function works(key) {
  return table.on || key.split("+").pop().length > 1;
}

function takesText(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.dataset.digit !== undefined) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input") && !textless.has(target.type);
}

function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(storage) ?? "{}");
    const map = {};
    for (const { name } of commands) {
      const keys = kept.map?.[name];
      if (Array.isArray(keys) && keys.every((key) => typeof key === "string" && isAssignable(key))) map[name] = keys;
    }
    return { on: kept.on !== false, map };
  } catch {
    return { on: true, map: {} };
  }
}

function save() {
  try {
    localStorage.setItem(storage, JSON.stringify(table));
  } catch {
    // Without storage the change holds until the page is left.
  }
}
