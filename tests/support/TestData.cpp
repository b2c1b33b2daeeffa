// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestData.h"

#include "core/base/Random.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"

#include <cstdlib>

namespace ricercar::test {

std::filesystem::path sourceFolder() { return RICERCAR_SOURCE_DIR; }

std::filesystem::path testData(const std::string& name) { return sourceFolder() / "tests" / "data" / name; }

std::filesystem::path sharedData() {
    const char* given = std::getenv("RICERCAR_SHARED_DATA");
    const std::filesystem::path folder = given ? given : sourceFolder().parent_path() / "shared" / "data";
    return std::filesystem::is_directory(folder) ? folder : std::filesystem::path();
}

PianoRoll randomRoll(std::uint64_t seed, int steps, PitchRange range, double density, Meter meter, int barOffset) {
    PianoRoll roll(range, steps, meter, barOffset);
    Random random(seed);
    const double meanLength = 3.0;
    const double attack = density / meanLength / range.size();
    for (int step = 0; step < steps; ++step)
        for (int pitch = range.lowest; pitch <= range.highest; ++pitch)
            if (random.uniform() < attack) roll.addNote(step, 1 + static_cast<int>(random.below(5)), pitch);
    return roll;
}

PianoRoll returningThemes() {
    PianoRoll roll({55, 79}, 64);
    const auto theme = [&](int bar, int shift, int end) {
        const int pitches[]{60, 62, 64, 67, 65, 64, 62, end};
        for (int i = 0; i < 8; ++i) roll.addNote(16 * bar + 2 * i, 2, pitches[i] + shift);
    };
    theme(0, 0, 60);
    for (int i = 0; i < 4; ++i) roll.addNote(16 + 4 * i, 4, 57 + 3 * i);
    theme(2, 0, 59);
    theme(3, 4, 60);
    return roll;
}

Bytes someMidi(std::uint64_t seed, int steps) {
    PianoRoll roll = randomRoll(seed, steps, {48, 84}, 3.0);
    roll.addNote(0, 4, 60);
    return writeMidi(toScore(roll));
}

}  // namespace ricercar::test
