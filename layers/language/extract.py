#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""extract.py: writes all texts that people read, as a gettext template (.pot), to standard output.

Texts of the program are those that tr() is called with (xgettext), the lists of terms, messages and the help of
commands; the others stand in the built-in plans, places, units and lines. To bring a language up to date:
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

    def add_lines(self, text, where):
        """The same, whose line breaks stand where they should."""
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
    texts.add("held by Ukraine", "layers/model/sides.cpp")  # where nothing is agreed


LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
CHARACTER = re.compile(r"'(?:[^'\\]|\\.)+'")
COMMENT = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)')|//[^\n]*""")  # and literals, in which an address may stand
BRACKETS = {"(": ")", "{": "}", "[": "]"}


def skipped(code, at):
    """Behind the literal that begins there; the next character if none does."""
    found = LITERAL.match(code, at) or CHARACTER.match(code, at)
    return found.end() if found else at + 1


def region(code, at):
    """What stands between the bracket there and its partner."""
    depth, begin = 0, at + 1
    while at < len(code):
        if code[at] in BRACKETS:
            depth += 1
        elif code[at] in BRACKETS.values():
            depth -= 1
            if depth == 0:
                return code[begin:at]
        at = skipped(code, at)
    return ""


def split(code, between):
    """At that character where it stands in no bracket and no literal."""
    parts, depth, begin, at = [], 0, 0, 0
    while at < len(code):
        if code[at] in BRACKETS:
            depth += 1
        elif code[at] in BRACKETS.values():
            depth -= 1
        elif depth == 0 and code[at] == between and code[at + 1:at + 2] != between:
            parts.append(code[begin:at])
            begin = at + 1
        at = skipped(code, at)
    return parts + [code[begin:]]


def words_in(code):
    """The literals that an expression is made of and nothing else; None for any other."""
    literals, rest = LITERAL.findall(code), LITERAL.sub("", code).strip()
    text = "".join(literal[1:-1] for literal in literals).replace('\\"', '"').replace("\\n", "\n")
    return text if literals and not rest else None


def message_of(code):
    """A message as its text with values: what is added to it, and what fmt::format() puts in."""
    text = ""
    for operand in split(code, "+"):
        operand = operand.strip()
        words = words_in(operand)
        if words is None and operand.startswith("fmt::format("):
            words = words_in(split(region(operand, operand.index("(")), ",")[0])
        elif words is not None:
            words = words.replace("{", "{{").replace("}", "}}")
        text += "{}" if words is None else words
    return re.sub(r"\{(\d*):[^{}]*\}", r"{\1}", text)  # what is printed is matched, however it was


def is_prose(text):
    return re.search(r"[a-z]{2,}[^a-z{}]+[a-z]{2,}|^wrote ", text) is not None


def add_messages(texts):
    """What errors, notes and summaries say, and, of what stands in them by a choice, each choice."""
    calls = re.compile(r"\b(?:Error|Note|Refused)\{|\b(?:refuse\w*|fail|note|say|did_you_mean|notes\.push_back|notes\.emplace_back|note_once)\(")
    for path in sorted(path for room in ("geo", "layers", "app") for path in (ROOT / room).rglob("*.cpp")):
        code = COMMENT.sub(lambda found: found[1] or "", path.read_text("utf-8"))
        for call in calls.finditer(code):
            inner = region(code, call.end() - 1)
            if inner.strip().startswith("{"):  # a note among others
                inner = region(inner, inner.index("{"))
            for argument in split(inner, ","):
                text = message_of(argument)
                if is_prose(text) and not text.startswith("{}{}{}"):
                    texts.add(text, f"a message, {path.relative_to(ROOT)}")
            for literal in LITERAL.finditer(inner):
                before, behind = inner[:literal.start()].rstrip(), inner[literal.end():].lstrip()
                is_choice = before.endswith(("?", ":")) and not behind.startswith(("+", '"'))
                if is_choice and is_prose(literal[0]):
                    texts.add(words_in(literal[0]), f"part of a message, {path.relative_to(ROOT)}")


def add_help(texts):
    """What --help says."""
    calls = re.compile(r"\b(?:add_option|add_flag|add_subcommand|type_name)\(")
    for path in sorted((ROOT / "app").rglob("*.cpp")):
        code = path.read_text("utf-8")
        for call in calls.finditer(code):
            for argument in split(region(code, call.end() - 1), ","):
                text = words_in(argument.strip())
                if text is not None and " " in text and not text.startswith("--"):
                    texts.add_lines(text, f"help, {path.relative_to(ROOT)}")
        for call in re.finditer(r"\bfooter\(", code):
            for column in re.split(r"  +|\n|(?<=:) (?=demarc)", words_in(region(code, call.end() - 1).strip()) or ""):
                if (" " in column or column.endswith(":")) and not column.startswith(("demarc ", "# ")):
                    texts.add_lines(column.strip(), f"below --help, {path.relative_to(ROOT)}")


# What CLI11 says of the command line; its words are not ours.
PARSER = ("{} is required", "The following argument was not expected: {}", "The following arguments were not expected: {}",
          "A subcommand is required", "{} requires {}", "{} excludes {}", "{}: {} required {} missing",
          "{}: the value is empty", "Value {} not in range {} to {}", "Print this help message and exit", "Usage", "Options",
          "Subcommands", "Positionals", "REQUIRED", "OPTIONS", "Needs", "Excludes", "SUBCOMMAND", "Display program version information and exit")

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
    for source in yaml.safe_load((BUILTIN / "sources.yaml").read_text("utf-8"))["sources"]:
        texts.add(source["licence"], "sources.yaml: licence")
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
    program = subprocess.run(["xgettext", "--from-code=UTF-8", "--language=C++", "--keyword=tr", "--keyword=tr_later", "--keyword=tr_text",
                              "--keyword=dngettext:2,3", "--add-comments=TRANSLATORS", "--no-location",
                              "--no-wrap", "--sort-output", "--output=-", *sources],
                             cwd=ROOT, check=True, capture_output=True, text=True).stdout
    head, _, body = program.partition("\n\n")
    body = body.replace("#, c-format\n", "")  # a per cent sign is none
    head = re.sub(r'"POT-Creation-Date: [^"]*"\n', "", head)
    texts = Texts()
    add_terms(texts)
    for confidence in CONFIDENCES:
        texts.add(confidence, "confidence of a clause")
    add_messages(texts)
    add_help(texts)
    for text in PARSER:
        texts.add(text, "the parser of the command line")
    add_builtin(texts)
    known = set(re.findall(r'^msgid (".*")$', body, flags=re.MULTILINE))
    out = [head, "", body.strip()]
    for text, where in texts.items():
        if quoted(text) not in known:
            out.append(f"\n#. {where[0]}\nmsgid {quoted(text)}\nmsgstr \"\"")
    print("\n".join(out))


main()
