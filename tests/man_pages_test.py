#!/usr/bin/python3
"""tests/man_pages_test.py PROGRAM: the pages of man/ tell of every command and flag that PROGRAM has, and of no other.

What it has is asked of its completion, which walks the option tree. A command has a page man/answers-COMMAND.1.scd and an
entry in man/answers.1.scd; a flag has an entry in its command's page, a line such as

    *-n*, *--limit* _N_

at the beginning of a line, with its meaning below it behind a tab."""
import pathlib
import re
import shutil
import subprocess
import sys

MAN = pathlib.Path(__file__).resolve().parent.parent / "man"


def complete(program, *words):
    done = subprocess.run([program, "__complete", *words], capture_output=True, text=True, check=True)
    return dict(line.split("\t", 1) for line in done.stdout.splitlines())


def entries(page):
    """The words in bold at the beginning of each entry's line."""
    text = page.read_text(encoding="utf-8")
    for line in re.findall(r"^(\*.*)\n\t", text, re.M):
        yield from re.findall(r"\*(\S+?)\*", line)


def complaints(program):
    commands = complete(program, "")
    pages = {page.name[len("answers-"):-len(".1.scd")]: page for page in MAN.glob("answers-*.1.scd")}
    front = MAN / "answers.1.scd"
    told = {entry for entry in entries(front) if re.fullmatch(r"[a-z]+", entry)}
    for command, meaning in commands.items():
        if command not in pages:
            yield f"there is no man/answers-{command}.1.scd"
        if command not in told:
            yield f"man/{front.name} lacks:\n*{command}*\n\t{meaning}. See *answers-{command}*(1)."
    for command in sorted((told | set(pages)) - set(commands)):
        yield f"man/ tells of a command '{command}', which there is not"
    for command, page in [("", front), *sorted(pages.items())]:
        flags = complete(program, *([command] if command else []), "-")
        told = {entry for entry in entries(page) if entry.startswith("-")}
        for flag in sorted(set(flags) - told):
            yield f"man/{page.name} lacks:\n*{flag}*\n\t{flags[flag]}."
        for flag in sorted(told - set(flags)):
            yield f"man/{page.name} tells of {flag}, which there is not"
    for page in sorted(MAN.glob("*.scd")) if shutil.which("scdoc") else []:
        done = subprocess.run(["scdoc"], stdin=page.open(), capture_output=True, text=True)
        if done.returncode != 0:
            yield f"man/{page.name}: {done.stderr.strip()}"


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    found = list(complaints(str(pathlib.Path(sys.argv[1]).resolve())))
    print("\n".join(found) or "the manual tells of every command and flag")
    sys.exit(1 if found else 0)
