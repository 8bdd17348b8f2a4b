// The log-in page: a token becomes a session.
import { post } from "./api.js";
import { byId, visible } from "./dom.js";

const form = byId("login");
const token = byId("token");
const problem = byId("problem");

byId("shown").addEventListener("change", (event) => {
  token.type = event.target.checked ? "text" : "password";
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const submit = form.querySelector("button[type=submit]");
  submit.disabled = true;
  problem.hidden = true;
  try {
    await post("/session", { token: token.value.trim() });
    token.value = "";
    location.replace(destination());
  } catch (error) {
    const wait = error.wait ? ` Wait ${error.wait} seconds.` : "";
    problem.textContent = visible(`${error.message} ${error.cure ?? ""}${wait}`);
    problem.hidden = false;
    submit.disabled = false;
    token.select();
  }
});

/** Where the person came from, if that is a page of this station. */
function destination() {
  const from = new URLSearchParams(location.search).get("from");
  if (!from) return "/haul";
  try {
    const address = new URL(from, location.origin);
    return address.origin === location.origin && address.pathname !== "/login" ? address.pathname + address.search : "/haul";
  } catch {
    return "/haul";
  }
}
