# What the scripts of this folder and of tests/ share. Sourced, never run.
# shellcheck shell=bash

# Stops with a message on standard error.
fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# Fails unless the named program is there, and says how to get it.
# Usage: need PROGRAM HOW-TO-INSTALL
need() {
    command -v "$1" >/dev/null || fail "$1 is missing: $2"
}

# Prints a TCP port of this machine that nobody listens on now.
free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Waits until a URL answers with a success, while the process PID lives.
# Usage: wait_for URL PID SECONDS
wait_for() {
    local url=$1 pid=$2 tries=$(($3 * 20))
    while ! curl --silent --fail --output /dev/null --max-time 2 "$url"; do
        kill -0 "$pid" 2>/dev/null || return 1
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.05
    done
}

# Ends a process that this shell started, politely first: SIGTERM, ten seconds, SIGKILL.
# Usage: stop_process PID
stop_process() {
    local pid=$1 tries=200
    kill "$pid" 2>/dev/null || return 0
    while kill -0 "$pid" 2>/dev/null && [ "$tries" -gt 0 ]; do
        tries=$((tries - 1))
        sleep 0.05
    done
    kill -KILL "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
}
