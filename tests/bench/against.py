#!/usr/bin/env python3
"""against.py REVISION [BOOK] [--copies 28] [--runs 7]: is carnet still as quick as it was?

Builds the release program of an earlier revision of this repository beside today's, and lets the
two build a book, and many copies of it, in turn: a shared machine drifts, but both meet the same
moments. Prints the medians, the median of the ratios and each bar with pass or FAIL; ends with 1
if one fails. OLD_BINARY, if set, is the earlier program, and nothing is built.

CARNET_BINARY is today's program, CARNET_SHARED the folder with tools/scale_corpus.py.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "corpora"))
import bench  # noqa: E402  (what follows lies beside this one)
import places  # noqa: E402

MAY_TAKE = 1.25  # Times what it took.


def compile_revision(revision, folder):
    """The release program of that revision, built in `folder`."""
    tree, binary = folder / "tree", folder / "build"
    subprocess.run(["git", "-C", places.ROOT, "worktree", "add", "--quiet", "--detach", tree, revision],
                   check=True)
    try:
        assets = places.ROOT / "assets/node_modules"
        if (tree / "assets/package.json").exists() and assets.is_dir():
            os.symlink(assets, tree / "assets/node_modules")
        subprocess.run(["cmake", "--preset", "release", "-B", binary, "-D", "BUILD_TESTING=OFF"],
                       cwd=tree, check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["cmake", "--build", binary, "--target", "carnet"], check=True,
                       stdout=subprocess.DEVNULL)
        return Path(shutil.copy(binary / "carnet", folder / "carnet"))
    finally:
        subprocess.run(["git", "-C", places.ROOT, "worktree", "remove", "--force", tree], check=True)


def compare(name, book, old, new, out, runs):
    """The median ratio of new to old, from runs that alternate."""
    seconds = {old: [], new: []}
    for _ in range(runs):
        for program in (old, new):
            seconds[program].append(bench.build(book, out, program=program)[0])
    shutil.rmtree(out)
    ratio = statistics.median(b / a for a, b in zip(seconds[old], seconds[new]))
    before, now = (statistics.median(seconds[program]) for program in (old, new))
    good = ratio <= MAY_TAKE
    print(f"{'pass' if good else 'FAIL'}  {name}: {before:.3f} s then, {now:.3f} s now, "
          f"{ratio:.2f} times, at most {MAY_TAKE}", flush=True)
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("revision")
    parser.add_argument("book", type=Path, nargs="?", help="default: the real book with most text")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--copies", type=int, default=28)
    parser.add_argument("--work", type=Path, default=bench.in_memory())
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="carnet-bench-", dir=options.work) as folder:
        work = Path(folder)
        given = os.environ.get("OLD_BINARY")
        old = Path(given).resolve() if given else compile_revision(options.revision, work)
        new, out = places.binary(), work / "out"
        book = (options.book or max(places.books(), key=bench.bytes_of_text)).resolve()
        passed = compare(book.name, book, old, new, out, options.runs)
        copies = bench.scale(book, work / "copies", options.copies)
        passed &= compare(f"{options.copies} copies", copies, old, new, out, options.runs)
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()
