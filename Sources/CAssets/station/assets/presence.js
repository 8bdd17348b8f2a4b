// Whether somebody is there. What a page asks for by itself must not keep a session alive.

const period = 300_000;
let last = Date.now();

for (const kind of ["keydown", "pointerdown", "pointermove", "wheel"]) {
  addEventListener(kind, () => (last = Date.now()), { passive: true, capture: true });
}

/** Whether a key was pressed or the pointer moved within five minutes. */
export function isAttended() {
  return Date.now() - last < period;
}
