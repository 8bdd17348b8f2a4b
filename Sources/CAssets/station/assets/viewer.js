// A whole photo with the place of a number outlined; zoom and pan by wheel, fingers, keys and buttons.
import { button, el, icon, svg } from "./dom.js";

const most = 12;

/** A viewer in `place`. `view` are buttons that change how it looks, shown beside the zoom. */
export class PhotoViewer {
  constructor(place, label = "Whole photo") {
    this.image = el("img", { alt: label, draggable: "false" });
    this.overlay = svg("svg", { class: "places", "aria-hidden": "true" });
    this.stage = el("div", { class: "stage" }, this.image, this.overlay);
    this.port = el("div", { class: "port", tabindex: "0", role: "group", "aria-label": `${label}. Plus and minus enlarge, arrows move.` }, this.stage);
    this.words = el("p", { class: "muted", role: "status" });
    this.bar = el("div", { class: "row" },
      button([icon("plus"), "Larger"], () => this.zoom(1.5)), button([icon("minus"), "Smaller"], () => this.zoom(1 / 1.5)),
      button("Turn", () => this.rotate()), button("Whole photo", () => this.fit()), this.toPlace = button("To the number", () => this.goToPlace()), this.words);
    place.replaceChildren(this.bar, this.port);
    this.pointers = new Map();
    this.#listen();
    new ResizeObserver(() => this.isFitted && this.fit()).observe(this.port);
  }

  /** Shows a picture of `width` × `height` with `places`, each four corners in its pixels. */
  show({ url, width, height }, places = []) {
    this.picture = [Math.max(1, width ?? 1), Math.max(1, height ?? 1)];
    this.places = places.filter((corners) => corners?.length === 4);
    this.turn = this.places.length > 0 ? uprightTurn(this.places[0]) : 0;
    this.stage.style.width = `${this.picture[0]}px`;
    this.stage.style.height = `${this.picture[1]}px`;
    this.overlay.setAttribute("viewBox", `0 0 ${this.picture.join(" ")}`);
    this.overlay.replaceChildren(...this.places.flatMap((corners) => {
      const points = grown(corners).map(([x, y]) => `${x},${y}`).join(" ");
      return [svg("polygon", { points, class: "halo" }), svg("polygon", { points })];
    }));
    this.toPlace.hidden = this.places.length === 0;
    if (this.image.getAttribute("src") !== url) {
      this.words.textContent = "Loading…";
      this.image.onload = () => (this.words.textContent = "");
      this.image.onerror = () => (this.words.textContent = "The picture cannot be shown.");
      this.image.src = url;
    }
    this.fit();
  }

  /** Width and height as they are on screen, turned. */
  get width() {
    return this.picture[this.turn % 2];
  }

  get height() {
    return this.picture[1 - this.turn % 2];
  }

  /** A quarter turn clockwise; view only. */
  rotate() {
    this.turn = (this.turn + 1) % 4;
    this.fit();
  }

  /** The whole picture at once. */
  fit() {
    const { clientWidth, clientHeight } = this.port;
    if (clientWidth === 0) return;
    this.isFitted = true;
    this.scale = Math.min(clientWidth / this.width, clientHeight / this.height);
    this.x = (clientWidth - this.width * this.scale) / 2;
    this.y = (clientHeight - this.height * this.scale) / 2;
    this.#move();
  }

  /** The outlined place, large. */
  goToPlace() {
    const corners = (this.places ?? []).flat().map((point) => turned(point, this.turn, this.picture));
    if (corners.length === 0) return;
    const { clientWidth, clientHeight } = this.port;
    const [left, right] = span(corners.map(([x]) => x));
    const [top, bottom] = span(corners.map(([, y]) => y));
    this.isFitted = false;
    this.scale = this.#bound(Math.min(clientWidth / (1.5 * (right - left + 8)), clientHeight / (2 * (bottom - top + 8))));
    this.x = clientWidth / 2 - this.scale * (left + right) / 2;
    this.y = clientHeight / 2 - this.scale * (top + bottom) / 2;
    this.#move();
  }

  /** Enlarges by `factor` around a point of the port, its middle unless told. */
  zoom(factor, x = this.port.clientWidth / 2, y = this.port.clientHeight / 2) {
    const scale = this.#bound(this.scale * factor);
    this.x = x - (x - this.x) * scale / this.scale;
    this.y = y - (y - this.y) * scale / this.scale;
    this.scale = scale;
    this.isFitted = false;
    this.#move();
  }

  pan(x, y) {
    this.x += x;
    this.y += y;
    this.isFitted = false;
    this.#move();
  }

  #bound(scale) {
    const fitting = Math.min(this.port.clientWidth / this.width, this.port.clientHeight / this.height);
    return Math.min(Math.max(most, fitting), Math.max(fitting / 2, scale));
  }

  #move() {
    this.stage.style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.scale}) translate(${this.turn === 1 || this.turn === 2 ? this.width : 0}px, ${this.turn >= 2 ? this.height : 0}px) rotate(${this.turn * 90}deg)`;
    this.overlay.style.setProperty("--line", String(2.5 / this.scale));
  }

  #listen() {
    this.port.addEventListener("wheel", (event) => {
      event.preventDefault();
      const { left, top } = this.port.getBoundingClientRect();
      this.zoom(Math.exp(-event.deltaY / (event.deltaMode === 1 ? 12 : 400)), event.clientX - left, event.clientY - top);
    }, { passive: false });
    this.port.addEventListener("pointerdown", (event) => {
      this.port.setPointerCapture(event.pointerId);
      this.pointers.set(event.pointerId, event);
    });
    this.port.addEventListener("pointermove", (event) => this.#drag(event));
    for (const kind of ["pointerup", "pointercancel"]) {
      this.port.addEventListener(kind, (event) => this.pointers.delete(event.pointerId));
    }
    this.port.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
      if (step) this.pan(...step);
      else if (event.key === "+" || event.key === "-") this.zoom(event.key === "+" ? 1.5 : 1 / 1.5);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  /** One finger or the mouse moves, two fingers also enlarge. */
  #drag(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const other = [...this.pointers.values()].find((pointer) => pointer.pointerId !== event.pointerId);
    this.pointers.set(event.pointerId, event);
    if (!other) {
      this.pan(event.clientX - before.clientX, event.clientY - before.clientY);
      return;
    }
    const { left, top } = this.port.getBoundingClientRect();
    const distance = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    this.zoom(distance(event) / Math.max(1, distance(before)), (event.clientX + other.clientX) / 2 - left, (event.clientY + other.clientY) / 2 - top);
  }
}

/** Quarter turns that put text upright whose corners come in reading order. */
function uprightTurn([[x, y], [toX, toY]]) {
  return (4 - Math.round(Math.atan2(toY - y, toX - x) / (Math.PI / 2))) % 4;
}

/** Where a point lies after quarter turns clockwise. */
function turned([x, y], turn, [width, height]) {
  return [[x, y], [height - y, x], [width - x, height - y], [y, width - x]][turn];
}

/** The corners, moved outwards by half the height of what they hold, so that no line covers a digit. */
function grown(corners) {
  const [a, b, c, d] = corners;
  const along = unit(a, b);
  const down = unit(a, d);
  const by = Math.min(along.length, down.length) / 2;
  const moved = ([x, y], right, under) => [x + by * (right * along.x + under * down.x), y + by * (right * along.y + under * down.y)];
  return [moved(a, -1, -1), moved(b, 1, -1), moved(c, 1, 1), moved(d, -1, 1)];
}

function unit([x, y], [toX, toY]) {
  const length = Math.max(1e-6, Math.hypot(toX - x, toY - y));
  return { x: (toX - x) / length, y: (toY - y) / length, length };
}

function span(values) {
  return [Math.min(...values), Math.max(...values)];
}
