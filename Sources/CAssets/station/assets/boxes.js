// Fifteen boxes for fifteen digits, grouped AA-BBBBBB-CCCCCC-D.
import { el } from "./dom.js";

const length = 15;
const groups = [[0, 2], [2, 8], [8, 14], [14, 15]];

/** The boxes of one number. `changed` is called after every change of what they hold. */
export class DigitBoxes {
  constructor({ digits, doubtful, isEditable, changed, moved }) {
    this.start = (digits ?? "").slice(0, length);
    this.doubtful = doubtful ?? [];
    this.changed = changed;
    this.moved = moved;
    this.inputs = Array.from({ length }, (_, index) => this.#box(index));
    this.node = el("div", { class: "boxes", role: "group", "aria-label": "Fifteen digits, groups of 2, 6, 6 and 1" }, this.inputs);
    this.setEditable(isEditable);
    this.set(this.start);
  }

  /** What the boxes hold; a space for an empty one. */
  get text() {
    return this.inputs.map((input) => input.value || " ").join("");
  }

  /** How many boxes are filled. */
  get filled() {
    return this.inputs.filter((input) => input.value !== "").length;
  }

  /** Fifteen digits, or null while one is missing. */
  get digits() {
    return this.filled === length ? this.text : null;
  }

  /** Puts digits into the boxes from the first on. */
  set(digits) {
    this.inputs.forEach((input, index) => {
      const digit = digits[index];
      input.value = /\d/.test(digit ?? "") ? digit : "";
      this.#mark(index);
    });
  }

  setEditable(isEditable) {
    this.isEditable = isEditable;
    for (const input of this.inputs) input.readOnly = !isEditable;
    this.node.classList.toggle("fixed", !isEditable);
  }

  /** Back to what the boxes held at first. */
  revert() {
    this.set(this.start);
    this.changed();
  }

  /** Puts the focus on a box: the first empty one, else the first doubtful one, else the first. */
  focus(index = null) {
    const empty = this.inputs.findIndex((input) => input.value === "");
    const doubt = this.doubtful.indexOf(true);
    const chosen = index ?? (empty >= 0 ? empty : Math.max(doubt, 0));
    this.inputs[chosen]?.focus({ preventScroll: true });
  }

  /** Types a digit at the box that has the focus, else where ``focus()`` would go. */
  type(digit) {
    if (!this.inputs.includes(document.activeElement)) this.focus();
    const index = this.inputs.indexOf(document.activeElement);
    if (index >= 0) this.#put(index, digit);
  }

  /** Takes pasted text; answers what is wrong with it, or null. */
  paste(text) {
    const digits = text.replace(/[\s\-–—./_]/g, "");
    if (!/^\d+$/.test(digits)) return "What you pasted holds more than digits and separators.";
    if (digits.length !== length) return `What you pasted has ${digits.length} digits, not 15.`;
    this.set(digits);
    this.inputs[length - 1].focus({ preventScroll: true });
    this.changed();
    return null;
  }

  #box(index) {
    const group = groups.findIndex(([from, to]) => index >= from && index < to);
    const isDoubtful = this.doubtful[index] === true;
    const input = el("input", {
      class: `digit${isDoubtful ? " doubtful" : ""}${index === groups[group][0] && index > 0 ? " first" : ""}`,
      "data-digit": String(index), inputmode: "numeric", autocomplete: "off", maxlength: "2", size: "1", enterkeyhint: "next",
      "aria-label": `Digit ${index + 1} of 15${isDoubtful ? ", doubtful" : ""}`,
      onfocus: () => {
        input.select();
        this.moved(index);
      },
      onbeforeinput: (event) => /\D/.test(event.data ?? "") && event.preventDefault(),
      oninput: () => this.#typed(index),
      onkeydown: (event) => this.#pressed(index, event),
    });
    return input;
  }

  /** What arrives without key names, as from the keyboard of a tablet. */
  #typed(index) {
    const digits = this.inputs[index].value.replace(/\D/g, "");
    if (digits === "") {
      this.inputs[index].value = "";
      this.#mark(index);
      this.changed();
    } else {
      this.#put(index, digits.slice(-1));
    }
  }

  #pressed(index, event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const last = length - 1;
    const go = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: last }[event.key];
    if (go !== undefined) {
      event.preventDefault();
      this.inputs[Math.min(last, Math.max(0, go))].focus({ preventScroll: true });
    } else if (this.isEditable && /^\d$/.test(event.key)) {
      event.preventDefault();
      this.#put(index, event.key);
    } else if (this.isEditable && (event.key === "Backspace" || event.key === "Delete")) {
      event.preventDefault();
      const isEmpty = this.inputs[index].value === "";
      const target = event.key === "Backspace" && isEmpty ? Math.max(0, index - 1) : index;
      this.inputs[target].value = "";
      this.#mark(target);
      this.inputs[target].focus({ preventScroll: true });
      this.changed();
    }
  }

  #put(index, digit) {
    if (!this.isEditable) return;
    this.inputs[index].value = digit;
    this.#mark(index);
    if (index < length - 1) this.inputs[index + 1].focus({ preventScroll: true });
    else this.inputs[index].select();
    this.changed();
  }

  #mark(index) {
    const input = this.inputs[index];
    input.classList.toggle("edited", this.start !== "" && input.value !== (this.start[index] ?? ""));
  }
}
