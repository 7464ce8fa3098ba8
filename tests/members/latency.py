#!/usr/bin/python3
"""tests/members/latency.py [--away MILLISECONDS…] [--queries N] PROGRAM COLLECTION.jsonl PARTS: how long a query takes when the
collection is one index, PARTS folders, or as many servers of this machine, near and behind a relay that makes a round trip
MILLISECONDS longer, and what the process that asks costs. Prints a row of a table for each.

The collection is cut by lines, so by topic where it has them one after another. Half of the queries are whole questions of
it, half two to four words of one; each way asks all of them once to warm up, then twice, in turns with the other ways."""
import argparse
import json
import pathlib
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from hosts import Host  # noqa: E402

FIRST_PORT = 21710


def cut(collection, count, folder):
    with open(collection, encoding="utf-8", newline="\n") as file:  # whose texts may have other ends of lines in them
        lines = file.readlines()
    step = -(-len(lines) // count)
    parts = []
    for number in range(count):
        parts.append(folder / f"part{number}.jsonl")
        parts[-1].write_text("".join(lines[number * step:(number + 1) * step]))
    return parts, lines


def queries_of(lines, count):
    choose = random.Random(1)
    for line in choose.sample(lines, count):
        question = " ".join(re.sub(r"[^\w\s-]", " ", json.loads(line)["question"]).split())
        words = question.split()
        yield question if choose.random() < 0.5 else " ".join(choose.sample(words, min(len(words), choose.randint(2, 4))))


class Way:
    """One way of asking: a process that answers a query a line."""

    def __init__(self, name, program, members):
        self.name, self.waited = name, []
        words = [word for member in members for word in ("--index", str(member))]
        self.process = subprocess.Popen([program, "search", "--batch", "--format", "json", "--fields", "id,score", *words],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.answers = []

    def ask(self, queries, counted):
        answers = []
        for query in queries:
            begin = time.perf_counter()
            self.process.stdin.write(query.encode() + b"\n")
            self.process.stdin.flush()
            answers.append(self.process.stdout.readline())
            if not answers[-1]:
                raise SystemExit(f"{self.name}: ended with {self.process.wait()} at: {query}")
            if counted:
                self.waited.append((time.perf_counter() - begin) * 1000)
        self.answers = [[(hit["id"], hit["score"]) for hit in json.loads(answer).get("hits", [])] for answer in answers]

    def end(self, asked):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        self.threads = int(re.search(r"Threads:\s+(\d+)", status)[1])
        self.memory = int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.process.stdin.close()
        self.process.wait()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        busy = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        waited = sorted(self.waited)
        print(f"| {self.name} | {statistics.median(waited):.1f} | {waited[len(waited) * 95 // 100]:.1f} | {busy * 1000 / asked:.1f} "
              f"| {self.memory:.0f} | {self.threads} |", flush=True)


def pss(host):
    """MB of all processes of a server, shared pages by parts."""
    total = 0
    group = host.server.pid
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rpartition(")")[2].split()[2]) == group:
                total += int(re.search(r"^Pss:\s+(\d+)", (stat.parent / "smaps_rollup").read_text(), re.M)[1])
        except OSError:
            pass
    return total / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--away", type=float, nargs="*", default=[2], metavar="MILLISECONDS")
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--use", type=int, nargs="*", help="how many of the parts are asked [all]")
    parser.add_argument("program")
    parser.add_argument("collection")
    parser.add_argument("parts", type=int)
    typed = parser.parse_args()
    servers, relays = [], []
    with tempfile.TemporaryDirectory(prefix="answers-latency-") as name:
        folder = pathlib.Path(name)
        run = lambda *arguments: subprocess.run([typed.program, *map(str, arguments)], check=True, capture_output=True)
        parts, lines = cut(typed.collection, typed.parts, folder)
        run("index", "-q", "--index", folder / "all", typed.collection)
        for number, part in enumerate(parts):
            run("index", "-q", "--index", folder / f"index{number}", "--averages-of", folder / "all", part)
        queries = list(queries_of(lines, typed.queries))
        try:
            for number in range(typed.parts):
                servers.append(Host(number, 0, None))
                servers[-1].start(folder / f"index{number}", FIRST_PORT + number)
            near = [f"{host.address}:{FIRST_PORT + number}" for number, host in enumerate(servers)]
            away = []
            for longer in typed.away:
                relays.append(subprocess.Popen([sys.executable, str(pathlib.Path(__file__).with_name("relay.py")), "--delay",
                                                str(longer / 2), *near], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
                away.append([f"127.0.0.1:{relays[-1].stdout.readline().strip()}" for _ in near])
            print("| way | median ms | 95 % | processor of the asking process, ms a query | its memory, MB | threads |")
            print("|---|---:|---:|---:|---:|---:|")
            ways = [Way("one index", typed.program, [folder / "all"])]
            for use in typed.use or [typed.parts]:
                ways.append(Way(f"{use} folders", typed.program, [folder / f"index{number}" for number in range(use)]))
                ways.append(Way(f"{use} servers", typed.program, [f"tcp://{one}" for one in near[:use]]))
                for longer, there in zip(typed.away, away):
                    ways.append(Way(f"{use} servers, a round trip {longer:g} ms longer", typed.program,
                                    [f"tcp://{one}" for one in there[:use]]))
            for turn in range(3):
                for way in ways:
                    way.ask(queries, turn > 0)
            same = lambda way, other: sum(one == two for one, two in zip(way.answers, other.answers))
            server_memory = [pss(host) for host in servers]
            for way in ways:
                way.end(3 * len(queries))
            for number, way in enumerate(ways[1:], 1):
                group = 2 + len(typed.away)
                folders = ways[(number - 1) // group * group + 1]
                print(f"{way.name}: of {len(queries)} queries the same ten records, order and scores as one index {same(way, ways[0])}, "
                      f"as folders {same(way, folders)}")
            print(f"memory of a server with its connections (PSS): {statistics.mean(server_memory):.1f} MB in the mean of {len(servers)}")
        finally:
            for relay in relays:
                relay.kill()
            for host in servers:
                host.kill()


if __name__ == "__main__":
    main()
