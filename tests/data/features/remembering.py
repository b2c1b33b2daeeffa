#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference for the groups that the remembering layout adds, written from their definition alone, with a scan of the whole past;
run by hand: remembering.py > remembering.txt

A case is a line "case LOWEST HIGHEST ARTICULATION BAR_STEPS BAR_OFFSET STEPS", then a line of cells for each step (0 silent, 1 play,
3 play and articulate, lowest pitch first). A line "at T" (T the step t, -1 before the piece) is followed by a line for each pitch:
columns of the time axis from 79 on, a bar "|", and those of the note axis, each that is not zero as INDEX=VALUE.
"""
import math
import random


def jaccard(a, b):
    return len(a & b) / len(a | b) if a | b else 1.0


class Piece:
    def __init__(self, lowest, highest, articulation, bar_steps, bar_offset, rows):
        self.lowest, self.highest, self.bar = lowest, highest, bar_steps
        self.offset = bar_offset
        self.articulation = articulation
        self.cells = rows
        self.play = [frozenset(i for i, c in enumerate(row) if c) for row in rows]
        self.struck = [frozenset(i for i, c in enumerate(row) if c == 3 and articulation) for row in rows]

    def same(self, a, b):
        return self.play[a] == self.play[b] and self.struck[a] == self.struck[b]

    def length(self, t, s):
        """Steps before s that are the same as the last ones up to t."""
        count = 0
        while s - 1 - count >= 0 and self.same(s - 1 - count, t - count):
            count += 1
        return count

    def lowest_note(self, step):
        """Of a silent step: that of the last one that sounded."""
        while step >= 0 and not self.play[step]:
            step -= 1
        return min(self.play[step]) if step >= 0 else 0

    def shape(self, step):
        base = self.lowest_note(step)
        if not self.play[step]:
            return frozenset(), frozenset()
        return frozenset(i - base for i in self.play[step]), frozenset(i - base for i in self.struck[step])

    def moved_length(self, t, s):
        shift = self.lowest_note(t) - self.lowest_note(s - 1)
        count = 0
        while (s - 1 - count >= 0 and self.shape(s - 1 - count) == self.shape(t - count)
               and self.lowest_note(t - count) - self.lowest_note(s - 1 - count) == shift):
            count += 1
        return count, shift

    def echoes(self, t):
        """(place, grade, shift) of longest, second, transposed, soft; grade: a length, or the agreement."""
        none = (None, 0, 0)
        places = [(self.length(t, s), s) for s in range(1, t + 1)]
        best = max((p for p in places if p[0]), default=None)
        longest = (best[1], best[0], 0) if best else none
        second = none
        if best:
            others = [p for p in places if p[0] and not self.same(p[1], best[1])]
            if others:
                other = max(others)
                second = (other[1], other[0], 0)
        moved = []
        for s in range(1, t + 1):
            count, shift = self.moved_length(t, s)
            if count and shift:
                moved.append((count, s, shift))
        transposed = (max(moved)[1], max(moved)[0], max(moved)[2]) if moved else none
        soft, agreement = none, 0.0
        for s in range(t, 0, -1):  # the last 512 alone; the pieces here are shorter
            total, weight, k = 0.0, 1.0, 0
            while s - 1 - k >= 0:
                total += weight * jaccard(self.play[t - k], self.play[s - 1 - k])
                weight *= 0.8
                k += 1
            if total > agreement + 1e-9:
                agreement, soft = total, (s, total * 0.2, 0)
        return [longest, second, transposed, soft]

    def time_row(self, t, n):
        def play(step, i, shift=0):
            return 1.0 if step is not None and 0 <= step < len(self.play) and (i - shift) in self.play[step] and \
                0 <= i < len(self.cells[0]) else 0.0

        def struck(step, i, shift=0):
            return 1.0 if step is not None and 0 <= step < len(self.play) and (i - shift) in self.struck[step] else 0.0

        row = []
        echoes = self.echoes(t)
        for which, (place, grade, shift) in enumerate(echoes):
            if place is None:
                row += [0.0] * 11
                continue
            row += [play(place, n + d, shift) for d in range(-2, 3)] + [struck(place, n, shift), 1.0]
            row += [1.0 if grade >= least else 0.0 for least in ((0.5, 0.7, 0.85, 0.97) if which == 3 else (2, 4, 8, 16))]
        row += [play(echoes[0][0], n + d) for d in range(3, 13)]
        for bars in (1, 2, 4, 8):
            lag = bars * self.bar
            there = t + 1 - lag if t + 1 - lag >= 0 else None
            both = either = 0
            for k in range(max(1, self.bar // 2)):
                now = self.play[t - k] if t - k >= 0 else frozenset()
                then = self.play[t - k - lag] if t - k - lag >= 0 else frozenset()
                both += len(now & then)
                either += len(now | then)
            agreement = both / either if either else 0.0
            row += [play(there, n), struck(there, n), agreement, play(there, n) * agreement]
        sounding = silent = 0
        while t - sounding >= 0 and n in self.play[t - sounding]:
            sounding += 1
        while t - silent >= 0 and n not in self.play[t - silent]:
            silent += 1
        silent = 63 if t - silent < 0 else min(63, silent)  # never sounded
        row += [min(sounding, 16) / 16] + [1.0 if sounding >= k else 0.0 for k in (2, 4, 8)]
        row += [math.log2(1 + silent) / 6, 1.0 if silent < 63 else 0.0]
        bar = sum(1 for step in range(t + 1) if (step + self.offset) % self.bar == 0) - 1
        row += [float(bar % 8 >> bit & 1) for bit in range(3)]
        row += [play(t - 1, n + d) for d in range(-2, 3)]
        now = self.play[t] if t >= 0 else frozenset()
        below, above = sum(i < n for i in now), sum(i > n for i in now)
        row += [1.0 if below >= k else 0.0 for k in range(1, 5)] + [1.0 if above >= k else 0.0 for k in range(1, 5)]
        row += [len(now) / 8]
        counts = [0] * 12
        for step in range(t + 1):
            for i in self.play[step]:
                counts[(self.lowest + i) % 12] += 1
        row += [counts[(self.lowest + n + k) % 12] / max(1, max(counts)) for k in range(12)]
        return row

    def note_row(self, t, n):
        chosen = self.play[t + 1] if t + 1 < len(self.play) else frozenset()
        struck = self.struck[t + 1] if t + 1 < len(self.play) else frozenset()
        row = [1.0 if n - 1 in chosen else 0.0, 1.0 if n - 1 in struck else 0.0]
        row += [1.0 if n - k in chosen else 0.0 for k in range(2, 13)]
        below = [i for i in chosen if i < n]
        classes = {(self.lowest + i) % 12 for i in below}
        row += [1.0 if (self.lowest + n + k) % 12 in classes else 0.0 for k in range(12)]
        row += [len(below) / 4] + [1.0 if len(below) >= k else 0.0 for k in range(1, 5)]
        row += [min(1.0, (n - max(below)) / 24) if below else 1.0]
        echoes = self.echoes(t)
        for place, _, shift in echoes:
            row.append(1.0 if place is not None and n - shift in self.play[place] else 0.0)
        first = self.play[echoes[0][0]] if echoes[0][0] is not None else frozenset()
        row += [1.0 if sum(i > n for i in first) >= k else 0.0 for k in (1, 2, 3)]
        return row


def some_piece(rng, pitches, steps):
    """Phrases that return, some of them moved, with changes: a piece in which there is something to remember."""
    def phrase():
        rows, sounding = [], {}
        for _ in range(rng.randrange(3, 9)):
            row = [0] * pitches
            for i in list(sounding):
                if rng.random() < 0.5:
                    del sounding[i]
                else:
                    row[i] = 1 if rng.random() < 0.8 else 3
            while len(sounding) < 1 and rng.random() < 0.8:
                i = rng.randrange(pitches)
                sounding[i] = True
                row[i] = 3
            if rng.random() < 0.4:
                i = rng.randrange(pitches)
                sounding[i] = True
                row[i] = 3
            rows.append(row)
        return rows

    phrases = [phrase() for _ in range(3)]
    rows = []
    while len(rows) < steps:
        made = [list(row) for row in rng.choice(phrases)]
        if rng.random() < 0.3:
            by = rng.choice((-2, -1, 1, 2))
            made = [[row[i - by] if 0 <= i - by < pitches else 0 for i in range(pitches)] for row in made]
        if rng.random() < 0.3:
            row = rng.choice(made)
            row[rng.randrange(pitches)] = 3
        rows += made
    rows = rows[:steps]
    for step, row in enumerate(rows):  # valid: what begins is struck
        for i, cell in enumerate(row):
            if cell == 1 and (step == 0 or rows[step - 1][i] == 0):
                row[i] = 3
    return rows


def main():
    rng = random.Random(2026)
    for lowest, highest, articulation, bar, offset, steps in ((48, 60, 1, 4, 0, 40), (60, 71, 0, 6, 2, 72), (30, 44, 1, 8, 0, 90)):
        rows = some_piece(rng, highest - lowest + 1, steps)
        piece = Piece(lowest, highest, bool(articulation), bar, offset, rows)
        print("case", lowest, highest, articulation, bar, offset, steps)
        for row in rows:
            print(*row)
        for t in (-1, 0, 7, steps // 2, steps - 2, steps - 1):
            print("at", t)
            for n in range(highest - lowest + 1):
                time, note = piece.time_row(t, n), piece.note_row(t, n)
                assert len(time) == 105 and len(note) == 38
                print(*(f"{79 + i}={value:.9g}" for i, value in enumerate(time) if value), "|",
                      *(f"{i}={value:.9g}" for i, value in enumerate(note) if value))


main()
