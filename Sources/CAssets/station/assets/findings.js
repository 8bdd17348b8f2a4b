// Findings: clones, conflicts and flagged numbers, each a question to a person.
import { attempt, get, post, query } from "./api.js";
import { choices } from "./charts.js";
import { announce, byId, el, fill, hostile, icon, link } from "./dom.js";
import { on } from "./events.js";
import { isAttended } from "./presence.js";
import { count, counted, moment, number, pages, spaced } from "./words.js";

const severities = { look: ["warn", "eye", "to be looked at"], note: ["plain", "dot", "worth knowing"] };
const most = 8;
let exhibits = new Set();
let isAll = false;

choices(byId("filters"), [{ value: "", words: "Open" }, { value: "all", words: "All" }], "", (value) => {
  isAll = value === "all";
  attempt(load);
});
on("finding", () => isAttended() && !document.activeElement?.matches("#findings input") && attempt(load));
attempt(async () => {
  exhibits = new Set((await get("/exhibits?limit=500")).items.map(({ reference }) => reference));
  await load();
});

async function load() {
  const { items } = await get(`/findings${query({ all: isAll, limit: 500 })}`);
  fill(byId("findings"), items.length === 0
    ? el("p", { class: "panel muted" }, isAll ? "No findings." : "No open findings.")
    : items.map(card));
  announce(counted(items.length, "finding"));
}

function card(finding) {
  const [kind, mark, severity] = severities[finding.severity] ?? ["plain", "dot", spaced(finding.severity)];
  const note = el("input", { "aria-label": "Note", placeholder: "Note (may be empty)", maxlength: "500", autocomplete: "off" });
  const form = el("form", { class: "row" }, note, el("button", { type: "submit" }, "Acknowledge"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(async () => {
      await post(`/findings/${encodeURIComponent(finding.id)}/acknowledge`, note.value.trim() ? { note: note.value.trim() } : {});
      await load();
    }, "Not acknowledged.");
  });
  return el("article", { class: `panel finding ${kind}` },
    el("h2", {}, icon(mark), hostile(finding.title || spaced(finding.kind), "wrapped"), " ", el("span", { class: `badge ${kind}` }, severity)),
    el("p", {}, hostile(finding.text, "wrapped")),
    finding.withheld ? el("p", { class: "muted" }, "Number withheld until you have keyed it.") : null,
    subjects(finding.subjects ?? [], finding.photos ?? []),
    el("p", { class: "muted" }, moment(finding.addedAt)),
    finding.acknowledgedBy ? el("p", {}, icon("agree"), " acknowledged by ", hostile(finding.acknowledgedBy), " ", moment(finding.acknowledgedAt)) : form);
}

/** A photo that a finding is about. */
const photo = (sha256) => link(pages.photo(sha256), "photo ", el("code", {}, `${sha256.slice(0, 12)}…`));

/** An exhibit, a number or a photo's name that a finding is about. */
function subject(text) {
  if (/^\d{14,16}$/.test(text)) return number(text);
  if (exhibits.has(text)) return link(pages.exhibit(text), "exhibit ", hostile(text));
  return hostile(text, "wrapped");
}

/** What a finding is about, the first of them at once. */
function subjects(texts, photos) {
  const shown = [...texts.map(subject), ...photos.map(photo)];
  return [el("p", { class: "subjects" }, shown.slice(0, most)),
    shown.length > most ? el("details", {}, el("summary", {}, `${count(shown.length - most)} more`), el("p", { class: "subjects" }, shown.slice(most))) : null];
}
