#!/usr/bin/env python3
"""manual_test.py: the manual in content/ is complete, builds without a word, and tells the truth.

* It is built with every message shown, and there must be none.
* Each code of diag/kinds.def and each block of generator/blocks/ has a page.
* The example on the page of a code is a book in small: built, it must cause that code.

CARNET_BINARY is the program to ask (default: what the release preset builds).
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BINARY = Path(os.environ.get("CARNET_BINARY", ROOT / "build" / "release" / "carnet")).resolve()
CODES = re.findall(r'^DIAGNOSTIC\(\w+,\s*"([^"]+)",', (ROOT / "generator/diag/kinds.def").read_text(),
                   re.M)
BLOCKS = re.findall(r'BlockSpec k\w+ =\s*\{\s*\.name = "([^"]+)"', "".join(
    path.read_text() for path in sorted((ROOT / "generator/blocks").glob("*.cc"))))
# Problems that no text on a page can show: odd bytes, sizes, permissions, links, themes, git.
WITHOUT_EXAMPLE = {"invalid-utf8", "repaired-encoding", "text-too-large", "unreadable-file",
                   "link-out-of-book", "invalid-theme", "unused-theme-file", "limit-reached",
                   "shallow-history", "unreadable-history"}
EXAMPLE = re.compile(r'^\{% code title="([^"]+)" %\}\n```\w*\n(.*?)\n```\n\{% endcode %\}', re.M | re.S)


def build(book, *options):
    with tempfile.TemporaryDirectory(prefix="carnet-test-") as out:
        return subprocess.run([BINARY, "build", book, "-o", Path(out) / "site", "--verbose",
                               "--color", "never", *options],
                              capture_output=True, encoding="utf-8", check=False)


def check_manual():
    # In a folder of its own: how much of the repository's history is here is not the manual's doing.
    with tempfile.TemporaryDirectory(prefix="carnet-test-") as folder:
        run = build(shutil.copytree(ROOT / "content", Path(folder, "content")), "--strict")
    reported = [line for line in run.stderr.splitlines() if re.search(r" \[[a-z0-9-]+\]$", line)]
    yield from reported
    if run.returncode != 0 and not reported:
        yield f"content/: the build ended with {run.returncode}: {run.stderr.strip()[-500:]}"


def check_pages():
    for folder, names in (("diagnostics", CODES), ("blocks", BLOCKS)):
        pages = {path.stem for path in (ROOT / "content" / folder).glob("*.md")} - {"README"}
        for name in sorted(set(names) - pages):
            yield f"content/{folder}/{name}.md is missing"
        for name in sorted(pages - set(names)):
            yield f"content/{folder}/{name}.md is about nothing that exists"


def check_examples():
    for code in CODES:
        page = ROOT / "content" / "diagnostics" / f"{code}.md"
        if not page.exists():
            continue
        section = page.read_text(encoding="utf-8").partition("## Example")[2].partition("\n## What to do")[0]
        files = EXAMPLE.findall(section)
        if not files:
            if code not in WITHOUT_EXAMPLE:
                yield f"{page.relative_to(ROOT)}: there is no example"
            continue
        with tempfile.TemporaryDirectory(prefix="carnet-test-") as book:
            for name, text in files:
                Path(book, name).parent.mkdir(parents=True, exist_ok=True)
                Path(book, name).write_text(text + "\n", encoding="utf-8")
            said = build(book).stderr
        if f"[{code}]" not in said:
            yield f"{page.relative_to(ROOT)}: its example does not cause {code}, but:\n{said}"


def main():
    if not os.access(BINARY, os.X_OK):
        sys.exit(f"there is no program at {BINARY}: build it, or set CARNET_BINARY")
    if not CODES or not BLOCKS:
        sys.exit("no codes or no blocks found: has their place changed?")
    complaints = [*check_pages(), *check_manual(), *check_examples()]
    for complaint in complaints:
        print(complaint)
    print(f"{len(CODES)} codes, {len(BLOCKS)} blocks, {len(complaints)} complaints")
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
