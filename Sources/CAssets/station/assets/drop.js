// Dropping photos: files in, one line each with what became of it.
import { attempt, get, showProblem } from "./api.js";
import { announce, button, byId, debounced, el, fill, hostile, icon, link, visible } from "./dom.js";
import { isConnected, on } from "./events.js";
import { chosenFiles, droppedFiles, exhibitFolder } from "./folders.js";
import { isAttended } from "./presence.js";
import { SendingQueue, Sending } from "./upload.js";
import { badge, count, counted, pages, size } from "./words.js";

const shownRows = 300;
const target = byId("target");
const body = byId("sent").querySelector("tbody");
const rows = new Map();
const waiting = new Map();
const results = { read: 0, refused: 0 };
const early = new Map();
const queue = new SendingQueue(changed);

for (const [opener, input] of [["pick-files", "files"], ["pick-folder", "folder"], ["pick-camera", "camera"]]) {
  byId(opener).addEventListener("click", () => byId(input).click());
  byId(input).addEventListener("change", (event) => {
    take(chosenFiles(event.target));
    event.target.value = "";
  });
}
for (const kind of ["dragenter", "dragover"]) {
  addEventListener(kind, (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    target.classList.add("over");
  });
}
addEventListener("dragleave", (event) => event.relatedTarget === null && target.classList.remove("over"));
addEventListener("drop", async (event) => {
  event.preventDefault();
  target.classList.remove("over");
  try {
    take(await droppedFiles(event.dataTransfer));
  } catch (error) {
    showProblem(error, "A folder could not be read.");
  }
});
addEventListener("beforeunload", (event) => queue.left > 0 && event.preventDefault());
byId("stop").addEventListener("click", () => queue.stop());
byId("retry-all").addEventListener("click", () => {
  for (const sending of [...rows.keys()]) if (sending.state === "failed" && isWorthAnother(sending)) queue.again(sending);
});
on("photo", (event) => settle(event.upload, event));
on("connected", () => attempt(askForWaiting));
setInterval(() => !isConnected() && waiting.size > 0 && isAttended() && askForWaiting().catch(() => {}), 3_000);
attempt(async () => {
  const { items } = await get("/exhibits?limit=500");
  fill(byId("known-exhibits"), items.map(({ reference }) => el("option", { value: reference })));
});

function take(files) {
  const exhibit = byId("exhibit").value.trim();
  const isByFolder = byId("by-folder").checked;
  for (const { file, path } of files) queue.add(new Sending(file, isByFolder && exhibitFolder(path) || exhibit));
  announce(`${counted(files.length, "file")} added`);
  tally();
}

const tally = debounced(() => {
  const { added, taken, failed } = queue.counts;
  byId("tally").textContent = [
    `${count(taken)} of ${counted(added, "file")} taken`,
    `${count(results.read)} read`, `${count(waiting.size)} waiting to be read`,
    `${count(results.refused + failed)} refused or not sent`,
  ].join(", ") + ".";
  const progress = byId("progress");
  progress.hidden = added === 0;
  progress.max = Math.max(1, added);
  progress.value = taken + failed;
  byId("sent").hidden = rows.size === 0;
  byId("stop").hidden = queue.left === 0;
  byId("retry-all").hidden = ![...rows.keys()].some((sending) => sending.state === "failed" && isWorthAnother(sending));
}, 120);

function changed(sending) {
  let row = rows.get(sending);
  if (!row) {
    row = { result: el("td") };
    row.node = el("tr", {},
      el("td", { class: "name" }, row.name = el("span", {}, hostile(sending.file.name, "cut"))),
      el("td", {}, sending.exhibit ? hostile(sending.exhibit) : el("span", { class: "muted" }, "none")),
      el("td", { class: "number" }, size(sending.file.size)), row.result);
    rows.set(sending, row);
    body.prepend(row.node);
    prune();
  }
  const { upload } = sending;
  if (upload?.state === "waiting" && !sending.isCounted) {
    waiting.set(upload.id, sending);
    const known = early.get(upload.id);
    if (known) settle(upload.id, known);
  } else if (upload && !sending.isCounted) {
    settle(upload.id, upload, sending);
  }
  fill(row.result, result(sending));
  if (upload?.sha256) fill(row.name, link(pages.photo(upload.sha256), hostile(sending.file.name, "cut")));
  tally();
}

function result(sending) {
  const { state, problem, upload } = sending;
  if (state === "failed") {
    return [badge("refused"), " ", visible(problem.message), " ", el("span", { class: "cure" }, visible(problem.cure ?? "")),
      isWorthAnother(sending) ? [" ", button("Try again", () => queue.again(sending))] : null];
  }
  if (state === "sending") return [icon("upload"), ` sending, ${Math.round(sending.part * 100)} %`];
  if (!upload) return [icon("clock"), ` ${state}`];
  return [badge(sending.status ?? upload.state), sending.flagged ? [" ", badge("flagged")] : null,
    sending.reason ? [" ", hostile(sending.reason, "wrapped")] : null,
    upload.isKnown ? el("span", { class: "muted" }, " known already, counted once") : null];
}

/** What was not taken for its content is not taken the second time either. */
function isWorthAnother(sending) {
  return ![413, 415, 422].includes(sending.problem?.status);
}

function settle(id, { status, flagged, state }, of = null) {
  const sending = of ?? waiting.get(id);
  if (!id) return;
  if (!sending) {
    if (queue.left > 0) early.set(id, { status, flagged, state });
    return;
  }
  waiting.delete(id);
  early.delete(id);
  if (sending.isCounted) return;
  sending.isCounted = true;
  sending.status = status ?? state;
  sending.flagged = flagged;
  sending.state = "done";
  results[sending.status === "refused" ? "refused" : "read"] += 1;
  const row = rows.get(sending);
  if (row) fill(row.result, result(sending));
  tally();
  if (sending.status === "refused" || sending.upload.isKnown) explain(id, sending);
}

/** Why a file was refused, or what is known of one that was there already. */
async function explain(id, sending) {
  const upload = await get(`/uploads/${encodeURIComponent(id)}`).catch(() => null);
  if (!upload) return;
  sending.status = upload.status ?? upload.state;
  sending.flagged = upload.flagged;
  sending.reason = upload.reason;
  const row = rows.get(sending);
  if (row) fill(row.result, result(sending));
}

async function askForWaiting() {
  for (const id of [...waiting.keys()].slice(0, 20)) {
    const upload = await get(`/uploads/${encodeURIComponent(id)}`);
    if (upload.state !== "waiting") settle(id, upload);
  }
}

/** Long visits keep their problems and the newest lines; the counts above know the rest. */
function prune() {
  if (rows.size <= shownRows) return;
  for (const [sending, row] of rows) {
    if (sending.state !== "done") continue;
    row.node.remove();
    rows.delete(sending);
    return;
  }
}
