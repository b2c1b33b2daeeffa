# SPDX-License-Identifier: GPL-3.0-or-later
"""What a workspace and a checkpoint hold, read without the program; workspaces of older versions."""

import hashlib
import json
import re
import shutil
import sqlite3
import struct
from pathlib import Path

from faults import check

SCHEMA = Path(__file__).resolve().parents[2] / "core/dataset/Schema.cpp"
APPLICATION = 0x52696365


def migrations():
    """The statements that bring version n to n + 1."""
    return re.findall(r'R"\((.*?)\)"', SCHEMA.read_text(), re.S)


def newest():
    return len(migrations())


def companions(path):
    return [Path(str(path) + end) for end in ("", "-wal", "-shm")]


def remove(path):
    for file in companions(path):
        file.unlink(missing_ok=True)
    shutil.rmtree(runs_of(path), ignore_errors=True)


def runs_of(path):
    return Path(path).with_suffix(".runs")


def opened(path):
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    return database


def sound(path):
    with opened(path) as database:
        check(database.execute("PRAGMA integrity_check").fetchone()[0] == "ok", f"{path} is damaged")
        check(not database.execute("PRAGMA foreign_key_check").fetchall(), f"{path} points to what is not there")
        return database.execute("PRAGMA user_version").fetchone()[0]


def everything(path):
    """Each table with all of its rows."""
    with opened(path) as database:
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: sorted((tuple(row) for row in database.execute(f"SELECT * FROM {name}")), key=repr) for name in names}


def pieces(path):
    """All that is stored of each piece, by its file and part; without the numbers that depend on the order of import."""
    def rows(table):
        return {row[0]: tuple(row)[1:] for row in database.execute(f"SELECT * FROM {table}")}

    with opened(path) as database:
        rolls, sources = rows("roll"), rows("source")
        versions = {}
        for row in database.execute("SELECT * FROM version ORDER BY number"):
            kept = {key: row[key] for key in row.keys() if key not in ("id", "piece_id")}
            versions.setdefault(row["piece_id"], []).append((kept, rolls.get(row["id"])))
        found = {}
        for row in database.execute("SELECT * FROM piece"):
            kept = {key: row[key] for key in row.keys() if key != "id"}
            found[row["file_hash"], row["part"]] = (kept, versions.get(row["id"]), sources.get(row["file_hash"]))
        return found


def numbers(path):
    """The numbers of the last run's curves, by series and step."""
    with opened(path) as database:
        rows = database.execute("SELECT series, step, value FROM metric WHERE run_id = (SELECT max(id) FROM run)").fetchall()
    found = {(row["series"], row["step"]): row["value"] for row in rows}
    check(len(found) == len(rows), f"{path} has a number twice")
    return found


def checkpoint(path):
    """Its header and its tensors, checked against its sum."""
    data = Path(path).read_bytes()
    check(hashlib.sha256(data[:-64]).hexdigest().encode() == data[-64:], f"{path} is not whole")
    length = struct.unpack_from("<I", data, 12)[0]
    return json.loads(data[16:16 + length]), data[16 + length:-64]


def columns(database, table):
    return [row["name"] for row in database.execute(f"PRAGMA {table}")]


def older(path, version, now):
    """Makes a workspace of an older version with what the workspace `now` holds: its pieces as they were imported, and runs."""
    remove(path)
    with opened(path) as database:
        database.executescript(migrations()[0])
        database.execute("ATTACH ? AS now", (str(now),))
        origin = {}
        for column in columns(database, "main.table_info(piece)"):
            origin[column] = ("p." if column in columns(database, "now.table_info(piece)") else "v.") + column
        database.execute(f"INSERT INTO piece ({', '.join(origin)}) SELECT {', '.join(origin.values())} FROM now.piece p "
                         "JOIN now.version v ON v.piece_id = p.id AND v.number = 0")
        database.execute("INSERT INTO roll SELECT v.piece_id, r.lowest, r.highest, r.steps, r.meter_numerator, "
                         "r.meter_denominator, r.bar_offset, r.cells FROM now.roll r JOIN now.version v ON v.id = r.version_id "
                         "WHERE v.number = 0")
        for table in ("run", "metric"):
            names = ", ".join(columns(database, f"main.table_info({table})"))
            database.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM now.{table}")
        # curves long enough that bringing them to a newer version takes a while
        database.execute("INSERT INTO metric (run_id, series, step, epoch, seconds, value) "
                         "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
                         "SELECT (SELECT max(id) FROM run), 'loss', 1000000 + i, 1, i, 0.5 FROM n")
        database.commit()
        database.execute("DETACH now")
        for statements in migrations()[1:version]:
            database.executescript(statements)
        database.execute(f"PRAGMA user_version = {version}")
        database.execute(f"PRAGMA application_id = {APPLICATION}")
    database.close()
