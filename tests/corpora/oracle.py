#!/usr/bin/env python3
"""oracle.py BOOK [--anchors] [--counts]: what is broken in a book, found without any code of carnet.

Prints sorted lines `path:line code target`; the codes are `broken-link`, `broken-redirect` and
`unterminated-quote`, and with --anchors also `broken-anchor`. It is a second opinion to hold
against the generator's own diagnostics (compare.py does), so it is written from the rules alone
and shares nothing with the C++: scan.py reads one text, this file resolves over the list of files.
"""
import collections
import html
import os
import re
import sys
import unicodedata
import urllib.parse

from scan import Blocks, PUNCTUATION, markdown_links, read_text, scan, without_front_matter

Problem = collections.namedtuple("Problem", "path line code target kind")

SKIPPED_FOLDERS = {".git", "node_modules", "_book"}

# --- Headings, for fragments ---------------------------------------------------------------


def squash(text):
    text = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in text.casefold() if c.isalnum())


def plain(text):
    # Elements go, but `<buffer>` is a word: HTML has no such element.
    text = re.sub(r"</?(?:a|b|br|code|del|em|i|img|kbd|mark|s|span|strong|su[bp]|u)\b[^>]*>", "", text)
    text = re.sub(r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^)]*\)", r"\1", text)
    return html.unescape(re.sub(r"\\([%s])" % PUNCTUATION, r"\1", re.sub(r"[*`]|(?<!\w)_|_(?!\w)", "", text)))


def slug(text):
    for char, word in (("&", " and "), ("<", " less than "), (">", " greater than "), ("|", " or "),
                       ("œ", "oe"), ("æ", "ae"), ("ß", "ss")):
        text = text.replace(char, word)
    out = []
    for char in unicodedata.normalize("NFKD", text):
        category = unicodedata.category(char)
        if category in ("Mn", "So", "Sk", "Cf", "Co", "Cn") or char in "'’‘":
            continue
        out.append(char if char.isalnum() or char in "._+$-" else "-")
    result = re.sub(r"-+", "-", "".join(out).lower()).strip("-") or "section"
    return "id-" + result if result[0].isdigit() else result


def github_slug(text):
    return "".join("-" if c == " " else c for c in text.lower().strip() if c.isalnum() or c in " -_")


class Anchors:
    """What the fragments of links to one page may name."""

    def __init__(self, text):
        self.ids, self.texts = set(), []
        seen = collections.Counter()
        lines = without_front_matter(text.split("\n"))
        for kind, run in Blocks(lines).runs:
            for _, line in run:
                self.ids.update(html.unescape(x) for x in re.findall(
                    r"<[^<>]*?\s(?:id|name)\s*=\s*[\"']([^\"']+)", line))
                heading = re.match(r"#{1,6}\s+(.*?)(?:\s+#+)?\s*$", line) if kind == "text" else None
                summary = re.search(r"<(?:summary|h[1-6])\b[^>]*>(.*?)</", line)
                title = re.search(r"\btitle\s*=\s*\"([^\"]*)\"", line) if kind == "tag" else None
                found = heading or summary or title
                if found:
                    words = plain(found.group(1))
                    base = slug(words)
                    self.texts.append(words)
                    self.ids.add(base + ("-%d" % seen[base] if seen[base] else ""))
                    seen[base] += 1

    def has(self, fragment):
        for f in (fragment, urllib.parse.unquote(fragment)):
            if not f or f == "top" or f in self.ids or f.startswith("user-content-fn"):
                return True
        wanted = urllib.parse.unquote(fragment)
        if wanted.casefold() in {i.casefold() for i in self.ids}:
            return True
        if wanted.casefold() in {github_slug(t) for t in self.texts}:
            return True
        names = {squash(t) for t in self.texts} | {squash(i) for i in self.ids}
        names |= {squash(t.replace("&", " and ")) for t in self.texts}
        for w in (squash(wanted), squash(re.sub(r"\band\b", "", wanted))):
            if w and w in names:
                return True
        key = slug(wanted)
        if len(key) >= 12:
            return len({i for i in self.ids if i.startswith(key)}) == 1
        return False


# --- The book ------------------------------------------------------------------------------


class Book:
    def __init__(self, folder):
        self.folder = folder
        self.files, self.folders = {}, {"": ""}
        for place, folders, names in os.walk(folder):
            folders[:] = sorted(f for f in folders if f not in SKIPPED_FOLDERS)
            base = os.path.relpath(place, folder)
            base = "" if base == "." else base + "/"
            for name in folders:
                self.folders[base + name] = base + name
            for name in names:
                self.files[base + name] = base + name
        self.loose_files = self.loosely(self.files)
        self.loose_folders = self.loosely(self.folders)
        self.gitbook = self.read_gitbook_yaml()
        self.root = self.gitbook["root"]
        self.entries = self.read_summary()
        self.redirects = {self.redirect_key(old): new for old, new, _ in self.gitbook["redirects"]}
        self.pages = sorted(p for p in self.files if self.is_page(p))
        self.anchors = {}

    @staticmethod
    def loosely(names):
        """Names under NFC, and under NFC with case folded, to the name on the disk."""
        nfc = {unicodedata.normalize("NFC", n): n for n in sorted(names)}
        return {**{n.casefold(): real for n, real in nfc.items()}, **nfc}

    def is_page(self, path):
        if not path.endswith(".md") or not path.startswith(self.root):
            return False
        parts = path.split("/")
        return parts[-1] != "SUMMARY.md" and not any(p.startswith(".") for p in parts[:-1])

    def read_gitbook_yaml(self):
        """The three keys of .gitbook.yaml, read line by line."""
        out = {"root": "", "summary": "SUMMARY.md", "redirects": []}
        path = os.path.join(self.folder, ".gitbook.yaml")
        section = None
        for number, line in enumerate(read_text(path).split("\n") if os.path.exists(path) else (), 1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            m = re.match(r"(\s*)(\"[^\"]*\"|'[^']*'|[^:#]+|.+?):(?:\s+(.*))?$", line)
            if not m:
                continue
            key, value = m.group(2).strip().strip("\"'"), (m.group(3) or "").strip()
            value = re.sub(r"\s+#.*$", "", value).strip().strip("\"'")
            if not m.group(1):
                section = key
                if key == "root":
                    value = re.sub(r"^\./", "", value).strip("/")
                    out["root"] = value + "/" if value else ""
            elif section == "redirects":
                out["redirects"].append((key, value, number))
            elif section == "structure" and key == "summary":
                out["summary"] = value
        return out

    def read_summary(self):
        """(depth, path) of the entries of SUMMARY.md, in order."""
        path = os.path.join(self.folder, self.root + self.gitbook["summary"])
        entries = []
        for line in read_text(path).split("\n") if os.path.exists(path) else ():
            m = re.match(r"(\s*)[*+-]\s+\[", line)
            if m:
                for _, _, dest in markdown_links(line):
                    entries.append((len(m.group(1)), dest))
        return entries

    @staticmethod
    def redirect_key(path):
        path = unicodedata.normalize("NFC", urllib.parse.unquote(path)).strip("/").casefold()
        path = re.sub(r"(^|/)readme\.md$", "", path)
        return re.sub(r"\.(md|html)$", "", path)

    def find(self, path):
        """The file that a path from the top of the book means, or None. `""` is the top itself."""
        path = path.rstrip("/") if path != "/" else ""
        for files, folders, name in (
                (self.files, self.folders, path),
                (self.loose_files, self.loose_folders, unicodedata.normalize("NFC", path)),
                (self.loose_files, self.loose_folders, unicodedata.normalize("NFC", path).casefold())):
            if name in files:
                return files[name]
            if name in folders:
                inside = self.page_of_folder(folders[name])
                if inside:
                    return inside
            for candidate in (name + ".md", re.sub(r"\.html$", ".md", name)):
                if candidate in files:
                    return files[candidate]
        return None

    def page_of_folder(self, folder):
        prefix = folder + "/" if folder else ""
        for name in self.files:
            if name.startswith(prefix) and name[len(prefix):].lower() == "readme.md":
                return name
        for _, dest in self.entries:  # no README: the first page of the folder that SUMMARY lists
            listed = self.root + urllib.parse.unquote(dest.split("#")[0])
            if listed.startswith(prefix) and listed in self.files:
                return listed
        return None

    def resolve(self, page, target):
        """("ok"|"external"|"broken", file, fragment)"""
        target = re.sub(r"^<(.*)>$", r"\1", target.strip())
        path, _, fragment = target.partition("#")
        lost = r"(^|/)broken-reference/?(README\.md)?$|^/?broken/|^/?spaces/[^/]+/pages/"
        if re.search(lost, path):
            return "broken", None, fragment
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", path):
            return "external", None, fragment
        if not path:
            return "ok", page, fragment
        base = os.path.dirname(page)
        spellings = [path.replace("\\", "/"), urllib.parse.unquote(path)]
        spellings += [s.partition("?")[0] for s in spellings if "?" in s]
        for spelling in spellings:
            for start in ([self.root] if spelling.startswith("/") else [base, self.root]):
                joined = os.path.normpath(os.path.join("/", start, spelling.lstrip("/"))).lstrip("/")
                if self.leaves(start, spelling):
                    continue
                found = self.find("" if joined in (".", "") else joined)
                if found:
                    return "ok", found, fragment
        for spelling in spellings:
            joined = os.path.normpath(os.path.join("/", base, spelling)).lstrip("/")
            if self.leaves(base, spelling) and not spelling.startswith("/"):
                continue
            key = self.redirect_key(joined.removeprefix(self.root))
            if key in self.redirects and self.redirect_target(self.redirects[key]):
                return "ok", self.redirect_target(self.redirects[key]), fragment
        return "broken", None, fragment

    @staticmethod
    def leaves(start, path):
        """Whether a path climbs out of the book, be it only to come back."""
        depth = len([p for p in start.split("/") if p])
        for part in path.split("/"):
            depth += -1 if part == ".." else 1 if part not in ("", ".") else 0
            if depth < 0:
                return True
        return False

    def redirect_target(self, value, hops=8):
        """The file a redirect leads to, the URL if it is one, or None."""
        if re.match(r"[a-z]+://", value):
            return value
        path = re.sub(r"^\./", "", value.partition("#")[0]).lstrip("/")
        found = self.find(self.root + path) or self.find(self.root + urllib.parse.unquote(path))
        if found:
            return found
        key = self.redirect_key(path)
        if key in self.redirects and hops and self.redirects[key] != value:
            return self.redirect_target(self.redirects[key], hops - 1)
        return None

    def has_anchor(self, path, fragment):
        if path not in self.anchors:
            self.anchors[path] = Anchors(read_text(os.path.join(self.folder, path)))
        return self.anchors[path].has(fragment)

    def problems(self, with_anchors):
        for page in self.pages:
            links, unterminated = scan(read_text(os.path.join(self.folder, page)))
            for line in unterminated:
                yield Problem(page, line, "unterminated-quote", "", "tag")
            for link in links:
                outcome, path, fragment = self.resolve(page, link.target)
                if outcome == "broken":
                    yield Problem(page, link.line, "broken-link", link.target, link.kind)
                elif with_anchors and path and fragment and path.endswith(".md"):
                    if not self.has_anchor(path, fragment):
                        yield Problem(page, link.line, "broken-anchor", link.target, link.kind)
        for old, new, line in self.gitbook["redirects"]:
            if not self.redirect_target(new):
                yield Problem(".gitbook.yaml", line, "broken-redirect", f"{old} -> {new}", "redirect")


def problems(folder, with_anchors=False):
    return sorted(Book(folder).problems(with_anchors))


def main(arguments):
    folders = [a for a in arguments if not a.startswith("--")]
    if len(folders) != 1:
        sys.exit(__doc__)
    found = problems(folders[0], "--anchors" in arguments)
    for problem in found:
        print(f"{problem.path}:{problem.line} {problem.code} {problem.target}")
    if "--counts" in arguments:
        for (code, kind), n in sorted(collections.Counter((p.code, p.kind) for p in found).items()):
            print(f"{n:6} {code} {kind}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
