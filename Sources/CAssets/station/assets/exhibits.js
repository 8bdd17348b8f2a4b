// The exhibits of the case, and a form to add one.
import { attempt, paged, post } from "./api.js";
import { choices } from "./charts.js";
import { byId, el, hostile, link, scroll, table } from "./dom.js";
import { numberOf } from "./photolist.js";
import { badge, count, pages } from "./words.js";

const filters = [
  { value: "", words: "All" }, { value: "flagged", words: "Flagged" },
  { value: "notFlagged", words: "Not flagged" }, { value: "unresolved", words: "Unresolved" },
];
const shownNumbers = 4;
const asked = new URLSearchParams(location.search).get("state") ?? "";
let turn = 0;

choices(byId("filters"), filters, asked, list);
list(filters.some(({ value }) => value === asked) ? asked : "");

byId("add").addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    const values = {};
    for (const name of ["reference", "description", "foundBy", "producedBy", "exhibitsOfficer", "seal"]) {
      const value = byId(name).value.trim();
      if (value !== "") values[name] = value;
    }
    const exhibit = await post("/exhibits", values);
    location.assign(pages.exhibit(exhibit?.reference ?? values.reference));
  }, "Not added.");
});

async function list(state) {
  const mine = ++turn;
  const rows = el("tbody");
  const more = el("div", { class: "row centred" });
  const whole = table("Exhibits", ["Exhibit", "Numbers", "State", "Description", "Seal", ["Photos", "number"]], []);
  whole.querySelector("tbody").replaceWith(rows);
  const place = el("div", {}, scroll("Exhibits", whole), more);
  await attempt(async () => {
    await paged("/exhibits", { state, limit: 100 }, place, more, (items) => rows.append(...items.map(row)));
    if (rows.children.length === 0) place.replaceChildren(el("p", { class: "muted" }, "No exhibits of this kind."));
    if (mine === turn) byId("list").replaceChildren(place);
  });
}

function row(exhibit) {
  const numbers = exhibit.numbers ?? [];
  return el("tr", {},
    el("td", {}, link(pages.exhibit(exhibit.reference), hostile(exhibit.reference)), exhibit.parent ? el("div", { class: "muted" }, "part of ", hostile(exhibit.parent)) : null),
    el("td", {}, numbers.slice(0, shownNumbers).map((each) => el("div", {}, numberOf(each))),
      numbers.length > shownNumbers ? el("div", { class: "muted" }, `and ${count(numbers.length - shownNumbers)} more`) : null, numbers.length === 0 ? el("span", { class: "muted" }, "none") : null),
    el("td", {}, badge(exhibit.state), exhibit.disagreements?.length > 0 ? [" ", badge("disagreement")] : null),
    el("td", {}, exhibit.description ? hostile(exhibit.description, "cut") : ""),
    el("td", {}, exhibit.seal ? hostile(exhibit.seal) : ""),
    el("td", { class: "number" }, count(Array.isArray(exhibit.photos) ? exhibit.photos.length : exhibit.photos)));
}
