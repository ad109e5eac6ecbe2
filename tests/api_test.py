#!/usr/bin/env python3
"""api_test.py [examples]: books that show APIs.

Without an argument: a reference of 200 operations is built quickly and of light pages, and hostile
specifications end in a page or a message. With `examples`: of every document of npm's
@readme/oas-examples each operation's path, parameters and response codes are in the pages.

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
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/bench"))
import api  # noqa: E402

EXAMPLES = ROOT / "tests/node_modules/@readme/oas-examples"
METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]
# A fifth of a second on an idle machine; tests run on busy ones, with sanitizers.
SECONDS = 10

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


def build(book, site):
    """What carnet says, and how many seconds it took."""
    begin = time.monotonic()
    run = subprocess.run(
        [os.environ["CARNET_BINARY"], "build", book, "-o", site, "--verbose"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120,
    )
    check(run.returncode in (0, 1), f"{book}: exit code {run.returncode}: {run.stdout[-500:]}")
    return run.stdout, time.monotonic() - begin


def write_book(folder, specification, name="api.json", grouping="by-tag", **files):
    folder.mkdir()
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
    """200 operations: the bars of the product, the time with room for busy machines."""
    book = api.write_book(Path(scratch, "two hundred"))
    site = Path(scratch, "site of two hundred")
    _, seconds = build(book, site)
    check(seconds < SECONDS, f"200 operations took {seconds:.1f} s")
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
        limit = SECONDS * (6 if name == "large" else 1)
        check(seconds < limit, f"{name}: took {seconds:.1f} s")
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


def test_example(path, scratch, grouping):
    root = json.loads(path.read_text(encoding="utf-8"))
    name = str(path.relative_to(EXAMPLES)).replace("/", " ")
    book = write_book(Path(scratch, name + " " + grouping), path.read_text(encoding="utf-8"), grouping=grouping)
    site = Path(scratch, "site of " + name + " " + grouping)
    said, seconds = build(book, site)
    check(seconds < 3 * SECONDS, f"{name}: took {seconds:.1f} s")
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


def main():
    with tempfile.TemporaryDirectory() as scratch:
        if sys.argv[1:] == ["examples"]:
            if not EXAMPLES.is_dir():
                print("skipped: npm's @readme/oas-examples is not installed")
                return 77
            count = 0
            files = sorted(EXAMPLES.glob("3*/json/*.json")) + sorted(EXAMPLES.glob("2*/json/*.json"))
            for path in files:
                for grouping in ("by-tag", "by-operation"):
                    count += test_example(path, scratch, grouping)
            print(f"{len(files)} documents, {count} operations")
            check(count > 300, f"only {count} operations were looked at")
        else:
            test_size(scratch)
            test_hostile(scratch)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
