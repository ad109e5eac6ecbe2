#!/usr/bin/env python3
"""Every C++ source passes clang-tidy, with the checks of .clang-tidy.

    tidy_test.py BUILD_DIR

BUILD_DIR holds compile_commands.json. What passed is remembered there, by a hash
of everything that was looked at, so that only what changed is looked at again.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools import ROOT, find_tool

OUR_INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


def with_headers(source):
    """`source` and every header of ours that it sees, directly or not."""
    seen, waiting = set(), [source]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for name in OUR_INCLUDE.findall(path.read_text(encoding="utf-8")):
            for folder in (ROOT / "generator", ROOT / "tests", path.parent):
                if (folder / name).is_file():
                    waiting.append(folder / name)
    return sorted(seen)


def fingerprint(source, command, version):
    digest = hashlib.sha256()
    for text in (version, command, (ROOT / ".clang-tidy").read_text(encoding="utf-8")):
        digest.update(text.encode() + b"\0")
    for path in with_headers(source):
        digest.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def main():
    build = Path(sys.argv[1])
    clang_tidy = find_tool(
        "clang-tidy-14", "clang-tidy", package="clang-tidy-14", version="version 14."
    )
    version = subprocess.run([clang_tidy, "--version"], capture_output=True, text=True, check=True)
    passed = build / "lint"
    passed.mkdir(exist_ok=True)

    waiting = {}
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    for entry in commands:
        source = Path(entry["file"])
        if build.resolve() in source.parents or not source.exists():
            continue  # Generated, not written.
        stamp = passed / fingerprint(source, entry["command"], version.stdout)
        if not stamp.exists():
            waiting[source] = stamp

    def tidy(item):
        source, stamp = item
        result = subprocess.run(
            # The compile commands are those of GCC, which knows other warnings.
            [clang_tidy, "--quiet", "--extra-arg=-Wno-unknown-warning-option", "-p", build, source],
            capture_output=True, text=True, check=False,
        )
        if result.returncode == 0:
            stamp.touch()
            return True
        print(result.stdout, end="" if result.stdout else result.stderr, flush=True)
        return False

    # The longest first, so that no core waits for one last big file.
    by_size = sorted(waiting.items(), key=lambda item: -item[0].stat().st_size)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = list(pool.map(tidy, by_size))
    failures = outcomes.count(False)
    print(f"{len(commands)} sources, {len(outcomes)} looked at, {failures} with problems")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
