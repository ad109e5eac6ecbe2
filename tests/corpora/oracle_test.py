#!/usr/bin/env python3
"""oracle_test.py: the oracle itself, on a book with one of each trap. It needs no real book."""
import sys
from pathlib import Path

import oracle
import places

BOOK = {
    "README.md": """---
description: not a link [x](front-matter.md)
---

# Start

[page](guide/page.md) [no extension](guide/page) [folder](guide/) [missing](guide/nowhere.md)
`[code](code.md)` ``[code](`code.md)`` \\[escaped](escaped.md)
[encoded](guide/with%20space.md) [spaces](<guide/with space.md>) [site](https://example.org/x.md)
[moved](old/place.md) [case](GUIDE/Page.md) [out](../README.md)

    [indented code](indented.md)

~~~~
[fence](fence.md)
```
[still the fence](fence.md)
~~~~

* item
  ```
  [in a fence of the item](fence.md)
* [after the fence that ended with its item](item.md)

<!-- [comment](comment.md) -->
<figure><img src="guide/missing.png" alt=""></figure>

![image](guide/picture.png) ![missing](picture.png)

### Named <a href="#named" id="named"></a>

[to it](#named) [to nowhere](#nobody)
""",
    "guide/page.md": """# Page

{% content-ref url="missing.md" %}
[missing.md](missing.md)
{% endcontent-ref %}
{% file src="../file (1).txt" %}
{% embed url="https://example.org %}
[lost](broken-reference/) [lost](/broken/pages/Ab12)
[top](/README.md) [defined][1]

[1]: undefined.md
""",
    "guide/with space.md": "# Space\n",
    "guide/picture.png": "",
    "file (1).txt": "",
    "empty/one.md": "# One\n\n[child page of a folder without README](../empty/)\n",
    ".hidden/page.md": "[in a folder without pages](nothing.md)\n",
    "SUMMARY.md": "* [Start](README.md)\n* [Page](guide/page.md)\n* [One](empty/one.md)\n",
    ".gitbook.yaml": "redirects:\n  old/place: guide/page.md\n  dead: guide/gone.md\n"
                     "  chain: dead\n  folder: /guide/page\n",
}
EXPECTED = """\
.gitbook.yaml:3 broken-redirect dead -> guide/gone.md
.gitbook.yaml:4 broken-redirect chain -> dead
README.md:7 broken-link guide/nowhere.md
README.md:10 broken-link ../README.md
README.md:23 broken-link item.md
README.md:26 broken-link guide/missing.png
README.md:28 broken-link picture.png
README.md:32 broken-anchor #nobody
guide/page.md:3 broken-link missing.md
guide/page.md:4 broken-link missing.md
guide/page.md:7 unterminated-quote
guide/page.md:8 broken-link /broken/pages/Ab12
guide/page.md:8 broken-link broken-reference/
guide/page.md:11 broken-link undefined.md
"""


def main():
    with places.temporary_folder() as folder:
        for name, text in BOOK.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        found = [f"{p.path}:{p.line} {p.code} {p.target}".rstrip()
                 for p in oracle.problems(folder, with_anchors=True)]
    expected = EXPECTED.splitlines()
    for line in sorted(set(found) ^ set(expected)):
        print(("not expected: " if line in found else "not found: ") + line)
    sys.exit(0 if found == expected else 1)


if __name__ == "__main__":
    main()
