# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads MIDI files with mido: a worker of ricercar-bench. The argument is a list of files, a line each.

Says "ready", answers each line "go" with the milliseconds it took to read them all.
"""
import io
import sys
import time

import mido


def main():
    with open(sys.argv[1], encoding="utf-8", errors="surrogateescape") as listed:
        files = []
        for line in listed:
            with open(line.rstrip("\n"), "rb") as file:
                files.append(file.read())
    print("ready 1", flush=True)
    for order in sys.stdin:
        if order.strip() != "go":
            break
        begun = time.perf_counter()
        for content in files:
            try:
                mido.MidiFile(file=io.BytesIO(content))
            except (OSError, ValueError, EOFError, IndexError, KeyError):  # what mido cannot read
                pass
        print(f"ms {(time.perf_counter() - begun) * 1e3}", flush=True)
    print("done 1", flush=True)


if __name__ == "__main__":
    main()
