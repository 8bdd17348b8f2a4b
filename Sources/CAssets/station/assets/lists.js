// The block lists that are loaded, and the import of one.
import { attempt, get, onRefusal, prefix, query, Refusal, unreachable, showProblem } from "./api.js";
import { announce, button, byId, el, fact, fill, hostile, icon, scroll, table, visible } from "./dom.js";
import { on } from "./events.js";
import { count, counted, day, hash, moment } from "./words.js";

const oldDays = 7;
const kinds = {
  block: "block list", stolen: "register of stolen devices", watch: "watch list", allow: "known to be in order", tac: "makes and models",
};
const mayImport = document.body.dataset.role === "officerInCharge";

byId("not-allowed").hidden = mayImport;
if (!mayImport) for (const node of byId("import").elements) node.disabled = true;
byId("file").addEventListener("change", () => {
  const name = byId("file").files[0]?.name ?? "";
  if (byId("name").value === "") byId("name").value = visible(name.replace(/(\.\w{1,6}){1,2}$/, ""));
});
byId("import").addEventListener("submit", async (event) => {
  event.preventDefault();
  const submit = byId("import").querySelector("button[type=submit]");
  submit.disabled = true;
  try {
    await bring();
  } catch (error) {
    const guards = error.code === "guarded" ? [...error.cure.matchAll(/--allow (\w+)/g)].map(([, name]) => name) : [];
    const box = showProblem(error, "Not imported.", ...(guards.length > 0 ? [button("Import it all the same", () => {
      box.remove();
      attempt(() => bring(guards.join(",")), "Not imported.");
    })] : []));
  } finally {
    submit.disabled = false;
    byId("progress").hidden = true;
  }
});
on("haul", ({ lists }) => told(lists));
attempt(load);

/** Sends the chosen file. `allow` names guards that the officer overrides. */
async function bring(allow = "") {
  show(await send(byId("file").files[0], allow));
  await load();
}

async function load() {
  const { items } = await get("/lists");
  told((await get("/haul")).lists);
  fill(byId("lists"), items.length === 0
    ? el("p", { class: "problem" }, icon("question"), " No list is loaded: every number is “not checked”.")
    : scroll("Loaded lists", table("Loaded lists", ["List", "Date", "Age", ["Entries", "number"], "SHA-256", "Imported", "In force"], items.map(row))));
}

/** Says how the numbers that the case holds came out by the newest lists. */
function told({ asking, asked, failure }) {
  const place = byId("recheck");
  place.hidden = !asking && !asked && !failure;
  if (asking) {
    fill(place, asking.total > 0
      ? `The numbers of the case are asked again: ${count(asking.done)} of ${count(asking.total)}.`
      : "The numbers of the case are asked again.");
  } else if (failure) {
    fill(place, icon("differs"), " The numbers of the case were not asked again: ", hostile(failure, "wrapped"));
  } else if (asked) {
    fill(place, `${counted(asked.numbers, "number")} asked again, ${count(asked.newlyFlagged)} newly flagged, ${count(asked.noLongerFlagged)} no longer flagged: `, moment(asked.time), ", by ", hostile(asked.person), ".");
  }
}

function row(list) {
  const isOld = list.ageDays > oldDays;
  return el("tr", {},
    el("td", {}, hostile(list.name), list.kind ? el("div", { class: "muted" }, kinds[list.kind] ?? hostile(list.kind)) : null),
    el("td", {}, list.date ? day(list.date) : ""),
    el("td", {}, isOld ? el("span", { class: "badge warn" }, icon("clock"), counted(list.ageDays, "day")) : counted(list.ageDays ?? 0, "day")),
    el("td", { class: "number" }, count(list.entries)),
    el("td", {}, hash(list.sha256)),
    el("td", { class: "time" }, moment(list.importedAt)),
    el("td", {}, list.isInForce ? el("span", { class: "badge good" }, icon("agree"), "in force") : el("span", { class: "badge dim" }, icon("none"), "replaced")));
}

/** Sends the file as it is; a list is large, so that its way is shown. */
function send(file, allow) {
  const progress = byId("progress");
  progress.hidden = false;
  progress.value = 0;
  fill(byId("report"), "Sending…");
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${prefix}/lists${query({ name: byId("name").value.trim(), date: byId("date").value, kind: byId("kind").value, file: file.name.slice(0, 255), allow })}`);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Content-Type", type(file));
    request.upload.addEventListener("progress", (event) => {
      progress.value = event.total > 0 ? event.loaded / event.total : 0;
      if (event.loaded === event.total) fill(byId("report"), "Reading the list…");
    });
    request.addEventListener("load", () => {
      let body = {};
      try {
        body = JSON.parse(request.responseText);
      } catch {
        body = { detail: `The station answered ${request.status}.` };
      }
      if (request.status === 201 || request.status === 200) return resolve(body);
      fill(byId("report"));
      const refusal = new Refusal(request.status, body);
      onRefusal(refusal);
      return reject(refusal);
    });
    request.addEventListener("error", () => {
      fill(byId("report"));
      reject(unreachable());
    });
    request.send(file);
  });
}

function type(file) {
  const ending = /\.(\w+)$/.exec(file.name)?.[1].toLowerCase();
  return {
    csv: "text/csv", tsv: "text/plain", txt: "text/plain", json: "application/json", jsonl: "application/x-ndjson",
    ndjson: "application/x-ndjson", zip: "application/zip", gz: "application/gzip",
  }[ending] ?? "application/octet-stream";
}

function show(report) {
  const rejections = report.rejections ?? [];
  const hidden = Math.max(0, rejections.length - 200) + (report.rejectionsNotListed ?? 0);
  fill(byId("report"),
    report.summary ? el("p", {}, hostile(report.summary, "wrapped")) : null,
    el("dl", { class: "facts" }, fact("Entries taken", count(report.accepted)), fact("Rows refused", count(report.rejected))),
    rejections.length > 0 ? scroll("Refused rows", table("Refused rows", [["Line", "number"], "Why", "What stands there"], rejections.slice(0, 200).map((each) => el("tr", {},
      el("td", { class: "number" }, String(each.line ?? "")), el("td", {}, hostile(each.reason, "wrapped"), " ", each.cure ? el("span", { class: "cure" }, hostile(each.cure, "wrapped")) : null), el("td", {}, hostile(each.text ?? "", "cut")))))) : null,
    hidden > 0 ? el("p", { class: "muted" }, `${count(hidden)} more are not shown.`) : null);
  announce(`Imported: ${counted(report.accepted ?? 0, "entry", "entries")}.`);
}
