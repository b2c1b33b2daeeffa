// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/ExerciseMidi.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/music/Statistics.h"
#include "core/music/TempoMap.h"

#include <cmath>
#include <optional>
#include <stdexcept>

namespace ricercar::test {
namespace {

void promise(bool kept, const char* what) {
    if (!kept) throw std::logic_error(what);
}

std::optional<Bytes> written(const Score& score) {
    try {
        return writeMidi(score);
    } catch (const Error& error) {
        promise(error.kind() == ErrorKind::Invalid, "writing fails only for what no file can hold");
        return std::nullopt;
    }
}

void checkScore(const Score& score) {
    for (const Note& note : score.notes)
        promise(note.start >= 0 && note.duration >= 0 && note.start + note.duration <= score.end && note.pitch < 128 &&
                    note.velocity >= 1 && note.velocity < 128 && note.track < score.tracks,
                "a note is whole");
    for (const TextEvent& text : score.texts) promise(validUtf8(text.text) == text.text, "text is UTF-8");
    const TempoMap map(score);
    promise(std::isfinite(map.seconds(score.end)) && std::isfinite(map.quarters(score.end)), "time is finite");
    if (const auto bytes = written(score)) {
        const MidiFile again = readMidi(*bytes, "again");
        promise(again.warnings.empty(), "what is written is sound");
        promise(again.sequences.size() == 1 && again.sequences[0] == score, "what is written is read again");
    }
}

/// Whether some time signature is as long as the roll's pick-up: up to 255 notes of a 16th, 8th ... or a whole.
bool pickupCanBeWritten(const PianoRoll& roll) {
    int steps = roll.barOffset() == 0 ? 0 : roll.barSteps() - roll.barOffset();
    for (int halvings = 0; halvings < 4 && steps % 2 == 0; ++halvings) steps /= 2;
    return steps <= 255;
}

void checkParts(const Score& score, bool everything) {
    QuantizeOptions options;
    options.maxSteps = 96;
    options.sustainPedal = everything;
    options.keepDrums = everything;
    if (everything) options.range = fullRange;
    const auto parts = quantize(score, options);
    promise(!parts.empty(), "a score has a part");
    std::size_t notes = 0;
    int steps = 0;
    for (const QuantizedPart& part : parts) {
        promise(part.rejection.has_value() == (part.roll.steps() == 0), "a part has a roll or a reason");
        promise(part.roll.valid(), "a roll is valid");
        promise(std::isfinite(part.tempo) && part.tempo > 0.0, "a part has a tempo");
        promise(part.report.p95Error >= 0.0 && part.report.p95Error <= 0.5 + 1e-6, "no note is further than half a step");
        steps += part.roll.steps();
        notes += static_cast<std::size_t>(part.report.notes + part.report.merged);
        if (part.rejection) continue;
        promise(statisticsOf(part.roll).notes == part.report.notes, "every attack is counted");
        promise(std::abs(estimateKey(part.roll).correlation) <= 1.0 + 1e-9, "a correlation");
        if (!pickupCanBeWritten(part.roll)) continue;
        QuantizeOptions plain;
        plain.range = options.range;
        plain.detectPickup = false;
        plain.trimSilence = false;  // a roll that was cut may end with some
        const auto again = quantize(toScore(part.roll, part.tempo), plain);
        promise(again.size() == 1 && again[0].roll == part.roll, "a roll survives the way through a score");
    }
    promise(steps <= options.maxSteps, "length is bounded");
    promise(notes <= score.notes.size(), "no note is made up");
}

}  // namespace

void exerciseMidi(std::span<const std::uint8_t> bytes) {
    MidiFile file;
    try {
        file = readMidi(bytes, "fuzz");
    } catch (const Error& error) {
        promise(error.kind() == ErrorKind::Damaged, "a refused file is damaged");
        return;
    }
    promise(file.warnings.size() <= 100 && !file.sequences.empty(), "a file has a sequence");
    std::int64_t notes = 0;
    for (const Score& score : file.sequences) {
        notes += static_cast<std::int64_t>(score.notes.size());
        checkScore(score);
        checkParts(score, false);
        checkParts(score, true);
    }
    promise(notes == file.noteOns, "every note-on is a note");
}

}  // namespace ricercar::test
