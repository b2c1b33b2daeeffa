#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Expected figures for tst_Statistics, computed without Ricercar's code (Python 3.10 or later, no packages).

    ./make_reference.py > reference.txt

A line holds a roll of 16 steps a bar, as START:LENGTH:PITCH notes, and what is to be said about it:
    steps|notes|count lowest highest mean max median emptyBars bars|tonic minor correlation margin
"""
import random
import statistics

MAJOR = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88]
MINOR = [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17]


def key_of(weights):
    results = []
    for tonic in range(12):
        for minor, profile in ((0, MAJOR), (1, MINOR)):
            moved = [profile[(pitch - tonic) % 12] for pitch in range(12)]
            results.append((statistics.correlation(weights, moved), tonic, minor))
    results.sort(key=lambda item: -item[0])
    return results[0][1], results[0][2], results[0][0], results[0][0] - results[1][0]


def line(steps, notes):
    weights = [0] * 12
    sounding = [0] * steps
    for start, length, pitch in notes:
        for step in range(start, start + length):
            sounding[step] += 1
            weights[pitch % 12] += 1
    active = [n for n in sounding if n]
    bars = [sounding[i:i + 16] for i in range(0, steps, 16)]
    pitches = [pitch for _, _, pitch in notes]
    tonic, minor, correlation, margin = key_of(weights)
    print("|".join([
        str(steps),
        " ".join(f"{a}:{b}:{c}" for a, b, c in notes),
        f"{len(notes)} {min(pitches)} {max(pitches)} {statistics.mean(active)!r} {max(active)}"
        f" {float(statistics.median(active))!r} {sum(not any(bar) for bar in bars)} {len(bars)}",
        f"{tonic} {minor} {correlation!r} {margin!r}"]))


def random_notes(generator, steps):
    notes = []
    for pitch in generator.sample(range(21, 109), generator.randint(2, 12)):
        step = generator.randrange(0, 20)
        while step < steps:
            length = min(generator.randint(1, 8), steps - step)
            notes.append((step, length, pitch))
            step += length + generator.choice([0, 1, 7, 40])
    return sorted(notes)


def main():
    generator = random.Random(1982)
    for _ in range(30):
        steps = generator.randint(20, 100)
        line(steps, random_notes(generator, steps))


main()
