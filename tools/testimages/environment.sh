# Sourced by the launchers: makes the Python environment and the fonts that the scenes need.
# Sets PYTHON (the interpreter of the environment) and REPOSITORY.

HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
REPOSITORY="$(cd "$HERE/../.." && pwd)"
VENV="$REPOSITORY/.venv/testimages"
PYTHON="$VENV/bin/python"

make_environment() {
  local requirements="$HERE/${1:-requirements.txt}"
  local stamp="$VENV/.installed-$(basename "$requirements")"
  if ! cmp -s <(cat "$HERE"/requirements*.txt) "$stamp"; then
    if ! "${IMEISCENES_PYTHON:-python3}" -c 'import ensurepip' 2>/dev/null; then
      install_packages python3 python3-venv
    fi
    echo "making the Python environment in .venv/testimages" >&2
    "${IMEISCENES_PYTHON:-python3}" -m venv "$VENV"
    "$PYTHON" -m pip install --quiet --disable-pip-version-check -r "$requirements" >&2
    cat "$HERE"/requirements*.txt >"$stamp"
  fi
}

install_packages() {
  echo "installing with apt-get: $*" >&2
  local sudo=()
  [ "$(id -u)" -eq 0 ] || sudo=(sudo)
  "${sudo[@]}" apt-get -o DPkg::Lock::Timeout=400 update -qq >&2
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=400 install \
    -y -qq --no-install-recommends "$@" >&2
}

install_fonts() {
  local missing=() package
  while read -r package; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
      missing+=("$package")
  done <"$HERE/font-packages.txt"
  [ "${#missing[@]}" -eq 0 ] || install_packages "${missing[@]}"
}

export PYTHONPATH="$HERE${PYTHONPATH:+:$PYTHONPATH}" PYTHONDONTWRITEBYTECODE=1
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
# Keeps freed picture buffers in the process: half the system time otherwise goes into page faults.
export MALLOC_MMAP_THRESHOLD_=33554432 MALLOC_TRIM_THRESHOLD_=1073741824 MALLOC_ARENA_MAX=1
