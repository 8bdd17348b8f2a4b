// What every page has: theme, lock, log-out, the overlay of keys and a warning before the session ends.
import { ask, attempt, clearPassing, get, notice, post, Refusal, watchSession } from "./api.js";
import { announce, button, byId, el, icon, visible } from "./dom.js";
import * as events from "./events.js";
import * as keys from "./keys.js";
import { isAttended } from "./presence.js";

const isLogin = document.body.dataset.page === "login";
let lastAnswer = Date.now();
let session = null;
let warning = null;

for (const node of document.querySelectorAll("header .hostile")) {
  node.textContent = visible(node.textContent);
  if (node.title) node.title = visible(node.title);
}
byId("theme")?.addEventListener("click", switchTheme);
byId("help")?.addEventListener("click", keys.overlay);
byId("lock")?.addEventListener("click", lock);
byId("logout")?.addEventListener("click", logOut);
watchSession(showLock, () => (lastAnswer = Date.now()));

if (!isLogin) {
  keys.listen({ help: keys.overlay, lock });
  events.on("connected", clearPassing);
  events.connect();
  readSession();
  watchIdleness();
}

/** Sets the theme: dark, light or system. */
export function setTheme(theme) {
  document.documentElement.classList.remove("dark", "light");
  try {
    if (theme === "system") localStorage.removeItem("imeikit.theme");
    else localStorage.setItem("imeikit.theme", theme);
  } catch {
    // Without storage the choice holds until the page is left.
  }
  if (theme !== "system") document.documentElement.classList.add(theme);
}

function switchTheme() {
  const root = document.documentElement.classList;
  const isDark = root.contains("dark") || !root.contains("light") && matchMedia("(prefers-color-scheme: dark)").matches;
  setTheme(isDark ? "light" : "dark");
  announce(isDark ? "Light theme" : "Dark theme");
}

async function readSession() {
  try {
    session = await get("/session");
    if (session.locked) showLock();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function lock() {
  await attempt(async () => {
    await post("/session/lock");
    showLock();
  }, "Not locked.");
}

async function logOut() {
  await attempt(async () => {
    await ask("DELETE", "/session");
    location.assign("/login");
  }, "Not logged out.");
}

function showLock() {
  if (byId("locked")) return;
  for (const open of document.querySelectorAll("dialog[open]")) open.close();
  const token = el("input", { id: "unlock", type: "password", autocomplete: "current-password", required: true, spellcheck: "false" });
  const problem = el("p", { class: "problem", role: "alert", hidden: true });
  const form = el("form", { method: "post", action: "/login" },
    el("h2", { id: "locked-title" }, icon("lock"), "The screen is locked"),
    el("label", { for: "unlock" }, "Your token"), token, problem,
    el("div", { class: "row" }, el("button", { type: "submit", class: "main" }, "Unlock"), button("Log out", logOut)));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await post("/session/unlock", { token: token.value.trim() });
      dialog.remove();
      document.body.classList.remove("is-locked");
      dispatchEvent(new Event("imeikit:unlocked"));
    } catch (error) {
      problem.textContent = visible(`${error.message} ${error.cure ?? ""}`);
      problem.hidden = false;
      token.select();
    }
  });
  const dialog = el("dialog", { id: "locked", class: "panel narrow", "aria-labelledby": "locked-title", oncancel: (event) => event.preventDefault() }, form);
  document.body.classList.add("is-locked");
  document.body.append(dialog);
  dialog.showModal();
}

/** Pressing keys and moving the pointer counts as being there; the station is told once in five minutes. */
function watchIdleness() {
  setInterval(() => {
    if (!session || byId("locked")) return;
    const quiet = (Date.now() - lastAnswer) / 1000;
    const left = (session.idleSeconds ?? 1800) - quiet;
    if (isAttended() && quiet > 300) {
      readSession();
    } else if (left < 120 && !warning) {
      warning = notice("warn", "Nothing was done here for a while: you will be logged out in two minutes.",
        button("Stay logged in", () => {
          warning.remove();
          readSession();
        }));
    } else if (left > 120 && warning) {
      warning.remove();
      warning = null;
    }
  }, 10_000);
}
