"""Where the scripts beside this file find the real books, the judging tools and the binary.

CARNET_SHARED names the folder that holds corpora/, seeds/ and tools/ (default: ../shared beside
the repository), CARNET_BINARY the program to judge (default: what the release preset builds).
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SKIPPED = 77  # What ctest takes for "skipped", see tests/CMakeLists.txt.


def shared(folder):
    """A folder beside the project. Without it there is nothing to test, and the test is skipped."""
    place = Path(os.environ.get("CARNET_SHARED", ROOT.parent / "shared")) / folder
    if not place.is_dir():
        print(f"skipped: there is no {place}; set CARNET_SHARED to a folder with {folder}/ in it")
        sys.exit(SKIPPED)
    return place


def binary():
    place = Path(os.environ.get("CARNET_BINARY", ROOT / "build" / "release" / "carnet"))
    if not os.access(place, os.X_OK):
        sys.exit(f"there is no program at {place}: build it, or set CARNET_BINARY")
    return place.resolve()


def books():
    """Each folder of the corpora that is one book, in order: one with a SUMMARY.md of its own."""
    return sorted(path.parent for path in shared("corpora").rglob("SUMMARY.md"))


def build(book, out, *options):
    """Builds a book; what the program wrote stays in the result as text."""
    return subprocess.run([binary(), "build", book, "-o", out, *options], capture_output=True,
                          encoding="utf-8", errors="replace", check=False)


def temporary_folder():
    return tempfile.TemporaryDirectory(prefix="carnet-test-")
