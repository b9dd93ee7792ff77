"""Runs one peer over a corpus, for as long as it may, and prints what it did as JSON. Started by run.py.

peer.py NAME CORPUS FORMS SECONDS: FORMS is a file of names, one a line. The clock runs for the peer alone: texts are taken out of
the JSON before, and nothing is written while it works. Times are those of the processor, which a busy machine changes least.
"""

import json
import pathlib
import sys
import time


def flashtext(forms):
    from flashtext import KeywordProcessor

    words = KeywordProcessor(case_sensitive=True)
    for form in forms:
        words.add_keyword(form)
    return lambda text: [("name", start, end) for _, start, end in words.extract_keywords(text, span_info=True)]


def pyahocorasick(forms):
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, len(form))
    automaton.make_automaton()
    return lambda text: [("name", end + 1 - length, end + 1) for end, length in automaton.iter_long(text)]


def spacy(forms):
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab)
    matcher.add("name", list(nlp.tokenizer.pipe(forms)))

    def run(text):
        doc = nlp.make_doc(text)
        spans = spacy.util.filter_spans(matcher(doc, as_spans=True))
        return [("name", span.start_char, span.end_char) for span in spans]

    return run


def spacy_tokenizer(_):
    import spacy

    tokenizer = spacy.blank("en").tokenizer

    def run(text):
        tokenizer(text)
        return []

    return run


def quantulum3(_):
    from quantulum3 import parser

    return lambda text: [("quantity", *found.span) for found in parser.parse(text)]


def recognizers_number(_):
    from recognizers_number import Culture, recognize_number

    return lambda text: [("quantity", found.start, found.end + 1) for found in recognize_number(text, Culture.English)]


def recognizers_suite(_):
    """What our quantities and times are made of: numbers, percentages, money, dimensions, ages, dates."""
    from recognizers_suite import Culture, recognize_age, recognize_currency, recognize_datetime, recognize_dimension
    from recognizers_suite import recognize_number, recognize_percentage

    kinds = [
        ("quantity", recognize_number),
        ("quantity", recognize_percentage),
        ("quantity", recognize_currency),
        ("quantity", recognize_dimension),
        ("quantity", recognize_age),
        ("time", recognize_datetime),
    ]

    def run(text):
        return [
            (kind, found.start, found.end + 1)
            for kind, recognize in kinds
            for found in recognize(text, Culture.English)
        ]

    return run


def gdelt_regkg(_):
    """Counts (KILL, WOUND, ARREST…) and amounts, which need none of the files that it builds from downloads."""
    from gdelt_regkg.fields.amounts import analyze_amounts
    from gdelt_regkg.fields.counts import analyze_counts

    def run(text):
        amounts = [("quantity", found.start, found.end) for found in analyze_amounts(text).mentions]
        return amounts + [("count", found.start, found.end) for found in analyze_counts(text).mentions]

    return run


PEERS = {
    function.__name__.replace("_", "-"): function
    for function in [
        flashtext,
        pyahocorasick,
        spacy,
        spacy_tokenizer,
        quantulum3,
        recognizers_number,
        recognizers_suite,
        gdelt_regkg,
    ]
}


def peak_memory(process="self"):
    """The most memory that a process had so far, in MB; 0 where there is no /proc to tell, or the process is gone."""
    try:
        status = pathlib.Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    peak = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(peak[0]) / 1024 if peak else 0


def main():
    name, corpus, forms, seconds = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
    with open(forms, encoding="utf-8") as file:
        forms = file.read().splitlines()
    with open(corpus, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]

    held = sum(map(sys.getsizeof, texts)) / 1e6
    start = time.process_time()
    run = PEERS[name](forms)
    # The first text is part of the loading: some peers build their patterns only then.
    run(texts[0])
    loading = time.process_time() - start

    counts, found, documents, size = {}, [], 0, 0
    start, worked = time.perf_counter(), time.process_time()
    for text in texts:
        spans = run(text)
        for span in spans:
            counts[span[0]] = counts.get(span[0], 0) + 1
        if documents < 300:
            found.append(spans)
        documents += 1
        size += len(text) if text.isascii() else len(text.encode())
        if time.perf_counter() - start > seconds:
            break
    spent = time.process_time() - worked
    report = {
        "loading": loading,
        "seconds": spent,
        "documents": documents,
        "of": len(texts),
        "bytes": size,
        "counts": counts,
        "memory": peak_memory() - held,
        "found": found,
    }
    json.dump(report, sys.stdout)


if __name__ == "__main__":
    main()
