// Sends files one by one, four at a time, each under its own key so that a second try is the same upload.
import { onRefusal, prefix, query, Refusal, unreachable } from "./api.js";

const width = 4;
const tries = 4;

/** A file to send and what became of it. */
export class Sending {
  constructor(file, exhibit) {
    this.file = file;
    this.exhibit = exhibit;
    this.key = newKey();
    this.state = "queued";
    this.part = 0;
    this.upload = null;
    this.problem = null;
  }
}

/** The queue of files; calls `changed(sending)` whenever one moves on. */
export class SendingQueue {
  constructor(changed) {
    this.changed = changed;
    this.queued = [];
    this.running = new Map();
    this.counts = { added: 0, taken: 0, failed: 0 };
  }

  /** Files neither sent nor given up. */
  get left() {
    return this.queued.length + this.running.size;
  }

  add(sending) {
    this.counts.added += 1;
    this.queued.push(sending);
    this.#fill();
  }

  /** Sends a failed file once more, under the same key. */
  again(sending) {
    this.counts.failed -= 1;
    this.counts.added -= 1;
    sending.problem = null;
    sending.state = "queued";
    this.add(sending);
  }

  /** Sends nothing more; what is under way is cut off. */
  stop() {
    const stopped = [...this.queued, ...this.running.keys()];
    for (const request of this.running.values()) request?.abort();
    this.queued = [];
    this.running.clear();
    for (const sending of stopped) this.#failed(sending, new Refusal(0, { detail: "Stopped.", cure: "Try again when you like." }));
  }

  #fill() {
    while (this.running.size < width && this.queued.length > 0) this.#send(this.queued.shift());
  }

  async #send(sending) {
    this.running.set(sending, null);
    sending.state = "sending";
    for (let round = 1; this.running.has(sending); round += 1) {
      try {
        const answer = await this.#once(sending);
        if (!this.running.delete(sending)) return;
        this.#answered(sending, answer);
        break;
      } catch (error) {
        if (!this.running.has(sending)) return;
        const isPassing = error.status === 0 || error.status === 429 || error.status >= 500;
        if (!isPassing || round === tries) {
          this.running.delete(sending);
          this.#failed(sending, error);
          break;
        }
        sending.part = 0;
        sending.state = "waiting to try again";
        this.changed(sending);
        await new Promise((done) => setTimeout(done, error.wait ? error.wait * 1000 : 1000 * 2 ** round));
        sending.state = "sending";
      }
    }
    this.#fill();
  }

  #once(sending) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      this.running.set(sending, request);
      request.open("POST", `${prefix}/photos${query({ name: sending.file.name, exhibit: sending.exhibit })}`);
      request.setRequestHeader("Accept", "application/json");
      request.setRequestHeader("Content-Type", /^image\/[\w.+-]+$/.test(sending.file.type) ? sending.file.type : "application/octet-stream");
      request.setRequestHeader("Idempotency-Key", sending.key);
      request.upload.addEventListener("progress", (event) => {
        sending.part = event.total > 0 ? event.loaded / event.total : 0;
        this.changed(sending);
      });
      request.addEventListener("load", () => {
        const body = parsed(request.responseText);
        if (request.status === 202 || request.status === 200 || request.status === 201) return resolve(body);
        const refusal = new Refusal(request.status, body, Number(request.getResponseHeader("Retry-After")) || null);
        onRefusal(refusal);
        return reject(refusal);
      });
      request.addEventListener("error", () => reject(unreachable()));
      request.addEventListener("abort", () => reject(unreachable()));
      request.send(sending.file);
      this.changed(sending);
    });
  }

  #answered(sending, answer) {
    const upload = answer.uploads?.[0];
    if (!upload) {
      const reason = answer.refused?.[0];
      this.#failed(sending, new Refusal(422, { detail: reason?.reason ?? "The file was not taken.", cure: reason?.cure ?? "" }));
      return;
    }
    this.counts.taken += 1;
    sending.upload = upload;
    sending.state = upload.state;
    this.changed(sending);
  }

  #failed(sending, error) {
    this.counts.failed += 1;
    sending.state = "failed";
    sending.problem = error;
    this.changed(sending);
  }
}

/** A key that no other upload has; `randomUUID` is missing where the address is not a secure one. */
function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
