#!/usr/bin/env python3
"""new_block_test.py BUILD_FOLDER: the block that the manual builds step by step can be built so.

Takes the files and the lines from content/contributing/new-block.md, adds them to copies of the
program's own files, compiles what has changed as BUILD_FOLDER does, links a spec runner, and runs
the example of the page. The C++ of the block has to stay short.
"""

import json
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "content/contributing/new-block.md"
MOST_LINES = 40  # Of C++ for a block.


def read_page():
    """The files of the page by their paths, and its other pieces of C++."""
    text = PAGE.read_text(encoding="utf-8")
    files = {
        path: body
        for path, _, body in re.findall(
            r'^\{% code title="([^"]+)" %\}\n(`{3,})\w*\n(.*?)^\2\n\{% endcode %\}', text, re.M | re.S
        )
    }
    pieces = re.findall(r"^```cpp\n(.*?)^```", re.sub(r"\{% code .*?\{% endcode %\}", "", text, flags=re.S), re.M | re.S)
    return text, files, pieces


def insert(text, before, line):
    """`text` with a line in front of the first one that matches."""
    found = re.search(before, text, re.M)
    assert found, f"nothing matches {before}"
    return text[:found.start()] + line + "\n" + text[found.start():]


def changed_files(text, files, pieces):
    """What the steps of the page do to the files of the program."""
    def quoted(line):
        assert f"`{line}`" in text, f"the page does not say {line}"
        return line

    def source(path):
        return (ROOT / path).read_text(encoding="utf-8")

    contract, entry = re.fullmatch(r"(constexpr .*;)\n// \.\.\. and in kContracts:\n(.*)\n", pieces[0]).groups()
    changed = {
        "generator/blocks/registry.h": insert(
            source("generator/blocks/registry.h"), r"^extern const BlockSpec kRaw;",
            quoted("extern const BlockSpec kQuote;")),
        "generator/blocks/registry.cc": insert(
            source("generator/blocks/registry.cc"), r"^    &kRaw,", quoted("&kQuote") + ","),
        "generator/render/views/views.h": insert(
            source("generator/render/views/views.h"), r"^void view_prompt",
            re.search(r"^void view_quote\(.*\)", files["generator/render/views/quote.cc"], re.M)[0] + ";"),
        "generator/render/block_views.cc": insert(
            source("generator/render/block_views.cc"), r"^    \{&kStep,", quoted("{&kQuote, view_quote}") + ","),
        "generator/theme/contracts.cc": insert(
            insert(source("generator/theme/contracts.cc"), r"^constexpr TemplateContract kContracts", contract),
            r'^    \{"blocks/prompt"', entry),
        "themes/default/theme.yaml": insert(
            source("themes/default/theme.yaml"), r"^  - blocks/prompt.html", "  - blocks/quote.html"),
    }
    return changed | files


def run(arguments, folder):
    done = subprocess.run(arguments, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{shlex.join(map(str, arguments))}\n{done.stdout}{done.stderr}")
    return done.stdout


def compile_all(sources, copy, build):
    """Compiles the sources of the copy as the build compiles the program's own; the objects."""
    commands = {
        entry["file"]: entry for entry in json.loads((build / "compile_commands.json").read_text())
    }
    objects = []
    for source in sources:
        # A new file is compiled as the list that it is entered in.
        known = str(ROOT / source)
        if known not in commands:
            known = str(ROOT / ("generator/blocks/registry.cc" if "/blocks/" in source
                                else "generator/render/block_views.cc"))
        entry = commands[known]
        arguments = shlex.split(entry["command"])
        arguments[arguments.index(known)] = str(copy / source)
        object_file = copy / (source.replace("/", "_") + ".o")
        arguments[arguments.index("-o") + 1] = str(object_file)
        compiler = next(i for i, word in enumerate(arguments) if "c++" in word or "g++" in word or "clang" in word)
        run([*arguments[:compiler + 1], f"-I{copy / 'generator'}", *arguments[compiler + 1:]], entry["directory"])
        objects.append(object_file)
    return objects


def link(objects, runner, build):
    """A spec runner out of these objects, and the build's for everything else."""
    commands = run(["ninja", "-t", "commands", "carnet_spec_runner"], build).splitlines()
    arguments = shlex.split(commands[-1].removeprefix(": && ").removesuffix(" && :"))
    output = arguments.index("-o")
    arguments[output + 1] = str(runner)
    run([*arguments[:output], *objects, *arguments[output:]], build)


def embed_themes(copy):
    """The themes with the new template, as C++."""
    themes = copy / "themes"
    names = sorted(str(path.relative_to(themes)) for path in themes.rglob("*") if path.is_file())
    (copy / "themes.txt").write_text("".join(f"{name}\n" for name in names))
    run(["cmake", "-D", f"ROOT={themes}", "-D", f"FILES={copy / 'themes.txt'}",
         "-D", f"OUTPUT={copy / 'embedded_themes.cc'}", "-P", ROOT / "generator/cmake/embed_themes.cmake"], copy)


def main(build):
    text, files, pieces = read_page()
    sources = [path for path in files if path.endswith(".cc")]
    lines = sum(len(files[path].splitlines()) for path in sources)
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch)
        run(["cp", "-r", "--parents", "themes", copy], ROOT)
        for path, body in changed_files(text, files, pieces).items():
            place = copy / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(body, encoding="utf-8")
        embed_themes(copy)
        objects = compile_all(
            [*sources, "generator/blocks/registry.cc", "generator/render/block_views.cc",
             "generator/theme/contracts.cc"], copy, build)
        theme = copy / "embedded_themes.o"
        run(["c++", "-std=c++20", f"-I{ROOT / 'generator'}", "-c", copy / "embedded_themes.cc", "-o", theme], copy)
        runner = copy / "runner"
        link([*objects, theme], runner, build)
        print(run([runner, copy / "tests/spec/blocks/quote.md"], copy), end="")
    print(f"{lines} lines of C++")
    return 0 if lines <= MOST_LINES else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
