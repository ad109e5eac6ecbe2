#!/usr/bin/env bash
# Runs every test of carnet, on a fresh Debian 12 too.
#
#   ./test.sh             installs what is missing, builds both presets, runs all tests
#   ./test.sh -R unit     arguments go to ctest: here, only tests whose name contains `unit`
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
# shellcheck source=.ci/packages.sh
source .ci/packages.sh

install_packages "${build_packages[@]}" "${test_packages[@]}"

if ! cmp --silent tests/package-lock.json tests/node_modules/.installed-lock; then
  say "installing the npm packages of tests/package.json"
  (cd tests && npm ci) || fail "npm ci failed in tests/"
  cp tests/package-lock.json tests/node_modules/.installed-lock
fi

# The tests of both presets are listed in dev, so that one summary counts them all.
for preset in release dev; do
  say "building build/$preset"
  configure "$preset" || fail "cmake could not configure build/$preset"
  cmake --build --preset "$preset" || fail "build/$preset could not be built"
done

say "running the tests"
exec ctest --preset dev --parallel "$(nproc)" "$@"
