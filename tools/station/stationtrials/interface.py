"""Runs schemathesis over the station's own description, against a case with something in it."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from . import pictures
from .client import PREFIX, Client
from .fixtures import import_list, upload_all
from .station import Station

#: What must be tried apart: a stream that does not end, and ends of the session that the trial runs in.
LEFT_OUT = ("/events",)


def known_values(client: Client) -> dict[str, dict[str, Any]]:
    """A value of the case for each parameter of a path, by path; paths without one are left out."""
    photo = {"sha256": _first(client.get("/photos", status="review"), "sha256")}
    # schemathesis sends a slash in a path as it is, and the answer is that of another address.
    references = (item["reference"] for item in client.items("/exhibits"))
    exhibit = {"reference": next((text for text in references if "/" not in text), None)}
    found = {
        "/photos/{sha256}": photo,
        "/photos/{sha256}/image": photo,
        "/photos/{sha256}/crops/{position}": {**photo, "position": 0},
        "/photos/{sha256}/exhibit": photo,
        "/photos/{sha256}/decisions": photo,
        "/exhibits/{reference}": exhibit,
        "/exhibits/{reference}/seals": exhibit,
        "/uploads/{id}": {"id": _first(client.get("/uploads"), "id")},
        "/findings/{id}/acknowledge": {"id": _first(client.get("/findings", all="true"), "id")},
        "/review/sheets/{sheet}": {"sheet": 7},
    }
    return {PREFIX + path: values for path, values in found.items() if None not in values.values()}


def cursors(client: Client) -> dict[str, dict[str, Any]]:
    """A cursor that each list gave out: any other one is rightly refused."""
    found = {}
    for path in ("/photos", "/uploads", "/exhibits", "/findings", "/audit"):
        cursor = client.get(path, limit=1)["next"]
        if cursor:
            found[PREFIX + path] = {"cursor": cursor}
    return found


def _first(page: dict[str, Any], member: str) -> Any:
    return page["items"][0][member] if page["items"] else None


#: Where only the server can tell: whether bytes are a picture or a list, whether a glyph is on the sheet,
#: whether a cursor belongs to the question.
_BEYOND_SCHEMAS = {
    ("POST", "/photos"): ("400", "415", "422"),
    ("POST", "/lists"): ("400", "415", "422"),
    ("POST", "/review/sheets/{sheet}"): ("400",),
    ("GET", "/audit"): ("400",),
}


def _settings(folder: Path, values: dict[str, dict[str, Any]]) -> Path:
    """A settings file that fills the parameters of paths from the case."""
    lines = []
    for path, parameters in values.items():
        filled = ", ".join(
            f'"{"query" if name == "cursor" else "path"}.{name}" = {json.dumps(given)}'
            for name, given in parameters.items()
        )
        lines += ["[[operations]]", f'include-path = "{path}"', f"parameters = {{ {filled} }}", ""]
    for (method, path), statuses in _BEYOND_SCHEMAS.items():
        expected = json.dumps(["2xx", "401", "403", "404", "409", "429", "5xx", *statuses])
        lines += ["[[operations]]", f'include-path = "{PREFIX}{path}"', f'include-method = "{method}"']
        lines += [f"checks = {{ positive_data_acceptance = {{ expected-statuses = {expected} }} }}", ""]
    written = folder / f"schemathesis-{len(values)}.toml"
    written.write_text("\n".join(lines))
    return written


def run_round(station: Station, seconds: int, seed: int, examples: int, settings: Path) -> int:
    """One round of schemathesis; its exit status."""
    arguments = [str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(settings)]
    arguments += ["run", f"{station.origin}{PREFIX}/openapi.json"]
    arguments += ["--header", f"Authorization: Bearer {station.tokens['dev']}"]
    arguments += ["--checks", "all", "--mode", "all", "--seed", str(seed), "--max-examples", str(examples)]
    # A wrong token too many is answered with 429, which that check does not know; attacks/ try every route
    # without a token instead.
    arguments += ["--exclude-checks", "ignored_auth"]
    # One worker: with more, what the server holds when a request comes differs from run to run, and Python
    # 3.11 now and then fails to read source text in two threads (python/cpython#106905).
    arguments += ["--continue-on-failure", "--request-timeout", "20", "--workers", "1"]
    arguments += ["--generation-database", "none", "--no-color"]
    # Cookies that are made up beside a token that is right say nothing about whether logging in is asked for.
    arguments += ["--generation-with-security-parameters", "false"]
    for path in LEFT_OUT:
        arguments += ["--exclude-path", PREFIX + path]
    try:
        return subprocess.run(arguments, timeout=seconds, cwd=station.folder, env=os.environ).returncode
    except subprocess.TimeoutExpired:
        print(f"stopped after {seconds} s: fewer examples are needed", file=sys.stderr)
        return 1


def run(seconds: int, seed: int, examples: int) -> int:
    """The trial; 0 without a finding."""
    with Station() as station:
        station.prepare()
        chosen = pictures.committed("labels")[:3] + pictures.committed("falsepositives")[-4:]
        import_list(station, chosen[:2])
        station.start()
        client = station.client("dev")
        upload_all(client, chosen[:3], exhibit="JS/1")
        upload_all(client, chosen[3:], exhibit="JS/2")
        client.ask("POST", "/exhibits", {"reference": "JS-3", "description": "phone, cracked"})
        given = cursors(client)
        status = run_round(station, seconds, seed, examples, _settings(station.folder, given))
        given |= known_values(client)
        status = run_round(station, seconds, seed, examples, _settings(station.folder, given)) or status
        if not station.is_running:
            print(f"the server ended:\n{station.log_text()[-2000:]}", file=sys.stderr)
            return 1
        station.end()
        print(station.command.audit(station.case).strip())
        return 1 if status else 0


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="tools/station/interface", description=__doc__)
    parser.add_argument("--seed", type=int, default=6, help="makes the run repeatable (default 6)")
    parser.add_argument(
        "--examples", type=int, default=12, help="examples an operation and phase (default 12)"
    )
    parser.add_argument(
        "--seconds", type=int, default=900, help="the most that one of two rounds takes (default 900)"
    )
    given = parser.parse_args()
    sys.exit(run(given.seconds, given.seed, given.examples))


if __name__ == "__main__":
    main()
