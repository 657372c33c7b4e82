"""The service under test, and the programs it is compared with."""

import http.client
import json
import os
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

REGION = "371502"
SCOPES = "people:read,people:write,deeds:read,deeds:report,audit:read"
ROOT = Path(__file__).resolve().parents[2]


def build() -> Path:
    """Builds the service and the references; returns their folder."""
    cargo = ["cargo", "build", "--release", "--locked", "--quiet", "-p", "api"]
    subprocess.run([*cargo, "--bin", "yongwei", "--example", "reference"], cwd=ROOT, check=True)
    return Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"


class Service:
    """One installation: a database, and the settings to serve it."""

    def __init__(self, name: str, binary: Path, folder: Path, database_url: str | None = None, region: str = REGION):
        self.name, self.binary = name, binary
        self.folder = folder / name
        self.folder.mkdir()
        self.port = free_port()
        self.database_url = database_url
        self.settings = os.environ | {
            "YONGWEI_LISTEN": f"127.0.0.1:{self.port}",
            "YONGWEI_PUBLIC_URL": f"http://127.0.0.1:{self.port}",
            # One client makes all the calls: its allowance must not be what is measured.
            "YONGWEI_RATE_PER_MINUTE": "1000000000",
            "YONGWEI_RATE_BURST": "1000000000",
        }
        if database_url:
            self.settings["YONGWEI_DATABASE_URL"] = database_url
            self.settings |= dict(line.split("=", 1) for line in self.run("key", "new") if "=" in line)
            self.run("migrate")
        self.client = self.new_client("bench", region)

    def new_client(self, name: str, region: str) -> dict[str, str]:
        """Registers a client of a region; its id and secret."""
        created = self.run(
            "client", "create", "--name", name, "--scope", SCOPES, "--region", region
        )
        return dict(line.split(": ", 1) for line in created if ": " in line)

    def run(self, *arguments: str) -> list[str]:
        """Runs a command of the binary and returns the lines it prints."""
        done = subprocess.run(
            [self.binary, *arguments], env=self.settings, cwd=self.folder, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise SystemExit(f"yongwei {' '.join(arguments)}: {done.stderr}")
        return done.stdout.splitlines()

    @contextmanager
    def serving(self):
        """Serves within the block; yields the process and the seconds to the first answer."""
        with open(self.folder / "server.log", "ab") as log:
            started = time.monotonic()
            process = subprocess.Popen(
                [self.binary, "serve"], env=self.settings, cwd=self.folder, stdout=log, stderr=log
            )
        with ended(process):
            await_answer(self.port, "/readyz", process)
            yield process, time.monotonic() - started

    def settle(self) -> None:
        """Does at once what PostgreSQL's autovacuum does within minutes of a load: statistics, and what is visible."""
        if self.database_url:
            subprocess.run(["psql", "--quiet", "--command", "VACUUM ANALYZE", self.database_url], check=True)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def token(self, client: dict[str, str] | None = None) -> str:
        """An access token; they live for ten minutes."""
        form = {"grant_type": "client_credentials", **(client or self.client)}
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return json.loads(self.call("POST", "/oauth/token", urlencode(form), headers))["access_token"]

    def call(self, method: str, path: str, body: str | None = None, headers: dict | None = None) -> bytes:
        """One request, which must succeed; returns the answer's body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, body.encode() if body else None, headers or {})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        if answer.status >= 300:
            raise SystemExit(f"{method} {path}: {answer.status} {content.decode()}")
        return content


@contextmanager
def bare(binary: Path, path: str, file: Path):
    """Serves the bytes of a file from a bare handler within the block, for POST after one insert; yields its URL."""
    port = free_port()
    process = subprocess.Popen([binary, "serve", f"127.0.0.1:{port}", path, file])
    with ended(process):
        await_answer(port, path, process)
        yield f"http://127.0.0.1:{port}{path}"


@contextmanager
def ended(process: subprocess.Popen):
    """Ends the process when the block ends."""
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def await_answer(port: int, path: str, process: subprocess.Popen) -> None:
    """Returns when the address answers with success."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.001)
    raise SystemExit(f"nothing answers at port {port}")


def resident_megabytes(process: subprocess.Popen) -> float:
    """The memory that the process holds now."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(kilobytes) / 1024


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
