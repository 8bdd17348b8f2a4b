// Lists of photos with the crops of their numbers.
import { prefix } from "./api.js";
import { el, fill, hostile, link, scroll, table } from "./dom.js";
import { badge, moment, number, pages } from "./words.js";

/** A list of photos in `place`; answers where its button for more goes, and what appends photos to it. */
export function photoList(place, emptyWords = "No photos.", withExhibit = true) {
  const rows = el("tbody");
  const more = el("div", { class: "row centred" });
  const whole = table("Photos", ["Number", "Photo", "Status", ...(withExhibit ? ["Exhibit"] : []), "Taken in"], []);
  whole.querySelector("tbody").replaceWith(rows);
  whole.hidden = true;
  const empty = el("p", { class: "muted", hidden: true }, emptyWords);
  fill(place, scroll("Photos", whole), empty, more);
  return {
    more,
    show(items) {
      rows.append(...items.map((photo) => row(photo, withExhibit)));
      whole.hidden = rows.children.length === 0;
      empty.hidden = !whole.hidden;
    },
  };
}

function row(photo, withExhibit) {
  const address = pages.photo(photo.sha256);
  const numbers = photo.numbers ?? [];
  return el("tr", {},
    el("td", { class: "numbers" }, numbers.length === 0
      ? el("span", { class: "muted" }, "–")
      : numbers.map((each, index) => el("div", { class: "thumb-line" }, thumb(photo, each, index), numberOf(each)))),
    el("td", { class: "name" }, link(address, hostile(photo.name, "cut"))),
    el("td", {}, badge(photo.status), " ", photo.flagged ? badge("flagged") : null),
    withExhibit ? el("td", {}, exhibitLinks(photo.exhibits)) : null,
    el("td", { class: "time" }, moment(photo.recordedAt)));
}

/** The exhibits of something as links. */
export function exhibitLinks(exhibits = []) {
  if (exhibits.length === 0) return el("span", { class: "muted" }, "none");
  return exhibits.map((reference, index) => [index > 0 ? ", " : null, link(pages.exhibit(reference), hostile(reference))]);
}

/** A number, marked when it is flagged; withheld ones show no digits. That it is not is said where the lists are. */
export function numberOf(each) {
  if (each.withheld || !(each.imei ?? each.number)) return el("span", { class: "muted" }, "withheld until keyed");
  return el("span", { class: "with-answer" }, number(each.imei ?? each.number),
    each.flagged ? badge("flagged") : null);
}

/** The crop of a number; one that is not there leaves no hole. */
function thumb(photo, each, index) {
  const subject = /^read:(\d+)$/.exec(each.subject ?? "");
  if (each.subject && !subject) return null;
  const position = subject ? subject[1] : index;
  return el("img", {
    class: "thumb", loading: "lazy", decoding: "async", alt: "", width: 180, height: 28,
    src: `${prefix}/photos/${encodeURIComponent(photo.sha256)}/crops/${position}`,
    onerror: (event) => event.target.remove(),
  });
}
