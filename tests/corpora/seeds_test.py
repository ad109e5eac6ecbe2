#!/usr/bin/env python3
"""seeds_test.py: the five pages that the project started from, laid out as a book and built.

Their relative links tell where each lies. Two of them are UTF-8 that was once read as Mac Roman,
three are hidden, and one comes from a Jekyll site and moves to its `permalink`.
"""
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import places

FOLDER = "travailler-chez-beta.gouv.fr/les-differents-metiers/intrapreneur/"
PAGES = {  # the number that the seed's name begins with, and the path of its page
    "000": FOLDER + "les-infos-utiles-de-lintra.md",
    "001": FOLDER + "README.md",
    "002": FOLDER + "accompagnement-de-carrieres-des-intras.md",
    "003": FOLDER + "certification-des-intrapreneurs/README.md",
    "004": "les-intrapreneurs.md",
}
SUMMARY = f"""# Table of contents

* [Accueil](README.md)
* [Les intrapreneurs]({PAGES["004"]})

## Les métiers

* [Intrapreneur / intrapreneure]({PAGES["001"]})
  * [Infos utiles]({PAGES["000"]})
  * [Accompagnement de carrières]({PAGES["002"]})
  * [Certification des intras]({PAGES["003"]})
"""
ADDRESSES = {
    "000": FOLDER + "les-infos-utiles-de-lintra.html",
    "001": FOLDER + "index.html",
    "002": FOLDER + "accompagnement-de-carrieres-des-intras.html",
    "003": FOLDER + "certification-des-intrapreneurs/index.html",
    "004": "approche/intrapreneurs.html",
}
HIDDEN = ("000", "002", "003")
SENTENCES = {  # what a reader must see, written as it should be read
    "000": "Pour échanger entre intrapreneur quand on ne peut pas déjà trouver l'information",
    "001": "La DINUM reconnaît le métier particuliers des intras",
    "002": "Nous offrons une offre de soutien aux intras qui rencontrent des problématiques RH",
    "003": "Mettre en place et maintenir une cohésion d’équipe",
    "004": "l’intrapreneur est la personne responsable du service numérique qu’elle incarne",
}
TITLES = {"002": "💼 Accompagnement de carrières des intras", "003": "🎖️ Certification des intras"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Page(HTMLParser):
    """The text of <main>, the links of the sidebar, and all the text of a page."""

    def __init__(self, path):
        super().__init__()
        self.all, self.main, self.sidebar_links, self.headings = [], [], [], []
        self.open = []  # (element, its data-part)
        self.feed(path.read_text(encoding="utf-8"))

    def inside(self, *, element=None, part=None):
        return any(e == element or (part and p == part) for e, p in self.open)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "a" and self.inside(part="toc"):
            self.sidebar_links.append(attributes.get("href", ""))
        if tag not in VOID:
            self.open.append((tag, attributes.get("data-part")))

    def handle_endtag(self, tag):
        while tag in (e for e, _ in self.open) and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        self.all.append(data)
        if self.inside(element="main"):
            self.main.append(data)
        if self.inside(element="h1"):
            self.headings.append(data)

    def text(self):
        return " ".join("".join(self.main).split())


def lay_out(book):
    (book / "README.md").parent.mkdir(parents=True)
    (book / "README.md").write_text("# Accueil\n\nBienvenue.\n", encoding="utf-8")
    (book / "SUMMARY.md").write_text(SUMMARY, encoding="utf-8")
    for number, path in PAGES.items():
        (seed,) = places.shared("seeds").glob(f"{number}_*")
        (book / path).parent.mkdir(parents=True, exist_ok=True)
        (book / path).write_bytes(seed.read_bytes())


def complaints(out):
    pages = {}
    for number, address in ADDRESSES.items():
        if not (out / address).is_file():
            yield f"{number}: no page at {address}"
            continue
        pages[number] = Page(out / address)
    for number, page in pages.items():
        text = page.text()
        if SENTENCES[number] not in text:
            yield f"{number}: `{SENTENCES[number]}` is not in the text of the page"
        if number in TITLES and TITLES[number] not in "".join(page.headings):
            yield f"{number}: the H1 is `{''.join(page.headings)}`, not `{TITLES[number]}`"
        broken = re.search(r".{0,20}(?:√|‚Äô|üé|ü[íö]).{0,20}", " ".join(page.all))
        if broken:
            yield f"{number}: mojibake is left: `{broken.group()}`"
        if "hidden: true" in text or "layout: with-sidebar" in text or "permalink:" in text:
            yield f"{number}: front matter is left in the text"
        if not page.sidebar_links:
            yield f"{number}: the page has no sidebar"
        for hidden in HIDDEN:
            name = PAGES[hidden].rsplit("/", 1)[-1].removesuffix(".md")
            name = "certification-des-intrapreneurs" if name == "README" else name
            if number not in HIDDEN and any(name in link for link in page.sidebar_links):
                yield f"{number}: its sidebar shows the hidden page {hidden}"
    home = Page(out / "index.html") if (out / "index.html").is_file() else None
    if not home:
        yield "no start page"
    elif not any("approche/intrapreneurs.html" in link for link in home.sidebar_links):
        yield f"the sidebar of the start page does not lead to the permalink: {home.sidebar_links}"
    old = [out / "les-intrapreneurs.html", out / "les-intrapreneurs" / "index.html"]
    moved = [path for path in old if path.is_file()]
    if not moved:
        yield "004: no redirect at its own place"
    elif "approche/intrapreneurs.html" not in moved[0].read_text(encoding="utf-8"):
        yield f"004: {moved[0].name} does not lead to the permalink"


def main():
    places.shared("seeds")
    with places.temporary_folder() as folder:
        book, out = Path(folder) / "book", Path(folder) / "out"
        lay_out(book)
        run = places.build(book, out, "--color", "never")
        if run.returncode != 0:
            sys.exit(f"the build ended with {run.returncode}\n{run.stderr}")
        found = list(complaints(out))
        for number in ("002", "003"):
            name = PAGES[number]
            warnings = re.findall(rf"{re.escape(name)}:\d+:\d+: warning: .* \[repaired-encoding\]",
                                  run.stderr)
            if len(warnings) != 1:
                found.append(f"{number}: {len(warnings)} warnings of repaired-encoding, not 1")
        if "[repaired-encoding]" in "".join(
                line for line in run.stderr.splitlines()
                if not any(PAGES[n] in line for n in ("002", "003"))):
            found.append("a page without mojibake was repaired")
    for complaint in found:
        print(complaint)
    print(f"{len(found)} complaints about {len(PAGES)} pages")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
