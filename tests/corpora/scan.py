"""Just enough Markdown to tell links from code: what oracle.py knows about one text.

A line scanner, independent of the generator's own parser on purpose. It leaves out fences,
indented code, code spans, comments and front matter, and knows where a GitBook tag begins and ends.
"""
import collections
import html
import re

Link = collections.namedtuple("Link", "line kind target")

BLOCK_TAGS = "hint|tabs|tab|content-ref|page-ref|embed|file|code|stepper|step|columns|column|" \
    "updates|update|prompt|include|if|openapi[a-z-]*|swagger[a-z-]*|api-method[a-z-]*|" \
    "code-tabs-item|code-tabs|raw"
TAG_LINE = re.compile(r"[{<]%-?\s*(?:end)?(?:" + BLOCK_TAGS + r"|@[\w/-]+)(?=[\s%\"'-])", re.I)
# The attribute of each block that names a file or a page.
LINK_ATTRIBUTES = {"content-ref": "url", "page-ref": "page", "file": "src", "embed": "url"}
HTML_LINKS = re.compile(r"(?<![\w-])(href|src|srcset|poster)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)",
                        re.I)
HTML_BLOCK = re.compile(
    r"</?(?:address|article|aside|base|blockquote|body|caption|center|col|colgroup|dd|details|"
    r"dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|"
    r"iframe|legend|li|link|main|menu|nav|ol|optgroup|option|p|param|section|source|summary|"
    r"table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s/>]|$)", re.I)
PUNCTUATION = r"!-/:-@\[-`{-~"


def read_text(path):
    with open(path, "rb") as file:
        text = file.read().decode("utf-8", "replace")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def without_front_matter(lines):
    """The same lines with the front matter blanked out, so that line numbers hold."""
    if not lines or lines[0].rstrip() != "---":
        return lines
    for i, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return [""] * (i + 1) + lines[i + 1:]
    return lines


def width_of_indent(line):
    """How far a line is indented, and the rest of it. A tab reaches the next multiple of four."""
    column = 0
    for i, char in enumerate(line):
        if char == " ":
            column += 1
        elif char == "\t":
            column += 4 - column % 4
        else:
            return column, line[i:]
    return column, ""


LIST_MARKER = re.compile(r"([*+-]|\d{1,9}[.)])(\s+|$)")
FENCE = re.compile(r"(`{3,})([^`]*)$|(~{3,})(.*)$")


class Blocks:
    """Cuts a text into runs of lines: Markdown paragraphs and HTML, with all code left out."""

    def __init__(self, lines):
        self.runs = []  # (kind, [(line number, text)]): kind is "text" or "html"
        self.containers = []  # content columns of the open list items
        self.fence = None  # (marker character, length, column of its container)
        self.until = None  # what ends a comment, a <pre> or a <script>
        self.html = False
        self.paragraph = False
        for number, line in enumerate(lines, 1):
            self.add(number, line.rstrip("\n"))

    def emit(self, kind, number, text, fresh):
        if fresh or not self.runs or self.runs[-1][0] != kind:
            self.runs.append((kind, []))
        self.runs[-1][1].append((number, text))

    def end_paragraph(self):
        self.paragraph = False
        self.runs.append(("text", []))

    def add(self, number, line):
        line = re.sub(r"^((?: {0,3}> ?)+)", lambda m: "", line)  # a quote is as good as its text
        indent, rest = width_of_indent(line)
        if self.fence:
            mark, length, column = self.fence
            if rest and indent < column:
                self.fence = None  # the list item ended, and its fence with it
            else:
                if re.fullmatch(re.escape(mark) + "{%d,}\\s*" % length, rest):
                    self.fence = None
                return
        if self.until:
            if self.until in ("</pre>", "</script>", "</style>"):
                pass  # links inside <pre> are kept: GitBook exports them there
            else:
                end = line.find(self.until)
                if end < 0:
                    return
                line = " " * (end + len(self.until)) + line[end + len(self.until):]
                self.until = None
                indent, rest = width_of_indent(line)
                if not rest:
                    return
            if self.until:
                self.emit("html", number, line, False)
                if self.until in line.lower():
                    self.until = None
                return
        if not rest:
            self.html = False
            self.end_paragraph()
            return
        while self.containers and indent < self.containers[-1]:
            if self.paragraph and not LIST_MARKER.match(rest):
                break  # a lazy line continues the paragraph of the item
            self.containers.pop()
        column = self.containers[-1] if self.containers else 0
        if not self.paragraph and not self.html and indent >= column + 4:
            return  # indented code
        while (marker := LIST_MARKER.match(rest)) and indent < column + 4:
            if re.fullmatch(r"(?:[*_-]\s*){3,}", rest):
                break  # a thematic break
            self.end_paragraph()
            self.html = False
            after, text = width_of_indent(rest[marker.end(1):])
            column = indent + len(marker.group(1)) + (after if 1 <= after <= 4 else 1)
            self.containers.append(column)
            indent, rest = indent + len(marker.group(1)) + after, text
            if not rest:
                return
        fence = FENCE.match(rest)
        if fence and indent < column + 4 and not self.html:
            mark = fence.group(1) or fence.group(3)
            self.fence = (mark[0], len(mark), column)
            self.end_paragraph()
            return
        tag = TAG_LINE.match(rest)
        if tag:
            self.html = False
            self.end_paragraph()
            self.emit("tag", number, rest, True)
            return
        if self.html or (HTML_BLOCK.match(rest) and indent < column + 4):
            self.html = True
            self.paragraph = False
            self.emit("html", number, rest, False)
            return
        opened = re.match(r"<(pre|script|style)[\s>]", rest, re.I)
        if opened:
            self.end_paragraph()
            self.emit("html", number, rest, True)
            if "</%s>" % opened.group(1).lower() not in rest.lower():
                self.until = "</%s>" % opened.group(1).lower()
            return
        if rest.startswith("<!--"):
            end = rest.find("-->", 4)
            if end < 0:
                self.until = "-->"
                return
            rest = " " * (end + 3) + rest[end + 3:]
        if re.match(r"#{1,6}(\s|$)", rest):
            self.end_paragraph()
            self.emit("text", number, rest, True)
            self.end_paragraph()
            return
        self.paragraph = True
        self.emit("text", number, rest, False)


def blank_code_spans(text):
    """Code spans become spaces: same length, no links."""
    out, i = [], 0
    while i < len(text):
        if text[i] == "\\" and i + 1 < len(text) and text[i + 1] == "`":
            out.append(text[i:i + 2])
            i += 2
            continue
        if text[i] != "`":
            out.append(text[i])
            i += 1
            continue
        run = re.match("`+", text[i:]).group()
        close = re.compile("(?<!`)" + run + "(?!`)").search(text, i + len(run))
        if not close:
            out.append(run)
            i += len(run)
            continue
        out.append(re.sub(r"[^\n]", " ", text[i:close.end()]))
        i = close.end()
    return "".join(out)


def destination_at(text, i):
    """A CommonMark link destination at i: (destination, index after the closing bracket)."""
    blank = re.compile(r"[ \t]*\n?[ \t]*")
    i = blank.match(text, i).end()
    if text.startswith("<", i):
        m = re.compile(r"<((?:[^<>\n\\]|\\.)*)>").match(text, i)
        if not m:
            return None
        dest, i = m.group(1), m.end()
    else:
        start, depth = i, 0
        while i < len(text):
            if text[i] == "\\" and i + 1 < len(text) and re.match("[%s]" % PUNCTUATION, text[i + 1]):
                i += 2
                continue
            if text[i] == "(":
                depth += 1
            elif text[i] == ")":
                if not depth:
                    break
                depth -= 1
            elif text[i] <= " ":
                break
            i += 1
        dest = text[start:i]
    after = blank.match(text, i).end()
    if after > i:
        m = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)", re.S).match(
            text, after)
        if m:
            after = blank.match(text, m.end()).end()
    if not text.startswith(")", after):
        return None
    return dest, after + 1


def clean(dest):
    """A destination as the author meant it: escapes and entities undone."""
    return html.unescape(re.sub(r"\\([%s])" % PUNCTUATION, r"\1", dest)).strip()


def markdown_links(text):
    """(offset of the opening bracket, kind, destination) of every inline link and image."""
    opened = []
    i = 0
    while i < len(text):
        char = text[i]
        if char == "\\":
            i += 2
            continue
        if char == "<":
            m = re.compile(r"<[A-Za-z/][^<>]*>").match(text, i)
            if m:
                i = m.end()
                continue
        if char == "[":
            opened.append((i, i > 0 and text[i - 1] == "!"))
        elif char == "]" and opened:
            start, image = opened.pop()
            if text.startswith("(", i + 1):
                found = destination_at(text, i + 2)
                if found:
                    yield start, "image" if image else "link", clean(found[0])
                    i = found[1]
                    if not image:  # no link in a link
                        opened = [o for o in opened if o[1]]
                    continue
        i += 1


def tag_attributes(rest):
    """The attributes of one tag line, and whether a quote was left open. None: not a tag."""
    m = re.match(r"([{<])%-?\s*([\w@/-]+)", rest)
    close = "%}" if m.group(1) == "{" else "%>"
    attributes, unterminated = {}, False
    i = m.end()
    while i < len(rest):
        end = re.compile(r"\s*-?" + close).match(rest, i)
        if end:
            return m.group(2).lower(), attributes, unterminated, rest[end.end():]
        pair = re.compile(r"\s*([\w-]+)\s*=\s*").match(rest, i)
        if not pair:
            bare = re.compile(r"\s*\S").match(rest, i)
            if not bare:
                return None
            i = bare.end()
            continue
        i = pair.end()
        quote = rest[i:i + 1]
        if quote in ('"', "'"):
            value = re.compile(quote + r"((?:[^%s\\]|\\.)*)" % quote + quote).match(rest, i)
            if value:
                attributes[pair.group(1).lower()] = value.group(1)
                i = value.end()
                continue
            end = rest.find(close, i)
            if end < 0:
                return None
            attributes[pair.group(1).lower()] = rest[i + 1:end].strip()
            unterminated = True
            i = end
            continue
        value = re.compile(r"(?:(?!-?%s)\S)*" % close).match(rest, i)
        attributes[pair.group(1).lower()] = value.group()
        i = value.end()
    return None


def covers(lines, body):
    """The pictures that the front matter names: what `body` has blanked out of `lines`."""
    for number, line in enumerate(lines, 1):
        cover = re.match(r"cover(?:Dark)?:\s*(\S.*?)\s*$", line)
        if cover and not body[number - 1]:
            yield Link(number, "cover", cover.group(1).strip("\"'"))


def scan(text):
    """Every link of a page, and the lines of unterminated quotes."""
    whole = text.split("\n")
    lines = without_front_matter(whole)
    links, unterminated = list(covers(whole, lines)), []
    for kind, run in Blocks(lines).runs:
        if not run:
            continue
        if kind == "tag":
            number, rest = run[0]
            while rest:
                tag = tag_attributes(rest)
                if not tag:
                    break
                name, attributes, open_quote, rest = tag
                if open_quote:
                    unterminated.append(number)
                wanted = LINK_ATTRIBUTES.get(name)
                if wanted and attributes.get(wanted):
                    links.append(Link(number, name, clean(attributes[wanted])))
                rest = rest[m.start():] if (m := re.search(r"[{<]%-?\s*(?:end)?\w", rest)) else ""
            continue
        joined = "\n".join(text for _, text in run)
        numbers = [number for number, _ in run]

        def line_at(offset):
            return numbers[joined.count("\n", 0, offset)]

        # The empty anchor at the end of a heading names it; nobody can click on it.
        joined = re.sub(r"^(#{1,6}\s.*?)((?:<a\s[^<>]*\bid\s*=[^<>]*></a>\s*)+)$",
                        lambda m: m.group(1) + " " * len(m.group(2)), joined, flags=re.M)
        joined = re.sub(r"<!--.*?-->", lambda m: re.sub(r"[^\n]", " ", m.group()), joined, flags=re.S)
        if kind == "text":
            joined = blank_code_spans(joined)
            for offset, what, dest in markdown_links(joined):
                links.append(Link(line_at(offset), what, dest))
            for m in re.finditer(r"^ {0,3}\[(?!\^)(?:[^\[\]\\]|\\.)+\]:\s*(<[^>\n]*>|\S+)", joined,
                                 re.M):
                links.append(Link(line_at(m.start()), "definition", clean(m.group(1).strip("<>"))))
        for m in re.finditer(r"<([A-Za-z][\w-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", joined):
            for a in HTML_LINKS.finditer(m.group(2)):
                value = html.unescape(a.group(2).strip("\"'")).strip()
                what = "html-image" if m.group(1).lower() in ("img", "source") else "html"
                links.append(Link(line_at(m.start(2) + a.start()), what, value))
    return links, unterminated
