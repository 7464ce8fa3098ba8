#!/usr/bin/python3
"""tests/mcp_test.py PROGRAM: `PROGRAM mcp` as a client's process: what it prints is JSON and nothing else, line by line,
it answers before there is an index, sees a new one, and ends with its input. tests/clients has real clients."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = None


def request(number, method, **params):
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


class Mcp(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="answers-mcp-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.environment = {**os.environ, "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder)}
        self.process = None

    def start(self):
        self.process = subprocess.Popen([PROGRAM, "mcp", "--index", "index"], cwd=self.folder, env=self.environment,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.process.stdin.close)
        self.addCleanup(self.process.stderr.close)
        self.addCleanup(self.process.stdout.close)
        self.addCleanup(self.process.wait)
        self.addCleanup(self.process.kill)

    def ask(self, message):
        self.process.stdin.write(json.dumps(message).encode() + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def index(self, word):
        (self.folder / f"{word}.jsonl").write_text(json.dumps({"question": f"What is {word}?", "answer": "It is."}) + "\n")
        done = subprocess.run([PROGRAM, "index", "--index", "index", f"{word}.jsonl"], cwd=self.folder,
                              env=self.environment, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)

    def search(self, word):
        return self.ask(request(1, "tools/call", name="search", arguments={"query": word}))["result"]

    def test_a_record_names_other_answers_to_its_question(self):
        (self.folder / "leaves.jsonl").write_text("".join(
            json.dumps({"id": number, "question": "Why do leaves turn yellow?", "answer": f"For {number}."}) + "\n"
            for number in ("a1", "a2")))
        self.index("aardvark")
        done = subprocess.run([PROGRAM, "index", "--index", "index", "leaves.jsonl"], cwd=self.folder,
                              env=self.environment, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.start()
        got = self.ask(request(1, "tools/call", name="get", arguments={"id": "a1"}))["result"]
        self.assertTrue(got["structuredContent"]["text"].endswith("For a1.\n\nOther answers to this question: [a2]\n"))
        self.process.stdin.close()
        self.assertEqual(self.process.wait(timeout=60), 0)

    def test_an_index_made_later_is_found_and_one_made_anew_as_well(self):
        self.start()
        self.assertEqual(self.ask(request(0, "initialize", protocolVersion="2025-06-18"))["result"]["protocolVersion"],
                         "2025-06-18")
        self.assertTrue(self.search("aardvark")["isError"])
        for word in ("aardvark", "bandicoot"):
            self.index(word)
            self.assertEqual(len(self.search(word)["structuredContent"]["hits"]), 1, word)
        self.process.stdin.close()
        self.assertEqual(self.process.wait(timeout=60), 0)
        self.assertEqual(self.process.stdout.read(), b"")

    def test_nothing_but_json_is_printed(self):
        self.index("cassowary")
        lines = [b"hello", b"", b"{", b"\xff\xfe\x00", b"[" * 100000, b'{"a":"' + b"x" * (5 << 20) + b'"}',
                 json.dumps(request(1, "tools/call", name="search", arguments={"query": "\x1b[2J casowary"})).encode(),
                 json.dumps(request(2, "tools/call", name="get", arguments={"id": "nix"})).encode(), b'{"id":3}']
        done = subprocess.run([PROGRAM, "mcp", "--index", "index"], cwd=self.folder, env=self.environment,
                              input=b"\r\n".join(lines), capture_output=True, check=False, timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([answer["id"] for answer in answers], [None, None, None, None, 1, 2, 3])
        self.assertIn(b"left out", done.stderr)

    def test_starts_at_once(self):
        begin = time.time()
        self.start()
        self.ask(request(0, "initialize"))
        self.assertLess(time.time() - begin, 5)  # 0.02 s when it is not sanitized and the machine has nothing else to do

    def test_ends_when_nobody_reads_any_more(self):
        self.start()
        self.process.stdout.close()
        self.process.stdin.write(json.dumps(request(0, "initialize")).encode() + b"\n")
        self.process.stdin.flush()
        self.assertEqual(self.process.wait(timeout=60), 0)
        self.process.stdin.close()


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
