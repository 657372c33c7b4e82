"""People on file, for whom deeds can be reported."""

import json

from load import wrk
from service import Service


def registered(service: Service, least: int) -> list[str]:
    """Registers people until there are at least as many; their ids, oldest first."""
    first = 0
    while count(service) < least:
        seconds = 1 if least < 50_000 else 5
        wrk("register.lua", service.url("/v1/people"), service.token(), str(first), seconds=seconds)
        first += 600_000
    ids, cursor = [], ""
    while cursor is not None:
        page = json.loads(service.call("GET", f"/v1/people?limit=200{cursor}", headers=bearer(service)))
        ids += [item["id"] for item in page["items"]]
        cursor = f"&cursor={page['next']}" if "next" in page else None
    return ids[::-1]


def count(service: Service) -> int:
    return json.loads(service.call("GET", "/v1/people?count=true&limit=1", headers=bearer(service)))["total"]


def bearer(service: Service) -> dict[str, str]:
    return {"Authorization": f"Bearer {service.token()}"}
