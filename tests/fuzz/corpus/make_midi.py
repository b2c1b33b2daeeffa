#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the seed files of fuzz_MidiFile: one rule of Standard MIDI Files, or one kind of damage, in each.

    cd tests/fuzz/corpus && ./make_midi.py
"""
import pathlib
import struct

END = b"\x00\xff\x2f\x00"


def chunk(name, data, claimed=None):
    return name + struct.pack(">I", len(data) if claimed is None else claimed) + data


def header(form, tracks, division):
    return chunk(b"MThd", struct.pack(">HHH", form, tracks, division))


def track(*events, end=END, claimed=None):
    return chunk(b"MTrk", b"".join(events) + end, claimed)


def note(pitch, channel=0, delta=0, length=48, velocity=80):
    return bytes([delta, 0x90 | channel, pitch, velocity, length, 0x80 | channel, pitch, 0])


def meter(numerator, power, delta=0):
    return bytes([delta, 0xFF, 0x58, 4, numerator, power, 24, 8])


def tempo(micros, delta=0):
    return bytes([delta, 0xFF, 0x51, 3]) + micros.to_bytes(3, "big")


SCALE = b"".join(note(pitch) for pitch in (60, 62, 64, 65, 67, 69, 71, 72))
HEAD = header(0, 1, 96)
SEEDS = {
    "empty-track": HEAD + track(),
    "scale": HEAD + track(SCALE),
    "running-status": HEAD + track(bytes([0, 0x90, 60, 80, 24, 60, 0, 0, 62, 80, 24, 62, 0])),
    "format-1": header(1, 3, 480) + track(tempo(400000), meter(3, 2)) + track(SCALE) + track(note(36, 9), note(48, 1)),
    "format-2": header(2, 2, 120) + track(SCALE) + track(note(60, 2)),
    "format-9": header(9, 1, 96) + track(SCALE),
    "smpte": header(0, 1, 0xE728) + track(tempo(500000), SCALE, tempo(300000), SCALE),
    "smpte-drop": header(0, 1, 0xE350) + track(SCALE),
    "division-0": header(0, 1, 0) + track(SCALE),
    "meters": HEAD + track(meter(3, 2), SCALE, meter(6, 3), SCALE, meter(37, 5), SCALE, meter(2, 1), SCALE),
    "pickup": HEAD + track(meter(1, 2), note(60, length=96), meter(4, 2), SCALE, SCALE),
    "pedal": HEAD + track(bytes([0, 0xB0, 64, 127]), SCALE, bytes([9, 0xB0, 64, 0]), SCALE),
    "events": HEAD + track(bytes([0, 0xC0, 40, 0, 0xB0, 7, 99, 0, 0xE0, 0, 64, 0, 0xD0, 5, 0, 0xA0, 60, 9]), SCALE),
    "texts": HEAD + track(b"\x00\xff\x03\x05Fugue", b"\x00\xff\x05\x02F\xfc", b"\x00\xff\x01\x03a\xc3\xbc", SCALE),
    "key": HEAD + track(b"\x00\xff\x59\x02\xfd\x01", SCALE),
    "sysex": HEAD + track(b"\x00\xf0\x05\x7e\x7f\x09\x01\xf7", b"\x00\xf7\x02\x01\x02", SCALE),
    "bad-metas": HEAD + track(b"\x00\xff\x59\x02\x20\x09", b"\x00\xff\x58\x04\x00\x28\x18\x08", b"\x00\xff\x51\x02\x07\x07", SCALE),
    "system": HEAD + track(b"\x00\xf1\x05", b"\x00\xf2\x01\x02", b"\x00\xf4", b"\x00\xfe", SCALE),
    "high-data": HEAD + track(bytes([0, 0xC0, 168]), note(60, velocity=200), note(200)),
    "hanging": HEAD + track(bytes([0, 0x90, 60, 80, 5, 60, 70, 5, 62, 1])),
    "overlap": HEAD + track(bytes([0, 0x90, 60, 80, 24, 60, 80, 24, 60, 0, 24, 60, 0])),
    "zero-length": HEAD + track(note(60, length=0), note(60), note(60, length=0)),
    "giant-delta": HEAD + track(note(60), b"\xff\xff\xff\x7f\x90\x40\x50\xff\xff\xff\x7f\x80\x40\x00"),
    "overlong-delta": HEAD + track(b"\x80\x80\x80\x80\x00\x90\x40\x50", b"\xff\xff\xff\xff\x7f\x80\x40\x00"),
    "no-status": HEAD + track(b"\x00\x3c\x50\x30\x3c\x00"),
    "no-end": HEAD + track(SCALE, end=b""),
    "early-end": HEAD + track(note(60), END, SCALE),
    "cut": (HEAD + track(SCALE))[:50],
    "meta-too-long": HEAD + track(b"\x00\xff\x01\x8f\xff\xff\x7fab", SCALE),
    "track-too-long": header(1, 2, 96) + track(SCALE, claimed=1 << 24) + track(SCALE),
    "alien": HEAD + chunk(b"Junk", b"junk" * 5) + track(SCALE) + bytes(9) + b"!",
    "lost-track": header(1, 2, 96) + track(SCALE) + b"\x00" + track(SCALE),
    "leading": b"MacBinary" * 5 + HEAD + track(SCALE),
    "long-header": chunk(b"MThd", struct.pack(">HHHI", 0, 1, 96, 7)) + track(SCALE),
    "many-promised": header(1, 65535, 96) + track(SCALE),
    "header-only": header(0, 1, 384),
}


def riff(data):
    body = b"RMID" + b"DISP" + struct.pack("<I", 3) + b"abc\x00" + b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


SEEDS["riff"] = riff(SEEDS["format-1"])

folder = pathlib.Path(__file__).parent / "MidiFile"
folder.mkdir(exist_ok=True)
for name, data in SEEDS.items():
    (folder / f"{name}.mid").write_bytes(data)
