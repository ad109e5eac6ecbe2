#!/usr/bin/env python3
"""api_test.py [examples | axe]: books that show APIs.

Without an argument: a reference of 200 operations is built quickly and of light pages, and hostile
specifications end in a page or a message, soon. With `examples`: of every document of npm's
@readme/oas-examples each operation's path, parameters and response codes are in the pages, and the Nu
checker finds nothing in any page. With `axe`: axe finds nothing in them.

CARNET_BINARY is the program that builds them.
"""

import html
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests/bench"), str(ROOT / "tests/openapi")]
import api  # noqa: E402
import html_test  # noqa: E402
import page_kinds  # noqa: E402

EXAMPLES = ROOT / "tests/node_modules/@readme/oas-examples"
METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]
# The bars of the product, in seconds: for 200 operations, and for a file that wants to be slow.
SECONDS = 0.3
HOSTILE_SECONDS = 2
# How often something may be tried that a busy machine made too slow.
TRIES = 5
SKIPPED = 77  # What ctest takes for "skipped", see tests/CMakeLists.txt.
# Then it hangs.
PATIENCE = 120

NODE = """# Contents

* [Start](README.md)

## API

* ```yaml
  type: builtin:openapi
  props: {{models: true, grouping: {grouping}}}
  dependencies: {{spec: {{ref: {{kind: openapi, spec: api}}}}}}
  ```
"""

problems = []


def check(is_right, words):
    if not is_right:
        problems.append(words)
        print(words)


def build_once(book, site):
    """What carnet says, and how many seconds processors worked for it, all threads together.

    An idle machine with one processor needs so long. How long it took here says more about what else runs.
    """
    with subprocess.Popen(
        [os.environ["CARNET_BINARY"], "build", book, "-o", site, "--verbose"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as process:
        hangs = threading.Timer(PATIENCE, process.kill)
        hangs.start()
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        hangs.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    check(process.returncode in (0, 1), f"{book.name}: exit code {process.returncode}: {said[-500:]}")
    return said, used.ru_utime + used.ru_stime


def build(book, site, bar=HOSTILE_SECONDS):
    """What carnet says, and in how many seconds: below `bar`, if not always then once.

    What else runs on the machine makes a build slower, by caches too, but never quicker.
    """
    said, seconds = build_once(book, site)
    for _ in range(TRIES - 1):
        if seconds < bar:
            break
        seconds = min(seconds, build_once(book, site)[1])
    check(seconds < bar, f"{book.name}: took {seconds:.2f} s, which should be below {bar} s")
    return said, seconds


def write_book(folder, specification, name="api.json", grouping="by-tag", **files):
    folder.mkdir(parents=True)
    (folder / "README.md").write_text("# Start\n", encoding="utf-8")
    (folder / "SUMMARY.md").write_text(NODE.format(grouping=grouping), encoding="utf-8")
    (folder / name).write_text(specification, encoding="utf-8")
    for path, text in files.items():
        (folder / path.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def words_of(site):
    """The words of all pages of the reference, one text for each page, without white space."""
    texts = []
    for page in sorted((site / "api").rglob("*.html")):
        main = re.search(r"<main.*</main>", page.read_text(encoding="utf-8"), re.DOTALL).group(0)
        texts.append(re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]*>", "", main))))
    return texts


def test_size(scratch):
    """200 operations: the bars of the product."""
    book = api.write_book(Path(scratch, "two hundred"))
    site = Path(scratch, "site of two hundred")
    _, seconds = build(book, site, SECONDS)
    pages = sorted((site / "api").rglob("*.html"))
    sizes = [page.stat().st_size for page in pages]
    check(len(pages) == 41, f"{len(pages)} pages instead of 41")
    check(statistics.median(sizes) < 60_000, f"a page has {statistics.median(sizes)} bytes")
    headings = sum(len(re.findall(r"<h2 id=", page.read_text(encoding="utf-8"))) for page in pages
                   if page.name != "models.html")
    check(headings == 200, f"{headings} operations have a heading instead of 200")
    print(f"200 operations: {seconds:.2f} s, {statistics.median(sizes)} bytes a page")


def operation(schema):
    content = {"application/json": {"schema": schema}}
    return {"get": {"summary": "It", "responses": {"200": {"description": "Fine.", "content": content}}}}


def document(schema, **schemas):
    return json.dumps({"openapi": "3.1.0", "info": {"title": "A", "version": "1"},
                       "paths": {"/a": operation(schema)}, "components": {"schemas": schemas}})


def test_hostile(scratch):
    """Each ends in a page or a message, soon."""
    node = {"$ref": "#/components/schemas/Node"}
    chain = {f"S{i}": {"type": "object", "properties": {
        f"p{j}": {"$ref": f"#/components/schemas/S{(i * 7 + j) % 300}"} for j in range(30)}} for i in range(300)}
    deep = {"type": "string"}
    for _ in range(200):
        deep = {"type": "object", "properties": {"a": deep}}
    many = {f"/a{i}": operation({"type": "object", "properties": {
        f"property{j}": {"type": "string", "description": "Some words. " * 8} for j in range(20)}})
        for i in range(1800)}
    large = json.dumps({"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": many})
    cases = {
        "recursive": (document(node, Node={"type": "object", "properties": {
            "next": node, "all": {"type": "array", "items": node}, "map": {"additionalProperties": node}}}), "/a"),
        "loop of references": (document({"$ref": "#/components/schemas/A"},
                                        A={"$ref": "#/components/schemas/B"},
                                        B={"$ref": "#/components/schemas/A"}), "invalid-openapi"),
        "reference out of the book": (document({"$ref": "../../../etc/passwd"}), "unresolved-ref"),
        "every schema in every other": (document({"$ref": "#/components/schemas/S0"}, **chain), "/a"),
        "very deep": (document(deep), "/a"),
        "not OpenAPI": ('{"a": [1, 2, 3]}', "invalid-openapi"),
        "no JSON": ("{\"openapi\": \"3.1.0\", ", "invalid-openapi"),
        "large": (large, "/a1799"),
    }
    check(len(large) > 5_000_000, f"the large file has only {len(large)} bytes")
    for name, (text, expected) in cases.items():
        book = write_book(Path(scratch, name), text)
        site = Path(scratch, "site of " + name)
        said, seconds = build(book, site)
        found = expected in said if not expected.startswith("/") else any(
            expected in words for words in words_of(site))
        check(found, f"{name}: no {expected} in pages and messages:\n{said[-800:]}")
        print(f"{name}: {seconds:.2f} s")


def resolve(root, value):
    for _ in range(20):
        if not isinstance(value, dict) or "$ref" not in value:
            break
        value, path = root, value["$ref"]
        if not path.startswith("#/"):
            return {}
        for key in path[2:].split("/"):
            key = key.replace("~1", "/").replace("~0", "~")
            value = value.get(key) if isinstance(value, dict) else None
            if value is None:
                return {}
    return value if isinstance(value, dict) else {}


def is_hidden(value):
    return value.get("x-internal") is True or value.get("x-gitbook-ignore") is True


def operations_of(root):
    for path, item in (root.get("paths") or {}).items():
        item = resolve(root, item)
        if is_hidden(item):
            continue
        for method in METHODS:
            one = item.get(method)
            if not isinstance(one, dict) or is_hidden(one):
                continue
            listed = [resolve(root, each) for each in [*(item.get("parameters") or []), *(one.get("parameters") or [])]]
            names = [each.get("name") for each in listed
                     if each.get("in") in ("path", "query", "header", "cookie") and each.get("name")
                     and not is_hidden(each)]
            # OpenAPI: parameters of these names say nothing.
            names = [name for name in names if name.lower() not in ("accept", "content-type", "authorization")]
            yield method, path, names, list((one.get("responses") or {}).keys())


def example_books(scratch):
    """Builds a book of each document, once with a page for each tag, once for each operation: its name, what is
    in it, where its site is, and what carnet says."""
    for path in sorted(EXAMPLES.glob("[23]*/json/*.json")):
        text = path.read_text(encoding="utf-8")
        for grouping in ("by-tag", "by-operation"):
            name = f"{path.parent.parent.name} {path.stem} {grouping}"
            book = write_book(Path(scratch, name), text, grouping=grouping)
            site = Path(scratch, "sites", name)
            said, _ = build(book, site)
            yield name, json.loads(text), site, said


def test_example(name, root, site, said):
    """Whether all that is in a document is in its pages: how many operations that are."""
    if "openapi" not in root and "swagger" not in root:
        return 0
    texts = words_of(site) if (site / "api").is_dir() else []
    count = 0
    for method, address, names, statuses in operations_of(root):
        count += 1
        wanted = method.upper()
        bare = re.sub(r"\s+", "", address)
        page = [text for text in texts if wanted in text and bare in text]
        if not page:
            check(False, f"{name}: {wanted} {address} is on no page: {said[-300:]}")
            continue
        for word in names + [str(status) for status in statuses if not str(status).startswith("x-")]:
            check(any(re.sub(r"\s+", "", word) in text for text in page),
                  f"{name}: {wanted} {address}: no {word}")
    return count


def pages_of_examples(scratch):
    """Of the references alone: the rest of their sites is the same for all books."""
    return sorted(Path(scratch, "sites").glob("*/api/**/*.html"))


def test_examples(scratch):
    count = 0
    books = 0
    for example in example_books(scratch):
        books += 1
        count += test_example(*example)
    print(f"{books} books, {count} operations")
    check(count > 300, f"only {count} operations were looked at")

    pages = pages_of_examples(scratch)
    for problem in html_test.problems(pages, Path(scratch, "sites")):
        check(False, problem)
    print(f"The Nu checker looked at {len(pages)} pages")
    check(len(pages) > 500, f"only {len(pages)} pages were looked at")


def test_axe(scratch):
    """axe takes half a second for each page, too long for all of them. Nothing is said of these:

    - pages of which every kind of element stands, in the same kind of place, on another page that is looked at;
    - phones: the blocks that a reference is made of are looked at in that width by browser.axe, in the manual.
    """
    for _ in example_books(scratch):
        pass
    pages = pages_of_examples(scratch)
    chosen = page_kinds.choose(pages)
    print(f"{len(chosen)} of {len(pages)} pages show all kinds of elements", flush=True)
    run = subprocess.run(["node", ROOT / "tests/browser/axe_pages.mjs"], text=True, check=False,
                         input="".join(f"{page}\n" for page in chosen))
    if run.returncode == SKIPPED:
        return SKIPPED
    check(run.returncode == 0, "axe found something")
    return 0


def main():
    asked = sys.argv[1:]
    if asked and not EXAMPLES.is_dir():
        print("skipped: npm's @readme/oas-examples is not installed")
        return SKIPPED
    with tempfile.TemporaryDirectory() as scratch:
        if asked == ["examples"]:
            test_examples(scratch)
        elif asked == ["axe"]:
            if test_axe(scratch) == SKIPPED:
                return SKIPPED
        else:
            test_size(scratch)
            test_hostile(scratch)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
