#!/usr/bin/env python3
"""Puts peers beside headcount, on one corpus in one run, and writes RESULTS.md.

python3 benches/peers/run.py [CORPUS.jsonl] [--seconds 12] [--megabytes 20] [--only NAME...]

Makes virtual environments below target/peers with the versions of requirements*.txt, builds headcount, writes made-up news unless
a corpus is given, and runs headcount before and after each peer. A peer that is slow reads as much of the corpus as it can in
the time it has; its speed is that of what it read.
"""

import argparse
import collections
import datetime
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time

from peer import peak_memory

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "peers"

# Name, requirements, what it does.
PEERS = [
    ("pyahocorasick", "requirements.txt", "names: a bare automaton in C (`iter_long`), parts of words too"),
    ("flashtext", "requirements.txt", "names: a trie in Python, whole words"),
    ("spacy-tokenizer", "requirements.txt", "words alone"),
    ("spacy", "requirements.txt", "words, then names with `PhraseMatcher`, longest first"),
    ("quantulum3", "requirements.txt", "quantities with units, without its classifier"),
    ("recognizers-number", "requirements.txt", "numbers"),
    ("recognizers-suite", "requirements.txt", "numbers, percentages, money, dimensions, ages, dates"),
    ("gdelt-regkg", "requirements-regkg.txt", "amounts and event counts of GDELT's GKG"),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=pathlib.Path, help="JSON lines with a field `text`")
    parser.add_argument("--seconds", type=float, default=12, help="how long each peer may work")
    parser.add_argument("--megabytes", type=int, default=20, help="size of the made-up corpus")
    parser.add_argument("--only", nargs="*", help="these peers only")
    parser.add_argument("--results", type=pathlib.Path, default=HERE / "RESULTS.md")
    parser.add_argument("--built", action="store_true", help="take the program and the generator as they were built before")
    args = parser.parse_args()
    began = time.time()
    WORK.mkdir(parents=True, exist_ok=True)

    program = build(args.built)
    corpus = args.corpus or generate(program, args.megabytes)
    forms = write_forms(WORK / "forms.txt")
    texts = [json.loads(line)["text"] for line in corpus.open(encoding="utf-8")]
    size = sum(len(text.encode()) for text in texts)

    ours = [run_ours(program, corpus)]
    rows = []
    for name, requirements, what in PEERS:
        if args.only and name not in args.only:
            continue
        print(f"{name}…", file=sys.stderr)
        rows.append((name, what, run_peer(name, requirements, corpus, args.seconds)))
        ours.append(run_ours(program, corpus))
    records = [json.loads(line) for line in (WORK / "ours.jsonl").open(encoding="utf-8")]
    one = WORK / "one.jsonl"
    with corpus.open(encoding="utf-8") as file:
        one.write_text(file.readline(), encoding="utf-8")
    memory = memory_of_ours(program, corpus)
    start = statistics.mean(run_ours(program, one, WORK / "one.out") for _ in range(25))
    report = Report(args, corpus if args.corpus else None, texts, size, ours, start, memory, records, rows, forms, began)
    args.results.write_text(report.text(), encoding="utf-8")
    print(report.text())


def build(built):
    target = WORK.parent / "release"
    if not built:
        command = ["cargo", "build", "--release", "--bin", "headcount", "--example", "generate"]
        subprocess.run(command, cwd=ROOT, check=True)
    return target / "headcount"


def generate(program, megabytes):
    corpus = WORK / f"made-up-{megabytes}.jsonl"
    command = [program.parent / "examples" / "generate", "--seed", "7", "--megabytes", str(megabytes)]
    with corpus.open("wb") as file:
        subprocess.run(command, stdout=file, check=True)
    return corpus


def write_forms(path):
    """The names of lexicons/names, as our own program reads them: canonical names, aliases, demonyms, without flags."""
    forms = set()
    for name in ["countries", "regions", "counties", "cities", "geography", "agencies", "people"]:
        lines = (ROOT / "lexicons" / "names" / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        header = rows[0]
        columns = [header.index(column) for column in ("name", "aliases", "demonyms") if column in header]
        for row in rows[1:]:
            forms.update(form.split(" [")[0] for column in columns for form in row[column].split("|"))
    forms.discard("")
    path.write_text("\n".join(sorted(forms)), encoding="utf-8")
    return len(forms)


def run_ours(program, corpus, output=WORK / "ours.jsonl"):
    """The whole program on one thread: how many seconds of the processor it takes."""
    before = os.times()
    with output.open("wb") as file:
        subprocess.run([program, "tag", "-j", "1", corpus], stdout=file, check=True)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def memory_of_ours(program, corpus):
    """Its peak, asked for again and again while it runs: what the system adds up at the end counts the caller in."""
    process = subprocess.Popen([program, "tag", "-j", "1", corpus], stdout=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, peak_memory(process.pid))
        time.sleep(0.002)
    return peak


def python_for(requirements):
    """A Python that the packages run on: this one, unless they ask for a newer one."""
    if requirements == "requirements.txt" or sys.version_info >= (3, 12):
        return [sys.executable]
    for minor in (12, 13, 14):
        command = shutil.which(f"python3.{minor}")
        if command and subprocess.run([command, "-c", ""], capture_output=True).returncode == 0:
            return [command]
    if shutil.which("pyenv"):
        for version in subprocess.run(["pyenv", "versions", "--bare"], capture_output=True, text=True).stdout.split():
            if version.startswith(("3.12", "3.13", "3.14")):
                prefix = subprocess.run(["pyenv", "prefix", version], capture_output=True, text=True).stdout.strip()
                return [f"{prefix}/bin/python3"]
    return None


def environment(requirements):
    """The Python of a virtual environment that has the packages; what went wrong, where it cannot be made."""
    folder = WORK / requirements.removesuffix(".txt")
    python, done = folder / "bin" / "python", folder / requirements
    wanted = (HERE / requirements).read_text(encoding="utf-8")
    if done.exists() and done.read_text(encoding="utf-8") == wanted:
        return python, None
    base = python_for(requirements)
    if base is None:
        return None, "it needs Python 3.12, and there is none here"
    subprocess.run([*base, "-m", "venv", "--clear", folder], check=True)
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", HERE / requirements]
    installed = subprocess.run(command, capture_output=True, text=True)
    if installed.returncode:
        return None, "pip: " + installed.stderr.strip().splitlines()[-1]
    done.write_text(wanted, encoding="utf-8")
    return python, None


def run_peer(name, requirements, corpus, seconds):
    python, problem = environment(requirements)
    if problem:
        return {"problem": f"does not install: {problem}"}
    command = [python, "-W", "ignore", HERE / "peer.py", name, corpus, WORK / "forms.txt", str(seconds)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=10 * seconds + 120)
    except subprocess.TimeoutExpired:
        return {"problem": "was stopped: far over its time"}
    if run.returncode:
        return {"problem": "failed: " + (run.stderr.strip().splitlines() or ["without a word"])[-1]}
    # Some print while they load; the report is the last line.
    return json.loads(run.stdout.splitlines()[-1])


class Report:
    def __init__(self, args, given, texts, size, ours, start, memory, records, rows, forms, began):
        self.args, self.given, self.texts, self.size = args, given, texts, size
        self.ours, self.records, self.rows, self.forms, self.began = ours, records, rows, forms, began
        self.start, self.memory = start, memory
        self.speed = size / 1e6 / statistics.median(ours)

    def text(self):
        return "\n".join([*self.head(), *self.speeds(), *self.finds(), *self.differences()]) + "\n"

    def head(self):
        corpus = "a corpus that is not in the repository" if self.given else "made-up news, seed 7 (`benches/news/`)"
        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
        seconds = sorted(self.ours)
        return [
            "# Peers beside headcount",
            "",
            "Written by `python3 benches/peers/run.py`; what it does and how to read it: [README.md](README.md).",
            "",
            f"- {datetime.date.today()}, commit {commit.stdout.strip()}, {machine()}, Python {platform.python_version()},"
            f" load {os.getloadavg()[0]:.1f} at the end",
            f"- corpus: {corpus}, {len(self.texts):,} documents, {self.size / 1e6:.1f} MB of text",
            f"- names given to those that match names: {self.forms:,}; time for each peer: {self.args.seconds:g} s",
            "- seconds are those of the processor, for headcount and for peers",
            f"- headcount: the whole program, `headcount tag -j 1`, from file to file, {len(seconds)} runs between the others:"
            f" {seconds[0]:.2f} to {seconds[-1]:.2f} s, median taken",
            f"- the run took {(time.time() - self.began) / 60:.0f} minutes",
            "",
        ]

    def speeds(self):
        lines = [
            "## Speed",
            "",
            "Peers: the call alone, texts in memory before, results thrown away. Loading includes the first text. Memory is the"
            " peak of the process, without the texts that peers hold.",
            "",
            "| | does | read | MB/s | headcount is | loading | memory |",
            "| --- | --- | --- | --- | --- | --- | --- |",
            f"| **headcount** | all: reading, words, names, entities, times, quantities, tolls, JSON | all |"
            f" {self.speed:.1f} | | {self.start * 1000:.0f} ms | {self.memory:.0f} MB |",
        ]
        for name, what, run in self.rows:
            if "problem" in run:
                lines.append(f"| {name} | {what} | {run['problem']} | | | | |")
                continue
            speed = run["bytes"] / 1e6 / run["seconds"]
            part = "all" if run["documents"] == run["of"] else f"{run['bytes'] / 1e6:.2f} MB"
            ratio = self.speed / speed
            times = f"{ratio:.0f} × as fast" if ratio >= 10 else f"{ratio:.1f} × as fast"
            if ratio < 1:
                times = f"**slower**: {1 / ratio:.1f} × the time"
            lines.append(
                f"| {name} | {what} | {part} | {speed:.3g} | {times} | {run['loading']:.1f} s"
                f" | {run['memory']:.0f} MB |"
            )
        return [*lines, ""]

    def finds(self):
        lines = [
            "## What was found",
            "",
            "In the documents that a peer read, 300 at most. \"Both\" are spans of the peer that overlap one of ours.",
            "",
            "| | kind | documents | theirs | ours | both | only theirs |",
            "| --- | --- | --- | --- | --- | --- | --- |",
        ]
        for name, _, run in self.rows:
            for kind, (theirs, ours, both, _) in self.compare(run).items():
                documents = len(run["found"])
                lines.append(f"| {name} | {kind} | {documents} | {theirs:,} | {ours:,} | {both:,} | {theirs - both:,} |")
        return [*lines, ""]

    def differences(self):
        lines = ["## What they find and headcount does not", "", "The most frequent, with how often.", ""]
        for name, _, run in self.rows:
            for kind, (*_, missed) in self.compare(run).items():
                if missed:
                    few = ", ".join(f"`{text}` {count}" for text, count in missed.most_common(12))
                    lines.append(f"- {name}, {kind}: {few}")
        return lines

    def compare(self, run):
        """By kind: how many they find, how many we do, how many overlap, and the words of those that only they find."""
        kinds = sorted({kind for found in run.get("found", []) for kind, *_ in found})
        result = {kind: [0, 0, 0, collections.Counter()] for kind in kinds}
        for text, record, found in zip(self.texts, self.records, run.get("found", [])):
            names = [(entity["start"], entity["end"]) for entity in record.get("entities", [])]
            numbers = [(quantity["start"], quantity["end"]) for quantity in record.get("quantities", [])]
            times = [(time["start"], time["end"]) for time in record.get("times", [])]
            roles = sum("role" in quantity for quantity in record.get("quantities", []))
            ours = {"name": len(names), "quantity": len(numbers), "time": len(times), "count": roles}
            for kind, row in result.items():
                row[1] += ours[kind]
                against = names if kind == "name" else numbers + times
                for _, start, end in (span for span in found if span[0] == kind):
                    row[0] += 1
                    if any(start < until and since < end for since, until in against):
                        row[2] += 1
                    else:
                        row[3][text[start:end].replace("|", "/").replace("\n", " ")] += 1
        return result


def machine():
    cpu = "unknown processor"
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                cpu = line.split(":", 1)[1].strip()
                break
    except OSError:
        cpu = platform.processor() or cpu
    return f"{cpu}, {os.cpu_count()} cores"


if __name__ == "__main__":
    main()
