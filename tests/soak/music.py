# SPDX-License-Identifier: GPL-3.0-or-later
"""MIDI files of chance: four-part music in 4/4, enough of it that taking it in lasts a while."""

import random


def length(value):
    """A number as MIDI files write it."""
    digits = [value & 0x7F]
    while value := value >> 7:
        digits.append(0x80 | value & 0x7F)
    return bytes(reversed(digits))


def tune(dice):
    events = []
    for voice, lowest in enumerate((40, 50, 60, 70)):
        tick = 0
        while tick < 16 * 1920:
            lasts = dice.choice((240, 480, 480, 960))
            pitch = lowest + dice.choice((0, 2, 4, 5, 7, 9, 11, 12))
            events += [(tick, 1, bytes((0x90 | voice, pitch, dice.randint(50, 100)))),
                       (tick + lasts, 0, bytes((0x80 | voice, pitch, 0)))]
            tick += lasts
    data, now = bytes.fromhex("00ff580404021808"), 0
    for tick, _, event in sorted(events):
        data += length(tick - now) + event
        now = tick
    data += bytes.fromhex("00ff2f00")
    return b"MThd" + bytes.fromhex("00000006000000010" + "1e0") + b"MTrk" + len(data).to_bytes(4, "big") + data


def write(folder, count, seed):
    dice = random.Random(seed)
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:04}.mid").write_bytes(tune(dice))
