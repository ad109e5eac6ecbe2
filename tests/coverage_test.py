#!/usr/bin/env python3
"""Every message that carnet can give is expected by a test and explained in the manual.

The registry of messages is generator/diag/kinds.def. A code counts as expected if it
stands as `[code]` in an expectation: the last part of an example of spec/, an
expected.txt of sites/; as its DiagnosticKind in a unit test; or in history_test.py.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KIND = re.compile(r'^DIAGNOSTIC\((\w+),\s*"([a-z0-9-]+)",\s*(\w+)\)', re.MULTILINE)
EXAMPLE = re.compile(r"^(`{4,}) example[^\n]*\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


def expected_by_specs():
    text = ""
    for path in sorted((ROOT / "tests/spec").rglob("*.md")):
        for _, body in EXAMPLE.findall(path.read_text(encoding="utf-8")):
            parts = re.split(r"^\.\n", body, flags=re.MULTILINE)
            text += "".join(parts[2:])
    return text


def expected_by_sites():
    return "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/sites").rglob("expected.txt")))


def main():
    kinds = KIND.findall((ROOT / "generator/diag/kinds.def").read_text(encoding="utf-8"))
    if len(kinds) < 20:
        print(f"only {len(kinds)} kinds were found in kinds.def")
        return 1
    expectations = expected_by_specs() + expected_by_sites()
    units = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/unit").glob("*_test.cc")))
    repositories = (ROOT / "tests/history_test.py").read_text(encoding="utf-8")
    problems = []
    for kind, code, _ in kinds:
        is_expected = (
            f"[{code}]" in expectations + units or f" {code}: " in units or f"DiagnosticKind::{kind}" in units
            or f'{{"{code}"}}' in repositories
        )
        if not is_expected:
            problems.append(f"no test expects `{code}`")
        if not (ROOT / f"content/diagnostics/{code}.md").exists():
            problems.append(f"content/diagnostics/{code}.md is missing")
    codes = {code for _, code, _ in kinds}
    for page in sorted((ROOT / "content/diagnostics").glob("*.md")):
        if page.stem != "README" and page.stem not in codes:
            problems.append(f"content/diagnostics/{page.name} explains no message")
    print("\n".join(problems) if problems else f"{len(kinds)} messages, each expected and explained")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
