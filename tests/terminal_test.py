#!/usr/bin/python3
"""tests/terminal_test.py PROGRAM: how PROGRAM behaves on a terminal and in a pipe: colours, width, links, pager, Ctrl-C,
hints, a reader that goes away, text that would command the terminal. Runs it on pseudo-terminals of its own."""
import fcntl
import json
import os
import pathlib
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unittest

PROGRAM = None
SGR = r"\x1b\[[0-9;]*m"
LINK = r"\x1b\]8;;[\x21-\x7e]*\x1b\\"
LONG = "\n\n".join(f"Paragraph {i} of a long answer about momentum and learning rates, which goes on for a while so that it "
                   "has to be wrapped." for i in range(40))
RECORDS = [
    {"id": "dropout", "question": "Why does dropout help?", "answer": "No unit can rely on another one being there, so each "
     "learns something useful alone, whatever dropout leaves of the others.", "section": ["Training"]},
    {"id": "long", "question": "What is momentum?", "answer": LONG},
    {"id": "evil", "question": "What \x1b]0;owned\x07 of \u202egnihtyreve\u202c xylophones\u200b?",
     "answer": "\x1b[2J\x1b[31mred \u009b31m \x07 [x](javascript:alert) xylophone"},
    {"id": "wide", "question": "機械学習における次元削減とは何ですか、そしてなぜ必要なのですか、どのように使いますか?",
     "answer": "機械学習 " * 40},
]


class OnATerminal:
    """A run of PROGRAM with a terminal as its standard input, output and (unless told otherwise) error."""

    def __init__(self, arguments, folder, columns=80, rows=24, environment=None, talk_apart=False, program=None):
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

        def become_foreground():
            os.setsid()
            fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell's job in the background ignores it

        self.process = subprocess.Popen([program or PROGRAM, *arguments], cwd=folder, env=plain_environment(folder, environment),
                                        stdin=theirs, stdout=theirs, stderr=subprocess.PIPE if talk_apart else theirs,
                                        preexec_fn=become_foreground)
        os.close(theirs)
        self.ours = ours

    def type(self, text):
        os.write(self.ours, text.encode())

    def finish(self, timeout=60):
        """Everything that was printed. The exit code is in self.process.returncode."""
        out = b""
        deadline = time.time() + timeout
        while time.time() < deadline:
            ready, _, _ = select.select([self.ours], [], [], 0.2)
            if ready:
                try:
                    block = os.read(self.ours, 65536)
                except OSError:  # all other ends are closed
                    break
                if not block:
                    break
                out += block
        self.process.wait(timeout=60)  # a machine may be busy
        os.close(self.ours)
        if self.process.stderr:
            self.process.stderr.close()
        return out.decode().replace("\r\n", "\n")


def plain_environment(folder, more=None):
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
    return {**kept, "TERM": "xterm-256color", "HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder,
            "XDG_DATA_HOME": folder, **(more or {})}


def in_a_pipe(arguments, folder, environment=None, text=b""):
    return subprocess.run([PROGRAM, *arguments], cwd=folder, env=plain_environment(folder, environment), input=text,
                          capture_output=True)


def without_escapes(text):
    return re.sub(f"{SGR}|{LINK}", "", text)


class Terminal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = cls.scratch.name
        pathlib.Path(cls.folder, "notes.jsonl").write_text("".join(json.dumps(record) + "\n" for record in RECORDS))
        built = in_a_pipe(["index", "--index", ".answers", "notes.jsonl"], cls.folder)
        assert built.returncode == 0, built.stderr.decode()

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def on_a_terminal(self, *arguments, **how):
        run = OnATerminal(arguments, self.folder, **how)
        out = run.finish()
        return out, run.process.returncode

    def test_colours_are_for_terminals(self):
        out, code = self.on_a_terminal("search", "dropout")
        self.assertEqual(code, 0)
        self.assertRegex(out, SGR)
        for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
            out, _ = self.on_a_terminal("search", "dropout", environment=environment)
            self.assertNotIn("\x1b", out, environment)
        out, _ = self.on_a_terminal("search", "dropout", "--color", "never")
        self.assertNotIn("\x1b", out)
        out, _ = self.on_a_terminal("search", "dropout", "--color", "always", environment={"NO_COLOR": "1"})
        self.assertRegex(out, SGR)
        self.assertNotIn(b"\x1b", in_a_pipe(["search", "dropout"], self.folder).stdout)
        self.assertIn(b"\x1b[", in_a_pipe(["search", "dropout"], self.folder, {"CLICOLOR_FORCE": "1"}).stdout)
        self.assertNotIn(b"\x1b", in_a_pipe(["search", "dropout"], self.folder, {"CLICOLOR_FORCE": "0"}).stdout)

    def test_nothing_is_wider_than_the_terminal(self):
        for columns in (24, 40, 80, 120):
            for arguments in (["search", "dropout"], ["show", "--no-pager", "dropout"]):
                out, _ = self.on_a_terminal(*arguments, columns=columns)
                for line in without_escapes(out).splitlines():
                    self.assertLessEqual(len(line), columns, line)
            out, _ = self.on_a_terminal("show", "wide", "--no-pager", columns=columns)
            for line in without_escapes(out).splitlines():
                self.assertLessEqual(sum(2 if ord(c) > 0x2E80 else 1 for c in line), columns, line)

    def test_a_place_is_a_link_to_the_editor(self):
        out, _ = self.on_a_terminal("search", "dropout")
        self.assertRegex(out, r"\x1b\]8;;file://[^/]*" + re.escape(os.path.realpath(self.folder)) + r"/notes\.jsonl\x1b")
        out, _ = self.on_a_terminal("search", "dropout", environment={"ANSWERS_EDITOR_URI": "vscode://file{path}:{line}"})
        self.assertRegex(out, r"\x1b\]8;;vscode://file/[^ ]*/notes\.jsonl:1\x1b\\")
        self.assertNotIn(b"\x1b]8", in_a_pipe(["search", "--color", "always", "dropout"], self.folder).stdout)

    def test_hints_are_for_people(self):
        out, _ = self.on_a_terminal("search", "dropout")
        self.assertIn("answers show", out)
        run = OnATerminal(["search", "dropout"], self.folder, talk_apart=True)
        talk = run.process.stderr.read()
        self.assertNotIn("answers show", run.finish())
        self.assertEqual(talk, b"")
        piped = in_a_pipe(["search", "dropout"], self.folder)
        self.assertEqual(piped.stderr, b"")

    def test_nothing_found_says_what_is_known(self):
        out, code = self.on_a_terminal("search", "+xylophonist", "dropout", "tag:nets")
        self.assertEqual(code, 1)
        self.assertRegex(without_escapes(out), r"xylophonist +in no record")
        self.assertRegex(without_escapes(out), r"dropout +in 1 record")
        self.assertIn("Why does dropout help?", without_escapes(out))
        self.assertIn("every tag: answers search --facets tag", without_escapes(out))
        piped = in_a_pipe(["search", "+xylophonist", "dropout", "tag:nets"], self.folder)
        self.assertEqual(piped.stdout, b"")
        self.assertEqual(piped.stderr.decode().count("\n"), 1, piped.stderr)

    def test_numbers_stand_for_the_hits_of_the_last_search(self):
        script = f"{PROGRAM} search --short momentum; {PROGRAM} show 1 --no-pager; EDITOR=echo {PROGRAM} open 1; {PROGRAM} show 9"
        out, _ = self.on_a_terminal("-c", script, program="/bin/sh", columns=200)
        out = without_escapes(out)
        self.assertRegex(out, r"(?m)^ 1  What is momentum\? +notes\.jsonl:2$")
        self.assertIn("Paragraph 39", out)
        self.assertRegex(out, r"(?m)^\+2 /.*/notes\.jsonl$")
        self.assertIn("no record with the id 9\nanswers: nor has the last search in this terminal such a hit: its last is 1", out)
        # Of several indexes at once they stand for the hits of all.
        both = f"--index {self.folder}/.answers --index {self.folder}/other"
        pathlib.Path(self.folder, "other.jsonl").write_text('{"question": "What is a quokka?", "answer": "A small wallaby."}\n')
        in_a_pipe(["index", "--index", "other", "other.jsonl"], self.folder)
        script = f"{PROGRAM} search --short {both} quokka; {PROGRAM} show 1 --no-pager; {PROGRAM} search --short {both} momentum; {PROGRAM} show 1 --no-pager"
        out = without_escapes(self.on_a_terminal("-c", script, program="/bin/sh", columns=200)[0])
        self.assertIn("A small wallaby.", out)
        self.assertIn("Paragraph 39", out)
        # Of several indexes, and where there is none to look into besides.
        with tempfile.TemporaryDirectory() as folder:
            for name in ("one", "two"):
                pathlib.Path(folder, f"{name}.md").write_text(f"## What is a quoll of {name}?\n\nAn animal of {name}.\n")
                in_a_pipe(["index", "--index", f"i-{name}", f"{name}.md"], folder)
            script = (f"cd {folder}; unset ANSWERS_INDEX; {PROGRAM} search --index i-one --index i-two --short quoll; cd /; "
                      f"{PROGRAM} show 2 --no-pager; EDITOR=echo {PROGRAM} open 1")
            out, code = self.on_a_terminal("-c", script, program="/bin/sh", columns=200)
            self.assertEqual(code, 0, out)
            first, second = re.findall(r"(?m)^ \d  What is a quoll of (\w+)\?", without_escapes(out))
            self.assertIn(f"An animal of {second}.", out)
            self.assertRegex(without_escapes(out), rf"(?m)^\+1 /.*/{first}\.md$")
        # Another terminal has its own, and a session that is over none.
        out, code = self.on_a_terminal("show", "1")
        self.assertEqual(code, 1, out)

    def test_what_the_index_does_not_know_yet_is_told_where_nothing_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            notes = pathlib.Path(folder, "notes.md")
            notes.write_text("## What is a quoll?\n\nA small animal.\n")
            in_a_pipe(["index", "--index", ".answers", "notes.md"], folder)
            self.assertEqual(in_a_pipe(["search", "wombat"], folder).stderr, b"answers: nothing found for: wombat\n")
            notes.write_text(notes.read_text() + "\n## What is a wombat?\n\nA large one.\n")
            run = in_a_pipe(["search", "wombat"], folder)
            self.assertIn("1 file is new or changed since the index was built; answers index", run.stderr.decode())
            self.assertNotIn(b"since the index", in_a_pipe(["search", "quoll"], folder).stderr)

    def test_a_hit_that_is_too_long_is_told(self):
        for form in ("text", "jsonl", "json", "tsv"):
            run = in_a_pipe(["search", "--max-chars", "5", "--format", form, "momentum"], self.folder)
            self.assertIn("longer than the 5 characters of --max-chars", run.stderr.decode(), form)
        self.assertEqual(in_a_pipe(["search", "--max-chars", "5", "--count", "momentum"], self.folder).stderr, b"")

    def test_the_same_question_in_two_files_is_a_duplicate(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in (("a.md", "## How do I reset it?\n\nPress long.\n\n## Where is the key?\n\nBelow.\n"),
                               ("b.md", "## How do I reset it?\n\nPull the plug.\n"),
                               ("c.csv", "question,answer\nWho pays?,You do.\nWho pays?,They do.\n")):
                pathlib.Path(folder, name).write_text(text)
            in_a_pipe(["index", "--index", ".answers", "a.md", "b.md", "c.csv"], folder)
            groups = json.loads(in_a_pipe(["dupes", "--json"], folder).stdout)["groups"]
            self.assertEqual([[one["path"] for one in group["questions"]] for group in groups], [["a.md", "b.md"]])

    def test_formulas_are_read(self):
        record = {"id": "pca", "question": "What is $\\lambda_{max}$ of a quoll?", "answer": "As $\\frac{1}{n}$, or $x_{a,b}$."}
        pathlib.Path(self.folder, "formulas.jsonl").write_text(json.dumps(record) + "\n")
        in_a_pipe(["index", "--index", "formulas", "formulas.jsonl"], self.folder)
        for arguments in (["search", "quoll"], ["show", "pca"]):
            out = without_escapes(self.on_a_terminal(*arguments, "--index", "formulas")[0])
            self.assertIn("What is λₘₐₓ of a quoll?", out)
            self.assertIn("As 1/n, or $x_{a,b}$.", out)
            self.assertIn(b"$\\frac{1}{n}$", in_a_pipe([*arguments, "--index", "formulas"], self.folder).stdout)
        out = self.on_a_terminal("show", "pca", "--raw", "--index", "formulas")[0]
        self.assertIn("$\\frac{1}{n}$", out)

    def test_a_search_taller_than_the_terminal_is_paged(self):
        paged = pathlib.Path(self.folder, "paged")
        for arguments, is_paged in (([], True), (["--no-pager"], False), (["--short"], False)):
            paged.unlink(missing_ok=True)
            self.on_a_terminal("search", "dropout", *arguments, rows=4, environment={"ANSWERS_PAGER": "cat > paged"})
            self.assertEqual(paged.exists(), is_paged, arguments)

    def test_a_long_path_leaves_room(self):
        deep = pathlib.Path(self.folder, "a-rather-long-name", "of-a-folder-in-a-folder", "which-goes-on")
        deep.mkdir(parents=True, exist_ok=True)
        record = {"question": "What is a quokka?", "answer": "A wallaby.", "section": ["Marsupials"], "source": "zoo"}
        (deep / "notes-about-animals.jsonl").write_text(json.dumps(record) + "\n")
        built = in_a_pipe(["index", "--index", "deep", str(deep)], self.folder)
        self.assertEqual(built.returncode, 0, built.stderr.decode())
        out, _ = self.on_a_terminal("search", "--index", "deep", "quokka")
        place = deep.relative_to(self.folder) / "notes-about-animals.jsonl:1"
        self.assertRegex(without_escapes(out), rf"\n    \w+ · Marsupials · zoo\n    {place}\n", "whole, to be copied")

    def test_long_text_is_paged(self):
        paged = pathlib.Path(self.folder, "paged")
        pager = {"ANSWERS_PAGER": "cat > paged"}

        def was_paged(*arguments, **how):
            paged.unlink(missing_ok=True)
            out, code = self.on_a_terminal(*arguments, **how)
            self.assertEqual(code, 0)
            return paged.exists() and "Paragraph 39" in paged.read_text(), "Paragraph 39" in without_escapes(out)

        self.assertEqual(was_paged("show", "long", environment=pager), (True, False))
        self.assertEqual(was_paged("show", "long", environment={"PAGER": "cat > paged"}), (True, False))
        self.assertEqual(was_paged("show", "long", "--no-pager", environment=pager), (False, True))
        self.assertEqual(was_paged("show", "long", environment=pager, rows=500), (False, True))
        self.assertEqual(was_paged("show", "long", environment={"PAGER": ""}), (False, True))
        self.assertEqual(was_paged("show", "long", environment={"PAGER": "no-such-pager 2>/dev/null"}), (False, True))
        self.assertEqual(was_paged("show", "long", environment={"ANSWERS_PAGER": "head -n 1"}), (False, False))
        in_a_pipe(["show", "long"], self.folder, pager)
        self.assertFalse(paged.exists())

    def test_an_interrupt_ends_it_cleanly(self):
        run = OnATerminal(["search", "-"], self.folder)
        time.sleep(0.5)  # it waits for the query
        run.type("\x03")
        out = run.finish()
        self.assertEqual(run.process.returncode, -signal.SIGINT)  # 130 for a shell
        self.assertEqual(out.replace("^C", "").strip(), "")

    def test_an_interrupt_in_the_pager_is_the_pagers(self):
        run = OnATerminal(["show", "long"], self.folder,
                          environment={"ANSWERS_PAGER": "trap 'echo interrupted; exit' INT; echo ready; cat >/dev/null; sleep 9 & wait"})
        self.assertIn(b"ready", os.read(run.ours, 65536))
        time.sleep(0.7)
        run.type("\x03")
        out = run.finish()
        self.assertIn("interrupted", out)
        self.assertEqual(run.process.returncode, 0)

    def test_text_never_commands_the_terminal(self):
        for arguments in (["search", "xylophone"], ["show", "evil"], ["show", "--raw", "evil"],
                          ["search", "\x1b]0;owned\x07 xylophone"], ["search", "\x1b[2Jzzz"], ["show", "\x1b[2J"],
                          ["\x1b[2J"], ["search", "--\x1b[2J"], ["search", "--format", "tsv", "xylophone"],
                          ["search", "--format", "json", "xylophone"], ["search", "--format", "paths", "xylophone"]):
            out, _ = self.on_a_terminal(*arguments)
            rest = without_escapes(out)
            self.assertFalse(re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]", rest), (arguments, rest))

    def test_a_reader_that_has_seen_enough_is_no_error(self):
        batch = b"".join(b"q%d\tdropout momentum\n" % i for i in range(5000))
        with open(os.path.join(self.folder, "batch"), "wb") as file:
            file.write(batch)
        done = subprocess.run(["bash", "-c", f"'{PROGRAM}' search --batch --format json < batch | head -n 1 >/dev/null; "
                               "echo ${PIPESTATUS[0]}"], cwd=self.folder, env=plain_environment(self.folder), capture_output=True)
        self.assertEqual((done.stdout, done.stderr), (b"0\n", b""))

    def test_a_batch_answers_while_it_is_asked(self):
        run = subprocess.Popen([PROGRAM, "search", "--batch", "--format", "jsonl", "--fields", "id", "-n", "1"], cwd=self.folder,
                               env=plain_environment(self.folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for qid, word in (("a", "dropout"), ("b", "momentum")):
            run.stdin.write(f"{qid}\t{word}\n".encode())
            run.stdin.flush()
            ready, _, _ = select.select([run.stdout], [], [], 60)
            self.assertTrue(ready)
            self.assertIn(f'"qid":"{qid}"', run.stdout.readline().decode())
        run.stdin.close()
        self.assertEqual(run.wait(timeout=60), 0)
        run.stdout.close()


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError as error:
        print(f"skipped: no pseudo-terminal can be had ({error})")
        sys.exit(77)
    PROGRAM = os.path.realpath(sys.argv.pop(1))
    unittest.main()
