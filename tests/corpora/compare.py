#!/usr/bin/env python3
"""compare.py [BOOK...]: are the reported broken links the ones that oracle.py finds?

Builds each book (by default every real book beside the project) and compares the places of its
`broken-link`, `broken-redirect` and `unterminated-quote` warnings with the oracle's list, as
multisets of file:line. Prints what only one of the two has; ends with 1 if there is anything.
"""
import collections
import re
import sys
from pathlib import Path

import oracle
import places

CODES = {"broken-link", "broken-redirect", "unterminated-quote"}
DIAGNOSTIC = re.compile(r"^(.+?):(\d+):(\d+): (\w+): (.*) \[([a-z0-9-]+)\]$", re.M)


def reported(book):
    """The place and code of each diagnostic that the program prints, with its message."""
    with places.temporary_folder() as folder:
        run = places.build(book, Path(folder) / "out", "--color", "never")
    if run.returncode != 0:
        sys.exit(f"{book}: the build ended with {run.returncode}\n{run.stderr[-2000:]}")
    found, text_of, wrong = collections.Counter(), {}, []
    for path, line, _, severity, message, code in DIAGNOSTIC.findall(run.stderr):
        if code not in CODES:
            continue
        path = Path(path)
        inside = path.relative_to(book) if path.is_relative_to(book) else path
        key = (str(inside), int(line), code)
        found[key] += 1
        text_of[key] = message
        if severity != "warning":
            wrong.append(f"{inside}:{line}: {code} is a {severity}, not a warning")
    return found, text_of, wrong


def compare(book):
    expected, target_of = collections.Counter(), {}
    for problem in oracle.problems(book):
        key = (problem.path, problem.line, problem.code)
        expected[key] += 1
        target_of[key] = problem.target
    found, text_of, wrong = reported(book)
    missing, extra = expected - found, found - expected
    for (path, line, code), n in sorted(missing.items()):
        print(f"  not reported ({n}x) {path}:{line} {code} {target_of[path, line, code]}")
    for (path, line, code), n in sorted(extra.items()):
        print(f"  not expected ({n}x) {path}:{line} {code} {text_of[path, line, code]}")
    for complaint in wrong:
        print(f"  {complaint}")
    counts = collections.Counter()
    for (_, _, code), n in expected.items():
        counts[code] += n
    summary = ", ".join(f"{n} {code}" for code, n in sorted(counts.items())) or "nothing"
    print(f"{book.name}: expected {summary}; {missing.total()} not reported, {extra.total()} not expected")
    return not (missing or extra or wrong)


def main(arguments):
    given = [Path(a).resolve() for a in arguments]
    results = [compare(book) for book in given or places.books()]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
