"""Asks the station's interface, as a pipeline does."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

#: Where the interface begins.
PREFIX = "/api/v1"


@dataclass(frozen=True)
class Answer:
    """An answer: status, headers by name in small letters, all headers as they came, body."""

    status: int
    headers: dict[str, str]
    body: bytes
    all_headers: list[tuple[str, str]] = field(default_factory=list)

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    def cookie(self, name: str = "imeikit_session") -> str | None:
        """The `Set-Cookie` header of that cookie, whole."""
        set_cookies = (value for key, value in self.all_headers if key.lower() == "set-cookie")
        return next((value for value in set_cookies if value.startswith(f"{name}=")), None)


class Refused(Exception):
    """The interface answered with a status that was not expected."""


class Client:
    """Asks one server; keeps no state but a token or a cookie."""

    def __init__(self, port: int, token: str | None = None, *, timeout: float = 60) -> None:
        self.port = port
        self.token = token
        self.cookie: str | None = None
        self.timeout = timeout

    @property
    def origin(self) -> str:
        """The server's origin."""
        return f"http://127.0.0.1:{self.port}"

    def send(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
        *,
        connection: http.client.HTTPConnection | None = None,
    ) -> Answer:
        """One request as it is given, to `path` from the root; nothing is checked."""
        wanted = dict(headers or {})
        if self.token and "Authorization" not in wanted:
            wanted["Authorization"] = f"Bearer {self.token}"
        if self.cookie and "Cookie" not in wanted:
            wanted["Cookie"] = self.cookie
        wanted = {name: value for name, value in wanted.items() if value is not None}
        used = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        try:
            used.request(method, path, body=body, headers=wanted)
            response = used.getresponse()
            content = response.read()
        finally:
            if connection is None:
                used.close()
        pairs = response.getheaders()
        return Answer(response.status, {name.lower(): value for name, value in pairs}, content, pairs)

    def ask(self, method: str, path: str, value: Any = None, expect: int | None = None, **query: Any) -> Any:
        """JSON from the interface, for JSON; raises `Refused` for any other status than expected.

        Without `expect`, any status from 200 to 299 will do.
        """
        wanted = PREFIX + path
        given = {name: text for name, text in query.items() if text is not None}
        if given:
            wanted += "?" + urlencode(given, quote_via=quote)
        body = None if value is None else json.dumps(value).encode()
        headers = {} if value is None else {"Content-Type": "application/json"}
        answer = self.send(method, wanted, body, headers)
        fits = answer.status == expect if expect else 200 <= answer.status < 300
        if not fits:
            raise Refused(f"{method} {wanted}: {answer.status} {answer.body[:500]!r}")
        return answer.json if answer.body else None

    def get(self, path: str, **query: Any) -> Any:
        """GET from the interface."""
        return self.ask("GET", path, **query)

    def items(self, path: str, **query: Any) -> list[Any]:
        """All items of a list, page after page."""
        found: list[Any] = []
        cursor = None
        while True:
            page = self.get(path, limit=500, cursor=cursor, **query)
            found += page["items"]
            cursor = page.get("next")
            if not cursor:
                return found

    def decisions(self) -> list[Any]:
        """Every decision that the log holds, of whichever photo and person."""
        return [item for item in self.items("/audit") if item["kind"].startswith("decision.")]

    def upload(
        self, name: str, content: bytes, *, key: str | None = None, media: str = "image/jpeg", **query: Any
    ) -> Answer:
        """One picture as a request's body."""
        headers = {"Content-Type": media}
        if key:
            headers["Idempotency-Key"] = key
        wanted = urlencode({"name": name, **query}, quote_via=quote)
        return self.send("POST", f"{PREFIX}/photos?{wanted}", content, headers)

    def log_in(self, token: str) -> Answer:
        """Exchanges a token for the cookie, which is kept."""
        answer = self.send(
            "POST",
            f"{PREFIX}/session",
            json.dumps({"token": token}).encode(),
            {"Content-Type": "application/json", "Origin": self.origin},
        )
        cookie = answer.cookie()
        if answer.status == 204 and cookie:
            self.cookie = cookie.partition(";")[0]
        return answer
