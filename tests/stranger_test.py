#!/usr/bin/python3
"""tests/stranger_test.py PROGRAM: every command runs in a folder of a stranger whose index asks for a connection, in place of
each of its files in turn; a listener on loopback hears of none. Some of the index is made to look right by its checksums."""
import ctypes
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "answers"
COMMANDS = (
    "search dropout", "search --batch", "search --facets tag", "search --explain dropout", "show a", "related a", "suggest dro",
    "status", "status --acronyms", "status --topics", "quiz --stats", "export", "export --format csv", "dupes", "config",
    "__complete search dro", "__complete show a", "__complete search --tag t", "check", "index --dry-run", "index", "index notes",
    "check --repair", "search dropout", "index --rebuild notes")
SECONDS = 60


class Hash(ctypes.Structure):
    _fields_ = [("low", ctypes.c_uint64), ("high", ctypes.c_uint64)]


def digest(data):
    library = ctypes.CDLL("libxxhash.so.0")
    library.XXH3_128bits.restype = Hash
    library.XXH3_128bits.argtypes = (ctypes.c_char_p, ctypes.c_size_t)
    value = library.XXH3_128bits(data, len(data))
    return f"{value.high:016x}{value.low:016x}"


class Stranger(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)
        self.addCleanup(self.listener.close)
        self.stub = f"remote 127.0.0.1:{self.listener.getsockname()[1]}\n".encode()
        (self.folder / "notes").mkdir()
        (self.folder / "notes" / "a.jsonl").write_text(
            '{"id": "a", "question": "What is dropout?", "answer": "A regulariser.", "tags": ["t"]}\n')
        self.run_program("index --index .answers notes")
        self.generation = self.folder / ".answers" / "gen-000001"
        self.whole = self.folder / "whole"
        shutil.copytree(self.folder / ".answers", self.whole)

    def run_program(self, arguments, told=b""):
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "TERM": "dumb", "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}
        run = subprocess.run([PROGRAM, *arguments.split()], cwd=self.folder, env=environment, input=told,
                             capture_output=True, timeout=SECONDS, check=False)
        self.assertIn(run.returncode, (0, 1, 2, 3), f"answers {arguments}: {run.stderr.decode()}")
        return run

    def connections(self):
        count = 0
        while True:
            try:
                self.listener.accept()[0].close()
            except BlockingIOError:
                return count
            count += 1

    def make_right(self):
        """Writes the checksums of the files as they are now."""
        path = self.generation / "checksums"
        lines = path.read_text().splitlines() if path.exists() else [""]
        text = lines[0] + "\n"
        for line in lines[1:-1]:
            name = line.split()[2]
            data = (self.generation / name).read_bytes()
            text += f"{digest(data)} {len(data)} {name}\n"
        path.write_text(text + digest(text.encode()) + "\n")

    def try_all(self, what):
        for command in COMMANDS:
            self.run_program(command, b"dropout\n")
            self.assertEqual(self.connections(), 0, f"{what}: answers {command}")

    def test_nothing_is_asked_for(self):
        names = [path.name for path in self.generation.iterdir()]
        self.assertGreaterEqual(len(names), 3)
        for looks_right in (False, True):
            for name in [*names, "CURRENT", "LOCK", "gen-000001", ".answers"]:
                if looks_right and name not in names:
                    continue
                shutil.rmtree(self.folder / ".answers", ignore_errors=True)
                shutil.copytree(self.whole, self.folder / ".answers")
                if name in names:
                    (self.generation / name).write_bytes(self.stub)
                elif name == ".answers":
                    shutil.rmtree(self.folder / ".answers")
                    (self.folder / ".answers").write_bytes(self.stub)
                else:
                    if name == "gen-000001":
                        shutil.rmtree(self.generation)
                    (self.folder / ".answers" / name).write_bytes(self.stub)
                if looks_right and name != "checksums":
                    self.make_right()
                self.try_all(f"{name}, {'looking right' if looks_right else 'as it is'}")
                if (self.folder / ".answers").is_file():
                    (self.folder / ".answers").unlink()


if __name__ == "__main__":
    unittest.main()
