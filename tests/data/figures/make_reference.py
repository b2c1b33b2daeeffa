#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Expected figures for tst_Figures, computed without Ricercar's code (Python 3.10 or later, no packages).

    ./make_reference.py > reference.txt

A line holds a roll as START:LENGTH:PITCH notes, what is to be said about it, and its passages of 8 bars:
    steps numerator denominator barOffset|notes|the nine figures in the order of Figure|first:length of each passage
The last line holds the 5th and 95th percentile of each figure over the lines before.
"""
import math
import random
from collections import Counter

MAJOR = {0, 2, 4, 5, 7, 9, 11}
MINOR = {0, 2, 3, 5, 7, 8, 10}


def whole_bars(steps, bar, offset):
    first = (bar - offset) % bar
    return [range(start, start + bar) for start in range(first, steps - bar + 1, bar)]


def figures(steps, bar, offset, notes):
    sounds = [set() for _ in range(steps)]  # (pitch, attacked here)
    for start, length, pitch in notes:
        for step in range(start, start + length):
            sounds[step].add((pitch, step == start))
    loud = [step for step in sounds if step]
    pitches = [pitch for _, _, pitch in notes]
    classes = Counter(pitch % 12 for pitch in pitches)
    scale = max(sum(count for c, count in classes.items() if (c - tonic) % 12 in mode)
                for tonic in range(12) for mode in (MAJOR, MINOR))
    bars = whole_bars(steps, bar, offset)
    onsets = [[any(attack for _, attack in sounds[step]) for step in steps_] for steps_ in bars]
    distances = [sum(a != b for a, b in zip(x, y)) / bar for x, y in zip(onsets, onsets[1:])]
    contents = [tuple(frozenset(sounds[step]) for step in steps_) for steps_ in bars]
    contents = [content for content in contents if any(content)]
    returning = sum(content in contents[:i] for i, content in enumerate(contents))
    return [
        len(notes) / (steps / bar),
        sum(map(len, sounds)) / len(loud),
        (steps - len(loud)) / steps,
        -sum(n / len(notes) * math.log2(n / len(notes)) for n in classes.values()),
        scale / len(notes),
        max(pitches) - min(pitches),
        1 - sum(distances) / len(distances) if distances else 1.0,
        returning / len(contents) if contents else 0.0,
        sum(length for _, length, _ in notes) / len(notes),
    ]


def passages(steps, bar, offset, bars):
    whole = whole_bars(steps, bar, offset)
    if len(whole) < 8:
        return []
    if len(whole) < bars:
        return [(0, steps)]
    return [(whole[i].start, bars * bar) for i in range(0, len(whole) - bars + 1, bars)]


def random_notes(generator, steps, bar):
    """Bars of a few patterns, so that some return."""
    patterns = []
    for _ in range(3):
        notes = []
        for pitch in generator.sample(range(40, 90), generator.randint(1, 5)):
            step = generator.randrange(0, 6)
            while step < bar:
                length = min(generator.randint(1, 6), bar - step)
                notes.append((step, length, pitch))
                step += length + generator.choice([0, 1, 2, 5])
        patterns.append(notes)
    patterns.append([])
    placed = []
    for start in range(0, steps, bar):
        for step, length, pitch in generator.choice(patterns):
            if start + step < steps:
                placed.append((start + step, min(length, steps - start - step), pitch))
    return sorted(placed) or [(0, 1, 60)]


def percentile(values, share):
    values = sorted(values)
    place = share * (len(values) - 1)
    low = math.floor(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (place - low) * (values[high] - values[low])


def main():
    generator = random.Random(2020)
    table = []
    for _ in range(40):
        numerator, denominator = generator.choice([(4, 4), (3, 4), (6, 8), (2, 2)])
        bar = numerator * 16 // denominator
        offset = generator.choice([0, 0, bar - 4, 2])
        steps = generator.randint(1, 20 * bar)
        notes = random_notes(generator, steps, bar)
        row = figures(steps, bar, offset, notes)
        table.append(row)
        print("|".join([
            f"{steps} {numerator} {denominator} {offset}",
            " ".join(f"{a}:{b}:{c}" for a, b, c in notes),
            " ".join(repr(float(value)) for value in row),
            " ".join(f"{first}:{length}" for first, length in passages(steps, bar, offset, 8))]))
    print(" ".join(repr(percentile(column, share)) for column in zip(*table) for share in (0.05, 0.95)))


main()
