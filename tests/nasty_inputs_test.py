#!/usr/bin/env python3
"""Each of the inputs of nasty_inputs.md has an example, and it is where the list says.

An example of a spec file is named by the first words of the paragraph above it, a case of
a unit test by its name.
"""

import re
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent
COUNT = 56
ROW = re.compile(r"^\| (\d+) \| (.+) \| (.+) \|$")
NAME = re.compile(r"`([^`]+)`: “([^”]+)”")
FENCE = re.compile(r"^(`{4,}) example\b")


def examples_of(path):
    """The paragraph above each example of a spec file, on one line."""
    paragraphs = []
    lines = path.read_text(encoding="utf-8").split("\n")
    closing = None
    above = []
    for i, line in enumerate(lines):
        if closing is not None:
            closing = None if line == closing else closing
        elif match := FENCE.match(line):
            closing = match[1]
            paragraphs.append(" ".join(above))
            above = []
        elif line:
            above = [*above, line] if lines[i - 1] else [line]
    return paragraphs


def cases_of(path):
    return re.findall(r'TEST_CASE\("([^"]+)"\)', path.read_text(encoding="utf-8"))


def find_problems(text):
    problems = []
    rows = [match for line in text.split("\n") if (match := ROW.match(line))]
    numbers = [int(row[1]) for row in rows]
    if numbers != list(range(1, COUNT + 1)):
        missing = sorted(set(range(1, COUNT + 1)) - set(numbers))
        problems.append(f"the rows are not numbered 1 to {COUNT}; missing: {missing}")
    for row in rows:
        names = NAME.findall(row[3])
        if "<br>".join(f"`{file}`: “{words}”" for file, words in names) != row[3]:
            problems.append(f"{row[1]}: examples are named as `FILE`: “words”, with <br> between them")
        for file, words in names:
            path = TESTS / file
            if not path.is_file():
                problems.append(f"{row[1]}: there is no file `{file}`")
                continue
            texts = examples_of(path) if path.suffix == ".md" else cases_of(path)
            found = sum(text.startswith(words) for text in texts)
            if found != 1:
                problems.append(f"{row[1]}: `{file}` has {found} examples under “{words}”")
    return problems


def main():
    text = (TESTS / "nasty_inputs.md").read_text(encoding="utf-8")
    problems = find_problems(text)
    # A check that finds nothing when an example is gone is none.
    if not find_problems(text.replace("“A scheme", "“No scheme")) or not find_problems(text.replace("| 31 |", "|")):
        problems.append("this test does not notice what is missing")
    print("\n".join(problems) if problems else f"{COUNT} inputs, each with its example")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
