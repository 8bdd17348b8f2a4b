// The review page: one number at a time, by keyboard or by mouse.
import { attempt, get, notice, post, showProblem } from "./api.js";
import { DigitBoxes } from "./boxes.js";
import { choices } from "./charts.js";
import { Claims } from "./claims.js";
import { decide, undo } from "./decisions.js";
import { announce, button, byId, debounced, el, fact, fill, hostile, icon, link, visible } from "./dom.js";
import { on } from "./events.js";
import { exhibitLinks } from "./photolist.js";
import * as keys from "./keys.js";
import { isAttended } from "./presence.js";
import * as results from "./results.js";
import { layOut, layOutEvenly } from "./strip.js";
import { PhotoViewer } from "./viewer.js";
import { checkDigit, checkLine, count, counted, dashed, number, pages } from "./words.js";

const modes = {
  confirm: ["Confirm", "Compare each box with the glyph above it. Accept when all fifteen agree; edit what differs."],
  blind: ["Blind keying", "Key the fifteen digits that you see. What the machine or another person read is not shown."],
  settle: ["Settle", "Two people keyed different digits. Key what you see yourself; your reading settles it."],
};
const kinds = [
  { value: "", words: "All" }, { value: "confirm", words: "Confirm" }, { value: "blind", words: "Blind keying" }, { value: "settle", words: "Settle" },
];

const work = byId("work");
const wakeSoon = debounced(() => isAttended() && claims.wake(), 1_000);
const viewer = new PhotoViewer(byId("whole"));
const claims = new Claims(arrived, (error) => showProblem(error, "The next numbers were not brought."));
let boxes = null;
let layout = null;
let counts = null;
let waiting = [];
let shownItem = null;
let secondPress = false;
let onScreen = 0;
let since = 0;
const lines = new Map();

choices(byId("kinds"), kinds, "", (value) => attempt(async () => {
  shownItem = null;
  await claims.choose(value === "" ? null : [value]);
}));

on("review", debounced(() => isAttended() && overview(), 2_000));
on("connected", () => !claims.current && isAttended() && claims.wake());
addEventListener("resize", debounced(() => claims.current && place(claims.current), 150));
addEventListener("imeikit:unlocked", () => claims.wake());
document.addEventListener("visibilitychange", () => (document.hidden ? stopClock() : (since = performance.now())));
document.addEventListener("keydown", typedAnywhere);
document.addEventListener("paste", pasted);
byId("exhibit-form").addEventListener("submit", (event) => {
  event.preventDefault();
  setExhibit();
});
byId("exhibit").addEventListener("keydown", (event) => event.key === "Escape" && focusWork());

keys.listen({
  accept: () => accept(),
  next: () => go(() => claims.forward()),
  previous: () => go(() => claims.back()),
  edit: () => edit(),
  undo: () => takeBack(),
  unreadable: () => send("unreadable"),
  doubt: () => send("doubt"),
  exhibit: () => byId("exhibit").select(),
  zoom: () => toggleWhole(),
  zoomIn: () => (byId("whole").hidden ? toggleWhole() : viewer.zoom(1.5)),
  zoomOut: () => (byId("whole").hidden ? false : viewer.zoom(1 / 1.5)),
  contrast: () => look("contrast"),
  invert: () => look("invert"),
});
overview();
claims.refill();

/** How much is left for this person; the event beside it counts for everybody. */
function overview() {
  return get("/review").then((fresh) => {
    waiting = fresh.waiting;
    tally(fresh.counts);
    fill(byId("waiting"), waitingWords());
  }, () => {});
}

/** What waits for others, for whom, and what can be done about it. */
function waitingWords() {
  return waiting.map(({ kind, numbers, people, withoutReader, openEyes, photos }) => el("p", { class: "note" },
    kind === "settle"
      ? `${counted(numbers, "number waits", "numbers wait")} for a third person, who may settle (${names(people)} decided).`
      : `${counted(numbers, "number waits", "numbers wait")} for a person who has not seen a value (${names(people)} ${people.length === 1 ? "has" : "have"}).`,
    withoutReader > 0 ? el("strong", {}, ` For ${count(withoutReader)} of them nobody known to this case is left: one more ${kind === "settle" ? "settler" : "reader"} is needed (imeikit operator add).`) : null,
    openEyes > 0 ? [` As officer in charge you may decide ${count(openEyes)} of them with open eyes, on the photo's page: `,
      photos.map((photo, index) => [index > 0 ? ", " : null, link(pages.photo(photo), `photo ${photo.slice(0, 8)}`)]), "."] : null));
}

/** "AB", "AB and CD", "AB, CD and EF". */
function names(people) {
  const shown = people.map(visible);
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** More items came. */
function arrived() {
  if (claims.current) {
    if (claims.current !== shownItem) show(claims.current);
  } else {
    showEmpty();
  }
}

/** Puts an item on screen. */
function show(item) {
  shownItem = item;
  secondPress = false;
  onScreen = 0;
  since = performance.now();
  work.hidden = false;
  byId("empty").hidden = true;
  byId("choice").hidden = true;
  if (!byId("whole").hidden) toggleWhole();
  const [name, expected] = modes[item.kind] ?? modes.blind;
  fill(byId("mode"), icon(item.kind === "confirm" ? "eye" : item.kind === "settle" ? "differs" : "blind"), name);
  byId("expected").textContent = item.outcome ? "You decided this one. Undo takes the decision back." : expected;
  work.dataset.kind = item.kind;
  work.classList.toggle("decided", Boolean(item.outcome));
  const isShown = item.kind === "confirm" || Boolean(item.outcome);
  boxes = new DigitBoxes({
    digits: item.outcome ? item.keyed ?? "" : item.kind === "confirm" ? item.digits : "",
    doubtful: item.outcome ? [] : item.doubtful,
    isEditable: !isShown,
    changed: () => changed(item),
    moved: (index) => highlight(index),
  });
  if (!item.outcome && item.draft) {
    boxes.setEditable(true);
    boxes.set(item.draft);
  }
  place(item);
  checked();
  say(item.problem ?? "");
  fill(byId("facts"), facts(item));
  byId("exhibit").value = "";
  fill(byId("acts"), actButtons(item));
  if (!item.crop || item.isCropMissing) toggleWhole(false);
  focusWork();
  announce(`${name}. ${item.kind === "confirm" && !item.outcome ? `Machine read ${[...item.digits].join(" ")}, ${{ agrees: "check digit agrees", differs: "check digit differs", absent: "check digit absent" }[item.checkDigit] ?? ""}.` : expected}`);
}

/** Lays the crop and the boxes out for the width there is. */
function place(item) {
  const strip = byId("strip");
  const width = strip.clientWidth - 20;
  const doubtful = item.outcome ? [] : item.doubtful ?? [];
  layout = item.crop && !item.isCropMissing
    ? layOut(byId("sheet"), { boxes: [], ...item.crop, boxes: item.crop.boxes?.length === 15 ? item.crop.boxes : [] }, item.picture, boxes, doubtful, width)
    : layOutEvenly(byId("sheet"), boxes, width);
  strip.scrollLeft = Math.max(0, (layout.first + layout.last) / 2 - width / 2);
}

function focusWork() {
  if (claims.current?.outcome) byId("mode").focus({ preventScroll: true });
  else boxes.focus();
}

function highlight(index) {
  for (const mark of layout?.marks?.children ?? []) mark.classList.toggle("current", mark.dataset.mark === String(index));
  const strip = byId("strip");
  const input = boxes.inputs[index];
  const left = input.offsetLeft;
  if (left < strip.scrollLeft || left + input.offsetWidth > strip.scrollLeft + strip.clientWidth) strip.scrollLeft = left - strip.clientWidth / 2;
}

function changed(item) {
  item.draft = boxes.isEditable ? boxes.text.trimEnd() : "";
  secondPress = false;
  byId("choice").hidden = true;
  say("");
  checked();
}

/** The line under the boxes: what the check digit says of what they hold now. */
function checked() {
  const text = boxes.text.trimEnd();
  const isWhole = boxes.digits !== null;
  fill(byId("formatted"), dashed(boxes.text));
  if (isWhole) fill(byId("check"), checkLine(checkDigit(text)));
  else if (/^\d{14}$/.test(text)) fill(byId("check"), checkLine("absent"));
  else fill(byId("check"), el("span", { class: "check waiting" }, icon("dot"), `${boxes.filled} of 15 digits`));
}

function say(words) {
  byId("hint").textContent = words;
}

function facts(item) {
  const seals = (item.seals ?? []).map((seal) => (typeof seal === "object" ? seal.number : seal));
  return [
    fact("Photo", link(pages.photo(item.photo), hostile(item.name, "cut"))),
    fact("Exhibit", exhibitLinks(item.exhibits)),
    fact("Bag seal", seals.map((seal, index) => [index > 0 ? ", " : null, hostile(seal)])),
    fact("Caption", item.caption ? hostile(item.caption) : null),
    fact("Slot", item.slot ? String(item.slot) : null),
    item.kind === "confirm" ? fact("Why a person looks", (item.reasons ?? []).map((reason, index) => [index > 0 ? "; " : null, hostile(reason)])) : null,
    item.kind === "confirm" ? fact("Read by", (item.sources ?? []).map(visible).join(", ")) : null,
  ];
}

function actButtons(item) {
  const one = (name, words, act, kind = "") => button([words, " ", keys.hints(name)], act, { class: kind });
  if (item.outcome) {
    return [one("next", "Go on", () => go(() => claims.forward()), "main"), one("undo", "Undo", () => takeBack()), one("zoom", "Whole photo", () => toggleWhole())];
  }
  const acceptWords = { confirm: "Accept", blind: "Record", settle: "Settle" }[item.kind] ?? "Record";
  return [
    one("accept", acceptWords, () => accept(), "main"),
    item.kind === "confirm" ? one("edit", "Edit", () => edit()) : null,
    one("unreadable", "Unreadable", () => send("unreadable")),
    one("doubt", "In doubt", () => send("doubt")),
    one("undo", "Undo", () => takeBack()),
    one("previous", "Previous", () => go(() => claims.back())),
    one("next", "Next", () => go(() => claims.forward())),
    one("zoom", "Whole photo", () => toggleWhole()),
    one("contrast", "Contrast", () => look("contrast")),
    one("invert", "Invert", () => look("invert")),
  ];
}

function edit() {
  const item = claims.current;
  if (!item || item.outcome || item.kind !== "confirm") return;
  boxes.setEditable(true);
  boxes.focus(Math.max(0, boxes.doubtful.indexOf(true)));
  say("Editing. Escape brings the machine's digits back.");
}

/** Digits go to the boxes wherever the focus is; Escape ends editing. */
function typedAnywhere(event) {
  const item = claims.current;
  if (!item || item.outcome || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape" && item.kind === "confirm" && boxes.isEditable) {
    boxes.setEditable(false);
    boxes.revert();
    say("");
    focusWork();
    return;
  }
  const isBox = event.target.dataset?.digit !== undefined;
  if (!/^\d$/.test(event.key) || event.target.matches?.("input:not([data-digit]), textarea, select")) return;
  if (isBox && boxes.isEditable) return;
  event.preventDefault();
  if (!boxes.isEditable) {
    boxes.setEditable(true);
    say("Editing. Escape brings the machine's digits back.");
  }
  boxes.type(event.key);
}

function pasted(event) {
  const item = claims.current;
  if (!item || item.outcome || event.target.matches?.("input:not([data-digit]), textarea")) return;
  event.preventDefault();
  boxes.setEditable(true);
  say(boxes.paste(event.clipboardData.getData("text").slice(0, 200)) ?? "");
}

/** Enter: records what the boxes hold, if they hold fifteen digits. */
function accept() {
  const item = claims.current;
  if (!item) return;
  if (item.outcome) {
    go(() => claims.forward());
    return;
  }
  const digits = boxes.digits;
  if (digits === null) {
    say(`${boxes.filled} of 15 digits are there. Key the rest, or say that it cannot be read.`);
    boxes.focus();
    return;
  }
  const isChanged = item.kind === "confirm" && digits !== item.digits;
  if ((isChanged || item.kind !== "confirm") && checkDigit(digits) === "differs" && !secondPress) {
    secondPress = true;
    say("The check digit differs. Look again; press Enter once more to record the digits as you see them.");
    return;
  }
  send({ confirm: isChanged ? "correct" : "accept", blind: "key", settle: "settle" }[item.kind], digits);
}

/** Records a decision and shows the next item at once; what comes of it is shown beside. */
function send(act, digits = null, more = {}) {
  const item = claims.current;
  if (!item || item.outcome) return;
  stopClock();
  const body = { act, seconds: Math.round(onScreen) / 1000, ...more };
  if (digits !== null && act !== "accept") body.imei = digits;
  const line = results.line(item, act, takeBack);
  item.keyed = digits ?? "";
  item.outcome = { act, line, isSending: true };
  const answer = decide(item, body);
  if (act === "settle") {
    answer.then((outcome) => {
      recorded(item, act, line, outcome);
      if (claims.current === item) go(() => claims.forward());
    }, (error) => notRecorded(item, line, error, digits));
    return;
  }
  go(() => claims.forward());
  answer.then((outcome) => recorded(item, act, line, outcome), (error) => notRecorded(item, line, error, digits));
}

function recorded(item, act, line, outcome) {
  item.outcome = { ...outcome, act, line };
  if (outcome.event && act !== "doubt") lines.set(outcome.event, line);
  line.done(outcome);
  tally(outcome.counts);
  announce(`${results.summary(outcome, act)} ${outcome.answer === "flagged" ? "Flagged. " : ""}${outcome.leads?.length ? `${counted(outcome.leads.length, "near-miss lead")}. ` : ""}${byId("tally").textContent}`);
}

/** What was not recorded comes back, with the digits as they were keyed. */
function notRecorded(item, line, error, digits) {
  item.outcome = null;
  line.failed(error.code === "settlesNeither" ? "equal to neither reader's digits, look again" : error.message);
  if (error.code === "settlesNeither") {
    askAgain(item, error, digits);
    return;
  }
  item.draft = digits ?? "";
  item.problem = "Not recorded the first time. Look again, then record it once more.";
  if ([403, 404, 409].includes(error.status)) refusedByRules(item, error);
  else offerAgain(item, error);
}

/** A conflict: the item is dropped. When it still is this person's, it comes again with what was keyed. */
function refusedByRules(item, error) {
  const wasShown = claims.current === item;
  claims.refused.set(item.id, { draft: item.draft, problem: item.problem });
  claims.drop(item);
  showProblem(error, `${visible(item.name)}: not recorded.`);
  if (wasShown) go(() => claims.current ?? claims.forward());
  claims.wake();
}

function offerAgain(item, error) {
  const box = showProblem(error, `${visible(item.name)}: not recorded.`, button("Go back to it", () => {
    box.remove();
    claims.bring(item);
    show(item);
  }));
  if (claims.current === item || !claims.current) {
    claims.bring(item);
    show(item);
  }
}

/** The settler's digits equal neither opinion: both are shown, and it takes a second word. */
function askAgain(item, error, digits) {
  if (claims.current !== item) {
    claims.bring(item);
    show(item);
  }
  const { first, second } = error.body.members ?? {};
  const place = byId("choice");
  place.hidden = false;
  say("");
  fill(place,
    el("p", {}, el("strong", {}, "Your digits equal neither reader's. "), "Look at the crop once more."),
    el("ul", {}, el("li", {}, "You: ", digits === null ? "cannot be read" : number(digits)), [first, second].map((value) => el("li", {}, "Reader: ", value === "unreadable" ? "cannot be read" : number(value)))),
    el("div", { class: "row" }, button("Settle on mine", () => {
      place.hidden = true;
      send("settle", digits, { confirm: true });
    }, { class: "main" }), button("Key again", () => {
      place.hidden = true;
      boxes.set("");
      changed(item);
      boxes.focus(0);
    })));
  place.querySelector("button").focus();
}

/** Takes back the last decision, or the one named, and shows its number again. */
function takeBack(event = null) {
  attempt(async () => {
    const id = await undo(event);
    const taken = event ?? [...lines.keys()].pop();
    lines.get(taken)?.undone();
    lines.delete(taken);
    claims.drop(claims.items.find((each) => each.outcome?.event !== undefined && each.outcome.event === taken));
    overview();
    const item = id === null ? null : await claims.fetch(id);
    if (item) {
      claims.bring(item);
      show(item);
      say("Taken back. The number is yours to decide again.");
    } else {
      notice("plain", "Taken back. What you keyed was compared, so somebody else keys this number now.");
      claims.wake();
    }
    announce("Taken back.");
  }, "Not taken back.");
}

function go(step) {
  stopClock();
  const item = step();
  if (item) {
    if (item !== shownItem || !item.outcome) show(item);
  } else {
    showEmpty();
  }
  return undefined;
}

function showEmpty() {
  shownItem = null;
  if (claims.fetching) {
    claims.fetching.then(() => !claims.current && !shownItem && emptyWords());
    return;
  }
  emptyWords();
}

function emptyWords() {
  if (claims.current) {
    show(claims.current);
    return;
  }
  const others = counts?.waitingForOthers ?? 0;
  work.hidden = true;
  const empty = byId("empty");
  empty.hidden = false;
  fill(empty, el("h2", {}, icon("agree"), "Nothing is left for you here."),
    el("p", {}, others > 0 ? `${counted(others, "number waits", "numbers wait")} for others.` : "New numbers show here as soon as they are read."),
    el("div", { class: "row" }, link("/haul", "Back to the haul"), button("Look again", () => claims.wake()),
      button(["Undo the last decision ", keys.hints("undo")], () => takeBack())));
  announce("Nothing is left for you here.");
}

function tally(fresh) {
  if (!fresh) return;
  counts = { ...counts, ...fresh };
  const mine = (counts.confirm ?? 0) + (counts.blind ?? 0) + (counts.settle ?? 0);
  const done = counts.done ?? 0;
  const others = counts.waitingForOthers ? `, ${count(counts.waitingForOthers)} waiting for others` : "";
  byId("tally").textContent = `${count(done)} of ${count(done + mine)} decided, ${count(mine)} left for you${others}`;
  for (const node of byId("kinds").children) {
    const { value } = node.dataset;
    const words = kinds.find((kind) => kind.value === value).words;
    node.textContent = `${words} ${count(value === "" ? mine : counts[value] ?? 0)}`;
  }
  if (mine > claims.open.length) claims.isDry = false;
  if (!claims.current && mine > 0) wakeSoon();
}

function toggleWhole(isAsked = true) {
  const item = claims.current;
  const whole = byId("whole");
  if (!item?.image && whole.hidden) return;
  whole.hidden = !whole.hidden;
  if (whole.hidden) scrollTo(0, 0);
  if (whole.hidden) return;
  viewer.show(item.image, item.image.place ? [item.image.place] : []);
  if (isAsked) byId("strip").scrollIntoView({ block: "start" });
}

function look(kind) {
  work.classList.toggle(kind);
}

function setExhibit() {
  const item = claims.current;
  const exhibit = byId("exhibit").value.trim();
  if (!item || exhibit === "") return;
  attempt(async () => {
    await post(`/photos/${encodeURIComponent(item.photo)}/exhibit`, { exhibit });
    if (!(item.exhibits ?? []).includes(exhibit)) item.exhibits = [...(item.exhibits ?? []), exhibit];
    if (claims.current === item) {
      fill(byId("facts"), facts(item));
      byId("exhibit").value = "";
      focusWork();
    }
    announce(`Exhibit ${exhibit} set.`);
  }, "The exhibit was not set.");
}

function stopClock() {
  if (since > 0) onScreen += performance.now() - since;
  since = 0;
}
