#!/usr/bin/env python3
"""Gets one answer of every operation, by the examples of the contract on the demonstration's data.

Usage: answers.py FOLDER
Writes to FOLDER/answers.json what was answered: for each operation its address, the media type, the schema
that the contract names for it, and the body where that is JSON. The clients read these answers.
"""

import base64
import json
import os
import pathlib
import sys
import urllib.error
import urllib.parse
import urllib.request

URL = os.environ["YONGWEI_URL"]
CLIENT = os.environ["YONGWEI_CLIENT_ID"]
SECRET = os.environ["YONGWEI_CLIENT_SECRET"]
CONTRACT = pathlib.Path(__file__).resolve().parents[2] / "openapi" / "openapi.json"

# Its example cannot know the client, and its answer is not the one of a schema that is read below.
LEFT_OUT = {"token_create"}
# Steps with no example that is taken: the demonstration's policy lets nobody extend, and its client acts for
# the city, to which counties recommend.
REFUSED = {"deed_extend", "commendation_recommend"}


def call(method, target, headers, body=None):
    """The status, media type and bytes of an answer."""
    request = urllib.request.Request(URL + target, body, headers, method=method)
    try:
        answer = urllib.request.urlopen(request)
    except urllib.error.HTTPError as refused:
        answer = refused
    with answer:
        media_type = answer.headers.get("Content-Type", "").split(";")[0]
        return answer.status, media_type, answer.read()


def token():
    pair = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
    headers = {"Authorization": f"Basic {pair}"}
    _, _, body = call("POST", "/oauth/token", headers, b"grant_type=client_credentials")
    return json.loads(body)["access_token"]


class Contract:
    def __init__(self, document):
        self.document = document

    def resolved(self, value):
        """What a value refers to, or the value itself."""
        while isinstance(value, dict) and "$ref" in value:
            reference, value = value["$ref"], self.document
            for step in reference.removeprefix("#/").split("/"):
                value = value[step]
        return value

    def operations(self):
        for path, item in self.document["paths"].items():
            for method, operation in item.items():
                yield path, method.upper(), operation

    def example(self, parameter):
        schema = self.resolved(parameter["schema"])
        for found in (parameter.get("example"), schema.get("example"), schema.get("enum", [None])[0]):
            if found is not None:
                return str(found)
        raise SystemExit(f"{parameter['name']} has no example")

    def body(self, operation):
        """The media type and bytes of the example of a request."""
        content = self.resolved(operation.get("requestBody", {})).get("content", {})
        for media_type, body in content.items():
            for named in body.get("examples", {}).values():
                return media_type, self.bytes(media_type, named["value"])
            example = body.get("example", self.resolved(body.get("schema", {})).get("example"))
            if example is not None:
                return media_type, self.bytes(media_type, example)
        return None, None

    @staticmethod
    def bytes(media_type, value):
        if media_type.endswith("json"):
            return json.dumps(value).encode()
        return value.encode()

    def request(self, path, operation):
        """Address, headers and body as the examples say."""
        query, headers = [], {}
        for parameter in operation.get("parameters", []):
            parameter = self.resolved(parameter)
            name = parameter["name"]
            if parameter["in"] == "path":
                value = urllib.parse.quote(self.example(parameter), safe="@")
                path = path.replace(f"{{{name}}}", value)
            elif parameter.get("required") and parameter["in"] == "query":
                query.append((name, self.example(parameter)))
            elif parameter.get("required"):
                headers[name] = self.example(parameter)
        media_type, body = self.body(operation)
        if media_type:
            headers["Content-Type"] = media_type
        return path + ("?" + urllib.parse.urlencode(query) if query else ""), headers, body

    def schema(self, operation, status, media_type):
        """The name of the schema of an answer; `[Name]` for a list of them; none for a file or a page."""
        response = self.resolved(operation["responses"][str(status)])
        schema = response.get("content", {}).get(media_type, {}).get("schema", {})
        if schema.get("type") == "array":
            return f"[{self.name(schema['items'])}]"
        return self.name(schema)

    @staticmethod
    def name(schema):
        return schema["$ref"].rsplit("/", 1)[1] if "$ref" in schema else None


def main(folder):
    contract = Contract(json.loads(CONTRACT.read_text()))
    bearer = {"Authorization": f"Bearer {token()}"}
    _, _, officers = call("GET", "/v1/officers?active=true", bearer)
    # The oldest is the one of the demonstration that may do most.
    officer = {"On-Behalf-Of": json.loads(officers)["items"][-1]["id"]}
    answers, refused = [], []
    for path, method, operation in contract.operations():
        name = operation["operationId"]
        if name in LEFT_OUT:
            continue
        target, headers, body = contract.request(path, operation)
        headers |= bearer | {"Accept": "application/json"}
        status, media_type, content = call(method, target, headers, body)
        if status == 403 and json.loads(content)["code"] == "officer_required":
            status, media_type, content = call(method, target, headers | officer, body)
        if status >= 400:
            if name not in REFUSED:
                refused.append(f"{name}: {status} {content.decode(errors='replace')}")
            continue
        is_json = media_type.endswith("json")
        answers.append(
            {
                "operation": name,
                "target": target,
                "media_type": media_type,
                "schema": contract.schema(operation, status, media_type),
                "body": json.loads(content) if is_json else None,
            }
        )
    if refused:
        raise SystemExit("\n".join(refused))
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    pathlib.Path(folder, "answers.json").write_text(json.dumps(answers, ensure_ascii=False))
    schemas = {answer["schema"] for answer in answers if answer["schema"]}
    print(f"{len(answers)} operations answered, with {len(schemas)} schemas")


main(*sys.argv[1:])
