#!/usr/bin/env bash
# Builds carnet, on a fresh Debian 12 too.
#
#   ./build.sh                     installs what is missing, builds carnet and the manual
#   ./build.sh build DIR -o OUT    the same as `carnet build DIR -o OUT`, built first if need be
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
carnet=$root/build/release/carnet
# shellcheck source=.ci/packages.sh
source "$root/.ci/packages.sh"

build_carnet() (
  cd "$root" || return
  # Later changes are noticed by the build itself.
  [[ -f build/release/build.ninja ]] || cmake --preset release || return
  cmake --build --preset release --target carnet
)

install_packages "${build_packages[@]}"
install_npm_packages "$root/assets"

if (($# > 0)); then
  # Only the program speaks now, unless it cannot be built.
  mkdir -p "$root/build"
  log=$root/build/build.log
  if ! build_carnet >"$log" 2>&1; then
    cat "$log" >&2
    fail "carnet could not be built"
  fi
  exec "$carnet" "$@"
fi

say "building $carnet"
build_carnet || fail "carnet could not be built"
say "building the manual"
"$carnet" build "$root/content" -o "$root/build/manual"
say "done. The program is $carnet"
say "The manual: open file://$root/build/manual/index.html in a browser"
