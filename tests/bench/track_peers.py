#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Time, memory and result of `demarc track` and of peers on many days, as whole processes: README.md beside this file.

Usage: track_peers.py DEMARC DAYS.tar.xz UNITS.geojson [--runs N] [--without NAME,…]
"""
import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from whole_process import measure  # noqa: E402

PEERS = Path(__file__).resolve().parent / "peers"
MAPSHAPER = "mapshaper@0.7.70"


def held_of_last_day(text):
    """km² on the last day, and on all days together, of the holder of the control polygons."""
    lines = [line.split(",") for line in text.strip().splitlines()]
    head, rows = lines[0], lines[1:]
    if "holder" in head:
        rows = [row for row in rows if row[head.index("holder")] == "Russia"]
    date, km2 = head.index("date"), head.index("km2")
    last = max(row[date] for row in rows)
    return sum(float(row[km2]) for row in rows if row[date] == last), sum(float(row[km2]) for row in rows)


@contextlib.contextmanager
def postgis():
    """A server of its own on a socket in a folder of its own; none if PostGIS is not installed."""
    bins = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not bins or not list(Path("/usr/share/postgresql").glob("*/extension/postgis.control")):
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="demarc-bench-", dir="/tmp"))
    folder.chmod(0o755)
    data = folder / "data"
    data.mkdir()
    run_as = []
    if os.geteuid() == 0:
        shutil.chown(data, "postgres")
        shutil.chown(folder, "postgres")
        run_as = ["runuser", "-u", "postgres", "--"]
    quiet = {"stdout": subprocess.DEVNULL, "check": True, "cwd": folder}
    subprocess.run([*run_as, bins[-1] / "initdb", "-D", data, "-A", "trust", "-U", "postgres"], **quiet)
    settings = f"-c listen_addresses= -c unix_socket_directories={folder} -c shared_buffers=256MB -c max_worker_processes=4"
    subprocess.run([*run_as, bins[-1] / "pg_ctl", "-D", data, "-w", "-o", settings, "-l", folder / "log", "start"], **quiet)
    try:
        subprocess.run(["psql", "-qX", "-h", folder, "-U", "postgres", "-c", "CREATE EXTENSION postgis"], **quiet)
        yield folder
    finally:
        subprocess.run([*run_as, bins[-1] / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **quiet)
        shutil.rmtree(folder, ignore_errors=True)


def mapshaper_modules(folder):
    """node_modules with mapshaper from npm; None where npm or the network is not there."""
    if not shutil.which("npm"):
        return None
    done = subprocess.run(["npm", "install", "--prefix", folder, "--silent", MAPSHAPER], capture_output=True)
    return Path(folder) / "node_modules" if done.returncode == 0 else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("demarc")
    parser.add_argument("archive", help="a tar of control polygons, a GeoJSON file a day")
    parser.add_argument("units", help="the file that demarc has built in: layers/builtin/units.geojson")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--without", default="", help="peers to leave out")
    options = parser.parse_args()
    demarc, archive, units = (os.path.abspath(path) for path in (options.demarc, options.archive, options.units))
    with tempfile.TemporaryDirectory() as work, postgis() as server:
        with tarfile.open(archive) as tar:
            tar.extractall(work)
        folder = str(next(Path(work).rglob("*.geojson")).parent)
        python = "/usr/bin/python3"
        drawn = ["--fit-outline", "none"]  # what the peers measure
        entries = [("demarc", [demarc, "track", folder, "--csv", *drawn], held_of_last_day),
                   ("demarc, archive", [demarc, "track", archive, "--csv", *drawn], held_of_last_day),
                   ("demarc, fitted", [demarc, "track", folder, "--csv"], held_of_last_day)]
        for name in ("shapely", "geopandas", "spatialite"):
            entries.append((name, [python, str(PEERS / f"{name}_days.py"), folder, units], held_of_last_day))
        if server:
            os.environ["PGHOST"] = str(server)
            entries.append(("postgis", [python, str(PEERS / "postgis_days.py"), folder, units], held_of_last_day))
        modules = mapshaper_modules(work + "/npm")
        if modules:
            entries.append(("mapshaper", ["/usr/bin/node", str(PEERS / "mapshaper_days.cjs"), str(modules), folder, units],
                            held_of_last_day))
        entries = [entry for entry in entries if entry[0] not in options.without.split(",")]
        figures, results = measure(entries, options.runs)
        base = figures["demarc"]
        print(f"{len(list(Path(folder).glob('*.geojson')))} days; medians of {options.runs} interleaved runs; memory of the "
              "largest process, from the warm-up; PostGIS's server is not in CPU and memory")
        print(f"{'':18}{'wall s':>8}{'CPU s':>8}{'peak MiB':>10}{'wall':>8}{'memory':>8}{'last day km²':>15}{'all days km²':>16}")
        for name, (wall, cpu, memory) in figures.items():
            last, total = results[name]
            print(f"{name:18}{wall:8.2f}{cpu:8.2f}{memory / 1024:10.1f}{wall / base[0]:7.1f}x{memory / base[2]:7.1f}x"
                  f"{last:15.2f}{total:16.1f}")


main()
