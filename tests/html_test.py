#!/usr/bin/env python3
"""The HTML and CSS of the manual pass the Nu checker.

CARNET_BINARY is the program that builds it.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECKER = ROOT / "tests/node_modules/vnu-jar/build/dist/vnu.jar"


def main():
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch, "site")
        subprocess.run(
            [os.environ["CARNET_BINARY"], "build", ROOT / "content", "-o", site],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
        )
        pages = sorted(site.rglob("*.html"))
        run = subprocess.run(
            ["java", "-jar", CHECKER, "--errors-only", "--format", "json",
             "--stdout", "--exit-zero-always", *pages],
            stdout=subprocess.PIPE, text=True, check=True,
        )
        found = json.loads(run.stdout)["messages"]
        for message in found:
            path = Path(message["url"].removeprefix("file:")).relative_to(site)
            place = f"{path}:{message.get('lastLine', 1)}:{message.get('lastColumn', 1)}"
            print(f"{place}: {message['message']}\n    {message.get('extract', '').strip()}")
        print(f"{len(pages)} pages, {len(found)} problems")
        return 1 if found or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
