"""What must be true of every built site, whatever it is about.

Links inside the site lead to a file, fragments to an id of that page, HTML and feeds are well formed,
and no path of the machine stands in the output.
"""

import posixpath
import re
from datetime import datetime
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"

VOID = set("area base br col embed hr img input link meta source track wbr".split())


class Page(HTMLParser):
    """The ids and the addresses of a page, and what is wrong with its tags."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids, self.addresses, self.problems, self._open = set(), [], [], []
        self.feed(text)
        self.close()
        if self._open:
            self.problems.append(f"<{self._open[-1]}> is never closed")

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        for name in {name for name in names if names.count(name) > 1}:
            self.problems.append(f"line {self.getpos()[0]}: <{tag}> has two attributes `{name}`")
        for name, value in attrs:
            if name == "id":
                if value in self.ids:
                    self.problems.append(f"line {self.getpos()[0]}: the id `{value}` occurs twice")
                self.ids.add(value)
            elif name in ("href", "src", "poster"):
                self.addresses.append(value or "")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag):
        if not self._open or self._open[-1] != tag:
            inside = self._open[-1] if self._open else "nothing"
            self.problems.append(f"line {self.getpos()[0]}: </{tag}> inside of {inside}")
        if tag in self._open:
            while self._open.pop() != tag:
                pass


def target_of(path, address):
    """The file and the fragment that `address` names on the page at `path`."""
    parts = urlsplit(address)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    return (target if parts.path else path), unquote(parts.fragment)


def feed_problems(content):
    """What a feed lacks of RFC 4287, and where it is not in order."""
    try:
        feed = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        yield f"no XML: {error}"
        return
    entries = feed.findall(ATOM + "entry")
    if not feed.findtext(f"{ATOM}author/{ATOM}name"):
        yield "the feed has no author"
    for part in [feed, *entries]:
        for name in ("id", "title", "updated"):
            if not part.findtext(ATOM + name):
                yield f"an element has no <{name}>"
        addresses = [link.get("href", "") for link in part.findall(ATOM + "link")]
        for address in [part.findtext(ATOM + "id", ""), *addresses]:
            if not re.match(r"https?://[^/]+/", address):
                yield f"`{address}` is no full address"
        content = part.findtext(ATOM + "content", "")
        for address in re.findall(r'(?:href|src|srcset)="([^"]*)"', content):
            if not re.match(r"[a-z]+:", address):
                yield f"`{address}` leads nowhere from a news reader"
    ids = [entry.findtext(ATOM + "id") for entry in entries]
    if len(set(ids)) < len(ids):
        yield "two entries have the same id"
    dates = [datetime.fromisoformat(entry.findtext(ATOM + "updated", "").replace("Z", "+00:00"))
             for entry in entries]
    if dates != sorted(dates, reverse=True):
        yield "the entries are not in order, the newest first"
    if dates and feed.findtext(ATOM + "updated") != entries[0].findtext(ATOM + "updated"):
        yield "the feed is not as new as its newest entry"


def free_checks(files, forbidden):
    for path, content in files.items():
        for text in forbidden:
            if text.encode() in content:
                yield f"{path} holds a path of this machine: {text}"

    for path, content in files.items():
        if path.endswith(".atom"):
            for problem in feed_problems(content):
                yield f"{path}: {problem}"

    pages = {
        path: Page(content.decode("utf-8"))
        for path, content in files.items()
        if path.endswith(".html")
    }
    for path, page in pages.items():
        for problem in page.problems:
            yield f"{path}: {problem}"
        if path.rpartition("/")[2] == "404.html":
            continue  # It alone has addresses from the root of the host.
        for address in page.addresses:
            if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", address):
                continue
            if address.startswith("/"):
                yield f"{path}: `{address}` works on one host only"
                continue
            target, fragment = target_of(path, address)
            if target not in files:
                yield f"{path}: `{address}` leads nowhere"
            elif fragment and target in pages and fragment not in pages[target].ids:
                yield f"{path}: `{address}` leads to no heading"
