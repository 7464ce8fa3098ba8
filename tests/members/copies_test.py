#!/usr/bin/python3
"""tests/members/copies_test.py PROGRAM: the commands of answers-cluster(7) that can be run on one machine: copies of an index
by scripts/copy-index and by hand, while others search the copy; what is damaged or cut short never comes in its place; servers
that listen on one address alone."""
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import xapian

PROGRAM = None
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BLOCKS = (ROOT / "man" / "answers-cluster.7.scd").read_text(encoding="utf-8").split("```\n")[1::2]
UNIT = ROOT / "searcher" / "serving" / "systemd" / "answers-member.service"
PATIENCE = 60


def block_with(words):
    block, = [block for block in BLOCKS if words in block]
    return block


class Copies(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="answers-copies-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        (self.folder / "bin").mkdir()
        os.symlink(PROGRAM, self.folder / "bin" / "answers")
        os.symlink(ROOT / "scripts" / "copy-index", self.folder / "bin" / "copy-index")
        self.environment = {**os.environ, "HOME": str(self.folder), "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}"}
        self.number = 0
        self.build()

    def run_shell(self, script, code=0):
        done = subprocess.run(["sh", "-ec", script], cwd=self.folder, env=self.environment, capture_output=True, text=True,
                              timeout=PATIENCE, check=False)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def build(self):
        """One more generation of FROM: `number` records that say it, and many that stay."""
        self.number += 1
        record = lambda name, answer: json.dumps({"id": name, "question": f"What is {name}?", "answer": answer}) + "\n"
        (self.folder / "new.jsonl").write_text("".join(record(f"n{i}", f"generation {self.number}") for i in range(self.number)))
        if not (self.folder / "old.jsonl").exists():
            (self.folder / "old.jsonl").write_text("".join(record(f"o{i}", f"{i} stays " * 40) for i in range(3000)))
        self.run_shell("answers index -q --index FROM --averages-of 20,300 new.jsonl old.jsonl")

    def told_by(self, index):
        """The generation that its records tell; all of them tell the same."""
        done = self.run_shell(f"answers search --index {index} --format jsonl -n 100 generation")
        self.assertEqual(done.stderr, "")
        answers = [passage["text"] for line in done.stdout.splitlines() for passage in json.loads(line).get("passages", [])]
        told = {int(re.search(r"generation (\d+)", answer)[1]) for answer in answers}
        self.assertEqual((len(answers), len(told)), (max(told), 1), answers)
        return told.pop()

    def test_who_searches_a_copy_has_one_generation_or_the_next(self):
        self.run_shell("copy-index FROM TO")
        seen, faults, done = [], [], threading.Event()

        def search():
            while not done.is_set():
                try:
                    seen.append(self.told_by("TO"))
                except (AssertionError, TypeError, ValueError) as error:
                    faults.append(str(error))

        def open_link():
            while not done.is_set():
                try:
                    database = xapian.Database(str(self.folder / "TO" / "live"))
                    if database.get_termfreq("generat") != database.get_doccount() - 3000:
                        faults.append("mixed")
                except xapian.Error as error:
                    faults.append(str(error))

        self.addCleanup(done.set)
        readers = [threading.Thread(target=read, daemon=True) for read in (search, open_link)]
        for reader in readers:
            reader.start()
        for _ in range(6):
            self.build()
            self.run_shell("copy-index FROM TO")
        done.set()
        for reader in readers:
            reader.join()
        self.assertEqual(faults, [])
        self.assertEqual(seen, sorted(seen))
        self.assertEqual(self.told_by("TO"), 7)
        self.assertEqual(sorted(path.name for path in (self.folder / "TO").iterdir()), ["CURRENT", "gen-000006", "gen-000007", "live"])
        self.assertGreater(len(seen), 6)
        self.assertIn("up to date", self.run_shell("copy-index FROM TO").stdout)

    def test_what_two_generations_share_is_sent_once(self):
        self.run_shell("copy-index FROM TO")
        (self.folder / "empty.jsonl").write_text("")
        self.run_shell("answers index -q --index FROM empty.jsonl; copy-index FROM TO")
        self.assertEqual(os.readlink(self.folder / "TO" / "live"), "gen-000002")
        shared = {path.name.split("-")[0] for path in (self.folder / "TO" / "live").iterdir() if path.stat().st_nlink == 2}
        self.assertIn("segment", shared)
        self.assertNotIn("head", shared)

    def test_by_hand(self):
        script = "set +e\n" + block_with("rsync -a FROM/CURRENT")
        self.run_shell(script)
        self.build()
        self.run_shell(script)
        self.assertEqual(self.told_by("TO"), 2)
        self.assertEqual(os.readlink(self.folder / "TO" / "live"), "gen-000002")
        self.run_shell("answers check --index TO")

    def test_what_does_not_arrive_whole_stays_outside(self):
        self.run_shell("copy-index FROM TO")
        self.build()
        largest = max((self.folder / "FROM" / "live").iterdir(), key=lambda path: path.stat().st_size)
        largest = largest.resolve()
        whole = largest.read_bytes()
        largest.unlink()  # the generation before has the same file
        largest.write_bytes(whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:])
        self.assertIn("did not arrive whole", self.run_shell("copy-index FROM TO", 1).stderr)
        self.assertEqual(self.told_by("TO"), 1)
        largest.write_bytes(whole)
        # Cut short: the second pass brings some files and ends as if it were killed.
        (self.folder / "bin" / "rsync").write_text(
            f"#!/bin/sh\ncase $* in *incoming/CURRENT) exec {shutil.which('rsync')} \"$@\";; esac\n"
            f"{shutil.which('rsync')} --exclude head \"$@\"; kill -KILL $$\n")
        (self.folder / "bin" / "rsync").chmod(0o755)
        self.run_shell("copy-index FROM TO", 137)
        self.assertEqual(self.told_by("TO"), 1)
        (self.folder / "bin" / "rsync").unlink()
        self.run_shell("copy-index FROM TO")
        self.assertEqual(self.told_by("TO"), 2)

    def test_another_index_is_not_taken_for_the_next_generation(self):
        self.run_shell("copy-index FROM TO")
        shutil.rmtree(self.folder / "FROM")
        self.build()
        self.assertIn("is of another index", self.run_shell("copy-index FROM TO", 1).stderr)
        self.assertEqual(self.told_by("TO"), 1)
        (self.folder / "FROM" / "CURRENT").write_text("../../etc\n")
        self.assertIn("names no generation", self.run_shell("copy-index FROM other", 1).stderr)

    def test_a_server_of_a_script_is_on_one_address_and_ends_alone(self):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        script = block_with("setsid").replace("7710", str(port)).replace("DIR", "FROM")
        start, end = script.splitlines()
        wait = f"until (exec 3<>/dev/tcp/127.0.0.1/{port}) 2>/dev/null; do sleep 0.02; done"
        look = f"! (exec 3<>/dev/tcp/127.0.0.2/{port}) 2>/dev/null"
        done = subprocess.run(["bash", "-ec", f"{start} >/dev/null\n{wait}\n{look}\n{end}\necho alive"], cwd=self.folder,
                              env=self.environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assertEqual(done.stdout, "alive\n", done.stderr)
        time.sleep(0.1)
        self.assertRaises(OSError, socket.create_connection, ("127.0.0.1", port), 1)


class Unit(unittest.TestCase):
    def test_no_server_is_started_on_all_interfaces(self):
        told = [line for block in BLOCKS for line in block.splitlines() if "xapian-tcpsrv " in line]
        self.assertGreater(len(told), 1)
        for line in told:
            self.assertIn("--interface 127.0.0.1 ", line)
        unit = UNIT.read_text(encoding="utf-8")
        self.assertRegex(unit, r"(?m)^ExecStart=\S*xapian-tcpsrv .*--interface \$\{INTERFACE\}")
        self.assertRegex(unit, r"(?m)^Environment=INTERFACE=127\.0\.0\.1 ")

    def test_systemd_understands_the_unit(self):
        if not shutil.which("systemd-analyze"):
            self.skipTest("there is no systemd-analyze")
        with tempfile.TemporaryDirectory() as runtime:
            done = subprocess.run(["systemd-analyze", "--user", "--man=no", "verify", str(UNIT)], capture_output=True, text=True,
                                  env={**os.environ, "XDG_RUNTIME_DIR": runtime, "HOME": runtime}, timeout=PATIENCE, check=False)
        if "manager" in done.stderr:
            self.skipTest(done.stderr)
        self.assertNotIn(UNIT.name, done.stderr)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    unittest.main()
