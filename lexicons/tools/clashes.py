#!/usr/bin/env python3
"""Lists the names that two entries of lexicons/names/ claim without a flag, and offices that two agencies hold.

    python3 lexicons/tools/clashes.py lexicons/names [FILE...]

Names are compared as they are matched: without accents, hyphens as blanks, a word all in capitals apart from the same
word in small letters. A name that all but one of its entries flag ("[context]", "[exact]", "[title]") is no clash, nor is
one shared by places, which population ranks. With FILEs, only clashes that touch one of them are listed. Exits with 1
if there is any.
"""
import pathlib
import re
import sys
import unicodedata

TABLES = ("agencies", "people", "countries", "regions", "cities", "geography")
PLACES = {"countries", "regions", "cities", "geography"}


def key(name):
    """What the matcher compares, roughly."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = re.sub(r"[-‐-―/\s]+", " ", plain.replace("’", "'")).strip()
    return " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in plain.split(" "))


def rows(path):
    header = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
        else:
            yield dict(zip(header, cells))


def main(folder, only):
    claims, offices = {}, {}
    for table in TABLES:
        for row in rows(folder / f"{table}.tsv"):
            for name in [row["name"], *filter(None, row["aliases"].split("|"))]:
                plain = re.sub(r"( \[\w+\])+$", "", name)
                if plain == name:
                    claims.setdefault(key(name), {})[row["ref"]] = table
            for office in filter(None, row.get("office", "").split("|")):
                offices.setdefault((row["country"], office), []).append(row["ref"])
    found = 0
    for name, by in sorted(claims.items()):
        tables = set(by.values())
        if len(by) > 1 and not tables <= PLACES and (not only or tables & only):
            found += 1
            print(f"{name}: {', '.join(sorted(by))}")
    for (country, office), refs in sorted(offices.items()):
        if len(refs) > 1:
            found += 1
            print(f"office {office} of {country or 'no country'}: {', '.join(refs)}")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1]), {name.removesuffix(".tsv") for name in sys.argv[2:]}))
