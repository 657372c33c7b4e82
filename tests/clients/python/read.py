"""Reads one answer of every operation with the generated Python client, and calls a few by it."""

import json
import os
import pathlib
import sys
from datetime import datetime

import yongwei_client as client
from yongwei_client import models

ANSWERS = pathlib.Path(sys.argv[1], "answers.json")


def changed(read, sent, place=""):
    """Where something was lost or changed on the way through a model."""
    if isinstance(sent, dict):
        # To the generated models a member that is `null` is one that is absent.
        read, sent = known(read), known(sent)
        missing = [f"{place}/{name}" for name in sent.keys() ^ read.keys()]
        kept = sent.keys() & read.keys()
        return missing + [at for name in kept for at in changed(read[name], sent[name], f"{place}/{name}")]
    if isinstance(sent, list):
        pairs = enumerate(zip(read, sent, strict=True))
        return [at for index, (one, other) in pairs for at in changed(one, other, f"{place}/{index}")]
    return [] if read == sent or instant(read) == instant(sent) else [place]


def known(members):
    return {name: value for name, value in members.items() if value is not None}


def instant(text):
    return datetime.fromisoformat(text)


def again(schema, body):
    """A body, read into its model and written again."""
    if schema.startswith("["):
        return [again(schema[1:-1], item) for item in body]
    return json.loads(getattr(models, schema).from_dict(body).to_json())


def read_all(answers):
    faults = [
        f"{answer['operation']}: {place}"
        for answer in answers
        if answer["schema"]
        for place in changed(again(answer["schema"], answer["body"]), answer["body"])
    ]
    if faults:
        raise SystemExit("\n".join(faults))


def call_some(answers):
    target = {answer["operation"]: answer["target"].split("/") for answer in answers}
    access = client.Configuration(host=os.environ["YONGWEI_URL"])
    with client.ApiClient(access) as anybody:
        token = client.AccessApi(anybody).token_create(
            grant_type="client_credentials",
            client_id=os.environ["YONGWEI_CLIENT_ID"],
            client_secret=os.environ["YONGWEI_CLIENT_SECRET"],
        )
    access.access_token = token.access_token
    with client.ApiClient(access) as api:
        people = client.PeopleApi(api).person_list(limit=2)
        assert len(people.items) == 2 and people.next, people
        following = client.PeopleApi(api).person_list(limit=2, cursor=people.next)
        assert people.items[0].id != following.items[0].id

        receipt = client.ReceiptsApi(api).receipt_get(target["receipt_get"][3])
        assert isinstance(receipt.effects, models.OutOfCityEffects), receipt.effects
        assert receipt.effects.procedure_region, receipt.effects

        _, _, _, deed, _, document, _ = target["deed_document_pdf_get"]
        pdf = client.DeedsApi(api).deed_document_pdf_get(deed, document)
        assert bytes(pdf).startswith(b"%PDF-"), pdf

        try:
            client.PeopleApi(api).person_get("00000000-0000-7000-8000-000000000000")
            raise AssertionError("nobody has this id")
        except client.exceptions.NotFoundException as refused:
            problem = models.Problem.from_json(refused.body)
            assert problem.code == "not_found", problem


def main():
    answers = json.loads(ANSWERS.read_text())
    read_all(answers)
    call_some(answers)
    print(f"Python read {sum(bool(answer['schema']) for answer in answers)} answers")


main()
