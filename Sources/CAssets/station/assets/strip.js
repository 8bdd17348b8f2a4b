// The crop of a number with its boxes, each under its glyph.
import { el, svg } from "./dom.js";

const digitHeight = 28;
const wantedPitch = 46;
const leastPitch = 28;
const groupStarts = [2, 8, 14];

/** Lays out `image` (loaded, of crop.width × crop.height pixels) and `boxes` in `sheet` for a strip `width` wide. */
export function layOut(sheet, crop, image, boxes, doubtful, width) {
  const scale = scaleFor(crop, width);
  const shownWidth = Math.round(crop.width * scale);
  const shownHeight = Math.round(crop.height * scale);
  const wide = Math.max(shownWidth, width);
  const hasBoxes = crop.boxes.length === 15;
  const places = centres(crop, scale, wide);
  const least = Math.min(...places.slice(1).map((place, index) => place - places[index]));
  const boxWidth = Math.max(24, Math.min(40, Math.floor(least) - 4));
  const total = hasBoxes ? Math.max(shownWidth, Math.ceil(places[14] + boxWidth)) : wide;

  const marks = svg("svg", { class: "marks", viewBox: `0 0 ${crop.width} ${crop.height}`, width: shownWidth, height: shownHeight, "aria-hidden": "true" },
    crop.boxes.map(([x, y, w, h], index) => svg("rect", {
      x: x - 1, y: y - 1, width: w + 2, height: h + 2, class: doubtful[index] ? "doubtful" : "", "data-mark": index,
    })));
  const signs = places.map((place, index) => {
    const sign = el("span", { class: "sign", "aria-hidden": "true" }, doubtful[index] ? "?" : "");
    sign.style.left = `${place}px`;
    return sign;
  });
  boxes.inputs.forEach((input, index) => {
    input.style.left = `${Math.round(places[index] - boxWidth / 2)}px`;
    input.style.width = `${boxWidth}px`;
  });
  image.width = shownWidth;
  image.height = shownHeight;
  sheet.style.width = `${total}px`;
  const picture = el("div", { class: hasBoxes ? "picture" : "picture centred" }, image, marks);
  picture.style.width = `${shownWidth}px`;
  picture.style.height = `${shownHeight}px`;
  const row = el("div", { class: "signs", "aria-hidden": "true" }, signs);
  sheet.replaceChildren(picture, row, boxes.node, groupLines(places, boxWidth));
  return { marks, first: places[0], last: places[14] };
}

/** An even row of boxes for a number that has no crop. */
export function layOutEvenly(sheet, boxes, width) {
  const crop = { width: 0, height: 0, boxes: [] };
  const places = centres(crop, 1, width);
  boxes.inputs.forEach((input, index) => {
    input.style.left = `${Math.round(places[index] - 20)}px`;
    input.style.width = "40px";
  });
  sheet.style.width = `${Math.ceil(places[14] + 24)}px`;
  sheet.replaceChildren(boxes.node, groupLines(places, 40));
  return { marks: null, first: places[0], last: places[14] };
}

/** Digits at least 28 px high and boxes that do not touch; beyond that as large as fits, up to a comfortable pitch. */
function scaleFor(crop, width) {
  const fitting = width / crop.width;
  if (crop.boxes.length !== 15) {
    return Math.max(Math.min(fitting, 110 / crop.height), Math.min(digitHeight * 1.6 / crop.height, 4));
  }
  const heights = crop.boxes.map((box) => box[3]).sort((one, other) => one - other);
  const middles = crop.boxes.map(([x, , w]) => x + w / 2);
  const steps = middles.slice(1).map((middle, index) => middle - middles[index]);
  const least = Math.max(1, Math.min(...steps));
  const needed = Math.max(digitHeight / Math.max(1, heights[7]), leastPitch / least);
  const wanted = Math.max(needed, wantedPitch / least);
  return Math.max(needed, Math.min(wanted, fitting));
}

/** Where the middle of each box lies. */
function centres(crop, scale, width) {
  if (crop.boxes.length === 15) return crop.boxes.map(([x, , w]) => (x + w / 2) * scale);
  const pitch = Math.min(wantedPitch, (width - 80) / 16);
  const row = Array.from({ length: 15 }, (_, index) => index * pitch + groupStarts.filter((gap) => index >= gap).length * pitch * 0.35);
  const offset = (width - row[14]) / 2;
  return row.map((place) => place + offset);
}

/** A line under each group of AA-BBBBBB-CCCCCC-D. */
function groupLines(places, boxWidth) {
  const starts = [0, ...groupStarts];
  const ends = [...groupStarts, 15];
  return el("div", { class: "groups", "aria-hidden": "true" }, starts.map((start, group) => {
    const line = el("span");
    line.style.left = `${places[start] - boxWidth / 2}px`;
    line.style.width = `${places[ends[group] - 1] - places[start] + boxWidth}px`;
    return line;
  }));
}
