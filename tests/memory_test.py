#!/usr/bin/python3
"""tests/memory_test.py PROGRAM [--sanitized]: what the headers promise of memory, held against the program itself. Makes
collections that are large where a reader might hold too much (a long stream, one long line, one long answer), and asks the
kernel for the most memory that the process had, beyond what it has for doing nothing. AddressSanitizer multiplies time and
memory: what it runs is given less to read, and limits of its own."""
import json
import os
import pathlib
import sys
import tempfile

MIB = 1 << 20
TEXT = "gradients vanish where a long chain of small factors is multiplied "


def stream(size):
    """Records of a kilobyte, a line each."""
    for number in range(size // 1024):
        yield json.dumps({"question": f"Why does layer {number} learn slowly?", "answer": f"{number} {TEXT * 14}"}) + "\n"


def json_line(size):
    """One record."""
    yield json.dumps({"question": "Why is it long?", "answer": TEXT * (size // len(TEXT))}) + "\n"


def markdown_line(size):
    """One question, whose answer is one line; it is cut after 32 MiB, and told."""
    yield "# Why is it long?\n\n" + TEXT * (size // len(TEXT)) + "\n"


READ = ["read"]
INDEX = ["index", "--quiet", "--index", ".answers"]
# The name of the file; what is in it; what reads it; (how large it is, how much memory that may take) in MiB, plainly built
# and with AddressSanitizer. The limits are half as much again as what was measured: 2, 168, 148; 12, 23, 45.
CASES = [
    ("stream.jsonl", stream, READ, (100, 20), (40, 30)),
    ("line.jsonl", json_line, INDEX, (30, 240), (4, 45)),
    ("line.md", markdown_line, INDEX, (50, 210), (6, 65)),
]


def run(program, arguments, folder, environment):
    """(exit code, most resident memory in bytes)"""
    with open(os.devnull, "wb") as nowhere:
        child = os.fork()
        if child == 0:
            os.chdir(folder)
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
            os.execve(program, [program, *arguments], environment)
        _, status, usage = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_maxrss * 1024


def complaints(program, sanitized):
    # Memory that was given back is not to be kept for long.
    options = os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=8"
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "HOME": folder, "XDG_CONFIG_HOME": folder, "ASAN_OPTIONS": options}
        _, idle = run(program, ["--version"], folder, environment)
        for name, made, command, plain, with_sanitizer in CASES:
            size, limit = with_sanitizer if sanitized else plain
            with open(pathlib.Path(folder, name), "w", encoding="utf-8") as file:
                file.writelines(made(size * MIB))
            code, peak = run(program, [*command, name], folder, environment)
            taken = (peak - idle) / MIB
            print(f"{name}: {taken:.0f} MiB of at most {limit}")
            if code != 0:
                yield f"{name}: exit {code}"
            if taken > limit:
                yield f"{name}: takes {taken:.0f} MiB, more than {limit}"


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    found = list(complaints(os.path.realpath(sys.argv[1]), "--sanitized" in sys.argv[2:]))
    print("\n".join(found) or "all stays within its limits")
    sys.exit(1 if found else 0)
