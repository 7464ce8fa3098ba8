#!/usr/bin/python3
"""tests/json_schema_test.py PROGRAM: every JSON that PROGRAM prints is valid by the schemas of searcher/schema, and has no
key that they do not describe, and no character that a terminal would obey. A small collection is written, indexed and
asked in every way that prints JSON."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema

SCHEMAS = pathlib.Path(__file__).resolve().parent.parent / "searcher" / "schema"

RECORDS = [
    {"id": "full", "question": "Why does dropout help with `fit()`?\u202e", "body": "```python\nx = 1\n```",
     "answer": "No unit can rely on another.\n\n- Each learns alone.\n- naïve „words“ too", "section": ["Training", "Nets"],
     "tags": ["a\u009b", "b"], "source": "notes", "difficulty": "hard", "author": "me", "date": "2026-01-02", "votes": 3,
     "accepted": True, "url": "https://example.org/1", "language": "en"},
    {"id": "bare", "question": "What is momentum?", "answer": "A running mean; dropout is another thing."},
    {"id": "l1", "question": "When would you use the L1 norm for a penalty?", "answer": "For sparse weights, as in a support vector machine (SVM)."},
    {"id": "l2", "question": "When would you use the L2 norm for a penalty?", "answer": "For small weights."},
    {"id": "twice", "question": "When would you use an L2\u202e norm for the penalty?", "answer": "To shrink all weights."},
]
QRELS = "q1 0 full 2\nq1 0 bare 0\nq2 0 bare 1\n"
QUERIES = "q1\tdropout\nno tab\nq2\txylophone\n{\"qid\": 3, \"query\": \"naïve \\\"momentum\"}\nq4\t\n"

# schema, part of it, lines or one document, command, standard input
CASES = [
    ("answers.search-1", "", False, "search --format json dropout", ""),
    ("answers.search-1", "", False, "search --format json -n 1 dropout", ""),
    ("answers.search-1", "", False, "search --format json --offset 1 dropout", ""),
    ("answers.search-1", "", False, "search --format json --max-chars 10 dropout", ""),
    ("answers.search-1", "", False, "search --format json xylophone", ""),
    ("answers.search-1", "", False, "search --format json dropout tag:nosuch", ""),
    ("answers.search-1", "line", True, "search --format jsonl --fields id,similar dropout", ""),
    ("answers.search-1", "", False, "search --format json -- -", "\0 \xff [ AND \""),
    ("answers.search-1", "", False, "search --format json --fields id,answer,body,passage,place dropout", ""),
    ("answers.search-1", "", True, "search --format json --batch", QUERIES),
    ("answers.search-1", "", False, "search --format json --facets tag,section,source,difficulty,lang dropout", ""),
    ("answers.search-1", "", False, "search --format json --count dropout", ""),
    ("answers.search-1", "line", True, "search --format jsonl --count dropout", ""),
    ("answers.search-1", "line", True, "search --format jsonl --facets tag --batch", QUERIES),
    ("answers.search-1", "line", True, "search --format jsonl dropout", ""),
    ("answers.search-1", "line", True, "search --format jsonl --fields id,answer dropout", ""),
    ("answers.search-1", "line", True, "search --format jsonl --batch", QUERIES),
    ("answers.record-1", "", True, "export", ""),
    ("answers.record-1", "", True, "read world.jsonl", ""),
    ("answers.search-1", "", False, "related full --format json", ""),
    ("answers.search-1", "line", True, "related full --format jsonl", ""),
    ("answers.search-1", "", False, "search --format json --explain why does dropout", ""),
    ("answers.search-1", "line", True, "search --format jsonl --explain --batch", QUERIES),
    ("answers.explain-1", "", False, "search --format json --explain-vs bare dropout", ""),
    ("answers.record-1", "", True, "show full bare --format json", ""),
    ("answers.suggest-1", "", False, "suggest dro --format json", ""),
    ("answers.suggest-1", "", False, "suggest zzz --format json", ""),
    ("answers.dupes-1", "", False, "dupes --format json", ""),
    ("answers.dupes-1", "finding", True, "dupes --format jsonl", ""),
    ("answers.quiz-1", "", False, "quiz --stats --format json", ""),
    ("answers.config-1", "", False, "config --format json", ""),
    ("answers.collections-1", "", False, "collections --json", ""),
    ("answers.status-1", "", False, "status --format json", ""),
    ("answers.members-1", "", False, "status --format json --index .answers --index tcp://127.0.0.1:1", ""),
    ("answers.acronyms-1", "", False, "status --acronyms --format json", ""),
    ("answers.topics-1", "", False, "status --topics --format json", ""),
    ("answers.eval-1", "", False, "eval --format json queries qrels", ""),
    ("answers.eval-1", "", False, "eval --format json --run run --against run - qrels", QUERIES),
]

# Controls but line ends, and what turns the direction of a text.
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def closed(schema):
    """The schema, with every key that it does not describe forbidden."""
    if isinstance(schema, dict):
        schema = {key: closed(value) for key, value in schema.items()}
        if "properties" in schema and "type" in schema:
            schema["additionalProperties"] = False
        return schema
    return [closed(item) for item in schema] if isinstance(schema, list) else schema


def complaints(program):
    schemas = {path.stem: closed(json.loads(path.read_text())) for path in SCHEMAS.glob("answers.*.json")}
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
        run = lambda command, text: subprocess.run([program, *command.split()], cwd=folder, env=environment,
                                                   input=text.encode("latin-1", "replace"), capture_output=True)
        pathlib.Path(folder, "world.jsonl").write_text("".join(json.dumps(record) + "\n" for record in RECORDS))
        pathlib.Path(folder, "queries").write_text("q1\tdropout\nq2\txylophone\n")
        pathlib.Path(folder, "qrels").write_text(QRELS)
        pathlib.Path(folder, "run").write_text("q1 Q0 full 1 2.5 x\n")
        built = run("index --index .answers world.jsonl", "")
        if built.returncode != 0:
            yield "index: " + built.stderr.decode()
        for name, part, lines, command, text in CASES:
            done = run(command, text)
            schema = schemas[name]
            if part:
                schema = {"$defs": schema["$defs"], "$ref": f"#/$defs/{part}"}
            try:
                out = done.stdout.decode()
                if obeyed := OBEYED.search(out):
                    yield f"{command}: prints {obeyed[0]!r} as it is"
                documents = [json.loads(line) for line in out.splitlines()] if lines else [json.loads(out)]
                if not documents:
                    yield f"{command}: prints nothing"
                for document in documents:
                    best = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(schema).iter_errors(document))
                    if best:
                        yield f"{command}: {best.json_path}: {best.message}\n  in {json.dumps(document)}"
            except ValueError as error:
                yield f"{command}: exit {done.returncode}: {error}: {done.stdout!r} {done.stderr.decode()}"


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    found = list(complaints(str(pathlib.Path(sys.argv[1]).resolve())))
    print("\n".join(found) or f"{len(CASES)} kinds of JSON are as their schemas say")
    sys.exit(1 if found else 0)
