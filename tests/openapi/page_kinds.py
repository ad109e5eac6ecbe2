"""Which pages show, together, everything that a set of pages shows.

What is looked at slowly, as axe does, need not be looked at twice. Two elements are of one kind if they have
the same name, classes, state and place: the element that they stand in.
"""

from html.parser import HTMLParser

# They have no end tag.
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
STATES = ("data-kind", "open", "hidden")
# What a page costs beside its bytes: so many bytes more.
FIXED_COST = 20_000


class Kinds(HTMLParser):
    """Collects the kinds of elements in the `<main>` of a page."""

    def __init__(self):
        super().__init__()
        self.found = set()
        self.open = []

    def handle_starttag(self, tag, attrs):
        if not self.open and tag != "main":
            return
        values = dict(attrs)
        kind = (tag, *sorted((values.get("class") or "").split()),
                *(f"{state}={values[state]}" for state in STATES if state in values))
        self.found.add((self.open[-1] if self.open else None, kind))
        if tag not in VOID:
            self.open.append(kind)

    def handle_endtag(self, tag):
        if self.open and tag not in VOID:
            self.open.pop()


def kinds_of(page):
    parser = Kinds()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.found


def choose(pages):
    """Some of `pages` that show every kind of element that any of them shows: few and light ones first."""
    kinds = {page: kinds_of(page) for page in pages}
    costs = {page: page.stat().st_size + FIXED_COST for page in pages}
    missing = set().union(*kinds.values())
    chosen = []
    while missing:
        best = max(pages, key=lambda page: (len(kinds[page] & missing) / costs[page], str(page)))
        chosen.append(best)
        missing -= kinds[best]
    return chosen
