#!/usr/bin/env python3
"""bench.py [BOOK] [--runs N] [--work DIR] [--copies 7,28]: is carnet as quick as it promises?

Measures `carnet build` on a book and on many copies of it, and cmark-gfm alone on the same text
in the same minute (the runs alternate, because a shared machine's speed drifts). Prints medians,
ratios, peak memory and bytes of HTML per page, then each bar with pass or FAIL, and ends with 1
if one fails. Also builds the book twice, in differently named folders, with other threads, time
zone and locale, and compares the bytes.

CARNET_BINARY is the program to measure, CARNET_SHARED the folder with tools/scale_corpus.py.
"""
import argparse
import filecmp
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "corpora"))
import places  # noqa: E402  (lies in the folder beside this one)

BARS = {  # what the project promises, for the book itself and for its largest multiple
    "seconds": 0.3, "times cmark": 9.0,
    "seconds, copies": 6.0, "times cmark, copies": 6.0, "MB, copies": 1000.0,
    "no assets / assets": 2.0, "page growth": 1.05,
}


def compile_baseline(folder):
    """cmark_baseline, optimised and static like the program it is compared with."""
    program = folder / "cmark_baseline"
    subprocess.run([os.environ.get("CXX", "c++"), "-std=c++20", "-O2", "-DNDEBUG",
                    "-DCMARK_GFM_STATIC_DEFINE", "-DCMARK_GFM_EXTENSIONS_STATIC_DEFINE",
                    HERE / "cmark_baseline.cc", "-o", program, "-Wl,-Bstatic",
                    "-lcmark-gfm-extensions", "-lcmark-gfm", "-Wl,-Bdynamic"], check=True)
    return program


def cmark_seconds(program, book):
    said = subprocess.run([program, book], capture_output=True, text=True, check=True).stdout
    return float(said.split()[0])


def build(book, out, *options, program=None, **environment):
    """(seconds, peak MB) of one build into a place where nothing lies yet."""
    shutil.rmtree(out, ignore_errors=True)
    start = time.perf_counter()
    process = subprocess.Popen([program or places.binary(), "build", book, "-o", out, *options],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env={**os.environ, **environment})
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{book}: the build ended with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def is_redirect(path):
    """A stub at an old address. It is small, and only the book itself has some."""
    with open(path, "rb") as file:
        return b'http-equiv="refresh"' in file.read(1000)


class Measured:
    """Medians of alternating runs of cmark-gfm and carnet on one book, and what it wrote."""

    def __init__(self, name, book, baseline, out, runs):
        cmark, carnet, memory = [], [], []
        for _ in range(runs):
            cmark.append(cmark_seconds(baseline, book))
            seconds, megabytes = build(book, out)
            carnet.append(seconds)
            memory.append(megabytes)
        self.cmark, self.seconds = statistics.median(cmark), statistics.median(carnet)
        self.memory = max(memory)
        pages = [path.stat().st_size for path in out.rglob("*.html") if not is_redirect(path)]
        self.bytes_per_page = sum(pages) / len(pages)
        self.ratio = self.seconds / self.cmark
        print(f"{name:24} cmark {self.cmark:7.3f} s   carnet {self.seconds:7.3f} s "
              f"({min(carnet):.3f} to {max(carnet):.3f})   {self.ratio:5.2f} times   "
              f"{self.memory:6.0f} MB   {len(pages):6} pages   {self.bytes_per_page:8.0f} B/page",
              flush=True)
        shutil.rmtree(out)


def bytes_of_text(book):
    return sum(path.stat().st_size for path in book.rglob("*.md"))


def scale(book, target, copies, *options):
    tool = places.shared("tools") / "scale_corpus.py"
    subprocess.run([sys.executable, tool, book, target, str(copies), *options], check=True,
                   stdout=subprocess.DEVNULL)
    return target


def differences(left, right, inside=""):
    """Paths that are not the same, byte for byte, in two trees."""
    names = sorted({*os.listdir(left / inside), *os.listdir(right / inside)})
    for name in names:
        path = os.path.join(inside, name)
        a, b = left / path, right / path
        if a.is_dir() and b.is_dir():
            yield from differences(left, right, path)
        elif not (a.is_file() and b.is_file() and filecmp.cmp(a, b, shallow=False)):
            yield path


def check_same_bytes(book, work):
    here, there = work / "one", work / "another folder" / "with-a-longer-name"
    for folder in (here, there):
        shutil.copytree(book, folder)
    build(here, work / "out-one", "--jobs", "1", TZ="UTC", LC_ALL="C")
    build(there, work / "out-two", "--jobs", "2", TZ="Pacific/Chatham", LC_ALL="tr_TR.UTF-8")
    found = list(differences(work / "out-one", work / "out-two"))
    for path in found[:10]:
        print(f"  differs: {path}")
    print(f"same input, same bytes: {'pass' if not found else 'FAIL'}")
    return not found


def in_memory():
    """A folder that is no disk, if there is room: what a disk still does for the output that was
    deleted a moment ago takes longer than a build, and says nothing about the program."""
    folder = Path("/dev/shm")
    if folder.is_dir() and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > 4 << 30:
        return folder
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("book", type=Path, nargs="?", help="default: the real book with most text")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", type=Path, default=in_memory(),
                        help="where copies and output go; needs a few GB (default: memory, if "
                             "there is room, else the folder for temporary files)")
    parser.add_argument("--copies", default="7,28")
    parser.add_argument("--tolerance", type=float, default=1,
                        help="by what the bars of time are widened, on a machine that is shared")
    options = parser.parse_args()
    copies = [int(n) for n in options.copies.split(",")]

    with tempfile.TemporaryDirectory(prefix="carnet-bench-", dir=options.work) as folder:
        work = Path(folder)
        baseline, out = compile_baseline(work), work / "out"
        book = (options.book or max(places.books(), key=bytes_of_text)).resolve()
        one = Measured("the book", book, baseline, out, options.runs)
        many = {}
        for n in copies:
            scaled = scale(book, work / f"copies-{n}", n)
            many[n] = Measured(f"{n} copies", scaled, baseline, out, options.runs)
            shutil.rmtree(scaled)
        most = many[max(copies)]
        bare_book = scale(book, work / "bare", max(copies), "--no-assets")
        bare = Measured(f"{max(copies)} without assets", bare_book, baseline, out, options.runs)
        shutil.rmtree(bare_book)

        figures = {
            "seconds": one.seconds, "times cmark": one.ratio,
            "seconds, copies": most.seconds, "times cmark, copies": most.ratio,
            "MB, copies": most.memory, "no assets / assets": bare.seconds / most.seconds,
            "page growth": max(m.bytes_per_page for m in many.values()) / one.bytes_per_page,
        }
        passed = True
        for bar, limit in BARS.items():
            if bar not in ("MB, copies", "page growth"):
                limit *= options.tolerance
            good = figures[bar] <= limit
            passed &= good
            print(f"{'pass' if good else 'FAIL'}  {bar}: {figures[bar]:.3f}, at most {limit:g}")
        passed &= check_same_bytes(book, work)
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()
