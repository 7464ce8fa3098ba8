#!/usr/bin/python3
"""tests/completion_test.py PROGRAM: the completion scripts in the shells themselves, as far as these are installed; and what
is typed on a terminal, with the Tab key, becomes the arguments that were meant."""
import json
import os
import pathlib
import pty
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

RECORDS = [
    {"id": "dropout", "question": "Why does dropout help?", "answer": "It regularizes.", "section": ["Neural nets"],
     "tags": ["training"]},
    {"id": "momentum", "question": "What is momentum?", "answer": "A running mean.", "tags": ["training", "trees"]},
]
BASH = """source <(answers completion bash); COMP_LINE={line!r}; COMP_POINT=${{#COMP_LINE}}; COMP_WORDS=({words});
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _answers; printf '%s\\n' "${{COMPREPLY[@]}}" """
FISH = "answers completion fish | source; complete -C {line!r}"
ZSH = """compdef() {{ :; }}; compadd() {{ print -l -- "$@"; }}; _files() {{ print files; }}; typeset -A compstate
source <(answers completion zsh); words=({words}); CURRENT=${{#words}}; PREFIX=$words[-1]; _answers"""

# the line that is typed, how readline splits it (where that matters), what must be offered
CASES = [
    ("answers sea", "answers sea", "search"),
    ("answers search --form", "answers search --form", "--format"),
    ("answers search --format j", "answers search --format j", "jsonl"),
    ("answers search --color=n", "answers search --color = n", "never"),
    ("answers search tag:tr", "answers search tag : tr", "trees"),
    ("answers search --tag tr", "answers search --tag tr", "trees"),
    ("answers search --sort v", "answers search --sort v", "votes"),
    ("answers search --explain-vs mo", "answers search --explain-vs mo", "momentum"),
    ("answers show --format j", "answers show --format j", "json"),
    ("answers search section:", "answers search section :", "neural"),
    ("answers search why drop", "answers search why drop", "dropout"),
    ("answers show mo", "answers show mo", "momentum"),
    ("answers completion f", "answers completion f", "fish"),
    ("answers collections re", "answers collections re", "rename"),
    ("answers help se", "answers help se", "search"),
    ("answers search --facets tag,d", "answers search --facets tag,d", "difficulty"),
    ("answers config li", "answers config li", "limit"),
]

# What is typed before the Tab, the arguments that come of it. The answers that is run only prints them.
TYPED = [
    ("answers search --tag tra", "<search><--tag><training>"),
    ("answers search --section 'neu", "<search><--section><neural nets>"),
    ('answers search --section "neu', "<search><--section><neural nets>"),
    ("answers search --section neu", "<search><--section><neural nets>"),
    ("answers search --sort vo", "<search><--sort><votes>"),
    ("answers search --facets tag,sec", "<search><--facets><tag,section>"),
    ("answers search --fields id,lang", "<search><--fields><id,language>"),
    ("answers search 'why dropo", "<search><why dropout>"),
    ('answers search "why dropo', "<search><why dropout>"),
    ("answers search 'why tag:tra", "<search><why tag:training>"),
    ("answers search 'section:neu", '<search><section:"neural nets">'),
    ('answers search "section:neu', '<search><section:"neural nets">'),
    ('answers search section:"neu', '<search><section:"neural nets">'),
    ("answers search section:neu", '<search><section:"neural nets">'),
    ("answers search tag:tra", "<search><tag:training>"),
    ("answers search dropout --color=ne", "<search><dropout><--color=never>"),
    ("answers show 'mome", "<show><momentum>"),
    ("answers help sear", "<help><search>"),
]
SHELLS = {
    "bash": (("bash", "--norc", "-i"), "source <(answers completion bash); bind 'set enable-bracketed-paste off'; PS1='$ '"),
    "zsh": (("zsh", "-fi"), "autoload -U compinit; compinit -u -D; source <(answers completion zsh); PROMPT='$ '; unsetopt zle_bracketed_paste"),
    "fish": (("fish", "--no-config", "-i"), "answers completion fish | source; function fish_prompt; echo '$ '; end"),
}


class Shell:
    """An interactive shell on a terminal of its own."""

    def __init__(self, command, environment, folder):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)

    def read(self, until=None, seconds=60.0):
        """What it prints, until that or until it is quiet."""
        out, end = b"", time.monotonic() + seconds
        while time.monotonic() < end:
            ready, _, _ = select.select([self.terminal], [], [], 0.4 if until is None else 0.1)
            if ready:
                try:
                    out += os.read(self.terminal, 1 << 16)
                except OSError:
                    break
                if b"\x1b[c" in out[-64:]:  # fish asks what terminal this is
                    os.write(self.terminal, b"\x1b[?62c")
            elif until is None and out:
                break
            if until is not None and until in out:
                break
        return out.decode(errors="replace")

    def type(self, text):
        os.write(self.terminal, text.encode())

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


def typed_complaints(shell, environment, folder):
    command, setup = SHELLS[shell]
    on = Shell(command, environment, folder)
    try:
        on.read()
        on.type(setup + "; echo rea''dy\r")
        on.read(b"ready\r\n")
        for line, wanted in TYPED:
            on.read(seconds=0.5)
            on.type(line + "\t")
            on.read(seconds=3)
            on.type("\r")
            out = on.read(b"<<end>>", seconds=5)
            if wanted + "<<end>>" not in out:
                yield f"{shell}: {line!r} Tab Enter runs {out!r} and not {wanted!r}"
                on.type("\x03")
    finally:
        on.end()


def complaints(program):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.symlink(program, folder / "answers")
        environment = {"PATH": f"{folder}:{os.environ['PATH']}", "HOME": name, "XDG_CONFIG_HOME": name, "LC_ALL": "C.UTF-8",
                       "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}
        run = lambda *command: subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True,
                                              timeout=60)
        (folder / "world.jsonl").write_text("".join(json.dumps(record) + "\n" for record in RECORDS))
        run("answers", "index", "--index", ".answers", "world.jsonl")
        for line, words, wanted in CASES:
            shells = {"bash": ("bash", "--norc", "-c", BASH.format(line=line, words=words)),
                      "fish": ("fish", "--no-config", "-c", FISH.format(line=line)),
                      "zsh": ("zsh", "-fc", ZSH.format(words=" ".join(f"'{word}'" for word in line.split(" "))))}
            for shell, command in shells.items():
                if not shutil.which(shell):
                    continue
                done = run(*command)
                if wanted not in done.stdout:
                    yield f"{shell}: {line!r} does not offer {wanted!r}: {done.stdout!r} {done.stderr!r}"
        (folder / "bin").mkdir()
        (folder / "bin" / "answers").write_text(
            f'#!/bin/sh\ncase $1 in __complete | completion) exec {program} "$@" ;; esac\nprintf "<%s>" "$@"\necho "<<end>>"\n')
        (folder / "bin" / "answers").chmod(0o755)
        on_terminal = {**environment, "PATH": f"{folder / 'bin'}:{environment['PATH']}", "TERM": "xterm", "XDG_DATA_HOME": name}
        for shell in SHELLS:
            if shutil.which(shell):
                yield from typed_complaints(shell, on_terminal, folder)
        for words in (["nonsense", ""], ["search", "\xff"], ["show", "--index", "/nowhere", ""], ["search", "tag:"] * 50):
            if run("answers", "__complete", *words).returncode != 0:
                yield f"__complete {words} fails"


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError as error:
        print(f"skipped: no pseudo-terminal can be had ({error})")
        sys.exit(77)
    found = list(complaints(str(pathlib.Path(sys.argv[1]).resolve())))
    print("\n".join(found) or f"{len(CASES)} lines complete")
    sys.exit(1 if found else 0)
