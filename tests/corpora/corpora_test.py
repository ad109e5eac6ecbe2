#!/usr/bin/env python3
"""corpora_test.py [NAME...]: builds every real book beside the project and has each judged.

A book must build with exit code 0; then words_kept.py, links_ok.py and tags_left.py say whether
words were lost, links are dead or tags are left in the text. Their thresholds are their own.
NAME picks the books whose path contains it.
"""
import subprocess
import sys
from pathlib import Path

import places


def judge(tool, *arguments):
    run = subprocess.run([sys.executable, places.shared("tools") / tool, *arguments],
                         capture_output=True, encoding="utf-8", check=False)
    verdict = "ok  " if run.returncode == 0 else "FAIL"
    lines = (run.stdout + run.stderr).rstrip().split("\n")
    print(f"  {verdict} {tool}: {lines[-1].strip()}")
    if run.returncode != 0:
        print("\n".join(f"      {line.strip()[:200]}" for line in lines[:-1][:10]))
    return run.returncode == 0


def test(book):
    with places.temporary_folder() as folder:
        out = Path(folder) / "out"
        run = places.build(book, out)
        print(f"{book.relative_to(places.shared('corpora'))}: exit {run.returncode}, "
              f"{run.stdout.strip().splitlines()[-1] if run.stdout.strip() else 'no summary line'}")
        if run.returncode != 0:
            print(run.stderr[-2000:])
            return False
        verdicts = [judge("words_kept.py", book, out), judge("links_ok.py", out),
                    judge("tags_left.py", out, book)]
    return all(verdicts)


def main(wanted):
    corpora = places.shared("corpora")
    chosen = [book for book in places.books()
              if not wanted or any(name in str(book.relative_to(corpora)) for name in wanted)]
    if not chosen:
        sys.exit("no book to test")
    results = [test(book) for book in chosen]
    print(f"{sum(results)} of {len(results)} books pass")
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
