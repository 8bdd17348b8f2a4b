// The numbers that this person holds: brought ahead, renewed while on screen, given back on leaving.
import { post, prefix } from "./api.js";
import { isAttended } from "./presence.js";

const ahead = 4;
const mostNamed = 200;
const renewEvery = 240_000;

/** The queue of items. `arrived` is called when more of them came, `failed` when they could not be brought. */
export class Claims {
  constructor(arrived, failed) {
    this.arrived = arrived;
    this.failed = failed;
    this.items = [];
    this.index = 0;
    this.kinds = null;
    /** What was keyed into items whose decision the rules refused, by name: they may come again. */
    this.refused = new Map();
    this.isDry = false;
    this.fetching = null;
    addEventListener("pagehide", () => this.release(true));
    addEventListener("pageshow", (event) => event.persisted && location.reload());
    setInterval(() => this.#renew(), renewEvery);
  }

  /** The item on screen. */
  get current() {
    return this.items[this.index] ?? null;
  }

  /** Items not decided yet. */
  get open() {
    return this.items.filter((item) => !item.outcome);
  }

  /** Items that the station must not hand out once more: open ones and those whose decision is on its way. */
  get held() {
    return this.items.filter((item) => !item.outcome || item.outcome.isSending);
  }

  /** Makes sure that the next ones are here, pictures loaded. */
  refill() {
    const waiting = this.items.slice(this.index + 1).filter((item) => !item.outcome).length;
    if (waiting >= ahead - 1 || this.fetching || this.isDry) return this.fetching;
    this.fetching = this.#bring().finally(() => (this.fetching = null));
    return this.fetching;
  }

  /** Goes on to the next open item: first those ahead, then those that were left. */
  forward() {
    const next = this.items.findIndex((item, index) => index > this.index && !item.outcome);
    const left = next >= 0 ? next : this.items.findIndex((item) => !item.outcome);
    this.index = left >= 0 ? left : this.items.length;
    this.#forget();
    this.refill();
    return this.current;
  }

  /** Goes back one item, decided or not. */
  back() {
    if (this.index > 0) this.index -= 1;
    return this.current;
  }

  /** Puts an item on screen: in its old place, or before the current one. */
  bring(item) {
    prepare(item);
    const place = this.items.findIndex((each) => each.id === item.id);
    if (place >= 0) {
      this.items[place] = item;
      this.index = place;
    } else {
      this.index = Math.min(this.index, this.items.length);
      this.items.splice(this.index, 0, item);
    }
  }

  /** Brings one item by its name, as after its decision was taken back; null when it is not to be had. */
  async fetch(id) {
    const { items } = await post("/review/next", { count: 1, skip: this.held.map((item) => item.id).filter((each) => each !== id) });
    const found = items.find((item) => item.id === id) ?? null;
    this.#add(items.filter((item) => item !== found));
    return found;
  }

  /** Drops an item that is no longer this person's. */
  drop(item) {
    const place = this.items.indexOf(item);
    if (place < 0) return;
    this.items.splice(place, 1);
    if (place < this.index) this.index -= 1;
  }

  /** Shows other kinds only: what is held is given back first. */
  async choose(kinds) {
    await this.release();
    this.kinds = kinds;
    this.items = [];
    this.index = 0;
    this.isDry = false;
    await this.fetching;
    await this.refill();
  }

  /** More may have come: asks again. */
  wake() {
    this.isDry = false;
    return this.refill();
  }

  /** Gives back what is not decided; on leaving, by a request that outlives the page. */
  release(isLeaving = false) {
    const items = this.open.map((item) => item.id).slice(0, mostNamed);
    if (items.length === 0) return null;
    const body = { items };
    if (!isLeaving) return post("/review/release", body);
    return fetch(`${prefix}/review/release`, {
      method: "POST", keepalive: true, credentials: "same-origin",
      headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    }).catch(() => {});
  }

  async #bring() {
    try {
      const kinds = this.kinds;
      const skip = this.held.map((item) => item.id);
      const { items } = await post("/review/next", { count: ahead, skip, ...(kinds ? { kinds } : {}) });
      if (kinds !== this.kinds) return;
      this.isDry = this.#add(items) === 0;
      this.arrived();
    } catch (error) {
      this.failed(error);
    }
  }

  /** Adds items that are not here yet; answers how many. One that was decided and comes again is a new one. */
  #add(items) {
    const known = new Set(this.held.map((item) => item.id));
    const fresh = items.filter((item) => !known.has(item.id));
    for (const item of fresh) {
      this.drop(this.items.find((each) => each.id === item.id));
      prepare(item);
      Object.assign(item, this.refused.get(item.id));
      this.refused.delete(item.id);
    }
    this.items.push(...fresh);
    return fresh.length;
  }

  /** Naming what is held renews it; asking for no kind brings nothing more. */
  async #renew() {
    if (this.open.length === 0 || !isAttended()) return;
    try {
      const { items } = await post("/review/next", { count: 1, kinds: [], skip: this.held.map((item) => item.id) });
      this.#add(items);
    } catch {
      // Whether they still are this person's shows when they are decided.
    }
  }

  /** Fifty decided ones are enough to look back at. */
  #forget() {
    while (this.index > 50 && this.items[0].outcome) {
      this.items.shift();
      this.index -= 1;
    }
  }
}

/** Starts loading the crop, so that it is there before its turn comes. */
function prepare(item) {
  if (!item.crop) return;
  item.picture = new Image();
  item.picture.decoding = "sync";
  item.picture.alt = "Crop of the number";
  item.picture.src = item.crop.url;
  item.picture.decode().catch(() => (item.isCropMissing = true));
}
