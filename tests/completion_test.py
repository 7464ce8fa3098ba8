#!/usr/bin/python3
"""tests/completion_test.py PROGRAM: the completion scripts in the shells themselves, as far as these are installed."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

RECORDS = [
    {"id": "dropout", "question": "Why does dropout help?", "answer": "It regularizes.", "section": ["Neural nets"],
     "tags": ["training"]},
    {"id": "momentum", "question": "What is momentum?", "answer": "A running mean.", "tags": ["training", "trees"]},
]
BASH = """source <(answers completion bash); COMP_LINE={line!r}; COMP_POINT=${{#COMP_LINE}}; COMP_WORDS=({words});
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _answers; printf '%s\\n' "${{COMPREPLY[@]}}" """
FISH = "answers completion fish | source; complete -C {line!r}"
ZSH = """compdef() {{ :; }}; _describe() {{ print -l -- ${{(P)2}}; }}; _files() {{ print files; }}
source <(answers completion zsh); words=({words}); CURRENT=${{#words}}; _answers"""

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
    ("answers config li", "answers config li", "limit"),
]


def complaints(program):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.symlink(program, folder / "answers")
        environment = {"PATH": f"{folder}:{os.environ['PATH']}", "HOME": name, "XDG_CONFIG_HOME": name, "LC_ALL": "C.UTF-8"}
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
        for words in (["nonsense", ""], ["search", "\xff"], ["show", "--index", "/nowhere", ""], ["search", "tag:"] * 50):
            if run("answers", "__complete", *words).returncode != 0:
                yield f"__complete {words} fails"


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    found = list(complaints(str(pathlib.Path(sys.argv[1]).resolve())))
    print("\n".join(found) or f"{len(CASES)} lines complete")
    sys.exit(1 if found else 0)
