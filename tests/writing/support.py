# SPDX-License-Identifier: MIT
"""What the tests of writing share: a target in two versions, and what may be found of it."""
import json
import os
import pathlib
import subprocess
import sys

PLANS = "freeze", "us-28-point"  # the old and the new content
FORMATS = "geojson", "gpkg", "shp", "kml", "kmz", "fgb", "csv"
failures = []


def check(fine, words):
    if not fine:
        failures.append(words)
        print("FAILED  " + words, flush=True)
    return fine


def finish(words):
    print(f"{len(failures)} failures; {words}")
    sys.exit(1 if failures else 0)


class Target:
    """An export in a folder of its own, and how it looks once it holds the one plan or the other."""

    def __init__(self, demarc, folder, ending):
        self.demarc, self.ending = demarc, ending
        self.folder = pathlib.Path(folder) / ending
        self.folder.mkdir()
        self.file = self.folder / f"o.{ending}"
        self.clean = []
        for plan in PLANS:
            subprocess.run(self.command(plan), check=True, capture_output=True)
            self.clean.append((self.bytes(), self.measured()))

    def command(self, plan):
        if self.ending == "png":
            return [self.demarc, "view", plan, "--screenshot", self.file, "--size", "640x480", "--overwrite"]
        return [self.demarc, "export", plan, self.file, "--overwrite"]

    def bytes(self):
        return {path.name: path.read_bytes() for path in self.folder.glob("o.*")}

    def measured(self):
        """What a reader makes of it; nothing where it cannot be read."""
        if self.ending == "png":
            return None
        run = subprocess.run([self.demarc, "measure", self.file, "--json"], capture_output=True, check=False)
        if run.returncode != 0:
            return None
        return sorted(str({key: row[key] for key in row if key != "receipt"}) for row in json.loads(run.stdout))

    def content(self):
        """0 or 1: the plan that it holds, whole; None if it holds neither. A GeoPackage has a time in it. A receipt
        beside a file comes last: it may be missing, and is never that of another file."""
        now = self.bytes()
        for version, (clean, _) in enumerate(self.clean):
            if self.with_receipt(now, clean) == clean:
                return version
        measured = self.measured()
        for version, (clean, known) in enumerate(self.clean):
            if measured is not None and measured == known and self.with_receipt(now, clean).keys() == clean.keys():
                return version
        return None

    def with_receipt(self, now, clean):
        beside = f"{self.file.name}.receipt.json"
        return {beside: clean[beside], **now} if self.ending != "shp" and beside in clean else now

    def leftovers(self):
        return [path for path in self.folder.iterdir() if path.name.startswith(".demarc")]

    def next_run(self):
        """Another file into the same folder, which clears what the dead left there."""
        other = self.folder / "other.geojson"
        subprocess.run([self.demarc, "export", "as-held", other, "--layer", "places", "--overwrite"], check=True,
                       capture_output=True)
        other.unlink()


def paints(demarc, folder):
    """Is there an OpenGL to paint with?"""
    picture = os.path.join(folder, "probe.png")
    run = subprocess.run([demarc, "view", "freeze", "--screenshot", picture], capture_output=True, check=False)
    return run.returncode == 0
