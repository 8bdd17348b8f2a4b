"""A person at the review page: hands on the keyboard, eyes on the crop."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page

from .browser import until
from .haul import Truth
from .pictures import check_digit, misread


@dataclass(frozen=True)
class Item:
    """The number that is on the screen."""

    identifier: str
    kind: str
    photo: str
    subject: str

    @property
    def number(self) -> tuple[str, str]:
        """The number as the case names it."""
        return self.photo, self.subject


class Nothing(Exception):
    """Nothing is left on the review page."""


class Reviewer:
    """Works on the review page by keyboard alone."""

    def __init__(self, page: Page, truth: Truth) -> None:
        self.page = page
        self.truth = truth
        self.keyed: list[tuple[Item, str]] = []

    def open(self) -> Item:
        """Goes to the page by its address."""
        self.page.goto("/review")
        return self.wait(None)

    def item(self) -> Item | None:
        """The number on the screen, if there is one."""
        shown = self.page.evaluate("window.trialItem()")
        return Item(shown["id"], shown["kind"], shown["photo"], shown["subject"]) if shown else None

    def wait(self, left: Item | None) -> Item:
        """The next number, once it is on the screen; raises `Nothing` when none is left."""
        found: list[Item] = []

        def is_there() -> bool:
            shown = self.item()
            if shown and (left is None or shown.identifier != left.identifier):
                found.append(shown)
                return True
            return self.page.locator("#empty").is_visible()

        until(self.page, is_there, said=f"no number after {left}: {self.notices()}")
        if not found:
            raise Nothing(self.page.inner_text("#empty"))
        return found[0]

    def notices(self) -> str:
        """What the page says above itself."""
        return self.page.inner_text("#notices")

    def press(self, *keys: str) -> None:
        """Presses keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def answer(self, item: Item) -> str:
        """What a careful person keys."""
        return self.truth.keyed(item.photo, item.subject)

    def decide(self, item: Item, *, digits: str | None = None) -> None:
        """Settles the number as a careful person does, or keys these digits."""
        if item.kind == "confirm" and digits is None:
            self.press("Enter")
            self.keyed.append((item, ""))
            return
        if item.number not in self.truth.read and digits is None:
            self.press("x")
            self.keyed.append((item, "unreadable"))
            return
        keyed = digits or self.answer(item)
        if item.kind == "confirm":
            self.press("e")
            self.page.locator("#work [data-digit='0']").focus()
        self.page.keyboard.type(keyed)
        self.press("Enter")
        if check_digit(keyed[:14]) != keyed[14:]:
            # The page asks to look again where the check digit differs.
            self.press("Enter")
        self.keyed.append((item, keyed))

    def decide_wrongly(self, item: Item) -> str:
        """Keys the number with one digit taken for another."""
        digits = misread(self.answer(item))
        self.decide(item, digits=digits)
        return digits

    def work(self, most: int) -> int:
        """Settles up to so many numbers; gives how many there were."""
        done = 0
        try:
            item = self.item() or self.open()
            while done < most:
                self.decide(item)
                done += 1
                item = self.wait(item)
        except Nothing:
            pass
        return done

    def shown_after(self) -> list[float]:
        """Milliseconds from each key to the frame with the next number, measured from outside."""
        return self.page.evaluate("window.trialShown")


@contextmanager
def answers_of(page: Page, part: str) -> Iterator[list[str]]:
    """Collects the bodies of answers whose address holds `part`."""
    bodies: list[str] = []

    def take(response) -> None:
        if part in response.url:
            try:
                bodies.append(response.text())
            except Exception:
                # A picture, or an answer that went away with its page.
                pass

    page.on("response", take)
    yield bodies
    page.remove_listener("response", take)


def figures(milliseconds: list[float]) -> str:
    """Median and worst, for a person."""
    median, worst = statistics.median(milliseconds), max(milliseconds)
    return f"median {median:.0f} ms, worst {worst:.0f} ms of {len(milliseconds)}"
