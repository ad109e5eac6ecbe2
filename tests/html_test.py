#!/usr/bin/env python3
"""html_test.py [corpora]: the HTML of every page of the manual, or of every real book, and its CSS
pass the Nu checker.

CARNET_BINARY is the program that builds them.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/corpora"))
import places  # noqa: E402

# Which heading stands where is the author's choice, and so is an address on the web: both are
# shown as they were written. The checker leaves out an address that is long.
AUTHORS_CHOICE = [
    r"^The heading .* skipping \d+ heading levels?",
    r"^Bad value .https?:.* for attribute .href.",
    r"^Bad value  for attribute .href. on element .a.: Illegal character in fragment",
]
CHECKER = ROOT / "tests/node_modules/vnu-jar/build/dist/vnu.jar"


def problems(pages, site):
    """What the checker says of pages below `site`, as lines: one start of it for all of them."""
    run = subprocess.run(
        ["java", "-jar", CHECKER, "--errors-only", "--format", "json",
         "--stdout", "--exit-zero-always", *pages],
        stdout=subprocess.PIPE, text=True, check=True,
    )
    found = []
    for message in json.loads(run.stdout)["messages"]:
        if not any(re.search(choice, message["message"]) for choice in AUTHORS_CHOICE):
            path = unquote(message["url"].removeprefix("file:")).removeprefix(f"{site}/")
            place = f"{path}:{message.get('lastLine', 1)}:{message.get('lastColumn', 1)}"
            found.append(f"{place}: {message['message']}\n    {message.get('extract', '').strip()}")
    return found


def check(book):
    """Prints what the checker says of a book, and whether that is nothing."""
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch, "site")
        subprocess.run(
            [os.environ["CARNET_BINARY"], "build", book, "-o", site],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
        )
        pages = sorted(site.rglob("*.html"))
        found = problems(pages, site)
    for problem in found:
        print(problem)
    print(f"{book.name}: {len(pages)} pages, {len(found)} problems", flush=True)
    return len(pages) > 0 and not found


def main(arguments):
    books = places.books() if arguments == ["corpora"] else [ROOT / "content"]
    return 0 if all([check(book) for book in books]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
