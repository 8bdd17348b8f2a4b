// Speaks with the station and shows what it refuses, with the cure it names.
import { announce, button, byId, el, icon, visible } from "./dom.js";

export const prefix = "/api/v1";

/** What the station answered when it did not do what it was asked (RFC 9457). */
export class Refusal extends Error {
  constructor(status, body, wait = null) {
    super(body.detail || body.title || `The station answered ${status}.`);
    this.status = status;
    this.code = String(body.type ?? "").split(":").pop();
    this.cure = body.cure ?? "";
    this.body = body;
    this.wait = wait;
  }
}

let locked = () => {};
let activity = () => {};

/** Tells the shell when the station answers that the screen is locked, and that it was spoken with. */
export function watchSession(whenLocked, whenAnswered) {
  locked = whenLocked;
  activity = whenAnswered;
}

/** Asks the station; `body` becomes JSON. Answers the parsed JSON, or null for none. */
export async function ask(method, path, body = undefined, options = {}) {
  const request = { method, headers: { Accept: "application/json" }, credentials: "same-origin", ...options };
  if (body !== undefined) {
    request.headers["Content-Type"] = "application/json";
    request.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(prefix + path, request);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw unreachable();
  }
  if (response.ok) {
    activity();
    return response.status === 204 ? null : await parsed(response);
  }
  const refusal = await refused(response);
  if (!path.startsWith("/session/unlock")) onRefusal(refusal);
  throw refusal;
}

export const get = (path, options) => ask("GET", path, undefined, options);
export const post = (path, body = {}, options) => ask("POST", path, body, options);

/** The refusal for a station that cannot be reached. */
export function unreachable() {
  return new Refusal(0, {
    type: "urn:imeikit:problem:unreachable",
    detail: "The station cannot be reached.",
    cure: "See whether it still runs, then try again. Nothing that it confirmed is lost.",
  });
}

/** Acts on refusals that concern the whole page. */
export function onRefusal(refusal) {
  if (refusal.status === 423) locked();
  if (refusal.status === 401 && document.body.dataset.page !== "login") {
    location.assign(`/login?from=${encodeURIComponent(location.pathname + location.search)}`);
  }
}

/** A query of the values that are set. */
export function query(values) {
  const pairs = Object.entries(values).filter(([, value]) => value !== "" && value !== null && value !== undefined && value !== false);
  if (pairs.length === 0) return "";
  // Not URLSearchParams: it writes a space as +, and the station takes a plus for what it is.
  return `?${pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`).join("&")}`;
}

/** Shows a refusal above the page until it is put away; answers the notice. */
export function showProblem(error, during = "", ...actions) {
  if (error.name === "AbortError" || error.status === 423 || error.status === 401) return null;
  const known = error instanceof Refusal;
  const detail = visible(known ? error.message : `This page met a fault: ${error.message}`);
  const cure = visible(known ? error.cure : "Load the page again.");
  const kind = known && error.status === 0 && actions.length === 0 ? "bad passing" : "bad";
  return notice(kind, [during && el("strong", {}, during), " ", detail, " ", el("span", { class: "cure" }, cure)], ...actions);
}

/** Shows a notice above the page. */
export function notice(kind, content, ...actions) {
  const box = el("div", { class: `notice ${kind}` }, icon(kind.startsWith("bad") ? "refused" : "dot"), el("p", {}, content), ...actions);
  box.append(button("Put away", () => box.remove(), { class: "quiet" }));
  const place = byId("notices");
  while (place.children.length >= 4) place.firstChild.remove();
  place.append(box);
  announce(box.querySelector("p").textContent.trim());
  return box;
}

/** Puts away what said that the station could not be reached, now that it can. */
export function clearPassing() {
  for (const box of document.querySelectorAll(".notice.passing")) box.remove();
}

/** Runs `act` and shows what goes wrong. Answers what it answers, or undefined. */
export async function attempt(act, during = "") {
  try {
    return await act();
  } catch (error) {
    showProblem(error, during);
    return undefined;
  }
}

/** All pages of a list that can be asked for piece by piece: a button below `place` brings the next. */
export async function paged(path, values, place, more, show) {
  let cursor = null;
  const next = async () => {
    const answer = await get(path + query({ ...values, cursor }));
    cursor = answer.next;
    show(answer.items);
    more.replaceChildren(...(cursor ? [button("Show more", () => attempt(next))] : []));
  };
  await next();
}

async function parsed(response) {
  const text = await response.text();
  return text === "" ? null : JSON.parse(text);
}

/** What a response that is not a success says. */
async function refused(response) {
  let body = {};
  try {
    body = JSON.parse(await response.text());
  } catch {
    body = { detail: `The station answered ${response.status} without words.`, cure: "Try again; see the station's own log." };
  }
  return new Refusal(response.status, body, Number(response.headers.get("Retry-After")) || null);
}
