"""Copies of what is on file about a household, made in the database: sealed anew, with ids and people of their own."""

import json
import re
import sqlite3
import subprocess
import time
from base64 import b64decode
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from os import urandom
from random import Random

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from service import Service

# What the lists of honours read, each table after those that it refers to, and which of its columns says whose a row
# is. History, tasks, enclosures, receipts, audit and events are read by none of them, and are not copied; tasks that
# are overdue would be reported while the lists are measured.
TABLES = {
    "households": "id",
    "household_members": "person_id",
    "case_files": "id",
    "cases": "id",
    "case_regions": "file_id",
    "case_states": "file_id",
    "case_sight": "case_id",
    "documents": "file_id",
    "round_entries": "commendation_id",
    "plaques": "file_id",
    "plaque_heroes": "person_id",
}
# The places to which sealed values are bound (persistence/src/keyring.rs), with the row's id behind.
SEALED = {
    ("case_files", "sealed"): "deeds.sealed",
    ("cases", "sealed"): "deed_actors.sealed",
    ("cases", "facts"): "cases.facts",
    ("documents", "sealed"): "documents.sealed",
}
# The procedures whose copies are read back.
READ_BACK = ("commendation", "plaque", "studio")
EVERYWHERE = ""
ID_LENGTH = 36


class Database:
    """The tables of a service that does not run just now."""

    def __init__(self, service: Service):
        self.url = service.database_url
        self.file = service.folder / "data" / "yongwei.db"
        keys = service.settings.get("YONGWEI_DATA_KEYS")
        keys = keys or json.loads((self.file.parent / "yongwei.keys.json").read_text(encoding="ascii"))["data_keys"]
        self.cipher = AESGCM(b64decode(keys.split(":")[1]))

    def rows(self, table: str) -> list[dict]:
        if self.url:
            rows = json.loads(self.psql(f"SELECT coalesce(json_agg(t), '[]') FROM {table} t"))
            return [{name: bytes_of(value) for name, value in row.items()} for row in rows]
        with sqlite3.connect(self.file) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]

    def insert(self, rows: dict[str, list[dict]]) -> None:
        """Writes rows of several tables in one transaction, in the order of the tables."""
        if self.url:
            copied = "".join(
                f"COPY {table} ({', '.join(some[0])}) FROM STDIN;\n{''.join(map(line, some))}\\.\n"
                for table, some in rows.items()
                if some
            )
            self.psql(copied)
            return
        with sqlite3.connect(self.file) as connection:
            for table, some in rows.items():
                if not some:
                    continue
                names = ", ".join(f":{name}" for name in some[0])
                connection.executemany(f"INSERT INTO {table} ({', '.join(some[0])}) VALUES ({names})", some)

    def psql(self, statements: str) -> str:
        command = ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--single-transaction"]
        command += ["--set", "ON_ERROR_STOP=1", "--file", "-", self.url]
        done = subprocess.run(command, input=statements, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"psql: {done.stderr}")
        return done.stdout

    def opened(self, place: str, value: bytes) -> str:
        return self.cipher.decrypt(value[2:14], value[14:], place.encode()).decode()

    def sealed(self, place: str, text: str) -> bytes:
        nonce = urandom(12)
        return b"\x01\x01" + nonce + self.cipher.encrypt(nonce, text.encode(), place.encode())


def bytes_of(value):
    """A value of PostgreSQL's JSON, in which bytes are written as text."""
    return bytes.fromhex(value[2:]) if isinstance(value, str) and value.startswith("\\x") else value


def line(row: dict) -> str:
    """A row as COPY reads it."""
    return "\t".join(map(cell, row.values())) + "\n"


def cell(value) -> str:
    if value is None:
        return "\\N"
    if isinstance(value, bytes):
        return "\\\\x" + value.hex()
    return str(value).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


@dataclass(frozen=True)
class Household:
    """Who live together, or somebody of whom no household is on file, with everything on file about them alone."""

    people: list[str]
    waiting: bool
    # Its rows by table. A text is cut before and after whatever each copy has of its own.
    rows: list[tuple[str, dict]]
    # What each copy has of its own: its ids and serial numbers, in order; and a pattern of them, people and city.
    own: list[str]
    pattern: re.Pattern
    # Where a file of each procedure is read of which a copy holds all: that is about nobody else and encloses nothing.
    addresses: dict[str, list[str]]

    def rewritten(self, text: str, new: dict[str, str]) -> str:
        """A text about it as a copy has it."""
        return joined(self.pattern.split(text), new)


class Originals:
    """The households of the demonstration that the city's body alone has to do with, and the copies made of them."""

    def __init__(self, service: Service, city: str):
        self.database = Database(service)
        self.city = city
        self.tables = {table: self.database.rows(table) for table in TABLES}
        self.enclosed = {row["file_id"] for row in self.database.rows("case_enclosures")}
        self.people = {row["id"] for row in self.database.rows("people")}
        # How many of each are listed, by region and everywhere.
        self.listed = listed(self.tables)
        self.ids, self.serials = fresh_ids(), count(1)
        lives_in = {row["person_id"]: row["household_id"] for row in self.tables["household_members"]}
        homes: dict[str, set[str]] = {}
        for person in [*lives_in, *(row["person_id"] for row in self.tables["plaque_heroes"])]:
            homes.setdefault(lives_in.get(person, person), set()).add(person)
        of_city = [self.household(sorted(people)) for _, people in sorted(homes.items())]
        self.households = [household for household in of_city if household]
        # Who is commended, and after whom a studio is named, stand together there.
        Random(1).shuffle(self.households)

    def household(self, people: list[str]) -> Household | None:
        """Everything on file about some people; none if another body has to do with it, or if they have no honour."""
        homes = {row["household_id"] for row in self.tables["household_members"] if row["person_id"] in people}
        cases = {row["id"]: row for row in self.tables["cases"] if row["person_id"] in people}
        files = {row["file_id"] for row in cases.values()}
        states = {(row["file_id"], row["state"]) for row in cases.values()}
        whose = {*people, *homes, *cases, *files}

        def belongs(table: str, row: dict) -> bool:
            if row[TABLES[table]] not in whose:
                return False
            if table == "cases":
                return row["id"] in cases
            if table == "case_states":
                return (row["file_id"], row["state"]) in states and row["region_code"] in (EVERYWHERE, self.city)
            if table == "case_regions":
                return row["region_code"] == self.city
            return table != "documents" or bool(concerned(row, cases))

        rows = {table: [row for row in every if belongs(table, row)] for table, every in self.tables.items()}
        of_regions = ("households", "case_files", "case_sight", "plaques")
        regions = {row["region_code"] for table in of_regions for row in rows[table]}
        heroes = rows["plaque_heroes"]
        moved_out = any(row["household_id"] not in homes for row in rows["plaques"])
        if regions != {self.city} or not heroes or moved_out:
            return None
        own = {*homes, *cases, *files, *(row["id"] for row in rows["documents"])}
        own |= {row["serial"] for row in rows["plaques"] if row["serial"]}
        pattern = re.compile(f"((?<![0-9]){self.city}(?![0-9])|{'|'.join(map(re.escape, own.union(people)))})")
        templates = [(table, self.template(pattern, table, row, cases)) for table, some in rows.items() for row in some]
        addresses = self.addresses(cases.values())
        waiting = any(row["waiting"] for row in heroes)
        return Household(people, waiting, templates, sorted(own), pattern, addresses)

    def template(self, own: re.Pattern, table: str, row: dict, cases: dict[str, dict]) -> dict:
        """A row with its texts cut, those that are sealed opened."""
        row = dict(row)
        if table == "documents":
            row["concerned"] = json.dumps({"format": 3, "value": concerned(row, cases)}, separators=(",", ":"))
        if table == "plaque_heroes":
            # The file of a person of the demonstration may be kept in a county; whose copies they are live in one.
            row["region_code"] = self.city
        for (of, name), place in SEALED.items():
            if of == table and row[name] is not None:
                row[name] = self.database.opened(f"{place}/{row['id']}", row[name])
        return {name: own.split(value) if isinstance(value, str) else value for name, value in row.items()}

    def addresses(self, cases: Iterable[dict]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for case in cases:
            file, procedure = case["file_id"], case["procedure"]
            alone = sum(file == other["file_id"] for other in self.tables["cases"]) == 1
            if alone and procedure in READ_BACK and file not in self.enclosed:
                ends = ("", f"/actors/{case['id']}", "/documents")
                found[procedure] = [f"/v1/{procedure}s/{file}{end}" for end in ends]
        return found

    def copy(self, household: Household, people: list[str], region: str, rows: dict[str, list[dict]]) -> dict[str, str]:
        """Adds the rows of a copy about other people, in another region; what stands in it for what."""
        new = {self.city: region, **dict(zip(household.people, people, strict=True))}
        for piece in household.own:
            new[piece] = next(self.ids) if len(piece) == ID_LENGTH else f"BENCH-{next(self.serials)}"
        made: dict[str, list[dict]] = {}
        for table, template in household.rows:
            row = {name: joined(value, new) if isinstance(value, list) else value for name, value in template.items()}
            for (of, name), place in SEALED.items():
                if of == table and row[name] is not None:
                    row[name] = self.database.sealed(f"{place}/{row['id']}", row[name])
            made.setdefault(table, []).append(row)
        for table, some in made.items():
            rows[table] += some
        self.listed.update(listed(made))
        return new


def joined(pieces: list[str], new: dict[str, str]) -> str:
    return "".join(new.get(piece, piece) for piece in pieces)


def concerned(document: dict, cases: dict[str, dict]) -> list[dict]:
    """Which of some cases a document is about."""
    return [one for one in json.loads(document["concerned"])["value"] if one["case"] in cases]


def listed(tables: dict[str, list[dict]]) -> Counter:
    """How many rows of each list there are, by region and everywhere."""
    heroes = tables.get("plaque_heroes", [])
    homes = {(row["household_id"] or row["person_id"], row["region_code"], row["waiting"]) for row in heroes}
    places = [("entitled", region) for _, region, _ in homes]
    places += [("waiting", row["region_code"]) for row in heroes if row["waiting"]]
    places += [("unreachable", row["region_code"]) for row in tables.get("plaques", []) if row["unreachable"]]
    found = Counter(places)
    found.update((what, EVERYWHERE) for what, _ in places)
    found.update((row["procedure"], row["region_code"]) for row in tables.get("case_regions", []))
    found.update((row["procedure"], EVERYWHERE) for row in tables.get("case_files", []))
    return found


def fresh_ids() -> Iterator[str]:
    """Ids in the order of time (RFC 9562, version 7)."""
    first = time.time_ns() // 1_000_000
    for number in count():
        at = f"{first + number // 4096:012x}"
        yield f"{at[:8]}-{at[8:]}-7{number % 4096:03x}-8{urandom(2).hex()[:3]}-{urandom(6).hex()}"
