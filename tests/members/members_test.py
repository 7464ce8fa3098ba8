#!/usr/bin/python3
"""tests/members/members_test.py PROGRAM: a collection cut into three by topic and served by three hosts is searched as one
index of all of it: the same hits, order and scores, for queries of every kind. What is down, silent, cut or of another
version is left out in time and named, a replica stands in, and what comes back is asked again."""
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from hosts import PORT, Hosts  # noqa: E402
from relay import DROP, HOLD, PASS, Relay  # noqa: E402

PROGRAM = None
SILENT = "3"  # s: so long is waited for what never answers
PATIENT = ("--connect-deadline", "60", "--answer-deadline", "60")  # for what does, on a machine that does other things too
TOPICS = {
    "garden": "soil compost seedlings pruning tomatoes watering greenhouse fertilizer blossoms harvest mulching weeds roots",
    "cycling": "gears derailleur chain tubeless saddle cadence puncture brakes spokes pedals commuting handlebar wheels",
    "baking": "sourdough yeast kneading crust proofing flour oven baguette caramel frosting pastry crumbs butter",
}
EVERYWHERE = "often water temperature spring quickly morning problem careful regular surface important measure slowly gently"
LONG_FORMS = {"garden": "integrated pest management (IPM)", "cycling": "functional threshold power (FTP)",
              "baking": "preferment hydration ratio (PHR)"}


def collection():
    """Topic -> records."""
    chance = random.Random(5)
    records = {}
    for topic, words in TOPICS.items():
        words = words.split()
        common = EVERYWHERE.split()
        records[topic] = []
        for number in range(60):  # so that all of them together have subjects
            some = [chance.choice(words) for _ in range(14)] + [chance.choice(common) for _ in range(10)]
            chance.shuffle(some)
            answer = " ".join(some[4:14]).capitalize() + ". " + " ".join(some[14:]).capitalize() + "."
            if number % 6 == 0:
                answer += f" Think of {LONG_FORMS[topic]} here, since {LONG_FORMS[topic].split(' (')[0]} is {some[0]}."
            records[topic].append({"id": f"{topic}-{number}", "question": f"Why is {some[0]} {some[1]} for {some[2]} {some[3]}?",
                                   "answer": answer, "tags": [topic, some[3]], "votes": number})
    return records


def queries(records):
    """Kind -> 20 queries each."""
    chance = random.Random(6)
    every = [record for topic in records.values() for record in topic]
    asked = {kind: [] for kind in ("words", "questions", "phrases", "filters", "wildcards", "misspelt", "acronyms")}
    for _ in range(20):
        record = chance.choice(every)
        words = record["answer"].lower().replace(".", "").split()[:18]
        one, other = chance.choice(words[:8]), chance.choice(words)
        at = chance.randrange(4)
        asked["words"].append(f"{one} {other} {chance.choice(words)}")
        asked["questions"].append(record["question"])
        asked["phrases"].append(f'"{words[at]} {words[at + 1]}" {other}')
        asked["filters"].append(f"{one} {other} tag:{record['tags'][at % 2]} votes:5..25")
        asked["wildcards"].append(f"{one[:4]}* {other}")
        asked["misspelt"].append(f"{one[:2]}{one[3]}{one[2]}{one[4:]} {other}" if len(one) > 5 else f"{one}e {other}")
        asked["acronyms"].append(f"{chance.choice(['IPM', 'FTP', 'PHR'])} {other}")
    return asked


class Members(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hosts = Hosts(3)
        cls.addClassCleanup(cls.hosts.close)
        print("hosts:", cls.hosts.kind, file=sys.stderr)
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="answers-members-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.records = collection()
        cls.index("all", [record for records in cls.records.values() for record in records])
        for topic, records in cls.records.items():
            cls.index(topic, records, "--averages-of", "all")
        cls.names = [f"tcp://{host.address}:{PORT}" for host in cls.hosts.hosts]

    @classmethod
    def index(cls, name, records, *flags):
        (cls.folder / f"{name}.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
        done = cls.run_program("index", "--index", name, *flags, f"{name}.jsonl")
        assert done.returncode == 0, done.stderr

    @classmethod
    def run_program(cls, *arguments, typed=""):
        return subprocess.run([PROGRAM, *map(str, arguments)], cwd=cls.folder, input=typed, capture_output=True, text=True,
                              check=False, timeout=60, env={"PATH": os.environ["PATH"], "HOME": str(cls.folder), "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")})

    def setUp(self):
        for host, topic in zip(self.hosts.hosts, TOPICS):
            host.plug() if host.namespace else None
            host.kill()
            host.start(self.folder / topic)

    def search(self, names, query, *flags):
        done = self.run_program("search", "--format", "json", *[word for name in names for word in ("--index", name)],
                                *(flags or PATIENT), query)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return json.loads(done.stdout), done.stderr

    def batch(self, names, asked):
        done = self.run_program("search", "--batch", "--format", "json", *PATIENT, *[word for name in names for word in ("--index", name)],
                                typed="\n".join(asked) + "\n")
        self.assertEqual(done.stderr.replace("answers: no record has", ""), done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def assert_same(self, names, asked):
        for query, one, other in zip(asked, self.batch(["all"], asked), self.batch(names, asked)):
            with self.subTest(query):
                self.assertEqual(one["query"], other["query"])
                self.assertEqual([hit["id"] for hit in one["hits"]], [hit["id"] for hit in other["hits"]])
                for hit, its in zip(one["hits"], other["hits"]):
                    self.assertAlmostEqual(hit["score"], its["score"], delta=1e-9)
                    for key in ("text", "matches"):
                        self.assertEqual(*[[passage[key] for passage in one["passages"]] for one in (hit, its)])

    def test_three_hosts_find_what_one_index_finds(self):
        for kind, asked in queries(self.records).items():
            with self.subTest(kind):
                self.assert_same(self.names, asked)

    def test_different_averages_are_told(self):
        self.index("apart", self.records["garden"][:5], "--averages-of", "20,300")
        names = ("--index", "apart", "--index", self.names[1])
        self.assertEqual(self.run_program("search", *names, "soil").stderr, "")
        self.assertIn(f"apart and {self.names[1]} divide lengths by different averages", self.run_program("status", *names).stdout)
        status = json.loads(self.run_program("status", *names, "--json").stdout)
        self.assertIn("different averages", status["difference"])

    def test_subjects_that_cannot_be_compared_are_told(self):
        averages = json.loads(self.run_program("status", "--index", "all", "--format", "json").stdout)["averages"]
        numbers = f"{averages['question']},{averages['answer']}"
        self.index("apart", self.records["garden"] + self.records["cycling"], "--averages-of", numbers)
        done = self.run_program("status", "--index", "apart", "--index", self.names[2])
        self.assertIn(f"apart and {self.names[2]} do not know by one measure", done.stdout)

    def test_status_says_what_each_member_is(self):
        self.hosts[1].kill()
        words = [word for name in (*self.names, "garden") for word in ("--index", name)]
        status = json.loads(self.run_program("status", *words, "--json").stdout)
        self.assertEqual(status["schema"], "answers.members/1")
        members = {pathlib.Path(member["name"]).name if "//" not in member["name"] else member["name"]: member
                   for member in status["indexes"]}
        self.assertEqual({name: member.get("records") for name, member in members.items()},
                         {"garden": 60, self.names[0]: 60, self.names[1]: None, self.names[2]: 60})
        self.assertIn("refused", members[self.names[1]]["missing"])
        self.assertEqual((status["records"], status.get("difference")), (180, None))
        self.assertEqual(members["garden"]["averages"], members[self.names[2]]["averages"])
        said = self.run_program("status", *words).stdout
        self.assertIn("180 records in 3 of 4 indexes", said)
        alone = self.run_program("status", "--index", "garden", "--json")
        self.assertEqual(json.loads(alone.stdout)["schema"], "answers.status/1")

    def test_a_folder_here_and_hosts_are_one(self):
        asked = queries(self.records)
        self.assert_same(["garden", *self.names[1:]], asked["words"] + asked["phrases"] + asked["acronyms"])

    def test_what_is_asked_beside_hits(self):
        for name in ("count", "tag"):
            flags = ["--count"] if name == "count" else ["--facets", "tag"]
            query = ["soil water"] if name == "count" else []
            here = self.run_program("search", "--index", "all", *flags, *query).stdout
            there = self.run_program("search", *[word for one in self.names for word in ("--index", one)], *flags, *query).stdout
            self.assertEqual(sorted(here.split()), sorted(there.split()))
        facets = [json.loads(self.run_program("search", *[word for one in names for word in ("--index", one)], "--format", "json",
                                              "--facets", "tag,lang", *query, "votes:10..40").stdout)["facets"]
                  for names in (["all"], self.names, ["garden", *self.names[1:]]) for query in (["soil water gears"], ["--sort", "relevance"])]
        for one in range(2):
            self.assertGreater(len(facets[one]["tag"]["values"]), 10)
            self.assertEqual(facets[one]["tag"]["values"], facets[one + 2]["tag"]["values"])
            self.assertEqual(facets[one], facets[one + 4])
        refused = self.run_program("search", "--index", self.names[0], "--facets", "tag", '"soil water"')
        self.assertIn("not over indexes elsewhere", refused.stderr)
        refused = self.run_program("search", "--index", self.names[0], "--sort", "votes", "soil")
        self.assertEqual(refused.returncode, 2, refused.stderr)
        self.assertIn("not over indexes elsewhere", refused.stderr)
        shown = self.run_program("show", "--index", self.names[0], "--index", self.names[1], "cycling-3")
        self.assertIn(self.records["cycling"][3]["answer"][:20], shown.stdout)
        for command in ("related", "suggest"):
            for names in (["all"], self.names):
                done = self.run_program(command, *[word for one in names for word in ("--index", one)], "--format", "json",
                                        "baking-3" if command == "related" else "why is sour")
                self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.run_program("dupes", "--index", self.names[0]).returncode, 3)

    def test_what_does_not_answer_is_left_out_in_time(self):
        whole, _ = self.search(self.names, "water surface")
        self.assertEqual(whole["indexes"], {"total": 3, "answered": 3, "missing": []})
        self.hosts[1].kill()
        found, said = self.search(self.names, "water surface")
        self.assertEqual((found["indexes"]["answered"], found["indexes"]["missing"][0]["name"]), (2, self.names[1]))
        self.assertIn("is left out", said)
        self.assertTrue(found["hits"])
        self.assertNotIn("cycling", {hit["id"].split("-")[0] for hit in found["hits"]})
        self.hosts[2].freeze()
        found, _ = self.search(self.names, "water surface", "--answer-deadline", SILENT)
        self.assertEqual(found["indexes"]["answered"], 1)
        refused = self.run_program("search", "--index", self.names[0], "--index", self.names[1], "--all-or-nothing", "water")
        self.assertEqual((refused.returncode, refused.stdout), (3, ""))
        alone = self.run_program("search", "--index", self.names[1], "water")
        self.assertEqual(alone.returncode, 3, alone.stdout)
        self.assertIn("is left out", alone.stderr)

    def test_a_replica_stands_in(self):
        spare = self.hosts[2]
        spare.kill()
        spare.start(self.folder / "cycling")
        name = f"tcp://{self.hosts[1].address}:{PORT},{spare.address}"
        self.hosts[1].kill()
        found, said = self.search([self.names[0], name], "chain surface")
        self.assertEqual((found["indexes"]["answered"], said), (2, ""))
        self.assertIn("cycling", {hit["id"].split("-")[0] for hit in found["hits"]})

    def test_what_comes_back_is_asked_again(self):
        with Relay(self.hosts[1].address, PORT) as relay:
            names = [self.names[0], f"tcp://127.0.0.1:{relay.port}"]
            searching = subprocess.Popen([PROGRAM, "search", "--batch", "--format", "json", "--answer-deadline", SILENT,
                                          "--index", names[0], "--index", names[1]], cwd=self.folder, text=True,
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

            def answered():
                searching.stdin.write("chain surface\n")
                searching.stdin.flush()
                return json.loads(searching.stdout.readline())

            whole = answered()
            self.assertEqual(whole["indexes"]["answered"], 2)
            relay.cut()  # a new connection answers the same query
            again = answered()
            self.assertEqual((again["hits"], again["indexes"]), (whole["hits"], whole["indexes"]))
            relay.cut_after = 400  # in the middle of its answer
            relay.state = PASS
            self.assertEqual(answered()["hits"], whole["hits"])
            for state in (HOLD, DROP):
                relay.state = state
                relay.cut() if state == DROP else None
                partial = answered()
                self.assertEqual(partial["indexes"]["answered"], 1)
                relay.state = PASS
                relay.cut()
                end = time.monotonic() + 60
                while (again := answered())["indexes"]["answered"] < 2:
                    self.assertLess(time.monotonic(), end)
                    time.sleep(0.1)
                self.assertEqual(again["hits"], whole["hits"])
            searching.stdin.close()
            searching.wait(timeout=60)
            searching.stdout.close()

    def test_a_connection_that_was_idle_is_replaced_and_no_more(self):
        self.hosts[0].kill()
        self.hosts[0].start(self.folder / "garden", options=("--idle-timeout", "300"))
        with Relay(self.hosts[0].address, PORT) as relay, subprocess.Popen(
                [PROGRAM, "search", "--batch", "--format", "json", "--index", f"tcp://127.0.0.1:{relay.port}"], cwd=self.folder, text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as searching:
            found, brought = [], []
            for idle in (0, 0.8, 0.8, 0):
                time.sleep(idle)
                before = relay.answered_bytes
                searching.stdin.write("soil water\n")
                searching.stdin.flush()
                found.append(json.loads(searching.stdout.readline()))
                brought.append(relay.answered_bytes - before)
            self.assertEqual([one["indexes"]["missing"] for one in found], [[]] * 4)
            self.assertEqual(found[0]["hits"], found[2]["hits"])
            self.assertLess(brought[2] - brought[3], 1000, "to open the index again brings all its words")
            self.assertGreater(brought[0] - brought[3], 3000)
            self.assertEqual(searching.communicate()[1], "")

    def test_a_query_costs_few_round_trips(self):
        with Relay(self.hosts[0].address, PORT) as relay:
            asked = queries(self.records)["questions"]
            for count in (10, 20):
                turns = relay.turns
                self.batch([f"tcp://127.0.0.1:{relay.port}"], asked[:count])
                cost = relay.turns - turns
                if count == 10:
                    ten = cost
            # What opening costs is in both. One for the best and one for their records; as much again where neighbours of
            # words are looked at.
            self.assertLessEqual((cost - ten) / 10, 4)

    def test_names_that_cannot_be_understood(self):
        for name, said in (("tcp://", "host is missing"), ("tcp://a", "port is missing"), ("tcp://a:0", "from 1 to 65535"),
                           ("tcp://a:7:8", "stands in brackets"), ("ssh://h", "path is missing"), ("ssh://h/a b", "letters"),
                           ("ssh://-oProxyCommand=x/a", "no name of a host"), ("tcp://$(x):1", "no name of a host"),
                           ("@work", "no set of indexes")):
            done = self.run_program("search", "--index", name, "soil")
            with self.subTest(name):
                self.assertEqual(done.returncode, 3, done.stdout)
                self.assertIn(said, done.stderr)

    def test_sets_of_the_configuration(self):
        settings = self.folder / ".config" / "answers"
        settings.mkdir(parents=True, exist_ok=True)
        (settings / "config.toml").write_text(f'[indexes]\nwork = ["{self.folder}/garden", "{self.names[1]}"]\n')
        self.addCleanup(shutil.rmtree, settings)
        found, said = self.search(["@work"], "chain soil")
        self.assertEqual((found["indexes"]["total"], said), (2, ""))
        (self.folder / "answers.toml").write_text('[indexes]\nwork = ["/elsewhere"]\n')
        self.addCleanup((self.folder / "answers.toml").unlink)
        found, said = self.search(["@work"], "chain soil")
        self.assertEqual(found["indexes"]["total"], 2)
        self.assertIn("only in your own configuration", said)

    def test_a_page_says_what_is_missing(self):
        self.hosts[1].kill()
        words = [word for name in self.names[:2] for word in ("--index", name)]
        with subprocess.Popen([PROGRAM, "serve", *words, "--listen", "127.0.0.1:0"], cwd=self.folder, text=True,
                              env={"PATH": os.environ["PATH"], "HOME": str(self.folder)}, stderr=subprocess.PIPE) as serving:
            self.addCleanup(serving.kill)
            base = next(found[1] for found in map(re.compile(r"serving (http:\S+)").search, serving.stderr) if found)

            def page():
                with urllib.request.urlopen(f"{base}?q=soil+water", timeout=60) as answer:
                    return answer.read().decode()

            self.assertIn("its records are missing: " + self.names[1], page())
            self.hosts[1].start(self.folder / "cycling")
            end = time.monotonic() + 60
            while "are missing" in (found := page()):
                self.assertLess(time.monotonic(), end)
                time.sleep(0.1)
            self.assertIn("garden", found)
            serving.terminate()

    def test_an_assistant_is_told(self):
        self.hosts[1].kill()
        call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "search", "arguments": {"query": "soil water"}}}
        done = self.run_program("mcp", "--index", self.names[0], "--index", self.names[1], typed=json.dumps(call) + "\n")
        result = json.loads(done.stdout)["result"]
        self.assertEqual(result["structuredContent"]["indexes"]["missing"][0]["name"], self.names[1])
        self.assertIn("An index is missing", result["content"][0]["text"])


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
