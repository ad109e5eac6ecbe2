#!/usr/bin/env python3
"""search_build.py [BOOK] [--runs N] [--copies 1,28]: what does the index of the search add to a build?

Builds a book, and copies of it, with a search and with `search: false`, in turn, because a shared
machine's speed drifts. Prints medians and their ratio, and ends with 1 if that is over the bar.
CARNET_BINARY and CARNET_SHARED are those of bench.py.
"""
import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from bench import build, bytes_of_text, in_memory, places, scale

MOST = 1.5  # Times a build without a search.


def settings(book, text):
    """The same book, with a carnet.yaml (real ones have none)."""
    (book / "carnet.yaml").write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("book", type=Path, nargs="?", help="default: the real book with most text")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--copies", default="1,28")
    options = parser.parse_args()
    book = (options.book or max(places.books(), key=bytes_of_text)).resolve()
    passed = True
    with tempfile.TemporaryDirectory(prefix="carnet-bench-", dir=in_memory()) as folder:
        work = Path(folder)
        for copies in map(int, options.copies.split(",")):
            source = work / "book"
            if copies == 1:
                shutil.copytree(book, source)
            else:
                scale(book, source, copies)
            seconds = {"true": [], "false": []}
            for _ in range(options.runs):
                for search, times in seconds.items():
                    settings(source, f"search: {search}\n")
                    times.append(build(source, work / "out")[0])
            shutil.rmtree(source)
            searched, bare = (statistics.median(seconds[search]) for search in ("true", "false"))
            quickest = min(seconds["true"]) / min(seconds["false"])
            good = searched / bare <= MOST
            passed &= good
            print(f"{'pass' if good else 'FAIL'}  {copies:3} times the book: {searched:.3f} s with a search, "
                  f"{bare:.3f} s without: {searched / bare:.2f} times, at most {MOST} "
                  f"(the quickest runs: {quickest:.2f} times)", flush=True)
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()
