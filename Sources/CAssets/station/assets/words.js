// The words, marks and figures that every page uses alike.
import { el, hostile, icon } from "./dom.js";

const states = {
  accepted: ["accepted", "agree", "good"],
  review: ["review", "eye", "warn"],
  unreadable: ["unreadable", "unreadable", "dim"],
  none: ["no IMEI", "none", "dim"],
  refused: ["refused", "refused", "bad"],
  waiting: ["waiting", "clock", "dim"],
  read: ["read", "agree", "good"],
  flagged: ["flagged", "flag", "bad"],
  notFlagged: ["not flagged", "notflag", "plain"],
  notChecked: ["not checked", "question", "dim"],
  unresolved: ["unresolved", "question", "warn"],
  open: ["open", "eye", "warn"],
  settled: ["settled", "agree", "good"],
  secondNeeded: ["second reader needed", "eye", "warn"],
  mismatch: ["readers differ", "differs", "warn"],
  disagreement: ["disagreement", "differs", "warn"],
  agreed: ["agreed", "agree", "good"],
};

/** A state by word, icon and colour together. */
export function badge(state) {
  const [word, mark, kind] = states[state] ?? [spaced(state), "dot", "plain"];
  return el("span", { class: `badge ${kind}` }, icon(mark), word);
}

const checks = {
  agrees: ["check digit agrees", "agree", "agrees"],
  differs: ["check digit differs", "differs", "differs"],
  absent: ["check digit absent", "none", "absent"],
};

/** What the check digit says, by word, icon and colour. */
export function checkLine(state) {
  const [text, mark, kind] = checks[state] ?? checks.absent;
  return el("span", { class: `check ${kind}` }, icon(mark), text);
}

/** The check digit of 15 digits by the Luhn rule, or "absent" for fewer. */
export function checkDigit(digits) {
  if (!/^\d{15}$/.test(digits)) return "absent";
  const sum = [...digits].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0 ? "agrees" : "differs";
}

/** AA-BBBBBB-CCCCCC-D. */
function grouped(digits) {
  const text = String(digits ?? "");
  if (!/^\d{14,16}$/.test(text)) return text;
  return [text.slice(0, 2), text.slice(2, 8), text.slice(8, 14), text.slice(14)].filter(Boolean).join("-");
}

/** What boxes hold, grouped; a dot for an empty one. */
export function dashed(text) {
  const places = text.replace(/ /g, "·").padEnd(15, "·");
  return [places.slice(0, 2), places.slice(2, 8), places.slice(8, 14), places.slice(14)].join("-");
}

/** A number in the digits' face; unknown text stays visible and harmless. */
export function number(digits) {
  return hostile(grouped(digits), "digits");
}

const whole = new Intl.NumberFormat("en-GB");

/** A count with thousands separated. */
export function count(value) {
  return whole.format(value ?? 0);
}

/** "1 number", "37 numbers". */
export function counted(value, one, many = `${one}s`) {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** Bytes as people say them. */
export function size(bytes) {
  if (bytes === null || bytes === undefined) return "";
  const units = ["bytes", "KB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}

/** Seconds as people say them. */
export function duration(seconds) {
  if (seconds < 90) return counted(Math.max(1, Math.round(seconds)), "second");
  if (seconds < 5400) return counted(Math.round(seconds / 60), "minute");
  return `${(seconds / 3600).toFixed(1)} hours`;
}

const clock = new Intl.DateTimeFormat("en-GB", {
  day: "2-digit", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit",
});

/** A time in this browser's zone, with UTC in the title. */
export function moment(text) {
  const date = new Date(text ?? "");
  if (Number.isNaN(date.getTime())) return hostile(text ?? "");
  return el("time", { datetime: date.toISOString(), title: `${date.toISOString()} (UTC)` }, clock.format(date));
}

const calendar = new Intl.DateTimeFormat("en-GB", { day: "2-digit", month: "short", year: "numeric", timeZone: "UTC" });

/** A date without a time of day. */
export function day(text) {
  const date = new Date(text ?? "");
  if (Number.isNaN(date.getTime())) return hostile(text ?? "");
  return el("time", { datetime: date.toISOString().slice(0, 10) }, calendar.format(date));
}

/** A SHA-256, shortened for the eye, whole in the title. */
export function hash(text) {
  const value = String(text ?? "");
  return el("code", { class: "hash", title: value }, value.length > 20 ? `${value.slice(0, 16)}…` : value);
}

/** camelCase as words. */
export function spaced(text) {
  return String(text ?? "").replace(/[._]/g, " ").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

const roles = { reader: "reader", settler: "settler", officerInCharge: "officer in charge" };

/** The word for a role. */
export function role(name) {
  return roles[name] ?? spaced(name);
}

/** Addresses of pages. */
export const pages = {
  photo: (sha256) => `/photos/${encodeURIComponent(sha256)}`,
  exhibit: (reference) => `/exhibits/${encodeURIComponent(reference)}`,
};
