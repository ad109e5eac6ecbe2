#!/usr/bin/env python3
"""carnet is one file: alone in an empty folder it builds a site, theme and all, and needs libc only.

CARNET_BINARY is the program to test.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77  # What ctest takes for "skipped", see tests/CMakeLists.txt.
PROGRAM = Path(os.environ["CARNET_BINARY"])
MAY_NEED = {"libc.so", "libm.so", "linux-vdso.so"}


def needed_libraries():
    said = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True).stdout
    return {Path(line.split()[0]).name for line in said.splitlines() if line.strip()}


def problems():
    for library in sorted(needed_libraries()):
        if not any(library.startswith(name) for name in MAY_NEED) and "ld-linux" not in library:
            yield f"it needs {library}"

    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copy(PROGRAM, folder / "carnet")
        (folder / "book").mkdir()
        (folder / "book/README.md").write_text("# Alone\n", encoding="utf-8")
        run = subprocess.run(
            ["./carnet", "build", "book", "-o", "site"],
            cwd=folder, env={}, capture_output=True, text=True, check=False,
        )
        if run.returncode != 0:
            yield f"alone, it ends with {run.returncode}: {run.stderr}"
            return
        page = (folder / "site/index.html").read_text(encoding="utf-8")
        sheets = re.findall(r'<link\b[^>]*rel="?stylesheet"?[^>]*href="?([^" >]+)', page)
        if not sheets:
            yield "alone, it writes a page without a style sheet"
        for sheet in sheets:
            if not (folder / "site" / sheet).is_file():
                yield f"alone, it does not write {sheet}"


def main():
    if not os.access(PROGRAM, os.X_OK):
        print(f"there is no {PROGRAM}: build the release preset")
        return SKIPPED
    found = list(problems())
    for problem in found:
        print(problem)
    print(f"{PROGRAM.stat().st_size / 1e6:.1f} MB, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
