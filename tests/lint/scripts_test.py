#!/usr/bin/env python3
"""Every shell script passes shellcheck."""

import subprocess
import sys

from tools import ROOT, find_tool


def main():
    shellcheck = find_tool("shellcheck", package="shellcheck")
    scripts = ["build.sh", "test.sh", ".ci/packages.sh", ".ci/run"]
    return subprocess.run([shellcheck, "-x", *scripts], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
