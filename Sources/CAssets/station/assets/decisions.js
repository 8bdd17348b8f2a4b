// Sends decisions one after the other, so that undo always takes back the last one.
import { post } from "./api.js";

let line = Promise.resolve();

/** Decides an item; what comes before is sent first. */
export function decide(item, body) {
  return queued(() => post(`/review/items/${encodeURIComponent(item.id)}`, { version: item.version, ...body }));
}

/** Takes back this person's last decision, or the one named; answers the name that its item has now, or null. */
export function undo(event = null) {
  return queued(async () => (await post("/review/undo", event === null ? {} : { event })).item ?? null);
}

function queued(act) {
  const result = line.then(act);
  line = result.catch(() => {});
  return result;
}
