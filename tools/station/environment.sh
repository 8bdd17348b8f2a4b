# Sourced by the launchers: makes the Python environment and installs the browser.
# Sets PYTHON (the interpreter of the environment) and IMEIKIT_BINARY; takes a binary off the arguments.

HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
REPOSITORY="$(cd "$HERE/../.." && pwd)"
VENV="$REPOSITORY/.venv/station"
PYTHON="$VENV/bin/python"

make_environment() {
  "$REPOSITORY/tools/setup" "$HERE/packages.txt"
  if ! cmp -s "$HERE/requirements.txt" "$VENV/.installed"; then
    echo "making the Python environment in .venv/station" >&2
    python3 -m venv "$VENV"
    "$PYTHON" -m pip install --quiet --disable-pip-version-check -r "$HERE/requirements.txt" >&2
    cp "$HERE/requirements.txt" "$VENV/.installed"
  fi
}

# The command that is tried: $IMEIKIT_BINARY, or built from the sources.
find_binary() {
  export IMEIKIT_BINARY="${IMEIKIT_BINARY:-$("$REPOSITORY/tools/build")}"
}

export PYTHONPATH="$HERE${PYTHONPATH:+:$PYTHONPATH}" PYTHONDONTWRITEBYTECODE=1
