#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference for the 79 features, written from their definition alone; run by hand: reference.py > reference.txt

A case is a line "case LOWEST HIGHEST COUNTS STEP_IN_BAR cells..." (cells: 0 silent, 1 play, 3 play and articulate, lowest pitch first),
then a line for each pitch: the features that are not zero as INDEX=VALUE.
"""
import random


def features(lowest, highest, counts, step_in_bar, cells):
    state = {lowest + i: cell for i, cell in enumerate(cells)}
    for n in range(lowest, highest + 1):
        row = []
        for m in range(n - 12, n + 13):  # an octave below, itself, an octave above
            cell = state.get(m, 0)
            row += [1.0 if cell in (1, 3) else 0.0, 1.0 if cell == 3 else 0.0]
        row.append(n / 127)
        row += [1.0 if n % 12 == c else 0.0 for c in range(12)]
        playing = [sum(1 for m, cell in state.items() if cell and m % 12 == c) for c in range(12)]
        row += [float(playing[(n + i) % 12] if counts == "relative" else playing[i]) for i in range(12)]
        row += [float(digit) for digit in reversed(format(step_in_bar % 16, "04b"))]
        assert len(row) == 79
        yield row


def main():
    rng = random.Random(2026)
    for lowest, highest in ((21, 108), (0, 127), (24, 101), (60, 60), (48, 71)):
        for counts in ("relative", "absolute"):
            step = rng.randrange(23)
            cells = [rng.choice((0, 0, 0, 0, 1, 3)) for _ in range(lowest, highest + 1)]
            print("case", lowest, highest, counts, step, *cells)
            for row in features(lowest, highest, counts, step, cells):
                print(*(f"{i}={value:.9g}" for i, value in enumerate(row) if value))


main()
