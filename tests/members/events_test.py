#!/usr/bin/python3
"""tests/members/events_test.py PROGRAM [--events N] [--queries N] [--seed N]: what a search over three hosts answers while
they are killed, stopped, frozen, unplugged, cut off in the middle of an answer, restarted, given newer generations and
upgraded one after another. No answer is wrong, none comes later than the deadlines allow, every gap is named, and all is
complete again when the hosts are well.

The records tell their edition, so that each answer shows which generations it is from, and is compared, scores too, with
what a search over folders of those generations gives; of a part of the members, with one over theirs."""
import argparse
import collections
import http.client
import itertools
import json
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from hosts import PORT, Hosts  # noqa: E402
from relay import Relay  # noqa: E402

TOPICS = ("boosting trees leaves gradient", "kernels margins vectors gradient", "tokens attention heads layers")
RECORDS = 60
CONNECT, ANSWER = 1.0, 3.0  # deadlines, seconds
SLACK = 10.0  # of a machine that does other things too
RETURNING = 5.0  # until a member that is well again must be there
SETTLING = 10.0  # until a newer generation must be seen
QUERIES = ("boosting", "kernels margins", "why gradient", "attention heads of layers", "leaves and tokens", '"margins vectors"',
           "tag:part0 gradient", "how many layers", "vektors", "gradients -kernels")
Disturbance = collections.namedtuple("Disturbance", "host kind begin end")


class World:
    """Three indexes, each in a folder of its own that is served, with a copy of every edition."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.environment = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        self.editions = [0, 0, 0]
        self.lock = threading.Lock()
        self.truths = {}
        for part in range(3):
            self.publish(part)

    def run(self, *arguments, code=0, **how):
        done = subprocess.run([self.program, *map(str, arguments)], cwd=self.folder, env=self.environment, capture_output=True,
                              text=True, timeout=60, check=False, **how)
        assert done.returncode == code, (arguments, done.returncode, done.stderr)
        return done.stdout

    def publish(self, part):
        """The next edition of a part: another wording, some records more."""
        edition = self.editions[part] + 1
        words = TOPICS[part].split()
        choose = random.Random(part * 1000 + edition)
        lines = []
        for number in range(RECORDS + edition):
            some = choose.choices(words, k=3)
            lines.append(json.dumps({"id": f"p{part}r{number}", "question": f"Why {some[0]} and {some[1]}, case {number}?",
                                     "answer": f"part {part} edition {edition}: {' '.join(choose.choices(words, k=12))} {some[2]}.",
                                     "tags": [f"part{part}"]}))
        (self.folder / f"part{part}.jsonl").write_text("\n".join(lines) + "\n")
        self.run("index", "-q", "--index", f"index{part}", "--averages-of", "24,128", f"part{part}.jsonl")
        shutil.copytree(self.folder / f"index{part}" / "live", self.folder / f"part{part}-edition{edition}" / "gen-000001")
        stub = self.folder / f"part{part}-edition{edition}" / "CURRENT"
        stub.write_text("gen-000001\n")
        self.editions[part] = edition

    def truth(self, editions):
        """Of a search over folders, by query: [(id, score)] for {part: edition}."""
        key = tuple(sorted(editions.items()))
        while any(self.editions[part] < edition for part, edition in key):
            time.sleep(0.01)  # it is being published
        with self.lock:
            if key not in self.truths:
                folders = [word for part, edition in key for word in ("--index", f"part{part}-edition{edition}")]
                out = self.run("search", "--batch", "--format", "jsonl", "--no-match-ok", *folders, input="\n".join(QUERIES) + "\n")
                found = collections.defaultdict(list)
                for line in out.splitlines():
                    hit = json.loads(line)
                    if "id" in hit:
                        found[QUERIES[int(hit["qid"]) - 1]].append((hit["id"], hit["score"]))
                self.truths[key] = found
            return self.truths[key]


class Judge:
    """Compares answers with what may be: collects what is wrong."""

    def __init__(self, world, names):
        self.world, self.names = world, names
        self.disturbances = []
        self.published = [[(0.0, 1)], [(0.0, 1)], [(0.0, 1)]]  # (when, edition)
        self.faults = []
        self.counts = collections.Counter()
        self.late = []
        self.took = []

    def disturbed(self, part, begin, end):
        return [d for d in self.disturbances if d.host == part and d.begin < end and (d.end is None or d.end + RETURNING > begin)]

    def down(self, part, begin, end):
        """Nothing of it can have answered all the while."""
        return any(d.kind in ("kill", "stop", "freeze", "unplug") and d.begin < begin and (d.end is None or d.end > end)
                   for d in self.disturbances if d.host == part)

    def editions_of(self, part, begin, end):
        """Those that an answer may be of."""
        known = self.published[part]
        return {edition for number, (when, edition) in enumerate(known)
                if when < end and (number + 1 == len(known) or known[number + 1][0] + SETTLING > begin)}

    def judge(self, query, document, begin, end):
        fault = lambda *what: self.faults.append(" ".join(map(str, (query, f"{begin:.2f}", *what))))
        self.counts["queries"] += 1
        self.took.append(end - begin)
        if end - begin > CONNECT + ANSWER + SLACK:
            fault("took", round(end - begin, 2), "s")
        indexes = document.get("indexes")
        if not indexes:
            return fault("does not tell of its indexes")
        missing = {self.names.index(gap["name"]) for gap in indexes["missing"]}
        there = [part for part in range(3) if part not in missing]
        if indexes["answered"] != len(there) or indexes["total"] != 3 or not all(gap["why"] for gap in indexes["missing"]):
            fault("counts", indexes)
        for part in missing:
            if not self.disturbed(part, begin, end):
                fault("is without", part, "that is well:", indexes["missing"])
        for part in there:
            if self.down(part, begin, end):
                fault("has", part, "that is down")
        editions, hits = collections.defaultdict(set), []
        for hit in document["hits"]:
            part, number = map(int, re.fullmatch(r"p(\d)r(\d+)", hit["id"]).groups())
            told = re.search(r"part (\d) edition (\d+):", " ".join(passage["text"] for passage in hit["passages"]))
            if part in missing or (told and int(told[1]) != part):
                fault("has a hit of", part, hit["id"])
            if told:
                editions[part].add(int(told[2]))
            hits.append((hit["id"], hit["score"]))
        for part, seen in editions.items():
            if len(seen) > 1 or not seen <= self.editions_of(part, begin, end):
                fault("has editions", seen, "of", part, "and may have", self.editions_of(part, begin, end))
        choices = [[(part, edition) for edition in (editions.get(part) or self.editions_of(part, begin, end))] for part in there]
        exact = not there or any(self.is_right(query, dict(choice), hits) for choice in itertools.product(*choices))
        kind = "complete" if not missing else "partial"
        self.counts[kind] += 1
        if exact:
            self.counts[kind + ", equal to folders"] += 1
        elif not missing:
            fault("differs from folders", hits[:3])

    def is_right(self, query, editions, hits):
        truth = self.world.truth(editions).get(query, [])
        return len(truth) == len(hits) and all(
            one[0] == other[0] and abs(one[1] - other[1]) < 1.01e-4 for one, other in zip(truth, hits))  # four decimals are printed


def ask(port, query):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/api/search?limit=10&" + urllib.parse.urlencode({"q": query}))
    response = connection.getresponse()
    body = response.read()
    connection.close()
    assert response.status in (200, 404), (response.status, body[:300])
    return json.loads(body)


def disturb(kind, host, relay, world, judge, part, started, choose):
    """One event. What it did stands in `judge`."""
    now = lambda: time.monotonic() - started

    def note(begin, end, kind=kind):
        judge.disturbances = [*judge.disturbances, Disturbance(part, kind, begin, end)]
        return len(judge.disturbances) - 1

    def well(place):
        changed = list(judge.disturbances)
        changed[place] = changed[place]._replace(end=now())
        judge.disturbances = changed

    pause = ANSWER * choose.uniform(1.2, 1.8) if kind in ("freeze", "unplug") else choose.uniform(0.3, 1.0)
    before = note(now(), None, "about to")  # it may fail from here on
    if kind in ("kill", "stop"):
        host.kill() if kind == "kill" else host.stop()
    elif kind == "freeze":
        host.freeze()
    elif kind == "unplug":
        host.unplug()
    elif kind == "cut":
        relay.cut_after = choose.randrange(1, 4000)
    elif kind == "forget":
        relay.cut()
    elif kind == "publish":
        judge.published[part].append((now(), world.editions[part] + 1))
        world.publish(part)
    elif kind == "restart newer":
        host.kill()
        judge.published[part].append((now(), world.editions[part] + 1))
        world.publish(part)
        host.start(world.folder / f"index{part}")
    if kind in ("kill", "stop", "freeze", "unplug"):
        place = note(now(), None)
        time.sleep(pause)
        well(place)
        {"kill": lambda: host.start(world.folder / f"index{part}"), "stop": lambda: host.start(world.folder / f"index{part}"),
         "freeze": host.thaw, "unplug": host.plug}[kind]()
    well(before)
    time.sleep(choose.uniform(0.0, 0.8))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--events", type=int, default=10)
    parser.add_argument("--queries", type=int, default=300, help="at least so many, through the events")
    parser.add_argument("--seed", type=int, default=1)
    typed = parser.parse_args()
    choose = random.Random(typed.seed)
    program = str(pathlib.Path(typed.program).resolve())
    with tempfile.TemporaryDirectory(prefix="answers-events-") as name, Hosts(3) as hosts:
        print("hosts:", hosts.kind)
        world = World(program, pathlib.Path(name))
        for part in range(3):
            hosts[part].start(world.folder / f"index{part}")
        with Relay(hosts[1].address, PORT) as second, Relay(hosts[2].address, PORT) as third:
            relays = [None, second, third]
            names = [f"tcp://{hosts[0].address}:{PORT}", *(f"tcp://127.0.0.1:{relay.port}" for relay in relays[1:])]
            return events(typed, choose, program, hosts, world, relays, names)


def events(typed, choose, program, hosts, world, relays, names):
    members = [word for name in names for word in ("--index", name)]
    deadlines = ["--connect-deadline", str(CONNECT), "--answer-deadline", str(ANSWER)]
    judge = Judge(world, names)
    server = subprocess.Popen([program, "serve", "--listen", "127.0.0.1:0", *deadlines, *members], cwd=world.folder,
                              env=world.environment, stderr=subprocess.PIPE, text=True)
    port = int(re.search(r":(\d+)/", server.stderr.readline())[1])
    threading.Thread(target=server.stderr.read, daemon=True).start()
    started, done = time.monotonic(), threading.Event()

    def search(seed):
        mine = random.Random(seed)
        while not done.is_set():
            query = mine.choice(QUERIES)
            begin = time.monotonic() - started
            try:
                document = ask(port, query)
                judge.judge(query, document, begin, time.monotonic() - started)
            except Exception as error:  # whatever it is, the others go on
                judge.faults.append(f"{query} {begin:.2f}: {type(error).__name__} {error}")
            time.sleep(0.015)

    searchers = [threading.Thread(target=search, args=(typed.seed * 10 + number,)) for number in range(2)]
    for searcher in searchers:
        searcher.start()
    kinds = ["kill", "cut", "publish", "freeze", "forget", "restart newer", "stop"] + (["unplug"] if hosts[0].namespace else [])
    happened = collections.Counter()
    try:
        for number in range(typed.events):
            kind = kinds[number % len(kinds)]
            part = choose.randrange(1, 3) if kind in ("cut", "forget") else choose.randrange(3)
            disturb(kind, hosts[part], relays[part], world, judge, part, started, choose)
            happened[kind] += 1
            if number % 10 == 4:  # one after another, as for an upgrade
                for each in range(3):
                    disturb("restart newer", hosts[each], relays[each], world, judge, each, started, choose)
                happened["rolling upgrade"] += 1
            while judge.counts["queries"] < typed.queries * (number + 1) / typed.events and not judge.faults:
                time.sleep(0.05)
        time.sleep(SETTLING / 4)
    finally:
        done.set()
        for searcher in searchers:
            searcher.join()
    end = time.monotonic()
    while (document := ask(port, QUERIES[2]))["indexes"]["missing"] and time.monotonic() < end + 2 * SETTLING:
        time.sleep(0.1)
    if document["indexes"]["missing"]:
        judge.faults.append(f"at the end: {document['indexes']}")
    judge.faults += commands(world, hosts, members, deadlines)
    server.terminate()
    if server.wait(timeout=30) != 0:
        judge.faults.append(f"serve ended with {server.returncode}")
    took = sorted(judge.took)
    print("events:", ", ".join(f"{count} {kind}" for kind, count in happened.items()))
    print(", ".join(f"{count} {kind}" for kind, count in judge.counts.items()))
    print(f"median {statistics.median(took) * 1000:.1f} ms, slowest {took[-1] * 1000:.0f} ms")
    for fault in judge.faults[:20]:
        print("WRONG:", fault)
    print(len(judge.faults), "faults")
    return 1 if judge.faults else 0


def commands(world, hosts, members, deadlines):
    """The command line with one host down: exit 0 and the gap named; 3 where all is asked for."""
    hosts[0].kill()
    search = [world.program, "search", "--format", "json", *deadlines, *members, "gradient"]
    for arguments, code in ((search, 0), ([*search, "--all-or-nothing"], 3)):
        begin = time.monotonic()
        done = subprocess.run(arguments, cwd=world.folder, env=world.environment, capture_output=True, text=True, timeout=60, check=False)
        if done.returncode != code or members[1] not in done.stderr:
            yield f"{arguments[-1]}: exit {done.returncode}, {done.stderr}"
        if time.monotonic() - begin > CONNECT + ANSWER + SLACK:
            yield f"{arguments[-1]}: took {time.monotonic() - begin:.1f} s"
        if code == 0 and [gap["name"] for gap in json.loads(done.stdout)["indexes"]["missing"]] != [members[1]]:
            yield f"does not name {members[1]}: {done.stdout[:300]}"


if __name__ == "__main__":
    sys.exit(main())
