// Settings of this browser: keys and theme; and what the session is.
import { attempt, get } from "./api.js";
import { announce, button, byId, el, fact, fill, hostile, table } from "./dom.js";
import * as keys from "./keys.js";
import { setTheme } from "./shell.js";
import { duration, moment, role } from "./words.js";

const isOn = byId("keys-on");
const problem = byId("key-problem");

isOn.addEventListener("change", () => {
  keys.switchOn(isOn.checked);
  list();
  announce(isOn.checked ? "Single keys are commands." : "Single keys are switched off.");
});
byId("keys-reset").addEventListener("click", () => {
  keys.reset();
  list();
  announce("All keys are set back.");
});
for (const radio of document.getElementsByName("theme")) {
  radio.checked = radio.value === kept();
  radio.addEventListener("change", () => setTheme(radio.value));
}
list();
attempt(session);

function list() {
  isOn.checked = keys.areOn();
  problem.hidden = true;
  fill(byId("keys"), table("Keys", ["What it does", "Where", "Key", "Change"], keys.commands.map(row)));
}

function row(command) {
  const change = button("Change", () => listen(command, change), { "aria-label": `Change the key of: ${command.words}` });
  return el("tr", {}, el("td", {}, command.words), el("td", { class: "muted" }, command.scope),
    el("td", {}, keys.keysOf(command.name).map((key) => el("kbd", {}, keys.shown(key)))), el("td", {}, change));
}

/** Waits for one key press and gives it to the command. */
function listen(command, change) {
  problem.hidden = true;
  fill(change, "Press a key…");
  announce("Press the new key. Escape keeps the old one.");
  const end = () => {
    change.removeEventListener("keydown", pressed);
    change.removeEventListener("blur", end);
    fill(change, "Change");
  };
  const pressed = (event) => {
    if (["Shift", "Control", "Alt", "Meta", "AltGraph"].includes(event.key) || event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    const key = keys.keyName(event);
    end();
    if (key === "Escape") return;
    const other = keys.isAssignable(key) ? keys.assign(command.name, key) : null;
    list();
    if (!keys.isAssignable(key)) say(`${keys.shown(key)} is needed by boxes and pages themselves. Choose another key.`);
    else if (other) say(`${keys.shown(key)} already does this: ${other.words.toLowerCase()}. Change that one first, or choose another key.`);
    else announce(`${command.words}: ${keys.shown(key)}`);
    byId("keys").querySelectorAll("button")[keys.commands.indexOf(command)].focus();
  };
  change.addEventListener("keydown", pressed);
  change.addEventListener("blur", end);
}

function say(words) {
  problem.textContent = words;
  problem.hidden = false;
}

function kept() {
  const root = document.documentElement.classList;
  return root.contains("dark") ? "dark" : root.contains("light") ? "light" : "system";
}

async function session() {
  const one = await get("/session");
  fill(byId("session"), fact("Person", hostile(one.person)), fact("Name", one.name ? hostile(one.name) : null),
    fact("Number", one.number ? hostile(one.number) : null), fact("Role", role(one.role)),
    fact("Ends", moment(one.expiresAt)), fact("Ends when idle for", one.idleSeconds ? duration(one.idleSeconds) : null));
}
