"""A peer's process: a picture's path a line in, a JSON object with numbers or an error a line out."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from . import readers


def main() -> None:
    """Loads the peer named first, then answers until its input ends."""
    name, tiny = sys.argv[1:3]
    # Whatever a library prints must not end up among the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    try:
        import cv2

        cv2.setNumThreads(1)
        read = readers.MAKERS[name](Path(tiny))
    except Exception as error:
        print(json.dumps({"error": repr(error)[:500]}), file=answers, flush=True)
        raise SystemExit(1) from error
    print(json.dumps({"ready": True}), file=answers, flush=True)
    for line in sys.stdin:
        try:
            answer = {"numbers": readers.numbers(read, Path(json.loads(line)["path"]))}
        except Exception as error:
            answer = {"error": repr(error)[:500]}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
