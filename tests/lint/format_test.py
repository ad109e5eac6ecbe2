#!/usr/bin/env python3
"""Every C++ file is formatted as .clang-format says. `--fix` formats them."""

import subprocess
import sys

from tools import ROOT, cpp_sources, find_tool


def main():
    clang_format = find_tool(
        "clang-format-14", "clang-format", package="clang-format-14", version="version 14."
    )
    mode = ["-i"] if "--fix" in sys.argv[1:] else ["--dry-run", "--Werror"]
    sources = cpp_sources()
    result = subprocess.run([clang_format, *mode, *sources], cwd=ROOT, check=False)
    print(f"{len(sources)} files")
    if result.returncode:
        print("to format them: python3 tests/lint/format_test.py --fix")
    return result.returncode


if __name__ == "__main__":
    sys.exit(main())
