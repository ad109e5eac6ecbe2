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
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools import ROOT, find_tool

OUR_INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
# A name that begins a declaration at the margin: a function, a type, a constant.
DECLARED = re.compile(
    r"^(?!return |using |namespace |static_assert|TEST_|case )(?:[A-Za-z][^\n;={(]*?[ &*])?([A-Za-z_]\w*)(?=[({=\[;]| [={])",
    re.MULTILINE,
)
LARGEST_GROUP = 14


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


def flags_of(source, command):
    """What `command` compiles `source` with, but for what it reads and writes."""
    words = shlex.split(command)[1:]
    out = words.index("-o")
    return [w for w in words[:out] + words[out + 2 :] if w not in ("-c", str(source))]


def declared_names(text):
    """What `text` declares at the margin: of two files with such a name, one needs another."""
    return set(DECLARED.findall(text))


def joined(sources):
    """One text of `sources`, where a name that an earlier one declares, too, gets a number."""
    seen, texts = set(), []
    for number, source in enumerate(sources):
        text = source.read_text(encoding="utf-8")
        names = declared_names(text)
        for name in names & seen:
            text = re.sub(rf"\b{name}\b(?![^\n]*\.h[\">])", f"{name}{number}", text)
        seen |= names
        texts.append(text)
    return "\n".join(texts)


def grouped(waiting):
    """The sources of `waiting`, as groups of one folder and the same flags.

    Most of the time for a file goes into the headers of the standard library. A text made of a
    whole group reads and judges them once: a third of the time of file by file.
    """
    alike = {}
    for source, (command, _) in sorted(waiting.items()):
        alike.setdefault((source.parent, tuple(flags_of(source, command))), []).append(source)
    groups = []
    for sources in alike.values():
        count = -(-len(sources) // LARGEST_GROUP)
        groups += [sources[start::count] for start in range(count)]
    # The longest first, so that no core waits for one last big group.
    return sorted(groups, key=lambda sources: -sum(s.stat().st_size for s in sources))


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
        if ROOT not in source.parents or build.resolve() in source.parents:
            continue  # Generated, or somebody else's.
        stamp = passed / fingerprint(source, entry["command"], version.stdout)
        if not stamp.exists():
            waiting[source] = (entry["command"], stamp)

    def tidy(file, *arguments):
        return subprocess.run(
            # The compile commands are those of GCC, which knows other warnings.
            [clang_tidy, "--quiet", "--extra-arg=-Wno-unknown-warning-option", file, *arguments],
            capture_output=True, text=True, check=False,
        )

    def passes(sources):
        if len(sources) == 1:
            result = tidy(sources[0], "-p", build)
            if result.returncode:
                print(result.stdout, end="" if result.stdout else result.stderr, flush=True)
        else:
            flags = flags_of(sources[0], waiting[sources[0]][0])
            # In the project, so that .clang-tidy is found.
            with tempfile.NamedTemporaryFile("w", suffix=".cc", dir=passed, encoding="utf-8") as together:
                together.write(joined(sources))
                together.flush()
                result = tidy(together.name, "--", *flags, "-iquote", sources[0].parent, "-Wno-shadow")
            if result.returncode:
                # A problem of one of them, or two that do not go together.
                half = len(sources) // 2
                return all([passes(sources[:half]), passes(sources[half:])])
        if result.returncode == 0:
            for source in sources:
                waiting[source][1].touch()
        return result.returncode == 0

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        passing = all(list(pool.map(passes, grouped(waiting))))
    print(f"{len(waiting)} of {len(commands)} sources looked at")
    return 0 if passing else 1


if __name__ == "__main__":
    sys.exit(main())
