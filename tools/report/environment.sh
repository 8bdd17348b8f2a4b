# Sourced by the launchers: makes the Python environment of the checks by outside tools.
# Sets HERE, REPOSITORY, and VENV with its programs in VENV/bin.

HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
REPOSITORY="$(cd "$HERE/../.." && pwd)"
VENV="$REPOSITORY/.venv/report"

make_environment() {
  "$REPOSITORY/tools/setup" "$HERE/packages.txt"
  if ! cmp -s "$HERE/requirements.txt" "$VENV/.installed"; then
    echo "making the Python environment in .venv/report" >&2
    python3 -m venv "$VENV"
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check -r "$HERE/requirements.txt" >&2
    cp "$HERE/requirements.txt" "$VENV/.installed"
  fi
}
