#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""extract.py: writes all texts that people read, as a gettext template (.pot), to standard output.

Texts of the program are those that tr() is called with (xgettext) and the lists of terms; the others stand in the
built-in plans, places, units and lines. To bring a language up to date:
    layers/language/extract.py > demarc.pot && msgmerge --update --no-wrap layers/language/uk.po demarc.pot
A new language begins with msginit --input demarc.pot --locale LANG. tests/support/check_languages says what is missing.
"""
import csv
import json
import pathlib
import re
import subprocess
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILTIN = ROOT / "layers" / "builtin"


class Texts(dict):
    """Texts with where they stand, in order."""

    def add(self, text, where):
        text = " ".join(str(text).split())
        if text:
            self.setdefault(text, []).append(where)


def add_terms(texts):
    """Headings of fields, and what the lists of the vocabulary say."""
    for heading in re.findall(r'Field \w+\{"[^"]*", "([^"]+)"', (ROOT / "layers/model/field.h").read_text("utf-8")):
        texts.add(heading, "layers/model/field.h")
    vocabulary = (ROOT / "layers/model/vocabulary.cpp").read_text("utf-8")
    for kind, strings in re.findall(r'\{(\w+)::\w+,((?:\s*"[^"]*",?)+)', vocabulary):
        words = re.findall(r'"([^"]*)"', strings)
        for word in words[1:] if kind == "Status" else words:  # the id of a status is no word
            texts.add(word, "layers/model/vocabulary.cpp")


CONFIDENCES = "stated", "general", "derived", "unclear"


def add_plan(plan, name, texts):
    title = plan.get("title")
    about = title if isinstance(title, str) else title["en"]
    if isinstance(title, str):
        texts.add(title, f"{name}: title")
    for key in "text_status", "summary":
        texts.add(plan.get(key, ""), f"{name} ({about}): {key}")
    for part in "parameters", "readings":
        for key, value in (plan.get(part) or {}).items():
            texts.add(value.get("title", ""), f"{name} ({about}): {part} {key}")
    for part in "rules", "zones", "not_drawn":
        for entry in plan.get(part) or []:
            for key in "title", "unclear", "what", "why":
                texts.add(entry.get(key, ""), f"{name} ({about}): {part}, {key}")


def add_builtin(texts):
    catalogue = yaml.safe_load((BUILTIN / "catalogue.yaml").read_text("utf-8"))
    for group, plans in catalogue.items():
        texts.add(group, "catalogue.yaml")
        for name in plans:
            add_plan(yaml.safe_load((BUILTIN / "plans" / f"{name}.yaml").read_text("utf-8")), name, texts)
    without_land = yaml.safe_load((BUILTIN / "texts.yaml").read_text("utf-8"))
    for entry in without_land["texts"] + without_land["later"]:
        for key in "what", "why":
            texts.add(entry.get(key, ""), f"texts.yaml, {entry.get('name', entry.get('plan'))}: {key}")
    for feature in json.loads((BUILTIN / "units.geojson").read_text("utf-8"))["features"]:
        texts.add(feature["properties"]["name"], "a unit")
    with open(BUILTIN / "unit_groups.csv", encoding="utf-8", newline="") as file:
        for row in list(csv.reader(file))[1:]:
            texts.add(row[0], "units together")
    for path in sorted(BUILTIN.glob("line-*.geojson")):
        texts.add(json.loads(path.read_text("utf-8"))["demarc"].get("source", ""), path.name)
    for feature in json.loads((BUILTIN / "neighbours.geojson").read_text("utf-8"))["features"]:
        texts.add(feature["properties"].get("name") or "", "a neighbour")
    for feature in json.loads((BUILTIN / "places.geojson").read_text("utf-8"))["features"]:
        texts.add(feature["properties"].get("role") or "", f"place {feature['properties']['name']}: role")
        texts.add(feature["properties"].get("kind") or "", "kind of place")


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def main():
    sources = sorted(str(path.relative_to(ROOT)) for room in ("layers", "app")
                     for path in (ROOT / room).rglob("*") if path.suffix in (".cpp", ".h"))
    program = subprocess.run(["xgettext", "--from-code=UTF-8", "--language=C++", "--keyword=tr", "--keyword=tr_later", "--no-location",
                              "--no-wrap", "--sort-output", "--output=-", *sources],
                             cwd=ROOT, check=True, capture_output=True, text=True).stdout
    head, _, body = program.partition("\n\n")
    body = body.replace("#, c-format\n", "")  # a per cent sign is none
    head = re.sub(r'"POT-Creation-Date: [^"]*"\n', "", head)
    texts = Texts()
    add_terms(texts)
    for confidence in CONFIDENCES:
        texts.add(confidence, "confidence of a clause")
    add_builtin(texts)
    known = set(re.findall(r'^msgid (".*")$', body, flags=re.MULTILINE))
    out = [head, "", body.strip()]
    for text, where in texts.items():
        if quoted(text) not in known:
            out.append(f"\n#. {where[0]}\nmsgid {quoted(text)}\nmsgstr \"\"")
    print("\n".join(out))


main()
