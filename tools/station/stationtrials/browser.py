"""Debian's Chromium, headless, with an eye on everything that a page must not do."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python
from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, Request, sync_playwright

from .station import Station

CHROMIUM = "/usr/bin/chromium"

#: Sizes that pages are looked at in: a desk's screen and a tablet held upright.
DESK = (1280, 800)
TABLET = (820, 1180)

_AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")

#: Runs in every page before its own scripts: what the policy stops, which number is on the review page, and
#: how long the next one takes to show. Outside the page's own scripts, so that no page can flatter itself.
_WATCH = """
(() => {
  window.trialViolations = [];
  window.trialShown = [];
  addEventListener("securitypolicyviolation", (event) => window.trialViolations.push(
    `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));

  const items = new Map();
  const ask = window.fetch;
  window.fetch = async (...request) => {
    const response = await ask(...request);
    if (response.ok && response.url.includes("/api/v1/review/")) {
      const answer = await response.clone().json().catch(() => null);
      for (const item of [...(answer?.items ?? []), answer?.item, answer])
        if (item?.photo && item.kind) items.set(item.id, item);
    }
    return response;
  };
  window.trialItem = () => {
    const work = document.getElementById("work");
    if (!work || work.hidden) return null;
    const address = work.querySelector("#sheet img")?.getAttribute("src") ?? null;
    const photo = work.querySelector("#facts a[href^='/photos/']")?.getAttribute("href").split("/")[2];
    const found = [...items.values()].reverse().find((item) => item.photo === photo
      && (address === null || item.crop?.url === address) && item.kind === work.dataset.kind);
    return found ? { id: found.id, kind: found.kind, photo, subject: found.subject } : null;
  };

  let pressed = null;
  const begin = (event) => {
    if (event.isTrusted) pressed = { at: event.timeStamp, item: window.trialItem()?.id ?? null };
  };
  addEventListener("keydown", begin, true);
  addEventListener("pointerup", begin, true);
  const look = async () => {
    if (pressed === null || pressed.item === null) return;
    const now = window.trialItem();
    if (now === null || now.id === pressed.item) return;
    const { at } = pressed;
    pressed = null;
    const pictures = [...document.querySelectorAll("#work img")].filter((picture) => picture.offsetParent);
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.trialShown.push(performance.now() - at);
      channel.port2.postMessage(null);
    });
  };
  document.addEventListener("DOMContentLoaded", () => {
    const work = document.getElementById("work");
    if (work) new MutationObserver(look).observe(work, { subtree: true, childList: true, attributes: true });
  });
})();
"""


class Browser:
    """A browser for one station; each person gets a context of his own, as on a machine of his own."""

    def __init__(self, station: Station) -> None:
        self.station = station
        self._faults: list[str] = []
        self._borne: list[str] = []
        self._contexts: list[BrowserContext] = []
        self._sessions: list[CDPSession] = []
        self.requests: list[str] = []

    def __enter__(self) -> Browser:
        self._playwright: Playwright = sync_playwright().start()
        # Whatever is asked of another host fails, and is seen: nothing leaves the machine even in a trial.
        arguments = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"]
        if os.geteuid() == 0:
            # Chromium's own sandbox does not start as root.
            arguments.append("--no-sandbox")
        self._browser = self._playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.close()
        self._playwright.stop()

    @property
    def version(self) -> str:
        """The browser's version."""
        return self._browser.version

    def page(self, *, theme: str = "dark", size: tuple[int, int] = DESK, is_tablet: bool = False) -> Page:
        """A page of a person of his own, who is not logged in."""
        context = self._browser.new_context(
            base_url=self.station.origin,
            color_scheme=theme,
            viewport={"width": size[0], "height": size[1]},
            has_touch=is_tablet,
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="Europe/London",
        )
        context.set_default_timeout(15_000)
        context.add_init_script(_WATCH)
        context.on("request", self._request)
        context.on("weberror", lambda fault: self._faults.append(f"fault in a page: {fault.error}"))
        context.on("console", self._console)
        self._contexts.append(context)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", lambda event: self._sent(event["request"]["url"]))
        session.on("Network.webSocketCreated", lambda event: self._sent(event["url"]))
        self._sessions.append(session)
        return page

    def logged_in(self, who: str, **looks: object) -> Page:
        """A page of a person who has logged in as people do."""
        page = self.page(**looks)
        log_in(page, self.station.tokens[who])
        return page

    def visit(self, page: Page, path: str) -> None:
        """Opens a page and waits until it has said what it has to say."""
        page.goto(path)
        settle(page)

    def bear(self, *parts: str) -> None:
        """Faults whose text has one of these parts are expected in this walk."""
        self._borne += parts

    def faults(self) -> list[str]:
        """What went wrong so far in any page: errors, violations of the policy, foreign requests."""
        found = list(self._faults)
        for context in self._contexts:
            for page in context.pages:
                try:
                    found += [f"policy: {text}" for text in page.evaluate("window.trialViolations ?? []")]
                except Exception as error:
                    found.append(f"a page does not answer: {error}")
        return [text for text in found if not any(part in text for part in self._borne)]

    def _request(self, request: Request) -> None:
        self._sent(request.url)

    def _sent(self, url: str) -> None:
        self.requests.append(url)
        parts = urlsplit(url)
        if parts.scheme in ("data", "blob", "about", "chrome-error"):
            return
        if parts.netloc != f"127.0.0.1:{self.station.port}":
            self._faults.append(f"a request left for {url[:200]}")
        if "token" in parts.query.lower() or "imk_" in url:
            self._faults.append(f"a secret in an address: {parts.path}")

    def _console(self, message: object) -> None:
        if message.type in ("error", "warning"):
            place = message.location or {}
            self._faults.append(f"console {message.type}: {message.text} ({place.get('url')})")


def log_in(page: Page, token: str) -> None:
    """Logs in on the page for it."""
    if urlsplit(page.url).path != "/login":
        page.goto("/login")
    page.fill("#token", token)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: urlsplit(url).path != "/login")
    settle(page)


def settle(page: Page, quiet: float = 0.25, patience: float = 15) -> None:
    """Waits until nothing but the event stream is asked for and the page stands still."""
    page.wait_for_load_state("load")
    page.evaluate(
        """([quiet, patience]) => new Promise((done) => {
          const begun = performance.now();
          let last = begun;
          const seen = new MutationObserver(() => (last = performance.now()));
          seen.observe(document, { subtree: true, childList: true, attributes: true });
          const asked = new PerformanceObserver(() => (last = performance.now()));
          asked.observe({ type: "resource" });
          const look = () => {
            const now = performance.now();
            if (now - last > quiet * 1000 || now - begun > patience * 1000) {
              seen.disconnect();
              asked.disconnect();
              done();
            } else setTimeout(look, 50);
          };
          look();
        })""",
        [quiet, patience],
    )


def axe(page: Page) -> list[str]:
    """What axe-core finds against the page, one line a finding with the places."""
    page.evaluate(_AXE.read_text())
    found = page.evaluate(
        """async () => (await axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
          resultTypes: ["violations"],
        })).violations"""
    )
    return [
        f"{finding['id']} ({finding['impact']}): {finding['help']}: "
        + "; ".join(
            f"{' '.join(map(str, node['target']))} [{node['failureSummary'].splitlines()[-1].strip()}]"
            for node in finding["nodes"][:4]
        )
        for finding in found
    ]


def until(page: Page, holds: Callable[[], bool], patience: float = 15, said: str = "") -> None:
    """Waits until something holds; raises with `said` when it does not in time."""
    for _ in range(int(patience / 0.05)):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError(said or "what was waited for did not come")
