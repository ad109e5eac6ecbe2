#!/usr/bin/env python3
"""html_test.py [BOOK]: the HTML and CSS of the manual, or of a real book, pass the Nu checker.

BOOK is the name of a folder in the corpora; of its pages a sample is checked, spread over the book.
CARNET_BINARY is the program that builds it.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/corpora"))
import places  # noqa: E402

SAMPLE = 60  # Pages of a real book: a minute for the checker.
# Which heading stands where is the author's choice, and so is an address on the web: both are
# shown as they were written.
AUTHORS_CHOICE = r"^The heading .* skipping \d+ heading levels?|^Bad value .https?:.* for attribute .href."
CHECKER = ROOT / "tests/node_modules/vnu-jar/build/dist/vnu.jar"


def main(arguments):
    book = places.shared("corpora") / arguments[0] if arguments else ROOT / "content"
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch, "site")
        subprocess.run(
            [os.environ["CARNET_BINARY"], "build", book, "-o", site],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
        )
        pages = sorted(site.rglob("*.html"))
        if arguments:
            pages = pages[::max(1, len(pages) // SAMPLE)]
        run = subprocess.run(
            ["java", "-jar", CHECKER, "--errors-only", "--format", "json",
             "--stdout", "--exit-zero-always", *pages],
            stdout=subprocess.PIPE, text=True, check=True,
        )
        found = [
            message
            for message in json.loads(run.stdout)["messages"]
            if not re.search(AUTHORS_CHOICE, message["message"])
        ]
        for message in found:
            path = Path(message["url"].removeprefix("file:")).relative_to(site)
            place = f"{path}:{message.get('lastLine', 1)}:{message.get('lastColumn', 1)}"
            print(f"{place}: {message['message']}\n    {message.get('extract', '').strip()}")
        print(f"{len(pages)} pages, {len(found)} problems")
        return 1 if found or not pages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
