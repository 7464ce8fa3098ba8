#!/usr/bin/python3
"""tests/rough_world_test.py PROGRAM: pipes, devices, files that become something else, full quotas, no home, names that
command a terminal. Each ends soon, says what was wrong and loses nothing."""
import os
import pathlib
import pty
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "answers"
SECONDS = 60


def line(name, question="What is dropout?", answer="A regulariser of layers."):
    return f'{{"id": "{name}", "question": "{question}", "answer": "{answer}"}}\n'


class RoughWorld(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.notes = self.folder / "notes"
        self.notes.mkdir()
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "TERM": "dumb"}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def answers(self, *arguments, **more):
        return subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, env=self.environment, capture_output=True,
                              text=True, timeout=SECONDS, check=False, **more)

    def index(self, *paths, **more):
        return self.answers("index", "--index", ".answers", *paths, **more)

    def ids(self):
        return sorted(part.split('"id":"')[1].split('"')[0] for part in self.answers("export").stdout.splitlines())

    def test_a_pipe_is_read_once_and_indexed(self):
        reader, writer = os.pipe()
        os.write(writer, line("a").encode())
        os.close(writer)
        run = self.index(f"/dev/fd/{reader}", pass_fds=(reader,))
        os.close(reader)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(self.ids(), ["a"])
        (self.notes / "b.jsonl").write_text(line("b"))
        run = self.index("notes")
        self.assertEqual((run.returncode, self.ids()), (0, ["a", "b"]), run.stderr)
        self.assertEqual(self.index().returncode, 0)  # the pipe is not looked for again

    def test_a_slow_writer_is_waited_for(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)

        def write():
            time.sleep(.5)
            with open(pipe, "w", encoding="utf-8") as out:
                time.sleep(.5)
                out.write(line("a"))

        thread = threading.Thread(target=write)
        thread.start()
        run = self.index("pipe")
        thread.join()
        self.assertEqual((run.returncode, self.ids()), (0, ["a"]), run.stderr)

    def test_nothing_waits_for_ever(self):
        os.mkfifo(self.folder / "pipe")
        self.assertEqual(self.index("pipe").returncode, 1)
        self.assertIn("device", self.index("/dev/zero").stderr)

    def test_a_pipe_whose_writer_is_silent_is_left_by_one_interrupt(self):
        reader, writer = os.pipe()
        process = subprocess.Popen([PROGRAM, "index", "--index", ".answers", f"/dev/fd/{reader}"], cwd=self.folder,
                                   env=self.environment, pass_fds=(reader,), stderr=subprocess.PIPE)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=SECONDS)
        os.close(reader)
        os.close(writer)
        self.assertEqual(process.returncode, 130)

    def test_a_file_that_becomes_a_pipe_keeps_its_records(self):
        (self.notes / "a.jsonl").write_text(line("a"))
        self.index("notes/a.jsonl")
        (self.notes / "a.jsonl").unlink()
        os.mkfifo(self.notes / "a.jsonl")
        run = self.index()
        self.assertIn("none now", run.stderr)
        self.assertEqual(self.ids(), ["a"])

    def test_an_edit_of_the_same_size_and_time_is_seen(self):
        note = self.notes / "a.jsonl"
        note.write_text(line("a"))
        os.utime(note, (1_000_000_000, 1_000_000_000))
        time.sleep(2.5)  # so that the times are sure
        self.index("notes")
        note.write_text(line("b"))
        os.utime(note, (1_000_000_000, 1_000_000_000))
        self.index()
        self.assertEqual(self.ids(), ["b"])

    def test_a_log_in_a_watched_folder_is_refused(self):
        (self.notes / "a.jsonl").write_text(line("a"))
        run = self.answers("watch", "--index", ".answers", "--log", "notes/watch.log", "notes")
        self.assertEqual(run.returncode, 2)
        self.assertIn("somewhere else", run.stderr)

    def test_a_limit_of_the_size_of_files_is_told(self):
        (self.notes / "a.jsonl").write_text(line("a"))
        self.index("notes")
        (self.notes / "a.jsonl").write_text(line("b", answer="Noise. " * 5000))
        self.environment["ASAN_OPTIONS"] = "detect_leaks=0:new_delete_type_mismatch=0"  # Xapian leaks where it cannot write
        run = self.index("notes", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)))
        self.assertEqual(run.returncode, 2, run.stderr)
        self.assertIn("ulimit -f", run.stderr)
        self.assertEqual(self.ids(), ["a"])

    def test_without_a_home_there_is_a_sentence(self):
        (self.notes / "a.jsonl").write_text(line("a"))
        del self.environment["HOME"]
        (self.folder / ".config" / "answers").mkdir(parents=True)
        (self.folder / ".config" / "answers" / "config.toml").write_text("nonsense")  # a stranger's
        run = self.answers("index", "notes")
        self.assertEqual(run.returncode, 3, run.stderr)
        self.assertIn("--index DIR", run.stderr)
        self.assertFalse((self.folder / ".local").exists())

    def test_no_message_commands_the_terminal(self):
        evil = self.folder / "\x1b[31mred\x07"
        evil.mkdir()
        (evil / "a.jsonl").write_text(line("a"))
        for arguments in (("search", "x", "--index", evil), ("show", "a", "--index", evil), ("check", "--index", evil),
                          ("index", "--index", evil / "a.jsonl" / "x", evil), ("search", "--n\x1b[31mo")):
            run = self.answers(*arguments)
            self.assertNotIn("\x1b", run.stderr + run.stdout, arguments)
            self.assertNotEqual(run.returncode, 0)
        (self.folder / "answers.toml").write_text('color = "\\u001b[31m"\n')
        self.assertNotIn("\x1b", self.answers("status").stderr)

    def test_an_export_commands_neither_terminal_nor_spreadsheet(self):
        (self.notes / "a.jsonl").write_text(line("=1+1", "-x?", "\\u001b[31m@red"))
        self.index("notes")
        table = self.answers("export", "--format", "csv").stdout
        self.assertIn("\n'=1+1,'-x?,,", table)
        self.assertIn("\n=1+1,-x?,,", self.answers("export", "--format", "csv", "--raw").stdout)
        for form in ("csv", "anki", "jsonl"):
            try:
                master, slave = pty.openpty()
            except OSError as error:
                self.skipTest(f"no pseudo-terminal can be had ({error})")
            subprocess.run([PROGRAM, "export", "--format", form], cwd=self.folder, env=self.environment, stdout=slave,
                           timeout=SECONDS, check=True)
            os.close(slave)
            seen = os.read(master, 1 << 16)
            os.close(master)
            self.assertNotIn(b"\x1b", seen, form)

    def test_a_configuration_is_small(self):
        (self.folder / "answers.toml").write_text("a." * (1 << 19) + "a = 1\n")
        self.assertEqual(self.answers("config").returncode, 2)
        (self.folder / "answers.toml").write_text("a." * 8000 + "a = 1\n")
        self.assertIn("no setting", self.answers("config").stderr)


if __name__ == "__main__":
    unittest.main()
