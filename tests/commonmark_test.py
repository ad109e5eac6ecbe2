#!/usr/bin/env python3
"""Holds carnet's Markdown against the examples of the CommonMark specification.

    commonmark_test.py [--all]   CARNET_SPEC_RUNNER=path of carnet_spec_runner

The parser is cmark-gfm's, but the tree and the HTML are carnet's own; this shows
that nothing is lost on the way. Only Markdown is read here: no block tags, no front
matter, HTML passed on as it is.

Two texts of HTML are the same if they differ only in the order of attributes, in
how an empty element is closed, in entities, and in white space between blocks.
"""

import difflib
import html.parser
import os
import re
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent
SPEC = TESTS / "node_modules/commonmark-spec/spec.txt"
EXAMPLES = 649

# Examples that carnet shows otherwise, and why. At most ten.
DIFFERENT = {
    598: "an address in brackets that are no autolink is still one of GitHub's, without the brackets",
    602: "the same, for an address of e-mail",
    604: "the same, with spaces",
    607: "a bare address is a link for GitHub and for GitBook",
    608: "so is a bare address of e-mail",
}

BLOCKS = set(
    "address article aside blockquote body br button canvas caption col colgroup dd del details div dl dt "
    "embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe ins li map object ol "
    "output p pre progress script section style table tbody td textarea tfoot th thead tr ul video".split()
)
VOID = set("area base br col embed hr img input link meta param source track wbr".split())


class Normaliser(html.parser.HTMLParser):
    """Writes HTML in one way of the many."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out = []
        self.in_pre = 0

    def handle_starttag(self, tag, attributes):
        if tag in BLOCKS:
            self.end_line()
        written = "".join(
            f' {name}="{html.escape(value)}"' if value is not None else f" {name}"
            for name, value in sorted(attributes, key=lambda a: a[0])
        )
        self.out.append(f"<{tag}{written}>")
        if tag in BLOCKS:
            self.out.append("\n") if tag != "pre" else None
        if tag == "pre":
            self.in_pre += 1

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag == "pre":
            self.in_pre -= 1

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if tag == "pre" and self.in_pre > 0:
            self.in_pre -= 1
        elif tag in BLOCKS:
            self.end_line()
        self.out.append(f"</{tag}>")
        if tag in BLOCKS:
            self.out.append("\n")

    def handle_data(self, data):
        if self.in_pre:
            self.out.append(html.escape(data))
            return
        text = re.sub(r"[ \t\n]+", " ", data)
        if not self.out or self.out[-1].endswith("\n"):
            text = text.lstrip(" ")
        if text:
            self.out.append(html.escape(text))

    def handle_comment(self, data):
        self.out.append(f"<!--{data}-->")

    def handle_decl(self, declaration):
        self.out.append(f"<!{declaration}>")

    def unknown_decl(self, data):
        self.out.append(f"<![{data}]>")

    def handle_pi(self, data):
        self.out.append(f"<?{data}>")

    def end_line(self):
        while self.out and self.out[-1].endswith((" ", "\n")) and not self.in_pre:
            stripped = self.out[-1].rstrip(" \n")
            self.out.pop()
            if stripped:
                self.out.append(stripped)
        if self.out:
            self.out.append("\n")


def normalise(text):
    normaliser = Normaliser()
    normaliser.feed(text)
    normaliser.close()
    lines = "".join(normaliser.out).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def read_examples():
    text = SPEC.read_text(encoding="utf-8")
    examples = re.findall(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", text, re.MULTILINE | re.DOTALL)
    return [(source.replace("→", "\t"), expected.replace("→", "\t")) for source, expected in examples]


def render(runner, sources):
    request = b"".join(b"%d\n%s" % (len(source), source) for source in sources)
    answer = subprocess.run([runner, "--markdown"], input=request, stdout=subprocess.PIPE, check=True).stdout
    pages = []
    while answer:
        length, answer = answer.split(b"\n", 1)
        pages.append(answer[: int(length)].decode())
        answer = answer[int(length) :]
    return pages


def check_normaliser():
    """What is the same must look the same, and nothing else."""
    same = [
        ('<img alt="a" src="b" />', '<img src="b" alt="a">'),
        ("<p>a</p>\n<p>&quot;b&quot;</p>", '<p>a</p><p>"b"</p>'),
        ("<ul>\n<li>a</li>\n</ul>", "<ul><li>a</li></ul>"),
        ("a<br />\nb", "a<br>\nb"),
    ]
    different = [
        ("<p>a</p>", "<p>b</p>"),
        ("<pre>a\n</pre>", "<pre>a</pre>"),
        ("<pre>a  b</pre>", "<pre>a b</pre>"),
        ("<p>a b</p>", "<p>ab</p>"),
        ("<p><em>a</em> b</p>", "<p><em>a</em>b</p>"),
        ("<p>a</p>", "<div>a</div>"),
        ("<p>&lt;b&gt;</p>", "<p><b></p>"),
        ('<a href="a">b</a>', '<a href="a" title="">b</a>'),
    ]
    wrong = [pair for pair in same if normalise(pair[0]) != normalise(pair[1])]
    wrong += [pair for pair in different if normalise(pair[0]) == normalise(pair[1])]
    for pair in wrong:
        print(f"the normaliser is wrong about {pair[0]!r} and {pair[1]!r}")
    return not wrong


def main():
    if not SPEC.exists():
        print(f"skipped: {SPEC} is not there; ./test.sh installs it")
        return 77
    runner = os.environ["CARNET_SPEC_RUNNER"]
    examples = read_examples()
    pages = render(runner, [source.encode() for source, _ in examples])
    is_fine = check_normaliser()
    if len(examples) != EXAMPLES or len(pages) != EXAMPLES:
        print(f"{len(examples)} examples and {len(pages)} answers; there should be {EXAMPLES} of each")
        is_fine = False
    different = []
    for number, ((source, expected), page) in enumerate(zip(examples, pages), start=1):
        expected, actual = normalise(expected), normalise(page)
        if expected == actual:
            continue
        different.append(number)
        if number in DIFFERENT and "--all" not in sys.argv:
            continue
        print(f"example {number} differs:\n{source}")
        print("\n".join(difflib.unified_diff(expected.split("\n"), actual.split("\n"), "expected", "actual")))
        is_fine = is_fine and number in DIFFERENT
    for number in DIFFERENT:
        if number not in different:
            print(f"example {number} does not differ any more: take it out of DIFFERENT")
            is_fine = False
    if len(DIFFERENT) > 10:
        print(f"{len(DIFFERENT)} differences are listed; ten are the limit")
        is_fine = False
    print(f"{len(examples)} examples, {len(different)} differ: {different}")
    return 0 if is_fine else 1


if __name__ == "__main__":
    sys.exit(main())
