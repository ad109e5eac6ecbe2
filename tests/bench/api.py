#!/usr/bin/env python3
"""api.py FOLDER [OPERATIONS]: writes a book that is the reference of an API of 200 operations.

What real files have: some forty tags with five operations each, schemas that name each other, errors that
all operations share, enums, limits, lists with pages. The same each time.
"""

import json
import sys
from pathlib import Path

THINGS = ["user", "team", "project", "invoice", "ticket", "document", "event", "device", "order", "product"]
AREAS = ["account", "billing", "catalogue", "support"]


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def schema_of(name, other):
    return {
        "type": "object",
        "required": ["id", "name", "state"],
        "properties": {
            "id": {"type": "string", "format": "uuid", "readOnly": True, "description": "Given by the server."},
            "name": {"type": "string", "maxLength": 120, "description": f"What the {name} is called."},
            "state": {"type": "string", "enum": ["draft", "active", "closed"], "default": "draft"},
            "weight": {"type": "number", "minimum": 0, "maximum": 1000},
            "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 20},
            "created": {"type": "string", "format": "date-time", "readOnly": True},
            "owner": ref("Person"),
            "related": {"type": "array", "items": ref(other), "description": "Others that *belong* to it."},
        },
    }


def operation(tag, summary, **more):
    failures = {
        "401": {"description": "No valid token.", "content": {"application/json": {"schema": ref("Problem")}}},
        "404": {"description": "There is none.", "content": {"application/json": {"schema": ref("Problem")}}},
    }
    responses = more.pop("responses")
    return {"tags": [tag], "summary": summary, "responses": {**responses, **failures}, **more}


def api(operations):
    paths, schemas, tags = {}, {}, []
    count = 0
    names = [(area, thing) for area in AREAS for thing in THINGS]
    number = 0
    while count < operations:
        area, thing = names[number % len(names)]
        suffix = "" if number < len(names) else str(number // len(names) + 1)
        tag = f"{area} {thing}{suffix}"
        name = "".join(word.capitalize() for word in tag.split())
        before = names[(number - 1) % len(names)]
        other = name if number == 0 else "".join(word.capitalize() for word in before)
        schemas[name] = schema_of(thing, other)
        tags.append({"name": tag, "description": f"Everything about each {thing} of the {area}."})
        base = f"/{area}/{thing}s{suffix}"
        body = {"required": True, "content": {"application/json": {"schema": ref(name)}}}
        one = {"description": f"The {thing}.", "content": {"application/json": {"schema": ref(name)}}}
        page = {
            "type": "object",
            "properties": {"items": {"type": "array", "items": ref(name)}, "next": {"type": "string"}},
        }
        identity = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
        of_page = [
            {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100}},
            {"name": "after", "in": "query", "description": "The `next` of a page.", "schema": {"type": "string"}},
        ]
        paths[base] = {
            "get": operation(tag, f"List the {thing}s of {area} {number}", parameters=of_page, responses={
                "200": {"description": "A page.", "content": {"application/json": {"schema": page}}}}),
            "post": operation(tag, f"Add a {thing} to {area} {number}", requestBody=body, responses={"201": one}),
        }
        paths[base + "/{id}"] = {
            "parameters": [identity],
            "get": operation(tag, f"Get a {thing} of {area} {number}", responses={"200": one}),
            "put": operation(tag, f"Change a {thing} of {area} {number}", requestBody=body, responses={"200": one}),
            "delete": operation(tag, f"Take out a {thing} of {area} {number}", responses={
                "204": {"description": "It is gone."}}),
        }
        count += 5
        number += 1
    schemas["Person"] = {"type": "object", "properties": {
        "name": {"type": "string"}, "email": {"type": "string", "format": "email"}}}
    schemas["Problem"] = {"type": "object", "required": ["title"], "properties": {
        "title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Everything", "version": "1.0"},
        "servers": [{"url": "https://api.example.org/v1"}],
        "security": [{"token": []}],
        "tags": tags,
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def write_book(folder, operations=200):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "README.md").write_text("# Everything\n\nAn API.\n", encoding="utf-8")
    (folder / "SUMMARY.md").write_text(
        "# Contents\n\n* [Everything](README.md)\n\n## API\n\n* ```yaml\n  type: builtin:openapi\n"
        "  props: {models: true}\n  dependencies: {spec: {ref: {kind: openapi, spec: everything}}}\n  ```\n",
        encoding="utf-8")
    text = json.dumps(api(operations), indent=2)
    (folder / "everything.json").write_text(text, encoding="utf-8")
    return folder


if __name__ == "__main__":
    write_book(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200)
