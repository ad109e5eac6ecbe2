#!/usr/bin/env python3
"""Every API of the npm package @readme/oas-examples is understood.

    openapi_test.py API_MODEL PATIENCE

API_MODEL is the program carnet_api_model, which prints what generator/openapi/ makes of a file. This
reads the JSON files of the package itself, follows their references in its own way, and compares:
operations, their parameters, status codes and media types, and the names of schemas. A YAML file must
give what its JSON twin gives. The examples must be JSON, and the samples code: a shell, node, Python
and, if there is one, javac read all of them. Large and hostile files must be read within two
seconds of the processor, PATIENCE times as much where the program is not optimised.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = ROOT / "tests/node_modules/@readme/oas-examples"
METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]
SECONDS = 2


def models(program, book, files, *options):
    run = subprocess.run([program, *options, str(book), *files], capture_output=True, text=True, timeout=300)
    if run.returncode != 0:
        sys.exit(f"{program} ends with {run.returncode}: {run.stderr[-3000:]}")
    return dict(zip(files, map(json.loads, run.stdout.splitlines())))


class File:
    """A JSON file, read without carnet."""

    def __init__(self, path):
        self.path = path
        self.root = json.loads(path.read_text(encoding="utf-8"))
        self.is_swagger = "swagger" in self.root

    def follow(self, node):
        for _ in range(20):
            if not isinstance(node, dict) or "$ref" not in node:
                return node
            file, _, pointer = node["$ref"].partition("#")
            if file:
                return File(self.path.parent / file).follow_pointer(pointer)
            node = self.follow_pointer(pointer)
        return None

    def follow_pointer(self, pointer):
        node = self.root
        for part in pointer.split("/")[1:]:
            part = re.sub("%([0-9a-fA-F]{2})", lambda m: chr(int(m[1], 16)), part)
            part = part.replace("~1", "/").replace("~0", "~")
            node = node[int(part)] if isinstance(node, list) else node[part]
        return node

    def operations(self, items):
        for path, item in items.items():
            if path.startswith("x-"):
                continue
            item = self.follow(item)
            for method, operation in item.items():
                if method in METHODS and not hidden(operation):
                    yield path, method.upper(), item, operation

    def expected(self, key):
        found = []
        for path, method, item, operation in self.operations(self.root.get(key, {})):
            parameters = {}
            for parameter in item.get("parameters", []) + operation.get("parameters", []):
                parameter = self.follow(parameter)
                if parameter["in"] not in ("body", "formData", "form") and not hidden(parameter):
                    parameters[parameter["in"], parameter["name"]] = True
            responses = {}
            for status, response in operation.get("responses", {}).items():
                if not status.startswith("x-"):
                    response = self.follow(response)
                    responses[status] = None if self.is_swagger else sorted(response.get("content", {}))
            found.append((method, path, sorted(parameters), responses))
        return found

    def schemas(self):
        schemas = self.root.get("definitions") if self.is_swagger else self.root.get("components", {}).get("schemas")
        return [name for name, schema in (schemas or {}).items() if not hidden(schema)]


def hidden(node):
    return isinstance(node, dict) and (node.get("x-internal") is True or node.get("x-gitbook-ignore") is True)


def told(operations, is_swagger):
    return [
        (
            operation["method"],
            operation["path"],
            sorted((parameter["in"], parameter["name"]) for parameter in operation["parameters"]),
            {
                response["status"]: None if is_swagger else sorted(body["type"] for body in response["content"])
                for response in operation["responses"]
            },
        )
        for operation in operations
    ]


def compare(name, model):
    file = File(EXAMPLES / name)
    for key, part in (("paths", "operations"), ("webhooks", "webhooks")):
        wanted, found = file.expected(key), told(model[part], file.is_swagger)
        if wanted != found:
            for one, other in zip(wanted, found):
                if one != other:
                    yield f"{name}: {key}:\n  expected {one}\n  found    {other}"
            if len(wanted) != len(found):
                yield f"{name}: {len(wanted)} operations in {key}, {len(found)} found"
    if file.schemas() != [schema["name"] for schema in model["schemas"]]:
        yield f"{name}: schemas {file.schemas()} are not {[schema['name'] for schema in model['schemas']]}"
    if file.root.get("info", {}).get("title", "") != model["title"]:
        yield f"{name}: the title is {model['title']}"


# Their authors changed one of them only.
DIFFERENT_TWINS = {"3.1/yaml/parameters-style.yaml"}


def without_places(model):
    """What does not depend on how a text is laid out: JSON twins have their status codes in another order."""
    model = dict(model)
    del model["seconds"]
    for operation in model["operations"]:
        operation["responses"].sort(key=lambda response: response["status"])
    model["problems"] = [problem.partition(": ")[2] for problem in model["problems"]]
    return model


def check_examples(name, model):
    for schema in model["schemas"]:
        try:
            json.loads(schema["example"])
        except ValueError as error:
            yield f"{name}: the example of {schema['name']}: {error}"
    for operation in model["operations"]:
        bodies = [body for response in operation["responses"] for body in response["content"]] + operation["body"]
        for body in bodies:
            if body["type"] != "application/json":
                continue
            for example in body["examples"]:
                try:
                    json.loads(example)
                except ValueError as error:
                    # Some files of the package have such examples themselves.
                    if "\\n" not in example and example[:1] in "{[":
                        yield f"{name}: {operation['method']} {operation['path']}: {error}: {example[:200]}"


def read_by_node(sources):
    script = (
        "const make = Object.getPrototypeOf(async function () {}).constructor;"
        "for (const [name, source] of JSON.parse(require('fs').readFileSync(0, 'utf8')))"
        " try { new make(source) } catch (error) { console.log(name + ': ' + error + '\\n' + source) }"
    )
    run = subprocess.run(["node", "-e", script], input=json.dumps(sources), capture_output=True, text=True)
    return run.stdout + run.stderr


def read_by_shell(sources, folder):
    script = folder / "all.sh"
    script.write_text("\n".join(source for _, source in sources) + "\n", encoding="utf-8")
    run = subprocess.run(["bash", "-n", str(script)], capture_output=True, text=True)
    found = run.stderr
    for name, source in sources:
        words = shlex.split(source.replace("\\\n", ""))
        urls = [word for word in words if re.match("https?://", word)]
        if words[0] != "curl" or len(urls) != 1 or re.search(r"[\s{}\[\]]", urls[0]):
            found += f"{name}: {source}\n"
    return found


def read_by_javac(sources, folder):
    if shutil.which("javac") is None:
        return ""
    paths = []
    # Some are enough: it takes a second for each hundred.
    for i, (_, source) in enumerate(sources[:: max(1, len(sources) // 100)]):
        path = folder / f"Example{i}.java"
        path.write_text(source.replace("class Example ", f"class Example{i} "), encoding="utf-8")
        paths.append(str(path))
    run = subprocess.run(["javac", "-encoding", "UTF-8", "-d", str(folder / "classes"), *paths],
                         capture_output=True, text=True)
    # A file that a sample sends need not be there to compile.
    return run.stderr if run.returncode else ""


def check_samples(all_models):
    samples = {"bash": [], "javascript": [], "python": [], "java": []}
    labels = {"bash": "cURL", "javascript": "JavaScript", "python": "Python", "java": "Java"}
    for name, model in all_models.items():
        for operation in model["operations"]:
            for sample in operation["samples"]:
                # What a file brings along is its own.
                if labels.get(sample["language"]) == sample["label"] and "oas-examples" not in sample["source"]:
                    where = f"{name}: {operation['method']} {operation['path']}"
                    samples[sample["language"]].append((where, sample["source"]))
    own = {language: [sample for sample in group if is_ours(language, sample[1])] for language, group in samples.items()}
    problems = []
    for where, source in own["python"]:
        try:
            compile(source, where, "exec")
        except SyntaxError as error:
            problems.append(f"{where}: {error}\n{source}")
    with tempfile.TemporaryDirectory(prefix="carnet-test-") as folder:
        for found in (read_by_node(own["javascript"]), read_by_shell(own["bash"], Path(folder)),
                      read_by_javac(own["java"], Path(folder))):
            if found:
                problems.append(found[:5000])
    return {language: len(group) for language, group in own.items()}, problems


def is_ours(language, source):
    begins = {"bash": "curl ", "python": "import requests\n\nresponse = ", "java": "import java.net.URI;\nimport java"}
    return source.startswith(begins.get(language, ("const response = await fetch(", "const form = new FormData();")))


def large(count, key="x"):
    """An API of `count` operations in JSON."""
    schemas = {f"S{i}": {"type": "object", "properties": {f"p{j}": {"$ref": f"#/components/schemas/S{(i * 7 + j) % count}"}
                                                          for j in range(8)} | {"id": {"type": "string", "format": "uuid"}}}
               for i in range(count)}
    paths = {f"/{key}/{i}": {"get": {"operationId": f"o{i}", "description": "Text. " * 60, "parameters": [
        {"name": "id", "in": "query", "schema": {"type": "string", "enum": ["a", "b"]}}],
        "responses": {"200": {"description": "OK", "content": {"application/json": {
            "schema": {"$ref": f"#/components/schemas/S{i}"}}}}}}} for i in range(count)}
    return {"openapi": "3.0.3", "info": {"title": "Large", "version": "1"}, "paths": paths,
            "components": {"schemas": schemas}}


HEAD = "openapi: 3.0.3\ninfo: {title: x, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"


def nasty_files():
    """Names, texts, and what must be said of them (nothing: nothing)."""
    text = json.dumps(large(4000), indent=1)
    yield "large.json", text, None
    nested = '{"properties":{"a":' * 5000 + "{}" + "}}" * 5000
    yield "deep.json", '{"openapi":"3.1.0","info":{"title":"x","version":"1"},"paths":{},"components":{"schemas":{"A":' + nested + "}}}", "nested more than 256 deep"
    yield "enum.yaml", HEAD + "    A:\n      type: string\n      enum:\n" + "".join(f"        - value{i}\n" for i in range(100000)), None
    yield "references.yaml", HEAD + "".join(f"    S{i}: {{$ref: '#/components/schemas/S{i + 1}'}}\n" for i in range(20000)), "there is no `S20000`"
    yield "ring.yaml", HEAD + "".join(f"    S{i}: {{$ref: '#/components/schemas/S{(i + 1) % 9999}'}}\n" for i in range(9999)), "contains itself"
    yield "all_of.yaml", HEAD + "".join(
        f"    S{i}:\n      allOf:\n        - $ref: '#/components/schemas/S{i + 1}'\n        - properties: {{p{i}: {{type: string}}}}\n"
        for i in range(9000)) + "    S9000: {}\n", "repeats more than 200,000 properties"
    yield "same.yaml", HEAD + "".join(
        f"    S{i}:\n      allOf:\n        - $ref: '#/components/schemas/S{(i + 1) % 300}'\n        - $ref: '#/components/schemas/S{(i * 7 + 3) % 300}'\n"
        f"        - properties: {{p: {{$ref: '#/components/schemas/S{(i * 3 + 1) % 300}'}}}}\n" for i in range(300)), "contains itself"
    yield "aliases.yaml", HEAD + "    A: &a {type: string}\n" + "".join(
        f"    A{i}: &b{i} {{properties: {{" + ", ".join(f"p{j}: *{'a' if i == 0 else f'b{i - 1}'}" for j in range(10)) + "}}\n"
        for i in range(9)), "more than 1,000,000 values"
    yield "missing.yaml", HEAD + "".join(f"    S{i}: {{$ref: '#/components/schemas/T{i}'}}\n" for i in range(20000)), "more mistakes than the 100 above"
    parameters = "".join(f"        - {{name: p{i}, in: query, schema: {{type: string}}}}\n" for i in range(1000))
    yield "paths.yaml", "openapi: 3.0.3\ninfo: {title: x, version: '1'}\npaths:\n  /a:\n    get:\n      parameters:\n" + parameters + "".join(
        f"  /a{i}: {{$ref: '#/paths/~1a'}}\n" for i in range(20000)), "more than 300,000 parameters"
    yield "callbacks.yaml", "openapi: 3.0.3\ninfo: {title: x, version: '1'}\npaths:\n  /a: &x\n    get:\n      callbacks:\n" + "".join(
        f"        c{i}: {{'u': {{$ref: '#/paths/~1a'}}}}\n" for i in range(30)), None
    yield "unknown.yaml", "openapi: 3.0.3\ninfo: {title: x, version: '1'}\npaths:\n  /a:\n    get:\n" + "".join(
        f"      k{i}: 1\n" for i in range(50000)), None
    yield "tags.yaml", "openapi: 3.0.3\ninfo: {title: x, version: '1'}\npaths: {}\ntags:\n" + "".join(
        f"  - {{name: t{i}, x-parent: t{(i + 1) % 20000}}}\n" for i in range(20000)), "is below itself"
    yield "no.yaml", "- " * 100 + "x\n", "not an OpenAPI file"
    yield "tabs.json", '{\n\t"openapi": "3.1.0",\n\t"info": {"title": "\\ud83d\\ude00 \\/", "version": "1"}, "paths": {}\n}', None
    yield "itself.yaml", HEAD + "    A: {$ref: 'itself.yaml'}\n    B: {$ref: 'other.yaml#/A'}\n", "there is no file `other.yaml`"


def check_nasty(program, patience):
    with tempfile.TemporaryDirectory(prefix="carnet-test-") as folder:
        expectations = {}
        for name, text, expected in nasty_files():
            (Path(folder) / name).write_text(text, encoding="utf-8")
            expectations[name] = (len(text), expected)
        for name, (size, expected) in expectations.items():
            model = models(program, folder, [name], "--problems")[name]
            said = "\n".join(model["problems"])
            if os.environ.get("VERBOSE"):
                print(f"{name}: {size} bytes, {model['seconds']:.2f} s, {len(model['problems'])} problems: {said[:160]!r}")
            if model["seconds"] > SECONDS * patience:
                yield f"{name}: {model['seconds']:.2f} s"
            if expected is None and said or expected and expected not in said:
                yield f"{name}: expected {expected}, found {said[:500]}"


def main():
    program = sys.argv[1]
    if not EXAMPLES.is_dir():
        print("skipped: no @readme/oas-examples; run `npm ci` in tests/")
        return 77
    files = sorted(
        path.relative_to(EXAMPLES).as_posix()
        for version in ("2.0", "3.0", "3.1")
        for path in (EXAMPLES / version).rglob("*")
        if path.suffix in (".json", ".yaml")
    )
    all_models = models(program, EXAMPLES, files)
    problems = []
    for name, model in all_models.items():
        if name.endswith(".json"):
            problems += compare(name, model)
            problems += check_examples(name, model)
        else:
            twin = name.replace("yaml", "json")
            if name not in DIFFERENT_TWINS and twin in all_models and without_places(model) != without_places(all_models[twin]):
                one, other = without_places(model), without_places(all_models[twin])
                for key in one:
                    if one[key] != other[key]:
                        for left, right in zip(one[key], other[key]):
                            if left != right:
                                problems.append(f"{name} is not what {twin} is: {key}:\n  {str(left)[:3000]}\n  {str(right)[:3000]}")
                                break
    counts, found = check_samples(all_models)
    problems += found
    problems += check_nasty(program, float(sys.argv[2]))
    for problem in problems:
        print(problem)
    operations = sum(len(model["operations"]) for model in all_models.values())
    print(f"{len(files)} files, {operations} operations, samples: {counts}, {len(problems)} problems")
    if len(files) < 100 or operations < 800 or min(counts.values()) < 500:
        print("that is too little: what is compared?")
        return 1
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
