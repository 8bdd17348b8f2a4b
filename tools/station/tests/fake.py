"""A server that answers like a station as far as the trials' own tests need it, with faults on demand."""

from __future__ import annotations

import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class FakeStation:
    """Takes uploads; forgets every `forgets`th although it acknowledged it."""

    def __init__(self, *, forgets: int = 0) -> None:
        self.uploads: list[dict[str, Any]] = []
        self.forgets = forgets
        self.lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer._get(self)

            def do_POST(self) -> None:
                outer._post(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self) -> FakeStation:
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    def _get(self, request: BaseHTTPRequestHandler) -> None:
        if request.path.startswith("/api/v1/uploads"):
            self._answer(request, 200, {"items": self.uploads, "next": None})
        elif request.path == "/api/v1/haul":
            self._answer(request, 200, {"uploads": {"waiting": 0}})
        else:
            self._answer(request, 404, {})

    def _post(self, request: BaseHTTPRequestHandler) -> None:
        content = request.rfile.read(int(request.headers["Content-Length"]))
        with self.lock:
            number = len(self.uploads) + 1
            upload = {"id": f"u{number}", "sha256": hashlib.sha256(content).hexdigest()}
            is_kept = not self.forgets or number % self.forgets
            self.uploads.append(upload if is_kept else {"id": "x", "sha256": ""})
        self._answer(request, 202, {"uploads": [upload], "refused": []})

    @staticmethod
    def _answer(request: BaseHTTPRequestHandler, status: int, value: Any) -> None:
        body = json.dumps(value).encode()
        request.send_response(status)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)
