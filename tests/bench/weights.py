#!/usr/bin/env python3
"""tests/bench/weights.py BUILD COLLECTIONS [--weight NAME …] [--factors 0 0.5 1.5] [--kept FILE]: what each weight of the
decision (corpus/outline/weights.h) is worth, and whether it would be chosen without the collection that it is measured on.

COLLECTIONS holds a folder a collection: its files, and gold.jsonl with "file", "question", "answer" a line (none: it holds no
pairs). For every weight times every factor a program is made of BUILD's objects with that one number changed, and reads them
all. Printed are the mean F1 by factor, then what is chosen for each collection by the others alone, and the mean F1 that
these choices give on what they were not made on. FILE keeps what was measured, so that it can be done in pieces: a factor of
one weight takes some 15 s."""
import argparse
import json
import pathlib
import re
import subprocess
import tempfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = ROOT / "corpus/outline/decision.cpp"
WEIGHTS = ROOT / "corpus/outline/weights.h"
NUMBER = re.compile(r"-?\d+\.\d+F")


def letters(text):
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text or "").lower())


def weights(source):
    """Name -> place of its number in the source; those of a table are NAME[i]."""
    places = {}
    for found in re.finditer(r"constexpr (?:float|std::array<float, \d+>) (\w+)((?:\[\d*\])*) = ", source):
        numbers = list(NUMBER.finditer(source, found.end(), source.index(";", found.end())))
        for i, number in enumerate(numbers):
            places[found[1] if len(numbers) == 1 else f"{found[1]}[{i}]"] = number.span()
    return places


def build(build_dir, text, folder):
    """A program with `text` in place of the weights; nothing but the decision is compiled."""
    commands = json.loads((build_dir / "compile_commands.json").read_text())
    compiling = next(c["command"] for c in commands if c["file"] == str(SOURCE))
    header, made, program = folder / WEIGHTS.relative_to(ROOT), folder / "decision.o", folder / "answers"
    header.parent.mkdir(parents=True)
    header.write_text(text)
    command = re.sub(r"-o \S+", f"-o {made}", compiling).replace("-Werror", "-w").replace(" -I", f" -I{folder} -I", 1)
    subprocess.run(command, shell=True, check=True, cwd=build_dir)
    linking = subprocess.run(["ninja", "-C", build_dir, "-t", "commands", "answers"], check=True, capture_output=True,
                             text=True).stdout.splitlines()[-1]
    linking = linking.replace("-o answers", f"{made} -o {program}").removeprefix(": && ").split(" && ")[0]
    subprocess.run(linking, shell=True, check=True, cwd=build_dir)
    return program


def f1(program, collection):
    """2 · pairs found / (pairs there + records read); 1 where there is nothing and nothing is read."""
    files = sorted(str(f.relative_to(collection)) for f in collection.rglob("*")
                   if f.is_file() and f.name not in ("gold.jsonl", "expected.json", "unanswered.jsonl")
                   and "LICENSE.source" not in f.parts and "alt" not in f.parts)
    out = subprocess.run([program, "read", *files], cwd=collection, capture_output=True, timeout=600).stdout
    records = [json.loads(line) for line in out.decode().split("\n") if line]
    gold_file = collection / "gold.jsonl"
    text = gold_file.read_text() if gold_file.exists() else ""
    gold = [json.loads(line) for line in text.split("\n") if line]
    left = {}
    for record in records:
        asked = letters(record["question"])
        told = (asked, asked + letters(record["body"]), letters(record["answer"]))
        left.setdefault(record["path"].removeprefix("./"), []).append(told)
    found = 0
    for pair in gold:
        question, answer = letters(pair["question"])[:60], letters(re.sub(r"<[^>]*>", "", pair["answer"]))[:25]
        for told in left.get(pair["file"], []):
            asked, whole, answers = told
            if (question in whole or (asked and asked[:60] in question)) and (answer in answers or answer in whole):
                left[pair["file"]].remove(told)
                found += 1
                break
    return 2 * found / (len(gold) + len(records)) if gold or records else 1.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("collections", type=pathlib.Path)
    parser.add_argument("--weight", nargs="*", default=[])
    parser.add_argument("--factors", nargs="*", type=float, default=[0, 0.5, 1.5])
    parser.add_argument("--kept", type=pathlib.Path)
    options = parser.parse_args()
    source = WEIGHTS.read_text()
    folders = sorted(f.resolve() for f in options.collections.iterdir() if f.is_dir())
    kept = json.loads(options.kept.read_text()) if options.kept and options.kept.exists() else {}

    def measured(name, text):
        if name not in kept:
            with tempfile.TemporaryDirectory() as folder:
                program = build(options.build.resolve(), text, pathlib.Path(folder))
                kept[name] = [f1(program, collection) for collection in folders]
            if options.kept:
                options.kept.write_text(json.dumps(kept))
        return kept[name]

    shipped = measured("as it is", source)
    count = len(folders)
    print(f"{'weight':24}{'is':>7}" + "".join(f"{f'× {factor:g}':>9}" for factor in options.factors) +
          f"   mean F1, as it is {sum(shipped) / count:.4f}; chosen otherwise by so many of {count}")
    left_out, unsteady = [], 0
    for name, (begin, end) in weights(source).items():
        if options.weight and name not in options.weight:
            continue
        value = float(source[begin:end - 1])
        by_factor = {1.0: shipped}
        for factor in options.factors:
            text = f"{source[:begin]}{value * factor:.4f}F{source[end:]}"
            by_factor[factor] = measured(f"{name} × {factor:g}", text) if value else shipped
        chosen = [max(by_factor, key=lambda factor: sum(by_factor[factor]) - by_factor[factor][i])
                  for i in range(count)]
        others = sum(1 for factor in chosen if factor != 1.0)
        unsteady += others > 0
        left_out.append(sum(by_factor[factor][i] for i, factor in enumerate(chosen)) / count)
        print(f"{name:24}{value:7.1f}" + "".join(f"{sum(by_factor[f]) / count:9.4f}" for f in options.factors) +
              f"   {others or ''}", flush=True)
    if left_out:
        print(f"{unsteady} of {len(left_out)} weights are chosen otherwise by some; on the collection left out these choices "
              f"give {min(left_out):.4f} to {max(left_out):.4f}")


main()
