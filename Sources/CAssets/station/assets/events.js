// What happens at the station, as it happens: one connection, and only while the page is in view,
// because a browser opens no more than six connections to one address.
import { prefix } from "./api.js";
import { byId } from "./dom.js";

const silence = 40_000;
const patience = 1_500;
const listeners = new Map();
let source = null;
let lastHeard = 0;
let failures = 0;
let timer = 0;
let saying = 0;

/** Calls `act` with the object of each event of this name: haul, photo, review, finding, connected. */
export function on(name, act) {
  if (!listeners.has(name)) listeners.set(name, new Set());
  listeners.get(name).add(act);
  if (source) listen(name);
}

/** Whether the station is heard at the moment. */
export function isConnected() {
  return source !== null && source.readyState === EventSource.OPEN;
}

/** Connects, and keeps connected while the page is visible. */
export function connect() {
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  setInterval(() => {
    if (source && Date.now() - lastHeard > silence) retry();
  }, 5_000);
  if (!document.hidden) open();
}

function open() {
  if (source) return;
  clearTimeout(timer);
  source = new EventSource(`${prefix}/events`);
  lastHeard = Date.now();
  source.addEventListener("open", () => {
    failures = 0;
    heard();
    show(true);
    tell("connected", {});
  });
  source.addEventListener("error", retry);
  source.addEventListener("ping", heard);
  for (const name of listeners.keys()) listen(name);
}

function listen(name) {
  source.addEventListener(name, (event) => {
    heard();
    if (event.data === undefined) return;
    try {
      tell(name, JSON.parse(event.data));
    } catch {
      // An event that is no JSON says nothing; the next one will.
    }
  });
}

function tell(name, value) {
  for (const act of listeners.get(name) ?? []) act(value);
}

function heard() {
  lastHeard = Date.now();
}

function close() {
  clearTimeout(timer);
  source?.close();
  source = null;
}

function retry() {
  close();
  failures += 1;
  show(false);
  timer = setTimeout(open, Math.min(15_000, 500 * 2 ** Math.min(failures, 5)));
}

/** Says so when the station is not heard; a connection that comes back at once is not worth a word. */
function show(isOpen) {
  clearTimeout(saying);
  const place = byId("connection");
  if (isOpen) place.hidden = true;
  else saying = setTimeout(() => !isConnected() && !document.hidden && (place.hidden = false), patience);
}
