#!/usr/bin/python3
"""tests/nasty_queries_test.py PROGRAM: whatever people paste is a query. Feeds thousands of texts (quotes, operators,
regexes, code, controls, text that is no UTF-8, a megabyte) in one batch, and many singly; looks for any exit but 0 and 1, for
output that is no JSON, and for a query that lost its answer."""
import itertools
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

PIECES = ["\"", "'", "`", "(", ")", "[", "]", "{", "}", "<", ">", "+", "-", "*", "?", "~", "^", ":", "\\", "/", "|", "&", "!", "#", "%", "=",
          "AND", "OR", "NOT", "NEAR", "NEAR/3", "XOR", "ADJ", "+must", "-not", "word*", "*", "wor*d", "a~", "tag:", "tag:x",
          "section:\"A B\"", "nosuch:field", "votes:3..", "votes:..", "votes:abc", "is:accepted", "is:", "lang:en", "path:*", "id:",
          "[tag]", "[c++]", "\"open", "\"\"", "()", "(()", "std::vector<int>", "C++", "C#", ".NET", "node.js", "#include <x>",
          "a.b.c()", "x[i] += 1;", "SELECT * FROM t WHERE a='b' --", "' OR 1=1; --", "; rm -rf /", "$(reboot)", "%s%n%d", "../../etc",
          "\\d+(foo|bar)*?", "^[a-z]{2,}$", "(?<=x)", "/^.*$/", "http://x.org/?a=b&c=%20", "naïve", "ﬁ", "𝐛𝐨𝐥𝐝", "機械学習", "עברית",
          "\u202egnihtyreve", "e\u0301\u0301\u0301", "👩‍👩‍👧", "\ufeff", "\x00", "\x01", "\x1b[2J", "\x7f", "\u0085", "\u2028", "dropout",
          "undefined reference to `main'", "Traceback (most recent call last):", "0x7ffe3c0a", "--no-cache", "-n", "--help", "- -"]


def queries(count):
    yield from (piece.encode() for piece in PIECES)
    yield from ((a + b).encode() for a, b in itertools.product(PIECES[:26], repeat=2))
    yield b""
    yield from (bytes([byte]) for byte in range(256) if byte not in (10, 13))
    yield from (b"\xff\xfe", b"\xc3", b"\xed\xa0\x80", b"a\xc3(b", b"\xf8\x88\x80\x80\x80", b"\xc0\xaf")
    rng = random.Random(1)
    for _ in range(count):
        words = [rng.choice(PIECES) for _ in range(rng.randint(1, 12))]
        text = rng.choice(["", " "]).join(words).encode()
        if rng.random() < 0.2:
            text = bytes(b ^ (rng.randint(0, 255) if rng.random() < 0.05 else 0) for b in text)
        yield text
    yield from (b"(" * 100_000, b"\"" * 100_000, b"NOT " * 50_000, b"a OR " * 50_000, b"+x " * 50_000, b"(a AND " * 20_000,
                b"tag:" * 50_000, b"x" * 1_000_000, b"dropout " * 130_000, b"\"a b\" NEAR/9 " * 20_000,
                " ".join(f"word{i}" for i in range(120_000)).encode(), "機".encode() * 300_000, b"\xff" * 1_000_000, b"a* " * 100_000)


def complaints(program):
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder, "XDG_DATA_HOME": folder}

        def run(arguments, text=b"", timeout=600):
            return subprocess.run([program, *arguments], cwd=folder, env=environment, input=text, capture_output=True, timeout=timeout)

        pathlib.Path(folder, "world.jsonl").write_text("".join(
            json.dumps({"id": f"r{i}", "question": f"Why does {word} help?", "answer": f"Because {word} does.", "tags": ["x", "c++"]}) + "\n"
            for i, word in enumerate(["dropout", "C++", "std::vector", "naïve Bayes", "機械学習", "word", "SELECT", "main"])))
        built = run(["index", "--index", ".answers", "world.jsonl"])
        if built.returncode != 0:
            yield "index: " + built.stderr.decode()

        nasty = [q for q in queries(2000) if b"\n" not in q]
        batch = b"".join(b"q%d\t%b\n" % (i, query) for i, query in enumerate(nasty))
        for options in ([], ["--literal"]):
            done = run(["search", "--batch", "--format", "json", "--fields", "id", *options], batch)
            if done.returncode != 0:
                yield f"batch {options}: exit {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}"
            answered = [json.loads(line) for line in done.stdout.decode().splitlines()]
            if [one["qid"] for one in answered] != [f"q{i}" for i in range(len(nasty))]:
                yield f"batch {options}: {len(answered)} of {len(nasty)} queries are answered"
            for one, query in zip(answered, nasty):
                if "error" in one:
                    yield f"batch {options}: {query[:80]!r}: {one['error']}"

        strict = run(["search", "--batch", "--strict-query", "--format", "json", "--fields", "id"], batch)
        if strict.returncode not in (0, 2):
            yield f"batch --strict-query: exit {strict.returncode}: {strict.stderr.decode(errors='replace')[-300:]}"
        if len(strict.stdout.splitlines()) != len(nasty):
            yield f"batch --strict-query: {len(strict.stdout.splitlines())} of {len(nasty)} queries are answered"

        rng = random.Random(2)
        for query in rng.sample(nasty, 60) + nasty[-14:]:
            done = run(["search", "-"], query)
            if done.returncode not in (0, 1):
                yield f"{query[:80]!r} from standard input: exit {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}"
            if b"\0" not in query and len(query) < 100_000:
                done = run(["search", "--", query])
                if done.returncode not in (0, 1):
                    yield f"{query[:80]!r}: exit {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}"


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    found = list(complaints(os.path.realpath(sys.argv[1])))
    print("\n".join(found[:40]) or "every query is answered")
    sys.exit(1 if found else 0)
