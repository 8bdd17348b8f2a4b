// One photo: the picture with its numbers outlined, what each reader said, and its history.
import { attempt, get, post, prefix } from "./api.js";
import { announce, button, byId, el, fact, fill, hostile, icon, link, visible } from "./dom.js";
import { historyTable } from "./history.js";
import { exhibitLinks } from "./photolist.js";
import { PhotoViewer } from "./viewer.js";
import { badge, checkLine, hash, moment, number, size, spaced } from "./words.js";

const sha256 = location.pathname.split("/").pop();
const path = `/photos/${encodeURIComponent(sha256)}`;
const viewer = new PhotoViewer(byId("picture"));

byId("exhibit-form").addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    await post(`${path}/exhibit`, { exhibit: byId("exhibit").value.trim() });
    byId("exhibit").value = "";
    announce("Exhibit set.");
    await load();
  }, "The exhibit was not set.");
});
attempt(() => load());

async function load(isRevealed = false) {
  const photo = await get(path + (isRevealed ? "?reveal=true" : ""));
  byId("name").textContent = visible(photo.name);
  document.title = `${visible(photo.name)} · IMEIKit`;
  fill(byId("state"), badge(photo.status), " ", photo.flagged ? badge("flagged") : null);
  fill(byId("withheld"), photo.withheld ? withheld() : null);
  const readings = photo.result?.readings ?? [];
  // EXIF orientations from 5 on lie on their side, and browsers turn them.
  const isTurned = photo.result?.orientation >= 5;
  const [width, height] = isTurned ? [photo.height, photo.width] : [photo.width, photo.height];
  viewer.show({ url: `${prefix}${path}/image?side=4096`, width, height }, readings.filter((reading) => (reading.page ?? 1) === 1).map((reading) => reading.box));
  fill(byId("numbers"), numbers(photo, readings));
  fill(byId("facts"),
    fact("Why", photo.result?.reason ? [hostile(photo.result.reason, "wrapped"), " ", el("span", { class: "cure" }, hostile(photo.result.cure ?? "", "wrapped"))] : null),
    fact("Exhibit", exhibitLinks(photo.exhibits)),
    fact("Other names", (photo.names ?? []).filter((name) => name !== photo.name).map((name, index) => [index > 0 ? ", " : null, hostile(name)])),
    fact("SHA-256", el("code", { class: "hash whole-hash" }, visible(photo.sha256))),
    fact("Size", photo.size ? `${size(photo.size)}${photo.width ? `, ${photo.width} × ${photo.height}` : ""}` : null),
    fact("Taken in", moment(photo.recordedAt)),
    fact("Camera's clock", photo.cameraTime ? [hostile(photo.cameraTime), " (not verified)"] : null),
    fact("Also on it", (photo.result?.others ?? []).map((other, index) => [index > 0 ? ", " : null, `${spaced(other.kind)} `, hostile(other.value, "digits")])),
    fact("Warnings", (photo.result?.warnings ?? []).map((warning, index) => [index > 0 ? "; " : null, hostile(typeof warning === "object" ? JSON.stringify(warning) : warning)])));
  fill(byId("history"), historyTable(photo.history));
}

function withheld() {
  return el("div", { class: "notice warn" }, icon("blind"),
    el("p", {}, "A number of this photo waits for you to key it blind, so no values are shown. ",
      "Showing them is logged, and you can then not key this number any more."),
    link("/review", "Go to the review"), button("Show the values all the same", () => attempt(() => load(true))));
}

function numbers(photo, readings) {
  const standing = photo.standing ?? [];
  if (standing.length === 0 && readings.length === 0) return el("p", { class: "muted" }, photo.withheld ? "Withheld until keyed." : "No number is on it.");
  const subjects = standing.length > 0 ? standing : readings.map((reading, index) => ({ subject: `read:${index}`, number: reading.imei, phase: reading.status }));
  return subjects.map((each) => one(photo, each, readings));
}

function one(photo, each, readings) {
  const position = /^read:(\d+)$/.exec(each.subject)?.[1];
  const reading = position === undefined ? undefined : readings[Number(position)];
  const machine = each.machine ?? (reading ? { number: reading.imei, isFlagged: null } : null);
  return el("article", { class: "number-block" },
    position === undefined ? null : el("img", { class: "crop", alt: "Crop of the number", src: `${prefix}${path}/crops/${position}`, onerror: (event) => event.target.remove() }),
    el("p", { class: "with-answer" }, each.number ? el("strong", {}, number(each.number)) : el("span", { class: "muted" }, each.withheld || photo.withheld ? "withheld" : "not settled"),
      badge(each.phase ?? "open"), each.flagged ? badge("flagged") : null),
    el("dl", { class: "facts" },
      fact("Machine", machine?.number ? [number(machine.number), " ", reading ? badge(reading.status) : null] : null),
      fact("Check digit", reading?.checkDigit ? checkLine(reading.checkDigit) : null),
      fact("Reporting body", reading?.reportingBody ? hostile(`${reading.reportingBody.code} ${reading.reportingBody.name ?? ""} (${spaced(reading.reportingBody.state)})`) : null),
      fact("Read by", reading?.sources?.length ? hostile(reading.sources.join(", ")) : null),
      fact("Reasons", (reading?.reasons ?? []).map((reason, index) => [index > 0 ? "; " : null, hostile(reason, "wrapped")])),
      fact("Lists say", reading?.answer?.state ? badge(reading.answer.state) : null),
      fact("Entries", (reading?.answer?.matches ?? []).map((match) => el("div", {}, hostile(typeof match.list === "object" ? match.list?.name : match.list ?? match.name ?? ""), match.reason ? [": ", hostile(match.reason)] : null))),
      fact("Slot", each.slot ? String(each.slot) : null),
      fact("Readers", (each.opinions ?? []).map((opinion) => el("div", {}, hostile(opinion.person), ": ", opinion.value === "unreadable" ? "cannot be read" : opinion.value ? number(opinion.value) : el("span", { class: "muted" }, "withheld"), opinion.isBlind ? " (blind)" : ""))),
      fact("Settled by", each.settledBy ? hostile(each.settledBy) : null)),
    each.openEyes ? openEyes(each) : null);
}

/** The officer in charge decides on a number having seen it; it counts once somebody has keyed the same blind. */
function openEyes(each) {
  const digits = el("input", { required: "", inputmode: "numeric", autocomplete: "off", maxlength: 24, value: each.machine?.number ?? "" });
  return el("form", { class: "row", onsubmit: (event) => {
    event.preventDefault();
    const typed = digits.value.replace(/\D/g, "");
    const body = typed === each.machine?.number ? { act: "accept" } : { act: "correct", imei: typed };
    attempt(async () => {
      const { phase } = await post(`${path}/decisions`, { number: each.subject, ...body });
      await load();
      announce(phase === "settled" ? "Recorded. The number is settled." : "Recorded.");
    }, "Not recorded.");
  } },
  el("label", {}, "What stands in the picture ", digits),
  el("button", { type: "submit" }, "Decide with open eyes"),
  el("p", { class: "muted" }, "You were shown values, so this is recorded as not blind; one of the two readers keys the number blind."));
}
