#!/usr/bin/env python3
"""Every relative link of the Markdown that is read in the repository itself leads to a file.

The manual is not looked at: carnet does that when it builds it.
"""

import re
import sys

from tools import ROOT

PAGES = ["README.md", "CHANGELOG.md", "tests/README.md"]


def main():
    broken = 0
    for page in PAGES:
        path = ROOT / page
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            for target in re.findall(r"\]\(([^)#\s]+)", line):
                if not re.match(r"[a-z]+:", target) and not (path.parent / target).exists():
                    broken += 1
                    print(f"{page}:{number}: `{target}` leads nowhere")
    print(f"{len(PAGES)} pages, {broken} broken links")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
