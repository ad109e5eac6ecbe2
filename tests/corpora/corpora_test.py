#!/usr/bin/env python3
"""corpora_test.py [NAME...]: builds every real book beside the project and has each judged.

A book must build with exit code 0; then words_kept.py, links_ok.py and tags_left.py say whether
words were lost, links are dead or tags are left in the text. Their thresholds are their own; only tags of
blocks that carnet does not have yet may stay.
NAME picks the books whose path contains it; `gbdocs` is judged as one site of all its books, too.
"""
import os
import re
import subprocess
import sys
from pathlib import Path

import places


def built_blocks():
    """The blocks that carnet knows. Tags of others stay as text, and are listed, not counted."""
    sources = (places.ROOT / "generator" / "blocks").glob("*.cc")
    text = "".join(path.read_text() for path in sources)
    return set(re.findall(r'BlockSpec k\w+ =\s*\{\s*\.name = "([^"]+)"', text))


def judge(tool, *arguments):
    run = subprocess.run([sys.executable, places.shared("tools") / tool, *arguments],
                         capture_output=True, encoding="utf-8", check=False,
                         env={**os.environ, "SHOW": "100000"})
    *rows, verdict = (run.stdout + run.stderr).rstrip().split("\n")
    good = run.returncode == 0
    if tool == "tags_left.py" and not good and not run.stderr:
        tags = [(re.search(r"[{<]%-?\s*(?:end)?([\w@/-]+)", row), row) for row in rows]
        not_built = {tag.group(1) for tag, _ in tags} - built_blocks()
        rows = [row for tag, row in tags if tag.group(1) not in not_built]
        good = not rows
        verdict = f"{len(rows)} block tags left, besides those not built: {sorted(not_built)}"
    print(f"  {'ok  ' if good else 'FAIL'} {tool}: {verdict.strip()}")
    if not good:
        print("\n".join(f"      {row.strip()[:200]}" for row in rows[:10]))
    return good


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


def test_site():
    """The spaces of one repository as one site, as its docs.yaml has them."""
    book = places.shared("corpora") / "gbdocs"
    with places.temporary_folder() as folder:
        out = Path(folder) / "out"
        run = places.build(book, out)
        print(f"gbdocs, all of it: exit {run.returncode}, {run.stdout.strip()}")
        if run.returncode != 0:
            print(run.stderr[-2000:])
            return False
        verdicts = [judge("links_ok.py", out), judge("tags_left.py", out, book)]
        # One space is nowhere in the repository.
        known = re.compile(r'href="https://app\.gitbook\.com/[^"]*\bs/(?!Ua3kTfM3iWAoECzM0u90)')
        left = [page for page in sorted(out.rglob("*.html")) if known.search(page.read_text())]
        print(f"  {'FAIL' if left else 'ok  '} links to spaces that are here: {left[:5]}")
        return all(verdicts) and not left


def main(wanted):
    corpora = places.shared("corpora")
    chosen = [book for book in places.books()
              if not wanted or any(name in str(book.relative_to(corpora)) for name in wanted)]
    if not chosen:
        sys.exit("no book to test")
    results = [test(book) for book in chosen]
    if not wanted or "gbdocs" in wanted:
        results.append(test_site())
    print(f"{sum(results)} of {len(results)} books pass")
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
