"""Load, made by wrk at 64 connections over loopback."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
CONNECTIONS = 64


@dataclass(frozen=True)
class Load:
    """What came of one run: answers per second, times to an answer in milliseconds."""

    answers: int
    per_second: float
    median_ms: float
    p99_ms: float
    failures: int


def wrk(script: str, url: str, *arguments: str, seconds: int, connections: int = CONNECTIONS) -> Load:
    """One run. Ends the program when a request failed: figures of failures say nothing."""
    command = ["wrk", "--threads", str(min(2, connections)), "--connections", str(connections), "--timeout", "10s"]
    command += ["--duration", f"{seconds}s", "--script", script, url, "--", *arguments]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode != 0 or not lines:
        raise SystemExit(f"wrk failed: {done.stdout}{done.stderr}")
    load = Load(**json.loads(lines[0]))
    if load.failures:
        raise SystemExit(f"{load.failures} of {load.answers} requests of {script} {url} failed")
    return load


def middle(loads: list[Load]) -> Load:
    """The median run, by answers per second."""
    return next(load for load in loads if load.per_second == median(l.per_second for l in loads))
