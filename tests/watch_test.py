#!/usr/bin/python3
"""tests/watch_test.py PROGRAM: `PROGRAM watch` sees what people, editors and programs do to files, and ends cleanly."""
import fcntl
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = None
PATIENCE = 60  # seconds until a test gives up; nothing is timed


def line(number, answer):
    return json.dumps({"id": f"r{number}", "question": f"What is number {number}?", "answer": answer}) + "\n"


class Watch(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="answers-watch-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.notes = self.folder / "notes"
        self.notes.mkdir()
        (self.notes / "first.jsonl").write_text(line(1, "aardvark"))
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "TERM": "dumb", "TZ": "UTC"}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if name in os.environ:
                self.environment[name] = os.environ[name]
        self.talk = open(self.folder / "talk", "w+b")
        self.addCleanup(self.talk.close)
        self.start("notes")

    def start(self, *arguments):
        self.process = subprocess.Popen([PROGRAM, "watch", "--index", ".answers", "--log", "watch.log", *arguments],
                                        cwd=self.folder, env=self.environment, stderr=self.talk)
        self.addCleanup(self.process.wait)
        self.addCleanup(self.process.kill)
        self.until(lambda: "watching" in self.said(), "it never watched")

    def said(self):
        return (self.folder / "talk").read_text()

    def until(self, holds, otherwise):
        deadline = time.time() + PATIENCE
        while time.time() < deadline:
            if holds():
                return
            self.assertIsNone(self.process.poll(), self.said())
            time.sleep(0.02)
        self.fail(f"{otherwise}\n{self.said()}")

    def finds(self, word):
        run = subprocess.run([PROGRAM, "search", "--index", ".answers", "--format", "paths", "--literal", word],
                             cwd=self.folder, env=self.environment, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL, check=False)
        return run.returncode == 0

    def until_found(self, word):
        self.until(lambda: self.finds(word), f"{word} is not found")

    def until_lost(self, word):
        self.until(lambda: not self.finds(word), f"{word} is still found")

    def test_sees_what_happens_to_files(self):
        self.until_found("aardvark")
        with open(self.notes / "first.jsonl", "a") as file:  # an edit in place
            file.write(line(2, "badger"))
        self.until_found("badger")
        new = self.notes / ".first.jsonl.swp"  # an editor puts a new file in the place of the old one
        new.write_text(line(1, "capybara"))
        new.rename(self.notes / "first.jsonl")
        self.until_found("capybara")
        self.until_lost("badger")
        deep = self.notes / "more" / "and more"  # folders made and filled at once
        deep.mkdir(parents=True)
        (deep / "second.jsonl").write_text(line(3, "dormouse"))
        self.until_found("dormouse")
        (deep / "second.jsonl").write_text(line(3, "echidna"))
        self.until_found("echidna")
        away = self.folder / "elsewhere"
        (self.notes / "more").rename(away)  # moved away, and back
        self.until_lost("echidna")
        away.rename(self.notes / "again")
        self.until_found("echidna")
        shutil.rmtree(self.notes / "again")
        self.until_lost("echidna")

    def test_ends_cleanly(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            self.process.send_signal(number)
            self.assertEqual(self.process.wait(PATIENCE), 130 if number == signal.SIGINT else 0, self.said())
            self.assertTrue(self.finds("aardvark"))
            self.assertEqual([path.name for path in (self.folder / ".answers").glob("*.tmp")], [])
            self.talk.truncate(0)
            self.talk.seek(0)
            self.start()  # what to watch is remembered
        self.assertIn("watching", (self.folder / "watch.log").read_text())

    def test_goes_on_after_a_failure(self):
        self.process.kill()
        self.process.wait()
        lock = open(self.folder / ".answers" / "LOCK")
        self.addCleanup(lock.close)
        fcntl.flock(lock, fcntl.LOCK_EX)
        self.process = subprocess.Popen([PROGRAM, "watch", "--index", ".answers", "--wait", "0", "notes"],
                                        cwd=self.folder, env=self.environment, stderr=self.talk)
        self.addCleanup(self.process.wait)
        self.addCleanup(self.process.kill)
        (self.notes / "first.jsonl").write_text(line(1, "flamingo"))
        self.until(lambda: "tries again" in self.said(), "it did not say that it failed")
        lock.close()
        self.until_found("flamingo")

    def test_one_file_alone(self):
        self.process.kill()
        self.process.wait()
        (self.folder / "alone.jsonl").write_text(line(4, "gazelle"))
        self.talk.truncate(0)
        self.talk.seek(0)
        self.start("alone.jsonl")
        (self.folder / "other.tmp").write_text(line(4, "heron"))
        (self.folder / "other.tmp").rename(self.folder / "alone.jsonl")
        self.until_found("heron")


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
