# SPDX-License-Identifier: MIT
"""The program beside a server of its own: what it prints and says, never with the password."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from server import PASSWORD, Database

DEMARC = os.path.abspath(sys.argv.pop(1))

HELD = {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"name": "east"},
     "geometry": {"type": "Polygon", "coordinates": [[[37.0, 46.5], [41.0, 46.5], [41.0, 50.5], [37.0, 50.5], [37.0, 46.5]],
                                                     [[37.5, 47.9], [37.5, 48.3], [37.9, 48.3], [37.9, 47.9], [37.5, 47.9]]]}},
    {"type": "Feature", "properties": {"name": "south"},
     "geometry": {"type": "MultiPolygon", "coordinates": [[[[33.0, 44.0], [36.8, 44.0], [36.8, 46.3], [33.0, 46.3], [33.0, 44.0]]]]}}]}


class Commands(unittest.TestCase):
    tables = ""

    @classmethod
    def setUpClass(cls):
        cls.database = cls.enterClassContext(Database())
        cls.database.sql(cls.tables)

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        (self.folder / "held.geojson").write_text(json.dumps(HELD))
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
        self.environment |= {"LC_ALL": "C.UTF-8", "HOME": str(self.folder), "SOURCE_DATE_EPOCH": "1795651200"}

    def start(self, *words, **environment):
        return subprocess.Popen([DEMARC, *words], cwd=self.folder, env=self.environment | environment, text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def demarc(self, *words, status=0, **environment):
        """What it prints and says; never the password, nor a part of it."""
        ran = self.start(*words, **environment)
        out, said = ran.communicate(timeout=100)
        self.assertEqual(ran.returncode, status, said)
        for part in (PASSWORD, "dnipro-secret", "uoted"):
            self.assertNotIn(part, out + said)
        return out, said

    def refused(self, *words, status=1, **environment):
        out, said = self.demarc(*words, status=status, **environment)
        self.assertEqual(out, "")
        self.assertEqual(said.count("error:"), 1, said)
        return said
