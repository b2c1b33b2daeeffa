# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills of each command that writes, each followed by reopening and a comparison with what an undisturbed one made."""

import json
import shutil

import workspace as ws
from faults import check


def leftovers(folder):
    """What a killed command left beside its files, under names of its own."""
    return [file for file in folder.rglob(".*") if file.is_file()]


def same_pieces(found, whole, where):
    for key, piece in found.items():
        check(whole.get(key) == piece, f"{where}: {key} differs from an undisturbed import")


class Imports:
    what = "every piece told of is there, and each is as an undisturbed import made it"

    def __init__(self, bench):
        self.bench, self.place, self.before = bench, bench.folder / "import.ricercar-db", {}

    def __call__(self):
        bench = self.bench
        told = bench.program.killed("import", "import", "--json", "--workspace", self.place, "--threads", 1, bench.music)
        if not self.place.exists():
            return told is not None
        bench.reopened(self.place)
        found = ws.pieces(self.place)
        same_pieces(found, bench.pieces, "a killed import")
        check(found.keys() >= self.before.keys(), "a killed import lost pieces of an earlier one")
        with ws.opened(self.place) as database:
            ids = {row[0] for row in database.execute("SELECT id FROM piece")}
        for line in (told or "").splitlines(keepends=True):
            if line.endswith("\n") and (piece := json.loads(line))["type"] == "piece":
                check(piece["id"] in ids, f"the import told of {piece['path']} and has lost it")
        self.before = found
        if len(found) == len(bench.pieces):
            self.finish()
        return told is not None

    def finish(self):
        self.bench.program.run("import", "--workspace", self.place, self.bench.music)
        check(ws.pieces(self.place) == self.bench.pieces, "an import in several goes differs from one in one go")
        ws.remove(self.place)
        self.before = {}


class Trainings:
    what = "the checkpoint is whole and the curve goes on; at the end the weights are those of an undisturbed run"
    steps = 25

    def __init__(self, bench):
        self.bench, self.place, self.before = bench, bench.copied("train"), {}
        self.last = ws.runs_of(self.place) / "1/last.ricercar"
        self.targets = set()
        timed = bench.copied("timed")
        bench.program.lasts["train"] = bench.program.timed("train", "--workspace", timed, "--resume", "last", "--steps", 35)

    def __call__(self):
        bench = self.bench
        step = ws.checkpoint(self.last)[0]["state"]["step"]
        self.targets.add(step + self.steps)
        killed = bench.program.killed("train", "train", "--workspace", self.place, "--resume", "last", "--steps",
                                      step + self.steps) is not None
        bench.reopened(self.place)
        now = ws.checkpoint(self.last)[0]["state"]["step"]
        check(step <= now <= step + self.steps, f"a killed training stands at step {now}")
        found = ws.numbers(self.place)
        for key, value in found.items():
            check(self.before.get(key, value) == value, f"a killed training changed its curve at {key}")
        gone = [key for key in self.before.keys() - found.keys() if key[1] <= now]
        check(not gone, f"a killed training lost {gone[:3]} of its curve")
        self.before = found
        return killed

    def finish(self):
        """However often it was killed, it comes to the weights of a run that nobody disturbed."""
        program = self.bench.program
        total = ws.checkpoint(self.last)[0]["state"]["step"] + self.steps
        program.run("train", "--workspace", self.place, "--resume", "last", "--steps", total)
        undisturbed = self.bench.copied("undisturbed")
        program.run("train", "--workspace", undisturbed, "--resume", "last", "--steps", total)
        mine, other = (ws.checkpoint(ws.runs_of(place) / "1/last.ricercar") for place in (self.place, undisturbed))
        check(mine[1] == other[1], "the weights of a killed and resumed run are not those of an undisturbed one")
        # a target that was reached on the way was validated there
        curve = {key: value for key, value in ws.numbers(self.place).items()
                 if not (key[0] in ("epoch_loss", "validation") and key[1] in self.targets)}
        whole = {key: value for key, value in ws.numbers(undisturbed).items() if key in curve or key[1] not in self.targets}
        check(curve == whole, "the curve of a killed and resumed run is another one")


class Takes:
    what = "the file of before, or the whole new one, never a part"

    def __init__(self, bench):
        self.bench, self.file = bench, bench.folder / "take.mid"

    def __call__(self):
        before = None
        self.file.unlink(missing_ok=True)
        if self.bench.program.dice.random() < 0.5:
            before = b"a file of before"
            self.file.write_bytes(before)
        killed = self.bench.program.killed("generate", *self.bench.generate, "-o", self.file) is not None
        left = self.file.read_bytes() if self.file.exists() else None
        check(left in (before, self.bench.take), "half a file after a killed generate")
        return killed

    def finish(self):
        self.bench.program.run(*self.bench.generate, "-o", self.file)
        check(self.file.read_bytes() == self.bench.take, "the same seed gave another take")


class Exports:
    what = "each file there is whole, and the workspace is untouched"

    def __init__(self, bench):
        self.bench, self.out = bench, bench.folder / "exported"
        self.workspace = ws.everything(bench.whole)

    def __call__(self):
        kind = self.bench.program.dice.choice(("csv", "midi", "npy"))
        out = self.out / kind
        self.out.mkdir(exist_ok=True)
        killed = self.bench.program.killed(f"export {kind}", "export", kind, "--workspace", self.bench.whole, "--out", out)
        self.compare(kind)
        check(ws.everything(self.bench.whole) == self.workspace, "an export changed its workspace")
        if self.bench.program.dice.random() < 0.3:  # else the next one writes over it
            shutil.rmtree(self.out)
        return killed is not None

    def compare(self, kind):
        whole = self.bench.exports / kind
        for file in [self.out / kind, *(self.out / kind).rglob("*")]:
            if file.is_file() and not file.name.startswith("."):
                other = whole / file.relative_to(self.out / kind)
                check(other.exists() and other.read_bytes() == file.read_bytes(), f"{file} is not whole")

    def finish(self):
        self.out.mkdir(exist_ok=True)
        for kind in ("csv", "midi", "npy"):
            self.bench.program.run("export", kind, "--workspace", self.bench.whole, "--out", self.out / kind)
            self.compare(kind)


class Migrations:
    what = "of the old version or of the new one, with all of its content"

    def __init__(self, bench):
        self.bench, self.place = bench, bench.folder / "older.ricercar-db"
        self.olds, self.migrated = {}, {}
        for version in range(1, ws.newest()):
            self.olds[version] = bench.folder / f"version-{version}.ricercar-db"
            ws.older(self.olds[version], version, bench.trained)
            self.begin(version)
            bench.reopened(self.place)
            self.migrated[version] = ws.everything(self.place)
            check(len(ws.pieces(self.place)) == len(bench.pieces), f"pieces of version {version} are lost")
        self.begin(1)
        bench.program.lasts["migration"] = bench.program.timed("dataset", "--workspace", self.place)

    def begin(self, version):
        ws.remove(self.place)
        shutil.copy(self.olds[version], self.place)

    def __call__(self):
        version = self.bench.program.dice.choice(list(self.olds))
        self.begin(version)
        killed = self.bench.program.killed("migration", "dataset", "--workspace", self.place) is not None
        aside = self.bench.folder / "aside.ricercar-db"
        ws.remove(aside)
        for file, copy in zip(ws.companions(self.place), ws.companions(aside)):
            if file.exists():
                shutil.copy(file, copy)
        stands = ws.sound(aside)
        check(stands in (version, ws.newest()), f"a killed migration from version {version} stands at {stands}")
        self.bench.reopened(self.place)
        same = ws.everything(self.place) == self.migrated[version]
        check(same, f"a killed migration from version {version} ends differently")
        return killed

    def finish(self):
        pass
