# SPDX-License-Identifier: MIT
"""PostgreSQL with PostGIS on a loopback port of its own, in a folder that goes when it stops."""
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile

PASSWORD = "dnipro-secret 'q\\uoted"


def programs():
    for folder in sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        version = folder.parent.name
        if (folder / "initdb").exists() and pathlib.Path(f"/usr/share/postgresql/{version}/extension/postgis.control").exists():
            return folder
    sys.exit("PostgreSQL with PostGIS is missing: ./dev setup, or apt-get install postgresql-15 postgresql-15-postgis-3")


def free_port():
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return some.getsockname()[1]


class Database:
    """The server refuses root: as root it runs as the user that Debian's package makes."""

    def __enter__(self):
        self.bin = programs()
        self.port = free_port()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="demarc-pg-"))
        self.as_server = []
        if os.geteuid() == 0:
            server = pwd.getpwnam("postgres")
            os.chown(self.folder, server.pw_uid, server.pw_gid)
            self.as_server = ["setpriv", f"--reuid={server.pw_uid}", f"--regid={server.pw_gid}", "--clear-groups"]
        try:
            (self.folder / "password").write_text("admin")
            os.chmod(self.folder / "password", 0o644)
            self.run("initdb", "-D", self.data, "-U", "admin", "-A", "scram-sha-256", "--pwfile", self.folder / "password",
                     "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
            self.start()
            self.sql("CREATE DATABASE demarc", database="postgres")
            self.sql("CREATE EXTENSION postgis")
            quoted = PASSWORD.replace("'", "''")
            self.sql(f"SET standard_conforming_strings = on; CREATE ROLE reader LOGIN PASSWORD '{quoted}'")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if (self.data / "postmaster.pid").exists():
            self.run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def data(self):
        return self.folder / "data"

    def start(self):
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off -c log_min_messages=fatal"
        self.run("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "-o", options, "start")

    def run(self, program, *words):
        subprocess.run([*self.as_server, self.bin / program, *words], check=True, cwd=self.folder, timeout=120,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def sql(self, text, database="demarc"):
        ran = subprocess.run([self.bin / "psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "admin", "-d", database,
                              "-v", "ON_ERROR_STOP=1", "-qAt", "-f", "-"], input=text, text=True, check=True, timeout=120,
                             stdout=subprocess.PIPE, env=os.environ | {"PGPASSWORD": "admin"})
        return ran.stdout.strip()

    def name(self, tables="", user="reader", password=PASSWORD, database="demarc", port=None):
        """As it is typed, and as it may be shown."""
        place = f"host=127.0.0.1 port={port or self.port} dbname={database} user={user}"
        of_tables = f" tables={tables}" if tables else ""
        hidden = password.replace("\\", "\\\\").replace("'", "\\'")
        return f"PG:{place} password='{hidden}'{of_tables}", f"PG:{place}{of_tables}"
