// The haul: counts that add up, what to do next, search and the list of photos.
import { attempt, get, paged, query } from "./api.js";
import { addUp, choices } from "./charts.js";
import { byId, el, fact, fill, hostile, icon, link, scroll, table } from "./dom.js";
import { on } from "./events.js";
import { exhibitLinks, numberOf, photoList } from "./photolist.js";
import { badge, count, counted, day, duration, pages } from "./words.js";

const filters = [
  { value: "", words: "All" },
  { value: "accepted", words: "Accepted" },
  { value: "review", words: "Review" },
  { value: "unreadable", words: "Unreadable" },
  { value: "none", words: "No IMEI" },
  { value: "refused", words: "Refused" },
  { value: "flagged", words: "Flagged" },
  { value: "withoutExhibit", words: "Without exhibit" },
];
let listing = 0;
const asked = new URLSearchParams(location.search);
let chosen = filters.some(({ value }) => value === asked.get("show")) ? asked.get("show") : "";
const press = choices(byId("filters"), filters, chosen, choose);
byId("name").value = asked.get("name") ?? "";
byId("of-exhibit").value = asked.get("exhibit") ?? "";

on("haul", show);
on("photo", offerList);
byId("news").addEventListener("click", list);
byId("named").addEventListener("submit", (event) => {
  event.preventDefault();
  list();
});
byId("search").addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(find, "Not searched.");
});
attempt(async () => show(await get("/haul")));
list();

/** The list stays as it is under the hand of whoever works in it, until he asks for the new ones. */
function offerList() {
  byId("news").hidden = false;
}

function choose(value) {
  chosen = value;
  list();
}

function goTo(value) {
  press(value);
  choose(value);
  byId("list-title").scrollIntoView();
}

function show(haul) {
  const { photos, exhibits } = haul;
  addUp(byId("photo-counts"), "Photos by status",
    ["accepted", "review", "unreadable", "none", "refused"].map((state) => ({ state, value: photos[state], act: () => goTo(state) })),
    photos.total, [
      { value: photos.flagged, words: `${counted(photos.flagged, "photo")} flagged`, act: () => goTo("flagged") },
      { value: photos.withoutExhibit, words: `${count(photos.withoutExhibit)} without exhibit`, act: () => goTo("withoutExhibit") },
      { value: photos.duplicates, words: `${counted(photos.duplicates, "file")} came more than once` },
    ]);
  addUp(byId("exhibit-counts"), "Exhibits by state",
    ["flagged", "notFlagged", "unresolved"].map((state) => ({ state, value: exhibits[state], act: () => location.assign(`/exhibits?state=${state}`) })), exhibits.total);
  fill(byId("next"), steps(haul));
  fill(byId("state"), facts(haul));
  const { reading, uploads } = haul;
  const left = reading?.left ?? uploads.waiting;
  byId("running").textContent = left > 0
    ? `${counted(left, "photo")} left to read${reading?.rate ? `, ${count(Math.round(reading.rate))} a minute` : ""}${reading?.secondsLeft ? `, about ${duration(reading.secondsLeft)} to go` : ""}.`
    : photos.total > 0 ? "Every photo is read." : "";
}

function steps({ photos, review, findings, lists, uploads }) {
  const mine = (review.confirm ?? 0) + (review.blind ?? 0) + (review.settle ?? 0);
  const open = findings.open ?? 0;
  const steps = [];
  if (photos.total === 0 && !uploads.waiting) steps.push(link("/drop", icon("upload"), "Drop the first photos"));
  if (mine > 0) steps.push(link("/review", icon("eye"), `Review ${counted(mine, "number")}`));
  if (lists.count === 0) steps.push(link("/lists", icon("question"), "Import a block list: nothing is checked yet"));
  if (open > 0) steps.push(link("/findings", icon("differs"), `Look at ${counted(open, "finding")}`));
  if (photos.withoutExhibit > 0) steps.push(el("button", { type: "button", onclick: () => goTo("withoutExhibit") }, icon("tag"), `Give ${counted(photos.withoutExhibit, "photo")} an exhibit`));
  if (steps.length === 0) return el("p", { class: "muted" }, "Nothing is left for you.");
  steps[0].classList.add("main");
  const waiting = review.waitingForOthers > 0
    ? el("p", { class: "note" }, `${counted(review.waitingForOthers, "number waits", "numbers wait")} for another reader.`) : null;
  return [el("ul", { class: "steps" }, steps.map((step) => el("li", {}, step))), waiting];
}

function facts({ case: haulCase, uploads, lists, controls, head, findings }) {
  return [
    fact("Officer in charge", haulCase.officerInCharge ? hostile(haulCase.officerInCharge) : null),
    fact("Review date", haulCase.reviewDate ? day(haulCase.reviewDate) : null),
    fact("Uploads", `${count(uploads.total)}: ${count(uploads.read)} read, ${count(uploads.refused)} refused, ${count(uploads.waiting)} waiting`),
    fact("Findings", link("/findings", `${count(findings.total)}, ${count(findings.open)} to be looked at`)),
    fact("Lists", lists.count > 0 ? link("/lists", counted(lists.count, "list"), lists.oldest ? [", oldest of ", day(lists.oldest)] : null) : badge("notChecked")),
    fact("Controls", controls.answered > 0 ? `${count(controls.answered)} known answers keyed, ${count(controls.differing)} of them differently` : "none keyed yet"),
    fact("Log head", head?.code ? link("/audit", el("code", { class: "digits" }, head.code)) : null),
  ];
}

async function list() {
  const turn = ++listing;
  byId("news").hidden = true;
  const values = { name: byId("name").value.trim(), exhibit: byId("of-exhibit").value.trim(), limit: 50 };
  if (chosen === "flagged") values.flagged = true;
  else if (chosen === "withoutExhibit") values.withoutExhibit = true;
  else if (chosen !== "") values.status = chosen;
  history.replaceState(null, "", query({ show: chosen, name: values.name, exhibit: values.exhibit }) || location.pathname);
  const place = el("div");
  const photos = photoList(place, "No photos of this kind.");
  await attempt(async () => {
    await paged("/photos", values, place, photos.more, photos.show);
    if (turn === listing) byId("photos").replaceChildren(place);
  }, "The list was not brought.");
}

async function find() {
  const digits = byId("digits").value.replace(/\D/g, "");
  if (digits.length < 3) {
    fill(byId("found"), el("p", { class: "problem" }, "Give three digits or more."));
    return;
  }
  const { items, withheld } = await get(`/search${query({ digits, end: byId("end").checked })}`);
  const rows = items.map((item) => el("tr", {},
    el("td", {}, numberOf({ ...item, imei: item.number })),
    el("td", { class: "name" }, link(pages.photo(item.photo), hostile(item.name, "cut"))),
    el("td", {}, item.status ? badge(item.status) : null, " ", item.answer ? badge(item.answer) : null),
    el("td", {}, exhibitLinks(item.exhibits)),
    el("td", {}, item.person ? hostile(item.person) : "")));
  const left = withheld > 0 ? `; photos with ${counted(withheld, "number")} that you may still key blind are left out` : "";
  fill(byId("found"), el("p", {}, counted(items.length, "number"), left),
    items.length > 0 ? scroll("Numbers found", table("Numbers found", ["Number", "Photo", "Status", "Exhibit", "By"], rows)) : null);
}
