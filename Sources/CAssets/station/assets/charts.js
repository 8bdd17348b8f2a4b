// Counts that add up, as a bar and as a table with its total.
import { el, fill } from "./dom.js";
import { badge, count } from "./words.js";

/** Shows `parts` ([{state, value, address?}]) as a bar and a table whose last row is `total`. */
export function addUp(place, name, parts, total, notes = []) {
  const sum = parts.reduce((result, part) => result + (part.value ?? 0), 0);
  const bar = el("div", { class: "bar", "aria-hidden": "true" }, parts.filter((part) => part.value > 0).map((part) => {
    const piece = el("span", { class: `piece ${part.state}` });
    piece.style.flexGrow = String(part.value);
    return piece;
  }));
  const rows = parts.map((part) => el("tr", {},
    el("th", { scope: "row" }, badge(part.state)),
    el("td", { class: "number" }, part.act ? el("button", { type: "button", class: "link", onclick: part.act, "aria-label": `${count(part.value)}, show them` }, count(part.value)) : count(part.value))));
  const totals = el("tr", { class: "total" }, el("th", { scope: "row" }, "Total"), el("td", { class: "number" }, count(total)));
  const odd = sum === total ? null : el("p", { class: "problem" }, `These add up to ${count(sum)}, not to ${count(total)}. Load the page again.`);
  fill(place, bar, el("table", { class: "counts" }, el("caption", { class: "unseen" }, name), el("tbody", {}, rows, totals)), odd,
    notes.filter((note) => note.value).map((note) => el("p", { class: "note" }, note.act
      ? el("button", { type: "button", class: "link", onclick: note.act }, note.words) : note.words)));
}

/** Buttons of which one is pressed; answers a function that presses another. */
export function choices(place, options, chosen, act) {
  const show = (value) => {
    for (const node of place.children) node.setAttribute("aria-pressed", String(node.dataset.value === String(value)));
  };
  fill(place, options.map(({ value, words }) => el("button", {
    type: "button", "data-value": value, "aria-pressed": "false",
    onclick: () => {
      show(value);
      act(value);
    },
  }, words)));
  show(chosen);
  return show;
}
