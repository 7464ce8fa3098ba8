#!/usr/bin/python3
"""tests/opensearch_test.py PROGRAM: what `PROGRAM export --format opensearch` and opensearch-index give is what OpenSearch's
and Elasticsearch's documentation asks of a _bulk and of an index, and the commands of the manual bring it there. The other
side is a server of ours that refuses what the documents refuse; it is not that engine."""
import http.server
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

PROGRAM = None
PAGE = pathlib.Path(__file__).resolve().parent.parent / "man" / "answers-export.1.scd"
ACTIONS = {"index", "create", "update", "delete"}
BUILT_IN = {"standard", "path_hierarchy", "keyword", "cjk_width", "cjk_bigram", "flatten_graph", "lowercase", "asciifolding"}
TYPES = {"text", "keyword", "date", "integer", "long", "boolean"}
WORLD = [
    {"id": "a", "question": "Is 1 < 2, \"always\"?", "body": "if:\n  x", "answer": "Yes,\tsir.\u2028\u0001 \u202e", "tags": ["Trees", "x y"],
     "section": ["A > B", "C"], "difficulty": "easy", "votes": -3, "accepted": True, "date": "sometime in 2019", "language": "de"},
    {"id": "\u00e9" * 300, "question": "What has a long id?", "answer": "This.", "language": "de"},
    {"id": "\u00e9" * 299 + "x", "question": "What has another long id?", "answer": "That.", "tags": ["t" * 40000]},
    *({"id": f"n{i}", "question": f"What is {i}?", "answer": f"It is {i}.", "source": "Ein Buch", "language": "de"} for i in range(2500)),
]


def bulk_faults(body, content_type, properties):
    """What the documents of _bulk refuse, for a request whose path names the index."""
    if content_type not in ("application/x-ndjson", "application/json"):
        yield f"Content-Type {content_type}"
    if not body.endswith(b"\n"):
        yield "the last line has no end"
    if len(body) > 100 << 20:
        yield "more than 100 MB"
    lines = body.split(b"\n")[:-1]
    if len(lines) % 2:
        yield "an action without a source"
    for action_line, source_line in zip(lines[::2], lines[1::2]):
        action, source = json.loads(action_line), json.loads(source_line)
        (name, about), = action.items()
        if name not in ACTIONS or set(about) - {"_index", "_id", "routing", "pipeline", "require_alias"}:
            yield f"action {action}"
        if not isinstance(about["_id"], str) or not 0 < len(about["_id"].encode()) <= 512:
            yield f"_id {about['_id'][:20]}"
        if not isinstance(source, dict) or set(source) - set(properties):
            yield f"source of {about['_id']}"
        for field, value in source.items():
            yield from value_faults(field, value, properties[field])


def value_faults(field, value, definition):
    values = value if isinstance(value, list) else [value]
    kinds = {"integer": int, "long": int, "boolean": bool}
    for one in values:
        if not isinstance(one, kinds.get(definition["type"], str)) or one in ("", None):
            yield f"{field}: {one!r:.30} is no {definition['type']}"
        if definition["type"] == "keyword" and definition.get("ignore_above", 0) * 4 > 32766:
            yield f"{field}: a term may be too long for Lucene"
        if definition["type"] == "date" and not definition["ignore_malformed"]:
            yield f"{field}: {one!r} would be refused"


def index_faults(definition):
    analysis = definition["settings"]["index"]["analysis"]
    properties = definition["mappings"]["properties"]
    for name, analyser in {**analysis["analyzer"], **analysis["normalizer"]}.items():
        parts = [*analyser.get("filter", []), *analyser.get("char_filter", []), *filter(None, [analyser.get("tokenizer")])]
        for part in parts:
            if part not in BUILT_IN and part not in analysis["filter"] and part not in analysis["char_filter"]:
                yield f"{name}: there is no {part}"
    for rule in analysis["char_filter"]["signs"]["mappings"]:
        if not re.fullmatch(r".+\s*=>\s*.*", rule):
            yield f"rule {rule}"
    known = {}
    for name, field in properties.items():
        known[name] = field
        known.update({f"{name}.{below}": one for below, one in field.get("fields", {}).items()})
    for name, field in known.items():
        if field["type"] not in TYPES:
            yield f"{name}: type {field['type']}"
        for key in ("analyzer", "search_analyzer"):
            if key in field and field[key] not in analysis["analyzer"] and field[key] not in BUILT_IN:
                yield f"{name}: there is no analyzer {field[key]}"
        if "normalizer" in field and field["normalizer"] not in analysis["normalizer"]:
            yield f"{name}: there is no normalizer {field['normalizer']}"
    for asked in definition["settings"]["index"]["query"]["default_field"]:
        name, boost = asked.split("^")
        if known[name]["type"] != "text" or float(boost) <= 0:
            yield f"default_field {asked}"


class Engine(http.server.BaseHTTPRequestHandler):
    """PUT /answers, POST /answers/_bulk, GET /answers/_search?q=…"""

    def answer(self, document, status=200):
        body = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle_one(self):
        world = self.server.world
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.headers.get("Expect"):
            world["faults"].append("Expect")
        if self.command == "PUT" and self.path == "/answers":
            world["definition"] = json.loads(body)
            world["faults"] += index_faults(world["definition"])
        elif self.command == "POST" and self.path.startswith("/answers/_bulk"):
            world["requests"] += 1
            world["faults"] += bulk_faults(body, self.headers["Content-Type"], world["definition"]["mappings"]["properties"])
            lines = body.decode().split("\n")
            world["records"].update({json.loads(action)["index"]["_id"]: json.loads(source)
                                     for action, source in zip(lines[:-1:2], lines[1::2])})
        elif not self.path.startswith("/answers/_search"):
            world["faults"].append(f"{self.command} {self.path}")
        self.answer({"errors": False} if "_bulk" in self.path else {"acknowledged": True})

    do_GET = do_PUT = do_POST = handle_one

    def log_message(self, *_):
        pass


class OpenSearch(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="answers-opensearch-"))
        self.addCleanup(shutil.rmtree, self.folder)
        os.symlink(PROGRAM, self.folder / "answers")
        self.environment = {**os.environ, "HOME": str(self.folder), "PATH": f"{self.folder}:{os.environ['PATH']}"}
        (self.folder / "world.jsonl").write_text("".join(json.dumps(record) + "\n" for record in WORLD))
        self.run_shell("answers index -q --index .answers world.jsonl")

    def run_shell(self, script, code=0):
        done = subprocess.run(["bash", "-o", "pipefail", "-ec", script], cwd=self.folder, env=self.environment, capture_output=True,
                              text=True, timeout=120)
        self.assertEqual(done.returncode, code, done.stderr)
        return done.stdout

    def test_the_manual_brings_all_of_it_there(self):
        for tool in ("curl", "split"):
            if not shutil.which(tool):
                self.skipTest(f"there is no {tool}")
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Engine)
        server.world = {"definition": None, "records": {}, "faults": [], "requests": 0}
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        block, = [block for block in PAGE.read_text(encoding="utf-8").split("```\n")[1::2] if "curl" in block]
        port = server.server_address[1]
        self.run_shell(block.replace("localhost:9200", f"127.0.0.1:{port}").replace("\\\\", "\\"))
        world = server.world
        self.assertEqual(world["faults"], [])
        self.assertEqual(world["requests"], 3)
        self.assertEqual(len(world["records"]), len(WORLD))
        self.assertEqual(world["definition"]["settings"]["index"]["analysis"]["filter"]["stem"]["language"], "german")
        self.assertEqual(world["records"]["a"]["tags"], ["Trees", "x y"])
        self.assertNotIn("url", world["records"]["a"])
        (self.folder / "again.jsonl").write_text("".join(json.dumps(record) + "\n" for record in world["records"].values()))
        self.run_shell("answers index -q --index again again.jsonl")
        self.assertEqual(self.run_shell("answers search --index again --format tsv --fields id,score '1 < 2 always'"),
                         self.run_shell("answers search --format tsv --fields id,score '1 < 2 always'"))

    def test_filters_and_queries_choose(self):
        lines = self.run_shell("answers export --format opensearch --tag trees").splitlines()
        self.assertEqual([json.loads(line).get("id") for line in lines[1:]], ["a"])
        self.assertEqual(len(self.run_shell("answers export --format opensearch long").splitlines()), 4)
        english = json.loads(self.run_shell("answers export --format opensearch-index another long id").strip())
        self.assertEqual(english["settings"]["index"]["analysis"]["filter"]["stem"]["language"], "german")
        for form in ("opensearch", "opensearch-index"):
            self.assertEqual(self.run_shell(f"answers export --format {form} --tag nosuch", 1), "")


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
