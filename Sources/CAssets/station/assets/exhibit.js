// One exhibit: its numbers, photos, seals and history.
import { ask, attempt, get, post } from "./api.js";
import { announce, byId, el, fill, hostile, icon, link, visible } from "./dom.js";
import { historyTable } from "./history.js";
import { numberOf, photoList } from "./photolist.js";
import { badge, count, moment, number, pages, spaced } from "./words.js";

const disagreements = {
  sameSlot: "Two numbers for one SIM slot:", similar: "Two numbers that differ in a digit or two:",
  checkDigit: "One number with two check digits:", tooMany: "More numbers than one device has:",
};
const shownDisagreements = 3;
const fields = ["description", "foundBy", "producedBy", "exhibitsOfficer", "courtReference"];
const reference = decodeURIComponent(location.pathname.slice("/exhibits/".length));
const path = `/exhibits/${encodeURIComponent(reference)}`;
let shown = {};

byId("reference").textContent = visible(reference);
byId("facts").addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    const changes = {};
    for (const name of fields) if (byId(name).value.trim() !== (shown[name] ?? "")) changes[name] = byId(name).value.trim() || null;
    if (Object.keys(changes).length === 0) {
      announce("Nothing changed.");
      return;
    }
    await ask("PATCH", path, changes);
    announce("Saved.");
    await load();
  }, "Not saved.");
});
byId("add-seal").addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    await post(`${path}/seals`, { number: byId("seal").value.trim() });
    byId("seal").value = "";
    announce("Seal added.");
    await load();
  }, "The seal was not added.");
});
attempt(load);

async function load() {
  shown = await get(path);
  byId("reference").textContent = visible(shown.reference);
  document.title = `Exhibit ${visible(shown.reference)} · IMEIKit`;
  fill(byId("state"), badge(shown.state));
  const found = (shown.disagreements ?? []).map((each) => el("div", { class: "notice warn" }, icon("differs"), el("p", {}, el("strong", {}, disagreements[each.kind] ?? spaced(each.kind)), (each.numbers ?? []).map((value) => [" ", number(value)])),
    (each.photos ?? []).map((photo) => link(pages.photo(photo), "photo ", el("code", {}, `${photo.slice(0, 12)}…`)))));
  fill(byId("disagreements"), found.slice(0, shownDisagreements),
    found.length > shownDisagreements ? el("details", {}, el("summary", {}, `${count(found.length - shownDisagreements)} more disagreements`), found.slice(shownDisagreements)) : null);
  const numbers = shown.numbers ?? [];
  fill(byId("numbers"), numbers.length === 0 ? el("p", { class: "muted" }, "No number is settled or read yet.")
    : el("ul", { class: "plain" }, numbers.map((each) => el("li", {}, numberOf(each), each.standing ? [" ", badge(each.standing)] : null,
      each.slots?.length > 0 ? el("span", { class: "muted" }, ` slot ${each.slots.join(", ")}`) : null))));
  const list = photoList(byId("photos"), "No photos of this exhibit.", false);
  list.show(Array.isArray(shown.photos) ? shown.photos : []);
  for (const name of fields) byId(name).value = shown[name] ?? "";
  const seals = shown.seals ?? [];
  fill(byId("seals"), seals.length === 0 ? el("p", { class: "muted" }, "None recorded.")
    : el("ol", { class: "plain" }, seals.map((seal) => el("li", {}, hostile(seal.number ?? seal, "digits"), seal.appliedAt ? [" from ", moment(seal.appliedAt)] : null, seal.openedAt ? [" to ", moment(seal.openedAt)] : null))));
  fill(byId("history"), historyTable(shown.history));
}
