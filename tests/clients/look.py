#!/usr/bin/env python3
"""Looks at the clients in Kotlin and Java, which nothing here compiles: a file is a file and no list of
numbers, and the kinds of a union are classes of their own.

Usage: look.py FOLDER
"""

import json
import pathlib
import re
import sys

FOLDER = pathlib.Path(sys.argv[1])
CONTRACT = pathlib.Path(__file__).resolve().parents[2] / "openapi" / "openapi.json"
DOCUMENT = json.loads(CONTRACT.read_text())

faults = []


def expect(is_so, fault):
    if not is_so:
        faults.append(fault)


def sources(generator, part):
    ending = {"kotlin": "kt", "java": "java"}[generator]
    found = {
        path.stem: path.read_text()
        for path in (FOLDER / generator / "src" / "main").rglob(f"*.{ending}")
        if path.parent.name == part
    }
    assert found, f"no {part} of {generator}"
    return found


def camel(name):
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))


def files():
    """The operations that answer nothing but a file."""
    for item in DOCUMENT["paths"].values():
        for operation in item.values():
            contents = operation["responses"].get("200", {}).get("content", {})
            schemas = [content.get("schema", {}) for content in contents.values()]
            if schemas and all(schema.get("format") == "binary" for schema in schemas):
                yield camel(operation["operationId"])


def unions():
    """What tells kinds apart, with the tag and the kinds."""
    for name, schema in DOCUMENT["components"]["schemas"].items():
        if "discriminator" in schema:
            discriminator = schema["discriminator"]
            kinds = [kind.rsplit("/", 1)[1] for kind in discriminator["mapping"].values()]
            yield name, discriminator["propertyName"], kinds


kotlin, java = sources("kotlin", "apis"), sources("java", "api")
for language, apis, numbers in [
    ("Kotlin", kotlin, r"List<kotlin\.(Int|Byte)>"),
    ("Java", java, r"List<(Integer|Byte)>"),
]:
    for name, text in apis.items():
        expect(not re.search(numbers, text), f"{language}: {name} has a list of numbers")
in_kotlin, in_java = "".join(kotlin.values()), "".join(java.values())
operations = list(files())
assert len(operations) >= 3, operations
for operation in operations:
    expect(
        re.search(rf"fun {operation}\([^)]*\) *: java\.io\.File\b", in_kotlin),
        f"Kotlin: {operation} gives no file",
    )
    expect(
        re.search(rf"public File {operation}\(", in_java),
        f"Java: {operation} gives no file",
    )

kotlin, java = sources("kotlin", "models"), sources("java", "model")
for union, tag, kinds in unions():
    members = re.findall(r"^ *(?:override )?va[lr] (\w+): ", kotlin[union], re.MULTILINE)
    expect(members == [tag], f"Kotlin: {union} has the members {members}")
    members = re.findall(r"SERIALIZED_NAME_\w+ = \"(\w+)\"", java[union])
    expect(members == [tag], f"Java: {union} has the members {members}")
    for kind in kinds:
        expect(f") : {union} " in kotlin[kind], f"Kotlin: {kind} is no {union}")
        expect(f"class {kind} extends {union} " in java[kind], f"Java: {kind} is no {union}")

if faults:
    raise SystemExit("\n".join(faults))
print(f"{len(operations)} operations give a file in Kotlin and Java, and no union is one class")
