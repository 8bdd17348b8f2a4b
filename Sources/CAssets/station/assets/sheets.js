// Digit sheets: every glyph read as one digit, the odd ones struck, the rest confirmed together.
import { attempt, get, post } from "./api.js";
import { announce, byId, el, fill, link, svg } from "./dom.js";
import { count, counted } from "./words.js";

const most = 120;
const tileHeight = 56;
let sheet = null;
let since = 0;

byId("confirm").addEventListener("click", () => attempt(confirm, "Not confirmed."));
byId("glyphs").addEventListener("keydown", move);
for (const kind of ["contrast", "invert"]) {
  byId(kind).addEventListener("click", (event) => {
    const isOn = byId("glyphs").classList.toggle(kind);
    event.currentTarget.setAttribute("aria-pressed", String(isOn));
  });
}
attempt(digits);

async function digits() {
  const { items } = await get("/review/sheets");
  const offered = items.filter((item) => item.count > 0);
  fill(byId("digits"), offered.map((item) => el("button", {
    type: "button", "data-value": item.digit, "aria-pressed": String(sheet?.digit === item.digit),
    "aria-label": `Digit ${item.digit}, ${counted(item.count, "glyph")} of ${counted(item.photos, "photo")}`,
    onclick: () => attempt(() => open(item.digit)),
  }, el("strong", { class: "digits" }, String(item.digit)), ` ${count(item.count)}`)));
  if (offered.length === 0) fill(byId("digits"), el("p", {}, "No digits wait for a sheet. ", link("/review", "Go to the review")));
  byId("hint").hidden = offered.length === 0 || sheet !== null;
}

async function open(digit) {
  const brought = await get(`/review/sheets/${encodeURIComponent(digit)}?limit=${most}`);
  if (brought.glyphs.length === 0) {
    close();
    await digits();
    return;
  }
  close();
  sheet = { ...brought, struck: new Set(), missing: new Set(), crops: new Map() };
  since = performance.now();
  byId("done").hidden = true;
  byId("sheet").hidden = false;
  byId("hint").hidden = true;
  byId("sheet-title").textContent = `All of these were read as ${digit}`;
  fill(byId("glyphs"), sheet.glyphs.map(tile));
  byId("glyphs").firstChild.tabIndex = 0;
  byId("glyphs").firstChild.focus();
  for (const node of byId("digits").children) node.setAttribute("aria-pressed", String(node.dataset?.value === String(digit)));
  tally();
  // What is not on the screen yet cannot be confirmed.
  const opened = sheet;
  byId("confirm").disabled = true;
  Promise.allSettled(sheet.crops.values()).then(() => {
    if (sheet !== opened) return;
    byId("confirm").disabled = false;
    tally();
  });
}

function close() {
  fill(byId("glyphs"));
  for (const crop of sheet?.crops.values() ?? []) crop.then(URL.revokeObjectURL, () => {});
  sheet = null;
  byId("sheet").hidden = true;
}

/** The picture of a number as an address of this page: many glyphs are cut out of one. */
function cropOf(glyph) {
  const { crops } = sheet;
  if (!crops.has(glyph.crop)) {
    crops.set(glyph.crop, fetch(glyph.crop, { credentials: "same-origin" })
      .then((response) => (response.ok ? response.blob() : Promise.reject(response))).then(URL.createObjectURL));
  }
  return crops.get(glyph.crop);
}

/** One glyph, cut out of its crop with little of what stands beside it. */
function tile(glyph, index) {
  const [x, y, w, h] = glyph.box;
  const [beside, above] = [h * 0.06, h * 0.15];
  const view = [x - beside, y - above, w + 2 * beside, h + 2 * above];
  const width = Math.max(24, Math.round(tileHeight * view[2] / view[3]));
  const picture = svg("image", { width: glyph.cropWidth, height: glyph.cropHeight });
  const node = el("button", {
    type: "button", class: "glyph", "aria-pressed": "false", tabindex: "-1", "aria-label": `Glyph ${index + 1}`,
    onclick: () => strike(glyph, node),
    onfocus: () => {
      for (const other of byId("glyphs").children) other.tabIndex = other === node ? 0 : -1;
    },
  }, svg("svg", { viewBox: view.join(" "), width, height: tileHeight, "aria-hidden": "true" },
    picture));
  const { missing } = sheet;
  cropOf(glyph).then((address) => node.isConnected && picture.setAttribute("href", address), () => {
    missing.add(glyph.id);
    node.disabled = true;
    node.classList.add("missing");
  });
  return node;
}

function strike(glyph, node) {
  const isStruck = !sheet.struck.delete(glyph.id);
  if (isStruck) sheet.struck.add(glyph.id);
  node.setAttribute("aria-pressed", String(isStruck));
  node.classList.toggle("struck", isStruck);
  tally();
}

/** Glyphs whose picture is there. */
function shownGlyphs() {
  return sheet.glyphs.filter((glyph) => !sheet.missing.has(glyph.id));
}

function tally() {
  const struck = sheet.struck.size;
  const shown = shownGlyphs().length;
  const missing = sheet.missing.size > 0 ? `, ${count(sheet.missing.size)} without picture left out` : "";
  byId("count").textContent = `${counted(shown, "glyph")}, ${count(struck)} struck${missing}`;
  byId("confirm").textContent = struck === 0 ? `Confirm all ${count(shown)}` : `Strike ${count(struck)}, confirm ${count(shown - struck)}`;
}

async function confirm() {
  if (!sheet) return;
  const struck = [...sheet.struck];
  const confirmed = shownGlyphs().map((glyph) => glyph.id).filter((id) => !sheet.struck.has(id));
  const { digit } = sheet;
  byId("confirm").disabled = true;
  try {
    const answer = await post(`/review/sheets/${encodeURIComponent(sheet.id)}`, {
      struck, confirmed, seconds: Math.round(performance.now() - since) / 1000,
    });
    const accepted = answer.accepted?.length ?? 0;
    const words = `${count(confirmed.length)} confirmed, ${count(struck.length)} struck. ${counted(accepted, "photo was", "photos were")} accepted by it.`;
    await digits();
    await open(digit).catch(close);
    fill(byId("done"), el("p", {}, words), struck.length > 0 ? link("/review", "Numbers with struck digits are keyed in the review") : null);
    byId("done").hidden = false;
    announce(words);
  } catch (error) {
    byId("confirm").disabled = false;
    throw error;
  }
}

/** Arrows move between the glyphs by where they lie on the screen. */
function move(event) {
  const tiles = [...byId("glyphs").children];
  const index = tiles.indexOf(document.activeElement);
  if (index < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  const columns = Math.max(1, tiles.findIndex((node) => node.offsetTop > tiles[0].offsetTop));
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
  const to = event.key === "Home" ? 0 : event.key === "End" ? tiles.length - 1 : step === undefined ? -1 : index + step;
  if (to < 0 || to >= tiles.length) return;
  event.preventDefault();
  tiles[to].focus();
}
