// The audit log, its head and its verification.
import { attempt, get, post, query } from "./api.js";
import { announce, button, byId, el, fact, fill, hostile, icon, scroll, table, visible } from "./dom.js";
import { count, counted, hash, moment, spaced } from "./words.js";

const wanted = 100;
let turn = 0;

byId("verify").addEventListener("click", () => attempt(verify, "Not verified."));
for (const id of ["kind", "person"]) byId(id).addEventListener("change", () => attempt(log));
byId("filter").addEventListener("submit", (event) => event.preventDefault());
attempt(head);
attempt(people);
attempt(log);

async function head() {
  const head = await get("/audit/head");
  byId("code").textContent = visible(head.code ?? "");
  fill(byId("head"), fact("Entry", count(head.sequence)), fact("Hash", head.hash ? hash(head.hash) : null),
    fact("Time", moment(head.time)), head.signed === undefined ? null : fact("Signed", head.signed ? "by this station's key" : "not signed"));
}

async function people() {
  const { items } = await get("/operators");
  byId("person").append(...items.map(({ person, name }) => el("option", { value: person }, name ? `${visible(name)} (${visible(person)})` : visible(person))));
}

async function verify() {
  const verifying = byId("verify");
  verifying.disabled = true;
  fill(byId("verdict"), "Checking every entry…");
  try {
    const answer = await post("/audit/verify");
    const problems = answer.problems ?? [];
    fill(byId("verdict"), answer.isWhole
      ? el("p", { class: "badge good" }, icon("agree"), `whole: ${counted(answer.events ?? 0, "entry", "entries")} follow one another`)
      : [el("p", { class: "badge bad" }, icon("differs"), `not whole: ${counted(problems.length, "fault")}`),
        el("ul", {}, problems.map((problem) => el("li", {}, hostile(typeof problem === "object" ? problem.text ?? JSON.stringify(problem) : problem, "wrapped"))))]);
    await head();
  } catch (error) {
    fill(byId("verdict"));
    throw error;
  } finally {
    verifying.disabled = false;
  }
}

/** The log, newest first: the station gives it out oldest first, so that it is read window by window. */
async function log() {
  const mine = ++turn;
  const rows = el("tbody");
  const more = el("div", { class: "row centred" });
  const whole = table("Log", [["Entry", "number"], "Time", "Person", "Kind", "What"], []);
  whole.querySelector("tbody").replaceWith(rows);
  const place = el("div", {}, scroll("Log", whole), more);
  const filter = { kind: byId("kind").value, person: byId("person").value };
  let end = (await get("/audit/head")).sequence;
  let width = filter.kind || filter.person ? 2_000 : wanted;
  const older = async () => {
    let found = 0;
    while (end > 0 && found < wanted) {
      const start = Math.max(0, end - width);
      const entries = await between(start, end, filter);
      rows.append(...entries.reverse().map(row));
      offerKinds(entries);
      found += entries.length;
      end = start;
      if (entries.length < wanted) width *= 4;
    }
    more.replaceChildren(...(end > 0 ? [button("Show older entries", () => attempt(older))] : []));
  };
  await older();
  if (mine !== turn) return;
  byId("log").replaceChildren(rows.children.length > 0 ? place : el("p", { class: "muted" }, "No entries of this kind."));
  announce(counted(rows.children.length, "entry", "entries"));
}

/** Entries behind `start` up to `end`, oldest first. */
async function between(start, end, filter) {
  const entries = [];
  let cursor = null;
  do {
    const page = await get(`/audit${query({ ...filter, limit: 500, ...(cursor ? { cursor } : { after: start }) })}`);
    entries.push(...page.items.filter(({ sequence }) => sequence <= end));
    cursor = page.items.at(-1)?.sequence > end ? null : page.next;
  } while (cursor);
  return entries;
}

function row(entry) {
  return el("tr", {},
    el("td", { class: "number" }, String(entry.sequence)),
    el("td", { class: "time" }, moment(entry.time)),
    el("td", {}, entry.person ? hostile(entry.person, "cut short") : el("span", { class: "muted" }, "the kit")),
    el("td", {}, hostile(spaced(entry.kind)), entry.act ? el("div", { class: "muted" }, hostile(spaced(entry.act))) : null),
    el("td", {}, hostile(entry.text ?? "", "wrapped"), details(entry)));
}

function details(entry) {
  const text = typeof entry.details === "object" && entry.details !== null ? JSON.stringify(entry.details, null, 1) : entry.details;
  if (!text || text === "{}") return null;
  return el("details", {}, el("summary", {}, "details"), el("pre", {}, visible(text).replace(/⟨U\+000A⟩/g, "\n")));
}

function offerKinds(items) {
  const select = byId("kind");
  const known = new Set([...select.options].map((option) => option.value));
  for (const kind of new Set(items.map((item) => item.kind))) {
    if (!known.has(kind)) select.append(el("option", { value: kind }, visible(spaced(kind))));
  }
}
