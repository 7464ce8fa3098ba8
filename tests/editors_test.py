#!/usr/bin/python3
"""tests/editors_test.py PROGRAM: the recipes of man/answers-editors.7.scd, each in its editor as far as that is installed."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = None
PAGE = pathlib.Path(__file__).resolve().parent.parent / "man" / "answers-editors.7.scd"


def recipe(heading):
    """The first block below a heading of the page."""
    return PAGE.read_text(encoding="utf-8").split(f"# {heading}\n")[1].split("```\n")[1]


class Editors(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "answers").symlink_to(PROGRAM)
        (self.folder / "it's here").mkdir()
        (self.folder / "it's here" / "knots.md").write_text(
            "# Knots\n\n## Which knot makes a loop?\n\nThe bowline.\n\n## What is a cleat for?\n\nTo make fast.\n")
        self.environment = {**os.environ, "PATH": f"{self.folder}/bin:{os.environ['PATH']}", "HOME": scratch.name,
                            "XDG_STATE_HOME": scratch.name, "TERM": "xterm"}
        self.run_here("answers", "init")

    def run_here(self, *arguments):
        return subprocess.run(arguments, cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=60,
                              stdin=subprocess.DEVNULL)

    @unittest.skipUnless(shutil.which("vim"), "vim is not installed")
    def test_vim(self):
        (self.folder / "vimrc").write_text(recipe("VIM"))
        self.run_here("vim", "-Nu", "vimrc", "-es", "-c", "Answers loop's", "-c",
                      "call writefile(map(getqflist(), 'bufname(v:val.bufnr) . v:val.lnum . v:val.text'), 'found')", "-c", "qa!")
        self.assertEqual((self.folder / "found").read_text(), "it's here/knots.md3Which knot makes a loop?\n")

    @unittest.skipUnless(shutil.which("emacs"), "emacs is not installed")
    def test_emacs(self):
        (self.folder / "init.el").write_text(recipe("EMACS"))
        done = self.run_here("emacs", "--batch", "-l", "init.el", "--eval", """(progn (answers "loop's")
          (while (process-live-p (get-buffer-process "*grep*")) (accept-process-output nil 0.1))
          (with-current-buffer "*grep*" (goto-char (point-min)) (compilation-next-error 1)
            (princ (buffer-substring-no-properties (line-beginning-position) (line-end-position)))))""")
        self.assertIn("it's here/knots.md:3:1:Which knot makes a loop?", done.stdout, done.stderr)

    def test_vs_code(self):
        task = json.loads(recipe("VS CODE"))["tasks"][0]
        done = self.run_here(task["command"], *[part.replace("${input:query}", "loop's") for part in task["args"]])
        pattern = task["problemMatcher"]["pattern"]
        match = re.match(pattern["regexp"], done.stdout.splitlines()[0])
        self.assertEqual([match[pattern[part]] for part in ("file", "line", "column", "message")],
                         ["it's here/knots.md", "3", "1", "Which knot makes a loop?"])

    def test_obsidian(self):
        """On a terminal a place is a link that Obsidian opens."""
        if self.run_here("script", "-qec", "true", "/dev/null").returncode != 0:
            self.skipTest("no pseudo-terminal can be had")
        setting = recipe("OBSIDIAN").strip().removeprefix("export ANSWERS_EDITOR_URI=").strip("'")
        self.environment["ANSWERS_EDITOR_URI"] = setting
        done = self.run_here("script", "-qec", "answers search loop", "/dev/null")
        self.assertIn(f"\x1b]8;;obsidian://open?path={self.folder}/it's%20here/knots.md\x1b", done.stdout)


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
