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

install_npm_packages assets
install_npm_packages tests

# The tests of dev run the release program too, so that one summary counts them all.
say "building build/release and build/dev"
for preset in release dev; do
  cmake --preset "$preset" || fail "cmake could not configure build/$preset"
done
cmake --build --preset release --target carnet || fail "build/release could not be built"
cmake --build --preset dev || fail "build/dev could not be built"

say "running the tests"
exec ctest --preset dev --parallel "$(nproc)" "$@"
