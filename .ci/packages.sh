# Sourced by build.sh and test.sh: what to say, and the Debian packages they need.
# shellcheck shell=bash disable=SC2034  # the lists are used where this is sourced

# A package, or package:command where the command is enough, wherever it came from.
build_packages=(
  cmake:cmake
  duktape-dev
  g++:g++
  libboost-filesystem-dev
  libcli11-dev
  libcmark-gfm-dev
  libcmark-gfm-extensions-dev
  libfmt-dev
  libgumbo-dev
  libkainjow-mustache-dev
  libpcre2-dev
  libstemmer-dev
  libutf8proc-dev
  libyaml-cpp-dev
  ninja-build:ninja
  nodejs:node
  npm:npm
)
test_packages=(
  chromium:chromium
  clang-format-14:clang-format-14
  clang-tidy-14:clang-tidy-14
  default-jre-headless:java
  doctest-dev
  git:git
  poppler-utils:pdftotext
  python3:python3
  shellcheck:shellcheck
)

# Messages go to stderr, because stdout may belong to the program that is run.
say() { printf 'carnet: %s\n' "$*" >&2; }
fail() {
  say "$*"
  exit 1
}

# Installs those of the given packages that are missing, as root or with sudo.
install_packages() {
  local wanted package missing=()
  for wanted in "$@"; do
    package=${wanted%%:*}
    if [[ $wanted == *:* ]] && command -v "${wanted#*:}" >/dev/null; then continue; fi
    if [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]]; then
      continue
    fi
    missing+=("$package")
  done
  if ((${#missing[@]} == 0)); then return; fi

  if ! command -v apt-get >/dev/null; then
    fail "packages can be installed on Debian only. Needed, by their Debian names: ${missing[*]}"
  fi
  local as_root=()
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      fail "not root, and no sudo. Ask for this: apt-get install ${missing[*]}"
    fi
    as_root=(sudo)
  fi

  local log
  log=$(mktemp)
  say "installing ${missing[*]}"
  if ! {
    "${as_root[@]}" apt-get update &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends "${missing[@]}"
  } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    fail "could not install them; the whole log is $log"
  fi
  rm -f "$log"
}

# Installs the npm packages of the lock file in the given folder of the project, if they are not
# there or not the same. Their scripts are not run (.npmrc).
install_npm_packages() {
  local folder=$1
  if cmp --silent "$folder/package-lock.json" "$folder/node_modules/.installed-lock"; then return; fi
  say "installing the npm packages of ${folder##*/}/package.json"
  (cd "$folder" && npm ci >&2) || fail "npm ci failed in $folder"
  cp "$folder/package-lock.json" "$folder/node_modules/.installed-lock"
}
