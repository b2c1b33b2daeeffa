// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/music/PianoRoll.h"

#include <cstdint>
#include <filesystem>

namespace ricercar::test {

/// The root of the source tree.
std::filesystem::path sourceFolder();
/// A file or folder in tests/data.
std::filesystem::path testData(const std::string& name);
/// The shared corpora: $RICERCAR_SHARED_DATA, or ../shared/data beside the source tree. Empty where there are none: QSKIP with
/// that reason.
std::filesystem::path sharedData();

/// A random valid roll with about `density` notes sounding a step, with re-strikes.
PianoRoll randomRoll(std::uint64_t seed, int steps, PitchRange range = pianoRange, double density = 3.0, Meter meter = {},
                     int barOffset = 0);
/// Four bars of 16 steps in 55 .. 79: a theme of eighths from 60, something else, the theme again but for its last note (59 in
/// place of 60), the theme a major third higher.
PianoRoll returningThemes();
/// A MIDI file of such a roll; it begins with a quarter of middle C.
Bytes someMidi(std::uint64_t seed, int steps = 128);

}  // namespace ricercar::test
