// What became of the numbers decided a moment ago.
import { button, byId, el, hostile, icon, link, visible } from "./dom.js";
import { badge, count, number, pages } from "./words.js";

const kept = 12;

/** One line for a decision that is on its way; answers what fills it in. */
export function line(item, act, undo) {
  const words = el("div", { class: "said" }, sending[act] ?? "sent");
  const back = el("div");
  const more = el("div", { class: "more" });
  const node = el("li", {}, words, back, el("div", { class: "of" }, link(pages.photo(item.photo), hostile(item.name, "cut"))), more);
  const list = byId("results");
  byId("no-results").hidden = true;
  list.prepend(node);
  list.scrollTop = 0;
  while (list.children.length > kept) list.lastChild.remove();
  return {
    done(outcome) {
      words.replaceChildren(...said(outcome, act));
      const leads = outcome.leads ?? [];
      more.replaceChildren(...(leads.length > 0 ? [leadList(leads)] : []));
      back.replaceChildren(...(outcome.event && act !== "doubt" ? [button("Undo", () => undo(outcome.event), { class: "link" })] : []));
      node.classList.toggle("hit", outcome.answer === "flagged" || leads.length > 0);
    },
    failed(message) {
      node.classList.add("failed");
      words.replaceChildren(icon("refused"), " not recorded: ", visible(message));
    },
    undone() {
      node.classList.add("undone");
      more.replaceChildren();
      back.replaceChildren();
      words.replaceChildren("taken back");
    },
  };
}

const sending = {
  accept: "accepting…", correct: "recording…", key: "recording…", settle: "settling…", unreadable: "recording…", doubt: "putting off…",
};

const doneWords = {
  accept: "Accepted.",
  correct: "Corrected.",
  unreadable: "Recorded as unreadable.",
  doubt: "Put off: it comes again after the others.",
  settle: "Settled.",
  key: "Keyed.",
};

/** What an outcome means, in words. */
export function summary(outcome, act) {
  const done = doneWords[act] ?? "";
  if (act === "doubt") return done;
  const machine = { same: "Same as the machine read.", differs: "Differs from what the machine read.", none: "" }[outcome.machine] ?? "";
  const next = {
    secondNeeded: "A second reader will key it.", mismatch: "The two readers differ: a third person settles it.", done: "",
  }[outcome.next] ?? "";
  return [done, machine, next].filter(Boolean).join(" ");
}

function said(outcome, act) {
  return [
    outcome.number ? number(outcome.number) : null, outcome.number ? " " : null,
    outcome.answer ? badge(outcome.answer) : null, " ",
    summary(outcome, act),
  ].filter((part) => part !== null);
}

function leadList(leads) {
  return el("div", { class: "leads" },
    el("p", {}, leads.length === 1 ? "One near-miss lead, not a verdict:" : `${count(leads.length)} near-miss leads, not verdicts:`),
    el("ul", {}, leads.map((lead) => el("li", {}, number(lead.formatted ?? lead.imei), " on ", hostile(lead.list), lead.reason ? [", ", hostile(lead.reason)] : null))));
}

