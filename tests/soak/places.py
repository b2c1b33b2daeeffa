# SPDX-License-Identifier: GPL-3.0-or-later
"""Workspaces that are moved, copied while they are written, newer than the program, or whose clock was set back."""

import hashlib
import os
import shutil
import subprocess
import time
from pathlib import Path

import workspace as ws
from faults import check
from kills import same_pieces


class Moved:
    what = "the same content elsewhere, and its run goes on there"

    def __init__(self, bench):
        self.bench = bench

    def __call__(self):
        place = self.bench.copied("before-the-move")
        content = ws.everything(place)
        elsewhere = self.bench.folder / "else where" / "moved.ricercar-db"
        elsewhere.parent.mkdir(exist_ok=True)
        ws.remove(elsewhere)
        for file, to in zip(ws.companions(place), ws.companions(elsewhere)):
            if file.exists():
                file.rename(to)
        ws.runs_of(place).rename(ws.runs_of(elsewhere))
        self.bench.reopened(elsewhere)
        check(ws.everything(elsewhere) == content, "a moved workspace is another one")
        step = ws.checkpoint(ws.runs_of(elsewhere) / "1/last.ricercar")[0]["state"]["step"]
        self.bench.program.run("train", "--workspace", elsewhere, "--resume", "last", "--steps", step + 5)
        return True


class WhileWritten:
    """Copies, or moves, the files of a workspace while pieces come in: what no program can forbid."""

    what = "pieces as they were written, or a sentence; what was copied is not harmed"

    def __init__(self, bench):
        self.bench, self.refused = bench, 0

    def __call__(self):
        bench = self.bench
        source, other = bench.folder / "written.ricercar-db", bench.folder / "taken.ricercar-db"
        ws.remove(source)
        ws.remove(other)
        move = bench.program.dice.random() < 0.3
        process = bench.program.begin("import", "--workspace", source, "--threads", 1, bench.music)
        try:
            process.wait(bench.program.dice.uniform(0.8 * bench.program.started, bench.program.lasts["import"]))
        except subprocess.TimeoutExpired:
            pass
        for file, to in zip(ws.companions(source)[:2], ws.companions(other)):
            try:
                (shutil.move if move else shutil.copy)(file, to)
            except FileNotFoundError:
                pass
        bench.program.end(process, (0, 1) if move else (0,))
        if other.exists():
            self.look(other)
        if not move:
            bench.reopened(source)
            check(ws.pieces(source) == bench.pieces, "a workspace was harmed by being copied")
        return True

    def look(self, other):
        done = self.bench.program.begin("export", "csv", "--workspace", other, "--out", self.bench.folder / "taken.csv")
        self.bench.program.end(done, (0, 1))
        if done.returncode == 0:
            same_pieces(ws.pieces(other), self.bench.pieces, "a copy")
        else:
            self.refused += 1


class Newer:
    what = "refused with a sentence, and not a byte of it is touched"

    def __init__(self, bench):
        self.bench = bench

    def __call__(self):
        bench, place = self.bench, self.bench.copied("newer")
        with ws.opened(place) as database:
            database.execute(f"PRAGMA user_version = {ws.newest() + bench.program.dice.randint(1, 90)}")
        database.close()
        before = self.files(place)
        export = ("export", "csv", "--out", bench.folder / "newer.csv")
        for command in (("import", bench.music), ("train", "--resume", "last"), ("dataset",), export):
            process = bench.program.begin(*command, "--workspace", place)
            _, said = process.communicate()
            check(process.returncode == 1, f"{command[0]} of a newer workspace: exit code {process.returncode}")
            check("newer" in said, f"{command[0]} of a newer workspace says: {said}")
            check(self.files(place) == before, f"{command[0]} touched a newer workspace")
        return True

    def files(self, place):
        files = [*place.parent.glob("newer.ricercar-db*"), *ws.runs_of(place).rglob("*")]
        return {file: hashlib.sha256(file.read_bytes()).digest() for file in files if file.is_file()}


class SetBack:
    """The clock goes back while a run is trained (where Debian's package faketime is there), and files come from the future."""

    what = "the run goes on; its curve is that of an undisturbed one, and its time does not go back"
    library = next(iter(Path("/usr/lib").glob("*/faketime/libfaketime.so.1")), None)

    def __init__(self, bench):
        self.bench = bench

    def __call__(self):
        bench, place = self.bench, self.bench.copied("clock")
        step = ws.checkpoint(ws.runs_of(place) / "1/last.ricercar")[0]["state"]["step"] + 50
        future = time.time() + bench.program.dice.uniform(1e5, 1e8)
        for file in [place, *ws.runs_of(place).rglob("*")]:
            os.utime(file, (future, future))
        (ws.runs_of(place) / "1/owner").write_text('{"host": "elsewhere", "process": 1, "since": "2199-01-01T00:00:00Z"}')
        os.utime(ws.runs_of(place) / "1/owner", (future, future))
        self.train(place, step)
        plain = bench.copied("clock-undisturbed")
        bench.program.run("train", "--workspace", plain, "--resume", "last", "--steps", step)
        check(ws.numbers(place) == ws.numbers(plain), "a clock that was set back changed a curve")
        with ws.opened(place) as database:
            seconds = [row[0] for row in database.execute("SELECT seconds FROM metric WHERE series = 'loss' ORDER BY step")]
        check(seconds == sorted(seconds) and seconds[0] >= 0, "the time of a run went back with the clock")
        return True

    def train(self, place, step):
        program, env = self.bench.program, dict(os.environ)
        clock = self.bench.folder / "clock.txt"
        if self.library:
            clock.write_text("+0\n")
            env.update(LD_PRELOAD=str(self.library), FAKETIME_TIMESTAMP_FILE=str(clock), FAKETIME_NO_CACHE="1",
                       FAKETIME_DONT_FAKE_MONOTONIC="1")
        process = program.begin("train", "--workspace", place, "--resume", "last", "--steps", step, env=env)
        try:
            process.wait(program.dice.uniform(program.started, program.lasts["train"]))
        except subprocess.TimeoutExpired:
            pass
        clock.write_text(f"-{program.dice.randint(1, 400)}d\n")
        program.end(process)
