#!/usr/bin/python3
"""tests/members/ssh_test.py PROGRAM: members by ssh:// and copies over ssh, with a real sshd on 127.0.0.2 and keys made for
the test: found is what the folder has; what is killed in the middle is asked again; a key that may do nothing else does; one
that may not is told, with what to try by hand."""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = None
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ADDRESS = "127.0.0.2"
PATIENCE = 60
# A server that is busy with other tests takes seconds to let one in.
DEADLINES = ("--connect-deadline", "20", "--answer-deadline", "20")


class Ssh(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sshd = shutil.which("sshd") or "/usr/sbin/sshd"
        for needed in (cls.sshd, "ssh", "ssh-keygen", "xapian-progsrv", "rsync"):
            if not shutil.which(needed):
                raise unittest.SkipTest(f"{needed} is not installed")
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="answers-ssh-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        for name in ("bin", "home"):
            (cls.folder / name).mkdir()
        for name in ("host", "key", "restricted", "stranger"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", cls.folder / name], check=True)
        with socket.create_server((ADDRESS, 0)) as free:
            cls.port = free.getsockname()[1]
        (cls.folder / "sshd_config").write_text(
            f"Port {cls.port}\nListenAddress {ADDRESS}\nHostKey {cls.folder}/host\nPidFile none\nStrictModes no\nUsePAM no\n"
            f"AuthorizedKeysFile {cls.folder}/authorized_keys\nPasswordAuthentication no\nSetEnv HOME={cls.folder}/home\n")
        forced = f'command="xapian-progsrv --timeout 60000 {cls.folder}/index/live",restrict '
        (cls.folder / "authorized_keys").write_text(
            (cls.folder / "key.pub").read_text() + forced + (cls.folder / "restricted.pub").read_text())
        os.symlink(PROGRAM, cls.folder / "bin" / "answers")
        cls.use_key("key")
        cls.environment = {"PATH": f"{cls.folder}/bin:{os.environ['PATH']}", "HOME": str(cls.folder / "home")}
        cls.name = f"ssh://{ADDRESS}:{cls.port}{cls.folder}/index"
        cls.index(3)
        cls.server = None
        cls.addClassCleanup(cls.stop)
        cls.start()

    @classmethod
    def use_key(cls, name):
        """ssh reads the settings of the user and no others; it is started with those of the test."""
        ssh = cls.folder / "bin" / "ssh"
        ssh.write_text(f"#!/bin/sh\nexec {shutil.which('ssh')} -F /dev/null -i {cls.folder}/{name} -oIdentitiesOnly=yes "
                       f"-oUserKnownHostsFile={cls.folder}/known -oStrictHostKeyChecking=accept-new \"$@\"\n")
        ssh.chmod(0o755)

    @classmethod
    def start(cls):
        if os.geteuid() == 0:  # where a system that is not booted has none
            with contextlib.suppress(OSError):
                os.makedirs("/run/sshd", mode=0o755, exist_ok=True)
        cls.server = subprocess.Popen([cls.sshd, "-D", "-e", "-f", cls.folder / "sshd_config"], start_new_session=True,
                                      stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if cls.server.poll() is not None:
                raise unittest.SkipTest(f"no sshd can be run here: {cls.server.stderr.read()}")
            with contextlib.suppress(OSError):
                socket.create_connection((ADDRESS, cls.port), timeout=1).close()
                return
            time.sleep(0.02)
        raise AssertionError("sshd does not listen")

    @classmethod
    def stop(cls):
        """With all that it serves."""
        if cls.server:
            cls.kill_sessions()
            cls.server.kill()
            cls.server.wait(timeout=PATIENCE)
            cls.server.stderr.close()
            cls.server = None

    @classmethod
    def kill_sessions(cls):
        """Ends every process behind a connection; how many."""
        parents = {}
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        below = {cls.server.pid}
        while more := {child for child, parent in parents.items() if parent in below and child not in below}:
            below |= more
        for child in below - {cls.server.pid}:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        return len(below) - 1

    @classmethod
    def index(cls, count):
        records = [{"id": f"n{i}", "question": f"What is soil number {i}?", "answer": f"It is ground of kind {i}."} for i in range(count)]
        (cls.folder / "world.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
        subprocess.run([PROGRAM, "index", "-q", "--index", cls.folder / "index", cls.folder / "world.jsonl"], check=True)

    def setUp(self):
        self.use_key("key")

    def run_program(self, *arguments, **options):
        return subprocess.run([PROGRAM, *map(str, arguments)], env=self.environment, capture_output=True, text=True, check=False,
                              timeout=PATIENCE, **options)

    def ids(self, index):
        done = self.run_program("search", "--index", index, *DEADLINES, "--format", "json", "soil ground")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return [(hit["id"], hit["score"]) for hit in json.loads(done.stdout)["hits"]]

    def test_a_member_by_ssh_finds_what_the_folder_has(self):
        self.assertEqual(self.ids(self.name), self.ids(self.folder / "index"))
        shown = self.run_program("show", "--index", self.name, *DEADLINES, "n1")
        self.assertIn("It is ground of kind 1.", shown.stdout)

    def test_a_key_that_may_do_nothing_else_does(self):
        self.use_key("restricted")
        self.assertEqual(self.ids(self.name), self.ids(self.folder / "index"))

    def test_a_key_that_may_not_is_told(self):
        self.use_key("stranger")
        done = self.run_program("search", "--index", self.name, *DEADLINES, "soil")
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        self.assertIn("is left out", done.stderr)
        _, _, by_hand = done.stderr.strip().rpartition("see what this says: ")
        said = subprocess.run(["sh", "-c", by_hand], env=self.environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assertIn("Permission denied", said.stderr)
        self.use_key("key")
        said = subprocess.run(["sh", "-c", by_hand], env=self.environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
        self.assertIn("xapian-progsrv", said.stdout)

    def test_what_is_killed_is_asked_again_and_what_is_gone_is_named(self):
        with subprocess.Popen([PROGRAM, "search", "--batch", "--format", "json", *DEADLINES, "--index", self.name], text=True,
                              env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as searching:
            def answered():
                searching.stdin.write("soil ground\n")
                searching.stdin.flush()
                return json.loads(searching.stdout.readline())

            def asked_until(holds):
                end = time.monotonic() + PATIENCE
                while not holds(found := answered()):
                    self.assertLess(time.monotonic(), end)
                    time.sleep(0.1)
                return found

            whole = answered()
            self.assertEqual(whole["indexes"]["answered"], 1)
            self.assertGreater(self.kill_sessions(), 0)
            self.assertEqual(asked_until(lambda found: found["indexes"]["answered"])["hits"], whole["hits"])
            self.stop()
            gone = asked_until(lambda found: not found["indexes"]["answered"])
            self.assertEqual((gone["indexes"]["missing"][0]["name"], gone["hits"]), (self.name, []))
            self.start()
            self.assertEqual(asked_until(lambda found: found["indexes"]["answered"])["hits"], whole["hits"])
            searching.stdin.close()

    def test_a_copy_comes_over_ssh(self):
        copy = [str(ROOT / "scripts" / "copy-index"), f"{ADDRESS}:{self.folder}/index", str(self.folder / "copy")]
        environment = {**self.environment, "RSYNC_RSH": f"ssh -p {self.port}"}
        for count in (4, 5):
            self.index(count)
            done = subprocess.run(copy, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(len(self.ids(self.folder / "copy")), count)
            self.assertEqual(self.ids(self.name), self.ids(self.folder / "copy"))


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
