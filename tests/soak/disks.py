# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that fills after a number of bytes of chance: a limit on the size of files, and where root allows a small tmpfs."""

import os
import shutil
import subprocess

import workspace as ws
from faults import check
from kills import same_pieces

EITHER = (0, 1)  # done, or failed with a sentence


def own_mounts():
    """Whether file systems can be mounted that end with this process."""
    return os.geteuid() == 0 and subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode == 0


class SmallDisk:
    """A folder with so many bytes."""

    def __init__(self, folder, size):
        folder.mkdir(exist_ok=True)
        self.folder = folder
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True)

    def __enter__(self):
        return self.folder

    def __exit__(self, *unused):
        subprocess.run(["umount", self.folder], check=True)


class Full:
    """An import, a training, a take or an export that finds no room; then there is room again."""

    what = "a sentence; what was there before is whole, and with more room the work is done as if nothing had been"

    def __init__(self, bench, mounts):
        self.bench, self.mounts, self.turn = bench, mounts, 0

    def __call__(self):
        work = (self.importing, self.training, self.generating, self.exporting)[self.turn // 2 % 4]
        small = self.mounts and self.turn % 2 == 1
        self.turn += 1
        room = self.bench.folder / "room"
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir()
        work(room, small)
        return True

    def tried(self, room, small, most, *arguments):
        """Runs a command that writes into `room`, with place for up to `most` bytes more."""
        program, bytes_left = self.bench.program, self.bench.program.dice.randrange(1, int(most))
        if not small:
            program.run(*arguments, codes=EITHER, files=bytes_left)
            return
        used = sum(file.stat().st_size for file in room.rglob("*") if file.is_file())
        disk = room.parent / "disk"
        blocks = sum(1 for _ in room.rglob("*")) * 4096 + 8192  # that end half empty
        with SmallDisk(disk, used + blocks + bytes_left) as folder:
            shutil.copytree(room, folder, dirs_exist_ok=True)
            program.run(*(str(a).replace(str(room), str(folder)) for a in arguments), codes=EITHER)
            shutil.rmtree(room)
            shutil.copytree(folder, room)

    def importing(self, room, small):
        place = room / "full.ricercar-db"
        most = 1.5 * self.bench.whole.stat().st_size
        self.tried(room, small, most, "import", "--workspace", place, "--threads", 1, self.bench.music)
        if place.exists() and place.stat().st_size > 0:
            self.bench.reopened(place)
            same_pieces(ws.pieces(place), self.bench.pieces, "a full disk")
        self.bench.program.run("import", "--workspace", place, self.bench.music)
        check(ws.pieces(place) == self.bench.pieces, "an import that was gone on with after a full disk is another one")

    def training(self, room, small):
        place = self.bench.copied("full", room)
        last = ws.runs_of(place) / "1/last.ricercar"
        step, before = ws.checkpoint(last)[0]["state"]["step"], ws.numbers(place)
        more = ("train", "--workspace", place, "--resume", "last", "--steps", step + 20)
        self.tried(room, small, 3 * last.stat().st_size, *more)
        self.bench.reopened(place)
        check(step <= ws.checkpoint(last)[0]["state"]["step"] <= step + 20, "a checkpoint of a full disk")
        found = ws.numbers(place)
        check(all(found.get(key) == value for key, value in before.items()), "a full disk changed a curve")
        self.bench.program.run(*more)
        check(ws.checkpoint(last)[0]["state"]["step"] == step + 20, "a run cannot be gone on with after a full disk")
        check(max(key[1] for key in ws.numbers(place)) == step + 20, "a curve ends at a full disk")

    def generating(self, room, small):
        take = room / "take.mid"
        take.write_bytes(b"a file of before")
        self.tried(room, small, 2 * len(self.bench.take), *self.bench.generate, "-o", take)
        check(take.read_bytes() in (b"a file of before", self.bench.take), "half a file on a full disk")

    def exporting(self, room, small):
        kind = self.bench.program.dice.choice(("csv", "midi", "npy"))
        size = 20_000 if kind == "midi" and not small else 300_000
        self.tried(room, small, size, "export", kind, "--workspace", self.bench.whole, "--out", room / kind)
        for file in [room / kind, *(room / kind).rglob("*")]:
            if file.is_file() and not file.name.startswith("."):
                whole = self.bench.exports / kind / file.relative_to(room / kind)
                check(file.read_bytes() == whole.read_bytes(), f"{file.name} is cut off by a full disk")
