"""The routes that there are, from the station's own description and the list of pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from .client import PREFIX, Client

#: The pages, with one exhibit and one photo filled in by `pages`.
PAGES = (
    "/haul",
    "/drop",
    "/review",
    "/sheets",
    "/exhibits",
    "/exhibits/{exhibit}",
    "/photos/{photo}",
    "/findings",
    "/lists",
    "/audit",
    "/settings",
)

_CHANGES = {"post", "put", "patch", "delete"}


@dataclass(frozen=True)
class Route:
    """A method and a path as the description writes it, parameters in braces."""

    method: str
    path: str

    @property
    def parameters(self) -> list[str]:
        """The names of the path's parameters."""
        return re.findall(r"\{(\w+)\}", self.path)

    def filled(self, **values: str) -> str:
        """The path with values for its parameters; `1` for those without one."""
        return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], "1"), self.path)

    @property
    def changes(self) -> bool:
        """Whether the method is one that changes something."""
        return self.method.lower() in _CHANGES


def described(client: Client) -> list[Route]:
    """The routes of the station's OpenAPI description, paths from the root."""
    document = client.get("/openapi.json")
    base = "" if any(path.startswith(PREFIX) for path in document["paths"]) else PREFIX
    return [
        Route(method.upper(), base + path)
        for path, methods in document["paths"].items()
        for method in methods
        if method in _CHANGES | {"get"}
    ]


def assets(client: Client) -> list[str]:
    """The assets that the pages ask for."""
    wanted: set[str] = set()
    for page in ("/login", *(page for page in PAGES if "{" not in page)):
        text = client.send("GET", page).body.decode()
        wanted.update(re.findall(r'(?:src|href)="(/assets/[^"#]+)', text))
    return sorted(wanted)


def pages(client: Client) -> list[str]:
    """The pages, with an exhibit and a photo of the case."""
    photo = client.get("/photos", limit=1)["items"][0]["sha256"]
    exhibits = client.get("/exhibits", limit=1)["items"]
    exhibit = quote(exhibits[0]["reference"], safe="") if exhibits else "JS%2F1"
    return [page.format(photo=photo, exhibit=exhibit) for page in PAGES]
