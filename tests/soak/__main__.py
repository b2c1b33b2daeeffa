# SPDX-License-Identifier: GPL-3.0-or-later
"""See scripts/soak."""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import disks
import kills
import music
import places
import workspace as ws
from faults import Failure, Program, check

PIECES = 1000
# a constant learning rate: that of any other schedule depends on the target, which each kill moves
CONFIG = {"time_hidden": [4], "note_hidden": [4], "window": 8, "batch": 2, "threads": 1, "steps": 100000, "schedule": "constant",
          "warmup": 0}


class Bench:
    """What an undisturbed program makes: the measure of all others."""

    def __init__(self, program, folder, seed):
        self.program, self.folder, self.music = program, folder, folder / "music"
        music.write(self.music, PIECES, seed)
        self.whole, self.exports = folder / "whole.ricercar-db", folder / "exports"
        program.lasts["import"] = program.timed("import", "--workspace", self.whole, "--threads", 1, self.music)
        self.pieces = ws.pieces(self.whole)
        check(len(self.pieces) == PIECES, "the music to begin with cannot be imported")
        self.exports.mkdir()
        for kind in ("csv", "midi", "npy"):
            seconds = program.timed("export", kind, "--workspace", self.whole, "--out", self.exports / kind)
            program.lasts[f"export {kind}"] = seconds
        self.trained = folder / "trained.ricercar-db"
        shutil.copy(self.whole, self.trained)
        config = folder / "tiny.json"
        config.write_text(json.dumps(CONFIG))
        program.run("train", "--workspace", self.trained, "--config", config, "--steps", 10)
        self.generate = ("generate", "--checkpoint", ws.runs_of(self.trained) / "1/best.ricercar", "--bars", 2, "--seed", 7)
        program.lasts["generate"] = program.timed(*self.generate, "-o", folder / "first.mid")
        self.take = (folder / "first.mid").read_bytes()

    def copied(self, name, folder=None):
        """A copy of the trained workspace, its run included."""
        place = (folder or self.folder) / f"{name}.ricercar-db"
        ws.remove(place)
        shutil.copy(self.trained, place)
        shutil.copytree(ws.runs_of(self.trained), ws.runs_of(place))
        return place

    def reopened(self, place):
        """By the program first, which has to mend what a kill left; then by SQLite's own checks."""
        self.program.run("export", "csv", "--workspace", place, "--out", self.folder / "reopened.csv")
        check(ws.sound(place) == ws.newest(), f"{place} is of another version than the program")


def survive(name, work, count, table):
    """Goes on until there were so many accidents."""
    begin, tries, done = time.monotonic(), 0, 0
    while done < count:
        tries += 1
        done += bool(work())
        check(tries < 10 * count + 20, f"{name}: it cannot be hit")
    if hasattr(work, "finish"):
        work.finish()
    table.append((name, done, tries, time.monotonic() - begin, work.what))
    print(f"  {name}: {done}", flush=True)


def report(table, bench, seed, begin):
    print(f"\n{'accident':<28}{'survived':>9}{'of tries':>9}{'seconds':>9}  afterwards")
    for name, done, tries, seconds, what in table:
        print(f"{name:<28}{done:>9}{tries:>9}{seconds:>9.0f}  {what}")
    left = len(kills.leftovers(bench.folder))
    print(f"{bench.program.kills} kills in {time.monotonic() - begin:.0f} s, seed {seed}. "
          f"Files left beside others, under names of their own: {left}.")


def soak(arguments, folder):
    begin = time.monotonic()
    program = Program(arguments.program, arguments.seed)
    bench, table = Bench(program, folder, arguments.seed), []
    few = max(4, arguments.kills // 20)
    each = (arguments.kills + 4) // 5
    print(f"A start takes {program.started:.2f} s, an import {program.lasts['import']:.2f} s.", flush=True)
    survive("import killed", kills.Imports(bench), each, table)
    survive("training killed", kills.Trainings(bench), each, table)
    survive("generating killed", kills.Takes(bench), each, table)
    survive("export killed", kills.Exports(bench), each, table)
    survive("migration killed", kills.Migrations(bench), arguments.kills - 4 * each, table)
    mounts = disks.own_mounts() and os.environ.get("RICERCAR_SOAK_MOUNTS") == "1"
    full = "disk full" if mounts else "disk full (files alone)"
    survive(full, disks.Full(bench, mounts), max(8, arguments.kills // 10), table)
    survive("moved", places.Moved(bench), few, table)
    survive("copied while written", places.WhileWritten(bench), 2 * few, table)
    survive("newer than the program", places.Newer(bench), few // 2, table)
    clock = "clock set back" if places.SetBack.library else "files from the future"
    survive(clock, places.SetBack(bench), few, table)
    report(table, bench, arguments.seed, begin)


def main():
    parser = argparse.ArgumentParser(prog="scripts/soak", description="Kills the programs and takes their disk away.")
    parser.add_argument("kills", nargs="?", type=int, default=200)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    parser.add_argument("--program", default=os.environ.get("RICERCAR_CLI", "build/dev/bin/ricercar-cli"))
    arguments = parser.parse_args()
    if not os.access(arguments.program, os.X_OK):
        sys.exit(f"There is no {arguments.program}: build it first, or set RICERCAR_CLI.")
    arguments.program = Path(arguments.program).resolve()
    folder = Path(tempfile.mkdtemp(prefix="ricercar-soak-"))
    try:
        soak(arguments, folder)
    except Failure as failure:
        sys.exit(f"soak: {failure}\nWhat is left of it: {folder}")
    shutil.rmtree(folder)


main()
