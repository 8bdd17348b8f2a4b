// What happened to a photo or an exhibit: who, when, what.
import { el, hostile, scroll, table } from "./dom.js";
import { moment, spaced } from "./words.js";

/** A table of log entries, newest first. */
export function historyTable(entries = []) {
  if (entries.length === 0) return el("p", { class: "muted" }, "Nothing yet.");
  const rows = [...entries].sort((one, other) => other.sequence - one.sequence).map((entry) => el("tr", {},
    el("td", { class: "number" }, String(entry.sequence)), el("td", { class: "time" }, moment(entry.time)),
    el("td", {}, entry.person ? hostile(entry.person, "cut short") : el("span", { class: "muted" }, "the kit")),
    el("td", {}, hostile(entry.text || spaced(entry.kind), "wrapped"))));
  return scroll("History", table("History", [["Entry", "number"], "Time", "Who", "What"], rows));
}
