#!/usr/bin/env python3
"""Build words/english.tsv, the part-of-speech lexicon of common English words.

usage: english.py SOURCE [--counts FILE] [--overrides FILE] [--out FILE]

SOURCE is `textblob/en/en-lexicon.txt` from the TextBlob distribution (`pip download --no-deps textblob`, a zip file): the
lexicon of Eric Brill's tagger, one Penn Treebank tag a word. What a word can be besides is worked out here, from the other
words of the lexicon: a noun with an -ed and an -ing form is a verb too, a past tense is a participle too, and so on. The
inflections that the source lacks are added by rule to the words that `en-spelling.txt` (beside SOURCE: word counts of
books) has too, which leaves the source's misspellings and rarities alone. British spellings are added by rule.
`english-overrides.txt`, beside this script, has the last word.

Tags are single letters, the likeliest first, three at most:
  N noun, singular or mass   S noun, plural    V verb, base form   Z verb, third person singular
  D verb, past tense         P past participle G -ing form         A adjective   B adverb
  I preposition, subordinator  T determiner    C coordinator       O pronoun     M modal
  W wh-word                  R number word     X other
"""
import argparse
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
PENN = {
    "NN": "N", "NNS": "S", "VB": "V", "VBP": "V", "VBZ": "Z", "VBD": "D", "VBN": "P", "VBG": "G",
    "JJ": "A", "JJR": "A", "JJS": "A", "RB": "B", "RBR": "B", "RBS": "B", "IN": "I", "TO": "I",
    "RP": "I", "DT": "T", "PDT": "T", "EX": "T", "CC": "C", "PRP": "O", "PRP$": "O", "MD": "M",
    "WP": "W", "WP$": "W", "WRB": "W", "WDT": "W", "CD": "R", "UH": "X",
}
# Hyphenated words are tagged by their last part at run time; only these beginnings make a word of its own.
PREFIXES = {"co", "vice"}
# Old forms and slips that the source takes for base forms.
ARCHAIC = {"bye", "chintz", "dont", "dost", "git", "hast", "shalt", "shorn", "sup", "wilt", "wrung"}
# Verbs whose past no rule makes, alone or after a prefix ("misread"). The forms themselves are in the overrides.
IRREGULAR = re.compile(
    r"(?:a|be|co|counter|fore|inter|mis|off|out|over|par|pre|re|skin|under|un|up|with)*(?:arise|awake|be|bear|beat|become|begin|bend|"
    r"bet|bid|bind|bite|bleed|blow|break|breed|bring|build|burst|buy|cast|catch|choose|cling|come|cost|creep|cut|deal|dig|"
    r"dive|do|draw|drink|drive|dwell|eat|fall|feed|feel|fight|find|flee|fling|fly|forbear|forbid|foresee|forget|forgive|"
    r"forsake|freeze|get|git|give|go|grind|grow|hang|have|hear|hide|hit|hold|hurt|keep|kneel|know|lay|lead|leap|leave|lend|"
    r"let|lie|light|lose|make|mean|meet|pay|plead|prove|put|quit|read|rend|rid|ride|ring|rise|run|saw|say|see|seek|sell|send|"
    r"set|sew|shake|shear|shed|shine|shoot|show|shrink|shut|sing|sink|sit|slay|sleep|slide|sling|slink|slit|smite|sow|speak|"
    r"speed|spend|spin|spit|split|spread|spring|stand|steal|stick|sting|stink|stride|strike|string|strive|swear|sweep|swell|"
    r"swim|swing|take|teach|tear|tell|think|throw|thrust|tread|wake|ware|wear|weave|wed|weep|wet|win|wind|withdraw|wring|write)"
)
# What has no vowel is an abbreviation.
VOWEL = re.compile(r"[aeiouy]")

HEAD = """\
# What part of speech a common English word can be, the likeliest first, three at most: N noun, S plural noun, V verb (base),
# Z verb (third person), D past tense, P past participle, G -ing form, A adjective, B adverb, I preposition, T determiner,
# C coordinator, O pronoun, M modal, W wh-word, R number word, X other.
# Built by lexicons/tools/english.py from the lexicon of Eric Brill's tagger (1992; trained on the Brown corpus and the Penn
# Treebank) as TextBlob 0.20.1 distributes it, and from lexicons/tools/english-overrides.txt.
# Licence of the source: Copyright 1993 by the Massachusetts Institute of Technology and the University of Pennsylvania,
# MIT license; additional words from the Twitter Part-of-Speech Annotated Data (Carnegie Mellon University), CC BY 3.0.
# Changed here: filtered, tags shortened, further tags and words added (regular inflections only of words that TextBlob's
# en-spelling.txt has too; nothing else is taken from it).
# The additions: MIT OR Apache-2.0, like the code.
"""


def read_source(path):
    """The lower-case words of the source with one tag each, junk left out."""
    words = {}
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith(";;;"):
            continue
        cells = line.split()
        if len(cells) != 2 or not WORD.fullmatch(cells[0]):
            continue
        word, tag = cells[0], PENN.get(cells[1].split("|")[0])
        if tag is None or len(word) < 2 or len(word) > 18 or not VOWEL.search(word) or re.search(r"(.)\1\1", word):
            continue
        if "-" in word and word.split("-")[0] not in PREFIXES:
            continue
        if tag in "OMWITC" or (tag == "X" and len(word) > 6):
            continue  # closed classes are all in the overrides; what else is tagged so is old spelling or slang
        if word in ARCHAIC or (tag in "VZ" and word.endswith("eth")):
            continue
        words[word] = tag
    return words


def read_overrides(path):
    rows = [l.split("\t") for l in path.read_text(encoding="utf8").splitlines() if l and not l.startswith("#")]
    return dict(rows[1:])


def read_counts(path):
    """The words that the counts have."""
    return {l.split()[0] for l in path.read_text(encoding="utf8").splitlines() if l.strip() and not l.startswith(";;;")}


def doubles(base):
    """Whether a one-syllable base doubles its last letter before -ed and -ing."""
    return re.fullmatch(r"[^aeiou]*(?:qu)?[aeiou][bdgklmnprtvz]", base) is not None


def third(base):
    if re.search(r"(?:[sxz]|ch|sh)$", base) or re.search(r"[^aeiou]o$", base):
        return base + "es"
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ies"
    return base + "s"


def past(base):
    if base.endswith("e"):
        return base + "d"
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ied"
    return (base + base[-1] if doubles(base) else base) + "ed"


def present(base):
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not re.search(r"(?:ee|oe|ye)$", base):
        return base[:-1] + "ing"
    return (base + base[-1] if doubles(base) else base) + "ing"


def add(tags, word, tag):
    """Give a word one more tag, behind those that it has."""
    have = tags.get(word, "")
    if tag not in have and len(have) < 3:
        tags[word] = have + tag


def variants(form, base):
    """The -ed and -ing spellings that a base can have: rule, and doubled last letter ("travelled")."""
    made = form(base)
    yield made
    if base[-1] in "bdgklmnprt":
        suffix = "ed" if form is past else "ing"
        doubled = base + base[-1] + suffix
        if doubled != made:
            yield doubled


def ambiguity(one, fixed, irregular):
    """All tags that the words of the source can have, from each other's evidence."""
    tags = dict(one)
    verbs = {w for w, t in one.items() if t == "V"} | {w for w, t in fixed.items() if "V" in t}
    for word, tag in one.items():
        if tag in "NA" and word not in fixed and "-" not in word and len(word) > 2:
            pasts = any(one.get(f) in ("D", "P") for f in variants(past, word))
            if pasts and any(one.get(f) in ("G", "N", "A") for f in variants(present, word)):
                verbs.add(word)
                add(tags, word, "V")
    nouns = {w for w, t in one.items() if t == "N"} | {w for w, t in fixed.items() if "N" in t}
    for word, tag in one.items():
        if tag in "VA" and one.get(third(word)) == "S":
            nouns.add(word)
            add(tags, word, "N")
    for base in verbs:
        if one.get(base) == "V" or base in fixed or third(base) in one:
            add(tags, third(base), "Z")
        for form in variants(past, base):
            if form in one and base not in irregular:
                if one[form] in "DPA":
                    add(tags, form, "P")
                    add(tags, form, "D")
        for form in variants(present, base):
            if form in one:
                add(tags, form, "G")
                if one[form] == "G" and one.get(form + "s") == "S":
                    add(tags, form, "N")
    for word in nouns:
        if third(word) in one:
            add(tags, third(word), "S")
    return tags, verbs, nouns


def inflections(tags, verbs, nouns, irregular, common):
    """Regular forms that the source lacks."""
    for base in sorted(verbs & common):
        if not base.isalpha() or len(base) < 3 or "V" not in tags.get(base, "")[:2]:
            continue
        if third(base) not in tags:
            tags[third(base)] = "SZ" if tags[base][0] == "N" else "Z"
        # "admit" doubles its last letter and "edit" does not: no rule knows.
        if not doubles(base) and re.search(r"[^aeiou][aeiou][bdgmnprt]$", base) and not re.search(r"(?:e[nr]|o[nrm])$", base):
            continue
        if base not in irregular and not IRREGULAR.fullmatch(base) and not any(f in tags for f in variants(past, base)):
            tags[past(base)] = "DP"
        if not any(f in tags for f in variants(present, base)):
            tags[present(base)] = "G"
    mass = re.compile(r"(?:ness|ity|ism|ing|ship|hood|cy|ics|[aio]logy|ance|ence|ation|s|men|ery|age|dom|th|tude)$")
    for word in sorted(nouns & common):
        if tags.get(word) == "N" and "-" not in word and len(word) > 3 and not mass.search(word):
            if third(word) not in tags and not word.endswith(("man", "foot", "fish", "o", "f", "fe", "um", "us", "is", "a")):
                tags[third(word)] = "S"


OUR = """arbor ardor armor behavior candor clamor color demeanor endeavor favor fervor flavor harbor honor humor labor
 misdemeanor neighbor odor parlor rancor rigor rumor savior savor splendor tumor valor vapor vigor""".split()
RE = """center centers centered theater theaters fiber fibers caliber calibers meager somber specter specters saber sabers
 luster scepter scepters liter liters meter meters""".split()


def british(tags):
    """British twins of American spellings: -ise, -our, -re, -lled."""
    made = {}
    for word, tag in tags.items():
        twin = None
        if re.search(r"[a-z]{3}[^aeiou]iz(?:e[sdr]?|ing|ations?|ers)$", word) and not re.search(r"(?:capsiz|seiz|prize|maiz|siz|assiz)", word):
            twin = re.sub(r"iz((?:e[sdr]?|ing|ations?|ers))$", r"is\1", word)
        elif re.search(r"[a-z]{2}lyz(?:e[sdr]?|ing)$", word):
            twin = word.replace("lyz", "lys")
        elif word in RE:
            twin = re.sub(r"er(s|ed)?$", lambda m: "re" + {"s": "s", "ed": "d"}.get(m.group(1), ""), word)
        else:
            for stem in OUR:
                if stem in word and re.search(stem + r"(?:s|ed|ing|ings|able|ably|er|ers|ite|ites|less|ful|fully|hood|hoods|ly|al|ist|ists)?$", word):
                    twin = word.replace(stem, stem[:-1] + "ur")
                    break
            match = re.fullmatch(r"([a-z]*[aeiou][^aeiou]+[aeiou]l)(ed|ing|er|ers)", word)
            if twin is None and match and match.group(1) in tags and match.group(1) + "led" not in tags and "V" in tags[match.group(1)]:
                if not re.search(r"(?:[aeiou]{2}l)$", match.group(1)):
                    twin = match.group(1) + "l" + match.group(2)
        if twin and twin not in tags:
            made[twin] = tag
    tags.update(made)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("source", type=pathlib.Path, help="path of en-lexicon.txt")
    parser.add_argument("--overrides", type=pathlib.Path, default=HERE / "english-overrides.txt")
    parser.add_argument("--out", type=pathlib.Path, default=HERE.parent / "words" / "english.tsv")
    parser.add_argument("--counts", type=pathlib.Path, help="path of en-spelling.txt, by default beside SOURCE")
    args = parser.parse_args()
    counts = args.counts or args.source.with_name("en-spelling.txt")

    one = read_source(args.source)
    fixed = read_overrides(args.overrides)
    for word, given in fixed.items():
        one[word] = given[0]
    # A base whose regular past is not in the source, though the word is common, has an irregular one.
    irregular = {w for w, t in fixed.items() if "V" in t and past(w) not in one}
    tags, verbs, nouns = ambiguity(one, fixed, irregular)
    inflections(tags, verbs, nouns, irregular, read_counts(counts) | set(fixed))
    british(tags)
    tags.update(fixed)

    rows = sorted(f"{w}\t{t}" for w, t in tags.items())
    args.out.write_text(HEAD + "word\ttags\n" + "\n".join(rows) + "\n", encoding="utf8", newline="\n")
    print(f"{args.out}: {len(rows)} words")


if __name__ == "__main__":
    main()
