#!/usr/bin/python3
"""tests/live_search_test.py PROGRAM: `answers` alone and `answers pick` on terminals of several sizes: a tmux, with a server of
its own, is the terminal, and tells what is to be seen on it."""
import json
import os
import pathlib
import pty
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = None
RECORDS = [
    {"id": "dropout", "question": "Why does dropout help?", "section": ["Nets"], "tags": ["training"],
     "answer": "No unit can rely on another one.\n\n" + "\n\n".join(f"Paragraph {i}, which goes on." for i in range(60))},
    {"id": "rate", "question": "Is the dropout rate a hyperparameter?", "answer": "Yes, as any other rate.", "tags": ["tuning"]},
    {"id": "evil", "question": "What \x1b]0;owned\x07 of xylophones?", "answer": "\x1b[2J\x1b[31mred \u202e xylophone"},
    {"id": "wide", "question": "機械学習における次元削減とは何ですか、そしてなぜ必要なのですか、どのように使いますか?", "answer": "機械学習 " * 40},
]


def width(line):
    """Of text on a terminal, with the wide characters of these records."""
    return sum(2 if "\u3000" <= c <= "\u9fff" else 1 for c in line)


class LiveSearch(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        (self.folder / "notes.jsonl").write_text("".join(json.dumps(record) + "\n" for record in RECORDS))
        (self.folder / "editor").write_text('#!/bin/sh\necho "$@" >> edited\n')
        (self.folder / "editor").chmod(0o755)
        self.environment = {"PATH": os.environ["PATH"], "HOME": scratch.name, "XDG_STATE_HOME": scratch.name, "LANG": "C.UTF-8",
                            "VISUAL": str(self.folder / "editor"), "PS1": "$ ", "ANSWERS": PROGRAM,
                            **{k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}}
        subprocess.run([PROGRAM, "index", "--index", ".answers", "notes.jsonl"], cwd=self.folder, env=self.environment, check=True,
                       capture_output=True)

    def tmux(self, *arguments):
        return subprocess.run(["tmux", "-S", self.socket, "-f", "/dev/null", *arguments], cwd=self.folder,
                              env=self.environment, capture_output=True, text=True, check=False)

    def start(self, command, columns=80, rows=24):
        """Runs it in a tmux of its own, and says how it ended."""
        self.socket = str(self.folder / f"socket-{len(list(self.folder.iterdir()))}")
        done = self.tmux("new-session", "-d", "-x", str(columns), "-y", str(rows),
                         f"{command}; echo \"exit $?\"; stty -a | grep -qE '(^| )icanon( |$)' && echo lines; exec cat")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.addCleanup(subprocess.run, ["tmux", "-S", self.socket, "kill-server"], capture_output=True, check=False)

    def screen(self):
        return self.tmux("capture-pane", "-p").stdout

    def press(self, *keys):
        self.tmux("send-keys", *keys)

    def wait_for(self, *texts, timeout=60):
        """The screen once all of `texts` are on it."""
        end = time.time() + timeout
        while time.time() < end:
            seen = self.screen()
            if all(text in seen for text in texts):
                return seen
            time.sleep(0.02)
        self.fail(f"{texts} did not come up:\n{seen}")

    def test_it_answers_while_one_types_at_every_width(self):
        for columns in (40, 80, 200):
            self.start("$ANSWERS", columns)
            self.wait_for("Type to search")
            self.press("dropout")
            seen = self.wait_for("> dropout", "No unit can rely", "Why does dropout help?", "Is the dropout rate")
            self.assertIn("─" * columns, seen)
            self.press("C-u", "次元")
            for line in self.wait_for("> 次元", "機械学習に").splitlines():
                self.assertLessEqual(width(line), columns)
            self.press("Escape")
            self.wait_for("exit 0")

    def test_enter_shows_the_record_and_escape_goes_back(self):
        self.start("$ANSWERS")
        self.press("why dropout")
        self.wait_for("No unit")
        self.press("Enter")
        self.wait_for("Paragraph 5,", "scroll")
        self.press("End")
        self.wait_for("Paragraph 59,")
        self.press("Escape")
        self.wait_for("> why dropout")
        self.press("Down", "Enter")
        self.wait_for("as any other rate")
        self.press("C-o")
        self.wait_for("as any other rate")
        self.press("q", "C-c")
        self.wait_for("exit 130")
        self.assertIn("+2 ", (self.folder / "edited").read_text())

    def test_tab_filters(self):
        self.start("$ANSWERS")
        self.press("dropout")
        self.wait_for("No unit")
        self.press("Tab")
        self.wait_for("tag:training", "tag:tuning", "section:Nets")
        self.press("Down", "Enter")
        seen = self.wait_for("> dropout tag:tuning", "Is the dropout rate")
        self.assertNotIn("Why does", seen)

    def test_pick_prints_the_id_wherever_its_output_goes(self):
        self.start("echo got $($ANSWERS pick xylophone)")
        seen = self.wait_for("> xylophone", "red")
        self.assertNotIn("owned\a", seen)
        self.press("Enter")
        self.wait_for("got evil", "exit 0")
        self.start("$ANSWERS pick zebra")
        self.wait_for("nothing found")
        self.press("Enter", "Escape")
        self.wait_for("exit 1")

    def test_another_size_and_ctrl_c_leave_all_in_order(self):
        self.start("$ANSWERS pick dropout", 120)
        self.wait_for("No unit")
        for columns, rows in ((40, 10), (8, 2), (200, 50)):
            self.tmux("resize-window", "-x", str(columns), "-y", str(rows))
            time.sleep(0.3)
        self.wait_for("─" * 200, "No unit")
        self.press("C-c")
        self.wait_for("exit 130\nlines\n")  # of input, as before

    def test_without_an_index_it_helps(self):
        shutil.rmtree(self.folder / ".answers")
        self.start("$ANSWERS 2>&1 | cat; $ANSWERS", 100, 100)
        self.wait_for("Usage: answers", "there is no index", "exit 3")


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    if shutil.which("tmux") is None:
        sys.exit(print("skipped: tmux is not installed") or 77)
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError as error:
        print(f"skipped: no pseudo-terminal can be had ({error})")
        sys.exit(77)
    unittest.main()
