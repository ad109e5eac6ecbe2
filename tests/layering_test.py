#!/usr/bin/env python3
"""The laws of the house, as a program.

    layering_test.py              checks generator/
    layering_test.py --self-test  proves on made-up files that each check can fail

A folder of generator/ is a layer and may include only itself and the layers named
here. Each third-party library stays behind one door. Only io/ opens files, and
only app/ knows the terminal, the clock, the environment and the locale.
content/contributing/architecture.md says why.
"""

import re
import sys
from pathlib import Path

LOWEST_FIRST = [
    # layer, and the layers that it may include besides itself
    ("base", ""),
    ("diag", "base"),
    ("io", "base diag"),
    ("html", "base diag"),
    ("symbols", "base"),
    ("expressions", "base diag"),
    ("math", "base"),
    ("highlight", "base symbols"),
    ("blocks", "base"),
    ("markdown", "base diag html symbols highlight blocks"),
    ("config", "base diag"),
    ("openapi", "base diag"),
    ("theme", "base diag"),
    ("site", "base diag html symbols expressions math highlight blocks markdown config openapi"),
    ("search", "base"),
    ("render", "base diag html symbols expressions math highlight blocks markdown config openapi theme site search"),
    ("pipeline", "base diag io html symbols expressions math highlight blocks markdown config openapi theme site search render"),
    ("app", "base diag io html symbols expressions math highlight blocks markdown config openapi theme site search render pipeline"),
]
MAY_INCLUDE = {layer: {layer, *others.split()} for layer, others in LOWEST_FIRST}

# What an include of a library looks like, its name, and the only places it may stand in.
DOORS = [
    (r"boost/", "boost", r"io/real_file_system\.cc"),
    (r"CLI/", "CLI11", r"app/.*|main\.cc"),
    (r"cmark-gfm", "cmark-gfm", r"markdown/(cell_tags|convert|feed/line_feeder|feed/open_place|formula_syntax|inline_limits|parse|tag_extension)\.cc"),
    (r"duktape\.h", "duktape", r"math/typesetter\.cc"),
    (r"fmt/", "fmt", r".*\.cc"),
    (r"gumbo", "gumbo", r"nowhere: only the tests compare with it"),
    (r"kainjow/", "mustache", r"theme/template\.cc"),
    (r"libstemmer", "libstemmer", r"search/stemmer\.cc"),
    (r"pcre2", "PCRE2", r"highlight/pattern\.cc"),
    (r"utf8proc", "utf8proc", r"base/unicode\.cc"),
    (r"yaml-cpp/", "yaml-cpp", r"base/yaml\.cc"),
]

# Words that break a law, the law, and the places that are free of it.
LAWS = [
    (r"#\s*include\s*<(filesystem|fstream|fcntl\.h|dirent\.h|sys/stat\.h|sys/mman\.h)>"
     r"|\bstd::filesystem\b|\bstd::[io]?fstream\b|\b(fopen|fdopen|freopen|openat|opendir)\s*\(|(?<!\w)::open\s*\(",
     "only `io` opens files", r"io/.*"),
    (r"#\s*include\s*<iostream>|\bstd::(cout|cerr|clog|cin)\b|\bf?printf\s*\(|\bf?puts\s*\(",
     "only `app` knows the terminal", r"app/.*|main\.cc"),
    (r"\b(std::)?(exit|_exit|quick_exit|abort|terminate)\s*\(",
     "only `app` ends the program", r"app/.*|main\.cc"),
    (r"\bgetenv\s*\(|\bsetenv\s*\(|\benviron\b",
     "only `app` reads the environment", r"app/.*|main\.cc"),
    (r"\bsetlocale\s*\(|\bstd::locale\b|#\s*include\s*<(locale|clocale)>",
     "only `app` knows the locale", r"app/.*|main\.cc"),
    (r"\b(system|steady|high_resolution)_clock\b|\bstd::time\s*\(|(?<![\w.>:])time\s*\("
     r"|\b(local|gm)time(_r)?\s*\(|\bclock_gettime\s*\(|\bstd::random_device\b|\bs?rand\s*\(",
     "only `app` knows the clock and chance", r"app/.*|main\.cc"),
    # A handler of yaml-cpp's events can stop the parser in no other way.
    (r"\bthrow\b", "no stage throws", r"base/yaml\.cc"),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

TOKEN = re.compile(
    r"""//[^\n]*                                        # comment
      | /\*.*?\*/                                       # comment
      | R"(?P<end>[^()\\\s]{0,16})\(.*?\)(?P=end)"      # raw string
      | "(?:\\.|[^"\\\n])*"                             # string
      | (?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'             # character, but not the mark in 1'000
    """,
    re.VERBOSE | re.DOTALL,
)


def code_only(text):
    """`text` without comments and without the insides of literals, lines kept."""

    def blank(match):
        token = match.group()
        if token.startswith('"') and text[: match.start()].rpartition("\n")[2].lstrip().startswith("#"):
            return token  # The name of an include.
        return '""' * (token[0] in "\"'R") + "\n" * token.count("\n")

    return TOKEN.sub(blank, text)


def layer_of(path):
    return path.split("/")[0] if "/" in path else "app"


def check_includes(files):
    for path, text in files.items():
        if not path.endswith((".h", ".cc")):
            continue
        layer = layer_of(path)
        for number, line in enumerate(code_only(text).split("\n"), 1):
            include = INCLUDE.match(line)
            if not include:
                continue
            name = include.group(2)
            target = layer_of(name)
            if include.group(1) == '"' and "/" not in name:
                yield f'{path}:{number}: "{name}" is not a path from generator/'
            elif include.group(1) == '"' and target not in MAY_INCLUDE:
                yield f'{path}:{number}: "{name}" is in no layer; libraries are included with <>'
            elif include.group(1) == '"' and target not in MAY_INCLUDE.get(layer, ()):
                yield f"{path}:{number}: `{layer}` may not include `{target}`"
            for pattern, library, door in DOORS:
                if re.match(pattern, name) and not re.fullmatch(door, path):
                    yield f"{path}:{number}: `{library}` is included outside of its door"


def check_laws(files):
    for path, text in files.items():
        if not path.endswith((".h", ".cc")):
            continue
        for number, line in enumerate(code_only(text).split("\n"), 1):
            for pattern, law, free in LAWS:
                if re.search(pattern, line) and not re.fullmatch(free, path):
                    yield f"{path}:{number}: {law}: `{line.strip()}`"


def check_folders(files):
    for path in files:
        if "/" in path and layer_of(path) not in {*MAY_INCLUDE, "cmake"}:
            yield f"{path}:1: `{layer_of(path)}` is not a layer of layering_test.py"


def check_link_graph(files):
    """The order of add_layer() calls, what they use, and that no source is forgotten."""
    path = "CMakeLists.txt"
    text = re.sub(r"#[^\n]*", "", files[path])
    listed, links = set(), {}
    for call in re.finditer(r"\badd_layer\(\s*(\w+)([^)]*)\)", text):
        layer, number = call.group(1), text.count("\n", 0, call.start()) + 1
        if layer not in MAY_INCLUDE:
            yield f"{path}:{number}: `{layer}` is not a layer of layering_test.py"
            continue
        for source in re.findall(r"[\w/.]+\.cc\b", call.group(2)):
            listed.add(source)
            if not source.startswith(layer + "/"):
                yield f"{path}:{number}: `{source}` does not belong to `{layer}`"
        links[layer] = {layer}
        for used in re.findall(r"\bcarnet::(\w+)", call.group(2)):
            if used not in MAY_INCLUDE[layer]:
                yield f"{path}:{number}: `{layer}` may not use `{used}`"
            elif used not in links:
                yield f"{path}:{number}: `{layer}` stands above `{used}`, which it uses"
            links[layer] |= links.get(used, set())

    for layer, _ in LOWEST_FIRST:
        if layer not in links:
            yield f"{path}:1: there is no add_layer({layer})"
    for source, content in files.items():
        if source.endswith(".cc") and layer_of(source) in MAY_INCLUDE and "/" in source and source not in listed:
            yield f"{path}:1: `{source}` is in no library"
        if source.endswith((".h", ".cc")):
            for number, line in enumerate(code_only(content).split("\n"), 1):
                include = INCLUDE.match(line)
                if not include or include.group(1) != '"':
                    continue
                layer, target = layer_of(source), layer_of(include.group(2))
                if target in MAY_INCLUDE.get(layer, ()) and target not in links.get(layer, {target}):
                    yield f"{source}:{number}: `{layer}` includes `{target}` but does not link it"


def problems(files):
    for check in (check_folders, check_includes, check_laws, check_link_graph):
        yield from check(files)


SOUND = {
    "CMakeLists.txt": "".join(
        f"add_layer({layer} USES {' '.join('carnet::' + other for other in others.split())})\n"
        for layer, others in LOWEST_FIRST
    ),
}

# A file that breaks a law, and what must be said of it. None: nothing.
SELF_TESTS = [
    ("diag/a.h", '#include "markdown/document.h"', "diag/a.h:1: `diag` may not include `markdown`"),
    ("render/a.h", '\n#include "io/load.h"', "render/a.h:2: `render` may not include `io`"),
    ("site/a.h", '#include "page.h"', 'site/a.h:1: "page.h" is not a path from generator/'),
    ("site/a.h", '#include "yaml/page.h"', 'site/a.h:1: "yaml/page.h" is in no layer'),
    ("stuff/a.h", "", "stuff/a.h:1: `stuff` is not a layer"),
    ("config/a.h", "#include <yaml-cpp/yaml.h>", "config/a.h:1: `yaml-cpp` is included outside"),
    ("io/a.h", "#include <boost/filesystem.hpp>", "io/a.h:1: `boost` is included outside"),
    ("site/a.h", "#include <fmt/format.h>", "site/a.h:1: `fmt` is included outside"),
    ("site/a.h", "#include <fstream>", "site/a.h:1: only `io` opens files"),
    ("site/a.h", 'FILE* f = fopen("x", "r");', "site/a.h:1: only `io` opens files"),
    ("site/a.h", 'std::cout << "x";', "site/a.h:1: only `app` knows the terminal"),
    ("site/a.h", "std::exit(1);", "site/a.h:1: only `app` ends the program"),
    ("site/a.h", 'getenv("HOME");', "site/a.h:1: only `app` reads the environment"),
    ("site/a.h", 'setlocale(LC_ALL, "");', "site/a.h:1: only `app` knows the locale"),
    ("site/a.h", "auto t = time(nullptr);", "site/a.h:1: only `app` knows the clock"),
    ("site/a.h", "std::chrono::system_clock::now();", "site/a.h:1: only `app` knows the clock"),
    ("site/a.h", "/* fine */ throw 1;", "site/a.h:1: no stage throws"),
    ("site/a.cc", "", "CMakeLists.txt:1: `site/a.cc` is in no library"),
    ("site/a.h", '// std::cout, throw, #include "app/a.h"', None),
    ("site/a.h", 'const char* a = "throw // std::cout";', None),
    ("site/a.h", 'int a = 1\'000; const char* b = R"x(exit(1) throw)x"; char c = \'"\';', None),
    ("site/a.h", "/*\n throw\n*/\nint read_time();", None),
    ("site/a.h", '#include "site/b.h"\n#include "base/source.h"\n#include <string>', None),
    ("app/a.h", '#include <iostream>\n#include "io/load.h"\nstd::exit(1);', None),
    ("CMakeLists.txt", SOUND["CMakeLists.txt"].replace("diag USES", "diag USES carnet::site"),
     "CMakeLists.txt:2: `diag` may not use `site`"),
    ("CMakeLists.txt", "add_layer(diag USES carnet::base)\n" + SOUND["CMakeLists.txt"],
     "CMakeLists.txt:1: `diag` stands above `base`"),
    ("CMakeLists.txt", SOUND["CMakeLists.txt"].replace("add_layer(app ", "add_library(app "),
     "CMakeLists.txt:1: there is no add_layer(app)"),
    ("CMakeLists.txt", SOUND["CMakeLists.txt"].replace("site USES", "site SOURCES io/a.cc USES"),
     "`io/a.cc` does not belong to `site`"),
]


def self_test():
    failures = 0
    for path, text, expected in SELF_TESTS:
        found = list(problems({**SOUND, path: text}))
        if expected is None and found or expected and not any(expected in line for line in found):
            failures += 1
            print(f"{path}: {text!r}\n  expected: {expected}\n  found:    {found}")
    print(f"{len(SELF_TESTS)} made-up files, {failures} judged wrongly")
    return 1 if failures else 0


def main():
    if "--self-test" in sys.argv[1:]:
        return self_test()
    root = Path(__file__).resolve().parent.parent / "generator"
    files = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*"))
        if path.suffix in (".h", ".cc", ".def") or path.name == "CMakeLists.txt"
    }
    found = list(problems(files))
    for line in found:
        print("generator/" + line)
    print(f"{len(files)} files, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
