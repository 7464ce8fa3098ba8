#!/usr/bin/python3
"""tests/members/served_test.py PROGRAM: xapian-tcpsrv serves an index by its `live` link while `PROGRAM index` makes new
generations of it: no connection fails, each sees one generation, and new ones see the new one. The hosts and the relay
that the other tests of this folder stand on do what they say."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import xapian

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from hosts import PORT, Hosts  # noqa: E402
from relay import DROP, HOLD, PASS, Relay  # noqa: E402

PROGRAM = None
PATIENT = 60_000  # ms: of what must be answered, on a machine that does other things too
HASTY = 1000  # ms: of what is never answered


class Served(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hosts = Hosts(1)
        cls.addClassCleanup(cls.hosts.close)
        print("hosts:", cls.hosts.kind, file=sys.stderr)
        cls.host = cls.hosts[0]

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="answers-served-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.addCleanup(self.host.kill)
        self.index("w0", 1)

    def index(self, word, count):
        lines = [json.dumps({"id": f"{word}{i}", "question": f"What is {word}?", "answer": f"It is {word}.", "tags": [word]}) for i in range(count)]
        (self.folder / "world.jsonl").write_text("\n".join(lines) + "\n")
        done = subprocess.run([PROGRAM, "index", "--index", "index", "world.jsonl"], cwd=self.folder, capture_output=True,
                              check=False, env={**os.environ, "HOME": str(self.folder)})
        self.assertEqual(done.returncode, 0, done.stderr)

    def open(self, address=None, port=PORT, timeout=PATIENT):
        return xapian.remote_open(address or self.host.address, port, timeout, timeout)

    def open_hasty(self, *place):
        """Opened as often as it takes, since its greeting may come too late for it."""
        end = time.monotonic() + PATIENT / 1000
        while True:
            try:
                return self.open(*place, timeout=HASTY)
            except xapian.NetworkTimeoutError:
                if time.monotonic() > end:
                    raise

    def test_each_connection_sees_one_generation_and_none_fails(self):
        self.host.start(self.folder / "index")
        first = self.open()
        seen, faults, done = set(), [], threading.Event()

        def read():
            while not done.is_set():
                try:
                    database = self.open()
                    records = database.get_doccount()
                    (term,) = [item.term.decode() for item in database.allterms("K")]
                    if database.get_termfreq(term) != records or int(term[2:]) + 1 != records:
                        faults.append((term, records))
                    seen.add(records)
                except xapian.Error as error:
                    faults.append(str(error))

        reader = threading.Thread(target=read)
        reader.start()
        for number in range(1, 12):
            self.index(f"w{number}", number + 1)
        time.sleep(0.1)
        done.set()
        reader.join()
        self.assertEqual(faults, [])
        self.assertGreater(len(seen), 3)
        self.assertEqual(self.open().get_doccount(), 12)
        # What was opened long ago is as it was, though that generation was swept.
        self.assertEqual((first.get_doccount(), first.get_termfreq("Kw0"), first.get_termfreq("Kw11")), (1, 1, 0))
        self.assertFalse((self.folder / "index" / "gen-000001").exists())

    def test_a_host_fails_as_told_and_comes_back(self):
        self.host.start(self.folder / "index")
        database = self.open_hasty()
        self.host.freeze()
        self.assertRaises(xapian.NetworkError, database.get_termfreq, "Kw0")
        self.host.thaw()
        self.assertEqual(self.open().get_doccount(), 1)
        self.host.kill()
        self.assertRaises(xapian.NetworkError, self.open)
        self.host.start(self.folder / "index")
        self.assertEqual(self.open().get_doccount(), 1)
        if not self.host.namespace:
            return
        database = self.open_hasty()
        self.host.unplug()
        self.assertRaises(xapian.NetworkTimeoutError, database.get_termfreq, "Kw0")
        self.assertRaises(xapian.NetworkTimeoutError, self.open, timeout=HASTY)
        self.host.plug()
        self.assertEqual(self.open().get_doccount(), 1)

    def test_the_relay_is_long_and_bad_as_told(self):
        self.host.start(self.folder / "index")
        with Relay(self.host.address, PORT, delay=0.02) as relay:
            database = self.open("127.0.0.1", relay.port)
            turns, begin = relay.turns, time.monotonic()
            for _ in range(5):
                self.assertEqual(database.get_termfreq("Kw0"), 1)
            self.assertGreater(time.monotonic() - begin, 5 * 0.04)
            self.assertEqual(relay.turns - turns, 5)
            relay.delay = 0
            database = self.open_hasty("127.0.0.1", relay.port)
            relay.state = HOLD
            self.assertRaises(xapian.NetworkTimeoutError, database.get_termfreq, "Kw0")
            relay.state = PASS
            database = self.open("127.0.0.1", relay.port)
            relay.cut_after = 1
            self.assertRaises(xapian.NetworkError, database.get_termfreq, "Kw0")
            database = self.open("127.0.0.1", relay.port)
            relay.cut()
            self.assertRaises(xapian.NetworkError, database.get_termfreq, "Kw0")
            relay.state = DROP
            self.assertRaises(xapian.NetworkError, self.open, "127.0.0.1", relay.port)
            relay.state = PASS
            self.assertEqual(self.open("127.0.0.1", relay.port).get_doccount(), 1)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
