#!/usr/bin/env python3
"""sites_test.py NAME...: builds small books and compares all that can be seen of it.

A site is a folder beside this file: `input/` is the book, `arguments` (if there is one) holds
further command-line arguments, `expected.txt` is the terminal, the exit code and the list of files,
and each file under `expected/` is one of the output; one that has no <html> holds a page's <main>
only, or the elements that its first line names (`<!-- <footer class="page-foot"> -->`). A site named fail_... must not build. UPDATE_EXPECTED=1 writes what is expected.

CARNET_BINARY is the program to test.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from free_checks import free_checks

HERE = Path(__file__).resolve().parent
PROGRAM = Path(os.environ.get("CARNET_BINARY", HERE.parent.parent / "build/release/carnet")).resolve()
UPDATE = bool(os.environ.get("UPDATE_EXPECTED"))


def build(site, out, **environment):
    arguments = site / "arguments"
    further = shlex.split(arguments.read_text(encoding="utf-8")) if arguments.exists() else []
    return subprocess.run(
        [PROGRAM, "build", "input", "-o", out, "--color", "never", *further],
        cwd=site, env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
        capture_output=True, encoding="utf-8", timeout=60, check=False,
    )


def files_of(folder):
    """The files under `folder` by their path. What belongs to the theme is not the site's subject."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def report(run, out, files):
    """All that a person at the terminal sees, without what changes from run to run."""
    said = (run.stderr + run.stdout).replace(str(out), "OUT")
    said = re.sub(r"\b\d+\.\d+ s\b", "N s", said)
    paths = [path for path in files if not path.startswith(("_carnet/", ".carnet"))]
    return f"{said}exit {run.returncode}\n" + "".join(f"+ {path}\n" for path in paths)


def main_of(page):
    found = re.search(rb"<main\b[^>]*>\n?(.*?)\s*</main>", page, re.DOTALL)
    return found.group(1).strip() + b"\n" if found else page


def part_of(page, expected):
    """What of a page is to be as expected: its <main>, unless that begins with <!-- TAG -->; then
    it is all elements that begin with this tag."""
    tag = re.match(rb"<!-- (<(\w+).*?>) -->\n", expected)
    if not tag:
        return main_of(page)
    element = re.escape(tag.group(1)) + rb".*?</" + tag.group(2) + rb">"
    found = re.findall(element, page, re.DOTALL)
    return tag.group(0) + b"".join(part + b"\n" for part in found)


def differences(site, run, out, files):
    terminal = site / "expected.txt"
    found = {terminal: report(run, out, files).encode()}
    for path in sorted((site / "expected").rglob("*")):
        if path.is_file():
            name = path.relative_to(site / "expected").as_posix()
            content = files.get(name, b"there is no such file\n")
            expected = path.read_bytes()
            is_whole = not name.endswith(".html") or b"<html" in expected
            found[path] = content if is_whole else part_of(content, expected)
    for path, content in found.items():
        if UPDATE:
            path.write_bytes(content)
        elif not path.exists():
            yield f"{path} is missing; UPDATE_EXPECTED=1 writes it"
        elif path.read_bytes() != content:
            diff = subprocess.run(
                ["diff", "-u", "--label", "expected", "--label", "found", path, "-"],
                input=content, stdout=subprocess.PIPE, check=False,
            )
            yield f"{path.relative_to(HERE)}\n{diff.stdout.decode(errors='replace')}"


def problems(site):
    with tempfile.TemporaryDirectory() as scratch:
        first, second = Path(scratch, "first"), Path(scratch, "another", "second")
        second.parent.mkdir()
        # In a folder of its own the book is in no repository, so that it has no history.
        place = Path(scratch, "site")
        shutil.copytree(site, place, symlinks=True)
        run = build(place, first, TZ="UTC", LC_ALL="C.UTF-8")
        files = files_of(first)
        yield from differences(site, run, first, files)
        if run.returncode not in (0, 1, 2):
            yield f"exit code {run.returncode}"
        if (run.returncode != 0) != site.name.startswith("fail_"):
            yield f"exit code {run.returncode}, and the site is named `{site.name}`"
        if run.returncode != 0 and files:
            yield f"a build that failed has written {sorted(files)}"

        build(place, second, TZ="Asia/Tokyo", LC_ALL="tr_TR.UTF-8")
        again = files_of(second)
        for path in sorted(files.keys() | again.keys()):
            if files.get(path) != again.get(path):
                yield f"{path} differs when the book is built again"
        yield from free_checks(files, forbidden=[scratch, str(HERE)])


def main():
    failed = 0
    for name in sys.argv[1:]:
        found = list(problems(HERE / name))
        failed += bool(found)
        for problem in found:
            print(f"{name}: {problem}")
    print(f"{len(sys.argv) - 1} sites, {failed} with problems")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
