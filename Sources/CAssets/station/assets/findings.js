// Findings: clones, conflicts and flagged numbers, each a question to a person.
import { attempt, paged, post } from "./api.js";
import { choices } from "./charts.js";
import { announce, byId, el, fill, hostile, icon, link } from "./dom.js";
import { on } from "./events.js";
import { isAttended } from "./presence.js";
import { count, counted, moment, number, pages, spaced } from "./words.js";

const severities = { look: ["warn", "eye", "to be looked at"], note: ["plain", "dot", "worth knowing"] };
const filters = {
  look: { words: "To be looked at", values: { severity: "look" }, empty: "Nothing has to be looked at." },
  note: { words: "Worth knowing", values: { severity: "note" }, empty: "Nothing else is worth knowing." },
  all: { words: "All, acknowledged ones too", values: { all: true }, empty: "No findings." },
};
const most = 8;
let chosen = "look";
let turn = 0;

choices(byId("filters"), Object.entries(filters).map(([value, { words }]) => ({ value, words })), chosen, (value) => {
  chosen = value;
  attempt(load);
});
on("finding", () => isAttended() && !document.activeElement?.matches("#findings input") && attempt(load));
attempt(load);

async function load() {
  const mine = ++turn;
  const { values, empty } = filters[chosen];
  const cards = el("div");
  const more = el("div", { class: "row centred" });
  const place = el("div", {}, cards, more);
  await paged("/findings", { ...values, limit: 100 }, place, more, (items) => {
    cards.append(...items.map(card));
    announce(counted(cards.children.length, "finding"));
  });
  if (cards.children.length === 0) fill(place, el("p", { class: "panel muted" }, empty));
  if (mine === turn) fill(byId("findings"), place);
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
    subjects(finding),
    el("p", { class: "muted" }, moment(finding.addedAt)),
    finding.acknowledgedBy ? el("p", {}, icon("agree"), " acknowledged by ", hostile(finding.acknowledgedBy), " ", moment(finding.acknowledgedAt)) : form);
}

/** A photo that a finding is about. */
const photo = (sha256) => link(pages.photo(sha256), "photo ", el("code", {}, `${sha256.slice(0, 12)}…`));

/** An exhibit, a number or a photo's name that a finding is about. */
function subject(text, exhibits) {
  if (exhibits.includes(text)) return link(pages.exhibit(text), "exhibit ", hostile(text));
  if (/^\d{14,16}$/.test(text)) return number(text);
  return hostile(text, "wrapped");
}

/** What a finding is about, the first of them at once. */
function subjects({ subjects: texts = [], photos = [], exhibits = [] }) {
  const shown = [...texts.map((text) => subject(text, exhibits)), ...photos.map(photo)];
  return [el("p", { class: "subjects" }, shown.slice(0, most)),
    shown.length > most ? el("details", {}, el("summary", {}, `${count(shown.length - most)} more`), el("p", { class: "subjects" }, shown.slice(most))) : null];
}
